"""T005."""

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
    id="T005",
    name="acting-unmarked",
    severity=Severity.ERROR,
    citation="data/leaders.json: tenures (capacity)",
    vi="""Hôm ấy người này mới được giao quyền hoặc phụ trách chức vụ, mà chức danh in ra không có chữ “quyền”, “phụ trách”.

    Trong thời gian đó, ghi chức danh cấp phó mà người ấy vẫn giữ cũng đúng và không bị báo.
    """,
    bad=(
        Example(
            "Sáng 15/4, [[Chủ tịch nước]] Võ Thị Ánh Xuân tiếp Đại sứ.",
            on=date(2024, 4, 16),
            fixed="Sáng 15/4, quyền Chủ tịch nước Võ Thị Ánh Xuân tiếp Đại sứ.",
            severity=Severity.ERROR,
        ),
        Example(
            "Hôm qua, [[Chủ tịch nước]] Võ Thị Ánh Xuân dự lễ.", on=date(2023, 2, 10), severity=Severity.ERROR
        ),
        Example("Ngày 5/10, [[Chủ tịch nước]] Đặng Thị Ngọc Thịnh gửi điện mừng.", on=date(2018, 10, 6)),
    ),
    good=(
        Example(
            "Sáng 15/4, Quyền Chủ tịch nước Võ Thị Ánh Xuân tiếp Đại sứ.", on=date(2024, 4, 16), near=True
        ),
        Example("Sáng 15/4, Phó Chủ tịch nước Võ Thị Ánh Xuân tiếp Đại sứ.", on=date(2024, 4, 16), near=True),
        Example("Phó Chủ tịch nước Võ Thị Ánh Xuân giữ chức quyền Chủ tịch nước.", on=date(2024, 3, 22)),
        Example("Bà Võ Thị Ánh Xuân được phân công làm Chủ tịch nước tạm quyền.", on=date(2024, 3, 22)),
        Example("Năm 2018, Chủ tịch nước Đặng Thị Ngọc Thịnh gửi điện mừng.", on=date(2024, 3, 22)),
    ),
)
def acting_unmarked(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The person only acted in the office on that day, and the title stands without "quyền" or "phụ trách".

    During an acting spell the person's own deputy title is right as well and is never flagged.
    """
    for index, mention, title in judged(article, "acting"):
        record = tenure_of(roster, title, mention.person)
        severity = Severity.ERROR.lowered(title.doubt + unsure(mention, title, roster))
        if record and severity and record.capacity != "full":
            word = "quyền" if record.capacity == "acting" else "phụ trách"
            written = (
                word.capitalize() if f"{word.capitalize()} {title.text}" in article.text.matched else word
            )
            remedies = (
                replace_title(title, f"{written} {title.text}", f"Thêm “{written}”")
                if word == "quyền"
                else ()
            )
            yield Flag(
                title.start,
                title.end,
                f"Ngày {wording.day(article.on)}, {mention.person_name} là {word} {title.text}"
                + (f" (từ {wording.partial(record.start)})." if record.start else "."),
                severity,
                remedies,
                title.evidence,
                index,
                mention.person,
            )
