"""Calendar days as text."""

from __future__ import annotations

import datetime


def is_date(value: str) -> bool:
    """Whether the text is a calendar day as ISO 8601 writes it (2017-01-21)."""
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
