"""What `speed.py` runs in processes of its own: the start, a larger register, and two workers.

`python -c` gets these texts, so that nothing is imported before the clock runs.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

DAY = date(2018, 5, 6)
COLD = "from pydantic import BaseModel\nclass Model(BaseModel):\n    x: int\nModel(x=1)\nprint(0, flush=True)"
START = """
import leadercheck
from datetime import date
report = leadercheck.check("Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc.", on=date(2026, 5, 6))
assert report.findings[0].rule == "T002"
import sys
sys.path.insert(0, "benchmarks")
print("found", flush=True)
from processes import peak
print(peak(), flush=True)
"""
REGISTER = (
    "import sys\nsys.path.insert(0, 'benchmarks')\nfrom processes import register\nregister(*sys.argv[1:])"
)
LOADED = "import sys\nsys.path.insert(0, 'benchmarks')\nfrom processes import loaded\nloaded(*sys.argv[1:])"
MANY = "import sys\nsys.path.insert(0, 'benchmarks')\nfrom processes import many\nmany(*sys.argv[1:])"


def peak() -> float:
    """Megabytes this program had at most; what `getrusage` says includes the process that started it. Linux only."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def larger(times: int) -> dict[str, Any]:
    """The package's register, its people and tenures once more for each further time, under invented names."""
    from leadercheck._data import read  # noqa: PLC0415

    data: dict[str, Any] = json.loads(read(None)[1])
    drawn = random.Random(5)
    syllables = sorted({word for person in data["persons"] for word in person["name"].split()})
    people, held = list(data["persons"]), list(data["tenures"])
    for copy in range(1, times):
        for person in people:
            name = " ".join([person["name"].split()[0], *drawn.sample(syllables, 2)])
            data["persons"].append({"id": f"{person['id']}-{copy}", "name": name})
        for tenure in held:
            moved = {"id": f"{tenure['id']}-{copy}", "person": f"{tenure['person']}-{copy}"}
            data["tenures"].append(tenure | moved)
    return data


def register(times: str, texts: str) -> None:
    """Print seconds to load, milliseconds an article and megabytes with a register so many times larger."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leaders.json"
        path.write_text(json.dumps(larger(int(times)), ensure_ascii=False), encoding="utf-8")
        subprocess.run([sys.executable, "-c", LOADED, str(path), texts], check=True)  # noqa: S603


def loaded(path: str, texts: str) -> None:
    """Load a register, check some articles, print what it took."""
    from leadercheck import Checker, Roster  # noqa: PLC0415

    begin = time.process_time()
    checker = Checker(roster=Roster.load(path))
    seconds = time.process_time() - begin
    articles = _articles(texts)[:300]
    for text in articles:
        checker.check(text, on=DAY)
    begin = time.process_time()
    for text in articles:
        checker.check(text, on=DAY)
    spent = time.process_time() - begin
    row = {
        "load_s": round(seconds, 3),
        "ms": round(1000 * spent / len(articles), 3),
        "megabytes": round(peak()),
    }
    print(json.dumps(row), flush=True)


def _articles(texts: str) -> list[str]:
    with Path(texts).open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _half(articles: list[str]) -> None:
    from leadercheck import Checker  # noqa: PLC0415

    checker = Checker()
    for text in articles:
        checker.check(text, on=DAY)


def many(texts: str) -> None:
    """Print the seconds of `check_many(workers=2)` and of two processes that each make a checker and take half."""
    from leadercheck import Checker  # noqa: PLC0415

    articles = _articles(texts)
    begin = time.perf_counter()
    count = sum(1 for _ in Checker().check_many(((text, DAY) for text in articles), workers=2))
    shared = time.perf_counter() - begin
    assert count == len(articles)  # noqa: S101
    begin = time.perf_counter()
    context = get_context("fork")
    both = [context.Process(target=_half, args=(articles[part::2],)) for part in (0, 1)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    print(json.dumps({"many": shared, "two": time.perf_counter() - begin}), flush=True)
