"""The one way to write: all of a transaction or nothing, one at a time, and on the disk."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from brouwerij.domain.board import Change, Entry
from brouwerij.extensions import db
from brouwerij.store import log, workshops
from brouwerij.store.writer import Writer
from tests.store.conftest import NOW, Write

ROUNDS, THREADS = 5, 8


def test_run_when_the_work_fails_then_nothing_was_written(write: Write[Any], workshop: int):
    def half(session: Session) -> None:
        workshops.add_link(session, workshop, "half", NOW)
        raise RuntimeError("the work fails")

    with pytest.raises(RuntimeError, match="the work fails"):
        write(half)

    assert [link.label for link in write(lambda s: workshops.links(s, workshop))] == [""]
    write(lambda s: workshops.add_link(s, workshop, "whole", NOW))
    assert len(write(lambda s: workshops.links(s, workshop))) == 2


def test_run_when_it_returns_then_every_other_connection_sees_it(
    app: Flask, write: Write[Any], workshop: int
):
    write(lambda s: workshops.add_link(s, workshop, "seen", NOW))
    with app.app_context():
        assert len(workshops.links(db.session(), workshop)) == 2


def _add_next(session: Session, workshop: int, *, locked: bool, meet: threading.Barrier) -> None:
    """Write the entry behind the last one, as a tick does."""
    connection = session.connection()
    if locked:
        head = log.lock(connection, workshop)
    else:
        head = connection.scalar(
            text("SELECT head FROM workshops WHERE id = :id"), {"id": workshop}
        )
        meet.wait(10)
    entry = Entry(head + 1, NOW, "anna", f"command-{head + 1:04}", Change("idea.added"))
    log.append(connection, workshop, [entry])


def _race(
    write: Write[Any], workshop: int, *, locked: bool, threads: int
) -> list[Exception | None]:
    meet = threading.Barrier(threads)

    def once(_: int) -> Exception | None:
        try:
            write(lambda s: _add_next(s, workshop, locked=locked, meet=meet))
        except Exception as error:
            return error
        return None

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(once, range(threads)))


def test_lock_when_many_write_at_once_then_every_number_is_given_once(
    write: Write[Any], workshop: int
):
    for _ in range(ROUNDS):
        assert _race(write, workshop, locked=True, threads=THREADS) == [None] * THREADS
    entries = write(lambda s: list(log.entries(s.connection(), workshop)))
    assert [entry.seq for entry in entries] == list(range(1, ROUNDS * THREADS + 1))


@pytest.mark.wire
@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_lock_when_it_is_left_out_then_the_race_is_lost(write: Write[Any], workshop: int):
    """The control of the test above: without the lock two take the same number.

    With SQLite there is no leaving it out: the transaction itself is the lock.
    """
    errors = _race(write, workshop, locked=False, threads=2)
    assert sum(error is not None for error in errors) == 1


@pytest.fixture
def file(tmp_path: Path) -> Iterator[tuple[Writer, Path]]:
    """A writer on a SQLite file with one table."""
    path = tmp_path / "test.sqlite"
    made = Writer(f"sqlite:///{path}")
    made.run(lambda session: session.execute(text("CREATE TABLE notes (n INTEGER PRIMARY KEY)")))
    yield made, path
    made.close()


def _note(session: Session, number: int) -> None:
    session.execute(text("INSERT INTO notes VALUES (:n)"), {"n": number})


def test_sqlite_is_durable_on_commit_and_readable_while_written(file: tuple[Writer, Path]):
    writer, _ = file
    pragmas = {
        name: writer.run(lambda session: session.scalar(text(f"PRAGMA {name}")))  # noqa: B023
        for name in ("synchronous", "journal_mode", "foreign_keys", "secure_delete")
    }
    assert pragmas == {
        "synchronous": 2,
        "journal_mode": "wal",
        "foreign_keys": 1,
        "secure_delete": 1,
    }


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_sqlite_reading_connections_are_tuned_alike(app: Flask):
    with app.app_context():
        assert db.session.scalar(text("PRAGMA synchronous")) == 2
        assert db.session.scalar(text("PRAGMA foreign_keys")) == 1


def test_sqlite_when_another_process_writes_then_waits_for_it(file: tuple[Writer, Path]):
    writer, path = file
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO notes VALUES (1)")
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(writer.run, lambda session: _note(session, 2))
        with pytest.raises(TimeoutError):
            waiting.result(0.2)
        other.execute("COMMIT")
        waiting.result(10)
    assert [n for (n,) in other.execute("SELECT n FROM notes")] == [1, 2]
    other.close()


def test_sqlite_when_two_threads_write_then_they_take_turns(file: tuple[Writer, Path]):
    """Neither sees the database busy, however long the other takes."""
    writer, _ = file
    inside = threading.Event()
    go_on = threading.Event()

    def slow(session: Session) -> None:
        _note(session, 1)
        inside.set()
        assert go_on.wait(10)

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(writer.run, slow)
        assert inside.wait(10)
        second = threads.submit(writer.run, lambda session: _note(session, 2))
        with pytest.raises(TimeoutError):
            second.result(0.1)
        go_on.set()
        first.result(10)
        second.result(10)
    assert writer.run(lambda s: s.scalars(text("SELECT n FROM notes")).all()) == [1, 2]


def test_run_when_the_database_refuses_then_the_error_tells_nothing_that_people_wrote(
    app: Flask, write: Write[Any]
):
    def refused(session: Session) -> None:
        workshops.add_link(session, 0, "Anna uit Utrecht", NOW)

    with pytest.raises(IntegrityError) as caught:
        write(refused)
    assert "Anna" not in str(caught.value)
    with app.app_context(), pytest.raises(IntegrityError) as caught:
        refused(db.session())
    assert "Anna" not in str(caught.value)
