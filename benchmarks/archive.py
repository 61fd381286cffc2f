"""How fast an archive is audited, how that grows with workers, what it needs, and that nothing is lost.

    python benchmarks/archive.py CORPUS [--articles 100000] [--rounds 1] [--only STEP …] [--work FOLDER] [--json OUT]

The dated items of the corpus are repeated into a JSONL archive. Measured are `check_many`, processes that know nothing
of each other, and `examples/archive_audit.py` (Ray Data) with one worker and with two; `kills` kills the audit three
times on its way and compares every row with `check_many`. Rates count from the first worker's first article to the
last one's last: Ray's own start, told apart, is the same for ten million articles. `per_cpu_second` counts the
workers' processor time, which a busy machine changes less. Needs leadercheck[archive].
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from hashlib import sha256
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq
from corpus import items

from leadercheck import Checker

ROOT: Final = Path(__file__).parent.parent
FILES: Final = 8
KILLS: Final = 3
STEPS: Final = ("check_many", "independent", "engine", "kills", "full")
CLUSTERS: Final = ((1, 2), (1, 16), (4, 16), (10, 16))
"""Nodes and processors of each in the estimate."""


def replicate(corpus: Path, archive: Path, count: int) -> None:
    """Write the items again and again, each time with another id, into `FILES` files."""
    archive.mkdir(parents=True)
    known = list(items(corpus))
    numbered = enumerate(islice(cycle(known), count))
    for number in range(FILES):
        share = count // FILES + (number < count % FILES)
        with (archive / f"{number}.jsonl").open("w", encoding="utf-8") as file:
            for n, item in islice(numbered, share):
                record = {"id": f"{item.id}/{n // len(known)}", "on": item.on.isoformat(), "text": item.text}
                print(json.dumps(record, ensure_ascii=False), file=file)


def articles(archive: Path, first: int = 0, step: int = 1) -> Iterator[tuple[str, str, date]]:
    """Id, text and day of each article of every `step`-th file."""
    for path in sorted(archive.glob("*.jsonl"))[first::step]:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield record["id"], record["text"], date.fromisoformat(record["on"])


def digest(findings: list[dict[str, Any]]) -> str:
    """The same for the same findings, every field of them."""
    return sha256(json.dumps(findings, sort_keys=True).encode()).hexdigest()[:16] if findings else ""


def check_many(archive: Path, workers: int) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """What `check_many` says, as (id, digest), and its rate."""
    ids = [ident for ident, _, _ in articles(archive)]
    began, spent = time.time(), cpu()
    reports = Checker().check_many(((text, on) for _, text, on in articles(archive)), workers=workers)
    said = [
        (ident, digest([f.model_dump(mode="json") for f in report.findings]))
        for ident, report in zip(ids, reports, strict=True)
    ]
    return said, {"rate": len(said) / (time.time() - began), "per_cpu_second": len(said) / (cpu() - spent)}


def cpu() -> float:
    """Seconds of the processor that this process and its ended children have taken."""
    taken = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(t.ru_utime + t.ru_stime for t in taken)


def independent(archive: Path, processes: int) -> dict[str, Any]:
    """The rate of processes that each read and check their own files."""
    before = cpu()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(alone, [archive] * processes, range(processes), [processes] * processes))
    spent = max(ended for _, ended, _ in done) - min(began for began, _, _ in done)
    count = sum(count for _, _, count in done)
    return {"rate": count / spent, "per_cpu_second": count / (cpu() - before)}


def alone(archive: Path, first: int, step: int) -> tuple[float, float, int]:
    """Check a share in a plain loop; gives its begin, its end and the number of articles."""
    checker = Checker()
    began, count = time.time(), 0
    for _, text, on in articles(archive, first, step):
        checker.check(text, on=on)
        count += 1
    return began, time.time(), count


def start(archive: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    """The audit as a user starts it."""
    program = ROOT / "examples" / "archive_audit.py"
    return subprocess.Popen(  # noqa: S603  # the arguments are our own
        [sys.executable, str(program), str(archive), str(out), "--workers", str(workers), "--shard-mb", "1"],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def engine(archive: Path, out: Path, workers: int) -> dict[str, Any]:
    """The rate of the audit, its start-up, and the peak memory of a worker early and at the end."""
    began = time.time()
    if start(archive, out, workers).wait():
        raise SystemExit("the audit failed; run examples/archive_audit.py by hand to see why")
    whole = time.time() - began
    log = [json.loads(line) for line in (out / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    spent = max(told["ended"] for told in log) - min(told["began"] for told in log)
    early = [told["peak_mb"] for told in log[: max(workers, len(log) // 5)]]
    count = sum(told["articles"] for told in log)
    return {
        "rate": count / spent,
        "per_cpu_second": count / sum(told["cpu"] for told in log),
        "seconds_beside": whole - spent,
        "peak_mb_first_fifth": max(early),
        "peak_mb": max(told["peak_mb"] for told in log),
        "workers_used": len({told["worker"] for told in log}),
    }


def kills(archive: Path, out: Path, said: list[tuple[str, str]]) -> dict[str, Any]:
    """Kill the audit at each quarter of its way, let the last run end, and compare the rows."""
    shards = sum(-(-path.stat().st_size // 2**20) for path in archive.glob("*.jsonl"))
    done = []
    for number in range(1, KILLS + 1):
        run = start(archive, out, 2)
        while run.poll() is None and len(list((out / "rows").glob("*.parquet"))) < shards * number // 4:
            time.sleep(0.01)
        if run.poll() is not None:
            raise SystemExit("the audit ended before it was killed; take more articles")
        run.send_signal(signal.SIGKILL)
        run.wait()
        done.append(len(list((out / "rows").glob("*.parquet"))))
        time.sleep(3)  # its orphans end
    start(archive, out, 2).wait()
    rows = [
        (row["id"], digest(row["findings"]) if row["error"] is None else row["error"])
        for path in sorted((out / "rows").glob("*.parquet"))
        for row in pq.read_table(path, columns=["id", "findings", "error"]).to_pylist()
    ]
    return {
        "kills": KILLS,
        "shards": shards,
        "done_at_kill": done,
        "rows": len(rows),
        "lost": len(set(said) - set(rows)),
        "twice": len(rows) - len({ident for ident, _ in rows}),
        "with_findings": sum(bool(d) for _, d in rows),
        "identical": rows == said,
    }


def full(corpus: Path) -> dict[str, Any]:
    """The rate of one process on the full articles of the corpus."""
    known = list(items(corpus, ("news_2017",)))
    checker = Checker()
    began, spent = time.time(), cpu()
    for item in known:
        checker.check(item.text, on=item.on)
    return {
        "articles": len(known),
        "code_points": round(statistics.mean(len(item.text) for item in known)),
        "rate": len(known) / (time.time() - began),
        "per_cpu_second": len(known) / (cpu() - spent),
    }


def estimate(rate: float, kind: str, millions: int = 10) -> Iterator[str]:
    """Hours for so many articles, by what a worker does in a second of its processor.

    Linear in the processors, and these with nothing else to do: measured are two.
    """
    for nodes, processors in CLUSTERS:
        hours = millions * 1e6 / (rate * nodes * processors) / 3600
        yield (
            f"{millions},000,000 {kind} / ({rate:,.0f}/s × {nodes} nodes × {processors} processors) = {hours:.2f} h"
        )


def measure(corpus: Path, work: Path, count: int, rounds: int, steps: tuple[str, ...]) -> dict[str, Any]:
    """All the steps; each round is told with the load of the machine before it."""
    archive = work / "archive"
    replicate(corpus, archive, count)
    told: dict[str, Any] = {"articles": count, "processors": os.cpu_count(), "rounds": []}
    said: list[tuple[str, str]] = []

    def note(name: str, result: dict[str, Any], load: float) -> None:
        result = {k: round(v, 2) if isinstance(v, float) else v for k, v in result.items()}
        told["rounds"].append({"step": name, "load": round(load, 2), **result})
        print(
            f"{name}: " + ", ".join(f"{k} {v}" for k, v in result.items()) + f" (load {load:.1f})", flush=True
        )

    for number in range(rounds):
        for workers in (1, 2):
            if "check_many" in steps or ("kills" in steps and not said and workers == 2):
                load = os.getloadavg()[0]
                said, result = check_many(archive, workers)
                note(f"check_many {workers}", result, load)
            if "independent" in steps:
                load = os.getloadavg()[0]
                note(f"independent {workers}", independent(archive, workers), load)
            if "engine" in steps:
                load = os.getloadavg()[0]
                note(f"engine {workers}", engine(archive, work / f"out-{number}-{workers}", workers), load)
    if "full" in steps:
        note("full", full(corpus), os.getloadavg()[0])
    if "kills" in steps:
        note("kills", kills(archive, work / "killed", said), os.getloadavg()[0])
    return told


def conclude(told: dict[str, Any]) -> None:
    """Add ratios of the medians, by the clock and by processor time, and the estimate."""
    median: dict[str, dict[str, float]] = {"rate": {}, "per_cpu_second": {}}
    for unit, found in median.items():
        for step in {entry["step"] for entry in told["rounds"] if unit in entry}:
            found[step] = statistics.median(e[unit] for e in told["rounds"] if e["step"] == step)
    for name, unit, above, below in (
        ("engine over check_many, two workers, by the clock", "rate", "engine 2", "check_many 2"),
        (
            "engine over check_many, two workers, by processor time",
            "per_cpu_second",
            "engine 2",
            "check_many 2",
        ),
        ("engine, two workers over one", "rate", "engine 2", "engine 1"),
        ("independent processes, two over one", "rate", "independent 2", "independent 1"),
    ):
        found = median[unit]
        if above in found and below in found:
            told[name] = round(found[above] / found[below], 3)
            print(f"{name}: {told[name]}")
    told["estimate"] = [
        line
        for step, kind in (("engine 2", "articles like the corpus"), ("full", "full articles"))
        if step in median["per_cpu_second"]
        for line in estimate(median["per_cpu_second"][step], kind)
    ]
    print("\n".join(told["estimate"]))


def main() -> None:
    """Measure, print, and write JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=STEPS, default=STEPS)
    parser.add_argument("--work", type=Path, help="an empty folder to work in; kept")
    parser.add_argument("--json", type=Path)
    call = parser.parse_args()
    work = call.work or Path(tempfile.mkdtemp())
    try:
        told = measure(call.corpus, work, call.articles, call.rounds, tuple(call.only))
        conclude(told)
        if call.json:
            call.json.write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")
    finally:
        if not call.work:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
