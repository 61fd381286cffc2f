"""Markdown (CommonMark, tables, strikethrough, front matter), each letter with its place in the source.

markdown-it tells lines of blocks but no places of letters; its inline parser knows them while it works, so a
state that notes them is put in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from leadercheck.errors import MissingExtraError
from leadercheck.readers import _orders, _tokens, _zones
from leadercheck.readers._manuscript import Manuscript
from leadercheck.readers._strips import Builder

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BREAK: Final = re.compile(r"\r\n|\r|\n")
_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\n(?:(?!---|\.\.\.).*\n)*+(?:---|\.\.\.)[ \t]*(?:\n|$)")
_TITLE: Final = re.compile(
    r"^(?P<key>title|description)[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<words>[^\n]*?)(?P=quote)[ \t]*$",
    re.MULTILINE,
)
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>])")
_ZONES: Final = {"h1": "headline", "blockquote": "quote", "li": "list"}


def read(source: str) -> Manuscript:
    """The text of a Markdown file, in blocks.

    Raises:
        MissingExtraError: the parser is not installed.
    """
    lines = _Lines(source)
    builder = Builder()
    # A lone surrogate has no escape in a link; the parser encodes links.
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", lines.text)
    body = 0
    front = _FRONT.match(text)
    if front:
        for said in _TITLE.finditer(text, 0, front.end()):
            if said["words"]:
                builder.text(said["words"], lines.place(said.start("words")))
                builder.close("headline" if said["key"] == "title" else "lead")
        body = text.count("\n", 0, front.end())
        text = "\n" * body + text[front.end() :]
    _blocks(_parser().parse(text), lines, builder)
    found = builder.strips
    suppressions, notices = _orders.of(source, found)
    return Manuscript("markdown", source, tuple(found), suppressions, notices, escape=_escape)


def _escape(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    try:
        from leadercheck.readers import _markdown_it  # noqa: PLC0415  # an extra, for this format alone
    except ImportError as error:
        raise MissingExtraError(
            "reading Markdown needs markdown-it-py: pip install 'leadercheck[markdown]'"
        ) from error
    return _markdown_it.parser()


class _Lines:
    r"""The lines of a source, joined by "\n" alone, with the way back."""

    def __init__(self, source: str) -> None:
        """Cut at any line end."""
        self.source = source
        cuts = [found.span() for found in _BREAK.finditer(source)]
        self.starts = [0, *(end for _, end in cuts)]
        self.ends = [*(start for start, _ in cuts), len(source)]
        self.text = "\n".join(source[a:b] for a, b in zip(self.starts, self.ends, strict=True))
        self._uneven = any(end - start == 2 for start, end in cuts)
        self._joined: list[int] = []
        at = 0
        for first, last in zip(self.starts, self.ends, strict=True):
            self._joined.append(at)
            at += last - first + 1

    def place(self, offset: int) -> int:
        """The place in the source of an offset of `text`."""
        line = bisect_right(self._joined, offset) - 1
        return self.starts[line] + offset - self._joined[line]

    def find(self, words: str, line: int, column: int = 0) -> int:
        """Where words stand in a line, as a place of the source; -1 for nowhere."""
        if line >= len(self.starts):
            return -1
        return self.source.find(words, self.starts[line] + column, self.ends[line])


def _blocks(tokens: Sequence[Token], lines: _Lines, builder: Builder) -> None:
    zones = [""]
    row, column = -1, 0
    for token in tokens:
        if token.type == "inline":
            line = token.map[0] if token.map else -1
            if row >= 0:
                starts = [lines.find(token.content, row, column)]
                if starts[0] >= 0:
                    column = starts[0] + len(token.content) - lines.starts[row]
            else:
                starts = [lines.find(words, line + n) for n, words in enumerate(token.content.split("\n"))]
            _inline(token, starts, builder)
            builder.close(zones[-1])
        elif token.type == "html_block" and token.map:
            _html(lines, token.map, builder, zones[-1])
        elif token.type == "tr_open" and token.map:
            row, column = token.map[0], 0
        elif token.type == "tr_close":
            row = -1
        elif token.nesting > 0:
            zones.append(_ZONES.get(token.tag, zones[-1]))
        if token.nesting < 0 and token.type != "tr_close" and len(zones) > 1:
            zones.pop()


def _inline(token: Token, starts: Sequence[int], builder: Builder) -> None:
    """The letters of a block, whose content begins in its lines at the places `starts`."""
    edges, at = [], 0
    for words in token.content.split("\n"):
        edges.append(at)
        at += len(words) + 1

    def put(words: str, offset: Any, length: int) -> None:
        line = bisect_right(edges, offset) - 1 if isinstance(offset, int) else -1
        # Letters that the parser made, such as those of <https://…>, stand nowhere.
        made = length == len(words) and not token.content.startswith(words, offset or 0)
        if line < 0 or starts[line] < 0 or made:
            builder.lost(words)
            return
        start = starts[line] + offset - edges[line]
        if length == len(words):
            builder.text(words, start)
        else:
            builder.unit(words, start, start + length)

    for child in token.children or ():
        place = child.meta.get("at")
        if child.type == "text":
            put(child.content, place, len(child.content))
        elif child.type == "text_special":
            put(child.content, place, len(child.markup))
        elif child.type == "code_inline":
            shift = token.content.find(child.content, place or 0)
            put(child.content, shift if shift >= 0 else None, len(child.content))
        elif child.type == "softbreak":
            builder.lost(" ")
        elif child.type == "hardbreak" or (
            child.type == "html_inline" and child.content.lower().startswith("<br")
        ):
            builder.newline()


def _html(lines: _Lines, span: Sequence[int], builder: Builder, zone: str) -> None:
    """A block of raw HTML: its text, in blocks where its tags make them."""
    first, last = lines.starts[span[0]], lines.ends[min(span[1], len(lines.ends)) - 1]
    source = lines.source[first:last]
    for start, end, name in _tokens.texts(source):
        if name not in _tokens.INLINE:
            builder.close(zone)
            zone = _zones.of(name, {}, "")
        done = start
        for unit in _references(source, start, end):
            builder.text(source[done : unit[0]], first + done)
            builder.unit(unit[2], first + unit[0], first + unit[1])
            done = unit[1]
        builder.text(source[done:end], first + done)
    builder.close(zone)


def _references(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    from html import unescape  # noqa: PLC0415  # its table of names is large

    for found in _tokens.REFERENCE.finditer(source, start, end):
        words = unescape(found[0])
        if words != found[0]:
            yield found.start(), found.end(), words
