"""From a text to a report: the article is read, the rules run, one finding a slip, places of the caller's string."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from leadercheck._version import __version__
from leadercheck.arbitration import arbitrated
from leadercheck.article import Article, Mention, parse
from leadercheck.comments import orders
from leadercheck.coverage import coverage, is_legacy, notices, verdict
from leadercheck.document import Document, Source
from leadercheck.errors import UnknownNameError
from leadercheck.findings import finding, spoken
from leadercheck.house import notices as house_notices
from leadercheck.house import own_rules, verify
from leadercheck.lexicon import Lexicon
from leadercheck.profile import Profile
from leadercheck.report import Report
from leadercheck.roster import Roster
from leadercheck.rule import Flag, Rule
from leadercheck.rules import RULES
from leadercheck.suppression import Silence, Suppression
from leadercheck.text import Span

if TYPE_CHECKING:
    from concurrent.futures import Future

VIETNAM: Final = timezone(timedelta(hours=7))
_BATCH: Final = 32
"""Articles a worker gets at once, unless they have more than `_ROOM` code points together."""
_ROOM: Final = 200_000


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

        Raises:
            TypeError: `on` is no day, but a text or a time of day.
        """
        source = Source.of(text)
        said = orders(source, suppress)
        article = self._parse(said.source, on)
        silence = Silence(said, article.on)
        left_out = self.baseline.union(ignore)
        flags = [
            (rule, told)
            for rule in self.rules
            if rule.id not in left_out
            for flag in self._run(rule, article)
            if (told := spoken(rule, flag, article, self.profile))
        ]
        found = [finding(rule, flag, article, source, self.roster) for rule, flag in arbitrated(flags)]
        kept = [
            f
            for (_, part, *_), f in sorted(found, key=lambda item: item[0])
            if not silence.covers(f.rule, f.start + source.part_start(part), f.end + source.part_start(part))
            and f.fingerprint not in left_out
        ]
        legacy = is_legacy(article.text)
        return Report.model_construct(
            on=article.on,
            ok=None if legacy else verdict(kept, article),
            findings=tuple(kept),
            mentions=tuple(_placed(mention, source) for mention in article.mentions),
            notices=(
                *notices(article, self.roster, legacy=legacy),
                *(house_notices(self.rules, article) if self._whole else ()),
                *silence.notices(
                    self._known, [r.id for r in self.rules if r.id not in left_out], _lines(article, source)
                ),
            ),
            coverage=coverage(article),
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
        return parse(source.text, _day(on), self.roster, self._lexicon, source.zones, always=self._whole)

    def _run(self, rule: Rule, article: Article) -> list[Flag]:
        try:
            return list(rule.check(article, self.roster, self.profile))
        except Exception as error:
            error.add_note(f"leadercheck: rule {rule.id} ({rule.name}) failed on this text")
            raise


def _day(on: date | None) -> date:
    if on is None:
        return today()
    if isinstance(on, datetime) or not isinstance(on, date):
        raise TypeError(
            f"on: the day of publication is a datetime.date, not {type(on).__name__} {on!r}; "
            'date.fromisoformat("2026-05-01") makes one'
        )
    return on


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
