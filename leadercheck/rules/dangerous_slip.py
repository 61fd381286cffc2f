"""F009."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule

_VERB = "hiếp"
_WORDS = ("hiếp dâm", "hà hiếp", "ức hiếp", "cưỡng hiếp", "hãm hiếp", "bức hiếp", "hiếp đáp", "ăn hiếp")
"""Longer words that hold the verb; as terms they are found in its place."""
_HEADS = {
    f"thủ tướng {rest}": f"thủ trưởng {rest}"
    for rest in ("cơ quan", "đơn vị", "các cơ quan", "các đơn vị", "trực tiếp")
}
_WISH = ("chúc quốc tang", "chúc mừng quốc tang")
_NEAR = 12


@rule(
    id="F009",
    name="dangerous-slip",
    severity=Severity.WARNING,
    default=False,
    citation="house style: lỗi thật đã được báo chí đính chính (2011–2013)",
    terms=(_VERB, *_WORDS, *_HEADS, *_WISH),
    vi="""Sai một chữ cạnh tên lãnh đạo mà thành từ khác, phản cảm hoặc sai hẳn nghĩa.

    Ba lỗi từng xảy ra: “hiếp” thay cho “tiếp” ngay sau tên lãnh đạo, “Thủ tướng cơ quan” thay cho “Thủ trưởng
    cơ quan”, “chúc” đặt trước “Quốc tang”. Những từ vốn có chữ ấy (“hà hiếp”, “ức hiếp”) không bị báo.
    """,
    bad=(
        Example(
            "Chủ tịch nước Lương Cường [[hiếp]] đoàn đại biểu cựu chiến binh.",
            on=date(2025, 7, 4),
            fixed="Chủ tịch nước Lương Cường tiếp đoàn đại biểu cựu chiến binh.",
            severity=Severity.WARNING,
        ),
        Example(
            "Việc này do [[Thủ tướng cơ quan]] quyết định, Phó Thủ tướng Nguyễn Chí Dũng nêu rõ.",
            on=date(2025, 7, 4),
            fixed="Việc này do Thủ trưởng cơ quan quyết định, Phó Thủ tướng Nguyễn Chí Dũng nêu rõ.",
        ),
        Example("[[Chúc Quốc tang]] thành công, người dẫn chương trình nói.", on=date(2025, 7, 4)),
    ),
    good=(
        Example("Chủ tịch nước Lương Cường tiếp đoàn đại biểu cựu chiến binh.", on=date(2025, 7, 4)),
        Example("Thủ trưởng cơ quan chịu trách nhiệm trước Thủ tướng.", on=date(2025, 7, 4)),
        Example("Chủ tịch nước Lương Cường nói về nạn hà hiếp dân lành.", on=date(2025, 7, 4)),
        Example("Bị cáo hiếp dâm; Chủ tịch nước Lương Cường bác đơn xin ân giảm.", on=date(2025, 7, 4)),
        Example("Chủ tịch nước Lương Cường dự Lễ Quốc tang.", on=date(2025, 7, 4)),
    ),
)
def dangerous_slip(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """One wrong letter beside a leader makes another, harmful word.

    Three slips that happened: "hiếp" for "tiếp" right behind a leader, "Thủ tướng cơ quan" for "Thủ trưởng",
    "chúc" before a state funeral. Longer words that hold them are left alone.
    """
    ends = sorted(m.end for m in article.mentions if m.status == "linked")
    for term in article.terms:
        start, end = term.span.start, term.span.end
        right = ""
        if term.key == _VERB and any(0 < start - e <= _NEAR for e in ends):
            right = "tiếp"
        elif term.key in _HEADS and term.text[:1].isupper():
            right = _HEADS[term.key].capitalize()
        elif term.key not in _WISH:
            continue
        yield Flag(
            start,
            end,
            f"Xem lại chữ “{term.text}”" + (f": có phải “{right}”?" if right else " trong tin tang lễ."),
            Severity.WARNING,
            (Remedy(f"Sửa thành “{right}”", (Change(start, end, right),)),) if right else (),
        )
