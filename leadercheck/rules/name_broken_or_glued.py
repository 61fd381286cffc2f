"""N004."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from leadercheck.article import Article, Mention, Term
from leadercheck.names import scattered
from leadercheck.patterns import pattern
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._names import called_for
from leadercheck.settings import CRIME, QUIET
from leadercheck.spelling import glued
from leadercheck.spotting import RUN
from leadercheck.surnames import SURNAMES
from leadercheck.text import fold

_LETTERS = pattern(r"[^\W\d_]+")
_SHORTEST: Final = 3
_BROKEN: Final = dict.fromkeys(
    f"{surname[:at]} {surname[at:]}"
    for surname in SURNAMES
    if len(surname) >= _SHORTEST
    for at in range(1, len(surname))
)
"""Every surname with a blank in it."""
_BESIDE: Final = 40
"""So far before such a name a title of its bearer is looked for."""


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
        Example(
            "Bộ trưởng [[Lư ơng Tam Quang]] biểu dương các đơn vị.",
            on=date(2025, 7, 4),
            fixed="Bộ trưởng Lương Tam Quang biểu dương các đơn vị.",
        ),
    ),
    good=(
        Example("Thủ tướng Phạm Minh Chính yêu cầu các bộ vào cuộc.", on=date(2025, 7, 4)),
        Example("Hội nghị kết thúc.Thủ tướng Phạm Minh Chính phát biểu.", on=date(2025, 7, 4), near=True),
        Example("Ảnh: TTXVNPhạm Minh Chính tiếp khách.", on=date(2025, 7, 4), near=True),
        Example("Thủ tướng Phạm Minh Chính: “Không lùi bước”", on=date(2025, 7, 4)),
        Example("Chỉ đạo của Thủ tướng\nPhạm Minh Chính dự lễ.", on=date(2025, 7, 4)),
        Example("Chủ tịch nước Lương Cường (Ảnh: VnExpress)", on=date(2025, 7, 4)),
        Example("Ông Ph ạm Minh Chính ở xã bên dự lễ.", on=date(2025, 7, 4)),
    ),
    terms=tuple(_BROKEN),
)
def name_broken_or_glued(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A leader's name beside its title is glued to a word, or broken by a blank or a line.

    A word glued to the end, a title glued to the front, a blank inside a syllable or none between two, a line
    break inside the name. A stop between, a whole name on the next line, and photo credits are left alone.
    """
    told: set[int] = set()
    for index, mention in enumerate(article.mentions):
        if mention.zone in QUIET or not mention.titles or mention.crime:
            continue
        found = _after_title(article, mention, roster)
        if found:
            start, end, right, person, tenure = found
            told.add(start)
            yield _flag(article, start, end, right, person, (tenure,) if tenure else (), index)
    for term in article.terms:
        if term.key in _BROKEN and term.span.start not in told:
            yield from _with_broken_surname(article, term, roster)
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


def _with_broken_surname(article: Article, term: Term, roster: Roster) -> Iterator[Flag]:
    """A registered name whose surname a blank broke, behind a title of its bearer that may be short."""
    text, sentence = article.text, article.sentences[term.sentence]
    start, end = text.position(term.span.start), text.position(term.span.end)
    first, _, second = text.matched[start:end].partition(" ")
    others = RUN.match(text.matched, end + 1) if text.matched.startswith(" ", end) else None
    if not others or not first[:1].isupper() or not second.islower() or sentence.zone in QUIET:
        return
    if CRIME.search(text.folded, text.position(sentence.start), text.position(sentence.end)):
        return
    syllables = others[0].split()
    for count in range(len(syllables), 0, -1):
        name = " ".join([first + second, *syllables[:count]])
        before = text.folded[max(0, start - _BESIDE) : start]
        for person in roster.named(name):
            if person.country is None and any(head in before for head in _heads(person.id, roster)):
                last = others.start() + len(" ".join(syllables[:count]))
                span = text.span(start, last)
                yield _flag(article, span.start, span.end, person.name, person.id, (), None)
                return


def _heads(person: str, roster: Roster) -> set[str]:
    return {fold(roster.positions[s.tenure.position].head) for s in roster.spells_of(person)}


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
