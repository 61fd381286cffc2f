"""From a text to a report: the article is read, the rules run, one finding a slip, places of the caller's string."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from leadercheck import wording
from leadercheck._version import __version__
from leadercheck.arbitration import arbitrated
from leadercheck.article import Article, Mention, parse
from leadercheck.comments import orders
from leadercheck.document import Document, Source
from leadercheck.errors import UnknownNameError
from leadercheck.house import notices as house_notices
from leadercheck.house import own_rules, verify
from leadercheck.lexicon import Lexicon
from leadercheck.profile import Profile
from leadercheck.report import Coverage, Edit, Evidence, Finding, Fix, Related, Report
from leadercheck.roster import Roster
from leadercheck.rule import Flag, Remedy, Rule, Severity
from leadercheck.rules import RULES
from leadercheck.sentences import is_quoted
from leadercheck.suppression import Silence, Suppression
from leadercheck.text import Span, Text, as_printed_like, fold

if TYPE_CHECKING:
    from concurrent.futures import Future

VIETNAM: Final = timezone(timedelta(hours=7))
_LEGACY: Final = re.compile(r"[µ¸¶·¹»¾¼½Æ©Ç®«¬¨ÊËÌ]")
_VIETNAMESE: Final = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_BATCH: Final = 32
"""Articles a worker gets at once, unless they have more than `_ROOM` code points together."""
_ROOM: Final = 200_000
_NEAR: Final = 1_000
"""So far on either side of a finding its sentence is part of its fingerprint; an endless line has many findings."""
_CENTRAL: Final = ("T.Ư", "TƯ", "TW")


class Checker:
    """A roster, a profile and rules, made once and used from any thread; holds no state between calls."""

    def __init__(
        self,
        *,
        roster: Roster | None = None,
        profile: Profile | None = None,
        rules: Sequence[Rule | str] | None = None,
        baseline: Iterable[str] = (),
    ) -> None:
        """Make a checker.

        Args:
            roster: the facts; those of the package when left out.
            profile: the house style; neutral when left out.
            rules: the rules to run, as objects or ids; all of the neutral set when left out.
            baseline: fingerprints of findings that are known and left out.

        Raises:
            UnknownNameError: a rule id that nobody knows.
            DataError: the profile names an id that nobody knows, or its own rules contradict each other.
        """
        self.roster = roster or Roster.load()
        self.profile = profile or Profile()
        own = own_rules(self.profile)
        known = {rule.id: rule for rule in (*RULES, *own)}
        verify(self.profile, known, self.roster)
        self.rules = tuple(_chosen(rules, self.profile, known))
        self._known = tuple(known)
        self._whole = bool(own)
        self.baseline = frozenset(baseline)
        self._lexicon = _lexicon(self.roster, tuple(t for r in self.rules for t in r.terms))

    def parse(self, text: str | Document, *, on: date | None = None) -> Article:
        """The reading without the judging; `on` is the day of publication, today in Việt Nam if None."""
        return self._parse(orders(Source.of(text)).source, on)

    def check(
        self,
        text: str | Document,
        *,
        on: date | None = None,
        ignore: Iterable[str] = (),
        suppress: Iterable[Suppression] = (),
    ) -> Report:
        """The report on one text.

        Args:
            text: any string, or a document in parts.
            on: the day of publication in Việt Nam; None reads the clock once.
            ignore: rule ids or fingerprints to leave out.
            suppress: places to leave out, beside those that the text itself names (see `comments`).
        """
        source = Source.of(text)
        said = orders(source, suppress)
        article = self._parse(said.source, on)
        silence = Silence(said, article.on)
        left_out = self.baseline.union(ignore)
        flags = [
            (rule, spoken)
            for rule in self.rules
            if rule.id not in left_out
            for flag in self._run(rule, article)
            if (spoken := self._spoken(rule, flag, article))
        ]
        found = [self._finding(rule, flag, article, source) for rule, flag in arbitrated(flags)]
        kept = [
            f
            for (_, part, *_), f in sorted(found, key=lambda item: item[0])
            if not silence.covers(f.rule, f.start + source.part_start(part), f.end + source.part_start(part))
            and f.fingerprint not in left_out
        ]
        legacy = _is_legacy(article.text)
        return Report(
            on=article.on,
            ok=None if legacy else _ok(kept, article),
            findings=tuple(kept),
            mentions=tuple(_placed(mention, source) for mention in article.mentions),
            notices=(
                *_notices(article, self.roster, legacy=legacy),
                *(house_notices(self.rules, article) if self._whole else ()),
                *silence.notices(
                    self._known, [r.id for r in self.rules if r.id not in left_out], _lines(article, source)
                ),
            ),
            coverage=_coverage(article),
            roster_as_of=self.roster.as_of,
            roster_sha256=self.roster.sha256,
            text_sha256=source.sha256,
            version=__version__,
        )

    def check_many(
        self, articles: Iterable[tuple[str | Document, date | None]], workers: int | None = None
    ) -> Iterator[Report]:
        """One report an article, in order, lazily; `workers` processes share the work when it is 2 or more."""
        if not workers or workers < 2:
            for text, on in articles:
                yield self.check(text, on=on)
            return
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # brings sockets; most calls need none

        waiting: deque[Future[list[Report]]] = deque()
        batches = _batches(articles)
        with ProcessPoolExecutor(workers, initializer=_adopt, initargs=(self,)) as pool:
            while True:
                while len(waiting) < 2 * workers and (batch := next(batches, None)):
                    waiting.append(pool.submit(_check_batch, batch))
                if not waiting:
                    return
                yield from waiting.popleft().result()

    def __getstate__(self) -> dict[str, object]:
        """What a worker process makes its own checker from; the automaton is not sent."""
        return {
            "roster": self.roster,
            "profile": self.profile,
            "rules": [rule.id for rule in self.rules],
            "baseline": self.baseline,
        }

    def __setstate__(self, state: dict[str, object]) -> None:
        """Make the checker anew in another process."""
        self.__init__(**state)  # type: ignore[misc]  # the state is the constructor's own arguments

    def _parse(self, source: Source, on: date | None) -> Article:
        return parse(source.text, on or today(), self.roster, self._lexicon, source.zones, always=self._whole)

    def _spoken(self, rule: Rule, flag: Flag, article: Article) -> Flag | None:
        """The flag as loud as the place and the profile let it be; None is silence."""
        spoken = _in_quotation(rule, flag, article)
        if spoken is None:
            return None
        level = self.profile.level(rule.id, _zone(flag, article), default=rule.default)
        if level is None:
            return spoken
        return None if level == "off" else replace(spoken, severity=_capped(spoken.severity, level))

    def _run(self, rule: Rule, article: Article) -> list[Flag]:
        try:
            return list(rule.check(article, self.roster, self.profile))
        except Exception as error:
            error.add_note(f"leadercheck: rule {rule.id} ({rule.name}) failed on this text")
            raise

    def _finding(
        self, rule: Rule, flag: Flag, article: Article, source: Source
    ) -> tuple[tuple[bool, int, int, int, str], Finding]:
        """The finding of a flag behind its place in the report: headline first, then the order of the text."""
        mention = article.mentions[flag.mention] if flag.mention is not None else None
        around = article.sentences[mention.sentence] if mention else article.sentence_at(flag.start)
        part = source.part_at(flag.start)
        offset = source.part_start(part)
        above = article.text.line_column(offset)[0] - 1
        line, column = article.text.line_column(flag.start)
        end_line, end_column = article.text.line_column(flag.end)
        excerpt = source.text[flag.start : flag.end]
        remedies = () if mention and mention.crime else flag.remedies[:3]
        fixes = tuple(_fix(remedy, article.text, offset) for remedy in remedies)
        whole = _whole(fixes, flag.start - offset, flag.end - offset)
        finding = Finding(
            rule=rule.id,
            name=rule.name,
            severity=flag.severity.value,
            start=flag.start - offset,
            end=flag.end - offset,
            part=source.part_id(part),
            zone=_zone(flag, article),
            line=line - above,
            column=column,
            end_line=end_line - above,
            end_column=end_column,
            excerpt=excerpt,
            message=flag.message,
            fixes=fixes,
            replacement=whole.edits[0].text if whole else None,
            safe=whole.safe if whole else False,
            related=tuple(Related(start=s - offset, end=e - offset, message=m) for s, e, m in flag.related),
            citation=rule.citation,
            evidence=tuple(self._evidence(ident) for ident in flag.evidence),
            person=flag.person,
            fingerprint=_fingerprint(
                rule.id,
                flag.person,
                article.text.source[flag.start : flag.end],
                article.text.source[
                    max(around.start, flag.start - _NEAR) : min(around.end, flag.end + _NEAR)
                ],
            ),
        )
        return (finding.zone != "headline", part, finding.start, finding.end, rule.id), finding

    def _evidence(self, ident: str) -> Evidence:
        record = self.roster.tenure_by_id.get(ident)
        body = self.roster.organisations.get(ident)
        if body is not None:
            last = body.lives[-1]
            return Evidence(
                kind="organisation",
                id=ident,
                summary=wording.life(body),
                source=last.sources[0] if last.sources else "",
            )
        person = self.roster.persons.get(ident)
        if person is not None:
            return Evidence(
                kind="person",
                id=ident,
                summary=wording.ranks(person),
                source=person.ranks[-1].source if person.ranks else "",
            )
        if record is None:
            order = next(p for p in self.roster.precedences if p.id == ident)
            return Evidence(kind="precedence", id=ident, summary=order.title, source=order.citation)
        return Evidence(
            kind="tenure", id=ident, summary=wording.tenure(record, self.roster), source=record.sources[0]
        )


def today() -> date:
    """The calendar day in Việt Nam."""
    return datetime.now(VIETNAM).date()


@lru_cache(maxsize=1)
def neutral() -> Checker:
    """The checker of `leadercheck.check`: the facts of the package, the neutral profile."""
    return Checker()


def check(text: str | Document, *, on: date | None = None, ignore: Iterable[str] = ()) -> Report:
    """The report on one text by the facts of the package and the neutral profile.

    Args:
        text: any string, or a document in parts.
        on: the day of publication in Việt Nam; None means today there.
        ignore: rule ids or fingerprints to leave out.
    """
    return neutral().check(text, on=on, ignore=ignore)


@lru_cache(maxsize=8)
def _lexicon(roster: Roster, terms: tuple[str, ...]) -> Lexicon:
    return Lexicon.of(roster, terms)


_adopted: list[Checker] = []
"""The checker of a worker process."""


def _adopt(checker: Checker) -> None:
    _adopted[:] = [checker]


def _batches(
    articles: Iterable[tuple[str | Document, date | None]],
) -> Iterator[list[tuple[str | Document, date | None]]]:
    """The articles in order, some at a time: few where they are long, so that memory is bounded by their size."""
    batch: list[tuple[str | Document, date | None]] = []
    room = _ROOM
    for text, on in articles:
        batch.append((text, on))
        room -= len(text) if isinstance(text, str) else sum(len(part.text) for part in text.parts)
        if len(batch) == _BATCH or room <= 0:
            yield batch
            batch, room = [], _ROOM
    if batch:
        yield batch


def _check_batch(batch: list[tuple[str | Document, date | None]]) -> list[Report]:
    return [_adopted[0].check(text, on=on) for text, on in batch]


def _chosen(
    rules: Sequence[Rule | str] | None, profile: Profile, known: Mapping[str, Rule]
) -> Iterator[Rule]:
    for unknown in (name for name in rules or () if isinstance(name, str) and name not in known):
        raise UnknownNameError(f"no rule has the id {unknown!r}; known: {', '.join(known)}")
    for rule in known.values() if rules is None else rules:
        chosen = known[rule] if isinstance(rule, str) else rule
        if profile.wants(chosen.id, default=chosen.default or rules is not None):
            yield chosen


def _zone(flag: Flag, article: Article) -> str:
    """The zone a flag speaks in; a quotation is one wherever it stands."""
    if flag.mention is not None:
        return article.mentions[flag.mention].zone
    sentence = article.sentence_at(flag.start)
    return "quote" if is_quoted(sentence, flag.start) else sentence.zone


def _lines(article: Article, source: Source) -> Callable[[int], int]:
    """Gives the line of a place of the joined text, counted in its part."""

    def line(place: int) -> int:
        above = article.text.line_column(source.part_start(source.part_at(place)))[0] - 1
        return article.text.line_column(place)[0] - above

    return line


def _placed(mention: Mention, source: Source) -> Mention:
    """The mention with the id of its part and offsets in it."""
    part = source.part_at(mention.start)
    offset = source.part_start(part)
    if not offset:
        return replace(mention, part=source.part_id(part)) if source.parts else mention
    return replace(
        mention,
        part=source.part_id(part),
        start=mention.start - offset,
        end=mention.end - offset,
        name_start=mention.name_start - offset if mention.name_start is not None else None,
        name_end=mention.name_end - offset if mention.name_end is not None else None,
        titles=tuple(
            replace(
                t,
                start=t.start - offset,
                end=t.end - offset,
                bare_start=t.bare_start - offset,
            )
            for t in mention.titles
        ),
        rank=Span(mention.rank.start - offset, mention.rank.end - offset) if mention.rank else None,
    )


def _capped(severity: Severity, level: str) -> Severity:
    """A profile names the loudest a rule may be; it never makes a doubtful finding louder."""
    order = list(Severity)
    return order[max(order.index(severity), order.index(Severity(level)))]


def _fix(remedy: Remedy, text: Text, offset: int) -> Fix:
    edits = []
    for change in remedy.changes:
        old = text.source[change.start : change.end]
        if change.exact:
            new = as_printed_like(change.text, old.lower(), text.source, keep_tone=change.keep_tone)
        else:
            new = as_printed_like(_shortened(change.text, text.matched), old, text.source)
        before = text.source[max(0, change.start - 8) : change.start].rstrip(" \"“'‘")[-1:]
        if old[:1].isupper() and new[:1].islower() and (not before or before in ".!?…\n"):
            new = new[0].upper() + new[1:]
        edits.append(Edit(start=change.start - offset, end=change.end - offset, text=new))
    return Fix(label=remedy.label, safe=remedy.safe, edits=tuple(edits))


def _shortened(replacement: str, article: str) -> str:
    """The replacement with "T.Ư" where the article writes so and never in full."""
    if "Trung ương" not in replacement or "Trung ương" in article:
        return replacement
    return next(
        (replacement.replace("Trung ương", short) for short in _CENTRAL if short in article), replacement
    )


def _whole(fixes: Sequence[Fix], start: int, end: int) -> Fix | None:
    """The first fix when it is one edit of exactly the finding's span."""
    if fixes and [(edit.start, edit.end) for edit in fixes[0].edits] == [(start, end)]:
        return fixes[0]
    return None


def _in_quotation(rule: Rule, flag: Flag, article: Article) -> Flag | None:
    """In a direct quotation titles and names speak one level lower, the rest is silent; own rules name their zones."""
    if rule.id[0] not in "TNOCF":
        return flag
    quoted = (
        article.mentions[flag.mention].quoted
        if flag.mention is not None
        else is_quoted(article.sentence_at(flag.start), flag.start)
    )
    if not quoted:
        return flag
    severity = flag.severity.lowered(1) if rule.id[0] in "TN" else None
    return replace(flag, severity=severity) if severity else None


def _fingerprint(rule: str, person: str | None, excerpt: str, around: str) -> str:
    parts = (rule, person or "", fold(excerpt), fold(around))
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _coverage(article: Article) -> Coverage:
    statuses = Counter(m.status for m in article.mentions)
    titles = [t for m in article.mentions if m.status == "linked" and m.name is not None for t in m.titles]
    unjudged = Counter(t.reason for t in titles if t.verdict in ("unknown", "not judged"))
    return Coverage(
        references=len(article.mentions),
        linked=statuses["linked"],
        unknown=statuses["unknown"],
        ambiguous=statuses["ambiguous"],
        foreign=statuses["foreign"],
        titles=len(titles),
        judged_yes=sum(t.verdict == "yes" for t in titles),
        judged_no=sum(t.verdict == "no" for t in titles),
        not_judged=dict(sorted(unjudged.items())),
    )


def _ok(findings: Sequence[Finding], article: Article) -> bool | None:
    if any(f.severity == "error" for f in findings):
        return False
    titled = [m for m in article.mentions if m.name is not None and m.titles and m.status != "foreign"]
    judged = any(t.verdict in ("yes", "no") for m in titled for t in m.titles)
    return None if titled and not judged else True


def _is_legacy(text: Text) -> bool:
    """Whether the text is in TCVN3 or VNI: many of their letters and none of Unicode's Vietnamese ones."""
    sample = text.matched[:20000]
    return (
        len(sample) > 40
        and len(_LEGACY.findall(sample)) * 25 > len(sample)
        and not _VIETNAMESE.search(sample)
    )


def _notices(article: Article, roster: Roster, *, legacy: bool) -> Iterator[str]:
    if legacy:
        yield "Văn bản có vẻ dùng bảng mã cũ (TCVN3 hoặc VNI), chưa kiểm tra được; hãy chuyển sang Unicode."
    stale = sum(t.reason == "after-last-confirmed" for m in article.mentions for t in m.titles)
    if stale:
        yield f"Dữ liệu xác minh đến {roster.as_of:%d/%m/%Y}; {stale} chức danh chưa đối chiếu được sau ngày này."
