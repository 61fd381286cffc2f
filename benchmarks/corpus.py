"""Read a folder of dated news: JSONL files whose lines have `id`, `date` and `text`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

BULK_IMPORTS = frozenset({"2017-02-06", "2017-05-08"})
"""Days of the 2017 collection that are only upper bounds of the day of publication."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article with its day of publication."""

    id: str
    on: date
    text: str


def items(corpus: Path, names: tuple[str, ...] = ("news_2025_2026", "news_2017")) -> Iterator[Item]:
    """The dated items of the named files, bulk imports left out.

    Raises:
        SystemExit: a file is missing.
    """
    for name in names:
        path = corpus / f"{name}.jsonl"
        if not path.is_file():
            raise SystemExit(f"{path}: not found; pass the folder that holds {name}.jsonl")
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["date"] not in BULK_IMPORTS:
                    yield Item(record["id"], date.fromisoformat(record["date"]), record["text"])
