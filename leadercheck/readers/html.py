"""HTML as editors and CMS keep it, read as a browser reads it, each letter with its place in the source.

The tree is lexbor's, which follows the HTML standard, so that paths to nodes are those of a browser; the places
come from `_tokens`. A source without <html>, <head>, <body> or a doctype is what stands inside some element
(`innerHTML`): paths then begin there; else they begin at the document.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from leadercheck.errors import MissingExtraError
from leadercheck.readers import _orders, _tokens, _zones
from leadercheck.readers._manuscript import Manuscript, Path
from leadercheck.readers._strips import BLANKS, Builder, units

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_WHOLE: Final = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_AHEAD: Final = 100_000
_CONTEXT: Final = "<!doctype html><body>"
_SKIPPED: Final = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "select", "datalist",
     "button", "textarea", "input", "head", "title", "audio", "video", "canvas", "map", "noembed", "noframes", "xmp",
     "plaintext", "rp", "rt", "progress", "meter")
)  # fmt: skip


def read(source: str) -> Manuscript:
    """The text of a page or a piece of one, in blocks.

    Raises:
        MissingExtraError: the parser is not installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  # an extra, for this format alone
    except ImportError as error:
        raise MissingExtraError("reading HTML needs selectolax: pip install 'leadercheck[html]'") from error
    scanned = " " + source[1:] if source.startswith("\ufeff") else source
    whole = _WHOLE.search(source, 0, _AHEAD) is not None
    parser = LexborHTMLParser(("" if whole else _CONTEXT) + _tokens.marked(scanned))
    top = parser.root.parent if whole and parser.root else parser.body
    walk = _Walk(scanned)
    if top is not None:
        walk.run(top)
    found = walk.builder.strips
    suppressions, notices = _orders.of(source, found)
    return Manuscript(
        "html",
        source,
        tuple(found),
        suppressions,
        notices,
        escape=_escape,
        nodes=tuple(walk.nodes),
    )


def _escape(words: str) -> str:
    return html.escape(words, quote=False)


class _Walk:
    """One pass over the nodes of a page, in document order and without recursion."""

    def __init__(self, source: str) -> None:
        """At the top."""
        self.builder = Builder()
        self.nodes: list[Path] = []
        self._source = source
        self._zones = [""]
        self._pre = 0

    def run(self, top: LexborNode) -> None:
        """Read all that stands below a node."""
        path: Path | None = None
        node, index = top.first_child, 0
        open_tags: list[tuple[LexborNode, int, bool, bool]] = []
        while True:
            if node is None:
                if not open_tags:
                    break
                node, index, block, preformatted = open_tags.pop()
                self._pre -= preformatted
                if block:
                    self.builder.close(self._zones.pop())
                path = path.above if path else None
                node, index = node.next, index + 1
                continue
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content or "", Path(index, path))
            elif tag == "br":
                self.builder.newline()
            elif tag and tag[0] not in "-!" and tag not in _SKIPPED:
                attributes = node.attributes or {}
                if "hidden" not in attributes:
                    block = tag not in _tokens.INLINE
                    if block:
                        self.builder.close(self._zones[-1])
                        self._zones.append(_zones.of(tag, attributes, self._zones[-1]))
                    preformatted = tag in ("pre", "listing")
                    self._pre += preformatted
                    open_tags.append((node, index, block, preformatted))
                    path = Path(index, path)
                    node, index = node.first_child, 0
                    continue
            node, index = node.next, index + 1
        self.builder.close(self._zones[-1])

    def _text(self, data: str, path: Path) -> None:
        """Read a text node: letters, and marks that tell where the letters behind them stand."""
        number = len(self.nodes)
        self.nodes.append(path)
        parts = _tokens.MARK.split(data)
        unit = 0
        lead = parts[0]
        if lead:
            self._lead(lead, int(parts[1]) if len(parts) > 1 else None, number)
            unit = units(lead)
        for index in range(1, len(parts), 2):
            words, place = parts[index + 1], int(parts[index])
            following = int(parts[index + 2]) if index + 2 < len(parts) else None
            if words:
                self._letters(words, place, following, number, unit)
                unit += units(words)

    def _lead(self, words: str, before: int | None, node: int) -> None:
        """Letters in front of the first mark: blanks, which stand in front of its place."""
        start = (before or 0) - len(words)
        if before is not None and start >= 0 and self._source[start:before] == words:
            self._put(words, start, node, 0)
        elif not words.strip(BLANKS) and before is not None:
            # Windows line ends: twice as many code points at most.
            begin, least = before, max(0, before - 2 * len(words))
            while begin > least and self._source[begin - 1] in BLANKS:
                begin -= 1
            self.builder.unit(words, begin, before, node=node)
        else:
            self.builder.lost(words)

    def _letters(self, words: str, place: int, following: int | None, node: int, unit: int) -> None:
        """Letters behind a mark: those of the source, or what a character reference stands for."""
        there = self._source[place : place + len(words)]
        if words == "\n" and self._source.startswith("\r\n", place):
            self.builder.unit(words, place, place + 2, node=node, unit=unit)
        elif _tokens.shown(there) == words:
            self._put(words, place, node, unit)
        elif following is not None and _tokens.is_reference(self._source, place, following):
            self.builder.unit(words, place, following, node=node, unit=unit)
        else:
            same = _tokens.agreeing(words, _tokens.shown(there))
            if same:
                self._put(words[:same], place, node, unit)
            self.builder.lost(words[same:])

    def _put(self, words: str, start: int, node: int, unit: int) -> None:
        if not self._pre:
            self.builder.text(words, start, node=node, unit=unit)
            return
        done = 0
        for found in _lines(words):
            first, last = found
            if first > done:
                self.builder.newline()
            if last > first:
                self.builder.text(
                    words[first:last], start + first, node=node, unit=unit + units(words[:first])
                )
            done = last


def _lines(words: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in words.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1
