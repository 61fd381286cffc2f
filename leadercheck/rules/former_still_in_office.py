"""T004."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._titles import judged, replace_title, tenure_of, unsure


@rule(
    id="T004",
    name="former-still-in-office",
    severity=Severity.ERROR,
    citation="data/leaders.json: tenures",
    vi="""Ghi “nguyên” hoặc “cựu” trước chức danh mà người này hôm ấy đang giữ và chưa từng thôi.

    Chỉ xét chức danh đứng ngay sau “nguyên”, “cựu”, vì trong một chuỗi chức danh, chữ “nguyên” có thể bao
    trùm cả phần sau. Người từng thôi chức rồi trở lại giữ chức ấy thì vẫn gọi “nguyên” được.
    """,
    bad=(
        Example(
            "Dự lễ có [[nguyên Chủ tịch Quốc hội]] Trần Thanh Mẫn.",
            on=date(2026, 5, 6),
            fixed="Dự lễ có Chủ tịch Quốc hội Trần Thanh Mẫn.",
            severity=Severity.ERROR,
        ),
        Example(
            "[[Cựu Thủ tướng]] Phạm Minh Chính gửi lời chúc mừng.",
            on=date(2025, 9, 2),
            severity=Severity.ERROR,
        ),
        Example("[[Nguyên Tổng Bí thư]] Tô Lâm thăm nhân dân.", on=date(2025, 5, 4), severity=Severity.ERROR),
    ),
    good=(
        Example("Dự lễ có nguyên Chủ tịch Quốc hội Nguyễn Thị Kim Ngân.", on=date(2026, 5, 6)),
        Example("Nguyên Chủ tịch nước Tô Lâm từng nêu vấn đề này.", on=date(2026, 5, 6)),
        Example(
            "Chính quyền và Chủ tịch Quốc hội Trần Thanh Mẫn thống nhất chủ trương.", on=date(2025, 5, 6)
        ),
        Example(
            "Nguyên Ủy viên Bộ Chính trị, Chủ tịch Quốc hội Nguyễn Sinh Hùng dự lễ.",
            on=date(2026, 5, 6),
            near=True,
        ),
        Example("Nguyên Thủ tướng Phạm Minh Chính dự lễ.", on=date(2026, 4, 6)),
        Example("Nguyên Chủ tịch Nguyễn Văn Được phát biểu.", on=date(2025, 6, 6)),
        Example(
            "Ông Lê Trí Thanh - nguyên Phó Bí thư Thành ủy Đà Nẵng, vừa được điều động về Huế - dự lễ.",
            on=date(2026, 7, 26),
            near=True,
        ),
    ),
)
def former_still_in_office(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A modifier ("nguyên", "cựu") stands before a title that the person held on that day and never gave up before.

    Only the title that touches the modifier is looked at: in a chain "nguyên" may govern all that follows.
    A person who held the office twice was a former holder in between and still is one.
    """
    for index, mention, title in judged(article, "still"):
        record = tenure_of(roster, title, mention.person)
        severity = Severity.ERROR.lowered(title.doubt + unsure(mention, title, roster))
        if record and record.start and severity:
            yield Flag(
                title.start,
                title.end,
                f"{mention.person_name} đang giữ chức {title.text} (từ {wording.partial(record.start)}), "
                f"không dùng “{title.modifier}”.",
                severity,
                replace_title(title, title.text, f"Bỏ “{title.modifier}”"),
                title.evidence,
                index,
                mention.person,
            )
