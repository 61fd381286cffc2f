"""C006."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article, Title
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._house import narrated
from leadercheck.text import fold

_HEADS = (
    "phó thủ tướng thường trực", "phó chủ tịch thường trực", "phó bí thư thường trực", "phó thủ tướng", "phó chủ tịch",
    "phó bí thư", "phó chủ nhiệm", "phó trưởng", "tổng bí thư", "phó giám đốc",
)  # fmt: skip


@rule(
    id="C006",
    name="title-variant-mixed",
    severity=Severity.WARNING,
    default=False,
    citation="house style: một cách viết hoa chức danh trong một bài",
    vi="""Trong một bài, cùng một chức danh được viết hoa theo nhiều cách (“Tổng Bí thư”, “Tổng bí thư”).

    Chỉ so tiếng thứ hai, nên chữ hoa đầu câu hay chữ thường ở tiếng đầu không ảnh hưởng. Không xét lời trích,
    tít, chú thích ảnh và chức danh in hoa toàn bộ; chữ “Ban” cũng vậy, vì có khi nó thuộc tên cơ quan
    (“Trưởng Ban Tổ chức Trung ương”).
    """,
    bad=(
        Example(
            "Tổng Bí thư Tô Lâm dự lễ. Sau đó Tổng Bí thư Tô Lâm nói. [[Tổng bí thư]] Tô Lâm trao quà.",
            on=date(2025, 7, 4),
            fixed="Tổng Bí thư Tô Lâm dự lễ. Sau đó Tổng Bí thư Tô Lâm nói. Tổng Bí thư Tô Lâm trao quà.",
            severity=Severity.WARNING,
        ),
        Example(
            "Phó Thủ tướng Nguyễn Chí Dũng và [[Phó thủ tướng]] Bùi Thanh Sơn dự lễ.", on=date(2025, 7, 4)
        ),
        Example(
            "Phó chủ tịch nước Võ Thị Ánh Xuân và [[Phó Chủ tịch]] Quốc hội Nguyễn Khắc Định dự lễ.",
            on=date(2025, 7, 4),
        ),
    ),
    good=(
        Example("Tổng Bí thư Tô Lâm dự lễ. Tổng Bí thư Tô Lâm trao quà.", on=date(2025, 7, 4)),
        Example("Phó thủ tướng Nguyễn Chí Dũng và Phó thủ tướng Bùi Thanh Sơn dự lễ.", on=date(2025, 7, 4)),
        Example("TỔNG BÍ THƯ TÔ LÂM DỰ LỄ. Tổng Bí thư Tô Lâm trao quà.", on=date(2025, 7, 4)),
        Example("Phó thủ tướng Nguyễn Chí Dũng và Thủ tướng Phạm Minh Chính dự lễ.", on=date(2025, 7, 4)),
        Example(
            "Phó Thủ tướng Nguyễn Chí Dũng dự lễ. “Tôi đã thưa với Phó thủ tướng Nguyễn Chí Dũng việc này”, ông nói.",
            on=date(2025, 7, 4),
        ),
        Example("Phó Thủ tướng Nguyễn Chí Dũng là một trong các phó thủ tướng.", on=date(2025, 7, 4)),
        Example(
            "Ông Phan Đình Trạc, Phó Trưởng ban Thường trực Ban Chỉ đạo; ông Mai Văn Chính, Phó Trưởng Ban Tổ chức Trung "
            "ương.",
            on=date(2017, 6, 8),
        ),
    ),
)
def title_variant_mixed(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """One article writes the same head of a title with different capitals ("Tổng Bí thư", "Tổng bí thư").

    Only the second word tells, so the beginning of a sentence and a small first letter are of no account.
    Quotations, headlines, captions and titles all in capitals are left alone, and so is "Ban", which may belong to a body.
    """
    found: dict[str, dict[str, list[tuple[int, Title]]]] = defaultdict(lambda: defaultdict(list))
    for index, mention in enumerate(article.mentions):
        if mention.status == "foreign" or mention.zone == "caption" or not narrated(article, mention):
            continue
        for title in mention.titles:
            head = next((h for h in _HEADS if fold(title.text).startswith(h)), None)
            if head and title.text[0].isupper() and not title.text.isupper() and title.start >= mention.start:
                found[head][title.text[: len(head)]].append((index, title))
    for head, variants in found.items():
        if len(variants) < 2:
            continue
        # The most frequent variant; of two as frequent the one printed first.
        right = max(variants, key=lambda form: len(variants[form]))
        for form, uses in variants.items():
            for index, title in uses if form != right else ():
                end = _end(article, title, len(head))
                yield Flag(
                    title.bare_start,
                    end,
                    f"Trong bài có cả “{right}” và “{form}”.",
                    Severity.WARNING,
                    (Remedy(f"Sửa thành “{right}”", (Change(title.bare_start, end, right),)),),
                    mention=index,
                )


def _end(article: Article, title: Title, length: int) -> int:
    at = article.text.position(title.bare_start)
    return article.text.span(at, at + length).end
