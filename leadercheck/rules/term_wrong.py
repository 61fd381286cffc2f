"""T013."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from leadercheck import wording
from leadercheck.article import Article, Title
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.spells import HANDOVER_AFTER_LOOSE

_ASSEMBLY: Final = frozenset({"quoc-hoi", "uy-ban-thuong-vu-quoc-hoi"})
_PARTY: Final = frozenset({"ban-chap-hanh-trung-uong-dang", "bo-chinh-tri", "ban-bi-thu"})
_BEGUN: Final = {
    "assembly": (
        (12, date(2007, 7, 19)),
        (13, date(2011, 7, 21)),
        (14, date(2016, 7, 20)),
        (15, date(2021, 7, 20)),
        (16, date(2026, 4, 6)),
    ),
    "party": (
        (10, date(2006, 4, 25)),
        (11, date(2011, 1, 18)),
        (12, date(2016, 1, 26)),
        (13, date(2021, 1, 30)),
        (14, date(2026, 1, 22)),
    ),
}
"""The first day of each term, as of its first session or of the election at the congress."""
_ELECTED: Final = timedelta(45)
"""So long before its first session members of a term are named as elected to it."""
_LENGTH: Final = timedelta(5 * 366)
"""No term is longer: what follows the last one here is not known."""
_ROMAN: Final = ("x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")


@rule(
    id="T013",
    name="term-wrong",
    severity=Severity.WARNING,
    citation="Quốc hội khóa XVI khai mạc ngày 6/4/2026: https://vnexpress.net/quoc-hoi-du-kien-danh-mot-tuan-lam-cong-tac-"
    "nhan-su-tai-ky-hop-thu-nhat-5045588.html; Trung ương khóa XIV: https://viettimes.vn/danh-sach-19-uy-vien-bo-chinh-tri-"
    "khoa-xiv-post194038.html",
    vi="""Chức vụ đang giữ bị ghi với một khóa, nhiệm kỳ đã hết hoặc chưa bắt đầu.

    Khóa đã hết chỉ bị báo khi người ấy vẫn giữ chính chức vụ đó; với người khác, cách ghi ấy cho biết họ từng
    giữ chức gì. Không xét chức danh đã thôi giữ, câu nói về ngày khác, về thay đổi nhân sự, nhiều khóa ghi
    liền nhau, nhiệm kỳ của địa phương và những ngày giáp ranh hai khóa.
    """,
    bad=(
        Example(
            "Sáng 6/5, [[Ủy viên Bộ Chính trị khóa XIII]] Tô Lâm dự lễ khai mạc.",
            on=date(2026, 5, 6),
            fixed="Sáng 6/5, Ủy viên Bộ Chính trị khóa XIV Tô Lâm dự lễ khai mạc.",
            severity=Severity.WARNING,
        ),
        Example(
            "Chiều 6/5, [[Chủ tịch Quốc hội khóa XV]] Trần Thanh Mẫn tiếp đoàn doanh nghiệp.",
            on=date(2026, 5, 6),
            fixed="Chiều 6/5, Chủ tịch Quốc hội khóa XVI Trần Thanh Mẫn tiếp đoàn doanh nghiệp.",
        ),
        Example(
            "Sáng 6/8, [[Chủ tịch Quốc hội khóa XVI]] Trần Thanh Mẫn tiếp đoàn doanh nghiệp.",
            on=date(2025, 8, 6),
            fixed="Sáng 6/8, Chủ tịch Quốc hội khóa XV Trần Thanh Mẫn tiếp đoàn doanh nghiệp.",
        ),
    ),
    good=(
        Example("Sáng 6/5, Ủy viên Bộ Chính trị khóa XIV Tô Lâm dự lễ khai mạc.", on=date(2026, 5, 6)),
        Example(
            "Sáng 6/5, Ủy viên Bộ Chính trị khóa XII, XIII, XIV Tô Lâm dự lễ khai mạc.", on=date(2026, 5, 6)
        ),
        Example("Năm 2024, Chủ tịch Quốc hội khóa XV Trần Thanh Mẫn đã kết luận.", on=date(2026, 5, 6)),
        Example(
            "Sáng 6/5, nguyên Ủy viên Bộ Chính trị khóa XIII Phạm Minh Chính dự lễ.", on=date(2026, 5, 6)
        ),
        Example("Sáng 6/5, Ủy viên Bộ Chính trị khóa XIII Phạm Minh Chính dự lễ.", on=date(2026, 5, 6)),
        Example(
            "Sáng 7/4, Chủ tịch Quốc hội khóa XV Trần Thanh Mẫn báo cáo trước Quốc hội.", on=date(2026, 4, 8)
        ),
        Example("Cử tri bầu ông Trần Thanh Mẫn làm đại biểu Quốc hội khóa XVI.", on=date(2026, 3, 16)),
        Example(
            "Tổng Bí thư Tô Lâm gặp mặt Ủy viên Trung ương khóa 14 sáng nay.", on=date(2026, 8, 17), near=True
        ),
        Example(
            "Chủ tịch Quốc hội khóa XV Trần Thanh Mẫn tiếp tục được giới thiệu ứng cử khóa XVI.",
            on=date(2026, 2, 20),
            near=True,
        ),
        Example(
            "Tại kỳ họp thứ 9, Quốc hội khóa XV, Chủ tịch Quốc hội đã nêu việc này.", on=date(2026, 5, 6)
        ),
    ),
)
def term_wrong(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A present office is printed with a term that is over or has not begun.

    A term over counts only for somebody who holds the same office still: of others it tells what they were. Former
    titles, other days, frames, several terms in a row, local terms and the days around a boundary are left alone.
    """
    for index, mention in enumerate(article.mentions):
        if mention.name is None or mention.status != "linked":
            continue
        for title in mention.titles:
            if title.term is None or title.modifier or title.frame or not title.term_now:
                continue
            told = (
                _years(title, article.on)
                if "-" in title.term
                else _number(title, _kind(title, roster), article.on)
            )
            if told is not None:
                message, right = told
                yield Flag(
                    title.start,
                    title.end,
                    message,
                    Severity.WARNING,
                    (Remedy(f"Sửa thành “{right}”", (Change(title.bare_start, title.end, right),)),)
                    if right
                    else (),
                    title.evidence,
                    index,
                    mention.person,
                )


def _kind(title: Title, roster: Roster) -> str:
    """Whose terms the title is counted by: "assembly", "party" or "" for local and other bodies."""
    bodies = {roster.positions[p].organisation for p in title.positions} | set(title.organisations)
    if len(title.positions) == 1 and roster.positions[title.positions[0]].place is None:
        return "assembly" if bodies & _ASSEMBLY else "party" if bodies & _PARTY else ""
    return ""


def _number(title: Title, kind: str, on: date) -> tuple[str, str] | None:
    """What to say of a term with a number, and the title with the right one; None where it can be right."""
    term = title.term or ""
    number = int(term) if term.isdecimal() else _ROMAN.index(term) + 10 if term in _ROMAN else 0
    begun = [(n, day) for n, day in _BEGUN.get(kind, ()) if day <= on]
    if not begun or not number:
        return None
    current, since = begun[-1]
    if on > since + _LENGTH:
        return None
    accepted = {current}
    accepted |= {n for n, day in _BEGUN[kind] if on < day <= on + _ELECTED}
    accepted |= {current - 1} if on <= since + HANDOVER_AFTER_LOOSE else set()
    if number in accepted or (number < current and title.reason != "held-on-day"):
        return None
    words = str(current) if term.isdecimal() else _ROMAN[current - 10].upper()
    at = title.text.lower().rindex(term)
    right = title.text[:at] + words + title.text[at + len(term) :]
    body = "Quốc hội" if kind == "assembly" else "Trung ương Đảng"
    message = f"Ngày {wording.day(on)} là {body} khóa {words} (từ ngày {wording.day(since)})"
    return f"{message}, không phải khóa {title.text[at : at + len(term)]}.", right


def _years(title: Title, on: date) -> tuple[str, str] | None:
    """What to say of a term told by its years that was over before the year of the article."""
    first, _, last = (title.term or "").partition("-")
    if title.reason != "held-on-day" or int(first) <= on.year <= int(last):
        return None
    state = "đã kết thúc" if int(last) < on.year else "chưa bắt đầu"
    return f"Nhiệm kỳ {first}-{last} {state} vào ngày {wording.day(on)}.", ""
