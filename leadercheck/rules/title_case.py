"""C001."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article, Mention, Title
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.settings import QUIET

_STANDING = " thường trực"
_SMALL = ("đại biểu", "thường trực", "ủy viên", "uỷ viên")
"""Memberships, and the second half of a title: the press prints them small."""
_PLURALS = ("các ", "những ", "hai ", "ba ", "bốn ", "nhiều ", "một số ")


@rule(
    id="C001",
    name="title-case",
    severity=Severity.WARNING,
    default=False,
    citation="house style; Nghị định 30/2020/NĐ-CP (5/3/2020), Phụ lục II (chức vụ gắn với tên người), không buộc báo chí",
    vi="""Chức danh đứng ngay trước tên người bị viết thường chữ đầu, hoặc viết hoa khác cách của tòa soạn.

    Chữ đứng sau “Phó” và chữ “Thường trực” chỉ được xét khi hồ sơ tòa soạn đã chọn cách viết
    (`pho_second_capital`, `thuong_truc_capital`); chưa chọn thì viết hoa hay viết thường đều được. Không xét
    chức danh ở số nhiều (“các phó thủ tướng”), tư cách thành viên (“đại biểu”), chức danh đứng sau tên hoặc
    đi với “nguyên”, “cựu”, lãnh đạo nước ngoài và chức vụ đang được bầu: những chỗ ấy báo chí quen viết
    thường.
    """,
    bad=(
        Example(
            "Sáng nay, [[thủ tướng]] Phạm Minh Chính dự lễ.",
            on=date(2025, 7, 4),
            fixed="Sáng nay, Thủ tướng Phạm Minh Chính dự lễ.",
            severity=Severity.WARNING,
        ),
        Example("Theo [[bộ trưởng Bộ Quốc phòng]] Phan Văn Giang, việc này đã xong.", on=date(2025, 7, 4)),
        Example("Cùng dự có [[phó thủ tướng]] Nguyễn Chí Dũng.", on=date(2025, 7, 4)),
    ),
    good=(
        Example("Sáng nay, Thủ tướng Phạm Minh Chính dự lễ.", on=date(2025, 7, 4)),
        Example("Các phó thủ tướng Nguyễn Chí Dũng, Bùi Thanh Sơn dự lễ.", on=date(2025, 7, 4)),
        Example("Ông Phạm Minh Chính giữ chức thủ tướng từ năm 2021.", on=date(2025, 7, 4)),
        Example("Phó thủ tướng Nguyễn Chí Dũng dự lễ.", on=date(2025, 7, 4)),
        Example(
            "Đồng tình với đại biểu Nguyễn Thị Quyết Tâm, Bộ trưởng Phan Văn Giang giải trình.",
            on=date(2017, 6, 8),
        ),
        Example("Thứ trưởng thường trực Hồ Văn Niên dẫn đầu đoàn công tác.", on=date(2025, 9, 10)),
        Example("Cựu bộ trưởng Nguyễn Thị Kim Tiến dự lễ.", on=date(2025, 7, 4)),
        Example("Thủ tướng Anh Keir Starmer tiếp thủ tướng Lào Sonexay Siphandone.", on=date(2025, 7, 4)),
    ),
)
def title_case(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A title right before its bearer's name begins with a small letter, or has other capitals than the newsroom's.

    `pho_second_capital` and `thuong_truc_capital` of the profile add the word behind "Phó" and "Thường trực";
    without them both ways are right. Plurals, memberships ("đại biểu"), titles behind the name or with nguyên and cựu, foreign leaders and
    offices that somebody is elected to are left alone: the press prints them small.
    """
    for index, mention in enumerate(article.mentions):
        if mention.name_start is None or mention.status == "foreign" or mention.zone in QUIET:
            continue
        for title in mention.titles:
            if (
                title.shared
                or title.frame
                or title.modifier
                or title.end > mention.name_start
                or not title.positions
            ):
                continue
            if title.text.lower().startswith(_SMALL) or _is_plural(article, title):
                continue
            right = _right(title, profile, bearer=_touches(article, mention, title))
            if right == title.text:
                continue
            yield Flag(
                title.bare_start,
                title.end,
                f"Viết hoa chức danh: “{right}”.",
                Severity.WARNING,
                (Remedy(f"Sửa thành “{right}”", (Change(title.bare_start, title.end, right),)),),
                mention=index,
                person=mention.person,
            )


def _is_plural(article: Article, title: Title) -> bool:
    start = article.text.position(title.start)
    return article.text.folded[max(0, start - 10) : start].endswith(_PLURALS)


def _touches(article: Article, mention: Mention, title: Title) -> bool:
    return not article.text.source[title.end : mention.name_start].strip()


def _right(title: Title, profile: Profile, *, bearer: bool) -> str:
    """The title with the capitals asked for."""
    text = title.text
    if text.isupper():
        return text
    if bearer:
        text = text[0].upper() + text[1:]
    capital = profile.pho_second_capital
    if capital != "any" and text.startswith("Phó ") and len(text) > 4:
        text = text[:4] + (text[4].upper() if capital == "yes" else text[4].lower()) + text[5:]
    standing, at = profile.thuong_truc_capital, text.lower().find(_STANDING)
    if standing != "any" and at > 0 and "ban bí thư" not in text.lower():
        text = text[: at + 1] + ("T" if standing == "yes" else "t") + text[at + 2 :]
    return text
