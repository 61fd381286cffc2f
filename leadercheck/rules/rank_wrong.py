"""T011."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import Final

from leadercheck import wording
from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.register import Person, Rank, first_day, last_day
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.spells import HANDOVER_AFTER_LOOSE, HANDOVER_BEFORE
from leadercheck.text import fold

_LADDER: Final = tuple(
    fold(rank)
    for rank in (
        "thiếu tá", "trung tá", "thượng tá", "đại tá", "thiếu tướng", "trung tướng", "thượng tướng", "đại tướng"
    )
)  # fmt: skip
_EQUAL: Final = {
    fold("chuẩn đô đốc"): fold("thiếu tướng"),
    fold("phó đô đốc"): fold("trung tướng"),
    fold("đô đốc"): fold("thượng tướng"),
}
"""Ranks of the navy and those of the army on the same step."""


@rule(
    id="T011",
    name="rank-wrong",
    severity=Severity.WARNING,
    citation="data/leaders.json: persons, ranks",
    vi="""Quân hàm hoặc cấp bậc hàm công an ghi trước tên không phải của người ấy vào ngày đó.

    Chỉ xét khi ngày ấy nằm giữa hai lần thăng cấp bậc hàm đã rõ ngày, hoặc sau lần thăng lên bậc cao nhất.
    Không xét câu nói về ngày khác, tin thăng cấp bậc hàm và người chưa biết chắc là ai.
    """,
    bad=(
        Example(
            "Sáng 6/8, [[Thượng tướng]] Phan Văn Giang, Bộ trưởng Bộ Quốc phòng, thăm đơn vị.",
            on=date(2025, 8, 6),
            fixed="Sáng 6/8, Đại tướng Phan Văn Giang, Bộ trưởng Bộ Quốc phòng, thăm đơn vị.",
            severity=Severity.WARNING,
        ),
        Example(
            "Chiều 6/8, [[Trung tướng]], Bộ trưởng Bộ Công an Lương Tam Quang làm việc với tỉnh.",
            on=date(2025, 8, 6),
            fixed="Chiều 6/8, Đại tướng, Bộ trưởng Bộ Công an Lương Tam Quang làm việc với tỉnh.",
        ),
        Example(
            "Sáng 6/5, [[Đại tướng]] Nguyễn Trọng Nghĩa, Trưởng Ban Tuyên giáo Trung ương, dự lễ.",
            on=date(2024, 5, 6),
            fixed="Sáng 6/5, Thượng tướng Nguyễn Trọng Nghĩa, Trưởng Ban Tuyên giáo Trung ương, dự lễ.",
        ),
    ),
    good=(
        Example(
            "Sáng 6/8, Đại tướng Phan Văn Giang, Bộ trưởng Bộ Quốc phòng, thăm đơn vị.", on=date(2025, 8, 6)
        ),
        Example(
            "Sáng 6/8, Chủ tịch nước thăng quân hàm từ Thượng tướng Phan Văn Giang, Bộ trưởng Bộ Quốc phòng.",
            on=date(2025, 8, 6),
            near=True,
        ),
        Example(
            "Năm 2018, Thượng tướng Phan Văn Giang, Tổng Tham mưu trưởng, đã dự lễ.", on=date(2025, 8, 6)
        ),
        Example("Sáng 18/7, Thượng tướng Trịnh Văn Quyết thăm đơn vị cũ.", on=date(2025, 7, 18)),
        Example("Sáng 6/8, Trung tướng Trần Hồng Minh, Bộ trưởng Bộ Xây dựng, dự lễ.", on=date(2025, 8, 6)),
        Example(
            "Sáng 6/5, Thượng tướng Tô Lâm, Bộ trưởng Bộ Công an, trả lời chất vấn.",
            on=date(2017, 5, 6),
            near=True,
        ),
        Example(
            "Sáng 6/8, các Đại tướng, Bộ trưởng Bộ Quốc phòng Phan Văn Giang dự lễ.", on=date(2025, 8, 6)
        ),
    ),
)
def rank_wrong(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The rank of army or police before the name is not the person's on the day.

    Judged only between two dated promotions, or after the one to the highest rank. Other days, sentences that tell
    of a promotion, and persons who are not certain are left alone.
    """
    for index, mention in enumerate(article.mentions):
        if mention.rank is None or mention.person is None or mention.past or mention.crime:
            continue
        if (
            mention.status != "linked"
            or not mention.certain
            or any(t.modifier == "cố" for t in mention.titles)
        ):
            continue
        person = roster.persons[mention.person]
        printed = article.text.source[mention.rank.start : mention.rank.end]
        held = rank_on(person, article.on)
        if held is None or _step(printed) in (None, _step(held.rank)):
            continue
        yield Flag(
            mention.rank.start,
            mention.rank.end,
            f"Ngày {wording.day(article.on)}, {person.name} mang quân hàm {held.rank} (từ {wording.partial(held.start)})."
            if held.kind == "military"
            else f"Ngày {wording.day(article.on)}, {person.name} mang cấp bậc hàm {held.rank} (từ {wording.partial(held.start)}).",
            Severity.WARNING,
            (
                Remedy(
                    f"Sửa thành “{held.rank}”",
                    (Change(mention.rank.start, mention.rank.end, _like(held.rank, printed)),),
                ),
            ),
            (person.id,),
            index,
            person.id,
        )


def rank_on(person: Person, on: date) -> Rank | None:
    """The rank surely held on a day: given before it, the next one dated after it or there is none higher.

    None around a promotion, and wherever a neighbour is not dated.
    """
    ranks = sorted(person.ranks, key=lambda r: first_day(r.start))
    for held, following in zip_longest(ranks, ranks[1:]):
        if last_day(held.start) + HANDOVER_AFTER_LOOSE > on:
            continue
        if following is None:
            return held if _step(held.rank) == len(_LADDER) - 1 else None
        if on < first_day(following.start) - HANDOVER_BEFORE:
            step, above = _step(held.rank), _step(following.rank)
            return held if step is not None and above == step + 1 else None
    return None


def _step(rank: str) -> int | None:
    folded = fold(rank)
    folded = _EQUAL.get(folded, folded)
    return _LADDER.index(folded) if folded in _LADDER else None


def _like(rank: str, printed: str) -> str:
    return rank if printed[:1].isupper() else rank[0].lower() + rank[1:]
