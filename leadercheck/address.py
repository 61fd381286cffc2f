"""How people are addressed: the honorifics before a name or its titles, and honorifics that nobody's name follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from leadercheck.spotting import ADDRESS, Draft
from leadercheck.text import folded_pattern

_WORDS: Final = ("đồng chí", "ông", "bà", "ngài")
_RUN = folded_pattern(rf"(?<![\w-])(?:{ADDRESS})+$")
_WORD = folded_pattern(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)")
_PLURAL = folded_pattern(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|nhiều|mấy|một số|quý|vợ chồng) $")
_NOBODY = folded_pattern(r"(?:^|(?<!\w)(?:có|gồm|là|của|và|với|do)[: ]+|[;:] ?)(?:đồng chí|ông|bà) ?, $")
_REACH: Final = 40


class Honorific(Struct, frozen=True):
    """An honorific that touches a name or its titles; `plural` where it is said of several ("các ông A, B")."""

    start: int
    end: int
    word: str
    plural: bool = False


def honorifics(folded: str, draft: Draft) -> list[Honorific]:
    """The honorifics of a named reference in order, in code points of the matched text."""
    if draft.name_start is None:
        return []
    before = [r.start for r in draft.readings if r.end <= draft.name_start and not draft.shared]
    found: dict[int, Honorific] = {}
    for place in sorted({*before[:1], draft.name_start}):
        begin = max(0, place - _REACH)
        run = _RUN.search(folded[begin:place])
        if run is None:
            continue
        plural = bool(_PLURAL.search(folded[max(0, begin + run.start() - 12) : begin + run.start()]))
        for word in _WORD.finditer(run[0]):
            start = begin + run.start() + word.start()
            found.setdefault(start, Honorific(start, start + len(word[0]), word[0], plural))
    return [found[start] for start in sorted(found)]


def nameless(folded: str, drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Places where an honorific and a comma stand before titles that nobody's name goes with."""
    found = []
    for draft in drafts:
        if draft.name is not None or draft.chained or not draft.readings:
            continue
        first = draft.readings[0]
        begin = max(0, first.start - _REACH)
        gap = _NOBODY.search(folded[begin : first.start])
        if gap:
            word = _WORD.search(folded, begin + gap.start())
            if word:
                found.append((word.start(), max(r.end for r in first.chain or [first])))
    return found
