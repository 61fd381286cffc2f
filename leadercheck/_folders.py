"""The files a command is about: those named, and those of the folders named that nothing ignores."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from leadercheck._files import read_text
from leadercheck.errors import DataError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE: Final = ".leadercheckignore"
"""Patterns as in a .gitignore; the file holds for its folder and those below, the inner one goes first."""
SUFFIXES: Final = frozenset((".txt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".docx"))
_LOCK: Final = "~$"
"""How Word begins the name of the file that locks a document."""

_Rules = tuple[tuple[Path, "GitIgnoreSpec"], ...]


def files(names: Sequence[str]) -> list[str]:
    """The files to read, in the order named; those of a folder in the order of their names.

    A file that is named is always read. Of folders, hidden ones are left out, and links are not followed.

    Raises:
        DataError: an ignore file holds a pattern nobody understands.
    """
    found: list[str] = []
    for name in names:
        if name != "-" and Path(name).is_dir():
            found += _walked(Path(name), _above(Path(name)))
        else:
            found.append(name)
    return found


def _walked(folder: Path, rules: _Rules) -> Iterator[str]:
    rules = (*rules, *_rules(folder))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except PermissionError:
        return
    below = []
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith(".") or (entry.is_symlink() and entry.is_dir()):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not _ignored(path, rules, folder=True):
                below.append(path)
        elif (
            path.suffix.lower() in SUFFIXES
            and not entry.name.startswith(_LOCK)
            and not _ignored(path, rules, folder=False)
        ):
            yield str(path)
    for path in below:
        yield from _walked(path, rules)


def _above(folder: Path) -> _Rules:
    """The ignore files of the folders around, up to the working directory."""
    here = Path.cwd()
    target = folder.resolve()
    if not target.is_relative_to(here):
        return ()
    steps = target.relative_to(here).parts
    around = [here.joinpath(*steps[:depth]) for depth in range(len(steps))]
    return tuple(rule for one in around for rule in _rules(one))


def _rules(folder: Path) -> _Rules:
    path = folder / IGNORE_FILE
    if not path.is_file():
        return ()
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # only where there is something to ignore

    try:
        return ((folder, GitIgnoreSpec.from_lines(read_text(str(path)).splitlines())),)
    except ValueError as error:
        raise DataError(f"{path}: {error}; write patterns as in a .gitignore") from None


def _ignored(path: Path, rules: _Rules, *, folder: bool) -> bool:
    target = path.resolve() if any(base.is_absolute() for base, _ in rules) else path
    for base, spec in reversed(rules):
        whole = target if base.is_absolute() else path
        if not whole.is_relative_to(base):
            continue
        said = spec.check_file(whole.relative_to(base).as_posix() + "/" * folder).include
        if said is not None:
            return said
    return False
