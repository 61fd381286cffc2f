"""How a printed name departs from a real one: the slips of typists, not other people's names."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from leadercheck.text import fold, strip_marks

LETTER: Final = 0
"""Diacritics, or one letter of one syllable."""
SYLLABLE: Final = 1
"""Two letters of a syllable, a syllable dropped or doubled, two that changed places."""
SURNAME: Final = 2
"""Another surname before the same given names."""
OTHER: Final = 3
"""Another syllable elsewhere: as likely another person."""


def departure(printed: str, name: str) -> int | None:
    """How far a printed name is from a real one; None when they are different names or the same.

    Source of the shapes: corrections printed by the press ("Thủ tướng Nguyễn Minh Chính", VTV 4/7/2025), and
    what Telex, VNI and neighbouring keys do.
    """
    one, other = fold(printed).split(), fold(name).split()
    if one == other:
        return None
    plain_one, plain_other = _plain(one), _plain(other)
    if plain_one == plain_other:
        return LETTER
    if sorted(one) == sorted(other) or sorted(plain_one) == sorted(plain_other):
        return SYLLABLE
    if len(one) == len(other):
        return _substituted(plain_one, plain_other)
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    dropped = len(longer) - len(shorter) == 1 and len(shorter) >= 2
    if dropped and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
        return SYLLABLE
    return LETTER if "".join(plain_one) == "".join(plain_other) else None


def is_bare(printed: str, name: str) -> bool:
    """Whether a printed name is the name but for syllables that lost all their marks: "Pham Minh Chinh"."""
    one, other = fold(printed).split(), fold(name).split()
    return (
        one != other
        and len(one) == len(other)
        and all(a in (b, strip_marks(b)) for a, b in zip(one, other, strict=True))
    )


def stuck(printed: str, name: str) -> str:
    """The word glued to the end of a printed name: "yêu" in "Phạm Minh Chínhyêu"; "" where there is none.

    A capitalised word behind that is none of the name's, "Phạm Minh Chínhdự Hội", is of no account.
    """
    other = name.split()
    one = printed.split()[: len(other)]
    if len(one) != len(other) or fold(" ".join(one[:-1])) != fold(" ".join(other[:-1])):
        return ""
    last, right = one[-1], other[-1]
    rest = last[len(right) :]
    return rest if len(rest) > 1 and fold(last[: len(right)]) == fold(right) else ""


def scattered(folded: str, start: int, name: str) -> int | None:
    """The end of a name printed from `start` with a blank or line break too many or too few; None if it is not there.

    What follows the name must not be a letter: a word glued to its end is another slip.
    """
    at, letters = start, 0
    blanks: list[tuple[int, str]] = []
    bounds: list[tuple[int, str]] = []
    for syllable in fold(name).split():
        bounds += [(letters, " ")] if letters else []
        for letter in syllable:
            while letters and at < len(folded) and folded[at] in " \n":
                blanks.append((letters, folded[at]))
                at += 1
            if at >= len(folded) or folded[at] != letter:
                return None
            at, letters = at + 1, letters + 1
    whole = at == len(folded) or not folded[at].isalnum()
    return at if whole and blanks != bounds else None


def _plain(syllables: list[str]) -> list[str]:
    """The syllables without marks, and without what a failed Telex or VNI stroke leaves behind."""
    return [_typed(strip_marks(syllable)) for syllable in syllables]


def _typed(syllable: str) -> str:
    bare = syllable.rstrip("0123456789")
    if len(bare) > 2 and bare[-1] in "sfrxj" and any(vowel in bare for vowel in "aeiouy"):
        bare = bare[:-1]
    doubled = [a for a, b in pairwise(bare) if a == b and a in "aeod"]
    for letter in doubled:
        bare = bare.replace(letter * 2, letter)
    return bare.replace("uw", "u").replace("ow", "o").replace("aw", "a")


def _substituted(one: list[str], other: list[str]) -> int | None:
    pairs = [(index, a, b) for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415  # most articles hold no name near another

    distance = sum(DamerauLevenshtein.distance(a, b) for _, a, b in pairs)
    if distance <= 1:
        return LETTER
    if len(pairs) > 1 or len(one) < 3:
        return None
    index, a, b = pairs[0]
    if distance == 2 and min(len(a), len(b)) > 2:
        return SYLLABLE
    return SURNAME if index == 0 else OTHER
