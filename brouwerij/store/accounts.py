"""Organisers' accounts and the one-time links to make one."""

from __future__ import annotations

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from brouwerij import aio
from brouwerij.store.models import Invitation, Organiser

_hasher = PasswordHasher()


def invite(session: Session, now: int) -> str:
    """Make a one-time sign-up link and return its token."""
    token = secrets.token_urlsafe(24)
    session.add(Invitation(token_hash=_hash(token), created_at=now))
    return token


def open_invitation(session: Session, token: str) -> Invitation | None:
    """The invitation of this token when nobody used it yet."""
    query = select(Invitation).where(Invitation.token_hash == _hash(token), Invitation.used_at == 0)
    return session.scalar(query)


def anybody(session: Session) -> bool:
    """Whether there is an organiser at all."""
    return bool(session.scalar(select(func.count()).select_from(Organiser)))


def hash_password(password: str) -> str:
    """The argon2 hash of a password; takes a tenth of a second, off the event loop."""
    return aio.offload(_hasher.hash, password)


def sign_up(
    session: Session, token: str, email: str, password_hash: str, now: int
) -> Organiser | None:
    """Use an invitation to make an account; None when the link was used or never there.

    Raises IntegrityError when there is an account with this address already.
    """
    invitation = open_invitation(session, token)
    if invitation is None:
        return None
    invitation.used_at = now
    organiser = Organiser(email=tidy_email(email), password=password_hash, created_at=now)
    session.add(organiser)
    session.flush()
    return organiser


def sign_in(session: Session, email: str, password: str) -> Organiser | None:
    """The organiser with this address and password."""
    organiser = session.scalar(select(Organiser).where(Organiser.email == tidy_email(email)))
    if organiser is None:
        hash_password(password)  # so that a guess takes as long as a wrong password
        return None
    return organiser if aio.offload(_matches, organiser.password, password) else None


def tidy_email(email: str) -> str:
    return email.strip().lower()


def _matches(hash: str, password: str) -> bool:
    try:
        return _hasher.verify(hash, password)
    except (VerificationError, InvalidHashError):
        return False


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
