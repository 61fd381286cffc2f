"""What follows the head of a title, read hit by hit; the names of places that no register holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from leadercheck.lexicon import Hit
from leadercheck.patterns import letters
from leadercheck.surnames import may_be_surname
from leadercheck.text import fold

_SMALL_PLACE = letters(r"(?:\. ?| )(?P<name>(?:\p{Lu}[\p{Ll}’']*|\d{1,2}\b)(?: \p{Lu}[\p{Ll}’']*)*)(?!\p{L})")
_SMALL_PLACE_SYLLABLES: Final = 4


class Complement(Struct):
    """What follows a head, read hit by hit: its body, its place, its country."""

    text: str
    folded: str
    hits: Sequence[Hit]
    index: int
    end: int
    organisations: tuple[str, ...] = ()
    place: str | None = None
    place_type: str = ""
    elsewhere: bool = False
    foreign: bool = False
    home: bool = False
    firm: bool = False
    joint: bool = False
    sides: tuple[bool, ...] = ()
    side_end: int = 0

    def next(self, gaps: tuple[str, ...] = (" ",)) -> Hit | None:
        """The following hit where only a gap lies between."""
        if self.index < len(self.hits) and self.text[self.end : self.hits[self.index].start] in gaps:
            return self.hits[self.index]
        return None

    def take(self, hit: Hit) -> None:
        """Make the hit part of the title."""
        self.end, self.index = hit.end, self.index + 1

    def skip(self) -> None:
        """Pass the hits that begin inside what was read."""
        while self.index < len(self.hits) and self.hits[self.index].start < self.end:
            self.index += 1

    def is_place(self, hit: Hit | None) -> bool:
        """A place with a capital, not one that is also a person (Hồ Chí Minh) and stands without its type."""
        return bool(hit and hit.atom.places and is_capital(self.text, hit.start))


def read_small_place(rest: Complement) -> None:
    """The name of a district or commune, which no register holds, up to the name of a person behind it."""
    run = _SMALL_PLACE.match(rest.text, rest.end)
    if run is None:
        return
    begin = run.start("name")
    nearby = rest.hits[rest.index : rest.index + _SMALL_PLACE_SYLLABLES]
    stop = next((h.start - 1 for h in nearby if h.atom.head or _is_name(rest.text, h)), run.end())
    words = rest.text[begin : max(begin, min(stop, run.end()))].split(" ")
    if stop >= run.end():
        words = _without_person(words)
    elif may_be_surname(fold(words[0])) and len(words) == 1:
        words = []
    if 0 < len(words) <= _SMALL_PLACE_SYLLABLES and words[0]:
        rest.end = begin + len(" ".join(words))
        rest.skip()


def _is_name(text: str, hit: Hit) -> bool:
    return bool(hit.atom.persons) and all(w[:1].isupper() for w in text[hit.start : hit.end].split(" "))


def _without_person(words: list[str]) -> list[str]:
    """The syllables of a place without those of the person behind it; [] where only a person stands there."""
    surname = [may_be_surname(fold(word)) for word in words]
    if surname[0] and len(words) == 3:
        return []
    counts = (2, 3) if surname[0] else (2, 3, 1, 4)
    cut = next((n for n in counts if len(words) > n + 1 and surname[n]), None)
    return words[:cut] if cut or not surname[0] or len(words) == 2 else []


def is_capital(text: str, index: int) -> bool:
    """Whether a capital stands at a place, which may be behind the end."""
    return index < len(text) and text[index].isupper()
