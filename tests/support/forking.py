"""A process that imported all of Brouwerij, and forks what is asked of it: see nursery.py.

    python -m tests.support.forking

It patches as BROUWERIJ_ASYNC says. Each line that comes in asks for a process or how one ended, and
is answered by a line: a process id or an exit code. With the last line its processes end.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import brouwerij
from brouwerij import aio, cli

fork, waitpid = os.fork, os.waitpid
"""The system's own, before they are made co-operative."""


def main() -> None:
    aio.patch()
    for module in walk_packages(brouwerij.__path__, "brouwerij."):
        import_module(module.name)
    running: set[int] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        if "ended" in asked:
            answer = how_it_ended(asked["ended"])
            running.discard(asked["ended"])
        else:
            answer = fork()
            if not answer:
                sys.exit(become(asked))
            running.add(answer)
        os.write(1, f"{answer}\n".encode())
    for pid in running:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def how_it_ended(pid: int) -> int:
    return os.waitstatus_to_exitcode(waitpid(pid, 0)[1])


def become(asked: dict[str, Any]) -> int:
    """Be `brouwerij` with these words, in this environment; the exit code."""
    for path, descriptor in ((os.devnull, 0), (asked["out"], 1), (asked["err"], 2)):
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, descriptor)
        os.close(file)
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv = ["brouwerij", *asked["words"]]
    return cli.main()


if __name__ == "__main__":
    main()
