"""The body behind a title that no register holds: an association, a firm, a department, a ministry abroad."""

from __future__ import annotations

from typing import Final

from leadercheck.complements import Complement, is_capital, read_small_place
from leadercheck.countries import is_given, read_country
from leadercheck.patterns import letters
from leadercheck.surnames import SURNAME, may_be_surname, may_have_lost_marks
from leadercheck.syllables import is_possible
from leadercheck.text import fold, folded_pattern
from leadercheck.verbs import ACTING

_UNKNOWN_BODY = letters(
    r"(?: (?:\p{Lu}[\w/&.\-]*(?: [\p{Ll}]{1,7}){0,2}|\d[\w/\-]*(?: [\p{Ll}]{1,7}){0,2})){1,8}?"
    r"(?=,|;|\)| [-–] | \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}| (?:là|đã|sẽ|vừa|đang|cho|nói|cũng)\b|\.|\n|$)"
)
_BODY_LIKE = letters(r"^\p{Lu}.*(?: [\p{Ll}]|\p{Lu}{2})|^\p{Lu}{2}")
"""The words of a body mix small and capital letters or are an abbreviation; those of a name are all capital."""
_NO_BODY = folded_pattern(
    r"(?<!\w)(?:là|bị|đã|sẽ|vừa|đang|cũng|cho|nói|có|không|và|về|tại|với|khi|để|từ|đến|thăm|tiếp|dự|gặp|cam kết|khẳng định|"
    r"tuyên bố|yêu cầu|đề nghị|phát biểu|ký|chủ trì|trả lời|nhấn mạnh|ở|trong|trước|sau)(?!\w)"
)
"""Words that no name of a body holds, but the rest of a sentence does."""
_ABROAD = letters(r"(?P<joint>,| và)? \p{Lu}\w*(?:,? (?:\p{Lu}\w*|[\p{Ll}]{1,7})){0,6} ")
_AND = letters(r" và (?=\p{Lu})")
_ENVOY = folded_pattern(
    r"(?<!\w)(?:đại sứ|đại diện|đoàn|tổng lãnh sự|phu nhân|nhân dân|người|doanh nghiệp|lãnh đạo)(?!\w)"
)
"""Behind "và" these words begin somebody else: "Bộ trưởng Ngoại giao và Đại sứ Lào"."""
_LOOK: Final = 3
_LONG_BODY: Final = 80
"""Code points of the longest body that is looked through for its country."""
_KNOWN: Final = folded_pattern(
    r" (?:(?P<interim>lâm thời|(?:tiểu )?bang|nước (?:này|chủ nhà|sở tại|bạn)(?! việt nam))|(?P<unit>sở|cục|vụ|chi cục)|"
    r"(?P<embassy>(?:đại sứ quán|(?:tổng )?lãnh sự quán|phái đoàn)(?: việt nam)?)|"
    r"(?P<company>hđqt|hội đồng quản trị|hđtv|hội đồng thành viên|hội đồng trường|tập đoàn|(?:tổng )?công ty|ngân hàng(?: tmcp)?|"
    r"câu lạc bộ|clb|hợp tác xã|htx|chi bộ|chi đoàn|doanh nghiệp|quỹ(?! học bổng))|"
    r"(?P<press>báo(?! (?:cáo|tin|chí|động|hiệu|trước|ngay|với|đáp))|tạp chí|nhà xuất bản|nxb))(?!\w)"
)
"""What tells of itself that a body is none of the register's: a department in small letters ("giám đốc sở Y tế"), a firm."""
_FIRM: Final = letters(
    r" (?P<name>\p{Lu}[\w.]*(?:&\w+)?(?: (?:Group|Holdings?|Corp\.?|Media|Capital|Land|Bank|Airlines))?)"
    r"(?=(?: \p{Lu}\p{Ll}+){3})"
)
"""A firm by a name that is no Vietnamese word, before a Vietnamese name: "Chủ tịch Vinamilk Nguyễn Văn An"."""
_NAME: Final = letters(r" (?P<first>\p{Lu}\p{Ll}+) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+")
_LAST_WORD: Final = letters(r" \p{Lu}\p{Ll}+ ")
_SMALL_WORD: Final = letters(r" \p{Ll}")
CHAIRS: Final = frozenset(
    fold(head)
    for head in (
        "chủ tịch", "phó chủ tịch", "phó chủ tịch thường trực", "giám đốc", "phó giám đốc", "tổng giám đốc",
        "phó tổng giám đốc", "tổng thư ký", "phó tổng thư ký",
    )
)  # fmt: skip
"""Heads that firms, clubs and associations have as well."""
_NO_SURNAME: Final = "Y tế"


def read_unknown(rest: Complement, head: str) -> None:
    """A body nobody registered, up to the stop or the name behind it: "Bí thư Đảng ủy Công an Trung ương"."""
    known = _KNOWN.match(rest.folded, rest.end)
    kind = known.lastgroup if known else None
    if known and kind == "interim":
        rest.end, rest.foreign = known.end(), True
        read_country(rest)
        return
    if known and kind == "embassy":
        _read_embassy(rest, known.end())
        return
    if _reads_abroad(rest):
        return
    if known:
        rest.end, rest.elsewhere, rest.firm = known.end(), True, kind == "company"
    elif (
        head in CHAIRS
        and (firm := _FIRM.match(rest.text, rest.end))
        and SURNAME.match(rest.folded, firm.end() + 1)
        and not is_possible(firm["name"].partition(" ")[0])
        and not may_have_lost_marks(fold(firm["name"]))
    ):
        rest.end, rest.elsewhere, rest.firm = firm.end(), True, True
        return
    end = rest.end
    _read_unknown_body(rest, head, unit=kind == "unit")
    if (
        rest.firm
        and rest.end == end
        and rest.text.startswith(" ", end)
        and not SURNAME.match(rest.folded, end + 1)
    ):
        index = rest.index
        read_small_place(rest)
        if _SMALL_WORD.match(rest.text, rest.end):
            # "Công ty Lọc hóa dầu": the name goes on.
            rest.end, rest.index = end, index


def _read_embassy(rest: Complement, end: int) -> None:
    rest.end, rest.elsewhere = end, True
    rest.skip()
    hit = rest.next((" ", " tại "))
    if hit and hit.atom.countries and not is_given(rest.text, rest.end, hit.start):
        rest.take(hit)


def _read_unknown_body(rest: Complement, head: str, *, unit: bool) -> None:
    found = _UNKNOWN_BODY.match(rest.text, rest.end)
    if found is None:
        return
    stop = found.end()
    while rest.index < len(rest.hits) and rest.hits[rest.index].start < stop:
        hit = rest.hits[rest.index]
        country = hit.atom.countries and is_capital(rest.text, hit.start)
        if hit.atom.persons or hit.atom.head or (country and not is_given(rest.text, rest.end, hit.start)):
            stop = hit.start - 1
            break
        rest.index += 1
    ahead = rest.hits[rest.index] if rest.index < len(rest.hits) else None
    last = ahead and ahead.atom.persons and _LAST_WORD.fullmatch(rest.text, stop, ahead.start)
    if ahead and last and not SURNAME.match(rest.folded, stop + 1):
        stop = ahead.start - 1  # "Quỹ học bổng Vừ A Dính Trương Mỹ Hoa"
    words = rest.text[rest.end + 1 : stop]
    named = SURNAME.match(rest.folded, rest.end + 1) and not words.startswith(_NO_SURNAME)
    named = named or _is_broken_surname(words)
    if stop <= rest.end or named or not (unit or _BODY_LIKE.search(words)):
        return
    acts = words.lower().removeprefix("chỉ đạo ") if head.endswith("ban") else words.lower()
    if _NO_BODY.search(acts) or ACTING.search(acts):
        return
    rest.end, rest.elsewhere = stop, True
    read_country(rest)
    if rest.foreign:
        rest.elsewhere = False


def _is_broken_surname(words: str) -> bool:
    """Whether the words begin with a surname that a blank broke: "Ng uyễn Thị Kim Ngân"."""
    first, _, others = words.partition(" ")
    return others[:1].islower() and may_be_surname(fold(first + others.partition(" ")[0]))


def _reads_abroad(rest: Complement) -> bool:
    """An unknown body with its country: "Chánh án Tòa án Tối cao Ấn Độ", "Bộ trưởng Năng lượng Mỹ"."""
    name = _NAME.match(rest.text, rest.end)
    if name and may_have_lost_marks(fold(name["first"])):
        return False
    for index in range(rest.index, min(rest.index + _LOOK, len(rest.hits))):
        hit = rest.hits[index]
        words = rest.text[rest.end : min(hit.start, rest.end + _LONG_BODY)]
        if (
            hit.atom.persons
            or hit.atom.head
            or len(words) == _LONG_BODY
            or (found := _ABROAD.fullmatch(words)) is None
            or (found["joint"] and (not rest.organisations or _ENVOY.search(words.lower())))
            or _NO_BODY.search(_AND.sub(" ", words).lower())
        ):
            return False
        if not hit.atom.countries or not is_capital(rest.text, hit.start):
            continue
        if is_given(rest.text, rest.end, hit.start):
            return False
        if _BODY_LIKE.search(words.strip(", ").removeprefix("và ")):
            rest.index, rest.end, rest.foreign = index + 1, hit.end, True
            return True
    return False
