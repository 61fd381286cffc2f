"""The caller's string, the form of it that is matched, and the exact way back.

Matching works on folded letters; every offset that leaves this module is the caller's, in code points.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from msgspec import Struct

from leadercheck.patterns import pattern

_ZERO_WIDTH = r"[\u00ad\u200b-\u200f\u2060\ufeff]"
_MARK = r"[\u0300-\u036f]"
_LATIN = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"

# One search tells that a string needs no work; two blanks in a row are left to `in`, which is faster.
_ODD = pattern(
    r"[\t\r\u00a0\u00ad\u00d0\u00f0\u0189\u0256\u0300-\u036f"
    r"\u2000-\u200f\u202f\u205f\u2060\u3000\ud800-\udfff\ufeff]"
)
_ONE_FOR_ONE = {
    **dict.fromkeys([0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    0xD0: "Đ",
    0x189: "Đ",
    0xF0: "đ",
    0x256: "đ",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
# Possessive, and at most eight marks, to stay linear: normalising a long run of mixed marks is quadratic.
# A longer run is left alone altogether, since what remains of half a run would compose anew the next time.
_LENGTH_CHANGING = pattern(
    rf"{_LATIN}(?:{_ZERO_WIDTH}*+{_MARK}){{1,8}}+(?!{_ZERO_WIDTH}*+{_MARK})"
    rf"|{_ZERO_WIDTH}++"
    rf"| (?:{_ZERO_WIDTH}*+ )++"
    rf"|\r\n?+"
)
_ZERO_WIDTHS = pattern(_ZERO_WIDTH)
_LINE_BREAK = pattern(r"\r\n?|\n")

_TONES = "\u0300\u0301\u0309\u0303\u0323"


def _nfc(letters: str) -> str:
    return unicodedata.normalize("NFC", letters)


_OLD_TO_NEW = {
    _nfc(first + tone) + second: first + _nfc(second + tone)
    for pair in ("oa", "oe", "uy")
    for first, second in product(*((letter, letter.upper()) for letter in pair))
    for tone in _TONES
}
_NEW_TO_OLD = {new: old for old, new in _OLD_TO_NEW.items()}
_NEW_TO_OLD_LOWER = tuple((new, old) for old, new in _OLD_TO_NEW.items() if old.islower())
_UNMARKED = {
    ord(letter): vowel
    for vowel, shapes in {"a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"}.items()
    for shape in shapes
    for letter in (_nfc(shape + tone) for tone in ("", *_TONES))
    if letter != vowel
}
_UNMARKED |= {ord(chr(letter).upper()): vowel.upper() for letter, vowel in _UNMARKED.items()}
_COMPOSED = pattern("[" + "".join(map(chr, _UNMARKED)) + "]")
_DECOMPOSED = pattern(r"[A-Za-z][\u0300-\u0303\u0306\u0309\u031b\u0323]")
_UNMARKED |= {ord("đ"): "d", ord("Đ"): "D"}
MARKED: Final = "".join(letter for letter in map(chr, _UNMARKED) if letter.islower())
"""The small letters of Vietnamese that ASCII has not."""


def _open_syllable(pairs: Iterable[str]) -> re.Pattern[str]:
    # After "q" the u is a glide and the tone has one place only: "quý" tells nothing about the style.
    return pattern(rf"(?<![qQ])(?:{'|'.join(pairs)})(?![^\W\d_])")


_OLD_TONE = _open_syllable(_OLD_TO_NEW)
_NEW_TONE = _open_syllable(_OLD_TO_NEW.values())


class Span(Struct, frozen=True):
    """A place in the text: half-open, in code points of the string the caller passed."""

    start: int
    end: int


class _Changes(Struct, frozen=True):
    """Where the lengths differ: change k made source[begin:stop] into matched[at:to]."""

    at: tuple[int, ...] = ()
    to: tuple[int, ...] = ()
    begin: tuple[int, ...] = ()
    stop: tuple[int, ...] = ()

    def bounds(self, offset: int) -> tuple[int, int]:
        """The half-open source range of the matched character at `offset`."""
        last = bisect_right(self.at, offset) - 1
        if last < 0:
            return offset, offset + 1
        if offset < self.to[last]:
            return self.begin[last], self.stop[last]
        start = self.stop[last] + offset - self.to[last]
        return start, start + 1


_NO_CHANGES = _Changes()


class Text(Struct, frozen=True):
    r"""The caller's string and its matched form; build it with `Text.of`.

    Attributes:
        source: The string as the caller passed it.
        matched: Letters composed, runs of blanks one space, zero-width characters dropped, line breaks as
            "\n", look-alikes of Đ as Đ, lone surrogates as U+FFFD. `source` itself when nothing is to do.
        folded: `matched` for comparing: lower case, one tone placement; one code point for each of `matched`.
    """

    source: str
    matched: str
    folded: str
    _changes: _Changes

    @classmethod
    def of(cls, source: str) -> "Text":
        """The text of any string; never an error."""
        matched, changes = _match(source)
        return cls(source, matched, _fold_matched(matched), changes)

    @property
    def identity(self) -> bool:
        """Whether every offset of `matched` is the same offset of `source`."""
        return not self._changes.at

    def span(self, start: int, end: int) -> Span:
        """The place in the source of matched[start:end].

        Ends with the last matched character: a zero-width character after it is outside. A letter made of
        several code points is taken whole. An empty range gives an empty span.
        """
        first = self._changes.bounds(start)[0]
        return Span(first, self._changes.bounds(end - 1)[1] if end > start else first)

    def position(self, offset: int) -> int:
        """The matched offset of a source offset; inside a letter of several code points, its first."""
        changes = self._changes
        last = bisect_right(changes.begin, offset) - 1
        if last < 0:
            return offset
        if offset < changes.stop[last]:
            return changes.at[last]
        return changes.to[last] + offset - changes.stop[last]

    def line_column(self, offset: int) -> tuple[int, int]:
        r"""Line and column of a source offset, both from 1, in code points; "\r\n" is one line break."""
        lines = _line_starts(self.source)
        line = bisect_right(lines, offset)
        return line, offset - lines[line - 1] + 1


# Most texts have no finding, and so nobody asks for their lines.
@lru_cache(maxsize=4)
def _line_starts(source: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _LINE_BREAK.finditer(source)))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The key for comparing names and titles: `Text.of(text).folded` without blanks at the ends."""
    return _fold_matched(_match(text)[0]).strip(" ")


def fold_all(texts: Sequence[str]) -> list[str]:
    """`fold` of each text, in one pass over all of them."""
    joined = "\n".join(texts)
    if "  " in joined or _ODD.search(joined):
        joined = "\n".join([_match(text)[0] for text in texts])
    folded = _fold_matched(joined).split("\n")
    return [one.strip(" ") for one in folded] if len(folded) == len(texts) else [fold(text) for text in texts]


def folded_pattern(source: str) -> re.Pattern[str]:
    """A regular expression over folded text, written in everyday lower-case spelling ("đoàn", "thủy")."""
    return pattern(source, made=_one_tone_placement)


def strip_marks(text: str) -> str:
    """`text`, which must be composed, with d for đ and no Vietnamese diacritics: same length, same case."""
    return text.translate(_UNMARKED)


def tone_placements(matched: str) -> tuple[list[int], list[int]]:
    """Where two vowels bear the tone the old way ("hòa"), and where the new way ("hoà")."""
    return [m.start() for m in _OLD_TONE.finditer(matched)], [m.start() for m in _NEW_TONE.finditer(matched)]


def replaced_tone(vowels: str) -> str:
    """Two vowels with the tone placed the other way."""
    return _OLD_TO_NEW.get(vowels) or _NEW_TO_OLD.get(vowels, vowels)


def as_printed_like(replacement: str, source: str, context: str, *, keep_tone: bool = False) -> str:
    """The replacement in the dress of its surroundings: tone placement, upper case, decomposed letters.

    Args:
        replacement: What is to stand in place of `source`.
        source: The words replaced, as the caller wrote them.
        context: The whole text, which decides where `source` has nothing to show.
        keep_tone: Leave the tone placement as given: it is what the replacement is about.
    """
    new_tone, decomposed = _print_of(context)
    if _COMPOSED.search(source) or _DECOMPOSED.search(source):
        decomposed = _is_decomposed(source)
    replacement = _nfc(replacement)
    if new_tone and not keep_tone:
        replacement = _OLD_TONE.sub(lambda found: _OLD_TO_NEW[found[0]], replacement)
    if source.isupper() and sum(map(str.isalpha, source)) >= 2:
        replacement = replacement.upper()
    return unicodedata.normalize("NFD", replacement) if decomposed else replacement


# Every finding of one article asks about the same text.
@lru_cache(maxsize=4)
def _print_of(context: str) -> tuple[bool, bool]:
    """Whether the text writes the tone the new way ("hoà") throughout; whether it is decomposed."""
    matched = _match(context)[0]
    return bool(_NEW_TONE.search(matched)) and not _OLD_TONE.search(matched), _is_decomposed(context)


def _is_decomposed(text: str) -> bool:
    return bool(_DECOMPOSED.search(text)) and not _COMPOSED.search(text)


def _match(source: str) -> tuple[str, _Changes]:
    """The matched form of `source` and the changes that lead back."""
    if "  " not in source and not _ODD.search(source):
        return source, _NO_CHANGES
    even = source.translate(_ONE_FOR_ONE)
    parts: list[str] = []
    at: list[int] = []
    to: list[int] = []
    first: list[int] = []
    last: list[int] = []
    known: dict[str, str] = {}
    done = size = 0
    for found in _LENGTH_CHANGING.finditer(even):
        old = found[0]
        new = known.get(old)
        if new is None:
            new = known[old] = _rewritten(old)
        if new == old:
            continue
        begin, stop = found.span()
        parts += even[done:begin], new
        size += begin - done
        if len(new) != len(old):
            at.append(size)
            to.append(size + len(new))
            first.append(begin)
            last.append(stop)
        size += len(new)
        done = stop
    parts.append(even[done:])
    changes = _Changes(tuple(at), tuple(to), tuple(first), tuple(last)) if at else _NO_CHANGES
    return "".join(parts), changes


def _rewritten(old: str) -> str:
    if old[0] in "\r ":
        return "\n" if old[0] == "\r" else " "
    return _nfc(_ZERO_WIDTHS.sub("", old))


def _fold_matched(matched: str) -> str:
    # "İ" alone grows when lowered, and the folded form must keep the length.
    folded = matched.lower() if "İ" not in matched else "İ".join(part.lower() for part in matched.split("İ"))
    return _one_tone_placement(folded)


def _one_tone_placement(folded: str) -> str:
    for new, old in _NEW_TO_OLD_LOWER:
        folded = folded.replace(new, old)
    return folded
