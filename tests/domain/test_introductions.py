"""Kennismaken: the card of an initiative and its points."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.commands import Command
from brouwerij.domain.engine import decide
from brouwerij.domain.refusals import Refusal
from tests.domain.conftest import Cast
from tests.domain.doors import (
    DISGUISED,
    EMPTY,
    NOT_ALLOWED,
    TOO_LONG,
    Asked,
    Door,
    commands_of,
    every_door,
    planned_too,
)
from tests.domain.meeting import Meeting, met, offering, wishing
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return met(cast)


ALLOWED = {
    "introduction.write": Asked(
        "introduction.written", lambda m: {"field": "who", "text": "Wij", "initiative": m.hof}
    ),
    "point.add": Asked(
        "point.added", lambda m: {"sort": "factor", "text": "Grond", "initiative": m.hof}
    ),
    "point.edit": Asked("point.edited", lambda m: {"point": m.factor, "text": "Handen"}),
    "point.withdraw": Asked("point.withdrawn", lambda m: {"point": m.factor}),
    "tap.set": Asked(
        "tap.set", lambda m: {"point": m.bottleneck, "sort": "help", "on": True}, "participants"
    ),
    "match.set": Asked(
        "match.set",
        lambda m: {"factor": m.factor, "need": m.bottleneck},
        "leaders",
        undoable=True,
    ),
    "wish.give": Asked("wish.given", offering, "participants", afterwards=True),
    "wish.withdraw": Asked("wish.withdrawn", wishing, "participants", afterwards=True),
}


def test_commands_of_this_round_are_all_asked_here() -> None:
    assert set(ALLOWED) == commands_of("introductions")


@every_door(ALLOWED)
def test_command_when_asked_is_heard_as_said(meeting: Meeting, kind: str, door: Door) -> None:
    door(meeting.cast, kind, ALLOWED[kind], ALLOWED[kind].data(meeting))


# The card


@pytest.mark.parametrize("field", ["who", "beautiful"])
def test_write_when_done_then_everybody_sees_it_on_the_card(meeting: Meeting, field: str) -> None:
    room = meeting.room
    room.do(meeting.cast.anna, "introduction.write", field=field, text=DISGUISED)
    id = f"{room.id('introductions')}:{meeting.hof}"
    card = {"round": room.id("introductions"), "initiative": meeting.hof, field: "de kas"}
    for audience in EVERYBODY:
        assert room.sees(audience)["introductions"] == {id: card}
    again = {"field": field, "text": "de  kas "}
    assert room.would(meeting.cast.bram, "introduction.write", **again) == "nothing"
    room.do(meeting.cast.bram, "introduction.write", field=field, text="")
    assert field not in room.sees(PROJECTOR)["introductions"][id]


def test_write_when_two_of_an_initiative_write_then_the_fields_stand_side_by_side(
    meeting: Meeting,
) -> None:
    room = meeting.room
    room.do(meeting.cast.anna, "introduction.write", field="who", text="Buren")
    room.do(meeting.cast.bram, "introduction.write", field="beautiful", text="De tuin")
    (card,) = room.sees(PROJECTOR)["introductions"].values()
    assert (card["who"], card["beautiful"]) == ("Buren", "De tuin")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"field": "who", "text": "i" * 281}, TOO_LONG),
        ({"field": "name", "text": "Wij"}, "refused command.malformed"),
        ({"field": "who"}, "refused command.malformed"),
        ({"field": "who", "text": ""}, "nothing"),
        ({"field": "who", "text": "i" * 280}, "introduction.written"),
    ],
)
def test_write_when_the_text_is_so_then(meeting: Meeting, data: dict[str, Any], code: str) -> None:
    assert meeting.room.would(meeting.cast.anna, "introduction.write", **data) == code


@pytest.mark.parametrize("kind", ["introduction.write", "point.add"])
def test_writing_when_a_participant_names_another_initiative_then_is_for_their_own(
    meeting: Meeting, kind: str
) -> None:
    room = meeting.room
    room.do(meeting.cast.anna, kind, **ALLOWED[kind].data(meeting) | {"initiative": meeting.nest})
    (written,) = room.log[-1].change.set
    assert getattr(written, "initiative", None) == meeting.hof


@pytest.mark.parametrize("kind", ["introduction.write", "point.add"])
@pytest.mark.parametrize("named", ["", "elsewhere"])
def test_writing_when_one_leads_and_names_no_initiative_then_is_refused(
    meeting: Meeting, kind: str, named: str
) -> None:
    data = ALLOWED[kind].data(meeting)
    refused = meeting.room.would(FACILITATOR, kind, **data | {"initiative": named})
    assert refused == "refused initiative.unknown"
    assert meeting.room.would(FACILITATOR, kind, **data) == ALLOWED[kind].outcome


# The points


def test_point_when_added_then_everybody_sees_it_with_the_commands_id(meeting: Meeting) -> None:
    room = meeting.room
    id = room.do(meeting.cast.anna, "point.add", sort="bottleneck", text=DISGUISED)
    point = {"round": room.id("introductions"), "initiative": meeting.hof, "sort": "bottleneck"}
    for audience in EVERYBODY:
        seen = room.sees(audience)["points"][id]
        assert seen == point | {"text": "de kas", "at": room.now}


@pytest.mark.parametrize("kind", ["point.add", "point.edit"])
@pytest.mark.parametrize(
    ("text", "code"),
    [("", EMPTY), (" \u200b\x00", EMPTY), ("i" * 281, TOO_LONG), ("i" * 280, "")],
)
def test_point_when_the_text_is_so_then(meeting: Meeting, kind: str, text: str, code: str) -> None:
    data = ALLOWED[kind].data(meeting) | {"text": text}
    expected = code or ALLOWED[kind].outcome
    assert meeting.room.would(meeting.cast.anna, kind, **data) == expected


def test_point_when_the_id_is_taken_then_the_first_stays(meeting: Meeting) -> None:
    room = meeting.room
    data = {"round": room.id("introductions"), "sort": "factor", "text": "Anders"}
    again = decide(
        room.board, Command(meeting.factor, "point.add", data), meeting.cast.anna, room.now
    )
    assert again == Refusal("idea.id_taken")


def test_point_when_edited_then_keeps_all_but_the_text(meeting: Meeting) -> None:
    room = meeting.room
    before = room.sees(PROJECTOR)["points"][meeting.factor]
    room.wait(1000)
    room.do(meeting.cast.anna, "point.edit", point=meeting.factor, text="Handen")
    assert room.sees(PROJECTOR)["points"][meeting.factor] == before | {"text": "Handen"}
    again = {"point": meeting.factor, "text": " Handen"}
    assert room.would(meeting.cast.anna, "point.edit", **again) == "nothing"


@pytest.mark.parametrize("kind", ["point.edit", "point.withdraw"])
def test_point_when_it_is_another_initiatives_then_only_they_and_who_leads_may(
    meeting: Meeting, kind: str
) -> None:
    data = ALLOWED[kind].data(meeting) | {"point": meeting.bottleneck}
    room = meeting.room
    assert room.would(meeting.cast.anna, kind, **data) == NOT_ALLOWED
    for actor in (meeting.cast.chris, FACILITATOR):
        assert room.would(actor, kind, **data) == ALLOWED[kind].outcome


@pytest.mark.parametrize("kind", ["point.edit", "point.withdraw", "tap.set"])
def test_point_when_it_is_unknown_or_of_another_round_then_is_refused(
    meeting: Meeting, kind: str
) -> None:
    room, anna, asked = meeting.room, meeting.cast.anna, ALLOWED[kind]
    data = asked.data(meeting)
    unknown = data | {"point": "nothing-here"}
    assert room.would(anna, kind, **unknown) == "refused point.unknown"
    assert room.would(anna, kind, **data) == asked.outcome
    room.lead("round.open", round=planned_too(room, "introductions"))
    assert room.would(anna, kind, **data) == "refused point.unknown"


def test_point_when_withdrawn_then_goes_with_all_its_taps_and_no_others(meeting: Meeting) -> None:
    room, anna, bram = meeting.room, meeting.cast.anna, meeting.cast.bram
    stays = room.do(meeting.cast.chris, "point.add", sort="bottleneck", text="Geen tijd")
    for person in (anna, bram):
        room.do(person, "tap.set", point=meeting.bottleneck, sort="help", on=True)
    room.do(anna, "tap.set", point=stays, sort="recognise", on=True)
    room.do(meeting.cast.chris, "point.withdraw", point=meeting.bottleneck)
    assert meeting.bottleneck not in room.sees(PROJECTOR)["points"]
    assert [tap["point"] for tap in room.own(anna)["taps"].values()] == [stays]
    assert "taps" not in room.own(bram)
    assert list(room.picture("introductions")["points"]) == [stays]


def test_line_when_somebody_changed_it_meanwhile_then_is_not_written_over(meeting: Meeting) -> None:
    """A phone that was away says which text it meant to replace."""
    room, anna = meeting.room, meeting.cast.anna
    line = {"field": "who", "base": ""}
    assert room.would(anna, "introduction.write", **line, text="Buren") == "introduction.written"
    room.do(anna, "introduction.write", field="who", text="Vrienden")
    refused = "refused text.changed_since"
    assert room.would(anna, "introduction.write", **line, text="Buren") == refused
    assert room.would(anna, "introduction.write", **line, text="Vrienden") == "nothing"
    line["base"] = "Vrienden"
    assert room.would(anna, "introduction.write", **line, text="Buren") == "introduction.written"
