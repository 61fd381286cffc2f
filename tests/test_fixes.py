"""Fixes: safe ones together leave a text that is silent for their rules, every other character as it was."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import leadercheck
from leadercheck import RULES, Checker, Document, Part, Profile, Report
from leadercheck.errors import TextMismatchError
from leadercheck.profile import OwnRule
from leadercheck.report import Edit, Finding, Fix

DAY = date(2026, 5, 6)
OWN = (
    OwnRule("X001", "prefer", "Viết đủ.", "mẫu", prefer={"TW": "Trung ương", "Tổng Bí Thư": "Tổng Bí thư", "uỷ ban": "Ủy ban"}),
    OwnRule("X002", "prefer", "Viết gọn.", "mẫu", prefer={"phát biểu ý kiến": "phát biểu", "ngài * đại sứ": "Đại sứ"}),
)  # fmt: skip
LOUD = Checker(profile=Profile(rules={r.id: "warning" for r in RULES if not r.default}, own=OWN))
BAD = tuple(
    (example.text.replace("[[", "").replace("]]", ""), example.on) for rule in RULES for example in rule.bad
)
PIECES = (
    *(text for text, _ in BAD), "Các cơ quan TW họp.", "Ông gặp Tổng Bí Thư.", "Uỷ ban họp.", "Gặp ngài tân đại sứ.", "Trời đẹp.",
    "Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam.", "NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bà phát  biểu\u200b ý kiến.",
)  # fmt: skip
JOINTS = (" ", "\n", "\n\n", "\r\n", "  ")


def safe_edits(report: Report) -> list[Edit]:
    return [edit for f in report.findings for edit in next((x.edits for x in f.fixes if x.safe), ())]


def test_no_finding_has_more_than_three_fixes() -> None:
    for text, on in BAD:
        assert all(len(f.fixes) <= 3 for f in LOUD.check(text, on=on).findings)


@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINTS)), min_size=1, max_size=6),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(sorted({on for _, on in BAD})),
)
@settings(max_examples=400, deadline=None)
def test_safe_fixes_together(pieces: list[tuple[str, str]], form: str, on: date) -> None:
    text = normalize(form, "".join(part for pair in pieces for part in pair))
    report = LOUD.check(text, on=on)
    fixed = leadercheck.fix(text, report)
    edits = sorted(safe_edits(report), key=lambda e: e.start)
    assume(all(one.end < other.start for one, other in pairwise(edits)))
    expected, done = "", 0
    for edit in edits:
        expected += text[done : edit.start] + edit.text
        done = edit.end
    assert fixed == expected + text[done:]
    again = LOUD.check(fixed, on=on)
    mended = {f.rule for f in report.findings if any(x.safe for x in f.fixes)}
    assert [
        (f.rule, f.excerpt) for f in again.findings if f.rule in mended and any(x.safe for x in f.fixes)
    ] == []
    assert leadercheck.fix(fixed, again) == fixed


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINTS)), min_size=1, max_size=6))
@settings(max_examples=200, deadline=None)
def test_unsafe_fixes_never_meet(pieces: list[tuple[str, str]]) -> None:
    """What is kept of the text stands in the same order behind the fixes; each fix is there whole or not at all."""
    text = "".join(part for pair in pieces for part in pair)
    report = LOUD.check(text, on=DAY)
    fixed = leadercheck.fix(text, report, unsafe=True)
    choices = [f.fixes[0].edits for f in report.findings if f.fixes]
    touched = [span for edits in choices for e in edits for span in range(e.start, e.end)]
    kept = iter(fixed)
    assert all(c in kept for n, c in enumerate(text) if n not in set(touched))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Nước Cộng Hoà Xã Hội Chủ Nghĩa Việt Nam.", "Nước Cộng hoà xã hội chủ nghĩa Việt Nam."),
        (
            "Các cơ quan TW và uỷ ban họp; tôi hoà nhập.",
            "Các cơ quan Trung ương và Uỷ ban họp; tôi hoà nhập.",
        ),
        ("UỶ BAN HỌP SÁNG NAY VÀ Uỷ Ban họp.", "UỶ BAN HỌP SÁNG NAY VÀ Uỷ ban họp."),
        ("Ông gặp TỔNG BÍ THƯ và Tổng Bí Thư.", "Ông gặp TỔNG BÍ THƯ và Tổng Bí thư."),
    ],
)
def test_a_replacement_keeps_its_surroundings(form: str, text: str, fixed: str) -> None:
    source = normalize(form, text)
    checker = Checker(rules=["C003", "X001"], profile=Profile(own=OWN))
    assert leadercheck.fix(source, checker.check(source, on=DAY)) == normalize(form, fixed)


def made(text: str, *fixes: tuple[tuple[int, int, str], ...]) -> Report:
    """A report on a text with one finding a fix, each of these edits."""
    blank = Checker(rules=["C003"]).check(text, on=DAY)
    whole = LOUD.check("Ông gặp Tổng Bí Thư.", on=DAY).findings[0]
    findings = tuple(
        Finding(
            **{
                **whole.model_dump(), "start": 0, "end": 1, "excerpt": text[0], "evidence": (), "related": (),
                "fixes": (Fix(label="x", safe=True, edits=tuple(Edit(start=s, end=e, text=t) for s, e, t in edits)),),
            }
        )
        for edits in fixes
    )  # fmt: skip
    return blank.model_copy(update={"findings": findings})


@pytest.mark.parametrize(
    ("fixes", "expected"),
    [
        ([((1, 2, "B"),), ((3, 4, "D"),)], "aBcDef"),
        ([((3, 4, "D"),), ((1, 2, "B"),)], "aBcDef"),
        ([((1, 3, "X"),), ((3, 5, "Y"),)], "aXYf"),
        ([((1, 3, "X"),), ((2, 5, "Y"),)], "aXdef"),
        ([((1, 5, "X"),), ((2, 3, "Y"),)], "aXf"),
        ([((2, 3, "Y"),), ((1, 5, "X"),)], "abYdef"),
        ([((0, 1, "A"), (4, 5, "E")), ((1, 2, "B"), (4, 5, "Z"))], "AbcdEf"),
        ([((4, 5, "Z"),), ((0, 1, "A"), (4, 5, "E"))], "abcdZf"),
        ([((2, 2, "x"),), ((2, 2, "y"),)], "abxcdef"),
        ([((2, 2, "x"),), ((2, 4, "Y"),)], "abxcdef"),
        ([((2, 4, "Y"),), ((2, 2, "x"),)], "abYef"),
        ([((2, 4, "Y"),), ((4, 4, "x"),)], "abYef"),
        ([((4, 4, "x"),), ((2, 4, "Y"),)], "abcdxef"),
        ([((2, 4, "Y"),), ((3, 3, "x"),)], "abYef"),
        ([((1, 3, "X"), (2, 4, "Y"))], "abcdef"),
        ([((2, 2, "X"), (2, 2, "Y"))], "abcdef"),
        ([((6, 6, "!"),), ((0, 0, "?"),)], "?abcdef!"),
    ],
)
def test_fixes_that_meet_are_left_out_whole(
    fixes: list[tuple[tuple[int, int, str], ...]], expected: str
) -> None:
    assert leadercheck.fix("abcdef", made("abcdef", *fixes)) == expected


def test_a_document_is_fixed_in_its_parts() -> None:
    wrong = "Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam."
    right = "Nước Cộng hòa xã hội chủ nghĩa Việt Nam."
    document = Document(
        [Part("headline", "Tin mới", "a"), Part("body", wrong, "b"), Part("body", wrong), Part("body", wrong)]
    )
    checker = Checker(rules=["C003"])
    fixed = leadercheck.fix(document, checker.check(document, on=DAY))
    assert [part.text for part in fixed.parts] == ["Tin mới", right, wrong, wrong]
    with pytest.raises(TextMismatchError, match="another text"):
        leadercheck.fix(Document([Part("body", wrong, "b")]), checker.check(document, on=DAY))
    joined = "\n\n".join(part.text for part in document.parts)
    with pytest.raises(TextMismatchError, match="another text"):
        leadercheck.fix(joined, checker.check(document, on=DAY))
