"""Snapshots, on both databases: a workshop opens sooner with one, and as well without."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import OperationalError

from brouwerij import aio
from brouwerij.domain.board import Board, Entry
from brouwerij.store import log, snapshots, workshops
from brouwerij.store.models import SnapshotRow
from brouwerij.store.snapshots import Snapshots
from brouwerij.store.writer import Writer
from tests.domain.afternoon import whole
from tests.domain.test_snapshot import whole_of
from tests.store.conftest import NOW, Write

AT = 40
"""Where the snapshot is, in a log that goes on after it."""


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    found = whole(7, 400).room.log
    assert len(found) > AT + 20
    return found


@pytest.fixture
def kept(
    source: Writer, workshop: int, entries: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> int:
    """A workshop of an afternoon, of which a snapshot was kept on the way."""
    monkeypatch.setattr(snapshots, "EVERY", AT)
    keep_at_once(monkeypatch)
    of_it = Snapshots(source, workshop)
    board = Board()
    for entry in entries:
        source.run(lambda session, entry=entry: log.append(session.connection(), workshop, [entry]))
        board.absorb(entry)
        if entry.seq == AT:
            of_it.keep(board)
    return workshop


def keep_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done beside the rest is done before it, so that a test knows when it is."""
    monkeypatch.setattr(aio, "spawn", lambda work, *args: work(*args))


def opened(source: Writer, workshop: int) -> bytes:
    """The board as it is brought in, with a snapshot or without."""
    return whole_of(source.run(Snapshots(source, workshop).board))


def row(write: Write[Any], workshop: int) -> Any:
    query = select(SnapshotRow).where(SnapshotRow.workshop_id == workshop)
    return write(lambda s: s.scalar(query))


def folded(source: Writer, workshop: int) -> bytes:
    """The board that the log alone tells."""
    source.run(lambda s: s.execute(delete(SnapshotRow).where(SnapshotRow.workshop_id == workshop)))
    return opened(source, workshop)


def test_board_when_there_is_a_snapshot_then_only_what_came_since_is_read(
    source: Writer, kept: int, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    entries = log.entries

    def noted(connection: Any, workshop: int, after: int = 0) -> Any:
        asked.append(after)
        return entries(connection, workshop, after)

    monkeypatch.setattr(log, "entries", noted)
    with_it = opened(source, kept)
    assert asked == [AT]
    assert with_it == folded(source, kept)
    assert asked == [AT, 0]


def damaged_in(column: str, value: Any) -> Callable[[Any], dict[str, Any]]:
    return lambda row: {column: value(getattr(row, column)) if callable(value) else value}


def rightly_marked(body: bytes, ahead: int = 0) -> Callable[[Any], dict[str, Any]]:
    """What was written wrong, rather than damaged since."""

    def change(row: Any) -> dict[str, Any]:
        checksum = snapshots._checksum(row.workshop_id, row.seq + ahead, body or row.body)
        return {"seq": row.seq + ahead, "body": body or row.body, "checksum": checksum}

    return change


def flipped(body: bytes) -> bytes:
    middle = len(body) // 2
    return body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (damaged_in("body", flipped), "is damaged"),
        (damaged_in("body", lambda body: body[:-1]), "is damaged"),
        (damaged_in("body", b""), "is damaged"),
        (damaged_in("checksum", "0" * 32), "is damaged"),
        (damaged_in("seq", AT + 1), "is damaged"),
        (damaged_in("format", "0" * 32), "is of another version"),
        (rightly_marked(b"", ahead=10_000), "is ahead of its log"),
        (rightly_marked(b"no zlib"), "cannot be read"),
        (rightly_marked(zlib.compress(b"[1,2]")), "cannot be read"),
        (rightly_marked(zlib.compress(b'[1,0,[],{"anna":[[1,"c","k","",[7],[7]]]}]')), "cannot be"),
    ],
    ids=[
        "a byte flipped", "truncated", "empty", "another checksum", "another seq",
        "another format", "ahead", "not compressed", "another shape", "pointing nowhere",
    ],
)  # fmt: skip
def test_board_when_the_snapshot_is_wrong_then_is_folded_and_it_is_told_once(
    source: Writer,
    write: Write[Any],
    kept: int,
    caplog: pytest.LogCaptureFixture,
    change: Callable[[Any], dict[str, Any]],
    told: str,
):
    values = change(row(write, kept))
    write(lambda s: s.execute(update(SnapshotRow).filter_by(workshop_id=kept).values(**values)))

    with caplog.at_level(logging.WARNING):
        found = opened(source, kept)

    (record,) = caplog.records
    assert told in record.getMessage()
    assert found == folded(source, kept)


def test_board_when_the_snapshot_is_of_another_workshop_then_is_folded(
    source: Writer, write: Write[Any], kept: int, caplog: pytest.LogCaptureFixture
):
    other = write(lambda s: workshops.add(s, None, NOW).id)
    its = row(write, kept)
    values = {c.name: getattr(its, c.name) for c in SnapshotRow.__table__.columns}
    write(lambda s: s.execute(insert(SnapshotRow).values(values | {"workshop_id": other})))

    assert opened(source, other) == whole_of(Board())
    assert "is damaged" in caplog.text


def test_keep_when_few_changes_came_since_then_keeps_none(
    source: Writer, write: Write[Any], kept: int
):
    of_it = Snapshots(source, kept)
    board = source.run(of_it.board)
    board.seq = AT + snapshots.EVERY - 1
    of_it.keep(board)
    assert row(write, kept).seq == AT
    board.seq = AT + snapshots.EVERY
    of_it.keep(board)
    assert row(write, kept).seq == AT + snapshots.EVERY, "the control: one more and it is kept"


def test_keep_when_it_cannot_be_written_then_says_so_and_harms_nothing(
    source: Writer,
    write: Write[Any],
    kept: int,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
):
    def full(*_: Any) -> None:
        raise OperationalError("the disk is full", None, Exception("the disk is full"))

    of_it = Snapshots(source, kept)
    board, before = source.run(of_it.board), row(write, kept)
    board.seq += snapshots.EVERY
    monkeypatch.setattr(snapshots, "_replace", full)

    of_it.keep(board)

    assert "no snapshot was kept" in caplog.text
    assert row(write, kept).checksum == before.checksum


def test_remove_takes_the_snapshot_along(source: Writer, write: Write[Any], workshop: int):
    board = Board()
    row_of = snapshots._row(workshop, snapshots.snapshot.still(board))
    write(lambda s: s.execute(insert(SnapshotRow).values(row_of)))
    write(lambda s: workshops.remove(s, workshop))
    assert row(write, workshop) is None
