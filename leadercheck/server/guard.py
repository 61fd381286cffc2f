"""The door of the server: bounds on size, time and number before anything is read, and a line of log after."""

from __future__ import annotations

import asyncio
import json
import re
import time
import uuid
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from leadercheck.server.logs import ABOUT, LOGGER, tell_crash
from leadercheck.server.metrics import Metrics
from leadercheck.server.settings import Settings

FAILED: Final = "the server failed on this request; tell its keeper the id {}"
_ALWAYS_OPEN: Final = ("/health", "/metrics")
_PLAIN: Final = "/v2/"
"""Below it refusals are plain text, as the clients of LanguageTool show them."""
_HOST: Final = re.compile(r"(\[[^\]]*\]|[^:]*)(?::\d+)?")
_LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")
_REQUEST_ID: Final = re.compile(r"[\w.-]{1,64}", re.ASCII)


class _RefusedError(Exception):
    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


class Guard:
    """An ASGI application in front of another."""

    def __init__(self, app: ASGIApp, settings: Settings, metrics: Metrics) -> None:
        """Guard an application."""
        self._app = app
        self._settings = settings
        self._metrics = metrics
        self._names = (*_LOOPBACK, settings.host.lower())
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        asked = headers.get("x-request-id", "")
        about: dict[str, object] = {
            "id": asked if _REQUEST_ID.fullmatch(asked) else uuid.uuid4().hex,
            "method": scope["method"],
        }
        scope[ABOUT] = about
        began = time.perf_counter()
        status = 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["x-request-id"] = str(about["id"])
            await send(message)

        self._inside += 1
        self._metrics.waiting.inc()
        try:
            self._admit(scope, headers)
            body = await self._body(receive, headers)
            about["bytes"] = len(body)
            await self._app(scope, _replay(body, receive), told)
        except _RefusedError as refusal:
            await _refuse(told, scope["path"], refusal.status, str(refusal))
        except Exception as error:  # noqa: BLE001  # the last one who can answer
            tell_crash(error, **about)
            if not status:
                await _refuse(told, scope["path"], 500, FAILED.format(about["id"]))
        finally:
            self._inside -= 1
            self._metrics.waiting.dec()
            seconds = time.perf_counter() - began
            route = getattr(scope.get("route"), "path", "other")
            self._metrics.requests.labels(route, status).inc()
            self._metrics.seconds.labels(route).observe(seconds)
            LOGGER.info(
                "request", extra={**about, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
            )

    def _admit(self, scope: Scope, headers: Headers) -> None:
        if self._inside > self._settings.max_waiting and scope["path"] not in _ALWAYS_OPEN:
            raise _RefusedError(503, "the server is busy; try again in a second")
        host = _HOST.fullmatch(headers.get("host", ""))
        if self._settings.is_local and (host is None or host[1].lower() not in self._names):
            # A page from elsewhere can lead a name of its own to this machine.
            raise _RefusedError(
                400, f"call this server as {self._names[0]}; for other names it needs another --host"
            )
        length = headers.get("content-length", "0")
        if not length.isdecimal():
            raise _RefusedError(400, "Content-Length is no number; leave it to the HTTP library")
        if int(length) > self._settings.max_bytes:
            raise self._too_large()

    def _too_large(self) -> _RefusedError:
        return _RefusedError(
            413, f"the body is larger than {self._settings.max_bytes} bytes; send the text in pieces"
        )

    async def _body(self, receive: Receive, headers: Headers) -> bytes:
        """The whole body; it is given up as soon as it is too large or too slow."""
        if "content-length" not in headers and "transfer-encoding" not in headers:
            return b""
        chunks: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(self._settings.seconds):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise _RefusedError(400, "the body broke off; send the request again")
                    chunks.append(message.get("body", b""))
                    size += len(chunks[-1])
                    if size > self._settings.max_bytes:
                        raise self._too_large()
                    if not message.get("more_body", False):
                        return b"".join(chunks)
        except TimeoutError:
            raise _RefusedError(
                408, f"the body did not arrive within {self._settings.seconds:g} s; send the request again"
            ) from None


def _replay(body: bytes, receive: Receive) -> Receive:
    """Gives the body that was read as one message, then what the client does."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


async def _refuse(send: Send, path: str, status: int, words: str) -> None:
    plain = path.startswith(_PLAIN)
    body = f"Error: {words}".encode() if plain else json.dumps({"detail": words}).encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8" if plain else b"application/json"),
        (b"content-length", str(len(body)).encode()),
        *([(b"retry-after", b"1")] if status == 503 else []),
        *([(b"connection", b"close")] if status in (408, 413) else []),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
