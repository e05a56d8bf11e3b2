"""`brouwerij demo`: one command, and an afternoon passes on the screens."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.test_beside_a_server import get
from tests.support.server import Server

pytestmark = pytest.mark.timeout(200)


class Demo:
    """A demo that runs; what it says can be waited for."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said = ""
        self._more = threading.Condition()
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._more:
                self.said += line
                self._more.notify_all()
        with self._more:
            self._more.notify_all()

    def until(self, words: str, seconds: float = 150) -> str:
        """Wait until it has said this; all that it said."""
        with self._more:
            heard = self._more.wait_for(
                lambda: words in self.said or not self._reading.is_alive(), seconds
            )
        assert heard, f"no {words!r} in:\n{self.said}"
        assert words in self.said, self.said
        return self.said

    def links(self) -> list[str]:
        return re.findall(r"http://\S+", self.until("Ctrl-C stops it."))

    def ended(self) -> None:
        """Wait until it has said all."""
        self._reading.join(10)

    def crowd(self) -> int:
        """The process id of the simulated people."""
        folder = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        [child] = folder.read_text().split()
        return int(child)


@contextmanager
def demo(instance: Path, *words: str) -> Iterator[Demo]:
    process = subprocess.Popen(
        [sys.executable, "-m", "brouwerij", "demo", *words],
        env=Server(instance).environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    running = Demo(process)
    try:
        yield running
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        running.ended()
        process.stdout.close()


def test_demo_shows_an_afternoon_and_goes_on_serving(tmp_path: Path):
    with demo(tmp_path / "instance", "--people", "7", "--pace", "0", "--seed", "3") as running:
        projector, join, leads, organiser = running.links()
        assert projector == f"{leads}?op=projector"

        said = running.until("The afternoon is over")

        assert "7 people came in" in said
        assert "converged: yes" in said
        for url, page in ((projector, "/projector"), (organiser, "/sessies/"), (join, "/")):
            with get(url) as answer:
                assert answer.status == 200
                assert page in answer.url


def test_demo_when_stopped_halfway_then_everybody_goes_home(tmp_path: Path):
    """As Ctrl-C does: the terminal tells both processes."""
    with demo(tmp_path / "instance", "--people", "3", "--pace", "10") as running:
        running.until("3 people came in")
        crowd = running.crowd()
        os.killpg(running.process.pid, signal.SIGINT)

        assert running.process.wait(30) == 0

        assert not Path(f"/proc/{crowd}").exists()
        running.ended()
        assert "Traceback" not in running.said
