"""What share of realistic errors is found, beside what is said of the same news untouched.

    python benchmarks/mutate.py CORPUS [--files news_2017] [--per-class 300] [--misses 5] [--seed 0] [--json OUT]

One error at a time is put into a right sentence of real dated news, where the register knows to the day that the
person held the office. The sites of a class are spread over persons and articles, so that no leader counts for
more than a twentieth of it: the shares are of persons and forms of print, not of how often each is in the news.
Sites are right titles that the engine itself read and judged: what it cannot read is in no share here. Findings on
the untouched items are the price of each class, printed in its row; a few of them are true errors of print.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, pairwise, zip_longest
from math import sqrt
from pathlib import Path
from random import Random
from typing import Any, Final, Literal

from corpus import Item, items
from misspell import KINDS, misspelling, nfc

from leadercheck import Article, Checker, Finding, Mention, Report
from leadercheck.article import Title
from leadercheck.register import types_on
from leadercheck.roster import Spell
from leadercheck.rules.rank_wrong import rank_on
from leadercheck.text import fold, strip_marks

MARGIN: Final = timedelta(10)
"""No site lies nearer than this to the beginning or the end of the tenure: there two titles may be right."""
PERSON_SHARE: Final = 20
"""One person has at most this fraction of a class."""
BODIES_MERGED: Final = date(2025, 3, 15)
PROVINCES_MERGED: Final = date(2025, 7, 15)
"""Two weeks after the mergers of ministries (1/3/2025) and of provinces (1/7/2025)."""
EVERY: Final = "classes that may speak above a note"
ALL: Final = "every class"
NO_NOW: Final = ", no sign of now"
TOP: Final = ("tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi", "thuong-truc-ban-bi-thu")  # fmt: skip
ENDED_MINISTRIES: Final = {
    "bo-xay-dung": (("Giao thông vận tải", "GTVT"),),
    "bo-tai-chinh": (("Kế hoạch và Đầu tư", "KH&ĐT"),),
    "bo-noi-vu": (("Lao động - Thương binh và Xã hội", "LĐ-TB&XH"),),
    "bo-nong-nghiep-va-moi-truong": (
        ("Nông nghiệp và Phát triển nông thôn", "NN&PTNT"),
        ("Tài nguyên và Môi trường", "TN&MT"),
    ),
    "bo-khoa-hoc-va-cong-nghe": (("Thông tin và Truyền thông", "TT&TT"),),
}
"""Ministries that ended on 1/3/2025, in full and as the press shortens them, by the one that took them over."""
LOCAL_HEADS: Final = {
    ("Bí thư", "tinh-uy"): "Bí thư Tỉnh ủy",
    ("Chủ tịch", "uy-ban-nhan-dan"): "Chủ tịch UBND tỉnh",
}
MEMBERSHIP: Final = re.compile(r"(?:ủy viên|đại biểu|thành viên|bí thư (?:trung ương|t\.?ư))", re.IGNORECASE)
"""Titles that many hold beside their office: another office in their place is no slip that happens."""
BARE: Final = re.compile(r"(?:phó )?(?:chủ tịch|bí thư|chủ nhiệm|giám đốc|trưởng ban|tư lệnh)", re.IGNORECASE)
"""Titles that say nothing of their body: many bodies have such a one."""
DEPUTY: Final = re.compile(r"phó |thứ trưởng", re.IGNORECASE)
PLURAL: Final = re.compile(
    r"(?:^|\W)(?:các|những|hai|ba|bốn|nhiều|một số)(?: đồng chí| vị| ông| bà)? $", re.IGNORECASE
)
DATED: Final = re.compile(
    r"\d{1,2} ?[/.-] ?\d|(?:ngày|mùng|tháng|năm|quý|khóa|khoá|nhiệm kỳ|lần thứ|kỳ họp thứ) (?:\d|[IVX]+\b)|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
DAY: Final = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})(?P<sign> ?[/.-] ?| tháng )(?P<m>\d{1,2})(?:(?P<joint>[/.-]| năm )(?P<y>20\d\d))?(?![/.-]?\d)"
)
NEAR: Final = 7
"""Days: what stands in the text this near to its own day is told as news."""
NEXT: Final = re.compile(r"\s*[,;]?\s*(?:(?:và|cùng|các|đồng chí|ông|bà|ngài)\s+)*")
"""What stands between two names of a list, their titles aside."""
ATTENDED: Final = re.compile(r"\b(?:dự|viếng|thành phần)\b", re.IGNORECASE)
CITY_AS_PROVINCE: Final = (("Thành ủy", "Tỉnh ủy"), ("thành phố", "tỉnh"), ("TP", "tỉnh"))
MEMBERS: Final = ("uy-vien-trung-uong-dang", "uy-vien-du-khuyet-trung-uong-dang")
MEMBER_WORDS: Final = ("Ủy viên Trung ương Đảng", "Ủy viên dự khuyết Trung ương Đảng")
TERMS: Final = (
    (
        frozenset({"tong-bi-thu", "uy-vien-bo-chinh-tri", "uy-vien-ban-bi-thu", "uy-vien-trung-uong-dang"}),
        (11, (date(2011, 1, 18), date(2016, 1, 26), date(2021, 1, 30), date(2026, 1, 22))),
    ),
    (
        frozenset({"chu-tich-quoc-hoi", "pho-chu-tich-quoc-hoi", "dai-bieu-quoc-hoi"}),
        (12, (date(2007, 7, 19), date(2011, 7, 21), date(2016, 7, 20), date(2021, 7, 20), date(2026, 4, 6))),
    ),
)
"""Offices counted by terms, the first term here, and the first day of this and each following one."""
ROMAN: Final = ("X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
LOWER_RANKS: Final = {
    "đại tướng": "Thượng tướng",
    "thượng tướng": "Trung tướng",
    "trung tướng": "Thiếu tướng",
}
COUNTRY: Final = re.compile(r"Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam")


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
class Outcome:
    """What was said of a mutant: the loudest finding on its place, and the new ones elsewhere.

    `mends`: whether the first fix gives the untouched text again: "yes", "capitals" (but for them), "no" or "none"; None
    where nothing was found or the date was moved.
    """

    mutant: Mutant
    finding: Finding | None
    elsewhere: tuple[Finding, ...]
    mends: Literal["yes", "capitals", "no", "none"] | None

    @property
    def found(self) -> bool:
        """Whether something is said on the place above a note."""
        return self.finding is not None and self.finding.severity != "note"


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


def changed(site: Site, start: int, end: int, words: str, group: str, kind: str = "") -> Mutant:
    """The item with `words` in place of `[start, end)`."""
    text = site.read.item.text
    was = text[start:end]
    new = text[:start] + words + text[end:]
    return Mutant(group, site.read, site.person, new, site.read.item.on, start, start + len(words), was, kind)


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


def wrong_title(site: Site, world: World, random: Random) -> Mutant | None:
    """Another's office in place of the person's own."""
    roster, on = world.checker.roster, site.read.item.on
    if not next_to_name(site) or MEMBERSHIP.match(site.title.text):
        return None
    ever = {s.tenure.position for s in roster.spells_of(site.person)}
    near = ever.union(e for p in ever for e in roster.positions[p].equivalents)
    near = near.union(d for p in ever if (d := roster.positions[p].deputy_of))
    others = [
        p
        for p in world.printed
        if p not in near and roster.positions[p].deputy_of not in ever
        if roster.held(site.person, p, on).answer != "yes" and any(sure(s, on) for s in roster.spells_in(p))
    ]
    words = random.choice(world.printed[random.choice(others)]) if others else ""
    return retitled(site, words, "wrong-title") if words else None


def outdated(site: Site, world: World, random: Random) -> Mutant | None:
    """The same sentence printed 20 to 400 days after the end of the tenure."""
    if site.spell.tenure.end is None:
        return None
    first = site.spell.end_first + timedelta(20)
    last = min(site.spell.end_first + timedelta(400), world.checker.roster.as_of)
    return moved(site, world, first, last, random, "outdated") if first <= last else None


def premature(site: Site, world: World, random: Random) -> Mutant | None:
    """The same sentence printed 20 to 300 days before the tenure began, while the person was something else."""
    begun, titles = site.spell.start_first, site.title.positions
    spells = world.checker.roster.spells_of(site.person)
    if any(s.tenure.position in titles and s.start_first < begun for s in spells):
        return None
    mutant = moved(site, world, begun - timedelta(300), begun - timedelta(20), random, "premature")
    if mutant and any(s.at(mutant.on) == "yes" and s.tenure.position not in titles for s in spells):
        return mutant
    return None


def moved(site: Site, world: World, first: date, last: date, random: Random, group: str) -> Mutant | None:
    """The item printed on another day, on which the title is surely wrong; None where its sentence tells a day.

    Days told elsewhere as news move with it, so that the article stays of one piece.
    """
    roster, item = world.checker.roster, site.read.item
    bound = site.read.article.sentences[site.mention.sentence]
    on = first + timedelta(random.randrange((last - first).days + 1))
    died = roster.persons[site.person].died
    if DATED.search(item.text, bound.start, bound.end) or (died and died <= on.isoformat()):
        return None
    right = any(roster.held(site.person, p, on).answer != "no" for p in site.title.positions)
    if right or could_be_two(site):
        return None
    before, text = redated(item.text[: bound.start], item.on, on), redated(item.text, item.on, on)
    shift = len(before) - bound.start
    mentions = world.checker.parse(text, on=on).mentions
    there = next((m for m in mentions if m.name_start == site.name_start + shift), None)
    if there is not None and there.past:
        return None
    group += "" if there is None or there.now else NO_NOW
    start, end = site.title.start + shift, site.title.end + shift
    return Mutant(group, site.read, site.person, text, on, start, end, site.title.text)


def redated(text: str, was: date, on: date) -> str:
    """The text with the days around its own day moved along with it."""

    def moved_day(found: re.Match[str]) -> str:
        try:
            day = date(int(found["y"] or was.year), int(found["m"]), int(found["d"]))
        except ValueError:
            return found[0]
        if abs((day - was).days) > NEAR:
            return found[0]
        day += on - was
        year = f"{found['joint']}{day.year}" if found["y"] else ""
        return f"{day.day}{found['sign']}{day.month}{year}"

    return DAY.sub(moved_day, text)


def former(site: Site, world: World, _: Random) -> Mutant | None:
    """ "Nguyên" before the title of one in office who never left it."""
    spells = world.checker.roster.spells_of(site.person)
    own = [s for s in spells if s.tenure.position in site.title.positions and s.tenure.end is not None]
    for spell in (s for s in own if s.end_first <= site.read.item.on):
        renewed = spell.end_first + MARGIN >= site.spell.start_first
        if not renewed or spell.tenure.position != site.spell.tenure.position:
            return None
    word = "NGUYÊN" if site.title.text.isupper() else "Nguyên" if opens_sentence(site) else "nguyên"
    return retitled(site, f"{word} {site.title.text}", "former")


def opens_sentence(site: Site) -> bool:
    """Whether the title is the first thing of its sentence."""
    before = site.read.item.text[: site.title.start].rstrip(" \"“'‘")
    return not before or before[-1] in ".!?…\n:"


def deputy_lost(site: Site, world: World, _: Random) -> Mutant | None:
    """The deputy printed as the chief."""
    roster, on = world.checker.roster, site.read.item.on
    chiefs = [roster.positions[p].deputy_of for p in site.title.positions]
    if not all(c and roster.held(site.person, c, on).answer != "yes" for c in chiefs):
        return None
    plain = re.sub(r" thường trực\b", "", site.title.text, flags=re.IGNORECASE)
    head = DEPUTY.match(plain)
    if head is None or (could_be_two(site) and not site.title.place):
        return None
    rest = plain[head.end() :]
    chief = f"Bộ trưởng{rest}" if head[0].lower() == "thứ trưởng" else rest[0].upper() + rest[1:]
    return retitled(site, chief, "deputy-lost")


def deputy_added(site: Site, world: World, _: Random) -> Mutant | None:
    """The chief printed as a deputy."""
    roster, text = world.checker.roster, site.title.text
    deputies = [p.id for p in roster.positions.values() if p.deputy_of in site.title.positions]
    held = {t.position for t in roster.tenures(site.person, site.read.item.on)}
    split = site.read.item.text[site.title.end :].startswith(", Chủ nhiệm")
    if not deputies or held.intersection(deputies) or "," in text or split:
        return None
    if text.lower().startswith("bộ trưởng"):
        return retitled(site, "Thứ trưởng" + text[9:], "deputy-added")
    return retitled(site, "Phó " + text, "deputy-added")


def ended_organisation(site: Site, world: World, random: Random) -> Mutant | None:
    """A ministry or province that ended in 2025 in place of the one that took it over."""
    roster, on, title = world.checker.roster, site.read.item.on, site.title
    if len(title.positions) != 1:
        return None
    position = roster.positions[title.positions[0]]
    body = position.organisation or ""
    if body in ENDED_MINISTRIES and title.text.startswith("Bộ trưởng ") and on >= BODIES_MERGED:
        full, short = random.choice(ENDED_MINISTRIES[body])
        words = f"Bộ {random.choice((full, short))}" if title.text[10:].startswith("Bộ ") else full
        return retitled(site, f"Bộ trưởng {words}", "ended-organisation")
    head = LOCAL_HEADS.get((position.head, body))
    gone = [
        o.name
        for o in roster.organisations.values()
        if o.kind == "province" and o.lives and o.lives[-1].valid_until == "2025-07-01"
        if title.place in o.lives[-1].successors
    ]
    if head is None or not gone or on < PROVINCES_MERGED:
        return None
    return retitled(site, f"{head} {random.choice(gone)}", "ended-organisation")


def misspelt(site: Site, world: World, random: Random) -> Mutant | None:
    """One slip in the full name next to its title; never the name of somebody else."""
    mention, roster = site.mention, world.checker.roster
    name, shown = roster.persons[site.person].name, mention.name or ""
    if not next_to_name(site) or fold(shown) != fold(name):
        return None
    alone = len(site.title.positions) == 1 and roster.positions[site.title.positions[0]].exclusive
    printed = name if shown.isupper() else nfc(shown)
    for kind in random.sample(KINDS, len(KINDS)):
        slip = misspelling(printed, kind, random)
        if slip and fold(slip) != fold(name) and not roster.named(slip):
            slip = slip.upper() if shown.isupper() else slip
            group = "misspelt" if alone else "misspelt, office of several"
            return changed(site, site.name_start, site.name_end, slip, group, kind)
    return None


def diacritics_lost(site: Site, world: World, random: Random) -> Mutant | None:
    """The whole name, or one syllable of it, without its marks."""
    printed = nfc(site.mention.name or "")
    syllables = printed.split()
    marked = [at for at, syllable in enumerate(syllables) if strip_marks(syllable) != syllable]
    if not next_to_name(site) or not marked or not is_full_name(site, world):
        return None
    chosen = marked if random.random() < 0.5 else [random.choice(marked)]
    slip = " ".join(strip_marks(s) if at in chosen else s for at, s in enumerate(syllables))
    return None if world.checker.roster.named(slip) else renamed(site, world, slip, "diacritics-lost")


def wrong_case(site: Site, world: World, random: Random) -> Mutant | None:
    """One syllable of the name, or all of them, with a small letter."""
    printed = site.mention.name or ""
    if not next_to_name(site) or printed.isupper() or not is_full_name(site, world):
        return None
    syllables = printed.split()
    at = random.randrange(len(syllables))
    small = " ".join(s.lower() if i == at else s for i, s in enumerate(syllables))
    return renamed(site, world, small if random.random() < 0.5 else printed.lower(), "wrong-case")


def glued_name(site: Site, world: World, _: Random) -> Mutant | None:
    """The word behind the name stuck to it."""
    text, end = site.read.item.text, site.name_end
    word = re.match(r" ([^\W\d_]{2,})", text[end : end + 12])
    before = site.title.end <= site.name_start
    if not (next_to_name(site) and before and word and word[1].islower() and is_full_name(site, world)):
        return None
    slip = text[site.name_start : end] + word[1]
    return changed(site, site.name_start, end + len(word[0]), slip, "glued" + several(site, world))


def broken_name(site: Site, world: World, random: Random) -> Mutant | None:
    """A blank inside a syllable of the name, or a line break between two."""
    printed = site.mention.name or ""
    if not next_to_name(site) or site.title.end > site.name_start or not is_full_name(site, world):
        return None
    blanks = [at for at, letter in enumerate(printed) if letter == " "]
    inside = [at for at in range(2, len(printed) - 1) if printed[at - 1 : at + 1].isalpha()]
    if random.random() < 0.5:
        at = random.choice(blanks)
        return renamed(site, world, printed[:at] + "\n" + printed[at + 1 :], "broken")
    at = random.choice(inside)
    return renamed(site, world, printed[:at] + " " + printed[at:], "broken")


def is_full_name(site: Site, world: World) -> bool:
    """Whether the name is printed in full."""
    return fold(site.mention.name or "") == fold(world.checker.roster.persons[site.person].name)


def several(site: Site, world: World) -> str:
    """What tells the sites whose office several people hold."""
    positions = site.title.positions
    alone = len(positions) == 1 and world.checker.roster.positions[positions[0]].exclusive
    return "" if alone else ", office of several"


def renamed(site: Site, world: World, slip: str, group: str) -> Mutant:
    """The item with another form in place of the name."""
    return changed(site, site.name_start, site.name_end, slip, group + several(site, world))


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
            was = text[word.start : word.end]
            other = "bà" if word.word == "ông" else "ông"
            words = other.capitalize() if was[0].isupper() else other
            new = text[: word.start] + words + text[word.end :]
            end = word.start + len(words)
            group = "wrong-honorific, for a man" if other == "bà" else "wrong-honorific"
            yield Mutant(group, read, mention.person, new, read.item.on, word.start, end, was)


def place_type(site: Site, world: World, random: Random) -> Mutant | None:
    """A province printed as a city or a city as a province, in its word or in the name of its committee."""
    place = world.checker.roster.organisations.get(site.title.place or "")
    types = types_on(place, site.read.item.on) if place else frozenset()
    if len(types) != 1 or site.title.text.isupper():
        return None
    city = "tỉnh" not in types
    if not city and site.read.item.on < PROVINCES_MERGED:
        return None  # until then it may be a city of the province
    swaps = CITY_AS_PROVINCE if city else tuple((b, a) for a, b in CITY_AS_PROVINCE)
    for old, new in swaps:
        words = re.sub(rf"(?<!\w){old}(?= )", new, site.title.text, count=1, flags=re.IGNORECASE)
        if words != site.title.text:
            return retitled(site, words, "place-type")
    return None


def alternate(site: Site, world: World, _: Random) -> Mutant | None:
    """A full member of the Central Committee printed as an alternate one, or the other way round.

    Where the membership is not printed it is put before the title, wrong. Only days for which the register declares
    both lists complete: of other days the engine says nothing by its law.
    """
    roster, on, title = world.checker.roster, site.read.item.on, site.title
    held = {t.position for t in roster.tenures(site.person, on)}
    own = next((n for n, p in enumerate(MEMBERS) if p in held), None)
    listed_now = all(
        any(c.valid_from <= on < c.valid_until for c in roster.positions[p].complete) for p in MEMBERS
    )
    if own is None or not listed_now or title.text.isupper():
        return None
    right, wrong = MEMBER_WORDS[own], MEMBER_WORDS[1 - own]
    if title.positions == (MEMBERS[own],):
        words = re.sub("dự khuyết ", "", title.text) if own else f"{title.text[:8]}dự khuyết {title.text[8:]}"
        return retitled(site, words, "alternate") if words != title.text else None
    alone = all(t is title for t in site.mention.titles) and title.end < site.name_start
    if not alone or MEMBERSHIP.match(title.text) or not next_to_name(site):
        return None
    text, start = site.read.item.text, title.start
    mutant = changed(site, start, start, f"{wrong}, ", "alternate")
    return replace(mutant, wanted=f"{text[:start]}{right}, {text[start:]}")


def wrong_term(site: Site, world: World, _: Random) -> Mutant | None:
    """The term before printed behind an office that is counted by terms."""
    none: tuple[int, tuple[date, ...]] = (0, ())
    first, terms = next((t for positions, t in TERMS if set(site.title.positions) <= positions), none)
    number = first + sum(begun + MARGIN <= site.read.item.on for begun in terms) - 1
    if number < first or site.title.term or site.title.text.isupper():
        return None
    end = site.title.end
    if site.read.item.text[end : end + 1] not in (" ", ","):
        return None
    words = f" khóa {ROMAN[number - 1 - 10]}"
    mutant = changed(site, end, end, words, "wrong-term" if site.mention.now else f"wrong-term{NO_NOW}")
    text, right = site.read.item.text, ROMAN[number - 10]
    return replace(mutant, wanted=f"{text[:end]} khóa {right}{text[end:]}")


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
            new = text[:start] + words + text[end:]
            yield Mutant(
                "wrong-rank", read, mention.person, new, read.item.on, start, start + len(words), was
            )


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
            text = read.item.text[: found.start()] + words + read.item.text[found.end() :]
            yield Mutant("country-name", read, None, text, read.item.on, *found.span(), found[0])


CLASSES: Final[dict[str, tuple[Callable[[Site, World, Random], Mutant | None], tuple[str, ...]]]] = {
    "wrong-title": (wrong_title, ("T001", "T002", "T003", "T006")),
    "outdated": (outdated, ("T002",)),
    "premature": (premature, ("T003",)),
    "former": (former, ("T004",)),
    "deputy-lost": (deputy_lost, ("T006",)),
    "deputy-added": (deputy_added, ("T006",)),
    "misspelt": (misspelt, ("N001",)),
    "ended-organisation": (ended_organisation, ("T009",)),
    "diacritics-lost": (diacritics_lost, ("N002",)),
    "wrong-case": (wrong_case, ("N003",)),
    "glued": (glued_name, ("N004",)),
    "broken": (broken_name, ("N004",)),
    "place-type": (place_type, ("T010",)),
    "alternate": (alternate, ("T012",)),
    "wrong-term": (wrong_term, ("T013",)),
}
"""What is done to a site, and the rules meant to find it."""
WHOLE: Final = {
    "acting-lost": ("T005",),
    "wrong-rank": ("T011",),
    "wrong-honorific": ("F001",),
    "inverted-list": ("O001",),
    "country-name": ("C003",),
}
"""Classes that are rare in the corpus: every place is taken."""


def spread(found: Sequence[Site], random: Random) -> Iterator[Site]:
    """The sites in turn of their persons, so that a few much-named leaders do not fill a class."""
    persons: dict[str, list[Site]] = defaultdict(list)
    for site in found:
        persons[site.person].append(site)
    queues = [random.sample(persons[p], len(persons[p])) for p in sorted(persons)]
    random.shuffle(queues)
    for turn in zip_longest(*queues):
        yield from (site for site in turn if site is not None)


def mutants(name: str, found: Sequence[Site], world: World, per_class: int, seed: int) -> Iterator[Mutant]:
    """At most `per_class` mutants of each group of a class, one a person and item."""
    random = Random(f"{seed} {name}")
    counts: Counter[str] = Counter()
    persons: Counter[tuple[str, str]] = Counter()
    taken: set[tuple[str, str]] = set()
    for site in spread(found, random):
        if (site.read.item.id, site.person) in taken or counts[name] >= per_class:
            continue
        mutant = CLASSES[name][0](site, world, random)
        if mutant is None or counts[mutant.group] >= per_class:
            continue
        if persons[mutant.group, site.person] >= max(1, per_class // PERSON_SHARE):
            continue
        counts[mutant.group] += 1
        persons[mutant.group, site.person] += 1
        taken.add((site.read.item.id, site.person))
        yield mutant


def judged(mutant: Mutant, checker: Checker) -> Outcome:
    """The mutant checked."""
    report = checker.check(mutant.text, on=mutant.on)
    here = said(report, mutant.start, mutant.end)
    finding = here[0] if here else None
    if mutant.on != mutant.read.item.on:
        return Outcome(mutant, finding, (), None)
    before = {(f.rule, f.excerpt) for f in mutant.read.report.findings}
    new = (f for f in report.findings if f not in here and (f.rule, f.excerpt) not in before)
    elsewhere = tuple(f for f in new if f.severity != "note")
    return Outcome(mutant, finding, elsewhere, mended(mutant, finding) if finding else None)


def mended(mutant: Mutant, finding: Finding) -> Literal["yes", "capitals", "no", "none"]:
    """Whether the first fix of a finding gives the untouched text again; "none" where no fix is offered."""
    if not finding.fixes:
        return "none"
    text, untouched = mutant.text, mutant.wanted or mutant.read.item.text
    for edit in reversed(finding.fixes[0].edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return "yes" if text == untouched else "capitals" if text.lower() == untouched.lower() else "no"


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if n == 0:
        return 0.0, 1.0
    z, share = 1.96, hits / n
    centre = share + z * z / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (centre - reach) / (1 + z * z / n), (centre + reach) / (1 + z * z / n)


def titles_in_print(found: Sequence[Site], checker: Checker) -> dict[str, tuple[str, ...]]:
    """One-holder national offices with the full titles they are printed by."""
    forms: dict[str, set[str]] = defaultdict(set)
    for site in found:
        text, positions = site.title.text, site.title.positions
        position = checker.roster.positions[positions[0]] if len(positions) == 1 else None
        if position is None or not position.exclusive or position.place or "," in text:
            continue
        if text[0].isupper() and not text.isupper() and (site.title.organisations or position.id in TOP):
            forms[position.id].add(text)
    return {p: tuple(sorted(forms[p])) for p in sorted(forms)}


def measure(
    corpus: Path, files: tuple[str, ...], per_class: int, seed: int
) -> tuple[list[Outcome], dict[str, Any]]:
    """Every mutant's outcome, and what is said of the untouched items."""
    checker = Checker()
    whole: list[Mutant] = []
    found: list[Site] = []
    levels: Counter[tuple[str, str]] = Counter()
    read_items = titles = 0
    for read in reads(checker, corpus, files):
        read_items += 1
        titles += read.report.coverage.judged_yes + read.report.coverage.judged_no
        levels.update((f.rule, f.severity) for f in read.report.findings)
        found += sites(read, checker)
        whole += (
            *acting_lost(read),
            *wrong_rank(read, checker),
            *wrong_honorific(read),
            *inverted_list(read, checker),
            *country_name(read),
        )
    world = World(checker, titles_in_print(found, checker))
    drawn = [m for name in CLASSES for m in mutants(name, found, world, per_class, seed)]
    outcomes = [
        judged(m, checker)
        for m in (*drawn, *sorted(whole, key=lambda m: list(WHOLE).index(m.group.partition(",")[0])))
    ]
    untouched = {
        "items": read_items, "judged_titles": titles, "sites": len(found), "persons": len({s.person for s in found}),
        "findings": {f"{rule} {severity}": n for (rule, severity), n in sorted(levels.items())},
    }  # fmt: skip
    return outcomes, untouched


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The figures of one row."""
    n, hits = len(outcomes), sum(o.found for o in outcomes)
    low, high = wilson(hits, n)
    mends = Counter(o.mends for o in outcomes if o.found and o.mends)
    return {
        "n": n, "persons": len({o.mutant.person for o in outcomes} - {None}), "found": hits, "low": low, "high": high,
        "levels": dict(Counter(o.finding.severity if o.finding else "silent" for o in outcomes)),
        "mends": dict(mends), "elsewhere": sum(bool(o.elsewhere) for o in outcomes),
        "rules": dict(Counter(o.finding.rule for o in outcomes if o.finding and o.found).most_common()),
    }  # fmt: skip


def rows(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes by row of the table: groups and their sum, misspellings of the first group also by kind."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for name in (*CLASSES, *WHOLE):
        found[name] = []
        both = [o for o in outcomes if o.mutant.group.partition(",")[0] == name]
        for outcome in both:
            found[outcome.mutant.group].append(outcome)
        if len(both) > len(found[name]):
            found[f"{name}, all"] = both
        for kind in KINDS if name == "misspelt" else ():
            found[f"  {kind}"] = [o for o in found[name] if o.mutant.kind == kind]
    found[EVERY] = [o for o in outcomes if "," not in o.mutant.group]
    found[ALL] = list(outcomes)
    return found


def alarms(untouched: dict[str, Any], rules: Sequence[str] | None) -> str:
    """Errors and warnings on the untouched items for 1,000 judged titles, of some rules or of all."""
    counts: Counter[str] = Counter()
    for key, n in untouched["findings"].items():
        rule, severity = key.split()
        counts[severity] += n if rules is None or rule in rules else 0
    titles = max(1, untouched["judged_titles"])
    return f"{1000 * counts['error'] / titles:5.2f}{1000 * counts['warning'] / titles:7.2f}"


def show(outcomes: Sequence[Outcome], untouched: dict[str, Any]) -> None:
    """Print the table: what is found of each class, and beside it what its rules say of the untouched items.

    fix, Aa, no, -: the first fix gives the untouched text again, gives it but for capitals, does not, or none is
    offered. else: mutants with a new finding in another place.
    """
    print(
        f"{untouched['items']} items, {untouched['judged_titles']} judged titles; {untouched['sites']} right titles "
        f"of {untouched['persons']} persons can be made wrong"
    )
    print(
        f"{'':42}{'n':>4}{'persons':>8}{'found at error or warning':>27}{'err':>5}{'warn':>5}{'note':>5}{'none':>5}"
        f"{'fix':>5}{'Aa':>5}{'no':>5}{'-':>5}{'else':>6}{'untouched: err, warn /1,000':>29}  by"
    )
    for name, found in rows(outcomes).items():
        row = summary(found)
        share = f"{row['found'] / row['n']:.1%} [{row['low']:.1%}, {row['high']:.1%}]" if row["n"] else "-"
        levels = "".join(f"{row['levels'].get(k, 0):>5}" for k in ("error", "warning", "note", "silent"))
        mends = "".join(f"{row['mends'].get(k) or '-':>5}" for k in ("yes", "capitals", "no", "none"))
        meant = next((r for c, (_, r) in CLASSES.items() if name.startswith(c)), WHOLE.get(name))
        beside = alarms(untouched, meant) if meant else ""
        by = ", ".join(f"{r} {k}" for r, k in row["rules"].items())
        print(
            f"{name:42}{row['n']:>4}{row['persons']:>8}{share:>27}{levels}{mends}{row['elsewhere']:>6}{beside:>29}  {by}"
        )
    print(f"{'untouched items, all rules':42}{alarms(untouched, None):>117}  {untouched['findings']}")


def show_misses(outcomes: Sequence[Outcome], checker: Checker, limit: int) -> None:
    """Print cases in which nothing above a note is said on the place, with what the engine read there."""
    for name, found in rows(outcomes).items():
        missed = [o for o in found if not o.found]
        for outcome in missed[
            : 0 if name.startswith(("  ", EVERY, ALL)) or name.endswith(", all") else limit
        ]:
            m = outcome.mutant
            print(
                f"\n[{name}{m.kind and ': ' + m.kind} {m.on} {m.read.item.id[:10]}] {m.was} → {m.text[m.start : m.end]}"
            )
            print(f"   … {m.text[max(0, m.start - 160) : m.end + 120]} …".replace("\n", " / "))
            for mention in checker.check(m.text, on=m.on).mentions:
                if mention.start < m.end + 3 and m.start - 3 < mention.end:
                    titles = "; ".join(f"{t.text}: {t.verdict}, {t.reason}, {t.kind}" for t in mention.titles)
                    now = "now" if mention.now else "past" if mention.past else "no sign of now"
                    print(f"   {mention.name}: {mention.status} {mention.person}, {now} [{titles}]")
            if outcome.finding:
                print(f"   note {outcome.finding.rule}: {outcome.finding.message}")


def record(outcome: Outcome) -> dict[str, Any]:
    """One case for the JSON file."""
    m, finding = outcome.mutant, outcome.finding
    return {
        "class": m.group, "kind": m.kind, "id": m.read.item.id, "printed": m.read.item.on.isoformat(),
        "on": m.on.isoformat(), "person": m.person, "was": m.was, "is": m.text[m.start : m.end], "start": m.start,
        "end": m.end, "around": m.text[max(0, m.start - 160) : m.end + 160], "found": outcome.found,
        "rule": finding and finding.rule, "severity": finding and finding.severity, "mends": outcome.mends,
        "elsewhere": [f"{f.rule} {f.severity} {f.excerpt}" for f in outcome.elsewhere],
    }  # fmt: skip


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", nargs="+", default=["news_2025_2026", "news_2017"])
    parser.add_argument("--per-class", type=int, default=300, help="sites a class at most")
    parser.add_argument("--misses", type=int, default=0, help="missed cases printed a class")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path, help="where to write every case")
    arguments = parser.parse_args()
    outcomes, untouched = measure(
        arguments.corpus, tuple(arguments.files), arguments.per_class, arguments.seed
    )
    show(outcomes, untouched)
    show_misses(outcomes, Checker(), arguments.misses)
    if arguments.json:
        result = {
            "files": arguments.files, "seed": arguments.seed, "per_class": arguments.per_class, "untouched": untouched,
            "rows": {name.strip(): summary(found) for name, found in rows(outcomes).items()},
            "cases": [record(o) for o in outcomes],
        }  # fmt: skip
        arguments.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
