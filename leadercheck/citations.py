"""What kind of source a locator names: a page of the Party or the State, the press, an encyclopedia."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal
from urllib.parse import urlsplit

from leadercheck.register import Source

Kind = Literal["official", "press", "encyclopedia", "compilation", "own"]

PAGES: Final[frozenset[Kind]] = frozenset({"official", "press"})
"""Where the fact itself stands, and no compilation of it."""
_WEB: Final = frozenset({"http://", "https://"})
_HOSTS: Final[tuple[tuple[str, Kind], ...]] = (
    (r"(?:^|\.)(?:gov|dcs|quochoi|chinhphu|dangcongsan|mod)\.vn$", "official"),
    (
        r"(?:^|\.)(?:cpv|tapchicongsan|tapchimattran|tuyengiao)\.org\.vn$|(?:^|\.)(?:quochoitv|vbpl|nhandan)\.vn$",
        "official",
    ),
    (r"(?:^|\.)(?:tinhuy|thanhuy|bantuyengiao|hdnd|mattran|baochinhphu)[^.]*\.(?:\w+\.)?vn$", "official"),
    (r"(?:^|\.)(?:wikipedia|wikimedia|wikiwand)\.|^wiki\.|^(?:\w+\.)?wikidata\.", "encyclopedia"),
    (r"(?:^|\.)(?:github|githubusercontent|gitlab|scribd|slideshare)\.", "compilation"),
)
"""Hosts that are not simply press, the first that fits."""
_LOOSE: Final[tuple[tuple[str, Kind], ...]] = (
    (r"^own knowledge", "own"),
    (r"wikipedia|infobox", "encyclopedia"),
    (r"^(?:github|wikidata|secondary compilation)", "compilation"),
    (r"^[^/]{2,40} (?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4})", "press"),
    (r"https?://", "press"),
)
"""Locators of no family and no address: an outlet and a day ("Tuổi Trẻ 2026-04-06") is press of that day."""


def kind(locator: str, families: Iterable[Source]) -> Kind:
    """The kind of a source: what the register says of the longest prefix; for a bare address, its host."""
    fitting = [f for f in families if locator.startswith(f.prefix)]
    longest = max(fitting, key=lambda f: len(f.prefix), default=None)
    if longest is not None and longest.prefix not in _WEB:
        return longest.kind
    return _guessed(locator)


@lru_cache(maxsize=8192)
def _guessed(locator: str) -> Kind:
    if locator.startswith(tuple(_WEB)):
        host = urlsplit(locator.split(maxsplit=1)[0]).hostname or ""
        return next((kind for pattern, kind in _HOSTS if re.search(pattern, host)), "press")
    return next((kind for pattern, kind in _LOOSE if re.search(pattern, locator)), "compilation")
