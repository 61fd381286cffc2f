"""A report for a person at a terminal: the line, a caret under the span, the fact with its source, the fix."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from leadercheck.report import Coverage, Finding, Report
from leadercheck.writers.sheet import LEVELS, Sheet, plain_sheet
from leadercheck.writers.sheet import shown as _shown

Paint = Callable[[str, str], str]
"""Dresses words for a role: "error", "warning", "note", "place", "dim", "fix"."""

_BEFORE: Final = 60
_AFTER: Final = 48
"""How much of a long line is shown around the span, in code points."""
_LONGEST: Final = 96
"""How much of a long span is shown."""


def plain(words: str, role: str) -> str:
    """No colour at all."""
    return words


def render(report: Report, text: str, *, name: str, paint: Paint = plain) -> str:
    """The report on the text of one file.

    Args:
        report: the report made from `text`.
        text: the caller's string.
        name: how the file is called in front of line and column.
        paint: colours words by their role; none by default.
    """
    return render_sheet(plain_sheet(name, text, report), paint=paint)


def render_sheet(sheet: Sheet, *, paint: Paint = plain) -> str:
    """The report on a file: places of the file, words as a reader sees them there."""
    report = sheet.located
    lines = [
        line
        for finding, place in zip(sheet.report.findings, report.findings, strict=True)
        for line in _finding(finding, place, sheet, paint)
    ]
    lines += [f"{paint('thông báo:', 'note')} {notice}" for notice in report.notices]
    lines.append(f"{paint(sheet.name, 'place')} · {_day(report)} · {coverage(report.coverage)}")
    return "\n".join(lines) + "\n"


def coverage(counts: Coverage) -> str:
    """What was found and what could be judged: "12 nhắc tên · 10 đã đối chiếu · 2 không có trong dữ liệu"."""
    unjudged = counts.titles - counts.judged_yes - counts.judged_no
    words = (
        (counts.references, "nhắc tên", True),
        (counts.linked, "đã đối chiếu", True),
        (counts.unknown, "không có trong dữ liệu", True),
        (counts.ambiguous, "chưa rõ là ai", False),
        (counts.foreign, "người nước ngoài", False),
        (counts.judged_yes, "chức danh đúng", False),
        (counts.judged_no, "chức danh sai", False),
        (unjudged, "chức danh chưa kết luận", False),
    )
    return " · ".join(f"{count} {what}" for count, what, always in words if count or always)


def _day(report: Report) -> str:
    return f"ngày {report.on.day}/{report.on.month}/{report.on.year}"


def _finding(finding: Finding, there: Finding, sheet: Sheet, paint: Paint) -> Iterator[str]:
    level = paint(f"{LEVELS[finding.severity]}[{finding.rule}]", finding.severity)
    place = paint(f"{sheet.name}:{there.line}:{there.column}", "place")
    yield f"{place}: {level} {_shown(finding.message)}"
    shown, indent, length = _window(finding, sheet.part(finding))
    number = str(there.line)
    margin = " " * len(number)
    bar = paint("|", "dim")
    yield f" {margin} {bar}"
    yield f" {paint(number, 'dim')} {bar} {shown}"
    yield f" {margin} {bar} {' ' * indent}{paint('^' * length, finding.severity)}"
    for evidence in finding.evidence:
        yield f" {margin} = dữ kiện: {evidence.summary} ({evidence.source})"
    yield f" {margin} = căn cứ: {finding.citation}"
    for fix in finding.fixes:
        doubt = "" if fix.safe else " (cần người duyệt)"
        yield f" {margin} = cách sửa: {paint(_shown(fix.label), 'fix')}{doubt}"
    yield ""


def _window(finding: Finding, text: str) -> tuple[str, int, int]:
    """The line around the span as shown, the caret's indent and its length, both in columns of the screen."""
    begin = finding.start - finding.column + 1
    stop = min(
        (p for p in (text.find("\n", finding.start), text.find("\r", finding.start)) if p >= 0),
        default=len(text),
    )
    end = min(finding.end, stop)
    left = max(begin, finding.start - _BEFORE)
    right = min(stop, max(end, finding.start + 1) + _AFTER)
    if left > begin:
        left = text.find(" ", left, finding.start) + 1 or left
    if right < stop:
        space = text.rfind(" ", end, right)
        right = space if space > 0 else right
    head = ("… " if left > begin else "") + _shown(text[left : finding.start])
    if end - finding.start > _LONGEST:
        span = _shown(text[finding.start : finding.start + _LONGEST]) + " …"
        return head + span, _width(head), _width(span)
    span = _shown(text[finding.start : end])
    tail = _shown(text[end:right]) + (" …" if right < stop else "")
    return head + span + tail, _width(head), max(1, _width(span))


def _width(words: str) -> int:
    """Columns of the screen: marks take none, wide characters two."""
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Cf")
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in words
    )
