"""Errors of names beside a title: misspelt, without marks, in wrong case, glued, broken."""

from __future__ import annotations

import re
from random import Random

from misspell import KINDS, misspelling, nfc
from sites import Mutant, Site, World, changed, is_full_name, next_to_name

from leadercheck.text import fold, strip_marks


def misspelt(site: Site, world: World, random: Random) -> Mutant | None:
    """One slip in the full name next to its title; never the name of somebody else."""
    mention, roster = site.mention, world.checker.roster
    name, shown = roster.persons[site.person].name, mention.name or ""
    if not next_to_name(site) or fold(shown) != fold(name):
        return None
    alone = len(site.title.positions) == 1 and roster.positions[site.title.positions[0]].exclusive
    printed = name if shown.isupper() else nfc(shown)
    for kind in random.sample(KINDS, len(KINDS)):
        slip = misspelling(printed, kind, random)
        if slip and fold(slip) != fold(name) and not roster.named(slip):
            slip = slip.upper() if shown.isupper() else slip
            group = "misspelt" if alone else "misspelt, office of several"
            return changed(site, site.name_start, site.name_end, slip, group, kind)
    return None


def diacritics_lost(site: Site, world: World, random: Random) -> Mutant | None:
    """The whole name, or one syllable of it, without its marks."""
    printed = nfc(site.mention.name or "")
    syllables = printed.split()
    marked = [at for at, syllable in enumerate(syllables) if strip_marks(syllable) != syllable]
    if not next_to_name(site) or not marked or not is_full_name(site, world):
        return None
    chosen = marked if random.random() < 0.5 else [random.choice(marked)]
    slip = " ".join(strip_marks(s) if at in chosen else s for at, s in enumerate(syllables))
    return None if world.checker.roster.named(slip) else renamed(site, world, slip, "diacritics-lost")


def wrong_case(site: Site, world: World, random: Random) -> Mutant | None:
    """One syllable of the name, or all of them, with a small letter."""
    printed = site.mention.name or ""
    if not next_to_name(site) or printed.isupper() or not is_full_name(site, world):
        return None
    syllables = printed.split()
    at = random.randrange(len(syllables))
    small = " ".join(s.lower() if i == at else s for i, s in enumerate(syllables))
    return renamed(site, world, small if random.random() < 0.5 else printed.lower(), "wrong-case")


def glued_name(site: Site, world: World, _: Random) -> Mutant | None:
    """The word behind the name stuck to it."""
    text, end = site.read.item.text, site.name_end
    word = re.match(r" ([^\W\d_]{2,})", text[end : end + 12])
    before = site.title.end <= site.name_start
    if not (next_to_name(site) and before and word and word[1].islower() and is_full_name(site, world)):
        return None
    slip = text[site.name_start : end] + word[1]
    return changed(site, site.name_start, end + len(word[0]), slip, "glued" + several(site, world))


def broken_name(site: Site, world: World, random: Random) -> Mutant | None:
    """A blank inside a syllable of the name, or a line break between two."""
    printed = site.mention.name or ""
    if not next_to_name(site) or site.title.end > site.name_start or not is_full_name(site, world):
        return None
    blanks = [at for at, letter in enumerate(printed) if letter == " "]
    inside = [at for at in range(2, len(printed) - 1) if printed[at - 1 : at + 1].isalpha()]
    if random.random() < 0.5:
        at = random.choice(blanks)
        return renamed(site, world, printed[:at] + "\n" + printed[at + 1 :], "broken")
    at = random.choice(inside)
    return renamed(site, world, printed[:at] + " " + printed[at:], "broken")


def several(site: Site, world: World) -> str:
    """What tells the sites whose office several people hold."""
    positions = site.title.positions
    alone = len(positions) == 1 and world.checker.roster.positions[positions[0]].exclusive
    return "" if alone else ", office of several"


def renamed(site: Site, world: World, slip: str, group: str) -> Mutant:
    """The item with another form in place of the name."""
    return changed(site, site.name_start, site.name_end, slip, group + several(site, world))
