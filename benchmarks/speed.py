"""How fast leadercheck is, beside what else could look for leaders, on the same texts in the same run.

    python benchmarks/speed.py TEXTS.jsonl [--rounds 15] [--parts articles,peers,growth,own,start,register,many] [--json OUT]

TEXTS has one JSON object a line with a "text". Rounds are interleaved and the figures are medians of the ratios of
each round with their quartiles: absolute times of a shared machine mean little. What runs in this process is timed
by the processor's clock, so that other jobs do not count; a start and two workers by the wall's.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from growth import PROFILES, SHAPES, profile
from peers import SLOW, Peer, ready
from processes import COLD, MANY, REGISTER, START

from leadercheck import Checker, __version__

DAY = date(2018, 5, 6)
MEAN = (400, 600)
"""Syllables of an article of about the mean length."""


def clock(call: Callable[[], object]) -> float:
    """Seconds of processor one call takes."""
    begin = time.process_time()
    call()
    return time.process_time() - begin


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median and quartiles."""
    low, middle, high = statistics.quantiles(values, n=4) if len(values) > 1 else [values[0]] * 3
    return {"q1": low, "median": middle, "q3": high}


def groups(texts: Sequence[str], checker: Checker) -> dict[str, list[str]]:
    """Articles of about the mean length: without a reference to a registered leader, and with one."""
    found: dict[str, list[str]] = {"leader-free": [], "political": []}
    for text in texts:
        if MEAN[0] <= len(text.split()) <= MEAN[1]:
            linked = any(m.status == "linked" for m in checker.check(text, on=DAY).mentions)
            found["political" if linked else "leader-free"].append(text)
    return found


def articles(found: dict[str, list[str]], checker: Checker, rounds: int) -> dict[str, Any]:
    """Milliseconds of one check: each article's median over some rounds, then over the articles."""
    result = {}
    for group, texts in found.items():
        times = [
            statistics.median(
                1000 * clock(partial(checker.check, text, on=DAY)) for _ in range(min(rounds, 7))
            )
            for text in texts
        ]
        cuts = statistics.quantiles(times, n=100)
        syllables = statistics.mean(len(text.split()) for text in texts)
        result[group] = {
            "articles": len(texts), "syllables": syllables, "median": cuts[49], "p95": cuts[94], "p99": cuts[98],
            "max": max(times),
        }  # fmt: skip
    return result


def beside(found: dict[str, list[str]], checker: Checker, rounds: int, few: int) -> dict[str, Any]:
    """How many times longer each peer takes than a check, on the same articles of the same round."""
    peers = ready(checker.roster)
    result: dict[str, Any] = {"versions": {name: number for name, (_, number) in peers.items()}}
    for peer, _ in peers.values():
        peer("Chủ tịch nước Tô Lâm tiếp Đại sứ.")
    for group, texts in found.items():
        chosen = random.Random(7).sample(texts, min(40, len(texts)))
        ratios: dict[str, list[float]] = {name: [] for name in peers}
        spent: dict[str, list[float]] = {name: [] for name in (*peers, "leadercheck")}
        for number in range(rounds):
            order = list(peers)
            random.Random(number).shuffle(order)
            for name in order:
                own = chosen[:few] if name in SLOW else chosen
                one = _a_text(partial(checker.check, on=DAY), own)
                other = _a_text(peers[name][0], own)
                ratios[name].append(other / one)
                spent[name].append(1000 * other)
                if name not in SLOW:
                    spent["leadercheck"].append(1000 * one)
        result[group] = {
            name: {"ratio": spread(ratios[name]), "ms": statistics.median(spent[name])} for name in peers
        } | {"leadercheck": {"ms": statistics.median(spent["leadercheck"] or [math.nan])}}
    return result


def _a_text(peer: Peer, texts: Sequence[str]) -> float:
    begin = time.process_time()
    for text in texts:
        peer(text)
    return (time.process_time() - begin) / len(texts)


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Of time over length, both as logarithms, by least squares."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    x, y = statistics.mean(xs), statistics.mean(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def growth(checker: Checker, article: str, sizes: Sequence[int]) -> dict[str, Any]:
    """Seconds and slope of each shape from the shortest text to the longest."""
    result = {}
    for name, shape in SHAPES.items():
        points = []
        for size in sizes:
            text = shape(article, size)
            length = len(text.encode())
            times = [clock(partial(checker.check, text, on=DAY)) for _ in range(3 if size < 10**6 else 1)]
            points.append((length, min(times)))
        result[name] = {"points": points, "slope": slope(points)}
        print(
            f"  {name:28} slope {result[name]['slope']:.2f}   {points[-1][1]:.2f} s for {points[-1][0] / 1e6:.1f} MB"
        )
    return result


def own(sizes: Sequence[int]) -> dict[str, Any]:
    """Seconds and slope with own rules that are as hostile as the bounds of a profile allow."""
    result = {}
    for name, forms in PROFILES.items():
        checker, points = Checker(profile=profile(forms)), []
        checker.check("a a b0 a b1 b2 a0 ", on=DAY)
        for size in sizes:
            text = "a a b0 a b1 b2 a0 " * (size // 18)
            points.append((len(text), clock(partial(checker.check, text, on=DAY))))
        result[name] = {"points": points, "slope": slope(points)}
        print(
            f"  own rules, {name:20} slope {result[name]['slope']:.2f}   {points[-1][1]:.2f} s for {points[-1][0] / 1e6:.1f} MB"
        )
    return result


def child(code: str, *arguments: str) -> tuple[float, list[str]]:
    """Seconds until a new process prints its first line, and all its lines.

    Its modules are compiled once and kept in a folder of their own, as an installed package keeps them.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "leadercheck-speed")
    command, root = [sys.executable, "-c", code, *arguments], Path(__file__).parent.parent
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root, env=environment) as process:  # noqa: S603
        first = process.stdout.readline() if process.stdout else ""
        seconds = time.perf_counter() - begin
        rest = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit(f"a measured process failed with {process.returncode}")
    return seconds, (first + rest).split("\n")


def start(rounds: int) -> dict[str, Any]:
    """Import, register, automaton and first finding, beside the import of pydantic with one model built."""
    child(COLD), child(START)
    rows = [(child(COLD)[0], *child(START)) for _ in range(rounds)]
    return {
        "ratio": spread([ours / theirs for theirs, ours, _ in rows]),
        "pydantic_s": statistics.median(theirs for theirs, _, _ in rows),
        "leadercheck_s": statistics.median(ours for _, ours, _ in rows),
        "megabytes": statistics.median(float(lines[1]) for _, _, lines in rows),
    }


def register(texts: Path, rounds: int) -> dict[str, Any]:
    """Start, memory and time an article with a register up to ten times larger."""
    result = {}
    for times in (1, 2, 5, 10):
        rows = [json.loads(child(REGISTER, str(times), str(texts))[1][0]) for _ in range(max(3, rounds // 5))]
        result[str(times)] = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
        print(f"  {times:2} times: {result[str(times)]}")
    return result


def many(texts: Path, rounds: int) -> dict[str, Any]:
    """`check_many(workers=2)` beside two independent processes that share the articles."""
    ratios = []
    for _ in range(max(3, rounds // 3)):
        row = json.loads(child(MANY, str(texts))[1][0])
        ratios.append(row["two"] / row["many"])
    return {"ratio": spread(ratios)}


def show(result: dict[str, Any]) -> None:
    """Print what was measured but not printed on the way."""
    for group, row in result.get("articles", {}).items():
        print(f"{group}: {row['articles']} articles of {row['syllables']:.0f} syllables; median {row['median']:.2f} ms, "
              f"p95 {row['p95']:.2f}, p99 {row['p99']:.2f}, max {row['max']:.2f}")  # fmt: skip
    for group, rows in result.get("peers", {}).items():
        if group == "versions":
            print(", ".join(f"{name}: {number}" for name, number in rows.items()))
            continue
        print(f"{group}: leadercheck {rows['leadercheck']['ms']:.2f} ms")
        for name, row in rows.items():
            if "ratio" in row:
                r = row["ratio"]
                print(
                    f"  {name:30} {row['ms']:9.2f} ms   {r['median']:9.2f} times [{r['q1']:.2f}, {r['q3']:.2f}]"
                )
    if row := result.get("start"):
        print(f"start: {row['leadercheck_s']:.3f} s, {row['ratio']['median']:.2f} times pydantic "
              f"[{row['ratio']['q1']:.2f}, {row['ratio']['q3']:.2f}], {row['megabytes']:.0f} MB")  # fmt: skip
    if row := result.get("many"):
        print(f"check_many(workers=2): {row['ratio']['median']:.2f} of two processes "
              f"[{row['ratio']['q1']:.2f}, {row['ratio']['q3']:.2f}]")  # fmt: skip


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--few", type=int, default=3, help="articles a round for the slow peers")
    parser.add_argument("--parts", default="articles,peers,growth,own,start,register,many")
    parser.add_argument(
        "--largest", type=int, default=10_000_000, help="bytes of the longest text of `growth`"
    )
    parser.add_argument(
        "--json", type=Path, help="where to write the figures, part by part, over those of other parts"
    )
    arguments = parser.parse_args()
    parts = arguments.parts.split(",")
    if not arguments.texts.is_file():
        raise SystemExit(f"{arguments.texts}: not found; give a file with one JSON object a line")
    lines = arguments.texts.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    checker = Checker()
    packages = ("pydantic", "ahocorasick-rs", "regex", "rapidfuzz")
    result: dict[str, Any] = {
        "leadercheck": __version__, "python": platform.python_version(), "machine": platform.machine(),
        "roster_as_of": checker.roster.as_of.isoformat(), "rounds": arguments.rounds, "texts": len(texts),
        "packages": {name: version(name) for name in packages},
    }  # fmt: skip
    print(", ".join(f"{key} {value}" for key, value in result.items()))
    keep = partial(_kept, arguments.json)
    found = groups(texts, checker) if {"articles", "peers"} & set(parts) else {}
    sizes = [int(arguments.largest / 10 ** (step / 2)) for step in (4, 3, 2, 1, 0)]
    file = arguments.texts.resolve()
    steps: dict[str, Callable[[], dict[str, Any]]] = {
        "articles": lambda: articles(found, checker, arguments.rounds),
        "peers": lambda: beside(found, checker, arguments.rounds, arguments.few),
        "own": lambda: own([10_000, 100_000, 1_000_000]),
        "start": lambda: start(arguments.rounds),
        "register": lambda: register(file, arguments.rounds),
        "many": lambda: many(file, arguments.rounds),
        "growth": lambda: growth(checker, max(texts, key=len), sizes),
    }
    for part in (name for name in steps if name in parts):
        result[part] = steps[part]()
        show({part: result[part]})
        keep(result)


def _kept(file: Path | None, result: dict[str, Any]) -> None:
    """Write what is measured so far over what a file holds of other parts."""
    if file:
        before = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        file.write_text(json.dumps(before | result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
