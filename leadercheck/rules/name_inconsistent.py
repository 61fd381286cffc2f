"""N006."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article
from leadercheck.names import LETTER, departure
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._names import is_foreign_prose
from leadercheck.settings import QUIET
from leadercheck.spelling import runs
from leadercheck.text import fold, strip_marks


@rule(
    id="N006",
    name="name-inconsistent",
    severity=Severity.NOTE,
    citation="data/leaders.json: persons; tên in hai cách trong cùng một bài",
    vi="""Một lãnh đạo trong bài còn được in bằng một tên khác, lệch một chữ cái hoặc một dấu.

    Chỉ xét tên từ ba tiếng trở lên, không kèm chức danh, và tên kia không phải của người nào đã biết. Hai
    người có tên gần giống nhau là chuyện có thật, nên đây chỉ là lưu ý. Không xét câu tiếng nước ngoài và thẻ
    (tag).
    """,
    bad=(
        Example(
            "Thủ tướng Phạm Minh Chính dự lễ. Ông [[Phạm Minh Chỉnh]] cũng trao quà cho các hộ dân.",
            on=date(2025, 7, 4),
            fixed="Thủ tướng Phạm Minh Chính dự lễ. Ông Phạm Minh Chính cũng trao quà cho các hộ dân.",
            severity=Severity.NOTE,
        ),
        Example(
            "Phó Thủ tướng Nguyễn Chí Dũng dự lễ; theo [[Nguyễn Chỉ Dũng]], dự án sẽ xong trong năm.",
            on=date(2025, 7, 4),
        ),
        Example(
            "Chủ tịch Quốc hội Trần Thanh Mẫn phát biểu. Đồng chí [[Trần Thanh Mẩn]] nhấn mạnh ba việc.",
            on=date(2025, 7, 4),
        ),
    ),
    good=(
        Example("Thủ tướng Phạm Minh Chính dự lễ. Ông Phạm Minh Chính trao quà.", on=date(2025, 7, 4)),
        Example("Thủ tướng Phạm Minh Chính gặp ông Phạm Minh Chung.", on=date(2025, 7, 4)),
        Example("Prime Minister Pham Minh Chinh. Thủ tướng Phạm Minh Chính dự lễ.", on=date(2025, 7, 4)),
        Example(
            "Bí thư Tỉnh ủy An Giang Nguyễn Tiến Hải tặng quà gia đình anh Nguyễn Tiến Hai Long.",
            on=date(2025, 8, 4),
            near=True,
        ),
        Example("Tổng Bí thư Tô Lâm về thăm. Tô Lam là tên một con đường.", on=date(2025, 7, 4)),
        Example(
            "Chủ tịch UBND TP.Đà Nẵng Phạm Đức Ấn họp khẩn. Ông Phạm Đức Ấn Nguyên nhân là do mưa lớn.",
            on=date(2025, 10, 28),
            near=True,
        ),
    ),
)
def name_inconsistent(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A leader of the article is also printed with a name that differs in one letter or mark.

    Names of three syllables and more, beside no title anywhere; the other name must be nobody's known. Two people may
    well bear near names, so this is a note. Sentences of another language and tags are left alone.
    """
    people = {
        m.person: m for m in article.mentions if m.person and m.certain and m.name and len(m.name.split()) > 2
    }
    if not people:
        return
    shapes: dict[tuple[int, str], list[str]] = defaultdict(list)
    for person in people:
        for key in _keys(roster.persons[person].name):
            shapes[key].append(person)
    titled = {m.name_start for m in article.mentions if m.titles or m.status == "linked"}
    told = {fold(m.name) for m in article.mentions if m.name and m.titles and m.status == "unknown"}
    for start, end, printed in runs(article.text.matched):
        near = {person for key in _keys(printed) for person in shapes.get(key, ())}
        span = article.text.span(start, end)
        if not near or span.start in titled or fold(printed) in told or _is_known(printed, roster):
            continue
        found = [p for p in sorted(near) if departure(printed, roster.persons[p].name) == LETTER]
        sentence = article.sentence_at(span.start)
        if len(found) != 1 or sentence.zone in QUIET or is_foreign_prose(article, span.start, span.end):
            continue
        told.add(fold(printed))
        name = roster.persons[found[0]].name
        mention = people[found[0]]
        yield Flag(
            span.start,
            span.end,
            f"Trong bài có {name} và “{printed}”: nếu là một người thì viết là {name}.",
            Severity.NOTE,
            (Remedy(f"Sửa thành “{name}”", (Change(span.start, span.end, name),)),),
            person=found[0],
            related=((mention.start, mention.end, f"{name} ở đây"),),
        )


def _keys(name: str) -> list[tuple[int, str]]:
    """What a near name shares: the number of syllables and, without marks, all of them but one."""
    syllables = strip_marks(fold(name)).split()
    if not 3 <= len(syllables) <= 5:
        return []
    return [(i, " ".join((*syllables[:i], *syllables[i + 1 :]))) for i in range(len(syllables))]


def _is_known(printed: str, roster: Roster) -> bool:
    return bool(roster.named(printed)) or fold(printed) in roster.strangers
