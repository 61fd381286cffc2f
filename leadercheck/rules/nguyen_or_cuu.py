"""F004."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article, Title
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._house import narrated

_WORDS = ("nguyên", "cựu")


@rule(
    id="F004",
    name="nguyen-or-cuu",
    severity=Severity.WARNING,
    default=False,
    citation="house style; thông báo chính thức dùng “nguyên” (tang lễ nguyên Chủ tịch nước, 5/2025)",
    vi="""Trong một bài, cùng một người khi được ghi “nguyên”, khi được ghi “cựu”, hoặc khác cách của tòa soạn.

    Không xét lãnh đạo nước ngoài, tin vụ án, lời trích và tít, vì ở đó “cựu” là chữ báo chí quen dùng. Không
    tìm thấy quy định công khai nào; thông báo chính thức dùng “nguyên”.
    """,
    bad=(
        Example(
            "Nguyên Chủ tịch nước Trương Tấn Sang dự lễ. Sau đó, [[cựu]] Chủ tịch nước Trương Tấn Sang trồng cây.",
            on=date(2025, 7, 4),
            fixed="Nguyên Chủ tịch nước Trương Tấn Sang dự lễ. Sau đó, nguyên Chủ tịch nước Trương Tấn Sang trồng cây.",
            severity=Severity.WARNING,
        ),
        Example(
            "Cựu Thủ tướng Nguyễn Tấn Dũng dự lễ; [[nguyên]] Thủ tướng Nguyễn Tấn Dũng trao quà.",
            on=date(2025, 7, 4),
        ),
        Example(
            "Ông Trương Tấn Sang, nguyên Chủ tịch nước, dự lễ. Ông Trương Tấn Sang, [[cựu]] Chủ tịch nước, nói.",
            on=date(2025, 7, 4),
        ),
    ),
    good=(
        Example(
            "Nguyên Chủ tịch nước Trương Tấn Sang và nguyên Thủ tướng Nguyễn Tấn Dũng.", on=date(2025, 7, 4)
        ),
        Example(
            "Nguyên Chủ tịch nước Trương Tấn Sang tiếp cựu Tổng thống Mỹ Barack Obama.", on=date(2025, 7, 4)
        ),
        Example(
            "Nguyên Chủ tịch nước Trương Tấn Sang; cựu Bộ trưởng Đinh La Thăng bị tuyên án.",
            on=date(2025, 7, 4),
        ),
        Example(
            "Cựu Thủ tướng Nguyễn Tấn Dũng dự lễ, cựu Thủ tướng Nguyễn Tấn Dũng nói.", on=date(2025, 7, 4)
        ),
        Example(
            "Nguyên Thủ tướng Nguyễn Tấn Dũng dự lễ. “Tôi nhớ lần cựu Thủ tướng Nguyễn Tấn Dũng về thăm xã”, cụ nói.",
            on=date(2025, 7, 4),
        ),
    ),
)
def nguyen_or_cuu(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """One person is called both "nguyên" and "cựu" in one article, or not as the newsroom writes.

    Foreign leaders, crime news, quotations and headlines are left alone: there "cựu" is the press's word.
    No public rule was found.
    """
    wanted = profile.nguyen_or_cuu
    found: dict[str, list[tuple[int, Title, str]]] = defaultdict(list)
    for index, mention in enumerate(article.mentions):
        if (
            mention.status != "linked"
            or not mention.person
            or mention.crime
            or not narrated(article, mention)
        ):
            continue
        for title in mention.titles:
            word = title.modifier or ""
            if word in _WORDS and title.start < title.bare_start:
                found[mention.person].append((index, title, word))
    for person, uses in found.items():
        right = uses[0][2] if wanted == "any" else wanted
        for index, title, word in uses:
            if word == right or roster.persons[person].country:
                continue
            at = article.text.position(title.start)
            end = article.text.span(at, at + len(word)).end
            yield Flag(
                title.start,
                end,
                f"“{word}” và “{right}” cùng chỉ {roster.persons[person].name} trong một bài."
                if wanted == "any"
                else f"Tòa soạn viết “{right}”, không viết “{word}”.",
                Severity.WARNING,
                (Remedy(f"Sửa thành “{right}”", (Change(title.start, end, right),)),),
                mention=index,
                person=person,
            )
