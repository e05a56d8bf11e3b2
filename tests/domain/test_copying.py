"""What a workshop is made of that is prepared as another is."""

from __future__ import annotations

from typing import Any

import msgspec

from brouwerij.domain.copying import copy_of
from brouwerij.domain.entities import Idea, Participant
from brouwerij.domain.workshop import CreateWorkshop
from tests.support.room import PLAN, Room

PREPARED: dict[str, Any] = {
    "title": "Landelijke dag",
    "question": "Hoe versterken wij elkaar?",
    "date": "2017-01-21",
    "language": "en",
    "anonymous": True,
    "tables": 7,
    "retention": 30,
    "initiatives": ("CW Circa", "De Warren"),
    "appearance": {"accent": "#2f6b3c", "logo": "a" * 64, "logo_text": "Cooplink"},
}


def test_copy_has_all_that_a_workshop_is_made_of_and_nothing_of_who_came() -> None:
    room = Room([*PLAN, {"kind": "checkout", "title": "Tot ziens", "minutes": 3}], **PREPARED)
    room.open("ideas")
    room.do(room.join("Anna", "CW Circa"), "idea.add", text="Samen")
    assert room.board.all(Idea)
    assert room.board.all(Participant)

    copied = copy_of(room.board)

    made = msgspec.to_builtins(copied)
    fields = {"plan", "rehearsal", *PREPARED}
    assert fields == set(CreateWorkshop.__struct_fields__), "what is new has to be copied too"
    assert {name: made[name] for name in PREPARED} == msgspec.to_builtins(PREPARED)
    again = Room(made["plan"], **{name: made[name] for name in PREPARED})
    assert [(it.kind, it.title, it.minutes, it.settings) for it in again.board.rounds] == [
        (it.kind, it.title, it.minutes, it.settings) for it in room.board.rounds
    ]
    assert not again.board.all(Idea)
    assert not again.board.all(Participant)
