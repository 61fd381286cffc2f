"""What the title rules share: the judged titles of one kind, and how loudly they may be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article, Mention, Title
from leadercheck.register import Tenure, last_day
from leadercheck.roster import Roster
from leadercheck.rule import Change, Remedy, Severity


def judged(article: Article, kind: str) -> Iterator[tuple[int, Mention, Title]]:
    """Every title of a named, linked mention whose judgement is of this kind, with the mention's index."""
    for index, mention in enumerate(article.mentions):
        if mention.name is not None and mention.status in ("linked", "ambiguous"):
            for title in mention.titles:
                if title.kind == kind and not title.frame:
                    yield index, mention, title


def unsure(mention: Mention, title: Title, roster: Roster) -> int:
    """Levels lost because the bearer of the name may be somebody else.

    None are lost for a certain person, nor for a national office that only one can hold: there the title is
    wrong whoever bears the name. Between namesakes nothing is louder than a note.
    """
    if mention.status == "ambiguous":
        return 2
    if mention.certain:
        return 0
    records = [roster.positions[p] for p in title.positions]
    return 0 if len(records) <= 2 and all(r.exclusive and r.place is None for r in records) else 1


def quieter(loudest: Severity, doubt: int) -> Severity | None:
    """A level that the quality of a fact caps: of medium confidence it makes no error, of low at most a note."""
    cap = Severity.ERROR.lowered(doubt)
    return cap and max(cap, loudest, key=list(Severity).index)


def alive(person: str, on: date, roster: Roster) -> bool:
    """Not known to have died by that day."""
    died = roster.persons[person].died
    return died is None or last_day(died) > on


def tenure_of(roster: Roster, title: Title, person: str | None) -> Tenure | None:
    """The first tenure in the evidence that is the person's own."""
    return next((t for e in title.evidence if (t := roster.tenure_by_id[e]).person == person), None)


def others(roster: Roster, title: Title, person: str | None) -> Tenure | None:
    """The first tenure in the evidence that is somebody else's: who really held the office."""
    return next((t for e in title.evidence if (t := roster.tenure_by_id[e]).person != person), None)


def really(roster: Roster, title: Title, person: str | None, on: date) -> str:
    """The second half of a message: who held the office on the day; empty when it is not one person's."""
    record = others(roster, title, person) if len(title.positions) == 1 else None
    if record is None or not roster.positions[record.position].exclusive:
        return ""
    return f"; {roster.positions[record.position].title} ngày {wording.day(on)} là {wording.holder(record, roster)}"


def replace_title(title: Title, text: str, label: str) -> tuple[Remedy, ...]:
    """One unsafe fix that writes another title in its place."""
    return (Remedy(label, (Change(title.start, title.end, text),)),)
