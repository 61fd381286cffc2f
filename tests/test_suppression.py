"""Suppressions: per rule and per span, with reason and last day; one without effect is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import leadercheck
from leadercheck import Checker, Document, Part, Report
from leadercheck.comments import MOST, orders
from leadercheck.document import Source
from leadercheck.suppression import Suppression

DAY = date(2026, 5, 6)
T002 = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ."
C003 = "Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam."
BOTH = f"{T002} {C003}"


def comment(order: str) -> str:
    return f"<!-- leadercheck: {order} -->"


@pytest.fixture(scope="module")
def strict() -> Checker:
    """The two rules these texts break."""
    return Checker(rules=["T002", "C003"])


@pytest.fixture
def told(strict: Checker, form: str) -> Callable[..., str]:
    """The findings as "3:C003 1:T002" (line and rule), and the notices behind a bar; every place is verified."""

    def tell(text: str, *, on: date = DAY, suppress: tuple[Suppression, ...] = ()) -> str:
        source = normalize(form, text)
        report = strict.check(source, on=on, suppress=suppress)
        assert all(source[f.start : f.end] == f.excerpt for f in report.findings)
        found = " ".join(f"{f.line}:{f.rule}" for f in report.findings)
        return " | ".join((found, *(normalize("NFC", n) for n in report.notices)))

    return tell


ROWS = [
    ("no order", BOTH, "1:T002 1:C003"),
    ("the rest of the line", f"{comment('ignore')} {BOTH}\n{C003}", "2:C003"),
    ("not what stands before", f"{BOTH} {comment('ignore')} {C003}\n\nHết.", "1:T002 1:C003"),
    ("the paragraph below", f"{comment('ignore')}\n{T002}\n{C003}\n\n{C003}", "5:C003"),
    ("the paragraph below an empty line", f"{comment('ignore')}\n\n{T002}\n{C003}\n\n{C003}", "6:C003"),
    ("Windows lines", f"{comment('ignore')}\r\n{T002}\r\n{C003}\r\n\r\n{C003}", "5:C003"),
    ("one rule", f"{comment('ignore T002')} {BOTH}", "1:C003"),
    ("two rules", f"{comment('ignore T002, C003')} {BOTH}", ""),
    ("small letters", f"{comment('ignore t002 c003')} {BOTH}", ""),
    ("a reason", f"{comment('ignore T002 (văn bản cũ, số 3) until 2026-05-06')} {BOTH}", "1:C003"),
    ("a Vietnamese day", f"{comment('ignore T002 (văn bản cũ) đến 6/5/2026')} {BOTH}", "1:C003"),
    ("a reason alone", f"{comment('ignore (đã duyệt)')} {BOTH}", ""),
    ("no blanks", f"<!--leadercheck:ignore T002-->{BOTH}", "1:C003"),
    ("over lines", f"<!--\nleadercheck: ignore T002\n(đã duyệt)\n-->\n{BOTH}", "5:C003"),
    (
        "a stretch",
        f"{comment('ignore-start')}\n{T002}\n\n{C003}\n{comment('ignore-end')}\n{C003}",
        "6:C003",
    ),
    (
        "a stretch of one rule",
        f"{comment('ignore-start T002')} {BOTH} {comment('ignore-end')} {BOTH}",
        "1:C003 1:T002 1:C003",
    ),
    (
        "a stretch in a stretch",
        f"{comment('ignore-start T002')} {T002} {comment('ignore-start C003')} {BOTH} {comment('ignore-end')} {BOTH} {comment('ignore-end')} {T002}",
        "1:C003 1:T002",
    ),
    ("a tag on a long line", f"<p>{C003}</p>{comment('ignore')}<p>{T002}</p><p>{C003}</p>", "1:C003 1:C003"),
    ("an element", f'<p data-leadercheck-ignore="T002">{BOTH}</p><p>{BOTH}</p>', "1:C003 1:T002 1:C003"),
    ("an element, all rules", f"<p data-leadercheck-ignore>{BOTH}</p><p>{C003}</p>", "1:C003"),
    ("single quotes", f"<p class=x data-leadercheck-ignore='C003 (tên cũ)' id=y>{BOTH}</p>", "1:T002"),
    (
        "elements in elements",
        f'<div data-leadercheck-ignore="T002"><div><p>{T002}</p></div>{BOTH}</div>{T002}',
        "1:C003 1:T002",
    ),
    (
        "an element without end",
        f"<p data-leadercheck-ignore>{T002}\n{C003}\n\n<p>{C003}",
        "4:C003",
    ),
    ("two orders for one element", f"{comment('ignore T002')}\n{comment('ignore C003')}\n<p>{BOTH}</p>\n{C003}", "4:C003"),
    ("another comment between", f"{comment('ignore T002')}<!-- biên tập -->\n<p>{BOTH}</p>", "2:C003"),
    (
        "another comment between, on a long line",
        f"{comment('ignore T002')}<!-- biên tập --><p>{BOTH}</p><p>{T002}</p>",
        "1:C003 1:T002",
    ),
    ("other comments are no orders", f"<!-- leader check: ignore --> {C003}", "1:C003"),
    ("the word in prose", f"leadercheck: ignore {C003}", "1:C003"),
    ("a comment without end", f"{C003} <!-- leadercheck: ignore {C003}", "1:C003 1:C003"),
    (
        "nothing to suppress",
        f"{comment('ignore T002, C003')} {C003}",
        " | Dòng 1: lệnh bỏ qua T002 không che phát hiện nào; nên xóa.",
    ),
    ("nothing at all", f"Trời đẹp.\n{comment('ignore')} Hết.", " | Dòng 2: lệnh bỏ qua mọi quy tắc không che phát hiện nào; nên xóa."),
    ("a rule that was not run", f"{comment('ignore T001')} {C003}", "1:C003"),
    (
        "an unknown rule",
        f"{comment('ignore T999, C003')} {C003}",
        " | Dòng 1: lệnh bỏ qua nêu T999, không phải là mã quy tắc; xem `leadercheck rules`.",
    ),
    (
        "past its day",
        f"{comment('ignore C003 until 2026-05-05')} {C003}",
        "1:C003 | Dòng 1: lệnh bỏ qua C003 hết hạn ngày 5/5/2026, không còn tác dụng.",
    ),
    (
        "no end",
        f"{T002}\n{comment('ignore-start')} {C003}\n\n{C003}",
        "1:T002 | Dòng 2: ignore-start không có ignore-end; bỏ qua đến hết văn bản.",
    ),
    ("no start", f"{C003} {comment('ignore-end')}", "1:C003 | Dòng 1: ignore-end không có ignore-start; nên xóa."),
    (
        "a closing tag is no element",
        f"<p>{C003}{comment('ignore')}</p>",
        "1:C003 | Dòng 1: lệnh bỏ qua mọi quy tắc không che phát hiện nào; nên xóa.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_orders_in_a_text(told: Callable[..., str], text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "order",
    [
        "ignroe T002",
        "ignore T02",
        "ignore all",
        "ignore until soon",
        "ignore until 2026-02-30",
        "",
        "ignore " + "x" * 600,
    ],
)
def test_an_order_nobody_understands_is_told_and_not_followed(told: Callable[..., str], order: str) -> None:
    shown = told(f"{comment(order)} {C003}")
    assert shown.startswith("1:C003 | Dòng 1: không hiểu lệnh “")
    assert shown.endswith("”; viết như <!-- leadercheck: ignore T002 (lý do) until 2026-12-31 -->.")


def test_the_last_day_is_still_covered(told: Callable[..., str]) -> None:
    text = f"{comment('ignore C003 until 2026-05-06')} {C003}"
    assert told(text, on=date(2026, 5, 6)) == ""
    assert told(text, on=date(2026, 5, 7)).startswith(
        "1:C003 | Dòng 1: lệnh bỏ qua C003 hết hạn ngày 6/5/2026"
    )


def test_words_of_an_order_are_not_judged(told: Callable[..., str]) -> None:
    reason = f"ignore T001 (trước đây: {T002[:-1]}, {C003[:-1]})"
    assert told(f"{comment(reason)}\nTrời đẹp.") == ""
    assert told(f'<p data-leadercheck-ignore="T001 ({T002[:-1]})">Trời đẹp.</p>') == ""


def test_text_outside_is_read_as_without_the_order(strict: Checker) -> None:
    """Findings, fingerprints and reading are the same; places are those of the longer text."""
    plain = strict.check(f"Tin mới\n\n{T002}\n\n{C003}", on=DAY)
    order = comment("ignore T001 (Thủ tướng Phạm Minh Chính)") + "\n"
    marked = strict.check(f"Tin mới\n\n{order}{T002}\n\n{C003}", on=DAY)
    assert [f.fingerprint for f in marked.findings] == [f.fingerprint for f in plain.findings]
    assert [f.start for f in marked.findings] == [f.start + len(order) for f in plain.findings]
    assert [(m.name, m.zone, m.start) for m in marked.mentions] == [
        (m.name, m.zone, m.start + len(order)) for m in plain.mentions
    ]


def test_a_comment_inside_a_title_does_not_hide_it(strict: Checker) -> None:
    text = f"Sáng 6/5, Chủ tịch {comment('ignore T001')} nước Lương Cường dự lễ."
    (finding,) = strict.check(text, on=DAY).findings
    assert text[finding.start : finding.end] == finding.excerpt == f"Chủ tịch {comment('ignore T001')} nước"
    assert finding.fingerprint == strict.check(T002, on=DAY).findings[0].fingerprint


def test_a_suppressed_error_no_longer_blocks(strict: Checker) -> None:
    assert strict.check(T002, on=DAY).ok is False
    assert strict.check(f"{comment('ignore T002')} {T002}", on=DAY).ok is True


def test_one_slip_that_is_suppressed_gives_no_other_finding(checker: Checker) -> None:
    text = "Sáng 6/5, Thủ tướng Lê Minh Hùng dự lễ."
    (finding,) = checker.check(text, on=DAY).findings
    place = Suppression(finding.start, finding.end, (finding.rule,))
    assert checker.check(text, on=DAY, suppress=[place]).findings == ()


def passed(start: int, end: int, **more: object) -> tuple[Suppression, ...]:
    return (Suppression(start, end, **more),)  # type: ignore[arg-type]


def test_an_embedder_passes_places(strict: Checker) -> None:
    finding = strict.check(T002, on=DAY).findings[0]
    start, end = finding.start, finding.end
    for place in (
        passed(start, end),
        passed(start, end, rules=("T002",)),
        passed(end - 1, end),
        passed(0, 99),
    ):
        assert strict.check(T002, on=DAY, suppress=place).findings == ()
        assert strict.check(T002, on=DAY, suppress=place).notices == ()
    for place in (
        passed(0, start),
        passed(end, 99),
        passed(start, end, rules=("C003",)),
        passed(start, start),
    ):
        assert len(strict.check(T002, on=DAY, suppress=place).findings) == 1
        assert "không che phát hiện nào" in strict.check(T002, on=DAY, suppress=place).notices[0]
    late = strict.check(T002, on=DAY, suppress=passed(start, end, until=date(2026, 5, 5), reason="x"))
    assert len(late.findings) == 1
    assert "hết hạn ngày 5/5/2026" in late.notices[0]


def test_places_in_a_document(strict: Checker) -> None:
    parts = [
        Part("headline", "Tin mới", "title"),
        Part("body", f"{comment('ignore-start T002')}\n{BOTH}", "one"),
        Part("body", f"Trời đẹp.\n{comment('ignore C003 until 2026-01-01')} {BOTH}", "two"),
    ]
    document = Document(parts)
    report = strict.check(document, on=DAY)
    assert [(f.part, f.rule, f.line) for f in report.findings] == [
        ("one", "C003", 2), ("two", "T002", 2), ("two", "C003", 2),
    ]  # fmt: skip
    assert [n[:7] for n in report.notices] == ["Dòng 1:", "Dòng 2:"]
    finding = report.findings[1]
    place = Suppression(finding.start, finding.end, ("T002",), part="two")
    assert [f.rule for f in strict.check(document, on=DAY, suppress=[place]).findings] == ["C003", "C003"]
    elsewhere = Suppression(finding.start, finding.end, ("T002",), part="three")
    assert len(strict.check(document, on=DAY, suppress=[elsewhere]).findings) == 3


def test_a_baseline_does_not_make_a_suppression_idle(strict: Checker) -> None:
    text = f"{comment('ignore C003')} {C003}"
    fingerprint = strict.check(C003, on=DAY).findings[0].fingerprint
    assert Checker(rules=["C003"], baseline=[fingerprint]).check(text, on=DAY).notices == ()
    assert strict.check(text, on=DAY, ignore=["C003"]).notices == ()


PIECES = (
    T002, C003, "\n", "\n\n", "\r\n", " ", "<!--", "-->", "<", ">", "<p>", "</p>", "<br>", "<img ", "/>", "data-leadercheck-ignore",
    '="T002"', "='", comment("ignore"), comment("ignore T002"), comment("ignore-start"), comment("ignore-end"), "leadercheck:",
    comment("ignore until 1/1/2026"), "<p data-leadercheck-ignore>", "\u0301", "\ud800",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text_with_orders(text: str) -> None:
    said = orders(Source.of(text))
    assert len(said.source.text) == len(text)
    assert all(one.start >= 0 and one.end <= len(text) for one in said.suppressions)
    assert all(new in (old, " ") for new, old in zip(said.source.text, text, strict=True))
    report: Report = CHECKER.check(text, on=DAY)
    assert all(text[f.start : f.end] == f.excerpt for f in report.findings)
    fixed = leadercheck.fix(text, report)
    assert leadercheck.fix(fixed, CHECKER.check(fixed, on=DAY)) == fixed


CHECKER = Checker(rules=["T002", "C003"])
HOSTILE = {
    "orders": comment("ignore") * 20_000,
    "orders on one line": f"{comment('ignore')} a " * 20_000,
    "starts": comment("ignore-start") * 20_000,
    "open comments": "<!-- leadercheck: " * 50_000,
    "open tags": "<p data-leadercheck-ignore>" * 20_000,
    "a long tag": "leadercheck <" + "a" * 500_000,
    "a long attribute": "<p data-leadercheck-ignore" + " " * 300_000 + "=" * 300_000 + ">",
    "a long order": f"<!-- leadercheck: ignore{' ,' * 300_000}-->",
    "angles": "leadercheck " + "<" * 500_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_orders_are_bounded_by_counts(text: str) -> None:
    said = orders(Source.of(text))
    assert len(said.suppressions) <= MOST
    assert len(said.source.text) == len(text)
