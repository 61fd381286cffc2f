"""Which title is whose where several share, where they are given out in order, and where the name comes later."""

from __future__ import annotations

from datetime import date

import pytest

from leadercheck import Checker

DAY = date(2026, 6, 10)
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
        "Phan Văn Giang: Bộ trưởng Quốc phòng Việt Nam; Đổng Quân: ",
    ),
    # One office of several countries: the bearer of ours has it, whatever the order.
    (
        "Hai Bộ trưởng Quốc phòng Việt Nam – Trung Quốc, ông Phan Văn Giang và ông Đổng Quân, đồng chủ trì.", "2026-06-10",
        "Phan Văn Giang: Bộ trưởng Quốc phòng Việt Nam; Đổng Quân: ",
    ),
    (
        "Hai Bộ trưởng Quốc phòng Trung Quốc và Việt Nam, ông Đổng Quân và ông Phan Văn Giang, bắt tay.", "2026-06-10",
        "Đổng Quân: ; Phan Văn Giang: Bộ trưởng Quốc phòng",
    ),
    (
        "Hai Bộ trưởng Quốc phòng Trung Quốc và Việt Nam, ông Phan Văn Giang và ông Đổng Quân, bắt tay.", "2026-06-10",
        "Phan Văn Giang: Bộ trưởng Quốc phòng Trung Quốc và Việt Nam; Đổng Quân: ",
    ),
    (
        "Bộ trưởng Ngoại giao Việt Nam và Lào, ông Lê Hoài Trung và ông Thongsavan Phomvihane, đã ký.", "2026-06-10",
        "Lê Hoài Trung: Bộ trưởng Ngoại giao Việt Nam; Thongsavan Phomvihane: ",
    ),
    (
        "Thủ tướng hai nước Lê Minh Hưng và Sonexay Siphandone chứng kiến lễ ký.", "2026-06-10",
        "Lê Minh Hưng: Thủ tướng; Sonexay Siphandone: ",
    ),
    (
        "Hai Bộ trưởng Quốc phòng Việt - Nhật, Đại tướng Phan Văn Giang và ông Tanaka Kenji, ký kế hoạch.", "2026-06-10",
        "Phan Văn Giang: Bộ trưởng Quốc phòng; Tanaka Kenji: ",
    ),
    (
        "Các Bộ trưởng Ngoại giao Lào, Campuchia, Việt Nam: Thongsavan Phomvihane, Prak Sokhonn, Lê Hoài Trung.", "2026-06-10",
        "Thongsavan Phomvihane: ; Prak Sokhonn: ; Lê Hoài Trung: Bộ trưởng Ngoại giao",
    ),
    ("Hai ngoại trưởng Lê Hoài Trung - Vương Nghị nói chuyện.", "2026-06-10", "Lê Hoài Trung: ngoại trưởng; Vương Nghị: "),
    ("Hai Thủ tướng Lê Minh Hưng – Anwar Ibrahim bắt tay.", "2026-06-10", "Lê Minh Hưng: Thủ tướng; Anwar Ibrahim: Thủ tướng"),
    ("Hai Thủ tướng Lê Minh Hưng và Tom Brandt ký.", "2026-06-10", "Lê Minh Hưng: Thủ tướng; Tom Brandt: Thủ tướng"),
    ("Hai Phó Thủ tướng Nguyễn Văn Thắng và Lê Văn Tám họp.", "2026-06-10", "Nguyễn Văn Thắng: Phó Thủ tướng"),
    # Where no country is named, only who held it can have it; a namesake abroad is nobody's colleague.
    (
        "Bộ trưởng Ngoại giao hai nước Phan Văn Giang và Vương Nghị gặp nhau.", "2026-06-10",
        "Phan Văn Giang: Bộ trưởng Ngoại giao; Vương Nghị: ",
    ),
    (
        "Thủ tướng Việt Nam Lê Minh Hưng và Thủ tướng Lào Sonexay Siphandone cùng dự.", "2026-06-10",
        "Lê Minh Hưng: Thủ tướng Việt Nam; Sonexay Siphandone: ",
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
    # Behind a row of bare names: everybody's whom the register has hold it, up to the first whom it has not.
    (
        "Dự lễ có các đồng chí Nguyễn Sinh Hùng, Nguyễn Thị Kim Ngân, nguyên Chủ tịch Quốc hội.", "2026-06-10",
        "Nguyễn Sinh Hùng: Chủ tịch Quốc hội; Nguyễn Thị Kim Ngân: Chủ tịch Quốc hội",
    ),
    (
        "Dự lễ có Nguyễn Sinh Hùng, Nguyễn Thị Kim Ngân - nguyên Chủ tịch Quốc hội.", "2026-06-10",
        "Nguyễn Sinh Hùng: Chủ tịch Quốc hội; Nguyễn Thị Kim Ngân: Chủ tịch Quốc hội",
    ),
    (
        "Các ông Trương Tấn Sang và Nguyễn Minh Triết đều là nguyên Chủ tịch nước.", "2026-06-10",
        "Trương Tấn Sang: Chủ tịch nước; Nguyễn Minh Triết: Chủ tịch nước",
    ),
    (
        ("Có mặt Trương Tấn Sang, Nguyễn Minh Triết, nguyên Ủy viên Bộ Chính trị, nguyên Chủ tịch nước; Nguyễn Tấn Dũng, "
        "nguyên Thủ tướng."), "2026-06-10",
        ("Trương Tấn Sang: Ủy viên Bộ Chính trị, Chủ tịch nước; Nguyễn Minh Triết: Ủy viên Bộ Chính trị, Chủ tịch nước; "
        "Nguyễn Tấn Dũng: Thủ tướng"),
    ),
    (
        "Các đồng chí Nguyễn Văn Thắng, Hồ Quốc Dũng, Phó Thủ tướng Chính phủ, cùng dự.", "2026-06-10",
        "Nguyễn Văn Thắng: Phó Thủ tướng Chính phủ; Hồ Quốc Dũng: Phó Thủ tướng Chính phủ",
    ),
    (
        "Các đồng chí Phạm Minh Chính, Trương Tấn Sang, nguyên Chủ tịch nước, dự lễ.", "2026-06-10",
        "Phạm Minh Chính: ; Trương Tấn Sang: Chủ tịch nước",
    ),
    (
        "Dự có Tô Lâm, Trần Cẩm Tú, Ủy viên Bộ Chính trị, Thường trực Ban Bí thư.", "2026-06-10",
        "Tô Lâm: ; Trần Cẩm Tú: Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",
    ),
    (
        "Ông Nguyễn Minh Triết và ông Trương Tấn Sang (nguyên Chủ tịch nước) cùng dự.", "2026-06-10",
        "Nguyễn Minh Triết: ; Trương Tấn Sang: Chủ tịch nước",
    ),
    (
        "Nguyễn Sinh Hùng; Nguyễn Thị Kim Ngân, nguyên Chủ tịch Quốc hội.", "2026-06-10",
        "Nguyễn Sinh Hùng: ; Nguyễn Thị Kim Ngân: Chủ tịch Quốc hội",
    ),
    (
        "Thủ tướng Lê Minh Hưng cùng Chủ tịch Quốc hội Lào dự.", "2026-06-10", "Lê Minh Hưng: Thủ tướng",
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
    (
        "Phó Chủ tịch Quốc hội thăm cử tri\nPhó Chủ tịch Quốc hội Nguyễn Thị Thanh thăm cử tri.",
        "2026-03-15",
        "nguyen-thi-thanh-1967",
    ),
    # Two bearers in the article, or none: nobody in particular.
    (
        (
            "Phó Chủ tịch Quốc hội thăm cử tri\nPhó Chủ tịch Quốc hội Nguyễn Thị Thanh thăm cử tri. "
            "Phó Chủ tịch Quốc hội Nguyễn Khắc Định cùng đi."
        ),
        "2026-03-15",
        None,
    ),
    ("Phó Chủ tịch Quốc hội thăm cử tri\nÔng Nguyễn Khắc Định cùng đi.", "2026-03-15", None),
    # The office of our country beside that of another, or of both at once.
    ("Thủ tướng Việt Nam và Chủ tịch Quốc hội Lào cùng dự.", "2026-06-10", "le-minh-hung-1970"),
    ("Theo Thủ tướng Việt Nam, Trung Quốc đã đồng ý mở cửa khẩu.", "2026-06-10", "le-minh-hung-1970"),
]
IN_PLACES = [
    # text, day, whom the title alone means, with the words of the whole reference
    (
        "Bí thư Thành ủy và Chủ tịch UBND thành phố Đà Nẵng trồng cây.",
        "2026-05-11",
        "Bí thư Thành ủy: le-ngoc-quang-1974",
    ),
    (
        "Bí thư Tỉnh ủy Nghệ An Nguyễn Khắc Thận thăm dân. Đồng chí Bí thư Tỉnh ủy tặng quà.",
        "2026-06-19",
        "Đồng chí Bí thư Tỉnh ủy: nguyen-khac-than-1974",
    ),
    (
        "Bí thư Tỉnh ủy Nghệ An Nguyễn Khắc Thận thăm dân. Mẹ cầm tay đồng chí Bí thư.",
        "2026-06-19",
        "đồng chí Bí thư: nguyen-khac-than-1974",
    ),
    # Two bearers in the article: either may be meant.
    (
        "Bí thư Tỉnh ủy Nghệ An Nguyễn Khắc Thận và Bí thư Tỉnh ủy Hà Tĩnh Nguyễn Duy Lâm họp. Bí thư Tỉnh ủy tặng quà.",
        "2025-10-19",
        "",
    ),
    ("Bí thư Tỉnh ủy tặng quà.", "2026-06-19", ""),
    ("Ngài Thủ tướng đến thăm.", "2026-06-19", "Ngài Thủ tướng: le-minh-hung-1970"),
    ("Thủ tướng lâm thời Nepal cam kết.", "2026-06-19", "Thủ tướng lâm thời Nepal: None"),
]
NOBODY = [
    # Members of a body, a delegation, bodies in a row, an office of which a law speaks, a predicate.
    "Ủy viên Bộ Chính trị được phân công.",
    "Đại biểu hỏi: bao giờ?",
    "Đoàn đại biểu Đảng NDCM Lào thăm tỉnh.",
    "Đoàn đại biểu Ban Chấp hành Trung ương Đảng, Chủ tịch nước, Quốc hội, Chính phủ vào Lăng viếng Bác.",
    "Theo quy định, Thủ tướng có quyền đình chỉ văn bản trái luật.",
    "Bộ trưởng nào rồi cũng phải qua cửa này.",
    "Ông ghi sổ khi là Trưởng Ban Tuyên giáo Trung ương.",
    # A body by its letters, or a name that was not read.
    "Chánh án TAND khu vực 2 từ chối bình luận.",
    "Chánh án Tòa án nhân dân khu vực 2 từ chối bình luận.",
    "Tổng thư ký Guterres kêu gọi kiềm chế.",
    "Thủ tướng hai nước chứng kiến lễ ký.",
    "Bộ trưởng Tài chính hai nước Việt Nam, Hàn Quốc đồng chủ trì đối thoại.",
    "Hai thủ tướng Việt - Thái cùng đi bộ qua cầu.",
    "Bộ trưởng Quốc phòng Việt Nam - Trung Quốc gặp nhau ở cửa khẩu.",
    "Các Bộ trưởng Quốc phòng Việt Nam, Lào gặp nhau ở cửa khẩu.",
    "Ngay sau lễ đón, hai Tổng Bí thư, Chủ tịch nước hội đàm.",
    "Chủ tịch nước Lào và Việt Nam đều gửi thư.",
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


@pytest.mark.parametrize("text", NOBODY)
def test_a_title_alone_that_means_nobody_in_particular(text: str) -> None:
    assert Checker().parse(text, on=DAY).mentions == ()


@pytest.mark.parametrize(("text", "on", "meant"), IN_PLACES)
def test_whom_an_office_of_each_place_means(text: str, on: str, meant: str) -> None:
    article = Checker().parse(text, on=date.fromisoformat(on))
    alone = [m for m in article.mentions if m.name is None]
    assert "; ".join(f"{text[m.start : m.end]}: {m.person}" for m in alone[:1]) == meant


@pytest.mark.parametrize("owner", ["Nhiệm kỳ", "Đường dây nóng", "Thẩm quyền"])
def test_what_belongs_to_an_office_belongs_to_nobody_in_particular(owner: str) -> None:
    (mention,) = Checker().parse(f"{owner} của Thủ tướng được nêu.", on=DAY).mentions
    assert [t.frame for t in mention.titles] == ["genitive"]
