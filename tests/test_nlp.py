"""The model is behind one door: places come out, errors are ours, long input is left alone."""

import sys
from unicodedata import normalize

import pytest

from leadercheck import nlp
from leadercheck.errors import MissingExtraError

SENTENCE = "Sáng nay,  Thủ tướng Phạm Minh Chính\u00a0thăm Phú Thọ cùng ông Nguyễn Văn An."


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_model_that_moves_the_tone_still_finds_the_place(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    text = normalize(form, "Uỷ viên Đỗ Thuý Hoà dự.")
    rows = [("Ủy viên", "N", "B-NP", "O"), ("Đỗ Thúy Hòa", "Np", "B-NP", "B-PER"), ("dự", "V", "B-VP", "O")]
    monkeypatch.setattr(nlp, "_model", lambda _: lambda *_, **__: rows)
    assert [text[start:end] for start, end in nlp.names(text)] == [normalize(form, "Đỗ Thuý Hoà")]


def test_words_are_places_in_the_sentence() -> None:
    found = nlp.words(SENTENCE)
    assert all(SENTENCE[start:end].strip() == SENTENCE[start:end] != "" for start, end in found)
    assert [start for start, _ in found] == sorted(start for start, _ in found)
    assert "Thủ tướng" in {SENTENCE[start:end] for start, end in found}


def test_names_are_places_in_the_sentence() -> None:
    assert "Nguyễn Văn An" in {SENTENCE[start:end] for start, end in nlp.names(SENTENCE)}


@pytest.mark.parametrize("text", ["", " \n", "a" * (nlp.LONGEST + 1)])
def test_nothing_and_too_much_give_nothing(text: str) -> None:
    assert nlp.words(text) == []
    assert nlp.names(text) == []


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "underthesea", None)
    with pytest.raises(MissingExtraError, match="pip install underthesea"):
        nlp.words(SENTENCE)


def test_a_failure_of_the_model_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KeyError("weights")

    monkeypatch.setattr(nlp, "_model", lambda _: crash)
    with pytest.raises(nlp.ModelError, match=r"underthesea\.ner failed: KeyError"):
        nlp.names(SENTENCE)


def test_a_token_that_is_not_in_the_text_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "_model", lambda _: lambda *_, **__: ["Sáng", "khác"])
    with pytest.raises(nlp.ModelError, match="not in the sentence: 'khác'"):
        nlp.words(SENTENCE)
