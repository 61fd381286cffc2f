"""The article of a page: its paragraphs with the findings underlined, every letter escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from leadercheck.article import Article
from leadercheck.document import Source
from leadercheck.report import Finding
from leadercheck.writers.sheet import LEVELS, Sheet, shown

_LINE: Final = re.compile(r"[^\r\n]+")
_ORDER: Final = ("note", "warning", "error")
_BLOCKS: Final = {
    "headline": ("h2", "headline"),
    "lead": ("p", "lead"),
    "caption": ("p", "caption"),
    "quote": ("blockquote", "quote"),
    "list": ("p", "list"),
    "credit": ("p", "credit"),
    "aside": ("p", "aside"),
}
Mark = tuple[int, int, int, Finding]
"""Where a finding stands in the joined text, its number and itself."""


def article(sheet: Sheet, reading: Article, key: str) -> str:
    """The blocks of the text; each finding is underlined and links to its card, by its number in the report.

    `key` begins the ids of the file.
    """
    source = Source.of(sheet.text)
    starts = {source.part_id(index): start for index, start in enumerate(source.starts)}
    marks = [
        (
            finding.start + starts.get(finding.part, 0),
            finding.end + starts.get(finding.part, 0),
            number,
            finding,
        )
        for number, finding in enumerate(sheet.report.findings, 1)
    ]
    marks.sort(key=lambda mark: mark[:3])
    return "\n".join(_blocks(source, marks, reading, key))


def _blocks(source: Source, marks: Sequence[Mark], reading: Article, key: str) -> Iterator[str]:
    first = 0
    for line in _LINE.finditer(source.text):
        start, end = line.span()
        if not line[0].strip():
            continue
        while first < len(marks) and marks[first][1] < start:
            first += 1
        own = []
        for mark in marks[first:]:
            if mark[0] > end:
                break
            if mark[1] > start or mark[0] == mark[1]:
                own.append(mark)
        tag, kind = _BLOCKS.get(_zone(source, reading, start), ("p", ""))
        yield f'<{tag} class="{kind}">{_marked(source.text, start, end, own, key)}</{tag}>'


def _zone(source: Source, reading: Article, start: int) -> str:
    index = source.part_at(start)
    if index >= 0 and source.parts[index].zone:
        return source.parts[index].zone
    if not reading.sentences:
        return "body"
    return next((s.zone for s in (reading.sentence_at(start + 1),) if s.start <= start + 200), "body")


def _marked(text: str, start: int, end: int, marks: Sequence[Mark], key: str) -> str:
    """One line with its marks; where several meet, the loudest colours the letters."""
    edges = sorted({start, end, *(min(max(e, start), end) for mark in marks for e in mark[:2])})
    parts = []
    for left, right in zip(edges, [*edges[1:], end], strict=True):
        parts += [
            _number(mark, key) for mark in marks if mark[1] == left and mark[1] > start and mark[0] < mark[1]
        ]
        parts += [_number(mark, key) for mark in marks if mark[0] == mark[1] == left]
        letters = escape(shown(text[left:right]))
        covering = [mark for mark in marks if mark[0] <= left and right <= mark[1] and left < right]
        if covering:
            loud = max(covering, key=lambda mark: (_ORDER.index(mark[3].severity), -mark[2]))
            level = loud[3].severity
            parts.append(
                f'<a class="mark {level}" href="#{key}f{loud[2]}" title="{LEVELS[level]} {escape(shown(loud[3].rule), quote=True)}">{letters}</a>'
            )
        else:
            parts.append(letters)
    return "".join(parts)


def _number(mark: Mark, key: str) -> str:
    number, level = mark[2], mark[3].severity
    return f'<sup><a class="num {level}" id="{key}m{number}" href="#{key}f{number}" aria-label="Phát hiện {number}">{number}</a></sup>'
