"""Titles: a head with its body and place ("Chủ tịch UBND tỉnh Phú Thọ"), its modifier, and chains of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import regex

from leadercheck.lexicon import CLOSED_HEADS, Hit, Lexicon
from leadercheck.text import folded_pattern

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
    r"(?<!\w)(?P<plural>các|những|hai|ba|bốn|năm|sáu|bảy|nhiều|một số)(?: đồng chí| vị| ông| bà)? $"
)
_COUNTRY_GAP = folded_pattern(
    r" (?:của )?(?:nước |phía |vương quốc |cộng hòa |hoàng gia |liên bang |lb |nhà nước )?(?:hoàng gia )?"
    r"(?:(?:ban chấp hành )?(?:trung ương )?đảng (?:nhân dân cách mạng|cộng sản|nhân dân|lao động|cầm quyền|dân chủ) )?"
)
_CHAIN = folded_pattern(
    r"(?:, | kiêm | kiêm nhiệm | - | – | — |-|–|, kiêm |, kiêm nhiệm |, đồng thời là | và là | / )"
    r"(?:nguyên |cựu |quyền |tân |phụ trách )?"
)
_UNKNOWN_BODY = regex.compile(
    r"(?: (?:\p{Lu}[\w/&.\-]*(?: [\p{Ll}]{1,7}){0,2}|\d[\w/\-]*(?: [\p{Ll}]{1,7}){0,2}))+?"
    r"(?=,|;|\)| [-–] | \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}| (?:là|đã|sẽ|vừa|đang|cho|nói|cũng)\b|\.|\n|$)"
)
_BODY_LIKE = regex.compile(r"^\p{Lu}.*(?: [\p{Ll}]|\p{Lu}{2})|^\p{Lu}{2}")
"""The words of a body mix small and capital letters or are an abbreviation; those of a name are all capital."""
_NO_BODY = folded_pattern(
    r"(?<!\w)(?:là|bị|đã|sẽ|vừa|đang|cũng|cho|nói|có|không|và|về|tại|với|khi|để|từ|đến|thăm|tiếp|dự|gặp|cam kết|khẳng định|"
    r"tuyên bố|yêu cầu|đề nghị|phát biểu|ký|chủ trì|trả lời|nhấn mạnh|ở|trong|trước|sau)(?!\w)"
)
"""Words that no name of a body holds, but the rest of a sentence does."""
_LOWER_BODY: Final = (
    "bộ ", "ban ", "ủy ban", "quốc hội", "chính phủ", "ubnd", "hđnd", "tỉnh ủy", "thành ủy", "hội đồng", "văn phòng",
    "quân ủy", "nước", "đảng",
)  # fmt: skip
"""How a body in small letters begins; "thương mại" alone is no ministry."""
_STANDING = folded_pattern(r" thường trực\b")
_LONGEST: Final = 12
"""Titles in the longest chain."""
FORMER: Final = frozenset({"nguyên", "cựu", "nguyên quyền", "tiền"})


@dataclass(slots=True)
class Reading:
    """One title as read, in code points of the matched text; `start` includes the modifier, `bare` does not."""

    start: int
    bare: int
    end: int
    head: str
    positions: tuple[str, ...]
    organisations: tuple[str, ...] = ()
    place: str | None = None
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
    chain: list[Reading] = field(default_factory=list, repr=False)


def titles(text: str, folded: str, hits: Sequence[Hit], lexicon: Lexicon) -> list[Reading]:
    """Every title of the text in order; its modifier and its complement worked out."""
    found: list[Reading] = []
    index = 0
    while index < len(hits):
        hit = hits[index]
        if (hit.atom.head is None and not hit.atom.positions) or folded.endswith("phủ ", 0, hit.start):
            # "Phủ Chủ tịch" is a house.
            index += 1
            continue
        reading = _compose(text, folded, hits, index, lexicon)
        found.append(reading)
        index += reading.hits
    return found


@dataclass(slots=True)
class _Complement:
    """What follows a head, read hit by hit: its body, its place, its country."""

    text: str
    folded: str
    hits: Sequence[Hit]
    index: int
    end: int
    organisations: tuple[str, ...] = ()
    place: str | None = None
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
    positions = first.atom.positions if not (rest.organisations or rest.place) else ()
    positions = positions or lexicon.positions(head, rest.organisations, rest.place)
    bare = not (first.atom.positions or rest.organisations or rest.place)
    national = any(len(lexicon.by_body.get((head, o), ())) <= 1 for o in rest.organisations)
    rest.elsewhere = rest.elsewhere or bool(rest.place and national and not positions)
    start, modifier = _modifier(folded, first.start)
    return Reading(
        start=start,
        bare=first.start,
        end=rest.end,
        head=head or folded[first.start : first.end],
        positions=() if rest.elsewhere or rest.foreign else positions,
        organisations=rest.organisations,
        place=rest.place,
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
        rest.elsewhere = True
        rest.take(hit)
        hit = rest.next((" ", ". "))
        if hit and rest.is_place(hit):
            rest.take(hit)
        return
    typed = bool(hit and hit.atom.marker == "place")
    if hit and typed:
        rest.take(hit)
        hit = rest.next((" ", ". ", "."))
    if hit and rest.is_place(hit) and (typed or not hit.atom.persons):
        rest.place = hit.atom.places[0]
        rest.take(hit)
    elif typed and _capital(rest.text, rest.end + 1) and not (hit and (hit.atom.persons or hit.atom.head)):
        rest.elsewhere = not SURNAME.match(rest.folded, rest.end + 1)


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


def _read_unknown(rest: _Complement) -> None:
    """A body nobody registered, up to the stop or the name behind it: "Bí thư Đảng ủy Công an Trung ương"."""
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
    if _NO_BODY.search(words.lower()):
        return
    rest.end, rest.elsewhere = stop, True
    _read_country(rest)
    if rest.foreign:
        rest.elsewhere = False


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
