"""The routes that speak the library's own words."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Final

from fastapi import Depends, FastAPI, Query, Request, Response, Security
from fastapi.responses import PlainTextResponse
from fastapi.security import APIKeyHeader
from pydantic_core import PydanticSerializationError

from leadercheck import readers
from leadercheck._version import __version__
from leadercheck.checker import Checker, today
from leadercheck.document import Document
from leadercheck.fixes import fix
from leadercheck.report import Report
from leadercheck.server import persons
from leadercheck.server.access import verify
from leadercheck.server.engine import Engine
from leadercheck.server.logs import ABOUT
from leadercheck.server.messages import (
    Asked,
    AskedForPerson,
    AskedOfPage,
    AskedToFix,
    Fixed,
    Found,
    Health,
    Introduced,
    PageChecked,
    Place,
    Refusal,
)
from leadercheck.server.metrics import Metrics
from leadercheck.server.refusals import REFUSALS

_HEADER: Final = APIKeyHeader(name="X-API-Key", auto_error=False)


def add_routes(app: FastAPI, engine: Engine, metrics: Metrics) -> None:
    """Add them to an application."""

    async def allowed(request: Request, _: Annotated[str | None, Security(_HEADER)]) -> None:
        verify(engine.settings, request)

    may = [Depends(allowed)]
    roster = engine.checker.roster

    @app.get("/health")
    async def health() -> Health:
        return Health(version=__version__, roster_as_of=roster.as_of, roster_sha256=roster.sha256)

    @app.get("/metrics", response_class=PlainTextResponse)
    async def numbers() -> Response:
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    @app.post("/check", dependencies=may, response_model=Report, responses=REFUSALS)
    async def check(asked: Asked, request: Request) -> Response:
        article, length = asked.article, engine.measured(asked.article)
        report = await engine.run(engine.checker.check, article, on=engine.day(asked.on), ignore=asked.ignore)
        metrics.checked(length, report, request.scope[ABOUT])
        return Response(report.model_dump_json(), media_type="application/json")

    @app.post("/check/html", dependencies=may, response_model=PageChecked, responses=REFUSALS)
    async def check_html(asked: AskedOfPage, request: Request) -> Response:
        length = engine.measured(asked.html)
        checked = await engine.run(_of_page, engine.checker, asked, engine.day(asked.on))
        metrics.checked(length, checked.report, request.scope[ABOUT])
        return _json(checked)

    @app.post("/fix", dependencies=may, response_model=Fixed, responses=REFUSALS)
    async def mend(asked: AskedToFix, request: Request) -> Response:
        length = engine.measured(asked.article)
        fixed, report = await engine.run(_mended, engine.checker, asked, engine.day(asked.on))
        metrics.checked(length, report, request.scope[ABOUT])
        if isinstance(fixed, str):
            return _json(Fixed(text=fixed, parts=None, report=report))
        return _json(Fixed(text=None, parts=[part.text for part in fixed.parts], report=report))

    @app.post("/introduce", dependencies=may, responses={**REFUSALS, 404: {"model": Refusal}})
    async def introduce(asked: AskedForPerson) -> Introduced:
        return await engine.run(persons.introduce, asked, engine.day(asked.on) or today(), roster)

    @app.get("/persons", dependencies=may, responses=REFUSALS)
    async def find(
        q: Annotated[str, Query(max_length=100, description="some letters of the name")],
        on: date | None = None,
    ) -> list[Found]:
        return await engine.run(persons.find, q, engine.day(on) or today(), roster)


def _mended(checker: Checker, asked: AskedToFix, on: date | None) -> tuple[str | Document, Report]:
    article = asked.article
    report = checker.check(article, on=on, ignore=asked.ignore)
    fixed: str | Document
    if isinstance(article, str):  # one call cannot be typed for both
        fixed = fix(article, report, unsafe=asked.unsafe)
    else:
        fixed = fix(article, report, unsafe=asked.unsafe)
    return fixed, checker.check(fixed, on=report.on, ignore=asked.ignore)


def _of_page(checker: Checker, asked: AskedOfPage, on: date | None) -> PageChecked:
    manuscript = readers.read(asked.html, "html")
    report = checker.check(manuscript.text, on=on, ignore=asked.ignore, suppress=manuscript.suppressions)
    ranges = (readers.ranges(manuscript, finding) for finding in report.findings)
    return PageChecked(
        report=readers.located(manuscript, report),
        ranges=[(Place(*found[0]), Place(*found[1])) if found else None for found in ranges],
    )


def _json(message: Fixed | PageChecked) -> Response:
    try:
        body = message.model_dump_json()
    except PydanticSerializationError:  # lone surrogates, which only escapes can write
        body = json.dumps(message.model_dump(mode="json"))
    return Response(body, media_type="application/json")
