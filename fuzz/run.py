"""Fuzz one target, or all, and keep what reached new code beside the seeds.

    python fuzz/run.py [TARGET] [--runs 100000] [--keep FOLDER]

Needs the extra `fuzz`. A crash is written to `fuzz/corpus/TARGET/crash-…`: mend it and leave the file there, for
`tests/test_fuzz_rows.py` runs every file of the corpus.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
RUNS = {"check": 1_000_000}
"""How often a target runs in a night, where not 100,000 times."""
NAMES = ("check", "profile", "overlay", "baseline", "html", "markdown", "docx", "docx-xml")
"""Those of `targets.TARGETS`, which is imported only under the fuzzer's eyes."""


def one(name: str, runs: int, keep: Path) -> None:
    """Fuzz one target in this process; libFuzzer ends it."""
    import atheris  # noqa: PLC0415

    sys.path.insert(0, str(HERE))
    with atheris.instrument_imports(include=["leadercheck"]):
        import targets  # noqa: PLC0415
    keep.mkdir(parents=True, exist_ok=True)
    seeds = HERE / "corpus" / name
    options = [
        f"-runs={runs}", "-max_len=4096", "-timeout=60", "-rss_limit_mb=4096", f"-dict={HERE / 'tokens.dict'}",
        f"-artifact_prefix={seeds}/", "-print_final_stats=1", "-verbosity=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(keep), str(seeds)], targets.TARGETS[name])
    atheris.Fuzz()


def main() -> None:
    """Read the arguments; several targets run one after the other, each in a process of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", nargs="?", choices=NAMES)
    parser.add_argument("--runs", type=int)
    parser.add_argument(
        "--keep", type=Path, default=HERE / "found", help="where inputs that reached new code go"
    )
    arguments = parser.parse_args()
    if arguments.target:
        runs = arguments.runs or RUNS.get(arguments.target, 100_000)
        one(arguments.target, runs, arguments.keep / arguments.target)
        return
    failed = [
        name
        for name in NAMES
        if subprocess.run([sys.executable, __file__, name, *sys.argv[1:]], check=False).returncode  # noqa: S603
    ]
    if failed:
        sys.exit(f"a crash in {', '.join(failed)}: see fuzz/corpus")


if __name__ == "__main__":
    main()
