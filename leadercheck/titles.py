"""Titles: a head with its body and place ("Chủ tịch UBND tỉnh Phú Thọ") and its modifier."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from msgspec import Struct, field

from leadercheck.bodies import read_unknown
from leadercheck.complements import Complement, is_capital, read_small_place
from leadercheck.countries import read_country, read_sides
from leadercheck.lexicon import CLOSED_HEADS, FOREIGN_HEADS, Hit, Lexicon
from leadercheck.local import read_local
from leadercheck.patterns import letters
from leadercheck.register import types_on
from leadercheck.roster import Roster
from leadercheck.surnames import SURNAME
from leadercheck.text import fold, folded_pattern

MODIFIERS: Final = (
    "nguyên quyền", "nguyên", "cựu", "cố", "quyền", "tân", "tiền", "đương kim", "phụ trách", "phó", "q.",
)  # fmt: skip
_MODIFIER = folded_pattern(
    rf"(?:^|(?<=[\s\"“'‘(,;:–\-/]))(?P<modifier>{'|'.join(map(re.escape, MODIFIERS))}) (?:các |đồng chí |ông |bà |là )?$"
)
_LOOK_ALIKE = folded_pattern(
    r"(?:chính|ủy|thẩm|nhân|chủ|bản|độc|trao|giao|tiếp|thế|thái|tây|cao|còn|giữ|vẹn|y|thượng|phó|thôi|củng|kiên|"
    r"tăng|dân|phân|nhượng|đặc|tài|khôi) $"
)
"""What stands before a syllable that only looks like a modifier: "ủy quyền Bộ trưởng", "Tây nguyên, Thủ tướng"."""
_PLURAL = folded_pattern(
    r"(?<!\w)(?P<plural>các|những|hai|ba|bốn|năm|sáu|bảy|nhiều|một số|đông đảo|toàn thể)(?: đồng chí| vị| ông| bà)? $"
)
_FOREIGN: Final = frozenset(fold(head) for head in FOREIGN_HEADS)
_LOWER_BODY: Final = (
    "bộ ", "ban ", "ủy ban", "quốc hội", "chính phủ", "ubnd", "hđnd", "tỉnh ủy", "thành ủy", "hội đồng", "văn phòng",
    "quân ủy", "nước", "đảng", "báo nhân dân",
)  # fmt: skip
"""How a body in small letters begins; "thương mại" alone is no ministry."""
_OF_A_BOARD: Final = frozenset(map(fold, ("trưởng ban", "phó trưởng ban", "phó ban")))
_STANDING = folded_pattern(r" thường trực\b")
_TERM = folded_pattern(
    r"(?: đảng| quốc hội| việt nam)?,? \(?(?:khóa (?P<number>[ivx]+|\d{1,2})|nhiệm kỳ (?P<years>\d{4} ?[-–] ?\d{4}))\)?(?!\w)"
    r"(?!(?:,| và| -|-) ?(?:[ivx]+|\d+)(?!\w))"
)
"""One term behind a title; several ("khóa XII, XIII") are a past told, and belong to no title."""
DISTRICTS_ENDED: Final = date(2025, 7, 1)
"""From this day there are no districts and no cities of provinces. Source: Nghị quyết 203/2025/QH15 (16/6/2025)."""
CITY_COMMITTEE: Final = "thanh-uy"
_CITY: Final = ("thành phố", "tp")
FORMER: Final = frozenset({"nguyên", "cựu", "nguyên quyền", "tiền"})
_NOBODY = folded_pattern(
    r"(?<!\w)(?:phủ|(?<!cán )(?<!nội )(?<!toàn )(?<!đảng )bộ|hội nghị|hội nghị các|giải|(?<=đại )hội|(?<!trưởng )đoàn) $"
)
"""Before a head these make a house, a command or a meeting: "Phủ Chủ tịch", "Bộ Tư lệnh", "Hội nghị Bộ trưởng"."""
_STATE_PRESIDENT: Final = fold("chủ tịch nước")
_DELEGATION: Final = folded_pattern(r"(?<!\w)(?<!trưởng )đoàn (?:đại biểu )?$")
_ORGANS: Final = folded_pattern(
    r"(?: cộng hòa xã hội chủ nghĩa việt nam)?(?:,| và) (?:quốc hội|chính phủ|ủy ban trung ương|ủy ban mặt trận|ủy ban mttq|mặt trận tổ quốc)(?!\w)"
)
_NAME: Final = letters(r" \p{Lu}\p{Ll}+ \p{Lu}")
_SHORT_HEAD: Final = letters(r"(?:PTT|PCT|(?:[Pp]hó )?(?:TTg|TTG|CT)|TBT|UV)(?: \p{L}{1,7})*")


class Reading(Struct):
    """One title as read, in code points of the matched text; `start` includes the modifier, `bare` does not."""

    start: int
    bare: int
    end: int
    head: str
    positions: tuple[str, ...]
    organisations: tuple[str, ...] = ()
    place: str | None = None
    place_type: str = ""
    """The type printed before the place, folded: "tỉnh", "tp", "huyện", "huyện ủy"; "" where none is."""
    term: str | None = None
    """The term printed behind the title: "xv", "15", "2021-2026"; it belongs to the title."""
    term_start: int = 0
    modifier: str | None = None
    inherited: bool = False
    plural: bool = False
    joint: bool = False
    """It is a plural's of several countries: "Thủ tướng hai nước", "hai Bộ trưởng Quốc phòng Việt Nam - Lào"."""
    sides: tuple[bool, ...] = ()
    """Which of these countries is Việt Nam, in printed order; () where none is printed."""
    side_end: int = 0
    """Where the office of one of them ends: behind "Bộ trưởng Quốc phòng Việt Nam"."""
    foreign: bool = False
    elsewhere: bool = False
    """The body is known to be none of the register's: a commune, a branch, a company."""
    firm: bool = False
    """The body is a company, a club or the like."""
    short: bool = False
    open: bool = False
    """A bare head that bodies outside the register have too ("Chủ tịch", "Tổng Thư ký")."""
    frame: str | None = None
    told: str = ""
    """The time that the words right before tell of: "now", "once", or nothing."""
    hits: int = 1
    chain: list[Reading] = field(default_factory=list)


def titles(text: str, folded: str, hits: Sequence[Hit], lexicon: Lexicon) -> list[Reading]:
    """Every title of the text in order; its modifier and its complement worked out."""
    found: list[Reading] = []
    index = 0
    while index < len(hits):
        hit = hits[index]
        if (
            (hit.atom.head is None and not hit.atom.positions)
            or _NOBODY.search(folded[max(0, hit.start - 10) : hit.start])
            or (hit.atom.marker == "short" and not _is_short_head(text, hits, index))
            or _is_institution(text, folded, hit)
        ):
            index += 1
            continue
        reading = _compose(text, folded, hits, index, lexicon)
        found.append(reading)
        index += reading.hits
    _share_places(folded, found, lexicon)
    return found


def _share_places(folded: str, readings: Sequence[Reading], lexicon: Lexicon) -> None:
    """Of two offices joined by "và" the first has the place of the second: "Bí thư Thành ủy và Chủ tịch UBND thành phố Đà Nẵng"."""
    for one, other in pairwise(readings):
        if (
            other.place
            and one.organisations
            and one.place is None
            and len(one.positions) > 1
            and folded[one.end : other.bare] == " và "
        ):
            both = lexicon.positions(one.head, one.organisations, other.place)
            if both:
                one.positions, one.place = both, other.place


def _is_institution(text: str, folded: str, hit: Hit) -> bool:
    """Whether "Chủ tịch nước" is the institution, told among others or of its delegation ("Quốc hội, Chủ tịch nước, Chính phủ")."""
    if folded[hit.start : hit.end] != _STATE_PRESIDENT:
        return False
    delegation = _DELEGATION.search(folded[max(0, hit.start - 20) : hit.start])
    return bool((delegation and not _NAME.match(text, hit.end)) or _ORGANS.match(folded, hit.end))


def _is_short_head(text: str, hits: Sequence[Hit], index: int) -> bool:
    """Whether letters that may shorten a head stand where one does: "PCT QH", "PTT Vũ Đức Đam"; not in "12/QĐ-TTg"."""
    hit = hits[index]
    if not _SHORT_HEAD.fullmatch(text, hit.start, hit.end) or text.startswith(("-", "/", "&"), hit.start - 1):
        return False
    for after in hits[index + 1 : index + 2]:
        atom = after.atom
        known = atom.organisations or atom.places or atom.persons or atom.marker == "place"
        if known and text[hit.end : after.start] == " " and text[after.start].isupper():
            return True
    before = hits[index - 1] if index else None
    return bool(before and before.atom.persons and text[before.end : hit.start] in (", ", " - ", " – ", " ("))


def _compose(text: str, folded: str, hits: Sequence[Hit], index: int, lexicon: Lexicon) -> Reading:
    first = hits[index]
    head = first.atom.head or ""
    rest = Complement(text, folded, hits, index + 1, first.end)
    local = bool(head) and read_local(rest)
    if not local and (head or not first.atom.positions):
        _read_body(rest, first, head, lexicon)
    if not local:
        _read_place(rest)
    start, modifier = _modifier(folded, first.start)
    plural = bool(_PLURAL.search(folded[max(0, start - 24) : start]))
    if rest.place is None and not rest.elsewhere:
        begin = rest.end
        read_country(rest)
        single = bool(rest.organisations) or head in CLOSED_HEADS
        read_sides(rest, begin, single=single, plural=plural)
    if not (rest.joint or rest.home or rest.place or rest.elsewhere or rest.foreign):
        read_unknown(rest, head)
    term = None if rest.foreign else _TERM.match(folded, rest.end)
    positions = first.atom.positions if not (rest.organisations or rest.place) else ()
    positions = positions or lexicon.positions(head, rest.organisations, rest.place)
    bare = not (first.atom.positions or rest.organisations or rest.place)
    national = any(len(lexicon.by_body.get((head, o), ())) <= 1 for o in rest.organisations)
    # "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh" is none of the nation's.
    unnamed = rest.place_type and not rest.place
    rest.elsewhere = rest.elsewhere or bool(national and (unnamed or (rest.place and not positions)))
    if rest.elsewhere or rest.foreign:
        positions = ()
    return Reading(
        start=start,
        bare=first.start,
        end=term.end() if term else rest.end,
        head=head or folded[first.start : first.end],
        positions=positions,
        organisations=rest.organisations,
        place=rest.place,
        place_type=rest.place_type,
        term=(term["number"] or term["years"].replace(" ", "").replace("–", "-")) if term else None,
        term_start=rest.end,
        modifier=modifier,
        plural=plural or rest.joint,
        joint=rest.joint,
        sides=rest.sides,
        side_end=rest.side_end,
        foreign=rest.foreign or (head in _FOREIGN and not rest.home),
        elsewhere=rest.elsewhere,
        firm=rest.firm,
        short=bare and len(positions) > 2,
        open=bare and head not in CLOSED_HEADS,
        hits=rest.index - index,
    )


def _read_body(rest: Complement, first: Hit, head: str, lexicon: Lexicon) -> None:
    standing = _STANDING.match(rest.folded, rest.end)
    if standing:
        rest.end = standing.end()
    hit = rest.next((" ", " của ", " tại "))
    if (
        hit
        and hit.atom.organisations
        and (rest.text[hit.start].isupper() or rest.folded.startswith(_LOWER_BODY, hit.start))
    ):
        known = tuple(o for o in hit.atom.organisations if (head, o) in lexicon.by_body)
        if hit.atom.marker == "home" and not known:
            # The whole name of the state is the country: "Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam".
            return
        if not known and head in _OF_A_BOARD and not rest.folded.startswith(_LOWER_BODY, hit.start):
            # "Trưởng Ban Kinh tế" of a newspaper or a council heads no former ministry.
            return
        rest.organisations = known or hit.atom.organisations
        rest.take(hit)
        if not standing and (standing := _STANDING.match(rest.folded, rest.end)):
            rest.end = standing.end()


def _read_place(rest: Complement) -> None:
    hit = rest.next()
    if hit and hit.atom.marker == "lower" and not hit.atom.places:
        rest.elsewhere, rest.place_type = True, rest.folded[hit.start : hit.end]
        rest.take(hit)
        hit = rest.next((" ", ". "))
        if hit and rest.is_place(hit):
            rest.take(hit)
        else:
            read_small_place(rest)
        return
    typed = bool(hit and hit.atom.marker == "place")
    if hit and typed:
        rest.place_type = rest.folded[hit.start : hit.end]
        rest.take(hit)
        hit = rest.next((" ", ". ", "."))
    if hit and rest.is_place(hit) and (typed or not hit.atom.persons):
        rest.place = hit.atom.places[0]
        rest.take(hit)
    elif (
        typed
        and not rest.text.startswith("\n", rest.end)
        and is_capital(rest.text, rest.end + 1)
        and not (hit and (hit.atom.persons or hit.atom.head))
    ):
        rest.elsewhere = not SURNAME.match(rest.folded, rest.end + 1)
        if rest.elsewhere:
            read_small_place(rest)
    elif (
        CITY_COMMITTEE in rest.organisations
        and rest.text.startswith(" ", rest.end)
        and is_capital(rest.text, rest.end + 1)
        and not (hit and (hit.atom.persons or hit.atom.head) and hit.start == rest.end + 1)
        and not SURNAME.match(rest.folded, rest.end + 1)
    ):
        rest.elsewhere, rest.place_type = True, "thành ủy"
        read_small_place(rest)


def on_the_day(readings: Sequence[Reading], roster: Roster, day: date) -> None:
    """Until cities of provinces ended, "TP Thanh Hóa" and "Thành ủy Thanh Hóa" were other bodies than those of the province."""
    if day >= DISTRICTS_ENDED:
        return
    for reading in readings:
        place = roster.organisations.get(reading.place or "")
        city = reading.place_type in _CITY or CITY_COMMITTEE in reading.organisations
        if city and place and "thành phố trực thuộc trung ương" not in types_on(place, day):
            reading.positions, reading.place, reading.elsewhere = (), None, True


def _modifier(folded: str, start: int) -> tuple[int, str | None]:
    """Where the title begins with its modifier, and the modifier; look-alikes are none."""
    before = folded[max(0, start - 24) : start]
    found = _MODIFIER.search(before)
    if found is None or "\n" in found[0] or _LOOK_ALIKE.search(before[: found.start("modifier")]):
        return start, None
    return start - len(before) + found.start("modifier"), "quyền" if found["modifier"] == "q." else found[
        "modifier"
    ]
