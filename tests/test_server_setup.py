"""`leadercheck serve` before anything listens, and a rule that fails."""

import asyncio
import io
import logging
import logging.config
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

import leadercheck
from leadercheck import Checker, _server_cli
from leadercheck.__main__ import main
from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Flag
from leadercheck.server import engine, run
from leadercheck.server.app import create
from leadercheck.server.logs import CONFIG
from leadercheck.server.settings import Settings

MARK = "KHÔNGĐƯỢCGHILẠI"


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings that would be served with."""
    seen: list[Settings] = []
    monkeypatch.setattr(run, "run", seen.append)
    monkeypatch.delenv("LEADERCHECK_API_KEY", raising=False)
    return seen


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_it_listens_on_this_machine_alone(set_up: list[Settings]) -> None:
    done = CliRunner().invoke(main, ["serve", "--port", str(free_port())])
    assert (done.exit_code, done.output) == (0, "")
    assert set_up[0].host == "127.0.0.1"
    assert set_up[0].origins == ()


@pytest.mark.parametrize(("key", "warned"), [(None, True), ("x", False)])
def test_other_machines_need_a_host_and_without_a_key_a_warning_says_so(
    set_up: list[Settings], monkeypatch: pytest.MonkeyPatch, key: str | None, *, warned: bool
) -> None:
    monkeypatch.setattr(_server_cli, "_test_address", lambda *_: None)
    if key:
        monkeypatch.setenv("LEADERCHECK_API_KEY", key)
    done = CliRunner().invoke(main, ["serve", "--host", "0.0.0.0"])  # noqa: S104
    assert ("--api-key-file" in done.output) is warned
    assert done.exit_code == 0
    assert set_up[0].host == "0.0.0.0"  # noqa: S104


def test_a_key_comes_from_a_file_and_reaches_the_workers(
    set_up: list[Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "key"
    path.write_text("bí mật\n", encoding="utf-8")
    monkeypatch.setenv("LEADERCHECK_SERVER", "{}")
    CliRunner().invoke(main, ["serve", "--port", str(free_port()), "--api-key-file", str(path)])
    monkeypatch.setenv("LEADERCHECK_API_KEY", "another")
    set_up[0].hand_over()
    assert Settings.handed_over() == set_up[0]
    assert "bí mật" not in repr(set_up[0])


def test_a_port_that_is_taken_is_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = CliRunner().invoke(main, ["serve", "--port", str(taken.getsockname()[1])])
    assert done.exit_code == 2
    assert "choose another --port" in done.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--api-key-file", "none"], "none: cannot be read"),
        (["--profile", "none.toml"], "none.toml: cannot be read"),
        (["--overlay", "none.json"], "none.json: cannot be read"),
    ],
)
def test_a_wrong_file_is_one_line(options: list[str], said: str) -> None:
    done = CliRunner().invoke(main, ["serve", "--port", str(free_port()), *options])
    assert done.exit_code == 2
    assert said in done.output


def test_without_the_extra_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_server_cli, "find_spec", lambda name: None if name == "fastapi" else sys)
    done = CliRunner().invoke(main, ["serve"])
    assert done.exit_code == 2
    assert "serve needs fastapi: pip install 'leadercheck[server]'" in done.output


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the server logs, as it would stand on standard error."""
    logging.config.dictConfig(CONFIG)
    logger = logging.getLogger("leadercheck.server")
    handler = logger.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    handler.setStream(written)
    yield written
    logger.handlers.clear()
    logging.getLogger("uvicorn").handlers.clear()


def test_a_rule_that_fails_is_told_without_the_text(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
        raise KeyError(article.text.source)

    failing = Checker(rules=[replace(leadercheck.RULES[0], check=check)])
    monkeypatch.setattr(engine, "checker_of", lambda *_: failing)
    app = create(Settings())

    async def post(path: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            sent = {"text": f"{MARK}: Thủ tướng Phạm Minh Chính", "language": "vi"}
            if path == "/check":
                return await client.post(path, json={"text": sent["text"]})
            return await client.post(path, data=sent)

    for path in ("/check", "/v2/check"):
        answer = asyncio.run(post(path))
        assert answer.status_code == 500
        assert answer.headers["x-request-id"] in answer.text
    assert MARK not in log.getvalue()
    assert f"rule {leadercheck.RULES[0].id}" in log.getvalue()
    assert "test_server_setup.py" in log.getvalue()
