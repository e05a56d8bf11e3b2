"""Calendar days as text."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

TIMEZONE = ZoneInfo("Europe/Amsterdam")
"""Where a day begins and ends."""


def is_date(value: str) -> bool:
    """Whether the text is a calendar day as ISO 8601 writes it (2017-01-21)."""
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def day_at(now: int) -> str:
    """The calendar day it is at a server time in ms, as ISO 8601 writes it."""
    return datetime.datetime.fromtimestamp(now / 1000, TIMEZONE).date().isoformat()
