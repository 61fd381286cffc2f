"""Batches of articles: each row has its report or says why it has none, whatever the engine's types."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadercheck import Checker, Document, Finding, Part, Rule, Severity
from leadercheck.errors import DataError
from leadercheck.report import Coverage

pa = pytest.importorskip("pyarrow", reason="pip install 'leadercheck[arrow]'")

from leadercheck import arrow  # noqa: E402  # needs pyarrow

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "examples" / "articles").glob("*.txt"))
TEXT = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc."
DAY = date(2026, 5, 6)
PARTS = pa.list_(pa.struct({"zone": pa.string(), "text": pa.string(), "id": pa.string()}))


def batch(**columns: Any) -> Any:
    arrays = {name: c if isinstance(c, pa.Array) else pa.array(c) for name, c in columns.items()}
    return pa.RecordBatch.from_arrays(list(arrays.values()), names=list(arrays))


def checked(**columns: Any) -> list[dict[str, Any]]:
    source = batch(**columns)
    result = arrow.check_batch(source)
    assert result.schema.equals(arrow.RESULT, check_metadata=True)
    result.validate(full=True)
    rows: list[dict[str, Any]] = result.to_pylist()
    assert len(rows) == source.num_rows
    return rows


def told(row: dict[str, Any]) -> str:
    """The findings of a row as "T002: Chủ tịch nước", or the code of its error."""
    if row["error"] is not None:
        assert all(row[name] is None for name in ("ok", "findings", "coverage", "people", "text_sha256"))
        return str(row["error"]).split(":")[0]
    return "; ".join(f"{f['rule']}: {f['excerpt']}" for f in row["findings"])


def invalid_utf8(*values: bytes) -> Any:
    """A column that claims to be text and is not, as a careless writer of Parquet leaves it."""
    return pa.StringArray.from_buffers(
        len(values), pa.array(values, pa.binary()).buffers()[1], pa.array(values, pa.binary()).buffers()[2]
    )


def test_the_schema_is_the_models() -> None:
    assert [f.name for f in arrow.FINDING] == list(Finding.model_fields)
    assert [f.name for f in arrow.COVERAGE] == list(Coverage.model_fields)


def test_the_schema_is_stable() -> None:
    """Change it only together with `SCHEMA_VERSION` and a line in the changelog."""
    told = "; ".join(f"{field.name} {field.type}" for field in arrow.RESULT)
    assert (arrow.SCHEMA_VERSION, sha256(told.encode()).hexdigest()[:16]) == (1, "c0cb4baa4d330607")


def test_rows_are_the_reports(checker: Checker) -> None:
    texts = [p.read_text(encoding="utf-8") for p in ARTICLES]
    days = [date.fromisoformat(p.name[:10]) for p in ARTICLES]
    rows = checked(id=[p.stem for p in ARTICLES], text=texts, on=days)
    assert sum(len(row["findings"]) for row in rows) > 5
    for row, report in zip(rows, checker.check_many(zip(texts, days, strict=True)), strict=True):
        assert tuple(Finding.model_validate(f) for f in row["findings"]) == report.findings
        counts = {u["reason"]: u["titles"] for u in row["coverage"].pop("not_judged")}
        assert Coverage.model_validate(row["coverage"] | {"not_judged": counts}) == report.coverage
        assert (row["ok"], row["on"], tuple(row["notices"])) == (report.ok, report.on, report.notices)
        assert row["text_sha256"] == report.text_sha256
        assert set(row["people"]) == {m.person for m in report.mentions if m.status == "linked"}
        assert row["error"] is None


@pytest.mark.parametrize(
    "texts",
    [
        pa.array([TEXT], pa.large_string()),
        pa.array([TEXT], pa.string_view()),
        pa.array([TEXT]).dictionary_encode(),
        pa.array([TEXT.encode()], pa.binary()),
        pa.array([TEXT.encode()], pa.large_binary()),
    ],
    ids=lambda column: str(column.type),
)
def test_every_type_of_text(texts: Any) -> None:
    assert [told(r) for r in checked(id=["a"], text=texts, on=[DAY])] == ["T002: Chủ tịch nước"]


@pytest.mark.parametrize(
    ("days", "day"),
    [
        (pa.array(["2026-05-06"]), DAY),
        (pa.array([" 2026-05-06T09:30:00 "]), DAY),
        (pa.array(["2026-05-05T17:30:00+00:00"]), DAY),
        (pa.array(["2026-05-05T16:59:00Z"]), date(2026, 5, 5)),
        (pa.array([DAY], pa.date64()), DAY),
        (pa.array([datetime(2026, 5, 6, 23, 59)], pa.timestamp("s")), DAY),  # without a zone
        (pa.array([1778085000000000001], pa.timestamp("ns")), DAY),
        (pa.array([datetime(2026, 5, 5, 17, 30, tzinfo=UTC)], pa.timestamp("ms", "UTC")), DAY),
        (pa.array([datetime(2026, 5, 5, 17, 30, tzinfo=UTC)], pa.timestamp("ns", "Asia/Ho_Chi_Minh")), DAY),
        (pa.array(["2026-05-06"]).dictionary_encode(), DAY),
    ],
    ids=lambda value: str(value.type) if isinstance(value, pa.Array) else str(value),
)
def test_every_type_of_day_is_a_day_in_vietnam(days: Any, day: date) -> None:
    (row,) = checked(id=["a"], text=[TEXT], on=days)
    assert (row["on"], row["error"]) == (day, None)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([7, None], ["7", None]),
        ([b"a\xff", b"b"], ["a\\xff", "b"]),
        ([DAY, None], ["2026-05-06", None]),
        ([1.5, 2.0], ["1.5", "2.0"]),
    ],
)
def test_every_type_of_id_becomes_text(ids: Sequence[Any], expected: Sequence[str | None]) -> None:
    rows = checked(id=ids, text=[TEXT] * 2, on=[DAY] * 2)
    assert [row["id"] for row in rows] == expected
    assert [told(row) for row in rows] == ["T002: Chủ tịch nước"] * 2


@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        (pa.array([TEXT, None]), [DAY, DAY], "no-text"),
        (invalid_utf8(TEXT.encode(), b"Th\xe1\xbb"), [DAY, DAY], "bad-text"),
        (pa.array([TEXT.encode(), b"\xff\xfeT\x00"]), [DAY, DAY], "bad-text"),
        ([TEXT, TEXT], [DAY, None], "no-day"),
        ([TEXT, TEXT], ["2026-05-06", "2026-02-30"], "bad-day"),
        ([TEXT, TEXT], ["2026-05-06", "6/5/2026"], "bad-day"),
        ([TEXT, TEXT], ["2026-05-06", ""], "bad-day"),
        ([TEXT, TEXT], invalid_utf8(b"2026-05-06", b"2026\xff"), "bad-day"),
        ([TEXT, TEXT], pa.array([20579, 2**31 - 1], pa.int32()).cast(pa.date32()), "bad-day"),
        ([TEXT, TEXT], pa.array([1778000000, 2**62], pa.int64()).view(pa.timestamp("s")), "bad-day"),
    ],
)  # fmt: skip
def test_a_bad_row_says_so_and_its_neighbour_is_checked(text: Any, on: Any, code: str) -> None:
    first, second = checked(id=["a", "b"], text=text, on=on)
    assert (first["id"], told(first)) == ("a", "T002: Chủ tịch nước")
    assert (second["id"], told(second)) == ("b", code)


def test_columns_of_the_wrong_type_give_rows_too() -> None:
    assert [told(r) for r in checked(id=[1, 2], text=[3, 4], on=[DAY] * 2)] == ["bad-text"] * 2
    assert [told(r) for r in checked(id=[1, 2], text=[TEXT] * 2, on=[20260506] * 2)] == ["bad-day"] * 2
    assert [told(r) for r in checked(id=[1], parts=[TEXT], on=[DAY])] == ["bad-parts"]
    assert [told(r) for r in checked(id=[1], parts=[[{"zone": "body"}]], on=[DAY])] == ["bad-parts"]
    nothing = checked(id=pa.nulls(2), text=pa.nulls(2), on=pa.nulls(2))
    assert [told(r) for r in nothing] == ["no-day"] * 2


def test_people_are_those_of_the_register() -> None:
    text = (
        "Sáng 6/5, Chủ tịch nước Tô Lâm tiếp Tổng thống Mỹ Donald Trump. Ông Tô Lâm cảm ơn ông Donald Trump."
    )
    assert [r["people"] for r in checked(id=["a"], text=[text], on=[DAY])] == [["to-lam-1957"]]


def test_empty_texts_and_batches_are_no_errors() -> None:
    assert [(r["ok"], told(r)) for r in checked(id=["a"], text=[""], on=[DAY])] == [(True, "")]
    assert checked(id=pa.array([], pa.string()), text=pa.array([], pa.string()), on=[]) == []


def test_parts_give_findings_in_their_part(checker: Checker) -> None:
    parts = [
        {"zone": "headline", "text": "Lễ khai mạc", "id": "title"},
        {"zone": "lead", "text": None, "id": "sapo"},
        None,
        {"zone": None, "text": TEXT, "id": "content"},
    ]
    rows = checked(
        id=["a", "b", "c", "d"], on=[DAY] * 4, text=[None, TEXT, TEXT, None],
        parts=pa.array([parts, None, [], [parts[1]]], PARTS),
    )  # fmt: skip
    assert [told(r) for r in rows] == ["T002: Chủ tịch nước"] * 3 + ["no-text"]
    (found,) = rows[0]["findings"]
    whole = Document(parts=[Part("headline", "Lễ khai mạc", "title"), Part("body", TEXT, "content")])
    assert found["part"] == "content"
    assert Finding.model_validate(found) == checker.check(whole, on=DAY).findings[0]


def test_a_broken_part_is_told() -> None:
    pieces = pa.StructArray.from_arrays(
        [pa.array(["body", "body"]), invalid_utf8(TEXT.encode(), b"Th\xe1")], names=["zone", "text"]
    )
    parts = pa.ListArray.from_arrays([0, 1, 2], pieces)
    assert [told(r) for r in checked(id=["a", "b"], on=[DAY] * 2, parts=parts)] == [
        "T002: Chủ tịch nước",
        "bad-text",
    ]


def test_a_crashing_rule_is_told_in_its_row() -> None:
    def crash(article: Any, roster: Any, profile: Any) -> Any:
        if "khai mạc" in article.text.source:
            raise ZeroDivisionError("lone \ud800")
        return iter(())

    rule = Rule(id="T901", name="crash", severity=Severity.NOTE, citation="x", check=crash, bad=(), good=())
    source = batch(id=["a", "b"], text=[TEXT, "Chủ tịch nước Tô Lâm dự lễ bế mạc."], on=[DAY] * 2)
    first, second = arrow.check_batch(source, checker=Checker(rules=[rule])).to_pylist()
    assert first["error"].startswith("failed: ZeroDivisionError: lone \\ud800; leadercheck: rule T901")
    assert (second["ok"], second["error"]) == (True, None)


@pytest.mark.parametrize(
    ("columns", "missing"),
    [
        ({"text": [TEXT], "on": [DAY]}, "'id'"),
        ({"id": ["a"], "text": [TEXT]}, "'on'"),
        ({"id": ["a"], "on": [DAY]}, "'text' nor 'parts'"),
    ],
)
def test_a_missing_column_is_named(columns: dict[str, Any], missing: str) -> None:
    with pytest.raises(DataError, match=missing):
        arrow.check_batch(batch(**columns))


def test_a_column_that_is_there_twice_is_named() -> None:
    twice = pa.RecordBatch.from_arrays([pa.array(["a"])] * 3, names=["id", "text", "text"])
    with pytest.raises(DataError, match="'on'"):
        arrow.check_batch(twice)
    with pytest.raises(DataError, match="'text' once, and has it 2 times"):
        arrow.check_batch(twice.append_column("on", pa.array([DAY])))


CELLS = st.one_of(
    st.none(), st.binary(max_size=40), st.text(max_size=40).map(lambda t: t.encode(errors="replace"))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELLS, st.one_of(st.none(), st.integers(-(2**31), 2**31 - 1))), max_size=8))
def test_no_row_is_ever_lost(cells: list[tuple[bytes | None, int | None]]) -> None:
    rows = checked(
        id=pa.array(range(len(cells)), pa.int64()),
        text=pa.array([text for text, _ in cells], pa.binary()),
        on=pa.array([day for _, day in cells], pa.int32()).cast(pa.date32()),
    )
    assert [row["id"] for row in rows] == [str(n) for n in range(len(cells))]
    assert all((row["error"] is None) == (row["findings"] is not None) for row in rows)


def test_without_pyarrow_the_remedy_is_told() -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "import leadercheck\n"
        "try:\n    import leadercheck.arrow\n"
        "except leadercheck.errors.MissingExtraError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "pip install 'leadercheck[arrow]'" in done.stdout
