"""Where the facts are, and one cached load of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TypeVar

from leadercheck.errors import DataNotFoundError

T = TypeVar("T")
_HERE = Path(__file__).resolve().parent
_lock = Lock()
_shared: list[object] = []


def data_dir() -> Path:
    """The folder of the facts: in the installed package, else beside it in a checkout."""
    for folder in (_HERE / "data", _HERE.parent / "data"):
        if (folder / "leaders.json").is_file():
            return folder
    raise DataNotFoundError(
        f"leaders.json is neither in {_HERE / 'data'} nor in {_HERE.parent / 'data'}; reinstall leadercheck"
    )


def read(path: str | Path | None) -> tuple[str, bytes]:
    """A facts file as (its name for messages, its bytes); None is the file of the package."""
    target = data_dir() / "leaders.json" if path is None else Path(path)
    try:
        return str(target), target.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataNotFoundError(f"{target}: cannot be read ({reason}); check the path") from None


def shared_roster(load: Callable[[], T]) -> T:
    """The roster of the package, loaded once per process."""
    with _lock:
        if not _shared:
            _shared.append(load())
        return _shared[0]  # type: ignore[return-value]  # only ever holds what `load` gave
