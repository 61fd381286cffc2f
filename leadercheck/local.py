"""Bodies of a province, district or commune that share their name with one of the nation."""

from __future__ import annotations

from typing import Final

from leadercheck.complements import Complement, read_small_place
from leadercheck.text import folded_pattern

_LOCAL: Final = folded_pattern(
    r"(?: (?:tòa án nhân dân|tand|tòa án|viện kiểm sát nhân dân|viện kiểm sát|viện ksnd|vksnd|liên đoàn lao động|lđlđ|"
    r"hội (?:lhpn|liên hiệp phụ nữ|phụ nữ|nông dân|cựu chiến binh|ccb|chữ thập đỏ|nhà báo|khuyến học)|"
    r"ủy ban kiểm tra|ubkt|đoàn đại biểu quốc hội|đoàn đbqh)(?: việt nam| vn)? "
    r"|(?: (?:kinh tế|ngân sách|pháp chế|văn hóa|xã hội|dân tộc|đô thị|và|-|–|,)|, )+ (?:hđnd|hội đồng nhân dân) )"
    r"(?P<type>tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường)(?!\w)"
    r"| (?P<union>(?:tỉnh|thành|quận|huyện|thị|xã) đoàn)(?!\w)"
)
"""A body of a province, district or commune that shares its name with one of the nation."""


def read_local(rest: Complement) -> bool:
    """Read such a body with its place; whether one stands there."""
    found = _LOCAL.match(rest.folded, rest.end)
    if found is None:
        return False
    rest.end, rest.elsewhere, rest.place_type = found.end(), True, found["type"] or found["union"]
    first = rest.index
    rest.skip()
    hit = rest.hits[rest.index - 1] if rest.index > first else None
    if hit and hit.end > rest.end and hit.atom.places:  # "TAND TP.HCM" is one place
        rest.end = hit.end
        return True
    hit = rest.next((" ", ". "))
    if hit and rest.is_place(hit) and not hit.atom.persons:
        rest.take(hit)
    elif rest.place_type not in ("tỉnh", "thành phố", "tp", "tỉnh ủy", "thành ủy", "tỉnh đoàn", "thành đoàn"):
        read_small_place(rest)
    return True
