"""What clients send and get beside the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from leadercheck.document import Document, Part
from leadercheck.report import Report

Zone = Literal["", "headline", "lead", "body", "caption", "quote", "list", "credit", "aside"]


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Piece(_Message):
    """A part of an article that a CMS stores apart; findings name its id, places count in its text."""

    zone: Zone = Field(default="", description="left out, it is guessed as in plain text")
    text: str
    id: str | None = None


class _Published(_Message):
    on: date | None = Field(default=None, description="day of publication in Việt Nam; today if left out")
    ignore: Annotated[tuple[str, ...], Field(max_length=10_000)] = Field(
        default=(), description="ids of rules, or fingerprints of findings, to leave out"
    )


class Asked(_Published):
    """A text, or an article in parts, and the day it is published."""

    text: str | None = None
    parts: Annotated[tuple[Piece, ...], Field(max_length=10_000)] | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.text is None) == (self.parts is None):
            raise PydanticCustomError("text_or_parts", "send either `text` or `parts`")
        return self

    @property
    def article(self) -> str | Document:
        """What is to be checked."""
        if self.text is not None:
            return self.text
        return Document([Part(zone=p.zone, text=p.text, id=p.id) for p in self.parts or ()])


class AskedOfPage(_Published):
    """An article as an editor or a CMS keeps it in HTML: a page, or what stands in some element."""

    html: str


class Place(NamedTuple):
    """A boundary point as `Range.setStart` takes it: indexes of `childNodes` from the top down, UTF-16 units."""

    path: tuple[int, ...]
    offset: int


class PageChecked(_Message):
    """The report in places of the HTML, and for each finding its range in the page; null where it has none."""

    report: Report
    ranges: Sequence[tuple[Place, Place] | None]


class AskedToFix(Asked):
    """A text to be mended; with `unsafe` also by fixes that a person should see first."""

    unsafe: bool = False


class Fixed(_Message):
    """The text, or the texts of the parts in order, with the fixes; and the report on that."""

    text: str | None
    parts: Sequence[str] | None
    report: Report


class AskedForPerson(_Message):
    """A person by id or name, and the day."""

    person: str
    on: date | None = None
    form: Literal["full", "short"] = "full"


class Introduced(_Message):
    """A person as print introduces them on the day, with the titles that are certain."""

    person: str
    name: str
    on: date
    text: str
    unsure: tuple[str, ...] = Field(description="what was left out because nobody confirmed it for the day")


class Found(_Message):
    """A person of the register and how print names them in short on the day."""

    person: str
    name: str
    text: str


class Health(_Message):
    """That the server answers, and with which facts."""

    status: Literal["ok"] = "ok"
    version: str
    roster_as_of: date
    roster_sha256: str


class Refusal(_Message):
    """What is wrong with a request and what to do."""

    detail: str
