"""F008."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.settings import QUIET


@rule(
    id="F008",
    name="name-missing",
    severity=Severity.WARNING,
    default=False,
    citation="house style: từ xưng hô và chức danh phải có tên người",
    vi="""Trong danh sách có từ xưng hô và chức danh mà thiếu tên người ở giữa (“đồng chí, Ủy viên Bộ Chính trị”).

    Chỉ xét sau “có”, “gồm”, “là”, dấu hai chấm hoặc dấu chấm phẩy. Không xét lời thưa gửi (“Thưa đồng chí,
    …”), số nhiều và chức danh có tên theo sau. Đã có bài in nguyên khuôn câu mà quên điền tên (30/3/2023).
    """,
    bad=(
        Example(
            "Dự lễ có [[đồng chí, Ủy viên Bộ Chính trị]]; các đại biểu và nhân dân.",
            on=date(2025, 7, 4),
            severity=Severity.WARNING,
        ),
        Example(
            "Tới dự có [[đồng chí, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh]] và các sở, ngành.",
            on=date(2025, 7, 4),
        ),
        Example("Thành phần gồm: [[ông , Chủ tịch UBND tỉnh]]; các phó giám đốc sở.", on=date(2025, 7, 4)),
    ),
    good=(
        Example("Dự lễ có đồng chí Lương Cường, Ủy viên Bộ Chính trị; các đại biểu.", on=date(2025, 7, 4)),
        Example("Dự lễ có đồng chí, Ủy viên Bộ Chính trị Lương Cường và các đại biểu.", on=date(2025, 7, 4)),
        Example("Thưa đồng chí, Chủ tịch UBND tỉnh đã có ý kiến thế nào?", on=date(2025, 7, 4)),
        Example("Tôi đã hỏi ông, Chủ tịch UBND tỉnh, về việc này.", on=date(2025, 7, 4)),
        Example("Dự lễ có các đồng chí Ủy viên Bộ Chính trị và các đại biểu.", on=date(2025, 7, 4)),
    ),
)
def name_missing(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """An honorific and a title stand in a list, and the name between them is missing.

    Only behind "có", "gồm", "là", a colon or a semicolon; forms of address ("Thưa đồng chí, …"), plurals and
    titles whose name follows are left alone. Source of the case: a fixed phrase printed without the name (30/3/2023).
    """
    for gap in article.nameless:
        if article.sentence_at(gap.start).zone not in QUIET:
            yield Flag(
                gap.start,
                gap.end,
                f"Thiếu tên người: “{article.text.source[gap.start : gap.end]}”.",
                Severity.WARNING,
            )
