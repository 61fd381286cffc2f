"""Who a reference means: candidates weighed by visible evidence; unknown, foreign and ambiguous are answers too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, Literal

from msgspec import Struct, field

from leadercheck.bodies import CHAIRS
from leadercheck.lexicon import DELEGATION_HEADS
from leadercheck.names import Variant
from leadercheck.others import Around, has_calling, is_another, is_business
from leadercheck.roster import Roster
from leadercheck.settings import Setting
from leadercheck.spotting import Draft
from leadercheck.text import fold
from leadercheck.titles import Reading
from leadercheck.variants import UNTOUCHED, nearest, resembles
from leadercheck.when import When

Status = Literal["linked", "ambiguous", "unknown", "foreign"]
_OF_DEPUTIES: Final = frozenset(map(fold, DELEGATION_HEADS))
_FEW: Final = 2
_REACH: Final = timedelta(10)
"""How near to the day a tenure must be to be evidence that the bearer of the name is meant."""


def is_local(reading: Reading) -> bool:
    """Whether a title is of one office in each place, and no place is printed: "Bí thư Tỉnh ủy"."""
    return bool(reading.organisations) and reading.place is None and len(reading.positions) > _FEW


class Link(Struct, frozen=True):
    """The answer: `certain` when a title of the person's own, or an earlier certain mention, stands behind it.

    `variant`: why a name written otherwise is taken for the person's; `length`: the code points that are the name.
    """

    status: Status
    person: str | None = None
    candidates: tuple[str, ...] = ()
    certain: bool = False
    antecedent: int | None = None
    variant: Variant | None = None
    length: int = 0


def _holds(roster: Roster, person: str, readings: Sequence[Reading], on: date) -> int:
    """A title held about that day counts 2, one held at any time counts 1."""
    best = 0
    wanted = {p for r in readings for p in r.positions}
    wanted |= {e for p in wanted for e in roster.positions[p].equivalents}
    for spell in roster.spells_of(person):
        if spell.tenure.position in wanted:
            near = spell.start_first <= on + _REACH and (spell.end_last > on - _REACH)
            best = max(best, 2 if near else 1)
    return best


def _kin(roster: Roster, person: str, readings: Sequence[Reading], on: date) -> int:
    """The deputy or the chief of a printed office, about that day: a slip of "Phó" is likelier than a namesake."""
    wanted = {p for r in readings for p in r.positions}
    chiefs = {roster.positions[p].deputy_of for p in wanted}
    return int(
        any(
            spell.tenure.position in chiefs or roster.positions[spell.tenure.position].deputy_of in wanted
            for spell in roster.spells_of(person)
            if spell.start_first <= on + _REACH and spell.end_last > on - _REACH
        )
    )


def _same_body(roster: Roster, person: str, readings: Sequence[Reading], on: date) -> int:
    """Another office of the same body or place, about that day."""
    bodies = {o for r in readings for o in r.organisations} | {r.place for r in readings if r.place}
    return int(
        any(
            position.place in bodies or position.organisation in bodies
            for spell in roster.spells_of(person)
            if spell.start_first <= on + _REACH and spell.end_last > on - _REACH
            for position in (roster.positions[spell.tenure.position],)
            if position.place or position.organisation
        )
    )


EVIDENCE: Final[tuple[Callable[[Roster, str, Sequence[Reading], date], int], ...]] = (
    _holds,
    _kin,
    _same_body,
)
"""What speaks for a candidate, strongest first; candidates are compared from left to right."""


class _Memory(Struct):
    """Who was introduced so far in the article."""

    links: list[Link] = field(default_factory=list)
    by_name: dict[str, int] = field(default_factory=dict)
    by_position: dict[str, int] = field(default_factory=dict)
    by_head: dict[str, int] = field(default_factory=dict)
    by_body: dict[tuple[str, tuple[str, ...]], set[str]] = field(default_factory=dict)
    """Who was introduced with an office of a local body, of whatever place."""
    foreign: set[str] = field(default_factory=set)
    abroad: set[str] = field(default_factory=set)
    home: set[str] = field(default_factory=set)
    """Heads of titles that foreigners, and people of the register, were named with."""
    others: set[str] = field(default_factory=set)
    """Names met beside an office of a company or a club."""
    names: list[tuple[int, list[str]]] = field(default_factory=list)

    def keep(self, draft: Draft, found: Link) -> None:
        """Remember a link for the references that follow."""
        index = len(self.links)
        if found.status == "foreign" and (draft.persons or any(r.foreign for r in draft.readings)):
            self.abroad.update(r.head for r in draft.readings)
        if draft.name is not None and not draft.later:
            key = fold(draft.name)
            self.names.append((index, key.split()))
            if found.status == "foreign":
                self.foreign.add(key)
            elif found.status == "ambiguous" and any(r.firm for r in draft.readings):
                self.others.add(key)
            elif found.status == "linked" and (found.certain or key not in self.by_name):
                self.by_name[key] = index
        if found.status == "linked":
            for reading in draft.readings:
                if draft.name is not None:
                    self.home.add(reading.head)
                if reading.modifier is None and reading.frame is None and reading.positions:
                    self.by_position.update(dict.fromkeys(reading.positions[:2], index))
                    self.by_head[reading.head] = index
                    if reading.organisations and draft.name is not None and found.person:
                        self.by_body.setdefault((reading.head, reading.organisations), set()).add(
                            found.person
                        )
        self.links.append(found)


def link(
    drafts: Sequence[Draft],
    settings: Sequence[Setting],
    around: Sequence[Around],
    roster: Roster,
    on: date,
) -> list[Link]:
    """One link a draft; `settings` tells of its sentence, `around` of the words beside it."""
    memory = _Memory()
    for draft, setting, words in zip(drafts, settings, around, strict=True):
        if draft.later:
            found = _again(draft, memory)
        elif draft.name is None:
            partial = draft.runs_on and not draft.readings[0].foreign
            found = (
                Link("unknown") if partial else _alone(draft.readings[0], setting.when, memory, roster, on)
            )
        else:
            found = _named(draft, setting, words, memory, roster, on)
        memory.keep(draft, found)
    return _looked_ahead(drafts, memory.links)


def _looked_ahead(drafts: Sequence[Draft], links: Sequence[Link]) -> list[Link]:
    """A title alone that so far is nobody's means the one person who bears it further on, as a headline does."""
    if not any(
        draft.name is None and found.status == "unknown" and not draft.readings[0].short
        for draft, found in zip(drafts, links, strict=True)
    ):
        return list(links)
    bearers: dict[str, set[str]] = {}
    for draft, found in zip(drafts, links, strict=True):
        if draft.name is not None and found.certain and found.person and found.variant is None:
            for reading in draft.readings:
                if reading.modifier is None and reading.frame is None:
                    for position in reading.positions:
                        bearers.setdefault(position, set()).add(found.person)
    ahead = list(links)
    for index, (draft, found) in enumerate(zip(drafts, links, strict=True)):
        if draft.name is not None or found.status != "unknown" or draft.readings[0].short:
            continue
        reading = draft.readings[0]
        if (
            reading.foreign
            or reading.elsewhere
            or reading.modifier
            or reading.frame not in (None, "genitive")
        ):
            continue
        meant = {person for position in reading.positions for person in bearers.get(position, ())}
        if len(meant) == 1:
            person = meant.pop()
            ahead[index] = Link("linked", person, (person,))
    return ahead


def _again(draft: Draft, memory: _Memory) -> Link:
    """A later reference by part of a name: the last who was introduced with it."""
    syllables = fold(draft.name or "").split()
    for index, full in reversed(memory.names):
        if len(full) > len(syllables) and full[-len(syllables) :] == syllables:
            known = memory.links[index]
            return Link(known.status, known.person, known.candidates, certain=known.certain, antecedent=index)
    return Link("unknown")


def _named(draft: Draft, setting: Setting, around: Around, memory: _Memory, roster: Roster, on: date) -> Link:
    key = fold(draft.name or "")
    people = [roster.persons[p] for p in draft.persons]
    ours = [p.id for p in people if p.country is None]
    if key in memory.foreign or (people and not ours):
        return Link("foreign", people[0].id if people else None, draft.persons)
    if any(r.foreign for r in draft.readings) and not any(
        _holds(roster, p, draft.readings, on) for p in ours
    ):
        unsure = ours and any(r.joint and not r.sides for r in draft.readings)
        return Link("unknown" if unsure else "foreign", None, tuple(ours))
    if not ours:
        near = _written_otherwise(draft, setting, around, roster, on)
        alien = draft.alien and near is None and not resembles(around.printed, draft.readings, roster, on)
        return near or Link("foreign" if alien else "unknown")
    another = is_another(draft, around, () if setting.crime else [roster.persons[p] for p in ours], on)
    if another or not any(roster.spells_of(p) for p in ours):
        # The title is wrong in any case, and the slip is likelier in the name than in a national title.
        national = all(roster.positions[p].place is None for r in draft.readings for p in r.positions)
        near = _written_otherwise(draft, setting, around, roster, on) if national and not another else None
        return near or Link("unknown", None, tuple(ours))
    weights = {p: tuple(f(roster, p, draft.readings, on) for f in EVIDENCE) for p in ours}
    best = max(weights.values())
    leaders = tuple(p for p in ours if weights[p] == best)
    if len(leaders) > 1 and best[0] > 1:
        leaders = _of_the_place(roster, leaders, draft.readings, around.places, on) or leaders
    earlier = memory.by_name.get(key)
    # In capitals a longer name may begin with a registered one: "NGUYỄN MINH CHÍNH".
    capitals = not any(best) and (draft.name or "").isupper()
    if capitals or (draft.run_end and fold(around.printed).split() == [*key.split(), *key.split()[-1:]]):
        near = _written_otherwise(draft, setting, around, roster, on)
        if near and near.status == "linked":
            return near
    if draft.odd:
        # Small letters make a name of other words: only a title of the bearer's own makes it one again.
        held = len(leaders) == 1 and best[0] > 0
        return _in_odd_capitals(draft, leaders[0]) if held else Link("unknown")
    if best[0] > 0 and len(leaders) == 1:
        return _held(draft, around, memory, leaders[0], tuple(ours), now=best[0] > 1)
    if draft.runs_on:
        near = _written_otherwise(draft, setting, around, roster, on) if draft.run_end else None
        return near or Link("unknown", None, () if draft.run_end else tuple(ours))
    if earlier is not None:
        known = memory.links[earlier]
        return Link("linked", known.person, tuple(ours), certain=known.certain, antecedent=earlier)
    if len(leaders) > 1 or setting.crime or (not draft.readings and has_calling(around)):
        return Link("ambiguous", None, tuple(ours))
    kin = best[1] > 0 and not any(r.short for r in draft.readings)
    if not kin and any(
        r.elsewhere
        or (not r.positions and r.head not in _OF_DEPUTIES)
        or (r.open and r.head in CHAIRS and not r.frame)
        for r in draft.readings
    ):
        return Link("ambiguous", None, tuple(ours))
    return Link("linked", leaders[0], tuple(ours), certain=any(best[1:]))


def _held(
    draft: Draft, around: Around, memory: _Memory, person: str, ours: tuple[str, ...], *, now: bool
) -> Link:
    """The one bearer of the name who held a title printed; "Chủ tịch" alone fits whoever was the chair of anything."""
    key = fold(draft.name or "")
    earlier = memory.by_name.get(key)
    bare = all(r.open and r.short for r in draft.readings)
    if bare and (key in memory.others or is_business(around)):
        return Link("ambiguous", None, ours)
    told = now or any(not r.short for r in draft.readings)
    sure = (told and not bare) or (earlier is not None and memory.links[earlier].certain)
    return Link("linked", person, ours, certain=sure, antecedent=earlier)


def _of_the_place(
    roster: Roster, people: tuple[str, ...], readings: Sequence[Reading], places: frozenset[str], on: date
) -> tuple[str, ...]:
    """Those of one name who hold the printed office in a province named: "Chủ tịch UBND tỉnh" in a paper of Tuyên Quang."""
    wanted = {p for r in readings for p in r.positions if roster.positions[p].place in places}
    return tuple(
        person
        for person in people
        if any(
            s.tenure.position in wanted and s.start_first <= on + _REACH and s.end_last > on - _REACH
            for s in roster.spells_of(person)
        )
    )


def _in_odd_capitals(draft: Draft, person: str) -> Link:
    return Link("linked", person, (person,), certain=True, variant="case", length=len(draft.name or ""))


def _written_otherwise(
    draft: Draft, setting: Setting, around: Around, roster: Roster, on: date
) -> Link | None:
    """The holder of a title whose name is printed with a slip; never in crime news, or of a day unknown."""
    if setting.crime or not draft.readings:
        return None
    readings = [r for r in draft.readings if not r.foreign]
    days = setting.when.days if setting.when.kind == "other" else (on,)
    near = nearest(around.printed, around.name, readings, roster, days)
    if near is None and on not in days:
        near = nearest(around.printed, around.name, readings, roster, (on,))
        near = near if near and near.kind in UNTOUCHED else None
    if near is None:
        return None
    if not near.sure:
        return Link("ambiguous", None, (near.person,), variant=near.kind, length=near.length)
    return Link("linked", near.person, (near.person,), certain=True, variant=near.kind, length=near.length)


def _alone(reading: Reading, spoken: When, memory: _Memory, roster: Roster, on: date) -> Link:
    """A title without a name: its holder on another day spoken of, who was introduced with it, or who holds it."""
    if reading.foreign:
        known = [memory.by_position[p] for p in reading.positions if p in memory.by_position]
        if not known or reading.head in memory.abroad:
            return Link("foreign")
    if reading.frame not in (None, "genitive"):
        return Link("unknown")
    if spoken.kind == "other" and spoken.days:
        return _holder(reading, spoken.days, roster)
    if not (reading.organisations or reading.place) and reading.head in memory.abroad - memory.home:
        return Link("foreign")
    if is_local(reading):
        met = memory.by_body.get((reading.head, reading.organisations), set())
        person = next(iter(met)) if len(met) == 1 else None
        return Link("linked", person, (person,)) if person else Link("unknown")
    known = [memory.by_position[p] for p in reading.positions[:2] if p in memory.by_position]
    if reading.short and reading.head in memory.by_head:
        known.append(memory.by_head[reading.head])
    for index in known[:1]:
        person = memory.links[index].person
        return Link("linked", person, (person or "",), antecedent=index)
    if reading.short or (reading.open and not reading.organisations):
        return Link("unknown")
    return Link("unknown") if spoken.kind == "other" else _holder(reading, (on,), roster)


def _holder(reading: Reading, days: Sequence[date], roster: Roster) -> Link:
    """The one person who surely held the office on all these days."""
    found = {
        t.person
        for day in days
        for position in reading.positions[:1]
        for t in roster.holders(position, day)
        if t.capacity == "full"
    }
    if len(found) != 1:
        return Link("unknown")
    person = found.pop()
    return Link("linked", person, (person,))
