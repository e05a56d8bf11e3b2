"""Brouwen: one idea large before the room."""

from __future__ import annotations

import pytest

from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones


def lit(room: Room) -> list[str]:
    """What is in the spotlight for phones, projector and those who lead."""
    views = [room.sees(audience) for audience in (phones(), PROJECTOR, STAFF_VIEW)]
    return [view["workshop"]["this"]["spotlight"] for view in views]


def test_spotlight_when_the_idea_may_be_seen_then_stands_there(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    room.do(FACILITATOR, "idea.spotlight", idea=idea)
    assert lit(room) == ["", "", ""]
    room.reveal("room")
    assert lit(room) == [idea] * 3
    assert room.would(FACILITATOR, "idea.spotlight", idea=idea) == "nothing"
    room.do(FACILITATOR, "idea.spotlight", idea="")
    assert lit(room) == ["", "", ""]


@pytest.mark.parametrize("gone", ["hidden", "withdrawn", "next round"])
def test_spotlight_when_the_idea_goes_then_goes_out(cast: Cast, gone: str) -> None:
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    room.reveal("room")
    room.do(FACILITATOR, "idea.spotlight", idea=idea)
    if gone == "hidden":
        room.do(FACILITATOR, "idea.hide", idea=idea)
    elif gone == "withdrawn":
        room.do(cast.anna, "idea.withdraw", idea=idea)
    else:
        room.open("clustering")
    assert room.board.workshop.spotlight == ""


@pytest.mark.parametrize("state", ["hidden", "parked"])
def test_spotlight_when_the_room_may_not_see_the_idea_then_is_refused(
    cast: Cast, state: str
) -> None:
    room = cast.room
    ideas = room.open("ideas")
    room.reveal("room")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    assert room.would(FACILITATOR, "idea.spotlight", idea=idea) == "idea.spotlighted"
    if state == "hidden":
        room.do(FACILITATOR, "idea.hide", idea=idea)
    else:
        room.close()
        idea = room.do(cast.anna, "idea.add", round=ideas, text="Te laat")
    assert room.would(FACILITATOR, "idea.spotlight", idea=idea) == "refused idea.unknown"
