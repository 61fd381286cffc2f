"""Slips of the rules that find nothing in the corpus, put in at every place of an article that has room for one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random
from typing import Final

from article_slips import listed
from misspell import misspelling, nfc
from sites import Mutant, Read, Site, World, next_to_name, opens_sentence, replaced, retitled

from leadercheck import Checker, Mention
from leadercheck.register import last_day
from leadercheck.text import fold

ONE_LETTER: Final = (
    "tone changed",
    "vowel mark changed",
    "letter dropped",
    "letter doubled",
    "neighbouring key",
)
"""Misspellings of one letter or mark."""
STRANGERS: Final = ("Trịnh Thế Bảy", "Quách Hồng Sáu", "Đoàn Quý Chín", "Mạc Thế Mười")
"""Names that nobody of the register bears or nearly bears."""
CHIEFS: Final = ("tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi")
PARTY: Final = "central_party"
RECEIVES: Final = re.compile(r" (?:đã |đang |vừa )?tiếp (?!tục|theo|nhận|xúc|cận|thu|sức)")
CENTRAL: Final = re.compile(r"(?<![\w/])T\.Ư(?!\w)")
FUNERAL: Final = re.compile(r"[Ll]ễ [Qq]uốc tang|[Ll]ễ tang cấp Nhà nước")
NOTICE: Final = re.compile(
    r"(?P<one>Quốc hội|Chủ tịch nước)(?P<gap>(?:[^,.;]{0,40}),? (?:và )?)(?P<other>Chính phủ|Ủy ban Trung ương Mặt trận Tổ quốc)"
)
ANNOUNCES: Final = re.compile(r"thương tiếc báo tin|trân trọng báo tin|thông báo tang lễ", re.IGNORECASE)


def late(site: Site, world: World, _: Random) -> Mutant | None:
    """ "Cố" before the title of somebody in office."""
    died = world.checker.roster.persons[site.person].died
    if (died and last_day(died) <= site.read.item.on) or not next_to_name(site):
        return None
    word = "CỐ" if site.title.text.isupper() else "Cố" if opens_sentence(site) else "cố"
    return retitled(site, f"{word} {site.title.text}", "late")


def stranger(site: Site, world: World, random: Random) -> Mutant | None:
    """A name that nobody bears beside an office of one holder."""
    roster, positions = world.checker.roster, site.title.positions
    alone = len(positions) == 1 and roster.positions[positions[0]].exclusive
    shown = site.mention.name or ""
    if not next_to_name(site) or not alone or fold(shown) != fold(roster.persons[site.person].name):
        return None
    name = random.choice(STRANGERS)
    name = name.upper() if shown.isupper() else name
    text = site.read.item.text
    new = text[: site.name_start] + name + text[site.name_end :]
    # T015 marks the office.
    moved = len(name) - len(shown) if site.title.start > site.name_start else 0
    start, end = site.title.start + moved, site.title.end + moved
    return Mutant("stranger", site.read, site.person, new, site.read.item.on, start, end, shown)


def doubled(read: Read, _: Checker) -> Iterator[Mutant]:
    """ "Ông" before a person becomes "ông đồng chí"."""
    for mention in read.article.mentions:
        for word in mention.address[:1] if mention.name and not mention.quoted else ():
            if word.word in ("ông", "bà") and not word.plural:
                was = read.item.text[word.start : word.end]
                yield replaced(
                    read, "honorific-doubled", word.start, word.end, f"{was} đồng chí", mention.person
                )


def inconsistent(read: Read, checker: Checker) -> Iterator[Mutant]:
    """The full name of a certain person, printed a second time without a title, with one wrong letter or mark."""
    random = Random(read.item.id)
    for mention in read.article.mentions:
        bare = mention.name_start is not None and not mention.titles and not mention.quoted
        if not (bare and mention.certain and mention.antecedent is not None and mention.person):
            continue
        name = checker.roster.persons[mention.person].name
        if fold(mention.name or "") != fold(name) or len(name.split()) < 3 or (mention.name or "").isupper():
            continue
        slip = misspelling(nfc(mention.name or ""), random.choice(ONE_LETTER), random)
        if slip and fold(slip) != fold(name) and not checker.roster.named(slip):
            start, end = mention.name_start or 0, mention.name_end or 0
            yield replaced(read, "inconsistent", start, end, slip, mention.person)


def dangerous(read: Read, _: Checker) -> Iterator[Mutant]:
    """A leader who receives a guest: "tiếp" with a wrong letter."""
    text = read.item.text
    for mention in read.article.mentions:
        found = RECEIVES.match(text, mention.end) if mention.status == "linked" and mention.name else None
        if found and not mention.quoted:
            start = text.index("tiếp", mention.end)
            yield replaced(read, "dangerous-slip", start, start + len("tiếp"), "hiếp", mention.person)


def one_way_only(read: Read, _: Checker) -> Iterator[Mutant]:
    """The last of several "T.Ư" of an article written "TW"."""
    found = list(CENTRAL.finditer(read.item.text))
    if len(found) > 1:
        yield replaced(read, "abbreviation-mixed", *found[-1].span(), "TW")


def nguyen_and_cuu(read: Read, checker: Checker) -> Iterator[Mutant]:
    """The second "nguyên" of one person of the country in an article becomes "cựu"."""
    uses: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for mention in read.article.mentions:
        plain = mention.person and not (mention.crime or mention.quoted) and mention.zone != "headline"
        for title in mention.titles if plain else ():
            if title.modifier == "nguyên" and title.start < title.bare_start:
                uses[mention.person or ""].append(
                    (title.start, read.item.text[title.start : title.start + 6])
                )
    for person, found in uses.items():
        if (
            checker.roster.persons[person].country is None
            and len(found) > 1
            and found[1][1].lower() == "nguyên"
        ):
            start = found[1][0]
            word = "Cựu" if found[1][1][0].isupper() else "cựu"
            yield replaced(read, "nguyen-or-cuu", start, start + 6, word, person)


def nameless(read: Read, _: Checker) -> Iterator[Mutant]:
    """The name left out of "có đồng chí X, Ủy viên …"."""
    text = read.item.text
    for mention in read.article.mentions:
        start, end = mention.name_start, mention.name_end
        if start is None or end is None or mention.quoted or not mention.titles or not mention.address:
            continue
        before, after = text[max(0, start - 24) : start], text[end : end + 2]
        if after == ", " and re.search(r"(?:(?:có|gồm|là)[: ]+|; )(?:đồng chí|ông|bà) $", before):
            head = start - len(re.search(r"(?:đồng chí|ông|bà) $", before)[0])  # type: ignore[index]  # just found
            new = text[: start - 1] + text[end:]
            until = mention.titles[-1].end - (end - start + 1)
            yield Mutant(
                "name-missing", read, mention.person, new, read.item.on, head, until, text[start:end]
            )


def state_first(read: Read, checker: Checker) -> Iterator[Mutant]:
    """A chain of a Party title of the centre and one of the State the other way round."""
    positions = checker.roster.positions
    for mention in read.article.mentions:
        for one, other in pairwise(mention.titles):
            sure = all(
                t.reason == "held-on-day" and not (t.frame or t.shared or t.modifier or t.open)
                for t in (one, other)
            )
            if not sure or read.item.text[one.end : other.start] != ", " or mention.quoted:
                continue
            party, state = (positions[t.positions[0]] for t in (one, other))
            if (
                party.level == PARTY != state.level
                and state.id != "chu-tich-nuoc"
                and state.organisation not in ("tinh-uy", "thanh-uy")
            ):
                words = f"{other.text}, {one.text}"
                yield replaced(read, "chain-order", one.start, other.end, words, mention.person)


def two_posts(read: Read, checker: Checker) -> Iterator[Mutant]:
    """The title of another of the four before a title of one holder that opens its sentence."""
    roster = checker.roster
    names = {
        "tong-bi-thu": "Tổng Bí thư",
        "chu-tich-nuoc": "Chủ tịch nước",
        "thu-tuong-chinh-phu": "Thủ tướng",
    }
    for mention in read.article.mentions:
        title = mention.titles[0] if len(mention.titles) == 1 and mention.person else None
        if (
            title is None
            or title.reason != "held-on-day"
            or title.end > (mention.name_start or 0)
            or title.modifier
        ):
            continue
        single = len(title.positions) == 1 and roster.positions[title.positions[0]].exclusive
        text, opens = read.item.text, read.article.sentences[mention.sentence].start == mention.start
        if (
            not (single and opens and text[title.start].isupper() and not title.text.isupper())
            or mention.quoted
        ):
            continue
        near = (title.positions[0], roster.positions[title.positions[0]].deputy_of)
        for position, words in names.items():
            never = roster.held(mention.person or "", position, read.item.on).answer == "no"
            if never and position not in near:
                yield replaced(read, "two-posts", title.start, title.start, f"{words}, ", mention.person)
                break


def not_of_the_chiefs(read: Read, checker: Checker) -> Iterator[Mutant]:
    """A list of an attendance that one of the four opens, called one of "lãnh đạo chủ chốt"."""

    def offices(mention: Mention) -> set[str]:
        return {p for t in mention.titles if t.verdict == "yes" and not t.modifier for p in t.positions}

    for run in listed(read):
        first = run[0]
        below = [
            m
            for m in run[1:]
            if m.status == "linked" and offices(m) and not any(t.modifier for t in m.titles)
        ]
        chief = {t.position for m in below for t in checker.roster.tenures(m.person or "", read.item.on)}
        if len(run) >= 3 and offices(first).intersection(CHIEFS) and below and not first.quoted:
            last = below[-1]
            held = {t.position for t in checker.roster.tenures(last.person or "", read.item.on)}
            if chief and not held.intersection((*CHIEFS, "thuong-truc-ban-bi-thu")):
                words = "các lãnh đạo chủ chốt của Đảng, Nhà nước: "
                start, end = last.start + len(words), last.end + len(words)
                text = read.item.text[: first.start] + words + read.item.text[first.start :]
                yield Mutant("scope-term", read, last.person, text, read.item.on, start, end, "")


def other_funeral(read: Read, _: Checker) -> Iterator[Mutant]:
    """The other kind of state funeral."""
    for found in FUNERAL.finditer(read.item.text):
        words = "lễ Quốc tang" if "cấp" in found[0] else "lễ tang cấp Nhà nước"
        words = words[0].upper() + words[1:] if found[0][0].isupper() else words
        yield replaced(read, "funeral-kind", *found.span(), words)


def institutions(read: Read, _: Checker) -> Iterator[Mutant]:
    """Two bodies of an obituary notice exchanged."""
    for bound in read.article.sentences:
        if ANNOUNCES.search(read.item.text, bound.start, bound.end):
            for found in NOTICE.finditer(read.item.text, bound.start, bound.end):
                words = found["other"] + found["gap"] + found["one"]
                yield replaced(read, "institutions", *found.span(), words)


SITES: Final[dict[str, tuple[Callable[[Site, World, Random], Mutant | None], tuple[str, ...]]]] = {
    "late": (late, ("T007",)),
    "stranger": (stranger, ("T015",)),
}
"""What is done to a right title, and the rules meant to find it."""


ARTICLES: Final[dict[str, tuple[Callable[[Read, Checker], Iterator[Mutant]], tuple[str, ...]]]] = {
    "inconsistent": (inconsistent, ("N006",)),
    "honorific-doubled": (doubled, ("F003",)),
    "abbreviation-mixed": (one_way_only, ("C005",)),
    "nguyen-or-cuu": (nguyen_and_cuu, ("F004",)),
    "funeral-kind": (other_funeral, ("F005",)),
    "scope-term": (not_of_the_chiefs, ("F007",)),
    "name-missing": (nameless, ("F008",)),
    "dangerous-slip": (dangerous, ("F009",)),
    "institutions": (institutions, ("O003",)),
    "chain-order": (state_first, ("T014",)),
    "two-posts": (two_posts, ("T016",)),
}
"""What is done to every place of an article."""
