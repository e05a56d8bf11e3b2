"""The one way to write: a transaction at a time, off the event loop.

SQLite blocks a whole process when two co-operative threads want to write (a yield inside a
transaction freezes everybody until the busy timeout), so all writing of a process takes turns
here, in a real thread and with a connection of its own. PostgreSQL's driver yields by itself and
has locks of its own, so there transactions run where they are called.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from brouwerij import aio, fastjson

T = TypeVar("T")
ENGINE: dict[str, Any] = {
    "json_serializer": fastjson.dumps,
    "json_deserializer": fastjson.loads,
    "hide_parameters": True,
}
"""How every engine reads and writes JSON, and that an error in the log tells nothing of people."""
BUSY_SECONDS = 10
"""How long SQLite waits for another process (a command-line tool) to finish writing."""


class Writer:
    """Runs transactions on a database."""

    def __init__(self, url: str) -> None:
        self.sqlite = url.startswith("sqlite")
        self.engine = (
            _sqlite_engine(url) if self.sqlite else create_engine(url, pool_size=10, **ENGINE)
        )
        self._turn = threading.Lock()

    def run(self, work: Callable[[Session], T]) -> T:
        """Do work in one transaction and commit it; what it raises rolls back and comes out."""
        if not self.sqlite:
            return self._transact(work)
        with self._turn:
            return aio.offload(self._transact, work)

    def leave_no_trace(self) -> bool:
        """Have what was erased be gone from SQLite's files too, its log included; whether it is.

        It is not while somebody else reads or writes: then it has to be asked again. PostgreSQL
        sees to it itself (docs/privacy.md).
        """
        if not self.sqlite:
            return True
        with self._turn:
            return bool(aio.offload(self._vacuum))

    def _vacuum(self) -> bool:
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("VACUUM")
            busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
        except sqlite3.OperationalError:
            return False
        finally:
            connection.close()

    def _transact(self, work: Callable[[Session], T]) -> T:
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            return work(session)

    def close(self) -> None:
        self.engine.dispose()


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(
        url,
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
        **ENGINE,
    )
    tune_sqlite(engine)

    @event.listens_for(engine, "begin")
    def take_the_lock(connection):  # type: ignore[no-untyped-def]
        connection.execute(text("BEGIN IMMEDIATE"))

    return engine


def tune_sqlite(engine: Engine) -> None:
    """Durable on commit (synchronous=FULL), readers beside the writer (WAL), erased means gone."""

    @event.listens_for(engine, "connect")
    def tune(connection, record):  # type: ignore[no-untyped-def]
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
