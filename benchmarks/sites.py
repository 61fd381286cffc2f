"""Right titles in real news at which one error can be put in, and the texts with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from corpus import Item, items

from leadercheck import Article, Checker, Finding, Mention, Report
from leadercheck.article import Title
from leadercheck.spells import Spell
from leadercheck.text import fold

MARGIN: Final = timedelta(10)
"""No site lies nearer than this to the beginning or the end of the tenure: there two titles may be right."""


TOP: Final = ("tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi", "thuong-truc-ban-bi-thu")  # fmt: skip


BARE: Final = re.compile(r"(?:phó )?(?:chủ tịch|bí thư|chủ nhiệm|giám đốc|trưởng ban|tư lệnh)", re.IGNORECASE)
"""Titles that say nothing of their body: many bodies have such a one."""


PLURAL: Final = re.compile(
    r"(?:^|\W)(?:các|những|hai|ba|bốn|nhiều|một số)(?: đồng chí| vị| ông| bà)? $", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Read:
    """An untouched item, as read and as judged."""

    item: Item
    article: Article
    report: Report


@dataclass(frozen=True, slots=True)
class Site:
    """A right title of a linked name, and the tenure behind it."""

    read: Read
    mention: Mention
    title: Title
    person: str
    name_start: int
    name_end: int
    spell: Spell


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text with one error at `[start, end)`, judged by the day `on`; `group` is the row it is counted in."""

    group: str
    read: Read
    person: str | None
    text: str
    on: date
    start: int
    end: int
    was: str
    kind: str = ""
    wanted: str = ""
    """The right text, where it is not the untouched one: what was put in may be right elsewhere."""


@dataclass(frozen=True, slots=True)
class World:
    """The checker, and the titles of one-holder national offices as they occur in print."""

    checker: Checker
    printed: dict[str, tuple[str, ...]]


def reads(checker: Checker, corpus: Path, files: tuple[str, ...]) -> Iterator[Read]:
    """Every item, parsed and checked."""
    for item in items(corpus, files):
        yield Read(item, checker.parse(item.text, on=item.on), checker.check(item.text, on=item.on))


def sites(read: Read, checker: Checker) -> Iterator[Site]:
    """The titles of an item that are right beyond doubt, and of which nothing is said."""
    for mention in read.article.mentions:
        person, start, end = mention.person, mention.name_start, mention.name_end
        if (
            person is None
            or start is None
            or end is None
            or not mention.certain
            or mention.status != "linked"
        ):
            continue
        if mention.past or mention.quoted or said(read.report, mention.start, mention.end):
            continue
        for title in mention.titles:
            if title.reason != "held-on-day" or title.modifier or title.frame or title.shared:
                continue
            before = read.item.text[max(0, title.start - 20) : title.start]
            if BARE.fullmatch(title.text) or PLURAL.search(before):
                continue
            spells = (s for s in checker.roster.spells_of(person) if s.tenure.id in title.evidence)
            spell = next((s for s in spells if sure(s, read.item.on)), None)
            if spell:
                yield Site(read, mention, title, person, start, end, spell)


def sure(spell: Spell, on: date) -> bool:
    """Whether the tenure covers the day beyond doubt.

    A fact of low confidence never does: by design nothing above a note may rest on it.
    """
    covers = spell.at(on - MARGIN) == "yes" and spell.at(on + MARGIN) != "no"
    return covers and spell.exact and spell.tenure.confidence != "low"


def said(report: Report, start: int, end: int) -> list[Finding]:
    """The findings that touch a place, the loudest first."""
    levels = ("error", "warning", "note")
    return sorted(
        (f for f in report.findings if f.start < end and start < f.end),
        key=lambda f: levels.index(f.severity),
    )


def replaced(
    read: Read, group: str, start: int, end: int, words: str, person: str | None = None, kind: str = ""
) -> Mutant:
    """The item with `words` in place of `[start, end)`."""
    text = read.item.text
    new = text[:start] + words + text[end:]
    return Mutant(group, read, person, new, read.item.on, start, start + len(words), text[start:end], kind)


def changed(site: Site, start: int, end: int, words: str, group: str, kind: str = "") -> Mutant:
    """The same at a right title, as a slip of its person's."""
    return replaced(site.read, group, start, end, words, site.person, kind)


def retitled(site: Site, words: str, group: str) -> Mutant:
    """The item with other words in place of the title; upper case stays upper case."""
    words = words.upper() if site.title.text.isupper() else words
    return changed(site, site.title.start, site.title.end, words, group)


def next_to_name(site: Site) -> bool:
    """Whether only blanks, a comma or an honorific stand between the title and the name."""
    text, title = site.read.item.text, site.title
    before, after = text[title.end : site.name_start], text[site.name_end : title.start]
    return before in (" ", " ông ", " bà ", " đồng chí ") or after in (", ", " - ", " – ")


def could_be_two(site: Site) -> bool:
    """Whether the office can be read as another person's: "Thủ tướng, Bộ trưởng Ngoại giao Bùi Thanh Sơn"."""
    return any(site.title.end <= t.start and t.end <= site.name_start for t in site.mention.titles)


def opens_sentence(site: Site) -> bool:
    """Whether the title is the first thing of its sentence."""
    before = site.read.item.text[: site.title.start].rstrip(" \"“'‘")
    return not before or before[-1] in ".!?…\n:"


def is_full_name(site: Site, world: World) -> bool:
    """Whether the name is printed in full."""
    return fold(site.mention.name or "") == fold(world.checker.roster.persons[site.person].name)
