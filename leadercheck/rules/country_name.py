"""C003."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule

_NAME = "Cộng hòa xã hội chủ nghĩa Việt Nam"


@rule(
    id="C003",
    name="country-name",
    severity=Severity.WARNING,
    citation="Hiến pháp 2013, Điều 1; Nghị định 30/2020/NĐ-CP, Phụ lục I (Quốc hiệu) và Phụ lục II",
    terms=(_NAME,),
    vi="""Tên nước đầy đủ được viết hoa không đúng quy định.

    Chỉ viết hoa tiếng đầu và “Việt Nam”: “Cộng hòa xã hội chủ nghĩa Việt Nam”. Tít và tiêu đề văn bản in hoa
    toàn bộ là đúng; đặt dấu “hòa” hay “hoà” đều được.
    """,
    bad=(
        Example(
            "Nhà nước [[Cộng hòa Xã hội Chủ nghĩa Việt Nam]] trao tặng huân chương.",
            on=date(2026, 5, 6),
            fixed="Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam trao tặng huân chương.",
        ),
        Example(
            "Nước [[Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam]] ra đời.",
            on=date(2020, 9, 2),
            fixed="Nước Cộng hòa xã hội chủ nghĩa Việt Nam ra đời.",
        ),
        Example(
            "Đại sứ nước [[Cộng hoà xã hội Chủ nghĩa Việt Nam]] tại Lào.",
            on=date(2020, 9, 2),
            fixed="Đại sứ nước Cộng hoà xã hội chủ nghĩa Việt Nam tại Lào.",
        ),
    ),
    good=(
        Example("Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam trao tặng huân chương.", on=date(2026, 5, 6)),
        Example("Nhà nước Cộng hoà xã hội chủ nghĩa Việt Nam trao tặng huân chương.", on=date(2026, 5, 6)),
        Example("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", on=date(2026, 5, 6)),
        Example("Nước CHXHCN Việt Nam và nước CHDCND Lào.", on=date(2026, 5, 6)),
        Example("Nước Việt Nam Dân chủ Cộng hòa ra đời năm 1945.", on=date(2026, 5, 6)),
    ),
)
def country_name(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The full name of the State is written with other capitals than the law writes it.

    Only the first syllable and "Việt Nam" are capital. Headlines and letterheads all in capitals are right;
    so are both tone placements (hòa, hoà).
    """
    for term in article.terms:
        if term.key != _NAME or term.text.isupper():
            continue
        right = "C" + term.text[1:].lower().replace("việt nam", "Việt Nam")
        if " ".join(term.text.split()) != " ".join(right.split()):
            change = Change(term.span.start, term.span.end, right)
            yield Flag(
                term.span.start,
                term.span.end,
                f"Quốc hiệu viết là “{right}”.",
                Severity.WARNING,
                (Remedy(f"Sửa thành “{right}”", (change,), safe=True),),
            )
