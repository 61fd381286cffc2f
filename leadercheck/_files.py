"""Reading and writing the files of the command line: exact characters, clear errors, never half a file."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from leadercheck.errors import DataError, DataNotFoundError


def read_text(name: str) -> str:
    """The characters of a UTF-8 file, line ends as they stand; "-" is standard input.

    Raises:
        DataNotFoundError: there is no such file, or it cannot be read.
        DataError: it is not UTF-8; names the byte and the remedy.
    """
    content = read_bytes(name)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise DataError(f"{name}: byte {error.start} is not UTF-8; save the text as UTF-8") from None


def read_bytes(name: str) -> bytes:
    """The bytes of a file; "-" is standard input.

    Raises:
        DataNotFoundError: there is no such file, or it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        raise DataNotFoundError(f"{name}: cannot be read ({reason}); check the path") from None


def write_text(name: str, text: str) -> None:
    """Put `text` in the place of a file in one step; on any failure the old file stays whole.

    Raises:
        DataNotFoundError: the folder does not take a new file.
    """
    write_bytes(name, text.encode())


def write_bytes(name: str, content: bytes) -> None:
    """Put `content` in the place of a file in one step; on any failure the old file stays whole.

    Raises:
        DataNotFoundError: the folder does not take a new file.
    """
    path = Path(name).resolve()
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(
            "wb", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = file.name
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            Path(temporary).chmod(path.stat().st_mode & 0o7777)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise DataNotFoundError(
            f"{name}: cannot be written ({error.strerror}); nothing was changed"
        ) from None
