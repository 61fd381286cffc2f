"""What a check gives back: findings with their places, facts and fixes, the mentions, and the coverage.

These are the values at the outer edge: pydantic models, frozen, JSON with a `schema` version.
"""

from __future__ import annotations

from datetime import date
from threading import RLock
from typing import Annotated, Any, Literal

import msgspec
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator
from pydantic_core import PydanticSerializationError

from leadercheck.article import Mention

_building = RLock()


class _Frozen(BaseModel):
    # A check makes these of values it knows to be right; their schemas are built when one is read or written.
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, defer_build=True)

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build the schema; threads that write their first reports at once wait for one another."""
        with _building:
            return super().model_rebuild(**options)


class Edit(_Frozen):
    """One replacement: `text` stands for `[start, end)`, code points of the caller's string (of its part)."""

    start: int
    end: int
    text: str


class Fix(_Frozen):
    """A remedy: its label in Vietnamese, whether it may be applied unread, and its edits in order of place."""

    label: str
    safe: bool
    edits: tuple[Edit, ...]


class Related(_Frozen):
    """Another place that belongs to the finding, with what to see there."""

    start: int
    end: int
    message: str


class Evidence(_Frozen):
    """A record the finding rests on: its kind and id, what it says, and the page behind it."""

    kind: str
    id: str
    summary: str
    source: str


class Finding(_Frozen):
    """One slip: `text[start:end] == excerpt`, code points of the caller's string, half-open.

    Lines and columns count from 1, in code points. `fingerprint` holds no place: it stays when text
    elsewhere changes. `replacement` and `safe` are the first fix when it is one edit of the span.
    """

    rule: str
    name: str
    severity: Literal["error", "warning", "note"]
    start: int
    end: int
    part: str | None
    zone: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    message: str
    fixes: tuple[Fix, ...]
    replacement: str | None
    safe: bool
    related: tuple[Related, ...]
    citation: str
    evidence: tuple[Evidence, ...]
    person: str | None
    fingerprint: str


class Coverage(_Frozen):
    """How much was found, linked and judged; `not_judged` counts titles by reason."""

    references: int
    linked: int
    unknown: int
    ambiguous: int
    foreign: int
    titles: int
    judged_yes: int
    judged_no: int
    not_judged: dict[str, int]


def _mention(value: Any) -> Mention:
    """A mention as the article has it, or from its JSON."""
    if isinstance(value, Mention):
        return value
    try:
        return msgspec.convert(value, Mention)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None


def _plain(mention: Mention) -> Any:
    return msgspec.to_builtins(mention, builtin_types=(date,))


class Report(_Frozen):
    """What was found in one text on one day; JSON with a `schema` version."""

    schema_version: Literal[1] = Field(default=1, serialization_alias="schema")
    on: date
    ok: bool | None
    findings: tuple[Finding, ...]
    mentions: tuple[Annotated[Mention, PlainValidator(_mention), PlainSerializer(_plain)], ...]
    notices: tuple[str, ...]
    coverage: Coverage
    roster_as_of: date
    roster_sha256: str
    text_sha256: str
    version: str

    def model_dump_json(self, **options: Any) -> str:
        """The report as JSON; a text with lone surrogates gives them as escapes."""
        try:
            return super().model_dump_json(**options)
        except PydanticSerializationError:
            import json  # noqa: PLC0415  # only such a text needs it

            indent = options.pop("indent", None)
            return json.dumps(self.model_dump(mode="json", **options), indent=indent)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that contradict dated facts or a cited norm."""
        return tuple(f for f in self.findings if f.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings of norms with exceptions."""
        return tuple(f for f in self.findings if f.severity == "warning")

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The findings that need a human."""
        return tuple(f for f in self.findings if f.severity == "note")
