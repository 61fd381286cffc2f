"""Pages tell the truth: those made from the code and the facts are kept in step, and the code of all of them runs.

A page that is behind is rewritten, and the test fails once.
"""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from pages import ROOT, Block, Desk, blocks, needs, shows
from vietnamese import localised

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


PAGES = sorted({*DOCS.glob("*.md"), *ROOT.glob("README*.md")} - {DOCS / "register.md"})
NOT_RUN = ("rules.md", "rules.vi.md", "archives.md", "archives.vi.md")
"""Made from the rules; whole programs, which test_engines runs."""


def _is_there(name: str) -> bool:
    """Whether a module or a program is installed."""
    package = find_spec(name.split(".", maxsplit=1)[0])
    return (package is not None and find_spec(name) is not None) or shutil.which(name) is not None


@pytest.mark.parametrize("path", [p for p in PAGES if p.name not in NOT_RUN], ids=lambda p: p.name)
def test_the_code_of_a_page_runs_and_prints_what_the_page_shows(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writes an output that nothing is left out of anew where it is wrong, and fails once."""
    page = path.read_text(encoding="utf-8")
    missing = [name for name in needs(page) if not _is_there(name)]
    if missing and "LEADERCHECK_ALL_EXTRAS" not in os.environ:
        pytest.skip(f"needs {', '.join(missing)}")
    assert not missing, f"{path.name} needs {', '.join(missing)}: pip install -e '.[dev]'"
    monkeypatch.chdir(tmp_path)
    desk, wrong, mended = Desk(tmp_path), [], []
    try:
        for block in blocks(page):
            if block.title:
                desk.save(block)
            if not block.runs:
                continue
            printed = desk.run(block)
            if block.output and not shows(block.output["body"], printed):
                wrong.append(f"{path.name}:{block.line} printed\n{printed}")
                if "…" not in block.output["body"]:
                    mended.append((*block.output.span("body"), printed))
    finally:
        desk.close()
    for start, end, printed in reversed(mended):
        page = page[:start] + printed + page[end:]
    if mended:
        path.write_text(page, encoding="utf-8")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("expected", "printed", "told"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a … (b)\n", "a c d (b)\n", True),
        ("a …\n", "b c\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a\n…\nd\n", "a\nb\n", False),
        ("a.c\n", "abc\n", False),
        ("", "a\n", False),
    ],
)
def test_what_a_page_shows_is_held_against_what_is_printed(
    expected: str, printed: str, *, told: bool
) -> None:
    assert shows(expected, printed) is told


def test_the_first_command_of_the_readme_shows_what_the_program_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    command, shown = re.findall(r"/(leadercheck check [^\n]+)\n```\n\n```text\n(.*?)```", page, re.DOTALL)[0]
    assert shows(shown + "…\n", Desk(tmp_path).run(Block("sh", command, 0)))


def test_every_page_is_there_in_both_languages() -> None:
    """But the tables of the register, which are in Vietnamese."""
    names = {path.name for path in DOCS.glob("*.md")} - {"register.md"}
    english = {name for name in names if not name.endswith(".vi.md")}
    assert {name.replace(".md", ".vi.md") for name in english} == names - english


def test_both_languages_show_the_same_programs() -> None:
    for english in DOCS.glob("*[!i].md"):
        pages = (english, english.with_suffix(".vi.md"))
        if english.name != "register.md":
            first, second = (
                [
                    re.sub(r"#.*", "", b.body)
                    for b in blocks(page.read_text(encoding="utf-8"))
                    if b.language == "python"
                ]
                for page in pages
            )
            assert first == second, english.name


MEASURED = re.compile(r"<!-- report: (\w+) -->\n(.*?)<!-- report end -->", re.DOTALL)


def test_the_measured_figures_are_the_same_in_both_languages() -> None:
    """What benchmarks wrote is rewritten here; what is told in words must be mended by hand."""
    english = (DOCS / "measured.md").read_text(encoding="utf-8")
    vietnamese = (DOCS / "measured.vi.md").read_text(encoding="utf-8")
    reports = dict(MEASURED.findall(english))
    current = MEASURED.sub(
        lambda m: f"<!-- report: {m[1]} -->\n{localised(reports.pop(m[1]))}<!-- report end -->", vietnamese
    )
    assert reports == {}
    assert kept("measured.vi.md", current), "docs/measured.vi.md was rewritten; read the change and commit it"
    swapped = MEASURED.sub("", vietnamese).translate(str.maketrans(",.", ".,"))
    assert figures(swapped) == figures(MEASURED.sub("", english))


def figures(page: str) -> list[float]:
    """The numbers of an English page, sorted."""
    return sorted(float(n.replace(",", "")) for n in re.findall(r"(?:\d+(?:,\d{3})*)?\.?\d+", page))
