"""T014."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from leadercheck.article import Article, Mention, Title
from leadercheck.profile import Profile
from leadercheck.register import Position
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule

_COMMITTEES: Final = frozenset({"tinh-uy", "thanh-uy"})


@rule(
    id="T014",
    name="chain-order",
    severity=Severity.WARNING,
    citation="house style",
    default=False,
    vi="""Trong một chuỗi chức danh, chức danh của Nhà nước đứng trước chức danh của Đảng.

    Đây là thông lệ của báo Đảng, không có quy định thành văn. Chức danh Nhà nước hoặc Mặt trận ở Trung ương
    có thể đứng trước chức danh Đảng ở địa phương; “Tổng Bí thư, Chủ tịch nước” là một cụm đọc liền. Chức danh
    trước tên và sau tên là hai chuỗi riêng; chuỗi nào có chức danh không chắc là của người ấy thì có thể nói
    về hai người, nên không xét.
    """,
    bad=(
        Example(
            "Sáng 6/5, [[Thủ tướng Chính phủ, Ủy viên Bộ Chính trị]] Lê Minh Hưng dự lễ.",
            on=date(2026, 5, 6),
            fixed="Sáng 6/5, Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Minh Hưng dự lễ.",
        ),
        Example(
            "Sáng 6/5, đồng chí Lương Tam Quang, [[Bộ trưởng Bộ Công an, Ủy viên Bộ Chính trị]], dự lễ.",
            on=date(2026, 5, 6),
            fixed="Sáng 6/5, đồng chí Lương Tam Quang, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an, dự lễ.",
        ),
        Example(
            "Sáng 6/8, ông Lê Ngọc Châu, [[Chủ tịch UBND thành phố Hải Phòng, Phó Bí thư Thành ủy Hải Phòng]], dự lễ.",
            on=date(2025, 8, 6),
        ),
    ),
    good=(
        Example(
            "Sáng 6/5, Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Minh Hưng dự lễ.", on=date(2026, 5, 6)
        ),
        Example(
            "Sáng 6/5, Tổng Bí thư, Chủ tịch nước, Bí thư Quân ủy Trung ương Tô Lâm thăm đơn vị.",
            on=date(2026, 5, 6),
        ),
        Example(
            "Dự có Chủ tịch Ủy ban Trung ương MTTQ Việt Nam, Bí thư Thành ủy TP.HCM Nguyễn Thiện Nhân.",
            on=date(2017, 6, 1),
            near=True,
        ),
        Example(
            "Ông Lê Minh Trí, Ủy viên Trung ương Đảng, Viện trưởng VKSND tối cao, Ủy viên Ban Chỉ đạo, dự họp.",
            on=date(2017, 6, 1),
            near=True,
        ),
        Example("Sáng 6/5, Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ.", on=date(2026, 5, 6)),
        Example(
            "Sáng 6/5, Thủ tướng, Ủy viên Bộ Chính trị Trần Cẩm Tú cùng các đại biểu dự lễ.",
            on=date(2026, 5, 6),
        ),
        Example("Thủ tướng Chính phủ Lê Minh Hưng, Ủy viên Bộ Chính trị, dự lễ.", on=date(2026, 5, 6)),
        Example(
            "Sáng 6/5, nguyên Thủ tướng, nguyên Ủy viên Bộ Chính trị Phạm Minh Chính dự lễ.",
            on=date(2026, 5, 6),
        ),
    ),
)
def chain_order(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """In a chain of titles an office of the State stands before one of the Party.

    Practice of the Party's press, no written rule. A central office of the State or the Front may stand before a
    local one of the Party, and "Tổng Bí thư, Chủ tịch nước" is said in one breath. Titles on both sides of the name are two chains; a chain in which
    one title is not surely the person's may be two persons, and nothing is said.
    """
    for index, mention in enumerate(article.mentions):
        if mention.name_start is None or mention.status != "linked":
            continue
        for chain in _chains(mention):
            late = [t for n, t in enumerate(chain) if any(_is_above(t, other, roster) for other in chain[:n])]
            if not late:
                continue
            first = min(n for n, t in enumerate(chain) if any(_is_above(other, t, roster) for other in late))
            ordered = (*chain[:first], *late, *(t for t in chain[first:] if t not in late))
            start, end = chain[0].start, chain[-1].end
            right = ", ".join(t.text for t in ordered)
            yield Flag(
                start,
                end,
                f"Chức danh của Đảng đứng trước chức danh của Nhà nước: “{right}”.",
                Severity.WARNING,
                (Remedy(f"Sửa thành “{right}”", (Change(start, end, right),)),),
                tuple(dict.fromkeys(e for t in chain for e in t.evidence)),
                index,
                mention.person,
            )


def _chains(mention: Mention) -> Iterator[Sequence[Title]]:
    """The titles before the name and those behind it, where all are surely held."""
    before = [t for t in mention.titles if t.end <= (mention.name_start or 0)]
    for chain in (before, [t for t in mention.titles if t not in before]):
        sure = all(t.reason == "held-on-day" and not (t.frame or t.shared or t.open) for t in chain)
        if len(chain) > 1 and sure:
            yield chain


def _is_above(party: Title, state: Title, roster: Roster) -> bool:
    """Whether one is a Party title of the centre and the other of the State, or both are of one province.

    The President who leads the Party too is named with both in one breath.
    """
    ours, theirs = (_first(t, roster) for t in (party, state))
    if _is_party(theirs) or not _is_party(ours) or theirs.id == "chu-tich-nuoc":
        return False
    return ours.level == "central_party" or ours.place == theirs.place


def _first(title: Title, roster: Roster) -> Position:
    return roster.positions[title.positions[0]]


def _is_party(record: Position) -> bool:
    return record.level == "central_party" or record.organisation in _COMMITTEES
