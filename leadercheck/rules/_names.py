"""What the name rules share: whose name a title calls for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from leadercheck.article import Article, Mention, Title
from leadercheck.register import all_known
from leadercheck.roster import Roster
from leadercheck.spells import Spell
from leadercheck.text import fold, strip_marks
from leadercheck.titles import FORMER
from leadercheck.variants import holds, spells_called

_MANY = 60
ONE = 2
"""Offices of a title printed whole: the one before and after a body was renamed."""
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


class Introduced(NamedTuple):
    """Who is named rightly and in full with an office of the day, and how often each name is printed.

    `sentences`: office → person → where.
    """

    sentences: dict[str, dict[str, set[int]]]
    printed: Counter[str]

    def bearers(self, mention: Mention, title: Title) -> set[str]:
        """Whom other sentences name with an office of the title; nobody where the name printed here stands again.

        Two who share an office and nearly a name are named side by side, or again and again.
        """
        if title.modifier or title.frame or self.printed[fold(mention.name or "")] > 1:
            return set()
        found = [self.sentences[p] for p in title.positions if p in self.sentences]
        beside = {person for people in found for person in people if mention.sentence in people[person]}
        return {person for people in found for person in people} - beside


def introduced(article: Article, roster: Roster) -> Introduced:
    """What the article tells of its leaders rightly."""
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for mention in article.mentions:
        right = mention.certain and mention.variant is None and not (mention.crime or mention.past)
        if not right or mention.person is None or fold(mention.name or "") != fold(mention.person_name or ""):
            continue
        for title in mention.titles:
            if title.verdict == "yes" and title.modifier is None:
                for record in (roster.tenure_by_id[ident] for ident in title.evidence):
                    found[record.position][mention.person].add(mention.sentence)
    return Introduced(found, Counter(fold(m.name) for m in article.mentions if m.name))


def surely_held(person: str, title: Title, roster: Roster, on: date) -> Iterator[Spell]:
    """The tenures of a person in an office of the title about that day, known to the day and not of low confidence."""
    for spell in roster.spells_of(person):
        sure = spell.exact and spell.tenure.confidence != "low"
        if spell.tenure.position in title.positions and sure and holds(spell, on):
            yield spell


def holds_both(mention: Mention, person: str, roster: Roster, on: date) -> bool:
    """Whether two of the titles printed are offices of that person, and all who hold one of them are known."""
    held: set[str] = set()
    for title in mention.titles:
        if not (title.modifier or title.frame) and len(title.positions) <= ONE:
            held.update(s.tenure.position for s in surely_held(person, title, roster, on))
    known = (roster.positions[p] for p in held)
    listed = any(p.exclusive or all_known(p, on) for p in known)
    return len(held) > 1 and listed
