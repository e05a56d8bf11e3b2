"""A real server for tests: `brouwerij serve` with an instance of its own, on a free port.

Its processes come from the nursery, which spares each of them the importing.
"""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask

from brouwerij import create_app
from brouwerij.cli import SERVING
from brouwerij.config import from_environment
from tests.support.nursery import nursery

START_SECONDS = 30
PLAIN = "threading"
"""The async mode of commands that serve nothing."""


class Server:
    """A server process, and an app over the same instance to look behind it."""

    def __init__(self, instance: Path, **settings: str) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.settings = {
            "BROUWERIJ_INSTANCE": str(instance),
            "BROUWERIJ_HOST": "127.0.0.1",
            "BROUWERIJ_PORT": str(self.port),
            "BROUWERIJ_CONNECTIONS": "500",
            **settings,
        }
        self._log = instance.parent / f"{instance.name}.log"
        self._process: Any = None
        self._app: Flask | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The environment of its processes: ours without settings, and its own."""
        ours = ("BROUWERIJ_", "DATABASE_URL", "REDIS_URL", "SECRET_KEY")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return {**kept, **self.settings}

    @property
    def app(self) -> Flask:
        """An app in this process over the same database, to make and read things with."""
        if self._app is None:
            kept = {n: v for n, v in self.settings.items() if n != "BROUWERIJ_BREAK"}
            self._app = create_app(from_environment(kept))
        return self._app

    @property
    def pid(self) -> int:
        assert self._process is not None
        return int(self._process.pid)

    @property
    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = self._launch(["serve"], self._log, self._log)
        until = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"the server did not start:\n{self.log}")
            time.sleep(0.05)

    def _launch(self, words: Sequence[str], out: Path, err: Path) -> Any:
        """The process, with what a Popen has."""
        mode = self.settings.get("BROUWERIJ_ASYNC", "eventlet") if words[0] in SERVING else PLAIN
        return nursery(mode).start(words, self.environment, out, err)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def stop(self, seconds: float = 10) -> int:
        """Tell it to stop; its exit code."""
        assert self._process is not None
        self._process.terminate()
        try:
            return int(self._process.wait(seconds))
        finally:
            self.kill()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def ended(self, seconds: float = 20) -> int:
        """Wait until it ended by itself; how it did."""
        assert self._process is not None
        return int(self._process.wait(seconds))

    def run(self, *words: str, seconds: float = 120) -> subprocess.CompletedProcess[str]:
        """Run a `brouwerij` command with the server's settings. Raises TimeoutExpired."""
        with tempfile.TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            process = self._launch(words, out, err)
            try:
                code = process.wait(seconds)
            finally:
                process.kill()
                process.wait()
            return subprocess.CompletedProcess(words, code, out.read_text(), err.read_text())


@contextmanager
def serving(instance: Path, **settings: str) -> Iterator[Server]:
    """A server that is up, and is stopped afterwards."""
    instance.mkdir(parents=True, exist_ok=True)
    server = Server(instance, **settings)
    server.start()
    try:
        yield server
    finally:
        server.kill()
        close_app(server)


def close_app(server: Server) -> None:
    """Let go of the databases of a server's app in this process."""
    if server._app is not None:
        let_go(server._app)


def let_go(app: Flask) -> None:
    """Close the database connections of an app."""
    from brouwerij.extensions import db
    from brouwerij.store.gate import writer

    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    writer(app).close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
