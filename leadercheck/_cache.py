"""Reports of files that were checked before, kept in the user's cache folder.

A report is found again only by the bytes of its text, the reader, the facts, the profile, the accepted findings, the
day, and the code itself. It holds excerpts of the text; the folder is the user's alone.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct
from pydantic import ValidationError

from leadercheck._version import __version__
from leadercheck.report import Report

VARIABLE: Final = "LEADERCHECK_CACHE_DIR"
"""The environment variable that names another folder."""
_FORMAT: Final = 1
_DAYS: Final = 30
"""What nobody asked for in so many days is removed."""


class Cache(Struct, frozen=True):
    """A folder of reports, and the digest of all that a report rests on beside its text."""

    folder: Path
    base: str

    def key(self, content: bytes, form: str) -> str:
        """The name of the report on these bytes."""
        return sha256(f"{self.base}\x1f{form}\x1f".encode() + sha256(content).digest()).hexdigest()

    def get(self, key: str) -> Report | None:
        """The report of that name; None where there is none that can be read."""
        path = self._path(key)
        try:
            report = Report.model_validate_json(path.read_bytes())
            os.utime(path)
        except (OSError, ValidationError, ValueError):
            return None
        return report

    def put(self, key: str, report: Report) -> None:
        """Keep a report; a folder that takes no file is no error."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            content = report.model_dump_json(by_alias=False).encode()
            with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
                file.write(content)
            Path(file.name).replace(path)
        except OSError:
            return

    def prune(self) -> None:
        """Remove what was long not asked for."""
        oldest = time.time() - _DAYS * 86_400
        for path in self.folder.glob("??/*.json"):
            try:
                if path.stat().st_mtime < oldest:
                    path.unlink()
            except OSError:
                continue

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


def opened(roster: str, profile: bytes, rules: Iterable[str], accepted: Iterable[str], on: date) -> Cache:
    """The cache of one run.

    Args:
        roster: the digest of the facts.
        profile: the bytes of the profile.
        rules: the ids of the rules that run.
        accepted: fingerprints that are left out.
        on: the day.
    """
    parts = (
        _FORMAT, __version__, _code(), roster, sha256(profile).hexdigest(), list(rules), sorted(accepted), str(on),
    )  # fmt: skip
    cache = Cache(_folder(), sha256(json.dumps(parts).encode()).hexdigest())
    cache.prune()
    return cache


def _folder() -> Path:
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415  # only where something is cached

    return user_cache_path("leadercheck", appauthor=False) / "reports"


def _code() -> str:
    """What tells one state of the code from another; a checkout changes without its version."""
    here = Path(__file__).parent
    marks = [
        f"{path.relative_to(here).as_posix()} {stat.st_size} {stat.st_mtime_ns}"
        for path in sorted(here.rglob("*.py"))
        for stat in [path.stat()]
    ]
    return sha256("\n".join(marks).encode()).hexdigest()
