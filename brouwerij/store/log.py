"""The change log: entries in order, receipts beside them, read back as a board."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from brouwerij.domain.board import Entry, change_from_body, change_to_body
from brouwerij.domain.entities import Workshop
from brouwerij.store.models import ChangeRow, ReceiptRow, WorkshopRow


def lock(session: Session, workshop: int) -> int:
    """Take the workshop for this transaction and return the head of its log.

    With SQLite the transaction itself is the lock. Raises NoResultFound when it is gone.
    """
    query = select(WorkshopRow.head).where(WorkshopRow.id == workshop)
    return session.execute(query.with_for_update()).scalar_one()


def entries(session: Session, workshop: int, after: int = 0) -> Iterator[Entry]:
    """The entries of a log in order, from the one behind `after`."""
    query = (
        select(
            ChangeRow.seq, ChangeRow.at, ChangeRow.by, ChangeRow.command, ChangeRow.kind,
            ChangeRow.body,
        )
        .where(ChangeRow.workshop_id == workshop, ChangeRow.seq > after)
        .order_by(ChangeRow.seq)
    )  # fmt: skip
    for seq, at, by, command, kind, body in session.execute(query):
        yield Entry(seq, at, by, command, change_from_body(kind, body))


def append(session: Session, workshop: int, added: list[Entry]) -> None:
    """Write entries behind the others, and what a list of workshops shows of them.

    Raises IntegrityError when a seq is taken.
    """
    if not added:
        return
    session.execute(
        insert(ChangeRow),
        [
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
        ],
    )
    row: dict[str, object] = {"head": added[-1].seq}
    for entry in added:
        for entity in entry.change.set:
            if isinstance(entity, Workshop):
                row |= {"title": entity.title, "date": entity.date}
    session.execute(update(WorkshopRow).where(WorkshopRow.id == workshop).values(**row))


def receipts(
    session: Session, workshop: int, commands: list[tuple[str, str]]
) -> dict[tuple[str, str], ReceiptRow]:
    """The receipts there are of these (actor, command) pairs."""
    if not commands:
        return {}
    query = select(ReceiptRow).where(
        ReceiptRow.workshop_id == workshop,
        ReceiptRow.command.in_({command for _, command in commands}),
    )
    found = {(row.actor, row.command): row for row in session.scalars(query)}
    return {pair: found[pair] for pair in commands if pair in found}


def write_receipts(session: Session, rows: list[dict[str, object]]) -> None:
    if rows:
        session.execute(insert(ReceiptRow), rows)
