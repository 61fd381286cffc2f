"""House style: which rules a newsroom runs, and how loudly."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from leadercheck.errors import DataError, DataNotFoundError

Level = Literal["off", "note", "warning", "error"]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = "house"
    rules: dict[str, Level] = {}


@dataclass(frozen=True, slots=True)
class Profile:
    """A newsroom's choices; `rules` maps a rule id to "off" or to the loudest severity it may have."""

    name: str = "neutral"
    rules: Mapping[str, Level] = field(default_factory=dict)

    @classmethod
    def load(cls, path: str | Path) -> Profile:
        """A profile from a TOML file: `name = "…"` and a table `[rules]` such as `T009 = "warning"`.

        Raises:
            DataNotFoundError: there is no such file.
            DataError: it is not TOML, or has a key or level nobody knows; names the place and the remedy.
        """
        try:
            content = Path(path).read_bytes().decode()
        except OSError as error:
            raise DataNotFoundError(f"{path}: cannot be read ({error.strerror}); check the path") from None
        except UnicodeDecodeError as error:
            raise DataError(f"{path}: is not UTF-8 ({error.reason}); save it as UTF-8") from None
        try:
            read = _File.model_validate(tomllib.loads(content))
        except tomllib.TOMLDecodeError as error:
            raise DataError(f"{path}: is not TOML: {error}; correct that line") from None
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(str(p) for p in first["loc"])
            raise DataError(f"{path}: {place}: {first['msg']}; correct or remove that key") from None
        return cls(read.name, read.rules)
