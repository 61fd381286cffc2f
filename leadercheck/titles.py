"""Titles: a head with its body and place ("Chủ tịch UBND tỉnh Phú Thọ"), its modifier, and chains of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from leadercheck.lexicon import Hit, Lexicon
from leadercheck.text import folded_pattern

MODIFIERS: Final = (
    "nguyên quyền", "nguyên", "cựu", "cố", "quyền", "tân", "tiền", "đương kim", "phụ trách",
)  # fmt: skip
_MODIFIER = folded_pattern(
    rf"(?:^|(?<=[\s\"“'‘(,;:–\-/]))(?P<modifier>{'|'.join(MODIFIERS)}) (?:các |đồng chí |ông |bà |là )?$"
)
_LOOK_ALIKE = folded_pattern(
    r"(?:chính|ủy|thẩm|nhân|chủ|bản|độc|trao|giao|tiếp|thế|thái|tây|cao|còn|giữ|vẹn|y|thượng|phó|thôi|củng|kiên|"
    r"tăng|dân|phân|nhượng|đặc|tài|khôi) $"
)
"""What stands before a syllable that only looks like a modifier: "ủy quyền Bộ trưởng", "Tây nguyên, Thủ tướng"."""
_PLURAL = folded_pattern(r"(?:^|\W)(?P<plural>các|những|hai|ba|bốn|năm|sáu|bảy|nhiều|một số)(?: đồng chí| vị| ông| bà)? $")
_COUNTRY_GAP = folded_pattern(
    r" (?:của )?(?:nước |phía |vương quốc |cộng hòa |hoàng gia |liên bang |lb |nhà nước )?(?:hoàng gia )?"
)
_CHAIN = folded_pattern(
    r"(?:, | kiêm | kiêm nhiệm | - | – | — |-|–|, kiêm |, kiêm nhiệm |, đồng thời là | và là | / )"
    r"(?:nguyên |cựu |quyền |tân |phụ trách )?"
)
_STANDING = folded_pattern(r" thường trực\b")
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
    frame: str | None = None
    hits: int = 1
    chain: list[Reading] = field(default_factory=list, repr=False)


def titles(text: str, folded: str, hits: Sequence[Hit], lexicon: Lexicon) -> list[Reading]:
    """Every title of the text in order; its modifier and its complement worked out."""
    found: list[Reading] = []
    index = 0
    while index < len(hits):
        hit = hits[index]
        if hit.atom.head is None and not hit.atom.positions:
            index += 1
            continue
        reading = _compose(text, folded, hits, index, lexicon)
        found.append(reading)
        index += reading.hits
    return found


def _compose(text: str, folded: str, hits: Sequence[Hit], index: int, lexicon: Lexicon) -> Reading:
    first = hits[index]
    head = first.atom.head or ""
    end, used = first.end, 1
    organisations: tuple[str, ...] = ()
    place: str | None = None
    elsewhere = foreign = False

    def following(gaps: tuple[str, ...] = (" ",)) -> Hit | None:
        if index + used < len(hits) and text[end : hits[index + used].start] in gaps:
            return hits[index + used]
        return None

    if not first.atom.positions or head:
        standing = _STANDING.match(folded, end)
        if standing:
            end = standing.end()
        hit = following((" ", " của ", " tại "))
        if hit and hit.atom.organisations and (text[hit.start].isupper() or text[first.start].islower()):
            known = tuple(o for o in hit.atom.organisations if (head, o) in lexicon.by_body)
            organisations = known or hit.atom.organisations
            end, used = hit.end, used + 1
            if not standing and (standing := _STANDING.match(folded, end)):
                end = standing.end()
    hit = following()
    if hit and hit.atom.marker == "lower" and not hit.atom.places:
        elsewhere, end, used = True, hit.end, used + 1
        hit = following((" ", ". "))
        if hit and hit.atom.places and _capital(text, hit.start):
            end, used = hit.end, used + 1
    else:
        typed = bool(hit and hit.atom.marker == "place")
        if hit and typed:
            end, used = hit.end, used + 1
            hit = following((" ", ". ", "."))
        if hit and hit.atom.places and _capital(text, hit.start) and not _names_someone(hit, text):
            place, end, used = hit.atom.places[0], hit.end, used + 1
        elif typed and _capital(text, end + 1) and not (hit and (hit.atom.persons or hit.atom.head)):
            elsewhere = not _surname_follows(folded, end)
    if place is None and not elsewhere:
        gap = _COUNTRY_GAP.match(folded, end)
        if gap and index + used < len(hits):
            hit = hits[index + used]
            if text[end : hit.start] == " " or (hit.start <= gap.end() and hit.start > end):
                if hit.atom.marker == "home":
                    end, used = hit.end, used + 1
                elif hit.atom.countries and _capital(text, hit.start):
                    foreign, end, used = True, hit.end, used + 1

    positions = first.atom.positions if not (organisations or place) else ()
    if not positions:
        positions = lexicon.positions(head, organisations, place)
    national = [o for o in organisations if not _is_local(lexicon, head, o)]
    if organisations and place is not None and national and not positions:
        elsewhere = True
    if elsewhere or foreign:
        positions = ()
    start, modifier = first.start, None
    before = folded[max(0, start - 24) : start]
    if found := _MODIFIER.search(before):
        if not _LOOK_ALIKE.search(before[: found.start("modifier")]) and "\n" not in before[found.start() :]:
            modifier = found["modifier"]
            start -= len(before) - found.start("modifier")
    before = folded[max(0, start - 24) : start]
    return Reading(
        start=start,
        bare=first.start,
        end=end,
        head=head or folded[first.start : first.end],
        positions=positions,
        organisations=organisations,
        place=place,
        modifier=modifier,
        plural=bool(_PLURAL.search(before)),
        foreign=foreign,
        elsewhere=elsewhere,
        short=not first.atom.positions and not organisations and place is None and len(positions) > 2,
        hits=used,
    )


def _is_local(lexicon: Lexicon, head: str, organisation: str) -> bool:
    return len(lexicon.by_body.get((head, organisation), ())) > 1


def _capital(text: str, index: int) -> bool:
    return index < len(text) and text[index].isupper()


def _names_someone(hit: Hit, text: str) -> bool:
    """A place that is at once a person (Hồ Chí Minh) and stands without its type."""
    return bool(hit.atom.persons)


def _surname_follows(folded: str, end: int) -> bool:
    return bool(SURNAME.match(folded, end + 1))


def chains(text: str, folded: str, readings: Sequence[Reading]) -> None:
    """Link each title to those it is chained with by comma, dash or "kiêm", and pass on nguyên and cựu."""
    run: list[Reading] = []
    for reading in readings:
        if run and _chained(folded, run[-1], reading):
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


SURNAMES: Final = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng "
    "mai tô hà tạ cao lương lưu châu thái tăng quách khổng triệu tống kiều giang bạch doãn từ hứa văn chu đàm la thạch "
    "kim sơn danh cầm lò lường hầu giàng vàng sùng thào cháng bàn triệu quàng tòng nông hoàng ma long vi ông ung uông "
    "âu bành bồ cấn chử cù diệp điểu đồng đường hàn hạ khuất kha khúc lã lại liêu lục mã mạc mạnh nghiêm ngụy nhâm nhan "
    "ninh phí phó phương quang quản sầm tiêu tôn tôn thân thiều thi trang trưng tưởng viên xa y a h k điêu đèo đậu đới "
    "thẩm thượng siu rơ ksor kpă rah hlong nay ama ka bế chẩu cù dìu hảng lầu lèng lù vừ giàng"
).split()
SURNAME: Final = folded_pattern(rf"(?:{'|'.join(sorted(set(SURNAMES), key=len, reverse=True))})(?= )")
