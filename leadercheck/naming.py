"""All names of a text: registered ones, unknown ones beside a title, and later references to somebody introduced."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from leadercheck.lexicon import Hit
from leadercheck.patterns import letters, pattern
from leadercheck.spotting import (
    ADDRESS,
    BEFORE_NAME,
    NO_PERSON,
    RUN,
    SYLLABLE,
    TO_NAME,
    TO_NAME_LOOSE,
    Draft,
    registered,
)
from leadercheck.surnames import SURNAME, may_have_lost_marks
from leadercheck.text import fold, folded_pattern
from leadercheck.titles import Reading

if TYPE_CHECKING:
    import regex

_INITIALS = letters(r"(?:\p{Lu}\p{Ll}{0,2}\. ?){1,3}(?:\p{Lu}\p{Ll}+ ){0,2}\p{Lu}\p{Ll}+")
"""A name whose first syllables are shortened: "Ng. Phú Trọng", "P.M. Chính"."""
_STOPS: Final = (", ", " - ", " – ", " — ", " (", " là ", " hiện là ", ", hiện là ")
"""One of these stands between a name and a title in apposition."""
_STOP_BEHIND: Final = rf"(?:{'|'.join(map(re.escape, _STOPS))})$"
_STOPPED: Final = (*_STOPS, *(f"{stop}\n" for stop in _STOPS))
_RUN_BEFORE = letters(
    rf"(?:^|[^\w])(?P<run>{SYLLABLE}(?: {SYLLABLE}){{1,4}})(?: \([^()\n]{{2,40}}\))?{_STOP_BEHIND}"
)
_SHORT: Final = r"(?:Ngh?|[CGKNPT]h|Tr|Qu|Gi|\p{Lu})\. ?"
_SHORT_BEFORE = letters(
    rf"(?<![\w.])(?P<run>(?P<short>{_SHORT}(?:{_SHORT}){{0,2}})(?:\p{{Lu}}\p{{Ll}}+ ){{0,2}}\p{{Lu}}\p{{Ll}}+){_STOP_BEHIND}"
)
"""A name whose first syllables are shortened to their first letters: "Ng. Phú Trọng, Tổng Bí thư"."""
_ONE_LETTER: Final = 3
"""Code points of one letter shortened and its blank: "P. Minh Chính" without an honorific may be a ward."""
_NO_SYLLABLES: Final = ("T.Ư", "T. Ư", "Th.S", "T.S.", "B.S.", "G.S.", "K.S.", "P.G")
"""Letters with stops that are a body or a degree."""
_OPENING_ADDRESS = folded_pattern(r"(?:ông|bà|đồng chí|anh|chị|(?:gs|ts|bs|ths|tskh)\.?) (?=\w+ \w)")
"""An honorific that is capital because it opens the sentence, or a degree, which always is."""
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
_BODY = folded_pattern(
    r"(?:bộ|ban|ủy ban|sở|cục|vụ|tổng|hội|viện|tòa|đảng|công ty|tập đoàn|liên|trung|quân|phòng|khối|nhà|đoàn|trường|ngân)(?!\w)"
)
"""Words that begin a body and no name."""
_ROW_BEFORE = folded_pattern(r"(?:: ?|; ?|;\s|; và |; cùng )$")
_ROW_BEHIND = folded_pattern(r" ?(?:[;.)]|\n|$)")
_PAIRED = folded_pattern(rf"(?: và | - | – | cùng | với )(?:{ADDRESS})*")
_ONE_OFFICE: Final = 2
"""Offices that a title of one office may mean: with its standing deputy."""
_TWO: Final = ("hai ", "hai vị ", "hai ông ")
_TO_FIRST: Final = 30
"""So far behind an office of two countries the first of its bearers is looked for, in code points."""
_MEMORY: Final = 60
"""So many names back a later reference is looked for."""


def names(
    text: str, folded: str, hits: Sequence[Hit], readings: Sequence[Reading], odd: Collection[int] = ()
) -> list[Draft]:
    """All names of persons in order of their place; later references only where somebody was introduced.

    `odd`: where registered names in odd capitals begin that a title touches.
    """
    found = list(registered(text, folded, hits, readings, odd))
    longer = list(_behind(text, folded, hits, found, readings))
    whole = {draft.end for draft in longer}
    found = [draft for draft in found if draft.name_end not in whole] + longer
    found += _before(text, folded, hits, found, readings)
    found += _beside(text, folded, found, readings)
    found.sort(key=lambda draft: draft.name_start or 0)
    if found:
        found += _later(text, folded, hits, found, readings)
        found.sort(key=lambda draft: draft.name_start or 0)
    return found


def _run_behind(text: str, folded: str, reading: Reading) -> regex.Match[str] | None:
    """The capitalised run that stands where the name of a title stands, on the same line."""
    for joint in (TO_NAME, TO_NAME_LOOSE):
        gap = joint.match(folded, reading.end)
        if not gap or "\n" in gap[0]:
            continue
        run = _INITIALS.match(text, gap.end()) or RUN.match(text, gap.end())
        if _BODY.match(folded, gap.end()) and not (run and _is_called_doan(run[0])):
            continue
        spoken = gap[0].strip() == ":" and len(run[0].split()) < 3 if run else False
        if run and not spoken and (joint is TO_NAME or " " in run[0]):
            return run
    return None


def _is_called_doan(run: str) -> bool:
    """Whether "Đoàn" is a surname: "Đoàn Minh Huấn", not "Đoàn Luật sư"."""
    return run.startswith("Đoàn ") and 3 <= len(run.split()) <= 4 and is_vietnamese(run)


def _behind(
    text: str, folded: str, hits: Sequence[Hit], known: Sequence[Draft], readings: Sequence[Reading]
) -> Iterator[Draft]:
    """Names nobody in the register bears, behind a title."""
    starts = [draft.name_start or 0 for draft in known]
    ends = {draft.name_end: draft for draft in known if draft.runs_on and draft.run_end is None}
    bares = [r.bare for r in readings]
    things = {h.start: h for h in hits if not (h.atom.persons or h.atom.terms)}
    for reading in readings:
        run = _run_behind(text, folded, reading)
        if run is None:
            continue
        begin, end = run.start(), run.end()
        title = bisect_right(bares, begin)
        if title < len(bares) and bares[title] < end:
            # The next title stands at once behind the name.
            end = bares[title]
        name = text[begin:end].rstrip(" -")
        end = begin + len(name)
        thing = things.get(begin)
        # "Thái Đại Ngọc" and "Thái Lan", "Hồ Nguyễn Minh Triết" and "Nguyễn Minh Triết".
        syllable = thing and thing.atom.countries and thing.end < end and is_vietnamese(name)
        if (thing and not syllable) or _holds_one(bares, begin, begin + 1):
            continue
        if name.startswith("Đoàn ") and begin + len("Đoàn ") in things:
            # "Bí thư Tỉnh Đoàn Đồng Nai" leads the Youth Union there.
            continue
        # "Tran Hồng Hà", where "Hồng Hà" is registered.
        bare = end in ends and may_have_lost_marks(fold(name).split()[0])
        if _holds_one(starts, begin, end) and not (bare or (end in ends and is_vietnamese(name))):
            continue
        initials = "." in name
        single = " " not in name and "-" not in name and not initials
        vietnamese = (
            is_vietnamese(name) if not (single or initials) else _is_vietnamese_but_for_initials(name)
        )
        vietnamese = vietnamese or bare
        nobody = reading.elsewhere or reading.open or not reading.positions
        if (single and (vietnamese or name.isupper())) or (not vietnamese and nobody and not reading.foreign):
            continue
        yield Draft(begin, begin + len(name), begin, begin + len(name), name, alien=not vietnamese)


def _beside(text: str, folded: str, known: Sequence[Draft], readings: Sequence[Reading]) -> Iterator[Draft]:
    """The other of two names behind an office of two countries, which nobody in the register bears.

    Behind "hai Thủ tướng", which tells of no countries, only a name that is not Vietnamese.
    """
    pairs = [r for r in readings if r.joint or (r.plural and _is_two(folded, r))]
    if not pairs:
        return
    places = sorted((d.name_start or 0, d.name_end or 0) for d in known)
    starts = [start for start, _ in places]
    for reading in pairs:
        run = _run_behind(text, folded, reading)
        at = bisect_left(starts, run.start() if run else reading.end)
        first = places[at] if at < len(places) and starts[at] - reading.end < _TO_FIRST else None
        if first is None and reading.joint and run and " " in run[0]:
            first = run.span()
            yield _unknown(folded, run)
        joint = _PAIRED.match(folded, first[1]) if first else None
        other = RUN.match(text, joint.end()) if joint else None
        if other is None or " " not in other[0] or _holds_one(starts, *other.span()):
            continue
        draft = _unknown(folded, other)
        if reading.joint or draft.alien:
            yield draft


def _is_two(folded: str, reading: Reading) -> bool:
    """Whether a plural is of two, and of an office that a country has one of."""
    return 0 < len(reading.positions) <= _ONE_OFFICE and folded.endswith(_TWO, 0, reading.start)


def _unknown(folded: str, name: regex.Match[str]) -> Draft:
    """A name nobody in the register bears, with the honorific before it."""
    called = BEFORE_NAME.search(folded[max(0, name.start() - 40) : name.start()])
    first = name.start() - (len(called[1]) if called else 0)
    return Draft(first, name.end(), *name.span(), name[0], alien=not is_vietnamese(name[0]))


def _holds_one(ordered: Sequence[int], begin: int, end: int) -> bool:
    at = bisect_left(ordered, begin)
    return at < len(ordered) and ordered[at] < end


def _before(
    text: str, folded: str, hits: Sequence[Hit], known: Sequence[Draft], readings: Sequence[Reading]
) -> Iterator[Draft]:
    """Names nobody in the register bears, with a title in apposition: "ông X, Chủ tịch …"."""
    taken = _taken(hits, known)
    # "Đức" and "Anh" are countries and syllables of names: "ông Đặng Anh Tuấn, Chủ tịch …".
    named = _taken([h for h in hits if not (h.atom.countries or h.atom.places) or h.atom.persons], known)
    for reading in readings:
        begin = max(0, reading.start - 60)
        if not text.endswith(_STOPPED, begin, reading.start):
            continue
        window = text[begin : reading.start]
        short = _SHORT_BEFORE.search(window) if "." in window else None
        if short and not _is_shortened(folded, begin + short.start(), short):
            short = None
        found = short or _RUN_BEFORE.search(window)
        if found is None:
            continue
        start, end = begin + found.start("run"), begin + found.end("run")
        opening = _OPENING_ADDRESS.match(folded, start, end)
        start = opening.end() if opening else start
        called = BEFORE_NAME.search(folded[max(0, start - 40) : start])
        name = text[start:end]
        vietnamese = _is_vietnamese_but_for_initials(name) if short else is_vietnamese(name)
        if not (short or called) and text[end : reading.start].startswith(" ("):
            continue
        listed = not vietnamese and " " in name and _is_listed(folded, start, reading)
        if not (short or called or listed) and (len(name.split()) < 3 or not vietnamese):
            continue
        blocked = named if vietnamese or called else taken
        if _overlaps(blocked, start, end) or NO_PERSON.search(folded[max(0, start - 40) : start]):
            continue
        first = start - (len(called[1]) if called else 0)
        yield Draft(first, end, start, end, name, alien=not vietnamese)


def _is_listed(folded: str, start: int, reading: Reading) -> bool:
    """Whether a name of no Vietnamese syllables is an item of a row: "; Leklay Sivilay, Bộ trưởng …;"."""
    end = max(r.end for r in (reading, *reading.chain))
    return bool(_ROW_BEFORE.search(folded[max(0, start - 8) : start]) and _ROW_BEHIND.match(folded, end))


def _is_shortened(folded: str, start: int, name: regex.Match[str]) -> bool:
    """Whether letters with a stop begin a name, and not a ward, a rank or a body of the Party."""
    if name["run"].startswith(_NO_SYLLABLES):
        return False
    called = BEFORE_NAME.search(folded[max(0, start - 40) : start])
    return called is not None or len(name["short"]) > _ONE_LETTER


def _is_vietnamese_but_for_initials(name: str) -> bool:
    return all(_VIETNAMESE.fullmatch(s) for s in name.lower().rpartition(".")[2].split())


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
        run = RUN.match(text, reading.end + 1) if folded.startswith(" ", reading.end) else None
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


def is_vietnamese(name: str) -> bool:
    """Whether a name begins with a Vietnamese surname and has Vietnamese syllables only."""
    return bool(SURNAME.match(fold(name))) and all(_VIETNAMESE.fullmatch(s) for s in name.lower().split())
