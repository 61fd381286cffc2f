"""F007."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article, Mention
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule

_TERMS = (
    "lãnh đạo chủ chốt của Đảng, Nhà nước",
    "lãnh đạo chủ chốt của Đảng và Nhà nước",
    "lãnh đạo chủ chốt",
)
_FOUR = ("tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi")
_FIFTH = "thuong-truc-ban-bi-thu"
_WIDENED = date(2025, 9, 8)
_INTRODUCES = (":", " gồm", " là ", " có ")


@rule(
    id="F007",
    name="scope-term",
    severity=Severity.WARNING,
    default=False,
    citation="Quy định 368-QĐ/TW (8/9/2025), nhóm I.1; trước đó Kết luận 35-KL/TW (5/5/2022)",
    terms=_TERMS,
    vi="""Người không thuộc diện “lãnh đạo chủ chốt” của Đảng, Nhà nước bị kể vào danh sách ấy.

    Trước 8/9/2025, diện này có bốn chức danh; từ ngày ấy có năm, thêm Thường trực Ban Bí thư. Chỉ báo khi cụm
    từ mở đầu danh sách trong cùng một câu và người đứng đầu danh sách đúng là lãnh đạo chủ chốt. Không xét
    lãnh đạo chủ chốt của bộ, ngành, địa phương và các nguyên lãnh đạo.
    """,
    bad=(
        Example(
            "Dự lễ có các đồng chí lãnh đạo chủ chốt của Đảng, Nhà nước: Tổng Bí thư Tô Lâm; Chủ tịch nước Lương Cường; "
            "[[Phó Thủ tướng Nguyễn Hòa Bình]].",
            on=date(2025, 12, 2),
            severity=Severity.WARNING,
        ),
        Example(
            "Các lãnh đạo chủ chốt gồm Tổng Bí thư Tô Lâm, Chủ tịch nước Lương Cường và [[Thường trực Ban Bí thư Trần "
            "Cẩm Tú]].",
            on=date(2025, 7, 4),
        ),
        Example(
            "Các đồng chí lãnh đạo chủ chốt của Đảng và Nhà nước: Tổng Bí thư Tô Lâm, [[Phó Chủ tịch nước Võ Thị Ánh "
            "Xuân]].",
            on=date(2025, 12, 2),
        ),
    ),
    good=(
        Example(
            "Các lãnh đạo chủ chốt gồm Tổng Bí thư Tô Lâm, Chủ tịch nước Lương Cường, Thường trực Ban Bí thư Trần Cẩm Tú.",
            on=date(2025, 12, 2),
        ),
        Example(
            "Lãnh đạo chủ chốt của Đảng, Nhà nước dự lễ; Phó Thủ tướng Nguyễn Hòa Bình chủ trì.",
            on=date(2025, 12, 2),
        ),
        Example(
            "Dự lễ có các lãnh đạo chủ chốt của tỉnh: Bí thư Tỉnh ủy Phú Thọ Trương Quốc Huy.",
            on=date(2025, 12, 2),
        ),
        Example(
            "Các lãnh đạo chủ chốt: Tổng Bí thư Tô Lâm, Chủ tịch nước Lương Cường; cùng các nguyên lãnh đạo: nguyên Thủ "
            "tướng Nguyễn Tấn Dũng.",
            on=date(2025, 12, 2),
        ),
        Example(
            "Các lãnh đạo chủ chốt: Tổng Bí thư Tô Lâm, Chủ tịch nước Lương Cường. Cùng dự có Phó Thủ tướng Nguyễn Hòa "
            "Bình.",
            on=date(2025, 12, 2),
        ),
    ),
)
def scope_term(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """Somebody who is none is listed among the "lãnh đạo chủ chốt" of the Party and the State.

    Four offices until 8/9/2025, five from that day. Only where the term introduces the list in the same
    sentence and the first of the list is one of them; leaders of a body or province and former ones are left alone.
    """
    scope = (*_FOUR, _FIFTH) if article.on >= _WIDENED else _FOUR
    for term in article.terms:
        if term.key not in _TERMS or not article.text.folded.startswith(
            _INTRODUCES, article.text.position(term.span.end)
        ):
            continue
        listed = [
            (i, m)
            for i, m in enumerate(article.mentions)
            if m.sentence == term.sentence
            and m.start >= term.span.end
            and m.status == "linked"
            and m.name
            and m.titles
        ]
        if not listed or not _within(listed[0][1], scope, roster, article.on):
            continue
        for index, mention in listed[1:]:
            if mention.quoted or any(t.modifier or t.frame for t in mention.titles):
                continue
            if _within(mention, scope, roster, article.on) or not any(
                t.verdict == "yes" for t in mention.titles
            ):
                continue
            yield Flag(
                mention.start,
                mention.end,
                f"{mention.person_name} không thuộc “lãnh đạo chủ chốt” ngày {wording.day(article.on)}: "
                f"{wording.listed([roster.positions[p].title for p in scope])}.",
                Severity.WARNING,
                mention=index,
                person=mention.person,
            )


def _within(mention: Mention, scope: tuple[str, ...], roster: Roster, on: date) -> bool:
    held = {t.position for t in roster.tenures(mention.person or "", on)}
    return bool(held.intersection(scope)) or any(p in scope for t in mention.titles for p in t.positions)
