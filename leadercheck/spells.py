"""One tenure as it answers for a day: yes, no or unknown; how long around a boundary both titles are right."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal

from msgspec import Struct

from leadercheck.register import Tenure, first_day, last_day

Answer = Literal["yes", "no", "unknown"]
HANDOVER_BEFORE: Final = timedelta(2)
HANDOVER_AFTER: Final = timedelta(5)
HANDOVER_AFTER_LOOSE: Final = timedelta(7)
"""Old and new title are both right this long around a boundary; loose: it rests on an encyclopedia only."""


class Verdict(Struct, frozen=True):
    """What the register answers, why, and on which tenures the answer rests.

    After the last day on which the register was confirmed the answer is "unknown"; `was` then says what
    it was on `confirmed`, that last day.
    """

    answer: Answer
    reason: str
    evidence: tuple[str, ...] = ()
    was: Answer | None = None
    confirmed: date | None = None


class Spell(Struct, frozen=True):
    """A tenure with its bounds worked out: certain from `start_last` to `end_first`, possible outside."""

    tenure: Tenure
    start_first: date
    start_last: date
    end_first: date
    end_last: date
    exact: bool
    """Both bounds are known to the day (an open end counts up to `last_confirmed`)."""
    pages: int
    """So many of its sources are pages of the Party, the State or the press."""

    def at(self, day: date) -> Answer:
        """Whether the tenure covers `day`; unknown inside a coarse date and after `last_confirmed`."""
        if self.start_last <= day < self.end_first:
            return "yes"
        return "unknown" if self.start_first <= day < self.end_last else "no"


def spell_of(tenure: Tenure, pages: int) -> Spell:
    """The tenure with its bounds worked out; so many of its sources are pages."""
    start_first, start_last = date.min, date.max
    if tenure.start:
        start_first, start_last = first_day(tenure.start), last_day(tenure.start)
    elif seen := tenure.attested or tenure.last_confirmed:
        start_last = last_day(seen) if tenure.attested else first_day(seen)
    if tenure.end:
        end_first, end_last = first_day(tenure.end), last_day(tenure.end)
    else:
        confirmed = last_day(tenure.last_confirmed) if tenure.last_confirmed else start_last
        end_first = min(confirmed, date.max - timedelta(1)) + timedelta(1)
        end_last = date.max
    exact = (
        tenure.start is not None and len(tenure.start) == 10 and (tenure.end is None or len(tenure.end) == 10)
    )
    return Spell(tenure, start_first, start_last, end_first, end_last, exact, pages)
