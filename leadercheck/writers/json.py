"""Reports as JSON: the report's own fields behind the name of the file they are about."""

from __future__ import annotations

import json
from collections.abc import Sequence

from leadercheck.report import Report


def render(reports: Sequence[tuple[str, Report]]) -> str:
    """An array with one object a file, indented."""
    return text([_named(name, report) for name, report in reports], indent=2)


def render_lines(reports: Sequence[tuple[str, Report]]) -> str:
    """One object a file, one file a line."""
    return "".join(text(_named(name, report), indent=None) for name, report in reports)


def _named(name: str, report: Report) -> dict[str, object]:
    return {"file": name, **report.model_dump(mode="json", by_alias=True)}


def text(value: object, *, indent: int | None) -> str:
    """A value as JSON: letters as letters; where a text holds lone surrogates, escapes."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        written.encode()
    except UnicodeEncodeError:
        written = json.dumps(value, indent=indent)
    return written + "\n"
