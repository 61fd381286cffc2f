"""The facts: who held which position when, and what is not known.

A roster is read from one JSON file (`data/leaders.json`) and newsroom overlays. It answers
`held(person, position, day)` with yes, no or unknown, and never guesses.
Days are calendar days in Việt Nam. A tenure covers `start <= day < end`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from leadercheck import _data
from leadercheck.citations import PAGES, kind
from leadercheck.errors import UnknownNameError
from leadercheck.precedence import Career, Ranking, in_force, order, ranking
from leadercheck.protocol import Form, introduction
from leadercheck.references import resolve, unique
from leadercheck.register import (
    SEARCHED_ALIASES,
    Organisation,
    Overlay,
    Person,
    Position,
    Precedence,
    Register,
    Scope,
    Tenure,
    all_known,
    first_day,
    last_day,
)
from leadercheck.register_file import merge, parse
from leadercheck.spells import (
    HANDOVER_AFTER,
    Spell,
    Verdict,
    spell_of,
)
from leadercheck.text import fold, fold_all


class Roster(Struct, frozen=True, eq=False, dict=True):
    """The register with its indexes; immutable, shared between threads, equal only to itself."""

    register: Register
    sha256: str
    path: str = ""
    _cache: dict[str, Any] = field(default_factory=dict)
    _pages: dict[str, bool] = field(default_factory=dict)
    _of_person: dict[str, Sequence[Spell]] = field(default_factory=dict)
    _in_position: dict[str, Sequence[Spell]] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Where the facts are from; not the thousands of records."""
        return f"Roster({self.path!r}, as_of={self.as_of})"

    @classmethod
    def load(cls, path: str | Path | None = None, *, overlays: Iterable[str | Path] = ()) -> Roster:
        """The facts of the package, or of `path`, with a newsroom's overlays merged over them in order.

        Raises:
            DataNotFoundError: there is no such file.
            DataError: the file is not what the schema says; names file, JSON path and remedy.
        """
        overlays = tuple(overlays)
        if path is None and not overlays:
            return _data.shared_roster(cls._load)
        return cls._load(path, overlays)

    @classmethod
    @_data.uncollected()
    def _load(cls, path: str | Path | None = None, overlays: Sequence[str | Path] = ()) -> Roster:
        where, content = _data.read(path)
        digest = hashlib.sha256(content)
        register = parse(Register, content, where)
        for overlay_path in overlays:
            overlay_where, overlay_content = _data.read(overlay_path)
            overlay = parse(Overlay, overlay_content, overlay_where)
            unique(overlay, overlay_where)
            register = merge(register, overlay)
            digest.update(overlay_content)
            where = f"{where} + {overlay_where}"
        resolve(register, where)
        return cls(register, digest.hexdigest(), where)

    @property
    def as_of(self) -> date:
        """The last day the register was verified for the top offices."""
        return self.register.as_of

    @cached_property
    def persons(self) -> Mapping[str, Person]:
        """Every person by id."""
        return {p.id: p for p in self.register.persons}

    @cached_property
    def positions(self) -> Mapping[str, Position]:
        """Every position by id."""
        return {p.id: p for p in self.register.positions}

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """Every organisation and place by id."""
        return {o.id: o for o in self.register.organisations}

    @property
    def precedences(self) -> tuple[Precedence, ...]:
        """Every protocol order."""
        return self.register.precedences

    @cached_property
    def tenure_by_id(self) -> Mapping[str, Tenure]:
        """Every tenure by id."""
        return {t.id: t for t in self.register.tenures}

    @cached_property
    def _by_person(self) -> Mapping[str, Sequence[Tenure]]:
        return _grouped(self.register.tenures, "person")

    @cached_property
    def _by_position(self) -> Mapping[str, Sequence[Tenure]]:
        return _grouped(self.register.tenures, "position")

    def is_page(self, source: str) -> bool:
        """Whether a source is a page of the Party, the State or the press: no encyclopedia, compilation or memory."""
        found = self._pages.get(source)
        if found is None:
            found = self._pages[source] = kind(source, self.register.sources) in PAGES
        return found

    def spell(self, tenure: Tenure) -> Spell:
        """The tenure with its bounds worked out, computed once."""
        found: Spell | None = self._cache.get(tenure.id)
        if found is None:
            found = self._cache[tenure.id] = spell_of(tenure, sum(map(self.is_page, tenure.sources)))
        return found

    def spells_of(self, person: str) -> Sequence[Spell]:
        """All tenures of a person, in the order of the file."""
        found: Sequence[Spell] | None = self._of_person.get(person)
        if found is None:
            found = tuple(self.spell(t) for t in self._by_person.get(person, ()))
            self._of_person[person] = found
        return found

    def spells_in(self, position: str) -> Sequence[Spell]:
        """All tenures of a position and of its equivalents."""
        found: Sequence[Spell] | None = self._in_position.get(position)
        if found is None:
            record = self.positions.get(position)
            alike = (position, *(record.equivalents if record else ()))
            found = tuple(self.spell(t) for p in alike for t in self._by_position.get(p, ()))
            self._in_position[position] = found
        return found

    @cached_property
    def _names(self) -> Mapping[str, tuple[Person, ...]]:
        bearers = [
            (name, person)
            for person in self.register.persons
            if person.replaced_by is None
            for name in (person.name, *(a.name for a in person.aliases if a.kind in SEARCHED_ALIASES))
        ]
        names: dict[str, list[Person]] = defaultdict(list)
        for key, (_, person) in zip(fold_all([name for name, _ in bearers]), bearers, strict=True):
            if person not in names[key]:
                names[key].append(person)
        return {key: tuple(value) for key, value in names.items()}

    def person(self, person_id: str) -> Person:
        """The person with this id; a merged id leads to its successor.

        Raises:
            UnknownNameError: nobody has this id.
        """
        found = self.persons.get(person_id)
        if found is None:
            raise UnknownNameError(f"no person has the id {person_id!r}; `leadercheck who NAME` prints ids")
        return self.person(found.replaced_by) if found.replaced_by else found

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody who bears this name or alias, whatever its case and tone placement; () if nobody."""
        return self._names.get(fold(name), ())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The first syllables of all Vietnamese names of the register, folded."""
        return frozenset(fold(p.name).split()[0] for p in self.register.persons if p.country is None)

    @cached_property
    def strangers(self) -> frozenset[str]:
        """Folded names near registered ones that are known to be somebody else's."""
        return frozenset(fold(stranger.name) for stranger in self.register.strangers)

    def tenures(self, person: str, on: date | None = None) -> tuple[Tenure, ...]:
        """The tenures of a person; with `on` only those that surely cover that day."""
        return tuple(s.tenure for s in self.spells_of(person) if on is None or s.at(on) == "yes")

    def holders(self, position: str, on: date) -> tuple[Tenure, ...]:
        """Who surely held the position on that day, in any capacity."""
        return tuple(s.tenure for s in self.spells_in(position) if s.at(on) == "yes")

    def last_holders(self, position: str, on: date) -> tuple[Tenure, ...]:
        """Who held it when it was last confirmed, where the day is later than that."""
        return tuple(
            s.tenure
            for s in self.spells_in(position)
            if s.tenure.end is None and s.end_first <= on and s.at(on) == "unknown"
        )

    def held(self, person: str, position: str, on: date) -> Verdict:
        """Whether the person held the position on that day in full capacity: yes, no or unknown.

        "no" is earned in three ways only: another held a one-holder office that day, to the day; the
        register declares that it knows all holders of that day; or the person's own tenure ended
        and it is recorded who or what followed. An acting spell answers no, with the spell as evidence.
        """
        verdict = self._held(person, position, on)
        if verdict.answer == "unknown":
            last = self._last_confirmed(person, position, on)
            if last is not None:
                then = self._held(person, position, last)
                if then.answer != "unknown":
                    return replace(
                        then, answer="unknown", reason="after-last-confirmed", was=then.answer, confirmed=last
                    )
        return verdict

    def _held(self, person: str, position: str, on: date) -> Verdict:
        spells = self.spells_in(position)
        own = [s for s in spells if s.tenure.person == person]
        full = [s for s in own if s.tenure.capacity == "full"]
        for spell in full:
            if spell.at(on) == "yes":
                return Verdict("yes", "tenure-covers-day", (spell.tenure.id,))
        if any(spell.at(on) == "unknown" for spell in full):
            return Verdict("unknown", "coarse-date", tuple(s.tenure.id for s in full))
        acting = [s for s in own if s.tenure.capacity != "full" and s.at(on) == "yes"]
        if acting:
            return Verdict("no", "acting-only", tuple(s.tenure.id for s in acting))
        record = self.positions[position]
        if record.exclusive:
            for spell in spells:
                if (
                    spell.exact
                    and spell.tenure.capacity == "full"
                    and spell.tenure.person != person
                    and spell.at(on) == "yes"
                ):
                    return Verdict("no", "held-by-another", (spell.tenure.id,))
            if others := self._acting_for_nobody(spells, person, on):
                return Verdict("no", "held-by-another-acting", others)
        if self._is_over(record, on):
            return Verdict("no", "body-ended", tuple(s.tenure.id for s in full))
        if all_known(record, on):
            return Verdict("no", "not-on-complete-list", tuple(s.tenure.id for s in full))
        for spell in sorted(full, key=lambda s: s.end_last, reverse=True):
            if (
                spell.exact
                and spell.tenure.end
                and spell.end_last + HANDOVER_AFTER < on
                and self._followed(spell)
            ):
                return Verdict("no", "own-tenure-ended", (spell.tenure.id,))
        return Verdict("unknown", "nothing-known")

    def _acting_for_nobody(self, spells: Sequence[Spell], person: str, on: date) -> tuple[str, ...]:
        """Somebody else's acting spell, to the day, while the office is vacant."""
        if any(s.tenure.capacity == "full" and s.at(on) != "no" for s in spells):
            return ()
        return tuple(
            s.tenure.id for s in spells if s.exact and s.tenure.person != person and s.at(on) == "yes"
        )

    def _is_over(self, position: Position, on: date) -> bool:
        """Whether the body or place of the position had surely ended two months before the day."""
        for ident in (position.organisation, position.place):
            body = self.organisations.get(ident or "")
            last = body.lives[-1] if body and body.lives else None
            if (
                last
                and last.valid_until
                and last.confidence != "low"
                and last_day(last.valid_until) + timedelta(62) < on
            ):
                return True
        return False

    def _followed(self, spell: Spell) -> bool:
        """Whether the register holds who or what followed.

        Whoever left a seat when its term was over may have won it again: only another seat of that body tells.
        """
        tenure, around = spell.tenure, timedelta(60)
        exclusive = self.positions[tenure.position].exclusive
        others = [s for s in self.spells_in(tenure.position) if s.tenure.person != tenure.person]
        if exclusive and any(s.exact and s.start_first >= spell.end_first for s in others):
            return True
        died = self.persons[tenure.person].died
        if died and abs(first_day(died) - spell.end_first) <= around:
            return True
        over = tenure.term and not exclusive and any(s.tenure.end == tenure.end for s in others)
        return any(
            s.tenure.position != tenure.position
            and s.exact
            and abs(s.start_first - spell.end_first) <= around
            and (not over or self._are_seats(s.tenure.position, tenure.position))
            for s in self.spells_of(tenure.person)
        )

    def _are_seats(self, *positions: str) -> bool:
        """Whether two positions are kinds of membership of one body, of which nobody has both."""
        one, other = (self.positions[p] for p in positions)
        heads = sorted((one.head, other.head))
        return one.organisation == other.organisation and heads[1].startswith(heads[0])

    def _last_confirmed(self, person: str, position: str, on: date) -> date | None:
        """The last day before `on` for which the open tenures of the position were confirmed.

        A list that was complete says nothing once others have begun: with a new term the body is another.
        """
        spells = self.spells_in(position)
        record = self.positions[position]
        ends = [
            s.end_first - timedelta(1)
            for s in spells
            if s.tenure.end is None
            and s.tenure.capacity == "full"
            and s.end_first <= on
            and s.start_last < s.end_first
            and (record.exclusive or s.tenure.person == person)
        ]
        ends += [
            c.valid_until - timedelta(1)
            for c in record.complete
            if c.valid_until <= on and not any(c.valid_until <= s.start_first <= on for s in spells)
        ]
        return max(ends) if ends else None

    def career(self, person: str, on: date) -> Career:
        """The tenures of a person as seen on that day: sure, possible, over.

        An open tenure that nobody confirmed for the day is over where somebody else has followed since.
        """
        now, unsure, past = [], [], []
        for spell in self.spells_of(person):
            answer = spell.at(on)
            if answer == "yes":
                now.append(spell.tenure)
            elif spell.end_last <= on or self._succeeded(spell, on):
                past.append(spell.tenure)
            elif answer == "unknown":
                unsure.append(spell.tenure)
        return Career(tuple(now), tuple(unsure), tuple(past))

    def _succeeded(self, spell: Spell, on: date) -> bool:
        """Whether an office of one holder passed to another after the last day on which this one had it."""
        tenure = spell.tenure
        if tenure.end is not None or spell.end_first > on or not self.positions[tenure.position].exclusive:
            return False
        return any(
            other.tenure.person != tenure.person
            and other.tenure.capacity == "full"
            and spell.end_first <= other.start_first
            and other.start_last <= on
            for other in self.spells_in(tenure.position)
        )

    def precedence(self, on: date, scope: Scope = "national") -> Precedence | None:
        """The protocol order in force on that day with its citation; None where there is none."""
        return in_force(self.precedences, on, scope)

    def ranking(self, on: date) -> Ranking:
        """The ranks of positions on that day, the nation's order before the province's; computed once."""
        key = "ranking/" + "/".join(o.id for o in (self.precedence(on), self.precedence(on, "province")) if o)
        found: Ranking | None = self._cache.get(key)
        if found is None:
            found = self._cache[key] = ranking(self.precedences, self.positions, on)
        return found

    def introduce(self, person: str, on: date, form: Form = "full") -> str:
        """The introduction of a person on that day, "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Minh Hưng".

        `short` is "Thủ tướng Lê Minh Hưng"; see `leadercheck.protocol` for the order and what is left out.

        Raises:
            UnknownNameError: nobody has this id.
        """
        record = self.person(person)
        return introduction(
            record,
            self.career(record.id, on),
            self.positions,
            self.organisations,
            self.ranking(on),
            on,
            form=form,
        )

    def in_order(self, persons: Iterable[str], on: date) -> list[str]:
        """The ids of people in the protocol order of that day; `precedence(on)` has its citation.

        Inside a tie people stand as the document prints their positions, then as given; at the end come
        those whose rank is not certain.

        Raises:
            UnknownNameError: nobody has one of the ids.
        """
        known = [self.person(person).id for person in persons]
        return [p.person for p in order([(i, self.career(i, on)) for i in known], self.ranking(on))]


def _grouped(tenures: Sequence[Tenure], by: Literal["person", "position"]) -> dict[str, list[Tenure]]:
    """The tenures of each person or position, in the order of the file."""
    groups: dict[str, list[Tenure]] = defaultdict(list)
    for key, tenure in zip(map(attrgetter(by), tenures), tenures, strict=True):
        groups[key].append(tenure)
    return groups
