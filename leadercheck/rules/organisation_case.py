"""C002."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from leadercheck.article import Article
from leadercheck.lexicon import organisation_forms
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.settings import QUIET
from leadercheck.text import fold

_KINDS = frozenset({"ban", "bộ", "khối", "hội", "đảng", "cục", "các", "đoàn", "viện"})
"""Behind these a part of the name begins, with a capital in some print ("Ban Cán sự đảng")."""


@rule(
    id="C002",
    name="organisation-case",
    severity=Severity.WARNING,
    default=False,
    citation="house style; Nghị định 30/2020/NĐ-CP (5/3/2020), Phụ lục II (tên cơ quan, tổ chức), không buộc báo chí",
    vi="""Tên cơ quan bị viết hoa cả tiếng sau của một từ (“Bộ Công An” thay vì “Bộ Công an”).

    Không xét tên in hoa toàn bộ, tên viết tắt và tên viết thường từ đầu đến cuối. Chữ hoa mở đầu một bộ phận
    của tên cũng không bị báo, vì báo chí viết cả hai cách (“Giao thông Vận tải”, “Tòa án nhân dân Tối cao”).
    """,
    bad=(
        Example(
            "Thứ trưởng [[Bộ Công An]] Lê Quốc Hùng chủ trì họp báo.",
            on=date(2025, 7, 4),
            fixed="Thứ trưởng Bộ Công an Lê Quốc Hùng chủ trì họp báo.",
            severity=Severity.WARNING,
        ),
        Example("Thủ tướng Phạm Minh Chính làm việc với [[Bộ Khoa Học và Công Nghệ]].", on=date(2025, 7, 4)),
        Example(
            "Thủ tướng Phạm Minh Chính giao [[Bộ Nông Nghiệp Và Môi Trường]] báo cáo.", on=date(2025, 7, 4)
        ),
    ),
    good=(
        Example("Thủ tướng Phạm Minh Chính làm việc với Bộ Khoa học và Công nghệ.", on=date(2025, 7, 4)),
        Example("THỦ TƯỚNG PHẠM MINH CHÍNH LÀM VIỆC VỚI BỘ CÔNG AN", on=date(2025, 7, 4)),
        Example(
            "Viện trưởng Viện Kiểm sát Nhân dân tối cao và Tòa án Nhân dân tối cao dự họp.",
            on=date(2017, 6, 8),
        ),
        Example("Thủ tướng Phạm Minh Chính dự đại hội toàn quốc Hội Doanh nhân trẻ.", on=date(2025, 11, 27)),
        Example("Thủ tướng Phạm Minh Chính giao Bộ GD&ĐT báo cáo.", on=date(2025, 7, 4)),
        Example("Phó Chánh án TAND Tối cao và lãnh đạo Bộ Giao thông Vận tải dự họp.", on=date(2017, 7, 4)),
        Example("Phóng viên báo Người Lao Động hỏi Bộ trưởng Phan Văn Giang.", on=date(2025, 7, 4)),
        Example("Thủ tướng Phạm Minh Chính nói với lực lượng công an và bộ công an.", on=date(2025, 7, 4)),
        Example(
            "Thủ tướng Phạm Minh Chính làm việc với Bộ Văn hóa, Thể thao và Du lịch.", on=date(2025, 7, 4)
        ),
    ),
)
def organisation_case(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The name of a body has a capital inside a word of it ("Bộ Công An").

    Names all in capitals, abbreviations and small letters throughout are left alone. So is a capital where a
    part of the name begins, which careful print writes both ways ("Giao thông Vận tải", "Tòa án nhân dân Tối cao").
    """
    for body in article.bodies:
        if (
            body.text.isupper()
            or body.text[0].islower()
            or article.sentence_at(body.span.start).zone in QUIET
        ):
            continue
        forms = _forms(roster).get(fold(body.text), ())
        printed = body.text.split()
        spelt = [form.split() for form in forms if len(form.split()) == len(printed)]
        whole = len(printed) > 2 or any(
            fold(roster.organisations[o].name) == fold(body.text) for o in body.organisations
        )
        if not spelt or body.text in forms or not whole:
            continue
        small = [
            at
            for at, word in enumerate(printed)
            if word[:1].isupper() and all(f[at][:1].islower() for f in spelt)
        ]
        if not any(at and _continues(spelt[0][at - 1]) for at in small):
            continue
        words = [word[0].lower() + word[1:] if at in small else word for at, word in enumerate(printed)]
        right = " ".join(words)
        yield Flag(
            body.span.start,
            body.span.end,
            f"Tên cơ quan viết là “{right}”.",
            Severity.WARNING,
            (Remedy(f"Sửa thành “{right}”", (Change(body.span.start, body.span.end, right),)),),
        )


def _continues(before: str) -> bool:
    """Whether the syllable behind this one is the second of a word: "Công an", "Ủy ban"."""
    return before[:1].isupper() and not before.isupper() and fold(before) not in _KINDS


@lru_cache(maxsize=4)
def _forms(roster: Roster) -> dict[str, tuple[str, ...]]:
    """Every spelling of every body by its folded form."""
    found: dict[str, tuple[str, ...]] = {}
    for organisation in roster.organisations.values():
        for form in organisation_forms(organisation):
            found[fold(form)] = (*found.get(fold(form), ()), form)
    return found
