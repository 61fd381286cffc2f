"""T008."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from leadercheck.article import Article, Mention
from leadercheck.profile import REQUIRED_IN, Profile
from leadercheck.protocol import said
from leadercheck.register import Position
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.text import fold

_HIGHEST: Final = (
    "tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi", "thuong-truc-ban-bi-thu",
)  # fmt: skip
"""Whose titles are wanted in full where the profile names no positions."""


@rule(
    id="T008",
    name="incomplete-at-first-mention",
    severity=Severity.WARNING,
    citation="house style",
    default=False,
    vi="""Ở lần nhắc đầu tiên sau tít, lãnh đạo chưa được ghi đủ những chức danh mà tòa soạn yêu cầu.

    Khóa `first_mention` trong hồ sơ tòa soạn kể những chức vụ phải ghi đủ; không đặt thì áp dụng cho năm chức
    danh cao nhất. Không đòi ghi chức danh mà chức cao hơn đã bao hàm; không xét lời trích và câu nói về ngày
    khác.
    """,
    bad=(
        Example(
            "Sáng 6/5, [[Thủ tướng Chính phủ Lê Minh Hưng]] dự lễ khai giảng.",
            on=date(2026, 5, 6),
            fixed="Sáng 6/5, Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Minh Hưng dự lễ khai giảng.",
        ),
        Example(
            "Sáng 6/5, [[Chủ tịch Quốc hội Trần Thanh Mẫn]] tiếp đoàn doanh nghiệp.", on=date(2026, 5, 6)
        ),
        Example("Sáng 6/5, đồng chí [[Trần Cẩm Tú]] dự lễ khai giảng.", on=date(2026, 5, 6)),
    ),
    good=(
        Example("Sáng 6/5, Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ khai giảng.", on=date(2026, 5, 6)),
        Example("Sáng 6/5, Bộ trưởng Bộ Công an Lương Tam Quang dự lễ khai giảng.", on=date(2026, 5, 6)),
        Example("Sáng 6/5, nguyên Thủ tướng Chính phủ Phạm Minh Chính dự lễ.", on=date(2026, 5, 6)),
        Example("“Thủ tướng Lê Minh Hưng sẽ dự lễ”, ông Nguyễn Thế Bảy nói.", on=date(2026, 5, 6), near=True),
        Example(
            "Năm 2017, ông Trần Cẩm Tú công tác tại Ủy ban Kiểm tra Trung ương.",
            on=date(2026, 5, 6),
            near=True,
        ),
    ),
)
def incomplete_at_first_mention(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """At the first mention below the headline a leader lacks titles that the newsroom wants spelled out.

    The profile's `first_mention` says by positions whose chains are wanted; without it, those of the five highest
    offices. What a higher title implies is not wanted; quotations and other days are left alone.
    """
    wanted = set(profile.first_mention or _HIGHEST)
    seen: set[str] = set()
    for index, mention in enumerate(article.mentions):
        if (
            mention.person is None
            or mention.name is None
            or mention.status != "linked"
            or mention.person in seen
        ):
            continue
        if mention.zone not in REQUIRED_IN or mention.past:
            continue
        seen.add(mention.person)
        career = roster.career(mention.person, article.on)
        if not wanted & {t.position for t in career.now} or any(
            t.modifier or t.frame for t in mention.titles
        ):
            continue
        printed = {p for title in mention.titles for p in title.positions}
        missing = [
            roster.positions[t.position] for t in said(career, roster.positions) if t.position not in printed
        ]
        if missing:
            yield _flag(index, mention, missing, article, roster)


def _flag(index: int, mention: Mention, missing: list[Position], article: Article, roster: Roster) -> Flag:
    person = mention.person or ""
    full = roster.introduce(person, article.on)
    start, end = mention.name_start or 0, mention.name_end or 0
    before = [t.bare_start for t in mention.titles if t.end <= start and t.reason == "held-on-day"]
    start = min([start, *before])
    whole = fold(mention.name or "") == fold(roster.persons[person].name) and not any(
        t.start >= end for t in mention.titles
    )
    return Flag(
        start,
        end,
        f"Lần đầu nhắc đến còn thiếu {', '.join(p.title for p in missing)}; ghi đủ: “{full}”.",
        Severity.WARNING,
        (Remedy(f"Ghi đủ “{full}”", (Change(start, end, full),)),) if whole else (),
        tuple(t.id for t in roster.tenures(person, article.on) if t.position in {p.id for p in missing}),
        index,
        person,
    )
