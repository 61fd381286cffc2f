"""Word documents: paragraphs, tables, text boxes, foot- and endnotes, with tracked changes as accepted.

The XML is read by expat, which tells the byte of each letter, and a fix is written over those bytes alone: every
other byte of the XML, and every other file of the archive, stays. A library that builds a tree would write the
whole document anew, and knows neither footnotes nor text boxes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from typing import Any, Final
from xml.parsers import expat

from msgspec.structs import replace

from leadercheck.errors import DataError
from leadercheck.fixes import applied
from leadercheck.readers._manuscript import Manuscript, Strip
from leadercheck.readers._strips import Builder
from leadercheck.report import Edit

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_TYPES: Final = ("main+xml", "footnotes+xml", "endnotes+xml")
_STYLES: Final = "styles+xml"
LARGEST: Final = 100_000_000
"""No XML part has more bytes."""
_ZONES: Final = {
    "title": "headline", "heading 1": "headline", "subtitle": "lead", "caption": "caption", "quote": "quote",
    "intense quote": "quote", "list bullet": "list", "list number": "list", "signature": "credit",
}  # fmt: skip
"""Zones by the names of Word's own styles, which are English in every language of Word."""
_SKIPPED: Final = frozenset(("del", "moveFrom", "Fallback"))
_SPACES: Final = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}
_OFF: Final = ("0", "false", "off")
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError, LookupError, ValueError, OverflowError, OSError,
    EOFError, RuntimeError,
)  # fmt: skip
"""What the readers of an archive and of XML raise at a file that is none."""
_BARE: Final = "<w:t>"
_PRESERVED: Final = '<w:t xml:space="preserve">'


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say what to do where the archive or its XML is broken."""
    try:
        yield
    except DataError:
        raise
    except _BROKEN as error:
        raise DataError(
            f"{name}: is no readable .docx ({error}); open it in Word or LibreOffice and save it anew"
        ) from None


def read(content: bytes, name: str) -> Manuscript:
    """The text of a .docx, one part a paragraph.

    Raises:
        DataError: it is no .docx, or its XML is broken; says what to do.
    """
    with _told(name):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = _files(archive)
            styles = _styles(archive, files)
            sources = [
                (member, _member(archive, member))
                for ending in _TYPES
                for member in files
                if files[member].endswith(ending) and "glossary" not in member
            ]
        if not sources:
            raise DataError(f"{name}: holds no text document; save it as .docx in Word or LibreOffice")
        strips: list[Strip] = []
        members: list[tuple[str, int, int]] = []
        source = ""
        for index, (member, data) in enumerate(sources):
            text = data.decode("utf-8")
            reading = _Reading(data, len(source), styles, zone="" if index == 0 else "body")
            strips += reading.strips()
            members.append((member, len(source), len(source) + len(text)))
            source += text
    named = tuple(replace(strip, id=str(number)) for number, strip in enumerate(strips))
    return Manuscript(
        "docx", source, named, escape=_escape, members=tuple(members), content=content, name=name
    )


def rewritten(manuscript: Manuscript, edits: Sequence[Edit]) -> bytes:
    """The file with edits of its XML, in order of place; all other files of the archive hold what they held.

    Raises:
        DataError: one of those cannot be read; says what to do.
    """
    if not edits:
        return manuscript.content
    changed: dict[str, bytes] = {}
    starts = [edit.start for edit in edits]
    for name, start, stop in manuscript.members:
        own = edits[bisect_left(starts, start) : bisect_left(starts, stop)]
        if own:
            text = manuscript.source[start:stop]
            moved = [Edit(start=e.start - start, end=e.end - start, text=e.text) for e in own]
            changed[name] = applied(
                text, sorted([*_kept_blanks(text, moved), *moved], key=lambda edit: edit.start)
            ).encode()
    target = io.BytesIO()
    with (
        _told(manuscript.name),
        zipfile.ZipFile(io.BytesIO(manuscript.content)) as archive,
        zipfile.ZipFile(target, "w") as made,
    ):
        for info in archive.infolist():
            made.writestr(info, changed.get(info.filename) or archive.read(info))
    return target.getvalue()


def _kept_blanks(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Where edits leave a blank at the edge of a <w:t>, the attribute without which Word drops it."""
    found: dict[int, Edit] = {}
    for edit in edits:
        start = text.rfind("<", 0, edit.start)
        first, stop = start + len(_BARE), text.find("<", edit.end)
        if text.startswith(_BARE, start) and start not in found:
            own = [
                e.model_copy(update={"start": e.start - first, "end": e.end - first})
                for e in edits
                if first <= e.start and e.end <= stop
            ]
            shown = applied(text[first:stop], own)
            if shown != shown.strip():
                found[start] = Edit(start=start, end=first, text=_PRESERVED)
    return list(found.values())


def _escape(words: str) -> str:
    return escape(words, quote=False)


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST:
        raise zipfile.BadZipFile(f"{name} has more than {LARGEST} bytes")
    return archive.read(name)


def _parser() -> Any:
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_: object) -> None:
        raise expat.ExpatError("a document type, which no Word document has")

    parser.StartDoctypeDeclHandler = refuse
    return parser


def _files(archive: zipfile.ZipFile) -> dict[str, str]:
    """The files of the archive with their content types, in the order they are declared."""
    found: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.endswith(" Override"):
            found[attributes["PartName"].lstrip("/")] = attributes["ContentType"]

    parser = _parser()
    parser.StartElementHandler = start
    parser.Parse(_member(archive, "[Content_Types].xml"), True)  # noqa: FBT003  # expat takes no keyword
    return found


def _styles(archive: zipfile.ZipFile, files: dict[str, str]) -> dict[str, str]:
    """Ids of paragraph styles with the zones their names mean."""
    found: dict[str, str] = {}
    current = [""]

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name == "style":
            current[0] = _value(attributes, "styleId")
        elif name == "name":
            zone = _ZONES.get(_value(attributes, "val").lower())
            if zone:
                found[current[0]] = zone

    for name in (name for name, kind in files.items() if kind.endswith(_STYLES)):
        parser = _parser()
        parser.StartElementHandler = start
        parser.Parse(_member(archive, name), True)  # noqa: FBT003
    return found


def _local(tag: str) -> str:
    """The name of a Word element; that of another vocabulary only where it wraps Word's."""
    if tag.startswith((_WORD, _STRICT)):
        return tag.rpartition(" ")[2]
    return "Fallback" if tag.endswith(" Fallback") else ""


def _value(attributes: dict[str, str], name: str) -> str:
    return attributes.get(_WORD + name) or attributes.get(_STRICT + name) or ""


class _Paragraph:
    """One paragraph as it is read; a text box in it has paragraphs of its own."""

    __slots__ = ("builder", "hidden", "joins", "zone")

    def __init__(self, zone: str) -> None:
        self.builder = Builder()
        self.zone = zone
        self.hidden = False
        self.joins = False


class _Reading:
    """One pass over the XML of a part."""

    def __init__(self, data: bytes, offset: int, styles: dict[str, str], zone: str) -> None:
        """Read it whole; `offset` is added to each place."""
        self._data = data
        self._styles = styles
        self._zone = zone
        self._all: list[_Paragraph] = []
        self._open: list[_Paragraph] = []
        self._path: list[str] = []
        self._skipped = 0
        self._joined: _Paragraph | None = None
        self._bytes, self._place = 0, offset
        self._parser = _parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._letters
        self._parser.Parse(data, True)  # noqa: FBT003

    def strips(self) -> list[Strip]:
        """The paragraphs that hold letters, in the order they begin."""
        found = []
        for paragraph in self._all:
            paragraph.builder.close(paragraph.zone)
            found += paragraph.builder.strips
        return found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        above = self._path[-1] if self._path else ""
        self._path.append(name)
        here = self._open[-1] if self._open else None
        if name in _SKIPPED:
            if name == "del" and above == "rPr" and here and self._path[-3:-2] == ["pPr"]:
                here.joins = True
            self._skipped += 1
        elif name == "p":
            self._begin()
        elif here is None or self._skipped:
            return
        elif name == "pStyle":
            here.zone = self._styles.get(_value(attributes, "val"), here.zone)
        elif name == "numPr" and not here.zone:
            here.zone = "list"
        elif name == "r":
            here.hidden = False
        elif name == "vanish" and self._path[-3:-1] == ["r", "rPr"]:
            here.hidden = _value(attributes, "val") not in _OFF
        elif above == "r" and name in ("br", "cr"):
            here.builder.newline()
        elif above == "r" and name in _SPACES:
            here.builder.lost(_SPACES[name])

    def _begin(self) -> None:
        if self._joined is not None and not self._skipped:
            self._open.append(self._joined)
            self._joined = None
            return
        paragraph = _Paragraph(self._zone)
        self._open.append(paragraph)
        self._all.append(paragraph)

    def _end(self, _tag: str) -> None:
        name = self._path.pop()
        if name in _SKIPPED:
            self._skipped -= 1
        elif name == "p" and self._open:
            last = self._open.pop()
            if last.joins:
                last.joins = False
                self._joined = last

    def _letters(self, words: str) -> None:
        if self._skipped or not self._open or self._path[-1:] != ["t"] or self._open[-1].hidden:
            return
        builder, first = self._open[-1].builder, self._parser.CurrentByteIndex
        # Places are code points: what lies between is counted once.
        self._place += len(self._data[self._bytes : first].decode())
        self._bytes = first
        encoded = words.encode()
        if self._data.startswith(encoded, first):
            builder.text(words, self._place)
        elif self._data.startswith(b"&", first):
            builder.unit(words, self._place, self._place + self._data.index(b";", first) + 1 - first)
        else:
            builder.lost(words)
