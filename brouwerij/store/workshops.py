"""Finding and making workshops, and the links that let somebody lead one."""

from __future__ import annotations

import secrets
from typing import TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from brouwerij.store.models import (
    ChangeRow,
    FacilitatorLink,
    LogoRow,
    PersonRow,
    ReceiptRow,
    ReportLink,
    SnapshotRow,
    WorkshopRow,
)
from brouwerij.store.people import make_code, tidy_code

Made = TypeVar("Made", WorkshopRow, FacilitatorLink)
JOIN_CODE_LENGTH = 6
_OF_A_WORKSHOP = (
    FacilitatorLink,
    ReceiptRow,
    SnapshotRow,
    ChangeRow,
    PersonRow,
    LogoRow,
    ReportLink,
)


def add(
    session: Session,
    organiser: int | None,
    now: int,
    rehearses: int | None = None,
    command: str | None = None,
) -> WorkshopRow:
    """A new, empty workshop with a free join code, and a first facilitator link.

    rehearses: the id of the workshop that it is a rehearsal of. command: the id of the command that
    makes it; the one that it made before, when it did.
    """
    for _ in range(20):
        known = _made_by(session, WorkshopRow, command)
        if known is not None:
            return known
        row = WorkshopRow(
            code=make_code(JOIN_CODE_LENGTH),
            epoch=secrets.token_hex(8),
            organiser_id=organiser,
            created_at=now,
            rehearses=rehearses,
            command=command,
            head=0,
        )
        try:
            with session.begin_nested():
                session.add(row)
        except IntegrityError:
            continue
        session.add(FacilitatorLink(workshop_id=row.id, created_at=now))
        session.flush()
        return row
    raise RuntimeError("no free join code was found in twenty tries")


def _made_by(session: Session, what: type[Made], command: str | None) -> Made | None:
    """What a command made already."""
    return session.scalar(select(what).where(what.command == command)) if command else None


def by_code(session: Session, code: str) -> WorkshopRow | None:
    """The workshop with this join code, however it was typed."""
    return session.scalar(select(WorkshopRow).where(WorkshopRow.code == tidy_code(code)))


def of_organiser(session: Session, organiser: int) -> list[WorkshopRow]:
    """An organiser's workshops, the newest first; no rehearsals."""
    query = select(WorkshopRow).where(
        WorkshopRow.organiser_id == organiser, WorkshopRow.rehearses.is_(None)
    )
    return list(session.scalars(query.order_by(WorkshopRow.id.desc())))


def put_away(session: Session, workshop: int, at: int) -> None:
    """Put a workshop out of the list since a moment (server ms), or with 0 back into it."""
    this = WorkshopRow.id == workshop
    session.execute(update(WorkshopRow).where(this).values(put_away_at=at))


def all_of_them(session: Session) -> list[WorkshopRow]:
    """Every workshop there is, the newest first."""
    return list(session.scalars(select(WorkshopRow).order_by(WorkshopRow.id.desc())))


def owned(session: Session, organiser: int, code: str) -> WorkshopRow | None:
    """The workshop with this code when it is this organiser's; to others it does not exist."""
    row = by_code(session, code)
    return row if row is not None and row.organiser_id == organiser else None


def add_link(
    session: Session, workshop: int, label: str, now: int, command: str | None = None
) -> FacilitatorLink:
    """A new link to lead a workshop, or the one that this command made before."""
    known = _made_by(session, FacilitatorLink, command)
    if known is not None:
        return known
    link = FacilitatorLink(workshop_id=workshop, label=label, created_at=now, command=command)
    session.add(link)
    session.flush()
    return link


def links(session: Session, workshop: int) -> list[FacilitatorLink]:
    """The facilitator links of a workshop that were not revoked, the oldest first."""
    query = select(FacilitatorLink).where(
        FacilitatorLink.workshop_id == workshop, FacilitatorLink.revoked_at == 0
    )
    return list(session.scalars(query.order_by(FacilitatorLink.id)))


def valid_link(session: Session, workshop: int, id: int) -> bool:
    link = session.get(FacilitatorLink, id)
    return link is not None and link.workshop_id == workshop and link.revoked_at == 0


def revoke_link(session: Session, workshop: int, id: int, now: int) -> bool:
    """Take a link back; True when it was there."""
    link = session.get(FacilitatorLink, id)
    if link is None or link.workshop_id != workshop or link.revoked_at:
        return False
    link.revoked_at = now
    return True


def rehearsal_of(session: Session, workshop: int) -> WorkshopRow | None:
    """The rehearsal of a workshop that is going on, None when there is none."""
    return session.scalar(select(WorkshopRow).where(WorkshopRow.rehearses == workshop))


def rehearsals(session: Session, before: int) -> list[WorkshopRow]:
    """All rehearsals that began before a moment, in server ms."""
    begun = WorkshopRow.rehearses.is_not(None), WorkshopRow.created_at < before
    return list(session.scalars(select(WorkshopRow).where(*begun)))


def remove(session: Session, workshop: int) -> None:
    """Take away a workshop with everything that is kept of it."""
    for table in _OF_A_WORKSHOP:
        session.execute(delete(table).where(table.workshop_id == workshop))
    session.execute(delete(WorkshopRow).where(WorkshopRow.id == workshop))
