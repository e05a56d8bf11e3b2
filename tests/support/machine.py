"""What some tests need beside Python: a Chromium, a PostgreSQL, a Redis, started for the tests.

Without one its tests are skipped; with CI=true that is a failure, since CI must run them all.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from tests.support.server import free_port

START_SECONDS = 30
UNPRIVILEGED = "nobody"
"""As whom PostgreSQL runs when the tests run as root, which it refuses."""


def missing(what: str) -> NoReturn:
    """Skip the test that needs something that is not here; fail in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}, and CI must run all tests", pytrace=False)
    pytest.skip(what)


CHROMIUMS = ("chromium-headless-shell", "chromium")
"""First the one without windows: the same engine at half the processor time."""
CHROMIUM_WORDS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
)
"""What it is started with."""


def chromium() -> str:
    """The Chromium on this machine; nothing is downloaded."""
    named = os.environ.get("BROUWERIJ_CHROMIUM")
    path = named or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return path or missing("no Chromium: name one in BROUWERIJ_CHROMIUM")


class Postgres:
    """A PostgreSQL server of the tests' own."""

    def __init__(self, port: int, folder: Path) -> None:
        self._port = port
        self._folder = folder
        self._made = 0

    def database(self) -> str:
        """The address of a new, empty database."""
        import psycopg2

        self._made += 1
        name = f"test{self._made}"
        connection = psycopg2.connect(self._address("postgres"))
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        connection.close()
        return self._address(name)

    def _address(self, database: str) -> str:
        return f"postgresql://tests@127.0.0.1:{self._port}/{database}"


@contextmanager
def postgres(folder: Path) -> Iterator[Postgres]:
    """A PostgreSQL server in a folder, stopped by its own process id."""
    programs = _postgres_programs()
    data = folder / "data"
    data.mkdir(mode=0o700)
    user = _give_away(folder, data)
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync",
         "--locale=C"],
        check=True, capture_output=True, user=user, cwd=data,
    )  # fmt: skip
    port = free_port()
    settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
    words = [word for pair in settings.items() for word in ("-c", "=".join(pair))]
    command = [str(programs / "postgres"), "-D", str(data), "-p", str(port), *words]
    with _running(command, folder / "postgres.log", lambda: _answers(port), user=user, cwd=data):
        yield Postgres(port, folder)


def _postgres_programs() -> Path:
    """The folder with PostgreSQL's programs; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    return found[-1].parent if found else missing("no PostgreSQL")


def _give_away(folder: Path, data: Path) -> str | None:
    """Let somebody without rights own the data, when we are root; whom."""
    if os.geteuid():
        return None
    shutil.chown(data, UNPRIVILEGED)
    for parent in (folder, *folder.parents):
        if parent.stat().st_uid == 0 and parent.name.startswith(("pytest-", "popen-")):
            parent.chmod(0o711)
    folder.chmod(0o711)
    return UNPRIVILEGED


def _answers(port: int) -> bool:
    import psycopg2

    try:
        psycopg2.connect(f"postgresql://tests@127.0.0.1:{port}/postgres", connect_timeout=2).close()
    except psycopg2.OperationalError:
        return False
    return True


@contextmanager
def redis(folder: Path) -> Iterator[str]:
    """The address of a Redis server in a folder, stopped by its own process id."""
    program = shutil.which("redis-server") or missing("no Redis")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    quiet = ["--save", "", "--appendonly", "no"]
    with _running([*command, *quiet], folder / "redis.log", lambda: _listens(port)):
        yield f"redis://127.0.0.1:{port}/0"


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 2).close()
    except OSError:
        return False
    return True


@contextmanager
def _running(
    command: list[str],
    log: Path,
    up: Callable[[], bool],
    *,
    user: str | None = None,
    cwd: Path | None = None,
) -> Iterator[None]:
    """A process that is up, and is ended afterwards."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, user=user, cwd=cwd)
    try:
        until = time.monotonic() + START_SECONDS
        while not up():
            if process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"{command[0]} did not start:\n{log.read_text()}")
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
