"""What a newsroom's own rules look at: forms as printed, titles at first mention, the order of attendance lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from msgspec import Struct

from leadercheck.article import Article, Attendance, Mention
from leadercheck.forms import Forms, places
from leadercheck.profile import OwnRule
from leadercheck.roster import Roster
from leadercheck.rule import Change, Flag, Remedy, Severity
from leadercheck.sentences import is_quoted
from leadercheck.text import Span, Text


class Slip(NamedTuple):
    """A form that is not right, at a half-open place of the matched text; `right` is "" where none is given."""

    start: int
    end: int
    wrong: str
    right: str


class Wording(Struct, frozen=True, eq=False):
    """An own rule and its forms in the automaton of all: the indexes of those wrong and of those right."""

    own: OwnRule
    forms: Forms
    wrong: range
    right: range

    def slips(self, text: Text, counts: Callable[[int, int], bool] = lambda *_: True) -> Iterator[Slip]:
        """The wrong forms in a text, the first and longest of those that overlap; not those inside a right one.

        Args:
            text: what is printed.
            counts: whether a place of the matched text is looked at.
        """
        found = places(self.forms, text.folded)
        hits = sorted((start, -end, form) for form in self.wrong for start, end in found.get(form, ()))
        if not hits:
            return
        excused = sorted(span for form in self.right for span in found.get(form, ()))
        reach = list(accumulate((end for _, end in excused), max, initial=0))
        pairs = tuple(self.own.prefer.items()) or tuple((form, "") for form in self.own.forbid)
        done = 0
        for start, negative, form in hits:
            end = -negative
            same = bisect_left(excused, (start, end + 1))
            longer = same < len(excused) and excused[same][0] == start
            if start < done or longer or reach[bisect_left(excused, (start, 0))] >= end:
                continue
            wrong, right = pairs[form - self.wrong.start]
            if (wrong.isupper() and not _stands_out(text, start, end)) or not counts(start, end):
                continue
            done = end
            if not (right and _is_right(text, start, end, right)):
                yield Slip(start, end, wrong, right)


def printed(wording: Wording, article: Article, roster: Roster) -> Iterator[Flag]:
    """Forms the newsroom does not print."""
    own = wording.own
    spoken = partial(_spoken_of, own, article)
    for slip in wording.slips(article.text, spoken):
        span = article.text.span(slip.start, slip.end)
        capital = article.text.matched[slip.start : slip.end].isupper() and not slip.wrong.isupper()
        change = Change(span.start, span.end, slip.right.upper() if capital else slip.right, exact=True)
        remedy = Remedy(f"Sửa thành “{slip.right}”", (change,), safe="*" not in slip.wrong)
        message = _told(own, f"viết “{slip.right}”" if slip.right else "")
        yield Flag(span.start, span.end, message, Severity(own.severity), (remedy,) if slip.right else ())


def unmet(wording: Wording, article: Article, roster: Roster) -> Iterator[Flag]:
    """First mentions without the title they need; it may stand anywhere between the neighbours."""
    own = wording.own
    found = places(wording.forms, article.text.folded)
    wanted = [
        (*pair, found.get(form, ())) for pair, form in zip(own.require.items(), wording.right, strict=True)
    ]
    met: set[tuple[str, str]] = set()
    for index, mention in enumerate(article.mentions):
        if mention.name is None or mention.person is None or mention.status != "linked":
            continue
        if mention.crime or mention.past or not _speaks(own, article, Span(mention.start, mention.end)):
            continue
        for ident, title, stands in wanted:
            if (ident, mention.person) in met:
                continue
            met.add((ident, mention.person))
            if ident not in (mention.person, *_offices(mention)):
                continue
            begin, end = _reach(article, index)
            if not any(begin <= start and stop <= end for start, stop in stands):
                message = _told(own, f"cần có “{title}”")
                yield Flag(
                    mention.start, mention.end, message, Severity(own.severity), _added(mention, title),
                    mention=index, person=mention.person,
                )  # fmt: skip


def unordered(wording: Wording, article: Article, roster: Roster) -> Iterator[Flag]:
    """Attendance lists that print somebody behind one who comes later in the newsroom's order."""
    own = wording.own
    ranks: dict[str, int] = {}
    for number, ident in enumerate(own.order):
        position = roster.positions.get(ident)
        for alike in (ident, *(position.equivalents if position else ())):
            ranks.setdefault(alike, number)
    for attendance in article.lists:
        ranked = [
            (rank, i) for i in attendance.items if (rank := _rank(article.mentions[i], ranks)) is not None
        ]
        behind = next(((one[1], other[1]) for one, other in pairwise(ranked) if one[0] > other[0]), None)
        if behind and _speaks(own, article, Span(attendance.start, attendance.end)):
            yield _inversion(own, article, attendance, ranked, behind)


def _inversion(
    own: OwnRule,
    article: Article,
    attendance: Attendance,
    ranked: Sequence[tuple[int, int]],
    behind: tuple[int, int],
) -> Flag:
    late, early = (article.mentions[index] for index in behind)
    listed = [article.mentions[index] for _, index in ranked]
    ordered = [article.mentions[index] for _, index in sorted(ranked, key=lambda item: item[0])]
    source = article.text.source
    changes = tuple(
        Change(place.start, place.end, source[item.start : item.end])
        for place, item in zip(listed, ordered, strict=True)
        if place is not item
    )
    return Flag(
        attendance.start, attendance.end, _told(own, f"{early.name} đứng trước {late.name}"), Severity(own.severity),
        (Remedy("Xếp lại danh sách", changes),), mention=behind[0], person=early.person,
        related=((late.start, late.end, "đứng sau"), (early.start, early.end, "đứng trước")),
    )  # fmt: skip


def _stands_out(text: Text, start: int, end: int) -> bool:
    """Whether capitals are the word's own: "TƯ" is looked for, "tư" and "ĐẦU TƯ" are other words."""
    around = text.matched[max(0, start - 24) : end + 24].partition("\n")[0]
    return text.matched[start:end].isupper() and not (
        around.isupper() and len(around) > 2 * (end - start) + 2
    )


def _is_right(text: Text, start: int, end: int, right: str) -> bool:
    """Whether the right form itself is printed; all in capitals and at the head of a sentence too."""
    form, found = Text.of(right), text.matched[start:end]
    if text.folded[start:end] != form.folded:
        return False
    capitals = [c.isupper() for c in form.matched]
    if found.isupper() or [c.isupper() for c in found] == capitals:
        return True
    before = text.matched[max(0, start - 4) : start].rstrip(" \"“'‘-–(")[-1:]
    return (not before or before in ".!?…:\n") and [False, *(c.isupper() for c in found[1:])] == capitals


def _offices(mention: Mention) -> Iterator[str]:
    """The positions printed as the person's own."""
    for title in mention.titles:
        if not title.modifier and not title.frame and title.verdict != "no" and len(title.positions) == 1:
            yield title.positions[0]


def _rank(mention: Mention, ranks: Mapping[str, int]) -> int | None:
    """The first place of the order that the person or an office of theirs has."""
    if mention.person is None or mention.status != "linked":
        return None
    return min(
        (ranks[ident] for ident in (mention.person, *_offices(mention)) if ident in ranks), default=None
    )


def _reach(article: Article, index: int) -> tuple[int, int]:
    """The stretch of a sentence that may speak of one mention, between its named neighbours, in the matched text."""
    mentions, number = article.mentions, article.mentions[index].sentence
    begin, end = article.sentences[number].start, article.sentences[number].end
    before, after = index - 1, index + 1
    while before >= 0 and mentions[before].sentence == number and mentions[before].name is None:
        before -= 1
    while after < len(mentions) and mentions[after].sentence == number and mentions[after].name is None:
        after += 1
    if before >= 0 and mentions[before].sentence == number:
        begin = mentions[before].end
    if after < len(mentions) and mentions[after].sentence == number:
        end = mentions[after].start
    return article.text.position(begin), article.text.position(end)


def _added(mention: Mention, title: str) -> tuple[Remedy, ...]:
    """The title put in front, where nothing but a title or the name stands there."""
    if "*" in title:
        return ()
    if mention.titles and mention.start == mention.titles[0].start:
        words = f"{title}, "
    elif mention.start == mention.name_start:
        words = f"{title} "
    else:
        return ()
    return (Remedy(f"Thêm “{title}”", (Change(mention.start, mention.start, words),)),)


def _told(own: OwnRule, fact: str) -> str:
    """The newsroom's message, with the right fact before its full stop."""
    message = own.message.rstrip()
    end = message[-1] if message[-1] in ".!?" else "."
    return f"{message.rstrip('.!?')}{f'; {fact}' if fact else ''}{end}"


def _spoken_of(own: OwnRule, article: Article, start: int, end: int) -> bool:
    return _speaks(own, article, article.text.span(start, end))


def _speaks(own: OwnRule, article: Article, place: Span) -> bool:
    """Whether a place stands in one sentence of a zone the rule looks at."""
    sentence = article.sentence_at(place.start)
    zone = "quote" if is_quoted(sentence, place.start) else sentence.zone
    return zone in own.zones and place.end <= sentence.end
