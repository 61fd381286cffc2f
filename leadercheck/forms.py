"""A newsroom's word forms, found in one pass each: literals, and forms in which "*" stands for up to three syllables.

The time taken is linear in the length of the text whatever the forms are: literals are one automaton, forms with
wildcards run side by side as the bits of one number, a syllable a step.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final

import ahocorasick_rs
from msgspec import Struct

from leadercheck.patterns import pattern
from leadercheck.text import fold

LONGEST: Final = 200
"""No form has more code points."""
MOST_WILDCARDS: Final = 2
GAP: Final = 3
"""Syllables a wildcard stands for at most."""
MOST_FOUND: Final = 2_000
"""So many places of one form are told of one text."""
MOST_ALL: Final = 50_000
"""So many places of all forms together."""
MOST_STEPS: Final = 4_000
"""So many steps have all forms with wildcards together: each syllable of the text is held against every one."""
_STEP: Final = 20_000
_NOT_WORD: Final = pattern(r"[^\w ]")
_SYLLABLE: Final = pattern(r"\w+")


def problem(form: str, *, wildcard: bool = True) -> str:
    """What is wrong with a form and the remedy; "" if nothing."""
    if len(form) > LONGEST:
        return f"has {len(form)} code points; at most {LONGEST} are looked for, shorten it"
    if not wildcard and "*" in form:
        return "has a wildcard; write the form out"
    if form.count("*") > MOST_WILDCARDS:
        return f"has more than {MOST_WILDCARDS} wildcards; split it into several forms"
    if all(_SYLLABLE.search(piece) for piece in form.split("*")):
        return ""
    return (
        "needs a word before and after every *" if "*" in form else "holds no letter or digit; write a word"
    )


def steps(form: str) -> int:
    """What a form with wildcards adds to `MOST_STEPS`: its syllables, and those its wildcards may stand for."""
    return len(_SYLLABLE.findall(form)) + GAP * form.count("*") if "*" in form else 0


class Wild(Struct, frozen=True):
    """A form with wildcards: its index and the syllables of each piece between them."""

    form: int
    pieces: tuple[tuple[str, ...], ...]

    def start(self, syllables: Sequence[str], last: int) -> int:
        """The syllable the shortest match that ends behind syllable `last` begins with; -1 if there is none."""
        ends = [last]
        for number, piece in enumerate(reversed(self.pieces)):
            gaps = range(GAP + 1 if number else 1)
            begins = {end - gap - len(piece) for end in ends for gap in gaps}
            ends = [b for b in sorted(begins) if b >= 0 and tuple(syllables[b : b + len(piece)]) == piece]
        return max(ends, default=-1)


class Forms(Struct, frozen=True, eq=False):
    """Forms to look for; equal only to itself."""

    automaton: Any
    literals: tuple[tuple[int, ...], ...]
    """For each word of the automaton the indexes of the forms that are this word."""
    wild: tuple[Wild, ...]

    @classmethod
    def of(cls, forms: Sequence[str]) -> Forms:
        """These forms; each place is told with the index of its form."""
        words: defaultdict[str, list[int]] = defaultdict(list)
        wild = []
        for index, form in enumerate(forms):
            if "*" in form:
                wild.append(Wild(index, tuple(tuple(_SYLLABLE.findall(fold(p))) for p in form.split("*"))))
            else:
                words[_NOT_WORD.sub(" ", fold(form)).strip()].append(index)
        automaton = ahocorasick_rs.AhoCorasick(
            [f" {word} " for word in words], matchkind=ahocorasick_rs.MatchKind.Standard
        )
        return cls(automaton, tuple(map(tuple, words.values())), tuple(wild))


def places(forms: Forms, folded: str) -> dict[int, tuple[tuple[int, int], ...]]:
    """Where each form stands in a folded text, as half-open places by index of the form, in order."""
    return _read(forms, folded)[0]


def cut(forms: Forms, folded: str) -> frozenset[int]:
    """The indexes of the forms that stand in more places than are told."""
    return _read(forms, folded)[1]


@lru_cache(maxsize=4)
def _read(forms: Forms, folded: str) -> tuple[dict[int, tuple[tuple[int, int], ...]], frozenset[int]]:
    """Kept for the last texts, since every own rule of a newsroom asks about the same one."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    more: set[int] = set()
    room = MOST_ALL
    for form, start, end in chain(_literals(forms, folded), _wilds(forms.wild, folded) if forms.wild else ()):
        if not room:
            more.update(chain.from_iterable(forms.literals), (one.form for one in forms.wild))
            break
        if len(found[form]) < MOST_FOUND:
            found[form].append((start, end))
            room -= 1
        else:
            more.add(form)
    return {form: tuple(sorted(spans)) for form, spans in sorted(found.items())}, frozenset(more)


def _literals(forms: Forms, folded: str) -> Iterator[tuple[int, int, int]]:
    text = f" {_NOT_WORD.sub(' ', folded)} "
    for begin in range(0, len(text), _STEP):
        window = text[begin : begin + _STEP + LONGEST + 2]
        for word, start, end in forms.automaton.find_matches_as_indexes(window, overlapping=True):
            if start < _STEP:
                for form in forms.literals[word]:
                    yield form, begin + start, begin + end - 2


def _wilds(wild: Sequence[Wild], folded: str) -> Iterator[tuple[int, int, int]]:
    """The places of forms with wildcards whose words all occur; each end is told once, with the nearest start.

    Bit n of `state` says that the syllables up to the n-th of all forms in a row have just been read.
    """
    spans = [match.span() for match in _SYLLABLE.finditer(folded)]
    syllables = [folded[start:end] for start, end in spans]
    present = set(syllables)
    live = [one for one in wild if all(present.issuperset(piece) for piece in one.pieces)]
    if not live:
        return
    expected: Counter[str] = Counter()
    anything = skipped = first = final = bit = 0
    finals: dict[int, Wild] = {}
    for one in live:
        first |= 1 << bit
        for number, piece in enumerate(one.pieces):
            if number:
                anything |= ((1 << GAP) - 1) << bit
                skipped |= ((1 << GAP) - 1) << (bit - 1)
                bit += GAP
            for syllable in piece:
                expected[syllable] |= 1 << bit
                bit += 1
        finals[bit - 1] = one
        final |= 1 << (bit - 1)
    state, left = 0, dict.fromkeys(finals, MOST_FOUND + 1)
    for index, syllable in enumerate(syllables):
        state = (state << 1 | first) & (expected[syllable] | anything)
        for _ in range(GAP):
            state |= (state & skipped) << 1
        ended = state & final
        while ended:
            top = ended.bit_length() - 1
            ended ^= 1 << top
            start = finals[top].start(syllables, index + 1)
            yield finals[top].form, spans[start][0], spans[index][1]
            left[top] -= 1
            if not left[top]:
                final ^= 1 << top
