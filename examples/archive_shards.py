"""An archive cut into shards that are the same on every run, and their results, each written in one step.

A shard is a run of whole lines of a JSONL file or of row groups of a Parquet file. Its result is a Parquet file that
appears under its final name only when it is complete; so the name is the mark that the shard is done, work that was
cut short leaves nothing behind that counts, and a shard that is done twice is there once.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from leadercheck.errors import DataError, DataNotFoundError

ROWS: Final = 256
BYTES: Final = 4 << 20
"""A batch ends after so many rows or bytes of JSONL: what a worker holds at a time."""
COLUMNS: Final = ("id", "on", "outlet", "text", "parts")
READ: Final = pa.schema(
    {
        "id": pa.string(),
        "on": pa.string(),
        "outlet": pa.string(),
        "text": pa.string(),
        "parts": pa.list_(pa.struct({"zone": pa.string(), "text": pa.string(), "id": pa.string()})),
        "problem": pa.string(),
    }
)
"""What a line of JSONL becomes; `problem` says why it could not be read."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Shard:
    """`[start, end)` of a file: bytes of JSONL, row groups of Parquet. `key` names its result."""

    key: str
    path: str
    start: int
    end: int


def files(archive: Path) -> list[Path]:
    """The Parquet and JSONL files of the archive, in order of their names.

    Raises:
        DataNotFoundError: there are none.
    """
    found = sorted(p for p in archive.rglob("*") if p.suffix in {".parquet", ".jsonl"} and p.is_file())
    if not found:
        raise DataNotFoundError(f"{archive}: no .parquet or .jsonl file is in it; name the archive's folder")
    return found


def identity(archive: Path) -> list[list[Any]]:
    """Name, size and a digest of both ends of each file: what a run must find again to be taken up."""
    told = []
    for path in files(archive):
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            digest = sha256(file.read(1 << 16))
            file.seek(max(0, size - (1 << 16)))
            digest.update(file.read())
        told.append([path.relative_to(archive).as_posix(), size, digest.hexdigest()])
    return told


def shards(archive: Path, size: int) -> Iterator[Shard]:
    """The shards of about `size` bytes, in order; the same ones for the same files.

    Raises:
        DataError: a file that claims to be Parquet is none.
    """
    for number, path in enumerate(files(archive)):
        for start, end in _groups(path, size) if path.suffix == ".parquet" else _lines(path, size):
            yield Shard(f"{number:05d}-{start:012d}", str(path), start, end)


def _groups(path: Path, size: int) -> Iterator[tuple[int, int]]:
    try:
        facts = pq.read_metadata(path)
    except (OSError, pa.ArrowException) as error:
        raise DataError(f"{path}: is no readable Parquet file ({error}); repair it or take it out") from None
    start = held = 0
    for group in range(facts.num_row_groups):
        held += facts.row_group(group).total_byte_size
        if held >= size or group == facts.num_row_groups - 1:
            yield start, group + 1
            start, held = group + 1, 0


def _lines(path: Path, size: int) -> Iterator[tuple[int, int]]:
    with path.open("rb") as file:
        whole = file.seek(0, os.SEEK_END)
        start = 0
        while start < whole:
            file.seek(min(start + size, whole) - 1)
            file.readline()
            yield start, file.tell()
            start = file.tell()


def batches(shard: Shard, columns: Mapping[str, str]) -> Iterator[Any]:
    """The articles of a shard, at most `ROWS` at a time, with the names that `COLUMNS` gives them.

    Args:
        shard: one of `shards`.
        columns: how the archive calls a column of `COLUMNS`, where it differs.
    """
    names = {name: columns.get(name, name) for name in COLUMNS}
    return _parquet(shard, names) if shard.path.endswith(".parquet") else _jsonl(shard, names)


def _parquet(shard: Shard, names: Mapping[str, str]) -> Iterator[Any]:
    with pq.ParquetFile(shard.path, pre_buffer=False, buffer_size=1 << 20) as file:
        known = {name: theirs for name, theirs in names.items() if theirs in file.schema_arrow.names}
        wanted = list(dict.fromkeys(known.values()))
        for batch in file.iter_batches(ROWS, row_groups=list(range(shard.start, shard.end)), columns=wanted):
            yield pa.RecordBatch.from_arrays([batch.column(n) for n in known.values()], names=list(known))


def _jsonl(shard: Shard, names: Mapping[str, str]) -> Iterator[Any]:
    with Path(shard.path).open("rb") as file:
        place = file.seek(shard.start)
        rows: list[dict[str, Any]] = []
        held = 0
        while place < shard.end:
            line = file.readline()
            if line.strip():
                rows.append(_row(line, names, f"{Path(shard.path).name}, byte {place}"))
                held += len(line)
            place += len(line)
            if len(rows) == ROWS or held > BYTES:
                yield pa.RecordBatch.from_pylist(rows, schema=READ)
                rows, held = [], 0
        if rows:
            yield pa.RecordBatch.from_pylist(rows, schema=READ)


def _row(line: bytes, names: Mapping[str, str], place: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode())
    except (ValueError, RecursionError) as error:
        return {"problem": f"bad-line: {place}: {error}"}
    if not isinstance(record, dict):
        return {"problem": f"bad-line: {place}: not an object"}
    row: dict[str, Any] = {name: record.get(names[name]) for name in COLUMNS}
    for name in ("id", "on", "outlet"):
        row[name] = None if row[name] is None else _sound(str(row[name]))
    if not isinstance(row["text"], str | None):
        return row | {"text": None, "parts": None, "problem": f"bad-text: {place}: the text is no string"}
    row["text"] = row["text"] and _sound(row["text"])
    try:
        row["parts"] = row["parts"] and [
            {k: part.get(k) and _sound(part[k]) for k in ("zone", "text", "id")} for part in row["parts"]
        ]
    except (AttributeError, TypeError):
        return row | {
            "text": None,
            "parts": None,
            "problem": f"bad-parts: {place}: not a list of objects with strings",
        }
    return row


def _sound(text: str) -> str:
    """The text as Arrow can hold it: U+FFFD for a lone surrogate, as the checker reads it anyhow."""
    return _SURROGATE.sub("\ufffd", text)


def done(folder: Path) -> set[str]:
    """The keys of the shards whose results are there."""
    return {path.stem for path in folder.glob("*.parquet")}


def sweep(folder: Path) -> None:
    """Take away what a killed run left half written."""
    for path in folder.glob(".*.part"):
        path.unlink(missing_ok=True)


def write(folder: Path, key: str, schema: Any, tables: Iterable[Any]) -> None:
    """Write the result of a shard; it is there whole or not at all."""
    draft = folder / f".{key}.{uuid4().hex}.part"
    try:
        with pq.ParquetWriter(draft, schema, compression="zstd") as writer:
            for table in tables:
                writer.write_table(table)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(folder / f"{key}.parquet")
    finally:
        draft.unlink(missing_ok=True)
