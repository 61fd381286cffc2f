"""Every rule keeps its word: its examples are its tests, composed and decomposed."""

import re
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest

import leadercheck
from leadercheck import RULES, Checker, Rule
from leadercheck.rule import Example
from leadercheck.writers import handbook

RULE_FILES = sorted(p.stem for p in Path(leadercheck.__file__).parent.glob("rules/[!_]*.py"))
FORMS = ("NFC", "NFD")
BAD = [
    pytest.param(rule, example, form, id=f"{rule.id}-bad{n}-{form}")
    for rule in RULES
    for n, example in enumerate(rule.bad)
    for form in FORMS
]
GOOD = [
    pytest.param(rule, example, form, id=f"{rule.id}-good{n}-{form}")
    for rule in RULES
    for n, example in enumerate(rule.good)
    for form in FORMS
]


@cache
def checker_for(rule: Rule) -> Checker:
    """The neutral set, and the rule itself where it is off in it."""
    return Checker() if rule.default else Checker(rules=[r for r in RULES if r.default or r is rule])


def marked(example: Example, form: str) -> tuple[str, int, int]:
    """The text without its marks, and the span between them."""
    text = normalize(form, example.text)
    start, end = text.index("[["), text.index("]]") - 2
    return text.replace("[[", "").replace("]]", ""), start, end


@pytest.mark.parametrize(("rule", "example", "form"), BAD)
def test_a_bad_example_is_found_on_its_place(rule: Rule, example: Example, form: str) -> None:
    text, start, end = marked(example, form)
    report = checker_for(rule).check(text, on=example.on)
    assert [(f.rule, f.start, f.end) for f in report.findings] == [(rule.id, start, end)]
    if example.severity:
        assert report.findings[0].severity == example.severity.value


@pytest.mark.parametrize(
    ("rule", "example", "form"), [p for p in BAD if isinstance(p.values[1], Example) and p.values[1].fixed]
)
def test_the_first_fix_gives_the_text_promised_and_silence(rule: Rule, example: Example, form: str) -> None:
    text, _, _ = marked(example, form)
    fixed = leadercheck.fix(text, checker_for(rule).check(text, on=example.on), unsafe=True)
    assert fixed == normalize(form, example.fixed or "")
    assert [f.rule for f in checker_for(rule).check(fixed, on=example.on).findings] == []


@pytest.mark.parametrize(("rule", "example", "form"), GOOD)
def test_a_good_example_is_silent(rule: Rule, example: Example, form: str) -> None:
    report = checker_for(rule).check(normalize(form, example.text), on=example.on)
    assert [f.rule for f in report.findings if f.rule == rule.id] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_says_what_a_reader_needs(rule: Rule) -> None:
    assert re.fullmatch(r"[TNOCF]\d{3}", rule.id)
    assert rule.name.replace("-", "_") in RULE_FILES
    assert len(rule.bad) >= 3
    assert len(rule.good) >= 5
    assert sum(example.near for example in rule.good) >= (2 if rule.id[0] in "TNO" else 0)
    assert not any(example.near for example in rule.bad)
    assert rule.citation
    assert rule.summary.endswith(".")
    assert rule.explanation


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_an_explanation_shows_every_example(rule: Rule) -> None:
    for lang, near in (("en", "(after real news)"), ("vi", "(theo tin thật)")):
        said = handbook.explained(rule, lang)
        assert all(example.text in said for example in (*rule.bad, *rule.good))
        assert said.count(near) == sum(example.near for example in rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_speaks_vietnamese(rule: Rule) -> None:
    """The wrong thing in one sentence of the first line, then one to four sentences of why."""
    first, _, why = rule.told("vi").partition("\n\n")
    assert re.fullmatch(r"\w[^\n]+\.", first), first
    assert ". " not in first
    assert 1 <= len(re.findall(r"[.!?](?=\s|$)", why)) <= 4, why
    assert why.endswith(".")
    assert "\n\n" not in why
    assert re.search(r"[ạảãấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỷỹỵđ]", first), first
    assert rule.told("vi") == normalize("NFC", rule.told("vi"))
    for quoted in re.findall(r"`([a-z_]+)`", why):
        assert hasattr(leadercheck.Profile(), quoted)


def test_every_rule_file_is_registered_once_in_the_order_of_names() -> None:
    assert sorted(rule.name.replace("-", "_") for rule in RULES) == RULE_FILES
    assert [rule.id for rule in RULES] == sorted(rule.id for rule in RULES)
