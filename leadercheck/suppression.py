"""Places where somebody decided that a rule keeps silent, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date

from msgspec import Struct

from leadercheck.document import Source


class Suppression(Struct, frozen=True):
    """A stretch of text in which rules keep silent.

    Attributes:
        start: first code point of the caller's string; of its part, where `part` is given.
        end: code point after the last. A finding that touches the stretch is left out.
        rules: ids of the rules; () means all.
        reason: why, for those who read it later.
        until: last day of publication it works for; None is for ever.
        part: id of the document's part; places of a document without it are those of its parts joined by an
            empty line.
        line: where the order stands, for what is told of it; None counts the lines of the text.
    """

    start: int
    end: int
    rules: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    part: str | None = None
    line: int | None = None


class Orders(Struct, frozen=True):
    """A source as it is read, its comments blanked, and what they say; places of the joined text.

    `places` say where each suppression was written; `problems` are orders nobody understands, with their place.
    """

    source: Source
    suppressions: tuple[Suppression, ...] = ()
    places: tuple[int, ...] = ()
    problems: tuple[tuple[int, str], ...] = ()


class Silence:
    """What the suppressions of one text leave out, and which of them did; lives as long as one check."""

    def __init__(self, orders: Orders, on: date) -> None:
        """The suppressions as of the day of publication."""
        self._orders = orders
        self._expired = [s.until is not None and on > s.until for s in orders.suppressions]
        self._used: list[set[str]] = [set() for _ in orders.suppressions]

    def covers(self, rule: str, start: int, end: int) -> bool:
        """Whether a finding at this place of the joined text is left out."""
        covered = False
        for one, expired, used in zip(self._orders.suppressions, self._expired, self._used, strict=True):
            if one.start < end and start < one.end and (not one.rules or rule in one.rules):
                used.add(rule)
                covered = covered or not expired
        return covered

    def notices(
        self, known: Collection[str], run: Collection[str], line: Callable[[int], int]
    ) -> Iterator[str]:
        """What is wrong with them: not understood, of an unknown rule, past their day, without effect.

        Args:
            known: the ids of all rules.
            run: the ids of those that were run; of others nothing is said.
            line: gives the line of a place of the joined text.
        """
        for place, words in self._orders.problems:
            yield f"Dòng {line(place)}: {words}"
        for one, place, expired, used in zip(
            self._orders.suppressions, self._orders.places, self._expired, self._used, strict=True
        ):
            where = f"Dòng {one.line or line(place)}: lệnh bỏ qua"
            for rule in (rule for rule in one.rules if rule not in known):
                yield f"{where} nêu {rule}, không phải là mã quy tắc; xem `leadercheck rules`."
            if expired and one.until:
                told = ", ".join(one.rules) or "mọi quy tắc"
                day = f"{one.until.day}/{one.until.month}/{one.until.year}"
                yield f"{where} {told} hết hạn ngày {day}, không còn tác dụng."
                continue
            idle = [rule for rule in one.rules if rule in run and rule not in used]
            if idle or not (one.rules or used):
                yield f"{where} {', '.join(idle) or 'mọi quy tắc'} không che phát hiện nào; nên xóa."
