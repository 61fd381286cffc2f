"""House style: which rules a newsroom runs, where and how loudly, how it writes, and the rules it adds itself.

A profile decides taste, never facts. The neutral one says nothing, and no rule then reports taste.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal, TypeAlias

from msgspec import Struct, field

Level: TypeAlias = Literal["off", "note", "warning", "error"]
Zone: TypeAlias = Literal["headline", "lead", "body", "caption", "quote", "list", "credit", "aside"]
Choice: TypeAlias = Literal["yes", "no", "any"]
Kind: TypeAlias = Literal["prefer", "forbid", "require", "order"]

SPOKEN_IN: Final[tuple[Zone, ...]] = ("headline", "lead", "body", "caption", "list")
"""Where a newsroom's own rule looks unless it names zones: not in quotations, signatures and asides."""
REQUIRED_IN: Final[tuple[Zone, ...]] = ("lead", "body", "list")
"""Where a first mention counts unless a rule names zones: headlines and captions are short by nature."""


class OwnRule(Struct, frozen=True):
    """A rule that a newsroom writes down in its profile; it becomes an ordinary `Rule`.

    Attributes:
        id: a capital letter other than T, N, O, C, F and three digits: "X001".
        kind: which of the four tables it has.
        message: the Vietnamese sentence its findings say.
        citation: the newsroom's own text behind it.
        severity: how loud it is.
        zones: where it looks.
        prefer: wrong form → right form. Forms that differ in capitals only are compared as printed.
        forbid: forms that are not printed.
        require: person or position id → the title that stands at the first mention.
        order: person or position ids, the first first, as attendance lists name them.
        valid_from: the first day of publication it holds for; None is always.
        valid_until: the first day it no longer holds for; None is never.
    """

    id: str
    kind: Kind
    message: str
    citation: str
    severity: Literal["note", "warning", "error"] = "warning"
    zones: tuple[Zone, ...] = SPOKEN_IN
    prefer: Mapping[str, str] = field(default_factory=dict)
    forbid: tuple[str, ...] = ()
    require: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None


class Profile(Struct, frozen=True):
    """A newsroom's choices; the keys of its file have the same names.

    Attributes:
        name: how the newsroom calls it.
        rules: rule id → "off" or the loudest it may be; turns on rules that are off by default, at most as warning.
        zones: zone → the same for this zone alone; it goes before `rules`.
        address: how people are addressed: "ông_bà" or "đồng_chí".
        pho_second_capital: whether the word behind "Phó" is capital ("Phó Thủ tướng").
        thuong_truc_capital: whether "Thường trực" is capital behind a title.
        trung_uong: how "Trung ương" is written.
        ministry_short: whether ministries are printed in full or short ("Bộ GD&ĐT").
        nguyen_or_cuu: the word before a title no longer held.
        tone: "hòa" is old, "hoà" is new.
        first_mention: position ids whose whole chain of titles is wanted at the first mention.
        local_province: organisation id of the newsroom's own province.
        order_templates: ids of the precedences the newsroom accepts.
        own: the newsroom's own rules.
        path: the file it was read from, for errors; "" if it was made in code.
    """

    name: str = "neutral"
    rules: Mapping[str, Level] = field(default_factory=dict)
    zones: Mapping[str, Mapping[str, Level]] = field(default_factory=dict)
    address: Literal["ông_bà", "đồng_chí", "any"] = "any"
    pho_second_capital: Choice = "any"
    thuong_truc_capital: Choice = "any"
    trung_uong: Literal["Trung ương", "T.Ư", "TW", "TƯ", "any"] = "any"
    ministry_short: Literal["full", "short", "any"] = "any"
    nguyen_or_cuu: Literal["nguyên", "cựu", "any"] = "any"
    tone: Literal["old", "new", "any"] = "any"
    first_mention: tuple[str, ...] = ()
    local_province: str | None = None
    order_templates: tuple[str, ...] = ()
    own: tuple[OwnRule, ...] = ()
    path: str = ""

    @classmethod
    def load(cls, path: str | Path) -> Profile:
        """A profile from a TOML file; of a `pyproject.toml` the table `[tool.leadercheck]`.

        Raises:
            DataNotFoundError: there is no such file.
            DataError: it is not TOML, or has a key or value nobody knows; names the file, the key and the remedy.
        """
        from leadercheck import profile_file  # noqa: PLC0415  # its models are built only where a file is read

        return profile_file.load(path)

    def level(self, rule: str, zone: str, *, default: bool = True) -> Level | None:
        """The loudest a rule may be in a zone; None where the profile does not say.

        Args:
            rule: its id.
            zone: where the finding stands.
            default: whether the rule runs without being asked for; other rules are house style, a warning at most.
        """
        level = self.zones.get(zone, {}).get(rule) or self.rules.get(rule)
        if default:
            return level
        if level is None and any(rule in levels for levels in self.zones.values()):
            return "off"
        return "warning" if level in (None, "error") else level

    def wants(self, rule: str, *, default: bool = True) -> bool:
        """Whether a rule has anything to say in any zone."""
        general = self.rules.get(rule)
        if any(levels.get(rule, "off") != "off" for levels in self.zones.values()):
            return True
        return default if general is None else general != "off"


def near(asked: str, known: Iterable[str]) -> str:
    """The known words nearest to one that nobody knows, as a hint; all of them where they are few and none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  # only an error needs it

    named = {word.lower(): word for word in known}
    found = get_close_matches(asked.lower(), named, cutoff=0.5)
    if found:
        return f"did you mean {' or '.join(repr(named[word]) for word in found)}?"
    return (
        f"known: {', '.join(named.values())}" if len(named) <= 32 else "nothing known is near; look the id up"
    )
