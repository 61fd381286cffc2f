"""Errors of titles: another's, outdated, premature, Phó lost or added, an ended body, a wrong type of place or term."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from sites import (
    MARGIN,
    Mutant,
    Site,
    World,
    changed,
    could_be_two,
    next_to_name,
    opens_sentence,
    retitled,
    sure,
)

from leadercheck.register import all_known, types_on

BODIES_MERGED: Final = date(2025, 3, 15)


PROVINCES_MERGED: Final = date(2025, 7, 15)
"""Two weeks after the mergers of ministries (1/3/2025) and of provinces (1/7/2025)."""


NO_NOW: Final = ", no sign of now"


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


DEPUTY: Final = re.compile(r"phó |thứ trưởng", re.IGNORECASE)


DATED: Final = re.compile(
    r"\d{1,2} ?[/.-] ?\d|(?:ngày|mùng|tháng|năm|quý|khóa|khoá|nhiệm kỳ|lần thứ|kỳ họp thứ) (?:\d|[IVX]+\b)|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)


DAY: Final = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})(?P<sign> ?[/.-] ?| tháng )(?P<m>\d{1,2})(?:(?P<joint>[/.-]| năm )(?P<y>20\d\d))?(?![/.-]?\d)"
)


NEAR: Final = 7
"""Days: what stands in the text this near to its own day is told as news."""


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
    if len(title.positions) != 1 or title.term:
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
    listed_now = all(all_known(roster.positions[p], on) for p in MEMBERS)
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
    if any(abs(begun - site.read.item.on) < MARGIN for begun in terms):
        return None  # two terms may be right
    end = site.title.end
    if site.read.item.text[end : end + 1] not in (" ", ","):
        return None
    words = f" khóa {ROMAN[number - 1 - 10]}"
    mutant = changed(site, end, end, words, "wrong-term" if site.mention.now else f"wrong-term{NO_NOW}")
    text, right = site.read.item.text, ROMAN[number - 10]
    return replace(mutant, wanted=f"{text[:end]} khóa {right}{text[end:]}")
