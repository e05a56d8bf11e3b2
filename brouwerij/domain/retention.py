"""How long what tells of people is kept, and what goes of the board when that time is over."""

from __future__ import annotations

import datetime
from typing import TypeVar

import msgspec

from brouwerij.domain.dates import day_at
from brouwerij.domain.entities import Entity

PURGED = "workshop.purged"
"""The change after which nobody can be found in a workshop any more."""

E = TypeVar("E", bound=Entity)


def last_day(ended_at: int, date: str, active_at: int, days: int) -> str:
    """The day, ISO, on which the people of a workshop are erased.

    So many days after it ended. One that nobody ended counts from its date, or from the day on
    which something last happened in it when that is later, so that a wrong date erases nobody who
    is still at work. ended_at, active_at: server ms, ended_at 0 when it did not end.
    """
    active = day_at(ended_at or active_at)
    begin = active if ended_at else max(date, active)
    return (datetime.date.fromisoformat(begin) + datetime.timedelta(days)).isoformat()


def without_people(entity: E) -> E:
    """The entity with the fields emptied in which people write of people; itself if they are."""
    filled = [name for name in entity.personal if getattr(entity, name)]
    return msgspec.structs.replace(entity, **dict.fromkeys(filled, "")) if filled else entity
