"""Which title belongs to which name; shared titles of a list; titles that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise, zip_longest
from typing import Final

from msgspec.structs import replace

from leadercheck.chains import own_from
from leadercheck.frames import GENITIVE
from leadercheck.lexicon import FOREIGN_HEADS, Hit
from leadercheck.naming import names
from leadercheck.patterns import letters
from leadercheck.spotting import ADDRESS, BEHIND_RANK, OPENER, TO_NAME, TO_NAME_LOOSE, Draft, called_from
from leadercheck.text import fold, folded_pattern
from leadercheck.titles import Reading

_ASIDE: Final = (
    r"(?: ?\([^()\n]{2,80}\)|, (?:sinh (?:ngày \d{1,2}[/-]\d{1,2}[/-])?(?:năm )?\d{4}|sn \d{4}|\d{2} tuổi))"
)
"""Between a name and its titles: an age, a year of birth, a word of the caption."""
_BELOW: Final = r"(?:(?:tuv|huv|thuv|tỉnh ủy viên|thành ủy viên|uv ?btv(?: (?:tỉnh|thành) ủy)?|thường vụ (?:tỉnh|thành) ủy)(?:, | - | – ))"
"""A seat on a committee of the province, which the register does not list, before the office."""
_FROM_BELOW = folded_pattern(_BELOW)
_TO_TITLE = folded_pattern(
    rf"{_ASIDE}?(?:, | , |- |– | ?\((?:\d{{2}} tuổi|sinh năm \d{{4}}|sn \d{{4}}), | - | – | — |-|–|, - | \(|\(|,? (?:đều |đều là |cùng là )|"
    r",? (?:là |người )?(?:nay|trước đây|khi đó|lúc đó|khi ấy|đã từng|từng|còn|vốn) (?:là|làm|giữ chức(?: vụ)?) | là | hiện là |, hiện là |, là |, hiện |, đang là |: |, với tư cách |/"
    r"| (?:thôi |được (?:bầu|bổ nhiệm|phân công|đề cử|giới thiệu(?: để bầu)?) )?(?:làm|giữ chức(?: vụ| danh)?) "
    r"|,? hiện (?:nay |đang )?(?:giữ (?:chức(?: vụ)?|cương vị)|đảm nhiệm|làm) )"
    rf"{_BELOW}?(?:ngày |kiêm )?(?:nguyên |cựu |cố |quyền |tân |phụ trách |nguyên là )?"
)
_FARTHEST: Final = 130
"""Code points between a name and the titles in apposition."""
_VERB = folded_pattern(
    r" (?:đã|đang|sẽ|vừa|cũng|cho biết|cho rằng|đề nghị|yêu cầu|khẳng định|nhấn mạnh|phát biểu|chỉ đạo|nói|báo cáo|giao)(?!\w)"
)
NEXT_NAME = folded_pattern(
    rf"(?: \([^()]{{2,30}}\))?(?:, | và |; |, và |; và |,)(?:các |hai |ba )?(?:{ADDRESS})*"
)
_CAPITAL = letters(r" (?:\p{Lu}\. ?)?(?:\p{Lu}\p{Ll}[\p{L}’']*|\p{Lu}(?!\p{L}))(?!\d)")
_LETTERS = letters(r" \p{Lu}{2,}(?!\p{Ll})")
"""A body by its letters: "Chánh án TAND khu vực 2"."""
_TO_JOINT = folded_pattern(rf"(?:,|:| là| gồm| -| –| —)? (?:các |hai )?(?:{ADDRESS})*")
_AND_NAME = folded_pattern(
    rf"(?: \([^()]{{2,30}}\))?(?:, | và | - | – | cùng | với |, và )(?:các |hai )?(?:{ADDRESS})*"
)
_DASHES: Final = (" - ", " – ", " — ")
"""Between two bearers of a plural: "hai ngoại trưởng A - B"."""
_REPLACED = folded_pattern(r"(?<!\w)(?:kế nhiệm|thay|thay thế|thay cho|tiếp quản từ) $")
_TO_TAKE = folded_pattern(r",? (?:làm|giữ chức|để làm|để giữ)")
_SHARED_GAP: Final = 60
_CLAUSE: Final = 300
"""Code points within which a clause has its subject."""
_RESPECTIVELY = folded_pattern(
    r"(?:, | )(?:lần lượt |tương ứng )(?:là |giữ chức |làm )?(?:các )?| - | – | — "
)
_EACH = folded_pattern(r", | và |, và ")
_TO_NAMES = folded_pattern(rf",? (?:là )?(?:các|hai) {ADDRESS}")
_HELD_BY_SEVERAL: Final = tuple(map(fold, ("phó ", "ủy viên", "thứ trưởng", "bí thư trung ương")))
_OPENING: Final = ("Ông ", "Bà ")
_SEAT: Final = fold("ủy viên")
_OPENS_ROW = folded_pattern(rf": ?(?:các )?(?:{ADDRESS})*")
_BESIDE_OFFICE = folded_pattern(
    rf"(?:, (?:phó )?trưởng (?:đoàn|ban|tiểu ban)(?: [\w/.]+){{0,8}}?| phụ trách(?: [\w]+){{1,5}}?| điều hành) (?:{ADDRESS})*"
)
"""An office of another kind, or a field, between a title and the name."""
_ON_CHANGE = folded_pattern(rf"(?: nhiệm k[ỳì] \d{{4}} ?[-–] ?\d{{4}},?)? (?:đối với|cho|với) (?:{ADDRESS})+")
_OFFICE = folded_pattern(
    r"(?<!\w)(?:chức(?: vụ| danh)?|miễn nhiệm|bãi nhiệm|bầu|phê chuẩn|chuẩn y|bổ nhiệm|nhiệm vụ) (?:tân )?$"
)
"""Before a title that somebody is given or relieved of: "miễn nhiệm chức danh Chủ tịch UBND tỉnh đối với ông A"."""
_BECOMES = folded_pattern(
    rf"\)?{_ASIDE}?,?(?: (?:khóa|nhiệm k[ỳì]) [\w–-]+(?: ?[-–] ?\d{{4}})?)?,?(?: -| –)?"
    r"(?: (?:đã|vừa|mới|sẽ|cũng|chính thức|tiếp tục))*"
    r"(?: được [^.;:!?\n]{0,70}?(?:bầu(?: lại| tái đắc cử| tái cử)?|làm|là|giữ|vào|nhận|bổ nhiệm|chỉ định)| để (?:hđnd |quốc hội )?bầu| tái (?:đắc )?cử| tái bầu| đắc cử| trúng cử| giữ| làm|"
    r" đảm nhiệm| trở thành| nhận)(?: làm| là| giữ)?(?: chức(?: vụ| danh)?| cương vị| trọng trách| nhiệm vụ)? (?:tân )?"
)
_SOMEBODY_ELSE = folded_pattern(r"(?<!\w)(?:cho|đối với|với|thay|ông|bà|đồng chí|trao|của)(?!\w)")
_IN_CHARGE: Final = fold("phụ trách")


def mentions(
    text: str, folded: str, hits: Sequence[Hit], readings: Sequence[Reading], odd: Collection[int] = ()
) -> list[Draft]:
    """All references in order of their place: names with their titles, titles alone; `odd` as in `names`."""
    found = names(text, folded, hits, readings, odd)
    owner: dict[int, Draft] = {}
    _divide(folded, found, readings, owner)
    _distribute(folded, found, readings, owner)
    # "… nhận nhiệm vụ Phó Trưởng ban Ông A": a capital honorific opens the sentence behind a caption or a headline.
    inside = [d for d in found if not (text.startswith(_OPENING, d.start) and d.start < (d.name_start or 0))]
    _attach_before(folded, inside, readings, owner, TO_NAME)
    _attach_after(folded, found, readings, owner)
    outside = _attach_change(folded, found, readings, owner)
    _attach_before(folded, found, readings, owner, TO_NAME_LOOSE)
    _attach_before(folded, found, readings, owner, _BESIDE_OFFICE)
    _attach_before(folded, found, readings, owner, _ON_CHANGE)
    _share(folded, found)
    many = _of_the_many(folded, readings, owner)
    lands = {h.start: h.end for h in hits if h.atom.countries and text[h.start].isupper()}
    alone = [
        Draft(
            called_from(folded, r.start),
            r.end,
            None,
            None,
            None,
            readings=[r],
            chained=bool(r.chain) and r is not r.chain[0],
            runs_on=_is_part(text, folded, r, after) or _has_subject(text, lands, r.start),
        )
        for r, after in zip_longest(readings, readings[1:])
        if id(r) not in owner and not r.plural and id(r) not in many
    ]
    for draft in found:
        draft.readings.sort(key=lambda r: r.start)
        own = [r for r in draft.readings if owner.get(id(r)) is draft and id(r) not in outside]
        draft.start = min([draft.start, *(r.start for r in own)])
        draft.end = max([draft.end, *(r.end for r in own)])
    return sorted([*found, *alone], key=lambda draft: (draft.start, draft.end))


def _of_the_many(folded: str, readings: Sequence[Reading], owner: Collection[int]) -> set[int]:
    """Titles that several hold, in a row that a plural opens: "các đồng chí Ủy viên Bộ Chính trị, Phó Chủ tịch nước"."""
    many: set[int] = set()
    for one, other in pairwise(readings):
        opened = (one.plural and id(one) not in owner) or id(one) in many
        if (
            opened
            and other.head.startswith(_HELD_BY_SEVERAL)
            and _EACH.fullmatch(folded, one.end, other.start)
        ):
            many.add(id(other))
    return many


def _is_part(text: str, folded: str, reading: Reading, after: Reading | None) -> bool:
    """Whether a title alone is only the beginning of a longer one ("Thống đốc Fed"), or may share its country with the next."""
    capital = (
        _CAPITAL.match(text, reading.end) or (reading.open and _LETTERS.match(text, reading.end))
    ) and not text[reading.bare : reading.end].isupper()
    if capital and not OPENER.match(text, reading.end):
        return True
    if after is None or not after.foreign or "việt nam" in folded[reading.bare : reading.end]:
        return False
    gap = folded[reading.end : after.bare]
    # "Chủ tịch nước và Tổng thống Nga" are of two countries.
    return gap in (", ", " kiêm ") or (gap == " và " and after.head not in FOREIGN_HEADS)


def _has_subject(text: str, lands: dict[int, int], start: int) -> bool:
    """Whether a country begins the sentence and acts, so that the office may be its own ("Ukraine có Bộ trưởng Quốc phòng mới")."""
    first = max(0, start - _CLAUSE)
    stops = [(text.rfind(mark, first, start), len(mark)) for mark in ("\n", ". ", "; ")]
    opening = max(at + length if at >= 0 else 0 for at, length in stops)
    until = lands.get(opening) if opening >= first else None
    if until is None or not text[until + 1 : until + 2].islower():
        return False
    return not any(stop in text[until:start] for stop in ",:;|")


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
        place = index - 1
        if joint is _BESIDE_OFFICE and place and readings[place].head == _IN_CHARGE:
            place -= 1
        last = readings[place]
        gap = folded[last.end : draft.name_start]
        if id(last) in owner or len(gap) > 60 or "\n" in gap or not joint.fullmatch(gap):
            continue
        if joint is _ON_CHANGE and not _OFFICE.search(folded, 0, last.chain[0].start):
            continue
        if gap.startswith(",") and GENITIVE.search(
            folded[max(0, last.chain[0].start - 40) : last.chain[0].start]
        ):
            continue
        for reading in last.chain[own_from(folded, last.chain) : last.chain.index(last) + 1]:
            if id(reading) not in owner:
                owner[id(reading)] = draft
                draft.readings.append(reading)
                if joint is _BESIDE_OFFICE and gap.startswith(","):
                    reading.frame = reading.frame or "ambiguous-owner"
        at = place - last.chain.index(last)
        opener = readings[at - 1] if at > 0 else None
        # "các đồng chí Ủy viên Trung ương Đảng: Chủ nhiệm … X; Bí thư … Y"
        opens = opener and opener.plural and _OPENS_ROW.fullmatch(folded, opener.end, readings[at].start)
        if opener and opens and id(opener) not in owner:
            owner[id(opener)] = draft
            draft.readings.append(opener)


def _divide(folded: str, names: list[Draft], readings: Sequence[Reading], owner: dict[int, Draft]) -> None:
    """The office of several countries, one each for the names behind it: "hai Thủ tướng Việt Nam và Lào, ông A và ông B".

    Where the country is not ours, or not named, the title is foreign unless the register has the bearer hold it.
    """
    for reading in readings:
        if not reading.joint:
            continue
        at = bisect_left(names, reading.end, key=lambda draft: draft.name_start or 0)
        row = names[at : at + 1]
        if not row or not _TO_JOINT.fullmatch(folded, reading.end, row[0].name_start or 0):
            continue
        for draft in names[at + 1 : at + max(2, len(reading.sides))]:
            if not _AND_NAME.fullmatch(folded, row[-1].name_end or 0, draft.name_start or 0):
                break
            row.append(draft)
        if len(row) > 1:
            sides = reading.sides if len(reading.sides) == len(row) else (False,) * len(row)
            owner[id(reading)] = row[0]
            for draft, home in zip(row, sides, strict=True):
                end = reading.side_end if home or not reading.sides else reading.end
                draft.readings.append(replace(reading, end=end, foreign=not home, plural=False, chain=[]))
                draft.shared = True


def _distribute(
    folded: str, names: list[Draft], readings: Sequence[Reading], owner: dict[int, Draft]
) -> None:
    """As many titles as names, one each in order: "A và B, lần lượt là Bí thư và Chủ tịch", "Bí thư và Chủ tịch, các ông A và B"."""
    for index, (one, other) in enumerate(pairwise(readings)):
        if not _EACH.fullmatch(folded, one.end, other.bare) or one.elsewhere or other.elsewhere:
            continue
        beside = [*readings[max(0, index - 1) : index], *readings[index + 2 : index + 3]]
        if any(len(r.chain) > 1 and (one in r.chain or other in r.chain) for r in beside):
            continue
        at = bisect_left(names, one.start, key=lambda draft: draft.name_start or 0)
        ahead, behind = names[max(0, at - 2) : at], names[at : at + 2]
        if _are_joined(folded, ahead) and _RESPECTIVELY.fullmatch(folded, ahead[1].name_end or 0, one.start):
            pair = ahead
        elif _are_joined(folded, behind) and _TO_NAMES.fullmatch(
            folded, other.end, behind[0].name_start or 0
        ):
            pair = behind
        else:
            continue
        for reading, draft in zip((one, other), pair, strict=True):
            # "lần lượt là" gives out; it tells of no change.
            reading.told = "now" if pair is ahead else ""
            owner[id(reading)] = draft
            draft.readings.append(reading)


def _are_joined(folded: str, pair: Sequence[Draft]) -> bool:
    return (
        len(pair) == 2
        and NEXT_NAME.fullmatch(folded, pair[0].name_end or 0, pair[1].name_start or 0) is not None
    )


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
        if len(gap) > _FARTHEST or not _TO_TITLE.fullmatch(gap) or "\n" in gap:
            continue
        titled = any(reading.start < (draft.name_start or 0) for reading in draft.readings)
        if titled and _FROM_BELOW.search(gap):
            # "Chủ tịch A, Tỉnh ủy viên, Bí thư Đảng ủy B": of a row of titles and names the seat opens the next item.
            continue
        if _TO_TAKE.match(gap) and _REPLACED.search(folded[max(0, draft.start - 14) : draft.start]):
            # "kế nhiệm ông A làm Chủ tịch": somebody else takes the office.
            continue
        follower = names[position + 1] if position + 1 < len(names) else None
        chain = first.chain[first.chain.index(first) :]
        listed = folded.endswith("; ", 0, draft.start)
        stranger = not draft.persons and draft.start == draft.name_start and not listed
        if (stranger or any(r.start < draft.start for r in draft.readings)) and _acts(folded, chain[-1].end):
            # "với Phó Thủ tướng A, Chủ tịch UBND tỉnh đã đề nghị": somebody else begins to speak.
            continue
        theirs = follower is not None and owner.get(id(chain[-1])) is follower
        if theirs and (len(chain) == 1 or titled):
            continue
        if follower is not None and BEHIND_RANK.fullmatch(folded, chain[-1].end, follower.name_start or 0):
            # "A, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng, Đại tướng B": the last titles may be B's.
            for reading in chain:
                reading.frame = "ambiguous-owner"
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
        after = readings[index + len(chain)] if index + len(chain) < len(readings) else None
        if after and id(after) not in owner and _goes_on(folded, chain[-1], after, follower):
            owner.update((id(reading), draft) for reading in after.chain)
            draft.readings += after.chain


def _goes_on(folded: str, seat: Reading, after: Reading, follower: Draft | None) -> bool:
    """Whether the offices go on behind a seat and a semicolon: "A, Ủy viên Bộ Chính trị; Trưởng Ban …; B, …"."""
    seated = seat.head.startswith(_SEAT) and folded[seat.end : after.start] == "; "
    return seated and (follower is None or (follower.name_start or 0) > after.chain[-1].end)


def _attach_change(
    folded: str, names: list[Draft], readings: Sequence[Reading], owner: dict[int, Draft]
) -> set[int]:
    """What somebody becomes, behind his name and his titles: "ông A, Chủ tịch …, được bầu giữ chức Bí thư …".

    These titles are his, but stand outside the reference.
    """
    index, outside = 0, set[int]()
    for draft, follower in zip_longest(names, names[1:]):
        last = max([draft.name_end or 0, *(r.end for r in draft.readings)])
        while index < len(readings) and readings[index].bare < last:
            index += 1
        if index == len(readings):
            break
        first = readings[index]
        taken = id(first) in owner or (follower is not None and (follower.name_start or 0) < first.start)
        replaced = _REPLACED.search(folded[max(0, draft.start - 14) : draft.start])
        if taken or replaced or first.start - last > _FARTHEST:
            continue
        gap = folded[last : first.start]
        if _BECOMES.fullmatch(gap) and not _SOMEBODY_ELSE.search(gap):
            for reading in first.chain[first.chain.index(first) :]:
                if id(reading) not in owner:
                    owner[id(reading)] = draft
                    draft.readings.append(reading)
                    outside.add(id(reading))
    return outside


def _acts(folded: str, end: int) -> bool:
    """Whether a verb follows at once, so that the title before it can be a subject of its own."""
    return _VERB.match(folded, end) is not None


def _share(folded: str, found: list[Draft]) -> None:
    """A plural title, or one before a colon, goes to every name of the row behind it ("các Phó Thủ tướng: A, B")."""
    row: list[Reading] = []
    commas = False
    previous: Draft | None = None
    for draft in found:
        begin = draft.name_start or 0
        if previous is not None:
            end = max([previous.name_end or 0, *(r.end for r in previous.readings if r.end <= begin)])
            gap = folded[end : min([begin, *(r.start for r in draft.readings if r.end <= begin)])]
            joined = len(gap) < _SHARED_GAP and NEXT_NAME.fullmatch(gap) is not None
            joined = joined or (gap in _DASHES and any(r.plural for r in row))
            if any(r.end <= begin for r in draft.readings):
                # "các Phó Thủ tướng A, B; Bí thư X": a title of one's own ends the row of a plural.
                row = [r for r in row if _heads_row(folded, r)]
            # Where commas part the row, a semicolon ends it: "các Ủy viên …: Bộ trưởng A, Bộ trưởng B; Đại sứ C".
            joined = joined and not (commas and ";" in gap)
            commas = joined and (commas or gap.startswith(","))
            shared = [r for r in row if r.end <= begin] if joined else []
            if shared and not any(r.head == s.head for r in draft.readings for s in shared):
                draft.readings = [*shared, *draft.readings]
                draft.shared = True
            elif not joined:
                row = []
        row += [
            r
            for r in draft.readings
            if r not in row and r.end <= begin and (r.plural or _heads_row(folded, r))
        ]
        previous = draft


def _heads_row(folded: str, reading: Reading) -> bool:
    return folded.startswith(":", reading.end)
