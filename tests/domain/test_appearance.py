"""The logo and the accent colour of a workshop, as they are set."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.room import FACILITATOR, ORGANISER, PROJECTOR, STRANGER, SYSTEM, Room

LOGO, OTHER = "a1" * 32, "b2" * 32
LOOK: dict[str, Any] = {
    "accent": "#a8481a",
    "logo": LOGO,
    "logo_text": " Wooncoöperatie  Het Nest ",
}


@pytest.fixture
def room() -> Room:
    return Room([{"kind": "ideas"}])


def look_of(room: Room) -> tuple[str, str, str]:
    it = room.board.workshop
    return it.accent, it.logo, it.logo_text


def test_set_when_the_organiser_does_then_it_stands_and_its_text_is_tidy(room: Room):
    room.do(ORGANISER, "appearance.set", **LOOK)
    assert look_of(room) == ("#a8481a", LOGO, "Wooncoöperatie Het Nest")
    assert room.would(ORGANISER, "appearance.set", **LOOK) == "nothing"


def test_set_when_the_logo_goes_then_its_text_goes_too(room: Room):
    room.do(ORGANISER, "appearance.set", **LOOK)
    room.do(ORGANISER, "appearance.set", accent="#a8481a", logo_text="Het Nest")
    assert look_of(room) == ("#a8481a", "", "")


def test_undo_when_it_was_set_then_brings_back_what_there_was(room: Room):
    room.do(ORGANISER, "appearance.set", **LOOK)
    before = look_of(room)
    done = room.do(ORGANISER, "appearance.set", accent="", logo=OTHER)
    room.do(FACILITATOR, "undo", command=done)
    assert look_of(room) == before


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"accent": "red"}, "command.malformed"),
        ({"accent": "#a8481a\n"}, "command.malformed"),
        ({"accent": "#a8481a;}body{}"}, "command.malformed"),
        ({"logo": "../../etc/passwd"}, "command.malformed"),
        ({"logo": LOGO.upper()}, "command.malformed"),
        ({"logo": LOGO, "logo_text": "n" * 81}, "text.too_long"),
    ],
)
def test_set_when_something_is_wrong_then_it_is_refused(room: Room, wrong: Any, code: str):
    assert room.would(ORGANISER, "appearance.set", **wrong) == f"refused {code}"
    assert room.would(ORGANISER, "appearance.set", **LOOK) == "appearance.set"


def test_set_when_a_participant_asks_then_it_is_refused(room: Room):
    assert room.would(STRANGER, "appearance.set", **LOOK).startswith("refused ")


def test_edit_when_what_it_is_about_changes_then_its_look_stays(room: Room):
    room.do(ORGANISER, "appearance.set", **LOOK)
    before = look_of(room)
    room.do(ORGANISER, "workshop.edit", title="Anders", question="Hoe?")
    assert look_of(room) == before


def test_create_when_it_has_a_look_then_it_begins_with_it():
    room = Room([{"kind": "ideas"}], appearance=LOOK)
    assert look_of(room) == ("#a8481a", LOGO, "Wooncoöperatie Het Nest")


def test_purge_when_people_are_erased_then_the_look_stays(room: Room):
    room.do(ORGANISER, "appearance.set", **LOOK)
    before = look_of(room)
    room.do(SYSTEM, "workshop.purge")
    assert look_of(room) == before


def test_view_has_nothing_of_it(room: Room):
    """The pages know it; what travels to every phone has no use for it."""
    before = room.sees(PROJECTOR)
    room.do(ORGANISER, "appearance.set", **LOOK)
    assert room.sees(PROJECTOR) == before
