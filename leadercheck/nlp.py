"""The one door to underthesea: word bounds and candidate names of a sentence, as places in it.

The model is loaded when a sentence first needs it (about a second) and its time grows with the square of the
input, so it is asked about one sentence at a time and never about one longer than `LONGEST`. No token leaves this
module, only places: the tokens' blanks are not those of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

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
    """Where each token stands; blanks inside and between tokens may differ from the text's."""
    found: list[tuple[int, int]] = []
    position = 0
    for token in tokens:
        start = -1
        for letter in token:
            if letter.isspace() or letter == "_":
                continue
            position = sentence.find(letter, position)
            if position < 0:
                raise ModelError(f"underthesea gave a token that is not in the sentence: {token!r}")
            start = position if start < 0 else start
            position += 1
        found.append((max(start, 0), position))
    return found
