"""Any string of any size gives a report, and every place in it is the caller's."""

import random
from datetime import date
from itertools import product
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import leadercheck
from leadercheck import Checker, Report

DAY = date(2026, 5, 6)
PIECES = (
    "Chủ tịch nước", "Thủ tướng", "Lương Cường", "Phạm Minh Chính", "nguyên ", "Phó ", " và ", ", ", "; ", ".\n", "“",
    "”", "'", "Sáng 6/5", "Bộ trưởng Bộ GTVT", "TP.HCM", "dự có", "các đồng chí: ", "\u200b", "\u00ad", "\u00a0", "  ",
    "\ud800", "İ", "ﬁ", "\U0001f1fb\U0001f1f3", "\r\n", "\u0301", "Đ", "Ð", "1/1/0000", "31/2", "99999999999/1", "(", "TÔ LÂM",
    "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam",
)  # fmt: skip
checker = Checker()


def sound(text: str, report: Report) -> None:
    """Every place of a report is in the text."""
    for finding in report.findings:
        assert text[finding.start : finding.end] == finding.excerpt
        assert 0 <= finding.start < finding.end <= len(text)
        for fix in finding.fixes:
            assert all(0 <= edit.start <= edit.end <= len(text) for edit in fix.edits)
    for mention in report.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        for title in mention.titles:
            assert 0 <= title.start <= title.bare_start < title.end <= len(text)


@given(st.text(st.characters(), max_size=400))
@settings(max_examples=150, deadline=None)
def test_arbitrary_text(text: str) -> None:
    sound(text, checker.check(text, on=DAY))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["NFC", "NFD"]))
@settings(max_examples=300, deadline=None)
def test_news_in_pieces(text: str, form: str) -> None:
    text = normalize(form, text)
    report = checker.check(text, on=DAY)
    sound(text, report)
    once = leadercheck.fix(text, report, unsafe=False)
    assert leadercheck.fix(once, checker.check(once, on=DAY)) == once


@pytest.mark.parametrize("on", [date.min, date(1945, 9, 2), date(2016, 2, 29), date(9999, 12, 31)])
def test_any_day(on: date) -> None:
    text = "Sáng 29/2, Chủ tịch nước Lương Cường, nguyên Thủ tướng Phạm Minh Chính dự lễ ngày 31/12."
    sound(text, checker.check(text, on=on))


SHAPES = {
    "empty": "",
    "one letter": "a",
    "blanks": " \n" * 10_000,
    "emoji": "\U0001f1fb\U0001f1f3" * 5_000,
    "binary noise": "".join(map(chr, random.Random(0).choices(range(0x250), k=20_000))),
    "lone surrogates": "\ud800\udfff" * 5_000,
    "one title repeated": "Thủ tướng " * 10_000,
    "one name repeated": "Tô Lâm " * 10_000,
    "nested quotes": "“'" * 10_000 + "Thủ tướng Phạm Minh Chính" + "'”" * 10_000,
    "a list of 5,000 names": "Dự lễ có " + ", ".join(["ông Nguyễn Văn An"] * 5_000),
    "marks": "a" + "\u0301\u0323" * 20_000,
    "zero widths": "T\u200bô\u200b L\u200bâm" * 5_000,
    "findings in one endless line": "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ, " * 2_000,
    "bare names in one endless line": "Chủ nhiệm Ủy ban Kiểm tra Trung ương Nguyễn Duy Ngoc quán triệt, "
    * 1_000,
    "old things in one endless line": "Tấm bảng cũ ghi tên Phó Thủ tướng Nguyễn Thiện Nhân, " * 1_000,
    "terms in one endless line": "Chủ tịch Quốc hội khóa XV Trần Thanh Mẫn dự lễ, " * 2_000,
    "one endless line": "Chủ tịch nước Tô Lâm dự lễ sáng 6/5 và phát biểu. " * 3_000,
    "digits": "1/1/1 " * 20_000,
    "capitals": "Nguyễn Văn " * 10_000,
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_hostile_shapes(text: str) -> None:
    sound(text, checker.check(text, on=DAY))


def test_a_megabyte() -> None:
    text = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc.\n" * 20_000
    report = checker.check(text, on=DAY)
    assert len(text) > 1_000_000
    assert len(report.findings) == 20_000


def test_odd_characters_inside_a_name_do_not_move_the_place() -> None:
    for odd, form in product(("\u200b", "\u00ad", "\u200d"), ("NFC", "NFD")):
        text = normalize(form, f"Sáng 6/5, Chủ{odd} tịch{odd} nước\u00a0Lương{odd}  Cường dự lễ khai mạc.")
        report = checker.check(text, on=DAY)
        assert [f.rule for f in report.findings] == ["T002"]
        sound(text, report)
