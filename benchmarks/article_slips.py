"""Errors that are rare in print, put in at every place of an article: honorific, rank, acting, list, country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from sites import TOP, Mutant, Read, replaced, said

from leadercheck import Checker, Mention
from leadercheck.rules.rank_wrong import rank_on
from leadercheck.text import fold

NEXT: Final = re.compile(r"\s*[,;]?\s*(?:(?:và|cùng|các|đồng chí|ông|bà|ngài)\s+)*")
"""What stands between two names of a list, their titles aside."""


ATTENDED: Final = re.compile(r"\b(?:dự|viếng|thành phần)\b", re.IGNORECASE)


LOWER_RANKS: Final = {
    "đại tướng": "Thượng tướng",
    "thượng tướng": "Trung tướng",
    "trung tướng": "Thiếu tướng",
}


COUNTRY: Final = re.compile(r"Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam")


def wrong_honorific(read: Read) -> Iterator[Mutant]:
    """ "Ông" for "bà" and the reverse, before the full name of a certain person."""
    text = read.item.text
    for mention in read.article.mentions:
        full = (
            mention.certain and mention.person and fold(mention.name or "") == fold(mention.person_name or "")
        )
        for word in mention.address if full and not mention.quoted else ():
            if word.word not in ("ông", "bà") or word.plural or said(read.report, word.start, word.end):
                continue
            other = "bà" if word.word == "ông" else "ông"
            words = other.capitalize() if text[word.start].isupper() else other
            group = "wrong-honorific, for a man" if other == "bà" else "wrong-honorific"
            yield replaced(read, group, word.start, word.end, words, mention.person)


def wrong_rank(read: Read, checker: Checker) -> Iterator[Mutant]:
    """The rank below, where the register dates the right one and the next; of other officers it can say nothing."""
    text = read.item.text
    for mention in read.article.mentions:
        if mention.rank is None or mention.person is None or mention.past or not mention.certain:
            continue
        start, end = mention.rank.start, mention.rank.end
        if rank_on(checker.roster.persons[mention.person], read.item.on) is None or said(
            read.report, start, end
        ):
            continue
        was = text[start:end]
        below = LOWER_RANKS.get(fold(was))
        if below:
            words = below if was[0].isupper() else below.lower()
            yield replaced(read, "wrong-rank", start, end, words, mention.person)


def acting_lost(read: Read) -> Iterator[Mutant]:
    """ "Quyền" left out before a title held in that capacity."""
    text = read.item.text
    for mention in read.article.mentions:
        if (
            mention.name is None
            or mention.past
            or mention.quoted
            or said(read.report, mention.start, mention.end)
        ):
            continue
        for title in mention.titles:
            if title.modifier == "quyền" and title.verdict == "yes" and not title.frame:
                new = text[: title.start] + text[title.bare_start :]
                end = title.start + title.end - title.bare_start
                was = text[title.start : title.end]
                yield Mutant("acting-lost", read, mention.person, new, read.item.on, title.start, end, was)


def inverted_list(read: Read, checker: Checker) -> Iterator[Mutant]:
    """Two of the five highest offices of unequal rank in an attendance list exchanged."""
    on, text = read.item.on, read.item.text
    ranks: dict[str, int] = {}
    for scheme in checker.roster.register.precedences:
        if (scheme.valid_from or date.min) <= on < (scheme.valid_until or date.max):
            ranks = {p: rank for rank, group in enumerate(scheme.groups) for p in group if p in TOP}
    for run in (r for r in listed(read) if len(r) >= 3):
        ranked = [
            (min(held), m)
            for m in run
            if m.status == "linked" and not any(t.modifier or t.frame for t in m.titles)
            if (held := [ranks[p] for t in m.titles if t.verdict == "yes" for p in t.positions if p in ranks])
        ]
        for (rank, one), (lower, other) in combinations(ranked, 2):
            if rank < lower and not said(read.report, one.start, other.end):
                first, second = text[one.start : one.end], text[other.start : other.end]
                new = text[: one.start] + second + text[one.end : other.start] + first + text[other.end :]
                was = f"{first} … {second}"
                yield Mutant("inverted-list", read, other.person, new, on, one.start, other.end, was)


def listed(read: Read) -> Iterator[list[Mention]]:
    """Runs of named persons with nothing but commas between, in sentences that tell of an attendance."""
    sentences: dict[int, list[Mention]] = defaultdict(list)
    for mention in read.article.mentions:
        if mention.name is not None:
            sentences[mention.sentence].append(mention)
    for index, mentions in sentences.items():
        bound = read.article.sentences[index]
        if not ATTENDED.search(read.item.text, bound.start, bound.end):
            continue
        run = [mentions[0]]
        for one, other in pairwise(mentions):
            if not NEXT.fullmatch(read.item.text, one.end, other.start):
                yield run
                run = []
            run.append(other)
        yield run


def country_name(read: Read) -> Iterator[Mutant]:
    """The name of the State with two capitals too many."""
    for found in COUNTRY.finditer(read.item.text):
        if not said(read.report, *found.span()):
            words = found[0].replace("xã hội chủ nghĩa", "Xã hội Chủ nghĩa")
            yield replaced(read, "country-name", *found.span(), words)
