"""N005."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from leadercheck import wording
from leadercheck.article import Article
from leadercheck.precedence import SEATS
from leadercheck.profile import Profile
from leadercheck.register import last_day
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.settings import QUIET
from leadercheck.text import fold

_REACH = timedelta(1826)
_SOON = timedelta(30)


@rule(
    id="N005",
    name="namesake",
    severity=Severity.NOTE,
    citation="data/leaders.json: persons, tenures",
    vi="""Hai lãnh đạo trùng tên mà bài không cho biết đang nói về ai.

    Đây là lưu ý, mỗi tên một lần: chưa chắc có gì sai, nhưng rất dễ lấy nhầm ảnh hoặc tiểu sử (từng có báo
    đăng nhầm ảnh giữa hai ông Lê Hồng Sơn, VTC News, 22/8/2025). Không báo khi ở đâu đó trong bài đã có chức
    danh để phân biệt, khi tên không kèm từ xưng hô hay chức danh nào, hoặc khi chức danh đi kèm không phải
    của ai trong số họ hay thuộc cơ quan không có trong dữ liệu. Người đã mất, đã thôi chức quá năm năm hoặc
    khác giới với từ xưng hô không được tính.
    """,
    bad=(
        Example("Trao quyết định đối với ông [[Nguyễn Mạnh Hùng]] và hai cán bộ khác.", on=date(2026, 7, 31)),
        Example("Ông [[Nguyễn Thanh Bình]] cho biết dự án sẽ xong trong năm.", on=date(2026, 2, 5)),
        Example(
            "Cùng dự lễ trao học bổng có ông [[Nguyễn Thanh Bình]]. Ông Nguyễn Thanh Bình trao quà.",
            on=date(2025, 11, 3),
            severity=Severity.NOTE,
        ),
    ),
    good=(
        Example("Bộ trưởng Bộ Khoa học và Công nghệ Nguyễn Mạnh Hùng dự lễ.", on=date(2025, 11, 24)),
        Example(
            "Ông Nguyễn Mạnh Hùng dự lễ. Bộ trưởng Khoa học và Công nghệ Nguyễn Mạnh Hùng phát biểu.",
            on=date(2025, 11, 24),
        ),
        Example("Bà Nguyễn Thanh Bình, vợ ông chủ xưởng, kể lại chuyện cũ.", on=date(2026, 2, 5)),
        Example(
            "Ông Nguyễn Thanh Bình, Chủ tịch UBND huyện Lục Ngạn, cho biết.", on=date(2017, 6, 19), near=True
        ),
        Example("Bà Nguyễn Thị Hồng được xếp hạng A+.", on=date(2025, 9, 10), near=True),
        Example("Bị cáo Nguyễn Mạnh Hùng bị tuyên án ba năm tù.", on=date(2025, 11, 24)),
    ),
)
def namesake(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """Two leaders bear the printed name, and the text does not show which of them is meant.

    A notice, once for each name: nothing need be wrong. Left alone are whoever is told apart by a title somewhere
    in the article, a name without honorific and title, a title of no body in the register or of none of the
    bearers, and bearers who died, left office more than five years before or are of the other sex.
    Source of the case: a photograph of one Lê Hồng Sơn printed for the other (VTC News, 22/8/2025).
    """
    told = {
        fold(m.name)
        for m in article.mentions
        if m.name and (m.certain or any(title.verdict == "yes" for title in m.titles))
    }
    for index, mention in enumerate(article.mentions):
        if mention.name is None or mention.zone in QUIET or mention.status not in ("ambiguous", "linked"):
            continue
        key = fold(mention.name)
        if mention.crime or any(title.verdict == "no" for title in mention.titles):
            continue
        words = {h.word for h in mention.address}
        if mention.titles and not any(title.positions for title in mention.titles):
            told.add(key)
        if key in told or not (words or mention.titles):
            continue
        other = "female" if "ông" in words else "male" if "bà" in words else ""
        people = [
            p
            for p in mention.candidates
            if _in_reach(p, article.on, roster) and roster.persons[p].gender != other
        ]
        if len(people) < 2 or mention.name_start is None or mention.name_end is None:
            continue
        told.add(key)
        yield Flag(
            mention.name_start,
            mention.name_end,
            f"Có {len(people)} người cùng tên {roster.persons[people[0]].name}: "
            + wording.listed([_described(p, article.on, roster) for p in people])
            + "; xem lại ảnh và chức danh.",
            Severity.NOTE,
            mention=index,
        )


def _in_reach(person: str, on: date, roster: Roster) -> bool:
    died = roster.persons[person].died
    if died and last_day(died) <= on:
        return False
    return any(s.start_first - on <= _SOON and on - s.end_last < _REACH for s in roster.spells_of(person))


def _described(person: str, on: date, roster: Roster) -> str:
    """The latest office begun by the day, and the year of birth where it is known."""
    begun = [s for s in roster.spells_of(person) if s.start_first - on <= _SOON]
    begun = [s for s in begun if s.tenure.position not in SEATS] or begun
    last = max(begun, key=lambda s: (s.end_last, s.start_last))
    born = roster.persons[person].born
    return roster.positions[last.tenure.position].title + (f" (sinh {born[:4]})" if born else "")
