"""What Vietnamese syllables can be."""

import pytest

from leadercheck import Roster
from leadercheck.syllables import is_possible, is_surname
from leadercheck.text import fold

OF_OTHER_TONGUES = {
    "niê", "ksor", "bh'riu", "k'ré", "êban", "phêrô", "rah", "biêr", "dhăm", "ênuôl", "gry", "knơng", "niêk", "kdăm",
    "pah", "kđăm", "vêng", "tơr",
}  # fmt: skip


@pytest.mark.parametrize(
    "syllable",
    [
        "Nguyễn",
        "Quyết",
        "Quý",
        "Quí",
        "Hòa",
        "Hoà",
        "Thúy",
        "Thuý",
        "Giêng",
        "Gìn",
        "Nghĩa",
        "Ngọc",
        "Yến",
        "Huỳnh",
        "Phớc",
        "Khoát",
        "Xuyến",
        "Ước",
        "Ý",
        "Tươi",
        "ĐỨC",
    ],
)
def test_a_syllable_is_possible(syllable: str) -> None:
    assert is_possible(syllable)


@pytest.mark.parametrize(
    "syllable",
    [
        "Nguyễb",
        "Dũg",
        "Ddũng",
        "Trânf",
        "Truwờng",
        "Quc",
        "Hiểb",
        "Nfuyễn",
        "Thanhh",
        "Vơng",
        "Lê1",
        "Nguyẽen",
        "Quôc",
        "Phươc",
        "Tjị",
        "Hoàbg",
        "Hòò",
        "z",
    ],
)
def test_a_slip_is_no_syllable(syllable: str) -> None:
    assert not is_possible(syllable)


def test_the_names_of_the_register_are_possible_but_those_of_other_tongues() -> None:
    names = (p.name for p in Roster.load().persons.values() if p.country is None)
    assert {s.lower() for name in names for s in name.split() if not is_possible(s)} <= OF_OTHER_TONGUES


def test_rarer_surnames_are_known() -> None:
    assert all(map(is_surname, ("hứa", "khuất", "vàng", fold("doãn"))))
    assert not any(map(is_surname, ("nguyến", "pạm", "tri")))
