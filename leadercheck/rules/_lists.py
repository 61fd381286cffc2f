"""What the rules of order share: the fix that puts a list in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

from leadercheck.article import Article
from leadercheck.rule import Change, Remedy

_Ranked = TypeVar("_Ranked")


def in_order(
    printed: Sequence[_Ranked],
    is_behind: Callable[[_Ranked, _Ranked], bool],
    height: Callable[[_Ranked], tuple[int, ...]],
) -> list[_Ranked]:
    """The list with the one exchange of two that puts it right; where none or several do, sorted.

    `is_behind`: whether the first belongs behind the second. Ties stay as they are printed.
    """
    found = []
    for one, other in combinations(range(len(printed)), 2):
        if is_behind(printed[one], printed[other]):
            changed = list(printed)
            changed[one], changed[other] = changed[other], changed[one]
            if not any(is_behind(a, b) for a, b in combinations(changed, 2)):
                found.append(changed)
    return found[0] if len(found) == 1 else sorted(printed, key=height)


def reordered(article: Article, printed: Sequence[int], ordered: Sequence[int]) -> tuple[Remedy, ...]:
    """The fix that writes each mention where the order has it; what stands between them stays.

    None where one to be moved belongs to a row ("các Phó Thủ tướng: A, B"): what follows would lose its title.
    """
    source = article.text.source
    pairs = [(article.mentions[p], article.mentions[o]) for p, o in zip(printed, ordered, strict=True)]
    moved = [(a, b) for a, b in pairs if a is not b]
    heads = {t.start for m in article.mentions for t in m.titles if t.shared and t.start < m.start}
    for mention, _ in moved:
        for title in mention.titles:
            if title.start in heads or source.startswith(":", title.end):
                return ()
    changes = tuple(Change(a.start, a.end, source[b.start : b.end]) for a, b in moved)
    return (Remedy("Xếp lại danh sách", changes),)
