"""The sides: Brouwerij and its references, each a server process on a core of its own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.machine import HERE, ROOT, cores, pin

START_SECONDS = 60
REFERENCES = HERE / "references"
CONTENT = {
    "pictures": {
        "r2": {
            "turnout": {
                "voted": 123,
                "people": 500,
                "initiatives": {"one": [31, 125], "two": [30, 125], "more": [62, 250]},
            },
            "budget": 3,
            "per_theme": 1,
            "results": None,
        }
    }
}
"""What every side broadcasts in the fan-out runs: a turnout, some 200 bytes on the wire."""
FAN_OUT_BASE = 1_000_000
"""Positions start here in the fan-out runs, so that every message has as many bytes."""


@dataclass(frozen=True)
class Side:
    """A way to serve. speak: what its clients speak. node: whether it needs Node."""

    name: str
    words: tuple[str, ...]
    speak: str = "socketio"
    node: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def there(self) -> bool:
        return not self.node or (
            shutil.which("node") is not None and (ROOT / "node_modules" / "socket.io").is_dir()
        )


BROUWERIJ = Side("brouwerij", (sys.executable, "-m", "brouwerij", "serve"))
FAN_OUT = Side("brouwerij", (sys.executable, "-m", "bench.fan_out_server"))
NODE_SOCKETIO = Side("node_socketio", ("node", str(REFERENCES / "node_socketio.js")), node=True)
NODE_WS = Side("node_ws", ("node", str(REFERENCES / "node_ws.js")), "ws", node=True)
NODE_WS_PREBUILT = Side(
    "node_ws_prebuilt", NODE_WS.words, "ws", node=True, settings={"BENCH_PREBUILT": "1"}
)
RAW = Side("raw", (sys.executable, str(REFERENCES / "raw.py")), "ws")
TUTORIAL = Side("tutorial", (sys.executable, str(REFERENCES / "tutorial.py")))


@dataclass(frozen=True)
class Serving:
    """A server that is up."""

    pid: int
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def serving(side: Side, folder: Path, clients: int, **settings: Any) -> Iterator[Serving]:
    """A server of a side, with a folder of its own; ended afterwards."""
    port = _free_port()
    pair = cores()
    own = {
        "BENCH_PORT": port,
        "BENCH_CLIENTS": clients,
        "BENCH_FOLDER": folder,
        "BENCH_SET": json.dumps(CONTENT),
        "BENCH_BASE": 0,
        "BROUWERIJ_INSTANCE": folder,
        "BROUWERIJ_HOST": "127.0.0.1",
        "BROUWERIJ_PORT": port,
        "BROUWERIJ_CONNECTIONS": clients + 500,
        "BROUWERIJ_LOG": "warning",
        **side.settings,
        **settings,
    }
    log = folder / "server.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            side.words,
            cwd=ROOT,
            env={**_environment(), **{name: str(value) for name, value in own.items()}},
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: pin(pair[0] if pair else None),
        )
    try:
        _wait(process, port, log)
        yield Serving(process.pid, port)
    finally:
        process.kill()
        process.wait()


def _environment() -> dict[str, str]:
    """Our own environment without settings of Brouwerij's."""
    settings = ("BROUWERIJ_", "DATABASE_URL", "REDIS_URL", "SECRET_KEY")
    return {name: value for name, value in os.environ.items() if not name.startswith(settings)}


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"a server did not start:\n{log.read_text(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
