"""A small picture of who held an office around a day, as SVG that takes its colours from the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from typing import Final

from msgspec import Struct

from leadercheck.register import Tenure
from leadercheck.roster import Roster

_WIDTH: Final = 340
_ROW: Final = 34
_TOP: Final = 24
_MOST: Final = 4
_YEARS: Final = 4
"""So many years before the day are shown, and one after it."""
_CAPACITIES: Final = {"full": "", "acting": "quyền ", "in_charge": "phụ trách "}


class _Bar(Struct, frozen=True):
    name: str
    person: str
    words: str
    start: date
    end: date
    open: bool


def picture(position: str, on: date, roster: Roster, *, person: str | None) -> str:
    """The holders of a position around a day; "" where fewer than two are known there.

    Args:
        position: its id.
        on: the day, which is marked.
        roster: the facts.
        person: whose bar is marked as the one spoken of.
    """
    record = roster.positions.get(position)
    first, last = _safely(on, -365 * _YEARS), _safely(on, 365)
    bars = [bar for tenure in _tenures(position, roster) if (bar := _bar(tenure, roster, first, last))]
    bars.sort(key=lambda bar: (bar.start, bar.name))
    near = sorted(bars, key=lambda bar: _distance(bar, on))[:_MOST]
    bars = [bar for bar in bars if bar in near]
    if record is None or len(bars) < 2:
        return ""
    first = min(max(first, min(bar.start for bar in bars)), _safely(on, -180))
    height = _TOP + _ROW * len(bars) + 20
    day = _x(on, first, last)
    told = "; ".join(f"{bar.name}: {bar.words}" for bar in bars)
    label = escape(f"{record.title} quanh ngày {_day(on)}: {told}", quote=True)
    anchor = "end" if day > _WIDTH - 50 else "middle"
    return "".join(
        (
            f'<svg class="line" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{label}">',
            f'<line class="day" x1="{day:.1f}" y1="16" x2="{day:.1f}" y2="{height - 16}"/>',
            *(_drawn(bar, row, first, last, person) for row, bar in enumerate(bars)),
            f'<text class="dayname" x="{day:.1f}" y="11" text-anchor="{anchor}">{_day(on)}</text>',
            *_years(first, last, height),
            "</svg>",
        )
    )


def _tenures(position: str, roster: Roster) -> Sequence[Tenure]:
    return [spell.tenure for spell in roster.spells_in(position) if spell.tenure.start]


def _bar(tenure: Tenure, roster: Roster, first: date, last: date) -> _Bar | None:
    start = _earliest(tenure.start or "")
    until = tenure.end or tenure.last_confirmed
    end = _earliest(until) if until else last
    if start is None or end is None or end < first or start > last or end <= start:
        return None
    name = roster.persons[tenure.person].name
    words = _printed(tenure.start or "") + " – " + (_printed(tenure.end) if tenure.end else "nay")
    return _Bar(
        _CAPACITIES[tenure.capacity] + name if tenure.capacity != "full" else name,
        tenure.person, words, max(start, first), min(end, last), tenure.end is None,
    )  # fmt: skip


def _drawn(bar: _Bar, row: int, first: date, last: date, person: str | None) -> str:
    left, right = _x(bar.start, first, last), _x(bar.end, first, last)
    width = max(4.0, right - left)
    top = _TOP + row * _ROW
    kind = "bar mine" if bar.person == person else "bar"
    beyond = (
        f'<line class="open" x1="{left + width:.1f}" y1="{top + 23}" x2="{_WIDTH - 1}" y2="{top + 23}"/>'
        if bar.open and right < _WIDTH - 6
        else ""
    )
    # Names stand at the edge their bar is nearer to, so that none runs out of the picture.
    near_end = left > _WIDTH * 0.45
    x, anchor = (_WIDTH - 1, "end") if near_end else (left, "start")
    return (
        f'<text class="who" x="{x:.1f}" y="{top + 14}" text-anchor="{anchor}">{escape(bar.name)} '
        f'<tspan class="when">{escape(bar.words)}</tspan></text>'
        f'<rect class="{kind}" x="{left:.1f}" y="{top + 19}" width="{width:.1f}" height="8" rx="2"/>{beyond}'
    )


def _years(first: date, last: date, height: int) -> list[str]:
    marks = []
    for year in range(first.year + 1, last.year + 1):
        x = _x(date(year, 1, 1), first, last)
        if 12 < x < _WIDTH - 12:
            marks.append(
                f'<line class="tick" x1="{x:.1f}" y1="{height - 17}" x2="{x:.1f}" y2="{height - 13}"/>'
                f'<text class="year" x="{x:.1f}" y="{height - 3}" text-anchor="middle">{year}</text>'
            )
    return [f'<line class="axis" x1="0" y1="{height - 17}" x2="{_WIDTH}" y2="{height - 17}"/>', *marks]


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / max(1, (last - first).days)
    return round(1 + min(1.0, max(0.0, share)) * (_WIDTH - 2), 1)


def _distance(bar: _Bar, on: date) -> int:
    if bar.start <= on <= bar.end:
        return 0
    return min(abs((bar.start - on).days), abs((bar.end - on).days))


def _safely(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _earliest(partial: str) -> date | None:
    """The first day a date may mean."""
    parts = [int(part) for part in partial.split("-") if part]
    try:
        return date(*[*parts, 1, 1][:3]) if parts else None
    except ValueError:
        return None


def _printed(partial: str) -> str:
    return "/".join(str(int(part)) for part in reversed(partial.split("-")))


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
