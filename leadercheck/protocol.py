"""How a person is introduced on a day: the titles surely held, Party before State, then the name.

Source: practice of TTXVN and the Party's papers 2019–2026 (Party, then Party committee, then State title:
Báo Phú Thọ 30/7/2025, sggp.org.vn post814078; "Thường trực Ban Bí thư" without "Bí thư Trung ương Đảng":
vtcnews 2/9/2025; "Tổng Bí thư, Chủ tịch nước" in one breath: every outlet since 7/4/2026); no written rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal

from msgspec import Struct

from leadercheck.precedence import SEATS, Career, Ranking, retired, sure
from leadercheck.register import Organisation, Person, Position, Tenure, first_day, last_day

Form = Literal["full", "short"]

_MEMBERSHIPS: Final = (
    "tong-bi-thu", "uy-vien-bo-chinh-tri", "thuong-truc-ban-bi-thu", "uy-vien-ban-bi-thu",
    "uy-vien-trung-uong-dang", "uy-vien-du-khuyet-trung-uong-dang",
)  # fmt: skip
"""Party titles of the person, not of a body led, in the order in which a chain has them."""
_ABSORBED: Final[Mapping[str, frozenset[str]]] = {
    "tong-bi-thu": frozenset(_MEMBERSHIPS[1:]) | {"bi-thu-quan-uy-trung-uong"},
    "uy-vien-bo-chinh-tri": frozenset(_MEMBERSHIPS[4:]),
    "thuong-truc-ban-bi-thu": frozenset(_MEMBERSHIPS[3:]),
    "uy-vien-ban-bi-thu": frozenset(_MEMBERSHIPS[4:]),
    "uy-vien-trung-uong-dang": frozenset(_MEMBERSHIPS[5:]),
}
"""What goes without saying once a higher title is said."""
_DEPUTIES_OF_STATE: Final = frozenset(
    {"pho-chu-tich-nuoc", "pho-thu-tuong-chinh-phu", "pho-chu-tich-quoc-hoi"}
)
_SEATS_OF_LEADERS: Final = SEATS - {"uy-vien-du-khuyet-trung-uong-dang", "dai-bieu-quoc-hoi"}
_LOCAL_COMMITTEES: Final = frozenset({"tinh-uy", "thanh-uy"})
_LEVELS: Final = (
    "state_head", "central_party", "government", "national_assembly", "judiciary", "front", "military", "province",
)  # fmt: skip
_PRINTED: Final = {"uy-vien-trung-uong-dang": "Ủy viên Trung ương Đảng"}
"""Print says it so ten times out of eleven; the register has the title of the Party's statutes."""
_ALWAYS_SHORT: Final = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND"}
_SHORT: Final = {
    "Thủ tướng Chính phủ": "Thủ tướng",
    "Thủ tướng Thường trực Chính phủ": "Thủ tướng Thường trực",
    "Mặt trận Tổ quốc": "MTTQ",
    "Tòa án nhân dân": "TAND",
    "Viện kiểm sát nhân dân": "VKSND",
}
_OWN_TITLES: Final = {"ho-chi-minh-1890": "Chủ tịch"}
"""Who is named with one title for good, whatever the day."""
_LAST: Final = (99, 0, 0)


def introduction(
    person: Person,
    career: Career,
    positions: Mapping[str, Position],
    bodies: Mapping[str, Organisation],
    ranking: Ranking,
    on: date,
    *,
    form: Form = "full",
) -> str:
    """The person's introduction on a day; the bare name where no title is certain.

    `full` has every title that print has, `short` the highest office in its short form. The dead are
    "cố" and the former "nguyên", each with the highest office once held. What is coarse, unconfirmed
    for the day, of low confidence, or "phụ trách" (which names a task, not a title) is left out. Who may
    hold something still is not "nguyên" (see `precedence.retired`).
    """
    desk = _Desk(positions, bodies, ranking)
    title = _OWN_TITLES.get(person.id) or _title(person, career, desk, on, form)
    return f"{title} {person.name}" if title else person.name


def _title(person: Person, career: Career, desk: _Desk, on: date, form: Form) -> str:
    if person.died and on >= last_day(person.died):
        return desk.former("cố", (*career.now, *career.unsure, *career.past), form)
    if person.died and on >= first_day(person.died):
        return ""
    if career.now:
        return desk.chain(career.now, form)
    return desk.former("nguyên", career.past, form) if retired(career, desk.ranking) else ""


class _Desk(Struct, frozen=True):
    """The facts about positions that wording needs."""

    positions: Mapping[str, Position]
    bodies: Mapping[str, Organisation]
    ranking: Ranking

    def chain(self, tenures: Iterable[Tenure], form: Form) -> str:
        """The titles held at once, joined as print joins them."""
        held = [t for t in tenures if sure(t) or (t.capacity == "acting" and t.confidence != "low")]
        held = sorted(_said(held, self.positions), key=self._order)
        if form == "short":
            held = self._shortest(held)
        titles = [self._worded(t, form) for t in held]
        for index, (tenure, after) in enumerate(pairwise(held)):
            titles[index] = self._without_place(titles[index], tenure, after)
        return ", ".join(titles)

    def former(self, marker: str, tenures: Iterable[Tenure], form: Form) -> str:
        """The highest leader's office once held behind its marker; "" if there was none.

        Lesser ones are left out: who was a vice minister or an alternate may well be something else now
        that the register does not know.
        """
        held = [t for t in tenures if sure(t) and self._led(self.positions[t.position])]
        seats = [t for t in held if t.position in SEATS]
        offices = [t for t in held if t.position not in SEATS] or held
        if not offices:
            return ""
        offices.sort(key=lambda t: t.end or "9999", reverse=True)
        highest = min(offices, key=lambda t: (self._standing(t, seats), self._height(t)))
        return f"{marker} {self._worded(highest, form)}"

    def _standing(self, office: Tenure, seats: Iterable[Tenure]) -> tuple[int, ...]:
        """The rank of an office or of the seat held in its first year, whichever is higher.

        A Bí thư Thành ủy Hà Nội in the Politburo stood above the minister that he had been before.
        """
        taken = [seat.position for seat in seats if any(_covers(seat, day) for day in _first_year(office))]
        return min(self.ranking.ranks.get(ident, _LAST) for ident in (office.position, *taken))[:2]

    def _led(self, record: Position) -> bool:
        """Whether an office makes its former holder a former leader."""
        if record.exclusive:
            return record.organisation != "cong-an"
        return record.id in _DEPUTIES_OF_STATE | _SEATS_OF_LEADERS

    def _shortest(self, held: Sequence[Tenure]) -> list[Tenure]:
        both = [t for t in held if t.position in ("tong-bi-thu", "chu-tich-nuoc") and t.capacity == "full"]
        if len(both) > 1:
            return both
        offices = [t for t in held if t.position not in SEATS] or held
        return [min(offices, key=self._height)] if offices else []

    def _order(self, tenure: Tenure) -> tuple[int, tuple[int, ...]]:
        """Party titles, offices of the Party's centre, Party committees, then the State and the Front."""
        record = self.positions[tenure.position]
        body = self.bodies.get(record.organisation or "")
        if record.id in _MEMBERSHIPS:
            return 0, (_MEMBERSHIPS.index(record.id),)
        if record.organisation in _LOCAL_COMMITTEES or (body and body.kind.startswith("party_committee")):
            return 2, self._height(tenure)
        return (1 if record.level == "central_party" else 3), self._height(tenure)

    def _height(self, tenure: Tenure) -> tuple[int, ...]:
        """How high an office is: its rank, then its level, heads before deputies."""
        record = self.positions[tenure.position]
        level = _LEVELS.index(record.level) if record.level in _LEVELS else len(_LEVELS)
        return (
            *self.ranking.ranks.get(record.id, _LAST),
            level,
            int(record.deputy_of is not None),
            int(not record.exclusive),
        )

    def _worded(self, tenure: Tenure, form: Form) -> str:
        title = _PRINTED.get(tenure.position, self.positions[tenure.position].title)
        for words, brief in (_ALWAYS_SHORT | _SHORT if form == "short" else _ALWAYS_SHORT).items():
            title = title.replace(words, brief)
        return f"Quyền {title}" if tenure.capacity == "acting" else title

    def _without_place(self, title: str, tenure: Tenure, after: Tenure) -> str:
        """The place said once, at the end: "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Phú Thọ"."""
        record, following = self.positions[tenure.position], self.positions[after.position]
        if (
            record.place is None
            or record.place != following.place
            or record.organisation not in _LOCAL_COMMITTEES
        ):
            return title
        return title.removesuffix(f" {self.bodies[record.place].name}")


def left_out(career: Career, positions: Mapping[str, Position]) -> list[Tenure]:
    """What an introduction may lack: tenures that may cover the day and that no sure title implies."""
    said = _said([*career.unsure, *career.now], positions)
    return [tenure for tenure in career.unsure if tenure in said]


def said(career: Career, positions: Mapping[str, Position]) -> list[Tenure]:
    """The tenures whose titles an introduction of somebody in office has."""
    return _said(
        [t for t in career.now if sure(t) or (t.capacity == "acting" and t.confidence != "low")], positions
    )


def _said(held: Iterable[Tenure], positions: Mapping[str, Position]) -> list[Tenure]:
    """Without what a higher title implies: lower memberships, own deputies, the plain deputy."""
    by_position = {tenure.position: tenure for tenure in held}
    unsaid = {low for high in by_position for low in _ABSORBED.get(high, ())}
    records = [positions[ident] for ident in by_position]
    for record in records:
        if record.deputy_of in by_position or any(_stands_for(other, record) for other in records):
            unsaid.add(record.id)
    if by_position.keys() - unsaid - {"dai-bieu-quoc-hoi"}:
        unsaid.add("dai-bieu-quoc-hoi")
    return [tenure for ident, tenure in by_position.items() if ident not in unsaid]


def _first_year(office: Tenure) -> list[date]:
    """The first day of an office, and the same a year on if it lasted so long: seats often follow soon."""
    if office.start is None:
        return []
    day = first_day(office.start)
    later = day + timedelta(365)
    return [day] if office.end and last_day(office.end) <= later else [day, later]


def _covers(tenure: Tenure, day: date) -> bool:
    start, end = tenure.start, tenure.end
    return (start is None or first_day(start) <= day) and (end is None or day < last_day(end))


def _stands_for(standing: Position, plain: Position) -> bool:
    """Whether one is the "Thường trực" among the deputies that the other is one of."""
    if standing.id == plain.id or "Thường trực" not in standing.head or "Thường trực" in plain.head:
        return False
    same_head = standing.deputy_of is not None and standing.deputy_of == plain.deputy_of
    return same_head or standing.title.replace(" Thường trực", "") == plain.title
