"""The most senior offices day by day: who held each one, and the days for which nobody is on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from leadercheck.register import Position, Tenure, first_day, last_day
from leadercheck.roster import Roster
from leadercheck.spells import Spell

SENIOR: Final = (
    "tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi", "thuong-truc-ban-bi-thu",
    "bi-thu-quan-uy-trung-uong", "chu-nhiem-uy-ban-kiem-tra-trung-uong", "truong-ban-to-chuc-trung-uong",
    "truong-ban-tuyen-giao-trung-uong", "truong-ban-dan-van-trung-uong",
    "truong-ban-tuyen-giao-va-dan-van-trung-uong", "truong-ban-noi-chinh-trung-uong",
    "truong-ban-kinh-te-trung-uong", "truong-ban-chinh-sach-chien-luoc-trung-uong",
    "truong-ban-doi-ngoai-trung-uong", "chanh-van-phong-trung-uong-dang",
    "giam-doc-hoc-vien-chinh-tri-quoc-gia-ho-chi-minh", "tong-bien-tap-bao-nhan-dan", "tong-bien-tap-tap-chi-cong-san",
    "pho-chu-tich-nuoc", "chu-nhiem-van-phong-chu-tich-nuoc",
    "pho-thu-tuong-thuong-truc-chinh-phu", "bo-truong-bo-quoc-phong", "bo-truong-bo-cong-an", "bo-truong-bo-ngoai-giao",
    "bo-truong-bo-noi-vu", "bo-truong-bo-tu-phap", "bo-truong-bo-tai-chinh", "bo-truong-bo-ke-hoach-va-dau-tu",
    "bo-truong-bo-cong-thuong", "bo-truong-bo-nong-nghiep-va-phat-trien-nong-thon",
    "bo-truong-bo-nong-nghiep-va-moi-truong", "bo-truong-bo-tai-nguyen-va-moi-truong",
    "bo-truong-bo-giao-thong-van-tai", "bo-truong-bo-xay-dung", "bo-truong-bo-thong-tin-va-truyen-thong",
    "bo-truong-bo-lao-dong-thuong-binh-va-xa-hoi", "bo-truong-bo-van-hoa-the-thao-va-du-lich",
    "bo-truong-bo-khoa-hoc-va-cong-nghe", "bo-truong-bo-giao-duc-va-dao-tao", "bo-truong-bo-y-te",
    "bo-truong-bo-dan-toc-va-ton-giao", "bo-truong-chu-nhiem-uy-ban-dan-toc", "bo-truong-chu-nhiem-van-phong-chinh-phu",
    "thong-doc-ngan-hang-nha-nuoc-viet-nam", "tong-thanh-tra-chinh-phu",
    "pho-chu-tich-thuong-truc-quoc-hoi", "tong-thu-ky-quoc-hoi", "chu-nhiem-van-phong-quoc-hoi",
    "chanh-an-toa-an-nhan-dan-toi-cao", "vien-truong-vien-kiem-sat-nhan-dan-toi-cao", "tong-kiem-toan-nha-nuoc",
    "chu-tich-uy-ban-trung-uong-mat-tran-to-quoc-viet-nam", "chu-tich-tong-lien-doan-lao-dong-viet-nam",
    "chu-tich-hoi-lien-hiep-phu-nu-viet-nam", "chu-tich-hoi-nong-dan-viet-nam", "chu-tich-hoi-cuu-chien-binh-viet-nam",
    "bi-thu-thu-nhat-trung-uong-doan-tncs-ho-chi-minh",
    "tong-tham-muu-truong-quan-doi-nhan-dan-viet-nam", "chu-nhiem-tong-cuc-chinh-tri-quan-doi-nhan-dan-viet-nam",
    "bi-thu-thanh-uy-ha-noi", "bi-thu-thanh-uy-thanh-pho-ho-chi-minh", "bi-thu-thanh-uy-hai-phong",
    "bi-thu-thanh-uy-da-nang", "bi-thu-thanh-uy-can-tho", "chu-tich-ubnd-thanh-pho-ha-noi",
    "chu-tich-ubnd-thanh-pho-ho-chi-minh",
)  # fmt: skip
"""The ids of the offices that must be known without a hole since `SINCE`."""
SINCE: Final = date(2011, 1, 1)
LONGEST: Final = 7
"""Days without a holder that need no explanation: a week between relief and appointment is common."""

Span = tuple[date, date]


class Gap(Struct, frozen=True):
    """Days (half-open) of an office without a holder on record, and who stands on either side."""

    position: str
    start: date
    end: date
    before: Tenure | None
    after: Tenure | None

    @property
    def unconfirmed(self) -> bool:
        """Whether the gap is only that nobody confirmed the holder for so late a day."""
        return self.before is not None and self.before.end is None


def gaps(
    roster: Roster, position: str, until: date, *, since: date = SINCE, longest: int = LONGEST
) -> list[Gap]:
    """The gaps of more than `longest` days in an office while it existed, without a cited vacancy.

    Any capacity fills a day. A coarse date fills the days it may mean; an open tenure fills them up to
    `last_confirmed`, and as long as the register declares that it knows every holder.
    """
    record = roster.positions[position]
    held = sorted(
        ((spell.start_first, _end(spell, record), spell.tenure) for spell in roster.spells_in(position)),
        key=lambda one: (one[0], one[1]),
    )
    explained = [(v.valid_from, v.valid_until) for v in record.vacancies if v.citation.strip()]
    filled = [(start, end) for start, end, _ in held] + explained
    found = []
    for life in _lives(record, roster):
        window = (max(life[0], since), min(life[1], until + timedelta(1)))
        for start, end in _outside(filled, window):
            if (end - start).days > longest:
                before = max((h for h in held if h[1] <= start), key=lambda h: h[1], default=None)
                after = next((h for h in held if h[0] >= end), None)
                found.append(Gap(position, start, end, before and before[2], after and after[2]))
    return found


def _end(spell: Spell, position: Position) -> date:
    if spell.tenure.end:
        return spell.end_last
    declared = (c.valid_until for c in position.complete if c.valid_from <= spell.end_first)
    return max(spell.end_first, *declared, date.min)


def _lives(position: Position, roster: Roster) -> Iterator[Span]:
    """The spans in which the office surely existed, by its body and its place."""
    spans = [(date.min, date.max)]
    for ident in (position.organisation, position.place):
        body = roster.organisations.get(ident or "")
        if body and body.lives:
            lives = [
                (
                    last_day(life.valid_from) if life.valid_from else date.min,
                    first_day(life.valid_until) if life.valid_until else date.max,
                )
                for life in body.lives
            ]
            spans = [(max(a, c), min(b, d)) for a, b in spans for c, d in lives if max(a, c) < min(b, d)]
    yield from _joined(spans)


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that touch as one: a body that goes on under a new law had no pause."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _outside(spans: list[Span], window: Span) -> Iterator[Span]:
    """The parts of the window that no span covers."""
    day = window[0]
    for start, end in _joined(spans):
        if start > day:
            yield day, min(start, window[1])
        day = max(day, end)
        if day >= window[1]:
            return
    if day < window[1]:
        yield day, window[1]
