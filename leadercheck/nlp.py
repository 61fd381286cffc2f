"""The one door to underthesea: word bounds and candidate names of a sentence, as places in it.

The model is loaded when a sentence first needs it (about a second) and its time grows with the square of the
input, so it is asked about one sentence at a time and never about one longer than `LONGEST`. No token leaves this
module, only places: the tokens' blanks are not those of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final
from unicodedata import combining, normalize

from leadercheck.errors import LeadercheckError, MissingExtraError

LONGEST: Final = 1200
"""Code points of the longest sentence that is given to the model; of a longer one nothing is said."""


class ModelError(LeadercheckError, RuntimeError):
    """underthesea failed on a sentence; the message holds its own words."""


def words(sentence: str) -> list[tuple[int, int]]:
    """The words as half-open places in the sentence; [] when it is too long.

    Raises:
        MissingExtraError: underthesea cannot be imported.
        ModelError: underthesea failed.
    """
    tokens = _ask("word_tokenize", sentence, use_token_normalize=False)
    return _placed(sentence, tokens)


def names(sentence: str) -> list[tuple[int, int]]:
    """What the model takes for names of people, as half-open places in the sentence; [] when it is too long.

    Raises:
        MissingExtraError: underthesea cannot be imported.
        ModelError: underthesea failed.
    """
    rows = _ask("ner", sentence)
    found: list[tuple[int, int]] = []
    places = _placed(sentence, [row[0] for row in rows])
    for (start, end), row in zip(places, rows, strict=True):
        if row[-1] == "B-PER":
            found.append((start, end))
        elif row[-1] == "I-PER" and found:
            found[-1] = found[-1][0], end
    return found


def _ask(task: str, sentence: str, **options: Any) -> list[Any]:
    if not sentence.strip() or len(sentence) > LONGEST:
        return []
    model = _model(task)
    try:
        return list(model(sentence, **options))
    except Exception as error:  # the models raise whatever their libraries raise
        raise ModelError(f"underthesea.{task} failed: {type(error).__name__}: {error}") from error


def _model(task: str) -> Callable[..., Iterable[Any]]:
    try:
        import underthesea  # noqa: PLC0415  # half a second, for the few sentences that need it
    except ImportError as error:
        raise MissingExtraError(
            f"underthesea cannot be imported ({error}); pip install underthesea"
        ) from error
    return getattr(underthesea, task)  # type: ignore[no-any-return]  # the library has no types


def _placed(sentence: str, tokens: Iterable[str]) -> list[tuple[int, int]]:
    """Where each token stands; blanks and marks may differ from the text's: the model writes "uỷ" for "ủy"."""
    letters = [(plain, index) for index, letter in enumerate(sentence) for plain in _plain(letter)]
    found: list[tuple[int, int]] = []
    at = 0
    for token in tokens:
        first = -1
        for plain in _plain(token):
            while at < len(letters) and letters[at][0] != plain:
                at += 1
            if at == len(letters):
                raise ModelError(f"underthesea gave a token that is not in the sentence: {token!r}")
            first = at if first < 0 else first
            at += 1
        start = letters[first][1] if first >= 0 else 0
        end = letters[at - 1][1] + 1 if at else 0
        while end < len(sentence) and combining(sentence[end]):
            end += 1
        found.append((start, end))
    return found


def _plain(text: str) -> Iterator[str]:
    """The letters and signs without marks, blanks and the model's own joints."""
    for letter in normalize("NFD", text):
        if not (letter.isspace() or letter == "_" or combining(letter)):
            yield letter
