"""Real slips of the press, retold, and the traps beside them: what text can show is found, the rest is left alone.

The letters are those of the collection the rows come from; slips in pictures, speech or quotations' substance are
not in it, since no text shows them.
"""

from collections.abc import Callable
from datetime import date
from unicodedata import normalize

import pytest

from leadercheck import Checker, Profile

FOUND = [
    pytest.param(
        "Sáng 4/7, Thủ tướng Nguyễn Minh Chính chủ trì phiên họp.", "2025-07-04",
        "N001 error: Nguyễn Minh Chính", id="V1 another surname",
    ),
    pytest.param(
        "Sáng 3/12, Bộ trưởng Bộ Thông tin và Truyền thông Trương Minh Tuấn dự lễ.", "2018-12-03",
        "T002 error: Bộ trưởng Bộ Thông tin và Truyền thông", id="V3 the office given up",
    ),
    pytest.param(
        "Sáng 1/9, nguyên Chủ tịch Quốc hội Nguyễn Thị Kim Ngân thăm bà con.", "2020-09-01",
        "T004 error: nguyên Chủ tịch Quốc hội", id="V7 former before the end",
    ),
    pytest.param(
        "Sáng 3/3, Chủ tịch UBND tỉnh Hải Phòng Lê Ngọc Châu kiểm tra cảng.", "2026-03-03",
        "T010 error: Chủ tịch UBND tỉnh Hải Phòng", id="V10 the type of the place",
    ),
    pytest.param(
        "Ông Nguyễn Thị Kim Ngân, nguyên Chủ tịch Quốc hội, dự lễ.", "2026-05-06",
        "F001 warning: Ông", id="V12 the honorific of a woman",
    ),
    pytest.param(
        "Chủ tịch Quốc hội Trần Thanh Mẩn phát biểu.", "2025-07-04", "N001 error: Trần Thanh Mẩn",
        id="V19 one mark",
    ),
    pytest.param(
        "Chiều 6/5, Thủ tướng Phan Văn Giang kiểm tra tiến độ.", "2026-05-06", "T006 error: Thủ tướng",
        id="C15 the deputy's word lost",
    ),
    pytest.param(
        "Thủ tướng Minh Phạm Chính chủ trì phiên họp.", "2025-07-04", "N001 error: Minh Phạm Chính",
        id="C10 syllables exchanged",
    ),
    pytest.param(
        "Thủ tướng Phạm Chính chủ trì phiên họp.", "2025-07-04", "N001 error: Phạm Chính", id="C8 a syllable dropped"
    ),
    pytest.param(
        "Thủ tướng Phamj Minh Chính chủ trì phiên họp.", "2025-07-04", "N001 error: Phamj Minh Chính", id="a Telex slip"
    ),
]  # fmt: skip

TRAPS = [
    pytest.param(
        "Quyền Chủ tịch nước, Phó Chủ tịch nước Võ Thị Ánh Xuân tiếp Đại sứ sáng 15/4.", "2024-04-16",
        id="V20 two titles at once",
    ),
    pytest.param("Phó chủ tịch nước Võ Thị Ánh Xuân dự lễ.", "2025-04-16", id="V21 small letters after Phó"),
    pytest.param("Phó Chủ tịch nước Võ Thị Ánh Xuân dự lễ.", "2025-04-16", id="V21 capitals after Phó"),
    pytest.param("Vợ chồng Tổng Bí thư Nguyễn Phú Trọng sống giản dị.", "2025-08-19", id="V9 no cố is no slip"),
    pytest.param("Ông Lê Hồng Sơn, Giám đốc Sở GD-ĐT TP.HCM, phát biểu.", "2021-08-22", id="V5 a namesake"),
    pytest.param("Thủ trưởng cơ quan chịu trách nhiệm.", "2025-07-04", id="V2 Thủ trưởng in its own right"),
    pytest.param("Kẹt xe trên đường Nguyễn Văn Linh và đường Võ Văn Kiệt.", "2025-07-04", id="streets"),
    pytest.param("Trao giải thưởng Tôn Đức Thắng cho công nhân.", "2025-07-04", id="a prize"),
    pytest.param("Tổng Bí thư Tô Lâm tiếp Đại sứ Lào.", "2025-07-04", id="a verb behind a short name"),
    pytest.param("Chính quyền Thủ tướng Phạm Minh Chính và nguyên nhân, quyền lợi, cố gắng.", "2025-07-04", id="glued"),
    pytest.param("Năm 1997, Thủ tướng Võ Văn Kiệt thị sát tuyến đê.", "2025-07-04", id="history"),
    pytest.param("Các bộ trưởng trả lời chất vấn.", "2025-07-04", id="generic"),
]  # fmt: skip

SLIPS = [
    pytest.param("Thủ tướng Phạm Minh Chính hiếp đoàn đại biểu Lào.", "2025-07-04", id="V15 tiếp"),
]


@pytest.mark.parametrize(("text", "on", "found"), FOUND)
def test_what_text_shows_is_found(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert found in findings(text, on).split("; ")


@pytest.mark.parametrize(("text", "on"), TRAPS)
def test_traps_are_passed(findings: Callable[..., str], text: str, on: str) -> None:
    assert findings(text, on) == ""


@pytest.mark.parametrize(("text", "on"), SLIPS)
def test_dangerous_slips_where_a_newsroom_asks(form: str, text: str, on: str) -> None:
    checker = Checker(profile=Profile(rules={"F009": "warning"}))
    report = checker.check(normalize(form, text), on=date.fromisoformat(on))
    assert [f.rule for f in report.findings] == ["F009"]
