"""Who may call."""

from __future__ import annotations

import hmac

from starlette.exceptions import HTTPException
from starlette.requests import Request

from leadercheck.server.settings import Settings


def verify(settings: Settings, request: Request, of_form: str | None = None) -> None:
    """Ask for the key where there is one: in a header, or, as clients of LanguageTool send it, in the form."""
    if settings.api_key is None:
        return
    headers = request.headers
    shown = headers.get("x-api-key") or headers.get("authorization", "").removeprefix("Bearer ")
    key = of_form.encode() if of_form else shown.encode("latin-1")
    if not hmac.compare_digest(key, settings.api_key.get_secret_value().encode()):
        raise HTTPException(401, "the API key is missing or wrong; send it in the header X-API-Key")
