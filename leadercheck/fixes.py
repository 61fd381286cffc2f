"""Apply the fixes of a report to its text."""

from __future__ import annotations

from leadercheck.document import Source
from leadercheck.errors import TextMismatchError
from leadercheck.report import Edit, Report


def fix(text: str, report: Report, unsafe: bool = False) -> str:  # noqa: FBT001, FBT002  # the contract's signature
    """The text with the first fix of each finding applied; only safe ones unless `unsafe`.

    Fixes that overlap an earlier one are left out; applied to its own result with a new report
    it changes nothing more of the same kind.

    Raises:
        TextMismatchError: the report is of another text.
    """
    if report.text_sha256 != Source.of(text).sha256:
        raise TextMismatchError(
            "the report was made from another text; check the text again and fix with that report"
        )
    edits: list[Edit] = []
    for finding in report.findings:
        chosen = next((f for f in finding.fixes if f.safe or unsafe), None)
        if chosen and not any(_overlap(e, o) for e in chosen.edits for o in edits):
            edits += chosen.edits
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end
