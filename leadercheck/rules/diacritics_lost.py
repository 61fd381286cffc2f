"""N002."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._names import called_for, is_foreign_prose
from leadercheck.settings import QUIET


@rule(
    id="N002",
    name="diacritics-lost",
    severity=Severity.WARNING,
    citation="data/leaders.json: persons, tenures",
    vi="""Tên người đứng cạnh đúng chức danh của mình mà mất dấu ở một tiếng hoặc ở cả tên.

    Chức danh phải là của người ấy vào khoảng ngày đó (hoặc từng là của người ấy, nếu ghi “nguyên”, “cựu”,
    “cố”), và chỉ một người khớp; tên hai tiếng đi sau chức danh viết gọn thì chỉ là lưu ý. Không xét câu
    tiếng nước ngoài, đường dẫn, hashtag và tin vụ án.
    """,
    bad=(
        Example(
            "Sáng nay, Thủ tướng [[Pham Minh Chinh]] chủ trì hội nghị.",
            on=date(2025, 7, 4),
            fixed="Sáng nay, Thủ tướng Phạm Minh Chính chủ trì hội nghị.",
        ),
        Example(
            "Phó Thủ tướng [[Nguyễn Chi Dung]] kiểm tra công trường.",
            on=date(2025, 7, 4),
            fixed="Phó Thủ tướng Nguyễn Chí Dũng kiểm tra công trường.",
        ),
        Example(
            "Đồng chí [[Tran Cam Tu]], Ủy viên Bộ Chính trị, Thường trực Ban Bí thư, dự lễ.",
            on=date(2025, 12, 2),
            severity=Severity.WARNING,
        ),
    ),
    good=(
        Example("Sáng nay, Thủ tướng Phạm Minh Chính chủ trì hội nghị.", on=date(2025, 7, 4)),
        Example(
            "Prime Minister Pham Minh Chinh met President Luong Cuong in Hanoi.",
            on=date(2025, 7, 4),
            near=True,
        ),
        Example("Xem thêm: https://vi.example/thu-tuong-Pham-Minh-Chinh #PhamMinhChinh", on=date(2025, 7, 4)),
        Example("Thủ tướng Pham Minh Chinh meets leaders in Kuala Lumpur.", on=date(2025, 7, 4)),
        Example("Thủ tướng Lào Sonexay Siphandone và Thủ tướng Hun Manet hội đàm.", on=date(2025, 7, 4)),
        Example("Chủ tịch UBND xã Pham Minh Chinh bị khởi tố.", on=date(2025, 7, 4)),
        Example("Bộ trưởng Ngoại giao Thái Lan Sihasak dự họp.", on=date(2025, 12, 2), near=True),
    ),
)
def diacritics_lost(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A name beside its own title lost the marks of one syllable or of all.

    The title must be the bearer's about that day (or once, where it says nguyên, cựu or cố), and one
    bearer alone must fit; a name of two syllables behind a short title is only a note. Sentences of another language, links, hashtags and crime news are left alone.
    """
    for index, mention in enumerate(article.mentions):
        start, end = mention.name_start, mention.name_end
        if mention.variant != "marks-lost" or start is None or end is None:
            continue
        if mention.crime or mention.zone in QUIET or is_foreign_prose(article, mention.start, mention.end):
            continue
        person = mention.person or mention.candidates[0]
        for title in mention.titles:
            tenure = called_for(title, roster, article.on).get(person)
            if tenure is None:
                continue
            name = roster.persons[person].name
            yield Flag(
                start,
                end,
                f"“{article.text.source[start:end]}” mất dấu: {title.text} ngày {wording.day(article.on)} là {name}."
                if title.modifier is None
                else f"“{article.text.source[start:end]}” mất dấu: tên đúng là {name}.",
                Severity.WARNING if mention.status == "linked" else Severity.NOTE,
                (Remedy(f"Sửa thành “{name}”", (Change(start, end, name),)),),
                (tenure,),
                index,
                person,
            )
            break
