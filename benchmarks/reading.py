"""How well an article is read: references, who is meant, titles, frames, days, and what is judged of them.

    python benchmarks/reading.py [GOLD] [--corpus-gold FOLDER] [--json OUT] [--misses N] [--no-baseline]

GOLD is the project's own marking (`benchmarks/gold`, its README says how it is marked). FOLDER is a marking of real
news; the files it refers to stand beside it. The baseline is underthesea's `ner` and an exact look-up of its names;
behind it stands the same reading with the model's help.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from reading_baseline import baseline
from reading_marks import read_corpus, read_gold
from reading_model import show_model
from reading_scores import Tally, measure
from reading_tables import show, show_misses

from leadercheck import Checker

HERE: Final = Path(__file__).resolve().parent / "gold"


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="?", default=HERE)
    parser.add_argument("--corpus-gold", type=Path, help="a folder of hand-marked real news")
    parser.add_argument("--json", type=Path, help="where to write everything, to read on")
    parser.add_argument("--misses", type=int, default=0, help="cases printed of each measure")
    parser.add_argument("--no-baseline", action="store_true", help="leave underthesea out")
    arguments = parser.parse_args()
    checker = Checker()
    sets = {"gold": list(read_gold(arguments.gold))}
    if arguments.corpus_gold:
        sets["corpus"] = list(read_corpus(arguments.corpus_gold, checker.roster))
    result: dict[str, Any] = {}
    for name, rows in sets.items():
        tally = measure(rows, checker)
        base = None if arguments.no_baseline else baseline(rows, checker.roster)
        show(f"{name}: {len(rows)} texts, {sum(len(r.references) for r in rows)} references", tally, base)
        if not arguments.no_baseline:
            show_model(rows, checker)
        show_misses(tally, arguments.misses)
        result[name] = {
            "texts": len(rows), "scores": _plain(tally), "baseline": _plain(base) if base else None,
            "misses": tally.misses,
        }  # fmt: skip
    if arguments.json:
        arguments.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


def _plain(tally: Tally) -> dict[str, dict[str, dict[str, int]]]:
    return {g: {m: asdict(s) for m, s in scores.items()} for g, scores in tally.scores.items()}


if __name__ == "__main__":
    main()
