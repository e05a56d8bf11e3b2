"""Processes of `brouwerij` that start in a third of a second: forked from one that imported all.

Importing takes longer than anything else a server or a command does, and tests start a hundred.
`brouwerij` itself is started from its first line on by tests/cli/test_demo.py and test_settings.py.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any


class Nursery:
    """The process that the others are forked from, under one async mode."""

    def __init__(self, mode: str) -> None:
        kept = {name: value for name, value in os.environ.items() if "BROUWERIJ_" not in name}
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.support.forking"],
            env={**kept, "BROUWERIJ_ASYNC": mode},
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._turn = threading.Lock()

    def start(
        self, words: Sequence[str], environment: Mapping[str, str], out: Path, err: Path
    ) -> Forked:
        """`brouwerij` with these words, whose output is appended to these files."""
        pid = self._ask(words=words, environment=environment, out=str(out), err=str(err))
        return Forked(self, pid)

    def how_it_ended(self, pid: int) -> int:
        """The exit code of a process that has ended; asked once."""
        return self._ask(ended=pid)

    def _ask(self, **asked: Any) -> int:
        parent = self._parent
        assert parent.stdin is not None
        assert parent.stdout is not None
        with self._turn:
            parent.stdin.write(json.dumps(asked) + "\n")
            answer = parent.stdout.readline()
        assert answer, "the nursery has ended"
        return int(answer)

    def close(self) -> None:
        with self._parent:
            assert self._parent.stdin is not None
            self._parent.stdin.close()


class Forked:
    """A process of the nursery, with as much of Popen as is used of it."""

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self.pid = pid
        self._nursery = nursery
        self._handle = os.pidfd_open(pid)
        self._code: int | None = None

    def poll(self) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, once it has ended. Raises TimeoutExpired."""
        if self._code is None:
            if not select.select([self._handle], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("brouwerij", timeout or 0)
            self._code = self._nursery.how_it_ended(self.pid)
            os.close(self._handle)
        return self._code

    def send_signal(self, number: int) -> None:
        if self._code is None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


@cache
def nursery(mode: str) -> Nursery:
    """The nursery of this mode, shared by all tests of this process and closed with it."""
    made = Nursery(mode)
    atexit.register(made.close)
    return made
