"""How errors are told: each says what to do, none quotes an article."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.exceptions import HTTPException

from leadercheck.errors import LeadercheckError, UnknownNameError
from leadercheck.server.engine import TooLateError, TooLongError
from leadercheck.server.guard import FAILED
from leadercheck.server.logs import ABOUT
from leadercheck.server.messages import Refusal

REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": Refusal, "description": "The body is no JSON."},
    401: {"model": Refusal, "description": "The API key is missing or wrong."},
    408: {"model": Refusal, "description": "The body arrived too slowly."},
    413: {"model": Refusal, "description": "The text is too long."},
    415: {"model": Refusal, "description": "The header Content-Type does not say JSON."},
    422: {"model": Refusal, "description": "The JSON is not what the schema says."},
    503: {"model": Refusal, "description": "The server is busy, or the check took too long."},
}


def tell_refusals(app: FastAPI) -> None:
    """Let an application answer its errors: JSON, and below /v2 plain text."""

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
        return refuse(request, 500, FAILED.format(request.scope[ABOUT]["id"]))

    @app.exception_handler(HTTPException)
    async def other(request: Request, error: HTTPException) -> Response:
        more = {
            400: "; send JSON in UTF-8",
            404: "; /openapi.json lists the paths",
            405: "; /openapi.json lists the methods",
        }
        return refuse(request, error.status_code, f"{error.detail}{more.get(error.status_code, '')}")
