"""Which titles without a name are references, and which mean nobody in particular."""

from __future__ import annotations

from typing import Final

from leadercheck.frames import told
from leadercheck.linking import is_local
from leadercheck.settings import QUIET
from leadercheck.spotting import Draft
from leadercheck.text import folded_pattern

_MEMBERS: Final = ("uy-vien-", "dai-bieu-")
"""How the ids of offices of many begin: alone they mean nobody in particular."""
_AS_SUCH: Final = folded_pattern(
    r" (?:có (?:thẩm )?quyền|nào|cấp (?:tỉnh|huyện|xã)|các (?:tỉnh|cấp|địa phương))(?!\w)"
)
"""What follows an office of which a law or anybody speaks."""
_ASSIGNS: Final = folded_pattern(
    r"(?:thủ tướng chính phủ|chủ tịch nước) (?:giao|ủy quyền(?: cho)?|cho phép) "
    r"(?:các bộ|bộ|các địa phương|ubnd|ủy ban|ngân hàng|thanh tra|văn phòng)(?!\w)"
)
"""An institution by its whole name that gives work to another: "Thủ tướng Chính phủ giao Bộ Xây dựng chủ trì"."""
_OPENS: Final = folded_pattern(r"(?:^|[.;:\n] ?|[-+•] )$")
_BODIES_BEFORE: Final = folded_pattern(r"(?:đảng|trung ương|nhà nước), $")
_BODIES_AFTER: Final = folded_pattern(r", (?:quốc hội|chính phủ|ủy ban|ubnd)(?!\w)")


def is_reference(draft: Draft, matched: str, folded: str, zone: str) -> bool:
    """A title without a name counts when it is printed as a form of address, and means one office or a foreign one.

    A short one ("Bộ trưởng") may turn out to mean somebody introduced before. Names in credits are no references.
    """
    if draft.name is not None:
        return bool(draft.readings) or zone not in QUIET
    reading = draft.readings[0]
    if reading.foreign:
        return True
    one = 0 < len(reading.positions) <= 2 or reading.short or is_local(reading)
    return (
        one
        and not reading.elsewhere
        and reading.modifier in (None, "tân", "đương kim")
        and matched[reading.bare].isupper()
        and not reading.positions[0].startswith(_MEMBERS)
        and not told(folded, reading)
        and not _AS_SUCH.match(folded, reading.end)
        and not (
            _ASSIGNS.match(folded, reading.bare)
            and _OPENS.search(folded[max(0, reading.start - 2) : reading.start])
        )
        and not (
            _BODIES_BEFORE.search(folded[max(0, reading.start - 12) : reading.start])
            and _BODIES_AFTER.match(folded, reading.end)
        )
    )


def is_vague(draft: Draft) -> bool:
    """Whether a title alone may be any body's, so that it is nobody's unless somebody was introduced with it."""
    reading = draft.readings[0]
    return reading.short or is_local(reading) or (draft.runs_on and reading.open)
