"""Findings as ranges of a page in a browser: the way down to a text node, and a place in it in UTF-16 units."""

from __future__ import annotations

from typing import NamedTuple

from leadercheck.readers._manuscript import Manuscript, Path, Strip
from leadercheck.readers._strips import units
from leadercheck.report import Finding


class Boundary(NamedTuple):
    """A boundary point as `Range.setStart` takes it: indexes of `childNodes` from the top down, and the offset."""

    path: tuple[int, ...]
    offset: int


def ranges(manuscript: Manuscript, finding: Finding) -> tuple[Boundary, Boundary] | None:
    """Where a finding of a report on `manuscript.text` stands in the page; None where it stands in no text node.

    The top is the document, or the element whose `innerHTML` was read.
    """
    strip = manuscript.strip(finding.part)
    if strip is None or manuscript.form != "html":
        return None
    ending, end = manuscript.end(finding.part or "", finding.end)
    first, last = _node(strip, finding.start), _node(ending, end - 1)
    if first is None or last is None:
        return None
    run = ending.run(end - 1)
    width = units(
        ending.text[end - 1] if run is None or run.plain else ending.text[run.at : run.at + run.length]
    )
    return (
        Boundary(_down(manuscript.nodes[first[0]]), first[1]),
        Boundary(_down(manuscript.nodes[last[0]]), last[1] + width),
    )


def _node(strip: Strip, offset: int) -> tuple[int, int] | None:
    """The text node of a letter and the place in front of it."""
    run = strip.run(offset)
    if run is None or run.node < 0:
        return None
    return run.node, run.unit + (units(strip.text[run.at : offset]) if run.plain else 0)


def _down(path: Path | None) -> tuple[int, ...]:
    steps: list[int] = []
    while path is not None:
        steps.append(path.step)
        path = path.above
    return tuple(reversed(steps))
