"""Write the tables of the benchmarks into the documentation, from what they wrote with `--json`.

    python benchmarks/report.py RESULTS [--document docs/measured.md]

RESULTS is a folder of accuracy.json, mutate.json, lists.json, reading.json, press.json and speed.json; what is not
there is left as it stands. Each table stands between `<!-- report: NAME -->` and `<!-- report end -->`; the words
around them are written by hand. Only counts are taken: no text of a publisher comes into the document.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from shares import interval

ROOT = Path(__file__).parent.parent
LEVELS = ("error", "warning", "note")
SCORES = {
    "leaders": "registered leaders named, right person",
    "title-only": "title-only references",
    "later": "later references",
    "titles": "titles attached to the right person",
    "not-mistaken": "others not taken for a leader",
    "judged": "present-day titles known to the day: judged",
    "not-called-no": "right text not called “no”",
}
"""The measures of the reading that the document shows."""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in lines)


def percent(share: float) -> str:
    """A share of one with one decimal, 100 % without."""
    return "100 %" if share >= 1 else f"{100 * share:.1f} %"


def accuracy(result: dict[str, Any]) -> str:
    """What is found in published texts, by rule and level."""
    verdicts = result["verdicts"]
    judged = verdicts.get("yes", 0) + verdicts.get("no", 0)
    total = sum(verdicts.values())
    head = (
        f"{result['items']:,} items, {result['referring']:,} of which refer to a registered leader; {total:,} titles of linked "
        f"names, {judged:,} judged ({percent(judged / max(1, total))}).\n\n"
    )
    counts = {rule: Counter(f["severity"] for f in found) for rule, found in result["findings"].items()}
    return head + table(
        ("rule", *(f"{level}s" for level in LEVELS)),
        ([rule, *(row[level] for level in LEVELS)] for rule, row in counts.items()),
    )


def mutate(result: dict[str, Any]) -> str:
    """What is found of errors put into right sentences, by class."""
    rows = [
        (
            name, row["n"], row["persons"], percent(row["found"] / max(1, row["n"])),
            f"[{100 * max(0, row['low']):.1f}, {100 * row['high']:.1f}]",
            " · ".join(str(row["levels"].get(level, 0)) for level in LEVELS),
        )
        for name, row in result["rows"].items()
    ]  # fmt: skip
    return table(("class", "n", "persons", "found", "95 %", "error · warning · note"), rows)


def injected(result: dict[str, Any]) -> str:
    """What each rule says of the untouched news, and what is said of the slips put in that are its own, at any level."""
    said: Counter[str] = Counter()
    for key, n in (result["untouched"]["findings"] | result["untouched"]["off"]).items():
        said[key.split()[0]] += n
    rows = []
    for rule, row in result["injected"].items():
        n, told = row["n"], row["told"]
        low, high = interval(told, n)
        share = (percent(told / n), f"[{100 * low:.1f}, {100 * high:.1f}]") if n else ("–", "–")
        rows.append((rule, said[rule], n, told, row["itself"], *share))
    return table(("rule", "findings untouched", "put in", "told", "by itself", "share told", "95 %"), rows)


def lists(result: dict[str, Any]) -> str:
    """What is said of attendance lists as printed, and of those with two persons exchanged."""
    said = Counter(f"{f['rule']} {f['severity']}" for f in result["findings"])
    rows: list[Sequence[object]] = [
        (f"{manner}: seen as a list", n, result["seen"].get(manner, 0))
        for manner, n in result["lists"].items()
    ]
    rows += [
        (f"exchanged, {rule}: {words}", row[whole], row[key])
        for rule, row in result["swaps"].items()
        for whole, key, words in (("n", "found", "found"), ("offered", "mended", "put back by a fix offered"))
    ]
    told = ", ".join(f"{name} {n}" for name, n in sorted(said.items())) or "nothing"
    return f"Said of the lists as printed: {told}.\n\n" + table(("", "n", "of these"), rows)


def reading(result: dict[str, Any]) -> str:
    """Precision and recall of the reading, by measure, for each set of texts."""
    cells = []
    for key, words in SCORES.items():
        row = [words]
        for part in result.values():
            score = part["scores"]["all"].get(key, {"right": 0, "claimed": 0, "wanted": 0})
            right, claimed, wanted = (score[k] for k in ("right", "claimed", "wanted"))
            row.append(f"{right / max(1, claimed):.3f} · {right / max(1, wanted):.3f} (n = {wanted})")
        cells.append(row)
    return table(
        ("precision · recall", *(f"{name}: {part['texts']} texts" for name, part in result.items())), cells
    )


def press(result: list[dict[str, Any]]) -> str:
    """How many pairs of name and title the register confirms, by level."""
    rows = []
    for level in dict.fromkeys(pair["level"] for pair in result):
        pairs = [pair for pair in result if pair["level"] == level and len(pair["printed"]) > 1]
        confirmed = sum(pair["confirmed"] for pair in pairs)
        rows.append((level, len(pairs), confirmed, percent(confirmed / max(1, len(pairs)))))
    return table(("level", "pairs printed twice or more", "confirmed", "share"), rows)


def speed(result: dict[str, Any]) -> str:
    """Milliseconds an article, the peers beside it, growth, start, a larger register, and two workers."""
    packages = ", ".join(f"{name} {number}" for name, number in result["packages"].items())
    parts = [
        (
            f"leadercheck {result['leadercheck']}, Python {result['python']}, {packages}; {result['rounds']} rounds, "
            f"{result['texts']:,} texts. A check never asks the model, so there is one figure."
        )
    ]
    if rows := result.get("articles"):
        parts.append(
            table(
                ("one check, milliseconds", "articles", "syllables", "median", "p95", "p99", "max"),
                (
                    (
                        name,
                        r["articles"],
                        round(r["syllables"]),
                        *(f"{r[k]:.2f}" for k in ("median", "p95", "p99", "max")),
                    )
                    for name, r in rows.items()
                ),
            )
        )
    if peers := result.get("peers"):
        groups = [name for name in peers if name != "versions"]
        parts.append(
            table(
                ("time over that of leadercheck: median [quartiles]", *groups),
                (
                    (f"{name} ({number})", *(_spread(peers[group][name]["ratio"]) for group in groups))
                    for name, number in peers["versions"].items()
                ),
            )
        )
    if rows := result.get("growth", {}) | {f"own rules: {k}": v for k, v in result.get("own", {}).items()}:
        parts.append(
            table(
                ("growth from a hundredth of the bytes", "megabytes", "seconds", "slope, log–log"),
                (
                    (
                        name,
                        f"{r['points'][-1][0] / 1e6:.1f}",
                        f"{r['points'][-1][1]:.2f}",
                        f"{r['slope']:.2f}",
                    )
                    for name, r in rows.items()
                ),
            )
        )
    if row := result.get("start"):
        parts.append(
            f"Start to the first finding: {_spread(row['ratio'])} times importing pydantic and building one model; "
            f"{row['megabytes']:.0f} MB at most."
        )
    if rows := result.get("register"):
        parts.append(
            table(
                ("register, times its size", "seconds to load", "milliseconds an article", "megabytes"),
                ((name, r["load_s"], r["ms"], r["megabytes"]) for name, r in rows.items()),
            )
        )
    if row := result.get("many"):
        parts.append(f"`check_many(workers=2)` reaches {_spread(row['ratio'])} of two independent processes.")
    return "\n\n".join(parts)


def _spread(row: dict[str, float]) -> str:
    digits = 0 if row["median"] >= 20 else 2
    return f"{row['median']:.{digits}f} [{row['q1']:.{digits}f}, {row['q3']:.{digits}f}]"


TABLES: dict[str, Callable[[Any], str]] = {
    "accuracy": accuracy, "mutate": mutate, "injected": injected, "lists": lists, "reading": reading, "press": press, "speed": speed,
}  # fmt: skip


FILES = {"injected": "mutate"}
"""Tables made of another benchmark's results."""


def written(document: str, name: str, content: str) -> str:
    """The document with a table in its place.

    Raises:
        SystemExit: the document has no such place, or several.
    """
    place = re.compile(rf"(<!-- report: {name} -->\n).*?(<!-- report end -->)", re.DOTALL)
    changed, times = place.subn(lambda found: f"{found[1]}{content}\n{found[2]}", document)
    if times != 1:
        raise SystemExit(f"{name}: the document has {times} places for it; write one <!-- report: {name} -->")
    return changed


def main() -> None:
    """Read the arguments, write the document."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("results", type=Path)
    parser.add_argument("--document", type=Path, default=ROOT / "docs" / "measured.md")
    arguments = parser.parse_args()
    document = arguments.document.read_text(encoding="utf-8")
    for name, show in TABLES.items():
        file = arguments.results / f"{FILES.get(name, name)}.json"
        if file.is_file():
            document = written(document, name, show(json.loads(file.read_text(encoding="utf-8"))))
            print(f"{name}: written")
        else:
            print(f"{name}: left as it is, there is no {file}")
    arguments.document.write_text(document, encoding="utf-8")


if __name__ == "__main__":
    main()
