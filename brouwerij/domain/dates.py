"""Calendar days as text."""

from __future__ import annotations

import datetime


def is_date(value: str) -> bool:
    """Whether the text is a calendar day as ISO 8601 writes it (2017-01-21)."""
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10
