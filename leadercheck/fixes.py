"""Apply the fixes of a report to its text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from leadercheck.document import Document, Source
from leadercheck.errors import TextMismatchError
from leadercheck.report import Edit, Finding, Report

_Read = TypeVar("_Read", str, Document)


def fix(text: _Read, report: Report, unsafe: bool = False) -> _Read:  # noqa: FBT001, FBT002  # the contract's signature
    """The text with the first fix of each finding applied; only safe ones unless `unsafe`.

    A fix is applied whole or not at all: one that touches what an earlier one writes is left out, so that
    no two meet. Applied to its own result with a new report it changes nothing more of the same kind.
    Of a document the parts are fixed; a part without an id of its own is left as it is.

    Raises:
        TextMismatchError: the report is of another text.
    """
    fits = report.text_sha256 == Source.of(text).sha256
    if isinstance(text, Document):
        if fits:
            return _fixed_document(text, report, unsafe=unsafe)
    elif fits and all(f.part is None and text[f.start : f.end] == f.excerpt for f in report.findings):
        return applied(text, chosen(report.findings, unsafe=unsafe))
    raise TextMismatchError(
        "the report was made from another text; check the text again and fix with that report"
    )


def _fixed_document(document: Document, report: Report, *, unsafe: bool) -> Document:
    ids = [part.id for part in document.parts]
    parts = []
    for part in document.parts:
        own = [f for f in report.findings if f.part == part.id] if ids.count(part.id) == 1 else []
        fitting = [f for f in own if part.text[f.start : f.end] == f.excerpt]
        parts.append(replace(part, text=applied(part.text, chosen(fitting, unsafe=unsafe))))
    return Document(parts)


def chosen(findings: Iterable[Finding], *, unsafe: bool) -> list[Edit]:
    """The edits of the first fixes of findings, in places of one text: those that meet no earlier one, in order of place."""
    taken: list[tuple[int, int]] = []
    chosen: list[Edit] = []
    for finding in findings:
        best = next((f for f in finding.fixes if f.safe or unsafe), None)
        if best is None:
            continue
        spans = sorted((edit.start, edit.end) for edit in best.edits)
        alone = all(one[1] <= other[0] and one != other for one, other in pairwise(spans))
        if alone and not any(_meets(span, taken) for span in spans):
            chosen += best.edits
            for span in spans:
                insort(taken, span)
    return sorted(chosen, key=lambda edit: (edit.start, edit.end))


def _meets(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a place overlaps one of those taken, or inserts where another writes."""
    start, end = span
    index = bisect_left(taken, (start, start))
    before = taken[index - 1] if index else (-1, -1)
    after = taken[index] if index < len(taken) else None
    if before[1] > start or (start == end and before[1] == start):
        return True
    return after is not None and (
        after[0] < end or (after[0] == end and (start == end or after[0] == after[1]))
    )


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits in order of place that do not overlap."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += text[done : edit.start], edit.text
        done = edit.end
    return "".join((*parts, text[done:]))
