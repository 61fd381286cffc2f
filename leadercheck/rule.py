"""What a rule is: a function over the article with its documentation, its citation and its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster

Lang: TypeAlias = Literal["en", "vi"]
"""The languages in which a rule is explained."""


class Severity(StrEnum):
    """How loudly a finding speaks: error contradicts dated facts; warning has exceptions; note needs a human."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def lowered(self, levels: int) -> Severity | None:
        """This severity, so many levels down; None is silence."""
        index = _LEVELS.index(self) + max(0, levels)
        return _LEVELS[index] if index < len(_LEVELS) else None


_LEVELS: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Example(Struct, frozen=True):
    """A sentence of an article of the day `on`; in a bad one `[[…]]` marks exactly the span found.

    `fixed` is the text after the first fix; it must then be silent. `severity` is asserted when given. `near`: a good
    one retold from right news that the rule once misread, or would flag with one condition less.
    """

    text: str
    on: date
    fixed: str | None = None
    severity: Severity | None = None
    near: bool = False


class Change(Struct, frozen=True):
    """One replacement of a fix, in the caller's code points; an exact one keeps its own capitals and length.

    `keep_tone`: the tone stays where it is given, whatever the article's way is.
    """

    start: int
    end: int
    text: str
    exact: bool = False
    keep_tone: bool = False


class Remedy(Struct, frozen=True):
    """A fix: its label in Vietnamese, whether it is safe to apply unread, and its changes in order of place."""

    label: str
    changes: tuple[Change, ...]
    safe: bool = False


class Flag(Struct, frozen=True):
    """What a rule yields: a place, a Vietnamese sentence, remedies, and the ids of the tenures or the order it rests on."""

    start: int
    end: int
    message: str
    severity: Severity
    remedies: tuple[Remedy, ...] = ()
    evidence: tuple[str, ...] = ()
    mention: int | None = None
    person: str | None = None
    related: tuple[tuple[int, int, str], ...] = ()


Check = Callable[[Article, Roster, Profile], Iterator[Flag]]


class Rule(Struct, frozen=True):
    """A check under its id, with all that its documentation and its tests need.

    `vi` tells in Vietnamese what the check's docstring tells in English: the wrong thing on the first line, then why.
    """

    id: str
    name: str
    severity: Severity
    citation: str
    check: Check
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    terms: tuple[str, ...] = ()
    default: bool = True
    vi: str = ""

    @property
    def summary(self) -> str:
        """The wrong thing in one sentence."""
        return self.finds("en")

    @property
    def explanation(self) -> str:
        """The whole docstring: why, exceptions, source."""
        return self.told("en")

    def finds(self, lang: Lang) -> str:
        """The wrong thing in one sentence, in English or Vietnamese."""
        return self.told(lang).split("\n")[0]

    def told(self, lang: Lang) -> str:
        """What the rule is about, in English or Vietnamese: the wrong thing on the first line, then why."""
        lines = ((self.check.__doc__ or "") if lang == "en" else self.vi).strip().split("\n")
        return "\n".join(line.removeprefix("    ") for line in lines)

    def __repr__(self) -> str:
        """Id and name; the examples would fill a page."""
        return f"Rule({self.id} {self.name})"


def rule(
    *,
    id: str,
    name: str,
    severity: Severity,
    citation: str,
    vi: str,
    bad: tuple[Example, ...],
    good: tuple[Example, ...],
    terms: tuple[str, ...] = (),
    default: bool = True,
) -> Callable[[Check], Rule]:
    """Make a check a `Rule`; nothing is registered anywhere."""

    def wrap(check: Check) -> Rule:
        return Rule(id, name, severity, citation, check, bad, good, terms, default, vi)

    return wrap
