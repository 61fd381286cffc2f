"""Whether a title was the person's on the day: yes, no, unknown, or not judged at all, and why.

This module is the law of when the software may speak: hand-over windows, the end of the register's
knowledge, frames, other days.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from leadercheck.register import first_day, last_day
from leadercheck.roster import Roster
from leadercheck.spells import HANDOVER_AFTER, HANDOVER_AFTER_LOOSE, HANDOVER_BEFORE, Spell, Verdict
from leadercheck.titles import FORMER, Reading
from leadercheck.when import When

STALE_TWICE: Final = timedelta(180)
RENEWAL: Final = timedelta(62)
"""An office taken up again this soon was never given up."""
LONG_AGO: Final = timedelta(3653)
"""Ten years: a title given up longer ago is history."""
_MANY: Final = 60
_TO_THE_DAY: Final = len("2026-04-07")
_MEMBERS: Final = ("uy-vien-trung-uong-dang", "uy-vien-du-khuyet-trung-uong-dang")
"""Full and alternate members of the Central Committee: nobody is both."""


class Judgement(Struct, frozen=True):
    """The answer for one title of one person on one day.

    `kind` says what a "no" is: "never", "past", "future", "acting", "deputy-lost", "deputy-added", "alternate" (full
    member for alternate or the other way round), "still" (called former while in office). `doubt` counts the levels by which a finding must drop.
    """

    verdict: Literal["yes", "no", "unknown", "not judged"]
    reason: str
    evidence: tuple[str, ...] = ()
    kind: str = ""
    doubt: int = 0
    day: date | None = None
    confirmed: date | None = None


def judge(reading: Reading, person: str, on: date, when: When, roster: Roster) -> Judgement:
    """Judge one title of a linked person; `on` is the article's day, `when` what the sentence speaks of."""
    if not reading.positions:
        return Judgement("not judged", "position-unknown")
    wanted = set(reading.positions)
    wanted |= {e for p in reading.positions for e in roster.positions[p].equivalents}
    own = [s for s in roster.spells_of(person) if s.tenure.position in wanted]
    if reading.modifier in FORMER:
        return _former(reading, own, on, when)
    if reading.modifier == "quyền":
        acting = [s for s in own if s.tenure.capacity != "full" and _about(s, on)]
        return (
            _evident("yes", "acting-on-day", acting, on) if acting else Judgement("unknown", "acting-unknown")
        )
    if reading.modifier is not None:
        return Judgement("not judged", f"modifier-{reading.modifier}")
    full = [s for s in own if s.tenure.capacity == "full"]
    covering = [s for s in full if _about(s, on)]
    if covering:
        return _evident("yes", "held-on-day", covering, on)
    for day in when.days:
        spoken = [s for s in full if _about(s, day)]
        if spoken:
            return _evident("yes", "held-on-day-spoken-of", spoken, day)
    if any(s.at(on) == "unknown" and not s.tenure.end and s.start_first <= on for s in full):
        last = max((s.end_first for s in full if not s.tenure.end), default=on) - timedelta(1)
        return Judgement("unknown", "after-last-confirmed", tuple(s.tenure.id for s in full), confirmed=last)
    if reading.open and full and all(_is_over(s, on) for s in full) and _is_dead(person, on, roster):
        return Judgement("not judged", "title-of-its-time", tuple(s.tenure.id for s in full[:1]), day=on)
    no = _no(reading, person, own, on, roster)
    if no.kind == "past" and _of_its_time(person, no.evidence, on, roster):
        return Judgement("not judged", "title-of-its-time", no.evidence, day=on)
    if no.kind and (reading.frame or when.kind == "other"):
        return Judgement("not judged", reading.frame or "another-day", no.evidence, day=on)
    return no


def _is_dead(person: str, on: date, roster: Roster) -> bool:
    """Whether somebody is known to have died by the day."""
    died = roster.persons[person].died
    return bool(died and first_day(died) <= on)


def _is_over(spell: Spell, on: date) -> bool:
    return bool(spell.tenure.end) and spell.end_last <= on


def _of_its_time(person: str, evidence: Sequence[str], on: date, roster: Roster) -> bool:
    """The dead, and tenures long past, are named with the title of their time in careful print."""
    end = roster.tenure_by_id[evidence[0]].end
    return _is_dead(person, on, roster) or bool(end and on - last_day(end) > LONG_AGO)


def _former(reading: Reading, own: Sequence[Spell], on: date, when: When) -> Judgement:
    full = [s for s in own if s.tenure.capacity == "full"]
    ended = [
        s for s in full if s.tenure.end and s.end_first - HANDOVER_BEFORE <= on and not _renewed(s, full)
    ]
    if ended:
        return _evident("yes", "held-before", ended, on)
    if reading.inherited or reading.frame or when.kind == "other" or reading.open or reading.plural:
        return Judgement("not judged", "former-not-asserted")
    current = [s for s in full if s.exact and s.start_last + HANDOVER_AFTER <= on]
    holding = [s for s in current if s.at(on) == "yes"]
    if holding and not any(s.tenure.end and s.end_first - HANDOVER_BEFORE <= on for s in holding):
        return _evident("no", "in-office", holding, on, kind="still", doubt=_weak(holding[0]))
    before = [s for s in current if s.tenure.end is None and s.at(on) == "unknown"]
    if before:
        last = before[0].end_first - timedelta(1)
        return _evident(
            "unknown", "after-last-confirmed", before, on, kind="still", doubt=stale(on, last) + _weak(before[0]),
            confirmed=last,
        )  # fmt: skip
    return Judgement("unknown", "nothing-known")


def _renewed(spell: Spell, own: Sequence[Spell]) -> bool:
    """Whether the person went on in the same office: a new term is no end."""
    return any(
        other.tenure.position == spell.tenure.position
        and other.tenure.id != spell.tenure.id
        and abs(other.start_first - spell.end_last) <= RENEWAL
        for other in own
    )


def _no(reading: Reading, person: str, own: Sequence[Spell], on: date, roster: Roster) -> Judgement:
    """What remains when the office was not surely held: a deputy's slip, a plain no, or unknown."""
    if reading.open:
        return Judgement("unknown", "short-title")
    plain = _plain_no(reading, person, own, on, roster)
    if plain.verdict == "no" and (other := _other_member(reading, person, on, roster)):
        # Nobody is both: one membership that is sure tells that the other is not held.
        doubt = min(plain.doubt, _weak(roster.spell(roster.tenure_by_id[other])))
        return replace(plain, kind="alternate", evidence=(other, *plain.evidence), doubt=doubt)
    acting = any(s.tenure.capacity != "full" and s.at(on) == "yes" for s in own)
    if not acting and plain.verdict == "unknown" and (before := _acted(own, on)):
        return before
    deputy = None if acting else _deputy(reading, person, on, roster)
    if deputy and plain.verdict == "no":
        return replace(
            deputy, doubt=min(deputy.doubt, plain.doubt), evidence=(*deputy.evidence, *plain.evidence)
        )
    return deputy or plain


def _other_member(reading: Reading, person: str, on: date, roster: Roster) -> str | None:
    """The tenure by which the person was the other kind of member of the Central Committee on the day."""
    if len(reading.positions) != 1 or reading.positions[0] not in _MEMBERS:
        return None
    other = _MEMBERS[1 - _MEMBERS.index(reading.positions[0])]
    held = roster.held(person, other, on) if other in roster.positions else None
    return held.evidence[0] if held and held.answer == "yes" else None


def _acted(own: Sequence[Spell], on: date) -> Judgement | None:
    """An acting spell that was open when it was last confirmed, before the day."""
    for spell in own:
        if (
            spell.tenure.capacity != "full"
            and not spell.tenure.end
            and spell.exact
            and spell.at(on) == "unknown"
        ):
            last = spell.end_first - timedelta(1)
            return Judgement(
                "unknown",
                "after-last-confirmed",
                (spell.tenure.id,),
                "acting",
                stale(on, last) + _weak(spell),
                on,
                last,
            )
    return None


def _plain_no(reading: Reading, person: str, own: Sequence[Spell], on: date, roster: Roster) -> Judgement:
    if len(reading.positions) > _MANY:
        return Judgement("unknown", "short-title")
    answers = [roster.held(person, p, on) for p in reading.positions]
    confirmed: date | None = None
    if any(a.answer == "unknown" for a in answers):
        if any(a.answer == "unknown" and a.was != "no" for a in answers):
            reason = next(a.reason for a in answers if a.answer == "unknown" and a.was != "no")
            return Judgement("unknown", reason)
        confirmed = min(a.confirmed for a in answers if a.answer == "unknown" and a.confirmed)
    kind, evidence = _kind(answers, own, on)
    spells = [roster.spell(roster.tenure_by_id[e]) for e in evidence]
    weaknesses = [_weak(s, kind if s is spells[0] else "") for s in spells]
    doubt = 0 if len(spells) > 1 and max(weaknesses) < 2 else min(weaknesses, default=0)
    if kind in ("past", "future") and weaknesses[0] == 2:
        doubt = 2
    if confirmed and kind != "past":
        doubt += stale(on, confirmed)
    verdict: Literal["no", "unknown"] = "unknown" if confirmed else "no"
    reason = "after-last-confirmed" if confirmed else answers[0].reason
    return Judgement(verdict, reason, evidence, kind, doubt, on, confirmed)


def _kind(answers: Sequence[Verdict], own: Sequence[Spell], on: date) -> tuple[str, tuple[str, ...]]:
    proof = tuple(e for a in answers for e in a.evidence)[:3]
    acting = [s.tenure.id for s in own if s.tenure.capacity != "full" and s.at(on) == "yes"]
    if acting:
        return "acting", tuple(acting)
    full = [s for s in own if s.tenure.capacity == "full"]
    past = [s for s in full if s.tenure.end and s.end_last <= on]
    future = [s for s in full if s.start_first > on]
    if past:
        last = max(past, key=lambda s: s.end_last)
        return "past", (last.tenure.id, *(e for e in proof if e != last.tenure.id))
    if future:
        first = min(future, key=lambda s: s.start_first)
        return "future", (first.tenure.id, *(e for e in proof if e != first.tenure.id))
    return "never", proof


def _deputy(reading: Reading, person: str, on: date, roster: Roster) -> Judgement | None:
    """The chief printed for the deputy, or the other way round, while the other office is surely held."""
    wanted = set(reading.positions)
    for spell in roster.spells_of(person):
        if spell.tenure.capacity != "full" or spell.at(on) != "yes":
            continue
        if spell.start_last + HANDOVER_AFTER > on and spell.start_last <= on:
            continue
        held = roster.positions[spell.tenure.position]
        if held.deputy_of in wanted:
            return _evident("no", "holds-deputy", [spell], on, kind="deputy-lost", doubt=_weak(spell))
        if any(roster.positions[w].deputy_of == held.id for w in wanted):
            return _evident("no", "holds-principal", [spell], on, kind="deputy-added", doubt=_weak(spell))
    return None


def _about(spell: Spell, day: date) -> bool:
    """Whether the tenure covers the day, the hand-over windows included."""
    after = HANDOVER_AFTER if _strong(spell) else HANDOVER_AFTER_LOOSE
    start = (
        spell.start_last
        if spell.start_last > date.min + HANDOVER_BEFORE
        else spell.start_last + HANDOVER_BEFORE
    )
    end = spell.end_first + after + timedelta(1) if spell.tenure.end else spell.end_first
    return start - HANDOVER_BEFORE <= day < end


def _strong(spell: Spell) -> bool:
    return spell.tenure.confidence == "high" and spell.pages > 0


def _weak(spell: Spell, kind: str = "") -> int:
    """How many levels a finding loses for the quality of the fact it rests on.

    That a tenure is over rests on its end, that it had not begun on its start.
    """
    tenure = spell.tenure
    bound = {"past": tenure.end, "future": tenure.start}.get(kind)
    exact = len(bound) == _TO_THE_DAY if bound else spell.exact
    if not exact or tenure.confidence == "low":
        return 2
    # Compilations copy the same encyclopedia and count as one source.
    apart = spell.pages + (spell.pages < len(tenure.sources))
    return 0 if tenure.confidence == "high" or apart > 1 else 1


def stale(on: date, confirmed: date) -> int:
    """Levels a finding loses after the last day on which its facts were confirmed."""
    return 2 if on - confirmed > STALE_TWICE else 1


def _evident(
    verdict: Literal["yes", "no", "unknown"],
    reason: str,
    spells: Sequence[Spell],
    day: date,
    *,
    kind: str = "",
    doubt: int = 0,
    confirmed: date | None = None,
) -> Judgement:
    return Judgement(verdict, reason, tuple(s.tenure.id for s in spells), kind, doubt, day, confirmed)
