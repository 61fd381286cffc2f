"""How well an article is read: references, who is meant, titles, frames, days, and what is judged of them.

    python benchmarks/reading.py [GOLD] [--corpus-gold FOLDER] [--json OUT] [--misses N] [--no-baseline]

GOLD is the project's own marking (`benchmarks/gold`, its README says how it is marked). FOLDER is a marking of real
news; the files it refers to stand beside it. The baseline is underthesea's `ner` and an exact look-up of its names.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from math import sqrt
from pathlib import Path
from typing import Any, Final

from leadercheck import Checker, Roster
from leadercheck.nlp import ModelError, names
from leadercheck.text import fold

HERE: Final = Path(__file__).resolve().parent / "gold"
ENOUGH: Final = 0.5
"""Intersection over union from which two spans are the same."""
_OF_ANOTHER_DAY: Final = ("another-day", "title-of-its-time", "held-on-day-spoken-of")
MEASURES: Final = {
    "named": "named references, by the name's span",
    "named-whole": "named references, by the whole span",
    "leaders": "registered leaders named, right person",
    "linked-right": "  of those found and linked: right person",
    "later": "later references (“ông Chính”)",
    "later-person": "  of those found: right person or status",
    "title-only": "title-only references",
    "title-only-vn": "title-only, Vietnamese leaders, right person",
    "linking": "linking of found references, all statuses",
    "link-linked": "  marked linked: right person",
    "link-unknown": "  marked unknown",
    "link-foreign": "  marked foreign",
    "link-ambiguous": "  marked ambiguous",
    "not-mistaken": "unknown and foreign not taken for a leader",
    "titles": "titles attached to the right person",
    "frames": "titles in a frame of change or a genitive",
    "frame-kind": "  of those seen: which frame",
    "other-day": "titles of another day",
    "judged": "present-day pairs known to the day: judged",
    "not-called-no": "right text not called “no”",
    "wrong-seen": "wrong titles called “no”",
}
PAIRED: Final = frozenset(
    {
        "named",
        "named-whole",
        "leaders",
        "later",
        "title-only",
        "title-only-vn",
        "titles",
        "frames",
        "other-day",
    }
)
"""Measures with a precision and a recall; the others are shares."""
COLUMNS: Final = (
    "named",
    "leaders",
    "later",
    "title-only",
    "linking",
    "titles",
    "frames",
    "other-day",
    "judged",
)


@dataclass(frozen=True, slots=True)
class Title:
    """A marked title. `when`: "now", "other" or None (not marked). `outside`: it stands outside the reference."""

    start: int
    end: int
    frame: str | None
    modifier: str | None
    when: str | None
    held: str | None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A marked reference. `persons`: the ids that are right; more than one where only a name is marked."""

    start: int
    end: int
    name: tuple[int, int] | None
    kind: str
    status: str
    persons: frozenset[str]
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A marked text. `unscored`: spans the marker was not sure of. `framed`: titles in a frame, outside all references."""

    id: str
    phenomenon: str
    manner: str
    on: date
    text: str
    references: tuple[Reference, ...]
    unscored: tuple[tuple[int, int], ...] = ()
    framed: tuple[Title, ...] = ()


@dataclass(slots=True)
class Score:
    """How many were right, of how many claimed and how many wanted."""

    right: int = 0
    claimed: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing to find."""
        return 2 * self.right / (self.claimed + self.wanted) if self.claimed + self.wanted else None


@dataclass(slots=True)
class Tally:
    """Scores of each group ("all", a phenomenon, a manner) and measure, and what went wrong."""

    scores: dict[str, dict[str, Score]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Score))
    )
    misses: list[dict[str, Any]] = field(default_factory=list)

    def add(self, row: Row, measure: str, *, right: int = 0, claimed: int = 0, wanted: int = 0) -> None:
        """Count in every group of the row."""
        for group in ("all", row.phenomenon, f"[{row.manner}]"):
            score = self.scores[group][measure]
            score.right, score.claimed, score.wanted = (
                score.right + right, score.claimed + claimed, score.wanted + wanted,
            )  # fmt: skip

    def share(self, row: Row, measure: str, right: bool, what: str = "") -> None:  # noqa: FBT001  # the answer itself
        """Count one case of a share, and keep it when it is wrong."""
        self.add(row, measure, right=int(right), claimed=1, wanted=1)
        if not right:
            self.miss(row, measure, what)

    def miss(self, row: Row, measure: str, what: str) -> None:
        """Keep a case that went wrong."""
        self.misses.append(
            {"measure": measure, "row": row.id, "on": row.on.isoformat(), "what": what, "text": row.text}
        )


class MarkingError(ValueError):
    """A marked string is not in its text, or not after the one before."""


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two half-open spans."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0.0


def read_gold(folder: Path) -> Iterator[Row]:
    """The rows of the project's marking; offsets are found by searching the strings in order.

    Raises:
        MarkingError: a string is not found; names the row.
        SystemExit: a file is missing.
    """
    for name in ("sentences.jsonl", "articles.jsonl"):
        path = folder / name
        if not path.is_file():
            raise SystemExit(f"{path}: not found; pass the folder that holds {name}")
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            position, references = 0, []
            for mention in record["mentions"]:
                reference = _placed(record["id"], record["text"], mention, position)
                position = reference.end
                references.append(reference)
            on = date.fromisoformat(record["on"])
            yield Row(
                record["id"], record["phenomenon"], record["manner"], on, record["text"], tuple(references)
            )


def _placed(row: str, text: str, mention: dict[str, Any], position: int) -> Reference:
    start = _find(row, text, mention["text"], position)
    end, name = start + len(mention["text"]), None
    if mention["name"] is not None:
        begin = _find(row, text, mention["name"], start)
        name = begin, begin + len(mention["name"])
    titles, inside, behind = [], start, end
    for title in mention["titles"]:
        where, words = title.get("at"), title["text"]
        if where == "before":
            begin = text.rfind(words, 0, start)
        elif where == "after":
            begin = behind = _find(row, text, words, behind)
        else:
            begin = _find(row, text, words, inside)
            inside = begin + len(words)
        if begin < 0 or (where is None and begin + len(words) > end):
            raise MarkingError(f"{row}: the title {words!r} is not where it is marked")
        titles.append(
            Title(
                begin, begin + len(words), title["frame"], title["modifier"], title["when"], title["held"],
                outside=where is not None,
            )
        )  # fmt: skip
    persons = frozenset([mention["person"]] if mention["person"] else [])
    return Reference(start, end, name, mention["kind"], mention["status"], persons, tuple(titles))


def _find(row: str, text: str, words: str, position: int) -> int:
    found = text.find(words, position)
    if found < 0:
        raise MarkingError(f"{row}: {words!r} is not found from {position}")
    return found


def read_corpus(folder: Path, roster: Roster) -> Iterator[Row]:
    """The rows of a marking of real news, joined by id and length with the files beside the folder."""
    records = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    wanted = {(r["corpus"], r["id"], r["length"]) for r in records}
    texts: dict[tuple[str, str, int], str] = {}
    for name in sorted({r["corpus"] for r in records}):
        with (folder.parent / name).open(encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                key = name, item["id"], len(item["text"])
                if key in wanted:
                    texts[key] = item["text"]
    for record in records:
        text = texts.get((record["corpus"], record["id"], record["length"]))
        if text is None:
            print(f"{record['id']}: not in {record['corpus']}", file=sys.stderr)
            continue
        sure = [m for m in record["mentions"] if not m["unsure"]]
        unsure = [(m["start"], m["end"]) for m in record["mentions"] if m["unsure"]]
        yield Row(
            record["id"], record["corpus"].removesuffix(".jsonl"), "commercial", date.fromisoformat(record["date"]),
            text, tuple(_marked(m, sure, roster) for m in sorted(sure, key=lambda m: m["start"])),
            tuple(unsure), tuple(Title(f["start"], f["end"], f["frame"], None, None, None) for f in record["framed"]),
        )  # fmt: skip


def _marked(mention: dict[str, Any], beside: Sequence[dict[str, Any]], roster: Roster) -> Reference:
    name = (mention["name_start"], mention["name_end"]) if "name_start" in mention else None
    person, vietnamese = mention["person"], mention["kind"] == "vn"
    persons = frozenset(p.id for p in roster.named(person)) if person and vietnamese else frozenset()
    status = {"foreign": "foreign", "other": "unknown"}.get(
        mention["kind"], "linked" if persons else "unknown"
    )
    kind = "title-only" if name is None else "later" if _is_later(mention, beside) else "named"
    days = (
        mention["when"] if isinstance(mention["when"], list) else [mention["when"]] * len(mention["titles"])
    )
    titles = []
    for (start, end), day in zip(mention["titles"], [*days, *[None] * len(mention["titles"])], strict=False):
        when = None if mention["former"] else {"now": "now", "past": "other"}.get(day or "")
        right = status == "linked" and when == "now" and not (mention["error"] or mention["frame"])
        modifier = "nguyên" if mention["former"] else None
        titles.append(Title(start, end, mention["frame"], modifier, when, "yes" if right else None))
    return Reference(mention["start"], mention["end"], name, kind, status, persons, tuple(titles))


def _is_later(mention: dict[str, Any], beside: Sequence[dict[str, Any]]) -> bool:
    """Whether the printed name is a part of the name printed before ("ông Thăng", "bà May")."""
    length = mention["name_end"] - mention["name_start"]
    return any(
        "name_start" in other
        and other["start"] < mention["start"]
        and other["person"] == mention["person"]
        and other["name_end"] - other["name_start"] > length
        for other in beside
    )


def measure(rows: Iterable[Row], checker: Checker) -> Tally:
    """Read every row and compare."""
    tally = Tally()
    for row in rows:
        mentions = checker.parse(row.text, on=row.on).mentions
        pairs = _aligned(row, mentions)
        _references(tally, row, mentions, pairs)
        for reference, mention in pairs:
            _linked(tally, row, reference, mention)
        _titles(tally, row, mentions, pairs)
        _verdicts(tally, row, mentions, pairs, checker.roster)
    return tally


Pairs = list[tuple[Reference, Any]]


def _aligned(row: Row, mentions: Sequence[Any]) -> Pairs:
    """Each reference with the one mention that is it: by the name where there is one, else by the whole span."""
    scored = []
    for reference in row.references:
        for mention in mentions:
            if (reference.name is None) != (mention.name is None):
                continue
            share = (
                overlap((reference.start, reference.end), (mention.start, mention.end))
                if reference.name is None
                else overlap(reference.name, (mention.name_start, mention.name_end))
            )
            if share >= ENOUGH:
                scored.append((share, reference, mention))
    pairs: Pairs = []
    taken: set[int] = set()
    for _, reference, mention in sorted(scored, key=lambda s: (-s[0], s[1].start)):
        if id(reference) not in taken and id(mention) not in taken:
            taken |= {id(reference), id(mention)}
            pairs.append((reference, mention))
    return sorted(pairs, key=lambda p: p[0].start)


def _references(tally: Tally, row: Row, mentions: Sequence[Any], pairs: Pairs) -> None:
    partner = {id(reference): mention for reference, mention in pairs}
    claimed = {id(mention): reference for reference, mention in pairs}
    for reference in row.references:
        mention = partner.get(id(reference))
        tally.add(row, reference.kind, right=mention is not None, wanted=1)
        what = row.text[reference.start : reference.end]
        if mention is None:
            tally.miss(row, reference.kind, f"not found: {what!r}")
        elif reference.kind == "named":
            whole = overlap((reference.start, reference.end), (mention.start, mention.end)) >= ENOUGH
            tally.add(row, "named-whole", right=whole)
        if reference.kind == "named":
            tally.add(row, "named-whole", wanted=1)
        person = mention is not None and _is_right(reference, mention)
        if reference.status == "linked" and reference.kind != "later":
            measure_ = "leaders" if reference.kind == "named" else "title-only-vn"
            tally.add(row, measure_, right=person, wanted=1)
    for mention in mentions:
        reference_ = claimed.get(id(mention))
        if reference_ is None and not _is_claim(row, mention):
            continue
        kind = reference_.kind if reference_ else _kind(mention)
        tally.add(row, kind, claimed=1)
        if reference_ is None:
            tally.miss(
                row,
                kind,
                f"nobody: {row.text[mention.start : mention.end]!r} {mention.status} {mention.person}",
            )
        if kind == "named":
            tally.add(row, "named-whole", claimed=1)
        if mention.status == "linked" and kind != "later":
            tally.add(row, "leaders" if kind == "named" else "title-only-vn", claimed=1)


def _is_claim(row: Row, mention: Any) -> bool:
    """Whether an unmarked mention says that somebody in office is meant; framed titles alone say that nobody is."""
    span = mention.start, mention.end
    beside = [*row.unscored, *((t.start, t.end) for t in row.framed)]
    if any(overlap(span, other) > 0 for other in beside):
        return False
    if mention.name is None:
        return not any(title.frame for title in mention.titles)
    return mention.status != "unknown" or bool(mention.titles)


def _kind(mention: Any) -> str:
    return "title-only" if mention.name is None else "named" if " " in mention.name.strip() else "later"


def _is_right(reference: Reference, mention: Any) -> bool:
    if reference.status != mention.status:
        return False
    return reference.status != "linked" or mention.person in reference.persons


def _linked(tally: Tally, row: Row, reference: Reference, mention: Any) -> None:
    right = _is_right(reference, mention)
    what = (
        f"{row.text[mention.start : mention.end]!r}: {mention.status} {mention.person}, "
        f"marked {reference.status} {', '.join(sorted(reference.persons)) or '-'}"
    )
    tally.share(row, "linking", right, what)
    tally.add(row, f"link-{reference.status}", right=right, claimed=1, wanted=1)
    if reference.kind == "later":
        tally.add(row, "later-person", right=right, claimed=1, wanted=1)
    if reference.kind == "named" and reference.status == "linked" and mention.status == "linked":
        tally.add(row, "linked-right", right=right, claimed=1, wanted=1)
    if reference.status in ("unknown", "foreign"):
        tally.share(row, "not-mistaken", mention.status != "linked", what)


def _same(title: Title, other: Any) -> bool:
    return overlap((title.start, title.end), (other.bare_start, other.end)) >= ENOUGH


def _titles(tally: Tally, row: Row, mentions: Sequence[Any], pairs: Pairs) -> None:
    everything = [(mention, other) for mention in mentions for other in mention.titles]
    for title in row.framed:
        for mention, other in (pair for pair in everything if _same(title, pair[1])):
            _framed(tally, row, title, mention, other, repr(row.text[title.start : title.end]))
    for reference, mention in pairs:
        for title in reference.titles:
            what = f"{row.text[title.start : title.end]!r} of {row.text[reference.start : reference.end]!r}"
            if mention.name is not None:
                own = any(_same(title, other) for other in mention.titles)
                if own or not (title.outside and title.frame):
                    tally.add(row, "titles", right=own, wanted=1)
                    if not own:
                        tally.miss(row, "titles", f"not attached: {what}")
            read = [(m, other) for m, other in everything if _same(title, other)]
            if read:
                owner, other = next(((m, o) for m, o in read if m is mention), read[0])
                _framed(tally, row, title, owner, other, what)
        for other in mention.titles if mention.name is not None else ():
            if any(_same(title, other) for title in row.framed):
                continue
            tally.add(row, "titles", claimed=1)
            if not any(_same(title, other) for title in reference.titles):
                tally.miss(
                    row,
                    "titles",
                    f"not the person's: {other.text!r} of {row.text[mention.start : mention.end]!r}",
                )


def _framed(tally: Tally, row: Row, title: Title, mention: Any, other: Any, what: str) -> None:
    """A title that was read: is it in a frame, and of another day; a title of another day needs no frame."""
    seen, marked = bool(other.frame), bool(title.frame)
    what = f"{what}: {other.frame}, marked {title.frame}"
    if marked or title.when != "other":
        tally.add(row, "frames", right=seen and marked, claimed=seen, wanted=marked)
        if seen != marked:
            tally.miss(row, "frames", what)
    if seen and marked:
        tally.share(row, "frame-kind", other.frame == title.frame, what)
    if title.when is not None and title.modifier is None:
        says, is_other = mention.past or other.reason in _OF_ANOTHER_DAY, title.when == "other"
        tally.add(row, "other-day", right=says and is_other, claimed=says, wanted=is_other)
        if says != is_other:
            tally.miss(
                row, "other-day", f"{what}: {'another day' if says else 'no day'}, marked {title.when}"
            )


def _verdicts(tally: Tally, row: Row, mentions: Sequence[Any], pairs: Pairs, roster: Roster) -> None:
    """What is judged of the titles of linked names, and whether it is right; where the name is misspelt, nothing is asked."""
    wrong = [t for r, _ in pairs for t in r.titles if t.held == "no"]
    slips = {id(m) for r, m in pairs if r.name and r.persons and not _bears(r, row, roster)}
    for reference, mention in pairs:
        if reference.kind != "named" or reference.status != "linked" or id(mention) in slips:
            continue
        for title in reference.titles:
            found = [o for o in mention.titles if _same(title, o)]
            verdict = found[0].verdict if found else "not read"
            reason = found[0].reason if found else "-"
            what = f"{row.text[title.start : title.end]!r} of {row.text[reference.start : reference.end]!r}: {verdict}, {reason}"
            if title.held == "no":
                tally.share(row, "wrong-seen", verdict == "no", what)
            elif (
                title.held == "yes" and title.modifier is None and _to_the_day(reference, row, title, roster)
            ):
                tally.share(row, "judged", verdict in ("yes", "no"), what)
    for mention in (m for m in mentions if id(m) not in slips):
        for other in mention.titles:
            if other.verdict in ("yes", "no") and not any(_same(title, other) for title in wrong):
                what = f"{other.text!r} of {row.text[mention.start : mention.end]!r}: {other.reason}"
                tally.share(row, "not-called-no", other.verdict == "yes", what)


def _bears(reference: Reference, row: Row, roster: Roster) -> bool:
    """Whether the name is printed as the person's; a part of it counts for a later reference."""
    name = row.text[slice(*reference.name)] if reference.name else ""
    return reference.kind == "later" or any(p.id in reference.persons for p in roster.named(name))


def _to_the_day(reference: Reference, row: Row, title: Title, roster: Roster) -> bool:
    """Whether the register knows to the day that the person held an office of the title's head."""
    words = fold(row.text[title.start : title.end])
    return any(
        spell.exact
        and spell.at(row.on) == "yes"
        and words.startswith(fold(roster.positions[spell.tenure.position].head))
        for person in reference.persons
        for spell in roster.spells_of(person)
    )


@dataclass(frozen=True, slots=True)
class Named:
    """What the baseline finds: a name and the one registered person who bears it, if there is just one."""

    start: int
    end: int
    person: str | None

    @property
    def name_start(self) -> int:
        """The name is all there is."""
        return self.start

    @property
    def name_end(self) -> int:
        """The name is all there is."""
        return self.end

    @property
    def name(self) -> str:
        """Not None: it is a name."""
        return ""

    @property
    def status(self) -> str:
        """Linked when exactly one person bears the name."""
        return "linked" if self.person else "unknown"


def baseline(rows: Iterable[Row], roster: Roster) -> Tally:
    """The same references found by underthesea's `ner`, line by line, and looked up letter by letter."""
    tally = Tally()
    for row in rows:
        found, begin = [], 0
        for line in row.text.split("\n"):
            for start, end in _model_names(line):
                bearers = roster.named(line[start:end])
                person = bearers[0].id if len(bearers) == 1 else None
                found.append(Named(begin + start, begin + end, person))
            begin += len(line) + 1
        partner = {id(r): m for r, m in _aligned(row, found)}
        for reference in (r for r in row.references if r.kind == "named"):
            mention = partner.get(id(reference))
            tally.add(row, "named", right=mention is not None, wanted=1)
            if reference.status == "linked":
                right = mention is not None and _is_right(reference, mention)
                tally.add(row, "leaders", right=right, wanted=1)
                if mention is not None and mention.person:
                    tally.add(row, "linked-right", right=right, claimed=1, wanted=1)
        tally.add(row, "named", claimed=len(found))
        tally.add(row, "leaders", claimed=sum(m.person is not None for m in found))
    return tally


def _model_names(line: str) -> list[tuple[int, int]]:
    """The model's names; none where it rewrites the line ("uỷ" to "ủy"), so that they have no place in it."""
    try:
        return names(line)
    except ModelError:
        return []


def interval(right: int, of: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share; (0, 1) of nothing."""
    if of == 0:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def _share(right: int, of: int) -> str:
    if of == 0:
        return f"{'–':>28}"
    low, high = interval(right, of)
    return f"{right / of:6.3f} [{low:.3f}–{high:.3f}] {of:6}"


def show(title: str, tally: Tally, base: Tally | None) -> None:
    """Print the overall table, then F1 or share of each phenomenon and manner."""
    scores = tally.scores["all"]
    print(
        f"\n== {title}\n{'':46}{'precision or share, 95 %, n':>29}  {'recall, 95 %, n':>29}     F1  baseline P / R / F1"
    )
    for key, words in MEASURES.items():
        score = scores.get(key, Score())
        line = f"{words:46} {_share(score.right, score.claimed)}"
        if key in PAIRED:
            line += f"  {_share(score.right, score.wanted)}  {_number(score.f1)}"
        other = base.scores["all"].get(key) if base else None
        if other:
            line += f"{_number(_ratio(other.right, other.claimed)):>7} /{_number(_ratio(other.right, other.wanted))} /{_number(other.f1)}"
        print(line)
    print(f"\n{'F1, or share':24}" + "".join(f"{c:>16}" for c in COLUMNS) + f"{'baseline named':>16}")
    for group in sorted((g for g in tally.scores if g != "all"), key=lambda g: not g.startswith("[")):
        cells = []
        for column in COLUMNS:
            score = tally.scores[group].get(column, Score())
            n = score.wanted or score.claimed
            cells.append(f"{_number(score.f1)} ({n:3})" if n else "–")
        other = base.scores[group].get("named") if base else None
        print(
            f"{group:24}" + "".join(f"{c:>16}" for c in cells) + f"{_number(other.f1 if other else None):>16}"
        )


def _ratio(right: int, of: int) -> float | None:
    return right / of if of else None


def _number(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.3f}"


def show_misses(tally: Tally, limit: int) -> None:
    """Print up to `limit` cases of each measure that went wrong."""
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for miss in tally.misses:
        kinds[miss["measure"]].append(miss)
    for kind, misses in kinds.items():
        print(f"\n-- {kind}: {len(misses)}")
        for miss in misses[:limit]:
            print(f"[{miss['row'][:24]} {miss['on']}] {miss['what']}")
            if len(miss["text"]) <= 300:
                print(f"      … {miss['text']}".replace("\n", " / "))


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="?", default=HERE)
    parser.add_argument("--corpus-gold", type=Path, help="a folder of hand-marked real news")
    parser.add_argument("--json", type=Path, help="where to write everything, to read on")
    parser.add_argument("--misses", type=int, default=0, help="cases printed of each measure")
    parser.add_argument("--no-baseline", action="store_true", help="leave underthesea out")
    arguments = parser.parse_args()
    checker = Checker()
    sets = {"gold": list(read_gold(arguments.gold))}
    if arguments.corpus_gold:
        sets["corpus"] = list(read_corpus(arguments.corpus_gold, checker.roster))
    result: dict[str, Any] = {}
    for name, rows in sets.items():
        tally = measure(rows, checker)
        base = None if arguments.no_baseline else baseline(rows, checker.roster)
        show(f"{name}: {len(rows)} texts, {sum(len(r.references) for r in rows)} references", tally, base)
        show_misses(tally, arguments.misses)
        result[name] = {
            "texts": len(rows), "scores": _plain(tally), "baseline": _plain(base) if base else None,
            "misses": tally.misses,
        }  # fmt: skip
    if arguments.json:
        arguments.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


def _plain(tally: Tally) -> dict[str, dict[str, dict[str, int]]]:
    return {g: {m: asdict(s) for m, s in scores.items()} for g, scores in tally.scores.items()}


if __name__ == "__main__":
    main()
