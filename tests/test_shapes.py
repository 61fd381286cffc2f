"""Which title is whose where several share, where they are given out in order, and where the name comes later."""

from __future__ import annotations

from datetime import date

import pytest

from leadercheck import Checker

OWNED = [
    # A plural, or one before a colon, is everybody's of the row.
    (
        "Các Phó Thủ tướng: Nguyễn Hòa Bình, Trần Hồng Hà, Bùi Thanh Sơn dự họp.", "2025-10-07",
        "Nguyễn Hòa Bình: Phó Thủ tướng; Trần Hồng Hà: Phó Thủ tướng; Bùi Thanh Sơn: Phó Thủ tướng",
    ),
    (
        "Hai phó chủ tịch Quốc hội Nguyễn Khắc Định và Trần Quang Phương điều hành.", "2025-10-07",
        "Nguyễn Khắc Định: phó chủ tịch Quốc hội; Trần Quang Phương: phó chủ tịch Quốc hội",
    ),
    (
        ("Dự có các đồng chí Ủy viên Bộ Chính trị: Bộ trưởng Bộ Quốc phòng Phan Văn Giang; Bộ trưởng Bộ Công an "
        "Lương Tam Quang."), "2025-10-07",
        ("Phan Văn Giang: Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng; "
        "Lương Tam Quang: Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an"),
    ),
    (
        ("Dự có các Ủy viên Bộ Chính trị: Bộ trưởng Bộ Quốc phòng Phan Văn Giang, Bộ trưởng Bộ Công an Lương Tam Quang; "
        "Bộ trưởng Bộ Y tế Đào Hồng Lan."), "2025-10-07",
        ("Phan Văn Giang: Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng; "
        "Lương Tam Quang: Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an; Đào Hồng Lan: Bộ trưởng Bộ Y tế"),
    ),
    (
        "Hai Bộ trưởng Quốc phòng Việt Nam - Trung Quốc, Phan Văn Giang và Đổng Quân, hội đàm.", "2025-10-07",
        "Phan Văn Giang: ; Đổng Quân: ",
    ),
    # Given out in order.
    (
        "Hai ông Phạm Minh Chính và Trần Thanh Mẫn - Thủ tướng và Chủ tịch Quốc hội - đến cùng lúc.", "2025-10-07",
        "Phạm Minh Chính: Thủ tướng; Trần Thanh Mẫn: Chủ tịch Quốc hội",
    ),
    (
        "Thủ tướng và Chủ tịch Quốc hội, hai ông Phạm Minh Chính và Trần Thanh Mẫn, đến cùng lúc.", "2025-10-07",
        "Phạm Minh Chính: Thủ tướng; Trần Thanh Mẫn: Chủ tịch Quốc hội",
    ),
    (
        "Các ông Phạm Minh Chính và Trần Thanh Mẫn, lần lượt là Thủ tướng và Chủ tịch Quốc hội, có mặt.", "2025-10-07",
        "Phạm Minh Chính: Thủ tướng; Trần Thanh Mẫn: Chủ tịch Quốc hội",
    ),
    # One person's two titles stay his own.
    (
        "Chủ tịch nước Lương Cường và ông Phạm Minh Chính, Thủ tướng, dự lễ.", "2025-10-07",
        "Lương Cường: Chủ tịch nước; Phạm Minh Chính: Thủ tướng",
    ),
    # A field, or an office of another kind, between the title and the name.
    ("Phó Thủ tướng phụ trách kinh tế Nguyễn Chí Dũng dự.", "2025-10-16", "Nguyễn Chí Dũng: Phó Thủ tướng"),
    (
        "Ủy viên Trung ương Đảng, Trưởng đoàn ĐBQH tỉnh Hầu A Lềnh dự.", "2025-09-18",
        "Hầu A Lềnh: Ủy viên Trung ương Đảng",
    ),
]  # fmt: skip
ALONE = [
    ("Phó Chủ tịch Quốc hội thăm cử tri\nPhó Chủ tịch Quốc hội Nguyễn Thị Thanh thăm cử tri.", "2026-03-15", "nguyen-thi-thanh-1967"),
    # Two bearers in the article, or none: nobody in particular.
    (
        ("Phó Chủ tịch Quốc hội thăm cử tri\nPhó Chủ tịch Quốc hội Nguyễn Thị Thanh thăm cử tri. "
        "Phó Chủ tịch Quốc hội Nguyễn Khắc Định cùng đi."), "2026-03-15", None,
    ),
    ("Phó Chủ tịch Quốc hội thăm cử tri\nÔng Nguyễn Khắc Định cùng đi.", "2026-03-15", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "owned"), OWNED)
def test_whose_title_it_is(text: str, on: str, owned: str) -> None:
    article = Checker().parse(text, on=date.fromisoformat(on))
    named = [m for m in article.mentions if m.name]
    assert (
        "; ".join(f"{m.name}: {', '.join(t.text for t in m.titles if t.positions)}" for m in named) == owned
    )
    assert not [t.text for m in named for t in m.titles if t.verdict == "no"]


@pytest.mark.parametrize(("text", "on", "person"), ALONE)
def test_who_bears_a_title_that_stands_before_the_name(text: str, on: str, person: str | None) -> None:
    first = Checker().parse(text, on=date.fromisoformat(on)).mentions[0]
    assert (first.name, first.person) == (None, person)
