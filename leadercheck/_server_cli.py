"""`leadercheck serve`: the setup of the HTTP server from the command line."""

from __future__ import annotations

import os
import socket
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import click
from pydantic import SecretStr

from leadercheck._cli import on_option, overlay_option, profile_option
from leadercheck._files import read_text
from leadercheck.errors import DataError, LeadercheckError, MissingExtraError

_NEEDED: Final = ("fastapi", "uvicorn", "prometheus_client", "pythonjsonlogger", "selectolax")


class PortError(LeadercheckError, OSError):
    """The address cannot be listened at."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
@on_option
@profile_option
@overlay_option
@click.option(
    "--api-key-file", metavar="FILE", help="Holds the key clients must send; or LEADERCHECK_API_KEY."
)
@click.option(
    "--allow-origin", "origins", multiple=True, metavar="ORIGIN",
    help="Pages that may call from a browser, such as https://cms.example.vn.",
)  # fmt: skip
@click.option("--max-characters", type=click.IntRange(1), default=100_000, show_default=True)
@click.option(
    "--max-waiting", type=click.IntRange(1), default=64, show_default=True, help="Requests at a time."
)
@click.option("--timeout", type=click.FloatRange(0.1, 600), default=10, show_default=True, help="Seconds.")
def serve(  # noqa: PLR0913  # one argument an option of the command
    *,
    host: str,
    port: int,
    workers: int,
    on: date | None,
    profile: str | None,
    overlays: tuple[str, ...],
    api_key_file: str | None,
    origins: tuple[str, ...],
    max_characters: int,
    max_waiting: int,
    timeout: float,
) -> None:
    """Serve the checks over HTTP, to this machine alone unless --host says otherwise.

    POST /check takes {"text": …, "on": …}; /v2/check is compatible with LanguageTool; /openapi.json describes all.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise MissingExtraError(f"serve needs {', '.join(missing)}: pip install 'leadercheck[server]'")
    from leadercheck.server import run  # noqa: PLC0415  # behind the extra
    from leadercheck.server.settings import KEY_VARIABLE, Settings  # noqa: PLC0415

    key = _key(api_key_file) if api_key_file else os.environ.get(KEY_VARIABLE)
    settings = Settings(
        host=host,
        port=port,
        workers=workers,
        on=on,
        profile=str(Path(profile).resolve()) if profile else None,
        overlays=tuple(str(Path(name).resolve()) for name in overlays),
        origins=origins,
        max_characters=max_characters,
        max_waiting=max_waiting,
        seconds=timeout,
        api_key=SecretStr(key) if key else None,
    )
    _test_address(host, port)
    if not settings.is_local and settings.api_key is None:
        click.echo(
            f"warning: {host} can be reached from other machines and no key is asked for; "
            f"use --api-key-file or {KEY_VARIABLE}, and TLS in front of it",
            err=True,
        )
    run.run(settings)


def _key(path: str) -> str:
    key = read_text(path).strip()
    if not key:
        raise DataError(f"{path}: is empty; put the key that clients must send on its first line")
    return key


def _test_address(host: str, port: int) -> None:
    """Fail in one line where nothing can listen.

    Raises:
        PortError: the port is taken, or the address is not of this machine.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise PortError(
            f"cannot listen at {host} port {port} ({error.strerror}); choose another --port or --host"
        ) from None
