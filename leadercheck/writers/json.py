"""Reports as JSON: the report's own fields behind the name of the file they are about."""

from __future__ import annotations

import json
from collections.abc import Sequence

from leadercheck.report import Report


def render(reports: Sequence[tuple[str, Report]]) -> str:
    """An array with one object a file, indented."""
    return json.dumps([_named(name, report) for name, report in reports], ensure_ascii=False, indent=2) + "\n"


def render_lines(reports: Sequence[tuple[str, Report]]) -> str:
    """One object a file, one file a line."""
    return "".join(json.dumps(_named(name, report), ensure_ascii=False) + "\n" for name, report in reports)


def _named(name: str, report: Report) -> dict[str, object]:
    return {"file": name, **report.model_dump(mode="json", by_alias=True)}
