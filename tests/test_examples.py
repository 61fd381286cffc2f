"""The sample articles keep their recorded reports, and the sample programs run."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from leadercheck import Checker
from leadercheck.writers import terminal

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLES = sorted((EXAMPLES / "articles").glob("*.txt"))


def day_of(path: Path) -> date:
    """The day of an article stands in front of its name."""
    return date.fromisoformat(path.name[:10])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_an_article_keeps_its_report(checker: Checker, path: Path) -> None:
    """Rewrites a changed report and fails once."""
    text = path.read_text(encoding="utf-8")
    shown = terminal.render(checker.check(text, on=day_of(path)), text, name=path.name)
    golden = EXAMPLES / "reports" / path.name
    recorded = golden.read_text(encoding="utf-8") if golden.is_file() else ""
    if recorded != shown:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert recorded == shown, f"{golden} was rewritten; read the change and commit it"


def test_there_are_articles_of_several_years_and_some_are_silent() -> None:
    reports = [(EXAMPLES / "reports" / p.name).read_text(encoding="utf-8") for p in ARTICLES]
    assert len(ARTICLES) >= 8
    assert len({p.name[:4] for p in ARTICLES}) >= 3
    assert 2 <= sum(bool(re.search(r"lỗi\[", r)) for r in reports) < len(reports)


def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(EXAMPLES / name), *arguments], capture_output=True, text=True, check=False,
        cwd=EXAMPLES.parent, env={"PYTHONPATH": ".", "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def test_the_hook_blocks_on_errors_only() -> None:
    blocked = run("embed.py", str(EXAMPLES / "articles" / "2026-05-06-tiep-dai-su.txt"), "--on", "2026-05-06")
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    passed = run("embed.py", str(EXAMPLES / "articles" / "2024-07-20-tin-buon.txt"), "--on", "2024-07-20")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert run("embed.py", "none.txt", "--on", "2024-07-20").returncode == 2


def test_the_document_example_runs() -> None:
    done = run("document.py")
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
