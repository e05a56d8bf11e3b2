"""A room that introduces itself, with a point of each of two initiatives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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


def offering(meeting: Meeting) -> dict[str, Any]:
    """De Groene Hof can help Het Nest; what Anna says to be introduced for that."""
    meeting.room.do(meeting.cast.bram, "tap.set", point=meeting.bottleneck, sort="help", on=True)
    asked = {"need": meeting.bottleneck, "offer": meeting.hof}
    return asked | {"name": "Anna Bakker", "email": "anna@hof.example", "consent": True}


def wishing(meeting: Meeting) -> dict[str, Any]:
    """Anna asked to be introduced; what she says to take that back."""
    said = offering(meeting)
    meeting.room.do(meeting.cast.anna, "wish.give", **said)
    return {"need": said["need"], "offer": said["offer"]}
