"""Every name, title head, body, place and country of the roster as one automaton.

Atoms only: titles are put together from them by `titles`. The scan runs on the folded text in which every
character that is not a letter or digit has become a blank, so `TP.HCM`, `TP HCM` and `T.Ư` need no pattern of
their own beside the blanks they leave.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from leadercheck import _data
from leadercheck.alphabet import Alphabet
from leadercheck.register import SEARCHED_ALIASES, Organisation, Position
from leadercheck.roster import Roster
from leadercheck.text import fold, fold_all

_BATCH: Final = 500
"""So many forms are folded together; a string of all of them would be large, and memory must be made for each copy."""
_LONGEST: Final = 90
"""No pattern is longer, in code points."""

PLACE_TYPES: Final = ("tỉnh", "thành phố", "tp", "thành phố trực thuộc trung ương")
LOWER_TYPES: Final = (
    "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "thôn", "khóm", "ấp", "tổ dân phố",
    "khu phố", "bản", "buôn", "làng", "liên xã", "tx", "khu vực", "huyện ủy", "quận ủy", "thị ủy",
)  # fmt: skip
HOME: Final = (
    "việt nam",
    "cộng hòa xã hội chủ nghĩa việt nam",
    "chxhcn việt nam",
    "cộng hòa xhcn việt nam",
    "nước ta",
)
FOREIGN_HEADS: Final = (
    "tổng thống", "phó tổng thống", "ngoại trưởng", "thị trưởng", "quốc vương", "nhà vua", "tổng công tố", "thủ hiến",
    "đệ nhất phu nhân", "toàn quyền",
)  # fmt: skip
"""Offices that Việt Nam does not have, or by another name."""
DELEGATION_HEADS: Final = tuple(
    f"{deputy}rưởng đoàn {body}"
    for deputy in ("T", "Phó T")
    for body in ("ĐBQH", "đại biểu Quốc hội", "đại biểu QH")
)
"""Who leads the deputies of a province: one in each, and the register holds none."""
RUN_ON: Final = ("thái bình dương", "bình dương quan", "pháp chế")
"""Longer names that begin with a place and are none."""
CLOSED_HEADS: Final = frozenset(
    fold(head)
    for head in (
        "thủ tướng", "phó thủ tướng", "phó thủ tướng thường trực", "chủ tịch nước", "phó chủ tịch nước", "tổng bí thư",
        "bộ trưởng", "thứ trưởng", "thống đốc", "phó thống đốc", "tổng kiểm toán", "phó tổng kiểm toán",
        "tổng tham mưu trưởng", "phó tổng tham mưu trưởng", "tổng thanh tra", "phó tổng thanh tra", *DELEGATION_HEADS,
    )
)  # fmt: skip
"""Heads that name an office of the register even without a body; any other has bearers outside it."""
ABBREVIATIONS: Final = (
    ("Trung ương", ("T.Ư", "TƯ", "TW", "T.W")),
    ("Ủy ban", ("UB",)),
    ("quốc gia", ("QG",)),
    ("T.Ư", ("Trung ương",)),
    ("MTTQ Việt Nam", ("MTTQVN",)),
    ("UB MTTQ", ("UBMTTQ",)),
    ("Bộ Chính trị", ("BCT",)),
    ("Thường vụ Quốc hội", ("TVQH",)),
)
"""Words the press shortens inside the names of bodies, and how. Source: forms seen in offices of the facts."""
_SHORT_HEADS: Final = (
    ("Phó Thủ tướng", "PTT"), ("Phó Chủ tịch", "PCT"), ("Thủ tướng", "TTg"), ("Chủ tịch", "CT"), ("Tổng Bí thư", "TBT"),
    ("Phó Thủ tướng", "Phó TTg"), ("Phó Chủ tịch", "Phó CT"), ("Ủy viên", "UV"),
)  # fmt: skip
"""Heads the press shortens before a body or a name."""
_SHORT_PLACES: Final = {"Hà Nội": ("HN",)}
_GLUED: Final = "Ủy viên"
"""A head whose short form is glued to the body behind it: "UVTW Đảng", "UVBCT"."""
_JOINTS: Final = ("", "-", "- ", " - ")
"""Between initials; any other mark and blank comes to the same when it is looked for."""
_MANY_GAPS: Final = 4
"""From so many on, the joints of initials are all the same."""
_ENOUGH_INITIALS: Final = 3
_TWO_AND_TWO: Final = 4
_COMMITTEE: Final = "uy-ban-nhan-dan"
_KIND_WORDS: Final = ("Bộ Tổng Tham mưu ", "Bộ ", "Ban ", "Văn phòng ", "Thanh tra ", "Kiểm toán ")


class Atom(Struct, frozen=True, gc=False):
    """What one folded form can be; several at once are possible (Hồ Chí Minh: a person and a place)."""

    head: str | None = None
    positions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    marker: str | None = None
    terms: tuple[str, ...] = ()


_NOTHING: Final = Atom()


class Hit(Struct, frozen=True):
    """An atom at a place of the matched text, half-open."""

    start: int
    end: int
    atom: Atom


def _atoms(written: Sequence[Any], entries: Sequence[tuple[str, str, str]]) -> dict[Any, Atom]:
    """What each form can be as the automaton has it, from every form with a slot and a value."""
    atoms: dict[Any, Atom] = {}
    for form, (_, slot, value) in zip(written, entries, strict=True):
        if form:
            atoms[form] = _filled(atoms.get(form, _NOTHING), slot, value)
    return atoms


def _filled(atom: Atom, slot: str, value: str) -> Atom:
    """The atom with one meaning more; a head and a marker are the first said, other slots hold all."""
    held = getattr(atom, slot)
    if slot in ("head", "marker"):
        return atom if held else replace(atom, **{slot: value})
    return atom if value in held else replace(atom, **{slot: (*held, value)})


class Lexicon(Struct, frozen=True):
    """The automaton with what its patterns mean, and the positions by head, body and place."""

    alphabet: Alphabet
    atoms: tuple[Atom, ...]
    automaton: Any
    by_head: dict[str, tuple[str, ...]]
    by_body: dict[tuple[str, str], tuple[str, ...]]
    by_place: dict[tuple[str, str], tuple[str, ...]]

    @classmethod
    @_data.uncollected()
    def of(cls, roster: Roster, terms: Iterable[str] = ()) -> Lexicon:
        """The lexicon of a roster and of the phrases that rules ask for."""
        heads: dict[str, list[str]] = defaultdict(list)
        bodies: dict[tuple[str, str], list[str]] = defaultdict(list)
        places: dict[tuple[str, str], list[str]] = defaultdict(list)
        for position in roster.positions.values():
            for head in _heads(position.head, position.title):
                heads[fold(head)].append(position.id)
                if position.organisation:
                    bodies[fold(head), position.organisation].append(position.id)
                if position.place:
                    places[fold(head), position.place].append(position.id)
        entries = list(_entries(roster, terms))
        forms = [form for form, _, _ in entries]
        folded = [
            one for first in range(0, len(forms), _BATCH) for one in fold_all(forms[first : first + _BATCH])
        ]
        alphabet = Alphabet.of(folded)
        atoms = _atoms(alphabet.forms(folded), entries)
        return cls(
            alphabet,
            tuple(atoms.values()),
            alphabet.automaton(atoms),
            {k: tuple(v) for k, v in heads.items()},
            {k: tuple(v) for k, v in bodies.items()},
            {k: tuple(v) for k, v in places.items()},
        )

    def scan(self, folded: str) -> list[Hit]:
        """All atoms in the folded text, leftmost and longest, at whole syllables only."""
        blank = self.alphabet.blank
        text = blank + self.alphabet.write(folded) + blank
        return list(self._hits(text, blank, 0, len(text)))

    def _hits(self, text: Any, blank: Any, start: int, stop: int) -> Iterator[Hit]:
        """The hits that begin in `text[start:stop]`; patterns may reach `_LONGEST` beyond it."""
        resume = start
        window = text if start == 0 and stop == len(text) else text[start : stop + _LONGEST]
        for index, first, last in self.automaton.find_matches_as_indexes(window):
            begin, end = start + first, start + last
            if begin >= stop:
                return
            if begin < resume:
                continue
            if text[end : end + 1] == blank:
                yield Hit(begin, end - 1, self.atoms[index])
                continue
            # The pattern ended inside a syllable; what it hid begins after its first blank.
            follow = text.find(blank, begin + 1, end)
            if follow != -1:
                for hit in self._hits(text, blank, follow, end):
                    resume = hit.end + 1
                    yield hit

    def positions(self, head: str, organisations: tuple[str, ...], place: str | None) -> tuple[str, ...]:
        """The positions a title can mean; () when none is known with this body and place.

        A standing deputy whom the register does not list apart counts as a deputy.
        """
        found = self._positions(head, organisations, place)
        if not found and head.endswith(" thường trực"):
            found = self._positions(head.removesuffix(" thường trực"), organisations, place)
        return found

    def _positions(self, head: str, organisations: tuple[str, ...], place: str | None) -> tuple[str, ...]:
        if organisations:
            found = [p for o in organisations for p in self.by_body.get((head, o), ())]
            if place is not None:
                at_place = self.by_place.get((head, place), ())
                found = [p for p in found if p in at_place]
            return tuple(found)
        if place is not None:
            # "Chủ tịch Bình Định" is the head of its committee before he is that of its council.
            committee = self.by_body.get((head, _COMMITTEE), ())
            return tuple(sorted(self.by_place.get((head, place), ()), key=lambda p: p not in committee))
        return self.by_head.get(head, ())


def _entries(roster: Roster, terms: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Every form to look for, the slot of the atom it fills, and with what."""
    for head in {h: None for p in roster.positions.values() for h in _heads(p.head, p.title)}:
        yield head, "head", fold(head)
        for short in _short_heads(head):
            yield short, "head", fold(head)
            yield short, "marker", "short"
    for position in roster.positions.values():
        yield from _whole_titles(position)
    for organisation in roster.organisations.values():
        slot = {"province": "places", "country": "countries"}.get(organisation.kind, "organisations")
        for form in organisation_forms(organisation):
            yield form, slot, organisation.id
    for person in roster.persons.values():
        if person.replaced_by is not None:
            continue
        if " " in person.name:
            yield person.name, "persons", person.id
        for alias in person.aliases:
            if alias.kind in SEARCHED_ALIASES and " " in alias.name:
                yield alias.name, "persons", person.id
    for kinds, marker in ((PLACE_TYPES, "place"), (LOWER_TYPES, "lower"), (HOME, "home"), (RUN_ON, "other")):
        for kind in kinds:
            yield kind, "marker", marker
    for head in (*FOREIGN_HEADS, *DELEGATION_HEADS):
        yield head, "head", fold(head)
    for term in terms:
        yield term, "terms", term


def _whole_titles(position: Position) -> Iterator[tuple[str, str, str]]:
    """The forms that are a whole title."""
    for form in position.forms:
        for spelling in spellings(form):
            yield spelling, "positions", position.id
    if position.head == _GLUED:
        for form in (position.title, *position.forms):
            for spelling in spellings(form.replace(f"{_GLUED} ", "UV", 1)):
                yield spelling, "positions", position.id


def _short_heads(head: str) -> Iterator[str]:
    for long, short in _SHORT_HEADS:
        if head.startswith(long):
            yield short + head.removeprefix(long)


def _heads(head: str, title: str) -> tuple[str, ...]:
    if title.startswith("Bộ trưởng, "):
        return head, "Bộ trưởng"
    if title == "Bộ trưởng Bộ Ngoại giao":
        return head, "Ngoại trưởng"
    if head.startswith("Phó ") and head.endswith(" Thường trực"):
        return head, head.removesuffix(" Thường trực")
    if head == "Phó Trưởng Ban":
        return head, "Phó Ban"
    return (head,)


def spellings(form: str) -> Iterator[str]:
    """The form and the ways the press shortens it ("Bộ GD&ĐT", "T.Ư Đảng")."""
    if not any(word in form for word, _ in ABBREVIATIONS):
        return iter((form,))
    variants = {form: None}
    for word, shorts in ABBREVIATIONS:
        for variant in list(variants):
            if word in variant:
                variants |= {variant.replace(word, short): None for short in shorts}
    return iter(variants)


def organisation_forms(organisation: Organisation) -> Iterator[str]:
    """All spellings of a body, also without its kind word, as it stands behind a head ("Bộ trưởng Công an")."""
    if organisation.kind in ("province", "country"):
        yield organisation.name
        yield from organisation.forms
        yield from _SHORT_PLACES.get(organisation.name, ())
        return
    for form in (organisation.name, *organisation.forms):
        yield from spellings(form)
    for word in _KIND_WORDS:
        if organisation.name.startswith(word):
            rest = organisation.name.removeprefix(word)
            yield from spellings(rest)
            if organisation.kind in ("ministry", "ministerial_agency", "na_committee"):
                for short in _initials(rest):
                    yield short
                    yield word + short
            yield from _joined(rest)
            yield from (word + j for j in _joined(rest))
            break


def _joined(name: str) -> Iterator[str]:
    """The name with its parts joined as the press does: "Giáo dục - Đào tạo", "Giáo dục & Đào tạo", "Giao thông - Vận tải"."""
    if " và " in name:
        yield name.replace(" và ", " - ")
        yield name.replace(" và ", "-")
        yield name.replace(" và ", "- ")
    if " - " in name:
        yield name.replace(" - ", "-")
        yield name.replace(" - ", ", ")
    halves = _halves(name)
    if len(halves) > 1:
        yield " - ".join(halves)
        yield "-".join(halves)


def _halves(group: str) -> list[str]:
    """The two words and two words of which a group of four is made: "Giao thông vận tải"."""
    words = group.split(" ")
    return [" ".join(words[:2]), " ".join(words[2:])] if len(words) == _TWO_AND_TWO else [group]


def _initials(name: str) -> Iterator[str]:
    """Initials group by group: "Lao động - Thương binh và Xã hội" gives LĐTBXH, LĐ-TB-XH, LĐ-TB và XH and the like."""
    groups = re.split(r", | - | và ", name)
    groups = groups if len(groups) > 1 else _halves(name)
    short = ["".join(word[0] for word in group.split()).upper() for group in groups]
    if len(short) == 1 and len(short[0]) < _ENOUGH_INITIALS:
        return
    gaps = len(short) - 1
    several = product(_JOINTS, repeat=gaps) if gaps < _MANY_GAPS else ((joint,) * gaps for joint in _JOINTS)
    for joints in several:
        yield "".join(g + j for g, j in zip(short, (*joints, ""), strict=True))
        if " và " in name and joints[-1] == "":
            yield "".join(g + j for g, j in zip(short, (*joints[:-1], " và ", ""), strict=True))
