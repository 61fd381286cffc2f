"""People of the register for whoever writes about them: found by a few letters, introduced on a day."""

from __future__ import annotations

from datetime import date

from leadercheck import wording
from leadercheck.errors import UnknownNameError
from leadercheck.protocol import left_out
from leadercheck.roster import Roster
from leadercheck.search import near, persons_like
from leadercheck.server.messages import AskedForPerson, Found, Introduced
from leadercheck.text import fold, strip_marks


def introduce(asked: AskedForPerson, on: date, roster: Roster) -> Introduced:
    """The introduction of one person.

    Raises:
        UnknownNameError: nobody is registered so, or several are; the message names them.
    """
    named = [asked.person] if asked.person in roster.persons else [p.id for p in roster.named(asked.person)]
    if not named:
        raise UnknownNameError(
            f"nobody is registered as {asked.person!r}; {persons_like(asked.person, roster)}"
        )
    if len(named) > 1:
        raise UnknownNameError(f"several people are called {asked.person!r}; send one of {', '.join(named)}")
    person = roster.person(named[0])
    unsure = left_out(roster.career(person.id, on), roster.positions)
    return Introduced(
        person=person.id,
        name=person.name,
        on=on,
        text=roster.introduce(person.id, on, asked.form),
        unsure=tuple(wording.tenure(tenure, roster) for tenure in unsure),
    )


def find(letters: str, on: date, roster: Roster, *, limit: int = 12) -> list[Found]:
    """People whose name has these letters, marks or none, in protocol order; else those with the nearest names."""
    key = strip_marks(fold(letters)).strip()
    if not key:
        return []
    names = {p.id: p.name for p in roster.persons.values()}
    found = [ident for ident, name in names.items() if f" {key}" in f" {strip_marks(fold(name))}"]
    if found:
        found = roster.in_order(found, on)
    else:
        found = [p.id for name in near(letters, names.values()) for p in roster.named(name)]
    return [
        Found(person=ident, name=roster.person(ident).name, text=roster.introduce(ident, on, "short"))
        for ident in found[:limit]
    ]
