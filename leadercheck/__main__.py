"""The command line; nothing else knows about terminals."""

from __future__ import annotations

from datetime import date

import click

from leadercheck import wording
from leadercheck._baseline_cli import baseline as baseline_commands
from leadercheck._check_cli import check
from leadercheck._cli import Commands, desk_option, lang_option, on_option, overlay_option, profile_option
from leadercheck._roster_cli import roster
from leadercheck._server_cli import serve
from leadercheck._version import __version__
from leadercheck.checker import today
from leadercheck.errors import UnknownNameError
from leadercheck.house import own_rules
from leadercheck.precedence import order as in_order
from leadercheck.profile import Profile
from leadercheck.protocol import left_out
from leadercheck.register import Person
from leadercheck.roster import Roster
from leadercheck.rule import Lang, Rule
from leadercheck.rules import RULES
from leadercheck.search import nearest, persons_like, positions_like
from leadercheck.upkeep import find_person
from leadercheck.writers import handbook


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="leadercheck %(version)s")
def main() -> None:
    """Check how a Vietnamese text names the country's leaders: titles, names and order on its day."""


@main.command()
@click.argument("rule", required=False)
@click.option("--all", "everything", is_flag=True, help="All rules.")
@profile_option
@lang_option
def explain(rule: str | None, profile: str | None, lang: Lang, *, everything: bool) -> None:
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
        click.echo(handbook.explained(one, lang))


def _all_rules(profile: str | None) -> tuple[Rule, ...]:
    """The rules of the package, and those a profile adds."""
    return RULES + (own_rules(Profile.load(profile)) if profile else ())


@main.command()
@profile_option
@lang_option
def rules(profile: str | None, lang: Lang) -> None:
    """List the rules, with --profile also the newsroom's own."""
    for rule in _all_rules(profile):
        click.echo(handbook.listed(rule, lang))


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


main.add_command(check)
main.add_command(baseline_commands)
main.add_command(roster)
main.add_command(serve)


if __name__ == "__main__":
    main(prog_name="leadercheck")
