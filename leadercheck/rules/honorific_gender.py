"""F001."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.register import Person
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.settings import QUIET
from leadercheck.text import fold

_RIGHT = {"female": "bà", "male": "ông"}
_SYLLABLES = {"female": "thị", "male": "văn"}
"""Middle names that women, and men, bear: with them an encyclopedia's word is believed, alone neither is."""


@rule(
    id="F001",
    name="honorific-gender",
    severity=Severity.WARNING,
    citation="data/leaders.json: persons (gender)",
    vi="""Nữ bị gọi là “ông”, hoặc nam bị gọi là “bà”.

    Chỉ báo khi bài ghi đủ họ tên, biết chắc là ai, và giới tính trong dữ liệu đã được xác nhận: bằng trang
    của cơ quan hoặc báo chí, hoặc bằng một bản tổng hợp mà chữ đệm trong tên cũng phù hợp. Dữ liệu chỉ lấy từ
    bách khoa thư thì chưa đủ: nguồn ấy ghi nhầm cả chục nam lãnh đạo quen tên thành nữ. Không xét số nhiều
    (“các ông”). Lỗi này từng lên sóng và phải đính chính (“Bà Tổng thống … và phu nhân”, VTV, 1/2013).
    """,
    bad=(
        Example(
            "[[Ông]] Nguyễn Thị Kim Ngân, nguyên Chủ tịch Quốc hội, dự lễ.",
            on=date(2025, 7, 4),
            fixed="Bà Nguyễn Thị Kim Ngân, nguyên Chủ tịch Quốc hội, dự lễ.",
            severity=Severity.WARNING,
        ),
        Example("Theo [[ông]] Võ Thị Ánh Xuân, Phó Chủ tịch nước, việc này đã xong.", on=date(2025, 7, 4)),
        Example(
            "Theo [[bà]] Nguyễn Văn Nên, Bí thư Thành ủy TP.HCM, việc này đã xong.",
            on=date(2025, 7, 4),
            fixed="Theo ông Nguyễn Văn Nên, Bí thư Thành ủy TP.HCM, việc này đã xong.",
        ),
    ),
    good=(
        Example("Bà Nguyễn Thị Kim Ngân, nguyên Chủ tịch Quốc hội, dự lễ.", on=date(2025, 7, 4)),
        Example("Đồng chí Võ Thị Ánh Xuân, Phó Chủ tịch nước, dự lễ.", on=date(2025, 7, 4)),
        Example("Các ông Phạm Minh Chính, Võ Thị Ánh Xuân dự lễ.", on=date(2025, 7, 4)),
        Example("Ông Nguyễn Thanh Hải, Bí thư Đảng ủy xã, dự lễ.", on=date(2025, 7, 4)),
        Example("Vợ chồng ông Nguyễn Văn Nên và bà Lê Thị Hoa dự lễ.", on=date(2025, 7, 4)),
        Example("Phó Chủ tịch nước Võ Thị Ánh Xuân tiếp ông Võ Văn An.", on=date(2025, 7, 4)),
    ),
)
def honorific_gender(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A woman is called "ông", or a man "bà".

    Only of a certain person by the full name, and only where the gender on record is confirmed: by a page of
    an office or of the press, or by a compiled record and a middle name that agrees with it. Records compiled
    from encyclopedias alone call a dozen well-known men women. Plurals ("các ông") are left alone.
    Source of the case: a corrected broadcast ("Bà Tổng thống … và phu nhân", VTV, 1/2013).
    """
    for index, mention in enumerate(article.mentions):
        if not mention.certain or mention.person is None or mention.zone in QUIET:
            continue
        person = roster.persons[mention.person]
        right = _RIGHT.get(_confirmed(person, roster) or "", "")
        if not right or person.country or fold(mention.name or "") != fold(person.name):
            continue
        for word in mention.address:
            if word.word in ("ông", "bà") and word.word != right and not word.plural:
                yield Flag(
                    word.start,
                    word.end,
                    f"{person.name} là {'nữ' if right == 'bà' else 'nam'}, không gọi là “{word.word}”.",
                    Severity.WARNING,
                    (Remedy(f"Sửa thành “{right}”", (Change(word.start, word.end, right),)),),
                    mention=index,
                    person=person.id,
                )


def _confirmed(person: Person, roster: Roster) -> str | None:
    """The gender on record where more than one thing speaks for it; else None."""
    pages = [s for s in person.sources if s != "own knowledge"]
    told = any(map(roster.is_page, pages))
    agrees = bool(person.gender) and _SYLLABLES[person.gender or ""] in fold(person.name).split()[1:-1]
    against = any(s in fold(person.name).split()[1:-1] for g, s in _SYLLABLES.items() if g != person.gender)
    return person.gender if (told or (agrees and pages)) and not against else None
