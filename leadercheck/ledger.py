"""The tenures of a register, by id, person and position; those of a stamped file are read when first asked for.

Four fifths of the package's register are tenures, and an article asks for a few dozen of them. A stamped file is one
whose bytes the tests have seen in order (`data/leaders.sha256` holds their hash): it is read as it stands. Any other
file, and the same one after any change, is validated whole (`register.parse`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from pydantic_core import from_json

from leadercheck.register import (
    Alias,
    Complete,
    Life,
    Organisation,
    Person,
    Position,
    Precedence,
    Rank,
    Register,
    Source,
    Stranger,
    Tenure,
    Vacancy,
)

_OPENING = b'\n"tenures": [\n'
_CLOSING = b"\n]"
_ID = b'{"id": "'


class Ledger(Mapping[str, Tenure]):
    """Tenures by id, in the order of the file; a line becomes a tenure when it is first asked for."""

    def __init__(self, rows: Iterable[tuple[str, str, str, Tenure | bytes]]) -> None:
        """Take (id, person, position, tenure or its line)."""
        self._rows: dict[str, Tenure | bytes] = {}
        self._by_person: dict[str, list[str]] = defaultdict(list)
        self._by_position: dict[str, list[str]] = defaultdict(list)
        for ident, person, position, row in rows:
            self._rows[ident] = row
            self._by_person[person].append(ident)
            self._by_position[position].append(ident)

    @classmethod
    def of(cls, tenures: Iterable[Tenure]) -> Ledger:
        """A ledger of tenures that are read already."""
        return cls((t.id, t.person, t.position, t) for t in tenures)

    def __getitem__(self, ident: str) -> Tenure:
        """The tenure with this id."""
        row = self._rows[ident]
        if isinstance(row, bytes):
            row = self._rows[ident] = _record(Tenure, from_json(row.rstrip(b",")))
        return row

    def __iter__(self) -> Iterator[str]:
        """The ids in the order of the file."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def of_person(self, person: str) -> list[Tenure]:
        """The tenures of a person, in the order of the file."""
        return [self[ident] for ident in self._by_person.get(person, ())]

    def of_position(self, position: str) -> list[Tenure]:
        """The tenures of a position, in the order of the file."""
        return [self[ident] for ident in self._by_position.get(position, ())]


def read_stamped(content: bytes) -> tuple[Register, Ledger]:
    """The register of a stamped file without its tenures, and these; a test holds it against `register.parse`.

    Such a file has one record a line, and the id of a tenure begins with its person and its position.
    """
    start = content.index(_OPENING) + len(_OPENING)
    stop = content.index(_CLOSING, start)
    rest = from_json(content[:start] + content[stop:])
    return _record(Register, rest), Ledger(_row(line) for line in content[start:stop].split(b"\n"))


def _row(line: bytes) -> tuple[str, str, str, bytes]:
    ident = line[len(_ID) : line.index(b'"', len(_ID))].decode()
    person, position, _ = ident.split("/", 2)
    return ident, person, position, line


Record = TypeVar("Record")


def _record(kind: type[Record], row: dict[str, Any]) -> Record:
    """A record from its JSON object, nothing asked: the file was seen in order."""
    for name, read in _READ[kind].items():
        if name in row:
            row[name] = read(row[name])
    return kind(**row)


def _all(kind: type[Record]) -> Callable[[list[dict[str, Any]]], tuple[Record, ...]]:
    return lambda rows: tuple([_record(kind, row) for row in rows])


_DAYS: Final[dict[str, Callable[[Any], Any]]] = {
    "valid_from": date.fromisoformat,
    "valid_until": date.fromisoformat,
}
_SOURCES: Final[dict[str, Callable[[Any], Any]]] = {"sources": tuple}
_READ: Final[dict[type, dict[str, Callable[[Any], Any]]]] = {
    Register: {
        "as_of": date.fromisoformat,
        "sources": _all(Source),
        "organisations": _all(Organisation),
        "persons": _all(Person),
        "positions": _all(Position),
        "precedences": _all(Precedence),
        "tenures": tuple,
        "strangers": _all(Stranger),
    },
    Source: {"read": date.fromisoformat},
    Organisation: {"forms": tuple, "lives": _all(Life)},
    Life: {"successors": tuple, **_SOURCES},
    Person: {"aliases": _all(Alias), "ranks": _all(Rank), **_SOURCES},
    Alias: {},
    Rank: {},
    Position: {
        "forms": tuple,
        "equivalents": tuple,
        "complete": _all(Complete),
        "vacancies": _all(Vacancy),
    },
    Complete: _DAYS,
    Vacancy: _DAYS,
    Precedence: {"groups": lambda groups: tuple(map(tuple, groups)), **_DAYS, **_SOURCES},
    Stranger: _SOURCES,
    Tenure: _SOURCES,
}
"""How the fields are read that are not what JSON gives."""
