"""Brouwen: writing ideas, in time and too late, for oneself and for others."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.commands import Command
from brouwerij.domain.engine import decide
from brouwerij.domain.refusals import Refusal
from tests.domain.conftest import Cast, seated
from tests.support.room import (
    FACILITATOR,
    ORGANISER,
    PROJECTOR,
    STAFF_VIEW,
    SYSTEM,
    Room,
    phones,
)


def test_add_when_the_round_is_open_then_is_the_authors_own_with_the_commands_id(
    at_tables: Cast,
) -> None:
    room, anna = at_tables.room, at_tables.anna
    room.open("ideas")
    idea = room.do(anna, "idea.add", text="  Samen   één fonds ")
    seen = room.own(anna)["ideas"][idea]
    assert seen["text"] == "Samen één fonds"
    assert (seen["author"], seen["table"], seen["at"]) == (anna.id, 1, room.now)
    assert "ideas" not in room.own(at_tables.bram)


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "text.empty"), (" \u200b ", "text.empty"), ("i" * 281, "text.too_long")],
)
def test_add_when_there_is_no_idea_in_it_then_is_refused(cast: Cast, text: str, code: str) -> None:
    cast.room.open("ideas")
    assert cast.room.would(cast.anna, "idea.add", text=text) == f"refused {code}"
    assert cast.room.would(cast.anna, "idea.add", text="i" * 280) == "idea.added"


def test_add_when_the_id_is_taken_then_the_first_idea_stays(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    again = Command(idea, "idea.add", {"round": room.id("ideas"), "text": "Film"})
    assert decide(room.board, again, cast.bram, room.now) == Refusal("idea.id_taken")


def test_add_when_the_limit_is_reached_then_is_refused_for_that_person(cast: Cast) -> None:
    room = seated(Room([{"kind": "ideas", "settings": {"per_person": 2}}])).room
    room.open("ideas")
    room.do(cast.anna, "idea.add", text="een")
    first = room.do(cast.anna, "idea.add", text="twee")
    assert room.decide(cast.anna, "idea.add", text="drie") == Refusal("idea.too_many", {"limit": 2})
    assert room.would(cast.bram, "idea.add", text="drie") == "idea.added"
    room.do(cast.anna, "idea.withdraw", idea=first)
    assert room.would(cast.anna, "idea.add", text="drie") == "idea.added"


def test_add_when_written_for_guests_then_each_has_a_limit_of_their_own(cast: Cast) -> None:
    room = seated(Room([{"kind": "ideas", "settings": {"per_person": 1}}])).room
    helper = room.helper(cast.anna)
    one, other = room.guests(2, "Circa", helper)
    room.open("ideas")
    room.do(helper, "idea.add", text="van een gast", guest=one.id)
    room.do(helper, "idea.add", text="van mij")
    assert room.would(helper, "idea.add", text="van mij") == "refused idea.too_many"
    more = {"text": "nog een", "guest": one.id}
    assert room.would(helper, "idea.add", **more) == "refused idea.too_many"
    assert room.would(helper, "idea.add", **more | {"guest": other.id}) == "idea.added"


def test_idea_when_brought_in_before_the_meeting_then_is_seen_with_the_others(cast: Cast) -> None:
    room = cast.room
    brought = {"round": room.id("ideas"), "text": "Van tevoren"}
    assert room.would(FACILITATOR, "idea.bring", **brought) == "refused command.not_allowed"
    idea = room.do(SYSTEM, "idea.bring", **brought)
    room.open("ideas")
    assert "ideas" not in room.sees(PROJECTOR)
    room.reveal("room")
    assert room.sees(PROJECTOR)["ideas"][idea]["text"] == "Van tevoren"
    assert room.would(SYSTEM, "idea.bring", **brought | {"text": " "}) == "refused text.empty"
    again = Command(idea, "idea.bring", brought)
    assert decide(room.board, again, SYSTEM, room.now) == Refusal("idea.id_taken")


# Too early, too late


def test_add_when_the_round_was_not_opened_then_is_refused(cast: Cast) -> None:
    data = {"round": cast.room.id("ideas"), "text": "Fonds"}
    for actor in (cast.anna, FACILITATOR):
        assert cast.room.would(actor, "idea.add", **data) == "refused round.not_open"
    cast.room.open("ideas")
    assert cast.room.would(cast.anna, "idea.add", **data) == "idea.added"


def test_add_when_the_round_is_paused_then_is_refused_for_participants(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.do(FACILITATOR, "round.pause")
    assert room.would(cast.anna, "idea.add", text="Fonds") == "refused round.paused"
    assert room.would(FACILITATOR, "idea.add", text="Fonds") == "idea.added"


@pytest.mark.parametrize("next_round", [None, "clustering", "dots"])
def test_add_when_the_round_closed_then_waits_in_the_parking_lot(
    cast: Cast, next_round: str | None
) -> None:
    room = cast.room
    ideas = room.open("ideas")
    room.reveal("room")
    room.close()
    if next_round:
        room.open(next_round)
    idea = room.do(cast.anna, "idea.add", round=ideas, text="Te laat")
    assert room.log[-1].change.kind == "idea.parked"
    for audience in (phones(), PROJECTOR):
        assert room.ideas(audience) == []
    assert room.ideas(STAFF_VIEW) == ["Te laat"]
    assert room.own(cast.anna)["ideas"][idea]["parked"]
    room.do(FACILITATOR, "idea.admit", idea=idea)
    assert room.ideas(PROJECTOR) == ["Te laat"]
    assert room.would(FACILITATOR, "idea.admit", idea=idea) == "nothing"


def test_add_when_a_silent_round_closed_unshared_then_who_leads_sees_what_came_late(
    cast: Cast,
) -> None:
    room = cast.room
    ideas = room.open("ideas")
    room.do(cast.bram, "idea.add", text="Op tijd")
    room.close()
    room.do(cast.anna, "idea.add", round=ideas, text="Te laat")
    assert room.ideas(STAFF_VIEW) == ["Te laat"]
    assert room.ideas(PROJECTOR) == []


@pytest.mark.parametrize("closed", [True, False])
def test_silence_when_the_next_round_opens_then_is_over(cast: Cast, closed: bool) -> None:
    """Who sorts ideas has to see them, also when nobody thought of revealing them."""
    room = cast.room
    room.open("ideas")
    room.do(cast.bram, "idea.add", text="Fonds")
    if closed:
        room.close()
    assert room.ideas(PROJECTOR) == []
    room.open("clustering")
    assert room.ideas(PROJECTOR) == ["Fonds"]
    room.do(FACILITATOR, "undo")
    assert room.ideas(PROJECTOR) == []


def test_add_when_one_leads_and_the_round_closed_then_is_in_at_once(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.reveal("room")
    room.close()
    room.do(FACILITATOR, "idea.add", text="Van het bord")
    assert room.ideas(PROJECTOR) == ["Van het bord"]


# For somebody without a phone


def test_guest_idea_when_a_helper_writes_it_then_is_the_guests(at_tables: Cast) -> None:
    room, helper = at_tables.room, at_tables.room.helper(at_tables.anna)
    (guest,) = room.guests(1, "Het Nest", helper)
    nest = room.board.participants[guest.id].initiative
    room.open("ideas")
    room.do(helper, "idea.add", text="Fonds", guest=guest.id)
    room.reveal("room")
    (seen,) = room.sees(PROJECTOR)["ideas"].values()
    assert (seen["author"], seen["initiative"]) == (guest.id, nest)
    assert (seen["helped"], seen["table"]) == (True, 1)
    assert len(room.own(helper)["ideas"]) == 1
    assert room.picture("ideas")["people"] == 1


def test_add_when_one_leads_then_may_be_of_nobody_in_particular(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    idea = {"text": "Fonds", "initiative": "elders"}
    assert room.would(FACILITATOR, "idea.add", **idea) == "refused initiative.unknown"
    room.lead("idea.add", **idea | {"initiative": ""})
    room.reveal("room")
    (seen,) = room.sees(PROJECTOR)["ideas"].values()
    assert (seen["helped"], "author" in seen) == (True, False)


# Changing one's own


@pytest.mark.parametrize(("kind", "data"), [("idea.edit", {"text": "Film"}), ("idea.withdraw", {})])
def test_own_idea_when_another_tries_then_is_refused(
    cast: Cast, kind: str, data: dict[str, Any]
) -> None:
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    assert room.would(cast.bram, kind, idea=idea, **data) == "refused idea.not_yours"
    assert room.would(FACILITATOR, kind, idea=idea, **data) == "refused idea.not_yours"
    assert room.would(cast.anna, kind, idea="nothing-here", **data) == "refused idea.unknown"
    assert not room.would(cast.anna, kind, idea=idea, **data).startswith("refused")


@pytest.mark.parametrize(("kind", "data"), [("idea.edit", {"text": "Film"}), ("idea.withdraw", {})])
def test_guest_idea_when_helper_or_leader_change_it_then_may(
    cast: Cast, kind: str, data: dict[str, Any]
) -> None:
    room = cast.room
    helper = room.helper(cast.anna)
    (guest,) = room.guests(1, "Circa", helper)
    room.open("ideas")
    idea = room.do(helper, "idea.add", text="Fonds", guest=guest.id)
    for_guest = {"idea": idea, "guest": guest.id, **data}
    assert room.would(cast.bram, kind, **for_guest) == "refused guest.not_yours"
    assert room.would(cast.bram, kind, idea=idea, **data) == "refused idea.not_yours"
    for actor in (helper, FACILITATOR, ORGANISER):
        assert not room.would(actor, kind, **for_guest).startswith("refused")


def test_edit_when_done_then_keeps_all_but_the_text(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonts")
    before = room.own(cast.anna)["ideas"][idea]
    room.wait(1000)
    room.do(cast.anna, "idea.edit", idea=idea, text="Fonds")
    assert room.own(cast.anna)["ideas"][idea] == before | {"text": "Fonds"}
    assert room.would(cast.anna, "idea.edit", idea=idea, text=" Fonds") == "nothing"
    assert room.would(cast.anna, "idea.edit", idea=idea, text=" ") == "refused text.empty"
    assert room.would(cast.anna, "idea.edit", idea=idea, text="i" * 281) == "refused text.too_long"


def test_edit_when_the_idea_is_of_another_round_then_is_unknown() -> None:
    cast = seated(Room([{"kind": "ideas"}, {"kind": "ideas"}]))
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    room.do(FACILITATOR, "round.open", round="r2")
    edit = {"idea": idea, "text": "Film"}
    assert room.would(cast.anna, "idea.edit", **edit) == "refused idea.unknown"
    room.do(FACILITATOR, "round.open", round="r1")
    assert room.would(cast.anna, "idea.edit", **edit) == "idea.edited"


def test_withdraw_when_others_were_the_same_then_they_stand_by_themselves(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    first = room.do(cast.anna, "idea.add", text="Fonds")
    other = room.do(cast.bram, "idea.add", text="Een fonds")
    room.open("clustering")
    room.do(FACILITATOR, "idea.same", idea=other, same_as=first)
    room.open("ideas")
    room.do(cast.anna, "idea.withdraw", idea=first)
    assert getattr(room.at("ideas", other), "same_as", None) == ""
