"""A text with markup between its pieces, as clients of LanguageTool send it, and the way back in UTF-16 units."""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import Any

from msgspec import Struct

from leadercheck.errors import LeadercheckError


class AnnotationError(LeadercheckError, ValueError):
    """The `data` of a request is not what LanguageTool's API says."""


class _Piece(Struct, frozen=True):
    """A stretch of the text read, where it begins there and in the original, and how long its markup is."""

    at: int
    original: int
    markup: int | None


class Annotated(Struct, frozen=True):
    """The text to read and the original it was taken from; `place` leads from the one to the other."""

    text: str
    original: str
    pieces: tuple[_Piece, ...]
    wide: bool

    @classmethod
    def plain(cls, text: str) -> Annotated:
        """A text without markup."""
        return cls(text, text, (_Piece(0, 0, None),), _is_wide(text))

    @classmethod
    def of(cls, data: str) -> Annotated:
        """The text of `{"annotation": [{"text": …}, {"markup": …, "interpretAs": …}, …]}`.

        Raises:
            AnnotationError: it is something else; says where.
        """
        try:
            annotation: Any = json.loads(data)["annotation"]
        except (ValueError, TypeError, KeyError, RecursionError):
            raise AnnotationError(
                '`data` must be JSON of the form {"annotation": [{"text": "…"}, …]}'
            ) from None
        if not isinstance(annotation, list):
            raise AnnotationError("`data`: annotation must be a list")
        read: list[str] = []
        original: list[str] = []
        pieces = []
        at = place = 0
        for index, one in enumerate(annotation):
            text, shown, markup = _piece(one, index)
            pieces.append(_Piece(at, place, len(text) if markup else None))
            read.append(shown)
            original.append(text)
            at += len(shown)
            place += len(text)
        whole = "".join(original)
        return cls("".join(read), whole, tuple(pieces), _is_wide(whole))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where code points of the text stand in the original: offset and length in UTF-16 units."""
        first = self._units(self._place(start, after=False))
        return first, self._units(self._place(end - 1, after=True)) - first

    def _place(self, offset: int, *, after: bool) -> int:
        """The place in front of a letter, or the one behind it; a letter that stands for markup is the markup."""
        piece = self.pieces[bisect_right(self.pieces, offset, key=lambda p: p.at) - 1]
        if piece.markup is None:
            return piece.original + offset - piece.at + after
        return piece.original + (piece.markup if after else 0)

    def _units(self, place: int) -> int:
        return units(self.original[:place]) if self.wide else place


def units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _is_wide(text: str) -> bool:
    return max(text, default="") > "\uffff"


def _piece(one: object, index: int) -> tuple[str, str, bool]:
    """The letters of the original, those to read, and whether the piece is markup."""
    if isinstance(one, dict):
        text, markup, shown = one.get("text"), one.get("markup"), one.get("interpretAs", "")
        if isinstance(text, str) and markup is None:
            return text, text, False
        if isinstance(markup, str) and text is None and isinstance(shown, str):
            return markup, shown, True
    raise AnnotationError(
        f"`data`: annotation[{index}] must have either a `text` or a `markup`, each a string"
    )
