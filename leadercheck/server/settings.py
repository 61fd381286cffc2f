"""How a server is set up, and how its worker processes learn of it: through the environment."""

from __future__ import annotations

import ipaddress
import os
from datetime import date
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr

_VARIABLE: Final = "LEADERCHECK_SERVER"
KEY_VARIABLE: Final = "LEADERCHECK_API_KEY"
"""The key stands in the environment, never in the arguments, which every user of the machine can read."""
COUNTERS_VARIABLE: Final = "PROMETHEUS_MULTIPROC_DIR"
"""Names the folder in which workers share their counters; prometheus_client reads it when first imported."""
_LONGEST_CHARACTER: Final = 9
"""Bytes of one Vietnamese letter in a form: three of UTF-8, each as "%E1"."""
_AROUND: Final = 65_536


class Settings(BaseModel):
    """A server's setup.

    Attributes:
        host: the address to listen at; a loopback one is reached from this machine alone.
        port: the TCP port.
        workers: processes that share the port.
        on: the day of publication of a request that names none; None is today in Việt Nam.
        profile: a profile file.
        overlays: files with a newsroom's own facts.
        origins: origins of pages that may call from a browser, such as "https://cms.example.vn".
        max_characters: longest text of a request, in code points.
        max_waiting: requests that one process takes in at a time; further ones are told to come back.
        seconds: longest time for a request's body to arrive, and again for its check.
        api_key: what a client must show; None asks for nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = "127.0.0.1"
    port: int = Field(default=8765, ge=1, le=65535)
    workers: int = Field(default=1, ge=1, le=64)
    on: date | None = None
    profile: str | None = None
    overlays: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    max_characters: int = Field(default=100_000, ge=1)
    max_waiting: int = Field(default=64, ge=1)
    seconds: float = Field(default=10, gt=0)
    api_key: SecretStr | None = Field(default=None, exclude=True)

    @property
    def max_bytes(self) -> int:
        """The longest body: the longest text in its widest encoding, and something around it."""
        return self.max_characters * _LONGEST_CHARACTER + _AROUND

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def hand_over(self) -> None:
        """Leave the settings where processes started from this one find them."""
        os.environ[_VARIABLE] = self.model_dump_json()
        if self.api_key is not None:
            os.environ[KEY_VARIABLE] = self.api_key.get_secret_value()

    @classmethod
    def handed_over(cls) -> Self:
        """The settings that `hand_over` left; the defaults where nobody did."""
        settings = cls.model_validate_json(os.environ.get(_VARIABLE, "{}"))
        key = os.environ.get(KEY_VARIABLE)
        return settings.model_copy(update={"api_key": SecretStr(key)}) if key else settings
