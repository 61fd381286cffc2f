"""N001."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rapidfuzz.distance import DamerauLevenshtein

from leadercheck import wording
from leadercheck.article import Article, Mention, Title
from leadercheck.profile import Profile
from leadercheck.register import Tenure
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.text import fold, strip_marks


@rule(
    id="N001",
    name="name-misspelt",
    severity=Severity.ERROR,
    citation="data/leaders.json: persons, tenures",
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
    ),
    good=(
        Example("Sáng nay, Thủ tướng Phạm Minh Chính chủ trì hội nghị.", on=date(2025, 7, 4)),
        Example("Thủ tướng Campuchia Hun Manet thăm Việt Nam.", on=date(2025, 7, 4)),
        Example("Bí thư Tỉnh ủy Hòa Bình Nguyễn Phi Long dự lễ.", on=date(2024, 7, 4)),
        Example("Chủ tịch UBND tỉnh Tiền Giang Lê Văn Hưởng phát biểu.", on=date(2017, 7, 4)),
        Example("Chủ tịch Quốc hội Trần Thanh Mẫn thăm tỉnh Lâm Đồng.", on=date(2025, 7, 4)),
        Example("Chủ tịch công ty Phạm Minh Chinh bị khởi tố.", on=date(2025, 7, 4)),
        Example("Năm 1990, Thủ tướng Lê Minh Hùng của vở kịch bước ra.", on=date(2026, 5, 6)),
    ),
)
def name_misspelt(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """An unknown name stands behind a one-holder office and nearly is the name of its holder.

    The office must be held to the day; no known person may bear the printed name; one syllable may differ,
    be missing, be doubled, or two may have changed places. Crime news is left alone.
    Source of the shapes: corrections printed by the press ("Thủ tướng Nguyễn Minh Chính", VTV 4/7/2025).
    """
    for index, mention in enumerate(article.mentions):
        if mention.status != "unknown" or mention.name is None or mention.name_start is None or mention.past:
            continue
        if mention.name_end is None or mention.candidates or roster.named(mention.name):
            continue
        for title in mention.titles:
            if title.modifier or title.frame:
                continue
            found = _nearest(mention, title, roster, article.on)
            if found is None:
                continue
            record, severity = found
            name = roster.persons[record.person].name
            yield Flag(
                mention.name_start,
                mention.name_end,
                f"{title.text} ngày {wording.day(article.on)} là {name}, không phải {mention.name}.",
                severity,
                (Remedy(f"Sửa thành “{name}”", (Change(mention.name_start, mention.name_end, name),)),),
                (record.id,),
                index,
                record.person,
            )
            break


def _nearest(mention: Mention, title: Title, roster: Roster, on: date) -> tuple[Tenure, Severity] | None:
    """The holder whose name is nearly printed, and how sure that is; None unless one alone leads."""
    records = [roster.positions[p] for p in title.positions]
    if not records or len(records) > 60 or not all(r.exclusive for r in records):
        return None
    assert mention.name is not None  # noqa: S101  # callers pass named mentions only
    found: dict[str, tuple[int, Tenure, int]] = {}
    for position in records:
        for spell in roster.spells_in(position.id):
            if not spell.exact or spell.tenure.confidence == "low":
                continue
            stale = int(spell.tenure.end is None and spell.at(on) == "unknown" and spell.start_last <= on)
            if (
                spell.at(on) != "yes"
                and not stale
                and not _handing_over(spell.start_first, spell.end_first, on)
            ):
                continue
            person = roster.persons[spell.tenure.person]
            distance = unlikeness(mention.name, person.name)
            if distance is not None and (distance < 2 or position.place is None):
                found[person.id] = (distance, spell.tenure, 0)
    if not found:
        return None
    ranked = sorted(found.values(), key=lambda item: item[0])
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    distance, record, _ = ranked[0]
    if len(records) > 2:
        return (record, Severity.WARNING) if distance == 0 else None
    return record, Severity.ERROR if distance < 2 or records[0].place is None else Severity.WARNING


def _handing_over(start: date, end: date, on: date) -> bool:
    return start - timedelta(2) <= on < end + timedelta(7) if start > date.min and end < date.max else False


def unlikeness(printed: str, name: str) -> int | None:
    """How far a printed name departs from a real one; None when they are different names.

    0: diacritics or one letter; 1: a likely slip of a syllable; 2: one whole syllable.
    """
    one, other = fold(printed).split(), fold(name).split()
    if one == other:
        return None
    plain_one, plain_other = [strip_marks(s) for s in one], [strip_marks(s) for s in other]
    if plain_one == plain_other:
        return 0
    if sorted(one) == sorted(other):
        return 1
    if len(one) == len(other):
        pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        distance = sum(DamerauLevenshtein.distance(strip_marks(a), strip_marks(b)) for a, b in pairs)
        if distance == 1:
            return 0
        if len(pairs) == 1 and len(one) >= 3:
            return 1 if distance == 2 else 2
        return None
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    near = len(longer) - len(shorter) == 1 and len(shorter) >= 2
    return 1 if near and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))) else None
