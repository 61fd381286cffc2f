"""Pages made from the code and the facts are kept in step: a changed one is rewritten, and the test fails once."""

import subprocess
import sys
from pathlib import Path

from leadercheck import RULES
from leadercheck.writers import handbook

DOCS = Path(__file__).parent.parent / "docs"


def kept(name: str, current: str) -> bool:
    path = DOCS / name
    recorded = path.read_text(encoding="utf-8") if path.is_file() else ""
    if recorded != current:
        path.write_text(current, encoding="utf-8")
    return recorded == current


def test_the_handbook_of_rules() -> None:
    assert kept("rules.md", handbook.render(RULES)), (
        "docs/rules.md was rewritten; read the change and commit it"
    )


def test_the_coverage_of_the_register() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "leadercheck", "roster", "stats"], capture_output=True, text=True, check=True,
        cwd=DOCS.parent,
    )  # fmt: skip
    page = "# Độ phủ của dữ liệu\n\nTrang này do lệnh `leadercheck roster stats` viết ra.\n\n" + done.stdout
    assert kept("register.md", page), "docs/register.md was rewritten; read the change and commit it"
