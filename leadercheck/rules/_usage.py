"""How the article itself writes a city and what follows "Phó": a fix keeps to its ways."""

from __future__ import annotations

from collections import Counter
from typing import Final

from leadercheck.patterns import pattern
from leadercheck.register import Organisation

_CITY: Final = "Thành phố "
_WORDS: Final = ("TP.", "TP. ", "TP ", "thành phố ")
_ANY: Final = pattern(r"(?<!\w)(TP\. ?|TP |[Tt]hành phố )(?=[^\W\d_a-z])")
_SHORT: Final = pattern(r"UBND|HĐND")
_SMALL_AFTER_PHO: Final = pattern(r"[Pp]hó (?:chủ tịch|thủ tướng|bí thư|trưởng ban|chủ nhiệm)")
_CAPITAL_AFTER_PHO: Final = pattern(r"[Pp]hó (?:Chủ tịch|Thủ tướng|Bí thư|Trưởng Ban|Trưởng ban|Chủ nhiệm)")
_STANDING: Final = pattern(r"thường trực")


def city(place: Organisation, article_text: str, title: str) -> str:
    """The city with its word as the article writes it; if it never does, short beside another short form."""
    name = place.name.removeprefix(_CITY)
    forms = [word + name for word in _WORDS] + [f for f in place.forms if f.startswith(("TP", "Tp"))]
    written = Counter({form: article_text.count(form) for form in dict.fromkeys(forms)})
    form, times = max(written.items(), key=lambda item: item[1])
    if times:
        return form
    if place.name.startswith(_CITY) and _SHORT.search(title):
        return "TP.HCM" if "TP.HCM" in place.forms else f"TP {name}"
    return city_word(article_text, title) + name


def city_word(article_text: str, title: str) -> str:
    """The word before a city, with its blank: "TP ", "TP." or "thành phố "."""
    words = Counter(found[1].lower().replace("tp", "TP") for found in _ANY.finditer(article_text))
    if words:
        return words.most_common(1)[0][0]
    return "TP " if _SHORT.search(title) else "thành phố "


def small_after_pho(article_text: str) -> bool:
    """Whether the article writes "Phó chủ tịch" and never "Phó Chủ tịch"."""
    return bool(_SMALL_AFTER_PHO.search(article_text)) and not _CAPITAL_AFTER_PHO.search(article_text)


def standing_word(article_text: str) -> str:
    """The word "Thường trực", small where the article writes it so."""
    return "thường trực" if _STANDING.search(article_text) else "Thường trực"
