"""The titles of one reference, each with its judgement; what between namesakes and joined offices is not asserted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from leadercheck.linking import Link
from leadercheck.roster import Roster
from leadercheck.settings import QUIET, Setting
from leadercheck.spotting import Draft
from leadercheck.titles import Reading
from leadercheck.verdicts import Judgement, judge
from leadercheck.when import When


def judged(
    draft: Draft, answer: Link, setting: Setting, roster: Roster, on: date
) -> list[tuple[Reading, Judgement]]:
    """Each title of a linked reference with what the register says of it on the day."""
    found = [
        (reading, _answer(draft, reading, answer, _setting_of(reading, setting), roster, on))
        for reading in draft.readings
    ]
    return _separate(found, draft.name_start, roster)


def _setting_of(reading: Reading, setting: Setting) -> Setting:
    """The setting of one title: the words right before it tell its time, whatever the sentence speaks of."""
    if reading.told == "now" and setting.when.kind == "other":
        return replace(setting, when=When("now", setting.when.days, "word: hiện"))
    if reading.told == "once" and setting.when.kind != "other":
        return replace(setting, when=When("other", setting.when.days, "word: từng"))
    return setting


def _answer(
    draft: Draft, reading: Reading, answer: Link, setting: Setting, roster: Roster, on: date
) -> Judgement:
    if reading.frame in QUIET:
        return Judgement("not judged", f"zone-{reading.frame}")
    if draft.name is None:
        return Judgement("not judged", "title-only" if answer.status == "linked" else answer.status)
    if answer.variant and answer.person is not None:
        answered = judge(reading, answer.person, on, setting.when, roster)
        return answered if answered.verdict != "no" else Judgement("not judged", "name-variant")
    if answer.variant:
        return Judgement("not judged", "name-variant")
    if answer.status == "ambiguous" and not setting.crime and _is_national(reading, roster):
        return _nobodys(reading, answer.candidates, setting, roster, on)
    if answer.status != "linked" or answer.person is None:
        return Judgement("not judged", answer.status)
    return judge(reading, answer.person, on, setting.when, roster)


def _is_national(reading: Reading, roster: Roster) -> bool:
    """Whether the title is of one office in the country: there it is wrong whoever bears the name."""
    records = [roster.positions[p] for p in reading.positions]
    return 0 < len(records) <= 2 and all(r.exclusive and r.place is None for r in records)


def _nobodys(
    reading: Reading, candidates: Sequence[str], setting: Setting, roster: Roster, on: date
) -> Judgement:
    """A title between namesakes: a no when it is no one's of them, else not judged."""
    answers = [judge(reading, person, on, setting.when, roster) for person in candidates]
    if answers and all(a.verdict == "no" and a.kind == "never" for a in answers):
        return max(answers, key=lambda a: a.doubt)
    return Judgement("not judged", "ambiguous")


def _separate(
    judged: list[tuple[Reading, Judgement]], name_start: int | None, roster: Roster
) -> list[tuple[Reading, Judgement]]:
    """In "Thủ tướng, Chủ tịch Quốc hội X" the first office may be another person's: it is not judged when it fails."""
    before = [r for r, _ in judged if name_start is not None and r.end <= name_start]
    return [
        (r, Judgement("not judged", "ambiguous-owner"))
        if j.kind in ("never", "past", "future", "deputy-lost", "acting")
        and r in before[:-1]
        and all(roster.positions[p].exclusive for p in r.positions)
        else (r, j)
        for r, j in judged
    ]
