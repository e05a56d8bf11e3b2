"""Snapshots: a workshop's board as it was not long ago, so that only what came since is folded.

Only a cache, one row a workshop: the log tells the board. A snapshot that cannot be used is passed
over, and one that cannot be written is missed by nobody.
"""

from __future__ import annotations

import hashlib
import logging
import zlib
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select
from sqlalchemy.orm import Session

from brouwerij import aio
from brouwerij.domain import snapshot
from brouwerij.domain.board import Board, fold
from brouwerij.domain.snapshot import Still
from brouwerij.store import log
from brouwerij.store.models import SnapshotRow, WorkshopRow
from brouwerij.store.writer import Writer

logger = logging.getLogger(__name__)

EVERY = 2_000
"""After how many changes another snapshot is kept."""
FASTEST = 1
"""zlib's level: a board of thousands of ideas in some milliseconds."""

_snapshots = SnapshotRow.__table__
_FIND = (
    select(*(_snapshots.c[name] for name in ("seq", "format", "checksum", "body")))
    .add_columns(WorkshopRow.head)
    .join(WorkshopRow, WorkshopRow.id == _snapshots.c.workshop_id)
    .where(_snapshots.c.workshop_id == bindparam("id"))
)


class Snapshots:
    """The snapshots of one workshop that is being held."""

    def __init__(self, writer: Writer, workshop: int) -> None:
        self._writer = writer
        self._workshop = workshop
        self._kept = 0

    def board(self, session: Session) -> Board:
        """The board that the log tells, from the last snapshot on when there is one to use."""
        connection = session.connection()
        board = _read(connection, self._workshop) or Board()
        self._kept = board.seq
        return fold(log.entries(connection, self._workshop, board.seq), board)

    def keep(self, board: Board) -> None:
        """Keep one of a board that is stored, if many changes came since the last; beside what
        goes on. Call it while the board stands still."""
        if board.seq - self._kept >= EVERY:
            self._kept = board.seq
            aio.spawn(self._write, snapshot.still(board))

    def _write(self, still: Still) -> None:
        try:
            row = aio.offload(_row, self._workshop, still)
            self._writer.run(lambda session: _replace(session, row))
        except Exception:  # whatever it was, everything is in the log
            logger.exception("no snapshot was kept of workshop %s", self._workshop)


def _row(workshop: int, still: Still) -> dict[str, Any]:
    body = zlib.compress(snapshot.encode(still), FASTEST)
    checksum = _checksum(workshop, still.seq, body)
    return {
        "workshop_id": workshop,
        "seq": still.seq,
        "format": snapshot.FORMAT,
        "checksum": checksum,
        "body": body,
    }


def _replace(session: Session, row: dict[str, Any]) -> None:
    """Write a snapshot in place of the last; not of people who were erased while it was made."""
    id = row["workshop_id"]
    if session.scalar(select(WorkshopRow.purged_at).where(WorkshopRow.id == id)):
        return
    session.execute(delete(_snapshots).where(_snapshots.c.workshop_id == row["workshop_id"]))
    session.execute(insert(_snapshots), row)


def _read(connection: Connection, workshop: int) -> Board | None:
    """The board of the snapshot there is, None when there is none to use."""
    found = connection.execute(_FIND, {"id": workshop}).one_or_none()
    if found is None:
        return None
    wrong = _wrong(workshop, found)
    if not wrong:
        try:
            return snapshot.decode(zlib.decompress(found.body))
        except Exception as error:  # whatever it was, the log tells the board
            wrong = f"cannot be read ({error})"
    logger.warning("the snapshot of workshop %s %s: all of its log is folded", workshop, wrong)
    return None


def _wrong(workshop: int, found: Row[Any]) -> str:
    """Why a snapshot is not to be used, "" when it is."""
    if found.format != snapshot.FORMAT:
        return "is of another version of the program"
    if found.checksum != _checksum(workshop, found.seq, found.body):
        return "is damaged"
    if found.seq > found.head:
        return "is ahead of its log"
    return ""


def _checksum(workshop: int, seq: int, body: bytes) -> str:
    """Over all of it, so that no part can be exchanged either."""
    return hashlib.blake2b(b"%d %d " % (workshop, seq) + body, digest_size=16).hexdigest()
