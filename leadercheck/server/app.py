"""The application: its routes behind its guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from leadercheck._version import __version__
from leadercheck.server.engine import Engine
from leadercheck.server.guard import Guard
from leadercheck.server.metrics import Metrics
from leadercheck.server.refusals import tell_refusals
from leadercheck.server.routes import add_routes
from leadercheck.server.settings import Settings
from leadercheck.server.v2 import add_v2


def from_environment() -> ASGIApp:
    """The application of a worker process, as `Settings.hand_over` set it up."""
    return create(Settings.handed_over())


def create(settings: Settings) -> ASGIApp:
    """An application with its own checker and counters."""
    engine = Engine(settings)
    metrics = Metrics(engine.checker)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        engine.warm()
        yield
        engine.close()

    app = FastAPI(
        title="leadercheck",
        version=__version__,
        summary="Checks how Vietnamese news names the country's leaders.",
        lifespan=life,
        docs_url=None,  # both pages load scripts from elsewhere
        redoc_url=None,
    )
    add_routes(app, engine, metrics)
    add_v2(app, engine, metrics)
    tell_refusals(app)
    guarded = Guard(app, settings, metrics)
    if not settings.origins:
        return guarded
    return CORSMiddleware(  # outside, so that a page can read refusals too
        guarded,
        allow_origins=settings.origins,
        allow_methods=["GET", "POST"],
        allow_headers=["X-API-Key", "Authorization", "Content-Type"],
        max_age=3600,
    )
