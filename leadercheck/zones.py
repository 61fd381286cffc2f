"""The zones of a page that nobody names: headline, lead, body, caption, credit, list, aside, by the shape of its lines.

Every place is in code points of the matched text, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from leadercheck.patterns import pattern

CAPITALS: Final = (
    "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴÐƉ"
)
"""The capitals of Vietnamese and the look-alikes of Đ; a range such as À-Ỹ would let lower case in."""
HEADLINE_LENGTH: Final = 200
LEAD_LENGTH: Final = 700
"""A longer second paragraph is a whole article whose paragraph breaks were lost."""
LEAD_REACH: Final = 400
"""Of such a paragraph only the sentences that begin within so many code points are the lead."""
CAPTION_LENGTH: Final = 300

_ASIDE = pattern(
    r"(?:tags?|từ khóa|từ khoá|chủ đề)\s*:|(?:tin|bài|bài viết|tin bài) (?:liên quan|cùng chuyên mục|khác)\b|"
    r"(?:xem|đọc) (?:thêm|tiếp)\b|có thể bạn quan tâm|mời (?:bạn|quý vị|quý độc giả|độc giả) (?:đọc|xem)|>>",
    re.IGNORECASE,
)
_CREDIT = pattern(
    rf"(?:K/?T|T/?M|T/?L|TUQ|T/?UQ)\b\.? ?[{CAPITALS}]{{2}}|"
    r"Q\. ?(?:BỘ|CHỦ|GIÁM|TỔNG|THỦ|VIỆN|CHÁNH|HIỆU|CỤC|VỤ|TRƯỞNG|BÍ)\b|\((?:Đã ký|đã ký|ĐÃ KÝ)\)|"
    r"(?:Nguồn|NGUỒN|Nơi nhận|Tác giả|Biên tập|Thực hiện|Đồ họa)\s*:"
)
_SIGNATURE = pattern(rf"(?:K/?T|T/?M|T/?L|TUQ|T/?UQ|Q)\b\.? ?[{CAPITALS}]{{2}}")
_AGENCY = pattern(rf"\(?Theo [{CAPITALS}]")
_STAMP = pattern(
    r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? (?:ngày )?)?\d{1,2}[/.:-]\d{1,2}[\d/.:, |()-]*(?:GMT\+7\)?)?$",
    re.IGNORECASE,
)
_BULLET = pattern(r"[-–—•*+]\s?\S|\d{1,2}[.)] |[a-zđ]\) ")
_PHOTO = pattern(r"(?:^|[ (\[])Ảnh(?: minh họa)?\s*:[^:\n]{0,60}$")
_PHOTO_FIRST = pattern(r"[(\[]?Ảnh(?: minh họa)?\s*:")


def guess(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """The zone of every line, as parts like the explicit ones."""
    if not lines:
        return []
    first = lines[0]
    if "\n" not in text:
        zone = _furniture(text, *first) or ("lead" if len(text) <= HEADLINE_LENGTH else "body")
        return [(first[0], first[1], zone)]
    parts: list[tuple[int, int, str]] = []
    titled = (
        first[1] - first[0] <= HEADLINE_LENGTH
        and first[1] < len(text)
        and (text[first[1] - 1] != "." or text.endswith(("..", " v.v."), first[0], first[1]))
        and not _BULLET.match(text, *first)
    )
    awaited = titled
    block = ""
    bullets = [_BULLET.match(text, start, end) is not None for start, end in lines]
    for index, (start, end) in enumerate(lines):
        if index == 0 and titled:
            parts.append((start, end, "headline"))
            continue
        zone = _furniture(text, start, end)
        if zone:
            block = zone if _opens_block(text, start, end, zone) else ""
        elif (
            block
            and end - start <= (HEADLINE_LENGTH if block == "aside" else 60)
            and text[end - 1] not in ".…:"
        ):
            zone = block
        else:
            block = ""
        if not zone and index in (1, len(lines) - 1) and len(lines) > 2 and _is_byline(text, start, end):
            zone = "credit"
        if (
            not zone
            and bullets[index]
            and ((index and bullets[index - 1]) or bullets[index + 1 : index + 2] == [True])
        ):
            zone = "list"
        if not zone and awaited:
            awaited = False
            # A sentence has the zone of its first code point: the part may end in the middle of one.
            parts.append((start, end if end - start <= LEAD_LENGTH else start + LEAD_REACH, "lead"))
            continue
        parts.append((start, end, zone or "body"))
    return parts


def completed(
    said: Sequence[tuple[int, int, str]], guessed: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The zones that were said, and between them those that were guessed."""
    if not said:
        return list(guessed)
    starts = [start for start, _, _ in said]
    between = []
    for part in guessed:
        index = bisect_right(starts, part[0]) - 1
        if index < 0 or part[0] >= said[index][1]:
            between.append(part)
    return sorted((*said, *between))


def is_photo(text: str, start: int, end: int) -> bool:
    """Whether a sentence is the caption of a picture or its credit."""
    if text.find("Ảnh", max(start, end - 80), end) < 0:
        return False
    if _PHOTO_FIRST.match(text, start, end):
        return end - start <= 80
    return text[end - 1] == ")" and _PHOTO.search(text[max(start, end - 80) : end]) is not None


def _furniture(text: str, start: int, end: int) -> str:
    """The zone of a line that is no prose: caption, credit or aside; "" for any other."""
    length = end - start
    head = text[start]
    if length <= CAPTION_LENGTH and text.find("Ảnh", start, end) >= 0 and (
        _PHOTO_FIRST.match(text, start, end) or _PHOTO.search(text[max(start, end - 80) : end])
    ):  # fmt: skip
        return "caption"
    if head in "TtXxĐđBbCcMm>" and _ASIDE.match(text, start, end):
        return "aside"
    if _CREDIT.match(text, start, end):
        return "credit"
    if (
        length <= 60
        and text[end - 1] != "."
        and (_is_agency(text, start, end) or _STAMP.match(text, start, end))
    ):
        return "credit"
    return ""


def _opens_block(text: str, start: int, end: int, zone: str) -> bool:
    """Whether the lines below belong to this one: names under a signature, headlines under "Tin liên quan"."""
    if zone == "aside":
        return ":" not in text[start : end - 1] and end - start <= 40
    return zone == "credit" and (_SIGNATURE.match(text, start, end) is not None or text[start] == "(")


def is_signed(text: str, start: int, end: int) -> bool:
    """Whether a sentence is the name of an author or an agency and nothing more."""
    return _is_agency(text, start, end) or _is_byline(text, start, end)


def _is_agency(text: str, start: int, end: int) -> bool:
    """The words "Theo TTXVN" and nothing more."""
    return (
        end - start <= 40
        and text[end - 1] not in ".,:"
        and _AGENCY.match(text, start, end) is not None
        and not any(word[0].islower() for word in text[start:end].split())
    )


def _is_byline(text: str, start: int, end: int) -> bool:
    """A short line of names only: "Nguyễn An Bình", "Lê Hoa - TTXVN"."""
    if end - start > 50 or text[end - 1] in ".!?…:":
        return False
    words = text[start:end].strip("()").replace("/", " ").split()
    named = [word for word in words if word not in "-–—,&|"]
    return 1 < len(named) <= 8 and all(word[0].isupper() for word in named) and any(
        not word.isupper() for word in named
    )  # fmt: skip
