"""The links by which a report can be read without an account, until a day."""

from __future__ import annotations

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from brouwerij.store.models import ReportLink


def share(session: Session, workshop: int, token: str, edition: str, until: str, now: int) -> None:
    """Make the link of a token, unless it is there; the token is kept nowhere. until: the last
    day, ISO."""
    if by_token(session, token) is not None:
        return
    session.add(
        ReportLink(
            workshop_id=workshop,
            token_hash=_hash(token),
            edition=edition,
            until=until,
            created_at=now,
        )
    )


def shared(session: Session, workshop: int) -> list[ReportLink]:
    """The links of a workshop that were not taken back, the oldest first."""
    query = select(ReportLink).where(ReportLink.workshop_id == workshop, ReportLink.closed_at == 0)
    return list(session.scalars(query.order_by(ReportLink.id)))


def by_token(session: Session, token: str) -> ReportLink | None:
    """The link of a token, also when its time is over; None for a made-up one."""
    return session.scalar(select(ReportLink).where(ReportLink.token_hash == _hash(token)))


def works(link: ReportLink, today: str) -> bool:
    """Whether the report may be read by a link on a day (ISO)."""
    return not link.closed_at and today <= link.until


def take_back(session: Session, workshop: int, id: int, now: int) -> bool:
    """Close a link for good; True when it was there."""
    link = session.get(ReportLink, id)
    if link is None or link.workshop_id != workshop or link.closed_at:
        return False
    link.closed_at = now
    return True


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
