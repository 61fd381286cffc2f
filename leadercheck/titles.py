"""Titles: a head with its body and place ("Chủ tịch UBND tỉnh Phú Thọ"), its modifier, and chains of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct, field

from leadercheck.lexicon import CLOSED_HEADS, FOREIGN_HEADS, Hit, Lexicon
from leadercheck.patterns import letters
from leadercheck.register import types_on
from leadercheck.roster import Roster
from leadercheck.text import fold, folded_pattern
from leadercheck.verbs import ACTING

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
_COUNTRY_GAP = folded_pattern(
    r" (?:tương lai |đầu tiên |\d{2} tuổi |chính quyền nhân dân )?(?:của )?"
    r"(?:nước |phía |vương quốc |cộng hòa |hoàng gia |liên bang |lb |nhà nước )?(?:hoàng gia |cộng hòa )?"
    r"(?:(?:ban chấp hành )?(?:trung ương )?đảng (?:nhân dân cách mạng|cộng sản|nhân dân|lao động|cầm quyền|dân chủ) )?"
)
_CHAIN = folded_pattern(
    r"(?:, |: | kiêm | kiêm nhiệm | - | – | — |-|–|, kiêm |, kiêm nhiệm |, đồng thời là | và là | / )"
    r"(?:nguyên |cựu |quyền |tân |phụ trách )?"
)
_UNKNOWN_BODY = letters(
    r"(?: (?:\p{Lu}[\w/&.\-]*(?: [\p{Ll}]{1,7}){0,2}|\d[\w/\-]*(?: [\p{Ll}]{1,7}){0,2})){1,8}?"
    r"(?=,|;|\)| [-–] | \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}| (?:là|đã|sẽ|vừa|đang|cho|nói|cũng)\b|\.|\n|$)"
)
_BODY_LIKE = letters(r"^\p{Lu}.*(?: [\p{Ll}]|\p{Lu}{2})|^\p{Lu}{2}")
"""The words of a body mix small and capital letters or are an abbreviation; those of a name are all capital."""
_NO_BODY = folded_pattern(
    r"(?<!\w)(?:là|bị|đã|sẽ|vừa|đang|cũng|cho|nói|có|không|và|về|tại|với|khi|để|từ|đến|thăm|tiếp|dự|gặp|cam kết|khẳng định|"
    r"tuyên bố|yêu cầu|đề nghị|phát biểu|ký|chủ trì|trả lời|nhấn mạnh|ở|trong|trước|sau)(?!\w)"
)
"""Words that no name of a body holds, but the rest of a sentence does."""
_ABROAD = letters(r"(?P<joint>,| và)? \p{Lu}\w*(?:,? (?:\p{Lu}\w*|[\p{Ll}]{1,7})){0,6} ")
_AND = letters(r" và (?=\p{Lu})")
_ENVOY = folded_pattern(
    r"(?<!\w)(?:đại sứ|đại diện|đoàn|tổng lãnh sự|phu nhân|nhân dân|người|doanh nghiệp|lãnh đạo)(?!\w)"
)
"""Behind "và" these words begin somebody else: "Bộ trưởng Ngoại giao và Đại sứ Lào"."""
_LOOK: Final = 3
_LONG_BODY: Final = 80
"""Code points of the longest body that is looked through for its country."""
_INTERIM = folded_pattern(r" (?:lâm thời|(?:tiểu )?bang|nước (?:này|chủ nhà|sở tại|bạn)(?! việt nam))(?!\w)")
_FOREIGN: Final = frozenset(fold(head) for head in FOREIGN_HEADS)
_LOWER_BODY: Final = (
    "bộ ", "ban ", "ủy ban", "quốc hội", "chính phủ", "ubnd", "hđnd", "tỉnh ủy", "thành ủy", "hội đồng", "văn phòng",
    "quân ủy", "nước", "đảng",
)  # fmt: skip
"""How a body in small letters begins; "thương mại" alone is no ministry."""
_STANDING = folded_pattern(r" thường trực\b")
_SMALL_PLACE = letters(r"(?:\. ?| )(?P<name>(?:\p{Lu}[\p{Ll}’']*|\d{1,2}\b)(?: \p{Lu}[\p{Ll}’']*)*)(?!\p{L})")
_SMALL_PLACE_SYLLABLES: Final = 4
_TERM = folded_pattern(
    r"(?: đảng| quốc hội| việt nam)?,? \(?(?:khóa (?P<number>[ivx]+|\d{1,2})|nhiệm kỳ (?P<years>\d{4} ?[-–] ?\d{4}))\)?(?!\w)"
    r"(?!(?:,| và| -|-) ?(?:[ivx]+|\d+)(?!\w))"
)
"""One term behind a title; several ("khóa XII, XIII") are a past told, and belong to no title."""
_LONGEST: Final = 12
"""Titles in the longest chain."""
DISTRICTS_ENDED: Final = date(2025, 7, 1)
"""From this day there are no districts and no cities of provinces. Source: Nghị quyết 203/2025/QH15 (16/6/2025)."""
CITY_COMMITTEE: Final = "thanh-uy"
_CITY: Final = ("thành phố", "tp")
FORMER: Final = frozenset({"nguyên", "cựu", "nguyên quyền", "tiền"})


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
    foreign: bool = False
    elsewhere: bool = False
    """The body is known to be none of the register's: a commune, a branch, a company."""
    short: bool = False
    open: bool = False
    """A bare head that bodies outside the register have too ("Chủ tịch", "Tổng Thư ký")."""
    frame: str | None = None
    hits: int = 1
    chain: list[Reading] = field(default_factory=list)


def titles(text: str, folded: str, hits: Sequence[Hit], lexicon: Lexicon) -> list[Reading]:
    """Every title of the text in order; its modifier and its complement worked out."""
    found: list[Reading] = []
    index = 0
    while index < len(hits):
        hit = hits[index]
        if (hit.atom.head is None and not hit.atom.positions) or _NOBODY.search(
            folded[max(0, hit.start - 10) : hit.start]
        ):
            index += 1
            continue
        reading = _compose(text, folded, hits, index, lexicon)
        found.append(reading)
        index += reading.hits
    return found


_NOBODY = folded_pattern(
    r"(?<!\w)(?:phủ|(?<!cán )(?<!nội )(?<!toàn )(?<!đảng )bộ|hội nghị|hội nghị các|giải) $"
)
"""Before a head these make a house, a command or a meeting: "Phủ Chủ tịch", "Bộ Tư lệnh", "Hội nghị Bộ trưởng"."""


class _Complement(Struct):
    """What follows a head, read hit by hit: its body, its place, its country."""

    text: str
    folded: str
    hits: Sequence[Hit]
    index: int
    end: int
    organisations: tuple[str, ...] = ()
    place: str | None = None
    place_type: str = ""
    elsewhere: bool = False
    foreign: bool = False

    def next(self, gaps: tuple[str, ...] = (" ",)) -> Hit | None:
        """The following hit where only a gap lies between."""
        if self.index < len(self.hits) and self.text[self.end : self.hits[self.index].start] in gaps:
            return self.hits[self.index]
        return None

    def take(self, hit: Hit) -> None:
        """Make the hit part of the title."""
        self.end, self.index = hit.end, self.index + 1

    def is_place(self, hit: Hit | None) -> bool:
        """A place with a capital, not one that is also a person (Hồ Chí Minh) and stands without its type."""
        return bool(hit and hit.atom.places and _capital(self.text, hit.start))


def _compose(text: str, folded: str, hits: Sequence[Hit], index: int, lexicon: Lexicon) -> Reading:
    first = hits[index]
    head = first.atom.head or ""
    rest = _Complement(text, folded, hits, index + 1, first.end)
    if head or not first.atom.positions:
        _read_body(rest, first, head, lexicon)
    _read_place(rest)
    if rest.place is None and not rest.elsewhere:
        _read_country(rest)
    if not (rest.place or rest.elsewhere or rest.foreign):
        _read_unknown(rest)
    term = None if rest.foreign else _TERM.match(folded, rest.end)
    rest.foreign = rest.foreign or head in _FOREIGN
    positions = first.atom.positions if not (rest.organisations or rest.place) else ()
    positions = positions or lexicon.positions(head, rest.organisations, rest.place)
    bare = not (first.atom.positions or rest.organisations or rest.place)
    national = any(len(lexicon.by_body.get((head, o), ())) <= 1 for o in rest.organisations)
    rest.elsewhere = rest.elsewhere or bool(rest.place and national and not positions)
    start, modifier = _modifier(folded, first.start)
    return Reading(
        start=start,
        bare=first.start,
        end=term.end() if term else rest.end,
        head=head or folded[first.start : first.end],
        positions=() if rest.elsewhere or rest.foreign else positions,
        organisations=rest.organisations,
        place=rest.place,
        place_type=rest.place_type,
        term=(term["number"] or term["years"].replace(" ", "").replace("–", "-")) if term else None,
        term_start=rest.end,
        modifier=modifier,
        plural=bool(_PLURAL.search(folded[max(0, start - 24) : start])),
        foreign=rest.foreign,
        elsewhere=rest.elsewhere,
        short=bare and len(positions) > 2,
        open=bare and head not in CLOSED_HEADS,
        hits=rest.index - index,
    )


def _read_body(rest: _Complement, first: Hit, head: str, lexicon: Lexicon) -> None:
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
        rest.organisations = known or hit.atom.organisations
        rest.take(hit)
        if not standing and (standing := _STANDING.match(rest.folded, rest.end)):
            rest.end = standing.end()


def _read_place(rest: _Complement) -> None:
    hit = rest.next()
    if hit and hit.atom.marker == "lower" and not hit.atom.places:
        rest.elsewhere, rest.place_type = True, rest.folded[hit.start : hit.end]
        rest.take(hit)
        hit = rest.next((" ", ". "))
        if hit and rest.is_place(hit):
            rest.take(hit)
        else:
            _read_small_place(rest)
        return
    typed = bool(hit and hit.atom.marker == "place")
    if hit and typed:
        rest.place_type = rest.folded[hit.start : hit.end]
        rest.take(hit)
        hit = rest.next((" ", ". ", "."))
    if hit and rest.is_place(hit) and (typed or not hit.atom.persons):
        rest.place = hit.atom.places[0]
        rest.take(hit)
    elif typed and _capital(rest.text, rest.end + 1) and not (hit and (hit.atom.persons or hit.atom.head)):
        rest.elsewhere = not SURNAME.match(rest.folded, rest.end + 1)
        if rest.elsewhere:
            _read_small_place(rest)
    elif (
        CITY_COMMITTEE in rest.organisations
        and rest.text.startswith(" ", rest.end)
        and _capital(rest.text, rest.end + 1)
        and not (hit and (hit.atom.persons or hit.atom.head) and hit.start == rest.end + 1)
        and not SURNAME.match(rest.folded, rest.end + 1)
    ):
        rest.elsewhere, rest.place_type = True, "thành ủy"
        _read_small_place(rest)


def on_the_day(readings: Sequence[Reading], roster: Roster, day: date) -> None:
    """Until cities of provinces ended, "TP Thanh Hóa" and "Thành ủy Thanh Hóa" were other bodies than those of the province."""
    if day >= DISTRICTS_ENDED:
        return
    for reading in readings:
        place = roster.organisations.get(reading.place or "")
        city = reading.place_type in _CITY or CITY_COMMITTEE in reading.organisations
        if city and place and "thành phố trực thuộc trung ương" not in types_on(place, day):
            reading.positions, reading.place, reading.elsewhere = (), None, True


def _read_small_place(rest: _Complement) -> None:
    """The name of a district or commune, which no register holds, up to the name of a person behind it."""
    run = _SMALL_PLACE.match(rest.text, rest.end)
    if run is None:
        return
    begin = run.start("name")
    nearby = rest.hits[rest.index : rest.index + _SMALL_PLACE_SYLLABLES]
    stop = next((h.start - 1 for h in nearby if h.atom.head or _is_name(rest.text, h)), run.end())
    words = rest.text[begin : max(begin, min(stop, run.end()))].split(" ")
    if stop >= run.end():
        words = _without_person(words)
    elif SURNAME.match(fold(words[0]) + " ") and len(words) == 1:
        words = []
    if 0 < len(words) <= _SMALL_PLACE_SYLLABLES and words[0]:
        rest.end = begin + len(" ".join(words))
        while rest.index < len(rest.hits) and rest.hits[rest.index].start < rest.end:
            rest.index += 1


def _is_name(text: str, hit: Hit) -> bool:
    return bool(hit.atom.persons) and all(w[:1].isupper() for w in text[hit.start : hit.end].split(" "))


def _without_person(words: list[str]) -> list[str]:
    """The syllables of a place without those of the person behind it; [] where only a person stands there."""
    surname = [SURNAME.match(fold(word) + " ") is not None for word in words]
    if surname[0] and len(words) == 3:
        return []
    counts = (2, 3) if surname[0] else (2, 3, 1, 4)
    cut = next((n for n in counts if len(words) > n + 1 and surname[n]), None)
    return words[:cut] if cut or not surname[0] or len(words) == 2 else []


def _read_country(rest: _Complement) -> None:
    gap = _COUNTRY_GAP.match(rest.folded, rest.end)
    if gap is None or rest.index >= len(rest.hits):
        return
    hit = rest.hits[rest.index]
    if rest.text[rest.end : hit.start] != " " and not rest.end < hit.start <= gap.end():
        return
    if hit.atom.marker == "home":
        rest.take(hit)
    elif hit.atom.countries and _capital(rest.text, hit.start):
        rest.foreign = True
        rest.take(hit)


_COMPANY: Final = folded_pattern(
    r" (?:hđqt|hội đồng quản trị|hđtv|hội đồng thành viên|hội đồng trường|tập đoàn|(?:tổng )?công ty|ngân hàng tmcp|câu lạc bộ|clb)(?!\w)"
)
"""What a chair or a director of no public office is one of."""


def _read_unknown(rest: _Complement) -> None:
    """A body nobody registered, up to the stop or the name behind it: "Bí thư Đảng ủy Công an Trung ương"."""
    interim = _INTERIM.match(rest.folded, rest.end)
    if interim:
        rest.end, rest.foreign = interim.end(), True
        return
    if _reads_abroad(rest):
        return
    company = _COMPANY.match(rest.folded, rest.end)
    if company:
        rest.end, rest.elsewhere = company.end(), True
    found = _UNKNOWN_BODY.match(rest.text, rest.end)
    if found is None:
        return
    stop = found.end()
    while rest.index < len(rest.hits) and rest.hits[rest.index].start < stop:
        hit = rest.hits[rest.index]
        if hit.atom.persons or hit.atom.head or (hit.atom.countries and _capital(rest.text, hit.start)):
            stop = hit.start - 1
            break
        rest.index += 1
    words = rest.text[rest.end + 1 : stop]
    if stop <= rest.end or SURNAME.match(rest.folded, rest.end + 1) or not _BODY_LIKE.search(words):
        return
    if _NO_BODY.search(words.lower()) or ACTING.search(words.lower()):
        return
    rest.end, rest.elsewhere = stop, True
    _read_country(rest)
    if rest.foreign:
        rest.elsewhere = False


def _reads_abroad(rest: _Complement) -> bool:
    """An unknown body with its country: "Chánh án Tòa án Tối cao Ấn Độ", "Bộ trưởng Năng lượng Mỹ"."""
    for index in range(rest.index, min(rest.index + _LOOK, len(rest.hits))):
        hit = rest.hits[index]
        words = rest.text[rest.end : min(hit.start, rest.end + _LONG_BODY)]
        if (
            hit.atom.persons
            or hit.atom.head
            or len(words) == _LONG_BODY
            or (found := _ABROAD.fullmatch(words)) is None
            or (found["joint"] and (not rest.organisations or _ENVOY.search(words.lower())))
            or _NO_BODY.search(_AND.sub(" ", words).lower())
        ):
            return False
        if (
            hit.atom.countries
            and _capital(rest.text, hit.start)
            and _BODY_LIKE.search(words.strip(", ").removeprefix("và "))
        ):
            rest.index, rest.end, rest.foreign = index + 1, hit.end, True
            return True
    return False


def _modifier(folded: str, start: int) -> tuple[int, str | None]:
    """Where the title begins with its modifier, and the modifier; look-alikes are none."""
    before = folded[max(0, start - 24) : start]
    found = _MODIFIER.search(before)
    if found is None or "\n" in found[0] or _LOOK_ALIKE.search(before[: found.start("modifier")]):
        return start, None
    return start - len(before) + found.start("modifier"), "quyền" if found["modifier"] == "q." else found[
        "modifier"
    ]


def _capital(text: str, index: int) -> bool:
    return index < len(text) and text[index].isupper()


def chains(text: str, folded: str, readings: Sequence[Reading]) -> None:
    """Link each title to those it is chained with by comma, dash or "kiêm", and pass on nguyên and cựu."""
    run: list[Reading] = []
    for reading in readings:
        if run and len(run) < _LONGEST and not run[-1].plural and _chained(folded, run[-1], reading):
            run.append(reading)
        else:
            run = [reading]
        reading.chain = run
        previous = run[-2] if len(run) > 1 else None
        if previous and previous.modifier in FORMER and reading.modifier is None:
            reading.modifier, reading.inherited = previous.modifier, True


def _chained(folded: str, one: Reading, other: Reading) -> bool:
    gap = folded[one.end : other.bare]
    if len(gap) > 24:
        return False
    return bool(_CHAIN.fullmatch(gap))


SURNAMES: Final = (  # noqa: SIM905  # a list of words reads as words
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng "
    "mai tô hà tạ cao lương lưu châu thái tăng quách khổng triệu tống kiều giang bạch doãn từ hứa văn chu đàm la thạch "
    "kim sơn danh cầm lò lường hầu giàng vàng sùng thào cháng bàn triệu quàng tòng nông hoàng ma long vi ung uông "
    "âu bành bồ cấn chử cù diệp điểu đồng đường hàn hạ khuất kha khúc lã lại liêu lục mã mạc mạnh nghiêm ngụy nhâm nhan "
    "ninh phí phó phương quang quản sầm tiêu tôn tôn thân thiều thi trang trưng tưởng viên xa y a h k điêu đèo đậu đới "
    "thẩm thượng siu rơ ksor kpă rah hlong nay ama ka bế chẩu cù dìu hảng lầu lèng lù vừ giàng"
).split()
SURNAME: Final = folded_pattern(rf"(?:{'|'.join(sorted(set(SURNAMES), key=len, reverse=True))})(?= )")
