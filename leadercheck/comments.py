"""Suppressions written in a text, in HTML and Markdown.

    <!-- leadercheck: ignore T002, N001 (trích văn bản cũ) until 2026-12-31 -->
    <!-- leadercheck: ignore-start O001 (xếp theo thứ tự phát biểu) --> … <!-- leadercheck: ignore-end -->
    <p data-leadercheck-ignore="T002 (trích văn bản cũ)">…</p>

`ignore` holds for the rest of its line; at the end of a line for the paragraph below, and before a tag for that
element. Without ids every rule is meant. Orders are blanked before the text is read, one blank a code point, so
that no word of a reason is judged and nothing else moves. The scan is one pass.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from typing import Final
from unicodedata import normalize

from msgspec.structs import replace

from leadercheck.document import Source
from leadercheck.patterns import pattern
from leadercheck.suppression import Orders, Suppression

_KEY: Final = "leadercheck"
_MARK: Final = pattern(r"<!--|<(?P<slash>/?)(?P<tag>[A-Za-z][\w-]*+)(?P<rest>[^<>]*+)>")
_ATTRIBUTE: Final = pattern(
    r"""\bdata-leadercheck-ignore\b(?:\s*+=\s*+(?:"(?P<one>[^"]*)"|'(?P<two>[^']*)'))?"""
)
_COMMENT: Final = pattern(r"<!--\s*+leadercheck\s*+:(?P<order>.*)-->", re.DOTALL)
_ORDER: Final = pattern(
    r"\s*+(?P<verb>ignore-start|ignore-end|ignore)(?![\w-])(?P<rules>(?:[\s,]+[A-Za-z]\d{3}(?!\w))*+)[\s,]*+"
    r"(?:\((?P<reason>.*)\))?\s*(?:(?:until|đến)\s+(?P<until>\S+))?\s*",
    re.DOTALL,
)
_DAY: Final = pattern(r"(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)/(\d\d?)/(\d{4})", re.ASCII)
_BREAK: Final = pattern(r"[\r\n]")
_EMPTY_LINE: Final = pattern(r"(?:\r\n|\r(?!\n)|\n)[ \t]*+(?=[\r\n])")
_PRINTED: Final = pattern(r"[^\r\n]")
_SOLID: Final = pattern(r"\S")
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_LONGEST: Final = 500
"""No order has more code points."""
MOST: Final = 1_000
"""So many orders of one text are followed."""
_SAMPLE: Final = "<!-- leadercheck: ignore T002 (lý do) until 2026-12-31 -->"

_Found = tuple[int, Suppression]
"""A suppression behind the place where its order stands."""


def orders(source: Source, passed: Iterable[Suppression] = ()) -> Orders:
    """The suppressions written in a source, and those an embedder passes."""
    given = [_joined(one, source) for one in passed]
    if _KEY not in source.text:
        return Orders(source, tuple(given), tuple(one.start for one in given))
    scan = _Scan(source.text)
    bounds = [
        (start, start + len(part.text)) for start, part in zip(source.starts, source.parts, strict=True)
    ]
    for start, end in bounds or [(0, len(source.text))]:
        scan.run(start, end)
    return Orders(
        replace(source, text=scan.blanked()),
        (*(one for _, one in scan.found), *given),
        (*(place for place, _ in scan.found), *(one.start for one in given)),
        tuple(scan.problems),
    )


class _Scan:
    """One pass over the comments and tags of a text."""

    def __init__(self, text: str) -> None:
        """Nothing found yet."""
        self.text = text
        self.found: list[_Found] = []
        self.problems: list[tuple[int, str]] = []
        self._blanks: list[tuple[int, int]] = []
        self._breaks = [match.start() for match in _BREAK.finditer(text)]
        self._gaps = [match.start() for match in _EMPTY_LINE.finditer(text)]
        self._opened: list[_Found] = []
        self._elements: dict[str, list[list[_Found]]] = {}
        self._waiting: list[_Found] = []
        self._due = 0
        """Where the tag stands that the waiting orders are about."""
        self._read = 0

    def blanked(self) -> str:
        """The text with a blank for each code point of an order; its line breaks stay."""
        parts: list[str] = []
        done = 0
        for start, end in self._blanks:
            parts += self.text[done:start], _PRINTED.sub(" ", self.text[start:end])
            done = end
        return "".join((*parts, self.text[done:]))

    def run(self, start: int, end: int) -> None:
        """Read one part."""
        at, closed = start, True
        while match := _MARK.search(self.text, at, end):
            at = match.end()
            if match.start() != self._due:
                self._leave(self._waiting, end)
                self._waiting = []
            if match[0] != "<!--":
                self._tag(match)
                continue
            close = self.text.find("-->", at, end) if closed else -1
            closed = close >= 0
            if closed:
                at = close + 3
                self._comment(match.start(), at, end)
        for place, one in self._opened:
            self.problems.append((place, "ignore-start không có ignore-end; bỏ qua đến hết văn bản."))
            self._add(place, one, one.start, end)
        self._leave(
            [found for stack in self._elements.values() for element in stack for found in element], end
        )
        self._leave(self._waiting, end)
        self._opened, self._elements, self._waiting = [], {}, []
        self.found.sort(key=lambda item: item[0])

    def _comment(self, start: int, stop: int, end: int) -> None:
        solid = _SOLID.search(self.text, stop, end)
        following = solid.start() if solid else end
        if start == self._due:
            self._due = following
        order = _COMMENT.fullmatch(self.text, start, stop)
        if order is None:
            return
        self._blanks.append((start, stop))
        read = self._order(order["order"], start)
        if read is None:
            return
        verb, one = read
        if verb == "ignore-start":
            self._opened.append((start, replace(one, start=stop)))
        elif verb == "ignore-end" and self._opened:
            place, first = self._opened.pop()
            self._add(place, first, first.start, start)
        elif verb == "ignore-end":
            self.problems.append((start, "ignore-end không có ignore-start; nên xóa."))
        elif self.text.startswith("<", following, end):
            self._waiting.append((start, replace(one, start=following)))
            self._due = following
        else:
            line = self._next(self._breaks, stop, end)
            self._add(
                start, one, following, line if following < line else self._next(self._gaps, following, end)
            )

    def _tag(self, match: re.Match[str]) -> None:
        name, start = match["tag"].lower(), match.start()
        mine, self._waiting = self._waiting, []
        if match["slash"]:
            stack = self._elements.get(name)
            for place, one in stack.pop() if stack else ():
                self._add(place, one, one.start, match.end())
            for place, one in mine:
                self._add(place, one, start, start)
            return
        attribute = _ATTRIBUTE.search(match["rest"])
        if attribute:
            offset = match.start("rest")
            self._blanks.append((offset + attribute.start(), offset + attribute.end()))
            read = self._order(f"ignore {attribute['one'] or attribute['two'] or ''}", start)
            if read:
                mine.append((start, read[1]))
        mine = [(place, replace(one, start=start)) for place, one in mine]
        if name in _VOID or match["rest"].endswith("/"):
            for place, one in mine:
                self._add(place, one, start, match.end())
        else:
            self._elements.setdefault(name, []).append(mine)

    def _add(self, place: int, one: Suppression, start: int, end: int) -> None:
        self.found.append((place, replace(one, start=start, end=end)))

    def _leave(self, found: Iterable[_Found], end: int) -> None:
        """Orders whose element has no end hold for its paragraph."""
        for place, one in found:
            self._add(place, one, one.start, self._next(self._gaps, one.start, end))

    @staticmethod
    def _next(places: list[int], start: int, end: int) -> int:
        index = bisect_left(places, start)
        return min(places[index], end) if index < len(places) else end

    def _order(self, words: str, place: int) -> tuple[str, Suppression] | None:
        """The verb and the suppression an order gives; None, and a problem, where it is not followed."""
        self._read += 1
        if self._read > MOST:
            if self._read == MOST + 1:
                self.problems.append((place, f"quá {MOST} lệnh bỏ qua; các lệnh từ đây không được theo."))
            return None
        found = _ORDER.fullmatch(normalize("NFC", words)) if len(words) <= _LONGEST else None
        until = _day(found["until"]) if found and found["until"] else None
        if found is None or (found["until"] and until is None):
            shown = " ".join(words[:200].split())[:60]
            self.problems.append((place, f"không hiểu lệnh “{shown}”; viết như {_SAMPLE}."))
            return None
        rules = tuple(dict.fromkeys(rule.upper() for rule in re.findall(r"\w+", found["rules"])))
        return found["verb"], Suppression(0, 0, rules, " ".join((found["reason"] or "").split()), until)


def _day(words: str) -> date | None:
    found = _DAY.fullmatch(words)
    if found is None:
        return None
    numbers = [int(number) for number in found.groups() if number]
    try:
        return date(*numbers) if found[1] else date(*numbers[::-1])
    except ValueError:
        return None


def _joined(one: Suppression, source: Source) -> Suppression:
    """A passed suppression in places of the joined text; empty where its part is not there."""
    if one.part is None:
        return one
    for start, part in zip(source.starts, source.parts, strict=True):
        if part.id == one.part:
            return replace(one, start=one.start + start, end=one.end + start)
    return replace(one, start=0, end=0)
