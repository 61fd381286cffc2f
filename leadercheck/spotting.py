"""Where names stand: registered ones, unknown ones beside a title, and later references to somebody introduced."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from leadercheck.lexicon import Hit
from leadercheck.patterns import letters, pattern
from leadercheck.text import fold, folded_pattern
from leadercheck.titles import SURNAME, Reading

if TYPE_CHECKING:
    import regex

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
    rf"(?:(?:, | - | – |: ?| \(|,){ADDRESS}+|: | - | – | \(|(?: gồm| gồm có| là|:) (?:các )?{ADDRESS}+)"
)
"""A name behind a stop belongs to the title before it only when that title is nobody's in apposition."""
_BEFORE_NAME = folded_pattern(rf"(?:^|(?<=[\s(\"“'‘:,;–-]))((?:{ADDRESS})+)$")
_NO_PERSON = folded_pattern(
    r"(?<!\w)(?:(?<!con )đường|(?<!thành )phố|đại lộ|(?<!yêu )(?<!nhu )(?<!toàn )(?<!hoàn )cầu|"
    r"(?<!hiện )(?<!thị )(?<!môi )(?<!lập )(?<!công )(?<!chiến )(?<!quan )trường|thpt|thcs|tiểu học|công viên|quảng trường|"
    r"giải thưởng|(?<!lý )(?<!diễn )(?<!chú )(?<!hòa )giải|quỹ|bệnh viện|tượng đài|(?<!đối )(?<!hình )(?<!ấn )tượng|lăng|bảo tàng|"
    r"nhà lưu niệm|khu lưu niệm|khu di tích|nghĩa trang|phường|xã|quận|huyện|tàu|hầm|tư tưởng|chiến dịch|tháp|tp|thành phố|"
    r"ngõ|hẻm|kênh|sân vận động|sân|ga|trung tâm|nhà máy|thanh niên cộng sản|tncs|đại học|học viện|mang tên|tên đường|"
    r"(?<!trực )tuyến|ngã tư|ngã ba|giao lộ|nút giao|vòng xoay|thư viện|nhà hát|hãng|công ty|tập đoàn|doanh nghiệp|"
    r"thương hiệu|dòng họ|dãy|đèo|đảo|bến|chợ|khu|khu đô thị|lữ đoàn|trung đoàn|tiểu đoàn|(?<!quân )(?<!bộ )đội|"
    r"chính trị quốc gia|thiếu niên tiền phong|huân chương|huy hiệu) $"
)
_SYLLABLE: Final = r"\p{Lu}(?:\p{Lu}+|[\p{Ll}’']+\d\p{Ll}*|[\p{Ll}’']*)"
"""A figure in it is a VNI stroke that failed: "Chi1nh"."""
_INITIALS = letters(r"(?:\p{Lu}\p{Ll}{0,2}\. ?){1,3}(?:\p{Lu}\p{Ll}+ ){0,2}\p{Lu}\p{Ll}+")
"""A name whose first syllables are shortened: "Ng. Phú Trọng", "P.M. Chính"."""
_RUN = letters(rf"{_SYLLABLE}(?:[ -]{_SYLLABLE}){{0,5}}")
OPENER = letters(
    r" (?:Tuy|Ông|Bà|Tại|Theo|Trong|Sau|Trước|Ngày|Sáng|Chiều|Tối|Đây|Khi|Với|Ảnh|Phát|Cùng|Các|Những|Để|Từ|Hôm|Đồng chí|Về)"
    r" [\p{Ll}\d]"
)
"""The beginning of a sentence glued to a name."""
_RUN_BEFORE = letters(
    rf"(?:^|[^\w])(?P<run>{_SYLLABLE}(?: {_SYLLABLE}){{1,4}})(?:, | - | – | — | \(| là | hiện là |, hiện là )$"
)
_OPENING_ADDRESS = folded_pattern(r"(?:ông|bà|đồng chí|anh|chị) (?=\w+ \w)")
"""An honorific that is capital because it opens the sentence."""
_NEXT_SYLLABLE = letters(r" \p{Lu}\p{Ll}+")
_VIETNAMESE = pattern(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_CALLED_BY = letters(
    r"(?<!\w)(?P<called>[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Aa]nh|[Cc]hị|[Cc]ụ|[Nn]gài|[Tt]ướng|(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) tướng) "
    r"(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,4})(?![\p{L}])"
)
"""Anybody called by an honorific: an introduction, or a later reference."""
_HONORIFIC = pattern(
    r"(?:ông|bà|đồng chí|anh|chị|cụ|ngài|tướng|đại tướng|thượng tướng|trung tướng|thiếu tướng)(?= )"
)
"""Where one may begin."""


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


def names(
    text: str, folded: str, hits: Sequence[Hit], readings: Sequence[Reading], odd: Collection[int] = ()
) -> list[Draft]:
    """All names of persons in order of their place; later references only where somebody was introduced.

    `odd`: where registered names in odd capitals begin that a title touches.
    """
    found = list(_registered(text, folded, hits, readings, odd))
    found += _behind(text, folded, hits, found, readings)
    found += _before(text, folded, hits, found, readings)
    found.sort(key=lambda draft: draft.name_start or 0)
    if found:
        found += _later(text, folded, hits, found, readings)
        found.sort(key=lambda draft: draft.name_start or 0)
    return found


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
        called = _BEFORE_NAME.search(before)
        whole = called[1] if called else ""
        for until in (len(before), len(before) - len(whole)):
            found = _RANK.search(before[:until])
            if found:
                base = place - len(before)
                return base + found.start("rank"), base + found.end("rank")
    return None


def _registered(
    text: str, folded: str, hits: Sequence[Hit], readings: Sequence[Reading], odd: Collection[int]
) -> Iterator[Draft]:
    taken = [(r.bare, r.end) for r in readings]
    bares = [start for start, _ in taken]
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
        if _NO_PERSON.search(before) or (things and _JOINT.fullmatch(folded[things[-1] : hit.start])):
            things.append(hit.end)
            continue
        called = _BEFORE_NAME.search(before)
        runs_on, run_end = False, None
        if not printed.isupper():
            runs_on, run_end = _runs_on(text, hit, bares)
            runs_on = runs_on or (not called and _runs_in(text, before, hit.start, taken, nearest))
        yield Draft(
            hit.start - (len(called[1]) if called else 0), hit.end, hit.start, hit.end, printed, hit.atom.persons,
            runs_on=runs_on, run_end=run_end, odd=not capital, honorific=called[1].strip() if called else None,
        )  # fmt: skip


_BODY = folded_pattern(
    r"(?:bộ|ban|ủy ban|sở|cục|vụ|tổng|hội|viện|tòa|đảng|công ty|tập đoàn|liên|trung|quân|phòng|khối|nhà|đoàn|trường|ngân)(?!\w)"
)
"""Words that begin a body and no name."""
_JOINT = pattern(r" [-–] |, | và | sang | đến | tới | qua | nối | giao ")


def _runs_on(text: str, hit: Hit, bares: Sequence[int]) -> tuple[bool, int | None]:
    """Whether a longer capitalised name begins with this one, and where it ends."""
    following = _NEXT_SYLLABLE.match(text, hit.end)
    at = bisect_left(bares, hit.end + 1)
    if not following or OPENER.match(text, hit.end) or (at < len(bares) and bares[at] == hit.end + 1):
        return False, None
    run = _RUN.match(text, hit.start)
    return True, run.end() if run and len(run[0].split()) <= 5 else None


def _runs_in(text: str, before: str, start: int, taken: Sequence[tuple[int, int]], nearest: int) -> bool:
    """Whether a surname stands before the name, so that it is the end of a longer one."""
    word = before.rsplit(" ", 2)[-2:-1]
    at = start - 1 - len(word[0]) if word else -1
    if at < 0 or not before.endswith(" ") or not text[at].isupper() or not SURNAME.match(word[0] + " "):
        return False
    return not (nearest >= 0 and taken[nearest][0] <= at < taken[nearest][1])


def _run_behind(text: str, folded: str, reading: Reading) -> regex.Match[str] | None:
    """The capitalised run that stands where the name of a title stands, on the same line."""
    for joint in (TO_NAME, TO_NAME_LOOSE):
        gap = joint.match(folded, reading.end)
        if not gap or "\n" in gap[0] or _BODY.match(folded, gap.end()):
            continue
        run = _INITIALS.match(text, gap.end()) or _RUN.match(text, gap.end())
        spoken = gap[0].strip() == ":" and len(run[0].split()) < 3 if run else False
        if run and not spoken and (joint is TO_NAME or " " in run[0]):
            return run
    return None


def _behind(
    text: str, folded: str, hits: Sequence[Hit], known: Sequence[Draft], readings: Sequence[Reading]
) -> Iterator[Draft]:
    """Names nobody in the register bears, behind a title."""
    starts = [draft.name_start or 0 for draft in known]
    bares = [r.bare for r in readings]
    things = {h.start for h in hits if not h.atom.persons}
    for reading in readings:
        run = _run_behind(text, folded, reading)
        if run is None:
            continue
        begin, name = run.start(), run[0].rstrip("-")
        if begin in things or _holds_one(starts, begin, run.end()) or _holds_one(bares, begin, begin + 1):
            continue
        initials = "." in name
        single = " " not in name and "-" not in name and not initials
        vietnamese = (
            is_vietnamese(name)
            if not (single or initials)
            else all(_VIETNAMESE.fullmatch(s) for s in name.lower().split() if not s.endswith("."))
        )
        nobody = reading.elsewhere or reading.open or not reading.positions
        if (single and (vietnamese or name.isupper())) or (not vietnamese and nobody and not reading.foreign):
            continue
        yield Draft(begin, begin + len(name), begin, begin + len(name), name, alien=not vietnamese)


def _holds_one(ordered: Sequence[int], begin: int, end: int) -> bool:
    at = bisect_left(ordered, begin)
    return at < len(ordered) and ordered[at] < end


def _before(
    text: str, folded: str, hits: Sequence[Hit], known: Sequence[Draft], readings: Sequence[Reading]
) -> Iterator[Draft]:
    """Names nobody in the register bears, with a title in apposition: "ông X, Chủ tịch …"."""
    taken = _taken(hits, known)
    for reading in readings:
        begin = max(0, reading.start - 60)
        found = _RUN_BEFORE.search(text[begin : reading.start])
        if found is None:
            continue
        start, end = begin + found.start("run"), begin + found.end("run")
        opening = _OPENING_ADDRESS.match(folded, start, end)
        start = opening.end() if opening else start
        called = _BEFORE_NAME.search(folded[max(0, start - 40) : start])
        name = text[start:end]
        vietnamese = is_vietnamese(name)
        if not called and (len(name.split()) < 3 or not vietnamese):
            continue
        if _overlaps(taken, start, end) or _NO_PERSON.search(folded[max(0, start - 40) : start]):
            continue
        first = start - (len(called[1]) if called else 0)
        yield Draft(first, end, start, end, name, alien=not vietnamese)


def _taken(hits: Sequence[Hit], known: Sequence[Draft]) -> list[tuple[int, int]]:
    spans = [(h.start, h.end) for h in hits if not h.atom.terms]
    return sorted([*spans, *((d.name_start or 0, d.name_end or 0) for d in known)])


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(taken, (end, 0)) - 1
    return index >= 0 and taken[index][1] > start


def _called(text: str, folded: str) -> Iterator[regex.Match[str]]:
    """Everybody called by an honorific; the places to look at are found first, which is much faster."""
    read = 0
    for place in _HONORIFIC.finditer(folded):
        found = _CALLED_BY.match(text, place.start()) if place.start() >= read else None
        if found:
            read = found.end()
            yield found


def _later(
    text: str, folded: str, hits: Sequence[Hit], known: Sequence[Draft], readings: Sequence[Reading]
) -> Iterator[Draft]:
    """References like "Ông Chính", "bà Kim Ngân", "Bộ trưởng Nghĩa", where the latest person of that given name is one of ours.

    Whoever is called by an honorific and a full name counts as introduced, registered or not.
    """
    people: list[tuple[int, list[str], bool]] = [
        (d.name_end or 0, fold(d.name or "").split(), True) for d in known if d.name
    ]
    taken = _taken(hits, known)
    short: list[tuple[int, int, int, str]] = []
    for found in _called(text, folded):
        start, end = found.span("name")
        if _overlaps(taken, start, end):
            continue
        if len(found["name"].split()) > 2:
            people.append((end, fold(found["name"]).split(), False))
        else:
            short.append((found.start(), start, end, found["name"]))
    for reading in readings:
        run = _RUN.match(text, reading.end + 1) if folded.startswith(" ", reading.end) else None
        if run and len(run[0].split()) <= 2 and not run[0].isupper() and not _overlaps(taken, *run.span()):
            short.append((run.start(), run.start(), run.end(), run[0]))
    people.sort(key=lambda item: item[0])
    ends = [end for end, _, _ in people]
    for begin, start, end, name in sorted(set(short)):
        syllables = fold(name).split()
        for _, full, ours in reversed(
            people[max(0, bisect_right(ends, start) - _MEMORY) : bisect_right(ends, start)]
        ):
            if len(full) > len(syllables) and full[-len(syllables) :] == syllables:
                if ours:
                    yield Draft(begin, end, start, end, name, later=True)
                break


_NEAR: Final = 240
"""So far around a name a word of promotion is looked for."""
_MEMORY: Final = 60
"""So many names back a later reference is looked for."""


def is_vietnamese(name: str) -> bool:
    """Whether a name begins with a Vietnamese surname and has Vietnamese syllables only."""
    return bool(SURNAME.match(fold(name))) and all(_VIETNAMESE.fullmatch(s) for s in name.lower().split())
