"""O001."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article, Attendance
from leadercheck.profile import Profile
from leadercheck.register import Precedence
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._lists import in_order, reordered
from leadercheck.verdicts import stale

_TOP = ("tong-bi-thu", "chu-tich-nuoc")
_HIGHEST = (*_TOP, "thu-tuong-chinh-phu", "chu-tich-quoc-hoi", "thuong-truc-ban-bi-thu")
"""The order of a scheme below these five is no ground for a finding."""


@rule(
    id="O001",
    name="list-inverted",
    severity=Severity.ERROR,
    citation="Quy định 368-QĐ/TW (8/9/2025), nhóm I.1; trước đó Kết luận 35-KL/TW (5/5/2022)",
    vi="""Danh sách đại biểu ghi một trong năm chức danh cao nhất sau chức danh thấp hơn.

    Chỉ xét danh sách người dự có từ ba tên trở lên (hai tên, nếu ngăn bằng dấu chấm phẩy). Không xét các
    nguyên lãnh đạo, chức danh ngang hàng và những người khác; thứ tự phát biểu, diễn biến sự việc và lời
    trích không phải danh sách đại biểu. Tổng Bí thư hoặc Chủ tịch nước đứng sau chức danh thấp hơn là lỗi;
    còn lại là cảnh báo. Quy định 368-QĐ/TW là danh mục chức danh, không phải quy định về cách đưa tin.
    """,
    bad=(
        Example(
            "Tham dự hội nghị có [[các đồng chí: Thủ tướng Phạm Minh Chính; Tổng Bí thư Tô Lâm; "
            "Chủ tịch Quốc hội Trần Thanh Mẫn]].".replace("[[các đồng chí: ", "các đồng chí: [["),
            on=date(2025, 12, 2),
            severity=Severity.ERROR,
        ),
        Example(
            "Cùng dự có [[Chủ tịch Quốc hội Trần Thanh Mẫn, Chủ tịch nước Lương Cường, Thủ tướng Phạm Minh Chính]].",
            on=date(2025, 12, 2),
            fixed="Cùng dự có Chủ tịch nước Lương Cường, Thủ tướng Phạm Minh Chính, Chủ tịch Quốc hội Trần Thanh Mẫn.",
            severity=Severity.ERROR,
        ),
        Example(
            "Dự lễ có [[Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Phạm Minh Chính; Thường trực Ban Bí thư "
            "Trần Cẩm Tú]].",
            on=date(2025, 12, 2),
            severity=Severity.WARNING,
        ),
    ),
    good=(
        Example(
            "Cùng dự có Chủ tịch nước Lương Cường, Thủ tướng Phạm Minh Chính, Chủ tịch Quốc hội Trần Thanh Mẫn.",
            on=date(2025, 12, 2),
        ),
        Example(
            "Dự lễ có Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Phạm Minh Chính; Thường trực Ban Bí thư Lương Cường.",
            on=date(2024, 9, 2),
            near=True,
        ),
        Example(
            "Dự lễ có Tổng Bí thư Tô Lâm; nguyên Tổng Bí thư Nông Đức Mạnh; Chủ tịch nước Lương Cường; nguyên Chủ tịch "
            "nước Trương Tấn Sang; Thủ tướng Phạm Minh Chính.",
            on=date(2025, 9, 2),
            near=True,
        ),
        Example(
            "Thủ tướng Phạm Minh Chính phát biểu, Tổng Bí thư Tô Lâm kết luận, Chủ tịch nước Lương Cường trao quà.",
            on=date(2025, 12, 2),
        ),
        Example("Cùng dự có Chủ tịch Quốc hội Trần Thanh Mẫn và Tổng Bí thư Tô Lâm.", on=date(2025, 12, 2)),
    ),
)
def list_inverted(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """An attendance list prints one of the five highest offices behind a lower one.

    Only attendance lists of three and more (two where semicolons part them) are looked at; former leaders,
    ties and everybody else are left alone, and so are speaking order, chronology and quotations. It is
    an error where Tổng Bí thư or Chủ tịch nước stands behind a lower office, else a warning.
    """
    scheme = roster.precedence(article.on)
    if scheme is None:
        return
    for attendance in article.lists:
        ranked = _ranked(article, attendance, scheme, roster)
        inverted = [
            (one, other)
            for place, one in enumerate(ranked)
            for other in ranked[place + 1 :]
            if one[0] > other[0]
        ]
        if not inverted or any(article.mentions[i].quoted for i in attendance.items):
            continue
        top = any(other[1] in _TOP for _, other in inverted)
        severity = (Severity.ERROR if top else Severity.WARNING).lowered(_aged(article, ranked))
        if severity is None:
            continue
        one, other = inverted[0]
        ordered = in_order(ranked, lambda a, b: a[0] > b[0], lambda item: item[:1])
        names = [
            f"{roster.positions[position].title} {article.mentions[i].name}" for _, position, i in ordered
        ]
        yield Flag(
            attendance.start,
            attendance.end,
            f"{article.mentions[other[2]].name} ({roster.positions[other[1]].title}) đứng sau "
            f"{article.mentions[one[2]].name} ({roster.positions[one[1]].title}); thứ tự theo danh mục: "
            f"{wording.listed(names)}. Danh mục này là danh mục chức danh, không phải quy tắc dành cho báo chí.",
            severity,
            reordered(article, [i for _, _, i in ranked], [i for _, _, i in ordered]),
            evidence=(scheme.id,),
            mention=one[2],
            person=article.mentions[other[2]].person,
        )


def _aged(article: Article, ranked: list[tuple[int, str, int]]) -> int:
    """Levels lost because the offices were last confirmed before the day."""
    confirmed = [t.confirmed for _, _, index in ranked for t in article.mentions[index].titles if t.confirmed]
    return stale(article.on, min(confirmed)) if confirmed else 0


def _ranked(
    article: Article, attendance: Attendance, scheme: Precedence, roster: Roster
) -> list[tuple[int, str, int]]:
    """(rank, position, mention) of the items printed with one of the five offices as their own."""
    ranks = {
        position: rank
        for rank, group in enumerate(scheme.groups)
        for position in group
        if position in _HIGHEST
    }
    found = []
    for index in attendance.items:
        mention = article.mentions[index]
        if mention.status != "linked" or any(t.modifier or t.frame for t in mention.titles):
            continue
        offices = [
            (ranks[t.positions[0]], t.positions[0], index)
            for t in mention.titles
            if t.positions and t.positions[0] in ranks and t.verdict in ("yes", "unknown")
        ]
        if offices:
            found.append(min(offices))
    return found
