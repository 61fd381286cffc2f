"""What colours a title: a word of change, somebody it only belongs to, a document cited, a verb of acting."""

from __future__ import annotations

from typing import Final

from leadercheck.text import folded_pattern
from leadercheck.titles import Reading
from leadercheck.verbs import ACTING

GENITIVE: Final = folded_pattern(
    r"(?<!\w)(?:trợ lý(?: của)?|thư ký(?: của)?|phu nhân(?: của)?|phu quân(?: của)?|con trai(?: của)?|con gái(?: của)?|vợ|"
    r"chồng|em trai|anh trai|đặc phái viên(?: của)?|thay mặt|(?:thừa )?ủy quyền(?: của)?|thừa lệnh|văn phòng|"
    r"chuyên cơ(?: của)?|nhà riêng|quyết định của|theo đề nghị của|ký thay|gia đình|thân nhân|người phát ngôn(?: của)?|"
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
    r"thay ông|thay bà|thay đồng chí|thay thế ông|thay thế bà|giữ chức|giữ cương vị|giữ các (?:chức vụ|cương vị|chức danh)|kinh qua|"
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
    "giới thiệu để": "proposed", "ứng cử": "proposed",
}  # fmt: skip
_KINDS_OF_DOCUMENT: Final = (
    r"(?:chỉ thị|quyết định|nghị quyết|công điện|thông tư|nghị định|lệnh|kết luận|thông báo|công văn|tờ trình|"
    r"kế hoạch|văn bản|luật|pháp lệnh)(?: số)? \d[\w/&.-]*"
)
_DOCUMENT: Final = folded_pattern(rf"(?<!\w){_KINDS_OF_DOCUMENT}[^.;,]{{0,40}}$")
"""A document with its number: who signed it held the office on its day."""
_IN_DOCUMENT: Final = folded_pattern(rf" (?:tại|trong|nêu tại|ghi tại) {_KINDS_OF_DOCUMENT}")
"""Where the words of an author stand, right behind him: "kết luận của … tại Thông báo số 100/TB-VPCP"."""
_ACTS: Final = folded_pattern(rf"[,)]? (?:đã |đang |sẽ |cũng |vừa )?{ACTING.pattern}")


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
    first = reading.chain[0] if reading.chain else reading
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
    for cue in _FRAME.finditer(folded, max(start, reading.start - _FAR), reading.start):
        if not _is_shut(folded, cue.end(), first.start, close, end):
            return _FRAME_KINDS.get(cue["cue"], "appointed")
    if touching:
        return "appointed"
    return "transferred" if _FRAME_AFTER.search(folded, reading.end, min(end, reading.end + _FAR)) else None


def _is_shut(folded: str, cue: int, title: int, close: int, end: int) -> bool:
    """Whether a word of change stands in a clause before: its comma is behind it, and the leader acts himself."""
    return folded[max(cue, title - 2) : title] == ", " and _ACTS.match(folded, close, end) is not None
