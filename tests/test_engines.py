"""The pieces of docs/archives.md run under their engines and give the same rows. Needs `pip install -e '.[engines]'`."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="pip install 'leadercheck[arrow]'")
pq = pytest.importorskip("pyarrow.parquet")

from test_archive import lines  # noqa: E402  # needs pyarrow

from leadercheck.arrow import check_batch  # noqa: E402

ROOT = Path(__file__).parent.parent
PIECES = dict(
    re.findall(
        r"```python\n# (\w+)\n(.*?)```",
        (ROOT / "docs" / "archives.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
)
COUNT = 60


def test_every_engine_has_its_piece() -> None:
    assert set(PIECES) == {"pyarrow", "ray", "pyspark", "dask", "duckdb", "polars"}


@pytest.mark.parametrize("engine", PIECES)
def test_a_piece_gives_the_same_rows(engine: str, tmp_path: Path) -> None:
    if find_spec(engine) is None or (engine == "pyspark" and shutil.which("java") is None):
        pytest.skip(f"needs {engine}")
    rows = [{"id": r["id"], "on": date.fromisoformat(r["date"]), "text": r["text"]} for r in lines(COUNT)]
    table = pa.Table.from_pylist([*rows, {"id": "no day", "on": None, "text": "Thủ tướng"}])
    (tmp_path / "archive").mkdir()
    for number in range(2):
        pq.write_table(
            table.slice(number * COUNT // 2, COUNT // 2 + number), tmp_path / "archive" / f"{number}.parquet"
        )
    (tmp_path / "piece.py").write_text(PIECES[engine], encoding="utf-8")
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
        "RAY_USAGE_STATS_ENABLED": "0",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "piece.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        timeout=180,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = pq.read_table(tmp_path / "checked").to_pylist()
    (batch,) = table.to_batches()
    expected = check_batch(batch).to_pylist()
    assert sum(len(row["findings"] or ()) for row in expected) > 30
    assert sorted(found, key=by_id) == sorted(expected, key=by_id)


def by_id(row: dict[str, Any]) -> str:
    return str(row["id"])
