"""Schenken: working groups and who signs up. What becomes of contact details: test_contact."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.conftest import Cast
from tests.domain.doors import (
    DISGUISED,
    TOO_LONG,
    Asked,
    Door,
    commands_of,
    every_door,
    planned_too,
)
from tests.domain.pouring import Pouring, pouring
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)
NO_GROUP, NOT_MEMBER = "refused group.unknown", "refused group.not_member"


@pytest.fixture
def pour() -> Pouring:
    return pouring()


ALLOWED = {
    "group.start": Asked("group.started", lambda p: {"theme": p.film}, "leaders", undoable=True),
    "group.stop": Asked("group.stopped", lambda p: {"group": p.group}, "leaders", undoable=True),
    "group.join": Asked(
        "group.joined", lambda p: {"group": p.group, "role": "follower"}, "participants"
    ),
    "group.leave": Asked(
        "group.left", lambda p: {"group": p.group}, "participants", afterwards=True
    ),
    "group.plan": Asked(
        "group.planned",
        lambda p: {"group": p.group, "first_step": "Bellen", "date": "2017-02-01"},
        afterwards=True,
    ),
}


@pytest.fixture
def joined(pour: Pouring) -> Pouring:
    """Anna leads the working group of Kas."""
    pour.join(pour.cast.anna, role="lead")
    return pour


def test_commands_of_this_round_are_all_asked_here() -> None:
    by_link = {"group.sign_up"}  # asked in test_signing_up
    assert set(ALLOWED) | by_link == commands_of("workgroups")


@every_door(ALLOWED)
def test_command_when_asked_is_heard_as_said(joined: Pouring, kind: str, door: Door) -> None:
    door(joined.cast, kind, ALLOWED[kind], ALLOWED[kind].data(joined))


@pytest.mark.parametrize("kind", sorted(set(ALLOWED) - {"group.start", "group.leave"}))
def test_command_when_the_group_is_unknown_or_of_another_round_then_is_refused(
    joined: Pouring, kind: str
) -> None:
    room, data = joined.room, ALLOWED[kind].data(joined)
    actor = FACILITATOR if ALLOWED[kind].who == "leaders" else joined.cast.anna
    assert room.would(actor, kind, **data | {"group": "nothing-here"}) == NO_GROUP
    assert room.would(actor, kind, **data) == ALLOWED[kind].outcome
    room.lead("round.open", round=planned_too(room, "workgroups"))
    assert room.would(actor, kind, **data) == NO_GROUP


# The groups


def test_groups_when_the_round_opens_then_are_those_of_the_carried_themes(pour: Pouring) -> None:
    group = {"round": pour.room.id("workgroups"), "theme": pour.cash}
    for audience in EVERYBODY:
        assert pour.room.sees(audience)["groups"] == {pour.group: group}


def test_groups_when_there_was_no_poll_then_are_those_of_all_that_go_on(cast: Cast) -> None:
    cash, film = cast.room.themes("Kas", "Film")
    cast.room.open("workgroups")
    groups = cast.room.sees(PROJECTOR)["groups"].values()
    assert [group["theme"] for group in groups] == [cash, film]


def test_start_when_a_theme_is_not_carried_then_it_is_a_vanguard(pour: Pouring) -> None:
    room = pour.room
    assert room.would(FACILITATOR, "group.start", theme=pour.cash) == "refused group.exists"
    assert room.would(FACILITATOR, "group.start", theme="nothing-here") == "refused theme.unknown"
    room.lead("group.start", theme=pour.film)
    seen = room.sees(PROJECTOR)["groups"][f"{room.id('workgroups')}:{pour.film}"]
    assert seen["vanguard"] is True
    assert "vanguard" not in room.sees(PROJECTOR)["groups"][pour.group]


def test_start_when_a_carried_theme_was_stopped_then_is_no_vanguard(pour: Pouring) -> None:
    pour.room.lead("group.stop", group=pour.group)
    assert "groups" not in pour.room.sees(PROJECTOR)
    pour.room.lead("group.start", theme=pour.cash)
    assert "vanguard" not in pour.room.sees(PROJECTOR)["groups"][pour.group]


def test_stop_when_people_signed_up_then_takes_them_along_and_undo_brings_them_back(
    joined: Pouring,
) -> None:
    room = joined.room
    room.lead("group.start", theme=joined.film)
    other = f"{room.id('workgroups')}:{joined.film}"
    joined.join(joined.cast.bram, group=other)
    room.lead("group.stop", group=joined.group)
    assert [seen["group"] for seen in room.sees(PROJECTOR)["signups"].values()] == [other]
    assert "signups" not in room.own(joined.cast.anna)
    room.lead("undo")
    assert len(room.sees(PROJECTOR)["signups"]) == 2


# Signing up


@pytest.mark.parametrize("role", ["lead", "member", "follower"])
def test_join_when_done_then_everybody_sees_who_and_as_what(pour: Pouring, role: str) -> None:
    room, anna = pour.room, pour.cast.anna
    pour.join(anna, role=role)
    home = room.board.participants[anna.id].initiative
    signup = {"group": pour.group, "role": role, "name": "Anna", "initiative": home}
    for audience in EVERYBODY:
        assert list(room.sees(audience)["signups"].values()) == [signup]
    assert [own.get("role", "member") for own in room.own(anna)["signups"].values()] == [role]


def test_join_when_said_again_then_nothing_happens_and_another_role_is_a_change(
    joined: Pouring,
) -> None:
    room, anna = joined.room, joined.cast.anna
    assert room.would(anna, "group.join", group=joined.group, role="lead") == "nothing"
    assert room.would(anna, "group.join", group=joined.group, role="boss") == (
        "refused command.malformed"
    )
    joined.join(anna, role="follower")
    assert [s["role"] for s in room.sees(PROJECTOR)["signups"].values()] == ["follower"]


def test_leave_when_one_is_in_no_such_group_then_nothing_happens(joined: Pouring) -> None:
    room = joined.room
    leave = {"group": joined.group}
    assert room.would(joined.cast.bram, "group.leave", **leave) == "nothing"
    assert room.would(joined.cast.anna, "group.leave", group="nothing-here") == "nothing"
    second = planned_too(room, "workgroups")
    room.lead("round.open", round=second)
    assert room.would(joined.cast.anna, "group.leave", **leave) == "nothing"
    room.open("workgroups")
    room.do(joined.cast.anna, "group.leave", **leave)
    assert "signups" not in room.sees(PROJECTOR)


def test_join_when_the_workshop_is_anonymous_then_is_by_the_name_one_gives_there() -> None:
    pour = pouring(anonymous=True)
    pour.join(pour.cast.anna, name="Anna de Wit", consent=True)
    pour.join(pour.cast.bram)
    names = [seen.get("name") for seen in pour.room.sees(PROJECTOR)["signups"].values()]
    assert names == ["Anna de Wit", None]


# The first step


@pytest.mark.parametrize(
    ("role", "outcome"),
    [
        ("lead", "group.planned"),
        ("member", "group.planned"),
        ("follower", NOT_MEMBER),
        (None, NOT_MEMBER),
    ],
)
def test_plan_when_one_is_so_in_the_group_then(
    pour: Pouring, role: str | None, outcome: str
) -> None:
    pour.join(pour.cast.chris)
    if role:
        pour.join(pour.cast.anna, role=role)
    plan = {"group": pour.group, "first_step": "Bellen"}
    assert pour.room.would(pour.cast.anna, "group.plan", **plan) == outcome
    assert pour.room.would(FACILITATOR, "group.plan", **plan) == "group.planned"


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        ({"first_step": "i" * 1000}, "group.planned"),
        ({"first_step": "i" * 1001}, TOO_LONG),
        ({"first_step": "", "goal": "i" * 1001}, TOO_LONG),
        ({"first_step": "", "needs": "i" * 1001}, TOO_LONG),
        ({"first_step": "", "goal": "Samen inkopen"}, "group.planned"),
        ({"first_step": ""}, "nothing"),
        ({"first_step": "", "date": "2017-02-28"}, "group.planned"),
        ({"first_step": "", "date": "2017-02-30"}, "refused date.malformed"),
        ({"first_step": "", "date": "1 februari"}, "refused date.malformed"),
        ({"first_step": "", "date": "20170201"}, "refused date.malformed"),
        ({"date": "2017-02-28"}, "refused command.malformed"),
    ],
)
def test_plan_when_step_and_date_are_so_then(
    joined: Pouring, data: dict[str, Any], outcome: str
) -> None:
    would = joined.room.would(joined.cast.anna, "group.plan", group=joined.group, **data)
    assert would == outcome


def test_plan_when_done_then_everybody_sees_it_cleaned(joined: Pouring) -> None:
    room: Room = joined.room
    plan = {"group": joined.group, "date": "2017-02-01"}
    plan |= dict.fromkeys(("first_step", "goal", "needs"), DISGUISED)
    room.do(joined.cast.anna, "group.plan", **plan)
    for audience in EVERYBODY:
        seen = room.sees(audience)["groups"][joined.group]
        assert {seen[field] for field in ("first_step", "goal", "needs")} == {"de kas"}
        assert seen["date"] == "2017-02-01"
    assert room.would(FACILITATOR, "group.plan", **plan) == "nothing"


def test_plan_when_goal_and_needs_are_not_named_then_they_stay(joined: Pouring) -> None:
    room, group = joined.room, joined.group
    room.lead("group.plan", group=group, first_step="", goal="Samen inkopen", needs="Een zaal")
    room.lead("group.plan", group=group, first_step="Bellen")
    seen = room.sees(PROJECTOR)["groups"][group]
    assert (seen["goal"], seen["needs"]) == ("Samen inkopen", "Een zaal")
