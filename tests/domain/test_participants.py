"""Coming in, sitting down, and one's name."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.entities import Initiative, Participant
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, PROJECTOR, STRANGER, SYSTEM, Room, phones


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"initiative": " "}, "participant.initiative_missing"),
        ({"initiative": "i" * 81}, "text.too_long"),
        ({"name": "n" * 81}, "text.too_long"),
        ({"table": 4}, "table.unknown"),
        ({"table": -1}, "command.malformed"),
    ],
)
def test_join_when_something_is_wrong_then_says_what(
    at_tables: Cast, fields: dict[str, Any], code: str
) -> None:
    newcomer = {"participant": "person-dirk", "initiative": "Circa"}
    refused = at_tables.room.would(SYSTEM, "participant.join", **newcomer | fields)
    assert refused == f"refused {code}"
    assert at_tables.room.would(SYSTEM, "participant.join", **newcomer) == "participant.joined"


def test_join_when_the_initiative_is_written_otherwise_then_is_the_same(cast: Cast) -> None:
    room = cast.room
    dirk = room.join("Dirk", "  de GROENE-hóf ")
    assert room.board.participants[dirk.id].initiative == _initiative(room, "De Groene Hof").id
    assert len(room.board.initiatives) == 2


def test_join_when_said_twice_then_is_one_person(cast: Cast) -> None:
    again = {"participant": cast.anna.id, "initiative": "Circa"}
    assert cast.room.would(SYSTEM, "participant.join", **again) == "nothing"


def test_join_when_no_table_is_named_then_is_dealt_the_emptiest(at_tables: Cast) -> None:
    room = at_tables.room
    dealt = [room.board.participants[room.join(n, "Circa").id].table for n in "DEFG"]
    assert dealt == [3, 2, 3, 1]


def test_marks_when_initiatives_start_alike_then_differ() -> None:
    room = Room()
    for number, name in enumerate(["Circa", "Cirkel", "Ci", "C", "!!!", "Çelik", "ßa", "İi"]):
        room.join(f"P{number}", name)
    marks = [i.mark for i in room.board.initiatives.values()]
    assert marks[0] == "Ci"
    assert len(set(marks)) == len(marks)
    assert all(len(mark) == 2 for mark in marks)


def test_join_when_named_then_the_name_is_seen_but_not_in_the_log(cast: Cast) -> None:
    seen = cast.room.sees(PROJECTOR)["participants"][cast.anna.id]
    assert seen["name"] == "Anna"
    assert "Anna" not in repr(cast.room.log)


def test_anonymous_when_people_join_or_rename_then_no_name_is_kept(anonymous: Cast) -> None:
    room = anonymous.room
    assert room.would(anonymous.anna, "participant.rename", name="Annie") == "nothing"
    room.do(anonymous.anna, "participant.rename", name="Annie")
    assert {person.name for person in room.people.values()} == {""}


def test_rename_when_done_then_everyone_sees_the_new_name(cast: Cast) -> None:
    room = cast.room
    room.do(cast.anna, "participant.rename", name=" Annie ")
    assert room.sees(phones())["participants"][cast.anna.id]["name"] == "Annie"
    assert room.own(cast.anna)["me"][cast.anna.id]["name"] == "Annie"
    assert "Annie" not in repr(room.log)
    assert room.would(cast.anna, "participant.rename", name="n" * 81) == "refused text.too_long"
    assert room.would(FACILITATOR, "participant.rename", name="X") == "refused command.not_allowed"


def test_sit_when_a_participant_names_another_then_moves_oneself(at_tables: Cast) -> None:
    room = at_tables.room
    room.do(at_tables.anna, "participant.sit", table=3, participant=at_tables.bram.id)
    assert room.board.participants[at_tables.anna.id].table == 3
    assert room.board.participants[at_tables.bram.id].table == 2


def test_sit_when_one_leads_then_moves_whom_they_name(at_tables: Cast) -> None:
    room = at_tables.room
    bram = at_tables.bram.id
    room.do(FACILITATOR, "participant.sit", table=3, participant=bram)
    assert room.board.participants[bram].table == 3
    assert room.would(FACILITATOR, "participant.sit", table=3, participant=bram) == "nothing"
    for nobody in ("", "person-stranger"):
        refused = room.would(FACILITATOR, "participant.sit", table=3, participant=nobody)
        assert refused == "refused participant.unknown"


@pytest.mark.parametrize(("table", "code"), [(4, "table.unknown"), (0, "command.malformed")])
def test_sit_when_there_is_no_such_table_then_is_refused(
    at_tables: Cast, table: int, code: str
) -> None:
    refused = at_tables.room.would(at_tables.anna, "participant.sit", table=table)
    assert refused == f"refused {code}"
    assert at_tables.room.would(at_tables.anna, "participant.sit", table=3) == "participant.seated"


def test_help_when_given_and_taken_then_is_on_the_person(cast: Cast) -> None:
    room, anna = cast.room, cast.anna.id
    room.do(FACILITATOR, "participant.help", participant=anna, helper=True)
    assert _person(room, anna).helper
    assert room.would(FACILITATOR, "participant.help", participant=anna, helper=True) == "nothing"
    room.do(FACILITATOR, "participant.help", participant=anna, helper=False)
    assert not _person(room, anna).helper
    nobody = {"participant": STRANGER.id, "helper": True}
    assert room.would(FACILITATOR, "participant.help", **nobody) == "refused participant.unknown"


def _initiative(room: Room, name: str) -> Initiative:
    return next(i for i in room.board.initiatives.values() if i.name == name)


def _person(room: Room, id: str) -> Participant:
    return room.board.participants[id]
