"""Findings in the words of LanguageTool's HTTP API, version 2, so that its many clients show them.

Source: https://languagetool.org/http-api/ and the answers of LanguageTool 6; offsets count UTF-16 units, as Java does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final
from urllib.parse import parse_qsl

from leadercheck._version import __version__
from leadercheck.article import Article
from leadercheck.errors import LeadercheckError
from leadercheck.report import Finding, Fix, Report
from leadercheck.rule import Rule
from leadercheck.server.annotated import Annotated, units

LANGUAGES: Final = (
    {"name": "Vietnamese", "code": "vi", "longCode": "vi-VN"},
    {"name": "Vietnamese", "code": "vi", "longCode": "vi"},
)
_CATEGORIES: Final[Mapping[str, tuple[str, str, str]]] = {
    "T": ("LEADERCHECK_TITLES", "Chức danh", "terminology"),
    "N": ("LEADERCHECK_NAMES", "Họ tên", "misspelling"),
    "O": ("LEADERCHECK_ORDER", "Thứ tự", "inconsistency"),
    "C": ("LEADERCHECK_SPELLING", "Viết hoa, chính tả", "typographical"),
    "F": ("LEADERCHECK_ADDRESS", "Cách xưng hô", "style"),
}
_OWN: Final = ("LEADERCHECK_HOUSE", "Quy định của tòa soạn", "style")
_LANGUAGE: Final = re.compile(r"auto|[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
REMEDY: Final = "encode it as UTF-8 in application/x-www-form-urlencoded"
_AROUND: Final = 40
_MOST_FIELDS: Final = 100


class CallError(LeadercheckError, ValueError):
    """A request lacks what the API asks for."""


def fields(form: str) -> dict[str, str]:
    """The fields of a form or a query.

    Raises:
        CallError: they are not encoded as a form.
    """
    try:
        return dict(parse_qsl(form, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise CallError(f"the form cannot be read; {REMEDY}") from None


def asked(form: Mapping[str, str]) -> Annotated:
    """The text of a request.

    Raises:
        CallError: the text or its language is missing, or there are two texts.
        AnnotationError: `data` is no annotated text.
    """
    if ("text" in form) == ("data" in form):
        raise CallError("send the text in one of the parameters 'text' and 'data'")
    if not _LANGUAGE.fullmatch(form.get("language", "")):
        raise CallError("send the parameter 'language': vi, vi-VN or auto")
    return Annotated.plain(form["text"]) if "text" in form else Annotated.of(form["data"])


def chosen(form: Mapping[str, str], usual: Sequence[Rule], known: Sequence[Rule]) -> tuple[str, ...] | None:
    """The ids of the rules that a request asks for; None means those that always run.

    Names that only LanguageTool knows change nothing.

    Args:
        form: the fields of the request.
        usual: the rules that run when nobody asks.
        known: all that there are.

    Raises:
        CallError: only some rules are to run, and none is named.
    """
    more, fewer = _listed(form, "enabledRules"), _listed(form, "disabledRules")
    more_kinds, fewer_kinds = _listed(form, "enabledCategories"), _listed(form, "disabledCategories")
    only = form.get("enabledOnly", "").lower() in ("true", "yes")
    if only and not (more or more_kinds):
        raise CallError("'enabledOnly' needs 'enabledRules' or 'enabledCategories'")

    def is_wanted(rule: Rule) -> bool:
        kind = _category(rule.id)[0]
        if rule.id in more or kind in more_kinds:
            return True
        return not only and rule in usual and rule.id not in fewer and kind not in fewer_kinds

    wanted = tuple(rule.id for rule in known if is_wanted(rule))
    return None if wanted == tuple(rule.id for rule in usual) else wanted


def answer(
    report: Report,
    annotated: Annotated,
    rules: Mapping[str, Rule],
    *,
    language: str,
    article: Callable[[], Article],
) -> dict[str, Any]:
    """The answer to `/v2/check`.

    Args:
        report: the report on `annotated.text`.
        annotated: what was sent.
        rules: the rules by id.
        language: the code that was sent.
        article: gives the reading of the text; called only where there are findings.
    """
    read = article() if report.findings else None
    spoken = {"name": "Vietnamese", "code": "vi-VN"}
    return {
        "software": {
            "name": "leadercheck",
            "version": __version__,
            "buildDate": report.roster_as_of.isoformat(),
            "apiVersion": 1,
            "premium": False,
            "status": " ".join(report.notices),
        },
        "warnings": {"incompleteResults": False},
        "language": {
            **spoken,
            "code": spoken["code"] if language == "auto" else language,
            "detectedLanguage": {**spoken, "confidence": 1.0, "source": "leadercheck"},
        },
        "matches": [
            _match(finding, annotated, rules[finding.rule], read) for finding in report.findings if read
        ],
    }


def _match(finding: Finding, annotated: Annotated, rule: Rule, article: Article) -> dict[str, Any]:
    offset, length = annotated.span(finding.start, finding.end)
    category, name, kind = _category(rule.id)
    sentence = article.sentence_at(finding.start)
    return {
        "message": finding.message,
        "shortMessage": name,
        "offset": offset,
        "length": length,
        "replacements": [
            {"value": value, "shortDescription": fix.label + ("" if fix.safe else " (cần người duyệt)")}
            for fix in finding.fixes
            if (value := _replaced(finding, fix)) is not None
        ],
        "context": _context(annotated.text, finding),
        "sentence": annotated.text[sentence.start : sentence.end],
        "type": {"typeName": "Other"},
        "rule": {
            "id": rule.id,
            "description": rule.finds("vi"),
            "issueType": kind,
            "category": {"id": category, "name": name},
            "isPremium": False,
            "urls": [{"value": url} for url in _pages(finding)],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
        "leadercheck": {
            "severity": finding.severity,
            "citation": finding.citation,
            "fingerprint": finding.fingerprint,
        },
    }


def _category(rule: str) -> tuple[str, str, str]:
    """Id, Vietnamese name and kind of issue of a rule's group; a newsroom's own rules have one of theirs."""
    return _CATEGORIES.get(rule[:1], _OWN)


def _listed(form: Mapping[str, str], name: str) -> Collection[str]:
    return frozenset(word.strip() for word in form.get(name, "").split(",") if word.strip())


def _replaced(finding: Finding, fix: Fix) -> str | None:
    """The words marked, with the fix; None where it writes elsewhere too, which these clients cannot."""
    if any(edit.start < finding.start or edit.end > finding.end for edit in fix.edits):
        return None
    words, done = "", finding.start
    for edit in fix.edits:
        words += finding.excerpt[done - finding.start : edit.start - finding.start] + edit.text
        done = edit.end
    return words + finding.excerpt[done - finding.start :]


def _context(text: str, finding: Finding) -> dict[str, Any]:
    """The words around a finding on one line."""
    start, end = max(0, finding.start - _AROUND), finding.end + _AROUND
    before = ("..." if start else "") + text[start : finding.start]
    words = before + text[finding.start : end] + ("..." if end < len(text) else "")
    return {
        "text": words.replace("\n", " ").replace("\r", " "),
        "offset": units(before),
        "length": units(finding.excerpt),
    }


def _pages(finding: Finding) -> list[str]:
    """The pages behind the facts."""
    found = (re.search(r"https?://\S+", one.source) for one in finding.evidence)
    return [*dict.fromkeys(page[0].rstrip(").,;") for page in found if page)]
