"""From a flag to a finding: how loudly it is said, its place in the caller's string, its evidence, fixes, fingerprint."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Final

from msgspec.structs import replace

from leadercheck import wording
from leadercheck.article import Article
from leadercheck.document import Source
from leadercheck.profile import Profile
from leadercheck.report import Edit, Evidence, Finding, Fix, Related
from leadercheck.roster import Roster
from leadercheck.rule import Flag, Remedy, Rule, Severity
from leadercheck.sentences import is_quoted
from leadercheck.text import Text, as_printed_like, fold

_CENTRAL: Final = ("T.Ư", "TƯ", "TW")
_NEAR: Final = 1_000
"""So far on either side of a finding its sentence is part of its fingerprint; an endless line has many findings."""
_JUDGED_FROM: Final = date(1992, 9, 24)
"""Days before the Constitution of 1992 took effect are never judged above a note."""


def spoken(rule: Rule, flag: Flag, article: Article, profile: Profile) -> Flag | None:
    """The flag as loud as the place and the profile let it be; None is silence."""
    told = _in_quotation(rule, flag, article)
    if told is None:
        return None
    if article.on < _JUDGED_FROM and rule.id[0] in "TNO":
        told = replace(told, severity=Severity.NOTE)
    level = profile.level(rule.id, zone(flag, article), default=rule.default)
    if level is None:
        return told
    return None if level == "off" else replace(told, severity=_capped(told.severity, level))


def finding(
    rule: Rule, flag: Flag, article: Article, source: Source, roster: Roster
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
    told = Finding.model_construct(
        rule=rule.id,
        name=rule.name,
        severity=flag.severity.value,
        start=flag.start - offset,
        end=flag.end - offset,
        part=source.part_id(part),
        zone=zone(flag, article),
        line=line - above,
        column=column,
        end_line=end_line - above,
        end_column=end_column,
        excerpt=excerpt,
        message=flag.message,
        fixes=fixes,
        replacement=whole.edits[0].text if whole else None,
        safe=whole.safe if whole else False,
        related=tuple(
            Related.model_construct(start=s - offset, end=e - offset, message=m) for s, e, m in flag.related
        ),
        citation=rule.citation,
        evidence=tuple(_evidence(ident, roster) for ident in flag.evidence),
        person=flag.person,
        fingerprint=_fingerprint(
            rule.id,
            flag.person,
            article.text.source[flag.start : flag.end],
            article.text.source[max(around.start, flag.start - _NEAR) : min(around.end, flag.end + _NEAR)],
        ),
    )
    return (told.zone != "headline", part, told.start, told.end, rule.id), told


def _evidence(ident: str, roster: Roster) -> Evidence:
    record = roster.tenure_by_id.get(ident)
    body = roster.organisations.get(ident)
    if body is not None:
        last = body.lives[-1]
        return Evidence.model_construct(
            kind="organisation",
            id=ident,
            summary=wording.life(body),
            source=last.sources[0] if last.sources else "",
        )
    person = roster.persons.get(ident)
    if person is not None:
        return Evidence.model_construct(
            kind="person",
            id=ident,
            summary=wording.ranks(person),
            source=person.ranks[-1].source if person.ranks else "",
        )
    if record is None:
        order = next(p for p in roster.precedences if p.id == ident)
        return Evidence.model_construct(
            kind="precedence", id=ident, summary=order.title, source=order.citation
        )
    return Evidence.model_construct(
        kind="tenure", id=ident, summary=wording.tenure(record, roster), source=record.sources[0]
    )


def zone(flag: Flag, article: Article) -> str:
    """The zone a flag speaks in; a quotation is one wherever it stands."""
    if flag.mention is not None:
        return article.mentions[flag.mention].zone
    sentence = article.sentence_at(flag.start)
    return "quote" if is_quoted(sentence, flag.start) else sentence.zone


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
        edits.append(Edit.model_construct(start=change.start - offset, end=change.end - offset, text=new))
    return Fix.model_construct(label=remedy.label, safe=remedy.safe, edits=tuple(edits))


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


def _fingerprint(rule: str, person: str | None, excerpt: str, around: str) -> str:
    parts = (rule, person or "", fold(excerpt), fold(around))
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
