"""O002."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from leadercheck import wording
from leadercheck.article import Article, Attendance, Title
from leadercheck.precedence import members
from leadercheck.profile import Profile
from leadercheck.register import Precedence
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._lists import in_order, reordered

_Range: TypeAlias = tuple[int, int]
_HERE = ""
"""A province that the title does not name: the one of the list."""


@rule(
    id="O002",
    name="list-inverted-local",
    severity=Severity.WARNING,
    citation="data/leaders.json: precedences (cấp tỉnh, thông lệ quan sát); Hướng dẫn 112-HD/BTGTU (Đắk Lắk, 5/2020)",
    vi="""Danh sách đại biểu ghi một chức danh cấp tỉnh sau chức danh thấp hơn của cùng tỉnh.

    Xếp theo chức danh in trong bài, ai giữ cũng vậy: Bí thư, Phó Bí thư Thường trực, Chủ tịch HĐND và Chủ
    tịch UBND, rồi các cấp phó khác. Các tỉnh khác nhau không so với nhau; không xét các nguyên lãnh đạo, chức
    danh ngang hàng, chức danh ở Trung ương và lời trích. Đây là thông lệ quan sát được; văn bản duy nhất ghi
    thứ tự này chỉ có hiệu lực ở nơi ban hành.
    """,
    bad=(
        Example(
            "Tham dự có [[Chủ tịch UBND tỉnh Lê Văn An; Bí thư Tỉnh ủy Trần Văn Bình; Phó Chủ tịch UBND tỉnh "
            "Đỗ Văn Cường]].",
            on=date(2025, 9, 29),
            fixed="Tham dự có Bí thư Tỉnh ủy Trần Văn Bình; Chủ tịch UBND tỉnh Lê Văn An; Phó Chủ tịch UBND tỉnh "
            "Đỗ Văn Cường.",
            severity=Severity.WARNING,
        ),
        Example(
            "Dự hội nghị có các đồng chí: [[Lê Văn An, Phó Chủ tịch UBND tỉnh; Trần Văn Bình, Chủ tịch HĐND tỉnh; "
            "Đỗ Văn Cường, Phó Chủ tịch HĐND tỉnh]].",
            on=date(2025, 9, 29),
        ),
        Example(
            "Cùng dự có [[Phó Chủ tịch HĐND tỉnh Lê Văn An, Phó Chủ tịch UBND tỉnh Trần Văn Bình, Phó Bí thư Thường "
            "trực Tỉnh ủy Đỗ Văn Cường]].",
            on=date(2025, 9, 29),
        ),
    ),
    good=(
        Example(
            "Tham dự có Bí thư Tỉnh ủy Trần Văn Bình; Chủ tịch HĐND tỉnh Vũ Văn Dân; Chủ tịch UBND tỉnh Lê Văn An.",
            on=date(2025, 9, 29),
        ),
        Example(
            "Dự lễ có Phó Chủ tịch UBND TP Hà Nội Lê Văn An, Chủ tịch UBND tỉnh Phú Thọ Trần Văn Bình, Bí thư Tỉnh "
            "ủy Lào Cai Đỗ Văn Cường.",
            on=date(2025, 9, 29),
        ),
        Example(
            "Dự lễ có Phó Chủ tịch HĐND tỉnh Vũ Văn Dân, Phó Chủ tịch UBND tỉnh Lê Văn An, Phó Chủ tịch HĐND tỉnh "
            "Đỗ Văn Cường.",
            on=date(2025, 9, 29),
            near=True,
        ),
        Example(
            "Tham dự có Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lê Văn An; Phó Bí thư Tỉnh ủy Vũ Văn Dân; nguyên Bí "
            "thư Tỉnh ủy Trần Văn Bình.",
            on=date(2025, 9, 29),
            near=True,
        ),
        Example(
            "Chủ tịch UBND tỉnh Lê Văn An phát biểu, Bí thư Tỉnh ủy Trần Văn Bình kết luận, Chủ tịch HĐND tỉnh Vũ "
            "Văn Dân trao quà.",
            on=date(2025, 9, 29),
        ),
        Example(
            "Tham dự có Bí thư Huyện ủy Lê Văn An; Chủ tịch UBND xã Trần Văn Bình; Bí thư Đảng ủy xã Vũ Văn Dân.",
            on=date(2025, 9, 29),
        ),
    ),
)
def list_inverted_local(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """An attendance list prints a provincial office behind a lower one of the same province.

    Ranks are those of the printed offices, whoever holds them: the Party secretary, the standing deputy
    secretary, the chairs of the people's council and committee, the other deputies. Several provinces are not
    compared with each other; former leaders, ties, offices of the centre and quotations are left alone.
    Source: an observed order; the one written rule behind it binds where it was issued only.
    """
    scheme = roster.precedence(article.on, "province")
    if scheme is None:
        return
    for attendance in article.lists:
        if any(article.mentions[i].quoted for i in attendance.items):
            continue
        groups = ranked(article, attendance, roster)
        for items in groups:
            inverted = next(
                ((a, b) for at, a in enumerate(items) for b in items[at + 1 :] if a[0][0] > b[0][1]), None
            )
            if inverted is None:
                continue
            one, other = (article.mentions[i] for _, i in inverted)
            printed = [i for _, i in items]
            sorted_items = in_order(items, lambda a, b: a[0][0] > b[0][1], lambda item: item[0][::-1])
            ordered = [i for _, i in sorted_items]
            yield Flag(
                attendance.start,
                attendance.end,
                f"{other.name} ({_title(other.titles)}) đứng sau {one.name} ({_title(one.titles)}); thứ tự thường in ở "
                f"cấp tỉnh: {wording.listed([f'{_title(m.titles)} {m.name}' for m in map(article.mentions.__getitem__, ordered)])}.",
                Severity.WARNING,
                reordered(article, printed, ordered),
                (scheme.id,),
                inverted[0][1],
                other.person,
            )
            break


@lru_cache(maxsize=8)
def _groups(roster: Roster, scheme: Precedence) -> Mapping[str, int]:
    """The group of each position in the order, the first where a position fits several patterns."""
    found: dict[str, int] = {}
    for group, patterns in enumerate(scheme.groups):
        for pattern in patterns:
            for ident in members(pattern, roster.positions):
                found.setdefault(ident, group)
    return found


def _title(titles: tuple[Title, ...]) -> str:
    return ", ".join(t.text for t in titles)


def ranked(article: Article, attendance: Attendance, roster: Roster) -> list[list[tuple[_Range, int]]]:
    """(range of ranks, mention) of the items with a provincial office, province by province."""
    scheme = roster.precedence(article.on, "province")
    groups = _groups(roster, scheme) if scheme else {}
    found: dict[str, list[tuple[_Range, int]]] = {}
    for index in attendance.items:
        mention = article.mentions[index]
        if mention.status == "foreign" or any(t.modifier for t in mention.titles):
            continue
        asked = (
            _office(t, roster, groups) for t in mention.titles if not t.frame and t.start >= mention.start
        )
        offices = [office for office in asked if office]
        if offices:
            place = next((p for p, _ in offices if p), _HERE)
            rank = min(r[0] for _, r in offices), min(r[1] for _, r in offices)
            found.setdefault(place, []).append((rank, index))
    named = [place for place in found if place != _HERE]
    if len(named) == 1 and _HERE in found:
        return [sorted(found[named[0]] + found[_HERE], key=lambda item: item[1])]
    return [items for place, items in found.items() if place != _HERE or not named]


def _office(title: Title, roster: Roster, groups: Mapping[str, int]) -> tuple[str, _Range] | None:
    """The province of a title and where it may stand in the order: a plain deputy may be the standing one."""
    places = {roster.positions[p].place for p in title.positions}
    ranks = [groups.get(p, -1) for p in title.positions]
    if not ranks or None in places or min(ranks) < 0 or (title.open and not title.place):
        return None
    return (places.pop() or _HERE) if len(places) == 1 else _HERE, (min(ranks), max(ranks))
