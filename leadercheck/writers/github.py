"""Workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from leadercheck.report import Finding
from leadercheck.writers.sheet import Sheet, shown

_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def render(sheets: Sequence[Sheet]) -> str:
    """One line a finding, and one a notice."""
    return "".join(f"{line}\n" for sheet in sheets for line in _lines(sheet))


def _lines(sheet: Sheet) -> Iterator[str]:
    for finding in sheet.located.findings:
        title = _property(f"{finding.rule} {finding.name}")
        fixes = "".join(f"\nCách sửa: {fix.label}" for fix in finding.fixes)
        words = _data(f"{_lined(finding.message)}{fixes}\nCăn cứ: {finding.citation}")
        yield f"::{_COMMANDS[finding.severity]} file={_property(sheet.name)},{_place(finding, sheet)},title={title}::{words}"
    for notice in sheet.located.notices:
        yield f"::notice file={_property(sheet.name)},title=leadercheck::{_data(_lined(notice))}"


def _place(finding: Finding, sheet: Sheet) -> str:
    if not sheet.lined:
        return f"line={finding.line}"
    if finding.line != finding.end_line:
        # Columns are refused where a place runs over lines.
        return f"line={finding.line},endLine={finding.end_line}"
    return f"line={finding.line},endLine={finding.line},col={finding.column},endColumn={finding.end_column}"


def _lined(words: str) -> str:
    return shown(words)


def _data(words: str) -> str:
    printed = words.encode("utf-8", "replace").decode()
    return printed.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
