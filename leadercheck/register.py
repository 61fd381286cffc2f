"""What a register of facts is: people, organisations, positions, tenures, precedence, sources, and its file.

The file is one JSON object with one record a line, each array sorted by id, so that a change of fact is one
line of a diff. Dates keep the precision that is known.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeVar, cast

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError

from leadercheck.errors import DataError

Confidence = Literal["high", "medium", "low"]
Scope = Literal["national", "province", "institutions", "province-institutions"]
"""What an order orders: offices of the whole country, of one province, or bodies named side by side."""


def _existing(partial: str) -> str:
    """The same partial date; a ValueError where the calendar has no such day."""
    first_day(partial)
    return partial


PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_existing)]
"""A date as far as it is known: `2026`, `2026-04` or `2026-04-07`."""

_STRICT: Final = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another name of a person. Only `pen`, `revolutionary` and `variant` names are looked for in text."""

    __pydantic_config__ = _STRICT
    name: str
    kind: Literal["pen", "revolutionary", "variant", "birth", "initials", "ascii", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A rank of the army or the police and the day it was given, as far as known; the next one ends it."""

    __pydantic_config__ = _STRICT
    rank: str
    kind: Literal["military", "police"]
    start: PartialDate
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human being; `country` is set for foreign leaders, who are recognised and never judged.

    `gender`: as an encyclopedia or the press has it. "Tuổi Trẻ 2026-04-07 (ông)" among `sources` is an item of that
    day that so addresses the person by name; so does a page whose address holds "ong-" or "ba-" and the name. One
    such item confirms what an encyclopedia says; without one it takes two, or one and a middle Văn or Thị. So do
    pages that call the person so in their text, or say of a whole body that it has no woman or but one. Items that
    differ leave the field as it was.
    """

    __pydantic_config__ = _STRICT
    id: str
    name: str
    note: str = ""
    aliases: tuple[Alias, ...] = ()
    gender: Literal["female", "male"] | None = None
    born: PartialDate | None = None
    died: PartialDate | None = None
    country: str | None = None
    ranks: tuple[Rank, ...] = ()
    sources: tuple[str, ...] = ()
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A span in which an organisation existed under its name; half-open like a tenure."""

    __pydantic_config__ = _STRICT
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    type: str | None = None
    successors: tuple[str, ...] = ()
    confidence: Confidence = "medium"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body or a place with the forms it is written in; `lives` are in order of time."""

    __pydantic_config__ = _STRICT
    id: str
    name: str
    kind: str
    forms: tuple[str, ...] = ()
    lives: tuple[Life, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete:
    """The days for which the register knows *every* holder of a position, and why we may say so."""

    __pydantic_config__ = _STRICT
    valid_from: date
    valid_until: date
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy:
    """The days on which nobody held a position, not even acting, and the page that shows it."""

    __pydantic_config__ = _STRICT
    valid_from: date
    valid_until: date
    citation: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An office: a head word ("Bộ trưởng"), the body it belongs to, and for local ones the place.

    `exclusive`: one full holder at a time. `equivalents`: offices that print names alike
    (Bí thư thứ nhất = Tổng Bí thư). `deputy_of`: the office whose deputy this is.
    """

    __pydantic_config__ = _STRICT
    id: str
    title: str
    head: str
    level: str
    exclusive: bool
    organisation: str | None = None
    place: str | None = None
    forms: tuple[str, ...] = ()
    deputy_of: str | None = None
    equivalents: tuple[str, ...] = ()
    complete: tuple[Complete, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One person holding one position for one span of time, with the page the fact rests on.

    The record of an appointment, one line of the file (fields that say nothing are left out)::

        {"id": "le-van-an-1970/bo-truong-bo-mau/2026-04-08", "person": "le-van-an-1970",
         "position": "bo-truong-bo-mau", "start": "2026-04-08", "end_status": "in_office",
         "last_confirmed": "2026-04-08", "capacity": "full", "confidence": "high",
         "sources": ["https://baochinhphu.vn/…"]}

    `id`: person, position and start, joined by "/", and the capacity where it is not full; never reused.
    `person`, `position`: ids of records of the same file. `start`, `end`: as far as known; `end` is the
    first day no longer in office, left out while the tenure lasts; a `start` left out is unknown.
    `end_status`: "ended" with an `end`; else "in_office", or "unknown" where nobody has looked lately.
    `last_confirmed`: of an open tenure, the day of the latest page that shows it: it counts so far.
    `capacity`: "full", "acting" (quyền), "in_charge" (phụ trách, điều hành). `term`: "XIV", for bodies
    elected by term. `confidence`: "high" (an official page or the press of the day), "medium" (one
    encyclopedia), "low" (own knowledge, a compilation). `sources`: where a reader can open the fact,
    the best first.
    """

    __pydantic_config__ = _STRICT
    id: str
    person: str
    position: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    end_status: Literal["ended", "in_office", "unknown"]
    last_confirmed: PartialDate | None = None
    capacity: Literal["full", "acting", "in_charge"] = "full"
    term: str | None = None
    confidence: Confidence
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedence:
    """A dated ordering of positions; those in one group are equal.

    A member of a group is a position's id, or a pattern of ids with "*" ("bi-thu-tinh-uy-*"). In the two
    orders of institutions it is an organisation's id, or a position's that is an institution by itself.
    `sources`: the text of the order, and printed lists that show it or its ties.
    """

    __pydantic_config__ = _STRICT
    id: str
    title: str
    citation: str
    scope: Scope = "national"
    valid_from: date | None = None
    valid_until: date | None = None
    groups: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A family of sources: what the locators in `sources` that begin with `prefix` are."""

    __pydantic_config__ = _STRICT
    prefix: str
    title: str
    kind: Literal["official", "press", "encyclopedia", "compilation", "own"]
    read: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A name near a registered one that is somebody else's: it exists and is no slip."""

    __pydantic_config__ = _STRICT
    id: str
    name: str
    note: str
    sources: Annotated[tuple[str, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The whole of `leaders.json`."""

    __pydantic_config__ = _STRICT
    schema_version: Literal[1]
    as_of: date
    sources: tuple[Source, ...]
    organisations: tuple[Organisation, ...]
    persons: tuple[Person, ...]
    positions: tuple[Position, ...]
    precedences: tuple[Precedence, ...]
    tenures: tuple[Tenure, ...]
    strangers: tuple[Stranger, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A newsroom's own file: people, organisations, positions and tenures to add; an equal id corrects.

    The records have the shape they have in `leaders.json`. After the day `expires` somebody should look
    at the file again: it still loads, and `leadercheck roster overlay` says so.
    """

    __pydantic_config__ = _STRICT
    schema_version: Literal[1]
    expires: date | None = None
    organisations: tuple[Organisation, ...] = ()
    persons: tuple[Person, ...] = ()
    positions: tuple[Position, ...] = ()
    tenures: tuple[Tenure, ...] = ()


SEARCHED_ALIASES: Final = frozenset({"pen", "revolutionary", "variant"})


def first_day(partial: str) -> date:
    """The earliest day a partial date can mean."""
    parts = [int(p) for p in partial.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(partial: str) -> date:
    """The latest day a partial date can mean."""
    parts = [int(p) for p in partial.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def types_on(place: Organisation, on: date) -> frozenset[str]:
    """The types a place has on a day by its lives, "tỉnh" or "thành phố trực thuộc trung ương"; empty if none is known."""
    return frozenset(
        life.type
        for life in place.lives
        if life.type
        and (life.valid_from is None or first_day(life.valid_from) <= on)
        and (life.valid_until is None or on < first_day(life.valid_until))
    )


_COMPILED: Final = re.compile(r"(?:\w+\.)?wikipedia|wikidata|github|own knowledge|secondary", re.IGNORECASE)


def is_compiled(source: str) -> bool:
    """Whether a source is an encyclopedia, a compilation or memory, and not the page behind the fact."""
    return _COMPILED.search(source) is not None


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `leaders.json`, as committed beside it."""
    return TypeAdapter(Register).json_schema()


Shape = TypeVar("Shape", Register, Overlay)


@cache
def _adapters() -> dict[type, TypeAdapter[Any]]:
    """Made when a file is first validated; the package's own needs none."""
    return {Register: TypeAdapter(Register), Overlay: TypeAdapter(Overlay)}


def parse(shape: type[Shape], content: bytes, where: str) -> Shape:
    """A register or overlay from the bytes of its file.

    Raises:
        DataError: the content is not what the schema says; names the file, the JSON path and the remedy.
    """
    try:
        return cast("Shape", _adapters()[shape].validate_json(content))
    except ValidationError as error:
        raise DataError(
            f"{where}: {next(_problems(error))} ({error.error_count()} in all); correct the file or reinstall "
            "leadercheck; `leadercheck roster validate` lists the rest"
        ) from None


def problems(shape: type[Register] | type[Overlay], content: bytes) -> list[str]:
    """Every place in which the content departs from the schema, as "JSON path: what is wrong"."""
    try:
        _adapters()[shape].validate_json(content)
    except ValidationError as error:
        return list(_problems(error))
    return []


def _problems(error: ValidationError) -> Iterator[str]:
    for one in error.errors(include_url=False):
        yield (
            "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in one["loc"]) + f": {one['msg']}"
        )


def dump(register: Register | Overlay) -> str:
    """The file of a register: one record a line, arrays of records sorted by id, empty fields left out."""
    lines = []
    for item in fields(register):
        value = getattr(register, item.name)
        if isinstance(value, tuple):
            records = [_record(r) for r in value]
            if item.name != "sources":
                records.sort(key=lambda r: str(r["id"]))
            rows = ",\n".join(json.dumps(r, ensure_ascii=False) for r in records)
            lines.append(f'"{item.name}": [\n{rows}\n]' if rows else f'"{item.name}": []')
        elif value is not None:
            lines.append(f'"{item.name}": {json.dumps(value, default=str)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


_EMPTY: Final[tuple[object, ...]] = (None, (), "")


def _record(value: Any) -> dict[str, Any]:
    """A record without the fields that say nothing; `capacity` and `exclusive` are always said."""
    return {key: _plain(v) for key, v in asdict(value).items() if v not in _EMPTY}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items() if v not in _EMPTY}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value


def merge(register: Register, overlay: Overlay) -> Register:
    """The register with an overlay's records added; an equal id corrects."""

    def merged(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(({item.id: item for item in old} | {item.id: item for item in new}).values())

    return replace(
        register,
        organisations=merged(register.organisations, overlay.organisations),
        persons=merged(register.persons, overlay.persons),
        positions=merged(register.positions, overlay.positions),
        tenures=merged(register.tenures, overlay.tenures),
    )
