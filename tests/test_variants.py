"""A name written otherwise is taken for the holder's of the title beside it, typed by its slip; or it is refused.

Rows are written from the law (design: judging.md §5): kind, text, day, who is meant as "id kind status", or what is
left of it.
"""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest

from leadercheck import Checker
from leadercheck.names import abbreviates, slip

CHINH, HUNG, TRONG = "pham-minh-chinh-1958", "le-minh-hung-1970", "nguyen-phu-trong-1944"
CUONG, MAN = "luong-cuong-1957", "tran-thanh-man-1962"
LINKED = [
    ("Thủ tướng Pham Minh Chinh dự lễ.", "2025-07-04", f"{CHINH} marks-lost"),
    ("Thủ tướng Phạm Minh Chinh dự lễ.", "2025-07-04", f"{CHINH} marks-lost"),
    ("Nguyên Chủ tịch nước Nguyen Minh Triet dự lễ.", "2025-07-04", "nguyen-minh-triet-1942 marks-lost"),
    ("Chủ tịch Quốc hội Trần Thanh Mẩn dự lễ.", "2025-07-04", f"{MAN} marks"),
    ("Nguyên Chủ tịch nước Nguyễn Minh Triêt dự lễ.", "2025-07-04", "nguyen-minh-triet-1942 marks"),
    ("Thủ tướng Phamj Minh Chính dự lễ.", "2025-07-04", f"{CHINH} keystroke"),
    ("Thủ tướng Phạm Minh Chi1nh dự lễ.", "2025-07-04", f"{CHINH} keystroke"),
    ("Thủ tướng Pha5m Minh Chinh1 dự lễ.", "2025-07-04", f"{CHINH} keystroke"),
    ("Thủ tướng Phạm Mimh Chính dự lễ.", "2025-07-04", f"{CHINH} letter"),
    ("Bộ trưởng Bộ Quốc phòng Phan Văn Gian dự lễ.", "2025-05-06", "phan-van-giang-1960 letter"),
    ("Bộ trưởng Bộ Công thương Lê Mạnh Hùngg dự lễ.", "2026-06-09", "le-manh-hung-1973 letter"),
    ("Thủ tướng Phạm Mibg Chính dự lễ.", "2025-07-04", f"{CHINH} letters"),
    ("Phó Chủ tịch nước Vỏ Thị Ánh Xuân dự lễ.", "2025-07-04", "vo-thi-anh-xuan-1970 marks"),
    ("Thủ tướng Lê Hưng Minh dự lễ.", "2026-05-06", f"{HUNG} swapped"),
    ("Thủ tướng Phạm Chính dự lễ.", "2025-07-04", f"{CHINH} dropped"),
    ("Thủ tướng Phạm Minh Minh Chính dự lễ.", "2025-07-04", f"{CHINH} added"),
    ("Thủ tướng Nguyễn Minh Chính dự lễ.", "2025-07-04", f"{CHINH} surname"),
    ("Thủ tướng Lê Quang Hưng dự lễ.", "2026-05-06", f"{HUNG} syllable"),
    ("Tổng Bí thư Ng. Phú Trọng dự lễ.", "2023-05-06", f"{TRONG} initials"),
    ("Tổng Bí thư N.P.Trọng dự lễ.", "2023-05-06", f"{TRONG} initials"),
    ("Chủ tịch nước L. Cường dự lễ.", "2025-07-04", f"{CUONG} initials"),
    ("Đồng chí Ng. Phú Trọng, Tổng Bí thư, dự lễ.", "2018-06-10", f"{TRONG} initials"),
    ("Ng. Phú Trọng, Tổng Bí thư, dự lễ.", "2018-06-10", f"{TRONG} initials"),
    ("Tổng Bí thư, Chủ tịch nước Ng. Phú Trọng tiếp đoàn.", "2018-11-10", f"{TRONG} initials"),
    ("Ông N.X. Phúc, Thủ tướng Chính phủ, dự lễ.", "2018-06-10", "nguyen-xuan-phuc-1954 initials"),
    ("N.X.Phúc (Thủ tướng) dự lễ.", "2018-06-10", "nguyen-xuan-phuc-1954 initials"),
    ("Ông P.X. Nhạ, Bộ trưởng Bộ GD-ĐT, dự lễ.", "2018-06-10", "phung-xuan-nha-1963 initials"),
    ("Đồng chí Tr. Đại Quang - Chủ tịch nước - dự lễ.", "2018-06-10", "tran-dai-quang-1956 initials"),
    ("Ông L. Cường, Chủ tịch nước, dự lễ.", "2025-07-04", f"{CUONG} initials"),
    ("Thủ tướng Phạm Minh Chínhyêu cầu làm sớm.", "2025-07-04", f"{CHINH} glued"),
    ("Thủ tướng Phạm Minh Chí nh dự lễ.", "2025-07-04", f"{CHINH} broken"),
    ("thủ tướng phạm minh chính dự lễ", "2025-07-04", f"{CHINH} case"),
    ("Đồng chí Trần cẩm Tú, Thường trực Ban Bí thư, dự lễ.", "2025-12-02", "tran-cam-tu-1961 case"),
    ("THỦ TƯỚNG PHẠM MIN CHÍNH CHỦ TRÌ HỘI NGHỊ", "2025-07-04", f"{CHINH} letter"),
    (
        "Bí thư Tỉnh ủy Lâm Đồng Y Thanh Hà Niê Kđam dự lễ.", "2026-05-06",
        "y-thanh-ha-nie-kdam-1973 marks",
    ),
    # Not slips: what the register has, and capitals and tone placement, are the name itself.
    ("Tổng Bí thư Trường Chinh viết.", "1986-08-01", "truong-chinh-1907 None"),
    ("THỦ TƯỚNG PHẠM MINH CHÍNH DỰ LỄ", "2025-07-04", f"{CHINH} None"),
    ("Phó Thủ tướng Nguyễn Hoà Bình dự lễ.", "2025-07-04", "nguyen-hoa-binh-1958 None"),
]  # fmt: skip
UNSURE = [
    ("Thứ trưởng Bộ Y tế Đỗ Xuận Tuyên dự lễ.", "2025-08-21", "do-xuan-tuyen"),
]
REFUSED = [
    # No title that fits.
    ("Ông Pham Minh Chinh mở quán.", "2025-07-04"),
    ("Bộ trưởng Bộ Y tế Phạm Minh Chinh dự lễ.", "2025-07-04"),
    ("Thủ tướng Lào Phạm Minh Chinh dự lễ.", "2025-07-04"),
    ("Chủ tịch UBND xã Phạm Minh Chinh dự lễ.", "2025-07-04"),
    ("Thủ tướng Ng. Văn Chung dự lễ.", "2025-07-04"),
    # Initials in apposition, of somebody else.
    ("Ông Ng. Văn Chung, Thủ tướng, dự lễ.", "2025-07-04"),
    ("Ông P.M. Chính, Chủ tịch UBND xã Tân Lập, dự lễ.", "2025-07-04"),
    ("Bị cáo P.M. Chính, Thủ tướng của hội tự xưng, khai.", "2025-07-04"),
    # Crime news, another time.
    ("Khởi tố kẻ tự xưng Thủ tướng Phạm Minh Chinh.", "2025-07-04"),
    ("Năm 1990, Thủ tướng Lê Minh Hùng của vở kịch bước ra.", "2026-05-06"),
    # Words and places that nearly are names; people who bear the printed name.
    ("Chủ tịch Quốc hội thăm tỉnh Lâm Đồng.", "2025-07-04"),
    ("Bí thư Tỉnh ủy quan tâm đô thị lấn biển.", "2025-07-04"),
    ("Thủ tướng nêu chủ trương chính sách mới.", "2025-07-04"),
    ("Bí thư Tỉnh ủy Hòa Bình Nguyễn Phi Long dự lễ.", "2024-07-04"),
    ("Chủ tịch UBND tỉnh Tiền Giang Lê Văn Hưởng dự lễ.", "2017-07-04"),
    # Another syllable beside an office of several: as likely another person.
    ("Thứ trưởng Bộ Y tế Đỗ Minh Tuyên dự lễ.", "2025-08-21"),
]


NO_INITIALS = [
    # text, the names read: wards, bodies and degrees are no shortened syllables
    ("Tới P. Phú Trọng, Tổng Bí thư thăm dân.", []),
    ("Sau khi thăm TP. Vinh, Tổng Bí thư về Hà Nội.", []),
    ("Tới T. Ư. Đoàn, Tổng Bí thư nói.", []),
    ("Ông đến Việt Nam. Phú Trọng, Chủ tịch UBND xã, đón.", []),
    ("Th.S. Trần Văn Tám, Chủ tịch Hội Toán học, nói.", ["Trần Văn Tám"]),
    ("Bị cáo N.V. Tèo, cựu Chủ tịch UBND xã, khai.", ["N.V. Tèo"]),
]


def _named(text: str, on: str, form: str = "NFC"):
    article = Checker().parse(normalize(form, text), on=date.fromisoformat(on))
    return [m for m in article.mentions if m.name is not None]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("text", "on", "meant"), LINKED)
def test_a_variant_is_linked_and_says_why(form: str, text: str, on: str, meant: str) -> None:
    (mention,) = _named(text, on, form)
    assert f"{mention.person} {mention.variant}" == meant
    assert mention.status == "linked"
    assert {t.verdict for t in mention.titles} == {"yes"}


@pytest.mark.parametrize(("text", "on", "meant"), UNSURE)
def test_where_somebody_else_may_be_meant_it_is_a_candidate(text: str, on: str, meant: str) -> None:
    (mention,) = _named(text, on)
    assert (mention.status, mention.person) == ("ambiguous", None)
    assert mention.candidates[0].startswith(meant)
    assert mention.variant is not None


@pytest.mark.parametrize(("text", "on"), REFUSED)
def test_no_variant_where_nothing_says_so(text: str, on: str) -> None:
    assert [m.variant for m in _named(text, on) if m.variant] == []


@pytest.mark.parametrize(("text", "names"), NO_INITIALS)
def test_what_is_no_shortened_name(text: str, names: list[str]) -> None:
    assert [m.name for m in _named(text, "2018-06-10")] == names


def test_a_title_that_is_not_the_persons_is_not_judged_beside_a_variant() -> None:
    (mention,) = _named("Thủ tướng Phạm Minh Chỉnh, Chủ tịch Quốc hội, dự lễ.", "2025-07-04")
    assert [(t.verdict, t.reason) for t in mention.titles][1] == ("not judged", "name-variant")


def test_later_references_follow_a_variant() -> None:
    named = _named("Bộ trưởng Bộ Quốc phòng Phan Văn Gian dự lễ. Ông Giang nói.", "2025-05-06")
    assert [m.person for m in named] == ["phan-van-giang-1960"]


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("Lí Thường Kiệt", "Lý Thường Kiệt", "i-y"), ("Phạm MinhChính", "Phạm Minh Chính", "blanks"),
        ("Phạm Minh Chính", "Phạm Minh Chính", None), ("Nguyễn Văn An", "Trần Quốc Toản", None),
        ("Hoàng Mnh Hiếu", "Hoàng Minh Hiếu", "letter"), ("An", "Bình", None),
    ],
)  # fmt: skip
def test_each_slip_has_its_name(printed: str, name: str, kind: str | None) -> None:
    assert slip(printed, name) == kind


@pytest.mark.parametrize(
    ("printed", "short"),
    [("Ng. Phú Trọng", True), ("N.P. Trọng", True), ("Ng. Phú T.", False), ("Nguyễn Phú Trọng", False), ("Tr. Phú Trọng", False)],
)  # fmt: skip
def test_initials_are_those_of_the_name(printed: str, short: bool) -> None:
    assert abbreviates(printed, "Nguyễn Phú Trọng") is short
