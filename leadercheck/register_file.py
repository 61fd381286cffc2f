"""The file of a register or an overlay: read, checked against the schema, written.

It is one JSON object with one record a line, each array sorted by id, so that a change of fact is one line of a diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Any, Final, TypeVar, get_args, get_origin

import msgspec
from msgspec.structs import replace

from leadercheck.errors import DataError
from leadercheck.patterns import pattern
from leadercheck.register import Overlay, Register, first_day


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `leaders.json`, as committed beside it."""
    return msgspec.json.schema(Register)


Shape = TypeVar("Shape", Register, Overlay)


def parse(shape: type[Shape], content: bytes, where: str) -> Shape:
    """A register or overlay from the bytes of its file.

    Raises:
        DataError: the content is not what the schema says; names the file, the JSON path and the remedy.
    """
    try:
        file = msgspec.json.decode(content, type=shape)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        file = None
    if file is None or not _are_dates(_dates(file)):
        found = problems(shape, content)
        raise DataError(
            f"{where}: {found[0]} ({len(found)} in all); correct the file or reinstall leadercheck; "
            "`leadercheck roster validate` lists the rest"
        )
    return file


_DATED: Final = {"persons": ("born", "died"), "tenures": ("start", "attested", "end", "last_confirmed")}
_DATED_INSIDE: Final = {
    "persons": ("ranks", ("start",)),
    "organisations": ("lives", ("valid_from", "valid_until")),
}
"""The records, and those inside records, that hold dates as far as they are known, and in which fields."""


def _dates(file: Register | Overlay) -> set[str]:
    """Every partial date of the file, once."""
    found: set[str | None] = set()
    for kind, names in _DATED.items():
        found.update(chain.from_iterable(map(attrgetter(*names), getattr(file, kind))))
    for kind, (inside, names) in _DATED_INSIDE.items():
        for part in chain.from_iterable(map(attrgetter(inside), getattr(file, kind))):
            found.update(getattr(part, name) for name in names)
    return {one for one in found if one is not None}


def _are_dates(partials: set[str]) -> bool:
    """Whether each is a partial date, and one that the calendar has."""
    # Of other shapes `fromisoformat` takes a day of a numbered week: "2026-W15-2".
    if not set(map(len, partials)) <= _LENGTHS or "W" in "".join(partials):
        return False
    try:
        return all(map(first_day, partials))
    except ValueError:
        return False


_LENGTHS: Final = {len("2026"), len("2026-04"), len("2026-04-07")}


def problems(shape: type[Register] | type[Overlay], content: bytes) -> list[str]:
    """What departs from the schema, as "JSON path: what is wrong"; of each record the first."""
    try:
        file = msgspec.json.decode(content)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        return [f"$: Invalid JSON: {error}"]
    found = list(_problems(shape, file))
    if not found:
        try:
            msgspec.json.decode(content, type=shape)
        except msgspec.ValidationError as error:
            return [f"$: a field stands twice, and the first is wrong: {error}"]
    return found


def _problems(shape: type[Register] | type[Overlay], file: Any) -> Iterator[str]:
    for field in msgspec.structs.fields(shape):
        records = file.get(field.name) if isinstance(file, dict) else None
        if get_origin(field.type) is tuple and isinstance(records, list):
            file = file | {field.name: []}
            for number, record in enumerate(records):
                at = f"$.{field.name}[{number}]"
                yield from _departs(record, get_args(field.type)[0], at) or _misdated(record, field.name, at)
    yield from _departs(file, shape, "$")


_SAID: Final = pattern(r"(?P<what>.*?)(?: - at `\$(?P<path>[^`]*)`)?", re.DOTALL)
_FIELD: Final = pattern(r"field `(\w+)`")


def _departs(value: Any, shape: Any, at: str) -> list[str]:
    """What is wrong with the shape of a value that stands at this path."""
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        said = _SAID.fullmatch(str(error))
        what, path = (said["what"], said["path"] or "") if said else (str(error), "")
        field = _FIELD.search(what)
        return [f"{at}{path}{'.' + field[1] if field else ''}: {what}"]
    return []


def _misdated(record: dict[str, Any], kind: str, at: str) -> Iterator[str]:
    """The dates of a record of the right shape that the calendar does not have."""
    inside, names = _DATED_INSIDE.get(kind, ("", ()))
    places = [(at, record, _DATED.get(kind, ()))]
    places += [
        (f"{at}.{inside}[{number}]", part, names) for number, part in enumerate(record.get(inside, ()))
    ]
    for path, part, dated in places:
        for name in dated:
            if part.get(name) is not None and not _are_dates({part[name]}):
                yield f"{path}.{name}: {part[name]!r} is no date of the calendar, as 2026, 2026-04 or 2026-04-07 are"


def dump(register: Register | Overlay) -> str:
    """The file of a register: one record a line, arrays of records sorted by id, empty fields left out."""
    lines = []
    for name in register.__struct_fields__:
        value = getattr(register, name)
        if isinstance(value, tuple):
            records = [_said(record) for record in msgspec.to_builtins(value)]
            if name != "sources":
                records.sort(key=lambda r: str(r["id"]))
            rows = ",\n".join(_line(r) for r in records)
            lines.append(f'"{name}": [\n{rows}\n]' if rows else f'"{name}": []')
        elif value is not None:
            lines.append(f'"{name}": {_line(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()


_EMPTY: Final[tuple[object, ...]] = (None, (), "")


def _said(value: Any) -> Any:
    """A record without the fields that say nothing."""
    if isinstance(value, dict):
        return {key: _said(v) for key, v in value.items() if v not in _EMPTY}
    return [_said(v) for v in value] if isinstance(value, (list, tuple)) else value


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
