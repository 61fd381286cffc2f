"""One slip gives one finding, and one place too: what several rules say of it comes to the one that says most."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import Final

from leadercheck.rule import Flag, Rule, Severity

ARBITRATION: Final = ("N001", "T005", "T006", "T009", "T010", "T004", "T002", "T003", "T001", "T015")
"""One slip gives one finding: per mention and title the first of these speaks, the others become its evidence."""
SLIPS_OF_NAMES: Final = frozenset({"N001", "N002", "N004"})
"""Where a name is a slip for the holder's, nothing is said of its titles."""
_LEVELS: Final = tuple(Severity)
LISTS: Final = frozenset({"order-not-kept"})
"""Names of rules that, like all of order (O), mark a stretch of many references: they may hold other findings."""


def arbitrated(flags: Sequence[tuple[Rule, Flag]]) -> list[tuple[Rule, Flag]]:
    """One finding a slip, and no two that overlap unless one is of a list."""
    best: dict[tuple[int | None, int], tuple[int, Rule, Flag]] = {}
    free = []
    misspelt = {flag.mention for rule, flag in flags if rule.id in SLIPS_OF_NAMES}
    for rule, flag in flags:
        if rule.id not in ARBITRATION:
            free.append((rule, flag))
            continue
        if rule.id not in SLIPS_OF_NAMES and flag.mention in misspelt:
            continue
        key = flag.mention, flag.start
        rank = ARBITRATION.index(rule.id)
        if key not in best or rank < best[key][0]:
            best[key] = rank, rule, flag
    return _apart([*free, *((rule, flag) for _, rule, flag in best.values())])


def _apart(flags: Sequence[tuple[Rule, Flag]]) -> list[tuple[Rule, Flag]]:
    """Without flags that overlap a louder one, or one of a rule that goes before."""
    if len(flags) < 2:
        return list(flags)
    kept: list[tuple[Rule, Flag]] = []
    taken: list[tuple[int, int]] = []
    for rule, flag in sorted(flags, key=_weight):
        if rule.id[0] == "O" or rule.name in LISTS:
            kept.append((rule, flag))
            continue
        index = bisect_left(taken, (flag.start, flag.start))
        before = taken[index - 1][1] if index else 0
        after = taken[index][0] if index < len(taken) else flag.end
        if before <= flag.start and flag.end <= after:
            insort(taken, (flag.start, flag.end))
            kept.append((rule, flag))
    return kept


def _weight(item: tuple[Rule, Flag]) -> tuple[int, int, int, int, str]:
    """What goes before: louder, earlier in the arbitration, no taste of a house, earlier in the text, longer."""
    rule, flag = item
    rank = ARBITRATION.index(rule.id) if rule.id in ARBITRATION else len(ARBITRATION) + (not rule.default)
    return _LEVELS.index(flag.severity), rank, flag.start, -flag.end, rule.id
