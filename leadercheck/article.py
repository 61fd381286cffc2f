"""The text as read: sentences, references with their titles and verdicts, lists, terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, compress
from typing import Any, Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from leadercheck.address import Honorific, honorifics, nameless
from leadercheck.alone import is_reference, is_vague
from leadercheck.chains import chains
from leadercheck.frames import frame_of, is_held_before, told
from leadercheck.judging import judged
from leadercheck.lexicon import Lexicon
from leadercheck.linking import Link, Status, link
from leadercheck.lists import attendance
from leadercheck.mentions import mentions
from leadercheck.names import Variant
from leadercheck.others import Around
from leadercheck.roster import Roster
from leadercheck.sentences import Sentence, is_quoted, sentences
from leadercheck.settings import QUIET, Setting, is_now_without, settings
from leadercheck.sharing import pass_back
from leadercheck.spelling import Miscased, miscased
from leadercheck.spotting import Draft, as_printed, rank_before
from leadercheck.text import Span, Text
from leadercheck.titles import Reading, on_the_day, titles
from leadercheck.verdicts import Judgement

_EARLIEST: Final = date(1800, 1, 1)
_LATEST: Final = date(2200, 12, 31)
"""Days outside are judged as these, so that no reckoning with days leaves the calendar."""
_BESIDE: Final = 40
_BEHIND: Final = 24
"""Code points before and behind a reference that are looked at."""


class Title(Struct, frozen=True):
    """A title as printed, and whether it was the person's on the day; places in the caller's code points.

    `start` includes the modifier ("nguyên"); `bare_start` does not. `shared`: it is a plural's.
    `open`: a bare head that bodies outside the register have too. `kind`, `doubt`, `evidence` and `confirmed` are those of the judgement.
    `place_type`: the type printed before the place, folded: "tỉnh", "tp", "huyện"; "" where none is. `term`: that printed
    behind the title, folded ("xv", "2021-2026"); `term_now`: but for it, the sentence speaks of now.
    """

    start: int
    end: int
    text: str
    positions: tuple[str, ...]
    modifier: str | None
    frame: str | None
    verdict: Literal["yes", "no", "unknown", "not judged"]
    reason: str
    day: date | None
    bare_start: int = 0
    organisations: tuple[str, ...] = ()
    place: str | None = None
    evidence: tuple[str, ...] = ()
    kind: str = ""
    doubt: int = 0
    confirmed: date | None = None
    shared: bool = False
    open: bool = False
    place_type: str = ""
    term: str | None = None
    term_now: bool = False


class Mention(Struct, frozen=True):
    """One reference to a person; places in the caller's code points, half-open.

    `certain`: a title of the person's own or an earlier certain mention stands behind the link.
    `rank`: the place of the rank of army or police printed before the name or its titles, unless the sentence tells of a promotion.
    `now`: the sentence shows that it speaks of the day of publication; `running`: only the opening of the article
    does. `past`: the sentence speaks of another day. `crime`: it, or the headline, is crime news.
    `variant`: the slip for which a name written otherwise is taken for the person's; linked so, or ambiguous where
    somebody else may well be meant. Its titles are called right or are not judged.
    `part`: the id of the document's part, to which all places then refer; the report sets it.
    """

    start: int
    end: int
    name_start: int | None
    name_end: int | None
    name: str | None
    status: Status
    person: str | None
    person_name: str | None
    candidates: tuple[str, ...]
    antecedent: int | None
    titles: tuple[Title, ...]
    zone: str
    certain: bool = False
    now: bool = False
    running: bool = False
    crime: bool = False
    past: bool = False
    quoted: bool = False
    sentence: int = 0
    address: tuple[Honorific, ...] = ()
    rank: Span | None = None
    part: str | None = None
    variant: Variant | None = None


class Attendance(Struct, frozen=True):
    """A list of who attended: the mentions in printed order and the cue that opens it."""

    start: int
    end: int
    cue: str
    items: tuple[int, ...]


class Term(Struct, frozen=True):
    """A phrase that some rule asked for, where it stands."""

    key: str
    span: Span
    text: str
    sentence: int


class Body(Struct, frozen=True):
    """An organisation named, alone or in a title."""

    span: Span
    text: str
    organisations: tuple[str, ...]


class Article(Struct, frozen=True):
    """What the rules see. `sentences` keep code points of the caller's text.

    `nameless`: an honorific and titles that no name goes with. `miscased`: registered names in odd capitals.
    """

    text: Text
    on: date
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    lists: tuple[Attendance, ...]
    terms: tuple[Term, ...]
    bodies: tuple[Body, ...] = ()
    nameless: tuple[Span, ...] = ()
    miscased: tuple[Miscased, ...] = ()

    def sentence_at(self, position: int) -> Sentence:
        """The sentence at a place of the caller's text."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1
        return self.sentences[max(0, index)]


def parse(
    source: str,
    on: date,
    roster: Roster,
    lexicon: Lexicon,
    zones: Sequence[tuple[int, int, str]] = (),
    *,
    always: bool = False,
) -> Article:
    """Read a text as of the day `on`; any `str` can be read.

    Where nothing of the lexicon stands in it, its sentences are read only `always`.
    """
    text = Text.of(source)
    day = min(max(on, _EARLIEST), _LATEST)
    matched, folded = text.matched, text.folded
    hits = lexicon.scan(folded)
    terms = [h for h in hits if h.atom.terms]
    readings = titles(matched, folded, hits, lexicon)
    if not always and not readings and not terms and not any(h.atom.persons for h in hits):
        return Article(text, on, (), (), (), ())
    bounds = sentences(
        matched, [(text.position(start), text.position(end), zone) for start, end, zone in zones]
    )
    starts = [bound.start for bound in bounds]
    on_the_day(readings, roster, day)
    chains(matched, folded, readings)
    slips = list(miscased(matched, folded, hits, readings))
    drafts = mentions(matched, folded, hits, readings, {s.start for s in slips})
    pass_back(folded, drafts, roster, day)
    gaps = nameless(folded, drafts)
    indexes = [max(0, bisect_right(starts, draft.start) - 1) for draft in drafts]
    kept = [is_reference(d, matched, folded, bounds[i].zone) for d, i in zip(drafts, indexes, strict=True)]
    drafts, indexes = list(compress(drafts, kept)), list(compress(indexes, kept))
    around = settings(text, bounds, [(i, d.start) for i, d in zip(indexes, drafts, strict=True)], day)
    for draft, index in zip(drafts, indexes, strict=True):
        bound = bounds[index]
        for reading in draft.readings:
            reading.told = reading.told or told(folded, reading)
            if bound.zone in QUIET:
                reading.frame = bound.zone
            else:
                close = max(draft.end, *(r.end for r in draft.readings))
                reading.frame = reading.frame or frame_of(folded, bound.start, bound.end, reading, close)
    places = [(h.start, h.atom.places[0]) for h in hits if h.atom.places and matched[h.start].isupper()]
    everywhere = frozenset(place for _, place in places)
    beside = [
        Around(
            folded[max(bounds[i].start, d.start - _BESIDE) : d.start],
            folded[d.end : d.end + _BEHIND],
            as_printed(matched, d),
            folded[d.name_start or 0 : (d.name_end or 0) + _BEHIND],
            _places_in(bounds[i], places) or (everywhere if len(everywhere) == 1 else frozenset()),
        )
        for i, d in zip(indexes, drafts, strict=True)
    ]
    links = link(drafts, around, beside, roster, day)
    drafts, indexes, around, links = _settled(drafts, indexes, around, links)
    found = []
    for draft, answer, index, setting in zip(drafts, links, indexes, around, strict=True):
        if answer.status == "unknown" and draft.run_end:
            draft.name_end, draft.end = draft.run_end, max(draft.end, draft.run_end)
            draft.name = matched[draft.name_start : draft.run_end]
        if answer.variant and draft.name_start is not None:
            whole, draft.name_end = draft.end == draft.name_end, draft.name_start + answer.length
            draft.end = draft.name_end if whole else max(draft.end, draft.name_end)
            draft.name = matched[draft.name_start : draft.name_end]
        for reading in draft.readings if answer.status == "foreign" else ():
            reading.positions = () if reading.foreign or reading.joint else reading.positions
        for reading in draft.readings if answer.variant == "case" else ():
            reading.frame = None if reading.frame == "miscased" else reading.frame
        quoted = is_quoted(bounds[index], draft.start)
        found.append(
            Mention(
                **_places(text, draft),
                name=draft.name,
                status=answer.status,
                person=answer.person,
                person_name=roster.persons[answer.person].name if answer.person else None,
                candidates=answer.candidates,
                antecedent=answer.antecedent,
                titles=tuple(
                    _title(
                        text,
                        draft,
                        r,
                        j,
                        now=r.term is not None
                        and is_now_without(text, bounds[index], day, r.term_start, r.end),
                    )
                    for r, j in judged(draft, answer, setting, roster, day)
                ),
                zone="quote" if quoted else bounds[index].zone,
                certain=answer.certain,
                now=setting.now,
                running=setting.running,
                crime=setting.crime,
                past=setting.when.kind == "other" and all(r.told != "now" for r in draft.readings),
                quoted=quoted,
                sentence=index,
                address=tuple(
                    Honorific(*_pair(text.span(h.start, h.end)), h.word, h.plural)
                    for h in honorifics(folded, draft)
                ),
                rank=text.span(*rank)
                if (rank := rank_before(folded, draft, bounds[index].start, bounds[index].end))
                else None,
                variant=answer.variant,
            )
        )
    return Article(
        text,
        on,
        bounds if text.identity else tuple(_placed(text, bound) for bound in bounds),
        tuple(found),
        tuple(
            Attendance(*_pair(text.span(a.start, a.end)), a.cue, a.items)
            for a in attendance(folded, bounds, drafts, indexes)
        ),
        tuple(
            Term(
                key,
                text.span(h.start, h.end),
                matched[h.start : h.end],
                max(0, bisect_right(starts, h.start) - 1),
            )
            for h in terms
            for key in h.atom.terms
        ),
        tuple(
            Body(text.span(h.start, h.end), matched[h.start : h.end], h.atom.organisations)
            for h in hits
            if h.atom.organisations
        ),
        tuple(text.span(*gap) for gap in gaps),
        tuple(Miscased(*_pair(text.span(m.start, m.end)), m.persons, m.positions) for m in slips),
    )


def _places_in(bound: Sentence, places: Sequence[tuple[int, str]]) -> frozenset[str]:
    """The provinces that a sentence names; `places` are (first code point, province) in order."""
    first, last = (bisect_left(places, at, key=lambda place: place[0]) for at in (bound.start, bound.end))
    return frozenset(place for _, place in places[first:last])


def _settled(
    drafts: list[Draft], indexes: list[int], around: list[Setting], links: list[Link]
) -> tuple[list[Draft], list[int], list[Setting], list[Link]]:
    """Without the short titles that turned out to mean nobody; "Tổng Bí thư, Chủ tịch nước" of one person is one.

    Antecedents are counted anew.
    """
    home = list(range(len(drafts)))
    for index in range(1, len(drafts)):
        draft, first = drafts[index], home[index - 1]
        person = links[index].person
        if draft.chained and person and drafts[first].name is None and links[first].person == person:
            drafts[first].readings += draft.readings
            drafts[first].end = draft.end
            home[index] = first
    kept = [
        home[i] == i
        and (not d.odd or a.status in ("linked", "foreign"))
        and (d.name is not None or a.status != "unknown" or not is_vague(d))
        for i, (d, a) in enumerate(zip(drafts, links, strict=True))
    ]
    if all(kept):
        return drafts, indexes, around, links
    places = list(accumulate(kept, initial=0))
    moved = [
        replace(a, antecedent=places[home[a.antecedent]]) if a.antecedent is not None else a
        for a in compress(links, kept)
    ]
    return list(compress(drafts, kept)), list(compress(indexes, kept)), list(compress(around, kept)), moved


def _places(text: Text, draft: Draft) -> dict[str, Any]:
    """Where a reference and its name stand in the caller's text."""
    span = text.span(draft.start, draft.end)
    if draft.name_start is None or draft.name_end is None:
        return {"start": span.start, "end": span.end, "name_start": None, "name_end": None}
    name = text.span(draft.name_start, draft.name_end)
    return {"start": span.start, "end": span.end, "name_start": name.start, "name_end": name.end}


def _placed(text: Text, bound: Sentence) -> Sentence:
    """A sentence of the matched text in the caller's code points."""
    quoted = tuple(_pair(text.span(start, end)) for start, end in bound.quoted)
    return Sentence(*_pair(text.span(bound.start, bound.end)), bound.zone, quoted)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _title(text: Text, draft: Draft, reading: Reading, judgement: Judgement, *, now: bool) -> Title:
    span, bare = text.span(reading.start, reading.end), text.span(reading.bare, reading.end)
    held = judgement.verdict == "yes" and is_held_before(text.folded, reading, draft.name_end, draft.end)
    return Title(
        start=span.start,
        end=span.end,
        text=text.matched[reading.bare : reading.end],
        positions=reading.positions,
        modifier=reading.modifier,
        frame=None if held else reading.frame,
        verdict=judgement.verdict,
        reason=judgement.reason,
        day=judgement.day,
        bare_start=bare.start,
        organisations=reading.organisations,
        place=reading.place,
        evidence=judgement.evidence,
        kind=judgement.kind,
        doubt=judgement.doubt,
        confirmed=judgement.confirmed,
        shared=draft.shared,
        open=reading.open,
        place_type=reading.place_type,
        term=reading.term,
        term_now=now,
    )
