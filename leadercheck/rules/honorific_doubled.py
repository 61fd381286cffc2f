"""F003."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.settings import QUIET


@rule(
    id="F003",
    name="honorific-doubled",
    severity=Severity.WARNING,
    citation="house style: một người, một cách xưng hô",
    vi="""Hai từ xưng hô đứng liền nhau trước một người (“ông đồng chí”).

    “Ông bà” chỉ một cặp vợ chồng nên không bị báo. Cũng không báo khi giữa hai từ có dấu câu, hoặc khi sau từ
    xưng hô là cấp bậc hàm, học hàm, học vị.
    """,
    bad=(
        Example(
            "[[Ông đồng chí]] Phạm Minh Chính, Thủ tướng Chính phủ, dự lễ.",
            on=date(2025, 7, 4),
            fixed="Ông Phạm Minh Chính, Thủ tướng Chính phủ, dự lễ.",
            severity=Severity.WARNING,
        ),
        Example("Theo [[đồng chí ông]] Lương Cường, Chủ tịch nước, việc này đã xong.", on=date(2025, 7, 4)),
        Example(
            "Phát biểu tại lễ, [[đồng chí đồng chí]] Lương Cường nhấn mạnh ba việc.", on=date(2025, 7, 4)
        ),
        Example("Tham dự có [[bà đồng chí]] Phó Chủ tịch nước Võ Thị Ánh Xuân.", on=date(2025, 7, 4)),
    ),
    good=(
        Example("Đồng chí Phạm Minh Chính, Thủ tướng Chính phủ, dự lễ.", on=date(2025, 7, 4)),
        Example("Ông bà Nguyễn Văn Nên dự lễ cưới.", on=date(2025, 7, 4)),
        Example("Thưa ông, đồng chí Phạm Minh Chính đã trả lời.", on=date(2025, 7, 4)),
        Example("Cộng đồng, ông Phạm Minh Chính nói, là chỗ dựa.", on=date(2025, 7, 4)),
        Example("Giữa các ông: đồng chí Lương Cường và đồng chí Phạm Minh Chính.", on=date(2025, 7, 4)),
        Example("Đồng chí Đại tướng, PGS.TS Phan Văn Giang dự lễ.", on=date(2025, 7, 4)),
    ),
)
def honorific_doubled(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """Two honorifics stand side by side before one person.

    "Ông bà" is a couple and right; so are a stop between the two, and a rank or degree behind one.
    """
    for index, mention in enumerate(article.mentions):
        if mention.zone in QUIET:
            continue
        for one, other in pairwise(mention.address):
            between = article.text.source[one.end : other.start]
            if between.strip() or len(between) > 2 or (one.word, other.word) == ("ông", "bà"):
                continue
            first, second = (article.text.source[w.start : w.end] for w in (one, other))
            yield Flag(
                one.start,
                other.end,
                f"Thừa từ xưng hô: “{first} {second}”, chỉ dùng một từ.",
                Severity.WARNING,
                tuple(
                    Remedy(f"Giữ “{word}”", (Change(one.start, other.end, word),))
                    for word in dict.fromkeys((first, second))
                ),
                mention=index,
                person=mention.person,
            )
