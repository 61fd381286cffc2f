"""Attendance lists: who was there, in the order printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from leadercheck.sentences import Sentence
from leadercheck.spotting import Draft
from leadercheck.text import folded_pattern

_CUE: Final = folded_pattern(
    r"(?<!\w)(?P<cue>(?:cùng )?(?:tham dự|đến dự|tới dự|về dự|cùng dự|dự)(?: [\w,\-–/.]+){0,12}? (?:có|gồm)(?: các)?(?: đồng chí)?|"
    r"cùng dự|cùng tham dự|thành phần(?: tham)? dự(?: [\w,]+){0,6}? (?:có|gồm)|đoàn(?: [\w,]+){0,12}? (?:gồm|có)|"
    r"(?:vào|đến|tới) viếng(?: [\w,]+){0,8}? có|tham dự có|tới dự có|cùng đi có|cùng tiếp có)(?!\w)"
)
_ENOUGH: Final = 3
_ENOUGH_WITH_SEMICOLONS: Final = 2
_BREAK: Final = folded_pattern(
    r"(?<!\w)(?:phát biểu|cho biết|nhấn mạnh|khẳng định|đề nghị|yêu cầu|chỉ đạo|trao|chủ trì|báo cáo)(?!\w)"
)


class ListSpan(Struct, frozen=True):
    """A list in code points of the matched text; `items` are indexes of drafts."""

    start: int
    end: int
    cue: str
    items: tuple[int, ...]


def attendance(
    folded: str, bounds: Sequence[Sentence], drafts: Sequence[Draft], indexes: Sequence[int]
) -> list[ListSpan]:
    """Every attendance list: a cue, then three named persons or more (two where semicolons part them)."""
    by_sentence: dict[int, list[int]] = {}
    for number, index in enumerate(indexes):
        if drafts[number].name is not None:
            by_sentence.setdefault(index, []).append(number)
    found = []
    for index, numbers in by_sentence.items():
        if len(numbers) < _ENOUGH_WITH_SEMICOLONS:
            continue
        bound = bounds[index]
        cue = None
        for match in _CUE.finditer(folded, bound.start, drafts[numbers[-1]].start):
            cue = match
            break
        if cue is None:
            continue
        items: list[int] = []
        for number in numbers:
            draft = drafts[number]
            if draft.start < cue.end():
                continue
            if items and _BREAK.search(folded, drafts[items[-1]].end, draft.start):
                break
            items.append(number)
        if not items or drafts[items[0]].start - cue.end() > 120:
            continue
        between = folded[drafts[items[0]].start : drafts[items[-1]].end]
        if len(items) >= (_ENOUGH_WITH_SEMICOLONS if ";" in between else _ENOUGH):
            found.append(ListSpan(drafts[items[0]].start, drafts[items[-1]].end, cue["cue"], tuple(items)))
    return found
