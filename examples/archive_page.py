"""The summary of an audit as one HTML page: counted from the results file by file, drawn as SVG, everything escaped."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import jinja2
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from leadercheck import RULES, Checker, __version__
from leadercheck.changes import changes

LEVELS: Final = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}
NEWLY: Final = {"error": "lỗi mới", "warning": "cảnh báo mới", "note": "ghi chú mới", "gone": "không còn"}
"""What is counted: the severities; in a comparison, what has come, and what was said before and is not now."""
MISNAMED: Final = ("T", "N")
"""The families of rules about a person's title and name."""
WORST: Final = 100
ROWS: Final = 20
"""Bars of a plot; the rest are one bar."""
WIDTH: Final = 960
HEIGHT: Final = 220
Counts = dict[Any, Counter[str]]


@dataclass(slots=True)
class Totals:
    """What the page tells; a hundred articles and a few counters, however large the archive."""

    articles: int = 0
    touched: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    months: Counts = field(default_factory=lambda: defaultdict(Counter))
    rules: Counts = field(default_factory=lambda: defaultdict(Counter))
    outlets: Counts = field(default_factory=lambda: defaultdict(Counter))
    people: Counts = field(default_factory=lambda: defaultdict(Counter))
    unreadable: Counter[str] = field(default_factory=Counter)
    examples: list[Mapping[str, Any]] = field(default_factory=list)
    worst: list[tuple[Any, ...]] = field(default_factory=list)

    def add(self, batch: pa.RecordBatch) -> None:
        """Count a batch of results."""
        self.articles += batch.num_rows
        month = pc.strftime(batch.column("on"), format="%Y-%m")
        for series, column in ((self.months, month), (self.outlets, batch.column("outlet"))):
            for entry in pc.value_counts(column).to_pylist():
                series[entry["values"]]["articles"] += entry["counts"]
        listed = [n for n in ("findings", "gone") if n in batch.schema.names]
        telling = pc.is_valid(batch.column("error"))
        for name in listed:
            telling = pc.or_(
                telling, pc.greater(pc.fill_null(pc.list_value_length(batch.column(name)), 0), 0)
            )
        for row in batch.filter(telling).to_pylist():
            self._row(row)

    def _row(self, row: dict[str, Any]) -> None:
        if row["error"]:
            self.unreadable[row["error"].split(":")[0]] += 1
            if len(self.examples) < ROWS:
                self.examples.append(row)
        found = [
            *((f["severity"], f) for f in row["findings"] or ()),
            *(("gone", f) for f in row.get("gone") or ()),
        ]
        if not found:
            return
        self.touched += 1
        weight: Counter[str] = Counter(level for level, _ in found)
        self.levels += weight
        self.months[row["on"].strftime("%Y-%m")] += weight
        self.outlets[row["outlet"]] += weight
        for level, finding in found:
            self.rules[finding["rule"]][level] += 1
            if finding["person"] and finding["rule"][0] in MISNAMED:
                self.people[finding["person"]][level] += 1
        rank = (*(weight[level] for level in NEWLY), row["on"], row["shard"], row["row"])
        keep = heapq.heappush if len(self.worst) < WORST else heapq.heappushpop
        keep(self.worst, (rank, row))


def count(rows: Path) -> Totals:
    """The totals of all results of a folder."""
    totals = Totals()
    wanted = ["id", "on", "outlet", "error", "findings", "gone", "around", "shard", "row"]
    for path in sorted(rows.glob("*.parquet")):
        with pq.ParquetFile(path) as file:
            names = [n for n in wanted if n in file.schema_arrow.names]
            for batch in file.iter_batches(4096, columns=names):
                totals.add(batch)
    return totals


def render(rows: Path, checker: Checker, before: Checker | None = None) -> str:
    """The page.

    Args:
        rows: the folder of the results.
        checker: what the articles were judged by.
        before: what it was compared with.
    """
    totals = count(rows)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"number": number, "day": lambda on: f"{on:%d/%m/%Y}" if on else "không rõ ngày"}
    names = {rule.id: rule for rule in checker.rules} | {rule.id: rule for rule in RULES}
    persons = checker.roster.persons
    page: str = environment.get_template("archive_page.html").render(
        totals=totals,
        levels=LEVELS if before is None else {**LEVELS, **NEWLY},
        months=months(totals.months),
        plots=[
            (
                "Theo quy tắc",
                "rules",
                bars(totals.rules, lambda i: f"{i} {names[i].name}" if i in names else i),
            ),
            ("Theo báo, chuyên mục", "outlets", bars(totals.outlets, lambda name: name or "(không ghi)")),
            (
                "Người được nói tới" if before else "Người hay bị viết sai tên, chức danh",
                "people",
                bars(totals.people, lambda i: persons[i].name if i in persons else i),
            ),
        ],
        worst=[told(row) for _, row in sorted(totals.worst, key=lambda item: item[0], reverse=True)],
        roster=checker.roster,
        version=__version__,
        compared=before is not None,
        changes=changes(before.roster, checker.roster) if before else [],
    )
    return page


def told(row: Mapping[str, Any]) -> dict[str, Any]:
    """An article to read: each finding with the words around it."""
    shown = row["findings"] or row.get("gone") or []
    found = [
        {"level": f["severity"], "around": around, **f}
        for f, around in zip(shown, row["around"], strict=True)
    ]
    if row["findings"]:
        found += [{"level": "gone", "around": None, **f} for f in row.get("gone") or ()]
    else:
        found = [f | {"level": "gone"} for f in found]
    return {**row, "found": found}


def number(value: float) -> str:
    """The number as it is written in Vietnamese: 12.345 and 0,5."""
    written = f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"
    return written.translate(str.maketrans(",.", ".,"))


def bars(series: Counts, name: Any) -> list[dict[str, Any]]:
    """Rows of a bar plot, the longest first, with the segments of each in its levels."""
    order = sorted(series.items(), key=lambda item: (-_sum(item[1]), str(item[0])))
    rows = [(name(key), counts) for key, counts in order[:ROWS] if _sum(counts)]
    if rest := sum((c for _, c in order[ROWS:]), Counter()):
        rows.append((f"{len(order) - ROWS} mục khác", rest))
    longest = max((_sum(counts) for _, counts in rows), default=1)
    return [
        {
            "name": label,
            "counts": counts,
            "sum": _sum(counts),
            "rate": 1000 * _sum(counts) / counts["articles"] if counts["articles"] else None,
            "segments": list(_segments(counts, WIDTH * 0.5 / longest)),
        }
        for label, counts in rows
    ]


def months(series: Counts) -> dict[str, Any]:
    """The columns of the plot over time, every month between the first and the last, and its axes."""
    known = sorted(m for m in series if m)
    labels = list(_between(known[0], known[-1])) if known else []
    top = _round_up(max((_sum(series[m]) for m in labels if m in series), default=1))
    step = WIDTH / max(len(labels), 12)
    columns = [
        {
            "x": index * step,
            "name": f"{int(label[5:])}/{label[:4]}",
            "counts": series.get(label, Counter()),
            "segments": list(_segments(series.get(label, Counter()), HEIGHT / top)),
            "year": label[:4] if label.endswith("-01") or index == 0 else "",
        }
        for index, label in enumerate(labels)
    ]
    every = 1 if len(labels) <= 14 else 12
    years = [c for c in columns if c["year"]]
    gap = max(1, -(-len(years) // 16))
    ticks = columns if every == 1 else [c for n, c in enumerate(years) if n % gap == 0]
    return {
        "columns": columns, "width": max(1.0, step * 0.82), "height": HEIGHT, "total": WIDTH,
        "ticks": [{"x": c["x"], "name": c["name"] if every == 1 else c["year"]} for c in ticks],
        "grid": [{"y": HEIGHT * (1 - n / 4), "value": top * n // 4} for n in range(5)],
    }  # fmt: skip


def _between(first: str, last: str) -> Iterator[str]:
    day, end = date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01")
    while day <= end:
        yield f"{day:%Y-%m}"
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _segments(counts: Mapping[str, int], scale: float) -> Iterator[dict[str, Any]]:
    place = 0.0
    for level in NEWLY:
        if counts.get(level):
            yield {"level": level, "start": round(place, 2), "size": round(counts[level] * scale, 2)}
            place += counts[level] * scale


def _sum(counts: Mapping[str, int]) -> int:
    return sum(counts.get(level, 0) for level in NEWLY)


def _round_up(value: int) -> int:
    """The next round number that four grid lines divide."""
    steps: Iterable[int] = (4 * factor * 10**power for power in range(12) for factor in (1, 2, 3, 5))
    return next(step for step in steps if step >= value)
