"""The tables: precision, recall and F1 with their intervals, of each phenomenon, and what went wrong."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from reading_scores import Score, Tally
from shares import interval

MEASURES: Final = {
    "named": "named references, by the name's span",
    "named-whole": "named references, by the whole span",
    "leaders": "registered leaders named, right person",
    "linked-right": "  of those found and linked: right person",
    "later": "later references (“ông Chính”)",
    "later-person": "  of those found: right person or status",
    "title-only": "title-only references",
    "title-only-vn": "title-only, Vietnamese leaders, right person",
    "linking": "linking of found references, all statuses",
    "link-linked": "  marked linked: right person",
    "link-unknown": "  marked unknown",
    "link-foreign": "  marked foreign",
    "link-ambiguous": "  marked ambiguous",
    "not-mistaken": "unknown and foreign not taken for a leader",
    "titles": "titles attached to the right person",
    "frames": "titles in a frame of change or a genitive",
    "frame-kind": "  of those seen: which frame",
    "other-day": "titles of another day",
    "judged": "present-day pairs known to the day: judged",
    "not-called-no": "right text not called “no”",
    "wrong-seen": "wrong titles called “no”",
}
PAIRED: Final = frozenset(
    {
        "named",
        "named-whole",
        "leaders",
        "later",
        "title-only",
        "title-only-vn",
        "titles",
        "frames",
        "other-day",
    }
)
"""Measures with a precision and a recall; the others are shares."""
COLUMNS: Final = (
    "named",
    "leaders",
    "later",
    "title-only",
    "linking",
    "titles",
    "frames",
    "other-day",
    "judged",
)


def _share(right: int, of: int) -> str:
    if of == 0:
        return f"{'–':>28}"
    low, high = interval(right, of)
    return f"{right / of:6.3f} [{low:.3f}–{high:.3f}] {of:6}"


def show(title: str, tally: Tally, base: Tally | None) -> None:
    """Print the overall table, then F1 or share of each phenomenon and manner."""
    scores = tally.scores["all"]
    print(
        f"\n== {title}\n{'':46}{'precision or share, 95 %, n':>29}  {'recall, 95 %, n':>29}     F1  baseline P / R / F1"
    )
    for key, words in MEASURES.items():
        score = scores.get(key, Score())
        line = f"{words:46} {_share(score.right, score.claimed)}"
        if key in PAIRED:
            line += f"  {_share(score.right, score.wanted)}  {_number(score.f1)}"
        other = base.scores["all"].get(key) if base else None
        if other:
            line += f"{_number(_ratio(other.right, other.claimed)):>7} /{_number(_ratio(other.right, other.wanted))} /{_number(other.f1)}"
        print(line)
    print(f"\n{'F1, or share':24}" + "".join(f"{c:>16}" for c in COLUMNS) + f"{'baseline named':>16}")
    for group in sorted((g for g in tally.scores if g != "all"), key=lambda g: not g.startswith("[")):
        cells = []
        for column in COLUMNS:
            score = tally.scores[group].get(column, Score())
            n = score.wanted or score.claimed
            cells.append(f"{_number(score.f1)} ({n:3})" if n else "–")
        other = base.scores[group].get("named") if base else None
        print(
            f"{group:24}" + "".join(f"{c:>16}" for c in cells) + f"{_number(other.f1 if other else None):>16}"
        )


def _ratio(right: int, of: int) -> float | None:
    return right / of if of else None


def _number(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.3f}"


def show_misses(tally: Tally, limit: int) -> None:
    """Print up to `limit` cases of each measure that went wrong."""
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for miss in tally.misses:
        kinds[miss["measure"]].append(miss)
    for kind, misses in kinds.items():
        print(f"\n-- {kind}: {len(misses)}")
        for miss in misses[:limit]:
            print(f"[{miss['row'][:24]} {miss['on']}] {miss['what']}")
            if len(miss["text"]) <= 300:
                print(f"      … {miss['text']}".replace("\n", " / "))
