"""F002."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from leadercheck.address import Honorific
from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._house import minority, narrated

_COMRADE = "đồng chí"


@rule(
    id="F002",
    name="honorific-mixed",
    severity=Severity.WARNING,
    default=False,
    citation="house style: cách xưng hô thống nhất trong một bài",
    vi="""Trong một bài, tòa soạn gọi cùng một người khi là “đồng chí”, khi là “ông” hoặc “bà”.

    Nếu hồ sơ tòa soạn đặt `address`, mọi cách xưng hô khác đều bị báo, dù trong bài có lẫn hay không. Không
    xét lời trích và tít. Không tìm thấy quy định công khai nào về việc này: báo Đảng thường dùng “đồng chí”,
    các báo khác thường dùng “ông”, “bà”.
    """,
    bad=(
        Example(
            "Đồng chí Phạm Minh Chính, Thủ tướng Chính phủ, dự lễ. Cuối buổi, [[ông]] Phạm Minh Chính trao quà.",
            on=date(2025, 7, 4),
            severity=Severity.WARNING,
        ),
        Example(
            "Ông Lương Cường, Chủ tịch nước, dự lễ. Ông Lương Cường phát biểu. [[Đồng chí]] Lương Cường trao quà.",
            on=date(2025, 7, 4),
        ),
        Example(
            "Bà Võ Thị Ánh Xuân, Phó Chủ tịch nước, dự lễ; [[đồng chí]] Võ Thị Ánh Xuân trao học bổng.",
            on=date(2025, 7, 4),
        ),
    ),
    good=(
        Example("Đồng chí Phạm Minh Chính dự lễ. Đồng chí Phạm Minh Chính trao quà.", on=date(2025, 7, 4)),
        Example("Ông Phạm Minh Chính dự lễ. Thủ tướng Phạm Minh Chính trao quà.", on=date(2025, 7, 4)),
        Example("Ông Phạm Minh Chính dự lễ. Đồng chí Lương Cường trao quà.", on=date(2025, 7, 4)),
        Example(
            "Ông Phạm Minh Chính dự lễ. Một đại biểu nói: “Chúng tôi rất nhớ lần đồng chí Phạm Minh Chính về thăm "
            "xã chúng tôi hôm ấy”.",
            on=date(2025, 7, 4),
        ),
        Example("Thủ tướng Phạm Minh Chính dự lễ. Ngài Phạm Minh Chính được mời.", on=date(2025, 7, 4)),
    ),
)
def honorific_mixed(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The newsroom calls one person both "đồng chí" and "ông" or "bà" in one article.

    With `address` set in the profile, every other form is told, mixed or not. Quotations and headlines are
    left alone. No public rule was found; Party papers print "đồng chí", commercial ones "ông" and "bà".
    """
    wanted = profile.address
    forms: dict[str, tuple[list[tuple[int, Honorific]], list[tuple[int, Honorific]]]] = defaultdict(
        lambda: ([], [])
    )
    for index, mention in enumerate(article.mentions):
        if mention.status == "linked" and mention.person and mention.name and narrated(article, mention):
            for word in mention.address:
                if word.word in (_COMRADE, "ông", "bà"):
                    forms[mention.person][word.word != _COMRADE].append((index, word))
    for person, (comrades, others) in forms.items():
        if roster.persons[person].country:
            continue
        if wanted == "any":
            odd = minority(others, comrades) if others and comrades else ()
            if len(others) == len(comrades):
                odd = max(others, comrades, key=lambda found: found[0][1].start) if odd else ()
        else:
            odd = comrades if wanted == "ông_bà" else others
        for index, word in odd:
            yield Flag(
                word.start,
                word.end,
                f"Gọi {roster.persons[person].name} bằng “{word.word}”"
                + (
                    " và cả cách khác trong cùng một bài."
                    if wanted == "any"
                    else ", khác cách xưng hô của tòa soạn."
                ),
                Severity.WARNING,
                mention=index,
                person=person,
            )
