"""How long people are kept, and what is left of the board afterwards."""

from __future__ import annotations

import pytest

from brouwerij.domain.commands import COMMANDS
from brouwerij.domain.entities import COLLECTIONS
from brouwerij.domain.notes import Note
from brouwerij.domain.retention import last_day
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, MINUTE, START, SYSTEM

DAY = 24 * 60 * MINUTE


@pytest.mark.parametrize(
    ("ended_at", "date", "active_at", "on"),
    [
        (START, "2017-03-01", START + 9 * DAY, "2017-01-31"),
        (0, "2017-03-01", START, "2017-03-11"),
        (0, "2016-03-01", START, "2017-01-31"),
        (0, "", START + DAY, "2017-02-01"),
    ],
    ids=["ended", "to come", "its date is over", "no date"],
)
def test_last_day_counts_from_the_end_and_else_from_what_is_later(
    ended_at: int, date: str, active_at: int, on: str
) -> None:
    assert last_day(ended_at, date, active_at, 10) == on


def test_end_is_remembered_until_the_workshop_goes_on(cast: Cast) -> None:
    cast.room.lead("workshop.end")
    assert cast.room.board.workshop.ended_at == cast.room.now
    cast.room.lead("workshop.resume")
    assert cast.room.board.workshop.ended_at == 0


def test_purge_ends_it_and_leaves_the_outcome_without_what_was_written_of_people(
    cast: Cast,
) -> None:
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Een kas")
    room.lead("note.write", round=room.id("ideas"), text="Wies sprak nog niet")
    room.lead("message.show", text="Bas, je auto staat in de weg")

    room.do(SYSTEM, "workshop.purge")

    workshop = room.board.workshop
    assert (workshop.state, workshop.message) == ("ended", "")
    assert workshop.purged_at == workshop.ended_at == room.now
    assert [note.text for note in room.board.all(Note).values()] == [""]
    assert room.board.collections["ideas"].keys() == {idea}
    assert room.board.current is not None
    assert room.board.current.status == "closed"


def test_purge_then_every_command_is_refused(cast: Cast) -> None:
    cast.room.do(SYSTEM, "workshop.purge")
    told = {cast.room.would(FACILITATOR, kind) for kind in COMMANDS}
    assert told == {"refused workshop.purged"}


def test_fields_that_are_emptied_are_texts_of_their_entity() -> None:
    for entity in COLLECTIONS.values():
        empty = entity(id="this")
        assert all(getattr(empty, field) == "" for field in entity.personal), entity
