"""T016."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from leadercheck import wording
from leadercheck.article import Article, Title
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule


@rule(
    id="T016",
    name="two-posts-at-once",
    severity=Severity.WARNING,
    citation="data/leaders.json: tenures",
    default=False,
    vi="""Hai chức vụ, mỗi chức chỉ một người giữ, cùng đứng trước một tên, mà hôm ấy người này chắc chắn chỉ giữ chức thứ hai.

    Hoặc giữa hai chức thiếu một cái tên, hoặc chức thứ nhất sai; chỉ người biên tập mới biết. Không xét hai
    chức do một người kiêm giữ, chức danh đã thôi giữ, câu nói về ngày khác, về thay đổi nhân sự và chức danh
    nằm trong một cụm đứng trước (“sau phần trả lời của …, …”).
    """,
    bad=(
        Example(
            "Sáng 6/5, [[Thủ tướng]], Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ khai mạc.", on=date(2026, 5, 6)
        ),
        Example(
            "Sáng 6/8, [[Chủ tịch nước]], Thủ tướng Phạm Minh Chính dự lễ khai mạc.", on=date(2025, 8, 6)
        ),
        Example(
            "Sáng 6/8, [[Bộ trưởng Bộ Công an]], Bộ trưởng Bộ Quốc phòng Phan Văn Giang dự họp.",
            on=date(2025, 8, 6),
        ),
    ),
    good=(
        Example("Sáng 6/5, Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ khai mạc.", on=date(2026, 5, 6)),
        Example("Sáng 10/5, Tổng Bí thư, Chủ tịch nước Nguyễn Phú Trọng dự lễ.", on=date(2019, 5, 10)),
        Example("Sáng 6/8, Ủy viên Bộ Chính trị, Thủ tướng Phạm Minh Chính dự lễ.", on=date(2025, 8, 6)),
        Example(
            "Sáng 6/5, nguyên Chủ tịch nước, nguyên Thủ tướng Nguyễn Xuân Phúc dự lễ.", on=date(2026, 5, 6)
        ),
        Example(
            "Sáng 6/5, Thủ tướng Lê Minh Hưng, Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.", on=date(2026, 5, 6)
        ),
        Example(
            "Kết luận sau phần trả lời của Bộ trưởng Bộ Y tế, Chủ tịch Quốc hội Trần Thanh Mẫn đề nghị làm rõ.",
            on=date(2025, 8, 6),
            near=True,
        ),
        Example(
            "Tiếp theo báo cáo của Bộ trưởng Bộ Tài chính, Thống đốc Ngân hàng Nhà nước Nguyễn Thị Hồng nêu số liệu.",
            on=date(2025, 8, 6),
            near=True,
        ),
        Example("Năm 2019, Thủ tướng, Chủ tịch Quốc hội Trần Thanh Mẫn đã nêu.", on=date(2026, 5, 6)),
    ),
)
def two_posts_at_once(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """Two offices of one holder each stand before one name, and the person surely held only the second that day.

    Either a name is missing between them or the first is wrong; only a human can tell. Offices held together,
    former titles, other days, frames and titles inside a phrase before ("sau phần trả lời của …, …") are left alone.
    """
    for index, mention in enumerate(article.mentions):
        if mention.person is None or mention.name_start is None or mention.past:
            continue
        before = [t for t in mention.titles if t.end <= mention.name_start]
        for first, second in pairwise(before):
            if (
                first.reason != "ambiguous-owner"
                or second.reason != "held-on-day"
                or not _is_one(second, roster)
            ):
                continue
            if first.modifier or not _is_one(first, roster) or not _opens(before[0], article):
                continue
            answer = roster.held(mention.person, first.positions[0], article.on)
            if answer.answer == "no":
                yield Flag(
                    first.start,
                    first.end,
                    f"Ngày {wording.day(article.on)}, {mention.person_name} là {second.text}, không đồng thời là "
                    f"{first.text}; có thể thiếu tên người giữ chức {first.text}.",
                    Severity.WARNING,
                    evidence=(*second.evidence, *answer.evidence),
                    mention=index,
                    person=mention.person,
                )


def _opens(title: Title, article: Article) -> bool:
    """Whether the title begins a line or sentence or stands behind a stop: not "sau phần trả lời của Bộ trưởng Bộ Y tế, …"."""
    before = article.text.source[max(0, title.start - 8) : title.start].rstrip(" \"“'‘")
    return before[-1:] in ("", "\n", ",", ".", ";", ":", "!", "?")


def _is_one(title: Title, roster: Roster) -> bool:
    return len(title.positions) == 1 and roster.positions[title.positions[0]].exclusive
