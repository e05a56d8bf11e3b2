"""Servers that start in a third of a second, for tests that end many: see forking.py."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.server import Server

START_SECONDS = 60


class Forked:
    """A process of the nursery, with as much of Popen as a Server needs."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._handle = os.pidfd_open(pid)

    def poll(self) -> int | None:
        return 0 if select.select([self._handle], [], [], 0)[0] else None

    def wait(self, timeout: float | None = None) -> int:
        """Until it has ended, by whatever. Raises TimeoutError."""
        if not select.select([self._handle], [], [], timeout)[0]:
            raise TimeoutError(f"process {self.pid} goes on")
        return 0

    def send_signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


class Nursling(Server):
    """A server whose process waits in the nursery."""

    def __init__(self, pipe: Path, instance: Path, **settings: str) -> None:
        super().__init__(instance, **settings)
        self._pipe = pipe

    def _launch(self) -> Forked:
        with self._pipe.open("w") as pipe:
            json.dump({**self.settings, "LOG": str(self._log)}, pipe)
        return Forked(int(self._pipe.with_suffix(".pid").read_text()))


@contextmanager
def nursery(folder: Path, count: int) -> Iterator[list[Path]]:
    """The pipes of so many servers to be, of which those that were not used end with this."""
    folder.mkdir()
    environment = {n: v for n, v in os.environ.items() if not n.startswith("BROUWERIJ_")}
    command = [sys.executable, "-m", "tests.support.forking", str(folder), str(count)]
    with subprocess.Popen(command, env=environment, cwd=Path(__file__).parents[2]) as parent:
        pids: list[int] = []
        try:
            until = time.monotonic() + START_SECONDS
            while not (folder / "ready").exists():
                assert parent.poll() is None, "the nursery did not start"
                assert time.monotonic() < until, "the nursery did not start"
                time.sleep(0.02)
            pids = [int(path.read_text()) for path in folder.glob("*.pid")]
            yield [folder / str(number) for number in range(count)]
        finally:
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
