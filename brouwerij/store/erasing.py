"""Erasing the people of a workshop from every table; docs/privacy.md tells what is kept where."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from brouwerij.domain.board import change_from_body, change_to_body
from brouwerij.domain.commands import replace
from brouwerij.domain.dates import day_at
from brouwerij.domain.retention import last_day, without_people
from brouwerij.store import logos
from brouwerij.store.models import (
    ChangeRow,
    FacilitatorLink,
    PersonRow,
    ReceiptRow,
    SnapshotRow,
    WorkshopRow,
)

OF_PEOPLE = (PersonRow, ReceiptRow, SnapshotRow)
"""The tables in which nothing stays: an answer to a command can repeat what was written."""


class Due(NamedTuple):
    """A workshop whose people are kept. on: the day they are erased, ISO."""

    id: int
    code: str
    title: str
    on: str


def erase(session: Session, workshop: int, logo: str) -> None:
    """Leave nothing of people in what is stored of a workshop, its log included.

    Every change in the log carries its entities whole, so emptying a field of them in each gives
    the board with that field empty, and the numbers of the log stay as they are. logo: the picture
    that stays, for the report still has it; one that it replaced may have shown anybody.
    """
    for table in OF_PEOPLE:
        session.execute(delete(table).where(table.workshop_id == workshop))
    session.execute(
        update(FacilitatorLink).where(FacilitatorLink.workshop_id == workshop).values(label="")
    )
    logos.forget_others(session, workshop, logo)
    _empty_log(session, workshop)


def _empty_log(session: Session, workshop: int) -> None:
    of_it = ChangeRow.workshop_id == workshop
    rows = session.execute(select(ChangeRow.seq, ChangeRow.kind, ChangeRow.body).where(of_it))
    for seq, kind, body in rows.all():
        change = change_from_body(kind, body)
        lean = replace(change, set=tuple(map(without_people, change.set)))
        if lean != change:
            emptied = update(ChangeRow).where(of_it, ChangeRow.seq == seq)
            session.execute(emptied.values(body=change_to_body(lean)))


def kept(session: Session, *codes: str) -> list[Due]:
    """The workshops whose people are still there, all or those with these codes; soonest first."""
    last = (ChangeRow.workshop_id == WorkshopRow.id) & (ChangeRow.seq == WorkshopRow.head)
    query = select(WorkshopRow, ChangeRow.at).join(ChangeRow, last)
    query = query.where(WorkshopRow.purged_at == 0, WorkshopRow.rehearses.is_(None))
    if codes:
        query = query.where(WorkshopRow.code.in_(codes))
    found = [
        Due(row.id, row.code, row.title, last_day(row.ended_at, row.date, at, row.retention))
        for row, at in session.execute(query)
    ]
    return sorted(found, key=lambda due: (due.on, due.id))


def due(session: Session, now: int) -> list[Due]:
    """Those whose time is over. now: server ms."""
    return [it for it in kept(session) if it.on <= day_at(now)]
