"""What colours a title: a word of change, somebody it only belongs to, a document cited, a verb of acting."""

from __future__ import annotations

import re
from typing import Final

from leadercheck.chains import own_from
from leadercheck.text import fold, folded_pattern
from leadercheck.titles import Reading
from leadercheck.verbs import ACTS

GENITIVE: Final = folded_pattern(
    r"(?<!\w)(?:trợ lý(?: của)?|thư ký(?: của)?|phu nhân(?: của)?|phu quân(?: của)?|con trai(?: của)?|con gái(?: của)?|vợ|"
    r"(?<!vợ )chồng|em trai|anh trai|đặc phái viên(?: của)?|thay mặt|(?:thừa )?ủy quyền(?: của)?|thừa lệnh|văn phòng|"
    r"chuyên cơ(?: của| chở)?|nhà riêng(?: của)?|nơi ở của|bài phát biểu của|thư của|lời thăm hỏi của|lẵng hoa của|"
    r"nhiệm kỳ của|thẩm quyền của|trách nhiệm của|chức năng của|đường dây nóng của|hòm thư của|cổng thông tin(?: điện tử)?(?: của)?|"
    r"(?:khu )?lưu niệm|phần mộ|di hài|linh cữu|quyết định của|theo đề nghị của|ký thay|gia đình|thân nhân|người phát ngôn(?: của)?|"
    r"cấp phó của|tổ công tác của|tổ tư vấn(?: của)?|bằng khen(?: của)?|cố vấn(?: của)?) $"
)
_FRAME_TOUCHING = folded_pattern(
    r"(?<!\w)(?:làm|giữ|giữ chức|chức|chức vụ|chức danh|cương vị|vị trí|vai trò|ghế|trở thành|thay|thay thế|kế nhiệm|"
    r"tiền nhiệm|đề cử|nhiệm vụ|danh sách|ứng cử viên|ứng viên|quyền hạn của|nhiệm vụ của|bầu|bổ nhiệm|chọn|tân|"
    r"giữ cương vị|đảm nhiệm|đảm nhận|đảm đương|kiêm nhiệm|cho|thời|thời kỳ|hàm|tương đương) $"
)
_FRAME = folded_pattern(
    r"(?<!\w)(?P<cue>bầu(?! cử| không khí| trời| bí| sữa| \w+ chọn)|miễn nhiệm|bãi nhiệm|bổ nhiệm|phê chuẩn|điều động|"
    r"luân chuyển|chỉ định|giới thiệu để|giới thiệu ông|giới thiệu bà|giới thiệu đồng chí|được giới thiệu|phân công ông|"
    r"phân công bà|phân công đồng chí|được phân công|kế nhiệm|thôi giữ|thôi chức|thôi làm|thôi đảm nhiệm|cho thôi|"
    r"quyết định nhân sự|đề cử|cách chức|khai trừ|kỷ luật|từ nhiệm|từ chức|nghỉ hưu|nghỉ chế độ|tái cử|tái đắc cử|"
    r"trúng cử|đắc cử|nhậm chức|tuyên thệ|bàn giao|giao quyền|trao quyền|chuyển giao|tiếp nhận nhiệm vụ|thay cho|"
    r"thay ông|thay bà|thay đồng chí|thay thế ông|thay thế bà|rời ghế|rời cương vị|giữ chức|giữ cương vị|giữ các (?:chức vụ|cương vị|chức danh)|kinh qua|"
    r"kiện toàn|nhân sự|ứng cử|quy hoạch|trải qua|lần lượt|tiền nhiệm|qua đời|từ trần|tạ thế)(?!\w)"
)
_FRAME_AFTER = folded_pattern(
    r"(?<!\w)(?:được|bị|đã được|vừa được)(?: [\w,]+){0,8}? (?:điều động|bổ nhiệm|luân chuyển|chỉ định|chuẩn y|phê chuẩn|"
    r"giữ chức|giữ chức vụ|miễn nhiệm|bãi nhiệm|cách chức|kỷ luật|bầu (?:làm|giữ))(?!\w)"
    r"|(?<!\w)(?:thôi giữ|thôi làm|nghỉ hưu|nghỉ chế độ|nhận nhiệm vụ mới|nhận công tác|chuyển công tác)(?!\w)"
)
_FAR: Final = 300
"""Code points within which a word of change colours a title."""
_FRAME_KINDS: Final = {
    "miễn nhiệm": "relieved", "bãi nhiệm": "relieved", "thôi giữ": "relieved", "thôi chức": "relieved",
    "thôi làm": "relieved", "thôi đảm nhiệm": "relieved", "cho thôi": "relieved", "cách chức": "relieved",
    "khai trừ": "relieved", "từ nhiệm": "relieved", "từ chức": "relieved", "nghỉ hưu": "relieved",
    "nghỉ chế độ": "relieved", "kế nhiệm": "succession", "tiền nhiệm": "succession", "đề cử": "proposed",
    "giới thiệu để": "proposed", "ứng cử": "proposed", "được giới thiệu": "proposed", "giới thiệu ông": "proposed",
    "giới thiệu bà": "proposed", "giới thiệu đồng chí": "proposed", "rời ghế": "relieved", "rời cương vị": "relieved",
}  # fmt: skip
_TAKING: Final = frozenset({"làm", "trở thành", "đảm nhiệm", "đảm nhận", "đảm đương"})
_GIVEN: Final = folded_pattern(
    r",? (?:để |được (?:bầu |cử )?)?(?:giữ|làm|đảm nhiệm|đảm nhận|tham gia|kiêm|sang|về)(?!\w)"
)
_TAKEN: Final = folded_pattern(r"(?<!\w)(?:giữ|làm|là|đảm nhiệm|đảm nhận|tham gia)(?!\w)")
_TOUCHING_KINDS: Final = {
    "thay": "succession", "thay thế": "succession", "kế nhiệm": "succession", "tiền nhiệm": "succession",
    "đề cử": "proposed", "ứng cử viên": "proposed", "ứng viên": "proposed",
}  # fmt: skip
_INTRANSITIVE: Final = frozenset(
    {
        "từ nhiệm",
        "từ chức",
        "nghỉ hưu",
        "nghỉ chế độ",
        "nhậm chức",
        "tuyên thệ",
        "qua đời",
        "từ trần",
        "tạ thế",
        "trúng cử",
        "đắc cử",
    }
)
_KINDS_OF_DOCUMENT: Final = (
    r"(?:chỉ thị|quyết định|nghị quyết|công điện|thông tư|nghị định|lệnh|kết luận|thông báo|công văn|tờ trình|"
    r"kế hoạch|văn bản|luật|pháp lệnh)(?: số)? \d[\w/&.-]*"
)
_DOCUMENT: Final = folded_pattern(rf"(?<!\w){_KINDS_OF_DOCUMENT}[^.;,]{{0,40}}$")
"""A document with its number: who signed it held the office on its day."""
_IN_DOCUMENT: Final = folded_pattern(rf" (?:tại|trong|nêu tại|ghi tại) {_KINDS_OF_DOCUMENT}")
"""Where the words of an author stand, right behind him: "kết luận của … tại Thông báo số 100/TB-VPCP"."""


_NOW: Final = folded_pattern(
    r"(?<!\w)(?:(?<!thực )(?<!thể )(?<!xuất )(?<!phát )(?<!tái )(?<!biểu )hiện(?: nay| tại)?(?: đang)?"
    r"(?: là| làm| giữ chức(?: vụ)?| giữ cương vị| đảm nhiệm)?|nay là|nay làm|nay giữ chức|đang là|đang giữ chức) $"
)
_ONCE: Final = folded_pattern(
    r"(?<!\w)(?:khi đó|lúc đó|khi ấy|lúc ấy|bấy giờ|lúc bấy giờ|từng|trước đây|còn|vốn|khi|lúc|hồi)(?: là| làm| giữ chức(?: vụ)?) $"
)


_TELLING: Final = tuple(
    f"{fold(word)} " for word in ("là", "làm", "chức", "vụ", "vị", "nhiệm", "hiện", "nay", "tại", "đang")
)
"""How what tells of a time ends."""


def told(folded: str, reading: Reading) -> str:
    """Of which time the words right before a title tell: "now" ("hiện là"), "once" ("từng là"), or "" where they do not."""
    before = folded[max(0, reading.start - 30) : reading.start]
    if not before.endswith(_TELLING):
        return ""
    return "now" if _NOW.search(before) else "once" if _ONCE.search(before) else ""


def frame_of(folded: str, start: int, end: int, reading: Reading, close: int) -> str | None:
    """Why a title is not asserted as held, or None.

    "genitive", "document", "appointed", "relieved", "proposed", "succession", or "transferred" where the change
    follows.

    Args:
        folded: the folded text.
        start: first code point of the sentence.
        end: code point after it.
        reading: the title.
        close: code point after the whole reference.
    """
    if reading.told == "now":
        return None
    first = reading
    if reading.chain:
        own = own_from(folded, reading.chain)
        first = reading.chain[0] if reading is reading.chain[0] else reading.chain[own]
    begin = max(start, first.start - 40)
    before = folded[begin : first.start]
    if GENITIVE.search(before):
        return "genitive"
    if _DOCUMENT.search(folded[max(start, first.start - 90) : first.start]):
        return "document"
    if before.endswith("của ") and _IN_DOCUMENT.match(folded, close, end):
        return "document"
    touching = _FRAME_TOUCHING.search(before) or _FRAME_TOUCHING.search(
        folded[max(begin, reading.start - 30) : reading.start]
    )
    kind, touched = None, False
    for cue in _FRAME.finditer(folded, max(start, reading.start - _FAR), reading.start):
        if not _is_shut(folded, cue, first.start, close, end):
            kind = _FRAME_KINDS.get(cue["cue"], "appointed")
            touched = cue.end() + 1 == reading.start
    if touching and not (touched and kind == "relieved"):
        return _kind_touching(touching[0].strip(), kind)
    if kind:
        return kind
    return "transferred" if _FRAME_AFTER.search(folded, reading.end, min(end, reading.end + _FAR)) else None


def _kind_touching(word: str, before: str | None) -> str:
    """What a word right before a title says together with the last word of change before it."""
    if word in _TAKING:
        return "proposed" if before == "proposed" else "appointed"
    return _TOUCHING_KINDS.get(word) or before or "appointed"


def is_held_before(folded: str, reading: Reading, name_end: int | None, close: int) -> bool:
    """Whether a title in apposition is the one held while another is given: "phân công ông X, Bí thư A, giữ chức B"."""
    if reading.frame != "appointed" or name_end is None or reading.start < name_end:
        return False
    return (
        reading.told == ""
        and _GIVEN.match(folded, close) is not None
        and not _TAKEN.search(folded, name_end, reading.start)
    )


def _is_shut(folded: str, cue: re.Match[str], title: int, close: int, end: int) -> bool:
    """Whether a word of change stands in a clause before: its comma is behind it.

    Then the leader acts himself, or nobody can be its object ("từ chức, Tổng thống X chưa bình luận").
    """
    if folded[max(cue.end(), title - 2) : title] != ", ":
        return False
    return cue["cue"] in _INTRANSITIVE or ACTS.match(folded, close, end) is not None
