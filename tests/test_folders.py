"""The command over folders: which files, in which forms, what is kept, what is told; hooks and the action."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from shapes import DOCX, HTML, MARKDOWN, PLAIN, written

from leadercheck import Checker, _cache, _folders
from leadercheck.errors import DataError
from leadercheck.report import Report

ROOT = Path(__file__).parent.parent
DAY = ("--on", "2026-05-06")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, which is the working directory; the cache beside it."""
    folder = tmp_path / "tin"
    (folder / "cũ").mkdir(parents=True)
    (folder / ".git").mkdir()
    written(folder, "a.txt", PLAIN)
    written(folder, "b.html", HTML["CKEditor"])
    written(folder, "c.md", MARKDOWN["emphasis"])
    written(folder, "d.docx", DOCX["a run a word"])
    written(folder, "e.jpg", b"\xff")
    written(folder, "~$d.docx", b"x")
    written(folder / "cũ", "f.txt", "Trời đẹp.")
    written(folder / ".git", "g.txt", PLAIN)
    monkeypatch.chdir(folder)
    monkeypatch.setenv(_cache.VARIABLE, str(tmp_path / "cache"))
    return folder


def run(*arguments: str, code: int = 0, text: bytes = b"") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "leadercheck", "check", *arguments],
        input=text, capture_output=True, check=False, timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == code, done.stdout.decode() + done.stderr.decode()
    return done.stdout.decode() + done.stderr.decode()


def found(*names: str) -> str:
    return " ".join(Path(name).as_posix() for name in _folders.files(names))


def test_files_of_a_folder(desk: Path) -> None:
    assert found(".") == "a.txt b.html c.md d.docx cũ/f.txt"
    assert found("cũ", "e.jpg", "-") == "cũ/f.txt e.jpg -"
    assert found(str(desk / "cũ")) == (desk / "cũ" / "f.txt").as_posix()
    (desk / "vòng").symlink_to(desk)
    assert "vòng" not in found(".")


IGNORED = [
    ("a suffix", {".": "*.html\n*.docx"}, "a.txt c.md cũ/f.txt"),
    ("a folder", {".": "cũ/"}, "a.txt b.html c.md d.docx"),
    ("a comment, and back in", {".": "# x\n*.*\n!a.*"}, "a.txt"),
    ("from the top", {".": "/f.txt\n/a.txt"}, "b.html c.md d.docx cũ/f.txt"),
    ("inside", {"cũ": "f.*"}, "a.txt b.html c.md d.docx"),
    ("the inner one goes first", {".": "*.txt", "cũ": "!f.txt"}, "b.html c.md d.docx cũ/f.txt"),
]


@pytest.mark.parametrize(("rules", "expected"), [row[1:] for row in IGNORED], ids=[row[0] for row in IGNORED])
def test_ignore_files(desk: Path, rules: dict[str, str], expected: str) -> None:
    for folder, lines in rules.items():
        (desk / folder / _folders.IGNORE_FILE).write_text(lines, encoding="utf-8")
    assert found(".") == expected


def test_an_ignore_file_above_holds_below(desk: Path) -> None:
    (desk / _folders.IGNORE_FILE).write_text("cũ/f.txt", encoding="utf-8")
    assert found("cũ") == found(str(desk / "cũ")) == ""
    assert found("cũ/f.txt") == "cũ/f.txt"


def test_a_pattern_nobody_understands(desk: Path) -> None:
    (desk / _folders.IGNORE_FILE).write_text("!\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"leadercheckignore: .*gitignore"):
        found(".")


def test_all_forms_are_read_by_their_names(desk: Path) -> None:
    data = json.loads(run(".", *DAY, "--format", "json", code=1))
    assert [one["file"] for one in data] == ["a.txt", "b.html", "c.md", "d.docx", "cũ/f.txt"]
    told = [[(f["rule"], f["message"], f["fingerprint"]) for f in one["findings"]] for one in data]
    assert len(told[0]) >= 4
    assert told[0] == told[1] == told[2] == told[3]
    for one in data[1:3]:
        source = Path(one["file"]).read_text(encoding="utf-8")
        assert all(
            re.search(r"[<*]", source[f["start"] : f["end"]]) or source[f["start"] : f["end"]] == f["excerpt"]
            for f in one["findings"]
        )


def test_a_reader_may_be_named(desk: Path) -> None:
    source = "<p>Sáng 6/5, Chủ <b>tịch</b> nước Lương Cường dự lễ."
    shown = run(
        "-", *DAY, "--reader", "html", "--fail-on", "note", "--format", "json", code=1, text=source.encode()
    )
    (finding,) = json.loads(shown)[0]["findings"]
    assert source[finding["start"] : finding["end"]] == "Chủ <b>tịch</b> nước"
    assert "T002" not in run("-", *DAY, text=source.encode(), code=0)


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html"])
def test_every_format(desk: Path, form: str) -> None:
    shown = run(".", *DAY, "--format", form, code=1)
    assert "T002" in shown
    assert run(".", *DAY, "--format", form, "--output", f"../x.{form}", code=1) == ""
    assert (desk.parent / f"x.{form}").read_text(encoding="utf-8") == shown


def test_fixes_are_written_into_all_forms(desk: Path) -> None:
    before = {path.name: path.read_bytes() for path in desk.iterdir() if path.is_file()}
    shown = run(".", *DAY, "--diff", code=1)
    assert shown.count("Cộng hòa xã hội chủ nghĩa") + shown.count("hòa") >= 4
    assert before == {path.name: path.read_bytes() for path in desk.iterdir() if path.is_file()}
    run(".", *DAY, "--fix", code=1)
    after = {path.name: path.read_bytes() for path in desk.iterdir() if path.is_file()}
    assert {name for name in after if after[name] != before[name]} == {"a.txt", "b.html", "c.md", "d.docx"}
    assert "C003" not in run(".", *DAY, code=1)


def test_what_was_checked_is_kept(desk: Path) -> None:
    first = run(".", *DAY, "--format", "json", code=1)
    kept = sorted((desk.parent / "cache").rglob("*.json"))
    assert len(kept) == 5
    assert run(".", *DAY, "--format", "json", code=1) == first
    planted = Report.model_validate_json(kept[0].read_bytes()).model_copy(
        update={"findings": (), "notices": ("từ kho",)}
    )
    for path in kept:
        path.write_text(planted.model_dump_json(by_alias=False), encoding="utf-8")
    assert "từ kho" in run(".", *DAY)
    assert run(".", *DAY, "--format", "json", "--no-cache", code=1) == first
    for changed in (("--on", "2026-05-07"), ("--profile", "../p.toml"), ("--baseline", "../b.txt")):
        Path("../p.toml").write_text('name = "x"\n', encoding="utf-8")
        Path("../b.txt").write_text("0123456789abcdef T002\n", encoding="utf-8")
        assert "từ kho" not in run(".", *(DAY if changed[0] != "--on" else ()), *changed, code=1)
    for path in kept:
        path.write_bytes(b"{broken")
    assert run(".", *DAY, "--format", "json", code=1) == first


def test_one_file_is_not_kept(desk: Path) -> None:
    run("a.txt", *DAY, code=1)
    run("-", *DAY, text=b"x")
    assert not (desk.parent / "cache").exists()


def test_a_folder_that_takes_nothing_is_no_error(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(_cache.VARIABLE, str(desk / "a.txt"))
    assert "T002" in run(".", *DAY, code=1)


def test_reports_are_kept_whole(checker: Checker, tmp_path: Path) -> None:
    cache = _cache.Cache(tmp_path, "x")
    report = checker.check(PLAIN, on=date(2026, 5, 6))
    cache.put("abc", report)
    assert cache.get("abc") == report
    assert cache.get("abd") is None
    (kept,) = tmp_path.rglob("*.json")
    os.utime(kept, (0, 0))
    cache.prune()
    assert cache.get("abc") is None


def test_a_bad_file_does_not_hide_the_others(desk: Path) -> None:
    written(desk, "a2.txt", b"\xff")
    written(desk, "d2.docx", b"PK")
    shown = run(".", *DAY, code=2)
    assert "leadercheck: a2.txt: byte 0 is not UTF-8" in shown
    assert "leadercheck: d2.docx: is no readable .docx" in shown
    assert "c.md:" in shown


def test_an_empty_folder_is_told(desk: Path) -> None:
    (desk / "trống").mkdir()
    assert run("trống") == "trống: không có tệp nào để kiểm tra\n"


def test_long_work_shows_how_far_it_is(desk: Path) -> None:
    for number in range(25):
        written(desk, f"n{number}.txt", "Trời đẹp.")

    def told(*arguments: str) -> bytes:
        """What a terminal shows of the errors' stream."""
        ours, theirs = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "leadercheck", "check", *arguments, *DAY], stdout=subprocess.DEVNULL, stderr=theirs,
            check=False, timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
        )  # fmt: skip
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 65_536):
                shown += chunk
        except OSError:
            pass
        os.close(ours)
        return shown

    assert "Đang kiểm tra" in told(".").decode()
    assert told("a.txt") == b""
    assert "Đang kiểm tra" not in run(".", *DAY, code=1)


def test_the_hooks_call_a_command_there_is() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["leadercheck", "leadercheck-fix"]
    for hook in hooks:
        assert hook["entry"].startswith("leadercheck check ")
        pattern = re.compile(hook["files"])
        assert all(pattern.search(f"x{suffix}") for suffix in _folders.SUFFIXES)
        assert not pattern.search("x.py")
    extras = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert all(f'"{need}"' in extras for hook in hooks for need in hook["additional_dependencies"])


def test_the_hook_checks_what_it_is_given(desk: Path) -> None:
    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    options = hook["entry"].split()[2:]
    assert "T002" in run(*options, *DAY, "a.txt", "c.md", code=1)
    run(*options, *DAY, "cũ/f.txt")


def test_the_action_passes_its_inputs_as_words(desk: Path) -> None:
    """Its last step is run as a shell runs it; no input is ever part of the script."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    assert "${{" not in step["run"]
    named = {
        name: re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1] for name, value in step["env"].items()
    }  # type: ignore[index]
    assert set(named.values()) | {"python-version"} == set(action["inputs"])
    defaults = {name: action["inputs"][given]["default"] for name, given in named.items()}

    def act(**inputs: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/usr/bin/env", "bash", "-euo", "pipefail", "-c", step["run"]], capture_output=True, text=True, check=False, timeout=120,
            env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), **defaults, **inputs},
        )  # fmt: skip

    done = act(DAY="2026-05-06")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=a.txt,line=")
    assert act(DAY="2026-05-06", PATHS="cũ\n\n").returncode == 0
    done = act(
        DAY="2026-05-06",
        PATHS="a.txt\n$(touch hacked)\n`touch hacked`;touch hacked",
        OUTPUT="x.sarif",
        FORMAT="sarif",
    )
    assert done.returncode == 2
    assert not (desk / "hacked").exists()
    assert json.loads((desk / "x.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
