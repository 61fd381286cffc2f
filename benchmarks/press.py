"""Which titles that a news corpus gives to Vietnamese leaders the register can confirm without that corpus.

    python benchmarks/press.py CORPUS [--files news_2017] [--list 40] [--level deputy] [--json OUT] [--overlay FILE]

A pair is a printed name with a printed title. Foreigners, former titles ("nguyên"), titles in a frame of change
("miễn nhiệm") and titles of a time that the sentence or the bearer's death puts in the past are left out. A pair
is confirmed when each time it is printed the register says "yes" on the day by a tenure that has a source other
than the corpus. What is not confirmed is listed, most frequent first: a slip of the press or a hole of the register.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Literal

from corpus import Item, items

from leadercheck import Checker, Roster
from leadercheck.article import Mention, Title
from leadercheck.register import Organisation, Position, Tenure, first_day
from leadercheck.text import fold
from leadercheck.titles import FORMER

Level = Literal["national", "ministry", "province", "deputy", "unresolved"]
Outcome = Literal["yes", "corpus only", "no", "unknown", "ambiguous", "missing"]

LEVELS: Final[tuple[Level, ...]] = ("national", "ministry", "province", "deputy", "unresolved")
SENIOR: Final[frozenset[Level]] = frozenset({"national", "ministry", "province"})
"""The level of a provincial chair and above."""
OUTCOMES: Final[tuple[Outcome, ...]] = ("yes", "corpus only", "no", "unknown", "ambiguous", "missing")
_CORPUS_SOURCE = re.compile(r"(?:Thanh Niên|Tuổi Trẻ|VnExpress|Báo Mới)(?:\W.*)?$")
_NO_SOURCE = re.compile(r"(?:own knowledge|secondary compilation|titled so)")
_HIGH_DEPUTIES: Final = frozenset(
    {"Phó Thủ tướng", "Phó Thủ tướng Thường trực", "Phó Chủ tịch nước", "Phó Chủ tịch nước Thường trực"}
)
_HIGH_BODIES: Final = frozenset({"quoc-hoi"})
"""Bodies whose deputy heads rank above a provincial chair."""
_PROVINCIAL_HEADS: Final = frozenset({"Chủ tịch", "Bí thư"})
_MINISTRY_HEADS: Final = frozenset({"bộ trưởng", "thống đốc", "tổng thanh tra"})
_BELOW_HEADS: Final = frozenset({"Đại biểu"})
"""Heads of national bodies whose bearers rank below a provincial chair."""
_CHIEF_HEADS: Final = frozenset(
    fold(head)
    for head in (
        "Bí thư", "Bí thư thứ nhất", "Bộ trưởng", "Chánh án", "Chánh Văn phòng", "Chủ nhiệm", "Chủ tịch", "Chủ tịch nước",
        "Chính ủy", "Thống đốc", "Thủ tướng", "Tổng Bí thư", "Tổng Kiểm toán", "Tổng Tham mưu trưởng", "Tổng Thanh tra",
        "Tổng Thư ký", "Trưởng Ban", "Tư lệnh", "Viện trưởng", "Ủy viên",
    )
)  # fmt: skip
_OFFICE_HEADS: Final = (fold("Chánh Văn phòng"), fold("Trưởng ban"), fold("Viện trưởng"))
"""Heads of a part of a ministry."""
_NATIONAL_KINDS: Final = frozenset(
    {
        "party_body", "na_committee", "military", "party_committee", "socio_political", "national_body", "government",
        "party", "state", "state_body", "front", "national_assembly", "court", "procuracy", "party_school",
    }
)  # fmt: skip
_MINISTRY_KINDS: Final = frozenset({"ministry", "ministerial_agency", "government_agency"})
_HISTORY: Final = frozenset({"title-of-its-time", "another-day"})


@dataclass(frozen=True, slots=True)
class Printed:
    """One time a pair stands in print."""

    on: str
    outlet: str
    item: str
    text: str
    outcome: Outcome
    reason: str


@dataclass(slots=True)
class Pair:
    """A name with a title, and every time it is printed; `level` is that of the office the title means."""

    name: str
    title: str
    level: Level
    positions: tuple[str, ...]
    printed: list[Printed] = field(default_factory=list)

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How often each answer was given."""
        return Counter(p.outcome for p in self.printed)

    @property
    def confirmed(self) -> bool:
        """Whether each time the register says yes without the corpus."""
        return all(p.outcome == "yes" for p in self.printed)

    @property
    def worst(self) -> Outcome:
        """The commonest answer that is not yes; "yes" where there is none."""
        return next((o for o, _ in self.outcomes.most_common() if o != "yes"), "yes")


def is_independent(tenure: Tenure) -> bool:
    """Whether the tenure rests on something other than the corpus and the compiler's memory."""
    return any(not _CORPUS_SOURCE.match(s) and not _NO_SOURCE.match(s) for s in tenure.sources)


def level_of(position: Position, organisation: Organisation | None) -> Level:
    """The level of an office; the deputies of the state and of the Quốc hội stand with the national ones."""
    if position.level == "province":
        return "province" if position.head in _PROVINCIAL_HEADS else "deputy"
    if position.head in _BELOW_HEADS:
        return "deputy"
    deputy = position.head.startswith(("Phó ", "Thứ trưởng"))
    if deputy and position.head not in _HIGH_DEPUTIES and position.organisation not in _HIGH_BODIES:
        return "deputy"
    if position.level == "government" and organisation and organisation.kind in _MINISTRY_KINDS:
        return "ministry"
    return "national"


def _title_level(title: Title, roster: Roster) -> Level:
    """The level of a printed title whatever its bearer; "unresolved" for a bare head that anybody may have."""
    levels = {_position_level(p, roster) for p in title.positions}
    if len(levels) == 1 and not title.open:
        return levels.pop()
    head = fold(title.text)
    if head.startswith(tuple(_MINISTRY_HEADS)):
        return "ministry"
    kinds = {roster.organisations[o].kind for o in title.organisations}
    if title.positions or not kinds or not head.startswith(tuple(_CHIEF_HEADS)):
        return "deputy" if levels == {"deputy"} or head.startswith(("phó ", "thứ trưởng")) else "unresolved"
    if kinds <= _MINISTRY_KINDS:
        return "deputy" if head.startswith(_OFFICE_HEADS) else "ministry"
    return "national" if kinds <= _NATIONAL_KINDS and title.place is None else "unresolved"


def _position_level(ident: str, roster: Roster) -> Level:
    position = roster.positions[ident]
    return level_of(position, roster.organisations.get(position.organisation or ""))


def _is_of_the_past(person: str, title: Title, on: date, roster: Roster) -> bool:
    """Whether the title was held by somebody now dead ("Chủ tịch Hồ Chí Minh")."""
    died = roster.persons[person].died
    held = {s.tenure.position for s in roster.spells_of(person)}
    return bool(died and first_day(died) <= on and held.intersection(title.positions))


def _outcome(mention: Mention, title: Title, on: date, roster: Roster) -> tuple[Outcome, str] | None:
    """The register's answer for a printed title, or None where it is not one of that day."""
    if title.modifier in FORMER or title.modifier in {"cố", "tân", "phó"} or title.frame:
        return None
    if mention.status == "foreign" or title.reason in {"ambiguous-owner", *_HISTORY}:
        return None
    if title.verdict != "yes" and mention.person and _is_of_the_past(mention.person, title, on, roster):
        return None
    if mention.status == "unknown":
        return "missing", mention.status
    if mention.status == "ambiguous":
        return "ambiguous", ", ".join(mention.candidates)
    if title.verdict == "yes":
        tenures = [roster.tenure_by_id[e] for e in title.evidence]
        return ("yes" if any(is_independent(t) for t in tenures) else "corpus only"), title.reason
    if mention.past and title.verdict == "not judged":
        return None
    return (
        "no" if title.verdict == "no" else "unknown"
    ), f"{title.reason} {', '.join(title.evidence)}".strip()


def _titles(mention: Mention) -> Iterator[Title]:
    """The titles of a mention that can be an office of the register."""
    for title in mention.titles:
        if title.positions or (title.organisations and title.place is None):
            yield title


def collect(checker: Checker, corpus: Iterable[tuple[Item, str]]) -> list[Pair]:
    """Every pair of the items, most frequent first."""
    pairs: dict[tuple[str, tuple[str, ...] | str], Pair] = {}
    roster = checker.roster
    places = {fold(o.name) for o in roster.register.organisations if o.kind == "province"}
    for item, outlet in corpus:
        for mention in checker.parse(item.text, on=item.on).mentions:
            if mention.name is None or fold(mention.name) in places:
                continue
            for title in _titles(mention):
                answer = _outcome(mention, title, item.on, roster)
                if answer is None:
                    continue
                narrow = 0 < len(title.positions) <= 3
                key = (fold(mention.name), title.positions if narrow else fold(title.text))
                pair = pairs.get(key)
                if pair is None:
                    pair = pairs[key] = Pair(
                        mention.name,
                        title.text,
                        _title_level(title, roster),
                        title.positions if narrow else (),
                    )
                if answer[0] in ("yes", "corpus only"):
                    pair.level = _position_level(roster.tenure_by_id[title.evidence[0]].position, roster)
                pair.printed.append(
                    Printed(
                        item.on.isoformat(), outlet, item.id, item.text[mention.start : mention.end], *answer
                    )
                )
    return sorted(pairs.values(), key=lambda p: (-len(p.printed), p.name, p.title))


def outlets(corpus: Path, files: Iterable[str]) -> dict[str, str]:
    """The outlet of each item by id."""
    found: dict[str, str] = {}
    for name in files:
        with (corpus / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                found[record["id"]] = str(record.get("source", "")).split(" - ")[0]
    return found


def share(pairs: Iterable[Pair], levels: Iterable[Level] = SENIOR, least: int = 2) -> tuple[int, int]:
    """How many pairs of the levels, printed at least so often, are confirmed; and how many there are."""
    wanted = frozenset(levels)
    counted = [p for p in pairs if p.level in wanted and len(p.printed) >= least]
    return sum(p.confirmed for p in counted), len(counted)


def show(pairs: list[Pair], listed: int, levels: frozenset[Level]) -> None:
    """Print the table and what is not confirmed."""
    print(f"{'level':12}{'pairs':>7}{'confirmed':>11}{'share':>8}   printed: " + ", ".join(OUTCOMES))
    for name, group in [*((level, frozenset({level})) for level in LEVELS), ("chair and up", SENIOR)]:
        confirmed, count = share(pairs, group)
        printed: Counter[Outcome] = sum(
            (p.outcomes for p in pairs if p.level in group and len(p.printed) >= 2), Counter()
        )
        answers = ", ".join(str(printed[o]) for o in OUTCOMES)
        right = printed["yes"] / max(1, printed.total())
        print(
            f"{name:12}{count:>7}{confirmed:>11}{confirmed / max(1, count):>8.1%}   {answers} ({right:.1%} yes)"
        )
    for outcome in OUTCOMES[1:]:
        rest = [p for p in pairs if p.worst == outcome and p.level in levels and len(p.printed) >= 2]
        if rest:
            print(f"\n{outcome}: {len(rest)} pairs")
        for pair in rest[:listed]:
            print(f"  {len(pair.printed):4} {pair.level:9} {pair.title} {pair.name}  {dict(pair.outcomes)}")
            for one in [p for p in pair.printed if p.outcome != "yes"][:3]:
                print(f"       {one.on} {one.outlet}: {one.text}  [{one.reason}]")


def main() -> None:
    """Read the arguments, collect, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", nargs="+", default=["news_2025_2026", "news_2017"])
    parser.add_argument("--list", type=int, default=10, help="pairs printed an answer")
    parser.add_argument(
        "--level", choices=LEVELS, help="list the pairs of this level; chairs and up if left out"
    )
    parser.add_argument("--json", type=Path, help="where to write every pair, to read on")
    parser.add_argument("--roster", type=Path, help="another file of facts")
    parser.add_argument("--overlay", type=Path, action="append", default=[], help="facts to lay over it")
    parser.add_argument(
        "--min-share", type=float, help="exit 1 when less of the pairs at chair and up is confirmed"
    )
    arguments = parser.parse_args()
    names = tuple(arguments.files)
    news = items(arguments.corpus, names)
    source = outlets(arguments.corpus, names)
    checker = Checker(roster=Roster.load(arguments.roster, overlays=arguments.overlay), rules=())
    pairs = collect(checker, ((item, source[item.id]) for item in news))
    show(pairs, arguments.list, frozenset({arguments.level}) if arguments.level else SENIOR)
    if arguments.json:
        content = [asdict(p) | {"confirmed": p.confirmed} for p in pairs]
        arguments.json.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    confirmed, count = share(pairs)
    if arguments.min_share is not None and confirmed < arguments.min_share * count:
        sys.exit(f"{confirmed} of {count} pairs confirmed, less than {arguments.min_share:.1%}")


if __name__ == "__main__":
    main()
