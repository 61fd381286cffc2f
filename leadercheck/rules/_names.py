"""What the name rules share: whose name a title calls for, and where a printed name ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from leadercheck.article import Article, Mention, Title
from leadercheck.roster import Roster, Spell
from leadercheck.text import fold, strip_marks
from leadercheck.titles import FORMER

_SYLLABLE = re.compile(r"\S+")
_MANY = 60
_PROSE = 3


def end_of(printed: str, name: str) -> int:
    """Where the name ends in what was printed: in capitals a sentence runs on behind it."""
    syllables = list(_SYLLABLE.finditer(printed))
    count = len(name.split())
    return syllables[count - 1].end() if printed.isupper() and len(syllables) > count else len(printed)


def holds(spell: Spell, on: date) -> bool:
    """Holds it on the day, held it when last confirmed, or is being followed or following just now."""
    if spell.at(on) == "yes":
        return True
    if spell.tenure.end is None:
        return spell.at(on) == "unknown" and spell.start_last <= on
    return spell.start_first - on <= timedelta(2) and on - spell.end_first < timedelta(7)


def called_for(title: Title, roster: Roster, on: date) -> dict[str, str]:
    """Who holds an office of the title about that day, or once held it where it is called former: person → tenure."""
    positions = title.positions if len(title.positions) <= _MANY else ()
    former = title.modifier in FORMER or title.modifier == "cố"
    return {
        spell.tenure.person: spell.tenure.id
        for position in positions
        for spell in roster.spells_in(position)
        if holds(spell, on) or (former and spell.start_last <= on)
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


def is_strange(mention: Mention, roster: Roster) -> bool:
    """Whether a name is printed that nobody bears, in the register or known beside it."""
    name = fold(mention.name or "")
    return (
        mention.status in ("unknown", "foreign") and not roster.named(name) and name not in roster.strangers
    )


def is_foreign_prose(article: Article, start: int, end: int) -> bool:
    """Whether the words of the sentence around a place, three or more, have no mark of Vietnamese in them."""
    text, sentence = article.text, article.sentence_at(start)
    first, last = text.position(sentence.start), text.position(sentence.end)
    around = text.matched[first : text.position(start)] + " " + text.matched[text.position(end) : last]
    words = [word for word in around.split() if word.isalpha()]
    return len(words) >= _PROSE and strip_marks(around) == around
