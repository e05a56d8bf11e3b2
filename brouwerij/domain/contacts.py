"""How to reach somebody: checked at the door, and kept with consent only."""

from __future__ import annotations

import re

from brouwerij.domain import text
from brouwerij.domain.commands import Contact
from brouwerij.domain.refusals import Refusal

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s().-]{6,25}")


def contact_of(
    name: str, email: str, phone: str, share: bool, *, consent: bool
) -> Contact | Refusal | None:
    """The contact details that somebody gave, made clean; None when they gave none.

    consent: the organiser may keep and use them. share: their working groups may see them.
    """
    fields = [text.optional(value, text.NAME_LENGTH) for value in (name, email, phone)]
    for field in fields:
        if isinstance(field, Refusal):
            return field
    name, email, phone = map(str, fields)
    if not (name or email or phone):
        return None
    if not consent:
        return Refusal("contact.consent_missing")
    if email and not _EMAIL.fullmatch(email):
        return Refusal("contact.malformed")
    if phone and not _PHONE.fullmatch(phone):
        return Refusal("contact.malformed")
    return Contact(name, email, phone, share)
