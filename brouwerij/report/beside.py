"""Work that takes seconds, in a process beside us: it shares no interpreter with the workshops.

What the process is given goes in at its standard input. Out come lines that say how far it is, as
`WHAT DONE TOTAL`, then an empty line and what was made. It bounds itself (typesetting.bound), by
the clock too, so nobody here has to watch it.
"""

from __future__ import annotations

import subprocess
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, NamedTuple, cast

from brouwerij.report.progress import Step, tell

LONGEST_COMPLAINT = 2000
"""How many characters of what it complains about go to the log; the last say most."""


class Ended(NamedTuple):
    """How a process ended: its exit code, what it made, and what it had to complain about."""

    code: int
    made: bytes
    complaint: str


def run(command: list[str], given: bytes) -> Ended:
    """Have a command do its work, and tell how far it is. Not on the event loop."""
    with (
        TemporaryFile() as complaints,
        subprocess.Popen(  # noqa: S603 - our own command, with nobody's words
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints
        ) as process,
    ):
        with suppress(BrokenPipeError):  # it has ended, and its exit code says why
            _give(cast(IO[bytes], process.stdin), given)
        made = _take(cast(IO[bytes], process.stdout))
        code = process.wait()
        complaints.seek(0)
        return Ended(code, made, complaints.read().decode("utf-8", "replace")[-LONGEST_COMPLAINT:])


def _give(pipe: IO[bytes], given: bytes) -> None:
    with pipe:
        pipe.write(given)


def _take(pipe: IO[bytes]) -> bytes:
    """What was made, once all is told of how far it is; nothing when it ended before."""
    for line in iter(pipe.readline, b""):
        if line == b"\n":
            return pipe.read()
        what, done, total = line.decode().split()
        tell(Step(what, int(done), int(total)))
    return b""
