"""A name that nobody bears, next to a title that one person holds whose name it nearly is: a slip, and of which kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from leadercheck.names import (
    DEPARTURES,
    LETTER,
    OTHER,
    SYLLABLE,
    Variant,
    abbreviates,
    end_of,
    scattered,
    slip,
    stuck,
)
from leadercheck.register import Position, all_known
from leadercheck.roster import Roster
from leadercheck.spells import Spell
from leadercheck.syllables import is_possible, is_surname
from leadercheck.text import fold
from leadercheck.titles import FORMER, Reading

_MANY: Final = 60
"""Offices a short title may stand for; behind a shorter one ("Chủ tịch") a near name is anybody's."""
_FEW: Final = 30
"""Holders of one office; among the two hundred of the Central Committee names lie near one another."""
UNTOUCHED: Final = frozenset({"marks-lost", "glued", "broken", "initials"})
"""All letters that are printed are the name's own."""
_CLEAR: Final = 3
"""Syllables of a name that no other is likely to be."""


class Near(Struct, frozen=True):
    """Whose name is meant, by which slip, and whether nobody else can be; `length` is that of the printed name."""

    person: str
    kind: Variant
    sure: bool
    length: int


def holds(spell: Spell, on: date) -> bool:
    """Holds it on the day, held it when last confirmed, or is being followed or following just now."""
    if spell.at(on) == "yes":
        return True
    if spell.tenure.end is None:
        return spell.at(on) == "unknown" and spell.start_last <= on
    return spell.start_first - on <= timedelta(2) and on - spell.end_first < timedelta(7)


def nearest(
    printed: str, behind: str, readings: Sequence[Reading], roster: Roster, days: Sequence[date]
) -> Near | None:
    """The one holder of a printed title whose name is nearly printed; None where two are as near, or known people bear it.

    Only a title that is asserted, and known to the day, is asked; where the letters printed are all the name's own,
    any that the person ever had.

    Args:
        printed: the name as it stands.
        behind: the folded text from its first letter on, past its end.
        readings: its titles.
        roster: the register.
        days: those on one of which the title must be held.
    """
    if fold(printed) in roster.strangers:
        return None
    found = [
        near
        for reading in readings
        for day in days
        if (near := _by_title(printed, behind, reading, roster, day))
    ]
    if not found:
        return None
    first = min(doubt for doubt, _ in found)
    best = [near for doubt, near in found if doubt == first]
    return best[0] if len({near.person for near in best}) == 1 else None


def resembles(printed: str, readings: Sequence[Reading], roster: Roster, on: date) -> bool:
    """Whether a strange name is a slip in the name of a holder of its title, on whatever evidence."""
    holders = {
        tenure.person
        for reading in readings
        if not reading.foreign
        for position in reading.positions
        for tenure in (*roster.holders(position, on), *roster.last_holders(position, on))
    }
    return any(slip(printed, roster.persons[person].name) is not None for person in holders)


def is_listed(position: Position, roster: Roster, on: date) -> bool:
    """Whether all who hold the office on the day are known, and they are few enough to have names far apart."""
    known = position.exclusive or all_known(position, on)
    return known and sum(holds(s, on) for s in roster.spells_in(position.id)) <= _FEW


def is_no_name(printed: str, name: str, roster: Roster) -> bool:
    """Whether nobody can be called what is printed: no syllable ("Dũg"), or no surname ("Nguyến", "Pạm").

    A rare surname is none where that of the bearer stands behind it: "Mạnh Nguyễn Quyền".
    """
    own = fold(name).split()
    syllables = fold(printed).split()[: len(own)]
    first = syllables[0]
    strange = first != own[0] and first not in roster.surnames
    if strange and (own[0] in syllables or not is_surname(first)):
        return True
    return any(s not in own and not is_possible(s) for s in syllables)


def _by_title(
    printed: str, behind: str, reading: Reading, roster: Roster, on: date
) -> tuple[tuple[bool, int], Near] | None:
    """Who of the holders of one title is meant, and how far that is to reach for: doubt and distance."""
    former = reading.modifier in FORMER or reading.modifier == "cố"
    if (reading.modifier and not former) or not 0 < len(reading.positions) <= _MANY:
        return None
    found: dict[str, tuple[int, Variant, int]] = {}
    for spell in spells_called(reading.positions, roster, on, former=former):
        name = roster.persons[spell.tenure.person].name
        kind, length = _kind(printed, behind, name)
        if kind is None or (former and DEPARTURES.get(kind, LETTER) != LETTER):
            continue
        known = spell.exact and spell.tenure.confidence != "low"
        if kind not in UNTOUCHED and (reading.open or reading.frame or not known):
            continue
        found[spell.tenure.person] = DEPARTURES.get(kind, LETTER), kind, length
    ranked = sorted((distance, person) for person, (distance, _, _) in found.items())
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    distance, kind, length = found[ranked[0][1]]
    name = roster.persons[ranked[0][1]].name
    sure = _is_sure(printed, name, kind, reading, roster, on)
    if sure is None:
        return None
    return (not sure, distance), Near(ranked[0][1], kind, sure, length)


def spells_called(positions: Sequence[str], roster: Roster, on: date, *, former: bool) -> Iterator[Spell]:
    """The tenures of the offices that a title of the day may mean; of a former one all that had begun."""
    for position in positions:
        for spell in roster.spells_in(position):
            if holds(spell, on) or (former and spell.start_last <= on):
                yield spell


def _kind(printed: str, behind: str, name: str) -> tuple[Variant | None, int]:
    """The slip, and how many code points of what is printed are the name."""
    if "." in printed:
        return ("initials" if abbreviates(printed, name) else None), len(printed)
    rest = stuck(printed, name)
    if rest:
        return "glued", len(name)
    end = scattered(behind, 0, name)
    if end is not None:
        return "broken", end
    length = end_of(printed, name)
    return slip(printed[:length], name), length


def _is_sure(
    printed: str, name: str, kind: Variant, reading: Reading, roster: Roster, on: date
) -> bool | None:
    """Whether nobody else can be meant; None where somebody else well may be, so that nothing is to be said."""
    records = [roster.positions[p] for p in reading.positions]
    distance = DEPARTURES.get(kind, LETTER)
    if kind in UNTOUCHED:
        return len(records) <= 2 or len(name.split()) >= _CLEAR
    if not all(r.exclusive for r in records):
        if distance == OTHER:
            return None
        if all(is_listed(r, roster, on) for r in records) or is_no_name(printed, name, roster):
            return True
        return False if distance in (LETTER, SYLLABLE) else None
    national = len(records) <= 2 and records[0].place is None
    return True if national or distance != OTHER else None
