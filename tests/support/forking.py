"""Processes that are ready to be servers, forked from one that imported everything.

    python -m tests.support.forking FOLDER COUNT

Each waits until its settings are written to the pipe FOLDER/NUMBER, and is a `brouwerij serve` from
then on, with an event loop and a database connection of its own.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path

from brouwerij import aio
from brouwerij.cli import main as brouwerij

USED = ("cli._app", "cli.serve", "extensions", "live.broken", "live.sockets", "web")
"""What a server of brouwerij imports before it serves."""


def main() -> None:
    aio.patch()
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    for name in USED:
        import_module(f"brouwerij.{name}")
    for number in range(count):
        pipe = folder / str(number)
        os.mkfifo(pipe)
        pid = os.fork()
        if not pid:
            sys.exit(become_a_server(pipe))
        pipe.with_suffix(".pid").write_text(str(pid))
    (folder / "ready").touch()
    for _ in range(count):
        os.wait()


def become_a_server(pipe: Path) -> int:
    with pipe.open() as waiting:  # a pipe opens when somebody writes to it
        settings = json.load(waiting)
    log = os.open(settings.pop("LOG"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.update(settings)
    sys.argv = ["brouwerij", "serve"]
    return brouwerij()


if __name__ == "__main__":
    main()
