"""C004."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._house import minority
from leadercheck.text import replaced_tone, tone_placements


@rule(
    id="C004",
    name="tone-placement-mixed",
    severity=Severity.WARNING,
    default=False,
    citation="house style; Quyết định 1989/QĐ-BGDĐT (25/5/2018), Điều 8, chỉ áp dụng cho sách giáo khoa",
    vi="""Trong một bài, dấu thanh được đặt theo cả hai kiểu (“ủy” và “uỷ”), hoặc khác kiểu của tòa soạn.

    Chỉ báo một lần, ở chỗ đầu tiên viết theo kiểu ít gặp hơn trong bài; sửa một lần là sửa hết các chỗ còn
    lại. Tên người, tên đất giữ cách viết riêng; những vần chỉ có một cách đặt dấu thì không xét.
    """,
    bad=(
        Example(
            "Ủy viên Bộ Chính trị, Thủ tướng Phạm Minh Chính gặp các [[uỷ]] viên Ủy ban.",
            on=date(2025, 7, 4),
            fixed="Ủy viên Bộ Chính trị, Thủ tướng Phạm Minh Chính gặp các ủy viên Ủy ban.",
            severity=Severity.WARNING,
        ),
        Example(
            "Thủ tướng Phạm Minh Chính: hoà bình, hoà hợp và [[hòa]] giải là mong muốn chung.",
            on=date(2025, 7, 4),
        ),
        Example("Thủ tướng Phạm Minh Chính nói: xóa đói, xóa nghèo, không [[xoá]] tên.", on=date(2025, 7, 4)),
    ),
    good=(
        Example("Ủy viên Bộ Chính trị, Thủ tướng Phạm Minh Chính gặp các ủy viên.", on=date(2025, 7, 4)),
        Example("Uỷ viên Bộ Chính trị, Thủ tướng Phạm Minh Chính gặp các uỷ viên.", on=date(2025, 7, 4)),
        Example("Ủy viên Bộ Chính trị Nguyễn Hoà Bình gặp các ủy viên.", on=date(2025, 7, 4)),
        Example("Thủ tướng Phạm Minh Chính hòa nhạc, cùng em Minh Hoà ở Thuỵ Sĩ về.", on=date(2025, 7, 4)),
        Example("Thủ tướng Phạm Minh Chính: quý II, quỹ và hòa bình.", on=date(2025, 7, 4)),
        Example(
            "Thủ tướng Phạm Minh Chính nói về toàn cảnh hòa bình, thủy sản, khoản vay.", on=date(2025, 7, 4)
        ),
    ),
)
def tone_placement_mixed(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """One article places the tone both ways ("ủy" and "uỷ"), or not as the newsroom does.

    The rarer way is told once, at its first place, and the fix mends all of them. Names of people and
    places keep their own spelling, and vowels whose tone has one place only tell nothing.
    """
    text = article.text
    names = sorted(
        (m.name_start, m.name_end) for m in article.mentions if m.name_start is not None and m.name_end
    )
    old, new = (_outside(places, names, article) for places in tone_placements(text.matched))
    wanted = profile.tone
    if wanted == "any" and not (old and new):
        return
    odd = minority(old, new) if wanted == "any" else new if wanted == "old" else old
    if not (odd and article.sentences):
        return
    spans = [text.span(at, at + 2) for at in odd]
    begin, end = _syllable(text.matched, odd[0])
    first = text.span(begin, end)
    word = text.matched[begin:end]
    right = word.replace(text.matched[odd[0] : odd[0] + 2], replaced_tone(text.matched[odd[0] : odd[0] + 2]))
    changes = tuple(
        Change(s.start, s.end, replaced_tone(text.matched[at : at + 2]), exact=True, keep_tone=True)
        for s, at in zip(spans, odd, strict=True)
    )
    yield Flag(
        first.start,
        first.end,
        f"Đặt dấu thanh hai kiểu trong một bài ({len(old)} chỗ kiểu “hòa”, {len(new)} chỗ kiểu “hoà”): “{word}”, nên là "
        f"“{right}”."
        if wanted == "any"
        else f"Tòa soạn đặt dấu thanh kiểu {'“hòa”' if wanted == 'old' else '“hoà”'}: {len(odd)} chỗ khác, đầu tiên là “{word}”.",
        Severity.WARNING,
        (Remedy(f"Đặt dấu thanh một kiểu ({len(odd)} chỗ)", changes),),
    )


def _outside(
    places: list[int], names: Sequence[tuple[int | None, int | None]], article: Article
) -> list[int]:
    """The places in no name of a person."""
    starts = [start or 0 for start, _ in names]
    kept = []
    for at in places:
        start = article.text.span(at, at + 1).start
        index = bisect_right(starts, start) - 1
        if (index < 0 or start >= (names[index][1] or 0)) and not _is_proper(article.text.matched, at):
            kept.append(at)
    return kept


def _is_proper(text: str, at: int) -> bool:
    """Whether a capital syllable stands beside another: a name of somebody or some place nobody registered."""
    begin, end = _syllable(text, at)
    before = text[max(0, begin - 12) : begin].rsplit(" ", 2)
    beside = len(before) > 1 and before[-1] == "" and before[-2][:1].isupper()
    return (
        text[begin].isupper()
        and not text[begin:end].isupper()
        and (beside or text[end : end + 2].strip(" ").isupper())
    )


def _syllable(text: str, at: int) -> tuple[int, int]:
    begin, end = at, at
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return begin, end
