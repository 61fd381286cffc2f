"""Regular expressions that are compiled at their first use: one article needs a third, and a start must be quick."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex


def pattern(source: str, flags: int = 0, *, made: Callable[[str], str] = str) -> re.Pattern[str]:
    """A pattern of `re`; `made` gives the expression from its source when it is compiled."""
    return cast("re.Pattern[str]", _Late(lambda: re.compile(made(source), flags)))


def letters(source: str) -> regex.Pattern[str]:
    r"""A pattern of `regex`, for what only that knows: \p{Lu}, \p{Ll}."""
    return cast("regex.Pattern[str]", _Late(lambda: _regex(source)))


def _regex(source: str) -> Any:
    import regex  # noqa: PLC0415  # an article without names needs none of its patterns

    return regex.compile(source)


class _Late:
    """A pattern that becomes one at the first call of a method, and from then on costs what a pattern costs."""

    def __init__(self, compiled: Callable[[], Any]) -> None:
        """Keep how it is made."""
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        """The method of the compiled pattern; kept, so that the next call finds it at once."""
        method = getattr(self._compiled(), name)
        setattr(self, name, method)
        return method
