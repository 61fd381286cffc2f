"""What must hold of a register beyond its schema; each check yields sentences that name path and remedy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Final

from leadercheck.precedence import members
from leadercheck.register import Precedence, first_day, last_day
from leadercheck.roster import Roster
from leadercheck.spells import Spell
from leadercheck.text import fold


def broken(roster: Roster) -> list[str]:
    """Every breach of every check, as "JSON path: what is wrong; remedy"."""
    return [problem for check in CHECKS for problem in check(roster)]


def _dates(roster: Roster) -> Iterator[str]:
    for tenure in roster.register.tenures:
        path = f"$.tenures[{tenure.id}]"
        start = first_day(tenure.start) if tenure.start else None
        if start and tenure.end and start >= last_day(tenure.end):
            yield f"{path}: start {tenure.start} is not before end {tenure.end}; correct one of them"
        if (tenure.end is None) == (tenure.end_status == "ended"):
            yield f"{path}: end_status {tenure.end_status!r} does not fit end {tenure.end!r}; correct one of them"
        until = tenure.end or tenure.last_confirmed
        if tenure.attested and (start or not until or first_day(tenure.attested) >= last_day(until)):
            yield f"{path}: attested {tenure.attested} stands only without a start, and before {until}; correct one of them"
        if tenure.end is None and tenure.last_confirmed is None:
            yield f"{path}: an open tenure needs last_confirmed, the day of the latest page that shows it"
        if start and start > roster.as_of + timedelta(31):
            yield f"{path}: starts {tenure.start}, after as_of {roster.as_of}; leave it out until it has begun"


def _deaths(roster: Roster) -> Iterator[str]:
    for tenure in roster.register.tenures:
        died = roster.persons[tenure.person].died
        after = tenure.end or tenure.last_confirmed
        if died and after and first_day(after) > last_day(died) + timedelta(31):
            yield f"$.tenures[{tenure.id}]: lasts to {after}, after the death on {died}; correct one of them"


def _one_holder(roster: Roster) -> Iterator[str]:
    for position in roster.register.positions:
        if not position.exclusive:
            continue
        spells = [s for s in roster.spells_in(position.id) if s.tenure.capacity == "full"]
        spells = [s for s in spells if s.start_last < s.end_first and s.tenure.position == position.id]
        for one, other in pairwise(sorted(spells, key=lambda s: s.start_last)):
            if other.start_last < one.end_first and not _same(one, other):
                yield (
                    f"$.tenures[{other.tenure.id}]: begins while {one.tenure.id} still lasts in an office of one "
                    "holder; close the earlier tenure"
                )


def _same(one: Spell, other: Spell) -> bool:
    return one.tenure.person == other.tenure.person


def _namesakes(roster: Roster) -> Iterator[str]:
    bearers: dict[str, list[str]] = defaultdict(list)
    for person in roster.register.persons:
        if person.replaced_by is None:
            bearers[fold(person.name)].append(person.id)
    for idents in bearers.values():
        if len(idents) > 1:
            for ident in idents:
                if not roster.persons[ident].note and not roster.persons[ident].country:
                    yield f"$.persons[{ident}]: shares its name with another; tell them apart in `note`"


def _titles(roster: Roster) -> Iterator[str]:
    known: dict[str, str] = {}
    for position in roster.register.positions:
        other = known.setdefault(fold(position.title), position.id)
        if other != position.id:
            yield f"$.positions[{position.id}]: has the title of {other}; merge them or tell the titles apart"


def _complete(roster: Roster) -> Iterator[str]:
    for position in roster.register.positions:
        for index, span in enumerate(position.complete):
            path = f"$.positions[{position.id}].complete[{index}]"
            if not span.citation.strip():
                yield f"{path}: has no citation; say which list shows that all holders are known"
            if span.valid_from >= span.valid_until:
                yield f"{path}: ends before it begins; correct the dates"


def _bodies(roster: Roster) -> Iterator[str]:
    """No office outlives its body by more than the days of winding up, or ends on the eve of its end."""
    for tenure in roster.register.tenures:
        position = roster.positions[tenure.position]
        bodies = (roster.organisations.get(of or "") for of in (position.organisation, position.place))
        for body in filter(None, bodies):
            if not body.lives or body.lives[-1].valid_until is None or tenure.end is None:
                continue
            until = last_day(body.lives[-1].valid_until)
            if until <= date(1992, 9, 24):
                continue
            if first_day(tenure.end) > until + timedelta(62):
                yield f"$.tenures[{tenure.id}]: lasts to {tenure.end}, but {body.name} ended on {until}; correct one"
            if first_day(tenure.end) == last_day(tenure.end) == until - timedelta(1):
                yield (
                    f"$.tenures[{tenure.id}]: ends on {tenure.end}, the eve of the end of {body.name}; `end` is the first "
                    f"day no longer in office, {until}"
                )


def _citations(roster: Roster) -> Iterator[str]:
    for kind, records in (
        ("tenures", roster.register.tenures),
        ("persons", roster.register.persons),
    ):
        for record in records:
            if any(not source.strip() for source in record.sources):
                yield f"$.{kind}[{record.id}].sources: holds an empty source; name the page and the day it was read"


def _sources(roster: Roster) -> Iterator[str]:
    """What rests on compilations alone is of low confidence."""
    for tenure in roster.register.tenures:
        if tenure.confidence != "low" and not any(map(roster.is_page, tenure.sources)):
            yield (
                f"$.tenures[{tenure.id}]: is of {tenure.confidence} confidence, but no source is a page of an office or "
                "of the press; name the page, or make the confidence low"
            )


def _orders(roster: Roster) -> Iterator[str]:
    """An order of precedence has a citation, names what exists, each once, and is alone on its days."""
    orders = roster.register.precedences
    for order in orders:
        path = f"$.precedences[{order.id}]"
        if not order.citation.strip() or not order.sources:
            yield f"{path}: has no citation or no source; name the document and a page that shows the order"
        named = [(m, i) for group in order.groups for m in group for i in members(m, roster.positions)]
        for member in sorted({m for group in order.groups for m in group} - {m for m, _ in named}):
            yield f"{path}.groups: {member!r} fits no position; correct the pattern"
        for ident, count in Counter(ident for _, ident in named).items():
            if count > 1:
                yield f"{path}.groups: {ident} stands {count} times; leave it where it belongs"
    for one, other in combinations(orders, 2):
        if one.scope == other.scope and _days(one)[0] < _days(other)[1] and _days(other)[0] < _days(one)[1]:
            yield f"$.precedences[{other.id}]: is in force beside {one.id}; one order a day and scope"


def _days(order: Precedence) -> tuple[date, date]:
    return order.valid_from or date.min, order.valid_until or date.max


CHECKS: Final[tuple[Callable[[Roster], Iterator[str]], ...]] = (
    _dates, _deaths, _one_holder, _namesakes, _titles, _complete, _bodies, _citations, _sources, _orders,
)  # fmt: skip
