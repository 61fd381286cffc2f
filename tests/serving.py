"""A server process for tests: started, waited for, stopped; what it logged."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parent.parent


class Served:
    """A `leadercheck serve` of its own process, on a free port."""

    def __init__(self, log: Path, *options: str, **environment: str) -> None:
        """Start it and wait until it answers."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = log
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "leadercheck", "serve", "--port", str(self.port), *options],
                stderr=errors, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            )  # fmt: skip
        for _ in range(600):
            assert self.process.poll() is None, log.read_text(encoding="utf-8")
            try:
                if httpx.get(f"{self.url}/health").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        self.stop()
        raise AssertionError(f"no answer; {log.read_text(encoding='utf-8')}")

    def stop(self) -> int:
        """End it as a service manager does, and give its exit code."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(60)
        finally:
            self.process.kill()

    def logged(self) -> list[dict[str, Any]]:
        """The lines of its log."""
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]
