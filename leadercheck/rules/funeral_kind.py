"""F005."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.register import first_day
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule

_STATE = ("lễ quốc tang", "quốc tang")
_STATE_LEVEL = ("lễ tang cấp nhà nước",)
_FOUR = ("tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi")
_DECIDED = ("quyết định của Bộ Chính trị", "Bộ Chính trị quyết định")
_LATELY = timedelta(60)
_CHANGED = date(2025, 8, 28)
"""From here those of the four who left for a violation get another kind (Nghị định 237/2025/NĐ-CP)."""


@rule(
    id="F005",
    name="funeral-kind",
    severity=Severity.WARNING,
    default=False,
    citation="Nghị định 105/2012/NĐ-CP (17/12/2012), Điều 5; sửa đổi bởi Nghị định 237/2025/NĐ-CP (8/2025)",
    terms=(*_STATE, *_STATE_LEVEL, *_DECIDED),
    vi="""Hình thức lễ tang không ứng với chức vụ của người đã mất.

    Theo chức vụ, Lễ Quốc tang dành cho người đang giữ hoặc từng giữ một trong bốn chức: Tổng Bí thư, Chủ tịch
    nước, Thủ tướng Chính phủ, Chủ tịch Quốc hội. Bộ Chính trị có thể quyết định Quốc tang cho người khác, nên
    ở đây chỉ đề nghị xem lại; câu nói về chính quyết định ấy không bị báo. Chỉ xét khi trong câu có đúng một
    người qua đời trong vòng 60 ngày; từ 28/8/2025 cũng không xét lễ tang cấp Nhà nước của người từng giữ một
    trong bốn chức, vì quy định mới có trường hợp ngoại lệ.
    """,
    bad=(
        Example(
            "[[Lễ Quốc tang]] nguyên Phó Thủ tướng Lê Văn Thành diễn ra tại Hà Nội.",
            on=date(2023, 8, 24),
            severity=Severity.WARNING,
        ),
        Example(
            "[[Lễ tang cấp Nhà nước]] nguyên Chủ tịch nước Trần Đức Lương bắt đầu sáng nay.",
            on=date(2025, 5, 24),
        ),
        Example(
            "Nhiều đoàn viếng tại [[lễ tang cấp Nhà nước]] Tổng Bí thư Nguyễn Phú Trọng.",
            on=date(2024, 7, 25),
        ),
    ),
    good=(
        Example("Lễ Quốc tang nguyên Chủ tịch nước Trần Đức Lương diễn ra tại Hà Nội.", on=date(2025, 5, 24)),
        Example("Lễ tang cấp Nhà nước Phó Thủ tướng Lê Văn Thành diễn ra sáng nay.", on=date(2023, 8, 24)),
        Example(
            "Thủ tướng Phạm Minh Chính dự Lễ Quốc tang Tổng Bí thư Nguyễn Phú Trọng.", on=date(2024, 7, 25)
        ),
        Example(
            "Lễ Quốc tang Đại tướng Võ Nguyên Giáp, nguyên Phó Thủ tướng, năm 2013.", on=date(2020, 10, 4)
        ),
        Example("Nghị định về Lễ Quốc tang, Lễ tang cấp Nhà nước được ban hành.", on=date(2025, 8, 30)),
    ),
)
def funeral_kind(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The kind of funeral is not that of the offices the dead leader held.

    Lễ Quốc tang is for whoever was General Secretary, President, Prime Minister or Chairman of the Assembly;
    the Politburo may decide it for others, so the message asks to look again, and a sentence that tells of the
    decision is left alone. Only of the one person in the
    sentence who died within sixty days; since 28/8/2025 a state-level funeral of one of the four is left alone.
    """
    decided = {term.sentence for term in article.terms if term.key in _DECIDED}
    for term in article.terms:
        if term.key not in (*_STATE, *_STATE_LEVEL) or term.sentence in decided:
            continue
        dead = {
            m.person: i
            for i, m in enumerate(article.mentions)
            if m.sentence == term.sentence and _died(m.person, article.on, roster)
        }
        if len(dead) != 1:
            continue
        person, index = next(iter(dead.items()))
        held = {s.tenure.position for s in roster.spells_of(person or "")}
        four = bool(held.intersection(_FOUR))
        if not held or (four if term.key in _STATE else not four or article.on >= _CHANGED):
            continue
        name = article.mentions[index].person_name
        yield Flag(
            term.span.start,
            term.span.end,
            f"{name} đã giữ một trong bốn chức vụ được tổ chức Lễ Quốc tang, xem lại hình thức lễ tang."
            if four
            else f"Lễ Quốc tang theo chức vụ không gồm chức vụ của {name}, trừ khi Bộ Chính trị quyết định; xem lại.",
            Severity.WARNING,
            person=person,
        )


def _died(person: str | None, on: date, roster: Roster) -> bool:
    died = roster.persons[person].died if person else None
    return bool(died) and timedelta(0) <= on - first_day(died or "") <= _LATELY
