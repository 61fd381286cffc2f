"""T010."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from leadercheck import wording
from leadercheck.article import Article, Mention, Title
from leadercheck.profile import Profile
from leadercheck.register import Organisation, first_day, types_on
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._usage import city_word
from leadercheck.spells import HANDOVER_AFTER, HANDOVER_BEFORE
from leadercheck.text import fold
from leadercheck.titles import CITY_COMMITTEE, DISTRICTS_ENDED
from leadercheck.verdicts import stale

_PROVINCE: Final = "tỉnh"
_CITY: Final = "thành phố trực thuộc trung ương"
_PROVINCE_COMMITTEE: Final = "tinh-uy"
_COUNCILS: Final = frozenset({"uy-ban-nhan-dan", "hoi-dong-nhan-dan"})
_SETTLED: Final = timedelta(180)
"""So long after a province has become a city its old type is at most a warning."""
_DISTRICTS: Final = ("huyện", "quận", "thị xã", "tx", "thị trấn", "thành phố", "tp")
_CITIES: Final = ("thành phố", "tp", "thành ủy")
"""Printed without a name these are cities that were named before."""
_DISTRICT_COMMITTEES: Final = ("huyện ủy", "quận ủy", "thị ủy", "thành ủy")
_SLIPS: Final = {
    "phó chủ nước": "Phó Chủ tịch nước",
    "phó tịch nước": "Phó Chủ tịch nước",
    "phó chủ quốc hội": "Phó Chủ tịch Quốc hội",
    "phó thủ chính phủ": "Phó Thủ tướng Chính phủ",
    "thứ trưởng chính phủ": "Phó Thủ tướng Chính phủ",
    "thứ trưởng thủ tướng": "Phó Thủ tướng",
}
"""Words that name no office of this or any state, and the office they are a slip for."""


@rule(
    id="T010",
    name="no-such-position",
    severity=Severity.ERROR,
    citation="data/leaders.json: organisations; Nghị quyết 202/2025/QH15 (12/6/2025); "
    "Nghị quyết 203/2025/QH15 (16/6/2025)",
    terms=tuple(_SLIPS),
    vi="""Chức danh không có thật: sai loại tỉnh hay thành phố, không còn cấp ấy, hoặc sai chữ.

    Tỉnh không phải thành phố, thành phố không phải tỉnh, xét theo từng ngày: Huế là thành phố từ 1/1/2025,
    Đồng Nai từ 30/4/2026, Quảng Ninh từ 1/9/2026, Bắc Ninh từ 20/9/2026. Từ 1/7/2025 không còn cấp huyện và
    thành phố thuộc tỉnh; trước ngày ấy “Thành ủy Thanh Hóa” là của thành phố thuộc tỉnh nên không bị báo.
    Không xét chức danh đã thôi giữ, câu nói về ngày khác, về thay đổi nhân sự và cơ quan nước ngoài.
    """,
    bad=(
        Example(
            "Sáng 6/8, [[Chủ tịch UBND tỉnh Hải Phòng]] Lê Ngọc Châu kiểm tra công trường.",
            on=date(2025, 8, 6),
            fixed="Sáng 6/8, Chủ tịch UBND TP Hải Phòng Lê Ngọc Châu kiểm tra công trường.",
            severity=Severity.ERROR,
        ),
        Example(
            "Sáng 6/5, [[Bí thư Thành ủy Quảng Trị]] Nguyễn Văn Phương dự lễ.",
            on=date(2026, 5, 6),
            fixed="Sáng 6/5, Bí thư Tỉnh ủy Quảng Trị Nguyễn Văn Phương dự lễ.",
            severity=Severity.ERROR,
        ),
        Example(
            "Ông Nguyễn Thế Hồng, [[Chủ tịch UBND huyện Gia Lâm]], cho biết sáng nay.",
            on=date(2025, 9, 6),
            severity=Severity.ERROR,
        ),
        Example(
            "Chiều 6/5, [[Phó Chủ nước]] Võ Thị Ánh Xuân tiếp đoàn người có công.",
            on=date(2026, 5, 6),
            fixed="Chiều 6/5, Phó Chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn người có công.",
            severity=Severity.ERROR,
        ),
    ),
    good=(
        Example("Sáng 6/8, Chủ tịch UBND thành phố Hải Phòng Lê Ngọc Châu kiểm tra.", on=date(2025, 8, 6)),
        Example("Sáng 3/6, Bí thư Thành ủy Thanh Hóa Lê Thế Hồng tiếp dân.", on=date(2025, 6, 3)),
        Example("Sáng 6/8, nguyên Bí thư Huyện ủy Gia Lâm Lê Thế Hồng thăm trường.", on=date(2025, 8, 6)),
        Example("Năm 2003, Bí thư Tỉnh ủy Cần Thơ Nguyễn Phong Quang dự lễ.", on=date(2025, 8, 6)),
        Example("Sáng 2/5, Bí thư Tỉnh ủy Đồng Nai Vũ Hồng Văn dự lễ.", on=date(2026, 5, 2)),
        Example("Năm 2019, Chủ tịch UBND huyện Gia Lâm Lê Thế Hồng ký văn bản.", on=date(2025, 8, 6)),
        Example(
            "Văn phòng UBND TP.HCM truyền đạt ý kiến của Phó Chủ tịch UBND TP Bùi Xuân Cường về tuyến metro.",
            on=date(2025, 9, 5),
            near=True,
        ),
        Example(
            "Trong thời gian giữ các cương vị Phó Chủ tịch tỉnh, Bí thư Huyện ủy Nhơn Trạch, bà Lê Hồng Sáu đã ký.",
            on=date(2025, 9, 5),
            near=True,
        ),
        Example("Chủ tịch UBND xã Gia Lâm Lê Thế Hồng cho biết sáng nay.", on=date(2025, 8, 6)),
    ),
)
def no_such_position(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The title names an office that does not exist: the type of the place is wrong, or there is no such level or word.

    A province is no city and a city no province, each by its type of the day: Huế is a city from 1/1/2025, Đồng Nai
    from 30/4/2026, Quảng Ninh from 1/9/2026, Bắc Ninh from 20/9/2026. From 1/7/2025 there are no districts and no
    cities within provinces; before, "Thành ủy Thanh Hóa" was one of these, and nothing is said. Former titles,
    other days, frames and foreign bodies are left alone.
    """
    for index, mention in enumerate(article.mentions):
        if mention.status == "foreign":
            continue
        for title in mention.titles:
            place = roster.organisations.get(title.place or "")
            yield from (
                _mistyped(title, place, index, mention, article, roster)
                if place
                else _district(title, index, mention, article)
            )
    for term in article.terms:
        if term.key in _SLIPS:
            right = _SLIPS[term.key]
            start, end = term.span.start, term.span.end
            yield Flag(
                start,
                end,
                f"Không có chức danh “{term.text}”; chức danh gần nhất là “{right}”.",
                Severity.ERROR,
                (Remedy(f"Sửa thành “{right}”", (Change(start, end, right),)),),
            )


def _mistyped(
    title: Title, place: Organisation, index: int, mention: Mention, article: Article, roster: Roster
) -> Iterator[Flag]:
    printed = _printed(title)
    on = article.on
    types = types_on(place, on)
    if not printed or not types or printed in types:
        return
    told = bool(title.modifier or title.frame or mention.past)
    ever = [life for life in place.lives if life.type == printed]
    if told and (ever or printed == _CITY):
        return
    if printed == _CITY and on < DISTRICTS_ENDED + HANDOVER_AFTER:
        return
    if printed in types_on(place, on - HANDOVER_AFTER) | types_on(place, on + HANDOVER_BEFORE):
        return
    right = next(iter(types))
    now = next(life for life in place.lives if life.type == right and right in types_on(place, on))
    since = max((first_day(life.valid_until) for life in ever if life.valid_until), default=None)
    unsettled = bool(since and timedelta(0) <= on - since < _SETTLED)
    loudest = Severity.WARNING if unsettled or now.confidence != "high" or told else Severity.ERROR
    # A later resolution may have made a city of a province.
    aged = stale(on, roster.as_of) if printed == _CITY and on > roster.as_of else 0
    severity = loudest.lowered(aged)
    if severity is None:
        return
    name = place.name.removeprefix("Thành phố ")
    yield Flag(
        title.start,
        title.end,
        f"{name} là {right}"
        + (f" từ ngày {wording.day(since)}" if since and since <= on else "")
        + f", không phải {'tỉnh' if printed == _PROVINCE else 'thành phố'}.",
        severity,
        _retyped(title, right, article.text.matched),
        (place.id,),
        index,
        mention.person,
    )


def _printed(title: Title) -> str:
    """The type of place that a title prints, in its words or by the name of its committee."""
    words = {_PROVINCE: _PROVINCE, "thành phố": _CITY, "tp": _CITY}
    committees = {_PROVINCE_COMMITTEE: _PROVINCE, CITY_COMMITTEE: _CITY}
    by_committee = {committees[o] for o in title.organisations if o in committees}
    return words.get(title.place_type) or (by_committee.pop() if len(by_committee) == 1 else "")


def _retyped(title: Title, right: str, text_of_article: str) -> tuple[Remedy, ...]:
    """The title with the other type of place, where exactly one word has to change; "TP" where the article writes so."""
    pairs = (("tỉnh", "thành phố"), ("Tỉnh ủy", "Thành ủy"), ("Tỉnh uỷ", "Thành uỷ"))
    swaps = pairs if right == _CITY else (*tuple((b, a) for a, b in pairs), ("TP", "tỉnh"))
    found = [(a, b) for a, b in swaps if title.text.count(f" {a} ") == 1]
    if len(found) != 1:
        return ()
    old, new = found[0]
    word = city_word(text_of_article, title.text) if new == "thành phố" else f"{new} "
    text = title.text.replace(f" {old} ", f" {word}")
    return (Remedy(f"Sửa thành “{text}”", (Change(title.bare_start, title.end, text),)),)


def _district(title: Title, index: int, mention: Mention, article: Article) -> Iterator[Flag]:
    level = title.place_type
    if mention.name is None:
        return
    if article.on < DISTRICTS_ENDED + HANDOVER_AFTER or title.modifier or title.frame or mention.past:
        return
    if level not in _DISTRICT_COMMITTEES and not (
        level in _DISTRICTS and _COUNCILS.intersection(title.organisations)
    ):
        return
    if level in _CITIES and fold(title.text).endswith(level):
        return
    loudest = Severity.ERROR if mention.now else Severity.WARNING if mention.running else Severity.NOTE
    severity = loudest.lowered(int(mention.crime))
    if severity is None:
        return
    yield Flag(
        title.start,
        title.end,
        f"Từ ngày {wording.day(DISTRICTS_ENDED)} không còn cấp huyện (huyện, quận, thị xã, thành phố thuộc tỉnh), "
        f"nên không còn chức danh {title.text}.",
        severity,
        mention=index,
        person=mention.person,
    )
