"""What a register of facts is: people, organisations, positions, tenures, precedence, sources.

Dates keep the precision that is known.
"""

import calendar
from datetime import date
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

Confidence = Literal["high", "medium", "low"]
Scope = Literal["national", "province", "institutions", "province-institutions"]
"""What an order orders: offices of the whole country, of one province, or bodies named side by side."""


SHAPE_OF_DATE: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"
PartialDate = Annotated[str, Meta(extra_json_schema={"pattern": SHAPE_OF_DATE})]
"""A date as far as it is known: `2026`, `2026-04` or `2026-04-07`; `parse` asks the calendar."""


class Record(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A record of a facts file, nothing but its fields.

    Records are kept as long as the file is in use, so the garbage collector need not walk them.
    """


class Alias(Record, frozen=True, kw_only=True):
    """Another name of a person. Only `pen`, `revolutionary` and `variant` names are looked for in text."""

    name: str
    kind: Literal["pen", "revolutionary", "variant", "birth", "initials", "ascii", "other"]


class Rank(Record, frozen=True, kw_only=True):
    """A rank of the army or the police and the day it was given, as far as known; the next one ends it."""

    rank: str
    kind: Literal["military", "police"]
    start: PartialDate
    source: str


class Person(Record, frozen=True, kw_only=True):
    """A human being; `country` is set for foreign leaders, who are recognised and never judged.

    `gender`: as an encyclopedia or the press has it. "Tuổi Trẻ 2026-04-07 (ông)" among `sources` is an item of that
    day that so addresses the person by name; so does a page whose address holds "ong-" or "ba-" and the name. One
    such item confirms what an encyclopedia says; without one it takes two, or one and a middle Văn or Thị. So do
    pages that call the person so in their text, or say of a whole body that it has no woman or but one. Items that
    differ leave the field as it was.
    """

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


class Life(Record, frozen=True, kw_only=True):
    """A span in which an organisation existed under its name; half-open like a tenure."""

    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    type: str | None = None
    successors: tuple[str, ...] = ()
    confidence: Confidence = "medium"
    sources: tuple[str, ...] = ()


class Organisation(Record, frozen=True, kw_only=True):
    """A body or a place with the forms it is written in; `lives` are in order of time."""

    id: str
    name: str
    kind: str
    forms: tuple[str, ...] = ()
    lives: tuple[Life, ...] = ()


class Complete(Record, frozen=True, kw_only=True):
    """The days for which the register knows *every* holder of a position, and why we may say so."""

    valid_from: date
    valid_until: date
    citation: str


class Vacancy(Record, frozen=True, kw_only=True):
    """The days on which nobody held a position, not even acting, and the page that shows it."""

    valid_from: date
    valid_until: date
    citation: str
    note: str = ""


class Position(Record, frozen=True, kw_only=True):
    """An office: a head word ("Bộ trưởng"), the body it belongs to, and for local ones the place.

    `exclusive`: one full holder at a time. `equivalents`: offices that print names alike
    (Bí thư thứ nhất = Tổng Bí thư). `deputy_of`: the office whose deputy this is.
    """

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


class Tenure(Record, frozen=True, kw_only=True):
    """One person holding one position for one span of time, with the page the fact rests on.

    The record of an appointment, one line of the file (fields that say nothing are left out)::

        {"id": "le-van-an-1970/bo-truong-bo-mau/2026-04-08", "person": "le-van-an-1970",
         "position": "bo-truong-bo-mau", "start": "2026-04-08", "end_status": "in_office",
         "last_confirmed": "2026-04-08", "capacity": "full", "confidence": "high",
         "sources": ["https://baochinhphu.vn/…"]}

    `id`: person, position and start, joined by "/", and the capacity where it is not full; never reused.
    `person`, `position`: ids of records of the same file. `start`, `end`: as far as known; `end` is the
    first day no longer in office, left out while the tenure lasts; a `start` left out is unknown.
    `attested`: where the start is unknown, the first day of which a page shows the tenure: it counts from then.
    `end_status`: "ended" with an `end`; else "in_office", or "unknown" where nobody has looked lately.
    `last_confirmed`: of an open tenure, the day of the latest page that shows it: it counts so far.
    `capacity`: "full", "acting" (quyền), "in_charge" (phụ trách, điều hành). `term`: "XIV", for bodies
    elected by term. `confidence`: "high" (pages of an office or of the press of the day tell both bounds),
    "medium" (a page shows the tenure, a bound may be an encyclopedia's), "low" (an encyclopedia, a
    compilation or own knowledge alone, print seen once, or sources that disagree). `sources`: where a
    reader can open the fact, the best first.
    """

    id: str
    person: str
    position: str
    start: PartialDate | None = None
    attested: PartialDate | None = None
    end: PartialDate | None = None
    end_status: Literal["ended", "in_office", "unknown"]
    last_confirmed: PartialDate | None = None
    capacity: Literal["full", "acting", "in_charge"] = "full"
    term: str | None = None
    confidence: Confidence
    sources: Annotated[tuple[str, ...], Meta(min_length=1)]
    note: str = ""


class Precedence(Record, frozen=True, kw_only=True):
    """A dated ordering of positions; those in one group are equal.

    A member of a group is a position's id, or a pattern of ids with "*" ("bi-thu-tinh-uy-*"). In the two
    orders of institutions it is an organisation's id, or a position's that is an institution by itself.
    `sources`: the text of the order, and printed lists that show it or its ties.
    """

    id: str
    title: str
    citation: str
    scope: Scope = "national"
    valid_from: date | None = None
    valid_until: date | None = None
    groups: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...] = ()


class Source(Record, frozen=True, kw_only=True):
    """A family of sources: what the locators in `sources` that begin with `prefix` are.

    `read`: the day on which the last of them was read.
    """

    prefix: str
    title: str
    kind: Literal["official", "press", "encyclopedia", "compilation", "own"]
    read: date


class Stranger(Record, frozen=True, kw_only=True):
    """A name near a registered one that is somebody else's: it exists and is no slip."""

    id: str
    name: str
    note: str
    sources: Annotated[tuple[str, ...], Meta(min_length=1)]


class Register(Record, frozen=True, kw_only=True):
    """The whole of `leaders.json`."""

    schema_version: Literal[1]
    as_of: date
    sources: tuple[Source, ...]
    organisations: tuple[Organisation, ...]
    persons: tuple[Person, ...]
    positions: tuple[Position, ...]
    precedences: tuple[Precedence, ...]
    tenures: tuple[Tenure, ...]
    strangers: tuple[Stranger, ...] = ()


class Overlay(Record, frozen=True, kw_only=True):
    """A newsroom's own file: people, organisations, positions and tenures to add; an equal id corrects.

    The records have the shape they have in `leaders.json`. After the day `expires` somebody should look
    at the file again: it still loads, and `leadercheck roster overlay` says so.
    """

    schema_version: Literal[1]
    expires: date | None = None
    organisations: tuple[Organisation, ...] = ()
    persons: tuple[Person, ...] = ()
    positions: tuple[Position, ...] = ()
    tenures: tuple[Tenure, ...] = ()


SEARCHED_ALIASES: Final = frozenset({"pen", "revolutionary", "variant"})


def first_day(partial: str) -> date:
    """The earliest day a partial date can mean."""
    return date.fromisoformat(partial + "-01-01"[len(partial) - 4 :])


def last_day(partial: str) -> date:
    """The latest day a partial date can mean."""
    parts = [int(p) for p in partial.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def all_known(position: Position, on: date) -> bool:
    """Whether the register declares that it knows every holder of the position on a day."""
    return any(c.valid_from <= on < c.valid_until for c in position.complete)


def types_on(place: Organisation, on: date) -> frozenset[str]:
    """The types a place has on a day by its lives, "tỉnh" or "thành phố trực thuộc trung ương"; empty if none is known."""
    return frozenset(
        life.type
        for life in place.lives
        if life.type
        and (life.valid_from is None or first_day(life.valid_from) <= on)
        and (life.valid_until is None or on < first_day(life.valid_until))
    )
