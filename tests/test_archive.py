"""Shards, the work on one, and what a change touches: the parts of the archive's audit that need no engine."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leadercheck import Checker, Document, Finding, Part, Roster

pa = pytest.importorskip("pyarrow", reason="pip install 'leadercheck[arrow]'")
pq = pytest.importorskip("pyarrow.parquet")

import archive_shards  # noqa: E402  # needs pyarrow
from archive_worker import Auditor, Side  # noqa: E402

ARTICLES = sorted((Path(__file__).parent.parent / "examples" / "articles").glob("*.txt"))
SLIP = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc."


def lines(count: int) -> Iterator[dict[str, Any]]:
    """The sample articles again and again."""
    for n in range(count):
        path = ARTICLES[n % len(ARTICLES)]
        yield {
            "id": f"{path.stem}/{n}", "date": path.name[:10], "outlet": f"Báo {n % 3}",
            "text": path.read_text(encoding="utf-8"),
        }  # fmt: skip


def jsonl(path: Path, *records: Any) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    shown = (r if isinstance(r, bytes) else json.dumps(r, ensure_ascii=False).encode() for r in records)
    path.write_bytes(b"\n".join(shown) + b"\n")
    return path


def lost_middle(path: Path) -> Path:
    """A Parquet file that opens, and breaks when it is read."""
    pq.write_table(pa.Table.from_pylist(list(lines(20))), path)
    content = path.read_bytes()
    path.write_bytes(b"PAR1" + bytes(len(content) // 2) + content[len(content) // 2 + 4 :])
    return path


def audited(archive: Path, out: Path, size: int = 20_000, **settings: Any) -> list[dict[str, Any]]:
    out.mkdir(exist_ok=True)
    auditor = Auditor(str(out), **({"columns": {"on": "date"}, "side": Side()} | settings))
    for shard in archive_shards.shards(archive, size):
        assert auditor(asdict(shard))["failed"] == ""
    return rows_of(out)


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """The rows of all results in order, compared whole."""
    return [row for path in sorted(folder.glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


@pytest.mark.parametrize("size", [1, 5_000, 10**9])
def test_shards_hold_every_line_once_whatever_their_size(tmp_path: Path, size: int) -> None:
    jsonl(tmp_path / "a" / "2.jsonl", *lines(25))
    jsonl(tmp_path / "1.jsonl", *lines(7)).write_bytes((tmp_path / "1.jsonl").read_bytes().rstrip(b"\n"))
    (tmp_path / "empty.jsonl").write_bytes(b"")
    cut = list(archive_shards.shards(tmp_path, size))
    assert cut == list(archive_shards.shards(tmp_path, size))
    assert len({shard.key for shard in cut}) == len(cut)
    read = [b.column("id").to_pylist() for shard in cut for b in archive_shards.batches(shard, {})]
    assert [i for ids in read for i in ids] == [r["id"] for n in (7, 25) for r in lines(n)]


def test_parquet_gives_what_jsonl_gives(tmp_path: Path) -> None:
    records = list(lines(40))
    jsonl(tmp_path / "j" / "a.jsonl", *records)
    (tmp_path / "p").mkdir()
    table = pa.Table.from_pylist([r | {"date": date.fromisoformat(r["date"])} for r in records])
    pq.write_table(table, tmp_path / "p" / "a.parquet", row_group_size=6)
    assert len(list(archive_shards.shards(tmp_path / "p", 20_000))) > 2
    found = [audited(tmp_path / kind, tmp_path / f"out-{kind}") for kind in "jp"]
    place = {"shard": None, "row": None}
    assert [r | place for r in found[0]] == [r | place for r in found[1]]
    assert sum(len(r["findings"]) for r in found[0]) > 20


def test_rows_are_the_reports_of_check_many(tmp_path: Path, checker: Checker) -> None:
    jsonl(tmp_path / "archive" / "a.jsonl", *lines(40))
    rows = audited(tmp_path / "archive", tmp_path / "out")
    reports = checker.check_many((r["text"], date.fromisoformat(r["date"])) for r in lines(40))
    for row, report, line in zip(rows, reports, lines(40), strict=True):
        assert (row["id"], row["outlet"]) == (line["id"], line["outlet"])
        assert tuple(Finding.model_validate(f) for f in row["findings"]) == report.findings
        for finding, around in zip(row["findings"], row["around"], strict=True):
            shown = (
                around["before"].removeprefix("… ") + finding["excerpt"] + around["after"].removesuffix(" …")
            )
            assert shown in " ".join(line["text"].split()) + " "


def test_rows_are_numbered_in_their_shard(tmp_path: Path) -> None:
    count = 2 * archive_shards.ROWS + 3
    jsonl(
        tmp_path / "archive" / "a.jsonl",
        *({"id": n, "date": "2026-05-06", "text": "Mưa."} for n in range(count)),
    )
    rows = audited(tmp_path / "archive", tmp_path / "out", 10**9)
    assert [(r["id"], r["row"], r["shard"]) for r in rows] == [
        (str(n), n, "00000-000000000000") for n in range(count)
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"id": "x", "date": ', "bad-line"),
        (b'{"id": "x", "text": "\xe1\xbb"}', "bad-line"),
        (b"[1]", "bad-line"),
        (b"[" * 100_000, "bad-line"),
        ({"id": 1, "date": "2026-05-06", "text": ["x"]}, "bad-text"),
        ({"id": 1, "date": "2026-05-06", "parts": ["x"], "text": SLIP}, "bad-parts"),
        ({"id": 1, "date": "2026-05-06", "parts": [{"text": 1}]}, "bad-parts"),
        ({"id": 1, "date": "2026-05-06"}, "no-text"),
        ({"id": 1, "text": SLIP}, "no-day"),
        ({"id": 1, "date": "2026-02-30", "text": SLIP}, "bad-day"),
    ],
)
def test_a_broken_line_is_a_row_that_says_so(tmp_path: Path, line: Any, code: str) -> None:
    good = {"id": "g", "date": "2026-05-06", "text": SLIP}
    jsonl(tmp_path / "archive" / "a.jsonl", good, line, good)
    first, broken, last = audited(tmp_path / "archive", tmp_path / "out")
    assert broken["error"].split(":")[0] == code
    assert (broken["findings"], broken["row"]) == (None, 1)
    assert [f["rule"] for row in (first, last) for f in row["findings"]] == ["T002", "T002"]


def test_lone_surrogates_and_parts_are_read(tmp_path: Path, checker: Checker) -> None:
    parts = [{"zone": "headline", "text": "Khai mạc", "id": "t"}, {"zone": "body", "text": SLIP, "id": "b"}]
    jsonl(
        tmp_path / "archive" / "a.jsonl",
        b'{"id": 1, "date": "2026-05-06", "text": "\\ud800 ' + SLIP.encode() + b'"}',
        {"id": 2, "date": "2026-05-06", "parts": parts},
    )
    first, second = audited(tmp_path / "archive", tmp_path / "out")
    assert (first["findings"][0]["start"], first["around"][0]["before"]) == (12, "\ufffd Sáng 6/5, ")
    whole = Document(parts=[Part(**p) for p in parts])
    assert [Finding.model_validate(f) for f in second["findings"]] == list(
        checker.check(whole, on=date(2026, 5, 6)).findings
    )
    assert second["around"][0]["before"] == "Sáng 6/5, "


def test_a_result_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    def cut_short() -> Iterator[Any]:
        yield pa.table({"a": [1]})
        raise OSError("disk full")

    schema = pa.schema({"a": pa.int64()})
    with pytest.raises(OSError, match="disk full"):
        archive_shards.write(tmp_path, "k", schema, cut_short())
    assert list(tmp_path.iterdir()) == []
    (tmp_path / ".k.0123.part").write_bytes(b"of a killed run")
    assert archive_shards.done(tmp_path) == set()
    archive_shards.sweep(tmp_path)
    archive_shards.write(tmp_path, "k", schema, [pa.table({"a": [1]}), pa.table({"a": [2]})])
    archive_shards.write(tmp_path, "k", schema, [pa.table({"a": [1]}), pa.table({"a": [2]})])
    assert [p.name for p in tmp_path.iterdir()] == ["k.parquet"]
    assert (archive_shards.done(tmp_path), len(rows_of(tmp_path))) == ({"k"}, 2)


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR0")
    with pytest.raises(archive_shards.DataError, match=r"a\.parquet"):
        list(archive_shards.shards(tmp_path, 1))
    with pytest.raises(archive_shards.DataNotFoundError, match=r"no \.parquet"):
        archive_shards.files(tmp_path / "none")


def test_a_shard_that_breaks_says_so_and_leaves_no_result(tmp_path: Path) -> None:
    lost_middle(tmp_path / "a.parquet")
    (tmp_path / "out").mkdir()
    (shard,) = archive_shards.shards(tmp_path, 10**9)
    told = Auditor(str(tmp_path / "out"), {"on": "date"}, Side())(asdict(shard))
    assert told["failed"]
    assert list((tmp_path / "out").iterdir()) == []


def test_a_changed_archive_is_another(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *lines(5))
    before = archive_shards.identity(tmp_path)
    assert before == archive_shards.identity(tmp_path)
    path.write_bytes(path.read_bytes()[:-4] + b'?"}\n')
    assert before != archive_shards.identity(tmp_path)


OLD = """Nguyễn An Bình | chu-tich | 2020-01-01..2024-06-01
Lê Văn Cường | chu-tich | 2024-06-01.. | confirmed=2026-10-01
Trần Thị Dung | bo-truong-rung | 2021-01-01.. | confirmed=2026-10-01"""
NEW = OLD.replace("2024-06-01", "2024-03-01")
TEXTS = {
    "old holder": "Sáng 15/4, Chủ tịch Hội đồng Nguyễn An Bình tiếp đoàn đại biểu.",
    "new holder": "Sáng 15/4, Chủ tịch Hội đồng Lê Văn Cường tiếp đoàn đại biểu.",
    "another": "Sáng 15/4, Bộ trưởng Bộ Rừng Trần Thị Dung tiếp đoàn đại biểu.",
    "nobody": "Sáng 15/4, nhiều nơi có mưa.",
}


def test_a_change_of_fact_touches_the_articles_it_is_about(
    tmp_path: Path, register: Callable[..., Roster]
) -> None:
    records = [{"id": name, "date": "2024-04-15", "text": text} for name, text in TEXTS.items()]
    jsonl(tmp_path / "archive" / "a.jsonl", *records, b"{")
    rows = audited(
        tmp_path / "archive", tmp_path / "out", side=Side(register(NEW).path), before=Side(register(OLD).path)
    )
    told = {r["id"]: [[f["rule"] for f in r[n] or ()] for n in ("gone", "findings")] for r in rows}
    assert told["old holder"] == [[], ["T002"]]
    assert told["new holder"] == [["T003"], []]
    assert {"another", "nobody"}.isdisjoint(told)
    assert (rows[-1]["id"], rows[-1]["error"].split(":")[0], rows[-1]["row"]) == (
        None,
        "bad-line",
        len(TEXTS),
    )
    assert all(r["row"] == list(TEXTS).index(r["id"]) for r in rows[:-1])


def test_a_change_of_profile_touches_too(tmp_path: Path) -> None:
    profile = tmp_path / "house.toml"
    profile.write_text('[rules]\nT002 = "off"\n', encoding="utf-8")
    jsonl(tmp_path / "archive" / "a.jsonl", {"id": "a", "date": "2026-05-06", "text": SLIP})
    (row,) = audited(
        tmp_path / "archive",
        tmp_path / "out",
        side=Side(profile=str(profile)),
        before=Side(),
    )
    assert [[f["rule"] for f in row[n]] for n in ("gone", "findings")] == [["T002"], []]
