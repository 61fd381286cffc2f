"""One JSON object a line on standard error; never a word of a text."""

from __future__ import annotations

import logging
import traceback
from typing import Any, Final

from pythonjsonlogger.core import RESERVED_ATTRS

LOGGER: Final = logging.getLogger("leadercheck.server")

ABOUT: Final = "leadercheck"
"""Where the scope of a request holds what its line of log will tell."""
CONFIG: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "%(levelname)s %(message)s %(process)d",
            "timestamp": "time",
            "rename_fields": {"levelname": "level", "message": "event"},
            "reserved_attrs": [*RESERVED_ATTRS, "color_message"],
            "json_ensure_ascii": False,
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "loggers": {
        "leadercheck.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "uvicorn": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
"""For uvicorn too; its own log of requests, which prints query strings, stays off."""


def tell_crash(error: BaseException, **about: object) -> None:
    """Log where an unforeseen error came from; its words may quote a text, so only places and notes are told."""
    frames = traceback.extract_tb(error.__traceback__)
    LOGGER.error(
        "crash",
        extra={
            **about,
            "error": type(error).__name__,
            "notes": list(getattr(error, "__notes__", ())),
            "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]],
        },
    )
