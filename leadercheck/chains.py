"""Titles joined by a comma, a dash or "kiêm": one person's, unless he acts for whom the first means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from leadercheck.text import fold, folded_pattern
from leadercheck.titles import FORMER, Reading

_CHAIN = folded_pattern(
    r"(?: ?\([^()\n]{2,40}\)|,? khóa [ivx\d]+(?:(?:, ?| và )[ivx\d]+)+)?"
    r"(?:, |: | kiêm | kiêm nhiệm | - | – | — |-|–|, kiêm |, kiêm nhiệm |, đồng thời là | và là | / |, nay là |, hiện là |, hiện nay là )"
    r"(?:nguyên |cựu |quyền |tân |phụ trách )?"
)
_LONGEST: Final = 12
"""Titles in the longest chain."""
_LONGEST_GAP: Final = 70
_ONE_BEARER: Final = ("tổng bí thư", "chủ tịch nước")
_SIDE_BY_SIDE: Final = {_ONE_BEARER, (fold("phó thủ tướng"), fold("bộ trưởng"))}
"""Two offices of one person that print without a comma."""
_PRESENT: Final = folded_pattern(r" (?:nay|hiện)(?!\w)")
_ON_BEHALF: Final = folded_pattern(
    r"(?<!\w)(?:thay mặt|(?:thừa )?ủy quyền(?: của)?|thừa lệnh|ký thay|theo đề nghị của|theo chỉ đạo của|theo phân công của|"
    r"theo lời mời của) $"
)
"""Behind these an office and a comma stand before somebody else: "Thừa ủy quyền của Thủ tướng, Bộ trưởng X"."""
_ACTED_FOR: Final = tuple(f"{fold(word)} " for word in ("mặt", "của", "quyền", "lệnh", "thay"))
"""How these end."""


def chains(text: str, folded: str, readings: Sequence[Reading]) -> None:
    """Link each title to those it is chained with by comma, dash or "kiêm", and pass on nguyên and cựu."""
    run: list[Reading] = []
    for reading in readings:
        if run and len(run) < _LONGEST and not run[-1].plural and _chained(folded, run[-1], reading):
            run.append(reading)
        else:
            reading.plural = reading.plural or bool(run and _ends_plural(folded, run[-1], reading))
            run = [reading]
        reading.chain = run
        previous = run[-2] if len(run) > 1 else None
        now = previous is not None and _PRESENT.search(folded, previous.end, reading.start) is not None
        if previous and previous.modifier in FORMER and reading.modifier is None and not now:
            reading.modifier, reading.inherited = previous.modifier, True


def own_from(folded: str, chain: Sequence[Reading]) -> int:
    """The index from which the titles of a chain are the actor's own, not of whom he acts for.

    "Thừa ủy quyền của Thủ tướng, Bộ trưởng X": 1; "Thay mặt Tổng Bí thư, Chủ tịch nước X": 0, both may be one person's.
    """
    if len(chain) == 1:
        return 0
    first = chain[0]
    if not folded.endswith(_ACTED_FOR, 0, first.start) or (first.head, chain[1].head) == _ONE_BEARER:
        return 0
    return int(_ON_BEHALF.search(folded[max(0, first.start - 24) : first.start]) is not None)


def _ends_plural(folded: str, one: Reading, other: Reading) -> bool:
    """Whether two offices that one person may hold stand in the plural: "hai Tổng Bí thư, Chủ tịch nước"."""
    return one.plural and (one.head, other.head) == _ONE_BEARER and folded[one.end : other.bare] == ", "


def _chained(folded: str, one: Reading, other: Reading) -> bool:
    gap = folded[one.end : other.bare]
    if len(gap) > _LONGEST_GAP:
        return False
    return bool(_CHAIN.fullmatch(gap)) or (gap == " " and (one.head, other.head) in _SIDE_BY_SIDE)
