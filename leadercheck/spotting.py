"""Where names of the register stand, what stands before them, and a reference before it is linked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from msgspec import Struct, field

from leadercheck.lexicon import Hit
from leadercheck.patterns import letters, pattern
from leadercheck.surnames import may_be_surname, may_have_lost_marks
from leadercheck.text import folded_pattern
from leadercheck.titles import Reading

_RANKS: Final = (
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá",
    "đô đốc", "phó đô đốc", "chuẩn đô đốc", r"pgs\.ts", r"gs\.ts", r"gs\.tskh", "pgs", "gs", "ts", "tskh", "ths", "bs",
    "giáo sư", "phó giáo sư", "tiến sĩ", "tiến sỹ", "thạc sĩ", "luật sư", "kỹ sư", "nhà báo", "nhà thơ", "nghệ sĩ",
)  # fmt: skip
_RANK: Final = folded_pattern(
    r"(?<!\w)(?P<rank>(?:phó |chuẩn )?đô đốc|(?:đại|thượng|trung|thiếu) (?:tướng|tá))(?P<gap>[ .,-]*)$"
)
_RANK_WORDS: Final = (" tướng", " tá", "đô đốc")
"""One of these stands in every rank."""
BEHIND_RANK: Final = folded_pattern(r", (?:(?:phó |chuẩn )?đô đốc|(?:đại|thượng|trung|thiếu) (?:tướng|tá)) ")
_PROMOTED: Final = folded_pattern(
    r"(?<!\w)(?:hàm|thăng|phong|thụ phong|truy phong|truy thăng|lên cấp|giáng)(?!\w)"
)
_HONORIFICS: Final = (
    "ông",
    "bà",
    "đồng chí",
    "đ/c",
    r"đ\.c",
    "anh",
    "chị",
    "cụ",
    "bác",
    "ngài",
    "các đồng chí",
    r"samdech(?: (?:akka|moha|borvor|sena|padei|techo|thipadei|pichey|kralahom))*",
    "xăm-đéc(?: tê-chô)?",
)
_CALLED: Final = "|".join(sorted((*_RANKS, *_HONORIFICS), key=len, reverse=True))
ADDRESS: Final = rf"(?:(?:{_CALLED})(?:[ .,]|$)[ .]?)"
TO_NAME: Final = folded_pattern(rf" (?:{ADDRESS})*")
TO_NAME_LOOSE: Final = folded_pattern(
    rf"(?:(?:, | - | – | ?: ?| \(|,){ADDRESS}+| ?: | - | – | \(|"
    rf"(?: gồm| gồm có|(?: hiện nay| hiện tại| hiện| được chỉ định| được bầu)? là|:) (?:các )?{ADDRESS}+)"
)
"""A name behind a stop belongs to the title before it only when that title is nobody's in apposition."""
BEFORE_NAME = folded_pattern(rf"(?:^|(?<=[\s(\"“'‘:,;–-]))((?:{ADDRESS})+)$")
NO_PERSON = folded_pattern(
    r"(?<!\w)(?:(?<!con )đường|(?<!thành )phố|đại lộ|(?<!yêu )(?<!nhu )(?<!toàn )(?<!hoàn )cầu|"
    r"(?<!hiện )(?<!thị )(?<!môi )(?<!lập )(?<!công )(?<!chiến )(?<!quan )trường|thpt|thcs|tiểu học|công viên|quảng trường|"
    r"giải thưởng|(?<!lý )(?<!diễn )(?<!chú )(?<!hòa )giải|quỹ|bệnh viện|tượng đài|(?<!đối )(?<!hình )(?<!ấn )tượng|lăng|bảo tàng|"
    r"nhà lưu niệm|khu lưu niệm|khu di tích|nghĩa trang|phường|xã|quận|huyện|tàu|hầm|tư tưởng|chiến dịch|tháp|tp|thành phố|"
    r"ngõ|hẻm|kênh|sân vận động|sân|ga|trung tâm|nhà máy|thanh niên cộng sản|tncs|đại học|học viện|mang tên|tên đường|"
    r"(?<!trực )tuyến|ngã tư|ngã ba|giao lộ|nút giao|vòng xoay|thư viện|nhà hát|hãng|công ty|tập đoàn|doanh nghiệp|"
    r"thương hiệu|dòng họ|dãy|đèo|đảo|đồi|chung cư|biệt thự|nhà phố|tái định cư|kịch bản|bến|chợ|khu|khu đô thị|lữ đoàn|trung đoàn|tiểu đoàn|(?<!quân )(?<!bộ )đội|"
    r"chính trị quốc gia|thiếu niên tiền phong|huân chương|huy hiệu) $"
)
SYLLABLE: Final = r"\p{Lu}(?:\p{Lu}+|[\p{Ll}’']+\d\p{Ll}*|[\p{Ll}’']*)"
"""A figure in it is a VNI stroke that failed: "Chi1nh"."""
RUN = letters(rf"{SYLLABLE}(?:[ -]{SYLLABLE}){{0,5}}")
OPENER = letters(
    r" (?:Tuy|Ông|Bà|Tại|Theo|Trong|Sau|Trước|Ngày|Sáng|Chiều|Tối|Đây|Khi|Với|Ảnh|Phát|Cùng|Các|Những|Để|Từ|Hôm|Đồng chí|Về)"
    r" [\p{Ll}\d]"
)
"""The beginning of a sentence glued to a name."""
_NEXT_SYLLABLE = letters(r" \p{Lu}\p{Ll}+")
_JOINT = pattern(r" [-–] |, | và | sang | đến | tới | qua | nối | giao ")
_CREDIT = folded_pattern(r"(?<!\w)(?:ảnh|video|clip|đồ họa|tin|bài|thực hiện): $")
_LINE_ENDS = pattern(r" ?(?:[|)\n/]|$|[-–,] ?(?:TTXVN|VGP|VOV|NVCC|[A-Z]{2,5}\b))")
"""Behind the photographer of a picture the line ends, or his paper follows."""
_CALLED_ALONE = folded_pattern(r"(?<!\w)(?<!các )(?<!những )(?:đồng chí|ông|bà|ngài) $")
_WHOLE: Final = 2
"""Blanks of a name that has a surname, a middle and a given name."""
_NEAR: Final = 240
"""So far around a name a word of promotion is looked for."""


class Draft(Struct):
    """A reference before it is linked; all places in code points of the matched text."""

    start: int
    end: int
    name_start: int | None
    name_end: int | None
    name: str | None
    persons: tuple[str, ...] = ()
    readings: list[Reading] = field(default_factory=list)
    shared: bool = False
    runs_on: bool = False
    """The capitalised words go on behind the name; of a title alone: it may be part of a longer or a foreign one."""
    run_end: int | None = None
    """Where the longer capitalised name ends that begins with this one."""
    alien: bool = False
    """A name nobody in the register bears, and not of Vietnamese syllables."""
    honorific: str | None = None
    chained: bool = False
    """A title alone that is chained to the one before it."""
    odd: bool = False
    """A registered name in odd capitals: "Tô lâm"."""
    later: bool = False
    """Only part of a name, which somebody introduced before must bear."""


def as_printed(text: str, draft: Draft) -> str:
    """The name as it stands, with the capitalised words that it may go on with."""
    start, end = draft.name_start or 0, draft.run_end or draft.name_end or 0
    run = RUN.match(text, start) if text[start:end].isupper() else None
    return text[start : max(end, run.end() if run else 0)]


def rank_before(folded: str, draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """Where the rank of army or police stands before a name, its honorifics or its titles in a sentence.

    None in a sentence that tells of a promotion.
    """
    if draft.name_start is None:
        return None
    first = max(start, min(draft.name_start, draft.start, *(r.start for r in draft.readings[:1])) - 60)
    if not any(folded.find(word, first, draft.name_start) >= 0 for word in _RANK_WORDS):
        return None
    if _PROMOTED.search(folded, max(start, draft.name_start - _NEAR), min(end, draft.name_start + _NEAR)):
        return None
    titles = [r.start for r in draft.readings if r.end <= draft.name_start]
    for place in (draft.name_start, *titles[:1], draft.start):
        before = folded[max(start, place - 60) : place]
        called = BEFORE_NAME.search(before)
        whole = called[1] if called else ""
        for until in (len(before), len(before) - len(whole)):
            found = _RANK.search(before[:until])
            if found:
                base = place - len(before)
                return base + found.start("rank"), base + found.end("rank")
    return None


def registered(
    text: str, folded: str, hits: Sequence[Hit], readings: Sequence[Reading], odd: Collection[int]
) -> Iterator[Draft]:
    """The names of the register, capitalised and no street's or school's; `odd` as in `names`."""
    taken = [(r.bare, r.end) for r in readings]
    bares = [start for start, _ in taken]
    lands = {hit.start for hit in hits if hit.atom.places and " " in text[hit.start : hit.end]}
    things: list[int] = []
    """Where names end that mean streets, schools and the like: "giao lộ A - B"."""
    for hit in hits:
        if not hit.atom.persons:
            continue
        nearest = bisect_right(bares, hit.start) - 1
        if nearest >= 0 and hit.start < taken[nearest][1]:
            continue
        printed = text[hit.start : hit.end]
        capital = hit.start not in odd
        if capital and not all(part[:1].isupper() for part in printed.split()):
            continue
        behind = taken[nearest][1] if nearest >= 0 else 0
        before = folded[max(behind, hit.start - 40) : hit.start]
        if NO_PERSON.search(before) or (things and _JOINT.fullmatch(folded[things[-1] : hit.start])):
            things.append(hit.end)
            continue
        if _CREDIT.search(before) and _LINE_ENDS.match(text, hit.end):
            continue
        called = BEFORE_NAME.search(before)
        runs_on, run_end = False, None
        if not printed.isupper():
            runs_on, run_end = _runs_on(text, hit, bares)
            if hit.end + 1 in lands and printed.count(" ") >= _WHOLE:
                # A paragraph lost its break: "Bí thư Tỉnh ủy Hà Tĩnh Lê Đình Sơn Hà Tĩnh đã …".
                runs_on, run_end = False, None
            runs_on = runs_on or (not called and _runs_in(text, before, hit.start, taken, nearest))
        yield Draft(
            hit.start - (len(called[1]) if called else 0), hit.end, hit.start, hit.end, printed, hit.atom.persons,
            runs_on=runs_on, run_end=run_end, odd=not capital, honorific=called[1].strip() if called else None,
        )  # fmt: skip


def _runs_on(text: str, hit: Hit, bares: Sequence[int]) -> tuple[bool, int | None]:
    """Whether a longer capitalised name begins with this one, and where it ends."""
    following = _NEXT_SYLLABLE.match(text, hit.end)
    at = bisect_left(bares, hit.end + 1)
    if not following or OPENER.match(text, hit.end) or (at < len(bares) and bares[at] == hit.end + 1):
        return False, None
    run = RUN.match(text, hit.start)
    return True, run.end() if run and len(run[0].split()) <= 5 else None


def _runs_in(text: str, before: str, start: int, taken: Sequence[tuple[int, int]], nearest: int) -> bool:
    """Whether a surname stands before the name, so that it is the end of a longer one."""
    word = before.rsplit(" ", 2)[-2:-1]
    at = start - 1 - len(word[0]) if word else -1
    if at < 0 or not before.endswith(" ") or not text[at].isupper():
        return False
    if not (may_be_surname(word[0]) or may_have_lost_marks(word[0])):
        return False
    return not (nearest >= 0 and taken[nearest][0] <= at < taken[nearest][1])


def called_from(folded: str, start: int) -> int:
    """Where a title alone begins with its honorific: "đồng chí Bí thư"."""
    if not folded.endswith(("chí ", "ông ", "bà ", "ngài "), 0, start):
        return start
    called = _CALLED_ALONE.search(folded, max(0, start - 9), start)
    return called.start() if called else start
