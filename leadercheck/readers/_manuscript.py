"""A source as it was read: the document to check, and the exact way back from each of its letters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from msgspec import Struct

from leadercheck.document import JOINT, Document, Part
from leadercheck.suppression import Suppression

Form = Literal["plain", "html", "markdown", "docx"]


class Run(NamedTuple):
    """Code points of a part from `at` on, and the stretch `[start, stop)` of the source they were read from.

    One for one where the lengths agree; else the whole stretch is one unit, such as "&nbsp;". A letter no run
    holds stands nowhere in the source. `node` and `unit`: the text node of the page, and the place in it in
    UTF-16 units; -1 where the source is no page.
    """

    at: int
    length: int
    start: int
    stop: int
    node: int = -1
    unit: int = 0

    @property
    def plain(self) -> bool:
        """Whether each code point of the part is one of the source."""
        return self.length == self.stop - self.start


class Path(NamedTuple):
    """The way down to a node of a page: its index among its siblings, and the way to its parent."""

    step: int
    above: Path | None


class Strip(Struct, frozen=True):
    """One part of a manuscript: its text, its zone, its name and the runs it was put together from."""

    text: str
    zone: str
    id: str
    runs: tuple[Run, ...]

    def letter(self, offset: int) -> tuple[int, int] | None:
        """The stretch of the source that one code point of the part was read from; None for none."""
        run = self.run(offset)
        if run is None:
            return None
        if run.plain:
            place = run.start + offset - run.at
            return place, place + 1
        return run.start, run.stop

    def run(self, offset: int) -> Run | None:
        """The run that holds a code point of the part."""
        index = bisect_right(self.runs, offset, key=lambda run: run.at) - 1
        if index < 0 or offset >= self.runs[index].at + self.runs[index].length:
            return None
        return self.runs[index]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """What `[start, end)` was read from: (start, end) in the part and in the source, as far as it runs on."""
        index = max(0, bisect_right(self.runs, start, key=lambda run: run.at) - 1)
        held: tuple[int, int, int, int] | None = None
        for run in self.runs[index:]:
            if run.at >= end:
                break
            first, last = max(start, run.at), min(end, run.at + run.length)
            if first >= last:
                continue
            if run.plain:
                piece = first, last, run.start + first - run.at, run.start + last - run.at
            else:
                piece = first, last, run.start, run.stop
            if held and held[1] == piece[0] and held[3] == piece[2]:
                held = held[0], piece[1], held[2], piece[3]
                continue
            if held:
                yield held
            held = piece
        if held:
            yield held

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` stands in the source, with all that lies between; an empty range is a place."""
        if end > start:
            pieces = list(self.pieces(start, end))
            if pieces:
                return pieces[0][2], pieces[-1][3]
        at = self.gap(start)
        return at, at

    def gap(self, offset: int, *, after: bool = False) -> int:
        """Where something is written between two code points of the part: inside the tags of the second.

        `after`: inside those of the first.
        """
        for near in (offset - 1, offset) if after else (offset, offset - 1):
            letter = self.letter(near) if near >= 0 else None
            if letter:
                return letter[0] if near == offset else letter[1]
        index = bisect_right(self.runs, offset, key=lambda run: run.at) - 1
        if index >= 0:
            return self.runs[index].stop
        return self.runs[0].start if self.runs else 0


class Manuscript(Struct, frozen=True):
    """A source in some format, read once.

    Attributes:
        form: the format it was read as.
        source: the characters of the source; of a .docx, of its XML parts one after the other.
        strips: its parts in reading order; () where the source is read as it stands.
        suppressions: what orders of the source leave out, in places of the joined text.
        notices: what is wrong with those orders.
        escape: writes words so that the format shows them as they are.
        nodes: of a page, the way to each text node.
        members: of a .docx, the files of the archive that `source` holds, with their bounds.
        content: the bytes of the file; b"" where the source is the file.
        name: of a .docx, how it is called in errors.
    """

    form: Form
    source: str
    strips: tuple[Strip, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    notices: tuple[str, ...] = ()
    escape: Callable[[str], str] = str
    nodes: tuple[Path, ...] = ()
    members: tuple[tuple[str, int, int], ...] = ()
    content: bytes = b""
    name: str = "-"

    @property
    def text(self) -> str | Document:
        """What a `Checker` reads."""
        if self.form == "plain":
            return self.source
        return Document([Part(strip.zone, strip.text, strip.id) for strip in self.strips])

    def strip(self, part: str | None) -> Strip | None:
        """The part of that name; None for the source as it stands."""
        return self.strips[int(part)] if part is not None else None

    def end(self, part: str, offset: int) -> tuple[Strip, int]:
        """The part that holds the end of something begun in `part`, and the offset there.

        A name that a paragraph breaks in two ends in the next one.
        """
        index = int(part)
        while offset > len(self.strips[index].text) and index + 1 < len(self.strips):
            offset = max(0, offset - len(self.strips[index].text) - len(JOINT))
            index += 1
        return self.strips[index], offset

    def place(self, part: str, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of a part stands in the source, with all that lies between."""
        strip = self.strips[int(part)]
        last, offset = self.end(part, end)
        if last is strip:
            return strip.place(start, end)
        first = strip.place(start, len(strip.text))[0]
        return first, max(first, last.place(0, offset)[1])
