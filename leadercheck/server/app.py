"""The application: its routes, who may call, and how errors are told."""

from __future__ import annotations

import hmac
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated, Any, Final

from fastapi import Depends, FastAPI, HTTPException, Query, Request, Response, Security
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from fastapi.security import APIKeyHeader
from pydantic_core import PydanticSerializationError
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from leadercheck import readers
from leadercheck._version import __version__
from leadercheck.checker import Checker, today
from leadercheck.document import Document
from leadercheck.errors import LeadercheckError, UnknownNameError
from leadercheck.fixes import fix
from leadercheck.report import Report
from leadercheck.rules import RULES
from leadercheck.server import languagetool, persons
from leadercheck.server.engine import Engine, TooLateError, TooLongError
from leadercheck.server.guard import FAILED, Guard
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
from leadercheck.server.settings import Settings

_REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": Refusal, "description": "The body is no JSON."},
    401: {"model": Refusal, "description": "The API key is missing or wrong."},
    408: {"model": Refusal, "description": "The body arrived too slowly."},
    413: {"model": Refusal, "description": "The text is too long."},
    415: {"model": Refusal, "description": "The header Content-Type does not say JSON."},
    422: {"model": Refusal, "description": "The JSON is not what the schema says."},
    503: {"model": Refusal, "description": "The server is busy, or the check took too long."},
}
_FORM: Final = {
    name: {"type": "string"}
    for name in (
        "text", "data", "language", "enabledRules", "disabledRules", "enabledCategories", "disabledCategories",
        "enabledOnly", "apiKey", "on",
    )
}  # fmt: skip
_FORM_SCHEMA: Final = {
    "requestBody": {
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {"type": "object", "required": ["language"], "properties": _FORM}
            }
        }
    }
}
_HEADER: Final = APIKeyHeader(name="X-API-Key", auto_error=False)


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
    _routes(app, engine, metrics)
    _languagetool(app, engine, metrics)
    _refusals(app)
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


def _routes(app: FastAPI, engine: Engine, metrics: Metrics) -> None:
    async def allowed(request: Request, _: Annotated[str | None, Security(_HEADER)]) -> None:
        _verify(engine.settings, request)

    may = [Depends(allowed)]
    roster = engine.checker.roster

    @app.get("/health")
    async def health() -> Health:
        return Health(version=__version__, roster_as_of=roster.as_of, roster_sha256=roster.sha256)

    @app.get("/metrics", response_class=PlainTextResponse)
    async def numbers() -> Response:
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    @app.post("/check", dependencies=may, response_model=Report, responses=_REFUSALS)
    async def check(asked: Asked, request: Request) -> Response:
        article, length = asked.article, engine.measured(asked.article)
        report = await engine.run(engine.checker.check, article, on=engine.day(asked.on), ignore=asked.ignore)
        _tell(request, metrics, length, report)
        return Response(report.model_dump_json(), media_type="application/json")

    @app.post("/check/html", dependencies=may, response_model=PageChecked, responses=_REFUSALS)
    async def check_html(asked: AskedOfPage, request: Request) -> Response:
        length = engine.measured(asked.html)
        checked = await engine.run(_of_page, engine.checker, asked, engine.day(asked.on))
        _tell(request, metrics, length, checked.report)
        return _json(checked)

    @app.post("/fix", dependencies=may, response_model=Fixed, responses=_REFUSALS)
    async def mend(asked: AskedToFix, request: Request) -> Response:
        length = engine.measured(asked.article)
        fixed, report = await engine.run(_mended, engine.checker, asked, engine.day(asked.on))
        _tell(request, metrics, length, report)
        if isinstance(fixed, str):
            return _json(Fixed(text=fixed, parts=None, report=report))
        return _json(Fixed(text=None, parts=[part.text for part in fixed.parts], report=report))

    @app.post("/introduce", dependencies=may, responses={**_REFUSALS, 404: {"model": Refusal}})
    async def introduce(asked: AskedForPerson) -> Introduced:
        return await engine.run(persons.introduce, asked, engine.day(asked.on) or today(), roster)

    @app.get("/persons", dependencies=may, responses=_REFUSALS)
    async def find(
        q: Annotated[str, Query(max_length=100, description="some letters of the name")],
        on: date | None = None,
    ) -> list[Found]:
        return await engine.run(persons.find, q, engine.day(on) or today(), roster)


def _languagetool(app: FastAPI, engine: Engine, metrics: Metrics) -> None:
    own = [rule for rule in engine.checker.rules if rule not in RULES]
    known = [*RULES, *own]
    by_id = {rule.id: rule for rule in known}

    @app.get("/v2/languages")
    async def languages() -> Sequence[dict[str, str]]:
        return languagetool.LANGUAGES

    @app.get("/v2/check", response_class=JSONResponse, openapi_extra={"parameters": _parameters()})
    @app.post("/v2/check", response_class=JSONResponse, openapi_extra=_FORM_SCHEMA)
    async def check(request: Request) -> Response:
        form = languagetool.fields(request.url.query)
        if request.method == "POST":
            form |= languagetool.fields(_utf8(await request.body()))
        _verify(engine.settings, request, form.get("apiKey"))
        annotated = languagetool.asked(form)
        length = engine.measured(annotated.text)
        on = engine.day(_day(form.get("on"))) or today()
        wanted = languagetool.chosen(form, engine.checker.rules, known)

        def work() -> tuple[Report, dict[str, Any]]:
            checker = engine.checker if wanted is None else engine.chosen(wanted)
            report = checker.check(annotated.text, on=on)
            return report, languagetool.answer(
                report,
                annotated,
                by_id,
                language=form["language"],
                article=lambda: checker.parse(annotated.text, on=on),
            )

        report, answer = await engine.run(work)
        _tell(request, metrics, length, report)
        return Response(
            json.dumps(answer), media_type="application/json"
        )  # escapes: a text may be half an emoji


def _refusals(app: FastAPI) -> None:
    """Every error says what to do; none repeats what was sent."""

    def refuse(request: Request, status: int, words: str) -> Response:
        headers = {"Retry-After": "1"} if status == 503 else {}
        if request.url.path.startswith("/v2/"):
            return PlainTextResponse(f"Error: {words}", status, headers)
        return JSONResponse({"detail": words}, status, headers)

    @app.exception_handler(RequestValidationError)
    async def wrong(request: Request, error: RequestValidationError) -> Response:
        problems = error.errors()
        if request.method == "POST" and "json" not in request.headers.get("content-type", ""):
            return refuse(request, 415, "send JSON, with the header Content-Type: application/json")
        if any(one["type"] == "json_invalid" for one in problems):
            return refuse(request, 400, "the body is no JSON; send an object as /openapi.json describes it")
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in problems[:5])
        return refuse(request, 422, f"{told} (see /openapi.json)")

    @app.exception_handler(LeadercheckError)
    async def known(request: Request, error: LeadercheckError) -> Response:
        status = (
            413 if isinstance(error, TooLongError)
            else 503 if isinstance(error, TooLateError)
            else 404 if isinstance(error, UnknownNameError)
            else 400
        )  # fmt: skip
        return refuse(request, status, str(error))

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> Response:
        return refuse(request, 500, FAILED.format(request.scope["leadercheck"]["id"]))

    @app.exception_handler(StarletteHTTPException)
    async def other(request: Request, error: StarletteHTTPException) -> Response:
        more = {
            400: "; send JSON in UTF-8",
            404: "; /openapi.json lists the paths",
            405: "; /openapi.json lists the methods",
        }
        return refuse(request, error.status_code, f"{error.detail}{more.get(error.status_code, '')}")


def _verify(settings: Settings, request: Request, of_form: str | None = None) -> None:
    """Ask for the key where there is one: in a header, or, as clients of LanguageTool send it, in the form."""
    if settings.api_key is None:
        return
    headers = request.headers
    shown = headers.get("x-api-key") or headers.get("authorization", "").removeprefix("Bearer ")
    key = of_form.encode() if of_form else shown.encode("latin-1")
    if not hmac.compare_digest(key, settings.api_key.get_secret_value().encode()):
        raise HTTPException(401, "the API key is missing or wrong; send it in the header X-API-Key")


def _tell(request: Request, metrics: Metrics, length: int, report: Report) -> None:
    """Count a check, and give the log its numbers."""
    metrics.checked(length, report.findings)
    request.scope["leadercheck"] |= {
        "characters": length,
        "errors": len(report.errors),
        "rules": sorted({finding.rule for finding in report.findings}),
    }


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


def _utf8(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise languagetool.CallError(f"the body is not UTF-8; {languagetool.REMEDY}") from None


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise languagetool.CallError("'on' is no day; write it as 2026-05-06") from None


def _parameters() -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "query", "required": name == "language", "schema": schema}
        for name, schema in _FORM.items()
    ]
