"""From a text to a report: rules run, one finding a slip, places in the caller's string."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from leadercheck import wording
from leadercheck.article import Article, Mention, parse
from leadercheck.errors import UnknownNameError
from leadercheck.lexicon import Lexicon
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Flag, Remedy, Rule, Severity
from leadercheck.rules import RULES
from leadercheck.text import Text, as_printed_like, fold

VIETNAM: Final = timezone(timedelta(hours=7))
ARBITRATION: Final = ("N001", "T005", "T006", "T009", "T004", "T002", "T003", "T001")
"""One slip gives one finding: per mention the first of these speaks, the others become its evidence."""
_JOINT: Final = "\n\n"
_LEGACY: Final = re.compile(r"[µ¸¶·¹»¾¼½Æ©Ç®«¬¨ÊËÌ]")
_VIETNAMESE: Final = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class Edit(_Frozen):
    """One replacement: `text` stands for `[start, end)`, code points of the caller's string (of its part)."""

    start: int
    end: int
    text: str


class Fix(_Frozen):
    """A remedy: its label in Vietnamese, whether it may be applied unread, and its edits in order of place."""

    label: str
    safe: bool
    edits: tuple[Edit, ...]


class Related(_Frozen):
    """Another place that belongs to the finding, with what to see there."""

    start: int
    end: int
    message: str


class Evidence(_Frozen):
    """A record the finding rests on: its kind and id, what it says, and the page behind it."""

    kind: str
    id: str
    summary: str
    source: str


class Finding(_Frozen):
    """One slip: `text[start:end] == excerpt`, code points of the caller's string, half-open.

    Lines and columns count from 1, in code points. `fingerprint` holds no place: it stays when text
    elsewhere changes. `replacement` and `safe` are the first fix when it is one edit of the span.
    """

    rule: str
    name: str
    severity: Literal["error", "warning", "note"]
    start: int
    end: int
    part: str | None
    zone: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    message: str
    fixes: tuple[Fix, ...]
    replacement: str | None
    safe: bool
    related: tuple[Related, ...]
    citation: str
    evidence: tuple[Evidence, ...]
    person: str | None
    fingerprint: str


class Coverage(_Frozen):
    """How much was found, linked and judged; `not_judged` counts titles by reason."""

    references: int
    linked: int
    unknown: int
    ambiguous: int
    foreign: int
    titles: int
    judged_yes: int
    judged_no: int
    not_judged: dict[str, int]


class Report(_Frozen):
    """What was found in one text on one day; JSON with a `schema` version."""

    schema_version: Literal[1] = Field(default=1, serialization_alias="schema")
    on: date
    ok: bool | None
    findings: tuple[Finding, ...]
    mentions: tuple[Mention, ...]
    notices: tuple[str, ...]
    coverage: Coverage
    roster_as_of: date
    roster_sha256: str
    text_sha256: str
    version: str

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that contradict dated facts or a cited norm."""
        return tuple(f for f in self.findings if f.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings of norms with exceptions."""
        return tuple(f for f in self.findings if f.severity == "warning")

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The findings that need a human."""
        return tuple(f for f in self.findings if f.severity == "note")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a document that a CMS stores apart, with its zone ("headline", "lead", "body", "caption" …)."""

    zone: str
    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article in parts; findings come back with the id of their part and offsets in it."""

    parts: Sequence[Part]


def today() -> date:
    """The calendar day in Việt Nam."""
    return datetime.now(VIETNAM).date()


@lru_cache(maxsize=1)
def package_version() -> str:
    """The version of the installed package; "0" in a bare checkout."""
    try:
        return version("leadercheck")
    except PackageNotFoundError:
        return "0"


def text_sha256(text: str | Document) -> str:
    """The digest that ties a report to its text; lone surrogates count as they are."""
    joined = text if isinstance(text, str) else _JOINT.join(p.text for p in text.parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


_lexicons: dict[tuple[int, tuple[str, ...]], tuple[Roster, Lexicon]] = {}


def _lexicon(roster: Roster, rules: Sequence[Rule]) -> Lexicon:
    key = id(roster), tuple(t for r in rules for t in r.terms)
    if key not in _lexicons:
        if len(_lexicons) > 8:
            _lexicons.clear()
        _lexicons[key] = roster, Lexicon.of(roster, key[1])
    return _lexicons[key][1]


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
        """
        self.roster = roster or Roster.load()
        self.profile = profile or Profile()
        self.rules = tuple(self._chosen(rules))
        self.baseline = frozenset(baseline)
        self._lexicon = _lexicon(self.roster, self.rules)

    def _chosen(self, rules: Sequence[Rule | str] | None) -> Iterator[Rule]:
        known = {r.id: r for r in RULES}
        for unknown in [r for r in (*(rules or ()), *self.profile.rules) if isinstance(r, str) and r not in known]:
            raise UnknownNameError(f"no rule has the id {unknown!r}; known: {', '.join(known)}")
        for rule in RULES if rules is None else rules:
            chosen = known[rule] if isinstance(rule, str) else rule
            level = self.profile.rules.get(chosen.id)
            if level != "off" and (rules is not None or chosen.default or level):
                yield chosen

    def parse(self, text: str | Document, *, on: date | None = None) -> Article:
        """The reading without the judging; `on` is the day of publication, today in Việt Nam if None."""
        source, zones = _joined(text)
        return parse(source, on or today(), self.roster, self._lexicon, zones)

    def check(self, text: str | Document, *, on: date | None = None, ignore: Iterable[str] = ()) -> Report:
        """The report on one text.

        Args:
            text: any string, or a document in parts.
            on: the day of publication in Việt Nam; None reads the clock once.
            ignore: rule ids or fingerprints to leave out.
        """
        article = self.parse(text, on=on)
        left_out = self.baseline.union(ignore)
        flags = [
            (r, spoken)
            for r in self.rules
            if r.id not in left_out
            for f in self._run(r, article)
            if (spoken := _in_quotation(r, f, article))
        ]
        findings = [self._finding(rule, flag, article, text) for rule, flag in _arbitrated(flags)]
        kept = sorted(
            (f for f in findings if f.fingerprint not in left_out),
            key=lambda f: (f.zone != "headline", 0 if f.part is None else _part_index(text, f.part), f.start, f.end, f.rule),
        )
        coverage = _coverage(article)
        legacy = _legacy(article.text)
        return Report(
            on=article.on,
            ok=None if legacy else _ok(kept, article),
            findings=tuple(kept),
            mentions=_placed(article.mentions, text),
            notices=tuple(_notices(article, self.roster, legacy)),
            coverage=coverage,
            roster_as_of=self.roster.as_of,
            roster_sha256=self.roster.sha256,
            text_sha256=text_sha256(text),
            version=package_version(),
        )

    def check_many(
        self, articles: Iterable[tuple[str | Document, date | None]], workers: int | None = None
    ) -> Iterator[Report]:
        """One report an article, in order, lazily; `workers` processes share the work when it is 2 or more."""
        if not workers or workers < 2:
            for text, on in articles:
                yield self.check(text, on=on)
            return
        waiting: deque[Future[list[Report]]] = deque()
        source = iter(articles)
        with ProcessPoolExecutor(workers, initializer=_adopt, initargs=(self,)) as pool:
            while True:
                while len(waiting) < 2 * workers and (batch := list(islice(source, 32))):
                    waiting.append(pool.submit(_check_batch, batch))
                if not waiting:
                    return
                yield from waiting.popleft().result()

    def __getstate__(self) -> dict[str, object]:
        return {
            "roster": self.roster, "profile": self.profile, "rules": [r.id for r in self.rules],
            "baseline": self.baseline,
        }  # fmt: skip

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__init__(**state)  # type: ignore[misc]  # the state is the constructor's own arguments

    def _run(self, rule: Rule, article: Article) -> list[Flag]:
        try:
            return list(rule.check(article, self.roster, self.profile))
        except Exception as error:
            error.add_note(f"leadercheck: rule {rule.id} ({rule.name}) failed on this text")
            raise

    def _finding(self, rule: Rule, flag: Flag, article: Article, text: str | Document) -> Finding:
        source = article.text.source
        sentence = article.sentences[article.mentions[flag.mention].sentence] if flag.mention is not None else None
        mention = article.mentions[flag.mention] if flag.mention is not None else None
        zone = mention.zone if mention else _zone(article, flag.start)
        part, offset = _part_at(text, flag.start)
        line, column = _text_of(text, article, part).line_column(flag.start - offset)
        end_line, end_column = _text_of(text, article, part).line_column(flag.end - offset)
        excerpt = source[flag.start : flag.end]
        around = source[sentence.start : sentence.end] if sentence else excerpt
        fixes = tuple(_fix(remedy, source, offset) for remedy in flag.remedies[:3])
        single = fixes[0] if fixes and len(fixes[0].edits) == 1 else None
        whole = single is not None and (single.edits[0].start, single.edits[0].end) == (flag.start - offset, flag.end - offset)
        return Finding(
            rule=rule.id,
            name=rule.name,
            severity=_capped(flag.severity, self.profile.rules.get(rule.id)).value,
            start=flag.start - offset,
            end=flag.end - offset,
            part=part.id if part else None,
            zone=zone,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            excerpt=excerpt,
            message=flag.message,
            fixes=fixes,
            replacement=single.edits[0].text if single and whole else None,
            safe=bool(single and whole and single.safe),
            related=tuple(Related(start=s - offset, end=e - offset, message=m) for s, e, m in flag.related),
            citation=rule.citation,
            evidence=tuple(self._evidence(e) for e in flag.evidence),
            person=flag.person,
            fingerprint=_fingerprint(rule.id, flag.person, excerpt, around),
        )

    def _evidence(self, tenure_id: str) -> Evidence:
        record = self.roster.tenure_by_id[tenure_id]
        return Evidence(
            kind="tenure", id=tenure_id, summary=wording.tenure(record, self.roster), source=record.sources[0]
        )


_adopted: list[Checker] = []


def _adopt(checker: Checker) -> None:
    _adopted[:] = [checker]


def _check_batch(batch: list[tuple[str | Document, date | None]]) -> list[Report]:
    return [_adopted[0].check(text, on=on) for text, on in batch]


def _joined(text: str | Document) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    if isinstance(text, str):
        return text, ()
    zones, position = [], 0
    for part in text.parts:
        zones.append((position, position + len(part.text), part.zone))
        position += len(part.text) + len(_JOINT)
    return _JOINT.join(p.text for p in text.parts), tuple(zones)


def _part_at(text: str | Document, position: int) -> tuple[Part | None, int]:
    if isinstance(text, str):
        return None, 0
    begin = 0
    for part in text.parts:
        if position <= begin + len(part.text):
            return part, begin
        begin += len(part.text) + len(_JOINT)
    return None, 0


def _part_index(text: str | Document, part_id: str) -> int:
    assert not isinstance(text, str)  # noqa: S101  # only documents have parts
    return next(i for i, p in enumerate(text.parts) if p.id == part_id)


def _text_of(text: str | Document, article: Article, part: Part | None) -> Text:
    return article.text if part is None else Text.of(part.text)


def _placed(mentions: tuple[Mention, ...], text: str | Document) -> tuple[Mention, ...]:
    """The mentions; those of a document keep offsets of the parts joined by an empty line."""
    return mentions


def _zone(article: Article, position: int) -> str:
    for sentence in article.sentences:
        if sentence.start <= position < sentence.end:
            return sentence.zone
    return "body"


def _capped(severity: Severity, level: str | None) -> Severity:
    """A profile names the loudest a rule may be; it never makes a doubtful finding louder."""
    order = list(Severity)
    if level is None or level == "off":
        return severity
    return order[max(order.index(severity), order.index(Severity(level)))]


def _fix(remedy: Remedy, source: str, offset: int) -> Fix:
    edits = []
    for change in remedy.changes:
        old = source[change.start : change.end]
        new = as_printed_like(change.text, old, source)
        before = source[: change.start].rstrip(" \"“'‘")[-1:]
        if old[:1].isupper() and new[:1].islower() and (not before or before in ".!?…\n"):
            new = new[0].upper() + new[1:]
        edits.append(Edit(start=change.start - offset, end=change.end - offset, text=new))
    return Fix(label=remedy.label, safe=remedy.safe, edits=tuple(edits))


def _arbitrated(flags: Sequence[tuple[Rule, Flag]]) -> list[tuple[Rule, Flag]]:
    """One finding a slip."""
    best: dict[tuple[int | None, int], tuple[int, Rule, Flag]] = {}
    free = []
    misspelt = {f.mention for r, f in flags if r.id == "N001"}
    for rule, flag in flags:
        if rule.id not in ARBITRATION:
            free.append((rule, flag))
            continue
        if rule.id != "N001" and flag.mention in misspelt:
            continue
        key = flag.mention, flag.start
        rank = ARBITRATION.index(rule.id)
        if key not in best or rank < best[key][0]:
            best[key] = rank, rule, flag
    return [*free, *((rule, flag) for _, rule, flag in best.values())]


def _in_quotation(rule: Rule, flag: Flag, article: Article) -> Flag | None:
    """In a direct quotation titles and names speak one level lower, everything else is silent."""
    if flag.mention is None or not article.mentions[flag.mention].quoted:
        return flag
    severity = flag.severity.lowered(1) if rule.id[0] in "TN" else None
    return replace(flag, severity=severity) if severity else None


def _fingerprint(rule: str, person: str | None, excerpt: str, around: str) -> str:
    parts = (rule, person or "", fold(excerpt), fold(around))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


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


def _legacy(text: Text) -> bool:
    """Whether the text is in TCVN3 or VNI: many of their letters and none of Unicode's Vietnamese ones."""
    sample = text.matched[:20000]
    return len(sample) > 40 and len(_LEGACY.findall(sample)) * 25 > len(sample) and not _VIETNAMESE.search(sample)


def _notices(article: Article, roster: Roster, legacy: bool) -> Iterator[str]:
    if legacy:
        yield "Văn bản có vẻ dùng bảng mã cũ (TCVN3 hoặc VNI), chưa kiểm tra được; hãy chuyển sang Unicode."
    stale = sum(t.reason == "after-last-confirmed" for m in article.mentions for t in m.titles)
    if stale:
        yield (
            f"Dữ liệu xác minh đến {roster.as_of:%d/%m/%Y}; {stale} chức danh chưa đối chiếu được sau ngày này."
        )
