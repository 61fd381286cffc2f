"""Load on the HTTP server over loopback: requests a second, latency, errors, and the memory of its processes.

    python benchmarks/load.py [--seconds 300] [--workers 2] [--json FILE]

Starts `leadercheck serve` itself, sends it one article of 500 syllables again and again, and stops it.
Exit code 1: fewer than 100 requests a second, an error, or memory that grew.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

import httpx

ARTICLES: Final = Path(__file__).parent.parent / "examples" / "articles"
SYLLABLES: Final = 500
LEAST: Final = 100
GROWTH: Final = 1.05
"""Memory is flat when the last fifth of a run needs at most this many times what the second fifth needed."""


@dataclass(slots=True)
class Run:
    """What a run showed."""

    seconds: float = 0
    latencies: list[float] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)
    server: float = 0
    generator: float = 0


def article() -> str:
    """Sample articles up to the length wanted, line ends as they are."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("2026-*.txt")))
    ends = [at for at, letter in enumerate(text) if letter.isspace() and at and not text[at - 1].isspace()]
    return text[: ends[SYLLABLES - 1]]


def resident(processes: Sequence[int]) -> float:
    """The memory of processes in megabytes, pages they share counted in each."""
    pages = [int(Path(f"/proc/{process}/statm").read_text().split()[1]) for process in processes]
    return sum(pages) * 4096 / 1e6


def busy(processes: Sequence[int]) -> float:
    """The processor time of processes so far, in seconds."""
    told = [Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split() for process in processes]
    return sum(int(one[11]) + int(one[12]) for one in told) / os.sysconf("SC_CLK_TCK")


def family(parent: int) -> list[int]:
    """A process and those it started."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [parent, *map(int, children)]


async def press(url: str, seconds: float, clients: int, server: int) -> Run:
    """Clients that send the article as soon as the answer to the last one came."""
    run = Run()
    body = json.dumps({"text": article(), "on": date(2026, 5, 6).isoformat()}).encode()
    ends = time.perf_counter() + seconds

    async def client() -> None:
        limits = httpx.Limits(max_connections=1)
        async with httpx.AsyncClient(base_url=url, limits=limits, timeout=30) as line:
            while time.perf_counter() < ends:
                began = time.perf_counter()
                try:
                    answer = await line.post(
                        "/check", content=body, headers={"Content-Type": "application/json"}
                    )
                    run.answers[str(answer.status_code)] += 1
                except httpx.HTTPError as error:
                    run.answers[type(error).__name__] += 1
                run.latencies.append(time.perf_counter() - began)

    async def watch() -> None:
        while time.perf_counter() < ends:
            run.memory.append(resident(processes))
            await asyncio.sleep(min(1.0, seconds / 25))

    processes = family(server)
    served, own = busy(processes), time.process_time()
    began = time.perf_counter()
    await asyncio.gather(watch(), *(client() for _ in range(clients)))
    run.seconds = time.perf_counter() - began
    run.server, run.generator = busy(processes) - served, time.process_time() - own
    return run


def growth(memory: Sequence[float]) -> float:
    """How many times the second fifth's memory the last fifth's is; before it caches fill."""
    fifth = len(memory) // 5
    return median(memory[-fifth:]) / median(memory[fifth : 2 * fifth])


def summary(run: Run) -> dict[str, object]:
    """The figures of a run."""
    ordered = sorted(run.latencies)
    return {
        "syllables": SYLLABLES,
        "characters": len(article()),
        "seconds": round(run.seconds, 1),
        "requests": len(ordered),
        "per_second": round(len(ordered) / run.seconds, 1),
        "errors": sum(count for answer, count in run.answers.items() if answer != "200"),
        "answers": dict(run.answers),
        "latency_ms": {
            name: round(ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000, 1)
            for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0))
        },
        "cpu_ms_per_request": {
            "server": round(run.server / len(ordered) * 1000, 2),
            "generator": round(run.generator / len(ordered) * 1000, 2),
        },
        "memory_mb": {
            "first": round(run.memory[0]),
            "most": round(max(run.memory)),
            "last": round(run.memory[-1]),
        },
        "memory_growth": round(growth(run.memory), 3),
    }


def is_good(figures: dict[str, object]) -> bool:
    """Whether the server held."""
    return (
        float(str(figures["per_second"])) >= LEAST
        and figures["errors"] == 0
        and float(str(figures["memory_growth"])) <= GROWTH
    )


def serve(workers: int) -> tuple[subprocess.Popen[bytes], str]:
    """A server on a free port of this machine, once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "leadercheck", "serve", "--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603  # its own command
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            httpx.get(f"{url}/health").raise_for_status()
            break
        except httpx.HTTPError:
            time.sleep(0.1)
    else:
        process.kill()
        raise SystemExit("the server does not answer; run `leadercheck serve` by hand to see why")
    time.sleep(2)  # the other workers
    return process, url


def main() -> int:
    """Run, print, and say whether the server held."""
    parser = argparse.ArgumentParser(description="Load on the HTTP server over loopback.")
    parser.add_argument(
        "--seconds", type=float, default=20, help="at most 600; 300 shows whether memory is flat"
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    call = parser.parse_args()
    process, url = serve(call.workers)
    try:
        run = asyncio.run(press(url, min(call.seconds, 600), call.clients, process.pid))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
    figures = {"workers": call.workers, "clients": call.clients, **summary(run)}
    for name, value in figures.items():
        print(f"{name:14} {value}")
    if call.json:
        call.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0 if is_good(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
