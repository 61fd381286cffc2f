"""The handbook of the rules, made from the rules themselves, in English or Vietnamese."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from leadercheck import wording
from leadercheck.rule import Example, Lang, Rule

WORDS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "title": "Rules",
        "made": "Made from the rules by the tests; edit the rule, not this page.",
        "head": "| id | name | at most | on by default | finds |",
        "error": "error",
        "warning": "warning",
        "note": "note",
        "yes": "yes",
        "no": "no",
        "at most": "{severity} at most",
        "authority": "Authority",
        "house style": "house style",
        "found": "Found",
        "not found": "Not found",
        "near": "after real news",
    },
    "vi": {
        "title": "Các quy tắc",
        "made": "Trang này được viết ra từ chính các quy tắc; muốn sửa, hãy sửa quy tắc, không sửa trang này.",
        "head": "| mã | tên | mức cao nhất | bật sẵn | phát hiện |",
        "error": "lỗi",
        "warning": "cảnh báo",
        "note": "lưu ý",
        "yes": "có",
        "no": "không",
        "at most": "cao nhất: {severity}",
        "authority": "Căn cứ",
        "house style": "quy ước của tòa soạn",
        "found": "Có báo",
        "not found": "Không báo",
        "near": "theo tin thật",
    },
}


def render(rules: Sequence[Rule], lang: Lang = "en") -> str:
    """One Markdown page: a table of all rules, then each with its reasons, its authority and its examples."""
    words = WORDS[lang]
    lines = [
        f"# {words['title']}",
        "",
        words["made"],
        "",
        words["head"],
        "|---|---|---|---|---|",
        *(_row(rule, lang) for rule in rules),
    ]
    for rule in rules:
        lines += _section(rule, lang)
    return "\n".join(lines) + "\n"


def explained(rule: Rule, lang: Lang) -> str:
    """One rule for a terminal."""
    words = WORDS[lang]
    severity = words["at most"].format(severity=words[rule.severity.value])
    return "\n".join(
        (
            f"{rule.id} {rule.name} ({severity})",
            "",
            rule.told(lang),
            "",
            f"{words['authority']}: {_citation(rule, lang)}",
            *(("", f"{words['found']}:", *(_line(e, lang) for e in rule.bad)) if rule.bad else ()),
            *((f"{words['not found']}:", *(_line(e, lang) for e in rule.good)) if rule.good else ()),
        )
    )


def listed(rule: Rule, lang: Lang) -> str:
    """One rule in one line of a terminal."""
    summary = textwrap.shorten(rule.finds(lang), 90, placeholder=" …")
    return f"{rule.id}  {WORDS[lang][rule.severity.value]:8} {rule.name:24} {summary}"


def _citation(rule: Rule, lang: Lang) -> str:
    return rule.citation.replace("house style", WORDS[lang]["house style"])


def _row(rule: Rule, lang: Lang) -> str:
    words = WORDS[lang]
    return (
        f"| [{rule.id}](#{rule.id.lower()}-{rule.name}) | {rule.name} | {words[rule.severity.value]} | "
        f"{words['yes' if rule.default else 'no']} | {rule.finds(lang).replace('|', chr(92) + '|')} |"
    )


def _section(rule: Rule, lang: Lang) -> Iterator[str]:
    words = WORDS[lang]
    yield from (
        "",
        f"## {rule.id} {rule.name}",
        "",
        rule.told(lang),
        "",
        f"{words['authority']}: {_citation(rule, lang)}.",
        "",
    )
    yield from (f"{words['found']}:", "", *(_item(e, lang) for e in rule.bad))
    yield from ("", f"{words['not found']}:", "", *(_item(e, lang) for e in rule.good))


def _item(example: Example, lang: Lang) -> str:
    text = example.text.replace("[[", "**").replace("]]", "**")
    fixed = f" → {example.fixed}" if example.fixed else ""
    return f"- {wording.day(example.on)}: {text}{fixed}{_near(example, lang)}".replace("\n", " ⏎ ")


def _line(example: Example, lang: Lang) -> str:
    fixed = f"\n{'':12}→ {example.fixed}" if example.fixed else ""
    return f"  {wording.day(example.on):>10}  {example.text}{fixed}{_near(example, lang)}"


def _near(example: Example, lang: Lang) -> str:
    return f" ({WORDS[lang]['near']})" if example.near else ""
