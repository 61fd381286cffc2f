"""The audit on a local Ray cluster: killed workers, killed runs, the summary. Needs `pip install -e ".[engines]"`.

Run it as `pytest tests/test_archive_ray.py`; about a minute on two cores.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from leadercheck import Checker, Finding

if find_spec("ray") is None or find_spec("jinja2") is None:
    pytest.skip("needs ray and jinja2: pip install -e '.[engines]'", allow_module_level=True)

from archive_worker import Side  # needs pyarrow
from test_archive import SLIP, audited, jsonl, lines, lost_middle, rows_of

ROOT = Path(__file__).parent.parent
COUNT = 1200
SIZE = 40_000
"""Articles, and bytes of a shard: some seventy shards."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    jsonl(folder / "a.jsonl", *lines(COUNT // 2), b'{"id": "broken", ')
    jsonl(folder / "b.jsonl", *lines(COUNT // 2), {"id": "no day", "text": SLIP})
    return folder


@pytest.fixture(scope="module")
def expected(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The rows of one process without any engine, which are those of `check_many`."""
    rows = audited(archive, tmp_path_factory.mktemp("expected"), SIZE)
    checker = Checker()
    texts = [(r["text"], date.fromisoformat(r["date"])) for r in lines(10)]
    once = [r.findings for r in checker.check_many(texts)]
    for n, row in enumerate(r for r in rows if not r["error"]):
        assert tuple(Finding.model_validate(f) for f in row["findings"]) == once[n % 10]
    assert (len(rows), sum(r["error"] is not None for r in rows)) == (COUNT + 2, 2)
    return rows


def start(archive: Path, out: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "examples" / "archive_audit.py"), str(archive), str(out), "--column", "on=date",
         "--shard-mb", str(SIZE / 2**20), "--workers", "2", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def finish(run: subprocess.Popen[str], code: int = 0) -> str:
    shown, _ = run.communicate(timeout=180)
    assert run.returncode == code, shown
    return shown


def wait_for(run: subprocess.Popen[str], rows: Path, count: int) -> None:
    """Until so many shards are done, and not all."""
    until = time.monotonic() + 120
    while len(list(rows.glob("*.parquet"))) < count:
        assert run.poll() is None, run.communicate()[0]
        assert time.monotonic() < until
        time.sleep(0.02)


def workers(run: subprocess.Popen[str]) -> Iterator[int]:
    """The ids of the workers that descend from this run."""
    parents, names = {}, {}
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit():
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                names[int(entry.name)] = (entry / "cmdline").read_text()
        except OSError:
            continue
    for pid, name in names.items():
        above = pid
        while above in parents and above != run.pid:
            above = parents[above]
        if above == run.pid and "ray::MapWorker" in name:
            yield pid


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="finds workers in /proc")
def test_a_killed_worker_changes_no_row(
    archive: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    """Beside them a file whose middle is lost: it is named, the exit code is 1, and all the others are done."""
    folder = Path(shutil.copytree(archive, tmp_path / "archive"))
    lost_middle(folder / "c.parquet")
    run = start(folder, tmp_path)
    wait_for(run, tmp_path / "rows", 3)
    first, *_ = workers(run)
    os.kill(first, signal.SIGKILL)
    assert len(list((tmp_path / "rows").glob("*.parquet"))) < 60, "it was killed when all was over"
    shown = finish(run, 1)
    assert re.search(r"c\.parquet \(00002-0+\): \w+", shown)
    assert rows_of(tmp_path / "rows") == expected


def test_a_killed_run_is_taken_up(archive: Path, expected: list[dict[str, Any]], tmp_path: Path) -> None:
    run = start(archive, tmp_path)
    wait_for(run, tmp_path / "rows", 3)
    for worker in workers(run):
        os.kill(worker, signal.SIGKILL)  # first, so that each leaves its shard half written
    run.kill()
    run.communicate()
    time.sleep(2)  # what Ray had started ends
    ready = {p.name: p.stat().st_ino for p in (tmp_path / "rows").glob("*.parquet")}
    assert 3 <= len(ready) < 60
    (tmp_path / "rows" / ".a.0.part").write_bytes(b"half a result")
    shown = finish(start(archive, tmp_path))
    assert f"{len(ready)} of them done before" in shown
    assert {n: i for n, i in ready.items() if (tmp_path / "rows" / n).stat().st_ino != i} == {}
    assert rows_of(tmp_path / "rows") == expected
    assert not list((tmp_path / "rows").glob(".*"))
    page = (tmp_path / "summary.html").read_text(encoding="utf-8")
    assert re.search(r"<b>1\.202</b>bài đã đọc", page)
    other = finish(start(archive, tmp_path, "--profile", str(ROOT / "examples/profiles/bao-dang.toml")), 2)
    assert "made otherwise (side)" in other
    assert "is part of the archive" in finish(start(archive, archive / "out"), 2)
    assert not (archive / "out").exists()


def test_the_page_is_whole_and_escaped(tmp_path: Path) -> None:
    import archive_page  # noqa: PLC0415

    evil = "<script>alert('x')</script>&\"'"
    jsonl(
        tmp_path / "archive" / "a.jsonl",
        *({"id": f"{evil}{n}", "date": f"{2006 + n % 20}-{1 + n % 12:02}-06", "outlet": evil, "text": f"{evil} {SLIP.replace('/5', f'/{1 + n % 12}')} {evil}"}
          for n in range(150)),
        {"id": evil, "date": evil, "text": SLIP},
    )  # fmt: skip
    rows = audited(tmp_path / "archive", tmp_path / "out")
    page = archive_page.render(tmp_path / "out", Side().checker())
    assert "<script" not in page
    assert "&lt;script&gt;alert" in page
    assert "http" not in re.sub(r"\((https?://[^)]*)\)|<small>.*?</small>", "", page), "it loads nothing"
    found = sum(len(row["findings"] or ()) for row in rows)
    totals = archive_page.count(tmp_path / "out")
    assert (totals.articles, totals.levels.total(), totals.unreadable.total()) == (151, found, 1)
    assert sum(archive_page._sum(c) for c in totals.months.values()) == found > 50
    assert sum(archive_page._sum(c) for c in totals.rules.values()) == found
    columns = archive_page.months(totals.months)["columns"]
    assert [c["name"] for c in columns] == [f"{m}/{y}" for y in range(2006, 2026) for m in range(1, 13)][
        : len(columns)
    ]
    assert len(columns) > 230
    assert sum(c["counts"]["articles"] for c in columns) == 150
    assert page.count("<article>") == min(100, totals.touched)
    assert "Lương Cường" in page


def test_the_page_of_a_comparison(tmp_path: Path) -> None:
    import archive_page  # noqa: PLC0415

    profile = tmp_path / "house.toml"
    profile.write_text('[rules]\nT002 = "off"\n', encoding="utf-8")
    jsonl(tmp_path / "archive" / "a.jsonl", {"id": "a", "date": "2026-05-06", "text": SLIP})
    for side, before in ((Side(), Side(profile=str(profile))), (Side(profile=str(profile)), Side())):
        out = tmp_path / str(side.profile is None)
        audited(tmp_path / "archive", out, side=side, before=before)
        page = archive_page.render(out, side.checker(), before.checker())
        assert "<b>1</b>bài bị chạm tới" in page
        assert ("<del>" in page) == (side.profile is not None)
        assert "<mark>Chủ tịch nước</mark> Lương Cường" in page
