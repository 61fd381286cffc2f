"""Texts of any length in one shape: an ordinary article again and again, and what a hostile writer would send."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from leadercheck import Profile
from leadercheck.forms import GAP, MOST_STEPS
from leadercheck.profile import OwnRule

Shape = Callable[[str, int], str]


def repeated(piece: str) -> Shape:
    """So many times one piece as fill the bytes."""
    return lambda _, size: piece * max(1, size // len(piece.encode()))


def _article(article: str, size: int) -> str:
    return repeated(article + "\n")(article, size)


def _line(article: str, size: int) -> str:
    return repeated(article.replace("\n", " ") + " ")(article, size)


def _nested(_: str, size: int) -> str:
    depth = size // 11
    return "“'" * depth + "Thủ tướng Phạm Minh Chính" + "'”" * depth


def _list(_: str, size: int) -> str:
    return "Dự lễ có " + repeated("ông Nguyễn Văn An, ")("", size)


SHAPES: Final[dict[str, Shape]] = {
    "news": _article,
    "one endless line": _line,
    "one title repeated": repeated("Thủ tướng "),
    "one name repeated": repeated("Tô Lâm "),
    "one finding repeated": repeated("Sáng 6/5, Chủ tịch nước Lương Cường dự lễ.\n"),
    "one finding repeated in one line": repeated("Sáng 6/5, Chủ tịch nước Lương Cường dự lễ, "),
    "bare names in one line": repeated("Chủ nhiệm Ủy ban Kiểm tra Trung ương Nguyễn Duy Ngoc quán triệt, "),
    "terms in one line": repeated("Chủ tịch Quốc hội khóa XV Trần Thanh Mẫn dự lễ, "),
    "old things in one line": repeated("Tấm bảng cũ ghi tên Phó Thủ tướng Nguyễn Thiện Nhân, "),
    "a list of names": _list,
    "nested quotes": _nested,
    "combining marks": repeated("a\u0301\u0323"),
    "zero widths": repeated("T\u200bô\u200b L\u200bâm "),
    "a flood of zero widths": repeated("\u200b"),
    "days": repeated("1/1/1 "),
    "brackets and tags": repeated("<!-- leadercheck: ignore -->"),
}

_A: Final = " ".join(["a"] * 40)
PROFILES: Final[dict[str, tuple[str, ...]]] = {
    "short forms with *": tuple(f"a * b{n % 3}" for n in range(MOST_STEPS // (GAP + 2))),
    "long forms with *": tuple(f"{_A} * {_A} * a{n}" for n in range(MOST_STEPS // (81 + 2 * GAP))),
    "nested words": tuple(" ".join(["a"] * n) for n in range(1, 100)),
}
"""Own rules as hostile as the bounds allow, for a text of "a" and "b"."""


def profile(forms: tuple[str, ...]) -> Profile:
    """A profile that forbids the forms."""
    return Profile(own=(OwnRule("X001", "forbid", "Không viết vậy.", "Quy chế", forbid=forms),))
