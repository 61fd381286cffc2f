"""What kind of source a locator names: a page of the Party or the State, the press, an encyclopedia."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from leadercheck.patterns import pattern
from leadercheck.register import Source

Kind = Literal["official", "press", "encyclopedia", "compilation", "own"]

PAGES: Final[frozenset[Kind]] = frozenset({"official", "press"})
"""Where the fact itself stands, and no compilation of it."""
_WEB: Final = ("http://", "https://")
_HOST: Final = pattern(r"https?://(?:[^/?#\s]*@)?(?P<host>[^/?#:\s]*)")
_OFFICES: Final = (
    ".gov.vn", ".dcs.vn", ".quochoi.vn", ".chinhphu.vn", ".dangcongsan.vn", ".mod.vn", ".cpv.org.vn",
    ".tapchicongsan.org.vn", ".tapchimattran.org.vn", ".tuyengiao.org.vn", ".quochoitv.vn", ".vbpl.vn", ".nhandan.vn",
)  # fmt: skip
_LOCAL_OFFICES: Final = ("tinhuy", "thanhuy", "bantuyengiao", "hdnd", "mattran", "baochinhphu")
"""How the names of local offices begin: "tinhuyphutho.vn", "hdnd.hatinh.gov.vn"."""
_ENCYCLOPEDIAS: Final = frozenset({"wikipedia", "wikimedia", "wikiwand", "wikidata"})
_COMPILERS: Final = frozenset({"github", "githubusercontent", "gitlab", "scribd", "slideshare"})
_DATED: Final = pattern(r"[^/]{2,40} (?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4})")
"""An outlet and a day ("Tuổi Trẻ 2026-04-06") is press of that day."""


def kind(locator: str, families: Iterable[Source]) -> Kind:
    """The kind of a source: what the register says of the longest prefix; for a bare address, its host."""
    fitting = [f for f in families if locator.startswith(f.prefix)]
    longest = max(fitting, key=lambda f: len(f.prefix), default=None)
    if longest is not None and longest.prefix not in _WEB:
        return longest.kind
    return _guessed(locator)


@lru_cache(maxsize=8192)
def _guessed(locator: str) -> Kind:
    if address := _HOST.match(locator):
        return _of_host(address["host"].lower())
    if locator.startswith("own knowledge"):
        return "own"
    if "wikipedia" in locator or "infobox" in locator:
        return "encyclopedia"
    if locator.startswith(("github", "wikidata", "secondary compilation")):
        return "compilation"
    return "press" if _DATED.match(locator) or any(web in locator for web in _WEB) else "compilation"


def _of_host(host: str) -> Kind:
    labels = host.split(".")
    local = labels[-1] == "vn" and any(label.startswith(_LOCAL_OFFICES) for label in labels[-3:-1])
    if local or f".{host}".endswith(_OFFICES):
        return "official"
    if labels[0] == "wiki" or _ENCYCLOPEDIAS.intersection(labels):
        return "encyclopedia"
    return "compilation" if _COMPILERS.intersection(labels) else "press"
