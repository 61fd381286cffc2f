"""O003."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from leadercheck import wording
from leadercheck.article import Article, Term
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule

_NAMES = {
    "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam": "ban-chap-hanh-trung-uong-dang",
    "Ban Chấp hành Trung ương Đảng": "ban-chap-hanh-trung-uong-dang",
    "Quốc hội nước": "quoc-hoi",
    "Quốc hội": "quoc-hoi",
    "Chủ tịch nước": "chu-tich-nuoc",
    "Chính phủ nước": "chinh-phu",
    "Chính phủ": "chinh-phu",
    "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam": "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam",
    "Ủy ban Trung ương MTTQ Việt Nam": "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam",
}
_NOTICES = ("thông báo tang lễ", "vô cùng thương tiếc báo tin", "thương tiếc báo tin", "trân trọng báo tin")
_STATE = "cộng hòa xã hội chủ nghĩa việt nam"
_ENOUGH = 3


@rule(
    id="O003",
    name="institutions-inverted",
    severity=Severity.WARNING,
    default=False,
    citation="Nghị định 105/2012/NĐ-CP (17/12/2012), Điều 6: các cơ quan đứng tên thông báo Lễ Quốc tang",
    terms=(*_NAMES, *_NOTICES),
    vi="""Tin buồn nêu các cơ quan đứng tên thông báo không đúng thứ tự trong nghị định.

    Chỉ xét khi có từ ba cơ quan trở lên đứng liền nhau trong câu báo tin. Quốc hội và Chủ tịch nước được in
    theo cả hai thứ tự nên coi là ngang nhau; ở những câu khác, các cơ quan đứng thế nào cũng được.
    """,
    bad=(
        Example(
            "[[Chính phủ, Quốc hội, Chủ tịch nước, Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam]] vô cùng thương tiếc "
            "báo tin.",
            on=date(2025, 5, 21),
            severity=Severity.WARNING,
        ),
        Example(
            "[[Quốc hội, Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam, Chủ tịch nước, Chính phủ]] thương tiếc báo tin.",
            on=date(2025, 5, 21),
        ),
        Example(
            "[[Ban Chấp hành Trung ương Đảng, Ủy ban Trung ương MTTQ Việt Nam, Quốc hội]] trân trọng báo tin.",
            on=date(2025, 5, 21),
        ),
    ),
    good=(
        Example(
            "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam, Quốc hội, Chủ tịch nước, Chính phủ, Ủy ban Trung ương Mặt "
            "trận Tổ quốc Việt Nam vô cùng thương tiếc báo tin.",
            on=date(2025, 5, 21),
            near=True,
        ),
        Example(
            "Ban Chấp hành Trung ương Đảng, Chủ tịch nước, Quốc hội, Chính phủ thương tiếc báo tin.",
            on=date(2025, 5, 21),
            near=True,
        ),
        Example("Chính phủ, Quốc hội, Chủ tịch nước đều quan tâm tới việc này.", on=date(2025, 5, 21)),
        Example("Chính phủ và Quốc hội thương tiếc báo tin.", on=date(2025, 5, 21)),
        Example(
            "Chính phủ đã họp. Quốc hội và Chủ tịch nước thương tiếc báo tin theo nghi thức.",
            on=date(2025, 5, 21),
        ),
    ),
)
def institutions_inverted(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """An obituary notice names the bodies that sign it in another order than the decree.

    Three bodies or more side by side in a sentence that gives the notice. Quốc hội and Chủ tịch nước are
    printed both ways and count as equal; elsewhere bodies stand in any order.
    """
    scheme = roster.precedence(article.on, "institutions")
    if scheme is None:
        return
    ranks = {ident: rank for rank, group in enumerate(scheme.groups) for ident in group}
    notices = {t.sentence for t in article.terms if t.key in _NOTICES}
    for sentence in sorted(notices):
        bodies = [t for t in article.terms if t.sentence == sentence and t.key in _NAMES]
        run: list[Term] = []
        for term in [*bodies, None]:
            if term and run and _joined(article.text.source[run[-1].span.end : term.span.start]):
                run.append(term)
                continue
            order = [ranks[_NAMES[t.key]] for t in run if _NAMES[t.key] in ranks]
            if len(run) >= _ENOUGH and any(a > b for a, b in pairwise(order)):
                ordered = sorted(run, key=lambda t: ranks.get(_NAMES[t.key], len(ranks)))
                yield Flag(
                    run[0].span.start,
                    run[-1].span.end,
                    f"Thứ tự theo Nghị định 105/2012: {wording.listed([t.text for t in ordered])}.",
                    Severity.WARNING,
                    evidence=(scheme.id,),
                )
            run = [term] if term else []


def _joined(gap: str) -> bool:
    """Whether only a comma, "và" and the name of the State stand between two bodies."""
    rest = (
        gap.lower()
        .replace("hoà", "hòa")
        .replace(_STATE, "")
        .replace("chxhcn việt nam", "")
        .replace("nước", "")
    )
    return rest.strip() in (",", ";", "và", ", và", "; và")
