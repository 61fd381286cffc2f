"""What a worker of an audit does: it makes its checker once, and turns one shard after another into a file of results.

No engine is named here; any that maps a function over a list can run it.
"""

from __future__ import annotations

import os
import re
import resource
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import archive_shards
import pyarrow as pa
from archive_shards import Shard

import leadercheck
from leadercheck.arrow import FINDING, RESULT, check_batch

AROUND: Final = 80
"""Code points shown on either side of a finding."""
_BLANKS: Final = re.compile(r"\s+")
_PLACE: Final = [
    pa.field("around", pa.list_(pa.struct({"before": pa.string(), "after": pa.string()}))),
    pa.field("outlet", pa.string()),
    pa.field("shard", pa.string()),
    pa.field("row", pa.int64()),
]
AUDIT: Final = pa.schema([*RESULT, *_PLACE])
"""A row for each article: what `check_batch` gives, the words around each finding, and where the article stood."""
COMPARE: Final = pa.schema(
    [
        *(RESULT.field(name) for name in ("id", "on")),
        pa.field("gone", pa.list_(FINDING)),
        *(RESULT.field(name) for name in ("findings", "error")),
        *_PLACE,
    ]
)
"""A row for each article that is touched or unreadable: the findings that are `gone`, and those that have come."""


@dataclass(frozen=True, slots=True)
class Side:
    """The files that findings depend on; None and () are those of the package."""

    register: str | None = None
    overlays: tuple[str, ...] = ()
    profile: str | None = None

    def checker(self) -> leadercheck.Checker:
        """A checker made from the files."""
        return leadercheck.Checker(
            roster=leadercheck.Roster.load(self.register, overlays=self.overlays),
            profile=leadercheck.Profile.load(self.profile) if self.profile else None,
        )

    def identity(self) -> list[str | None]:
        """The register's digest and the profile's, by which two sides are told apart."""
        profile = sha256(Path(self.profile).read_bytes()).hexdigest() if self.profile else None
        return [self.checker().roster.sha256, profile]


class Auditor:
    """What a worker holds: one checker, or two where it compares; called with one shard at a time."""

    def __init__(self, rows: str, columns: Mapping[str, str], side: Side, before: Side | None = None) -> None:
        """Make the checkers, once for each worker.

        Args:
            rows: the folder of the results.
            columns: how the archive calls its columns.
            side: what to judge by.
            before: what to compare with; None is a plain audit.
        """
        self.rows, self.columns = Path(rows), columns
        self.checker = side.checker()
        self.before = before.checker() if before else None

    def __call__(self, task: dict[str, Any]) -> dict[str, Any]:
        """Audit a shard and write its result; gives its line of the log.

        Returns:
            `began` and `ended` in seconds of the clock, `cpu` in seconds of the processor, in `peak_mb` the most
            memory this worker ever had, and in `failed` why the shard has no result.
        """
        shard, spent = Shard(**task), time.process_time()
        told: dict[str, Any] = {"key": shard.key, "path": shard.path, "began": time.time()}
        told |= {"articles": 0, "findings": 0, "failed": ""}
        try:
            archive_shards.write(
                self.rows, shard.key, COMPARE if self.before else AUDIT, self._tables(shard, told)
            )
        except (OSError, pa.ArrowException, leadercheck.LeadercheckError) as error:
            told["failed"] = f"{type(error).__name__}: {error}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        worker = f"{os.uname().nodename}:{os.getpid()}"
        told |= {"ended": time.time(), "cpu": round(time.process_time() - spent, 3)}
        return told | {"worker": worker, "peak_mb": round(peak, 1)}

    def _tables(self, shard: Shard, told: dict[str, Any]) -> Iterator[pa.Table]:
        for batch in archive_shards.batches(shard, self.columns):
            kept = list(self._rows(batch, shard, told["articles"]))
            told["articles"] += batch.num_rows
            told["findings"] += sum(len(row["findings"] or ()) for row in kept)
            yield pa.Table.from_pylist(kept, schema=COMPARE if self.before else AUDIT)

    def _rows(self, batch: pa.RecordBatch, shard: Shard, first: int) -> Iterator[dict[str, Any]]:
        results = check_batch(batch, checker=self.checker).to_pylist()
        earlier = check_batch(batch, checker=self.before).to_pylist() if self.before else results
        for n, (row, was) in enumerate(zip(results, earlier, strict=True)):
            problem = _cell(batch, "problem", n)
            row["error"] = problem or row["error"]
            if self.before:
                gone, come = _difference(was["findings"] or [], row["findings"] or [])
                if not (gone or come or row["error"]):
                    continue
                row |= {"gone": gone, "findings": come}
            shown = row["findings"] or row.get("gone") or ()
            texts = _texts(batch, n) if shown else {}
            yield row | {
                "around": [_around(texts.get(f["part"], ""), f["start"], f["end"]) for f in shown],
                "outlet": _cell(batch, "outlet", n),
                "shard": shard.key,
                "row": first + n,
            }


def _cell(batch: pa.RecordBatch, name: str, row: int) -> str | None:
    if name not in batch.schema.names:
        return None
    try:
        value = batch.column(name)[row].as_py()
    except ValueError:
        return "\ufffd"
    return None if value is None else str(value)


def _texts(batch: pa.RecordBatch, row: int) -> dict[str | None, str]:
    """The text of each part by its id; a plain text is under None."""
    texts: dict[str | None, str] = {}
    for name in ("text", "parts"):
        if name in batch.schema.names:
            try:
                value = batch.column(name)[row].as_py()
                value = value.decode() if isinstance(value, bytes) else value
            except ValueError:
                continue
            if isinstance(value, str):
                texts[None] = value
            elif isinstance(value, list):
                texts |= {p.get("id"): p.get("text") or "" for p in value if isinstance(p, dict)}
    return texts


def _around(text: str, start: int, end: int) -> dict[str, str]:
    """The words before and after, whole and on one line."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "… " + before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return {"before": _BLANKS.sub(" ", before), "after": _BLANKS.sub(" ", after)}


def _difference(before: list[Any], after: list[Any]) -> tuple[list[Any], list[Any]]:
    """The findings that are gone and those that have come; one whose level, words or fix changed is in both."""

    def said(finding: dict[str, Any]) -> tuple[Any, ...]:
        return (
            finding["fingerprint"],
            finding["start"],
            finding["severity"],
            finding["message"],
            finding["replacement"],
        )

    was, now = {said(f) for f in before}, {said(f) for f in after}
    return [f for f in before if said(f) not in now], [f for f in after if said(f) not in was]
