"""Pages made from the code and the facts are kept in step: a changed one is rewritten, and the test fails once."""

import subprocess
import sys
from pathlib import Path

import pytest

from leadercheck import RULES
from leadercheck.rule import Lang
from leadercheck.writers import handbook

DOCS = Path(__file__).parent.parent / "docs"


def kept(name: str, current: str) -> bool:
    path = DOCS / name
    recorded = path.read_text(encoding="utf-8") if path.is_file() else ""
    if recorded != current:
        path.write_text(current, encoding="utf-8")
    return recorded == current


@pytest.mark.parametrize(("name", "lang"), [("rules.md", "en"), ("rules.vi.md", "vi")])
def test_the_handbook_of_rules(name: str, lang: Lang) -> None:
    assert kept(name, handbook.render(RULES, lang)), (
        f"docs/{name} was rewritten; read the change and commit it"
    )


def test_both_languages_have_the_same_words_to_fill() -> None:
    assert list(handbook.WORDS["en"]) == list(handbook.WORDS["vi"])


def test_the_coverage_of_the_register() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "leadercheck", "roster", "stats"], capture_output=True, text=True, check=True,
        cwd=DOCS.parent,
    )  # fmt: skip
    page = "# Độ phủ của dữ liệu\n\nTrang này do lệnh `leadercheck roster stats` viết ra.\n\n" + done.stdout
    assert kept("register.md", page), "docs/register.md was rewritten; read the change and commit it"
