"""What the commands share: days as they are typed, the facts to use, errors as one line."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import Any

import click

from leadercheck.errors import LeadercheckError
from leadercheck.upkeep import as_partial


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


class PartialDay(click.ParamType):  # type: ignore[type-arg]  # generic only in newer click
    """A date as far as it is known: 2026-04-07, 7/4/2026, 4/2026 or 2026."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as the register writes it."""
        try:
            return as_partial(value)
        except ValueError:
            return self.fail(f"{value!r} không phải là ngày; ghi 7/4/2026, 4/2026 hoặc 2026", param, ctx)


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
desk_option = click.option(
    "--on", type=Day(), metavar="DATE", help="The day; the last day the register was verified if left out."
)
profile_option = click.option(
    "--profile", metavar="FILE", help="House style: a TOML file, or pyproject.toml."
)
overlay_option = click.option(
    "--overlay", "overlays", multiple=True, metavar="FILE", help="Facts of your own."
)


def _terminal_language() -> str:
    """The language of the terminal, as the environment says it: Vietnamese, or English for all others."""
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "vi" if asked.startswith("vi") else "en"


lang_option = click.option(
    "--lang",
    type=click.Choice(["en", "vi"]),
    default=_terminal_language,
    help="The language; the terminal's if left out.",
)
