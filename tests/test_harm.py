"""No text and no file makes leadercheck run code, open a connection, or touch a path it was not given."""

import ast
import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import leadercheck

ROOT = Path(leadercheck.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))
SERVERS = ("server", "_server", "lsp", "_lsp")
"""How modules begin that listen where they are told to; nothing else may know of a network."""
RUNS_CODE = {"eval", "exec", "compile", "__import__"}
READS_CODE = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "ctypes", "code", "runpy"}
TALKS = {
    "socket", "ssl", "http", "urllib", "requests", "httpx", "ftplib", "smtplib", "telnetlib", "xmlrpc", "asyncio",
    "webbrowser", "socketserver",
}  # fmt: skip
STARTS = {"subprocess", "pty"}
WRONG = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc và phát biểu.\n"


def imports(tree: ast.AST) -> set[str]:
    """The first words of all modules a source imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names - {"urllib.parse"}}


def calls(tree: ast.AST) -> set[str]:
    """The bare names a source calls."""
    return {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}


def attributes(tree: ast.AST) -> set[tuple[str, str]]:
    """What a source takes from a bare name: ("os", "system")."""
    return {
        (n.value.id, n.attr)
        for n in ast.walk(tree)
        if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)
    }


def harmful(source: str, *, listens: bool = False) -> set[str]:
    """What a source does that none may do."""
    tree = ast.parse(source)
    banned = READS_CODE | STARTS | (set() if listens else TALKS)
    shells = {
        f"os.{name}" for module, name in attributes(tree) if module == "os" and name in ("system", "popen")
    }
    return (calls(tree) & RUNS_CODE) | (imports(tree) & banned) | shells


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_source_runs_text_as_code_or_talks(path: Path) -> None:
    assert (
        harmful(path.read_text(encoding="utf-8"), listens=path.relative_to(ROOT).parts[0].startswith(SERVERS))
        == set()
    )


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("eval('1')", {"eval"}),
        ("import pickle", {"pickle"}),
        ("from urllib.request import urlopen", {"urllib"}),
        ("import os\nos.system('x')", {"os.system"}),
        ("import re\nre.compile('x')", set()),
    ],
)
def test_the_harness_sees_harm(source: str, found: set[str]) -> None:
    assert harmful(source) == found


AUDITED = """
import sys
import leadercheck, leadercheck.__main__, leadercheck.nlp
from leadercheck import baseline
seen = []
def watch(event, arguments):
    if event.partition(".")[0] in ("socket", "subprocess", "pickle", "ctypes", "urllib", "http", "ftplib", "smtplib"):
        seen.append(event)
    elif event in ("os.system", "os.exec", "os.fork", "os.posix_spawn"):
        seen.append(event)
    elif event == "open" and isinstance(arguments[0], (str, bytes)):
        seen.append(f"open {arguments[0]} {arguments[1]}")
    elif event in ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.rmtree"):
        seen.append(f"{event} {arguments[0]}")
import json, importlib
"""


def watched(code: str, folder: Path) -> list[str]:
    """What a process does while it runs some code, beside reading modules of the library and of Python."""
    script = AUDITED + textwrap.dedent(code) + "\nprint('SEEN', json.dumps(seen))"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=folder, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT.parent), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert "SEEN" in result.stdout, result.stderr
    seen: list[str] = json.loads(result.stdout.rpartition("SEEN ")[2])
    return [
        one
        for one in seen
        if not (one.startswith("open ") and one.endswith((".py r", ".pyc r", ".so r", " None")))
    ]


def test_only_the_given_files_are_opened(tmp_path: Path) -> None:
    article, house, accepted = tmp_path / "article.txt", tmp_path / "house.toml", tmp_path / "accepted"
    article.write_text(
        WRONG + "../../etc/passwd file:///etc/passwd https://example.vn <!-- leadercheck: ignore -->"
    )
    house.write_text(
        'name = "/etc/passwd"\n[[own]]\nid = "X001"\nmessage = "m"\ncitation = "/etc/passwd"\nforbid = ["a"]\n'
    )
    accepted.write_text("0123456789abcdef /etc/passwd\n")
    code = f"""
    sys.addaudithook(watch)
    arguments = ["check", {str(article)!r}, "--profile", {str(house)!r}, "--baseline", {str(accepted)!r}, "--fix",
                 "--on", "2026-05-06", "--format", "json"]
    leadercheck.__main__.main(arguments, standalone_mode=False)
    """
    seen = watched(code, tmp_path)
    allowed = (str(tmp_path), str(ROOT.parent / "data"), str(ROOT / "data"))
    assert [one for one in seen if not any(f" {place}" in one for place in allowed)] == []
    assert any(one.startswith(f"open {article}") for one in seen)
    assert not any("/etc/passwd" in one for one in seen)


def test_a_check_writes_nothing_and_asks_nobody(tmp_path: Path) -> None:
    code = f"""
    sys.addaudithook(watch)
    text = {WRONG!r} * 20
    checker = leadercheck.Checker()
    report = checker.check(text)
    leadercheck.fix(text, report, unsafe=True)
    report.model_dump_json()
    """
    seen = watched(code, tmp_path)
    assert {one.split()[-1] for one in seen} <= {"r", "rb"}
    assert {Path(one.split(" ")[1]).name for one in seen} <= {"leaders.json"}
    assert list(tmp_path.iterdir()) == []


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    assert watched("sys.addaudithook(watch)\nimport socket\nsocket.socket()", tmp_path) == ["socket.__new__"]


MEND = """
import os, signal, sys
from pathlib import Path
import leadercheck.__main__
{before}
leadercheck.__main__.main(["check", "--fix", sys.argv[1], "--on", "2026-05-06"])
"""
CUTS = {
    "while it is written": "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)",
    "before it is put in place": "Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)",
    "after it is put in place": "put = Path.replace\nPath.replace = lambda *a: (put(*a), os.kill(os.getpid(), signal.SIGKILL))",
}
LONG = "".join(f"Số {n}.\nCộng Hòa Xã Hội Chủ Nghĩa Việt Nam.\n" for n in range(2_000))


def mend(path: Path, before: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MEND.format(before=before), str(path)], capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT.parent)},
    )  # fmt: skip


def test_a_kill_in_the_middle_of_a_fix_leaves_a_whole_file(tmp_path: Path) -> None:
    whole = tmp_path / "whole.txt"
    whole.write_text(LONG, encoding="utf-8")
    assert mend(whole, "").returncode in (0, 1)
    fixed = whole.read_text(encoding="utf-8")
    assert fixed != LONG
    for name, before in CUTS.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(LONG, encoding="utf-8")
        assert mend(path, before).returncode == -signal.SIGKILL
        assert path.read_text(encoding="utf-8") == (fixed if name.startswith("after") else LONG)


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(LONG, encoding="utf-8")
    before = (
        "import resource\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))"
    )
    result = mend(path, before)
    assert result.returncode == 2
    assert f"{path}: cannot be written" in result.stderr
    assert "nothing was changed" in result.stderr
    assert path.read_text(encoding="utf-8") == LONG
    assert [p.name for p in tmp_path.iterdir()] == ["article.txt"]
