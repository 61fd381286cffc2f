"""N001."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from leadercheck import wording
from leadercheck.article import Article, Mention, Title
from leadercheck.names import DEPARTURES, LETTER, OTHER, SURNAME, departure
from leadercheck.profile import Profile
from leadercheck.register import Tenure
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._names import ONE, Introduced, holds_both, introduced, surely_held
from leadercheck.text import fold

_LOUDEST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_SYLLABLE: Final = 12
"""Code points that hold a syllable and its blank."""


@rule(
    id="N001",
    name="name-misspelt",
    severity=Severity.ERROR,
    citation="data/leaders.json: persons, tenures",
    vi="""Tên không có trong dữ liệu đứng cạnh một chức vụ và chỉ lệch chút ít so với tên người giữ chức vụ ấy.

    Chỉ xét khi dữ liệu ghi rõ đến từng ngày ai giữ chức, không có người nào đã biết mang đúng tên ấy, và hai
    tên chỉ khác nhau một tiếng (sai, thiếu, lặp) hoặc đổi chỗ hai tiếng. Với chức vụ nhiều người cùng giữ,
    đây là cảnh báo nếu dữ liệu có đủ mọi người (Phó Thủ tướng, Phó Chủ tịch Quốc hội), nếu một câu khác của bài
    in đúng tên ấy với chức vụ ấy, nếu hai chức danh in ra đều là của người ấy, hoặc chữ in ra không thể là tên
    người (“Dũg”, “Nguyến”); ngoài ra chỉ là lưu ý, không kèm cách sửa. Không xét tin vụ án; mất
    dấu thuộc N002, tên dính chữ hay đứt đoạn thuộc N004. Các kiểu sai lấy từ những lời đính chính trên báo,
    đài (“Thủ tướng Nguyễn Minh Chính”, VTV, 4/7/2025).
    """,
    bad=(
        Example(
            "Sáng nay, Thủ tướng [[Nguyễn Minh Chính]] chủ trì hội nghị.",
            on=date(2025, 7, 4),
            fixed="Sáng nay, Thủ tướng Phạm Minh Chính chủ trì hội nghị.",
            severity=Severity.ERROR,
        ),
        Example(
            "Chủ tịch Quốc hội [[Trần Thanh Mẩn]] phát biểu.",
            on=date(2025, 7, 4),
            fixed="Chủ tịch Quốc hội Trần Thanh Mẫn phát biểu.",
        ),
        Example("Thủ tướng [[Lê Hưng Minh]] kiểm tra tiến độ.", on=date(2026, 5, 6)),
        Example("Bộ trưởng Bộ Quốc phòng [[Phan Văn Gian]] dự lễ.", on=date(2025, 5, 6)),
        Example(
            "Sáng 27/5, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Ngoại giao [[Lê Trung]] dự hội nghị.",
            on=date(2026, 5, 27),
            severity=Severity.ERROR,
        ),
        Example(
            "Phó Thủ tướng [[Nguyễb Hòa Bình]] thăm hỏi bà con.",
            on=date(2025, 11, 6),
            fixed="Phó Thủ tướng Nguyễn Hòa Bình thăm hỏi bà con.",
            severity=Severity.WARNING,
        ),
        Example(
            "Thứ trưởng Bộ Y tế [[Đỗ Xuânn Tuyên]] nhấn mạnh.",
            on=date(2025, 8, 21),
            severity=Severity.WARNING,
        ),
        Example(
            "Thứ trưởng Bộ Y tế [[Đỗ Xuận Tuyên]] nhấn mạnh.", on=date(2025, 8, 21), severity=Severity.NOTE
        ),
        Example(
            "Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên dự lễ. Sau đó, Thứ trưởng [[Đỗ Xuận Tuyên]] nhấn mạnh.",
            on=date(2025, 8, 21),
            fixed="Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên dự lễ. Sau đó, Thứ trưởng Đỗ Xuân Tuyên nhấn mạnh.",
            severity=Severity.WARNING,
        ),
    ),
    good=(
        Example("Sáng nay, Thủ tướng Phạm Minh Chính chủ trì hội nghị.", on=date(2025, 7, 4)),
        Example("Thủ tướng Campuchia Hun Manet thăm Việt Nam.", on=date(2025, 7, 4)),
        Example("Bí thư Tỉnh ủy Hòa Bình Nguyễn Phi Long dự lễ.", on=date(2024, 7, 4), near=True),
        Example("Chủ tịch UBND tỉnh Tiền Giang Lê Văn Hưởng phát biểu.", on=date(2017, 7, 4), near=True),
        Example("Chủ tịch Quốc hội Trần Thanh Mẫn thăm tỉnh Lâm Đồng.", on=date(2025, 7, 4)),
        Example("Thứ trưởng Bộ Y tế Đỗ Minh Tuyên nhấn mạnh.", on=date(2025, 8, 21)),
        Example("Phó Thủ tướng Lào Nguyễb Hòa Bình phát biểu.", on=date(2025, 11, 6)),
        Example("Chủ tịch công ty Phạm Minh Chinh bị khởi tố.", on=date(2025, 7, 4)),
        Example("Năm 1990, Thủ tướng Lê Minh Hùng của vở kịch bước ra.", on=date(2026, 5, 6)),
    ),
)
def name_misspelt(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """An unknown name stands with an office and nearly is the name of its holder.

    The office must be held to the day; no known person may bear the printed name; one syllable may differ,
    be missing, be doubled, or two may have changed places. Beside an office of several it is a warning where all
    of them are known (deputy prime ministers, vice chairs of the National Assembly), another sentence has the right
    name with that office, two of the titles printed are that person's, or nobody can be called what is printed ("Dũg",
    "Nguyến"); else a note without a fix. Crime news is left alone; lost marks and glued
    or broken names are told by N002 and N004.
    Source of the shapes: corrections printed by the press ("Thủ tướng Nguyễn Minh Chính", VTV 4/7/2025).
    """
    told = introduced(article, roster)
    for index, mention in enumerate(article.mentions):
        start, end = mention.name_start, mention.name_end
        if start is None or end is None or mention.past or mention.crime:
            continue
        if any(s.start <= start < s.end for s in article.miscased):
            continue
        person = _meant(mention, told, roster)
        found = person and _best(mention, person, told, roster, article.on)
        if not person or not found:
            continue
        title, record, severity = found
        name = roster.persons[person].name
        start, printed = _whole(article, start, mention, name)
        fix = Remedy(f"Sửa thành “{name}”", (Change(start, end, name),))
        yield Flag(
            start,
            end,
            _message(title, record, printed, roster, article.on),
            severity,
            (fix,) if severity != Severity.NOTE else (),
            (record.id,),
            index,
            person,
        )


def _whole(article: Article, start: int, mention: Mention, name: str) -> tuple[int, str]:
    """Where the name begins and how it is printed, the syllable before it too where that is its surname spoilt."""
    printed = mention.name or ""
    before = article.text.source[max(0, start - _SYLLABLE) : start].rpartition("\n")[2].split(" ")
    if mention.variant == "dropped" and len(before) > 1 and not before[-1] and before[-2][:1].isupper():
        longer = f"{before[-2]} {printed}"
        if departure(longer, name) is not None:
            return start - len(before[-2]) - 1, longer
    return start, printed


def _meant(mention: Mention, told: Introduced, roster: Roster) -> str | None:
    """Whose name is nearly printed: as the reading has it, else the one whom the article names rightly elsewhere."""
    if mention.variant:
        slipped = mention.variant in DEPARTURES and mention.variant != "marks-lost"
        return mention.person or mention.candidates[0] if slipped else None
    printed = mention.name or ""
    if mention.status != "unknown" or not mention.titles or fold(printed) in roster.strangers:
        return None
    near = {
        person
        for title in mention.titles
        for person in told.bearers(mention, title)
        if (distance := departure(printed, roster.persons[person].name)) is not None and distance != OTHER
        if distance != SURNAME or all(roster.positions[p].exclusive for p in title.positions)
    }
    return near.pop() if len(near) == 1 and not roster.named(printed) else None


def _best(
    mention: Mention, person: str, told: Introduced, roster: Roster, on: date
) -> tuple[Title, Tenure, Severity] | None:
    """The title of the chain that tells of the slip most surely, its tenure, and how loudly."""
    sure = mention.status == "linked" or holds_both(mention, person, roster, on)
    found = []
    for title in mention.titles:
        again = person in told.bearers(mention, title)
        asserted = title.positions and not (title.modifier or title.frame)
        if not asserted or not (again or (mention.variant and not title.open)):
            continue
        if mention.variant:
            severity = _severity(title, DEPARTURES[mention.variant], roster, sure=sure or again)
        else:
            severity = Severity.WARNING
        if severity:
            found += [(title, spell.tenure, severity) for spell in surely_held(person, title, roster, on)]
    return min(found, key=lambda one: _LOUDEST_FIRST.index(one[2]), default=None)


def _message(title: Title, record: Tenure, printed: str, roster: Roster, on: date) -> str:
    office = title.text if len(title.positions) <= ONE else roster.positions[record.position].title
    name = roster.persons[record.person].name
    if all(roster.positions[p].exclusive for p in title.positions):
        return f"{office} ngày {wording.day(on)} là {name}, không phải {printed}."
    return f"Không có {office} nào tên {printed} ngày {wording.day(on)}; gần nhất là {name}."


def _severity(title: Title, distance: int, roster: Roster, *, sure: bool) -> Severity | None:
    """How loudly: a national office of one holder leaves no doubt; a short or local title leaves some."""
    records = [roster.positions[p] for p in title.positions]
    if not all(r.exclusive for r in records):
        return Severity.WARNING if sure else Severity.NOTE
    if len(records) <= ONE and records[0].place is None:
        return Severity.ERROR
    if distance == OTHER:
        return None
    return Severity.ERROR if distance == LETTER and len(records) <= ONE else Severity.WARNING
