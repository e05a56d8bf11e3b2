"""A wrong setting stops every command with a sentence that names it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.server import Server

WRONG = [
    ("serve", "BROUWERIJ_PORT", "http"),
    ("demo", "SECRET_KEY", "kort"),
    ("invite", "BROUWERIJ_LOG", "loud"),
    ("invite", "DATABASE_URL", "postgresql://127.0.0.1:1/nothing"),
    ("invite", "DATABASE_URL", "sqlite:////nowhere/brouwerij.sqlite"),
]


def run(instance: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """As somebody types it, from the first line of the program on."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "-m", "brouwerij", *words],
        env={**kept, "BROUWERIJ_INSTANCE": str(instance), **settings},
        capture_output=True,
        text=True,
        timeout=60,
    )


def names(done: subprocess.CompletedProcess[str], variable: str) -> bool:
    """Whether it was used wrongly, and says in one line that it is this setting."""
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr.startswith(f"brouwerij: {variable}") and done.stderr.count("\n") == 1


@pytest.mark.parametrize(("command", "variable", "value"), WRONG)
def test_command_when_a_setting_is_wrong_then_names_it_and_does_nothing(
    tmp_path: Path, command: str, variable: str, value: str
):
    assert names(Server(tmp_path, **{variable: value}).run(command), variable)


def test_serving_when_the_async_mode_is_wrong_then_names_it_before_anything_is_imported(
    tmp_path: Path,
):
    assert names(run(tmp_path, "serve", BROUWERIJ_ASYNC="asyncio"), "BROUWERIJ_ASYNC")


def test_module_runs_as_the_command_does(tmp_path: Path):
    done = run(tmp_path, "workshop", "list", "--json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
