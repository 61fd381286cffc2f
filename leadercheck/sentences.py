"""Sentences of an article: their bounds, the zone of the page they stand in, and who is quoted in them.

Every place is in code points of the matched text, half-open. The time taken is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from leadercheck.patterns import pattern
from leadercheck.zones import CAPITALS, CAPTION_LENGTH, completed, guess, is_photo, is_signed

QUOTATION_LENGTH: Final = 1500
QUOTATION_WORDS: Final = 5
"""Fewer quoted words are a term or irony, not somebody's speech."""

_OPENING = "\"“‘'«(["
_CLOSING = "\"”’'»)]"
_BREAK = pattern(
    rf"[.!?…]+(?P<closing>[{re.escape(_CLOSING)}]*)"
    rf"(?: +(?=[{re.escape(_OPENING)}]*[{CAPITALS}\d]|(?P<dash>[-–—])| *$)|(?P<glued>(?=[{CAPITALS}])))"
)
_ABBREVIATIONS = frozenset(
    (
        *(
            "tp",
            "tx",
            "q",
            "p",
            "tr",
            "no",
            "st",
            "mr",
            "mrs",
            "ms",
            "dr",
            "vs",
            "lm",
            "ht",
            "đ/c",
            "đc",
            "ng",
            "cn",
        ),
        *("pgs", "gs", "ts", "ths", "bs", "bscki", "bsckii", "ks", "nsnd", "nsưt", "nnnd", "nnưt", "ttưt"),
    )
)
_PLACES = frozenset(("tp", "tx", "q", "p"))
_STARTERS = pattern(
    r"(?:Ông|Theo|Trong|Tại|Trước|Sau khi|Ngoài|Tuy|Khi|Với|Nhưng|Đây|Bên cạnh|Để|Cụ thể|Đồng thời|Do đó|Bởi|Nếu|Vì)\b"
)
"""Words that open a sentence and no place name, so that "lãnh đạo TP. Theo ông …" ends one."""
_COUNTED = pattern(
    r"(?:kh[oó][aá]|quý|thứ|hạng|loại|lớp|điểm|nhóm|vitamin|độ|gan|cúm|bảng|khối|hệ|kỳ|đợt|lần|phần|chương|bằng) .$"
)
"""Words whose letter or numeral is no initial: "khóa V", "30 độ C", "vitamin C"."""

_MARK = pattern(r"[\"“”«»'‘’\n]")
_BEFORE_OPENING = frozenset(" \n([{“\"‘'«:-–—/")
_AFTER_CLOSING = frozenset(" \n.,;:!?…)]}”\"’'»-–—/")


class Sentence(Struct, frozen=True):
    """One sentence of the matched text.

    Attributes:
        start: first code point.
        end: code point after the last; the blanks between two sentences belong to neither.
        zone: headline, lead, body, caption, credit, list or aside; or the name an explicit part gives.
        quoted: the direct quotations that touch the sentence as (start, end) in the text, marks included, in order.
    """

    start: int
    end: int
    zone: str
    quoted: tuple[tuple[int, int], ...]


def is_quoted(sentence: Sentence, position: int) -> bool:
    """Whether the code point at `position` of the text stands in a direct quotation."""
    return any(start <= position < end for start, end in sentence.quoted)


def sentences(text: str, zones: Sequence[tuple[int, int, str]] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text in order; every code point but blanks belongs to exactly one.

    Args:
        text: matched text: NFC, single blanks, newlines kept.
        zones: explicit parts of a document as (start, end, zone), not overlapping; they decide. What lies outside
            them is body. A part whose zone is "" and a text without parts are guessed from the lines.
    """
    lines = _lines(text)
    parts = sorted(part for part in zones if part[2])
    said = {start for start, _, _ in parts}
    guessing = not zones or len(parts) < len(zones)
    if guessing:
        parts = completed(parts, guess(text, lines))
    starts = [start for start, _, _ in parts]
    cuts = sorted({edge for start, end, _ in parts for edge in (start, end)}) if zones else []
    quotes = quotations(text)
    found: list[Sentence] = []
    first_quote = 0
    guessed = guessing
    for start, end in _bounds(text, lines, cuts):
        while first_quote < len(quotes) and quotes[first_quote][1] <= start:
            first_quote += 1
        quoted: tuple[tuple[int, int], ...] = ()
        if first_quote < len(quotes) and quotes[first_quote][0] < end:
            beyond = first_quote
            while beyond < len(quotes) and quotes[beyond][0] < end:
                beyond += 1
            quoted = tuple(quotes[first_quote:beyond])
        index = bisect_right(starts, start) - 1
        zone = parts[index][2] if index >= 0 and start < parts[index][1] else "body"
        guessed = guessing and (index < 0 or starts[index] not in said)
        if zone == "body" and guessed and end - start <= CAPTION_LENGTH and is_photo(text, start, end):
            zone = "caption"
        if zone == "quote" and not quoted:
            quoted = ((start, end),)
        found.append(Sentence(start, end, zone, quoted))
    if len(found) > 2 and guessed:
        # Bylines glued to the last paragraph.
        last = found[-1]
        if last.zone == "body" and is_signed(text, last.start, last.end):
            found[-1] = Sentence(last.start, last.end, "credit", last.quoted)
    return tuple(found)


def quotations(text: str) -> list[tuple[int, int]]:
    """The direct quotations, marks included, in order and without overlap: five words or more within one line."""
    if not _MARK.search(text):
        return []
    pairs: list[tuple[int, int]] = []
    double = single = angle = -1
    for mark in _MARK.finditer(text):
        at = mark.start()
        sign = text[at]
        if sign == "\n":
            double = single = angle = -1
            continue
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at + 1 < len(text) else "\n"
        if sign in "'‘’":
            if single >= 0 and sign != "‘" and before not in " \n" and after in _AFTER_CLOSING:
                if not _is_tribal(text, at):
                    pairs.append((single, at + 1))
                    single = -1
            elif sign != "’" and before in _BEFORE_OPENING and after.isalnum():
                single = at
        elif sign == "«":
            angle = at
        elif sign == "»":
            if angle >= 0:
                pairs.append((angle, at + 1))
            angle = -1
        elif sign == "“" or double < 0:
            # Careless typists open with ” too; a mark glued to the word before it opens nothing.
            if sign == "“" or before in _BEFORE_OPENING:
                double = at
        elif sign == '"' and before == " " and after not in _AFTER_CLOSING:
            double = at
        else:
            pairs.append((double, at + 1))
            double = -1
    kept: list[tuple[int, int]] = []
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        inside = bool(kept) and start < kept[-1][1]
        if not inside and end - start <= QUOTATION_LENGTH + 2 and _words(text, start, end) >= QUOTATION_WORDS:
            kept.append((start, end))
    return kept


def _words(text: str, start: int, end: int) -> int:
    return len(text[start + 1 : end - 1].split(None, QUOTATION_WORDS))


def _is_tribal(text: str, at: int) -> bool:
    """The apostrophe of an Ê Đê or Cơ Ho name: "ông K' Brèo", "bà H' Yim"."""
    return (
        text[at - 1] in "KHY"
        and (at < 2 or not text[at - 2].isalnum())
        and text[at + 1 : at + 2] == " "
        and text[at + 2 : at + 3].isupper()
    )


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines that hold more than blanks, without the blanks around them."""
    found: list[tuple[int, int]] = []
    start = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            begin = start + len(raw) - len(raw.lstrip())
            found.append((begin, begin + len(line)))
        start += len(raw) + 1
    return found


def _bounds(text: str, lines: Sequence[tuple[int, int]], cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for start, end in lines:
        edges = [start, end]
        if cuts:
            edges = [start, *cuts[bisect_right(cuts, start) : bisect_right(cuts, end - 1)], end]
        for left, right in pairwise(edges):
            begin = left
            while begin < right and text[begin] == " ":
                begin += 1
            for match in _BREAK.finditer(text, begin, right):
                if match.end() > begin and _ends(text, begin, match):
                    stop = match.end("closing")
                    yield begin, stop
                    begin = match.end()
            stop = right
            while stop > begin and text[stop - 1] == " ":
                stop -= 1
            if stop > begin:
                yield begin, stop


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the stop that matched ends the sentence that began at `begin`."""
    at = match.start()
    closed = match.end("closing") > match.start("closing")
    if match["dash"] and (closed or text[at - 1] in _CLOSING):
        # "“…!” - ông nói": the speaker belongs to the speech.
        return False
    glued = match["glued"] is not None
    if text[at] != "." or match.start("closing") - at > 1:
        return not glued
    space = text.rfind(" ", max(begin, at - 12), at)
    token = text[max(space + 1, begin, at - 12) : at].lstrip(_OPENING)
    if glued:
        # Paragraphs glued by a scraper ("… kết thúc.Thủ tướng …"), not "Tp.Hồ", "Cư M.Gar" or a domain.
        if closed:
            return '"' not in match["closing"] and "'" not in match["closing"] and ")" not in match["closing"]
        following = text[match.end() + 1 : match.end() + 2]
        return len(token) > 2 and token.isalpha() and token[1:].islower() and following.islower() and (
            token.lower() not in _ABBREVIATIONS
        ) and not token.isascii()  # fmt: skip
    if closed:
        return True
    if token.isdecimal() and len(token) <= 2 and at - len(token) == begin:
        return False
    last = token[max(token.rfind("."), token.rfind("-")) + 1 :]
    if len(last) == 1 and (last.isupper() or token.endswith("v.v")):
        return bool(_COUNTED.search(text[max(begin, at - 12) : at]) or _STARTERS.match(text, match.end()))
    if last.lower() in _ABBREVIATIONS and (last[0].isupper() or last.lower() in _PLACES):
        return last.lower() in _PLACES and _STARTERS.match(text, match.end()) is not None
    return True
