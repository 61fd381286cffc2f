"""The day a sentence speaks of: now, another time, or nothing said.

A title is judged by the article's day only where the sentence does not speak of another. Holidays, lunar days, scores,
decimals, document numbers and roads give no day. Nothing here knows a fact of the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from leadercheck.days import DIGITS, NEAR, numbers
from leadercheck.patterns import pattern
from leadercheck.sentences import sentences

RUN: Final = timedelta(days=31)
"""A span of days around the article's day is now when it is no longer than this."""
OPENING: Final = 800
"""Code points of an article in which its running day is looked for."""


class When(Struct, frozen=True):
    """The time a sentence speaks of.

    Attributes:
        kind: "now" the publication time, "other" another time, "silent" nothing said.
        days: every calendar day resolved, in order of the text, without repeats; of a span its two ends. It can hold
            days when `kind` is silent: a long span that covers the article's day.
        reason: the cue as "sort: words", such as "day: 7/4", "word: khi đó", "year: 2019", "term: khóa xii"; "" for
            silent. The words are lower case.
    """

    kind: Literal["silent", "now", "other"]
    days: tuple[date, ...]
    reason: str


SILENT: Final = When("silent", (), "")
"""Nothing said."""

_PART = r"(?:rạng sáng|sáng sớm|sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya)"
_ONCE = (
    "là|làm|giữ|đảm|kinh|công tác|phục vụ|tham|nói|phát biểu|nêu|khẳng|nhấn|viết|đến|tới|về|thăm|gặp|tiếp|dự|có|được|bị|phụ"
    "|chỉ đạo|lãnh đạo|ký|yêu cầu|đề nghị|đề xuất|cho|chia sẻ|kể|căn dặn|dạy|học|sống|chiến đấu|trải|đứng|tuyên bố|cảnh báo"
    "|trả lời|chứng kiến|trao|nhận|đoạt|điều hành|kiêm|lên|nhiều lần|nhắc|bày tỏ|trực tiếp|cùng|xuất hiện|gọi|dẫn|mong|tâm sự"
    "|đặt|gửi|ghi|lập|chủ trì|giao|trình|thừa nhận|phân tích|gắn|đi|ở|tại"
)
"""Verbs before which "từng" means "formerly"; before a noun it counts off one by one ("từng việc")."""
_NEW_ERA = (
    "mới|hội nhập|phát triển|quá độ|đỉnh|cao điểm|kinh tế|đẩy mạnh|công nghiệp|hiện nay|này|nào|hoàng kim|vàng|quy hoạch"
    "|số|chuyển đổi|ổn định|hậu|tới|tiếp theo|hòa bình|hoà bình"
)
_DONE = (
    "ký|ban hành|có|đồng ý|yêu cầu|giao|chỉ đạo|phê duyệt|phê chuẩn|quyết định|trình|gửi|tiếp|dự|chủ trì|bổ nhiệm|công bố"
    "|thông báo|khai mạc|đến thăm|kiểm tra|tới|trao|làm việc"
)
_LEADERS = "(?:phó )?thủ tướng|(?:phó )?chủ tịch|tổng bí thư|tổng thống|(?:bộ|thứ) trưởng|(?:phó )?bí thư|trưởng ban|giám đốc"
_CUES: Final = (
    ("now", "sáng trưa chiều tối đêm hôm sớm khuya", r" nay"),
    ("now", "sáng trưa chiều tối đêm hôm", r" qua(?! lại| sông| cầu| đường)"),
    ("now", "ngày sáng trưa chiều tối đêm", r" mai"),
    ("now", "hôm", r" kia"),
    (
        "now",
        "hiện",
        r"(?<!\bthực hiện)(?<!\bthể hiện)(?<!\bxuất hiện) (?:nay|tại|là|đang|giữ|làm|công tác|đảm nhiệm|phụ trách)",
    ),
    ("now", "mới", r" đây"),
    ("now", "bây", r" giờ"),
    ("now", "tuần", r" (?:này|qua)"),
    ("now", "những", r" ngày (?:này|qua)"),
    ("now", "vừa", rf" (?:qua|(?:{_DONE})\b(?!.{{1,40}}\bvừa\b))"),
    ("past", "khi", r"(?<!\btrong khi) (?:đó|ấy)(?! sẽ| mới)"),
    ("past", "lúc hồi", r" (?:đó|ấy)(?! sẽ| mới)"),
    ("past", "thời giai", r" (?:đoạn |điểm |gian )?(?:đó|ấy)"),
    ("past", "hôm", r" (?:đó|ấy)"),
    ("past", "bấy", r" giờ"),
    ("past", "năm", r" (?:ấy|xưa|đó|ngoái)"),
    ("past", "ngày", r" (?:ấy|xưa)"),
    ("past", "trước", r" (?:đó|đây|kia|(?:khi )?(?:sáp nhập|hợp nhất|sắp xếp))"),
    ("past", "dưới", r" thời(?! tiết| gian| điểm)"),
    ("past", "sinh", r" thời"),
    ("past", "thuở kháng", r"(?:(?<=thuở)| chiến)"),
    ("past", "tiền", r" thân"),
    ("past", "cùng", r" năm"),
    ("past", "nay", r" là"),
    ("past", "khi lúc hồi", rf" (?:là|giữ chức|giữ cương vị|đương nhiệm|làm (?:{_LEADERS}))\b"),
    (
        "past",
        "trước",
        rf" khi (?:là|trở thành|giữ chức|được bầu|được bổ nhiệm|nhậm chức|làm (?:{_LEADERS}))\b",
    ),
    ("past", "còn", rf"(?<!\bmà còn)(?<!\bkhông còn) (?:là|làm|giữ chức) (?:{_LEADERS})\b"),
    (
        "past",
        "tháng năm",
        r"(?<!\bso với tháng)(?<!\bso với năm)(?<!\bcùng kỳ năm)(?<!\bcùng kỳ tháng) trước(?! mắt)",
    ),
    ("past", "cách", r" đây (?:[\w.,]+ ){1,4}?(?:năm|tháng|thập kỷ|thập niên|thế kỷ)"),
    ("past", "thập", r" (?:niên|kỷ) \d+"),
    ("past", "những", r" năm \d+"),
    ("past", "thế", r" kỷ (?:\d+|[xiv]+)"),
    ("past", "nhiệm", r" kỳ (?:trước|đầu|thứ nhất)"),
    ("past", "khi lúc hồi thời", r" còn (?:là|làm|sống|đương chức|giữ|tại chức|công tác|đảm nhiệm|trẻ)"),
    ("past", "thời", rf" (?:ông|bà|{_LEADERS})\b(?! gian)"),
    ("past", "thời", rf" k[ỳì]\b(?! (?:{_NEW_ERA})\b| \d)"),
    ("past", "từng", rf"(?= (?:{_ONCE})\b)"),
    ("past", "đã chưa", r" từng"),
    (
        "month",
        "hồi vào trong từ đầu giữa cuối",
        r" (?:đầu |giữa |cuối )?tháng \d{1,2}(?!\d*[/.-]\d| tới| này| sau| năm)",
    ),
    ("month", "tháng", r"(?<!\d tháng)(?<!rằm tháng) \d{1,2}(?!\d*[/.-]\d| tới| này| sau| năm)"),
    ("quarter", "quý quí", r" (?:iv|i{1,3})(?:/| năm )(?:1[89]|20)\d\d"),
    ("old", "cũ", r""),
    ("term", "khóa khoá", r" [ivx]{1,6}"),
)
"""Cues as (sort, first words, what follows); everything in lower case, whole words."""


_TAILS: Final[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}
for _sort, _heads, _rest in _CUES:
    _tail = pattern(rf"(?:{_rest})\b")
    for _head in _heads.split():
        _TAILS.setdefault(_head, []).append((_sort, _tail))
_HEAD: Final = pattern(rf"(?<!\w)(?:{'|'.join(_TAILS)})\b")


class _Cue(NamedTuple):
    """A cue in a sentence: its sort, where it begins, its words."""

    sort: str
    start: int
    words: str


def _cues(folded: str) -> Iterator[_Cue]:
    """The cues from left to right, none inside another; of each head only what follows it is looked at."""
    resume = 0
    for head in _HEAD.finditer(folded):
        start, end = head.span()
        if start < resume:
            continue
        for sort, tail in _TAILS[head[0]]:
            if found := tail.match(folded, end):
                resume = found.end()
                yield _Cue(sort, start, folded[start:resume])
                break


_OLD_PLACE = pattern(
    r"(?:[A-ZĐÂĂÊÔƠƯ]\w*|\b(?:tỉnh|huyện|quận|xã|phường|thành phố|thị xã|thị trấn|bộ|sở|ban|ngành|địa phương|nhiệm kỳ|khóa|"
    r"\d+)) \(?cũ\b|\(cũ\)"
)
_OLD_THERE = pattern(
    r"\b(?i:tại|ở|thuộc|địa bàn|khu vực|vùng|phía|về|đến|xuống|qua|từ|giữa|các xã)(?: (?:địa bàn|khu vực|tỉnh|thành phố|TP\.?|huyện|"
    r"quận|thị xã|xã|phường|vùng))* [A-ZĐÂĂÊÔƠƯ][\w.]*(?:(?: |, | và | - )[A-ZĐÂĂÊÔƠƯ][\w.]*){0,7} \(?cũ\b"
)
"""A place that was, as the place of an event: it tells nothing of the time."""
_JUST_BEFORE: Final = frozenset({"word: trước đó", "word: hôm đó"})
"""Beside a day of this week these are of this week."""
_HOME_PARTY = pattern(r"(?:trung ương|\btw\b|t\.ư|bộ chính trị|ban bí thư|\bđảng\b)[^;]{0,40}$")
_HOME_ASSEMBLY = pattern(r"quốc hội[^;]{0,40}$")
_LOCAL = pattern(r"(?:hđnd|hội đồng nhân dân|đảng bộ|tỉnh ủy|thành ủy|huyện ủy|tỉnh uỷ|thành uỷ)[^;]{0,40}$")
_QUARTERS: Final = ("i", "ii", "iii", "iv")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}


def when(text: str, start: int, end: int, on: date) -> When:
    """The time one sentence speaks of.

    A day without a year is the nearest one not after `on` + 7 days; one announced ("20/5 tới", "dự kiến ngày 20/5")
    is the next one. Days and years to come are plans and targets: who is to act then is named as he is now.

    Args:
        text: matched text: NFC, single blanks.
        start: first code point of the sentence.
        end: code point after it.
        on: the article's day, a calendar day in Việt Nam.
    """
    now, other, ahead, days = _read(text[start:end], on)
    if not (now or other or ahead or days):
        return SILENT
    if other and not (now.startswith("day:") and other in _JUST_BEFORE):
        return When("other", days, other)
    if now:
        return When("now", days, now)
    return When("silent", days, ahead)


def dateline(text: str, on: date) -> bool:
    """Whether the opening of an article says that its running story is of now.

    Read are the headline, the lead and three sentences more, within 800 code points.
    """
    cut = text.rfind(" ", 0, OPENING) if len(text) > OPENING else len(text)
    opening = text[: cut if cut > 0 else OPENING]
    left = 3
    for sentence in sentences(opening):
        if sentence.zone not in ("headline", "lead"):
            left -= 1
        if left < 0:
            return False
        if _read(opening[sentence.start : sentence.end], on)[0]:
            return True
    return False


def _read(sentence: str, on: date) -> tuple[str, str, str, tuple[date, ...]]:
    """First reason for now, for another time, for a time announced; and the days."""
    folded = sentence.lower()
    now = other = ahead = ""
    old: bool | None = None
    for cue in _cues(folded):
        sort = cue.sort
        if sort == "old" and old is None:
            old = _OLD_PLACE.search(_OLD_THERE.sub(" ", sentence)) is not None
        if sort == "now":
            if not now and not _is_worn(folded, cue):
                now = f"word: {cue.words}"
        elif not other and (
            sort == "past"
            or (sort == "old" and old)
            or (sort == "term" and _is_past_term(folded, cue, on))
            or (sort == "quarter" and _is_past_quarter(cue.words, on))
            or (sort == "month" and _is_past_month(int(cue.words.rpartition(" ")[2]), on))
        ):
            other = f"{'term' if sort == 'term' else 'word'}: {cue.words}"
    days: tuple[date, ...] = ()
    if DIGITS.search(folded):
        spans, past_year = numbers(folded, on)
        other = other or past_year
        days = tuple(dict.fromkeys(day for first, last, _ in spans for day in (first, last)))
        for first, last, words in spans:
            if first - NEAR <= on <= last + NEAR:
                if last - first <= RUN:
                    now = now or f"day: {words}"
            elif first > on:
                ahead = ahead or f"day: {words}"
            else:
                other = other or f"day: {words}"
    return now, other, ahead, days


def _is_worn(folded: str, cue: _Cue) -> bool:
    """Now-words in phrases that name no day: "nhiệm kỳ vừa qua", "có được như ngày hôm nay"."""
    before = folded[max(0, cue.start - 14) : cue.start]
    if cue.words == "vừa qua":
        return before.endswith(
            ("nhiệm kỳ ", "năm ", "khóa ", "thời gian ", "thời kỳ ", "chặng đường ", "giai đoạn ")
        )
    return cue.words == "hôm nay" and before.endswith(
        ("như ngày ", "như ", "được ngày ", "có ngày ", "ngày xưa và ")
    )


def _is_past_month(month: int, on: date) -> bool:
    """Whether the nearest month of that number ended more than a week before `on`."""
    if not 1 <= month <= 12:
        return False
    year = on.year if month <= on.month else on.year - 1
    following = date(year + month // 12, month % 12 + 1, 1)
    ahead = date(year + 1, month, 1) - on
    return following + NEAR <= on and on - following < ahead


def _is_past_quarter(words: str, on: date) -> bool:
    """Whether a quarter in Roman numbers ("quý I/2026") ended more than a week before `on`."""
    number = _QUARTERS.index(words.split()[1].partition("/")[0]) + 1
    year = int(words[-4:])
    return date(year + number // 4, number * 3 % 12 + 1, 1) + NEAR <= on


def _is_past_term(folded: str, cue: _Cue, on: date) -> bool:
    """Whether the term with this Roman number was over by `on`.

    Party congresses have met every fifth January since the XI (2011), the XII in 2016; National Assemblies have begun
    every fifth summer since the XIII (2011), and in April since the XVI (6/4/2026). Local terms are counted by each province for itself.
    """
    number = 0
    values = [_ROMAN[letter] for letter in cue.words.rpartition(" ")[2]]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        number += -value if value < following else value
    before = folded[max(0, cue.start - 60) : cue.start]
    party = _HOME_PARTY.search(before)
    assembly = _HOME_ASSEMBLY.search(before)
    if not party and not assembly and _LOCAL.search(before):
        return False
    party_over = (on.year, on.month) > (2016 + 5 * (number - 11), 2)
    assembly_over = (on.year, on.month) > (2016 + 5 * (number - 13), 4 if number >= 15 else 7)
    if assembly and (not party or assembly.start() > party.start()):
        return assembly_over
    return party_over if party else party_over and assembly_over
