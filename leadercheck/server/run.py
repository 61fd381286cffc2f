"""Runs the server: one process, or several that share a port."""

from __future__ import annotations

import os
import tempfile
from typing import Final

import uvicorn

from leadercheck.server.engine import checker_of
from leadercheck.server.logs import CONFIG
from leadercheck.server.settings import COUNTERS_VARIABLE, Settings

_CONNECTIONS: Final = 1024
_KEEP_ALIVE: Final = 15


def run(settings: Settings) -> None:
    """Serve until told to stop (SIGINT, SIGTERM); requests under way are answered first.

    Raises:
        LeadercheckError: the profile or an overlay is wrong; told before anything listens.
    """
    checker_of(settings.profile, settings.overlays)
    settings.hand_over()
    if settings.workers == 1:
        _serve(settings)
        return
    with tempfile.TemporaryDirectory(prefix="leadercheck-metrics-") as folder:
        os.environ[COUNTERS_VARIABLE] = folder
        _serve(settings)


def _serve(settings: Settings) -> None:
    uvicorn.run(
        "leadercheck.server.app:from_environment",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        lifespan="on",
        log_config=CONFIG,
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=max(1, round(2 * settings.seconds)),
    )
