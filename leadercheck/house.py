"""A newsroom's own rules as ordinary rules, and the ids of a profile held against the facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from leadercheck.article import Article
from leadercheck.errors import DataError
from leadercheck.forms import MOST_ALL, MOST_FOUND, Forms, cut, places
from leadercheck.house_checks import Wording, printed, unmet, unordered
from leadercheck.profile import OwnRule, Profile, near
from leadercheck.roster import Roster
from leadercheck.rule import Flag, Rule, Severity
from leadercheck.text import Text

_NAMES: Final = {
    "prefer": "form-not-preferred",
    "forbid": "form-forbidden",
    "require": "title-required",
    "order": "order-not-kept",
}


def own_rules(profile: Profile) -> tuple[Rule, ...]:
    """The newsroom's own rules, in the order of the profile.

    Raises:
        DataError: one is out of bounds, or the right form of one is what a rule of the same profile finds wrong.
    """
    if not profile.own:
        return ()
    from leadercheck.profile_file import bound  # noqa: PLC0415  # its models are built only where there are own rules

    bound(profile)
    named = [_forms(own) for own in profile.own]
    forms = Forms.of([form for looked_for, others in named for form in (*looked_for, *others)])
    wordings, first = [], 0
    for own, (looked_for, others) in zip(profile.own, named, strict=True):
        middle, last = first + len(looked_for), first + len(looked_for) + len(others)
        wordings.append(Wording(own, forms, range(first, middle), range(middle, last)))
        first = last
    _agree(profile, wordings)
    return tuple(
        Rule(
            w.own.id,
            _NAMES[w.own.kind],
            Severity(w.own.severity),
            w.own.citation,
            _Check(w),
            (),
            (),
            vi=w.own.message,
        )
        for w in wordings
    )


def verify(profile: Profile, rules: Collection[str], roster: Roster) -> None:
    """Hold every id of a profile against the known rules and the facts.

    Raises:
        DataError: nobody knows an id; names the file, the key and the nearest known ids.
    """
    persons, positions = roster.persons, roster.positions
    both = {**persons, **positions}
    provinces = [o.id for o in roster.organisations.values() if o.kind == "province"]
    asked: list[tuple[str, Iterable[str], Collection[str], str]] = [
        ("rules", profile.rules, rules, "rule"),
        *((f"zones.{zone}", levels, rules, "rule") for zone, levels in profile.zones.items()),
        ("first_mention", profile.first_mention, positions, "position"),
        ("local_province", filter(None, [profile.local_province]), provinces, "province"),
        (
            "order_templates",
            profile.order_templates,
            [o.id for o in roster.precedences],
            "precedence",
        ),
    ]
    for number, own in enumerate(profile.own, 1):
        asked.append((f"own.{number}.require", own.require, both, "person or position"))
        asked.append((f"own.{number}.order", own.order, both, "person or position"))
    for key, names, known, what in asked:
        for name in names:
            if name not in known:
                where = profile.path or "profile"
                raise DataError(f"{where}: {key}: no {what} has the id {name!r}; {near(name, known)}")


def _forms(own: OwnRule) -> tuple[list[str], list[str]]:
    """The forms a rule finds wrong, and those that are right."""
    if own.kind == "prefer":
        return list(own.prefer), list(own.prefer.values())
    return (list(own.forbid), []) if own.kind == "forbid" else ([], list(own.require.values()))


class _Check:
    """The check of one own rule; its docstring is the newsroom's message."""

    def __init__(self, wording: Wording) -> None:
        """Keep the forms, for the notice of what was too much."""
        self.wording = wording
        self.__doc__ = wording.own.message
        self._run = {"require": unmet, "order": unordered}.get(wording.own.kind, printed)

    def __call__(
        self,
        article: Article,
        roster: Roster,
        profile: Profile,  # noqa: ARG002  # every check has one signature
    ) -> Iterator[Flag]:
        """What the rule finds, on the days it holds for."""
        own = self.wording.own
        if (own.valid_from or date.min) <= article.on < (own.valid_until or date.max):
            yield from self._run(self.wording, article, roster)


def notices(rules: Iterable[Rule], article: Article) -> Iterator[str]:
    """Which own rules have a form in more places than are told."""
    for rule in rules:
        if isinstance(rule.check, _Check):
            wording = rule.check.wording
            more = cut(wording.forms, article.text.folded)
            if not more.isdisjoint((*wording.wrong, *wording.right)):
                yield (
                    f"{rule.id}: có dạng chữ xuất hiện quá nhiều ({MOST_FOUND} chỗ một dạng, {MOST_ALL} chỗ tất cả); "
                    "các chỗ sau đó chưa được xét."
                )


def _agree(profile: Profile, wordings: Sequence[Wording]) -> None:
    """No right form is wrong by another own rule, so what a fix writes stays."""
    owners = {form: wording for wording in wordings for form in wording.wrong}
    for number, own in enumerate(profile.own, 1):
        for form in own.prefer.values():
            text = Text.of(form)
            found = places(wordings[0].forms, text.folded)
            against = dict.fromkeys(owners[index] for index in found if index in owners)
            blamed = next((w.own.id for w in against if any(w.slips(text))), None)
            if blamed:
                raise DataError(
                    f"{profile.path or 'profile'}: own.{number}.prefer: the right form {form!r} is wrong by "
                    f"{blamed}; make the two agree"
                )
