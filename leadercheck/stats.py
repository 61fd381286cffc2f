"""What the register covers and how well: by group of offices, persons, organisations, senior offices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from leadercheck.gaps import SENIOR, SINCE
from leadercheck.register import Position, Tenure, first_day, last_day
from leadercheck.roster import Roster

_HIGHEST: Final = frozenset({
    "tong-bi-thu", "bi-thu-thu-nhat-ban-chap-hanh-trung-uong-dang", "chu-tich-ban-chap-hanh-trung-uong-dang",
    "chu-tich-nuoc", "chu-tich-hoi-dong-nha-nuoc", "thu-tuong-chinh-phu", "chu-tich-hoi-dong-bo-truong",
    "chu-tich-quoc-hoi", "truong-ban-thuong-truc-quoc-hoi", "chu-tich-uy-ban-thuong-vu-quoc-hoi",
    "thuong-truc-ban-bi-thu", "thuong-truc-bo-chinh-tri",
})  # fmt: skip
_BY_TERM: Final = {
    "uy-vien-bo-chinh-tri": "Bộ Chính trị",
    "uy-vien-ban-bi-thu": "Ban Bí thư",
    "uy-vien-trung-uong-dang": "Trung ương Đảng, chính thức",
    "uy-vien-du-khuyet-trung-uong-dang": "Trung ương Đảng, dự khuyết",
}
_LOCAL_HEADS: Final = (
    ("Bí thư", frozenset({"tinh-uy", "thanh-uy"})),
    ("Chủ tịch HĐND", frozenset({"hoi-dong-nhan-dan"})),
    ("Chủ tịch UBND", frozenset({"uy-ban-nhan-dan"})),
)
_TWO_CITIES: Final = frozenset({"ha-noi", "ho-chi-minh"})
_GOVERNMENTS_SINCE: Final = date(2002, 1, 1)
_PROVINCES_SINCE: Final = date(2015, 1, 1)
_MERGER: Final = date(2025, 7, 1)
_CITIES_SINCE: Final = date(2000, 1, 1)
_TENTH_TERM: Final = "2006-04"
"""Terms of the Party from the tenth on (congress of April 2006) are counted one by one."""
_LATELY: Final = timedelta(31)


class Group(Struct, frozen=True):
    """Offices counted together: which positions, tenures touching which days, of which term."""

    label: str
    chosen: Callable[[Position], bool]
    since: date = date.min
    until: date = date.max
    terms: frozenset[str] = frozenset()
    """Only tenures of these terms; empty for all."""
    of: int | None = None
    """How many places have such an office, where places are counted instead of positions."""


class Row(Struct, frozen=True):
    """One group in numbers: `positions` (or places) with a tenure, `of` how many."""

    label: str
    positions: int
    of: int
    tenures: int
    boundaries: int
    exact: int
    sourced: int
    confidence: tuple[int, int, int]
    """High, medium, low."""
    open: tuple[int, int, int]
    """Open tenures last confirmed within a month of `as_of`, within its year, longer ago."""
    complete: int
    """Tenures that begin where the register declares that it knows every holder."""


def groups(roster: Roster) -> list[Group]:
    """The groups of offices, in the order of the table."""
    found = [Group("Chức vụ cao nhất từ 1945", lambda p: p.id in _HIGHEST)]
    for ident, label in _BY_TERM.items():
        terms = _terms(roster, ident)
        early = frozenset(term for term, start in terms if start < _TENTH_TERM)
        found += [
            Group(f"{label} khóa {term}", _is(ident), terms=frozenset({term}))
            for term, _ in terms
            if term not in early
        ]
        if early:
            found.append(Group(f"{label} trước khóa X", _is(ident), terms=early))
    state = (
        ("Phó Chủ tịch nước, Phó Thủ tướng từ 2002", _state_deputy),
        ("Bộ trưởng và tương đương từ 2002", lambda p: p.level == "government" and p.exclusive and not _state_deputy(p)),
        ("Thứ trưởng và tương đương từ 2002", lambda p: p.level == "government" and not p.exclusive and not _state_deputy(p)),
    )  # fmt: skip
    return [
        *found,
        Group("Cơ quan Đảng ở Trung ương: cấp trưởng", lambda p: _central(p) and p.exclusive),
        Group("Cơ quan Đảng ở Trung ương: cấp phó", lambda p: _central(p) and not p.exclusive),
        *(Group(label, chosen, _GOVERNMENTS_SINCE) for label, chosen in state),
        Group(
            "Quốc hội: Phó Chủ tịch, Ủy ban, Văn phòng, Kiểm toán",
            lambda p: _assembly(p) and p.id != "dai-bieu-quoc-hoi",
        ),
        Group("Đại biểu Quốc hội", _is("dai-bieu-quoc-hoi")),
        Group("Tòa án, Viện kiểm sát", lambda p: p.level == "judiciary"),
        Group("Mặt trận và các tổ chức chính trị - xã hội", lambda p: p.level == "front"),
        Group("Quân đội", lambda p: p.level == "military"),
        *_provinces(roster),
    ]


def _is(ident: str) -> Callable[[Position], bool]:
    return lambda p: p.id == ident


def _state_deputy(position: Position) -> bool:
    return position.id in {
        "pho-chu-tich-nuoc",
        "pho-thu-tuong-chinh-phu",
        "pho-thu-tuong-thuong-truc-chinh-phu",
    }


def _central(position: Position) -> bool:
    return position.level == "central_party" and position.id not in _HIGHEST and position.id not in _BY_TERM


def _assembly(position: Position) -> bool:
    return position.level == "national_assembly" and position.id not in _HIGHEST


def _terms(roster: Roster, position: str) -> list[tuple[str, str]]:
    """The terms on record and when the first tenure of each began, latest first."""
    starts: dict[str, str] = {}
    for spell in roster.spells_in(position):
        term, start = spell.tenure.term, spell.tenure.start
        if term and start:
            starts[term] = min(start, starts.get(term, start))
    return sorted(starts.items(), key=lambda one: one[1], reverse=True)


def _provinces(roster: Roster) -> Iterator[Group]:
    for label, since, until in (
        ("Tỉnh, thành hiện nay", _MERGER, date.max),
        ("Tỉnh, thành trước 1/7/2025 (từ 2015)", _PROVINCES_SINCE, _MERGER),
    ):
        day = max(since, min(until - timedelta(1), roster.as_of))
        places = frozenset(
            o.id for o in roster.register.organisations if o.kind == "province" and _alive(roster, o.id, day)
        )
        for head, bodies in _LOCAL_HEADS:
            yield Group(f"{label}: {head}", _local(bodies, places), since, until, of=len(places))
    for head, bodies in _LOCAL_HEADS:
        yield Group(f"Hà Nội, TP.HCM từ 2000: {head}", _local(bodies, _TWO_CITIES), _CITIES_SINCE)
    yield Group("Cấp tỉnh: cấp phó, Công an tỉnh", lambda p: p.level == "province" and not _is_local_head(p))


def _local(bodies: frozenset[str], places: frozenset[str]) -> Callable[[Position], bool]:
    return lambda p: p.organisation in bodies and p.exclusive and p.place in places


def _is_local_head(position: Position) -> bool:
    return position.exclusive and any(position.organisation in bodies for _, bodies in _LOCAL_HEADS)


def _alive(roster: Roster, place: str, day: date) -> bool:
    return any(
        (life.valid_from is None or first_day(life.valid_from) <= day)
        and (life.valid_until is None or day < first_day(life.valid_until))
        for life in roster.organisations[place].lives
    )


def rows(roster: Roster, chosen: Iterable[Group] | None = None) -> list[Row]:
    """The table of coverage; a group without a tenure is a row of noughts."""
    return [_row(roster, group) for group in (groups(roster) if chosen is None else chosen)]


def _row(roster: Roster, group: Group) -> Row:
    known = {p.id: p for p in roster.register.positions if group.chosen(p)}
    tenures = [
        t
        for t in roster.register.tenures
        if t.position in known and (not group.terms or t.term in group.terms) and _touches(roster, t, group)
    ]
    bounds = boundaries(tenures, group.since, group.until)
    opened = Counter(_age(t, roster.as_of) for t in tenures if t.end is None)
    levels = Counter(t.confidence for t in tenures)
    held = {known[t.position].place if group.of else t.position for t in tenures}
    return Row(
        group.label,
        len(held),
        group.of or len(known),
        len(tenures),
        len(bounds),
        sum(len(bound) == 10 for bound in bounds),
        sum(sourced(t, roster) for t in tenures),
        (levels["high"], levels["medium"], levels["low"]),
        (opened[0], opened[1], opened[2]),
        sum(
            any(
                t.start and c.valid_from <= first_day(t.start) < c.valid_until
                for c in known[t.position].complete
            )
            for t in tenures
        ),
    )


def _touches(roster: Roster, tenure: Tenure, group: Group) -> bool:
    """Whether a tenure may cover a day of the group's window."""
    spell = roster.spell(tenure)
    start = spell.start_first if tenure.start else spell.start_last
    return start < group.until and spell.end_last > group.since


def boundaries(tenures: Iterable[Tenure], since: date = date.min, until: date = date.max) -> list[str]:
    """The starts and ends inside a window as far as they are known; "" for a start nobody knows."""
    found = []
    for tenure in tenures:
        for bound, asked in ((tenure.start, True), (tenure.end, tenure.end is not None)):
            if asked and (bound is None or (last_day(bound) >= since and first_day(bound) <= until)):
                found.append(bound or "")
    return found


def sourced(tenure: Tenure, roster: Roster) -> bool:
    """Whether an official page or the press is among a tenure's sources."""
    return any(map(roster.is_page, tenure.sources))


def _age(tenure: Tenure, as_of: date) -> int:
    confirmed = last_day(tenure.last_confirmed) if tenure.last_confirmed else date.min
    if confirmed >= as_of - _LATELY:
        return 0
    return 1 if confirmed.year == as_of.year else 2


def senior(roster: Roster, positions: Sequence[str] = SENIOR) -> Row:
    """The most senior offices since `SINCE`, as one row."""
    return _row(roster, Group("Các chức vụ cao cấp", lambda p: p.id in positions, SINCE, roster.as_of))
