"""The load generator: compiled when it is not there yet or older than its source, and run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from bench.machine import BUILD, HERE, cores, pin

SOURCE = HERE / "generator"
PROGRAM = BUILD / "generator"
LIMITED = 0.9
"""The share of its core from which on the generator may have been the limit."""
ALONE = 0.95
"""The share of its core that the generator has when it is alone there, since it busy-polls."""
PATIENCE = 240
"""Seconds after which a generator that did not end by itself is ended."""

Result = dict[str, Any]


class NoCompiler(Exception):
    """The generator cannot be made here."""


def build() -> None:
    """Compile the generator. Raises NoCompiler."""
    parts = [*SOURCE.glob("*.c"), *SOURCE.glob("*.h")]
    if PROGRAM.exists() and PROGRAM.stat().st_mtime > max(p.stat().st_mtime for p in parts):
        return
    compiler = os.environ.get("CC", "cc")
    if shutil.which(compiler) is None:
        raise NoCompiler(f"bench needs a C compiler, and {compiler} is not there.")
    BUILD.mkdir(exist_ok=True)
    flags = ["-O2", "-std=gnu11", "-D_GNU_SOURCE", "-Wall", "-Wextra"]
    sources = [str(part) for part in sorted(SOURCE.glob("*.c"))]
    subprocess.run([compiler, *flags, "-o", str(PROGRAM), *sources], check=True)


def run(mode: str, **options: str | int | float | Path) -> Result:
    """Run the generator on its core; what it counted. options: as generator/options.c has them."""
    pair = cores()
    words = [f"{name}={value}" for name, value in options.items()]
    ran = subprocess.run(
        [str(PROGRAM), f"mode={mode}", *words],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=PATIENCE,
        preexec_fn=lambda: pin(pair[1] if pair else None),
    )
    result: Result = json.loads(ran.stdout)
    return result


def marks(result: Result) -> list[str]:
    """What a reader has to know of a run's figures."""
    said = {"gen-limited": result["busy"] > LIMITED, "disturbed": result["share"] < ALONE}
    return [mark for mark, so in said.items() if so]
