"""The phases of a round: in which order, and what reopening hides again."""

from __future__ import annotations

import pytest

from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, PROJECTOR, Room


@pytest.mark.parametrize(
    ("silent", "at_table", "tables", "phases"),
    [
        (True, True, 3, ["alone", "table", "room"]),
        (True, True, 0, ["alone", "room"]),
        (True, False, 3, ["alone", "room"]),
        (False, True, 3, ["table", "room"]),
        (False, False, 0, ["room"]),
    ],
)
def test_phases_when_settings_differ_then_are_passed_in_order(
    silent: bool, at_table: bool, tables: int, phases: list[str]
) -> None:
    settings = {"silent": silent, "at_table": at_table}
    room = Room([{"kind": "ideas", "settings": settings}], tables=tables)
    room.open("ideas")
    assert room.sees(PROJECTOR)["rounds"]["r1"]["phases"] == phases
    passed = [room.round("ideas").phase]
    for _ in phases[1:]:
        room.reveal()
        passed.append(room.round("ideas").phase)
    assert passed == phases
    assert room.would(FACILITATOR, "round.reveal") == "refused round.last_phase"


def test_reveal_when_a_phase_is_named_then_goes_there_and_back(at_tables: Cast) -> None:
    room = at_tables.room
    room.open("ideas")
    room.reveal("room")
    assert room.round("ideas").phase == "room"
    assert room.would(FACILITATOR, "round.reveal", phase="room") == "nothing"
    assert room.would(FACILITATOR, "round.reveal", phase="roof") == "refused command.malformed"
    room.reveal("alone")
    assert room.round("ideas").phase == "alone"


def test_reveal_when_the_tables_went_away_then_goes_to_the_room(at_tables: Cast) -> None:
    room = at_tables.room
    room.open("ideas")
    room.reveal("table")
    room.do(FACILITATOR, "workshop.edit", title="Cooplink", question="Hoe?", tables=0)
    assert room.would(FACILITATOR, "round.reveal", phase="alone") == "round.revealed"
    room.reveal()
    assert room.round("ideas").phase == "room"


@pytest.mark.parametrize("kind", ["dots", "poll"])
def test_results_when_the_ballot_is_open_then_stay_closed(cast: Cast, kind: str) -> None:
    room = cast.room
    room.open(kind)
    assert room.would(FACILITATOR, "round.reveal") == "refused round.still_open"
    room.do(FACILITATOR, "round.pause")
    assert room.would(FACILITATOR, "round.reveal") == "refused round.still_open"
    room.close()
    assert room.would(FACILITATOR, "round.reveal") == "round.revealed"


@pytest.mark.parametrize("kind", ["dots", "poll"])
def test_reopen_when_results_were_shown_then_hides_them(cast: Cast, kind: str) -> None:
    room = cast.room
    room.open(kind)
    room.results()
    assert room.picture(kind)["results"] is not None
    room.open(kind)
    assert room.round(kind).phase == "voting"
    assert room.picture(kind)["results"] is None


def test_reopen_when_ideas_were_shown_then_they_stay_shown(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.do(cast.anna, "idea.add", text="Fonds")
    room.reveal("room")
    room.close()
    room.open("ideas")
    assert room.ideas(PROJECTOR) == ["Fonds"]
