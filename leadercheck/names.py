"""How a printed name departs from a real one: the slips of typists, not other people's names."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal

from leadercheck.patterns import pattern
from leadercheck.text import fold, strip_marks

LETTER: Final = 0
"""Diacritics, or one letter of one syllable."""
SYLLABLE: Final = 1
"""Two letters of a syllable, a syllable dropped or doubled, two that changed places."""
SURNAME: Final = 2
"""Another surname before the same given names."""
OTHER: Final = 3
"""Another syllable elsewhere: as likely another person."""

_SYLLABLE: Final = pattern(r"\S+")
_DIGITS: Final = pattern(r"\d+")

Variant = Literal[
    "marks-lost", "marks", "keystroke", "blanks", "swapped", "dropped", "added", "i-y", "letter", "letters", "surname",
    "syllable", "initials", "glued", "broken", "case",
]  # fmt: skip
"""Why a printed name is taken for a person's whose name is written otherwise.

"marks-lost": syllables without any of their marks; "marks": other marks; "keystroke": what a Telex or VNI stroke left behind;
"blanks": syllables run together or apart; "swapped", "dropped", "added": of syllables; "i-y": one for the other;
"letter", "letters": one or two of a syllable; "surname", "syllable": another one in its place; "initials": "Ng. Phú
Trọng"; "glued": to the next word; "broken": over a line or by a blank; "case": small and capital letters.
"""
DEPARTURES: Final[dict[Variant, int]] = {
    "marks-lost": LETTER, "marks": LETTER, "keystroke": LETTER, "blanks": LETTER, "i-y": LETTER, "letter": LETTER,
    "swapped": SYLLABLE, "dropped": SYLLABLE, "added": SYLLABLE, "letters": SYLLABLE,
    "surname": SURNAME, "syllable": OTHER,
}  # fmt: skip
"""How far each slip of the typist leads away from the name."""


def departure(printed: str, name: str) -> int | None:
    """How far a printed name is from a real one; None when they are different names or the same."""
    kind = slip(printed, name)
    return None if kind is None else DEPARTURES[kind]


def slip(printed: str, name: str) -> Variant | None:
    """Which slip makes a printed name of a real one; None when they are different names or the same.

    Source of the shapes: corrections printed by the press ("Thủ tướng Nguyễn Minh Chính", VTV 4/7/2025), and
    what Telex, VNI and neighbouring keys do.
    """
    one, other = fold(printed).split(), fold(name).split()
    if one == other:
        return None
    plain_one, plain_other = _plain(one), _plain(other)
    if plain_one == plain_other:
        return _of_marks(printed, name)
    if sorted(one) == sorted(other) or sorted(plain_one) == sorted(plain_other):
        return "swapped"
    if len(one) == len(other):
        return _substituted(plain_one, plain_other)
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    dropped = len(longer) - len(shorter) == 1 and len(shorter) >= 2
    if dropped and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
        return "added" if longer is one else "dropped"
    return "blanks" if "".join(plain_one) == "".join(plain_other) else None


def _of_marks(printed: str, name: str) -> Variant:
    if strip_marks(fold(printed)).split() != strip_marks(fold(name)).split():
        return "keystroke"
    return "marks-lost" if is_bare(printed, name) else "marks"


def abbreviates(printed: str, name: str) -> bool:
    """Whether a printed name is the name with first syllables shortened: "Ng. Phú Trọng", "N.P. Trọng".

    The last syllable is printed whole; what is shortened has a stop behind it.
    """
    one, other = fold(printed).replace(".", ". ").split(), fold(name).split()
    if len(one) != len(other) or one[-1] != other[-1]:
        return False
    short = [a.endswith(".") for a in one]
    return any(short) and all(
        b.startswith(a[:-1]) if cut else a == b for a, b, cut in zip(one, other, short, strict=True)
    )


def end_of(printed: str, name: str) -> int:
    """Where the name ends in what was printed: in capitals a sentence runs on behind it."""
    syllables = list(_SYLLABLE.finditer(printed))
    count = len(name.split())
    return syllables[count - 1].end() if printed.isupper() and len(syllables) > count else len(printed)


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
    bare = _DIGITS.sub("", syllable)
    if len(bare) > 2 and bare[-1] in "sfrxj" and any(vowel in bare for vowel in "aeiouy"):
        bare = bare[:-1]
    doubled = [a for a, b in pairwise(bare) if a == b and a in "aeod"]
    for letter in doubled:
        bare = bare.replace(letter * 2, letter)
    return bare.replace("uw", "u").replace("ow", "o").replace("aw", "a")


def _substituted(one: list[str], other: list[str]) -> Variant | None:
    pairs = [(index, a, b) for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415  # most articles hold no name near another

    distance = sum(DamerauLevenshtein.distance(a, b) for _, a, b in pairs)
    if len(pairs) == 1 and pairs[0][1].replace("y", "i") == pairs[0][2].replace("y", "i"):
        return "i-y"
    if distance <= 1:
        return "letter"
    if len(pairs) > 1 or len(one) < 3:
        return None
    index, a, b = pairs[0]
    if distance == 2 and min(len(a), len(b)) > 2:
        return "letters"
    return "surname" if index == 0 else "syllable"
