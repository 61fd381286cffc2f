"""SARIF 2.1.0, which code hosts and editors read: rules with their help, places in code points, fixes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from leadercheck._version import __version__
from leadercheck.report import Edit, Finding
from leadercheck.rule import Rule
from leadercheck.writers import json
from leadercheck.writers.sheet import Sheet, uri

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "note": "note"}
_KINDS: Final = {"T": "title", "N": "name", "O": "order", "C": "case", "F": "form"}


def render(sheets: Sequence[Sheet], rules: Sequence[Rule]) -> str:
    """One run over all files.

    Args:
        sheets: the files as they were checked.
        rules: the rules that were run.
    """
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "leadercheck",
                "version": __version__,
                "semanticVersion": __version__,
                "language": "vi-VN",
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "utf-8",
        "language": "vi-VN",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [note for sheet in sheets for note in _notices(sheet)],
            }
        ],
        "artifacts": [{"location": {"uri": uri(sheet.name)}} for sheet in sheets],
        "results": [
            _result(finding, sheet, index, indexes)
            for index, sheet in enumerate(sheets)
            for finding in sheet.located.findings
        ],
    }
    return json.text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    examples = "\n".join(f"- {example.text}" for example in rule.bad)
    help_text = f"{rule.told('vi')}\n\nCăn cứ: {rule.citation}"
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.finds("vi") or rule.name},
        "fullDescription": {"text": rule.told("vi") or rule.name},
        "help": {"text": help_text, "markdown": f"{help_text}\n\n{examples}".strip()},
        "defaultConfiguration": {"level": rule.severity.value, "enabled": rule.default},
        "properties": {"tags": [_KINDS.get(rule.id[0], "house")], "citation": rule.citation},
    }


def _notices(sheet: Sheet) -> Iterator[dict[str, Any]]:
    for notice in sheet.located.notices:
        yield {
            "level": "note",
            "message": {"text": notice},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(sheet.name)}}}],
        }


def _result(finding: Finding, sheet: Sheet, artifact: int, indexes: dict[str, int]) -> dict[str, Any]:
    place = {"uri": uri(sheet.name), "index": artifact}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": _region(finding, sheet)}}],
        "partialFingerprints": {"leadercheck/v1": finding.fingerprint},
        "properties": {
            "citation": finding.citation,
            "zone": finding.zone,
            "excerpt": finding.excerpt,
            "person": finding.person,
            "evidence": [one.model_dump(mode="json") for one in finding.evidence],
            "on": sheet.report.on.isoformat(),
        },
    }
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    if sheet.lined and finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": one.message},
                "physicalLocation": {"artifactLocation": place, "region": _span(one.start, one.end)},
            }
            for number, one in enumerate(finding.related, 1)
        ]
    fixes = [
        {
            "description": {"text": fix.label if fix.safe else f"{fix.label} (cần người duyệt)"},
            "artifactChanges": [
                {"artifactLocation": place, "replacements": [_replacement(edit) for edit in fix.edits]}
            ],
        }
        for fix in finding.fixes
        if sheet.lined and fix.edits
    ]
    if fixes:
        result["fixes"] = fixes
    return result


def _region(finding: Finding, sheet: Sheet) -> dict[str, Any]:
    if not sheet.lined:
        return {"startLine": finding.line, "snippet": {"text": finding.excerpt}}
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        **_span(finding.start, finding.end),
        "snippet": {"text": finding.excerpt},
    }


def _span(start: int, end: int) -> dict[str, int]:
    return {"charOffset": start, "charLength": end - start}


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _span(edit.start, edit.end), "insertedContent": {"text": edit.text}}
