"""Audit an archive of articles with Ray Data, on this machine or on all nodes of a cluster.

    python examples/archive_audit.py ARCHIVE OUT --column on=date --column outlet=source

ARCHIVE holds Parquet or JSONL files with the columns `id`, `on`, `outlet`, and `text` or `parts`. OUT receives
`rows/*.parquet` (a row for each article), `log.jsonl` (a line for each shard) and `summary.html`. Started again after a
kill it goes on where it was.

With `--before-register` or `--before-profile` it asks the inverse question: what would be said otherwise than by that
earlier register or profile? Then `rows` holds the articles that the change touches. On a cluster both folders must be
seen by every node under the same name, and leadercheck[archive] be installed there.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import archive_page
import archive_shards
import archive_worker
import ray
from archive_worker import Auditor, Side

import leadercheck


def waiting(archive: Path, out: Path, plan: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The shards whose results are not there; half results of a killed run are swept away.

    Raises:
        DataError: the folder holds the results of another plan, or a file of the archive is broken.
    """
    rows = out / "rows"
    rows.mkdir(parents=True, exist_ok=True)
    _agree(out / "plan.json", plan)
    archive_shards.sweep(rows)
    ready = archive_shards.done(rows)
    tasks = [asdict(shard) for shard in archive_shards.shards(archive, plan["shard_bytes"])]
    left = [task for task in tasks if task["key"] not in ready]
    print(f"{len(tasks):,} shards, {len(tasks) - len(left):,} of them done before", file=sys.stderr)
    return left


def audit(
    tasks: list[dict[str, Any]], out: Path, settings: Mapping[str, Any], workers: int | None
) -> list[str]:
    """Audit shards on the cluster that was joined, with one `Auditor` a worker, and print the progress.

    Returns:
        What failed, a line a shard; they are tried again on the next run.
    """
    size = min(len(tasks), workers or int(ray.cluster_resources()["CPU"]))
    results = ray.data.from_items(tasks, override_num_blocks=len(tasks)).map(
        Auditor,
        fn_constructor_kwargs={"rows": str(out / "rows"), **settings},
        compute=ray.data.ActorPoolStrategy(size=size),
        num_cpus=1,
    )
    failed = []
    progress = _Progress(len(tasks))
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        for told in results.iter_rows():
            progress.add(told)
            print(json.dumps(told, ensure_ascii=False), file=log, flush=True)
            if told["failed"]:
                failed.append(f"{told['path']} ({told['key']}): {told['failed']}")
    return failed


class _Progress:
    """One line on standard error, at most one a second; the time counts from the first shard's beginning."""

    def __init__(self, shards: int) -> None:
        self.shards, self.done, self.articles, self.findings = shards, 0, 0, 0
        self.began, self.shown = math.inf, 0.0

    def add(self, told: Mapping[str, Any]) -> None:
        self.done += 1
        self.articles += told["articles"]
        self.findings += told["findings"]
        self.began = min(self.began, told["began"])
        if told["ended"] - self.shown < 1 and self.done < self.shards:
            return
        self.shown, spent = told["ended"], max(told["ended"] - self.began, 0.001)
        print(
            f"{self.done:,}/{self.shards:,} shards · {self.articles:,} articles · {self.findings:,} findings · "
            f"{self.articles / spent:,.0f}/s · {spent / self.done * (self.shards - self.done):,.0f} s left",
            file=sys.stderr,
            flush=True,
        )


def _agree(path: Path, plan: Mapping[str, Any]) -> None:
    told = json.dumps(plan, indent=1, ensure_ascii=False)
    if path.is_file() and (kept := json.loads(path.read_text(encoding="utf-8"))) != json.loads(told):
        other = ", ".join(sorted(k for k in kept.keys() | plan.keys() if kept.get(k) != plan.get(k)))
        raise leadercheck.errors.DataError(
            f"{path}: these results were made otherwise ({other}); give another folder, or delete this one"
        )
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(told, encoding="utf-8")
    draft.replace(path)


def _column(pair: str) -> tuple[str, str]:
    name, equals, theirs = pair.partition("=")
    if name not in archive_shards.COLUMNS or not equals:
        raise argparse.ArgumentTypeError(
            f"{pair!r} is not NAME=THEIRS with a NAME of {', '.join(archive_shards.COLUMNS)}"
        )
    return name, theirs


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Audit an archive of articles with Ray Data.")
    parser.add_argument("archive", type=Path, metavar="ARCHIVE", help="a folder of .parquet or .jsonl files")
    parser.add_argument(
        "out", type=Path, metavar="OUT", help="the folder of the results; its run is taken up"
    )
    parser.add_argument(
        "--column", type=_column, action="append", default=[], metavar="NAME=THEIRS",
        help=f"how the archive calls a column ({', '.join(archive_shards.COLUMNS)})",
    )  # fmt: skip
    for prefix, what in (("", "to judge by"), ("before-", "to compare with: the inverse question")):
        parser.add_argument(f"--{prefix}register", metavar="FILE", help=f"the facts {what}")
        parser.add_argument(
            f"--{prefix}overlay", action="append", default=[], metavar="FILE", help=f"facts {what}"
        )
        parser.add_argument(f"--{prefix}profile", metavar="FILE", help=f"the house style {what}")
    parser.add_argument(
        "--compare",
        action="store_true",
        help="ask the inverse question; what is not named before is the package's",
    )
    parser.add_argument(
        "--workers", type=int, metavar="N", help="as many as there are processors, if left out"
    )
    parser.add_argument(
        "--address", help='a Ray cluster, "auto" for the one of this node; if left out, this machine'
    )
    parser.add_argument(
        "--shard-mb", type=float, default=4, metavar="MB", help="size of a shard, 4 if left out"
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Audit or compare, then write the summary.

    Returns:
        0: all is done. 1: some shards failed and are named. 2: the call cannot be done.
    """
    call = _arguments(arguments)
    archive, out = call.archive.resolve(), call.out.resolve()
    side = _side(call.register, call.overlay, call.profile)
    before = _side(call.before_register, call.before_overlay, call.before_profile)
    settings = {
        "columns": dict(call.column),
        "side": side,
        "before": before if call.compare or before != Side() else None,
    }
    try:
        if out.is_relative_to(archive):
            raise leadercheck.errors.DataError(f"{out}: is part of the archive; give a folder beside it")
        plan = {
            "version": leadercheck.__version__,
            "side": side.identity(),
            "before": settings["before"] and before.identity(),
            "columns": settings["columns"],
            "shard_bytes": max(1, int(call.shard_mb * 2**20)),
            "archive": archive_shards.identity(archive),
        }
        tasks = waiting(archive, out, plan)
        failed = []
        if tasks:
            _start(call.address, call.workers)
            failed = audit(tasks, out, settings, call.workers)
    except (leadercheck.LeadercheckError, OSError, ray.exceptions.RayError) as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        ray.shutdown()
    for line in failed:
        print(line, file=sys.stderr)
    page = archive_page.render(out / "rows", side.checker(), before.checker() if settings["before"] else None)
    (out / "summary.html").write_text(page, encoding="utf-8")
    print(out / "summary.html")
    return int(bool(failed))


def _side(register: str | None, overlays: Sequence[str], profile: str | None) -> Side:
    """The files under names that hold in every folder a worker may be started in."""
    whole = [str(Path(name).resolve()) if name else None for name in (register, profile)]
    return Side(whole[0], tuple(str(Path(name).resolve()) for name in overlays), whole[1])


def _start(address: str | None, workers: int | None) -> None:
    """Join the cluster, or make one of this machine whose store is small: only a line a shard goes through it."""
    for module in (archive_shards, archive_worker):
        ray.cloudpickle.register_pickle_by_value(module)  # other nodes have the package, not this folder
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # it would report to its makers over the network
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    if address:
        ray.init(address=address, **quiet)
    else:
        ray.init(num_cpus=workers, include_dashboard=False, object_store_memory=80 << 20, **quiet)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)


if __name__ == "__main__":
    sys.exit(main())
