"""N003."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from leadercheck.article import Article
from leadercheck.patterns import pattern
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._names import ever
from leadercheck.settings import QUIET

_SYLLABLE: Final = pattern(r"\S+")


@rule(
    id="N003",
    name="name-case",
    severity=Severity.WARNING,
    citation="Nghị định 30/2020/NĐ-CP (5/3/2020), Phụ lục II, mục II: viết hoa tên người",
    vi="""Tên lãnh đạo đứng cạnh chức danh của mình mà viết thường ở chỗ phải viết hoa, hoặc ngược lại.

    Tên in hoa toàn bộ là đúng. Câu không có chữ hoa nào thường là từ khóa tìm kiếm nên không xét; cũng không
    xét dòng ký tên, thẻ (tag) và những chữ chỉ trùng âm với tên mà không đi với chức danh của ai (“đô thị lấn
    biển”).
    """,
    bad=(
        Example(
            "Tổng Bí thư [[Tô lâm]] chủ trì hội nghị.",
            on=date(2025, 7, 4),
            fixed="Tổng Bí thư Tô Lâm chủ trì hội nghị.",
        ),
        Example(
            "Sáng nay, Thủ tướng [[phạm minh chính]] dự lễ.",
            on=date(2025, 7, 4),
            fixed="Sáng nay, Thủ tướng Phạm Minh Chính dự lễ.",
            severity=Severity.WARNING,
        ),
        Example(
            "Đồng chí [[Trần cẩm Tú]], Thường trực Ban Bí thư, dự lễ.",
            on=date(2025, 12, 2),
            fixed="Đồng chí Trần Cẩm Tú, Thường trực Ban Bí thư, dự lễ.",
        ),
        Example("Thủ tướng [[Phạm Minh CHính]] dự lễ.", on=date(2025, 7, 4)),
    ),
    good=(
        Example("Tổng Bí thư Tô Lâm chủ trì hội nghị.", on=date(2025, 7, 4)),
        Example("TỔNG BÍ THƯ TÔ LÂM CHỦ TRÌ HỘI NGHỊ", on=date(2025, 7, 4)),
        Example("thủ tướng phạm minh chính dự lễ", on=date(2025, 7, 4)),
        Example("Tại tỉnh Lâm đồng, bí thư chi bộ nói về trường chinh phục.", on=date(2025, 7, 4), near=True),
        Example("Bí thư Tỉnh ủy quan tâm đô thị lấn biển.", on=date(2025, 7, 4), near=True),
        Example("Tags: thủ tướng phạm minh chính, tổng bí thư tô lâm", on=date(2025, 7, 4)),
        Example("Tổng Bí thư TÔ LÂM và Thủ tướng PHẠM MINH CHÍNH dự lễ.", on=date(2025, 7, 4)),
    ),
)
def name_case(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A leader's name beside a title of the bearer's own has a small letter where a capital stands, or the reverse.

    Names all in capitals are right. Sentences with no capital at all are search phrases, and like signatures
    and tags they are left alone; so are words that only spell a name and stand beside nobody's title.
    """
    for slip in article.miscased:
        sentence = article.sentence_at(slip.start)
        if sentence.zone in QUIET or article.text.source[sentence.start : sentence.end].islower():
            continue
        bearers = ever(slip.positions, slip.persons, roster)
        printed = article.text.source[slip.start : slip.end]
        if len(bearers) != 1 or roster.persons[bearers[0]].name == printed:
            continue
        name = roster.persons[bearers[0]].name
        if len(name.split()) != len(printed.split()):
            continue
        yield Flag(
            slip.start,
            slip.end,
            f"Viết hoa tên người: “{name}”, không phải “{printed}”.",
            Severity.WARNING,
            (
                Remedy(
                    f"Sửa thành “{name}”", (Change(slip.start, slip.end, _recased(printed, name)),), safe=True
                ),
            ),
            person=bearers[0],
        )


def _recased(printed: str, name: str) -> str:
    """The name with the blanks or the line break that stand between its syllables in print."""
    syllables = iter(name.split())
    return _SYLLABLE.sub(lambda _: next(syllables), printed)
