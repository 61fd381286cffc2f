"""Sentences that real print holds and that a careless name, order, case or form rule would tell of.

Each row is paraphrased from a false alarm or a near miss on real news; every rule runs, also those that are off.
"""

from datetime import date
from unicodedata import normalize

import pytest

from leadercheck import RULES, Checker
from leadercheck.names import is_bare, scattered, stuck
from leadercheck.spelling import abbreviations, glued, runs
from leadercheck.text import fold, replaced_tone, tone_placements

FORMS = ("NFC", "NFD")
SILENT = [
    ("N002", "2025-10-26", "Thủ tướng Pham Minh Chinh to attend the summit in Kuala Lumpur."),
    ("N002", "2025-10-26", "Bộ trưởng Quốc phòng Mỹ Pete Hegseth gặp Bộ trưởng Phan Văn Giang."),
    ("N002", "2017-06-13", "Bộ trưởng Kinh tế Hàn Quốc Kim Dong Yeon gặp Bộ trưởng Trần Tuấn Anh."),
    ("N003", "2025-07-04", "Bí thư Tỉnh ủy Lâm Đồng nói chuyện đô thị lấn biển."),
    ("N003", "2025-07-04", "từ khóa: tổng bí thư tô lâm, thủ tướng phạm minh chính"),
    ("N004", "2017-06-24", "Phó Thủ tướng Phạm Bình Minh\nCho biết thêm, hội nghị diễn ra trong hai ngày."),
    ("N004", "2025-11-01", "Ảnh: Nhật BắcThủ tướng Phạm Minh Chính tiếp xúc cử tri."),
    ("N004", "2025-07-04", "Chủ tịch nước Lương Cường-người con của quê hương Phú Thọ."),
    ("N005", "2017-06-19", "Ông Nguyễn Thanh Bình, Chủ tịch UBND huyện Lục Ngạn, nói. Theo ông Nguyễn Thanh Bình, vải được giá."),
    ("N005", "2026-02-03", "NSND Nguyễn Thị Thu Hà đóng vai mẹ trong phim của đạo diễn trẻ."),
    ("N005", "2026-02-05", "Ông Quyết cùng vợ là bà Nguyễn Thanh Bình nặn linh vật bằng than."),
    ("N005", "2017-05-17", "Tổng giám đốc Viettel, Thiếu tướng Nguyễn Mạnh Hùng, trình bày."),
    ("N006", "2025-07-04", "Thủ tướng Phạm Minh Chính trao quà cho em Phạm Minh Chiến, học sinh lớp 5."),
    ("N006", "2025-07-04", "Thủ tướng Phạm Minh Chính cùng các ông Phạm Gia Túc, Phạm Tất Thắng."),
    ("O001", "2026-01-26", "Cùng dự có Chủ tịch nước Lương Cường, Thủ tướng Phạm Minh Chính; nguyên Tổng Bí thư Nông Đức Mạnh."),
    ("O002", "2017-07-03", ("Dự hội nghị có các đồng chí: Nguyễn Đắc Vinh - Bí thư Tỉnh ủy; Nguyễn Xuân Sơn - Phó Bí thư Thường trực Tỉnh "
     "ủy, Chủ tịch HĐND tỉnh; Nguyễn Xuân Đường - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; các đồng chí Phó Chủ tịch UBND "
     "tỉnh: Lê Xuân Đại, Đinh Viết Hồng.")),
    ("O002", "2025-09-30", ("Dự đại hội có Phó Bí thư Tỉnh ủy Lê Văn An; Chủ tịch UBND tỉnh Trần Văn Bình; Phó Chủ tịch HĐND tỉnh Vũ Văn "
     "Dân.")),
    ("T001", "2017-06-20", ("Cùng dự có các Phó Thủ tướng Trương Hòa Bình, Phạm Bình Minh; Bí thư T.Ư Đảng, Chủ nhiệm Tổng cục "
     "Chính trị Lương Cường; Bí thư Đảng ủy Khối các cơ quan T.Ư Nguyễn Quang Dương.")),
    ("T001", "2017-06-11", ("Các đồng chí Chủ tịch nước Trần Đại Quang, Thủ tướng Nguyễn Xuân Phúc và Đại tướng Ngô Xuân Lịch - Bộ "
     "trưởng Bộ Quốc phòng gửi lẵng hoa.")),
    ("O003", "2025-05-21", "Chính phủ, Quốc hội, Ban Chấp hành Trung ương Đảng đã xem xét việc này."),
    ("C001", "2017-06-13", "Trả lời đại biểu Nguyễn Thị Quyết Tâm, Bộ trưởng Nguyễn Xuân Cường nhận trách nhiệm."),
    ("C001", "2026-05-20", "Cựu bộ trưởng Nguyễn Thị Kim Tiến nói thêm trước tòa."),
    ("C001", "2025-09-10", "Đoàn công tác do Thứ trưởng thường trực Hồ Văn Niên dẫn đầu."),
    ("C002", "2025-11-27", "Thủ tướng Phạm Minh Chính dự Đại hội toàn quốc Hội Doanh nhân trẻ Việt Nam."),
    ("C002", "2017-05-29", "Bộ trưởng Nguyễn Ngọc Thiện trả lời báo Người Lao Động."),
    ("C002", "2017-06-07", "Chánh án TAND Tối cao Nguyễn Hòa Bình và đại diện Viện Kiểm sát Nhân dân tối cao."),
    ("C002", "2026-04-29", "Trưởng ban Chính sách, Chiến lược Trung ương Nguyễn Thanh Nghị thăm công nhân."),
    ("C004", "2026-02-01", "Bí thư Trung ương Đảng Nguyễn Hoà Bình và bạn trẻ Minh Hoà nói về hòa bình."),
    ("C005", "2025-07-04", "Theo Quy định 368-QĐ/TW, Trưởng Ban Nội chính T.Ư Phan Đình Trạc nêu rõ."),
    ("C006", "2017-06-08", ("Ông Phan Đình Trạc, Phó Trưởng ban Thường trực Ban Chỉ đạo; ông Mai Văn Chính, Phó Trưởng Ban Tổ chức "
     "Trung ương.")),
    ("F001", "2025-07-04", "Các ông: Phạm Minh Chính, Võ Thị Ánh Xuân, Trần Thanh Mẫn có mặt."),
    ("F001", "2021-07-04", "Ông Phạm Bình Minh, Phó Thủ tướng Thường trực Chính phủ, tiếp khách."),
    ("F001", "2026-04-08", "Ông Thuận Hữu, nguyên Tổng Biên tập Báo Nhân Dân, phát biểu."),
    ("F002", "2025-07-04", ("Bà Võ Thị Ánh Xuân, Phó Chủ tịch nước, thăm trường. “Đồng chí Võ Thị Ánh Xuân rất quan tâm đến các em "
     "nhỏ”, cô hiệu trưởng nói.")),
    ("F003", "2025-07-04", "Ông bà Phạm Minh Chính tiễn khách; các đồng chí: ông Lương Cường, bà Võ Thị Ánh Xuân."),
    ("F004", "2026-05-20", "Nguyên Bộ trưởng Y tế Nguyễn Thị Kim Tiến dự lễ. Bị cáo, cựu Bộ trưởng Y tế Nguyễn Thị Kim Tiến, nói."),
    ("F005", "2013-10-12", "Lễ Quốc tang Đại tướng Võ Nguyên Giáp, theo quyết định của Bộ Chính trị, và Thủ tướng Nguyễn Tấn Dũng."),
    ("F007", "2025-12-02", "Lãnh đạo chủ chốt của tỉnh gồm Bí thư Tỉnh ủy Phú Thọ; Phó Thủ tướng Nguyễn Hòa Bình cùng dự."),
    ("F008", "2025-07-04", "Kính thưa đồng chí, Bí thư Tỉnh ủy đã có thư chúc mừng."),
    ("F009", "2025-07-04", "Chủ tịch nước Lương Cường: nghiêm trị kẻ ức hiếp dân; thủ trưởng cơ quan phải nêu gương."),
]  # fmt: skip
MARKS_LOST = [
    ("Pham Minh Chinh", "Phạm Minh Chính", True),
    ("Phạm Minh Chinh", "Phạm Minh Chính", True),
    ("Phạm Mình Chính", "Phạm Minh Chính", False),
    ("Phạm Minh Chính", "Phạm Minh Chính", False),
    ("Dang Duc", "Đặng Đức", True),
]


@pytest.fixture(scope="module")
def everything() -> Checker:
    """Every rule, also those that are off in the neutral profile."""
    return Checker(rules=RULES)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("rule", "on", "text"), SILENT)
def test_right_print_is_left_alone(everything: Checker, rule: str, on: str, text: str, form: str) -> None:
    report = everything.check(normalize(form, text), on=date.fromisoformat(on))
    assert [(f.rule, f.excerpt) for f in report.findings if f.rule == rule] == []


@pytest.mark.parametrize(("printed", "name", "lost"), MARKS_LOST)
def test_lost_marks_are_told_from_wrong_ones(printed: str, name: str, *, lost: bool) -> None:
    assert is_bare(printed, name) is lost


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Phạm Minh Chí nh dự", 16),
        ("PhạmMinh Chính dự", 14),
        ("Phạm Minh\nChính dự", 15),
        ("Phạm Minh Chính dự", None),
        ("Phạm Minh Chínhdự", None),
        ("Phạm Minh", None),
    ],
)
def test_a_broken_name_is_measured(text: str, end: int | None) -> None:
    assert scattered(fold(text), 0, "Phạm Minh Chính") == end


def test_what_is_glued_is_cut_off() -> None:
    assert stuck("Phạm Minh Chínhyêu", "Phạm Minh Chính") == "yêu"
    assert stuck("Phạm Minh Chính", "Phạm Minh Chính") == ""
    assert glued("Thủ tướngPhạm Minh Chính dự") == [(9, "Phạm Minh Chính")]


def test_runs_begin_behind_an_honorific_and_leave_links_alone() -> None:
    assert [r for _, _, r in runs("Ông Phạm Minh Chính, #Tô Lâm, a@Lương Cường")] == ["Phạm Minh Chính"]


def test_short_forms_of_the_centre_are_no_other_words() -> None:
    assert [f for _, _, f in abbreviations("BCH T.Ư, đầu tư, TW, TƯ VẤN, UVTƯ, TƯ Đảng")] == [
        "T.Ư",
        "TW",
        "TƯ",
    ]


def test_tones_are_found_where_they_may_stand_two_ways() -> None:
    assert tone_placements("hòa hoà toàn quý ủy uỷ") == ([1, 17], [5, 20])
    assert replaced_tone("òa") == "oà"
    assert replaced_tone("oà") == "òa"
    assert replaced_tone("an") == "an"
