"""T015."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article, Title
from leadercheck.profile import Profile
from leadercheck.register import Tenure
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.spells import HANDOVER_AFTER_LOOSE, HANDOVER_BEFORE


@rule(
    id="T015",
    name="held-by-another",
    severity=Severity.NOTE,
    citation="data/leaders.json: tenures",
    vi="""Chức vụ chỉ do một người giữ mà đứng cạnh một tên không có trong dữ liệu.

    Hoặc dữ liệu thiếu một thay đổi nhân sự, hoặc tên bị sai: phải có người xem, nên chỉ là lưu ý. Không xét
    những ngày bàn giao, chức danh đã thôi giữ, câu nói về ngày khác, về thay đổi nhân sự và chức vụ nước
    ngoài; tên chỉ lệch chút ít so với tên người giữ chức thì thuộc N001.
    """,
    bad=(
        Example(
            "Sáng 6/5, [[Chủ tịch Quốc hội]] Trịnh Thế Bảy phát biểu khai mạc.",
            on=date(2026, 5, 6),
            severity=Severity.NOTE,
        ),
        Example("Chiều 6/8, [[Bộ trưởng Bộ Công an]] Quách Hồng Sáu làm việc với tỉnh.", on=date(2025, 8, 6)),
        Example(
            "Ông Quách Hồng Sáu, [[Chủ tịch UBND TP Hà Nội]], kiểm tra tuyến đường sáng nay.",
            on=date(2025, 8, 6),
        ),
    ),
    good=(
        Example("Sáng 6/5, Chủ tịch Quốc hội Trần Thanh Mẫn phát biểu khai mạc.", on=date(2026, 5, 6)),
        Example("Sáng 6/5, Thủ tướng Quách Hồng Sáu phát biểu tại Viêng Chăn.", on=date(1988, 5, 6)),
        Example("Chủ tịch Quốc hội Lào Quách Hồng Sáu thăm Việt Nam.", on=date(2025, 8, 6)),
        Example("Thư ký Chủ tịch Quốc hội Quách Hồng Sáu dự họp.", on=date(2025, 8, 6)),
        Example("Nguyên Bộ trưởng Bộ Công an Quách Hồng Sáu dự lễ.", on=date(2025, 8, 6)),
        Example("Năm 2019, Bộ trưởng Bộ Công an Quách Hồng Sáu ký văn bản.", on=date(2025, 8, 6)),
        Example(
            "Về vụ Trịnh Thế Bảy, Tổng Bí thư nhấn mạnh phải làm đến cùng.", on=date(2017, 6, 23), near=True
        ),
        Example("Thủ tướng: Sơn Trà phải giữ được màu xanh", on=date(2017, 6, 27), near=True),
        Example("Chiều 9/4, Chủ tịch nước Quách Hồng Sáu tiếp khách.", on=date(2026, 4, 9)),
    ),
)
def held_by_another(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """An office that one person holds stands beside a name that the register does not know.

    Either the register lacks a change or the name is wrong: a note for a human. Hand-over windows, former titles,
    other days, frames and foreign offices are left alone; where the name is a slip for the holder's, N001 speaks.
    """
    for index, mention in enumerate(article.mentions):
        if mention.status != "unknown" or mention.name is None or mention.past or " " not in mention.name:
            continue
        for title in mention.titles:
            if len(title.positions) != 1 or title.modifier or title.frame or title.open or title.shared:
                continue
            record = _holder(title, roster, article.on)
            if record is None:
                continue
            yield Flag(
                title.start,
                title.end,
                f"{roster.positions[record.position].title} ngày {wording.day(article.on)} là "
                f"{wording.holder(record, roster)}; dữ liệu không có {mention.name}.",
                Severity.NOTE,
                evidence=(record.id,),
                mention=index,
            )


def _holder(title: Title, roster: Roster, on: date) -> Tenure | None:
    """The full holder known to the day, around the day; None where the office is not of one person."""
    if not roster.positions[title.positions[0]].exclusive:
        return None
    return next(
        (
            s.tenure
            for s in roster.spells_in(title.positions[0])
            if s.exact
            and s.tenure.capacity == "full"
            and s.tenure.confidence != "low"
            and s.at(on - HANDOVER_AFTER_LOOSE) == s.at(on) == s.at(on + HANDOVER_BEFORE) == "yes"
        ),
        None,
    )
