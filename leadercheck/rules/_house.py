"""What the house-style rules share: which of two ways is the article's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from leadercheck.article import Article, Mention
from leadercheck.settings import QUIET

_T = TypeVar("_T")


def minority(one: Sequence[_T], other: Sequence[_T]) -> Sequence[_T]:
    """The rarer of two ways, the second where both are as frequent."""
    return one if len(one) < len(other) else other


def narrated(article: Article, mention: Mention) -> bool:
    """Whether the newsroom itself speaks: no quotation, signature, tag or headline."""
    return not mention.quoted and mention.zone not in QUIET and mention.zone != "headline"
