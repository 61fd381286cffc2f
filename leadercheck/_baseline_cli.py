"""What the command line does with a baseline: accept what is found, drop what is gone, export a false alarm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from leadercheck import baseline as baselines
from leadercheck._cli import overlay_option
from leadercheck.baseline import Baseline
from leadercheck.checker import Checker
from leadercheck.document import Source
from leadercheck.errors import UnknownNameError
from leadercheck.profile import Profile, near
from leadercheck.readers import Manuscript
from leadercheck.report import Report
from leadercheck.roster import Roster


def prune(name: str, checker: Checker, manuscripts: Sequence[Manuscript], on: date) -> None:
    """Drop from a baseline what is found in none of the texts any more.

    Args:
        name: the file.
        checker: one that leaves nothing out.
        manuscripts: all that the baseline is about; what is only found elsewhere goes too.
        on: the day they are judged by.
    """
    held = baselines.read(name)
    left = held.pruned({f.fingerprint for one in manuscripts for f in _checked(one, checker, on).findings})
    dropped = len(held.accepted) - len(left.accepted)
    if dropped:
        baselines.write(name, left)
    click.echo(f"{name}: đã bỏ {dropped} phát hiện không còn thấy, giữ {len(left.accepted)}.", err=True)


def extend(name: str, checker: Checker, manuscripts: Sequence[Manuscript], on: date) -> Baseline:
    """Accept all that a checker finds in the texts; what the file holds stays.

    Returns:
        The baseline as it then stands.
    """
    if name == "-":
        raise click.UsageError("--write-baseline needs a file, not standard output")
    held = baselines.read(name) if Path(name).exists() else Baseline()
    grown = held.extended(
        one
        for read in manuscripts
        for one in baselines.accept(
            _checked(read, checker, on), checker.parse(read.text, on=on), Source.of(read.text)
        )
    )
    new = len(grown.accepted) - len(held.accepted)
    if new or not Path(name).exists():
        baselines.write(name, grown)
    click.echo(f"{name}: đã ghi thêm {new} phát hiện, tổng cộng {len(grown.accepted)}.", err=True)
    return grown


def _checked(manuscript: Manuscript, checker: Checker, on: date) -> Report:
    return checker.check(manuscript.text, on=on, suppress=manuscript.suppressions)


@click.group()
def baseline() -> None:
    """The file of accepted findings: hand on what was a false alarm."""


@baseline.command()
@click.argument("file")
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--profile", metavar="FILE", help="House style, a TOML file.")
@overlay_option
def export(file: str, fingerprints: tuple[str, ...], profile: str | None, overlays: tuple[str, ...]) -> None:
    """Print rows of a test table for accepted findings of FILE: sentence, day and rule, never the article.

    The sentence is checked alone; the row says so where the alarm does not sound without the text around it.
    """
    known = {one.fingerprint: one for one in baselines.read(file).accepted}
    for missing in (name for name in fingerprints if name not in known):
        raise UnknownNameError(f"{file}: holds no fingerprint {missing!r}; {near(missing, known)}")
    checker = Checker(
        roster=Roster.load(overlays=overlays), profile=Profile.load(profile) if profile else None
    )
    for name in fingerprints:
        one = known[name]
        printed = baselines.row(one)
        if all(f.rule != one.rule for f in checker.check(one.sentence, on=one.on).findings):
            click.echo("# câu đứng riêng không còn báo: cần thêm ngữ cảnh, hoặc đã được sửa")
        click.echo(printed)
