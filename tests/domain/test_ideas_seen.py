"""Brouwen: who may see an idea when, and what those who lead may hide."""

from __future__ import annotations

import pytest

from tests.domain.conftest import Cast, seated
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), phones(1), phones(2), PROJECTOR, STAFF_VIEW)


# What each audience sees in each phase

PHASES: dict[str, dict[str, list[str]]] = {
    "alone": {"table 1": [], "table 2": [], "no table": [], "projector": [], "staff": []},
    "table": {
        "table 1": ["Anna", "Chris"],
        "table 2": ["Bram"],
        "no table": [],
        "projector": [],
        "staff": [],
    },
    "room": {
        who: ["Anna", "Bram", "Chris", "Gast"]
        for who in ("table 1", "table 2", "no table", "projector", "staff")
    },
}
AUDIENCES = {
    "table 1": phones(1),
    "table 2": phones(2),
    "no table": phones(),
    "projector": PROJECTOR,
    "staff": STAFF_VIEW,
}


@pytest.mark.parametrize("phase", sorted(PHASES))
@pytest.mark.parametrize("audience", sorted(AUDIENCES))
def test_ideas_when_the_round_is_in_a_phase_then_each_audience_sees(
    at_tables: Cast, phase: str, audience: str
) -> None:
    room = at_tables.room
    room.open("ideas")
    for name in ("anna", "bram", "chris"):
        room.do(getattr(at_tables, name), "idea.add", text=name.title())
    room.do(FACILITATOR, "idea.add", text="Gast")
    room.reveal(phase)
    assert room.ideas(AUDIENCES[audience]) == PHASES[phase][audience]
    for name in ("anna", "bram", "chris"):
        own = room.own(getattr(at_tables, name))["ideas"]
        assert [idea["text"] for idea in own.values()] == [name.title()]


def test_ideas_when_nothing_is_silent_then_are_seen_at_once() -> None:
    cast = seated(Room([{"kind": "ideas", "settings": {"silent": False}}]))
    cast.room.open("ideas")
    cast.room.do(cast.anna, "idea.add", text="Fonds")
    assert all(cast.room.ideas(audience) == ["Fonds"] for audience in EVERYBODY)


def test_ideas_when_silent_then_only_numbers_are_seen(at_tables: Cast) -> None:
    room = at_tables.room
    room.open("ideas")
    room.do(at_tables.anna, "idea.add", text="Fonds")
    room.do(at_tables.anna, "idea.add", text="Film")
    room.do(at_tables.bram, "idea.add", text="Feest")
    expected = {"ideas": 3, "people": 2, "per_table": {"1": 2, "2": 1}, "parked": 0}
    for audience in EVERYBODY:
        picture = room.picture("ideas", audience)
        turnout = picture.pop("turnout", None)
        assert picture == expected
        assert (turnout is not None) == (audience == STAFF_VIEW), "who leads sees who is not heard"
        assert not any(text in repr(room.sees(audience)) for text in ("Fonds", "Film", "Feest"))


def test_ideas_when_some_wrote_then_who_leads_sees_how_many_of_each_initiative(cast: Cast) -> None:
    cast.room.open("ideas")
    cast.room.do(cast.anna, "idea.add", text="Fonds")
    cast.room.do(cast.anna, "idea.add", text="Film")
    turnout = cast.room.picture("ideas", STAFF_VIEW)["turnout"]
    groene_hof, nest = cast.room.board.initiatives
    assert turnout["initiatives"] == {groene_hof: (1, 2), nest: (0, 1)}
    assert (turnout["voted"], turnout["people"]) == (1, 3)


def test_idea_when_its_author_moves_then_stays_with_the_table_it_was_written_at(
    at_tables: Cast,
) -> None:
    room = at_tables.room
    room.open("ideas")
    room.do(at_tables.anna, "idea.add", text="Fonds")
    room.reveal("table")
    room.do(at_tables.anna, "participant.sit", table=2)
    assert room.ideas(phones(1)) == ["Fonds"]
    assert room.ideas(phones(2)) == []


def test_hide_when_done_then_only_those_who_lead_and_the_author_see_it(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    room.reveal("room")
    room.do(FACILITATOR, "idea.hide", idea=idea)
    assert room.ideas(PROJECTOR) == room.ideas(phones()) == []
    assert room.ideas(STAFF_VIEW) == ["Fonds"]
    assert idea in room.own(cast.anna)["ideas"]
    assert room.picture("ideas")["ideas"] == 0
    assert room.would(FACILITATOR, "idea.hide", idea=idea) == "nothing"
    room.do(FACILITATOR, "idea.hide", idea=idea, hidden=False)
    assert room.log[-1].change.kind == "idea.shown"
    assert room.ideas(PROJECTOR) == ["Fonds"]


@pytest.mark.parametrize("kind", ["idea.hide", "idea.admit", "idea.spotlight"])
def test_moderating_when_it_is_no_idea_or_no_leader_then_is_refused(cast: Cast, kind: str) -> None:
    room = cast.room
    ideas = room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    room.close()
    if kind == "idea.admit":
        idea = room.do(cast.anna, "idea.add", round=ideas, text="Te laat")
    assert room.would(FACILITATOR, kind, idea="nothing-here") == "refused idea.unknown"
    assert room.would(cast.anna, kind, idea=idea) == "refused command.not_allowed"
    assert not room.would(FACILITATOR, kind, idea=idea).startswith("refused")


# Anonymous


def test_anonymous_when_ideas_are_shown_then_nobody_learns_whose(anonymous: Cast) -> None:
    room = anonymous.room
    room.open("ideas")
    idea = room.do(anonymous.anna, "idea.add", text="Fonds")
    room.reveal("room")
    for audience in EVERYBODY:
        assert room.sees(audience)["ideas"][idea] == {"round": room.id("ideas"), "text": "Fonds"}
    assert room.own(anonymous.anna)["ideas"][idea]["author"] == anonymous.anna.id


def test_anonymous_when_shared_at_the_table_then_only_that_table_sees(anonymous: Cast) -> None:
    room = anonymous.room
    room.open("ideas")
    room.do(anonymous.anna, "idea.add", text="Fonds")
    room.reveal("table")
    assert [room.ideas(phones(table)) for table in (0, 1, 2)] == [[], ["Fonds"], []]
