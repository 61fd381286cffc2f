"""The count of foreign holders taken for Vietnamese: what plain search finds, and what is a mistake."""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leadercheck import Checker


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[1] / "benchmarks"))
    return importlib.import_module("foreign")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sáng nay, Bộ trưởng Quốc phòng Mỹ tới Hà Nội.", "country behind: Bộ trưởng Quốc phòng Mỹ"),
        ("Thủ tướng nước Cộng hòa Pháp phát biểu.", "country behind: Thủ tướng nước Cộng hòa Pháp"),
        ("Dự hội đàm, phía Lào có Thủ tướng Sonexay.", "country before: phía Lào có Thủ tướng"),
        ("Ông Tập Cận Bình phát biểu.", "name of the list: Tập Cận Bình"),
        ("Thủ tướng thăm Mỹ.", ""),
        ("Bí thư Tỉnh ủy Lào Cai Lê Hồng Sáu phát biểu.", ""),
        ("Thứ trưởng Bộ Tài chính Nguyễn Đức Chi phát biểu.", ""),
        ("Bộ trưởng Quốc phòng Việt Nam, Lào gặp nhau.", ""),
    ],
)
def test_what_plain_search_finds(checker: Checker, foreign: Any, text: str, found: str) -> None:
    places = foreign.places(text, foreign.search(checker.roster))
    assert "; ".join(f"{p.kind}: {text[p.start : p.end]}" for p in places) == found


def test_what_is_a_mistake(checker: Checker, foreign: Any) -> None:
    report = checker.check(
        "Thủ tướng Lê Minh Hưng tiếp Thủ tướng Lào Sonexay Siphandone.", on=date(2026, 5, 6)
    )
    assert [foreign.is_mistaken(m, checker.roster) for m in report.mentions] == [True, False]
    assert not foreign.is_mistaken(None, checker.roster)


@pytest.mark.parametrize(
    ("name", "alien"), [("Keir Starmer", True), ("Trương Nghĩa", False), ("Ngô Thanh", False)]
)
def test_names_that_are_no_vietnamese_ones(foreign: Any, name: str, alien: bool) -> None:
    assert foreign.is_alien(name) is alien
