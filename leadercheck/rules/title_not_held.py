"""T001."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._titles import judged, really, unsure


@rule(
    id="T001",
    name="title-not-held",
    severity=Severity.ERROR,
    citation="data/leaders.json: tenures",
    vi="""Chức danh đứng trước tên chưa bao giờ là của người này, và hôm ấy chắc chắn là của người khác.

    Phải chắc mới báo: hoặc chức vụ chỉ một người giữ và hôm ấy người khác đang giữ, hoặc dữ liệu đã khai đủ
    mọi người giữ chức trong ngày. Không xét câu nói về thay đổi nhân sự (“bầu ông X làm …”), chức danh chỉ
    dùng để nói quan hệ (“phu nhân Chủ tịch nước”), câu nói về ngày khác, chức vụ ở nước ngoài và người chưa
    biết chắc là ai.
    """,
    bad=(
        Example(
            "Sáng 6/5, [[Chủ tịch Quốc hội]] Lê Minh Hưng phát biểu tại hội nghị.",
            on=date(2026, 5, 6),
            severity=Severity.ERROR,
        ),
        Example(
            "Ngày 10/6, [[Bộ trưởng Bộ Y tế]] Trần Hồng Hà chủ trì cuộc họp.",
            on=date(2025, 6, 11),
            severity=Severity.ERROR,
        ),
        Example(
            "Sáng nay, [[Thủ tướng]] Trần Thanh Mẫn tiếp đoàn đại biểu Quốc hội Lào.", on=date(2025, 9, 10)
        ),
        Example("Chiều 12/6, [[Phó Thủ tướng]] Trần Thanh Mẫn kiểm tra công trình.", on=date(2025, 6, 13)),
    ),
    good=(
        Example("Sáng 6/5, Thủ tướng Lê Minh Hưng phát biểu tại hội nghị.", on=date(2026, 5, 6)),
        Example(
            "Sáng 6/5, Thủ tướng, Chủ tịch Quốc hội Trần Thanh Mẫn cùng các đại biểu dự lễ.",
            on=date(2026, 5, 6),
        ),
        Example("Quốc hội bầu ông Lê Minh Hưng làm Chủ tịch Quốc hội.", on=date(2026, 5, 6)),
        Example("Chủ tịch Quốc hội Lào Xaysomphone Phomvihane thăm Việt Nam.", on=date(2025, 9, 10)),
        Example("Phu nhân Chủ tịch Quốc hội, bà Ngô Phương Ly, dự lễ.", on=date(2026, 5, 6)),
        Example("Chủ tịch Hội đồng quản trị FLC Trịnh Văn Quyết bị bắt.", on=date(2026, 5, 6)),
        Example(
            "Thừa ủy quyền của Chủ tịch nước, Đại tướng Phan Văn Giang trao quyết định.",
            on=date(2025, 6, 13),
            near=True,
        ),
        Example(
            "Kết thúc phần trả lời của Bộ trưởng Bộ Y tế, Chủ tịch Quốc hội Trần Thanh Mẫn đề nghị làm rõ.",
            on=date(2025, 6, 13),
            near=True,
        ),
    ),
)
def title_not_held(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The title before the name was never the person's, and on that day it was surely another's.

    "Surely" is earned: the office has one holder and another held it that day, or the register declares
    that it knows all holders of the day. Nothing is said of frames of change ("bầu ông X làm …"), genitives
    ("phu nhân Chủ tịch nước"), other days, foreign offices and persons who are not certain.
    """
    for index, mention, title in judged(article, "never"):
        severity = Severity.ERROR.lowered(title.doubt + unsure(mention, title, roster))
        if severity:
            yield Flag(
                title.start,
                title.end,
                f"{mention.person_name or mention.name} không giữ chức {title.text} vào ngày {wording.day(article.on)}"
                f"{really(roster, title, mention.person, article.on)}.",
                severity,
                evidence=title.evidence,
                mention=index,
                person=mention.person,
            )
