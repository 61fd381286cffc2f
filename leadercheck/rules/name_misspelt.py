"""N001."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from leadercheck import wording
from leadercheck.article import Article, Mention, Title
from leadercheck.names import LETTER, OTHER, SYLLABLE, departure, is_bare, scattered, stuck
from leadercheck.profile import Profile
from leadercheck.register import Position, Tenure
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._names import end_of, holds
from leadercheck.syllables import is_possible, is_surname
from leadercheck.text import fold

_LOUDEST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_FEW: Final = 30
"""Holders of one office; among the two hundred of the Central Committee names lie near one another."""


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
    ),
    good=(
        Example("Sáng nay, Thủ tướng Phạm Minh Chính chủ trì hội nghị.", on=date(2025, 7, 4)),
        Example("Thủ tướng Campuchia Hun Manet thăm Việt Nam.", on=date(2025, 7, 4)),
        Example("Bí thư Tỉnh ủy Hòa Bình Nguyễn Phi Long dự lễ.", on=date(2024, 7, 4)),
        Example("Chủ tịch UBND tỉnh Tiền Giang Lê Văn Hưởng phát biểu.", on=date(2017, 7, 4)),
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
    of them are known (deputy prime ministers, vice chairs of the National Assembly) or nobody can be called what is
    printed ("Dũg", "Nguyến"), else a note without a fix. Crime news is left alone; lost marks and glued
    or broken names are told by N002 and N004.
    Source of the shapes: corrections printed by the press ("Thủ tướng Nguyễn Minh Chính", VTV 4/7/2025).
    """
    for index, mention in enumerate(article.mentions):
        if mention.name is None or mention.name_start is None or mention.name_end is None:
            continue
        if mention.past or mention.crime or not _is_nobody(mention, roster):
            continue
        found = _best(mention, roster, article.on)
        if found is None:
            continue
        title, record, severity = found
        name = roster.persons[record.person].name
        if _is_elsewhere(article, mention.name_start, mention.name, name):
            continue
        end = end_of(article.text.source[mention.name_start : mention.name_end], name) + mention.name_start
        printed = mention.name[: end_of(mention.name, name)]
        fix = Remedy(f"Sửa thành “{name}”", (Change(mention.name_start, end, name),))
        yield Flag(
            mention.name_start,
            end,
            _message(title, printed, name, roster, article.on),
            severity,
            (fix,) if severity != Severity.NOTE else (),
            (record.id,),
            index,
            record.person,
        )


def _best(mention: Mention, roster: Roster, on: date) -> tuple[Title, Tenure, Severity] | None:
    """The title of the chain that tells of the slip most surely, the tenure nearly named, and how loudly."""
    found = [
        (title, *near)
        for title in mention.titles
        if not (title.modifier or title.frame or title.open)
        and (near := _nearest(mention.name or "", title, roster, on))
    ]
    return min(found, key=lambda one: _LOUDEST_FIRST.index(one[2]), default=None)


def _message(title: Title, printed: str, name: str, roster: Roster, on: date) -> str:
    if all(roster.positions[p].exclusive for p in title.positions):
        return f"{title.text} ngày {wording.day(on)} là {name}, không phải {printed}."
    return f"Không có {title.text} nào tên {printed} ngày {wording.day(on)}; gần nhất là {name}."


def _is_elsewhere(article: Article, start: int, printed: str, name: str) -> bool:
    """Whether another rule tells of this slip: marks lost (N002), a small letter (N003), a name glued or broken (N004)."""
    if any(slip.start <= start < slip.end for slip in article.miscased):
        return True
    shown = printed[: end_of(printed, name)]
    broken = scattered(article.text.folded, article.text.position(start), name)
    return is_bare(shown, name) or bool(stuck(shown, name)) or broken is not None


def _is_nobody(mention: Mention, roster: Roster) -> bool:
    """Nobody registered bears the name; or only somebody who never held an office, and the office is national.

    In the second case the title is wrong in any case (T001), and the slip is likelier in the name.
    """
    if mention.status == "foreign" or fold(mention.name or "") in roster.strangers:
        return False
    bearers = roster.named(mention.name or "")
    if not bearers:
        return mention.status == "unknown" and not mention.candidates
    return all(p.country is None and not roster.spells_of(p.id) for p in bearers) and all(
        roster.positions[p].place is None for t in mention.titles for p in t.positions
    )


def _nearest(printed: str, title: Title, roster: Roster, on: date) -> tuple[Tenure, Severity] | None:
    """The holder whose name is nearly printed, and how sure that is; None unless one alone leads."""
    records = [roster.positions[p] for p in title.positions]
    if not records or len(records) > 60:
        return None
    found: dict[str, tuple[int, Tenure]] = {}
    for position in records:
        for spell in roster.spells_in(position.id):
            if not spell.exact or spell.tenure.confidence == "low" or not holds(spell, on):
                continue
            name = roster.persons[spell.tenure.person].name
            distance = departure(printed[: end_of(printed, name)], name)
            if distance is not None:
                found[spell.tenure.person] = distance, spell.tenure
    ranked = sorted(found.values(), key=lambda item: item[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    distance, record = ranked[0]
    if not all(r.exclusive for r in records):
        certain = all(_listed(r, roster, on) for r in records) or _is_no_name(printed, record, roster)
        severity = _among_several(distance, certain=certain)
    else:
        national = len(records) <= 2 and records[0].place is None
        severity = _severity(distance, national=national, short=len(records) > 2)
    return (record, severity) if severity else None


def _listed(position: Position, roster: Roster, on: date) -> bool:
    """Whether all who hold the office on the day are known, and they are few enough to have names far apart."""
    known = position.exclusive or any(c.valid_from <= on < c.valid_until for c in position.complete)
    return known and sum(holds(s, on) for s in roster.spells_in(position.id)) <= _FEW


def _is_no_name(printed: str, record: Tenure, roster: Roster) -> bool:
    """Whether nobody can be called what is printed: no syllable ("Dũg"), or no surname ("Nguyến", "Pạm")."""
    own = fold(roster.persons[record.person].name).split()
    syllables = fold(printed).split()[: len(own)]
    if syllables[0] != own[0] and syllables[0] not in roster.surnames and not is_surname(syllables[0]):
        return True
    return any(s not in own and not is_possible(s) for s in syllables)


def _among_several(distance: int, *, certain: bool) -> Severity | None:
    """How loudly beside an office of several: certain where no other person can be called so and hold it."""
    if distance == OTHER:
        return None
    if certain:
        return Severity.WARNING
    return Severity.NOTE if distance in (LETTER, SYLLABLE) else None


def _severity(distance: int, *, national: bool, short: bool) -> Severity | None:
    """How loudly: a national office of one holder leaves no doubt; a short or local title leaves some."""
    if national:
        return Severity.ERROR
    if distance == OTHER:
        return None
    return Severity.ERROR if distance == LETTER and not short else Severity.WARNING
