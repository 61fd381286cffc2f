"""The command line; nothing else knows about terminals."""

from __future__ import annotations

import difflib
import re
import sys
import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import click

from leadercheck import wording
from leadercheck._data import read
from leadercheck._files import read_text, write_text
from leadercheck._version import __version__
from leadercheck.checker import Checker, today
from leadercheck.errors import LeadercheckError, UnknownNameError
from leadercheck.fixes import fix
from leadercheck.invariants import broken
from leadercheck.profile import Profile
from leadercheck.register import Person, Register, dump, parse, problems
from leadercheck.report import Report
from leadercheck.roster import Roster
from leadercheck.rule import Example, Rule, Severity
from leadercheck.rules import RULES
from leadercheck.search import nearest, persons_like, positions_like
from leadercheck.writers import json, terminal

_COLOURS: Final[dict[str, dict[str, Any]]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "place": {"bold": True},
    "dim": {"dim": True},
    "fix": {"fg": "green"},
}


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only in newer click
    """A calendar day, as 2026-05-06 or 6/5/2026."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was written."""
        if isinstance(value, date):
            return value
        found = re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)[/.](\d\d?)[/.](\d{4})", value)
        try:
            if found and found[1]:
                return date(int(found[1]), int(found[2]), int(found[3]))
            if found:
                return date(int(found[6]), int(found[5]), int(found[4]))
        except ValueError:
            pass
        return self.fail(f"{value!r} is no day; write it as 2026-05-06 or 6/5/2026", param, ctx)


class Commands(click.Group):
    """A group whose errors of use and of data are one line and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a `LeadercheckError` is told in one line."""
        try:
            return super().invoke(ctx)
        except LeadercheckError as error:
            click.echo(f"leadercheck: {error}", err=True)
            ctx.exit(2)


on_option = click.option(
    "--on", type=Day(), metavar="DATE", help="Day of publication in Việt Nam; today if left out."
)
overlay_option = click.option(
    "--overlay", "overlays", multiple=True, metavar="FILE", help="Facts of your own."
)


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
@click.option("--profile", metavar="FILE", help="House style, a TOML file.")
@overlay_option
@click.option("--baseline", metavar="FILE", help="Fingerprints of accepted findings, one a line.")
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
    *,
    mend: bool,
    diff: bool,
    fail_on: str,
) -> None:
    """Check texts; "-" reads standard input.

    Exit code 0: no finding at or above --fail-on; 1: findings; 2: the call or a file is wrong.
    """
    checker = Checker(
        roster=Roster.load(overlays=overlays),
        profile=Profile.load(profile) if profile else None,
        baseline=_fingerprints(baseline) if baseline else (),
    )
    day = on or today()
    texts = [(name, read_text(name)) for name in files]
    checked = [(name, text, checker.check(text, on=day)) for name, text in texts]
    if diff or mend:
        checked = [_mended(*one, checker, write=mend) for one in checked]
    if not diff:
        _print(checked, form)
    worst = list(Severity)[: list(Severity).index(Severity(fail_on)) + 1]
    if any(finding.severity in worst for _, _, report in checked for finding in report.findings):
        ctx.exit(1)


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


def _fingerprints(name: str) -> list[str]:
    return [
        line.split()[0] for line in read_text(name).splitlines() if line.strip() and not line.startswith("#")
    ]


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
def explain(rule: str | None, *, everything: bool) -> None:
    """Say what RULE finds, why, on which authority, with examples."""
    if not rule and not everything:
        raise click.UsageError("name a rule, such as T002, or say --all")
    known = {name: r for r in RULES for name in (r.id.lower(), r.name)}
    if rule and rule.lower() not in known:
        hint = nearest(rule.lower(), known)
        raise UnknownNameError(f"no rule is called {rule!r}; {hint or 'see `leadercheck rules`'}")
    for index, one in enumerate(RULES if everything else (known[(rule or "").lower()],)):
        if index:
            click.echo()
        click.echo(_explained(one))


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
            "",
            "Found:",
            *map(example, rule.bad),
            "Not found:",
            *map(example, rule.good),
        )
    )


@main.command()
def rules() -> None:
    """List the rules."""
    for rule in RULES:
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


@main.group()
def roster() -> None:
    """The register of facts: check it, put it in order."""


@roster.command()
@click.argument("file", required=False)
def validate(file: str | None) -> None:
    """Check FILE (the package's own facts if left out): schema, ids, dates, one holder at a time, sources."""
    where, content = read(file)
    found = [f"{where}: {problem}" for problem in problems(Register, content)]
    if not found:
        facts = Roster.load(where)
        found = [f"{where}: {problem}" for problem in broken(facts)]
    for line in found:
        click.echo(line)
    click.echo(f"{where}: {len(found)} problem(s)" if found else f"{where}: in order")
    if found:
        sys.exit(1)


@roster.command()
@click.argument("file")
def fmt(file: str) -> None:
    """Write FILE in its one form: one record a line, sorted by id."""
    write_text(file, dump(parse(Register, read_text(file).encode(), file)))


if __name__ == "__main__":
    main(prog_name="leadercheck")
