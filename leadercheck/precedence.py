"""Protocol order: which position stands before which on a day, and people put in that order.

An order is data (`precedences` of the register): groups of positions, a group being a tie. Nobody carries
a rank; it follows from the positions surely held on the day, the highest of them first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import Final, TypeAlias

from msgspec import Struct

from leadercheck.register import Position, Precedence, Scope, Tenure, last_day

Standing: TypeAlias = tuple[int, int, int]
"""Where a position stands: the order it is found in, the group there, and the place in the group."""

_NOWHERE: Final[Standing] = (99, 0, 0)
SEATS: Final = frozenset({
    "uy-vien-bo-chinh-tri", "uy-vien-ban-bi-thu", "uy-vien-trung-uong-dang", "uy-vien-du-khuyet-trung-uong-dang",
    "dai-bieu-quoc-hoi",
})  # fmt: skip
"""Memberships of a body that are no office."""


class Career(Struct, frozen=True):
    """The tenures of a person as seen on one day."""

    now: tuple[Tenure, ...]
    """Those that surely cover the day."""
    unsure: tuple[Tenure, ...]
    """Those that may: a coarse date, or an open tenure that nobody confirmed for so late a day."""
    past: tuple[Tenure, ...]
    """Those that were surely over."""


class Ranking(Struct, frozen=True):
    """The orders in force on a day, the nation's before the province's, and the rank of each position."""

    orders: tuple[Precedence, ...]
    ranks: Mapping[str, Standing]


class Place(Struct, frozen=True):
    """Where a person was put: by which tenure and which order; without a tenure the rank is not known."""

    person: str
    key: tuple[Standing | int | date, ...] = (_NOWHERE,)
    """What people are sorted by."""
    tenure: Tenure | None = None
    order: Precedence | None = None

    def ties(self, other: Place) -> bool:
        """Whether the order itself puts neither of the two first."""
        if self.order is None or other.order is None:
            return False
        return [_group(part) for part in self.key] == [_group(part) for part in other.key]


def in_force(orders: Iterable[Precedence], on: date, scope: Scope = "national") -> Precedence | None:
    """The order of this scope on that day; None where the register has none."""
    for order in orders:
        if order.scope == scope and (order.valid_from or date.min) <= on < (order.valid_until or date.max):
            return order
    return None


def members(pattern: str, known: Iterable[str]) -> list[str]:
    """The ids a member of a group stands for: itself, or all that fit a pattern with "*"."""
    return [ident for ident in known if fnmatchcase(ident, pattern)] if "*" in pattern else [pattern]


def ranking(orders: Iterable[Precedence], positions: Mapping[str, Position], on: date) -> Ranking:
    """The ranks of all positions on a day; an office ranks with those that print names alike."""
    orders = tuple(orders)
    found = tuple(o for o in (in_force(orders, on), in_force(orders, on, "province")) if o)
    ranks: dict[str, Standing] = {}
    for number, order in enumerate(found):
        for group, patterns in enumerate(order.groups):
            for place, pattern in enumerate(patterns):
                for ident in members(pattern, positions):
                    for alike in (ident, *positions[ident].equivalents):
                        ranks.setdefault(alike, (number, group, place))
    return Ranking(found, ranks)


def order(careers: Sequence[tuple[str, Career]], by: Ranking) -> list[Place]:
    """People (id and career) in protocol order.

    A person stands where the highest position surely held in full stands; the next offices tell people
    of one position apart. Who holds nothing any more stands behind the incumbents of the highest position
    once held, who left it first before who left it later. Inside a tie people stand as the document
    prints their positions, then as given; those without a rank come last. Acting spells give none.

    Source: Quy định 02-QĐi/TW (18/7/2018), higher office first, Party office first among equals; the
    former behind the incumbent of the same post as in the lists of 24/5/2025, 2/9/2025 and 3/2/2026; an
    acting President behind the Secretariat as in those of 26/4/2024 and 18/5/2024.
    """
    placed = [_placed(person, career, by) for person, career in careers]
    return sorted(placed, key=lambda place: place.key)


def retired(career: Career, by: Ranking) -> bool:
    """Whether a person holds nothing any more, as far as a desk may say "nguyên".

    A tenure that may still last forbids it, but for who stood above the Central Committee: "nguyên Thủ
    tướng" is right even where some lesser post of his was never closed.
    """
    if career.now or not career.past:
        return False
    highest = min((by.ranks.get(t.position, _NOWHERE) for t in career.past if sure(t)), default=_NOWHERE)
    bar = min((by.ranks.get(t.position, _NOWHERE) for t in career.unsure), default=None)
    if bar is None:
        return True
    return highest[:2] < min(bar, by.ranks.get("uy-vien-trung-uong-dang", _NOWHERE))[:2]


def _placed(person: str, career: Career, by: Ranking) -> Place:
    held = _ranked(career.now, by)
    former = retired(career, by)
    if former:
        held = _ranked(career.past, by)[:1]
    if not held:
        return Place(person)
    rank, tenure = held[0]
    left = last_day(tenure.end) if former and tenure.end else date.min
    others = sorted({(*other[:2], 0) for other, t in held[1:] if t.position not in SEATS})
    return Place(person, (rank, int(former), left, *others, _NOWHERE), tenure, by.orders[rank[0]])


def _group(part: Standing | int | date) -> Standing | int | date:
    return (*part[:2], 0) if isinstance(part, tuple) else part


def _ranked(tenures: Iterable[Tenure], by: Ranking) -> list[tuple[Standing, Tenure]]:
    """The offices that give a rank, the highest first; of one office the tenure that ended last."""
    found = [(by.ranks[t.position], t) for t in tenures if sure(t) and t.position in by.ranks]
    found.sort(key=lambda one: one[1].end or "9999", reverse=True)
    return sorted(found, key=lambda one: one[0])


def sure(tenure: Tenure) -> bool:
    """Whether a desk may print it: an office held in full, on more than hearsay."""
    return tenure.capacity == "full" and tenure.confidence != "low"
