"""The commands that look after the register of facts."""

from __future__ import annotations

import sys
from datetime import date
from typing import Final

import click

from leadercheck._cli import Day, PartialDay, on_option
from leadercheck._data import read
from leadercheck._files import read_text, write_text
from leadercheck.changes import changes
from leadercheck.checker import today
from leadercheck.invariants import broken
from leadercheck.overlays import notices
from leadercheck.register import Confidence, Overlay, Register
from leadercheck.register_file import dump, parse, problems
from leadercheck.roster import Roster
from leadercheck.tables import coverage
from leadercheck.upkeep import Appointment, Capacity, appoint, checked, find_person, find_position
from leadercheck.upkeep import new_person as register_person

_CAPACITIES: Final = ("full", "acting", "in_charge")
_CONFIDENCES: Final = ("high", "medium", "low")


@click.group()
def roster() -> None:
    """The register of facts: check it, put it in order, enter an appointment, see what changed."""


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


@roster.command()
@click.argument("file", required=False)
def stats(file: str | None) -> None:
    """Tables of what FILE (the package's own facts if left out) covers, and the gaps of the senior offices."""
    click.echo(coverage(Roster.load(file)), nl=False)


@roster.command()
@click.argument("old")
@click.argument("new")
def diff(old: str, new: str) -> None:
    """What changed from the register OLD to NEW, in Vietnamese, one line a change."""
    _tell(changes(Roster.load(old), Roster.load(new)))


def _tell(lines: list[str]) -> None:
    for line in lines or ["Không có gì thay đổi"]:
        click.echo(line)


@roster.command()
@click.argument("file")
@click.option("--base", metavar="FILE", help="The register it lies over; the package's own if left out.")
@on_option
def overlay(file: str, base: str | None, on: date | None) -> None:
    """What the overlay FILE needs: expired, against the register, or no longer needed.

    Exit code 0: nothing; 1: something to look at; 2: the file is wrong.
    """
    where, content = read(file)
    found = problems(Overlay, content) or notices(Roster.load(base), where, on or today())
    for line in found:
        click.echo(f"{where}: {line}")
    if found:
        sys.exit(1)
    click.echo(f"{where}: không có gì phải xem lại")


@roster.command("add-tenure")
@click.option("--person", metavar="ID|NAME", help="Who, if already registered.")
@click.option("--new-person", metavar="NAME", help="Who, if not registered yet.")
@click.option("--born", type=PartialDay(), metavar="DATE", help="Of the new person, as far as known.")
@click.option("--person-note", default="", metavar="TEXT", help="What tells the new person from a namesake.")
@click.option("--position", required=True, metavar="ID|TITLE")
@click.option("--start", required=True, type=PartialDay(), metavar="DATE", help="First day in office.")
@click.option(
    "--source", "sources", required=True, multiple=True, metavar="URL", help="The page that shows it."
)
@click.option("--capacity", type=click.Choice(_CAPACITIES), default="full", show_default=True)
@click.option("--confidence", type=click.Choice(_CONFIDENCES), default="medium", show_default=True)
@click.option("--term", metavar="XIV", help="Of bodies elected by term.")
@click.option("--note", default="", metavar="TEXT")
@click.option(
    "--confirmed", type=PartialDay(), metavar="DATE", help="Latest page that shows it; --start if left out."
)
@click.option("--as-of", type=Day(), metavar="DATE", help="The top offices are verified up to this day.")
@click.option("--file", metavar="FILE", help="The register to change; the package's own if left out.")
def add_tenure(  # noqa: PLR0913  # one argument an option of the command
    *,
    person: str | None,
    new_person: str | None,
    born: str | None,
    person_note: str,
    position: str,
    start: str,
    sources: tuple[str, ...],
    capacity: Capacity,
    confidence: Confidence,
    term: str | None,
    note: str,
    confirmed: str | None,
    as_of: date | None,
    file: str | None,
) -> None:
    """Enter an appointment: add the tenure and close what it ends; tell every change.

    In an office of one holder the predecessor's open tenure ends on that day, and so does the person's
    own as deputy of that office. Nothing is written where a check of `validate` would newly fail.
    """
    if (person is None) == (new_person is None):
        raise click.UsageError("nêu đúng một trong hai: --person hoặc --new-person")
    where, _ = read(file)
    before = Roster.load(where)
    named = (
        find_person(person, before)
        if person
        else register_person(new_person or "", before, sources=sources, born=born, note=person_note)
    )
    appointment = Appointment(
        person=named,
        position=find_position(position, before),
        start=start,
        sources=sources,
        capacity=capacity,
        confidence=confidence,
        term=term,
        note=note,
        confirmed=confirmed,
        as_of=as_of,
    )
    after, text = checked(before, appoint(before.register, appointment))
    write_text(where, text)
    _tell(changes(before, after))
