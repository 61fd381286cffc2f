"""Every id that a register names leads somewhere, and no chain of ids leads back to itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from leadercheck.errors import DataError
from leadercheck.register import Overlay, Register


def resolve(register: Register, where: str) -> None:
    """Check that every id is given once, every id named exists, and nobody is replaced by himself.

    Raises:
        DataError: names the file, the id and where it stands.
    """
    unique(register, where)
    known = {
        "person": {p.id for p in register.persons},
        "position": {p.id for p in register.positions},
        "organisation": {o.id for o in register.organisations},
    }
    for kind, ident, place in _named(register, known["organisation"]):
        if ident not in known[kind]:
            raise DataError(
                f"{where}: $.{place} names the {kind} {ident!r}, which is not in the file; add it or correct the id"
            )
    _straight(
        {p.id: p.replaced_by for p in register.persons if p.replaced_by}, "persons", "replaced_by", where
    )
    _straight({p.id: p.deputy_of for p in register.positions if p.deputy_of}, "positions", "deputy_of", where)


def unique(file: Register | Overlay, where: str) -> None:
    """Check that every id is given once.

    Raises:
        DataError: names the file and the first id that stands twice.
    """
    for kind in ("organisations", "persons", "positions", "precedences", "tenures"):
        records = getattr(file, kind, ())
        if len({r.id for r in records}) < len(records):
            twice = Counter(r.id for r in records).most_common(1)[0][0]
            raise DataError(
                f"{where}: $.{kind}[{twice}]: the id stands twice; merge the records or rename one"
            )


def _named(register: Register, bodies: set[str]) -> Iterator[tuple[str, str, str]]:
    """The kind and id of everything named, and the JSON path where it is."""
    for tenure in register.tenures:
        yield "person", tenure.person, f"tenures[{tenure.id}].person"
        yield "position", tenure.position, f"tenures[{tenure.id}].position"
    for person in register.persons:
        if person.replaced_by is not None:
            yield "person", person.replaced_by, f"persons[{person.id}].replaced_by"
    for position in register.positions:
        for field in ("organisation", "place"):
            if getattr(position, field) is not None:
                yield "organisation", getattr(position, field), f"positions[{position.id}].{field}"
        if position.deputy_of is not None:
            yield "position", position.deputy_of, f"positions[{position.id}].deputy_of"
        for other in position.equivalents:
            yield "position", other, f"positions[{position.id}].equivalents"
    for precedence in register.precedences:
        for ident in (i for group in precedence.groups for i in group if "*" not in i):
            if not (precedence.scope.endswith("institutions") and ident in bodies):
                yield "position", ident, f"precedences[{precedence.id}].groups"


def _straight(links: Mapping[str, str], kind: str, field: str, where: str) -> None:
    """Follow each chain of ids to its end."""
    ends: set[str] = set()
    for first in links:
        chain, at = set(), first
        while at in links and at not in ends:
            if at in chain:
                raise DataError(
                    f"{where}: $.{kind}[{first}].{field} leads in a circle; end the chain at one record"
                )
            chain.add(at)
            at = links[at]
        ends |= chain
