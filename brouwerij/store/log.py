"""The change log: entries in order, receipts beside them.

Statements are built once and run below the ORM: this is the path every command takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from brouwerij.domain.board import Entry, change_from_body, change_to_body
from brouwerij.domain.entities import Workshop
from brouwerij.store.models import ChangeRow, ReceiptRow, WorkshopRow
from brouwerij.store.prepared import Prepared

_changes, _receipts, _workshops = (
    model.__table__ for model in (ChangeRow, ReceiptRow, WorkshopRow)
)
_LOCK = Prepared(
    select(_workshops.c.head).where(_workshops.c.id == bindparam("id")).with_for_update()
)
_SET_HEAD = Prepared(
    update(_workshops).where(_workshops.c.id == bindparam("workshop")).values(head=bindparam("seq"))
)
_SHOWN = ("title", "question", "date", "stage", "retention", "ended_at", "purged_at")
"""What a list of workshops shows of one, and what says until when its people are kept."""
_SHOW = (
    update(_workshops)
    .where(_workshops.c.id == bindparam("workshop"))
    .values({name: bindparam(f"its_{name}") for name in _SHOWN})
)
_ENTRIES = (
    select(*(_changes.c[name] for name in ("seq", "at", "by", "command", "kind", "body")))
    .where(_changes.c.workshop_id == bindparam("id"), _changes.c.seq > bindparam("after"))
    .order_by(_changes.c.seq)
)
_RECEIPTS = select(
    *(_receipts.c[name] for name in ("actor", "command", "digest", "seq", "error", "params"))
).where(
    _receipts.c.workshop_id == bindparam("id"),
    _receipts.c.command.in_(bindparam("commands", expanding=True)),
)
_ADD_CHANGE, _ADD_RECEIPT = Prepared(insert(_changes)), Prepared(insert(_receipts))


def lock(connection: Connection, workshop: int) -> int:
    """Take the workshop for this transaction and return the head of its log.

    With SQLite the transaction itself is the lock. Raises NoResultFound when it is gone.
    """
    return int(_LOCK.run(connection, {"id": workshop}).scalar_one())


def entries(connection: Connection, workshop: int, after: int = 0) -> Iterator[Entry]:
    """The entries of a log in order, from the one behind `after`."""
    rows = connection.execute(_ENTRIES, {"id": workshop, "after": after})
    for seq, at, by, command, kind, body in rows:
        yield Entry(seq, at, by, command, change_from_body(kind, body))


def append(connection: Connection, workshop: int, added: Sequence[Entry]) -> None:
    """Write entries behind the others, and what a list of workshops shows of them.

    Raises IntegrityError when a seq is taken.
    """
    if not added:
        return
    rows = [
        {
            "workshop_id": workshop,
            "seq": entry.seq,
            "at": entry.at,
            "by": entry.by,
            "command": entry.command,
            "kind": entry.change.kind,
            "body": change_to_body(entry.change),
        }
        for entry in added
    ]
    _ADD_CHANGE.run_all(connection, rows)
    _SET_HEAD.run(connection, {"workshop": workshop, "seq": added[-1].seq})
    for entry in added:
        for entity in entry.change.set:
            if isinstance(entity, Workshop):
                shown = {f"its_{name}": getattr(entity, name) for name in _SHOWN}
                connection.execute(_SHOW, {"workshop": workshop} | shown)


def receipts(
    connection: Connection, workshop: int, commands: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], Row[Any]]:
    """The receipts there are of these (actor, command) pairs."""
    if not commands:
        return {}
    asked = {"id": workshop, "commands": list({command for _, command in commands})}
    found = {(row.actor, row.command): row for row in connection.execute(_RECEIPTS, asked)}
    return {pair: found[pair] for pair in commands if pair in found}


def write_receipts(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        _ADD_RECEIPT.run_all(connection, rows)
