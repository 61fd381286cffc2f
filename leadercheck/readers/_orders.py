"""Suppressions written in a source whose text is read without its tags."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from leadercheck.comments import orders
from leadercheck.document import JOINT, Source
from leadercheck.readers._manuscript import Strip
from leadercheck.suppression import Suppression
from leadercheck.text import Text


def of(source: str, strips: Sequence[Strip]) -> tuple[tuple[Suppression, ...], tuple[str, ...]]:
    """What the comments and attributes of a source leave out, in places of the joined strips; and what is wrong."""
    said = orders(Source.of(source))
    if not (said.suppressions or said.problems):
        return (), ()
    lines = Text.of(source)
    starts = accumulate((len(strip.text) + len(JOINT) for strip in strips), initial=0)
    letters = [
        (run.start, run.stop, start + run.at, start + run.at + run.length)
        for start, strip in zip(starts, strips, strict=False)
        for run in strip.runs
    ]
    letters.sort()
    found = []
    for one, place in zip(said.suppressions, said.places, strict=True):
        first = bisect_left(letters, one.start, key=lambda row: row[1] - 1)
        last = bisect_left(letters, one.end, key=lambda row: row[0]) - 1
        line = lines.line_column(place)[0]
        if first > last:
            found.append(replace(one, start=0, end=0, line=line))
            continue
        start, end = letters[first], letters[last]
        begin = start[2] + max(0, one.start - start[0]) * (start[1] - start[0] == start[3] - start[2])
        stop = end[3] - max(0, end[1] - one.end) * (end[1] - end[0] == end[3] - end[2])
        found.append(replace(one, start=begin, end=stop, line=line))
    problems = tuple(f"Dòng {lines.line_column(place)[0]}: {words}" for place, words in said.problems)
    return tuple(found), problems
