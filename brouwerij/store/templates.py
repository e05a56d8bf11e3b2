"""The plans that organisers keep to start other workshops from; to others they do not exist."""

from __future__ import annotations

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from brouwerij.domain.plans import PlannedRound, Template
from brouwerij.store.models import TemplateRow


def keep(session: Session, organiser: int, template: Template, now: int) -> int:
    """Keep a plan under its name; its id. now: server ms. Kept already, it is not kept twice."""
    for known in of_organiser(session, organiser):
        if plan_of(known) == template:
            return known.id
    row = TemplateRow(
        organiser_id=organiser,
        name=template.name,
        tables=template.tables,
        rounds=msgspec.to_builtins(template.rounds),
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def of_organiser(session: Session, organiser: int) -> list[TemplateRow]:
    """An organiser's own templates, the newest first."""
    query = select(TemplateRow).where(
        TemplateRow.organiser_id == organiser, TemplateRow.removed_at == 0
    )
    return list(session.scalars(query.order_by(TemplateRow.id.desc())))


def owned(session: Session, organiser: int, id: int) -> TemplateRow | None:
    """The template with this id when it is this organiser's and was not removed."""
    row = session.get(TemplateRow, id)
    return row if row and row.organiser_id == organiser and not row.removed_at else None


def plan_of(row: TemplateRow) -> Template:
    """The plan of a template, to make a workshop of."""
    rounds = msgspec.convert(row.rounds, tuple[PlannedRound, ...])
    return Template(row.name, rounds, row.tables)


def rename(session: Session, organiser: int, id: int, name: str) -> bool:
    """Give a template another name; whether it was there."""
    row = owned(session, organiser, id)
    if row is not None:
        row.name = name
    return row is not None


def remove(session: Session, organiser: int, id: int, now: int) -> bool:
    """Take a template away; whether it was there. Until the next one goes it can be put back."""
    row = owned(session, organiser, id)
    if row is None:
        return False
    of_theirs = TemplateRow.organiser_id == organiser
    session.execute(delete(TemplateRow).where(of_theirs, TemplateRow.removed_at > 0))
    row.removed_at = now
    return True


def put_back(session: Session, organiser: int, id: int) -> bool:
    """Put a removed template back; whether it was still kept."""
    row = session.get(TemplateRow, id)
    if row is None or row.organiser_id != organiser:
        return False
    row.removed_at = 0
    return True
