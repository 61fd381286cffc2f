"""The command line; nothing else knows about terminals."""

from __future__ import annotations

import difflib
import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import click

from leadercheck import baseline as baselines
from leadercheck import wording
from leadercheck._baseline_cli import baseline as baseline_commands
from leadercheck._baseline_cli import extend, prune
from leadercheck._cli import Commands, desk_option, on_option, overlay_option, profile_option
from leadercheck._files import read_text, write_text
from leadercheck._roster_cli import roster
from leadercheck._version import __version__
from leadercheck.checker import Checker, today
from leadercheck.errors import UnknownNameError
from leadercheck.fixes import fix
from leadercheck.house import own_rules
from leadercheck.precedence import order as in_order
from leadercheck.profile import Profile
from leadercheck.protocol import left_out
from leadercheck.register import Person
from leadercheck.report import Report
from leadercheck.roster import Roster
from leadercheck.rule import Example, Rule, Severity
from leadercheck.rules import RULES
from leadercheck.search import nearest, persons_like, positions_like
from leadercheck.upkeep import find_person
from leadercheck.writers import json, terminal

_MANY: Final = 20
"""From so many files on a check shows how far it is."""
_COLOURS: Final[dict[str, dict[str, Any]]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "place": {"bold": True},
    "dim": {"dim": True},
    "fix": {"fg": "green"},
}


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="leadercheck %(version)s")
def main() -> None:
    """Check how a Vietnamese text names the country's leaders: titles, names and order on its day."""


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@on_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True
)
@profile_option
@overlay_option
@click.option("--baseline", metavar="FILE", help="Accepted findings, which are left out.")
@click.option("--write-baseline", metavar="FILE", help="Accept all findings: add them to FILE.")
@click.option("--prune-baseline", is_flag=True, help="Drop from --baseline what these texts no longer show.")
@click.option("--fix", "mend", is_flag=True, help="Write the safe fixes into the files.")
@click.option("--diff", is_flag=True, help="Show the safe fixes, change nothing.")
@click.option("--fail-on", type=click.Choice([s.value for s in Severity]), default="error", show_default=True)
@click.pass_context
def check(  # noqa: PLR0913  # one argument an option of the command
    ctx: click.Context,
    files: tuple[str, ...],
    on: date | None,
    form: str,
    profile: str | None,
    overlays: tuple[str, ...],
    baseline: str | None,
    write_baseline: str | None,
    *,
    prune_baseline: bool,
    mend: bool,
    diff: bool,
    fail_on: str,
) -> None:
    """Check texts; "-" reads standard input.

    Exit code 0: no finding at or above --fail-on; 1: findings; 2: the call or a file is wrong.
    """
    if prune_baseline and not baseline:
        raise click.UsageError("--prune-baseline needs --baseline FILE")
    if write_baseline and (mend or diff):
        raise click.UsageError("--write-baseline accepts findings as they are; leave out --fix and --diff")
    facts, style = Roster.load(overlays=overlays), Profile.load(profile) if profile else None
    accepted = baselines.read(baseline).fingerprints if baseline else frozenset()
    checker = Checker(roster=facts, profile=style, baseline=accepted)
    day = on or today()
    texts = [(name, read_text(name)) for name in files]
    if baseline and prune_baseline:
        prune(baseline, Checker(roster=facts, profile=style), [text for _, text in texts], day)
    if write_baseline:
        grown = extend(write_baseline, checker, [text for _, text in texts], day)
        checker = Checker(roster=facts, profile=style, baseline=accepted | grown.fingerprints)
    checked = [(name, text, checker.check(text, on=day)) for name, text in _watched(texts)]
    if diff or mend:
        checked = [_mended(*one, checker, write=mend) for one in checked]
    if not diff:
        _print(checked, form)
    worst = list(Severity)[: list(Severity).index(Severity(fail_on)) + 1]
    if any(finding.severity in worst for _, _, report in checked for finding in report.findings):
        ctx.exit(1)


def _watched(texts: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The texts, with a bar on the error stream where they are many and somebody watches it."""
    if len(texts) < _MANY or not sys.stderr.isatty():
        yield from texts
        return
    with click.progressbar(texts, label="leadercheck", file=sys.stderr, show_pos=True) as shown:
        yield from shown


def _print(checked: Sequence[tuple[str, str, Report]], form: str) -> None:
    if form == "text":
        paint = _paint if sys.stdout.isatty() else terminal.plain
        for name, text, report in checked:
            click.echo(terminal.render(report, text, name=name, paint=paint), nl=False)
        return
    render = json.render if form == "json" else json.render_lines
    click.echo(render([(name, report) for name, _, report in checked]), nl=False)


def _paint(words: str, role: str) -> str:
    return click.style(words, **_COLOURS[role])


def _mended(
    name: str, text: str, report: Report, checker: Checker, *, write: bool
) -> tuple[str, str, Report]:
    """The file with its safe fixes: written and checked again, or only shown as a difference."""
    fixed = fix(text, report)
    if fixed == text:
        return name, text, report
    if not write:
        changes = difflib.unified_diff(
            text.splitlines(keepends=True), fixed.splitlines(keepends=True), name, f"{name} (fixed)"
        )
        click.echo("".join(line if line.endswith("\n") else line + "\n" for line in changes), nl=False)
        return name, text, report
    if name == "-":
        raise UnknownNameError("standard input cannot be written to; use --diff, or name a file")
    write_text(name, fixed)
    return name, fixed, checker.check(fixed, on=report.on)


@main.command()
@click.argument("rule", required=False)
@click.option("--all", "everything", is_flag=True, help="All rules.")
@profile_option
def explain(rule: str | None, profile: str | None, *, everything: bool) -> None:
    """Say what RULE finds, why, on which authority, with examples."""
    if not rule and not everything:
        raise click.UsageError("name a rule, such as T002, or say --all")
    every = _all_rules(profile)
    known = {name: r for r in every for name in (r.id.lower(), r.name)}
    if rule and rule.lower() not in known:
        hint = nearest(rule.lower(), known)
        raise UnknownNameError(f"no rule is called {rule!r}; {hint or 'see `leadercheck rules`'}")
    for index, one in enumerate(every if everything else (known[(rule or "").lower()],)):
        if index:
            click.echo()
        click.echo(_explained(one))


def _all_rules(profile: str | None) -> tuple[Rule, ...]:
    """The rules of the package, and those a profile adds."""
    return RULES + (own_rules(Profile.load(profile)) if profile else ())


def _explained(rule: Rule) -> str:
    def example(one: Example) -> str:
        return f"  {wording.day(one.on):>10}  {one.text}" + (f"\n{'':12}→ {one.fixed}" if one.fixed else "")

    return "\n".join(
        (
            f"{rule.id} {rule.name} ({rule.severity.value} at most)",
            "",
            rule.explanation.rstrip(),
            "",
            f"Citation: {rule.citation}",
            *(("", "Found:", *map(example, rule.bad)) if rule.bad else ()),
            *(("Not found:", *map(example, rule.good)) if rule.good else ()),
        )
    )


@main.command()
@profile_option
def rules(profile: str | None) -> None:
    """List the rules, with --profile also the newsroom's own."""
    for rule in _all_rules(profile):
        click.echo(f"{rule.id}  {rule.severity.value:8} {rule.name:24} {textwrap.shorten(rule.summary, 90)}")


@main.command()
@click.argument("name")
@on_option
@overlay_option
def who(name: str, on: date | None, overlays: tuple[str, ...]) -> None:
    """Who bears NAME, and what they hold and held; with --on what they held that day."""
    roster = Roster.load(overlays=overlays)
    found = roster.named(name)
    if not found:
        raise UnknownNameError(f"nobody is registered as {name!r}; {persons_like(name, roster)}")
    for person in found:
        _tell(person, roster, on)


def _tell(person: Person, roster: Roster, on: date | None) -> None:
    life = (
        " – ".join(wording.partial(d) if d else "?" for d in (person.born, person.died))
        if person.died
        else (f"sinh {wording.partial(person.born)}" if person.born else "")
    )
    click.echo(
        " · ".join(
            words for words in (person.name, person.id, life, person.country or "", person.note) if words
        )
    )
    for record in roster.tenures(person.id, on):
        click.echo(f"  {wording.tenure(record, roster)} ({record.confidence}; {record.sources[0]})")


@main.command()
@click.argument("position")
@on_option
@overlay_option
def holders(position: str, on: date | None, overlays: tuple[str, ...]) -> None:
    """Who held POSITION (an id or a title) on the day."""
    roster = Roster.load(overlays=overlays)
    day = on or today()
    found = positions_like(position, roster)
    if not found:
        raise UnknownNameError(
            f"no position is called {position!r}; {nearest(position, {p.title: p for p in roster.positions.values()})}"
        )
    for record in found:
        click.echo(f"{record.title} · {record.id} · ngày {wording.day(day)}")
        tenures = roster.holders(record.id, day)
        for tenure in tenures:
            click.echo(f"  {wording.tenure(tenure, roster)} ({tenure.confidence}; {tenure.sources[0]})")
        if not tenures:
            click.echo(
                f"  không có dữ liệu chắc chắn cho ngày này (dữ liệu xác minh đến {wording.day(roster.as_of)})"
            )


@main.command()
@click.argument("name")
@desk_option
@click.option("--short", is_flag=True, help="Only the highest office.")
@overlay_option
def introduce(name: str, on: date | None, overlays: tuple[str, ...], *, short: bool) -> None:
    """How NAME (or an id) is introduced on the day, with the titles that are certain."""
    facts = Roster.load(overlays=overlays)
    day = _desk_day(on, facts)
    found = [] if name in facts.persons else list(facts.named(name))
    for person in found or [find_person(name, facts)]:
        told = facts.introduce(person.id, day, "short" if short else "full")
        click.echo(f"{told} · {person.id}" if len(found) > 1 else told)
        _tell_unsure(facts, person, day)


@main.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@desk_option
@overlay_option
def order(names: tuple[str, ...], on: date | None, overlays: tuple[str, ...]) -> None:
    """NAMEs (or ids) in protocol order on the day, and by which citation; "=" marks a tie with the line above."""
    facts = Roster.load(overlays=overlays)
    day = _desk_day(on, facts)
    persons = [find_person(name, facts).id for name in names]
    places = in_order([(p, facts.career(p, day)) for p in persons], facts.ranking(day))
    for number, place in enumerate(places):
        tied = number > 0 and place.ties(places[number - 1])
        mark = "   " if place.order is None else " = " if tied else f"{number + 1:2}."
        click.echo(f"{mark} {facts.introduce(place.person, day)}")
    for scheme in dict.fromkeys(place.order for place in places if place.order):
        click.echo(f"Căn cứ: {scheme.citation} ({scheme.sources[0] if scheme.sources else scheme.id})")
    unplaced = [facts.person(place.person) for place in places if place.order is None]
    if unplaced:
        names_told = ", ".join(person.name for person in unplaced)
        click.echo(f"Không xếp được, giữ thứ tự đưa vào: {names_told}", err=True)
    for person in unplaced:
        _tell_unsure(facts, person, day)


def _desk_day(on: date | None, facts: Roster) -> date:
    """The day asked for; without one today, or the last day the register can answer for."""
    day = on or min(today(), facts.as_of)
    if on is None and day != today():
        click.echo(f"Tính theo ngày dữ liệu được xác minh: {wording.day(day)}", err=True)
    return day


def _tell_unsure(facts: Roster, person: Person, day: date) -> None:
    """What was left out because nobody confirmed it for the day."""
    for tenure in left_out(facts.career(person.id, day), facts.positions):
        told = wording.tenure(tenure, facts)
        click.echo(f"Không nêu vì chưa chắc cho ngày {wording.day(day)}: {told}", err=True)


main.add_command(baseline_commands)
main.add_command(roster)


if __name__ == "__main__":
    main(prog_name="leadercheck")
