"""The matched form, the way back to the caller's string, and the keys for comparing."""

import random
from itertools import pairwise
from typing import Literal
from unicodedata import normalize

import pytest

from leadercheck.text import Span, Text, as_printed_like, fold, strip_marks

Form = Literal["NFC", "NFD"]

FORMS: tuple[Form, ...] = ("NFC", "NFD")
PROSE = (
    "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Trần Thế Hoà dự lễ ở Thừa Thiên Huế.\n"
    "Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Thị Thuý: “Đẩy mạnh chuyển đổi số, giữ vững ổn định”.\n"
    "Ông Đặng Quý Khoẻ nói: 'Tuỳ tình hình, phường Nghĩa Lộ sẽ hoãn kỳ họp ngày 2/6/2024'."
)
ODDITIES = (
    "\u200b",
    "\u200d",
    "\u00ad",
    "\ufeff",
    "\u00a0",
    " ",
    "  ",
    "\t",
    "\r\n",
    "\r",
    "\n",
    "\ud800",
    "Ð",
)

MATCHED = [
    pytest.param("", "", id="empty"),
    pytest.param("Thủ tướng Phạm Văn Đồng", "Thủ tướng Phạm Văn Đồng", id="nothing to do"),
    pytest.param("Chủ  tịch", "Chủ tịch", id="two blanks"),
    pytest.param("Chủ\u00a0tịch", "Chủ tịch", id="no-break space"),
    pytest.param("Chủ\ttịch\u2009\u3000nước", "Chủ tịch nước", id="tab, thin and wide space"),
    pytest.param("a\u2000b\u200ac\u202fd\u205fe", "a b c d e", id="every family of blanks"),
    pytest.param("Chủ \u200b tịch", "Chủ tịch", id="zero-width inside a run of blanks"),
    pytest.param("  Chủ tịch  ", " Chủ tịch ", id="blanks at the ends stay, as one"),
    pytest.param("Th\u00adủ t\u200bư\u200cớ\u200dn\u2060g\ufeff\u200e\u200f", "Thủ tướng", id="zero-width"),
    pytest.param("một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn", id="line breaks"),
    pytest.param(
        "một \r\n\r\n hai", "một \n\n hai", id="line breaks do not merge, with each other or blanks"
    ),
    pytest.param("một\r\u200b\nhai", "một\n\nhai", id="a parted CRLF is two line breaks"),
    pytest.param("Ðồng Ɖồng ðồng ɖồng", "Đồng Đồng đồng đồng", id="look-alikes of Đ"),
    pytest.param("\ud83d\ude00 \udfff", "\ufffd\ufffd \ufffd", id="lone surrogates one for one"),
    pytest.param("😀 Müller, Erdoğan", "😀 Müller, Erdoğan", id="other scripts and letters"),
    pytest.param("ﬁ ½ … \u2028\u0085\v", "ﬁ ½ … \u2028\u0085\v", id="compatibility characters untouched"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("source", "matched"), MATCHED)
def test_matched(source: str, matched: str, form: Form) -> None:
    text = Text.of(normalize(form, source))
    assert text.matched == matched
    assert text.source == normalize(form, source)
    assert len(text.folded) == len(matched)
    assert Text.of(matched).matched == matched


@pytest.mark.parametrize(
    ("source", "matched"),
    [
        pytest.param("ê\u0323", "ệ", id="half composed"),
        pytest.param("a\u0323\u0306", "ặ", id="marks in canonical order"),
        pytest.param("o\u0309\u031b", "ở", id="marks out of canonical order"),
        pytest.param("e\u200b\u0323\u00ad\u0302n", "ện", id="zero-width between letter and marks"),
        pytest.param("a \u0301", "a \u0301", id="a mark on a blank"),
        pytest.param("\u0301a", "\u0301a", id="a mark at the start"),
        pytest.param("a" + "\u0301" * 8, "á" + "\u0301" * 7, id="eight marks"),
        pytest.param("a" + "\u0301" * 9, "a" + "\u0301" * 9, id="nine marks are left alone"),
    ],
)
def test_letters_are_composed(source: str, matched: str) -> None:
    assert Text.of(source).matched == matched
    assert Text.of(matched).matched == matched


@pytest.mark.parametrize("source", ["", "Thủ tướng", "một\nhai", "x" * 1000, PROSE, " một ", "😀"])
def test_a_clean_string_is_its_own_matched_form(source: str) -> None:
    text = Text.of(source)
    assert text.matched is source
    assert text.identity


@pytest.mark.parametrize(
    ("source", "identity"),
    [
        ("một\u00a0hai", True),
        ("Ðồng\r\ud800", True),
        ("một  hai", False),
        ("mo\u0323\u0302t", False),
        ("a\u200b", False),
    ],
)
def test_identity_is_about_offsets(source: str, identity: bool) -> None:
    assert Text.of(source).identity is identity


@pytest.mark.parametrize(
    ("source", "part", "span"),
    [
        pytest.param("Ông An nói", "An", Span(4, 6), id="identity"),
        pytest.param(
            "O\u0302ng  An no\u0301i", "An", Span(6, 8), id="after a letter of two and a run of blanks"
        ),
        pytest.param("O\u0302ng  An no\u0301i", "ói", Span(10, 13), id="letter of two is taken whole"),
        pytest.param("O\u0302ng  An no\u0301i", " ", Span(4, 6), id="a run of blanks is taken whole"),
        pytest.param("\ufeffAn\u200b nói", "An", Span(1, 3), id="zero-width before and after is outside"),
        pytest.param("A\u200bn\u200b nói", "An", Span(0, 3), id="zero-width inside"),
        pytest.param("e\u200b\u0323\u200b\u0302\u200b!", "ệ", Span(0, 5), id="zero-width inside a letter"),
        pytest.param("e\u200b\u0323\u200b\u0302\u200b!", "!", Span(6, 7), id="after it"),
        pytest.param("một\r\nhai", "\n", Span(3, 5), id="CRLF"),
        pytest.param("một\r\nhai", "hai", Span(5, 8), id="after CRLF"),
        pytest.param("\u200ba\u0301b", "á", Span(1, 3), id="two changes at one place"),
        pytest.param("\ud800\ud800 An", "An", Span(3, 5), id="after surrogates"),
    ],
)
def test_span(source: str, part: str, span: Span) -> None:
    text = Text.of(source)
    start = text.matched.index(part)
    assert text.span(start, start + len(part)) == span


@pytest.mark.parametrize(
    ("source", "at", "place"),
    [
        ("", 0, 0),
        ("An", 2, 2),
        ("A\u200bn", 1, 2),
        ("An\u200b", 2, 3),
        ("\u200bAn", 0, 1),
        ("a\u0301n", 1, 2),
    ],
)
def test_an_empty_range_is_an_empty_span(source: str, at: int, place: int) -> None:
    assert Text.of(source).span(at, at) == Span(place, place)


def test_line_column() -> None:
    text = Text.of("a\u200b\r\nbe\u0302\rc\n\nd")
    places = [
        (1, 1),
        (1, 2),
        (1, 3),
        (1, 4),
        (2, 1),
        (2, 2),
        (2, 3),
        (2, 4),
        (3, 1),
        (3, 2),
        (4, 1),
        (5, 1),
        (5, 2),
    ]
    assert [text.line_column(offset) for offset in range(len(text.source) + 1)] == places


FOLDED = [
    ("THỦ TƯỚNG", "thủ tướng"),
    ("Đặng Ðức Ɖô", "đặng đức đô"),
    ("  Chủ\u00a0 tịch\tnước ", "chủ tịch nước"),
    ("Chủ\ntịch", "chủ\ntịch"),
    ("T.Ư, Hội-đồng (2/6)", "t.ư, hội-đồng (2/6)"),
    ("Th\u00adủ t\u200bướng", "thủ tướng"),
    ("İnönü", "İnönü"),
    ("i\u0307", "i\u0307"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("text", "key"), FOLDED)
def test_fold(text: str, key: str, form: Form) -> None:
    assert fold(normalize(form, text)) == key
    assert fold(key) == key
    assert Text.of(text).folded.strip(" ") == key


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("upper", [False, True])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("òa óa ỏa õa ọa", "oà oá oả oã oạ"),
        ("òe óe ỏe õe ọe", "oè oé oẻ oẽ oẹ"),
        ("ùy úy ủy ũy ụy", "uỳ uý uỷ uỹ uỵ"),
        ("Khánh Hòa", "Khánh Hoà"),
        ("Ủy viên", "Uỷ viên"),
        ("Quý", "Qúy"),
    ],
)
def test_both_tone_placements_are_one_key(old: str, new: str, upper: bool, form: Form) -> None:
    shown = normalize(form, new.upper() if upper else new)
    assert fold(old) == fold(shown)
    assert fold(old) != fold(strip_marks(old))


def test_different_tones_stay_different() -> None:
    keys = fold("òa óa ỏa õa ọa oa òe óe ỏe õe ọe oe ùy úy ủy ũy ụy uy").split()
    assert len(set(keys)) == 18


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Thủ tướng Đặng Quỳnh", "Thu tuong Dang Quynh"),
        ("ăâêôơư đ ĂÂÊÔƠƯ Đ", "aaeoou d AAEOOU D"),
        ("Ậ ặ ễ Ỉ ĩ ợ Ữ ỵ Ỹ", "A a e I i o U y Y"),
        ("Müller ñ ç 😀\n", "Müller ñ ç 😀\n"),
    ],
)
def test_strip_marks(text: str, bare: str) -> None:
    assert strip_marks(text) == bare
    assert strip_marks(bare) == bare


PRINTED = [
    pytest.param("Thủ tướng", "Chủ tịch", "Chủ tịch An", "Thủ tướng", id="as it is"),
    pytest.param("Thủ tướng", "CHỦ TỊCH", "CHỦ TỊCH An", "THỦ TƯỚNG", id="upper case"),
    pytest.param("Thủ tướng", "Đ", "Đ An", "Thủ tướng", id="one capital is no upper case"),
    pytest.param("Thủ tướng", "2/6", "2/6", "Thủ tướng", id="no letters are no upper case"),
    pytest.param("Ủy viên", "uỷ viên", "uỷ viên", "Uỷ viên", id="new tone placement"),
    pytest.param("Ủy viên", "UỶ VIÊN", "UỶ VIÊN", "UỶ VIÊN", id="new tone placement in upper case"),
    pytest.param("Khánh Hòa, Thúy", "x", "ở Hoà", "Khánh Hoà, Thuý", id="every syllable of the replacement"),
    pytest.param("Ủy viên", "x", "ở Hòa và Hoà", "Ủy viên", id="both placements say nothing"),
    pytest.param("Ủy viên", "x", "ở Hòa", "Ủy viên", id="old tone placement"),
    pytest.param(
        "Ủy viên", "x", "ông Quý, loài, khoản", "Ủy viên", id="quý and closed syllables say nothing"
    ),
    pytest.param("qúy hòan Ủy", "x", "ở Hoà", "qúy hòan Uỷ", id="quý and closed syllables stay"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("replacement", "source", "context", "printed"), PRINTED)
def test_as_printed_like(replacement: str, source: str, context: str, printed: str, form: Form) -> None:
    # A replaced word without diacritics leaves the form to the text around it; here that always has some.
    source, context, printed = (normalize(form, words) for words in (source, context + " Đặng Tiến", printed))
    for given in FORMS:
        assert as_printed_like(normalize(given, replacement), source, context) == printed


@pytest.mark.parametrize(
    ("source", "context", "form"),
    [
        pytest.param("An", "An va Binh", "NFC", id="nothing decomposed"),
        pytest.param("An", normalize("NFD", "An và Bình"), "NFD", id="the text decides"),
        pytest.param("chủ", normalize("NFD", "An và Bình"), "NFC", id="the composed word decides"),
        pytest.param(normalize("NFD", "chủ"), "An và Bình", "NFD", id="the decomposed word decides"),
        pytest.param("An", "Bình va" + "\u0300", "NFC", id="a mixed text is not decomposed"),
        pytest.param("An", "Vie\u0302\u0323t, viê\u0323t", "NFC", id="half composed is not decomposed"),
    ],
)
def test_a_replacement_is_decomposed_where_its_surroundings_are(
    source: str, context: str, form: Form
) -> None:
    assert as_printed_like("Thủ tướng", source, context) == normalize(form, "Thủ tướng")


def _disturbed(chance: random.Random) -> str:
    start = chance.randrange(len(PROSE))
    letters = list(normalize(chance.choice(FORMS), PROSE[start : start + 60]))
    for _ in range(chance.randrange(15)):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(ODDITIES))
    return "".join(letters)


@pytest.mark.parametrize("seed", range(60))
def test_every_range_maps_to_the_source_it_came_from(seed: int) -> None:
    chance = random.Random(seed)
    text = Text.of(_disturbed(chance))
    size = len(text.matched)
    assert Text.of(text.matched).matched == text.matched
    assert fold(text.source) == text.folded.strip(" ")
    assert fold(fold(text.source)) == fold(text.source)
    assert len(text.folded) == size
    assert "\r" not in text.matched
    assert "  " not in text.matched
    text.matched.encode()
    for _ in range(300):
        start, end = sorted(chance.sample(range(size + 1), 2)) if size else (0, 0)
        part, span = text.matched[start:end], text.span(start, end)
        assert 0 <= span.start <= span.end <= len(text.source)
        if part.strip(" ") == part:
            assert Text.of(text.source[span.start : span.end]).matched == part


@pytest.mark.parametrize("seed", range(20))
def test_neighbours_never_overlap(seed: int) -> None:
    text = Text.of(_disturbed(random.Random(seed)))
    spans = [text.span(at, at + 1) for at in range(len(text.matched))]
    assert all(span.start < span.end for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize("form", FORMS)
def test_both_forms_of_prose_are_one_text(form: Form) -> None:
    text = Text.of(normalize(form, PROSE))
    assert text.matched == PROSE
    assert text.folded == Text.of(PROSE).folded
    for at in range(len(PROSE)):
        span = text.span(at, len(PROSE))
        assert span == Span(len(normalize(form, PROSE[:at])), len(text.source))


@pytest.mark.parametrize(
    ("unit", "matched"),
    [
        ("\u0301", 200_000),
        ("\u0301\u0323", 200_000),
        ("\u200b", 0),
        (" ", 1),
        ("\u00a0", 1),
        (" \u200b", 1),
        ("a\u200b", 100_000),
        ("a\u0301", 100_000),
        ("\r\n", 100_000),
        ("\ud800", 200_000),
        ("a" + "\u200b" * 999, 200),
        ("a" + "\u0301\u0323" * 50_000, 200_002),
    ],
    ids=ascii,
)
def test_hostile_sizes_end(unit: str, matched: int) -> None:
    source = unit * -(-200_000 // len(unit))
    text = Text.of(source)
    assert len(text.matched) == len(text.folded) == matched
    if matched:
        assert text.span(matched - 1, matched).end <= len(source)
    assert as_printed_like("An", "An", source) == "An"
