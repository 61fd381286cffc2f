"""How sure a share is."""

from __future__ import annotations

from math import sqrt
from typing import Final

_Z: Final = 1.96


def interval(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson; all of 0 to 1 where nothing was counted."""
    if n == 0:
        return 0.0, 1.0
    share = hits / n
    centre = share + _Z * _Z / (2 * n)
    reach = _Z * sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    whole = 1 + _Z * _Z / n
    return max(0.0, (centre - reach) / whole), min(1.0, (centre + reach) / whole)
