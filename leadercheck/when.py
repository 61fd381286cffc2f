"""The day a sentence speaks of: now, another time, or nothing said.

A title is judged by the article's day only where the sentence does not speak of another. Holidays, lunar days, scores,
decimals, document numbers and roads give no day. Nothing here knows a fact of the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from leadercheck.sentences import sentences

NEAR: Final = timedelta(days=7)
"""A day this far from the article's day is still its news."""
RUN: Final = timedelta(days=31)
"""A span of days around the article's day is now when it is no longer than this."""
OPENING: Final = 800
"""Code points of an article in which its running day is looked for."""


@dataclass(frozen=True, slots=True)
class When:
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


_SILENT: Final = When("silent", (), "")

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
_LEADERS = "thủ tướng|chủ tịch|tổng bí thư|tổng thống|bộ trưởng|bí thư"
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
    ("past", "khi", r"(?<!\btrong khi) (?:đó|ấy)"),
    ("past", "lúc hồi", r" (?:đó|ấy)"),
    ("past", "thời giai", r" (?:đoạn |điểm )?(?:đó|ấy)"),
    ("past", "bấy", r" giờ"),
    ("past", "năm", r" (?:ấy|xưa|đó|ngoái|trước)"),
    ("past", "ngày", r" (?:ấy|xưa)"),
    ("past", "trước", r" (?:đó|đây|kia|(?:khi )?(?:sáp nhập|hợp nhất|sắp xếp))"),
    ("past", "dưới", r" thời"),
    ("past", "sinh", r" thời"),
    ("past", "thuở kháng", r"(?:(?<=thuở)| chiến)"),
    ("past", "tiền", r" thân"),
    ("past", "cùng", r" năm"),
    ("past", "nay", r" là"),
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
    ("month", "hồi vào", r" (?:đầu |giữa |cuối )?tháng \d{1,2}(?!\d*[/.-]\d| tới| này| sau| năm)"),
    ("old", "cũ", r""),
    ("term", "khóa khoá", r" [ivx]{1,6}"),
)
"""Cues as (sort, first words, what follows); everything in lower case, whole words."""


def _compile(cues: tuple[tuple[str, str, str], ...]) -> re.Pattern[str]:
    """One pattern over all cues; `re` skips fast to the first letters of a choice only if each begins with one."""
    letters: dict[str, dict[str, list[str]]] = {}
    for sort, heads, rest in cues:
        for head in heads.split():
            letters.setdefault(head[0], {}).setdefault(sort, []).append(f"{head[1:]}{rest}")
    choices = []
    for letter, sorts in letters.items():
        groups = (f"(?P<{sort}_{letter}>{'|'.join(tails)})" for sort, tails in sorts.items())
        choices.append(rf"{letter}(?<!\w\w)(?:{'|'.join(groups)})\b")
    return re.compile("|".join(choices))


_CUE: Final = _compile(_CUES)

_YEAR = r"(?:1[89]|20)\d\d"
_LIST = r"\d{1,2}(?:, ?| và (?:ngày )?| (?:đến|tới) (?:hết )?(?:ngày )?)"
_NUMBER = re.compile(
    r"(?<![\w/])(?<!\d[.,])(?:"
    rf"(?P<first>{_YEAR}) ?(?:[-–—]|đến|tới|đến năm) ?(?P<last>{_YEAR})(?![\w/])"
    rf"|(?P<month>\d{{1,2}})(?:[/.-]| năm )(?P<month_year>{_YEAR})(?![\w/]|[.-]\w)"
    rf"|(?:(?P<from>\d{{1,2}}) ?[-–—] ?(?=\d{{1,2}}(?:[/.]|\ tháng\ )\d)|(?P<list>(?:{_LIST}){{1,6}}))?"
    r"(?P<d>\d{1,2})(?:(?P<sign>[/.-])(?P<m>\d{1,2})(?:(?P=sign)(?P<y>\d{4}|\d\d))?| tháng (?P<word>\d{1,2}))"
    rf"(?:,? năm (?P<named>{_YEAR}))?(?![\w/%]|[.,]\d|-[a-zđ])"
    rf"|(?P<year>{_YEAR})(?![\w/%]|[.,]\d)"
    r")"
)
_DIGITS = re.compile(r"\d+")
_SPLIT = re.compile(r"\d{1,2}")
_RANGE = re.compile(r"đến|tới|[-–—]")

_DAY_WORD = re.compile(
    rf"(?:\b(?:ngày|{_PART}|hôm|nay|qua|mai|kia|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật))(?: lịch)?,? ?\(?$"
)
_DAY_PART = re.compile(rf"\b(?:{_PART}|hôm|nay|qua|mai)(?: ngày)?,? ?\(?$")
_EDGE_WORD = re.compile(r"\b(?:từ|đến|tới|trước|sau|vào)(?: hết| khoảng)? $")
_EDGE_AFTER = re.compile(r" ?(?:$|[,.;:)\"”!?–—]|đến\b|tới\b|trở\b)")
_SLASH_WORD = re.compile(
    r"(?:^|[(,;:.–—|-] ?|\b(?:từ|đến|tới|trước|sau|vào|hết|khoảng|trong|đợt|lúc|khai mạc|diễn ra|kể từ|họp|tin|mạc|việc"
    r"|chức|hội|bố|biết|thảo|mạng|tính|cho|mốc|của|số ra|và|nội|hcm|nam|ra|dịch|nhanh|tuần|sang) ?)$"
)
_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:số|đường|phố|ngõ|ngách|hẻm|kiệt|nhà|tổ|ấp|thửa|quốc lộ|ql|tỉnh lộ|quảng trường|công viên|bệnh viện|trường|cầu|"
    r"đại lộ|chung cư|lô|tờ|khóm|xóm|km|thắng|thua|hòa|tỷ số|tỉ số|dẫn|chiếm|khoảng|hơn|gần|đạt|vượt|ít nhất|"
    r"tối thiểu|quá|bằng|tới hơn|còn|chỉ|nghị quyết|chỉ thị|quyết định|thông tư|nghị định|luật|kết luận|văn bản|"
    r"phong trào|lễ|tết|khánh|dịp|giỗ tổ|hùng vương|mùng|mồng|rằm|giai đoạn|vòng|phiên bản|cấp) |[#@$€])\(?$"
)
_LUNAR_AFTER = re.compile(r"\)?,? ?\(?(?:năm [\w ]{1,14})?(?:âm lịch|\(?al\)|âl\b)|,? tết\b")
_LUNAR_BEFORE = re.compile(r"\b(?:mùng|mồng|rằm|giỗ tổ(?: hùng vương)?)(?: \(?(?:ngày )?)?$")
_UNIT_AFTER = re.compile(
    r" ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|vạn|độ|điểm|km|cm|mm|m2|m²|ha|kg|tấn|usd|đồng|giờ|phút|phiếu|số|dân|diện tích|"
    r"tổng|thành viên|đại biểu|ủy viên|uỷ viên|người|tỉnh|xã|phường|huyện|quận|địa phương|chỉ tiêu|nước|ý kiến|quân|"
    r"hộ|học|lượng|giá|ngày|tháng|chặng|trận|lần|câu|bang|ghế|quốc gia|richter|inch|lít|ml|chiều|phần|năm\b(?! \d))"
)
_MEASURE_AFTER = re.compile(
    r" ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|độ|điểm|km|kg|tấn|usd|đồng|giờ|tiếng|phút|lần|viên|bữa|ly|cốc|lít|chuyến|ca|trận|quả"
    r"|mũi|câu|bài|inch|richter|m2|m²)(?!\w)"
)
_HOLIDAYS: Final = frozenset(
    (
        *(
            (1, 1),
            (3, 2),
            (27, 2),
            (8, 3),
            (26, 3),
            (30, 4),
            (1, 5),
            (7, 5),
            (15, 5),
            (19, 5),
            (1, 6),
            (5, 6),
            (21, 6),
        ),
        *(
            (28, 6),
            (27, 7),
            (28, 7),
            (19, 8),
            (2, 9),
            (10, 10),
            (13, 10),
            (20, 10),
            (9, 11),
            (18, 11),
            (20, 11),
        ),
        *((19, 12), (22, 12), (10, 3)),
    )
)
"""Days of the year that names are made of: holidays, anniversaries, streets, hospitals."""
_HOLIDAY_BEFORE = re.compile(
    r"(?:quốc khánh|\blễ|nghỉ|dịp|kỷ niệm|kỉ niệm|chào mừng|hướng tới|mừng|thương binh|cách mạng|giải phóng|thống nhất|"
    r"lao động|phụ nữ|nhà giáo|thầy thuốc|thiếu nhi|báo chí|gia đình|thành lập|ngày hội|truyền thống|giỗ tổ|nhân ngày|"
    r"phong trào|quảng trường|công viên|bệnh viện|đường|phố|cầu|trường)[^.;]{0,28}$"
)
_HOLIDAY_AFTER = re.compile(
    r"\)?,? ?(?:quốc khánh|là ngày|ngày (?:quốc|giải|thương|thầy|nhà|phụ)|năm nay|hằng năm|hàng năm|[-–—,và ]{1,4}1[/.-]5\b)"
)
_COMMEMORATION = re.compile(r"(?:kỷ niệm|kỉ niệm|ngày sinh|năm sinh|ngày mất|ngày giỗ)[^.;]{0,90}$")
_SUFFIX = re.compile(r"\)?,? ?(?P<soon>(?:sắp )?tới\b|sắp đến)|\)? (?:năm (?P<year>nay|ngoái|trước))\b")
_AHEAD = re.compile(r"\bdự kiến[^.;,]{0,30}$")
_DEADLINE = re.compile(
    r"\b(?:chậm nhất|muộn nhất|hạn chót|hạn cuối)[^.;,]{0,30}$|\b(?:trước|hết|đến hết)(?: hết)?(?: ngày)? $"
)
"""A day by which something is to be done is not the day spoken of."""
_CONNECTOR = re.compile(
    rf"\)?(?:,? (?:và|hoặc|đến|tới|đến hết)|,|;| ?[-–—]| &| rạng)? ?(?:{_PART} )?(?:ngày )?\(?$"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:năm|hồi|tháng \d{1,2},?|(?:quý|quí) [ivx\d]+,?|đầu|cuối|giữa|mùa (?:xuân|hè|hạ|thu|đông)|khoảng|tết|nhóm)|\() ?$"
)
_YEAR_EDGE = re.compile(r"\b(?:từ|đến|tới|trước|sau|kể từ) $")
_YEAR_EDGE_AFTER = re.compile(r" ?(?:$|[,.;:)–—-]|đến\b|tới\b|trở\b)")
_NO_YEAR_BEFORE = re.compile(
    r"\b(?:sinh năm|sinh|sn|s\.n|(?:luật|hiến pháp|công ước|hiệp định|hiệp ước|nghị định thư|pháp lệnh|tuyên bố|tuyên ngôn"
    r"|tầm nhìn|kế hoạch|quy hoạch|chiến lược|chương trình|đề án|mục tiêu|hiến chương|bộ quy tắc)\b[^,;.()]{0,60}) ?(?:năm |\()?$"
)
_OLD_PLACE = re.compile(
    r"(?:[A-ZĐÂĂÊÔƠƯ]\w*|\b(?:tỉnh|huyện|quận|xã|phường|thành phố|thị xã|thị trấn|bộ|sở|ban|ngành|địa phương|nhiệm kỳ|khóa|"
    r"\d+)) \(?cũ\b|\(cũ\)"
)
_HOME_PARTY = re.compile(r"(?:trung ương|\btw\b|t\.ư|bộ chính trị|ban bí thư|\bđảng\b)[^;]{0,40}$")
_HOME_ASSEMBLY = re.compile(r"quốc hội[^;]{0,40}$")
_LOCAL = re.compile(
    r"(?:hđnd|hội đồng nhân dân|đảng bộ|tỉnh ủy|thành ủy|huyện ủy|tỉnh uỷ|thành uỷ)[^;]{0,40}$"
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}


def when(text: str, start: int, end: int, on: date) -> When:
    """The time one sentence speaks of.

    A day without a year is the nearest one not after `on` + 7 days; one announced ("20/5 tới", "dự kiến ngày 20/5")
    is the next one. Years after `on` are targets ("đến năm 2030"), not the time spoken of.

    Args:
        text: matched text: NFC, single blanks.
        start: first code point of the sentence.
        end: code point after it.
        on: the article's day, a calendar day in Việt Nam.
    """
    now, other, ahead, days = _read(text[start:end], on)
    if not (now or other or ahead or days):
        return _SILENT
    if other:
        return When("other", days, other)
    if now:
        return When("now", days, now)
    if ahead:
        return When("other", days, ahead)
    return When("silent", days, "")


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
    for cue in _CUE.finditer(folded):
        sort = (cue.lastgroup or "").partition("_")[0]
        if sort == "now":
            if not now and not _is_worn(folded, cue):
                now = f"word: {cue[0]}"
        elif not other and (
            sort == "past"
            or (sort == "old" and _OLD_PLACE.search(sentence) is not None)
            or (sort == "term" and _is_past_term(folded, cue, on))
            or (sort == "month" and _is_past_month(int(cue[0].rpartition(" ")[2]), on))
        ):
            other = f"{'term' if sort == 'term' else 'word'}: {cue[0]}"
    days: tuple[date, ...] = ()
    if _DIGITS.search(folded):
        spans, past_year = _numbers(folded, on)
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


def _is_worn(folded: str, cue: re.Match[str]) -> bool:
    """Now-words in phrases that name no day: "nhiệm kỳ vừa qua", "có được như ngày hôm nay"."""
    before = folded[max(0, cue.start() - 14) : cue.start()]
    if cue[0] == "vừa qua":
        return before.endswith(
            ("nhiệm kỳ ", "năm ", "khóa ", "thời gian ", "thời kỳ ", "chặng đường ", "giai đoạn ")
        )
    return cue[0] == "hôm nay" and before.endswith(
        ("như ngày ", "như ", "được ngày ", "có ngày ", "ngày xưa và ")
    )


def _is_past_month(month: int, on: date) -> bool:
    """Whether the last month of that number ended more than a week before `on`."""
    if not 1 <= month <= 12:
        return False
    year = on.year if month <= on.month else on.year - 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return following + NEAR <= on


def _is_past_term(folded: str, cue: re.Match[str], on: date) -> bool:
    """Whether the term with this Roman number was over by `on`.

    Party congresses have met every fifth January since the XI (2011), the XII in 2016; National Assemblies have begun
    every fifth summer since the XIII (2011), the XIV in 2016. Local terms are counted by each province for itself.
    """
    number = 0
    values = [_ROMAN[letter] for letter in cue[0].rpartition(" ")[2]]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        number += -value if value < following else value
    before = folded[max(0, cue.start() - 60) : cue.start()]
    party = _HOME_PARTY.search(before)
    assembly = _HOME_ASSEMBLY.search(before)
    if not party and not assembly and _LOCAL.search(before):
        return False
    party_over = (on.year, on.month) > (2016 + 5 * (number - 11), 2)
    assembly_over = (on.year, on.month) > (2016 + 5 * (number - 13), 7)
    if assembly and (not party or assembly.start() > party.start()):
        return assembly_over
    return party_over if party else party_over and assembly_over


def _numbers(folded: str, on: date) -> tuple[list[tuple[date, date, str]], str]:
    """The days of a sentence as (first, last, words), and the first reason that a year gives for another time."""
    spans: list[tuple[date, date, str]] = []
    other = ""
    end = -1
    """Where the last accepted day ended: a bare number joined to it is a day too."""
    read = 0
    for digit in _DIGITS.finditer(folded):
        number = _NUMBER.match(folded, digit.start()) if digit.start() >= read else None
        if number is None:
            continue
        read = number.end()
        words = number[0]
        if number["first"]:
            if int(number["last"]) < on.year and not _COMMEMORATION.search(folded, 0, number.start()):
                other = other or f"year: {words}"
        elif number["year"]:
            if int(number["year"]) < on.year and _is_year(folded, number):
                other = other or f"year: {words}"
        elif number["month_year"]:
            if _is_month_year(folded, number) and _is_over(
                int(number["month"]), int(number["month_year"]), on
            ):
                other = other or f"month: {words}"
        else:
            joined = end >= 0 and _CONNECTOR.match(folded[end : number.start()]) is not None
            found = list(_days(folded, number, on, joined=joined))
            if not found:
                continue
            if joined and spans and _RANGE.search(folded, end, number.start()):
                span = _join(spans, found[0])
                if span is None:
                    spans.pop()
                    continue
                spans[-1] = span
                found = found[1:]
            spans.extend(found)
            end = number.end()
    return spans, other


def _join(spans: list[tuple[date, date, str]], last: tuple[date, date, str]) -> tuple[date, date, str] | None:
    """One span from the last one found to `last`; None when it is an anniversary ("2/9/1945 - 2/9/2025")."""
    first, _, words = spans[-1]
    to = last[1]
    if (first.day, first.month) == (to.day, to.month) and first.year != to.year:
        return None
    if first > to:
        moved = _dated(first.day, first.month, to.year) or first
        first = moved if moved <= to else _dated(first.day, first.month, to.year - 1) or to
    return min(first, to), to, f"{words} - {last[2]}"


def _days(folded: str, number: re.Match[str], on: date, *, joined: bool) -> Iterator[tuple[date, date, str]]:
    """The days one number gives: none, one, or those of a list or span before the month ("6, 7 và 8/4", "6-8/4")."""
    month = int(number["m"] or number["word"])
    day = int(number["d"])
    year_text = number["y"] or number["named"]
    begin = number.start()
    heads: list[int] = []
    if number["from"] or number["list"]:
        before = folded[max(0, begin - 24) : begin]
        if joined or _DAY_WORD.search(before) or _EDGE_WORD.search(before) or before.endswith("("):
            heads = [int(head) for head in _SPLIT.findall(folded[begin : number.start("d")])]
        else:
            begin = number.start("d")
    if not _is_day(folded, number, begin, joined=joined or begin > number.start()):
        return
    after = folded[number.end() : number.end() + 24]
    suffix = _SUFFIX.match(after)
    if not year_text and _DEADLINE.search(folded[max(0, begin - 60) : begin]) and _is_ahead(day, month, on):
        return
    resolved: date | None
    if year_text:
        year = int(year_text)
        if year < 100:
            year += 2000 if year <= on.year % 100 + 1 else 1900
        resolved = _dated(day, month, year)
    elif suffix and suffix["year"]:
        resolved = _dated(day, month, on.year - (suffix["year"] != "nay"))
    elif (suffix and suffix["soon"]) or _AHEAD.search(folded[max(0, begin - 70) : begin]):
        resolved = _dated(day, month, on.year)
        if resolved is None or resolved < on - NEAR:
            resolved = _dated(day, month, on.year + 1)
    else:
        resolved = _nearest(day, month, on)
    if resolved is None:
        return
    words = folded[begin : number.end()]
    ranged = bool(heads) and _RANGE.search(folded, begin, number.start("d")) is not None
    earlier: list[date] = []
    for head in heads:
        same = _dated(head, month, resolved.year)
        if same is not None and same <= resolved:
            earlier.append(same)
    if ranged and earlier:
        yield earlier[0], resolved, words
        return
    for same in earlier:
        yield same, same, words
    yield resolved, resolved, words


def _is_day(folded: str, number: re.Match[str], begin: int, *, joined: bool) -> bool:
    """Whether a day and a month are meant, not a score, a share, an address, a document, a holiday or a lunar day."""
    after = folded[number.end() : number.end() + 30]
    before = folded[max(0, begin - 60) : begin]
    if _LUNAR_AFTER.match(after) or _LUNAR_BEFORE.search(before):
        return False
    year = number["y"] or number["named"]
    if _DAY_WORD.search(before):
        meant = bool(year) or (not _MEASURE_AFTER.match(after) and not before.endswith("mỗi ngày "))
    elif _NO_DAY_BEFORE.search(before):
        meant = False
    elif year and len(year) == 4:
        meant = True
    elif number["sign"] is None:
        meant = joined
    else:
        meant = not _UNIT_AFTER.match(after) and _is_placed(number["sign"], before, after, joined=joined)
    if not meant:
        return False
    if _DAY_PART.search(before):
        return True
    if _COMMEMORATION.search(folded[max(0, begin - 120) : begin]):
        return False
    if year or (int(number["d"]), int(number["m"] or number["word"])) not in _HOLIDAYS:
        return True
    return not (_HOLIDAY_BEFORE.search(before) or _HOLIDAY_AFTER.match(after))


def _is_placed(sign: str, before: str, after: str, *, joined: bool) -> bool:
    """Whether d/m, d.m or d-m without a word for a day stands where a day stands."""
    if joined and not after.startswith("-"):
        return True
    if sign == "/":
        return _SLASH_WORD.search(before) is not None
    if sign == ".":
        return _EDGE_WORD.search(before) is not None or (before.endswith("(") and after[:1] in (")", ","))
    return _EDGE_WORD.search(before) is not None and _EDGE_AFTER.match(after) is not None


def _is_year(folded: str, number: re.Match[str]) -> bool:
    """Whether a bare year is a time, not a birth, a law, a plan or the name of an event."""
    before = folded[max(0, number.start() - 90) : number.start()]
    if _NO_YEAR_BEFORE.search(before) or _COMMEMORATION.search(before):
        return False
    if _YEAR_BEFORE.search(before):
        return True
    return _YEAR_EDGE.search(before) is not None and _YEAR_EDGE_AFTER.match(folded, number.end()) is not None


def _is_month_year(folded: str, number: re.Match[str]) -> bool:
    between = folded[number.end("month")]
    before = folded[max(0, number.start() - 24) : number.start()]
    if _NO_DAY_BEFORE.search(before):
        return False
    return between == "/" or before.endswith(("tháng ", "quý ", "quí "))


def _is_over(month: int, year: int, on: date) -> bool:
    """Whether a month, or a quarter told by its number, ended more than a week before `on`."""
    if not 1 <= month <= 12:
        return False
    return date(year + month // 12, month % 12 + 1, 1) + NEAR <= on


def _dated(day: int, month: int, year: int) -> date | None:
    if not 1800 <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_ahead(day: int, month: int, on: date) -> bool:
    """Whether the nearest such day, before or after, is after `on`."""
    near = [d for year in (on.year - 1, on.year, on.year + 1) if (d := _dated(day, month, year))]
    return bool(near) and min(near, key=lambda d: abs(d - on)) > on


def _nearest(day: int, month: int, on: date) -> date | None:
    """The latest such day not after `on` + 7 days, at most a year back."""
    limit = on.toordinal() + NEAR.days
    for year in (on.year + 1, on.year, on.year - 1):
        found = _dated(day, month, year)
        if found is not None and found.toordinal() <= limit:
            return found
    return None
