"""T003."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._titles import judged, really, tenure_of, unsure


@rule(
    id="T003",
    name="title-premature",
    severity=Severity.ERROR,
    citation="data/leaders.json: tenures",
    vi="""Về sau người này mới giữ chức vụ ấy; vào ngày bài nói tới, người giữ chức chắc chắn là người khác.

    Báo in thường đề ngày hôm sau, nên từ hai ngày trước khi nhận chức, chức danh mới đã được coi là đúng.
    Không xét tin về việc sắp bầu, vì ở đó chức vụ nằm trong cụm “bầu giữ chức …”.
    """,
    bad=(
        Example(
            "Ngày 10/6, [[Chủ tịch Quốc hội]] Vương Đình Huệ phát biểu.",
            on=date(2017, 6, 11),
            severity=Severity.ERROR,
        ),
        Example(
            "Sáng 5/3, [[Thủ tướng]] Lê Minh Hưng chủ trì cuộc họp.",
            on=date(2026, 3, 6),
            severity=Severity.ERROR,
        ),
        Example(
            "[[Tổng Bí thư]] Tô Lâm tiếp Bộ trưởng Bộ Công an Lào.",
            on=date(2023, 5, 4),
            severity=Severity.ERROR,
        ),
    ),
    good=(
        Example("Sáng 5/4, Thủ tướng Lê Minh Hưng chủ trì cuộc họp.", on=date(2026, 4, 6)),
        Example("Đại biểu giới thiệu ông Lê Minh Hưng để bầu giữ chức Thủ tướng.", on=date(2026, 3, 6)),
        Example("Sáng 8/4, Thủ tướng Lê Minh Hưng tuyên thệ.", on=date(2026, 4, 8), near=True),
        Example("Tổng Bí thư Tô Lâm dự lễ.", on=date(2024, 8, 3)),
        Example("Ngày 10/6, Phó Thủ tướng Vương Đình Huệ phát biểu.", on=date(2017, 6, 11)),
        Example(
            "Trước khi được giao quyền Bộ trưởng Bộ Công Thương, ông Lê Mạnh Hùng có nhiều năm làm dầu khí.",
            on=date(2025, 12, 22),
            near=True,
        ),
    ),
)
def title_premature(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The title became the person's only later; on that day it was surely another's.

    Print is dated tomorrow: two days before the beginning it is right already. Reports of an election to come
    name the office in a frame ("bầu giữ chức …") and are not judged.
    """
    for index, mention, title in judged(article, "future"):
        record = tenure_of(roster, title, mention.person)
        severity = Severity.ERROR.lowered(title.doubt + unsure(mention, title, roster))
        if record and record.start and severity:
            yield Flag(
                title.start,
                title.end,
                f"{mention.person_name} chỉ giữ chức {title.text} từ {wording.partial(record.start)}"
                f"{really(roster, title, mention.person, article.on)}.",
                severity,
                evidence=title.evidence,
                mention=index,
                person=mention.person,
            )
