"""The country behind a title, or several: "Thủ tướng Lào", "Bộ trưởng Quốc phòng Việt Nam - Lào", "Thủ tướng hai nước"."""

from __future__ import annotations

from typing import Final

from leadercheck.complements import Complement, is_capital
from leadercheck.patterns import letters
from leadercheck.surnames import may_be_surname
from leadercheck.text import fold, folded_pattern

_COUNTRY_GAP = folded_pattern(
    r" (?:tương lai |đầu tiên |\d{2} tuổi |chính quyền nhân dân )?(?:của )?"
    r"(?:nước |phía |vương quốc |cộng hòa |hoàng gia |liên bang |lb |nhà nước )?(?:hoàng gia |cộng hòa )?"
    r"(?:(?:ban chấp hành )?(?:trung ương )?đảng (?:nhân dân cách mạng|cộng sản|nhân dân|lao động|cầm quyền|dân chủ) )?"
)
_BOTH: Final = folded_pattern(
    r" (?:của )?(?:hai|2|ba|3|các) (?:nước|bên|đảng|quốc gia|quốc hội|nhà nước)(?: là)?(?!\w)"
)
_MANY: Final = (" của", " hai", " 2 ", " ba ", " 3 ", " các")
"""How that begins."""
_SIDE_GAP: Final = folded_pattern(r"(?: và | - | – | — |-|–|, )(?:nước |phía )?")
_SHORT_SIDES: Final = letters(
    r" (?:(?P<home>Việt|VN)(?: Nam)? ?[-–] ?\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ ?[-–] ?(?:Việt(?! Nam)|VN))(?![\w])"
)
"""Two countries by their short names: "Việt - Thái", "Nhật-Việt"."""
_SHORT_REACH: Final = 14
"""Code points within which the first of them ends."""
_PAIR: Final = 2
_MOST_SIDES: Final = 4
_GIVEN: Final = letters(r"(?: \p{Lu}\p{Ll}*){1,3} $")


def read_country(rest: Complement) -> None:
    """The country that follows: ours, or one that makes the title foreign."""
    gap = _COUNTRY_GAP.match(rest.folded, rest.end)
    if gap is None or rest.index >= len(rest.hits):
        return
    hit = rest.hits[rest.index]
    if rest.text[rest.end : hit.start] != " " and not rest.end < hit.start <= gap.end():
        return
    if hit.atom.marker == "home":
        rest.home = True
        rest.take(hit)
    elif hit.atom.countries and is_capital(rest.text, hit.start):
        rest.foreign = True
        rest.take(hit)


def read_sides(rest: Complement, begin: int, *, single: bool, plural: bool) -> None:
    """More countries behind the first, or none named: "Thủ tướng hai nước", "Bộ trưởng Ngoại giao Việt Nam và Lào".

    Args:
        rest: what was read up to the first country.
        begin: where that would stand.
        single: whether the office is one a country has.
        plural: whether the title is a plural's.
    """
    several = single or plural
    rest.side_end = rest.end if rest.home else begin
    both = None
    if rest.end == begin and rest.folded.startswith(_MANY, begin):
        both = _BOTH.match(rest.folded, begin)
    if both:
        rest.end, rest.joint = both.end(), True
        read_country(rest)
    if rest.end == (both.end() if both else begin):
        beside = rest.text[rest.end : rest.end + _SHORT_REACH] if several else ""
        short = _SHORT_SIDES.match(rest.text, rest.end) if "-" in beside or "–" in beside else None
        if short:
            rest.end, rest.joint = short.end(), True
            rest.sides = (True, False) if short["home"] else (False, True)
            rest.skip()
        return
    sides, first = [not rest.foreign], (rest.end, rest.index)
    while several and len(sides) < _MOST_SIDES and rest.index < len(rest.hits):
        hit = rest.hits[rest.index]
        home = hit.atom.marker == "home"
        if not (home or hit.atom.countries) or not is_capital(rest.text, hit.start):
            break
        if not _SIDE_GAP.fullmatch(rest.folded, rest.end, hit.start):
            break
        sides.append(home)
        rest.take(hit)
    if len(sides) == _PAIR and not (plural or rest.joint) and rest.folded.startswith(",", first[0]):
        # "Theo Thủ tướng Việt Nam, Trung Quốc đã đồng ý": the second country may begin to act.
        rest.end, rest.index = first
    elif len(sides) > 1 or rest.joint:
        rest.joint, rest.sides, rest.foreign = True, tuple(sides), not any(sides)


def is_given(text: str, begin: int, start: int) -> bool:
    """Whether the name of a country ends that of a person: "Trịnh Thị Nga", "Trần Đức Phấn", who are nobody from abroad."""
    before = _GIVEN.search(text[begin:start])
    if before is None:
        return False
    words = before[0].split()
    return any(may_be_surname(fold(word)) for word in words)
