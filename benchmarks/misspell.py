"""Ten ways to misspell a Vietnamese name: what fingers, input methods and memory do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Final

TONES: Final = {"": "", "f": "\u0300", "r": "\u0309", "x": "\u0303", "s": "\u0301", "j": "\u0323"}
"""The tones by their Telex letters."""
SHAPES: Final = ("aăâ", "eê", "oôơ", "uư")
SURNAMES: Final = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
)
INITIALS: Final = (("s", "x"), ("ch", "tr"), ("d", "gi"), ("l", "n"), ("r", "d"), ("đ", "d"), ("v", "d"))
FINALS: Final = (("n", "ng"), ("c", "t"), ("n", "nh"))
ONSET: Final = re.compile(
    r"ngh|ng|nh|ch|gh|gi(?=[aăâeêoôơuưáàảãạ])|kh|ph|qu|th|tr|[bcdđghklmnprstvx]", re.IGNORECASE
)
CODA: Final = re.compile(r"(?:ng|nh|ch|[cmnpt])$")
KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def nfc(letters: str) -> str:
    """Letters composed."""
    return unicodedata.normalize("NFC", letters)


def toneless(syllable: str) -> tuple[str, str, int]:
    """The syllable without its tone, the Telex letter of the tone, and where the tone stands or would stand."""
    for index, letter in enumerate(syllable):
        parts = unicodedata.normalize("NFD", letter)
        for key, tone in TONES.items():
            if tone and tone in parts:
                return syllable[:index] + nfc(parts.replace(tone, "")) + syllable[index + 1 :], key, index
    return syllable, "", tone_place(syllable)


def tone_place(syllable: str) -> int:
    """The index of the vowel that bears the tone in a syllable without one, the old way ("hòa")."""
    low = syllable.lower()
    onset = ONSET.match(low)
    vowels = [i for i, c in enumerate(low) if i >= (onset.end() if onset else 0) and c in "aăâeêioôơuưy"]
    if not vowels:
        return len(low) - 1
    marked = [i for i in vowels if low[i] in "ăâêôơư"]
    if marked:
        return marked[-1]
    return vowels[-1] if len(vowels) == 1 or vowels[-1] != len(low) - 1 else vowels[-2]


def toned(syllable: str, key: str, index: int) -> str:
    """The syllable with a tone on the letter at `index`."""
    return syllable[:index] + nfc(syllable[index] + TONES[key]) + syllable[index + 1 :]


def tone_changed(syllable: str, random: Random) -> str | None:
    """Minh → Mình; before p, t, c, ch only sắc and nặng can stand."""
    plain, key, index = toneless(syllable)
    possible = "sj" if re.search(r"(?:ch|[cpt])$", plain.lower()) else ("", *"frxsj")
    return toned(plain, random.choice([k for k in possible if k != key]), index)


def mark_changed(syllable: str, random: Random) -> str | None:
    """Tân → Tăn."""
    plain, key, index = toneless(syllable)
    glide = plain.lower().find("qu") + 1
    places = [(i, s) for i, c in enumerate(plain) for s in SHAPES if c.lower() in s and i != (glide or None)]
    if not places:
        return None
    place, shape = random.choice(places)
    letter = random.choice([c for c in shape if c != plain[place].lower()])
    letter = letter.upper() if plain[place].isupper() else letter
    return toned(plain[:place] + letter + plain[place + 1 :], key, index)


def consonant_changed(syllable: str, random: Random) -> str | None:
    """Sơn → Xơn, Giang → Dang, Tuấn → Tuấng: sounds that regions and careless ears confuse."""
    onset, coda = ONSET.match(syllable), CODA.search(syllable)
    found = []
    for one, other in (*INITIALS, *(reversed(p) for p in INITIALS)):
        if onset and onset[0].lower() == one:
            found.append(other.capitalize() + syllable[onset.end() :])
    for one, other in (*FINALS, *(reversed(p) for p in FINALS)):
        if coda and coda[0] == one:
            found.append(syllable[: coda.start()] + other)
    return random.choice(found) if found else None


def letter_dropped(syllable: str, random: Random) -> str | None:
    """Minh → Mih."""
    at = random.randrange(1, len(syllable)) if len(syllable) > 2 else 0
    return syllable[:at] + syllable[at + 1 :] if at else None


def letter_doubled(syllable: str, random: Random) -> str | None:
    """Minh → Minnh."""
    at = random.randrange(1, len(syllable))
    return syllable[:at] + syllable[at] + syllable[at:]


def telex_slip(syllable: str, random: Random) -> str | None:
    """Phạm → Phamj, Tô → Too: the key of a tone or mark came through as a letter."""
    plain, key, index = toneless(syllable)
    found = [plain + key] if key else []
    for place, letter in enumerate(plain):
        parts = unicodedata.normalize("NFD", letter)
        base = {"đ": "d", "Đ": "D"}.get(letter, parts[0])
        mark = base.lower() if letter in "đĐ" or parts[1:] == "\u0302" else "w" if parts[1:] else ""
        if mark:
            bare = toned(plain[:place] + base + plain[place + 1 :], key, index)
            found.append(bare[: place + 1] + mark + bare[place + 1 :])
    return random.choice(found) if found else None


def neighbouring_key(syllable: str, random: Random) -> str | None:
    """Minh → Monh: the key beside the right one."""
    found = []
    for index, letter in enumerate(syllable):
        for row in KEYS:
            at = row.find(letter.lower())
            for beside in row[max(0, at - 1) : at] + row[at + 1 : at + 2] if at >= 0 else "":
                new = beside.upper() if letter.isupper() else beside
                found.append(syllable[:index] + new + syllable[index + 1 :])
    return random.choice(found) if found else None


SYLLABLE_KINDS: Final[dict[str, Callable[[str, Random], str | None]]] = {
    "tone changed": tone_changed,
    "vowel mark changed": mark_changed,
    "consonant changed": consonant_changed,
    "letter dropped": letter_dropped,
    "letter doubled": letter_doubled,
    "telex slip": telex_slip,
    "neighbouring key": neighbouring_key,
}
KINDS: Final = (*SYLLABLE_KINDS, "syllables swapped", "syllable dropped", "wrong surname")


def misspelling(name: str, kind: str, random: Random) -> str | None:
    """The name with one slip of this kind; None where it has no place for it."""
    syllables = name.split()
    if kind == "syllables swapped":
        at = random.randrange(len(syllables) - 1)
        syllables[at : at + 2] = syllables[at + 1], syllables[at]
    elif kind == "syllable dropped":
        if len(syllables) < 3:
            return None
        del syllables[random.randrange(1, len(syllables))]
    elif kind == "wrong surname":
        syllables[0] = random.choice([s for s in SURNAMES if s != syllables[0]])
    else:
        at = random.randrange(len(syllables))
        slip = SYLLABLE_KINDS[kind](syllables[at], random)
        if slip is None:
            return None
        syllables[at] = slip
    return " ".join(syllables)
