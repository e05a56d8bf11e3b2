"""Participants' personal data: read for the screens, written with the change it belongs to."""

from __future__ import annotations

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from brouwerij.domain.commands import Contact, PersonUpdate
from brouwerij.domain.views import Person
from brouwerij.store.models import PersonRow

CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Capitals and digits without those that look alike (I L O 0 1)."""
RESUME_CODE_LENGTH = 8


def make_code(length: int) -> str:
    """A random code that can be read aloud and typed over."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(length))


def tidy_code(typed: str) -> str:
    """A code as it was meant: capitals, without spaces and dashes."""
    return "".join(c for c in typed.upper() if c.isalnum())


def load(session: Session, workshop: int) -> dict[str, Person]:
    """Everybody's personal data in a workshop, by participant."""
    rows = session.scalars(select(PersonRow).where(PersonRow.workshop_id == workshop))
    return {row.participant: _person(row) for row in rows}


def _person(row: PersonRow) -> Person:
    given = (row.contact_name, row.contact_email, row.contact_phone)
    contact = Contact(*given, share=row.contact_share) if any(given) else None
    known = (row.introduced_name, row.introduced_email, row.introduced_phone)
    introduced = Contact(*known, share=True) if any(known) else None
    return Person(row.name, contact, row.resume_code, introduced)


def save(session: Session, workshop: int, updates: list[PersonUpdate], now: int) -> None:
    """Write what commands brought of personal data. now: server time in ms, for the consent."""
    for update in updates:
        row = session.get(PersonRow, (workshop, update.participant))
        if update.forget:
            if row is not None:
                session.delete(row)
            continue
        if row is None:
            row = PersonRow(
                workshop_id=workshop,
                participant=update.participant,
                resume_code=make_code(RESUME_CODE_LENGTH),
            )
            session.add(row)
        if update.name is not None:
            row.name = update.name
        if update.contact is not None:
            _keep_contact(row, update.contact, now)
        if update.introduced is not None:
            _keep_introduced(row, update.introduced, now)
        session.flush()


def _keep_contact(row: PersonRow, contact: Contact, now: int) -> None:
    row.contact_name = contact.name
    row.contact_email = contact.email
    row.contact_phone = contact.phone
    row.contact_share = contact.share
    row.consent_at = now if contact != Contact() else 0


def _keep_introduced(row: PersonRow, contact: Contact, now: int) -> None:
    row.introduced_name = contact.name
    row.introduced_email = contact.email
    row.introduced_phone = contact.phone
    row.introduced_at = now if contact != Contact() else 0


def by_resume_code(session: Session, workshop: int, code: str) -> str | None:
    """The participant whose personal code this is, as it was typed."""
    meant = tidy_code(code)
    query = select(PersonRow.participant).where(
        PersonRow.workshop_id == workshop, PersonRow.resume_code == meant
    )
    return session.execute(query).scalar() if meant else None


def some(session: Session, workshop: int, participants: set[str]) -> dict[str, Person]:
    """The personal data of these participants."""
    query = select(PersonRow).where(
        PersonRow.workshop_id == workshop, PersonRow.participant.in_(participants)
    )
    return {row.participant: _person(row) for row in session.scalars(query)}
