"""A workshop made anew of another: all that was prepared, without the people and what they said.

Rehearsals, copies and an organiser's own templates are made of this.
"""

from __future__ import annotations

import msgspec

from brouwerij.domain.appearance import Appearance
from brouwerij.domain.board import Board
from brouwerij.domain.plans import PlannedRound
from brouwerij.domain.workshop import About, CreateWorkshop


def plan_of(board: Board) -> tuple[PlannedRound, ...]:
    """The rounds of a workshop as they were planned, to be planned again: without their ids."""
    return tuple(
        PlannedRound(it.kind, title=it.title, minutes=it.minutes, settings=it.settings)
        for it in board.rounds
    )


def copy_of(board: Board) -> CreateWorkshop:
    """What to make a workshop of that is prepared as this one is."""
    about = msgspec.convert(board.workshop, About, from_attributes=True)
    return CreateWorkshop(
        **msgspec.structs.asdict(about),
        appearance=msgspec.convert(board.workshop, Appearance, from_attributes=True),
        plan=plan_of(board),
        initiatives=tuple(initiative.name for initiative in board.initiatives.values()),
    )
