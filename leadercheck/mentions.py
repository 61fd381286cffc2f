"""Names, and which title belongs to which name; shared titles of a list; frames in which a title is not held."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import regex

from leadercheck.frames import GENITIVE
from leadercheck.lexicon import Hit
from leadercheck.text import fold, folded_pattern
from leadercheck.titles import SURNAME, Reading

_RANKS: Final = (
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá",
    "đô đốc", "phó đô đốc", "chuẩn đô đốc", r"pgs\.ts", r"gs\.ts", r"gs\.tskh", "pgs", "gs", "ts", "tskh", "ths", "bs",
    "giáo sư", "phó giáo sư", "tiến sĩ", "tiến sỹ", "thạc sĩ", "luật sư", "kỹ sư", "nhà báo", "nhà thơ", "nghệ sĩ",
)  # fmt: skip
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
)
_CALLED: Final = "|".join(sorted((*_RANKS, *_HONORIFICS), key=len, reverse=True))
_ADDRESS: Final = rf"(?:(?:{_CALLED})(?:[ .,]|$)[ .]?)"
_TO_NAME = folded_pattern(rf" (?:{_ADDRESS})*")
_TO_NAME_LOOSE = folded_pattern(rf"(?:(?:, | - | – |: ?| \(|,){_ADDRESS}+|: | - | – )")
"""A name behind a stop belongs to the title before it only when that title is nobody's in apposition."""
_TO_TITLE = folded_pattern(
    r"(?:, | - | – | — |-|–|, - | \(|\(| là | hiện là |, hiện là |, là |, hiện |, đang là |: |, với tư cách |/"
    r"| (?:được (?:bầu|bổ nhiệm|phân công) )?(?:làm|giữ chức(?: vụ| danh)?) )"
    r"(?:ngày |kiêm )?(?:nguyên |cựu |quyền |tân |phụ trách |nguyên là )?"
)
_VERB = folded_pattern(
    r" (?:đã|đang|sẽ|vừa|cũng|cho biết|cho rằng|đề nghị|yêu cầu|khẳng định|nhấn mạnh|phát biểu|chỉ đạo|nói|báo cáo|giao)(?!\w)"
)
_NEXT_NAME = folded_pattern(rf"(?:, | và |; |, và |; và |,)(?:{_ADDRESS})*")
_BEFORE_NAME = folded_pattern(rf"(?:^|(?<=[\s(\"“'‘:,;–-]))((?:{_ADDRESS})+)$")
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
_SYLLABLE: Final = r"\p{Lu}(?:\p{Lu}+|[\p{Ll}’']*)"
_RUN = regex.compile(rf"{_SYLLABLE}(?:[ -]{_SYLLABLE}){{1,5}}")
_OPENER = regex.compile(
    r" (?:Tuy|Ông|Bà|Tại|Theo|Trong|Sau|Trước|Ngày|Sáng|Chiều|Tối|Đây|Khi|Với|Ảnh|Phát|Cùng|Các|Những|Để|Từ|Hôm|Đồng chí|Về)"
    r" [\p{Ll}\d]"
)
"""The beginning of a sentence glued to a name."""
_RUN_BEFORE = regex.compile(
    rf"(?:^|[^\w])(?P<run>{_SYLLABLE}(?: {_SYLLABLE}){{1,4}})(?:, | - | – | — | \(| là | hiện là |, hiện là )$"
)
_NEXT_SYLLABLE = regex.compile(r" \p{Lu}\p{Ll}+")
_VIETNAMESE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


@dataclass(slots=True)
class Draft:
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
    run_end: int | None = None
    """Where the longer capitalised name ends that begins with this one."""
    alien: bool = False
    """A name nobody in the register bears, and not of Vietnamese syllables."""
    honorific: str | None = None


def mentions(text: str, folded: str, hits: Sequence[Hit], readings: Sequence[Reading]) -> list[Draft]:
    """All references in order of their place: names with their titles, unknown names behind a title, titles alone."""
    names = _names(text, folded, hits, readings)
    _unknown_behind(text, folded, names, readings)
    _unknown_before(text, folded, hits, names, readings)
    names.sort(key=lambda draft: draft.name_start or 0)
    owner: dict[int, Draft] = {}
    _attach_before(folded, names, readings, owner, _TO_NAME)
    _attach_after(folded, names, readings, owner)
    _attach_before(folded, names, readings, owner, _TO_NAME_LOOSE)
    _share(folded, names)
    alone = [
        Draft(r.start, r.end, None, None, None, readings=[r])
        for r in readings
        if id(r) not in owner and not r.plural
    ]
    for draft in names:
        draft.readings.sort(key=lambda r: r.start)
        own = [r for r in draft.readings if owner.get(id(r)) is draft]
        draft.start = min([draft.start, *(r.start for r in own)])
        draft.end = max([draft.end, *(r.end for r in own)])
    return sorted([*names, *alone], key=lambda draft: (draft.start, draft.end))


def _names(text: str, folded: str, hits: Sequence[Hit], readings: Sequence[Reading]) -> list[Draft]:
    taken = [(r.bare, r.end) for r in readings]
    heads = {r.bare for r in readings}
    found: list[Draft] = []
    things: list[int] = []
    """Where names end that mean streets, schools and the like: "giao lộ A - B"."""
    position = 0
    for hit in hits:
        if not hit.atom.persons:
            continue
        while position < len(taken) and taken[position][1] <= hit.start:
            position += 1
        if position < len(taken) and taken[position][0] <= hit.start < taken[position][1]:
            continue
        printed = text[hit.start : hit.end]
        if not all(part[:1].isupper() for part in printed.split()):
            continue
        behind = taken[position - 1][1] if position else 0
        before = folded[max(behind, hit.start - 40) : hit.start]
        if _NO_PERSON.search(before) or (things and folded[things[-1] : hit.start] == " - "):
            things.append(hit.end)
            continue
        called = _BEFORE_NAME.search(before)
        start = hit.start - (len(called[1]) if called else 0)
        runs_on, run_end = False, None
        if not printed.isupper():
            following = _NEXT_SYLLABLE.match(text, hit.end)
            runs_on = bool(following) and hit.end + 1 not in heads and not _OPENER.match(text, hit.end)
            if runs_on and (run := _RUN.match(text, hit.start)) and len(run[0].split()) <= 5:
                run_end = run.end()
            if not called:
                word = before.rsplit(" ", 2)[-2:-1]
                at = hit.start - 1 - len(word[0]) if word else -1
                runs_on = runs_on or bool(
                    word and at >= 0 and text[at].isupper() and SURNAME.match(word[0] + " ") and before.endswith(" ")
                    and not any(r.bare <= at < r.end for r in readings)
                )  # fmt: skip
        found.append(
            Draft(
                start, hit.end, hit.start, hit.end, printed, hit.atom.persons, runs_on=runs_on, run_end=run_end,
                honorific=called[1].strip() if called else None,
            )
        )  # fmt: skip
    return found


def _run_behind(text: str, folded: str, reading: Reading) -> regex.Match[str] | None:
    """The capitalised run that stands where the name of a title stands, on the same line."""
    for joint in (_TO_NAME, _TO_NAME_LOOSE):
        gap = joint.match(folded, reading.end)
        if gap and "\n" not in gap[0] and (run := _RUN.match(text, gap.end())):
            return run
    return None


def _unknown_behind(text: str, folded: str, names: list[Draft], readings: Sequence[Reading]) -> None:
    """Names nobody in the register bears, behind a title."""
    starts = {draft.name_start for draft in names}
    bares = [r.bare for r in readings]
    for reading in readings:
        run = _run_behind(text, folded, reading)
        if run is None or run.start() in starts or run.start() in bares:
            continue
        begin = run.start()
        if any(s is not None and begin < s < run.end() for s in starts):
            continue
        name = run[0].rstrip("-")
        vietnamese = _is_vietnamese(name)
        if (
            not vietnamese
            and (reading.elsewhere or reading.open or not reading.positions)
            and not reading.foreign
        ):
            continue
        end = begin + len(name)
        names.append(Draft(begin, end, begin, end, name, alien=not vietnamese))


def _unknown_before(
    text: str, folded: str, hits: Sequence[Hit], names: list[Draft], readings: Sequence[Reading]
) -> None:
    """Names nobody in the register bears, with a title in apposition: "ông X, Chủ tịch …"."""
    known = sorted((d.name_start or 0, d.name_end or 0) for d in names)
    taken = sorted([*known, *((h.start, h.end) for h in hits if not h.atom.terms)])
    for reading in readings:
        begin = max(0, reading.start - 60)
        found = _RUN_BEFORE.search(text[begin : reading.start])
        if found is None:
            continue
        start, end = begin + found.start("run"), begin + found.end("run")
        called = _BEFORE_NAME.search(folded[max(0, start - 40) : start])
        syllables = len(found["run"].split())
        if not called and (syllables < 3 or not _is_vietnamese(found["run"])):
            continue
        index = bisect_right(taken, (end, 0)) - 1
        if (index >= 0 and taken[index][1] > start) or _NO_PERSON.search(folded[max(0, start - 40) : start]):
            continue
        first = start - (len(called[1]) if called else 0)
        names.append(Draft(first, end, start, end, found["run"], alien=not _is_vietnamese(found["run"])))


def _is_vietnamese(name: str) -> bool:
    folded = fold(name)
    return bool(SURNAME.match(folded)) and all(_VIETNAMESE.fullmatch(s) for s in name.lower().split())


def _attach_before(
    folded: str,
    names: list[Draft],
    readings: Sequence[Reading],
    owner: dict[int, Draft],
    joint: re.Pattern[str],
) -> None:
    index = 0
    for draft in names:
        assert draft.name_start is not None  # noqa: S101  # names always have a place
        while index < len(readings) and readings[index].end <= draft.name_start:
            index += 1
        if index == 0:
            continue
        last = readings[index - 1]
        gap = folded[last.end : draft.name_start]
        if id(last) in owner or len(gap) > 60 or "\n" in gap or not joint.fullmatch(gap):
            continue
        if gap.startswith(",") and GENITIVE.search(
            folded[max(0, last.chain[0].start - 40) : last.chain[0].start]
        ):
            continue
        for reading in last.chain[: last.chain.index(last) + 1]:
            if id(reading) not in owner:
                owner[id(reading)] = draft
                draft.readings.append(reading)


def _attach_after(
    folded: str, names: list[Draft], readings: Sequence[Reading], owner: dict[int, Draft]
) -> None:
    index = 0
    for position, draft in enumerate(names):
        assert draft.name_end is not None  # noqa: S101  # names always have a place
        while index < len(readings) and readings[index].bare < draft.name_end:
            index += 1
        if index == len(readings):
            break
        first = readings[index]
        gap = folded[draft.name_end : first.bare]
        if len(gap) > 30 or not _TO_TITLE.fullmatch(gap) or "\n" in gap:
            continue
        follower = names[position + 1] if position + 1 < len(names) else None
        chain = first.chain[first.chain.index(first) :]
        if any(r.start < draft.start for r in draft.readings) and _acts(folded, chain[-1].end):
            # "với Phó Thủ tướng A, Chủ tịch UBND tỉnh đã đề nghị": somebody else begins to speak.
            continue
        theirs = follower is not None and owner.get(id(chain[-1])) is follower
        if theirs and (len(chain) == 1 or any(r.start < (draft.name_start or 0) for r in draft.readings)):
            continue
        for reading in chain:
            if theirs and reading is chain[-1]:
                break
            if theirs and follower is not None:
                follower.readings.remove(reading)
                reading.frame = "ambiguous-owner"
                owner[id(reading)] = draft
                draft.readings.append(reading)
            elif id(reading) not in owner:
                owner[id(reading)] = draft
                draft.readings.append(reading)


def _acts(folded: str, end: int) -> bool:
    """Whether a verb follows at once, so that the title before it can be a subject of its own."""
    return _VERB.match(folded, end) is not None


def _share(folded: str, names: list[Draft]) -> None:
    """A plural title goes to every name of the row behind it ("các Phó Thủ tướng: A, B và C")."""
    previous: Draft | None = None
    for draft in names:
        if previous and not draft.readings:
            plural = [r for r in previous.readings if r.plural and r.end <= (draft.name_start or 0)]
            gap = folded[previous.end : draft.name_start]
            if plural and len(gap) < 40 and _NEXT_NAME.fullmatch(gap):
                draft.readings = plural
                draft.shared = True
        previous = draft
