"""Puts the parts of a manuscript together from the letters a parser gives; blanks as a page shows them."""

from __future__ import annotations

import re
from typing import Final

from leadercheck.readers._manuscript import Run, Strip

BLANKS: Final = " \t\n\f\r"
_SOLID_OR_BLANK: Final = re.compile(r"[ \t\n\f\r]++|[^ \t\n\f\r]++")
_UNEVEN: Final = re.compile(r"[\t\n\f\r]|  ")
_NOWHERE: Final = -1


class Builder:
    """Takes letters with their places and makes strips; one for each source."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self.strips: list[Strip] = []
        self._words: list[str] = []
        self._runs: list[Run] = []
        self._size = 0
        self._blank: tuple[int, int, int, int] | None = None

    def text(self, words: str, start: int, *, node: int = -1, unit: int = 0) -> None:
        """Letters that stand in the source from `start` on, one for one; runs of blanks become one blank."""
        if not words:
            return
        if not _UNEVEN.search(words):
            solid = words.strip(" ")
            if not solid:
                self._space(start, start + len(words), node, unit)
                return
            lead = len(words) - len(words.lstrip(" "))
            if lead:
                self._space(start, start + lead, node, unit)
            self._solid(solid, start + lead, start + lead + len(solid), node, unit + lead)
            stop = lead + len(solid)
            if stop < len(words):
                self._space(start + stop, start + len(words), node, unit + units(words[:stop]))
            return
        for found in _SOLID_OR_BLANK.finditer(words):
            first, last = found.span()
            at = unit + units(words[:first]) if not words.isascii() else unit + first
            if found[0][0] in BLANKS:
                self._space(start + first, start + last, node, at)
            else:
                self._solid(found[0], start + first, start + last, node, at)

    def unit(self, words: str, start: int, stop: int, *, node: int = -1, unit: int = 0) -> None:
        """Letters that one stretch of the source stands for as a whole, such as "&nbsp;"."""
        if words and not words.strip(BLANKS):
            self._space(start, stop, node, unit)
        elif words:
            self._solid(words, start, stop, node, unit)

    def lost(self, words: str) -> None:
        """Letters whose place nobody knows."""
        for found in _SOLID_OR_BLANK.finditer(words):
            if found[0][0] in BLANKS:
                self._space(_NOWHERE, _NOWHERE, -1, 0)
            else:
                self._flush()
                self._put(found[0])

    def newline(self) -> None:
        """A break within a part."""
        self._blank = None
        if self._words:
            self._put("\n")

    def close(self, zone: str) -> None:
        """End the part; one without letters is none."""
        text = "".join(self._words).rstrip("\n")
        if text:
            self.strips.append(Strip(text, zone, str(len(self.strips)), tuple(self._runs)))
        self._words, self._runs, self._size, self._blank = [], [], 0, None

    def _space(self, start: int, stop: int, node: int, unit: int) -> None:
        if self._blank is None:
            self._blank = start, stop, node, unit
        elif self._blank[1] == start != _NOWHERE:
            self._blank = self._blank[0], stop, self._blank[2], self._blank[3]
        elif self._blank[0] == _NOWHERE:
            self._blank = start, stop, node, unit

    def _flush(self) -> None:
        blank, self._blank = self._blank, None
        if blank and self._words and self._words[-1] != "\n":
            start, stop, node, unit = blank
            if start != _NOWHERE:
                self._run(1, start, stop, node, unit)
            self._put(" ")

    def _solid(self, words: str, start: int, stop: int, node: int, unit: int) -> None:
        self._flush()
        self._run(len(words), start, stop, node, unit)
        self._put(words)

    def _put(self, words: str) -> None:
        self._words.append(words)
        self._size += len(words)

    def _run(self, length: int, start: int, stop: int, node: int, unit: int) -> None:
        if self._runs and length == stop - start:
            last = self._runs[-1]
            if (
                last.plain
                and last.stop == start
                and last.at + last.length == self._size
                and last.node == node
            ):
                self._runs[-1] = last._replace(length=last.length + length, stop=stop)
                return
        self._runs.append(Run(self._size, length, start, stop, node, unit))


def units(words: str) -> int:
    """UTF-16 units of the words."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "surrogatepass")) // 2
