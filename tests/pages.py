"""Runs the code of a Markdown page in order, and holds what it prints against what the page shows beneath it.

Run are `python` blocks, in one namespace a page, and `sh` blocks that begin with one of `PROGRAMS`, each command by
itself. A `text` or `json` block right behind one of them is its output; in it "…" stands for anything in the line, and
for any lines where it stands alone. A block with a title is a file of that name. `leadercheck serve` runs until the
page ends.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from click.testing import CliRunner

from leadercheck.__main__ import main

ROOT = Path(__file__).parent.parent
PROGRAMS = ("leadercheck", "python", "curl", "cat", "cp")
SERVER_PORT = "8765"
"""What pages write; another free one is used."""
_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>[\w-]+)(?P<rest>[^\n]*)\n(?P<body>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_NEEDS = re.compile(r"<!-- needs: ([\w., ]+) -->")
_TITLE = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, the file it is, and the block that shows what it prints."""

    language: str
    body: str
    line: int
    title: str | None = None
    output: re.Match[str] | None = None

    @property
    def commands(self) -> list[str]:
        """The commands of a shell block, each in one line."""
        lines = self.body.replace("\\\n", " ").splitlines()
        return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]

    @property
    def runs(self) -> bool:
        """Whether the block is run at all."""
        if self.title or self.language not in ("python", "sh"):
            return False
        if self.language == "python" or self.commands[0].split()[0] in PROGRAMS:
            return True
        assert not any(c.startswith("leadercheck ") for c in self.commands), (
            f"line {self.line} would not be run"
        )
        return False


def needs(page: str) -> list[str]:
    """The modules and programs without which the page cannot be run."""
    found = _NEEDS.search(page)
    return [name.strip() for name in found[1].split(",")] if found else []


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page in order."""
    found = list(_FENCE.finditer(page))
    for match, following in zip(found, [*found[1:], None], strict=False):
        shown = (
            following
            if following
            and following["language"] in ("text", "json")
            and not _TITLE.search(following["rest"])
            and not page[match.end() : following.start()].strip()
            else None
        )
        title = _TITLE.search(match["rest"])
        body = "\n".join(line.removeprefix(match["indent"]) for line in match["body"].split("\n"))
        yield Block(
            match["language"],
            body,
            page.count("\n", 0, match.start()) + 1,
            title[1] if title else None,
            shown,
        )


def shows(expected: str, printed: str) -> bool:
    """Whether a page tells truly what was printed."""
    lines = [
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*?") + r"[ \t]*\n"
        for line in expected.rstrip("\n").split("\n")
    ]
    return re.fullmatch("".join(lines), printed.rstrip("\n") + "\n") is not None


class Desk:
    """The folder in which one page is run: the files it shows, the repository's own, and its server."""

    def __init__(self, folder: Path) -> None:
        """A folder with what the pages name."""
        self.folder = folder
        self._names: dict[str, Any] = {"__name__": "__main__"}
        self._server: subprocess.Popen[bytes] | None = None
        self._port = _free_port()
        for name in ("examples", "data"):
            (folder / name).symlink_to(ROOT / name)
        programs = folder / ".bin"
        programs.mkdir()
        for name, call in (("leadercheck", "-m leadercheck "), ("python", "")):
            (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {call}"$@"\n', encoding="utf-8")
            (programs / name).chmod(0o755)
        self._env = {k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "LC_MESSAGES")} | {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "XDG_CACHE_HOME": str(folder / ".cache"),
        }

    def run(self, block: Block) -> str:
        """What a block prints."""
        body = block.body.replace(SERVER_PORT, self._port)
        if block.language == "python":
            return self._python(body, block.line)
        return "".join(map(self._command, Block("sh", body, block.line).commands))

    def save(self, block: Block) -> None:
        """Write the file that a block is."""
        assert block.title
        (self.folder / block.title).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / block.title).write_text(block.body, encoding="utf-8")

    def close(self) -> None:
        """Stop the server."""
        if self._server:
            self._server.terminate()
            self._server.wait(20)

    def _python(self, code: str, line: int) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile("\n" * line + code, "page", "exec"), self._names)  # noqa: S102  # our own pages
        return printed.getvalue()

    def _command(self, command: str) -> str:
        words = list(shlex.shlex(command, posix=True, punctuation_chars=True))
        assert words[0] in PROGRAMS, f"{command}: blocks that are run hold only {', '.join(PROGRAMS)}"
        if words[:2] == ["leadercheck", "serve"]:
            return self._serve(shlex.split(command)[1:])
        if words[0] == "leadercheck" and not any(set(word) <= set("();<>|&") for word in words):
            done = CliRunner(env=dict.fromkeys(("LANG", "LC_ALL", "LC_MESSAGES"))).invoke(
                main, shlex.split(command, comments=True)[1:], prog_name="leadercheck"
            )
            if done.exception and not isinstance(done.exception, SystemExit):
                raise done.exception
            code, printed = done.exit_code, done.output
        else:
            ran = subprocess.run(
                ["bash", "-c", command],  # noqa: S607
                cwd=self.folder, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                timeout=300,
            )  # fmt: skip
            code, printed = ran.returncode, ran.stdout.decode()
        assert code in ((0, 1) if "check" in words[:2] else (0,)), f"{command}: exit {code}\n{printed}"
        return printed.replace(self._port, SERVER_PORT)

    def _serve(self, arguments: list[str]) -> str:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "leadercheck", *arguments, "--port", self._port],
            cwd=self.folder, env=self._env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _wait(lambda: urlopen(f"http://127.0.0.1:{self._port}/health", timeout=5).close(), self._server)
        return ""


def _wait(reached: Callable[[], None], server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            return reached()
        except (URLError, ConnectionError):
            assert server.poll() is None, "the server stopped"
            assert time.monotonic() < end, "the server did not answer"
            time.sleep(0.1)


def _free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])
