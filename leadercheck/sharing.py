"""A title behind a row of bare names is also theirs whom the register has hold it: "A, B, nguyên Chủ tịch Quốc hội"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from leadercheck.mentions import NEXT_NAME
from leadercheck.roster import Roster
from leadercheck.spotting import Draft
from leadercheck.titles import Reading
from leadercheck.verdicts import judge
from leadercheck.when import SILENT

_GAP: Final = 60
"""Code points between two names of a row."""


def pass_back(folded: str, drafts: Sequence[Draft], roster: Roster, on: date) -> None:
    """Give the titles behind the last of joined names to those before it that have none and held every one of them.

    Whose they are the words do not say ("A, B, nguyên Chủ tịch Quốc hội" may be B alone); the register does.
    """
    row = [draft for draft in drafts if draft.name is not None]
    for earlier, later in reversed(list(pairwise(row))):
        if earlier.readings or earlier.later or not earlier.persons:
            continue
        chain = _behind(folded, later)
        first, last = earlier.name_end or 0, later.name_start or 0
        if not chain or last - first > _GAP or ";" in folded[first:last]:
            continue
        if not NEXT_NAME.fullmatch(folded, first, last):
            continue
        if any(all(_held(r, person, on, roster) for r in chain) for person in earlier.persons):
            earlier.readings = list(chain)
            earlier.shared = True


def _behind(folded: str, draft: Draft) -> list[Reading]:
    """The titles of a name that has some behind it and none before it; [] where they may be any body's, or are in brackets."""
    end = draft.name_end or 0
    told = all(r.bare >= end and r.positions and not (r.foreign or r.short or r.open) for r in draft.readings)
    bracketed = draft.readings and folded.find("(", end, draft.readings[0].bare) >= 0
    return [] if bracketed or not told else draft.readings


def _held(reading: Reading, person: str, on: date, roster: Roster) -> bool:
    return judge(reading, person, on, SILENT, roster).verdict == "yes"
