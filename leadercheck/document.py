"""What a check reads: a string, or a document in the parts a CMS stores apart."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, final

from msgspec import Struct

JOINT: Final = "\n\n"
"""What stands between two parts that are read as one text."""


class Part(Struct, frozen=True):
    """A piece of a document with its zone: "headline", "lead", "body", "caption", "quote", "list", "credit", "aside".

    "" leaves the zone to be guessed from its lines, as in plain text.
    """

    zone: str
    text: str
    id: str | None = None


@final
class Document(Struct, frozen=True):
    """An article in parts; findings come back with the id of their part and offsets in it."""

    parts: Sequence[Part]


class Source(Struct, frozen=True):
    """One string to read, and where each part begins in it; a plain string has no parts."""

    text: str
    parts: tuple[Part, ...] = ()
    starts: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str | Document) -> Source:
        """The parts joined by an empty line, so that no sentence runs from one into the next."""
        if isinstance(text, str):
            return cls(text)
        parts = tuple(text.parts)
        starts = accumulate((len(part.text) + len(JOINT) for part in parts[:-1]), initial=0)
        return cls(JOINT.join(part.text for part in parts), parts, tuple(starts) if parts else ())

    @property
    def zones(self) -> tuple[tuple[int, int, str], ...]:
        """The parts as (start, end, zone) of the joined text."""
        return tuple(
            (start, start + len(part.text), part.zone)
            for start, part in zip(self.starts, self.parts, strict=True)
        )

    def part_at(self, offset: int) -> int:
        """The index of the part that holds this offset of the joined text; -1 for a plain string."""
        return bisect_right(self.starts, offset) - 1

    def part_id(self, index: int) -> str | None:
        """The id of a part; None for a plain string."""
        return self.parts[index].id if index >= 0 else None

    def part_start(self, index: int) -> int:
        """Where a part begins in the joined text; 0 for a plain string."""
        return self.starts[index] if index >= 0 else 0

    @property
    def sha256(self) -> str:
        """The digest that ties a report to its text; lone surrogates count as they are."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
