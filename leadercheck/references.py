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
    for kind, ident, place in _astray(register):
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


def _astray(register: Register) -> Iterator[tuple[str, str, str]]:
    """The kind and id of what is named and is not there, and the JSON path of the naming."""
    persons = {p.id for p in register.persons}
    positions = {p.id for p in register.positions}
    bodies = {o.id for o in register.organisations}
    for tenure in register.tenures:
        if tenure.person not in persons:
            yield "person", tenure.person, f"tenures[{tenure.id}].person"
        if tenure.position not in positions:
            yield "position", tenure.position, f"tenures[{tenure.id}].position"
    for person in register.persons:
        if person.replaced_by is not None and person.replaced_by not in persons:
            yield "person", person.replaced_by, f"persons[{person.id}].replaced_by"
    for position in register.positions:
        for field, body in (("organisation", position.organisation), ("place", position.place)):
            if body is not None and body not in bodies:
                yield "organisation", body, f"positions[{position.id}].{field}"
        if position.deputy_of is not None and position.deputy_of not in positions:
            yield "position", position.deputy_of, f"positions[{position.id}].deputy_of"
        for other in position.equivalents:
            if other not in positions:
                yield "position", other, f"positions[{position.id}].equivalents"
    for precedence in register.precedences:
        ranked = positions | bodies if precedence.scope.endswith("institutions") else positions
        for ident in (i for group in precedence.groups for i in group if "*" not in i):
            if ident not in ranked:
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
