"""What a rule once said of right news, paraphrased with invented events: it must stay silent."""

from collections.abc import Callable
from datetime import date

import pytest

from leadercheck import RULES, Checker

ROWS = [
    # In a row parted by commas a title may belong to the officer behind it.
    (
        "T001",
        "Dự lễ có Nguyễn Xuân Thắng, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng, Đại tướng Phan Văn Giang.",
        "2025-05-05",
    ),
    # A city of a province until 1/7/2025 is not the province.
    ("T001", "Sáng 3/6, Chủ tịch UBND TP Thanh Hóa Trần Văn Bảy dự lễ ra quân.", "2025-06-03"),
    ("T001", "Sáng 3/6, Chủ tịch UBND thành phố Bắc Ninh Nguyễn Hương Giang dự lễ.", "2025-06-03"),
    ("T010", "Chiều 3/6, Bí thư Thành ủy Thái Nguyên Lê Hồng Sáu tiếp công dân.", "2025-06-03"),
    # "UBND TP" without a name means the city named before.
    (
        "T010",
        "Văn phòng UBND TP.HCM vừa truyền đạt ý kiến của Phó chủ tịch UBND TP Bùi Xuân Cường về tuyến metro.",
        "2025-09-05",
    ),
    (
        "T010",
        "Bí thư Thành ủy Hà Nội cùng Chủ tịch UBND thành phố Vũ Đại Thắng thăm công trường sáng nay.",
        "2026-05-09",
    ),
    # What somebody was is told without "nguyên".
    (
        "T010",
        "Trong thời gian giữ các cương vị Phó Chủ tịch UBND tỉnh, Bí thư Huyện ủy Nhơn Trạch, bà Lê Hồng Sáu đã ký.",
        "2025-09-05",
    ),
    ("T010", "Ông Lê Hồng Sáu được điều động từ Chủ tịch UBND huyện Gia Lâm về sở sáng nay.", "2025-09-05"),
    # The hand-over of a province that became a city.
    ("T010", "Sáng 4/5, Chủ tịch UBND tỉnh Đồng Nai Nguyễn Văn Út kiểm tra dự án.", "2026-05-04"),
    # Promotions.
    (
        "T011",
        "Chủ tịch nước trao quyết định thăng quân hàm Đại tướng cho Thượng tướng Trịnh Văn Quyết.",
        "2025-08-06",
    ),
    ("T011", "Hồi còn mang quân hàm Thượng tướng, Thượng tướng Phan Văn Giang đã đến đây.", "2025-08-06"),
    ("T011", "Năm 2018, Trung tướng Phan Văn Giang thăm đơn vị.", "2025-08-06"),
    # A term told of one who left, a candidate's, a local one, several.
    ("T013", "Sáng 6/5, Ủy viên Bộ Chính trị khóa XIII Phạm Minh Chính thăm trường cũ.", "2026-05-06"),
    (
        "T013",
        "Chủ tịch Quốc hội khóa XV Trần Thanh Mẫn tiếp tục được giới thiệu ứng cử khóa XVI.",
        "2026-02-20",
    ),
    (
        "T013",
        "Ông Nguyễn Đình Trung, Bí thư Tỉnh ủy khóa XV, tiếp tục được bầu làm Bí thư Tỉnh ủy.",
        "2025-09-28",
    ),
    ("T013", "Sáng 6/5, Ủy viên Trung ương Đảng khóa XII, XIII, XIV Lê Minh Hưng dự lễ.", "2026-05-06"),
    ("T013", "Tổng Bí thư Tô Lâm gặp mặt Ủy viên Trung ương khóa 14 sáng nay.", "2026-08-17"),
    # Two persons, or a place behind a colon.
    ("T015", "Về vụ Trịnh Thế Bảy, Tổng Bí thư nhấn mạnh phải làm đến cùng.", "2017-06-23"),
    ("T015", "Thủ tướng: Sơn Trà phải giữ được màu xanh", "2017-06-27"),
    (
        "T016",
        "Sau báo cáo của Bộ trưởng Bộ Nội vụ, Thống đốc Ngân hàng Nhà nước Lê Minh Hưng nêu số liệu.",
        "2017-05-17",
    ),
    (
        "T016",
        "Tổng kết phần trả lời của Bộ trưởng Bộ Y tế, Chủ tịch Quốc hội Nguyễn Thị Kim Ngân ghi nhận.",
        "2017-06-14",
    ),
    # Orders that careful papers print.
    ("T014", "Sáng 10/4, Tổng Bí thư, Chủ tịch nước, Bí thư Quân ủy Trung ương Tô Lâm dự lễ.", "2026-04-11"),
    (
        "T014",
        "Ông Nguyễn Thiện Nhân, Ủy viên Bộ Chính trị, Chủ tịch UBTW MTTQ Việt Nam, Bí thư Thành ủy TP.HCM, dự hội thảo.",
        "2017-06-11",
    ),
]


@pytest.fixture(scope="module")
def everything() -> Checker:
    """All rules, those of taste too."""
    return Checker(rules=list(RULES))


@pytest.mark.parametrize(("rule", "text", "on"), ROWS)
def test_right_news_is_left_alone(everything: Checker, rule: str, text: str, on: str) -> None:
    report = everything.check(text, on=date.fromisoformat(on))
    assert [f.message for f in report.findings if f.rule == rule] == []


DISTRICTS = [
    (
        "Sáng nay, Chủ tịch UBND huyện Kim Bảng Phạm Hồng Sáu dự lễ.",
        "Chủ tịch UBND huyện Kim Bảng",
        "Phạm Hồng Sáu",
    ),
    ("Sáng nay, Chủ tịch UBND quận 7 Trần Hồng Sáu dự lễ.", "Chủ tịch UBND quận 7", "Trần Hồng Sáu"),
    ("Sáng nay, Bí thư Quận ủy Cao Hồng Sáu dự lễ.", "Bí thư Quận ủy", "Cao Hồng Sáu"),
    ("Sáng nay, Bí thư Huyện ủy Nam Trà My Hồ Hồng Sáu dự lễ.", "Bí thư Huyện ủy Nam Trà My", "Hồ Hồng Sáu"),
    ("Sáng nay, Chủ tịch UBND TP.Biên Hòa Lê Hồng Sáu dự lễ.", "Chủ tịch UBND TP.Biên Hòa", "Lê Hồng Sáu"),
    ("Sáng nay, Bí thư Thành ủy Biên Hòa Lê Hồng Sáu dự lễ.", "Bí thư Thành ủy Biên Hòa", "Lê Hồng Sáu"),
    ("Ông Lê Hồng Sáu, Bí thư Thị ủy Bến Cát, dự lễ sáng nay.", "Bí thư Thị ủy Bến Cát", "Lê Hồng Sáu"),
]


@pytest.mark.parametrize(("text", "title", "name"), DISTRICTS)
def test_the_name_of_a_district_ends_where_the_person_begins(
    everything: Checker, text: str, title: str, name: str
) -> None:
    report = everything.check(text, on=date(2025, 9, 6))
    assert [(m.name, m.titles[0].text) for m in report.mentions] == [(name, title)]
    assert [(f.rule, f.excerpt) for f in report.findings] == [("T010", title)]


PLACES = [
    # The type of a place by its day, on both edges of the hand-over.
    ("Chủ tịch UBND tỉnh Quảng Ninh Trịnh Thị Bảy dự lễ sáng nay.", "2026-08-25", ""),
    ("Chủ tịch UBND tỉnh Quảng Ninh Trịnh Thị Bảy dự lễ sáng nay.", "2026-09-03", ""),
    ("Chủ tịch UBND tỉnh Quảng Ninh Trịnh Thị Bảy dự lễ sáng nay.", "2026-09-20", "T010 warning"),
    ("Chủ tịch UBND thành phố Quảng Ninh Trịnh Thị Bảy dự lễ sáng nay.", "2026-08-25", "T010 error"),
    ("Chủ tịch UBND thành phố Quảng Ninh Trịnh Thị Bảy dự lễ sáng nay.", "2026-09-03", ""),
    ("Chủ tịch UBND tỉnh Bắc Ninh Trịnh Thị Bảy dự lễ sáng nay.", "2026-09-18", ""),
    ("Chủ tịch UBND tỉnh Bắc Ninh Trịnh Thị Bảy dự lễ sáng nay.", "2026-10-06", "T010 warning"),
    ("Chủ tịch UBND tỉnh Đồng Nai Trịnh Thị Bảy dự lễ sáng nay.", "2026-04-28", ""),
    ("Chủ tịch UBND tỉnh Đồng Nai Trịnh Thị Bảy dự lễ sáng nay.", "2026-06-30", "T010 warning"),
    ("Chủ tịch UBND tỉnh Huế Trịnh Thị Bảy dự lễ sáng nay.", "2025-03-03", "T010 error"),
    ("Bí thư Tỉnh ủy Cần Thơ Trịnh Thị Bảy dự lễ sáng nay.", "2025-09-03", "T010 error"),
    # After the register's knowledge ends a province may have become a city; a city stays one.
    ("Bí thư Thành ủy Quảng Trị Trịnh Thị Bảy dự lễ sáng nay.", "2026-06-29", "T010 error"),
    ("Bí thư Thành ủy Quảng Trị Trịnh Thị Bảy dự lễ sáng nay.", "2026-10-08", "T010 warning"),
    ("Bí thư Thành ủy Quảng Trị Trịnh Thị Bảy dự lễ sáng nay.", "2026-12-06", "T010 warning"),
    ("Bí thư Thành ủy Quảng Trị Trịnh Thị Bảy dự lễ sáng nay.", "2027-11-11", "T010 note"),
    ("Bí thư Tỉnh ủy Cần Thơ Trịnh Thị Bảy dự lễ sáng nay.", "2027-11-11", "T010 error"),
    ("Nguyên Bí thư Tỉnh ủy Cần Thơ Trịnh Thị Bảy dự lễ sáng nay.", "2025-09-03", ""),
]


@pytest.mark.parametrize(("text", "on", "said"), PLACES)
def test_the_type_of_a_place_is_that_of_the_day(everything: Checker, text: str, on: str, said: str) -> None:
    report = everything.check(text, on=date.fromisoformat(on))
    assert "; ".join(f"{f.rule} {f.severity}" for f in report.findings if f.rule != "T015") == said


RANKS = [
    ("Thượng tướng Trịnh Văn Quyết, Chủ nhiệm Tổng cục Chính trị, dự lễ.", "2025-07-10", ""),
    ("Đại tướng Trịnh Văn Quyết, Chủ nhiệm Tổng cục Chính trị, dự lễ.", "2025-07-10", "T011 warning"),
    ("Đại tướng Trịnh Văn Quyết, Chủ nhiệm Tổng cục Chính trị, dự lễ.", "2025-07-13", ""),
    ("Thượng tướng Trịnh Văn Quyết, Chủ nhiệm Tổng cục Chính trị, dự lễ.", "2025-07-18", ""),
    ("Thượng tướng Trịnh Văn Quyết, Chủ nhiệm Tổng cục Chính trị, dự lễ.", "2025-07-25", "T011 warning"),
    ("Trung tướng Lê Đức Thái, Thứ trưởng Bộ Quốc phòng, dự lễ.", "2025-12-25", ""),
]


@pytest.mark.parametrize(("text", "on", "said"), RANKS)
def test_a_rank_is_judged_between_two_dated_ones(everything: Checker, text: str, on: str, said: str) -> None:
    report = everything.check(text, on=date.fromisoformat(on))
    assert "; ".join(f"{f.rule} {f.severity}" for f in report.findings if f.rule == "T011") == said


def test_the_slip_in_the_name_speaks_before_the_office_of_another(findings: Callable[..., str]) -> None:
    assert findings("Sáng 6/5, Thủ tướng Lê Minh Hưn dự lễ.", "2026-05-06").startswith("N001")
    assert "T015" not in findings("Sáng 6/5, Thủ tướng Lê Minh Hưn dự lễ.", "2026-05-06")
