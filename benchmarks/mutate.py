"""What share of realistic errors is found, beside what is said of the same news untouched.

    python benchmarks/mutate.py CORPUS [--files news_2017] [--per-class 300] [--misses 5] [--seed 0] [--json OUT]

One error at a time is put into a right sentence of real dated news, where the register knows to the day that the
person held the office. The sites of a class are spread over persons and articles, so that no leader counts for
more than a twentieth of it: the shares are of persons and forms of print, not of how often each is in the news.
Sites are right titles that the engine itself read and judged: what it cannot read is in no share here.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise, zip_longest
from math import sqrt
from pathlib import Path
from random import Random
from typing import Any, Final

from corpus import Item, items

from leadercheck import Article, Checker, Finding, Mention, Report
from leadercheck.article import Title
from leadercheck.text import fold

MARGIN: Final = timedelta(10)
"""No site lies nearer than this to the beginning or the end of the tenure: there two titles may be right."""
PERSON_SHARE: Final = 20
"""One person has at most this fraction of a class."""
BODIES_MERGED: Final = date(2025, 3, 15)
PROVINCES_MERGED: Final = date(2025, 7, 15)
"""Two weeks after the mergers of ministries (1/3/2025) and of provinces (1/7/2025)."""
NO_NOW: Final = ", no sign of now"
TOP: Final = ("tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi", "thuong-truc-ban-bi-thu")
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
PLURAL: Final = re.compile(r"(?:^|\W)(?:các|những|hai|ba|bốn|nhiều|một số)(?: đồng chí| vị| ông| bà)? $", re.IGNORECASE)
DATED: Final = re.compile(
    r"\d{1,2} ?[/.-] ?\d|(?:ngày|mùng|tháng|năm|quý|khóa|khoá|nhiệm kỳ|lần thứ|kỳ họp thứ) (?:\d|[IVX]+\b)|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
ATTENDED: Final = re.compile(r"\b(?:dự|viếng|thành phần)\b", re.IGNORECASE)
COUNTRY: Final = re.compile(r"Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam")


@dataclass(frozen=True, slots=True)
class Read:
    """An untouched item, as read and as judged."""

    item: Item
    article: Article
    report: Report


@dataclass(frozen=True, slots=True)
class Site:
    """A right title of a linked name; `begun` and `ended` are the bounds of the tenure behind it."""

    read: Read
    mention: Mention
    title: Title
    person: str
    begun: date
    ended: date | None


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of a mutant: the loudest finding on its place, and the new ones elsewhere.

    `restored`: applying the first fix gives the untouched text; None where nothing was found or the date was moved.
    """

    mutant: Mutant
    finding: Finding | None
    elsewhere: tuple[Finding, ...]
    restored: bool | None

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
        if mention.status != "linked" or not mention.certain or mention.person is None or mention.name is None:
            continue
        if mention.past or mention.quoted or said(read.report, mention.start, mention.end):
            continue
        spells = {s.tenure.id: s for s in checker.roster.spells_of(mention.person)}
        for title in mention.titles:
            if title.verdict != "yes" or title.reason != "held-on-day" or title.modifier or title.frame or title.shared:
                continue
            if PLURAL.search(read.item.text[max(0, title.start - 20) : title.start]):
                continue
            for evidence in title.evidence:
                spell = spells.get(evidence)
                if spell is None or not spell.exact or spell.at(read.item.on - MARGIN) != "yes":
                    continue
                if spell.at(read.item.on + MARGIN) == "no":
                    continue
                ended = spell.end_first if spell.tenure.end else None
                yield Site(read, mention, title, mention.person, spell.start_first, ended)
                break


def said(report: Report, start: int, end: int) -> list[Finding]:
    """The findings that touch a place, the loudest first."""
    levels = ("error", "warning", "note")
    return sorted((f for f in report.findings if f.start < end and start < f.end), key=lambda f: levels.index(f.severity))


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
    mention, title = site.mention, site.title
    assert mention.name_start is not None and mention.name_end is not None  # sites have names
    text = site.read.item.text
    before, after = text[title.end : mention.name_start], text[mention.name_end : title.start]
    return before in (" ", " ông ", " bà ", " đồng chí ") or after in (", ", " - ", " – ")


def wrong_title(site: Site, world: World, random: Random) -> Mutant | None:
    """Another's office in place of the person's own."""
    roster, on = world.checker.roster, site.read.item.on
    if not next_to_name(site):
        return None
    ever = {s.tenure.position for s in roster.spells_of(site.person)}
    near = {roster.positions[p].deputy_of for p in ever} | ever
    near |= {e for p in ever for e in roster.positions[p].equivalents}
    others = [
        p
        for p in sorted(world.printed)
        if p not in near
        and roster.positions[p].deputy_of not in ever
        and roster.held(site.person, p, on).answer != "yes"
        and roster.holders(p, on)
    ]
    return retitled(site, random.choice(world.printed[random.choice(others)]), "wrong-title") if others else None


def outdated(site: Site, world: World, random: Random) -> Mutant | None:
    """The same sentence printed 20 to 400 days after the end of the tenure."""
    if site.ended is None:
        return None
    first = site.ended + timedelta(20)
    last = min(site.ended + timedelta(400), world.checker.roster.as_of)
    return moved(site, world, first, last, random, "outdated") if first <= last else None


def premature(site: Site, world: World, random: Random) -> Mutant | None:
    """The same sentence printed 20 to 300 days before the tenure began, while the person was something else."""
    first, last = site.begun - timedelta(300), site.begun - timedelta(20)
    mutant = moved(site, world, first, last, random, "premature")
    spells = world.checker.roster.spells_of(site.person)
    known = mutant and any(s.at(mutant.on) == "yes" and s.tenure.position not in site.title.positions for s in spells)
    return mutant if known else None


def moved(site: Site, world: World, first: date, last: date, random: Random, group: str) -> Mutant | None:
    """The untouched text of another day, on which the title is surely wrong; None where the text tells its day."""
    roster, text = world.checker.roster, site.read.item.text
    on = first + timedelta(random.randrange((last - first).days + 1))
    died = roster.persons[site.person].died
    if DATED.search(text) or (died and died <= on.isoformat()):
        return None
    if any(roster.held(site.person, p, on).answer != "no" for p in site.title.positions):
        return None
    mentions = world.checker.parse(text, on=on).mentions
    there = next((m for m in mentions if m.name_start == site.mention.name_start), None)
    if there is not None and there.past:
        return None
    group += "" if there is None or there.now else NO_NOW
    return Mutant(group, site.read, site.person, text, on, site.title.start, site.title.end, site.title.text)


def former(site: Site, world: World, _: Random) -> Mutant | None:
    """ "Nguyên" before the title of one in office who never left it."""
    on = site.read.item.on
    own = [s for s in world.checker.roster.spells_of(site.person) if s.tenure.position in site.title.positions]
    if any(s.tenure.end and s.end_first <= on and s.end_first + MARGIN < site.begun for s in own):
        return None
    starts = opens_sentence(site)
    text = site.title.text
    word = "NGUYÊN" if text.isupper() and len(text) > 3 else "Nguyên" if starts else "nguyên"
    return changed(site, site.title.start, site.title.end, f"{word} {text}", "former")


def opens_sentence(site: Site) -> bool:
    """Whether the title is the first thing of its sentence."""
    before = site.read.item.text[: site.title.start].rstrip(" \"“'‘")
    return not before or before[-1] in ".!?…\n:"


def deputy_lost(site: Site, world: World, _: Random) -> Mutant | None:
    """The deputy printed as the chief."""
    roster, text = world.checker.roster, site.title.text
    chiefs = {roster.positions[p].deputy_of for p in site.title.positions}
    if None in chiefs or any(roster.held(site.person, c, site.read.item.on).answer == "yes" for c in chiefs if c):
        return None
    plain = re.sub(r" thường trực\b", "", text, flags=re.IGNORECASE)
    if plain.lower().startswith("phó "):
        return retitled(site, plain[4].upper() + plain[5:], "deputy-lost")
    return retitled(site, "Bộ trưởng" + plain[9:], "deputy-lost") if plain.lower().startswith("thứ trưởng") else None


def deputy_added(site: Site, world: World, _: Random) -> Mutant | None:
    """The chief printed as a deputy."""
    roster, text = world.checker.roster, site.title.text
    deputies = [p.id for p in roster.positions.values() if p.deputy_of in site.title.positions]
    held = {t.position for t in roster.tenures(site.person, site.read.item.on)}
    if not deputies or held.intersection(deputies) or "," in text:
        return None
    if text.lower().startswith("bộ trưởng"):
        return retitled(site, "Thứ trưởng" + text[9:], "deputy-added")
    return retitled(site, "Phó " + text, "deputy-added")


def ended_organisation(site: Site, world: World, random: Random) -> Mutant | None:
    """A ministry or province that ended in 2025 in place of the one that took it over."""
    on, title = site.read.item.on, site.title
    positions = [world.checker.roster.positions[p] for p in title.positions]
    if len(positions) != 1:
        return None
    (position,) = positions
    ended = ENDED_MINISTRIES.get(position.organisation or "")
    if ended and position.head == "Bộ trưởng" and title.organisations and on >= BODIES_MERGED:
        full, short = random.choice(ended)
        if "bộ" not in title.text.lower()[9:]:
            return retitled(site, f"Bộ trưởng {full}", "ended-organisation")
        return retitled(site, f"Bộ trưởng Bộ {random.choice((full, short))}", "ended-organisation")
    head = {"tinh-uy": "Bí thư Tỉnh ủy", "uy-ban-nhan-dan": "Chủ tịch UBND tỉnh"}.get(position.organisation or "")
    if head and title.place and head.startswith(position.head) and on >= PROVINCES_MERGED:
        gone = [
            o.name
            for o in world.checker.roster.organisations.values()
            if o.kind == "province" and o.lives and title.place in o.lives[-1].successors and o.lives[-1].valid_until
        ]
        return retitled(site, f"{head} {random.choice(gone)}", "ended-organisation") if gone else None
    return None


TONES: Final = {"": "", "f": "\u0300", "r": "\u0309", "x": "\u0303", "s": "\u0301", "j": "\u0323"}
"""The tones by their Telex letters."""
MARKS: Final = {"\u0306": "w", "\u0302": None, "\u031b": "w"}
"""Vowel marks by their Telex letters; None: the vowel again."""
SHAPES: Final = ("aăâ", "eê", "oôơ", "uư")
SURNAMES: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Lý")
INITIALS: Final = (("s", "x"), ("ch", "tr"), ("d", "gi"), ("l", "n"), ("r", "d"), ("đ", "d"), ("v", "d"), ("kh", "h"))
FINALS: Final = (("n", "ng"), ("c", "t"), ("n", "nh"))
ONSET: Final = re.compile(r"ngh|ng|nh|ch|gh|gi(?=[aăâeêoôơuưáàảãạ])|kh|ph|qu|th|tr|[bcdđghklmnprstvx]", re.IGNORECASE)
CODA: Final = re.compile(r"(?:ng|nh|ch|[cmnpt])$")
KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def nfc(letters: str) -> str:
    """Letters composed."""
    return unicodedata.normalize("NFC", letters)


def toneless(syllable: str) -> tuple[str, str, int]:
    """The syllable without its tone, the Telex letter of the tone, and where the tone stands or would stand."""
    for index, letter in enumerate(syllable):
        parts = unicodedata.normalize("NFD", letter)
        for key, tone in TONES.items():
            if tone and tone in parts:
                return syllable[:index] + nfc(parts.replace(tone, "")) + syllable[index + 1 :], key, index
    return syllable, "", tone_place(syllable)


def tone_place(syllable: str) -> int:
    """The index of the vowel that bears the tone in a syllable without one, the old way ("hòa")."""
    low = syllable.lower()
    onset = ONSET.match(low)
    vowels = [i for i, c in enumerate(low) if i >= (onset.end() if onset else 0) and c in "aăâeêioôơuưy"]
    if not vowels:
        return len(low) - 1
    marked = [i for i in vowels if low[i] in "ăâêôơư"]
    if marked:
        return marked[-1]
    return vowels[-1] if len(vowels) == 1 or vowels[-1] != len(low) - 1 else vowels[-2]


def toned(syllable: str, key: str, index: int) -> str:
    """The syllable with a tone on the letter at `index`."""
    return syllable[:index] + nfc(syllable[index] + TONES[key]) + syllable[index + 1 :]


def tone_changed(syllable: str, random: Random) -> str | None:
    """Minh → Mình; before p, t, c, ch only sắc and nặng can stand."""
    plain, key, index = toneless(syllable)
    possible = "sj" if re.search(r"(?:ch|[cpt])$", plain.lower()) else ("", *"frxsj")
    return toned(plain, random.choice([k for k in possible if k != key]), index)


def mark_changed(syllable: str, random: Random) -> str | None:
    """Tân → Tăn."""
    plain, key, index = toneless(syllable)
    places = [(i, s) for i, c in enumerate(plain) for s in SHAPES if c.lower() in s]
    if not places:
        return None
    place, shape = random.choice(places)
    letter = random.choice([c for c in shape if c != plain[place].lower()])
    letter = letter.upper() if plain[place].isupper() else letter
    return toned(plain[:place] + letter + plain[place + 1 :], key, index)


def consonant_changed(syllable: str, random: Random) -> str | None:
    """Sơn → Xơn, Giang → Dang, Tuấn → Tuấng: sounds that regions and careless ears confuse."""
    onset, coda = ONSET.match(syllable), CODA.search(syllable)
    found = []
    for one, other in (*INITIALS, *(reversed(p) for p in INITIALS)):
        if onset and onset[0].lower() == one:
            found.append(other.capitalize() + syllable[onset.end() :])
    for one, other in (*FINALS, *(reversed(p) for p in FINALS)):
        if coda and coda[0] == one:
            found.append(syllable[: coda.start()] + other)
    return random.choice(found) if found else None


def letter_dropped(syllable: str, random: Random) -> str | None:
    """Minh → Mih."""
    at = random.randrange(1, len(syllable)) if len(syllable) > 2 else 0
    return syllable[:at] + syllable[at + 1 :] if at else None


def letter_doubled(syllable: str, random: Random) -> str | None:
    """Minh → Minnh."""
    at = random.randrange(1, len(syllable))
    return syllable[:at] + syllable[at] + syllable[at:]


def telex_slip(syllable: str, random: Random) -> str | None:
    """Phạm → Phamj, Tô → Too: the key of a tone or mark came through as a letter."""
    plain, key, _ = toneless(syllable)
    found = [plain + key] if key else []
    for index, letter in enumerate(plain):
        base, *marks = unicodedata.normalize("NFD", letter)
        keys = [MARKS[m] or base.lower() for m in marks if m in MARKS] + ["d"] * (letter.lower() == "đ")
        rest = toned(plain, key, toneless(syllable)[2])
        if keys and unicodedata.normalize("NFD", rest[index]) == letter or keys and rest[index] == letter:
            found.append(rest[:index] + ("D" if letter == "Đ" else "d" if letter == "đ" else base) + keys[0] + rest[index + 1 :])
    return random.choice(found) if found else None


def neighbouring_key(syllable: str, random: Random) -> str | None:
    """Minh → Monh: the key beside the right one."""
    found = []
    for index, letter in enumerate(syllable):
        for row in KEYS:
            at = row.find(letter.lower())
            for beside in row[max(0, at - 1) : at] + row[at + 1 : at + 2] if at >= 0 else "":
                new = beside.upper() if letter.isupper() else beside
                found.append(syllable[:index] + new + syllable[index + 1 :])
    return random.choice(found) if found else None


SYLLABLE_KINDS: Final[dict[str, Callable[[str, Random], str | None]]] = {
    "tone changed": tone_changed,
    "vowel mark changed": mark_changed,
    "consonant changed": consonant_changed,
    "letter dropped": letter_dropped,
    "letter doubled": letter_doubled,
    "telex slip": telex_slip,
    "neighbouring key": neighbouring_key,
}
KINDS: Final = (*SYLLABLE_KINDS, "syllables swapped", "syllable dropped", "wrong surname")


def misspelling(name: str, kind: str, random: Random) -> str | None:
    """The name with one slip of this kind; None where it has no place for it."""
    syllables = name.split()
    if kind == "syllables swapped":
        at = random.randrange(len(syllables) - 1)
        syllables[at : at + 2] = syllables[at + 1], syllables[at]
    elif kind == "syllable dropped":
        if len(syllables) < 3:
            return None
        del syllables[random.randrange(1, len(syllables))]
    elif kind == "wrong surname":
        syllables[0] = random.choice([s for s in SURNAMES if s != syllables[0]])
    else:
        at = random.randrange(len(syllables))
        slip = SYLLABLE_KINDS[kind](syllables[at], random)
        if slip is None:
            return None
        syllables[at] = slip
    return " ".join(syllables)


def misspelt(site: Site, world: World, random: Random) -> Mutant | None:
    """One slip in the full name next to its title; never the name of somebody else."""
    mention, roster = site.mention, world.checker.roster
    name = roster.persons[site.person].name
    if not next_to_name(site) or mention.name is None or fold(mention.name) != fold(name):
        return None
    assert mention.name_start is not None and mention.name_end is not None  # sites have names
    alone = len(site.title.positions) == 1 and roster.positions[site.title.positions[0]].exclusive
    printed = name if mention.name.isupper() else nfc(mention.name)
    for kind in random.sample(KINDS, len(KINDS)):
        slip = misspelling(printed, kind, random)
        if slip and fold(slip) != fold(name) and not roster.named(slip):
            slip = slip.upper() if mention.name.isupper() else slip
            group = "misspelt" if alone else "misspelt, office of several"
            return changed(site, mention.name_start, mention.name_end, slip, group, kind)
    return None


def acting_lost(read: Read) -> Iterator[Mutant]:
    """ "Quyền" left out before a title held in that capacity."""
    for mention in read.article.mentions:
        for title in mention.titles:
            if title.modifier != "quyền" or title.verdict != "yes" or title.frame or mention.past or mention.quoted:
                continue
            if mention.name is None or said(read.report, mention.start, mention.end):
                continue
            text = read.item.text[: title.start] + read.item.text[title.bare_start :]
            end = title.end - (title.bare_start - title.start)
            was = read.item.text[title.start : title.end]
            yield Mutant("acting-lost", read, mention.person, text, read.item.on, title.start, end, was)


def inverted_list(read: Read, checker: Checker) -> Iterator[Mutant]:
    """Two of the five highest offices of unequal rank in an attendance list exchanged."""
    schemes = checker.roster.register.precedences
    on, text = read.item.on, read.item.text
    scheme = next((s for s in schemes if (s.valid_from or date.min) <= on < (s.valid_until or date.max)), None)
    ranks = {p: rank for rank, group in enumerate(scheme.groups if scheme else ()) for p in group}
    for run in listed(read):
        ranked = [
            (min(ranks[p] for t in m.titles for p in t.positions if p in TOP), m)
            for m in run
            if m.status == "linked" and not any(t.modifier or t.frame for t in m.titles)
            if any(p in TOP for t in m.titles if t.verdict == "yes" for p in t.positions)
        ]
        for (rank, one), (lower, other) in combinations(ranked, 2):
            if rank < lower and not said(read.report, one.start, other.end):
                first, second = text[one.start : one.end], text[other.start : other.end]
                new = text[: one.start] + second + text[one.end : other.start] + first + text[other.end :]
                yield Mutant("inverted-list", read, other.person, new, on, one.start, other.end, f"{first} … {second}")


def listed(read: Read) -> Iterator[list[Mention]]:
    """Runs of three and more named persons in sentences that tell of an attendance."""
    sentences: dict[int, list[Mention]] = defaultdict(list)
    for mention in read.article.mentions:
        if mention.name is not None:
            sentences[mention.sentence].append(mention)
    for index, mentions in sentences.items():
        bound = read.article.sentences[index]
        if len(mentions) < 3 or not ATTENDED.search(read.item.text, bound.start, bound.end):
            continue
        run = [mentions[0]]
        for one, other in pairwise(mentions):
            between = read.item.text[one.end : other.start]
            if len(between) > 80 or not re.match(r"[,;]| và |…", between.strip() + " "):
                if len(run) >= 3:
                    yield run
                run = []
            run.append(other)
        if len(run) >= 3:
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
}
"""What is done to a site, and the rules meant to find it."""
WHOLE: Final = {"acting-lost": ("T005",), "inverted-list": ("O001",), "country-name": ("C003",)}
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
    untouched = mutant.text == mutant.read.item.text
    before = {(f.rule, f.excerpt) for f in mutant.read.report.findings}
    elsewhere = tuple(
        f for f in report.findings if f not in here and f.severity != "note" and (f.rule, f.excerpt) not in before
    )
    restored = None if finding is None or untouched else mended(mutant.text, finding) == mutant.read.item.text
    return Outcome(mutant, finding, () if untouched else elsewhere, restored)


def mended(text: str, finding: Finding) -> str:
    """The text after the first fix of a finding."""
    for edit in reversed(finding.fixes[0].edits if finding.fixes else ()):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


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


def measure(corpus: Path, files: tuple[str, ...], per_class: int, seed: int) -> tuple[list[Outcome], dict[str, Any]]:
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
        whole += (*acting_lost(read), *inverted_list(read, checker), *country_name(read))
    world = World(checker, titles_in_print(found, checker))
    drawn = [m for name in CLASSES for m in mutants(name, found, world, per_class, seed)]
    outcomes = [judged(m, checker) for m in (*drawn, *sorted(whole, key=lambda m: list(WHOLE).index(m.group)))]
    untouched = {
        "items": read_items, "judged_titles": titles, "sites": len(found), "persons": len({s.person for s in found}),
        "findings": {f"{rule} {severity}": n for (rule, severity), n in sorted(levels.items())},
    }  # fmt: skip
    return outcomes, untouched


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The figures of one row."""
    n, hits = len(outcomes), sum(o.found for o in outcomes)
    low, high = wilson(hits, n)
    mends = [o.restored for o in outcomes if o.found and o.restored is not None]
    return {
        "n": n, "persons": len({o.mutant.person for o in outcomes}), "found": hits, "low": low, "high": high,
        "levels": dict(Counter(o.finding.severity if o.finding else "silent" for o in outcomes)),
        "restored": sum(mends), "mendable": len(mends), "elsewhere": sum(bool(o.elsewhere) for o in outcomes),
        "rules": dict(Counter(o.finding.rule for o in outcomes if o.finding and o.found).most_common()),
    }  # fmt: skip


def rows(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes by row of the table: groups in order, misspellings also by kind."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for name in (*CLASSES, *WHOLE):
        for outcome in outcomes:
            if outcome.mutant.group.partition(",")[0] == name:
                found[outcome.mutant.group].append(outcome)
        for kind in KINDS if name == "misspelt" else ():
            found[f"  {kind}"] = [o for o in found[name] if o.mutant.kind == kind]
        found.setdefault(name, [])
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
    """Print the table: what is found of each class, and beside it what its rules say of the untouched items."""
    print(
        f"{untouched['items']} items, {untouched['judged_titles']} judged titles; {untouched['sites']} right titles "
        f"of {untouched['persons']} persons can be made wrong"
    )
    print(
        f"{'':31}{'n':>4}{'persons':>8}{'found at error or warning':>27}{'err':>5}{'warn':>5}{'note':>5}{'none':>5}"
        f"{'fix mends':>11}{'elsewh.':>8}{'untouched: err, warn /1,000':>29}  by"
    )
    for name, found in rows(outcomes).items():
        row = summary(found)
        share = f"{row['found'] / row['n']:.1%} [{row['low']:.1%}, {row['high']:.1%}]" if row["n"] else "-"
        levels = "".join(f"{row['levels'].get(k, 0):>5}" for k in ("error", "warning", "note", "silent"))
        mends = f"{row['restored']}/{row['mendable']}" if row["mendable"] else "-"
        meant = next((r for c, (_, r) in CLASSES.items() if name.startswith(c)), WHOLE.get(name))
        beside = alarms(untouched, meant) if meant else ""
        by = ", ".join(f"{r} {k}" for r, k in row["rules"].items())
        print(
            f"{name:31}{row['n']:>4}{row['persons']:>8}{share:>27}{levels}{mends:>11}{row['elsewhere']:>8}{beside:>29}  {by}"
        )
    print(f"{'untouched items, all rules':31}{alarms(untouched, None):>112}  {untouched['findings']}")


def show_misses(outcomes: Sequence[Outcome], checker: Checker, limit: int) -> None:
    """Print cases in which nothing above a note is said on the place, with what the engine read there."""
    for name, found in rows(outcomes).items():
        missed = [o for o in found if not o.found]
        for outcome in missed[: 0 if name.startswith("  ") else limit]:
            m = outcome.mutant
            print(f"\n[{name}{m.kind and ': ' + m.kind} {m.on} {m.read.item.id[:10]}] {m.was} → {m.text[m.start : m.end]}")
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
        "rule": finding and finding.rule, "severity": finding and finding.severity, "restored": outcome.restored,
        "elsewhere": [f"{f.rule} {f.severity} {f.excerpt}" for f in outcome.elsewhere],
    }  # fmt: skip


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", nargs="+", default=["news_2025_2026", "news_2017"])
    parser.add_argument("--per-class", type=int, default=300, help="sites a class at most")
    parser.add_argument("--misses", type=int, default=0, help="missed cases printed a class")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path, help="where to write every case")
    arguments = parser.parse_args()
    outcomes, untouched = measure(arguments.corpus, tuple(arguments.files), arguments.per_class, arguments.seed)
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
