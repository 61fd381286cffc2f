"""GitLab's code quality report: a JSON array, one object a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from leadercheck.writers import json
from leadercheck.writers.sheet import Sheet

_SEVERITIES: Final = {"error": "critical", "warning": "minor", "note": "info"}


def render(sheets: Sequence[Sheet]) -> str:
    """The findings of all files; each fingerprint once, as GitLab drops what it has seen."""
    seen: Counter[str] = Counter()
    rows = []
    for sheet in sheets:
        path = PurePath(sheet.name).as_posix().removeprefix("./")
        for finding in sheet.located.findings:
            key = f"{path}\x1f{finding.fingerprint}"
            seen[key] += 1
            rows.append(
                {
                    "description": finding.message,
                    "check_name": f"{finding.rule} {finding.name}",
                    "fingerprint": sha256(
                        f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")
                    ).hexdigest(),
                    "severity": _SEVERITIES[finding.severity],
                    "location": {"path": path, "lines": {"begin": finding.line, "end": finding.end_line}},
                }
            )
    return json.text(rows, indent=2)
