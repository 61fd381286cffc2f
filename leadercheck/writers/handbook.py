"""The handbook of the rules, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leadercheck import wording
from leadercheck.rule import Example, Rule


def render(rules: Sequence[Rule]) -> str:
    """One Markdown page: a table of all rules, then each with its reasons, its authority and its examples."""
    lines = [
        "# Rules",
        "",
        "Made from the rules by the tests; edit the rule, not this page.",
        "",
        "| id | name | at most | on by default | finds |",
        "|---|---|---|---|---|",
        *(_row(rule) for rule in rules),
    ]
    for rule in rules:
        lines += _section(rule)
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    return (
        f"| [{rule.id}](#{rule.id.lower()}-{rule.name}) | {rule.name} | {rule.severity.value} | "
        f"{'yes' if rule.default else 'no'} | {rule.summary.replace('|', chr(92) + '|')} |"
    )


def _section(rule: Rule) -> Iterator[str]:
    yield from (
        "",
        f"## {rule.id} {rule.name}",
        "",
        rule.explanation.strip(),
        "",
        f"Authority: {rule.citation}.",
        "",
    )
    yield from ("Found:", "", *map(_example, rule.bad), "", "Not found:", "", *map(_example, rule.good))


def _example(example: Example) -> str:
    text = example.text.replace("[[", "**").replace("]]", "**").replace("\n", " ⏎ ")
    fixed = f" → {example.fixed}" if example.fixed else ""
    return f"- {wording.day(example.on)}: {text}{fixed}".replace("\n", " ⏎ ")
