"""A byte for each letter: the automaton grows smaller and quicker, and a place in the bytes is one in the text."""

from __future__ import annotations

import codecs
import re
import string
from collections.abc import Collection, Iterable
from typing import Any, Final

import ahocorasick_rs
from msgspec import Struct

from leadercheck.patterns import pattern
from leadercheck.text import MARKED

_NOT_WORD = pattern(r"[^\w \n]")
_NONE: Final = "\ufffe"
"""What `codecs` calls a byte without a letter."""
_OTHER: Final = "?"
"""Stands for every letter and sign that has no byte of its own."""
# The blank and the commonest letters first: an automaton that is built looks for the small bytes of a node first.
_LETTERS: Final = "nhgtcuiamoplrbvksyqdexfjwz" + string.digits + "_" + MARKED
_SIGNS: Final = "\n" + "".join(sorted({*string.punctuation, *"“”‘’…–—«»·•°"}.difference("_", _OTHER)))
_OWN: Final = "\0 " + _LETTERS + _OTHER + _SIGNS
_BLANK, _LINE, _REST = (bytes([_OWN.index(sign)]) for sign in (" ", "\n", _OTHER))
_BYTES: Final = 256


class Alphabet(Struct, frozen=True):
    """How a text is written for the automaton: a byte for each code point, signs and line breaks as blanks.

    Where the forms have more letters than there are bytes (`letters` is None), it stays a text.
    """

    letters: Any
    kept: bytes
    blank: Any

    @classmethod
    def of(cls, forms: Collection[str]) -> Alphabet:
        """The alphabet in which every letter of the folded forms has its own byte."""
        text = _together(forms)
        others = re.finditer(re.escape(_REST), _written(text, _bytes_of(_OWN)))
        own = _OWN + "".join(sorted({text[other.start()] for other in others}))
        if len(own) > _BYTES or max(own) > _NONE:
            return cls(None, b"", " ")
        kept = bytes(i if s.isalnum() or s in ("_", _OTHER) else _BLANK[0] for i, s in enumerate(own))
        return cls(_bytes_of(own), kept.ljust(_BYTES, _BLANK), _BLANK)

    def write(self, folded: str) -> Any:
        """Folded text for the automaton."""
        if self.letters is None:
            return _NOT_WORD.sub(" ", folded).replace("\n", " ")
        written = _written(folded.replace(_OTHER, " "), self.letters)
        if _REST in written:
            # What is no letter becomes a blank; what remains are letters of no form.
            written = _written(_NOT_WORD.sub(" ", folded), self.letters)
        return written.translate(self.kept)

    def forms(self, folded: Collection[str]) -> list[Any]:
        """Each of these as it stands in a text that is written so, without blanks around it."""
        text = _together(folded)
        if self.letters is None:
            return [form.strip() for form in _NOT_WORD.sub(" ", text).split("\n")]
        kept = bytearray(self.kept)
        kept[_LINE[0]] = _LINE[0]
        return [form.strip(_BLANK) for form in _written(text, self.letters).translate(kept).split(_LINE)]

    def automaton(self, forms: Iterable[Any]) -> Any:
        """What finds forms that are written so, leftmost and longest, where a blank stands before them."""
        kind: Any = ahocorasick_rs.AhoCorasick if self.letters is None else ahocorasick_rs.BytesAhoCorasick
        return kind(
            [self.blank + form for form in forms],
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )


def _together(forms: Collection[str]) -> str:
    return "\n".join(form.replace("\n", " ") for form in forms).replace(_OTHER, " ")


def _bytes_of(letters: str) -> Any:
    """The byte of each letter, as `codecs` wants it."""
    return codecs.charmap_build(letters.ljust(_BYTES, _NONE))


def _written(text: str, letters: Any) -> bytes:
    return codecs.charmap_encode(text, "replace", letters)[0]
