"""The day a sentence speaks of, in every way the press writes it, told by what T002 says of a former Prime Minister.

Phạm Minh Chính was Prime Minister from 5/4/2021 to 7/4/2026. In an article of 6/5/2026 a sentence that speaks of now
makes his title an error, one that says nothing of time a note, and one that speaks of another day is silent.
Every row is written from the law (design: judging.md §4), not from the code.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from leadercheck import Article
from leadercheck.text import strip_marks

DAY = "2026-05-06"
NOW, SILENT, OTHER = "T002 error: Thủ tướng", "T002 note: Thủ tướng", ""


def opened(phrase: str) -> str:
    """A sentence of the body, without a verb of acting, that begins with the phrase."""
    return in_body(f"{phrase}, Thủ tướng Phạm Minh Chính có mặt tại công trường.")


def in_body(sentence: str) -> str:
    """The sentence behind a headline and a lead that tell no time."""
    return f"Chuyện ở công trường\nCông trường rộng mười héc-ta.\n{sentence}"


SPEAKS_OF_NOW = [
    "Sáng nay",
    "Chiều nay",
    "Tối nay",
    "Hôm nay",
    "Hôm qua",
    "Chiều qua",
    "Tối hôm qua",
    "Ngày 6/5",
    "Ngày 5/5",
    "Sáng 6/5",
    "Sáng 6.5",
    "Sáng 6-5",
    "Sáng ngày 6/5",
    "Chiều 5.5",
    "Tối 5-5",
    "Sáng 06/5",
    "Sáng 06/05",
    "Sáng 6/5/2026",
    "Sáng 6.5.2026",
    "Sáng 6-5-2026",
    "Ngày 6 tháng 5",
    "Ngày 6 tháng 5 năm 2026",
    "Hôm thứ ba (5/5)",
    "Hôm thứ ba (5.5)",
    "Thứ ba, ngày 5/5",
    "Lúc 8h30 ngày 6/5",
    "14 giờ ngày 5-5",
    "Trong hai ngày 5 và 6/5",
    "Trong các ngày 4, 5 và 6.5",
    "Từ ngày 4 đến 6/5",
    "Từ 4-6/5",
    "Từ ngày 4/5 đến ngày 6/5",
    # A day within seven of the article's is still its news.
    "Ngày 29/4",
    "Ngày 29.4",
    "Ngày 13/5",
    "Ngày 13-5",
    "Ngày 13/5 tới",
]


@pytest.mark.parametrize("phrase", SPEAKS_OF_NOW, ids=strip_marks)
def test_now(findings: Callable[..., str], phrase: str) -> None:
    assert findings(opened(phrase), DAY) == NOW


SPEAKS_OF_ANOTHER_DAY = [
    # d/m, d.m, d-m, with a word of the day and without
    "Ngày 12/3",
    "Ngày 12.3",
    "Ngày 12-3",
    "Sáng 12/3",
    "Sáng 12.3",
    "Sáng 12-3",
    "Chiều ngày 12.3",
    "Ngày 12 tháng 3",
    "Hôm 12/3",
    "Hôm thứ năm (12/3)",
    "Hôm thứ năm (12.3)",
    "Hôm thứ năm (12-3)",
    "Trước đó (12.3)",
    "Tại hội nghị (12/3)",
    "Tại hội nghị ngày 12.3",
    "Lúc 8h30 ngày 12/3",
    # with a year
    "Ngày 12/3/2026",
    "Ngày 12/3/2025",
    "Ngày 12.3.2025",
    "Ngày 12-3-2025",
    "Ngày 12/03/2025",
    "Sáng 12/3/2025",
    "Ngày 12 tháng 3 năm 2025",
    "Ngày 12/3 năm 2025",
    "Ngày 12/3/25",
    "Ngày 6/5/2025",
    "Tại hội nghị (12.3.2025)",
    # ranges and lists
    "Từ ngày 10 đến 12/3",
    "Từ ngày 10/3 đến ngày 12/3",
    "Từ 10-12/3",
    "Từ 10-12.3",
    "Trong hai ngày 11 và 12.3",
    "Trong các ngày 10, 11 và 12/3",
    "Từ ngày 28/2 đến 3/3",
    # the seventh day is now, the eighth is not
    "Ngày 28/4",
    "Ngày 28.4",
    # without a year the nearest not after the seventh day to come: these are of 2025
    "Ngày 14/5",
    "Ngày 14.5",
    "Ngày 20/12",
    "Sáng 20-12",
    # months, quarters, years
    "Tháng 3/2026",
    "Tháng 3.2026",
    "Tháng 3-2026",
    "Tháng 12/2025",
    "Tháng 12 năm 2025",
    "Hồi tháng 3",
    "Vào tháng 3",
    pytest.param(
        "Đầu tháng 3",
    ),
    "Hồi đầu tháng 3",
    pytest.param(
        "Cuối tháng 12",
    ),
    pytest.param(
        "Quý I/2026",
    ),
    "Năm 2022",
    "Năm 2025",
    "Cuối năm 2025",
    "Đầu năm 2024",
    "Mùa thu năm 2023",
    "Giai đoạn 2021-2025",
    "Giai đoạn 2021 - 2025",
    "Trong những năm 2021-2023",
    "Năm ngoái",
    "Tết năm 2023",
    # terms
    "Tại Đại hội khóa XII của Đảng",
    pytest.param(
        "Tại kỳ họp Quốc hội khóa XV",
    ),
    "Trong nhiệm kỳ 2021-2025",
    "Trong nhiệm kỳ trước",
    pytest.param(
        "Trong nhiệm kỳ 2021-2026",
    ),
    # words
    "Khi đó",
    "Lúc đó",
    "Khi ấy",
    "Lúc bấy giờ",
    "Thời điểm đó",
    pytest.param("Thời gian đó"),
    "Năm đó",
    "Trước đó",
    "Trước đây",
    "Cách đây ba năm",
    "Trước sáp nhập",
    "Trước khi sáp nhập",
    # months and years ago
    "Ba tháng trước",
    "Chỉ hai tháng trước",
    "Hai năm trước",
    "Mấy năm trước",
    "10 năm trước",
    # an office that was or was not yet held
    "Khi là bí thư tỉnh ủy",
    "Khi giữ chức bộ trưởng",
    "Hồi làm bí thư tỉnh ủy",
    "Trước khi làm bí thư tỉnh ủy",
    "Trước khi được bầu",
]


@pytest.mark.parametrize("phrase", SPEAKS_OF_ANOTHER_DAY, ids=strip_marks)
def test_another_day(findings: Callable[..., str], phrase: str) -> None:
    assert findings(opened(phrase), DAY) == OTHER


SAYS_NOTHING = [
    # holidays and anniversaries
    "Dịp Quốc khánh 2/9",
    "Dịp Quốc khánh 2.9",
    "Dịp lễ 30/4",
    "Dịp lễ 30.4 - 1.5",
    "Nhân dịp 30/4 và 1/5",
    "Trong không khí Cách mạng tháng Tám",
    "Nhân ngày Phụ nữ Việt Nam 20/10",
    "Hướng tới ngày Quốc tế Lao động 1/5",
    "Nhân ngày Thương binh - Liệt sĩ 27/7",
    "Hướng tới kỷ niệm Quốc khánh 2/9/1945",
    # lunar days
    "Ngày 10/3 âm lịch",
    "Giỗ Tổ 10/3 âm lịch",
    "Giỗ Tổ Hùng Vương 10/3",
    "Mùng 10/3",
    "Ngày mùng 3 Tết",
    "Rằm tháng Giêng",
    "Rằm tháng 3",
    "Tháng Giêng",
    "Tháng Chạp",
    "Ngày 23 tháng Chạp",
    "Ngày 12/3 (âm lịch)",
    "Ngày 12/3 ÂL",
    # scores, decimals, shares, measures
    "Sau trận thắng 3-2",
    "Sau trận thắng 2-1 trước Thái Lan",
    pytest.param(
        "Dẫn trước 3-1",
    ),
    "Với tốc độ tăng trưởng 7.4%",
    "Với tốc độ tăng trưởng 12,3%",
    "Khi giá tăng 12.3%",
    "Với 12.3 tỷ USD",
    "Với 3/4 diện tích đã xong",
    "Khi 2/3 số hộ đã di dời",
    "Với 12/34 địa phương hoàn thành",
    "Ở độ sâu 12.3 m",
    # documents, roads, addresses
    "Theo Nghị quyết 12-NQ/TW",
    "Theo Nghị quyết số 18-NQ/TW",
    "Theo Quyết định số 12/QĐ-TTg",
    "Theo Nghị định 12/2023/NĐ-CP",
    "Theo Luật Đất đai 2024",
    "Trên Quốc lộ 12",
    "Trên đường 3/2",
    "Trên đường 30/4",
    "Tại số 12/3 Trần Phú",
    "Tại Quảng trường 2/4",
    "Tại Bệnh viện 30/4",
    # targets to come
    "Hướng tới mục tiêu năm 2030",
    "Với tầm nhìn 2045",
    "Trong giai đoạn 2026-2030",
    "Trong nhiệm kỳ 2026-2031",
    "Thực hiện Nghị quyết Đại hội XIV của Đảng",
    # words that only look like a past
    "Từng bước tháo gỡ khó khăn",
    "Trong khi đó",
    "Cùng với từng hộ dân",
    "Giữa khu phố cũ",
    "Trước mắt",
    "Trước tiên",
    pytest.param(
        "Dưới thời tiết mưa lạnh",
    ),
    "Bên người bạn cũ",
    "Khi làm việc với tỉnh",
    "Trước khi về nước",
    "Trước khi làm việc với tỉnh",
    "So với tháng trước",
    "So với cùng kỳ năm trước",
    "Lúc đó sẽ có số liệu",
    # A place that was, as the place of an event.
    "Tại Hải Dương cũ",
    "Tại tỉnh Hải Dương cũ",
    "Trên địa bàn tỉnh Sóc Trăng (cũ)",
    "Ở các xã thuộc huyện Tân Uyên cũ",
    # Days to come.
    "Sắp tới, ngày 20/5",
]


@pytest.mark.parametrize("phrase", SAYS_NOTHING, ids=strip_marks)
def test_no_day(findings: Callable[..., str], phrase: str) -> None:
    assert findings(opened(phrase), DAY) == SILENT


SENTENCES = [
    # words that stand elsewhere than at the beginning
    ("Thủ tướng Phạm Minh Chính từng có mặt tại công trường.", OTHER),
    ("Công trường nơi Thủ tướng Phạm Minh Chính từng có mặt.", OTHER),
    ("Dự án khởi công dưới thời Thủ tướng Phạm Minh Chính.", OTHER),
    ("Thủ tướng khi đó là Phạm Minh Chính có mặt tại công trường.", OTHER),
    ("Thủ tướng lúc bấy giờ Phạm Minh Chính có mặt tại công trường.", OTHER),
    ("Thủ tướng (cũ) Phạm Minh Chính có mặt tại công trường.", OTHER),
    ("Thủ tướng Phạm Minh Chính có mặt tại công trường hồi tháng 3.", OTHER),
    pytest.param("Dự án được Thủ tướng Phạm Minh Chính phê duyệt tháng 3.", OTHER),
    pytest.param("Dự án được Thủ tướng Phạm Minh Chính phê duyệt trong tháng 3.", OTHER),
    ("Thủ tướng Phạm Minh Chính có mặt tại công trường ngày 12.3.", OTHER),
    pytest.param(
        "Thủ tướng Phạm Minh Chính có mặt tại công trường (12.3).",
        OTHER,
    ),
    ("Thủ tướng Phạm Minh Chính có mặt tại công trường từ năm 2022.", OTHER),
    pytest.param(
        "Thủ tướng Phạm Minh Chính (nhiệm kỳ 2021-2026) có mặt tại công trường.",
        OTHER,
    ),
    ("Thủ tướng Phạm Minh Chính có mặt tại công trường từng ngày.", SILENT),
    ("Thủ tướng Phạm Minh Chính có mặt tại công trường sáng nay.", NOW),
    ("Thủ tướng Phạm Minh Chính có mặt tại công trường ngày 6.5.", NOW),
    pytest.param(
        "Thủ tướng Phạm Minh Chính có mặt tại công trường (6.5).",
        NOW,
    ),
    ("Thủ tướng Phạm Minh Chính có mặt tại công trường, theo Quyết định 12/QĐ-TTg.", SILENT),
    ("Tuyên bố chung năm 2025 do Thủ tướng Phạm Minh Chính đưa ra được nhắc lại.", OTHER),
    ("Thủ tướng Phạm Minh Chính ba tháng trước còn có mặt tại công trường.", OTHER),
    ("Thủ tướng Phạm Minh Chính sẽ có mặt tại công trường từ ngày 14 đến 17/5.", SILENT),
    ("Thủ tướng Phạm Minh Chính cho biết sẽ có mặt tại công trường ngày 12/3.", OTHER),
    ("Trước đó, sáng 5/5, Thủ tướng Phạm Minh Chính có mặt tại công trường.", NOW),
    ("Trước đó, sáng 12/3, Thủ tướng Phạm Minh Chính có mặt tại công trường.", OTHER),
    # now, although an old day is named in passing
    ("Sáng nay, Thủ tướng Phạm Minh Chính dự lễ kỷ niệm Quốc khánh 2/9.", NOW),
    (
        "Sáng nay, Thủ tướng Phạm Minh Chính dự lễ kỷ niệm 51 năm Giải phóng miền Nam (30/4/1975 - 30/4/2026).",
        NOW,
    ),
    (
        "Sáng nay, Thủ tướng Phạm Minh Chính dự lễ kỷ niệm 136 năm Ngày sinh Bác Hồ (19/5/1890 - 19/5/2026).",
        NOW,
    ),
    ("Sáng nay, Thủ tướng Phạm Minh Chính trao quà cho cụ Nguyễn Văn An, sinh năm 1950.", NOW),
    ("Sáng nay, Thủ tướng Phạm Minh Chính dự lễ công bố Quy hoạch 2021-2030.", NOW),
    ("Sáng nay, Thủ tướng Phạm Minh Chính kiểm tra khu tập thể cũ.", NOW),
    ("Sáng nay, Thủ tướng Phạm Minh Chính kiểm tra từng hạng mục.", NOW),
    ("Sáng nay, Thủ tướng Phạm Minh Chính tiếp đoàn trước khi lên đường.", NOW),
]


@pytest.mark.parametrize(("text", "found"), SENTENCES, ids=strip_marks)
def test_cues_anywhere(findings: Callable[..., str], text: str, found: str) -> None:
    assert findings(in_body(text), DAY) == found


OLD_PLACES = [
    # (cũ), nay là, trước sáp nhập: the office of a province that was.
    ("Chủ tịch UBND tỉnh Bình Dương (cũ) Võ Văn Minh có mặt sáng nay.", "2025-08-06", ""),
    ("Chủ tịch UBND tỉnh Bình Dương cũ Võ Văn Minh có mặt sáng nay.", "2025-08-06", ""),
    ("Chủ tịch UBND tỉnh Bình Dương (nay là TP.HCM) Võ Văn Minh có mặt sáng nay.", "2025-08-06", ""),
    ("Trước sáp nhập, Chủ tịch UBND tỉnh Bình Dương Võ Văn Minh có mặt.", "2025-08-06", ""),
    ("Ông Võ Văn Minh, khi đó là Chủ tịch UBND tỉnh Bình Dương, có mặt.", "2025-08-06", ""),
    ("Ông Võ Văn Minh từng là Chủ tịch UBND tỉnh Bình Dương.", "2025-08-06", ""),
    (
        "Chủ tịch UBND tỉnh Bình Dương Võ Văn Minh có mặt sáng nay.",
        "2025-08-06",
        "T009 error: Chủ tịch UBND tỉnh Bình Dương",
    ),
    (
        "Chủ tịch UBND tỉnh Bình Dương Võ Văn Minh có mặt sáng nay bên người bạn cũ.",
        "2025-08-06",
        "T009 error: Chủ tịch UBND tỉnh Bình Dương",
    ),
]


@pytest.mark.parametrize(("text", "on", "found"), OLD_PLACES, ids=strip_marks)
def test_places_that_were(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


RUNS = [
    # The heading, or the run of a biography, carries the day of the sentences below it.
    pytest.param(
        "Chuyến thăm ngày 12/3/2025\nThủ tướng Phạm Minh Chính có mặt tại công trường.",
        OTHER,
    ),
    pytest.param(
        "Nhìn lại năm 2022\nThủ tướng Phạm Minh Chính có mặt tại công trường.",
        OTHER,
    ),
    (
        "Tóm tắt tiểu sử\n- Từ 4/2021 đến 4/2026: Thủ tướng Phạm Minh Chính chỉ đạo chống dịch.\n- Nay: nghỉ hưu.",
        OTHER,
    ),
    pytest.param(
        "Ngày 12/3/2025, dự án khởi công. Thủ tướng Phạm Minh Chính có mặt tại công trường hôm đó.",
        OTHER,
    ),
    ("Chuyện của công trường\nThủ tướng Phạm Minh Chính có mặt tại công trường.", SILENT),
]


@pytest.mark.parametrize(("text", "found"), RUNS, ids=strip_marks)
def test_the_day_of_a_heading(findings: Callable[..., str], text: str, found: str) -> None:
    assert findings(text, DAY) == found


RESOLVED = [
    # The calendar day that a day without a year, or with one, means; all fall in his five years.
    ("Ngày 12/3", DAY, "2026-03-12"),
    ("Ngày 12.3", DAY, "2026-03-12"),
    ("Sáng 12-3", DAY, "2026-03-12"),
    ("Tại hội nghị (12.3)", DAY, "2026-03-12"),
    ("Ngày 14/5", DAY, "2025-05-14"),
    ("Ngày 20/12", DAY, "2025-12-20"),
    ("Ngày 31.12", DAY, "2025-12-31"),
    ("Ngày 12/3/2024", DAY, "2024-03-12"),
    ("Ngày 12.3.2024", DAY, "2024-03-12"),
    ("Ngày 12-3-2024", DAY, "2024-03-12"),
    ("Ngày 12/3/24", DAY, "2024-03-12"),
    ("Ngày 12 tháng 3", DAY, "2026-03-12"),
    ("Ngày 12 tháng 3 năm 2024", DAY, "2024-03-12"),
    ("Ngày 29/2/2024", DAY, "2024-02-29"),
    pytest.param(
        "Ngày 29/2",
        DAY,
        "2024-02-29",
    ),
    ("Ngày 2/9/2024", DAY, "2024-09-02"),
    ("Ngày 30/12", "2026-01-02", "2026-01-02"),
]


@pytest.mark.parametrize(("phrase", "on", "day"), RESOLVED, ids=strip_marks)
def test_the_day_meant(read: Callable[..., Article], phrase: str, on: str, day: str) -> None:
    (mention,) = read(opened(phrase), on).mentions
    assert mention.titles[0].verdict == "yes"
    assert mention.titles[0].day == date.fromisoformat(day)


TURN_OF_THE_YEAR = [
    # Around New Year a day without a year is of the year nearest to it.
    ("Ngày 30/12", "2025-01-05", "now"),
    ("Ngày 29/12", "2025-01-05", "now"),
    ("Ngày 28/12", "2025-01-05", "past"),
    ("Ngày 12/1", "2025-01-05", "now"),
    ("Ngày 13/1", "2025-01-05", "past"),
    ("Ngày 2.1", "2025-12-28", "now"),
    ("Ngày 4-1", "2025-12-28", "now"),
    ("Ngày 5/1", "2025-12-28", "past"),
    ("Ngày 31/2", "2025-01-05", "-"),
    ("Ngày 32/1", "2025-01-05", "-"),
]


@pytest.mark.parametrize(("phrase", "on", "told"), TURN_OF_THE_YEAR, ids=strip_marks)
def test_the_turn_of_the_year(read: Callable[..., Article], phrase: str, on: str, told: str) -> None:
    (mention,) = read(opened(phrase), on).mentions
    assert ("now" if mention.now else "past" if mention.past else "-") == told


ON_THE_DAY_SPOKEN_OF = [
    # Another day is not judged as now; a title that was never held is not, either.
    ("Ngày 12/3, Chủ tịch Quốc hội Lê Minh Hưng phát biểu.", DAY, ""),
    ("Năm 2022, Chủ tịch Quốc hội Trần Thanh Mẫn phát biểu.", DAY, ""),
    ("Năm 2010, Thủ tướng Phạm Minh Chính có mặt tại đây.", DAY, ""),
    ("Sáng 6/5, Chủ tịch Quốc hội Lê Minh Hưng phát biểu.", DAY, "T001 error: Chủ tịch Quốc hội"),
    ("Sáng 6.5, Chủ tịch Quốc hội Lê Minh Hưng phát biểu.", DAY, "T001 error: Chủ tịch Quốc hội"),
    ("Năm 2018, Phó Thủ tướng Vương Đình Huệ nêu ý kiến.", "2023-05-06", ""),
    ("Tháng 3.2024, Bộ trưởng Bộ Công an Tô Lâm dự lễ.", DAY, ""),
    ("Khi đó, Bộ trưởng Bộ Công an Tô Lâm dự lễ.", DAY, ""),
    pytest.param("Ông Vương Đình Huệ, Chủ tịch Quốc hội khóa XV, có mặt.", DAY, ""),
    ("Ông Vương Đình Huệ, Chủ tịch Quốc hội, có mặt.", DAY, "T002 note: Chủ tịch Quốc hội"),
    ("Sáng nay, Bộ trưởng Bộ Công an Tô Lâm dự lễ.", DAY, "T002 error: Bộ trưởng Bộ Công an"),
]


@pytest.mark.parametrize(("text", "on", "found"), ON_THE_DAY_SPOKEN_OF, ids=strip_marks)
def test_other_titles_on_another_day(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found
