"""Near names and titles for people who mistype at a prompt; nothing here judges a text."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process

from leadercheck.register import Position
from leadercheck.roster import Roster
from leadercheck.text import fold, strip_marks


def near(asked: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """The nearest known words, the nearest first; [] when none is near."""
    keys = {strip_marks(fold(word)): word for word in known}
    found = process.extract(strip_marks(fold(asked)), list(keys), limit=limit, score_cutoff=60)
    return [keys[key] for key, _, _ in found]


def nearest(asked: str, known: Iterable[str], limit: int = 3) -> str:
    """The nearest known words as a hint, "did you mean …?"; "" when none is near."""
    found = near(asked, known, limit)
    return f"did you mean {', '.join(map(repr, found))}?" if found else ""


def persons_like(name: str, roster: Roster) -> str:
    """A hint with the registered names nearest to `name`."""
    return nearest(name, (p.name for p in roster.persons.values())) or "check the spelling"


def positions_like(asked: str, roster: Roster) -> list[Position]:
    """The positions with this id, title or printed form."""
    if asked in roster.positions:
        return [roster.positions[asked]]
    key = fold(asked)
    return [p for p in roster.positions.values() if key in (fold(p.title), *(fold(form) for form in p.forms))]
