"""Offices as the press shortens them: letters for heads, bodies and cities, whatever mark or blank stands between."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import normalize

import pytest

from leadercheck import Article

DAY = "2017-06-10"
HELD = {
    "Nguyễn Ngọc Thiện": (
        "Bộ trưởng Bộ VH-TT-DL", "Bộ trưởng Bộ VH-TT- DL", "Bộ trưởng Bộ VH - TT - DL", "Bộ trưởng Bộ VH, TT&DL",
        "Bộ trưởng Bộ VH,TT&DL", "Bộ trưởng VHTTDL", "Bộ trưởng Bộ VHTT&DL", "Bộ trưởng Bộ VHTT và DL",
        "Bộ trưởng Bộ VH, TT và DL", "Bộ trưởng Bộ VH-TT&DL", "Bộ trưởng Bộ VH-TT & DL", "bộ trưởng VH-TT-DL",
    ),
    "Trương Quang Nghĩa": (
        "Bộ trưởng GTVT", "Bộ trưởng Bộ GT-VT", "Bộ trưởng Bộ GT - VT", "Bộ trưởng bộ GTVT", "Bộ trưởng GT- VT",
        "Bộ trưởng Bộ Giao thông - Vận tải", "Bộ trưởng Bộ Giao thông-Vận tải",
    ),
    "Nguyễn Xuân Cường": (
        "Bộ trưởng Bộ NN&PTNT", "Bộ trưởng NN-PTNT", "Bộ trưởng Bộ NN và PTNT", "Bộ trưởng Bộ NN & PTNT",
        "Bộ trưởng Bộ NNPTNT",
    ),
    "Đào Ngọc Dung": (
        "Bộ trưởng Bộ LĐ-TB&XH", "Bộ trưởng LĐTB&XH", "Bộ trưởng LĐTBXH", "Bộ trưởng Bộ LĐ-TB-XH",
        "Bộ trưởng Bộ LĐ-TB và XH", "Bộ trưởng Bộ LĐ, TB&XH", "Bộ trưởng Bộ LĐ-TB &XH", "Bộ trưởng LĐTB-XH",
    ),
    "Trần Hồng Hà": ("Bộ trưởng TN-MT", "Bộ trưởng Bộ TN&MT", "Bộ trưởng Bộ TNMT", "Bộ trưởng Bộ TN và MT"),
    "Trương Minh Tuấn": ("Bộ trưởng Bộ TT&TT", "Bộ trưởng TT-TT", "Bộ trưởng Bộ TT và TT"),
    "Chu Ngọc Anh": ("Bộ trưởng KH-CN", "Bộ trưởng Bộ KH&CN", "Bộ trưởng Bộ KHCN", "Bộ trưởng KH và CN"),
    "Phùng Xuân Nhạ": (
        "Bộ trưởng GD&ĐT", "Bộ trưởng Bộ GD-ĐT", "Bộ trưởng Bộ GD - ĐT", "Bộ trưởng Bộ GD- ĐT", "Bộ trưởng Bộ GDĐT",
        "Bộ trưởng Bộ GD và ĐT",
    ),
    "Nguyễn Chí Dũng": ("Bộ trưởng KH&ĐT", "Bộ trưởng Bộ KH-ĐT", "Bộ trưởng Bộ KHĐT", "Bộ trưởng Bộ KH & ĐT"),
    "Nguyễn Thiện Nhân": (
        "Bí thư Thành ủy TPHCM", "Bí thư Thành ủy TP HCM", "Bí thư Thành ủy Tp.HCM", "Bí thư Thành ủy Tp. HCM",
        "Bí thư Thành ủy TP. HCM", "Bí thư Thành ủy Tp HCM", "Bí thư Thành ủy HCM", "Bí thư TPHCM",
        "Chủ tịch UBTW MTTQVN", "Chủ tịch UBMTTQ Việt Nam",
    ),
    "Nguyễn Đức Chung": ("Chủ tịch UBND TP HN", "Chủ tịch HN", "Chủ tịch UBND TP.HN", "CT UBND TP Hà Nội"),
    "Hoàng Trung Hải": ("Bí thư Thành ủy HN", "UVBCT, Bí thư Thành ủy Hà Nội", "Ủy viên BCT"),
    "Vũ Đức Đam": ("PTT", "PTT Chính phủ", "Phó TTg"),
    "Trương Hòa Bình": ("PTT thường trực", "PTT Thường trực Chính phủ", "Ủy viên BCT, PTT"),
    "Nguyễn Xuân Phúc": ("TTg", "TTg Chính phủ"),
    "Tòng Thị Phóng": ("PCT Quốc hội", "PCT QH", "Phó CT QH"),
    "Đặng Thị Ngọc Thịnh": ("PCT nước",),
    "Trần Đại Quang": ("CT nước",),
    "Nguyễn Thị Kim Ngân": ("UVTW Đảng, Chủ tịch QH", "UVTƯ Đảng", "CT Quốc hội"),
    "Nguyễn Phú Trọng": ("TBT",),
    "Đinh Quốc Thái": ("CT UBND tỉnh Đồng Nai",),
}  # fmt: skip
NO_TITLES = [
    "Quyết định số 12/QĐ-TTg có hiệu lực.",
    "Thông báo 12/TB-TTg, TTg giao các bộ.",
    "Chỉ thị 05-CT/TW của Bộ Chính trị được quán triệt.",
    "Tập đoàn PTT của Thái Lan rót vốn.",
    "Nhà máy CT Group chậm tiến độ.",
    "Ca sĩ PCT ra đĩa mới; Ptt không bình luận.",
    "HN lạnh, HCM nắng.",
]
DEPARTMENTS = [
    # title as printed, the whole of it: a department in small letters is a body like one in capitals
    ("Ông Lê Hồng Sơn, Giám đốc sở GD-ĐT TP.HCM, nói.", "Giám đốc sở GD-ĐT TP.HCM"),
    ("Ông Lê Hồng Sơn, giám đốc sở Y tế tỉnh Phú Thọ, nói.", "giám đốc sở Y tế tỉnh Phú Thọ"),
    ("Giám đốc sở Lê Hồng Sơn nói.", "Giám đốc sở"),
    ("Ông Lê Hồng Sơn, giám đốc sở, nói.", "giám đốc sở"),
    ("Ông Lê Hồng Sơn, phó giám đốc sở Tài chính, nói.", "phó giám đốc sở Tài chính"),
]
HAVANA = ("Cuba", "Cu Ba", "Cu-ba", "Cu-Ba", "CuBa")


@pytest.mark.parametrize(
    ("name", "title"), [(name, title) for name, titles in HELD.items() for title in titles]
)
def test_a_short_form_is_the_office(read: Callable[..., Article], name: str, title: str) -> None:
    for text in (f"{title} {name} phát biểu.", f"Ông {name}, {title}, phát biểu."):
        (mention,) = read(text, DAY).mentions
        assert {t.verdict for t in mention.titles} == {"yes"}


@pytest.mark.parametrize("text", NO_TITLES)
def test_letters_that_shorten_something_else_are_no_title(read: Callable[..., Article], text: str) -> None:
    assert not read(text, DAY).mentions


@pytest.mark.parametrize(("text", "title"), DEPARTMENTS)
def test_a_department_in_small_letters_is_nobodys_of_the_register(
    read: Callable[..., Article], text: str, title: str
) -> None:
    (mention,) = read(text, DAY).mentions
    assert mention.status == "ambiguous"
    assert [(normalize("NFC", t.text), t.positions) for t in mention.titles] == [(title, ())]


@pytest.mark.parametrize("country", HAVANA)
def test_cuba_is_abroad(read: Callable[..., Article], country: str) -> None:
    (mention,) = read(f"Chủ tịch {country} Raul Castro gửi điện.", DAY).mentions
    assert mention.status == "foreign"
