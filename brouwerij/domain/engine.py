"""The method put together: importing this makes every command, entity and round kind known."""

from __future__ import annotations

from brouwerij.domain import (
    appearance,
    flow,
    guests,
    notes,
    participants,
    rights,
    rounds,
    signups,
    told,
    undo,
    workshop,
)
from brouwerij.domain.commands import decide

rounds.discover()

__all__ = [
    "appearance",
    "decide",
    "flow",
    "guests",
    "notes",
    "participants",
    "rights",
    "signups",
    "told",
    "undo",
    "workshop",
]
