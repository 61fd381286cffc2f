"""What the reading makes of title and name side by side, at places that plain search finds and not the engine.

    python benchmarks/blind.py CORPUS [--files news_2025_2026 news_2017] [--samples 5] [--seed 0]

Searched for are the full names of holders with a printed form of an office right before or after, the office held on
the day to the day: places at which an editor sees a leader named rightly. Each is counted by what the engine says of it;
"not read" and "somebody else" are misses of the reading, "no" would be a false alarm.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

from corpus import Item, items

from leadercheck import Article, Checker, Mention, Roster
from leadercheck.text import fold

MARGIN: Final = timedelta(10)
BEHIND: Final = (", ", " - ", " – ")
_ABBREVIATIONS: Final = (
    ("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"), ("thành phố Hồ Chí Minh", "TP.HCM"), ("thành phố", "TP"),
    ("Trung ương", "T.Ư"), (" Chính phủ", ""), ("Bộ trưởng Bộ", "Bộ trưởng"), ("Phó Thủ tướng", "Phó thủ tướng"),
    ("Phó Chủ tịch", "Phó chủ tịch"),
)  # fmt: skip


def printed(roster: Roster) -> dict[str, set[str]]:
    """The forms of each office that plain search looks for: its title and what common short forms make of it."""
    forms: dict[str, set[str]] = {}
    for position in roster.positions.values():
        found = {position.title, *position.forms}
        for long, short in _ABBREVIATIONS:
            found |= {form.replace(long, short) for form in found}
        forms[position.id] = {form for form in found if " " in form}
    return forms


def places(
    item: Item, roster: Roster, names: re.Pattern[str], forms: dict[str, set[str]]
) -> Iterator[re.Match[str]]:
    """The names that stand beside an office their bearer surely holds."""
    for found in names.finditer(item.text):
        before, after = item.text[: found.start()], item.text[found.end() : found.end() + 90]
        for person in roster.named(found[0]):
            sure = [
                s.tenure.position
                for s in roster.spells_of(person.id)
                if s.exact and s.tenure.capacity == "full" and s.tenure.confidence != "low"
                if s.at(item.on - MARGIN) == "yes" and s.at(item.on + MARGIN) != "no"
            ]
            beside = (form for position in sure for form in forms[position])
            if any(before.endswith(f"{f} ") or any(after.startswith(b + f) for b in BEHIND) for f in beside):
                yield found
                break


def outcome(start: int, article: Article, name: str, roster: Roster) -> str:
    """What the engine made of the name at a place."""
    mention: Mention | None = next((m for m in article.mentions if m.name and m.name_start == start), None)
    if mention is None:
        return "not read"
    if mention.person is None:
        return mention.status
    if fold(roster.persons[mention.person].name) != fold(name):
        return "somebody else"
    verdicts = {t.verdict for t in mention.titles}
    return next((v for v in ("no", "yes", "unknown", "not judged") if v in verdicts), "no title")


def main() -> None:
    """Read the arguments, count, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", nargs="+", default=["news_2025_2026", "news_2017"])
    parser.add_argument("--samples", type=int, default=0, help="places printed of each outcome but yes")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    checker = Checker()
    roster, forms = checker.roster, printed(checker.roster)
    spoken = {p.name for p in roster.persons.values() if p.country is None and roster.spells_of(p.id)}
    names = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, spoken), key=len, reverse=True))})(?!\w)")
    counts: Counter[str] = Counter()
    seen: dict[str, list[str]] = defaultdict(list)
    for item in items(arguments.corpus, tuple(arguments.files)):
        found = list(places(item, roster, names, forms))
        if not found:
            continue
        article = checker.parse(item.text, on=item.on)
        for name in found:
            said = outcome(name.start(), article, name[0], roster)
            counts[said] += 1
            around = item.text[max(0, name.start() - 60) : name.end() + 60].replace("\n", " / ")
            seen[said].append(f"{item.on} {around}")
    total = sum(counts.values())
    print(f"{total} names beside an office their bearer surely holds")
    for said, n in counts.most_common():
        print(f"  {said:14}{n:>6}  {n / max(1, total):.1%}")
    for said in (s for s in counts if s != "yes"):
        for line in Random(arguments.seed).sample(seen[said], min(arguments.samples, len(seen[said]))):
            print(f"[{said}] {line}")


if __name__ == "__main__":
    main()
