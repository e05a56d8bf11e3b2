"""For whom a report is, and what every part of it is."""

from __future__ import annotations

import enum

import msgspec


class Edition(enum.Enum):
    """For whom a report is. What each may read is decided in model.py, once."""

    PUBLIC = "public"
    PARTICIPANTS = "participants"
    ORGANISER = "organiser"

    @property
    def narrower(self) -> tuple[Edition, ...]:
        """The editions that tell less, the widest first."""
        widest_first = (Edition.ORGANISER, Edition.PARTICIPANTS, Edition.PUBLIC)
        return widest_first[widest_first.index(self) + 1 :]


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a report."""
