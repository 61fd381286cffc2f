"""N004."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article, Mention
from leadercheck.names import scattered
from leadercheck.patterns import pattern
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._names import called_for
from leadercheck.settings import QUIET
from leadercheck.spelling import glued
from leadercheck.text import fold

_LETTERS = pattern(r"[^\W\d_]+")


@rule(
    id="N004",
    name="name-broken-or-glued",
    severity=Severity.WARNING,
    citation="data/leaders.json: persons, tenures",
    vi="""Tên lãnh đạo cạnh chức danh bị dính vào chữ khác, hoặc bị dấu cách, dấu xuống dòng cắt đôi.

    Đó là khi chữ sau dính vào cuối tên, chức danh dính vào đầu tên, thừa dấu cách trong một tiếng, thiếu dấu
    cách giữa hai tiếng, hoặc xuống dòng giữa tên. Không báo khi giữa hai bên có dấu câu, khi cả tên nằm trọn
    ở dòng sau, và trong dòng ghi nguồn ảnh.
    """,
    bad=(
        Example(
            "Thủ tướng [[Phạm Minh Chínhyêu]] cầu các bộ vào cuộc.",
            on=date(2025, 7, 4),
            fixed="Thủ tướng Phạm Minh Chính yêu cầu các bộ vào cuộc.",
        ),
        Example(
            "Thủ tướng [[Phạm Minh Chí nh]] dự lễ.",
            on=date(2025, 7, 4),
            fixed="Thủ tướng Phạm Minh Chính dự lễ.",
            severity=Severity.WARNING,
        ),
        Example(
            "Chủ tịch nước Lương Cường và Thủ tướng[[Phạm Minh Chính]] dự lễ.",
            on=date(2025, 7, 4),
            fixed="Chủ tịch nước Lương Cường và Thủ tướng Phạm Minh Chính dự lễ.",
        ),
        Example(
            "Sáng nay, Thủ tướng [[Phạm Minh\nChính]] dự lễ.",
            on=date(2025, 7, 4),
            fixed="Sáng nay, Thủ tướng Phạm Minh Chính dự lễ.",
        ),
        Example("Chủ tịch nước [[LươngCường]] tiếp đoàn.", on=date(2025, 7, 4)),
    ),
    good=(
        Example("Thủ tướng Phạm Minh Chính yêu cầu các bộ vào cuộc.", on=date(2025, 7, 4)),
        Example("Hội nghị kết thúc.Thủ tướng Phạm Minh Chính phát biểu.", on=date(2025, 7, 4), near=True),
        Example("Ảnh: TTXVNPhạm Minh Chính tiếp khách.", on=date(2025, 7, 4), near=True),
        Example("Thủ tướng Phạm Minh Chính: “Không lùi bước”", on=date(2025, 7, 4)),
        Example("Chỉ đạo của Thủ tướng\nPhạm Minh Chính dự lễ.", on=date(2025, 7, 4)),
        Example("Chủ tịch nước Lương Cường (Ảnh: VnExpress)", on=date(2025, 7, 4)),
    ),
)
def name_broken_or_glued(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A leader's name beside its title is glued to a word, or broken by a blank or a line.

    A word glued to the end, a title glued to the front, a blank inside a syllable or none between two, a line
    break inside the name. A stop between, a whole name on the next line, and photo credits are left alone.
    """
    for index, mention in enumerate(article.mentions):
        if mention.zone in QUIET or not mention.titles or mention.crime:
            continue
        found = _after_title(article, mention, roster)
        if found:
            start, end, right, person, tenure = found
            yield _flag(article, start, end, right, person, (tenure,) if tenure else (), index)
    for place, run in glued(article.text.matched) if article.sentences else ():
        syllables = run.split()
        for count in range(len(syllables), 1, -1):
            name = " ".join(syllables[:count])
            people = [
                p
                for p in roster.named(name)
                if p.country is None and _is_titled(article, place, p.id, roster)
            ]
            if people:
                span = article.text.span(place, place + len(name))
                yield _flag(article, span.start, span.end, f" {name}", people[0].id, (), None)
                break


def _after_title(article: Article, mention: Mention, roster: Roster) -> tuple[int, int, str, str, str] | None:
    """Where a broken name stands, what it should be, whose it is, and by which tenure."""
    text, start, end = article.text, mention.name_start, mention.name_end
    if mention.variant in ("glued", "broken") and start is not None and end is not None:
        person = mention.person or mention.candidates[0]
        name = roster.persons[person].name
        tenures = [
            t
            for title in mention.titles
            for p, t in called_for(title, roster, article.on).items()
            if p == person
        ]
        if not tenures:
            return None
        if mention.variant == "broken":
            return start, end, name, person, tenures[0]
        rest = _LETTERS.match(text.matched, text.position(end))
        word = rest[0] if rest else ""
        return (
            start,
            text.span(text.position(start), text.position(end) + len(word)).end,
            f"{name} {word}",
            person,
            tenures[0],
        )
    if mention.status == "linked" and mention.name and mention.person and start is not None:
        if "\n" in mention.name and mention.certain and end:
            return start, end, " ".join(mention.name.split()), mention.person, ""
        return None
    if mention.name is not None:
        if mention.status != "unknown" or end is None or start is None:
            return None
        behind = text.position(end)
        after = text.matched[behind : behind + 1]
        people = [p for t in mention.titles for p in called_for(t, roster, article.on)]
        own = [p for p in people if fold(roster.persons[p].name) == fold(mention.name)]
        if after.isalpha() and own:
            return start, end, f"{mention.name} ", own[0], ""
        return None
    for title in mention.titles:
        first = text.position(title.end) + 1
        for person, tenure in called_for(title, roster, article.on).items():
            name = roster.persons[person].name
            last = scattered(text.folded, first, name)
            if last is not None and text.matched[first].isupper():
                span = text.span(first, last)
                return span.start, span.end, name, person, tenure
    return None


def _is_titled(article: Article, place: int, person: str, roster: Roster) -> bool:
    """Whether what is glued to the front of a name is the end of a title of that person, or an honorific."""
    before = article.text.folded[max(0, place - 80) : place]
    if before.endswith((" ông", " bà", "đồng chí")):
        return True
    forms = {
        fold(form)
        for spell in roster.spells_of(person)
        for position in (roster.positions[spell.tenure.position],)
        for form in (position.head, position.title, *position.forms)
    }
    return any(before.endswith(form) for form in forms)


def _flag(
    article: Article,
    start: int,
    end: int,
    right: str,
    person: str,
    evidence: tuple[str, ...],
    index: int | None,
) -> Flag:
    text = article.text
    printed = " ".join(text.matched[text.position(start) : text.position(end)].split())
    return Flag(
        start,
        end,
        f"Tên bị dính hoặc bị ngắt: “{printed}”, xem lại chỗ này; tên đúng là “{right.strip()}”."
        if printed != right.strip()
        else f"Tên “{printed}” bị dính vào chữ bên cạnh hoặc bị ngắt dòng.",
        Severity.WARNING,
        (Remedy(f"Sửa thành “{right.strip()}”", (Change(start, end, right),)),),
        evidence,
        index,
        person,
    )
