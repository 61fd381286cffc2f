"""JUnit XML, which build servers show: a suite a file, a case a finding."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from leadercheck.report import Finding
from leadercheck.writers.sheet import LEVELS, Sheet, shown


def render(sheets: Sequence[Sheet], failing: Collection[str] = ("error",)) -> str:
    """The findings of all files; those of severities in `failing` are failures, others pass with their words."""
    suites = [line for sheet in sheets for line in _suite(sheet, failing)]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<testsuites name="leadercheck">',
            *suites,
            "</testsuites>",
            "",
        )
    )


def _suite(sheet: Sheet, failing: Collection[str]) -> Iterator[str]:
    findings = sheet.located.findings
    failures = sum(finding.severity in failing for finding in findings)
    yield (
        f'  <testsuite name={_quoted(sheet.name)} tests="{max(1, len(findings))}" failures="{failures}" '
        'errors="0" skipped="0">'
    )
    if not findings:
        yield f'    <testcase name="leadercheck" classname={_quoted(sheet.name)}/>'
    for finding in findings:
        name = f"{finding.rule} {finding.name} ({finding.line}:{finding.column})"
        yield f"    <testcase name={_quoted(name)} classname={_quoted(sheet.name)}>"
        if finding.severity in failing:
            yield (
                f"      <failure type={_quoted(f'{finding.rule} {finding.severity}')} "
                f"message={_quoted(finding.message)}>{_words(finding, sheet)}</failure>"
            )
        else:
            yield f"      <system-out>{_words(finding, sheet)}</system-out>"
        yield "    </testcase>"
    if sheet.located.notices:
        yield f"    <system-out>{escape(shown(' '.join(sheet.located.notices)))}</system-out>"
    yield "  </testsuite>"


def _words(finding: Finding, sheet: Sheet) -> str:
    lines = [
        f"{sheet.name}:{finding.line}:{finding.column}: {LEVELS[finding.severity]}[{finding.rule}] {finding.message}",
        f"“{finding.excerpt}”",
        *(f"Dữ kiện: {one.summary} ({one.source})" for one in finding.evidence),
        f"Căn cứ: {finding.citation}",
        *(f"Cách sửa: {fix.label}" for fix in finding.fixes),
    ]
    return "\n".join(escape(shown(line)) for line in lines)


def _quoted(words: str) -> str:
    return quoteattr(shown(words))
