"""The text as read: sentences, references with their titles and verdicts, lists, terms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from leadercheck.lexicon import Lexicon
from leadercheck.linking import Status, link
from leadercheck.lists import attendance
from leadercheck.mentions import Draft, frame_of, mentions
from leadercheck.roster import Roster
from leadercheck.sentences import Sentence, is_quoted, sentences
from leadercheck.text import Span, Text, folded_pattern
from leadercheck.titles import Reading, chains, titles
from leadercheck.verdicts import Judgement, judge
from leadercheck.when import When, dateline, when

ACTING: Final = folded_pattern(
    r"(?:^|\W)(?:tiếp|đón|dự|tham dự|chủ trì|kiểm tra|phát biểu|ký|làm việc|gặp|gặp gỡ|hội đàm|hội kiến|yêu cầu|chỉ đạo|"
    r"nhấn mạnh|cho biết|cho rằng|khẳng định|đề nghị|thăm|trao|tới|gửi|nói|nêu|kết luận|trả lời|bày tỏ|đánh giá|"
    r"điện đàm|thị sát|giao|khảo sát|tiếp xúc|trình bày|báo cáo|chúc mừng|chúc tết|dâng hương|thông tin|lưu ý|đề xuất|"
    r"kêu gọi|ban hành|quyết định|cảm ơn|tin tưởng|thống nhất|chia sẻ|khen|công bố|trao đổi|chứng kiến|rời|lên đường)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, and whether it was the person's on the day; places in the caller's code points.

    `start` includes the modifier ("nguyên"); `bare_start` does not. `touching`: it stands next to the name
    or at the name's end of its chain. `kind`, `doubt`, `evidence` and `confirmed` are those of the judgement.
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
    touching: bool = True
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference to a person; places in the caller's code points, half-open.

    `certain`: a title of the person's own or an earlier certain mention stands behind the link.
    `now`: the sentence shows that it speaks of the day of publication. `past`: that it speaks of another day.
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
    past: bool = False
    quoted: bool = False
    sentence: int = 0
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """A list of who attended: the mentions in printed order and the cue that opens it."""

    start: int
    end: int
    cue: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase that some rule asked for, where it stands."""

    key: str
    span: Span
    text: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Article:
    """What the rules see. `sentences` keep code points of the caller's text."""

    text: Text
    on: date
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    lists: tuple[Attendance, ...]
    terms: tuple[Term, ...]

    def sentence_at(self, position: int) -> Sentence:
        """The sentence at a place of the caller's text."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1
        return self.sentences[max(0, index)]


def parse(
    source: str, on: date, roster: Roster, lexicon: Lexicon, zones: Sequence[tuple[int, int, str]] = ()
) -> Article:
    """Read a text as of the day `on`; any `str` can be read."""
    text = Text.of(source)
    matched, folded = text.matched, text.folded
    hits = lexicon.scan(folded)
    terms = [h for h in hits if h.atom.terms]
    readings = titles(matched, folded, hits, lexicon)
    if not readings and not terms and not any(h.atom.persons for h in hits):
        return Article(text, on, (), (), (), ())
    bounds = sentences(matched, zones)
    starts = [s.start for s in bounds]

    def sentence_at(position: int) -> int:
        return max(0, bisect_right(starts, position) - 1)

    chains(matched, folded, readings)
    drafts = [d for d in mentions(matched, folded, hits, readings) if _is_reference(d, matched)]
    indexes = [sentence_at(d.start) for d in drafts]
    around = [folded[bounds[i].start : bounds[i].end] for i in indexes]
    before = [
        folded[max(bounds[i].start, d.start - 40) : d.start] for i, d in zip(indexes, drafts, strict=True)
    ]
    links = link(drafts, around, before, roster, on)
    for draft, answer in zip(drafts, links, strict=True):
        if answer.status == "unknown" and draft.run_end:
            draft.name_end, draft.end = draft.run_end, max(draft.end, draft.run_end)
            draft.name = matched[draft.name_start : draft.run_end]
    speaks: dict[int, When] = {}
    running = bool(drafts) and dateline(matched, on)
    found: list[Mention] = []
    for draft, answer, index, sentence in zip(drafts, links, indexes, around, strict=True):
        bound = bounds[index]
        spoken = speaks.get(index)
        if spoken is None:
            spoken = speaks[index] = when(matched, bound.start, bound.end, on)
        printed = []
        for reading in draft.readings:
            frame = reading.frame or frame_of(folded, bound.start, reading)
            judgement = Judgement("not judged", answer.status)
            if answer.status == "linked" and answer.person:
                reading.frame = frame
                if draft.name is None:
                    judgement = Judgement("not judged", "title-only")
                else:
                    judgement = judge(reading, answer.person, on, spoken, roster)
            printed.append((reading, frame, judgement))
        printed = _separate(printed, roster)
        acting = bool(ACTING.search(sentence))
        now = spoken.kind == "now" or (
            spoken.kind == "silent" and acting and (bound.zone in ("headline", "lead") or running)
        )
        span = text.span(draft.start, draft.end)
        name = text.span(draft.name_start, draft.name_end) if draft.name_start is not None else None  # type: ignore[arg-type]  # both or neither
        found.append(
            Mention(
                start=span.start,
                end=span.end,
                name_start=name.start if name else None,
                name_end=name.end if name else None,
                name=draft.name,
                status=answer.status,
                person=answer.person,
                person_name=roster.persons[answer.person].name if answer.person else None,
                candidates=answer.candidates,
                antecedent=answer.antecedent,
                titles=tuple(_title(text, draft, r, f, j) for r, f, j in printed),
                zone="quote" if is_quoted(bound, draft.start) else bound.zone,
                certain=answer.certain,
                now=now,
                past=spoken.kind == "other",
                quoted=is_quoted(bound, draft.start),
                sentence=index,
            )
        )
    return Article(
        text,
        on,
        tuple(_placed(text, bound) for bound in bounds) if not text.identity else bounds,
        tuple(found),
        tuple(
            Attendance(*_pair(text.span(a.start, a.end)), a.cue, a.items)
            for a in attendance(folded, bounds, drafts, indexes)
        ),
        tuple(
            Term(k, text.span(h.start, h.end), matched[h.start : h.end], sentence_at(h.start))
            for h in terms
            for k in h.atom.terms
        ),
    )


def _placed(text: Text, bound: Sentence) -> Sentence:
    """A sentence of the matched text in the caller's code points."""
    quoted = tuple(_pair(text.span(start, end)) for start, end in bound.quoted)
    return Sentence(*_pair(text.span(bound.start, bound.end)), bound.zone, quoted)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_reference(draft: Draft, matched: str) -> bool:
    """A title without a name counts when it means one office and is printed as a form of address."""
    if draft.name is not None:
        return True
    reading = draft.readings[0]
    return (
        0 < len(reading.positions) <= 2
        and not reading.elsewhere
        and reading.modifier is None
        and matched[reading.bare].isupper()
    )


def _separate(
    printed: list[tuple[Reading, str | None, Judgement]], roster: Roster
) -> list[tuple[Reading, str | None, Judgement]]:
    """In "Thủ tướng, Chủ tịch Quốc hội X" the first office may be another person: not judged when only it fails."""
    if len(printed) < 2 or not any(j.verdict == "yes" for _, _, j in printed):
        return printed
    return [
        (r, f, Judgement("not judged", "ambiguous-owner"))
        if j.kind in ("never", "past", "future", "deputy-lost", "acting")
        and r is not r.chain[-1]
        and all(roster.positions[p].exclusive for p in r.positions)
        else (r, f, j)
        for r, f, j in printed
    ]


def _title(text: Text, draft: Draft, reading: Reading, frame: str | None, judgement: Judgement) -> Title:
    span, bare = text.span(reading.start, reading.end), text.span(reading.bare, reading.end)
    return Title(
        start=span.start,
        end=span.end,
        text=text.matched[reading.bare : reading.end],
        positions=reading.positions,
        modifier=reading.modifier,
        frame=frame,
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
        touching=bool(reading.chain) and reading is reading.chain[-1],
        shared=draft.shared,
    )
