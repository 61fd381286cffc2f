"""What can be written in two ways, and what was put together wrongly: tone placement, short forms, glued names.

Every place is in code points of the matched text, half-open; each function is one pass over the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from leadercheck.lexicon import Hit
from leadercheck.patterns import letters
from leadercheck.spotting import TO_NAME
from leadercheck.titles import Reading

_CENTRAL = letters(r"(?<!\w)(?:T\.Ư|TƯ|T\.W|TW)(?!\w| (?!MTTQ)\p{Lu}{2})")
_GLUED = letters(r"(?<=\p{Ll})(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,4})(?!\w)")
_RUN = letters(
    r"(?<![\w.@#/-])(?:(?:Ông|Bà|Anh|Chị|Cụ|Ngài|Theo) )?(?P<run>\p{Lu}[\p{Ll}’']*(?: \p{Lu}[\p{Ll}’']*){1,4})(?![\w@-])"
)
_REACH: Final = 40


class Miscased(Struct, frozen=True):
    """A registered name beside a title, not every syllable of it capital: "Tô lâm"."""

    start: int
    end: int
    persons: tuple[str, ...]
    positions: tuple[str, ...]


def miscased(text: str, folded: str, hits: Sequence[Hit], readings: Sequence[Reading]) -> Iterator[Miscased]:
    """Registered names in odd capitals that a title of the register touches.

    The titles right before such a name get the frame "miscased": they are its own and nobody else's near by.
    """
    index = 0
    for hit in hits:
        if not hit.atom.persons or _is_even(text[hit.start : hit.end]):
            continue
        while index < len(readings) and readings[index].end <= hit.start:
            index += 1
        before = readings[index - 1] if index else None
        after = readings[index] if index < len(readings) else None
        positions: tuple[str, ...] = ()
        if before and hit.start - before.end <= _REACH and TO_NAME.fullmatch(folded[before.end : hit.start]):
            own = before.chain[: before.chain.index(before) + 1] if before.chain else [before]
            positions += tuple(p for reading in own for p in reading.positions)
            for reading in own if positions else ():
                reading.frame = "miscased"
        if after and after.start >= hit.end and folded[hit.end : after.start] in (", ", " - ", " – "):
            positions += after.positions
        if positions:
            yield Miscased(hit.start, hit.end, hit.atom.persons, positions)


def _is_even(printed: str) -> bool:
    """Whether a name is written in capitals or with a capital to each syllable."""
    if printed.isupper():
        return True
    return all(
        part[:1].isupper() and (part[1:].islower() or not part[1:])
        for part in printed.replace("-", " ").split()
    )


def glued(text: str) -> list[tuple[int, str]]:
    """Runs of capitalised syllables that begin inside a word, and where: "Thủ tướngPhạm Minh Chính"."""
    return [(found.start("name"), found["name"]) for found in _GLUED.finditer(text)]


def runs(text: str) -> list[tuple[int, int, str]]:
    """Every run of two to five capitalised syllables: names of people, and of much else."""
    return [(*found.span("run"), found["run"]) for found in _RUN.finditer(text)]


def abbreviations(text: str) -> list[tuple[int, int, str]]:
    """The short forms of "Trung ương"."""
    return [(*found.span(), found[0]) for found in _CENTRAL.finditer(text)]
