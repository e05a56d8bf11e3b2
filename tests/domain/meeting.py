"""A room that introduces itself, with a point of each of two initiatives."""

from __future__ import annotations

from dataclasses import dataclass

from tests.domain.conftest import Cast
from tests.support.room import Room


@dataclass(frozen=True)
class Meeting:
    """The round is open; De Groene Hof (Anna and Bram) wrote a factor, Het Nest a bottleneck."""

    cast: Cast
    hof: str
    nest: str
    factor: str
    bottleneck: str

    @property
    def room(self) -> Room:
        return self.cast.room


def met(cast: Cast) -> Meeting:
    room = cast.room
    room.open("introductions")
    return Meeting(
        cast,
        hof=room.board.participants[cast.anna.id].initiative,
        nest=room.board.participants[cast.chris.id].initiative,
        factor=room.do(cast.bram, "point.add", sort="factor", text="Veel handen"),
        bottleneck=room.do(cast.chris, "point.add", sort="bottleneck", text="Geen geld"),
    )
