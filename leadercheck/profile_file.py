"""Reading a profile: TOML within bounds, every value checked, one clear error that names file, key and remedy.

Rule, person, position and place ids are checked where the facts are known, by the `Checker` (see `house`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from leadercheck.errors import DataError, DataNotFoundError
from leadercheck.forms import MOST_STEPS, problem, steps
from leadercheck.profile import REQUIRED_IN, SPOKEN_IN, Choice, Kind, Level, OwnRule, Profile, Zone, near
from leadercheck.text import Text

LARGEST: Final = 1_000_000
"""No profile has more bytes."""
MOST_RULES: Final = 200
MOST_FORMS: Final = 2_000
LONGEST_TEXT: Final = 500
"""No message or citation has more code points."""
_KINDS: Final[tuple[Kind, ...]] = ("prefer", "forbid", "require", "order")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_Day: TypeAlias = Annotated[date | None, Field(strict=False)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Own(_Table):
    id: str
    message: str
    citation: str
    severity: Literal["note", "warning", "error"] = "warning"
    zones: list[Zone] | None = None
    prefer: dict[str, str] | None = None
    forbid: list[str] | None = None
    require: dict[str, str] | None = None
    order: list[str] | None = None
    valid_from: _Day = None
    valid_until: _Day = None

    @field_validator("id")
    @classmethod
    def _is_own(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Z]\d{3}", value, re.ASCII) or value[0] in "TNOCF":
            raise ValueError(
                f"{value!r} is no id for an own rule; write a capital other than T, N, O, C, F and three digits, such as 'X001'"
            )
        return value

    @field_validator("message", "citation")
    @classmethod
    def _is_a_sentence(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("is empty; write what the newsroom's text says")
        if len(value) > LONGEST_TEXT:
            raise ValueError(f"has {len(value)} code points; at most {LONGEST_TEXT} are read, shorten it")
        if _CONTROL.search(value):
            raise ValueError("holds a line break or control character; write one plain line")
        return value

    @field_validator("prefer", "forbid", "require", "order")
    @classmethod
    def _holds_forms(
        cls, value: dict[str, str] | list[str] | None, info: Any
    ) -> dict[str, str] | list[str] | None:
        if value is None:
            return None
        if len(value) < (2 if info.field_name == "order" else 1):
            raise ValueError("names too little to check; add an entry or remove the key")
        if info.field_name == "order":
            if len(set(value)) < len(value):
                raise ValueError("names an id twice; keep one")
            return value
        pairs = list(value.items()) if isinstance(value, dict) else [(form, "") for form in value]
        for left, right in pairs:
            if info.field_name in ("prefer", "forbid") and (wrong := problem(left)):
                raise ValueError(f"{left[:60]!r} {wrong}")
            if info.field_name == "require" and (wrong := problem(right)):
                raise ValueError(f"{left[:60]!r}: {right[:60]!r} {wrong}")
            if info.field_name == "prefer" and (wrong := problem(right, wildcard=False)):
                raise ValueError(f"{left[:60]!r}: the right form {right[:60]!r} {wrong}")
            if _CONTROL.search(left + right):
                raise ValueError(f"{left[:60]!r} holds a line break or control character; remove it")
            if info.field_name == "prefer" and left == right:
                raise ValueError(f"{left[:60]!r} is both wrong and right; remove it or correct one side")
        return value

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        kinds = [kind for kind in _KINDS if getattr(self, kind) is not None]
        if len(kinds) != 1:
            said = f"has {' and '.join(kinds)}" if kinds else "says nothing to check"
            raise ValueError(f"{said}; give exactly one of prefer, forbid, require, order")
        if kinds == ["order"] and self.severity == "error":
            raise ValueError('an order is at most a warning; write severity = "warning"')
        if self.zones == []:
            raise ValueError("zones is empty; name a zone or remove the key")
        if self.valid_from and self.valid_until and self.valid_from >= self.valid_until:
            raise ValueError("valid_from is not before valid_until; correct one of them")
        return self

    def rule(self) -> OwnRule:
        kind = next(kind for kind in _KINDS if getattr(self, kind) is not None)
        zones = tuple(self.zones) if self.zones else REQUIRED_IN if kind == "require" else SPOKEN_IN
        return OwnRule(
            self.id, kind, self.message, self.citation, self.severity, zones,
            self.prefer or {}, tuple(self.forbid or ()), self.require or {}, tuple(self.order or ()),
            self.valid_from, self.valid_until,
        )  # fmt: skip


class _File(_Table):
    name: str = "house"
    rules: dict[str, Level] = {}
    zones: dict[Zone, dict[str, Level]] = {}
    address: Literal["ông_bà", "đồng_chí", "any"] = "any"
    pho_second_capital: Choice = "any"
    thuong_truc_capital: Choice = "any"
    trung_uong: Literal["Trung ương", "T.Ư", "TW", "TƯ", "any"] = "any"
    ministry_short: Literal["full", "short", "any"] = "any"
    nguyen_or_cuu: Literal["nguyên", "cựu", "any"] = "any"
    tone: Literal["old", "new", "any"] = "any"
    first_mention: list[str] = []
    local_province: str | None = None
    order_templates: list[str] = []
    own: list[_Own] = []

    @model_validator(mode="after")
    def _is_within_bounds(self) -> Self:
        if len(self.own) > MOST_RULES:
            raise ValueError(
                f"own: has {len(self.own)} rules; at most {MOST_RULES} are run, join or remove some"
            )
        forms = sum(
            len(o.prefer or ()) + len(o.forbid or ()) + len(o.require or ()) + len(o.order or ())
            for o in self.own
        )
        if forms > MOST_FORMS:
            raise ValueError(f"own: has {forms} forms; at most {MOST_FORMS} are looked for, remove some")
        wild = sum(
            steps(form)
            for o in self.own
            for form in (*(o.prefer or ()), *(o.forbid or ()), *(o.require or {}).values())
        )
        if wild > MOST_STEPS:
            raise ValueError(
                f"own: its forms with * have {wild} steps (syllables, and three for each *); at most {MOST_STEPS} "
                "are run, shorten or remove some"
            )
        ids = [own.id for own in self.own]
        twice = next((ident for number, ident in enumerate(ids) if ident in ids[:number]), None)
        if twice:
            raise ValueError(f"own: two rules have the id {twice!r}; give one of them another")
        return self


def load(path: str | Path) -> Profile:
    """The profile in a file; of a `pyproject.toml` its table `[tool.leadercheck]`.

    Raises:
        DataNotFoundError: there is no such file.
        DataError: it breaks a promise of the format.
    """
    table = _table(path)
    prefix = ""
    if Path(path).name == "pyproject.toml":
        prefix = "tool.leadercheck."
        tool = table.get("tool")
        found = tool.get("leadercheck") if isinstance(tool, dict) else None
        if not isinstance(found, dict):
            raise DataError(
                f"{path}: tool.leadercheck: there is no such table; add [tool.leadercheck] or name another file"
            )
        table = found
    try:
        read = _File.model_validate(table)
    except ValidationError as error:
        raise DataError(f"{path}: {prefix}{_told(error.errors(include_url=False)[0])}") from None
    style = {
        name: getattr(read, name)
        for name in _File.model_fields
        if name not in ("own", "first_mention", "order_templates")
    }
    return Profile(
        **style,
        first_mention=tuple(read.first_mention),
        order_templates=tuple(read.order_templates),
        own=tuple(own.rule() for own in read.own),
        path=str(path),
    )


def bound(profile: Profile) -> None:
    """Hold own rules made in code to the bounds of those in a file.

    Raises:
        DataError: one is out of bounds; names the key and the remedy.
    """
    own = [
        {
            "id": one.id,
            "message": one.message,
            "citation": one.citation,
            "severity": one.severity,
            "zones": list(one.zones),
            "prefer": dict(one.prefer) or None,
            "forbid": list(one.forbid) or None,
            "require": dict(one.require) or None,
            "order": list(one.order) or None,
            "valid_from": one.valid_from,
            "valid_until": one.valid_until,
        }
        for one in profile.own
    ]
    try:
        read = _File.model_validate({"own": own})
    except ValidationError as error:
        where = profile.path or "profile"
        raise DataError(f"{where}: {_told(error.errors(include_url=False)[0])}") from None
    for number, (one, table) in enumerate(zip(profile.own, read.own, strict=True), 1):
        if table.rule().kind != one.kind:
            where = profile.path or "profile"
            raise DataError(
                f"{where}: own.{number}.kind: is {one.kind!r}, but it has no such table; make the two agree"
            )


def _table(path: str | Path) -> dict[str, Any]:
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise DataNotFoundError(f"{path}: cannot be read ({reason}); check the path") from None
    if len(content) > LARGEST:
        raise DataError(
            f"{path}: has more than {LARGEST} bytes; a profile is a small TOML file, check the path"
        )
    try:
        return tomllib.loads(Text.of(content.decode()).matched)
    except UnicodeDecodeError as error:
        raise DataError(
            f"{path}: is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"
        ) from None
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else error
        raise DataError(f"{path}: is not TOML: {reason}; correct that line") from None


def _told(error: Mapping[str, Any]) -> str:
    """An error of the model as "key: what is wrong; remedy"."""
    loc = [part for part in error["loc"] if part != "[key]"]
    place = ".".join(f"{part + 1}" if isinstance(part, int) else str(part) for part in loc) or "file"
    known = _Own.model_fields if loc[:1] == ["own"] else _File.model_fields
    kind, said = error["type"], error["msg"]
    if kind == "extra_forbidden":
        return f"{place}: unknown key; {near(str(loc[-1]), known)}"
    if kind == "missing":
        return f'{place}: is missing; add {loc[-1]} = "…"'
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        return f"{place}: {str(error['input'])[:60]!r} is not one of {', '.join(choices)}; {near(str(error['input']), choices)}"
    if kind == "value_error":
        words = str(error["ctx"]["error"])
        return words if words.startswith("own: ") else f"{place}: {words}"
    return f"{place}: {said[0].lower() + said[1:]}; correct or remove that key"
