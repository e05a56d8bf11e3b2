"""What it runs on: the machine, the versions, and which core is whose."""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = HERE / "build"
"""The compiled generator, and the databases of the runs: on the disk of the checkout, not in
memory, so that a commit costs what it costs."""


def cores() -> tuple[int, int] | None:
    """The core of the server and that of the generator; None when there are no two."""
    ours = sorted(os.sched_getaffinity(0))
    return (ours[0], ours[1]) if len(ours) > 1 else None


def pin(core: int | None) -> None:
    """Keep this process on one core; called in a child before it runs."""
    if core is not None:
        os.sched_setaffinity(0, {core})


def described() -> dict[str, Any]:
    """What the figures were measured on."""
    packages = ("eventlet", "flask-socketio", "python-socketio", "python-engineio", "sqlalchemy")
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "pinned": cores() is not None,
        "load_before": round(os.getloadavg()[0], 1),
        "fsync_ms": round(_fsync_ms(), 2),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "node": _first_line("node", "--version"),
        "compiler": _first_line("cc", "--version"),
        **{name: version(name) for name in packages},
    }


def _fsync_ms(times: int = 50) -> float:
    """What it costs to have 4 kB on the disk of the databases for sure: no ack comes sooner."""
    took: list[float] = []
    with tempfile.TemporaryFile(dir=BUILD, buffering=0) as file:
        for _ in range(times):
            file.write(bytes(4096))
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    return statistics.median(took) * 1e3


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _first_line(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return ""
    return subprocess.run(command, capture_output=True, text=True).stdout.partition("\n")[0]
