"""Whatever letters a roster and a text have, the bytes find what the text itself would."""

from __future__ import annotations

import ahocorasick_rs
from hypothesis import example, given
from hypothesis import strategies as st

from leadercheck import Roster
from leadercheck.alphabet import Alphabet
from leadercheck.lexicon import Lexicon

WORD = st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=3).map(str.lower)
FORM = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
MANY = [chr(0x4E00 + number) for number in range(300)]
"""More letters than there are bytes."""


def places(alphabet: Alphabet, forms: list[str], text: str) -> list[tuple[int, int, int]]:
    written = alphabet.blank + alphabet.write(text) + alphabet.blank
    assert len(written) == len(text) + 2
    automaton = alphabet.automaton(alphabet.forms(forms))
    found: list[tuple[int, int, int]] = automaton.find_matches_as_indexes(written)
    return found


def even(text: str) -> str:
    return "".join(sign if sign.isalnum() or sign == "_" else " " for sign in text)


def expected(forms: list[str], text: str) -> list[tuple[int, int, int]]:
    automaton = ahocorasick_rs.AhoCorasick(
        [" " + even(form).strip() for form in forms], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    return automaton.find_matches_as_indexes(f" {even(text)} ")


@given(st.lists(FORM, min_size=1, max_size=8, unique=True), st.data())
def test_the_bytes_find_what_the_text_would(forms: list[str], data: st.DataObject) -> None:
    pieces = st.one_of(
        st.sampled_from(forms), st.text(max_size=4), st.sampled_from([" ", "?", "\n", "“", "_"])
    )
    text = "".join(data.draw(st.lists(pieces, max_size=12)))
    assert Alphabet.of(MANY).letters is None
    for known in (forms, [*forms, *MANY]):
        alphabet = Alphabet.of(known)
        assert places(alphabet, known, text) == expected(known, text)


@given(st.text(max_size=40))
@example("chủ tịch? nước\x00ж“tô lâm”…\U0001f600𝒜_\ud800?")
def test_a_byte_for_each_code_point_and_a_blank_for_each_sign(text: str) -> None:
    alphabet = Alphabet.of(["chủ tịch nước"])
    written = alphabet.write(text)
    assert [byte == alphabet.blank[0] for byte in written] == [
        not (sign.isalnum() or sign == "_") for sign in text
    ]


def test_a_form_is_written_as_in_a_text() -> None:
    forms = ["t.ư?", "đảng\nviệt nam", "“k' brèo”", "№ 1", "ủy ban_ж"]
    for known in (forms, [*forms, *MANY]):
        alphabet = Alphabet.of(known)
        assert alphabet.forms(forms) == [alphabet.write(form).strip(alphabet.blank) for form in forms]
        assert alphabet.forms(["№ 1"]) == alphabet.forms(["1"])


def test_a_letter_without_a_byte_is_still_a_letter() -> None:
    alphabet = Alphabet.of(["tô lâm"])
    for text in ("tô lâmж", "жtô lâm", "tôжlâm"):
        assert places(alphabet, ["tô lâm"], text) == expected(["tô lâm"], text)
    assert places(alphabet, ["tô lâm"], "“tô lâm”→") == [(0, 1, 8)]


def test_a_form_of_signs_alone_is_no_form() -> None:
    lexicon = Lexicon.of(Roster.load(), ["… ?"])
    assert lexicon.scan("tô lâm –  ông") == lexicon.scan("tô lâm") == Lexicon.of(Roster.load()).scan("tô lâm")
