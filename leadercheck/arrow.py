"""A record batch of articles in, a record batch of what is said of them out: the one function engines call.

Ray Data, Spark, Dask, DuckDB and Polars all hand over Arrow batches; `docs/archives.md` shows each. Read are the
columns `id` (any type), `on` (the day of publication: a date, a timestamp, or ISO 8601 text) and the article, as
`text` (text, or bytes in UTF-8) or as `parts` (a list of structs with `zone`, `text` and, if wanted, `id`); where
a row has both, its parts are read; a part without text is none. Other columns are left alone. The batch that comes back has the schema `RESULT`
and one row for each row, in order: what cannot be read is told in the row's `error`, and no row is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Final

from leadercheck.checker import VIETNAM, Checker, neutral
from leadercheck.document import Document, Part
from leadercheck.errors import DataError, MissingExtraError
from leadercheck.report import Report

try:
    import pyarrow as pa
except ImportError as error:
    raise MissingExtraError(
        "leadercheck.arrow needs pyarrow: run `pip install 'leadercheck[arrow]'`"
    ) from error

SCHEMA_VERSION: Final = 1
"""Stands in the metadata of `RESULT`; raised when a column is taken away or changes its meaning or type."""


def _list(value: Any) -> Any:
    return pa.list_(value)


def _struct(**fields: Any) -> Any:
    return pa.struct(list(fields.items()))


_text, _int, _bool = pa.string(), pa.int32(), pa.bool_()
_edit = _struct(start=_int, end=_int, text=_text)
FINDING: Final = _struct(
    rule=_text, name=_text, severity=_text, start=_int, end=_int, part=_text, zone=_text,
    line=_int, column=_int, end_line=_int, end_column=_int, excerpt=_text, message=_text,
    fixes=_list(_struct(label=_text, safe=_bool, edits=_list(_edit))),
    replacement=_text, safe=_bool,
    related=_list(_struct(start=_int, end=_int, message=_text)),
    citation=_text,
    evidence=_list(_struct(kind=_text, id=_text, summary=_text, source=_text)),
    person=_text, fingerprint=_text,
)  # fmt: skip
"""A `leadercheck.Finding`, field for field."""
COVERAGE: Final = _struct(
    references=_int, linked=_int, unknown=_int, ambiguous=_int, foreign=_int, titles=_int,
    judged_yes=_int, judged_no=_int, not_judged=_list(_struct(reason=_text, titles=_int)),
)  # fmt: skip
"""The report's coverage; `not_judged` as a list, because not every engine knows maps."""
RESULT: Final = pa.schema(
    {
        "id": _text,
        "on": pa.date32(),
        "ok": _bool,
        "findings": _list(FINDING),
        "coverage": COVERAGE,
        "people": _list(_text),
        "notices": _list(_text),
        "text_sha256": _text,
        "error": _text,
    },
    metadata={"leadercheck.schema": str(SCHEMA_VERSION)},
)
"""What `check_batch` gives.

`id`: the caller's, as text. `on`: the day judged by. `ok`, `findings`, `coverage`, `notices`, `text_sha256`: of the
report; null where the row could not be checked. `people`: the ids of the registered people the article names or
refers to, each once. `error`: null, or a code, a colon and what is wrong: no-text, bad-text, bad-parts, no-day,
bad-day, or failed (a defect of a rule; please report it).
"""


class _UnreadableError(Exception):
    """A row that cannot be checked; the message is its `error`."""


def check_batch(record_batch: pa.RecordBatch, *, checker: Checker | None = None) -> pa.RecordBatch:
    """Check each row; the same findings as `checker.check`, in a batch of the schema `RESULT`.

    Args:
        record_batch: articles in the columns the module names; anything with Arrow's names and columns will do.
        checker: made once for each worker; the neutral one of the package when left out.

    Raises:
        DataError: a column that is needed is missing or there twice; names it. A row never raises.
    """
    judge = checker or neutral()
    ids, days = _column(record_batch, "id"), _column(record_batch, "on")
    names = record_batch.schema.names
    if "text" not in names and "parts" not in names:
        raise DataError(f"the batch has neither a column 'text' nor 'parts'; it has: {', '.join(names)}")
    texts = _column(record_batch, "text") if "text" in names else None
    parts = _column(record_batch, "parts") if "parts" in names else None
    rows = [
        _row(judge, _value(ids, i), _value(days, i), _value(texts, i), _value(parts, i))
        for i in range(record_batch.num_rows)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=RESULT)


def _column(batch: Any, name: str) -> Any:
    found = batch.schema.get_all_field_indices(name)
    if len(found) != 1:
        raise DataError(
            f"the batch must have the column {name!r} once, and has it {len(found)} times; "
            f"it has: {', '.join(batch.schema.names)}"
        )
    column = batch.column(found[0])
    # Python's datetime has no nanoseconds; the day is the same without them.
    return (
        column.cast(pa.timestamp("us", column.type.tz), safe=False)
        if pa.types.is_timestamp(column.type) and column.type.unit == "ns"
        else column
    )


def _value(column: Any, row: int) -> Callable[[], Any]:
    """Gives the value of a cell when called: reading fails on broken UTF-8 and on days outside Python's calendar."""
    return column[row].as_py if column is not None else (lambda: None)


def _row(
    checker: Checker,
    ident: Callable[[], Any],
    day: Callable[[], Any],
    text: Callable[[], Any],
    parts: Callable[[], Any],
) -> dict[str, Any]:
    """The row of one article; whatever happens inside is told in it."""
    row: dict[str, Any] = {"id": _id(ident)}
    try:
        row["on"] = _day(day)
        return row | _told(checker.check(_article(text, parts), on=row["on"]))
    except _UnreadableError as error:
        return row | {"error": str(error)}
    except Exception as error:  # noqa: BLE001  # one article in ten million must not end the run
        notes = getattr(error, "__notes__", ())
        return row | {
            "error": _printable(f"failed: {'; '.join((f'{type(error).__name__}: {error}', *notes))}")
        }


def _told(report: Report) -> dict[str, Any]:
    values = report.model_dump(include={"ok", "findings", "notices", "text_sha256", "coverage"})
    unjudged = values["coverage"]["not_judged"]
    values["coverage"]["not_judged"] = [{"reason": r, "titles": n} for r, n in unjudged.items()]
    people = sorted({m.person for m in report.mentions if m.person and m.status == "linked"})
    return values | {"people": people}


def _id(read: Callable[[], Any]) -> str | None:
    try:
        value = read()
    except (ValueError, OverflowError) as error:
        return _printable(f"unreadable id ({error})")
    if isinstance(value, bytes):
        return value.decode(errors="backslashreplace")
    return None if value is None else str(value)


def _day(read: Callable[[], Any]) -> date:
    """The calendar day in Việt Nam; a time without a zone is taken for local time."""
    try:
        value = read()
        if isinstance(value, str):
            value = datetime.fromisoformat(value.strip())
        if isinstance(value, datetime):
            return (value.astimezone(VIETNAM) if value.tzinfo else value).date()
    except (ValueError, OverflowError, LookupError) as error:
        raise _UnreadableError(_printable(f"bad-day: {error}; write it as 2026-05-06")) from None
    if value is None:
        raise _UnreadableError("no-day: `on` is null; give the day of publication")
    if not isinstance(value, date):
        raise _UnreadableError(
            f"bad-day: {type(value).__name__} {value!r} is no day; give a date or text like 2026-05-06"
        )
    return value


def _article(text: Callable[[], Any], parts: Callable[[], Any]) -> str | Document:
    try:
        pieces = parts()
        found = () if pieces is None else tuple(_parts(pieces))
        return Document(parts=found) if found else _string(text())
    except UnicodeDecodeError as error:
        raise _UnreadableError(
            f"bad-text: byte {error.start} of the text is not UTF-8; decode it first"
        ) from None
    except ValueError as error:
        raise _UnreadableError(_printable(f"bad-parts: {error}")) from None


def _parts(pieces: Any) -> Iterator[Part]:
    """The parts that have a text; an empty field of a CMS is no error."""
    if not isinstance(pieces, list):
        raise _UnreadableError(f"bad-parts: {type(pieces).__name__} is no list of structs")
    for number, piece in enumerate(pieces):
        if piece is None:
            continue
        if not isinstance(piece, dict) or "text" not in piece:
            raise _UnreadableError(f"bad-parts: part {number} is no struct with zone and text")
        if piece["text"] is not None:
            ident = piece.get("id")
            yield Part(
                zone=_string(piece.get("zone") or "body"),
                text=_string(piece["text"]),
                id=None if ident is None else str(ident),
            )


def _string(value: Any) -> str:
    if value is None:
        raise _UnreadableError("no-text: the article has no text and no part with a text")
    if isinstance(value, bytes):
        return value.decode()
    if not isinstance(value, str):
        raise _UnreadableError(f"bad-text: {type(value).__name__} is no text")
    return value


def _printable(message: str) -> str:
    """The message as Arrow can hold it."""
    return message.encode(errors="backslashreplace").decode()
