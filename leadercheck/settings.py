"""What the sentence around a reference says: the time it speaks of, whether it is of now, whether it is crime news."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from leadercheck.sentences import Sentence
from leadercheck.text import Text, folded_pattern
from leadercheck.verbs import ACTING
from leadercheck.when import When, dateline, when

CRIME: Final = folded_pattern(
    r"(?<!\w)(?:bị cáo|bị can|khởi tố|bắt tạm giam|bắt giam|bắt khẩn cấp|bắt quả tang|bị bắt|bắt giữ|bắt (?:ông|bà|anh|chị|kẻ|nhóm)|giả danh|"
    r"truy tố|tuyên án|hầu tòa|tạm giam|phạm nhân|nghi phạm|nghi can|lãnh án|tù giam|năm tù|chiếm đoạt|lừa đảo|nhận hối lộ|"
    r"đưa hối lộ|truy nã)(?!\w)"
)
QUIET: Final = frozenset({"credit", "aside"})
"""Zones whose titles are not asserted of anybody: signatures, bylines, tags, related headlines."""

_ONCE: Final = ("word: từng", "word: đã từng")
_BEFORE: Final = 60
_BESIDE: Final = 1_000
"""So far on either side of a term its sentence is read once more: an endless line may have many terms."""


class Setting(Struct, frozen=True):
    """A sentence as a setting.

    Attributes:
        when: the time spoken of, the headline's where the sentence says nothing and the headline is of another time.
        crime: words of crime in the sentence or the headline.
        now: the sentence shows now: a day, a word, or an acting verb in headline or lead.
        running: it shows nothing, but it acts, and the article is dated now at its opening.
    """

    when: When
    crime: bool
    now: bool
    running: bool


def settings(
    text: Text, bounds: Sequence[Sentence], places: Sequence[tuple[int, int]], on: date
) -> list[Setting]:
    """One setting a reference; `places` are (index of the sentence, first code point of the reference)."""
    if not places:
        return []
    known: dict[int, Setting] = {}
    headline = bounds[0] if bounds[0].zone == "headline" else None
    crime = headline is not None and CRIME.search(text.folded, headline.start, headline.end) is not None
    heading = when(text.matched, headline.start, headline.end, on) if headline else None
    running = cache(lambda: dateline(text.matched, on))
    found = []
    for index, start in places:
        if index not in known:
            known[index] = _setting(text, bounds[index], on, heading=heading, crime=crime, running=running)
        setting = known[index]
        if setting.when.kind == "other":
            setting = _beside(text, bounds[index], on, start, setting)
        if text.folded.endswith("theo ", 0, start) and setting.when.kind == "silent":
            first = bounds[index].zone in ("headline", "lead")
            setting = replace(setting, now=first, running=running())
        found.append(setting)
    return found


_ONCE_ASIDE: Final = folded_pattern(r", (?:người |vốn |cũng |là người )?(?:đã |cũng )?từng [^,.;]{0,200}")
_OPENING: Final = folded_pattern(
    r"(?:^|[.,;:(] ?)(?P<time>(?:vào )?(?:lúc |hôm )?(?:rạng sáng|sáng|trưa|chiều|tối|đêm|khuya|ngày|hôm)(?: [^,;:]{1,40})?), $"
)


def _beside(text: Text, bound: Sentence, on: date, start: int, setting: Setting) -> Setting:
    """The setting of a reference that its own words put into now, though the sentence names another time as well.

    "Sáng 9/1, Thủ tướng X … đầu tư công năm 2025", "Bộ trưởng X, người từng là …, nói".
    """
    first = max(bound.start, start - _BEFORE)
    opening = _OPENING.search(text.folded[first:start])
    if opening:
        # Nothing before the day, and nothing in the reference, may tell of another time.
        since, until = max(bound.start, start - _BESIDE), min(bound.end, start + _BEFORE)
        spoken = when(text.matched, since, until, on)
        if spoken.kind == "now":
            return replace(setting, when=spoken, now=True)
    aside = (
        _ONCE_ASIDE.search(text.folded, start, min(bound.end, start + _BESIDE))
        if setting.when.reason in _ONCE
        else None
    )
    if aside is None:
        return setting
    last = min(bound.end, aside.end() + _BESIDE)
    begin = max(bound.start, aside.start() - _BESIDE)
    sentence = text.matched[begin : aside.start()] + text.matched[aside.end() : last]
    spoken = when(sentence, 0, len(sentence), on)
    return replace(setting, when=spoken, now=spoken.kind == "now") if spoken.kind != "other" else setting


def is_now_without(text: Text, bound: Sentence, on: date, start: int, end: int) -> bool:
    """Whether a sentence speaks of now, its words from `start` to `end` left aside."""
    first, last = max(bound.start, start - _BESIDE), min(bound.end, end + _BESIDE)
    sentence = text.matched[first:start] + " " * (end - start) + text.matched[end:last]
    spoken = when(sentence, 0, len(sentence), on)
    acts = spoken.kind == "silent" and ACTING.search(text.folded, first, last) is not None
    return spoken.kind == "now" or (acts and bound.zone in ("headline", "lead"))


def _setting(
    text: Text, bound: Sentence, on: date, *, heading: When | None, crime: bool, running: Callable[[], bool]
) -> Setting:
    """The setting one sentence makes; whether the story runs is asked only where that tells."""
    spoken = when(text.matched, bound.start, bound.end, on)
    if spoken.kind == "silent" and heading is not None and heading.kind == "other" and not running():
        spoken = When("other", spoken.days or heading.days, f"heading: {heading.reason}")
    acts = spoken.kind == "silent" and (
        ACTING.search(text.folded, bound.start, bound.end) is not None
        or (bound.zone == "headline" and ": " in text.matched[bound.start : bound.end])
    )
    return Setting(
        when=spoken,
        crime=crime or CRIME.search(text.folded, bound.start, bound.end) is not None,
        now=spoken.kind == "now" or (acts and bound.zone in ("headline", "lead")),
        running=acts and running(),
    )
