"""The command `check`: reads files and folders, checks, writes a report in one of its forms, mends."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any, Final

import click
from msgspec import Struct

from leadercheck import _cache, readers
from leadercheck import baseline as baselines
from leadercheck._baseline_cli import extend, prune
from leadercheck._cli import on_option, overlay_option, profile_option
from leadercheck._files import read_bytes, write_bytes, write_text
from leadercheck._folders import files as gathered
from leadercheck.checker import Checker, today
from leadercheck.errors import LeadercheckError, UnknownNameError
from leadercheck.profile import Profile
from leadercheck.readers import Manuscript
from leadercheck.report import Report
from leadercheck.roster import Roster
from leadercheck.rule import Severity
from leadercheck.writers import github, gitlab, json, junit, page, sarif, terminal
from leadercheck.writers.sheet import Sheet

FORMATS: Final = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html")
_LONG: Final = 20
"""So many files are worth a bar."""
_COLOURS: Final[dict[str, dict[str, Any]]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "place": {"bold": True},
    "dim": {"dim": True},
    "fix": {"fg": "green"},
}


class _Checked(Struct, frozen=True):
    """A file, as read and as judged."""

    name: str
    manuscript: Manuscript
    report: Report

    @property
    def sheet(self) -> Sheet:
        """What the writers write about."""
        located = readers.located(self.manuscript, self.report)
        return Sheet(
            self.name, self.manuscript.text, self.report, located, lined=self.manuscript.form != "docx"
        )


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@on_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--output", "-o", metavar="FILE", help="Write the report there, not to standard output.")
@click.option(
    "--reader",
    type=click.Choice(readers.FORMS),
    help="How to read all files; by default by their names, and standard input as plain text.",
)
@profile_option
@overlay_option
@click.option("--baseline", metavar="FILE", help="Accepted findings, which are left out.")
@click.option("--write-baseline", metavar="FILE", help="Accept all findings: add them to FILE.")
@click.option("--prune-baseline", is_flag=True, help="Drop from --baseline what these texts no longer show.")
@click.option("--fix", "mend", is_flag=True, help="Write the safe fixes into the files.")
@click.option("--diff", is_flag=True, help="Show the safe fixes, change nothing.")
@click.option("--fail-on", type=click.Choice([s.value for s in Severity]), default="error", show_default=True)
@click.option("--no-cache", is_flag=True, help="Check files anew that were checked before.")
@click.pass_context
def check(  # noqa: PLR0913  # one argument an option of the command
    ctx: click.Context,
    files: tuple[str, ...],
    on: date | None,
    form: str,
    output: str | None,
    reader: readers.Form | None,
    *,
    profile: str | None,
    overlays: tuple[str, ...],
    baseline: str | None,
    write_baseline: str | None,
    prune_baseline: bool,
    mend: bool,
    diff: bool,
    fail_on: str,
    no_cache: bool,
) -> None:
    """Check texts: .txt, .html, .md, .docx, or all of a folder; "-" reads standard input.

    Of folders, what a .leadercheckignore names is left out; its patterns are those of a .gitignore.

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
    names = gathered(files)
    if not names:
        click.echo(f"{files[0]}: không có tệp nào để kiểm tra", err=True)
    wrong: list[str] = []
    read = partial(_manuscripts, names, reader, wrong)
    if baseline and prune_baseline:
        prune(baseline, Checker(roster=facts, profile=style), [one for _, one, _ in read()], day)
    if write_baseline:
        grown = extend(write_baseline, checker, [one for _, one, _ in read()], day)
        accepted |= grown.fingerprints
        checker = Checker(roster=facts, profile=style, baseline=accepted)
    cache = None
    if len(names) > 1 and not no_cache:
        style_bytes = read_bytes(profile) if profile else b""
        cache = _cache.opened(facts.sha256, style_bytes, [r.id for r in checker.rules], accepted, day)
    wrong.clear()
    with _progress(names) as step:
        checked = [
            _Checked(name, one, _report(one, content, checker, day, cache))
            for name, one, content in step(read())
        ]
    if diff or mend:
        checked = [_mended(one, checker, write=mend) for one in checked]
    worst = [s.value for s in Severity][: list(Severity).index(Severity(fail_on)) + 1]
    if not diff:
        _write(checked, form, output, checker, worst)
    for line in wrong:
        click.echo(f"leadercheck: {line}", err=True)
    if wrong:
        ctx.exit(2)
    if any(finding.severity in worst for one in checked for finding in one.report.findings):
        ctx.exit(1)


def _manuscripts(
    names: Sequence[str], reader: readers.Form | None, wrong: list[str]
) -> Iterator[tuple[str, Manuscript, bytes]]:
    """The files as read; of several, one that cannot be read is told in `wrong` and does not stop the others."""
    for name in names:
        try:
            content = read_bytes(name)
            yield name, readers.read(content, reader or readers.form_of(name), name=name), content
        except LeadercheckError as error:
            if len(names) == 1:
                raise
            wrong.append(str(error))


def _report(
    manuscript: Manuscript, content: bytes, checker: Checker, on: date, cache: _cache.Cache | None
) -> Report:
    if cache is None:
        return checker.check(manuscript.text, on=on, suppress=manuscript.suppressions)
    key = cache.key(content, manuscript.form)
    known = cache.get(key)
    if known is None:
        known = checker.check(manuscript.text, on=on, suppress=manuscript.suppressions)
        cache.put(key, known)
    return known


@contextmanager
def _progress(names: Sequence[str]) -> Iterator[Any]:
    """A bar on the terminal's error output, where the work is long and somebody looks."""
    if len(names) < _LONG or not sys.stderr.isatty():
        yield iter
        return

    def step(read: Iterable[Any]) -> Iterator[Any]:
        with click.progressbar(
            read, length=len(names), label="Đang kiểm tra", file=sys.stderr, show_pos=True
        ) as bar:
            yield from bar

    yield step


def _write(
    checked: Sequence[_Checked], form: str, output: str | None, checker: Checker, failing: Sequence[str]
) -> None:
    sheets = [one.sheet for one in checked]
    shown = _rendered(sheets, checked, form, checker, failing, plain=output is not None)
    if output and output != "-":
        write_text(output, shown)
    else:
        click.echo(shown, nl=False)


def _rendered(
    sheets: Sequence[Sheet],
    checked: Sequence[_Checked],
    form: str,
    checker: Checker,
    failing: Sequence[str],
    *,
    plain: bool,
) -> str:
    if form == "text":
        paint = _paint if sys.stdout.isatty() and not plain else terminal.plain
        return "".join(terminal.render_sheet(sheet, paint=paint) for sheet in sheets)
    if form in ("json", "jsonl"):
        render = json.render if form == "json" else json.render_lines
        return render([(sheet.name, sheet.located) for sheet in sheets])
    if form == "sarif":
        return sarif.render(sheets, checker.rules)
    if form == "github":
        return github.render(sheets)
    if form == "gitlab":
        return gitlab.render(sheets)
    if form == "junit":
        return junit.render(sheets, failing)
    readings = [checker.parse(one.manuscript.text, on=one.report.on) for one in checked]
    return page.render(sheets, readings, checker.roster)


def _paint(words: str, role: str) -> str:
    return click.style(words, **_COLOURS[role])


def _mended(one: _Checked, checker: Checker, *, write: bool) -> _Checked:
    """The file with its safe fixes: written and checked again, or only shown as a difference."""
    fixed = readers.mended(one.manuscript, one.report)
    before = one.manuscript.content or one.manuscript.source
    if fixed == before:
        return one
    again = readers.read(fixed, one.manuscript.form, name=one.name)
    if not write:
        changes = difflib.unified_diff(_lines(one.manuscript), _lines(again), one.name, f"{one.name} (fixed)")
        click.echo("".join(line if line.endswith("\n") else line + "\n" for line in changes), nl=False)
        return one
    if one.name == "-":
        raise UnknownNameError("standard input cannot be written to; use --diff, or name a file")
    write_bytes(one.name, fixed.encode() if isinstance(fixed, str) else fixed)
    report = checker.check(again.text, on=one.report.on, suppress=again.suppressions)
    return _Checked(one.name, again, report)


def _lines(manuscript: Manuscript) -> list[str]:
    """What a difference compares: the lines of the source, of a .docx its paragraphs."""
    if manuscript.form == "docx":
        return [f"{strip.text}\n" for strip in manuscript.strips]
    return manuscript.source.splitlines(keepends=True)
