"""What the rules of taste say when a newsroom has said how it writes, and that they are silent when it has not."""

from datetime import date
from typing import Any
from unicodedata import normalize

import pytest

from leadercheck import Checker, Profile, fix

DAY = date(2025, 7, 4)
STYLES: list[tuple[str, dict[str, Any], str, list[str], str | None]] = [
    # rule, the profile, the text, what is found, the text with the first fixes
    ("C001", {"pho_second_capital": "yes"}, "Phó thủ tướng Nguyễn Chí Dũng dự lễ.", ["Phó thủ tướng"],
     "Phó Thủ tướng Nguyễn Chí Dũng dự lễ."),
    ("C001", {"pho_second_capital": "no"}, "Phó Thủ tướng Nguyễn Chí Dũng dự lễ.", ["Phó Thủ tướng"],
     "Phó thủ tướng Nguyễn Chí Dũng dự lễ."),
    ("C001", {"pho_second_capital": "any"}, "Phó thủ tướng Nguyễn Chí Dũng, Phó Thủ tướng Bùi Thanh Sơn.", [], None),
    ("C001", {"thuong_truc_capital": "yes"}, "Phó Thủ tướng thường trực Nguyễn Hòa Bình dự lễ.",
     ["Phó Thủ tướng thường trực"], "Phó Thủ tướng Thường trực Nguyễn Hòa Bình dự lễ."),
    ("C001", {"thuong_truc_capital": "no"}, "Phó Thủ tướng Thường trực Nguyễn Hòa Bình dự lễ.",
     ["Phó Thủ tướng Thường trực"], "Phó Thủ tướng thường trực Nguyễn Hòa Bình dự lễ."),
    ("C001", {"thuong_truc_capital": "no"}, "Thường trực Ban Bí thư Trần Cẩm Tú dự lễ.", [], None),
    ("C004", {"tone": "old"}, "Uỷ viên Bộ Chính trị, Thủ tướng Phạm Minh Chính nói về hoà bình.", ["Uỷ"],
     "Ủy viên Bộ Chính trị, Thủ tướng Phạm Minh Chính nói về hòa bình."),
    ("C004", {"tone": "new"}, "Ủy viên Bộ Chính trị, Thủ tướng Phạm Minh Chính nói về hòa bình.", ["Ủy"],
     "Uỷ viên Bộ Chính trị, Thủ tướng Phạm Minh Chính nói về hoà bình."),
    ("C004", {"tone": "old"}, "Ủy viên Bộ Chính trị, Phó Thủ tướng Nguyễn Hoà Bình dự lễ.", [], None),
    ("C005", {"trung_uong": "T.Ư"}, "Trưởng Ban Nội chính TW Phan Đình Trạc dự lễ.", ["TW"],
     "Trưởng Ban Nội chính T.Ư Phan Đình Trạc dự lễ."),
    ("C005", {"trung_uong": "Trung ương"}, "Trưởng Ban Nội chính T.Ư Phan Đình Trạc dự lễ.", ["T.Ư"],
     "Trưởng Ban Nội chính Trung ương Phan Đình Trạc dự lễ."),
    ("C005", {"ministry_short": "full"}, "Thủ tướng Phạm Minh Chính giao Bộ GD&ĐT báo cáo.", ["Bộ GD&ĐT"],
     "Thủ tướng Phạm Minh Chính giao Bộ Giáo dục và Đào tạo báo cáo."),
    ("C005", {"ministry_short": "any"}, "Thủ tướng Phạm Minh Chính giao Bộ GD&ĐT báo cáo.", [], None),
    ("C005", {"ministry_short": "full"}, "Thủ tướng Phạm Minh Chính giao Bộ Công an báo cáo.", [], None),
    ("F002", {"address": "đồng_chí"}, "Ông Phạm Minh Chính, Thủ tướng Chính phủ, dự lễ.", ["Ông"], None),
    ("F002", {"address": "ông_bà"}, "Đồng chí Phạm Minh Chính, Thủ tướng Chính phủ, dự lễ.", ["Đồng chí"], None),
    ("F002", {"address": "ông_bà"}, "Bà Võ Thị Ánh Xuân, Phó Chủ tịch nước, dự lễ.", [], None),
    ("F004", {"nguyen_or_cuu": "nguyên"}, "Cựu Chủ tịch nước Trương Tấn Sang dự lễ.", ["Cựu"],
     "Nguyên Chủ tịch nước Trương Tấn Sang dự lễ."),
    ("F004", {"nguyen_or_cuu": "cựu"}, "Hôm nay, nguyên Chủ tịch nước Trương Tấn Sang dự lễ.", ["nguyên"],
     "Hôm nay, cựu Chủ tịch nước Trương Tấn Sang dự lễ."),
    ("F004", {"nguyen_or_cuu": "nguyên"}, "Bị cáo, cựu Bộ trưởng Đinh La Thăng, bị tuyên án.", [], None),
]  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("rule", "style", "text", "found", "fixed"), STYLES)
def test_a_newsroom_is_told_what_departs_from_its_style(
    rule: str, style: dict[str, Any], text: str, found: list[str], fixed: str | None, form: str
) -> None:
    checker = Checker(profile=Profile(rules={rule: "warning"}, **style))
    source = normalize(form, text)
    report = checker.check(source, on=DAY)
    told = [normalize("NFC", f.excerpt) for f in report.findings if f.rule == rule]
    assert told == found
    assert {f.severity for f in report.findings if f.rule == rule} <= {"warning"}
    if fixed:
        mended = fix(source, report, unsafe=True)
        assert mended == normalize(form, fixed)
        assert checker.check(mended, on=DAY).findings == ()


@pytest.mark.parametrize(("rule", "style", "text", "found", "fixed"), STYLES)
def test_the_neutral_profile_has_no_taste(
    rule: str, style: dict[str, Any], text: str, found: list[str], fixed: str | None
) -> None:
    assert [f.rule for f in Checker().check(text, on=DAY).findings if f.rule == rule] == []
