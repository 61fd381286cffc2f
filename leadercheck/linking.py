"""Who a reference means: candidates weighed by visible evidence; unknown, foreign and ambiguous are answers too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from leadercheck.mentions import Draft
from leadercheck.roster import Roster
from leadercheck.text import fold, folded_pattern
from leadercheck.titles import Reading

Status = Literal["linked", "ambiguous", "unknown", "foreign"]
CRIME: Final = folded_pattern(
    r"(?:^|\W)(?:bị cáo|bị can|khởi tố|bắt tạm giam|bị bắt|bắt giữ|truy tố|tuyên án|hầu tòa|tạm giam|phạm nhân|"
    r"nghi phạm|nghi can|đối tượng|lãnh án|tù giam|năm tù|chiếm đoạt|lừa đảo|nhận hối lộ|đưa hối lộ|truy nã)(?!\w)"
)
_COMPANY: Final = folded_pattern(
    r"(?:ceo|tổng giám đốc|chủ tịch hđqt|chủ tịch hội đồng quản trị|chủ tịch tập đoàn|doanh nhân|ca sĩ|nghệ sĩ|nsnd|"
    r"nsưt|cầu thủ|hlv|huấn luyện viên|tiền vệ|tiền đạo|thủ môn|hậu vệ|trung vệ|diễn viên|đạo diễn|nhà văn|nhạc sĩ|"
    r"bác sĩ|bs|nông dân|học sinh|sinh viên|luật sư|tài xế|thầy giáo|cô giáo|nhà thơ|họa sĩ|võ sĩ|kỳ thủ|hoa hậu)"
    r"[\w ]{0,24}$"
)
_REACH: Final = timedelta(10)
"""How near to the day a tenure must be to be evidence that the bearer of the name is meant."""


@dataclass(frozen=True, slots=True)
class Link:
    """The answer: `certain` when a title of the person's own, or an earlier certain mention, stands behind it."""

    status: Status
    person: str | None = None
    candidates: tuple[str, ...] = ()
    certain: bool = False
    antecedent: int | None = None


def _holds(roster: Roster, person: str, readings: Sequence[Reading], on: date) -> int:
    """A title held about that day counts 2, one held at any time counts 1."""
    best = 0
    wanted = {p for r in readings for p in r.positions}
    wanted |= {e for p in wanted for e in roster.positions[p].equivalents}
    for spell in roster.spells_of(person):
        if spell.tenure.position in wanted:
            near = spell.start_first <= on + _REACH and (spell.end_last > on - _REACH)
            best = max(best, 2 if near else 1)
    return best


def _same_body(roster: Roster, person: str, readings: Sequence[Reading], on: date) -> int:
    """Another office of the same body or place, about that day."""
    bodies = {o for r in readings for o in r.organisations} | {r.place for r in readings if r.place}
    return int(
        any(
            position.place in bodies or position.organisation in bodies
            for spell in roster.spells_of(person)
            if spell.start_first <= on + _REACH and spell.end_last > on - _REACH
            for position in (roster.positions[spell.tenure.position],)
            if position.place or position.organisation
        )
    )


EVIDENCE: Final[tuple[Callable[[Roster, str, Sequence[Reading], date], int], ...]] = (_holds, _same_body)
"""What speaks for a candidate, strongest first; candidates are compared from left to right."""


def link(
    drafts: Sequence[Draft], sentence_of: Sequence[str], before: Sequence[str], roster: Roster, on: date
) -> list[Link]:
    """One link a draft. `sentence_of` and `before` are the folded sentence and the folded text before each."""
    links: list[Link] = []
    by_name: dict[str, int] = {}
    by_position: dict[str, int] = {}
    foreign: set[str] = set()
    for index, draft in enumerate(drafts):
        if draft.name is None:
            found = _alone(draft.readings[0], by_position, links, roster, on)
        else:
            key = fold(draft.name)
            found = _named(draft, key, by_name, foreign, links, sentence_of[index], before[index], roster, on)
            if found.status == "foreign":
                foreign.add(key)
            elif found.status == "linked" and (found.certain or key not in by_name):
                by_name[key] = index
        if found.status == "linked":
            for reading in draft.readings:
                if reading.modifier is None:
                    for position in reading.positions[:2]:
                        by_position[position] = index
        links.append(found)
    return links


def _named(
    draft: Draft,
    key: str,
    by_name: dict[str, int],
    foreign: set[str],
    links: Sequence[Link],
    sentence: str,
    before: str,
    roster: Roster,
    on: date,
) -> Link:
    people = [roster.persons[p] for p in draft.persons]
    ours = [p.id for p in people if p.country is None]
    if key in foreign or (people and not ours):
        return Link("foreign", people[0].id if people else None, draft.persons)
    if any(r.foreign for r in draft.readings) and not any(
        _holds(roster, p, draft.readings, on) for p in ours
    ):
        return Link("foreign", None, tuple(ours))
    if not ours:
        return Link("unknown")
    weights = {p: tuple(f(roster, p, draft.readings, on) for f in EVIDENCE) for p in ours}
    best = max(weights.values())
    leaders = tuple(p for p in ours if weights[p] == best)
    if best[0] > 0 and len(leaders) == 1:
        return Link("linked", leaders[0], tuple(ours), certain=True, antecedent=by_name.get(key))
    if draft.runs_on:
        return Link("unknown", None, () if draft.run_end else tuple(ours))
    if key in by_name:
        earlier = links[by_name[key]]
        return Link("linked", earlier.person, tuple(ours), certain=earlier.certain, antecedent=by_name[key])
    if len(leaders) > 1 or CRIME.search(sentence) or (not draft.readings and _COMPANY.search(before)):
        return Link("ambiguous", None, tuple(ours))
    if any(r.elsewhere or not r.positions for r in draft.readings):
        return Link("ambiguous", None, tuple(ours))
    return Link("linked", leaders[0], tuple(ours), certain=bool(best[1]))


def _alone(
    reading: Reading, by_position: dict[str, int], links: Sequence[Link], roster: Roster, on: date
) -> Link:
    """A title without a name: the person introduced with it, else its one holder of the day."""
    if reading.foreign:
        return Link("foreign")
    for position in reading.positions[:2]:
        if position in by_position:
            earlier = links[by_position[position]]
            return Link("linked", earlier.person, (earlier.person or "",), antecedent=by_position[position])
    holders = {t.person for p in reading.positions[:1] for t in roster.holders(p, on) if t.capacity == "full"}
    if len(holders) == 1:
        person = holders.pop()
        return Link("linked", person, (person,))
    return Link("unknown")
