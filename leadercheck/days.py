"""The days and years a sentence names in numbers: 7/4, 6-8/4, (7.4), tháng 4/2026, 2021-2026.

Holidays, lunar days, scores, decimals, document numbers, roads and deadlines give no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from leadercheck.patterns import pattern

NEAR: Final = timedelta(days=7)
"""A day this far from the article's day is still its news."""
_PART = r"(?:rạng sáng|sáng sớm|sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya)"

_YEAR = r"(?:1[89]|20)\d\d"
_LIST = r"\d{1,2}(?:, ?| và (?:ngày )?| (?:đến|tới) (?:hết )?(?:ngày )?)"
_NUMBER = pattern(
    r"(?<![\w/])(?<!\d[.,])(?:"
    rf"(?P<first>{_YEAR}) ?(?:[-–—]|đến|tới|đến năm) ?(?P<last>{_YEAR})(?![\w/])"
    rf"|(?P<month>\d{{1,2}})(?:[/.-]| năm )(?P<month_year>{_YEAR})(?![\w/]|[.-]\w)"
    rf"|(?:(?P<from>\d{{1,2}}) ?[-–—] ?(?=\d{{1,2}}(?:[/.]|\ tháng\ )\d)|(?P<list>(?:{_LIST}){{1,6}}))?"
    r"(?P<d>\d{1,2})(?:(?P<sign>[/.-])(?P<m>\d{1,2})(?:(?P=sign)(?P<y>\d{4}|\d\d))?| tháng (?P<word>\d{1,2}))"
    rf"(?:,? năm (?P<named>{_YEAR}))?(?![\w/%]|[.,]\d|-[a-zđ])"
    rf"|(?P<year>{_YEAR})(?![\w/%]|[.,]\d)"
    r")"
)
DIGITS = pattern(r"\d+")
_SPLIT = pattern(r"\d{1,2}")
_RANGE = pattern(r"đến|tới|[-–—]")

_DAY_WORD = pattern(
    rf"(?:\b(?:ngày|{_PART}|hôm|nay|qua|mai|kia|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật))(?: lịch)?,? ?\(?$"
)
_DAY_PART = pattern(rf"\b(?:{_PART}|hôm|nay|qua|mai)(?: ngày)?,? ?\(?$")
_EDGE_WORD = pattern(r"\b(?:từ|đến|tới|(?<!dẫn )trước|sau|vào)(?: hết| khoảng)? $")
_EDGE_AFTER = pattern(r" ?(?:$|[,.;:)\"”!?–—]|đến\b|tới\b|trở\b)")
_SLASH_WORD = pattern(
    r"(?:^|[(,;:.–—|-] ?|\b(?:từ|đến|tới|trước|sau|vào|hết|khoảng|trong|đợt|lúc|khai mạc|diễn ra|kể từ|họp|tin|mạc|việc"
    r"|chức|hội|bố|biết|thảo|mạng|tính|cho|mốc|của|số ra|và|nội|hcm|nam|ra|dịch|nhanh|tuần|sang) ?)$"
)
_NO_DAY_BEFORE = pattern(
    r"(?:\b(?:số|đường|phố|ngõ|ngách|hẻm|kiệt|nhà|tổ|ấp|thửa|quốc lộ|ql|tỉnh lộ|quảng trường|công viên|bệnh viện|trường|cầu|"
    r"đại lộ|chung cư|lô|tờ|khóm|xóm|km|thắng|thua|hòa|tỷ số|tỉ số|dẫn|chiếm|khoảng|hơn|gần|đạt|vượt|ít nhất|"
    r"tối thiểu|quá|bằng|tới hơn|còn|chỉ|nghị quyết|chỉ thị|quyết định|thông tư|nghị định|luật|kết luận|văn bản|"
    r"phong trào|lễ|tết|khánh|dịp|giỗ tổ|hùng vương|mùng|mồng|rằm|giai đoạn|vòng|phiên bản|cấp) |[#@$€])$"
)
_LUNAR_AFTER = pattern(r"\)?,? ?\(?(?:năm [\w ]{1,14})?(?:âm lịch|\(?al\)|âl\b)|,? tết\b")
_LUNAR_BEFORE = pattern(r"\b(?:mùng|mồng|rằm|giỗ tổ(?: hùng vương)?)(?: \(?(?:ngày )?)?$")
_UNIT_AFTER = pattern(
    r" ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|vạn|độ|điểm|km|cm|mm|m2|m²|ha|kg|tấn|usd|đồng|giờ|phút|phiếu|số|dân|diện tích|"
    r"tổng|thành viên|đại biểu|ủy viên|uỷ viên|người|tỉnh|xã|phường|huyện|quận|địa phương|chỉ tiêu|nước|ý kiến|quân|"
    r"hộ|học|lượng|giá|ngày|tháng|chặng|trận|lần|câu|bang|ghế|quốc gia|richter|inch|lít|ml|chiều|phần|năm\b(?! \d))"
)
_MEASURE_AFTER = pattern(
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
_HOLIDAY_BEFORE = pattern(
    r"(?:quốc khánh|\blễ|nghỉ|dịp|kỷ niệm|kỉ niệm|chào mừng|hướng tới|mừng|thương binh|cách mạng|giải phóng|thống nhất|"
    r"lao động|phụ nữ|nhà giáo|thầy thuốc|thiếu nhi|báo chí|gia đình|thành lập|ngày hội|truyền thống|giỗ tổ|nhân ngày|"
    r"phong trào|quảng trường|công viên|bệnh viện|đường|phố|cầu|trường)[^.;]{0,28}$"
)
_HOLIDAY_AFTER = pattern(
    r"\)?,? ?(?:quốc khánh|là ngày|ngày (?:quốc|giải|thương|thầy|nhà|phụ)|năm nay|hằng năm|hàng năm|[-–—,và ]{1,4}1[/.-]5\b)"
)
_COMMEMORATION = pattern(r"(?:kỷ niệm|kỉ niệm|ngày sinh|năm sinh|ngày mất|ngày giỗ)[^.;]{0,90}$")
_SUFFIX = pattern(r"\)?,? ?(?P<soon>(?:sắp )?tới\b|sắp đến)|\)? (?:năm (?P<year>nay|ngoái|trước))\b")
_AHEAD = pattern(r"\b(?:dự kiến[^.;,]{0,30}|sắp tới,? (?:vào )?(?:ngày )?)$")
_WILL = pattern(r"\b(?:sẽ|sắp)\b(?! xếp)[^.;,]{0,60}$")
_SOON: Final = timedelta(days=92)
"""So far ahead a day lies of which a sentence says "sẽ"."""
_DEADLINE = pattern(
    r"\b(?:chậm nhất|muộn nhất|hạn chót|hạn cuối)[^.;,]{0,30}$|\b(?:trước|hết|đến hết)(?: hết)?(?: ngày)? $"
)
"""A day by which something is to be done is not the day spoken of."""
_CONNECTOR = pattern(
    rf"\)?(?:,? (?:và|hoặc|đến|tới|đến hết)|,|;| ?[-–—]| &| rạng)? ?(?:{_PART} )?(?:ngày )?\(?$"
)
_YEAR_BEFORE = pattern(
    r"(?:\b(?:năm|hồi|tháng \d{1,2},?|(?:quý|quí) [ivx\d]+,?|đầu|cuối|giữa|mùa (?:xuân|hè|hạ|thu|đông)|khoảng|tết|nhóm)|\() ?$"
)
_YEAR_EDGE = pattern(r"\b(?:từ|đến|tới|trước|sau|kể từ) $")
_YEAR_EDGE_AFTER = pattern(r" ?(?:$|[,.;:)–—-]|đến\b|tới\b|trở\b)")
_NO_YEAR_BEFORE = pattern(
    r"\b(?:sinh năm|sinh|sn|s\.n|(?:luật|hiến pháp|công ước|hiệp định|hiệp ước|nghị định thư|pháp lệnh|tuyên bố|tuyên ngôn"
    r"|tầm nhìn|kế hoạch|quy hoạch|chiến lược|chương trình|đề án|mục tiêu|hiến chương|bộ quy tắc)\b[^,;.()]{0,60}) ?(?:năm |\()?$"
)


def numbers(folded: str, on: date) -> tuple[list[tuple[date, date, str]], str]:
    """The days of a sentence as (first, last, words), and the first reason that a year gives for another time."""
    spans: list[tuple[date, date, str]] = []
    other = ""
    end = -1
    """Where the last accepted day ended: a bare number joined to it is a day too."""
    read = 0
    for digit in DIGITS.finditer(folded):
        number = _NUMBER.match(folded, digit.start()) if digit.start() >= read else None
        if number is None:
            continue
        read = number.end()
        words = number[0]
        if number["first"]:
            if (
                int(number["last"]) < on.year or _is_spent_term(folded, number, on)
            ) and not _COMMEMORATION.search(folded, 0, number.start()):
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


def _is_spent_term(folded: str, number: re.Match[str], on: date) -> bool:
    """Whether a term of office ends this year and elections of this year are over: "nhiệm kỳ 2021-2026" in May."""
    return int(number["last"]) == on.year and on.month > 4 and folded.endswith("nhiệm kỳ ", 0, number.start())


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
        planned = _WILL.search(folded[max(0, begin - 90) : begin]) is not None
        resolved = (planned and _coming(day, month, on)) or _nearest(day, month, on)
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
    if _COMMEMORATION.search(before):
        return False
    if _NO_YEAR_BEFORE.search(before):
        # "Tuyên bố chung năm 2013 do Chủ tịch nước … đưa ra": who made it, made it then.
        return folded.startswith(" do ", number.end()) and "sinh" not in before[-12:]
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


def _coming(day: int, month: int, on: date) -> date | None:
    """Such a day within the next three months; None if there is none, or one of this week."""
    near = _nearest(day, month, on)
    if near and near >= on - NEAR:
        return None
    ahead = (_dated(day, month, year) for year in (on.year, on.year + 1))
    return next((found for found in ahead if found and on < found <= on + _SOON), None)


def _nearest(day: int, month: int, on: date) -> date | None:
    """The latest such day not after `on` + 7 days, at most a year back."""
    limit = on.toordinal() + NEAR.days
    for year in range(on.year + 1, on.year - (9 if (day, month) == (29, 2) else 2), -1):
        found = _dated(day, month, year)
        if found is not None and found.toordinal() <= limit:
            return found
    return None
