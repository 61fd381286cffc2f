"""What the name rules share: whose name a title calls for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from leadercheck.article import Article, Title
from leadercheck.roster import Roster
from leadercheck.text import strip_marks
from leadercheck.titles import FORMER
from leadercheck.variants import spells_called

_MANY = 60
_PROSE = 3
_BESIDE = 500
"""So far on either side of a place its sentence is looked at: an endless line has many places."""


def called_for(title: Title, roster: Roster, on: date) -> dict[str, str]:
    """Who holds an office of the title about that day, or once held it where it is called former: person → tenure."""
    positions = title.positions if len(title.positions) <= _MANY else ()
    former = title.modifier in FORMER or title.modifier == "cố"
    return {
        spell.tenure.person: spell.tenure.id for spell in spells_called(positions, roster, on, former=former)
    }


def ever(positions: Iterable[str], persons: Iterable[str], roster: Roster) -> list[str]:
    """Those of the persons who at any time held one of the positions."""
    wanted = set(positions)
    wanted |= {e for p in wanted for e in roster.positions[p].equivalents}
    return [
        person
        for person in persons
        if roster.persons[person].country is None
        and any(s.tenure.position in wanted for s in roster.spells_of(person))
    ]


def is_foreign_prose(article: Article, start: int, end: int) -> bool:
    """Whether the words of the sentence around a place, three or more, have no mark of Vietnamese in them."""
    text, sentence = article.text, article.sentence_at(start)
    first = text.position(max(sentence.start, start - _BESIDE))
    last = text.position(min(sentence.end, end + _BESIDE))
    around = text.matched[first : text.position(start)] + " " + text.matched[text.position(end) : last]
    words = [word for word in around.split() if word.isalpha()]
    return len(words) >= _PROSE and strip_marks(around) == around
