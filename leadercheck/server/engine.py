"""Checks beside the event loop: a few threads, a bound on what waits for them, a time after which nobody waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import lru_cache
from typing import Final, ParamSpec, TypeVar

from leadercheck.checker import Checker
from leadercheck.document import Document
from leadercheck.errors import LeadercheckError
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.server.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")

_THREADS: Final = 2
"""Python runs one at a time; the second keeps short texts moving while a long one is read."""
_SAMPLE: Final = "Sáng 6/5, Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ khai mạc."


class TooLateError(LeadercheckError, TimeoutError):
    """A check took longer than the server lets anybody wait."""


class TooLongError(LeadercheckError, ValueError):
    """A text is longer than the server reads."""


@lru_cache(maxsize=1)
def checker_of(profile: str | None, overlays: tuple[str, ...]) -> Checker:
    """The checker of a server, made once a process.

    Raises:
        DataError: the profile or an overlay is not what it should be.
        DataNotFoundError: there is no such file.
    """
    return Checker(roster=Roster.load(overlays=overlays), profile=Profile.load(profile) if profile else None)


class Engine:
    """The checker of a process and the threads that run it."""

    def __init__(self, settings: Settings) -> None:
        """Load the facts; threads start with the first work."""
        self.settings = settings
        self.checker = checker_of(settings.profile, settings.overlays)
        self.chosen = lru_cache(maxsize=16)(self._chosen)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="check")

    def warm(self) -> None:
        """Build what the first check would have to wait for."""
        self.checker.check(_SAMPLE, on=self.settings.on)

    def close(self) -> None:
        """Let the threads end; what nobody waits for any more is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def day(self, on: date | None) -> date | None:
        """The day of a request: its own, or the server's."""
        return on or self.settings.on

    def measured(self, text: str | Document) -> int:
        """The length of a text.

        Raises:
            TooLongError: it is longer than the server reads.
        """
        length = len(text) if isinstance(text, str) else sum(len(part.text) for part in text.parts)
        if length > self.settings.max_characters:
            raise TooLongError(
                f"the text has {length} characters and this server reads {self.settings.max_characters}; "
                "send it in pieces, or start the server with a larger --max-characters"
            )
        return length

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the work gives, done in a thread.

        Raises:
            TooLateError: it takes longer than the settings allow; the thread still ends it.
        """
        waiting = asyncio.get_running_loop().run_in_executor(self._threads, lambda: work(*args, **kwargs))
        try:
            return await asyncio.wait_for(waiting, self.settings.seconds)
        except TimeoutError:
            raise TooLateError(
                f"the check took longer than {self.settings.seconds:g} s; send a shorter text, or try again later"
            ) from None

    def _chosen(self, rules: tuple[str, ...]) -> Checker:
        """A checker that runs these rules alone."""
        return Checker(roster=self.checker.roster, profile=self.checker.profile, rules=rules)
