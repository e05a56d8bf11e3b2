"""A tiny cast: Anna and Bram of one initiative, Chris of another; and rooms to put them in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from brouwerij.domain.commands import Actor
from tests.support.room import Room


@dataclass(frozen=True)
class Cast:
    """Three people in a room."""

    room: Room
    anna: Actor
    bram: Actor
    chris: Actor


def seated(room: Room) -> Cast:
    """Anna and Bram of De Groene Hof at table 1 and 2, Chris of Het Nest at table 1 (or none)."""
    first, second = (1, 2) if room.board.workshop.tables else (0, 0)
    return Cast(
        room,
        anna=room.join("Anna", "De Groene Hof", table=first),
        bram=room.join("Bram", "De Groene Hof", table=second),
        chris=room.join("Chris", "Het Nest", table=first),
    )


@pytest.fixture
def cast() -> Cast:
    """Three people in a workshop without tables."""
    return seated(Room())


@pytest.fixture
def at_tables() -> Cast:
    """Three people at two tables, in a workshop that has three."""
    return seated(Room(tables=3))


@pytest.fixture
def anonymous() -> Cast:
    """Three people at two tables, in an anonymous workshop."""
    return seated(Room(tables=3, anonymous=True))
