"""What was read beside what is marked: which mention is which reference, and what of it is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reading_marks import Reference, Row, Title

from leadercheck import Article, Checker, Mention, Roster
from leadercheck.text import fold

Reader = Callable[[Article], Sequence[Mention]]
ENOUGH: Final = 0.5
"""Intersection over union from which two spans are the same."""
_OF_ANOTHER_DAY: Final = ("another-day", "title-of-its-time", "held-on-day-spoken-of")


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


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two half-open spans."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0.0


def measure(rows: Iterable[Row], checker: Checker, reader: Reader | None = None) -> Tally:
    """Read every row and compare; `reader` changes what was read before it is compared."""
    tally = Tally()
    for row in rows:
        article = checker.parse(row.text, on=row.on)
        mentions = reader(article) if reader else article.mentions
        pairs = aligned(row, mentions)
        _references(tally, row, mentions, pairs)
        for reference, mention in pairs:
            _linked(tally, row, reference, mention)
        _titles(tally, row, mentions, pairs)
        _verdicts(tally, row, mentions, pairs, checker.roster)
    return tally


Pairs = list[tuple[Reference, Any]]


def aligned(row: Row, mentions: Sequence[Any]) -> Pairs:
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
        person = mention is not None and is_right(reference, mention)
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


def is_right(reference: Reference, mention: Any) -> bool:
    if reference.status != mention.status:
        return False
    return reference.status != "linked" or mention.person in reference.persons


def _linked(tally: Tally, row: Row, reference: Reference, mention: Any) -> None:
    right = is_right(reference, mention)
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
            if row.once and other.shared and any(_same(title, other) for title in row.titles):
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
