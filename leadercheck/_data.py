"""Where the facts are, and one cached load of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from os import fstat
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar

from leadercheck.errors import DataError, DataNotFoundError

T = TypeVar("T")
LARGEST: Final = 60_000_000
"""No register or overlay has more bytes; that of the package has a twentieth."""
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
        with target.open("rb") as file:
            size = min(fstat(file.fileno()).st_size, LARGEST)
            content = file.read(size + 1)
            if len(content) > size:  # a pipe, or the file grows
                content += file.read(LARGEST + 1 - len(content))
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        raise DataNotFoundError(f"{target}: cannot be read ({reason}); check the path") from None
    if len(content) > LARGEST:
        raise DataError(f"{target}: has more than {LARGEST} bytes; a register is far smaller, check the path")
    return str(target), content


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, thousands of records that are all kept."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def shared_roster(load: Callable[[], T]) -> T:
    """The roster of the package, loaded once per process."""
    with _lock:
        if not _shared:
            _shared.append(load())
        return _shared[0]  # type: ignore[return-value]  # only ever holds what `load` gave
