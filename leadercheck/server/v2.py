"""The routes that speak as LanguageTool does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from leadercheck.checker import today
from leadercheck.report import Report
from leadercheck.rules import RULES
from leadercheck.server import languagetool
from leadercheck.server.access import verify
from leadercheck.server.engine import Engine
from leadercheck.server.logs import ABOUT
from leadercheck.server.metrics import Metrics

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


def add_v2(app: FastAPI, engine: Engine, metrics: Metrics) -> None:
    """Add them to an application."""
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
        verify(engine.settings, request, form.get("apiKey"))
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
        metrics.checked(length, report, request.scope[ABOUT])
        return Response(
            json.dumps(answer), media_type="application/json"
        )  # escapes: a text may be half an emoji


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
