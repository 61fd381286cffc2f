"""What share of realistic errors is found, beside what is said of the same news untouched.

    python benchmarks/mutate.py CORPUS [--files news_2017] [--per-class 300] [--misses 5] [--seed 0] [--json OUT]

One error at a time is put into a right sentence of real dated news, where the register knows to the day that the
person held the office. The sites of a class are spread over persons and articles, so that no leader counts for
more than a twentieth of it: the shares are of persons and forms of print, not of how often each is in the news.
Sites are right titles that the engine itself read and judged: what it cannot read is in no share here. Findings on
the untouched items are the price of each class, printed in its row; a few of them are true errors of print.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import Any, Final, Literal

from article_slips import acting_lost, country_name, inverted_list, wrong_honorific, wrong_rank
from misspell import KINDS
from name_slips import broken_name, diacritics_lost, glued_name, misspelt, wrong_case
from rare_slips import ARTICLES, SITES
from shares import interval
from sites import TOP, Mutant, Site, World, reads, said, sites
from title_slips import (
    alternate,
    deputy_added,
    deputy_lost,
    ended_organisation,
    former,
    outdated,
    place_type,
    premature,
    wrong_term,
    wrong_title,
)

from leadercheck import RULES, Checker, Finding

PERSON_SHARE: Final = 20
"""One person has at most this fraction of a class."""


EVERY: Final = "classes that may speak above a note"


ALL: Final = "every class"


RARE: Final = "slips of rules that find nothing here"
"""Heads the rows of classes that are in no sum: notes and rules that are off by default."""


Mends = Literal["yes", "capitals", "form", "no", "none"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of a mutant: the loudest finding on its place, and the new ones elsewhere.

    `mends`: whether the first fix gives the untouched text again: "yes", "capitals" (but for them), "form" (the same
    office in another accepted form: "TP" for "thành phố"), "no" or "none"; None where nothing was found or the date was
    moved.
    """

    mutant: Mutant
    finding: Finding | None
    elsewhere: tuple[Finding, ...]
    mends: Mends | None

    @property
    def found(self) -> bool:
        """Whether something is said on the place above a note."""
        return self.finding is not None and self.finding.severity != "note"


CLASSES: Final[dict[str, tuple[Callable[[Site, World, Random], Mutant | None], tuple[str, ...]]]] = {
    "wrong-title": (wrong_title, ("T001", "T002", "T003", "T006")),
    "outdated": (outdated, ("T002",)),
    "premature": (premature, ("T003",)),
    "former": (former, ("T004",)),
    "deputy-lost": (deputy_lost, ("T006",)),
    "deputy-added": (deputy_added, ("T006",)),
    "misspelt": (misspelt, ("N001",)),
    "ended-organisation": (ended_organisation, ("T009",)),
    "diacritics-lost": (diacritics_lost, ("N002",)),
    "wrong-case": (wrong_case, ("N003",)),
    "glued": (glued_name, ("N004",)),
    "broken": (broken_name, ("N004",)),
    "place-type": (place_type, ("T010",)),
    "alternate": (alternate, ("T012",)),
    "wrong-term": (wrong_term, ("T013",)),
}
"""What is done to a site, and the rules meant to find it."""


WHOLE: Final[dict[str, tuple[str, ...]]] = {
    "acting-lost": ("T005",),
    "wrong-rank": ("T011",),
    "wrong-honorific": ("F001",),
    "inverted-list": ("O001",),
    "country-name": ("C003",),
}
"""Classes that are rare in the corpus: every place is taken."""


def spread(found: Sequence[Site], random: Random) -> Iterator[Site]:
    """The sites in turn of their persons, so that a few much-named leaders do not fill a class."""
    persons: dict[str, list[Site]] = defaultdict(list)
    for site in found:
        persons[site.person].append(site)
    queues = [random.sample(persons[p], len(persons[p])) for p in sorted(persons)]
    random.shuffle(queues)
    for turn in zip_longest(*queues):
        yield from (site for site in turn if site is not None)


def mutants(name: str, found: Sequence[Site], world: World, per_class: int, seed: int) -> Iterator[Mutant]:
    """At most `per_class` mutants of each group of a class, one a person and item."""
    make = (CLASSES | SITES)[name][0]
    random = Random(f"{seed} {name}")
    counts: Counter[str] = Counter()
    persons: Counter[tuple[str, str]] = Counter()
    taken: set[tuple[str, str]] = set()
    for site in spread(found, random):
        if (site.read.item.id, site.person) in taken or counts[name] >= per_class:
            continue
        mutant = make(site, world, random)
        if mutant is None or counts[mutant.group] >= per_class:
            continue
        if persons[mutant.group, site.person] >= max(1, per_class // PERSON_SHARE):
            continue
        counts[mutant.group] += 1
        persons[mutant.group, site.person] += 1
        taken.add((site.read.item.id, site.person))
        yield mutant


def rare(found: dict[str, list[Mutant]], per_class: int, seed: int) -> Iterator[Mutant]:
    """At most `per_class` mutants of each class, spread over persons and items as far as there are."""
    for name, all_of_it in found.items():
        persons: Counter[str | None] = Counter()
        items: set[str] = set()
        drawn = 0
        for mutant in Random(f"{seed} {name}").sample(all_of_it, len(all_of_it)):
            alone = mutant.person is not None and persons[mutant.person] >= max(1, per_class // PERSON_SHARE)
            if drawn < per_class and not alone and mutant.read.item.id not in items:
                persons[mutant.person] += 1
                items.add(mutant.read.item.id)
                drawn += 1
                yield mutant


def judged_alone(mutant: Mutant, rules: Sequence[str]) -> Outcome | None:
    """The mutant checked with these rules only, which may be off by default; None where they speak of the place already."""
    checker = _only(tuple(rules))
    before = said(
        checker.check(mutant.read.item.text, on=mutant.on), mutant.start, mutant.start + len(mutant.was)
    )
    return None if before else judged(mutant, checker)


@cache
def _only(rules: tuple[str, ...]) -> Checker:
    return Checker(rules=[rule for rule in RULES if rule.id in rules])


def judged(mutant: Mutant, checker: Checker) -> Outcome:
    """The mutant checked."""
    report = checker.check(mutant.text, on=mutant.on)
    here = said(report, mutant.start, mutant.end)
    finding = here[0] if here else None
    if mutant.on != mutant.read.item.on:
        return Outcome(mutant, finding, (), None)
    before = {(f.rule, f.excerpt) for f in mutant.read.report.findings}
    new = (f for f in report.findings if f not in here and (f.rule, f.excerpt) not in before)
    elsewhere = tuple(f for f in new if f.severity != "note")
    return Outcome(mutant, finding, elsewhere, mended(mutant, finding, checker) if finding else None)


def mended(mutant: Mutant, finding: Finding, checker: Checker) -> Mends:
    """Whether the first fix of a finding gives the untouched text again; "none" where no fix is offered."""
    if not finding.fixes:
        return "none"
    text, untouched = mutant.text, mutant.wanted or mutant.read.item.text
    for edit in reversed(finding.fixes[0].edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    if text == untouched:
        return "yes"
    if text.lower() == untouched.lower():
        return "capitals"
    return "form" if same_office(text, untouched, mutant, checker) else "no"


def same_office(text: str, untouched: str, mutant: Mutant, checker: Checker) -> bool:
    """Whether two texts differ in one title only, which in both means the same office and is right."""
    found = [
        [
            t
            for m in checker.parse(printed, on=mutant.on).mentions
            for t in m.titles
            if t.start == mutant.start
        ]
        for printed in (text, untouched)
    ]
    if not (found[0] and found[1]):
        return False
    one, other = found[0][0], found[1][0]
    around = text[: one.start] == untouched[: other.start] and text[one.end :] == untouched[other.end :]
    return around and one.positions == other.positions and one.verdict == other.verdict == "yes"


def titles_in_print(found: Sequence[Site], checker: Checker) -> dict[str, tuple[str, ...]]:
    """One-holder national offices with the full titles they are printed by."""
    forms: dict[str, set[str]] = defaultdict(set)
    for site in found:
        text, positions = site.title.text, site.title.positions
        position = checker.roster.positions[positions[0]] if len(positions) == 1 else None
        if position is None or not position.exclusive or position.place or "," in text:
            continue
        if text[0].isupper() and not text.isupper() and (site.title.organisations or position.id in TOP):
            forms[position.id].add(text)
    return {p: tuple(sorted(forms[p])) for p in sorted(forms)}


def measure(
    corpus: Path, files: tuple[str, ...], per_class: int, seed: int
) -> tuple[list[Outcome], dict[str, Any]]:
    """Every mutant's outcome, and what is said of the untouched items."""
    checker, off = Checker(), Checker(rules=[rule for rule in RULES if not rule.default])
    whole: list[Mutant] = []
    found: list[Site] = []
    levels: Counter[tuple[str, str]] = Counter()
    quiet: Counter[tuple[str, str]] = Counter()
    seldom: dict[str, list[Mutant]] = {name: [] for name in ARTICLES}
    read_items = titles = 0
    for read in reads(checker, corpus, files):
        read_items += 1
        titles += read.report.coverage.judged_yes + read.report.coverage.judged_no
        levels.update((f.rule, f.severity) for f in read.report.findings)
        quiet.update((f.rule, f.severity) for f in off.check(read.item.text, on=read.item.on).findings)
        found += sites(read, checker)
        whole += (
            *acting_lost(read),
            *wrong_rank(read, checker),
            *wrong_honorific(read),
            *inverted_list(read, checker),
            *country_name(read),
        )
        for name, (make, _) in ARTICLES.items():
            seldom[name] += make(read, checker)
    world = World(checker, titles_in_print(found, checker))
    drawn = [m for name in CLASSES for m in mutants(name, found, world, per_class, seed)]
    outcomes = [
        judged(m, checker)
        for m in (*drawn, *sorted(whole, key=lambda m: list(WHOLE).index(m.group.partition(",")[0])))
    ]
    outcomes += [judged(m, checker) for name in SITES for m in mutants(name, found, world, per_class, seed)]
    told = (judged_alone(m, ARTICLES[m.group][1]) for m in rare(seldom, per_class, seed))
    outcomes += [outcome for outcome in told if outcome]
    untouched = {
        "items": read_items, "judged_titles": titles, "sites": len(found), "persons": len({s.person for s in found}),
        "findings": {f"{rule} {severity}": n for (rule, severity), n in sorted(levels.items())},
        "off": {f"{rule} {severity}": n for (rule, severity), n in sorted(quiet.items())},
    }  # fmt: skip
    return outcomes, untouched


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The figures of one row."""
    n, hits = len(outcomes), sum(o.found for o in outcomes)
    low, high = interval(hits, n)
    mends = Counter(o.mends for o in outcomes if o.found and o.mends)
    return {
        "n": n, "persons": len({o.mutant.person for o in outcomes} - {None}), "found": hits, "low": low, "high": high,
        "levels": dict(Counter(o.finding.severity if o.finding else "silent" for o in outcomes)),
        "mends": dict(mends), "elsewhere": sum(bool(o.elsewhere) for o in outcomes),
        "rules": dict(Counter(o.finding.rule for o in outcomes if o.finding and o.found).most_common()),
    }  # fmt: skip


def rows(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes by row of the table: groups and their sum, misspellings of the first group also by kind."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for name in (*CLASSES, *WHOLE):
        found[name] = []
        both = [o for o in outcomes if o.mutant.group.partition(",")[0] == name]
        for outcome in both:
            found[outcome.mutant.group].append(outcome)
        if len(both) > len(found[name]):
            found[f"{name}, all"] = both
        for kind in KINDS if name == "misspelt" else ():
            found[f"  {kind}"] = [o for o in found[name] if o.mutant.kind == kind]
    seldom = {**SITES, **ARTICLES}
    common = [o for o in outcomes if o.mutant.group not in seldom]
    found[EVERY] = [o for o in common if "," not in o.mutant.group]
    found[ALL] = common
    for name in seldom:
        found[f"{RARE}: {name}"] = [o for o in outcomes if o.mutant.group == name]
    return found


def injected(outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    """How many slips were put in that are the rule's own, how many are told at any level, and how many by the rule itself.

    The others are told by a rule that goes before it.
    """
    meant = {**CLASSES, **SITES, **ARTICLES}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        name = outcome.mutant.group.partition(",")[0]
        rule = (meant[name][1] if name in meant else WHOLE[name])[0]
        found[rule]["n"] += 1
        found[rule]["told"] += outcome.finding is not None
        found[rule]["itself"] += outcome.finding is not None and outcome.finding.rule == rule
    return {rule.id: {key: found[rule.id][key] for key in ("n", "told", "itself")} for rule in RULES}


def alarms(untouched: dict[str, Any], rules: Sequence[str] | None) -> str:
    """Errors and warnings on the untouched items for 1,000 judged titles, of some rules or of all."""
    counts: Counter[str] = Counter()
    for key, n in untouched["findings"].items():
        rule, severity = key.split()
        counts[severity] += n if rules is None or rule in rules else 0
    titles = max(1, untouched["judged_titles"])
    return f"{1000 * counts['error'] / titles:5.2f}{1000 * counts['warning'] / titles:7.2f}"


def show(outcomes: Sequence[Outcome], untouched: dict[str, Any]) -> None:
    """Print the table: what is found of each class, and beside it what its rules say of the untouched items.

    fix, Aa, form, no, -: the first fix gives the untouched text again, gives it but for capitals, gives the same office
    in another form, does not, or none is offered. else: mutants with a new finding in another place.
    """
    print(
        f"{untouched['items']} items, {untouched['judged_titles']} judged titles; {untouched['sites']} right titles "
        f"of {untouched['persons']} persons can be made wrong"
    )
    print(
        f"{'':42}{'n':>4}{'persons':>8}{'found at error or warning':>27}{'err':>5}{'warn':>5}{'note':>5}{'none':>5}"
        f"{'fix':>5}{'Aa':>5}{'form':>5}{'no':>5}{'-':>5}{'else':>6}{'untouched: err, warn /1,000':>29}  by"
    )
    for name, found in rows(outcomes).items():
        row = summary(found)
        share = f"{row['found'] / row['n']:.1%} [{row['low']:.1%}, {row['high']:.1%}]" if row["n"] else "-"
        levels = "".join(f"{row['levels'].get(k, 0):>5}" for k in ("error", "warning", "note", "silent"))
        mends = "".join(f"{row['mends'].get(k) or '-':>5}" for k in ("yes", "capitals", "form", "no", "none"))
        meant = next((r for c, (_, r) in CLASSES.items() if name.startswith(c)), WHOLE.get(name))
        beside = alarms(untouched, meant) if meant else ""
        by = ", ".join(f"{r} {k}" for r, k in row["rules"].items())
        print(
            f"{name.removeprefix(RARE + ': '):42}{row['n']:>4}{row['persons']:>8}{share:>27}{levels}{mends}{row['elsewhere']:>6}{beside:>29}  {by}"
        )
    print(f"{'untouched items, all rules':42}{alarms(untouched, None):>122}  {untouched['findings']}")


def show_misses(outcomes: Sequence[Outcome], checker: Checker, limit: int) -> None:
    """Print cases in which nothing above a note is said on the place, with what the engine read there."""
    for name, found in rows(outcomes).items():
        missed = [o for o in found if not o.found]
        for outcome in missed[
            : 0 if name.startswith(("  ", EVERY, ALL)) or name.endswith(", all") else limit
        ]:
            m = outcome.mutant
            print(
                f"\n[{name}{m.kind and ': ' + m.kind} {m.on} {m.read.item.id[:10]}] {m.was} → {m.text[m.start : m.end]}"
            )
            print(f"   … {m.text[max(0, m.start - 160) : m.end + 120]} …".replace("\n", " / "))
            for mention in checker.check(m.text, on=m.on).mentions:
                if mention.start < m.end + 3 and m.start - 3 < mention.end:
                    titles = "; ".join(f"{t.text}: {t.verdict}, {t.reason}, {t.kind}" for t in mention.titles)
                    now = "now" if mention.now else "past" if mention.past else "no sign of now"
                    print(f"   {mention.name}: {mention.status} {mention.person}, {now} [{titles}]")
            if outcome.finding:
                print(f"   note {outcome.finding.rule}: {outcome.finding.message}")


def record(outcome: Outcome) -> dict[str, Any]:
    """One case for the JSON file."""
    m, finding = outcome.mutant, outcome.finding
    return {
        "class": m.group, "kind": m.kind, "id": m.read.item.id, "printed": m.read.item.on.isoformat(),
        "on": m.on.isoformat(), "person": m.person, "was": m.was, "is": m.text[m.start : m.end], "start": m.start,
        "end": m.end, "around": m.text[max(0, m.start - 160) : m.end + 160], "found": outcome.found,
        "rule": finding and finding.rule, "severity": finding and finding.severity, "mends": outcome.mends,
        "elsewhere": [f"{f.rule} {f.severity} {f.excerpt}" for f in outcome.elsewhere],
    }  # fmt: skip


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", nargs="+", default=["news_2025_2026", "news_2017"])
    parser.add_argument("--per-class", type=int, default=300, help="sites a class at most")
    parser.add_argument("--misses", type=int, default=0, help="missed cases printed a class")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path, help="where to write every case")
    arguments = parser.parse_args()
    outcomes, untouched = measure(
        arguments.corpus, tuple(arguments.files), arguments.per_class, arguments.seed
    )
    show(outcomes, untouched)
    show_misses(outcomes, Checker(), arguments.misses)
    if arguments.json:
        shown = rows(outcomes)
        result = {
            "files": arguments.files, "seed": arguments.seed, "per_class": arguments.per_class, "untouched": untouched,
            "rows": {name.strip(): summary(found) for name, found in shown.items() if not name.startswith(RARE)},
            "injected": injected(outcomes),
            "cases": [record(o) for o in outcomes],
        }  # fmt: skip
        arguments.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
