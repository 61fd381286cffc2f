"""What all rules find in the project's own texts is kept; a change of a rule shows here what it does elsewhere."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from leadercheck import RULES, Checker

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))
import golden  # noqa: E402
import report  # noqa: E402

KEPT = ROOT / "tests" / "golden" / "findings.json"


def test_the_findings_are_those_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """Rewrites the golden file and fails once when the findings changed."""
    texts = [
        (path.name[:10], path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "examples" / "articles").glob("*.txt"))
    ]
    for name in ("articles", "sentences"):
        rows = (ROOT / "benchmarks" / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        texts += [(row["on"], row["id"], row["text"]) for row in map(json.loads, rows)]
    checker = Checker(rules=[rule.id for rule in RULES])
    found: golden.Findings = {}
    for on, ident, text in texts:
        for finding in checker.check(text, on=date.fromisoformat(on)).findings:
            found.setdefault(finding.rule, []).append(f"{ident} {finding.fingerprint} {finding.severity}")
    changed = golden.compare(KEPT, found)
    assert not changed, (
        f"the golden file was rewritten; commit it if this is meant:\n{capsys.readouterr().out}"
    )


def test_what_is_gained_and_lost_is_told() -> None:
    before = {"T001": ["a 1 error", "b 2 note"], "T002": ["c 3 error"]}
    after = {"T001": ["a 1 error", "b 2 error"], "N001": ["d 4 error"], "T002": ["c 3 error"]}
    assert golden.changes(before, after) == [
        "N001: 0 → 1", "  + d 4 error", "T001: 2 → 2", "  + b 2 error", "  - b 2 note",
    ]  # fmt: skip


def test_a_golden_file_is_kept_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kept.json"
    assert golden.compare(path, {"T001": ["b", "a"]})
    assert not golden.compare(path, {"T001": ["a", "b"]})
    capsys.readouterr()
    assert golden.compare(path, {"T001": ["a"]})
    assert capsys.readouterr().out == "T001: 2 → 1\n  - b\n"


DOCUMENT = "# x\n<!-- report: lists -->\nold\n<!-- report end -->\nby hand\n<!-- report: press -->\n<!-- report end -->\n"


def test_a_table_goes_to_its_place() -> None:
    once = report.written(DOCUMENT, "lists", "| new |")
    assert once == DOCUMENT.replace("old", "| new |")
    assert report.written(once, "lists", "| new |") == once
    with pytest.raises(SystemExit, match="speed: the document has 0 places"):
        report.written(DOCUMENT, "speed", "x")


def test_every_table_has_its_place_in_the_document() -> None:
    document = (ROOT / "docs" / "measured.md").read_text(encoding="utf-8")
    for name in report.TABLES:
        report.written(document, name, "x")


def test_the_tables_are_made_of_counts() -> None:
    lists = {
        "lists": {"segment": 9},
        "seen": {"segment": 4},
        "swaps": {"O001": {"n": 3, "found": 2, "offered": 2, "mended": 1}},
        "findings": [],
    }
    assert report.lists(lists).splitlines()[-2:] == [
        "| exchanged, O001: found | 3 | 2 |",
        "| exchanged, O001: put back by a fix offered | 2 | 1 |",
    ]
    said = {"findings": {"T001 error": 1, "T001 note": 2}, "off": {"C001 warning": 4}}
    put_in = {"C001": {"n": 0, "told": 0, "itself": 0}, "T001": {"n": 4, "told": 3, "itself": 2}}
    assert report.injected({"untouched": said, "injected": put_in}).splitlines()[2:] == [
        "| C001 | 4 | 0 | 0 | 0 | – | – |",
        "| T001 | 3 | 4 | 3 | 2 | 75.0 % | [30.1, 95.4] |",
    ]
    score = {"right": 1, "claimed": 2, "wanted": 4}
    reading = report.reading({"gold": {"texts": 7, "scores": {"all": {"leaders": score}}}})
    assert "| registered leaders named, right person | 0.500 · 0.250 (n = 4) |" in reading
    pair = {"level": "national", "printed": [1, 2], "confirmed": True}
    assert report.press([pair, pair | {"confirmed": False}]).endswith("| national | 2 | 1 | 50.0 % |")
