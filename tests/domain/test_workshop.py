"""Making a workshop, editing it and ending it."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.board import Board
from brouwerij.domain.commands import Actor, Command
from brouwerij.domain.engine import decide
from brouwerij.domain.plans import TEMPLATES
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, PROJECTOR, SYSTEM, Room, phones

IDEAS = {"kind": "ideas"}
ABOUT: dict[str, Any] = {"title": "Cooplink", "question": "Hoe versterken wij elkaar?"}


def created(**about: Any) -> str:
    """What making a workshop with this comes to."""
    data = ABOUT | {"plan": [IDEAS]} | about
    outcome = decide(Board(), Command("command-0001", "workshop.create", data), SYSTEM, 0)
    if isinstance(outcome, Refusal):
        return outcome.code
    return outcome.change.kind if outcome.change else "nothing"


# Making one


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ({"title": "  "}, "text.empty"),
        ({"question": ""}, "text.empty"),
        ({"title": "t" * 81}, "text.too_long"),
        ({"question": "q" * 281}, "text.too_long"),
        ({"date": "21 januari"}, "date.malformed"),
        ({"language": "fr"}, "command.malformed"),
        ({"language": "nl\n"}, "command.malformed"),
        ({"tables": -1}, "command.malformed"),
        ({"tables": 301}, "command.malformed"),
        ({"plan": []}, "plan.empty"),
        ({"plan": [{"kind": "dans"}]}, "plan.kind_unknown"),
        ({"plan": [IDEAS | {"title": "t" * 81}]}, "text.too_long"),
        ({"plan": [IDEAS | {"settings": {"per_person": -1}}]}, "plan.settings_malformed"),
        ({"plan": [{"kind": "poll", "settings": {"rule": {"turnout": "veel"}}}]},
         "plan.settings_malformed"),
        ({"initiatives": ["n" * 81]}, "text.too_long"),
        ({"colour": "red"}, "command.malformed"),
    ],
)  # fmt: skip
def test_create_when_something_is_wrong_then_says_what(about: dict[str, Any], code: str) -> None:
    assert created(**about) == code
    assert created() == "workshop.created"


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_create_when_from_a_template_then_has_its_rounds(template: str) -> None:
    plan = [
        {"kind": r.kind, "minutes": r.minutes, "settings": r.settings}
        for r in TEMPLATES[template].rounds
    ]
    room = Room(plan, tables=TEMPLATES[template].tables)
    assert [r.kind for r in room.board.rounds] == [r["kind"] for r in plan]
    assert {r.kind for r in room.board.rounds} <= set(KINDS)


@pytest.mark.parametrize(("minutes", "kept"), [(-3, 1), (0, 1), (25, 25), (10**9, 480)])
def test_create_when_minutes_are_odd_then_keeps_them_in_a_day(minutes: int, kept: int) -> None:
    assert Room([IDEAS | {"minutes": minutes}]).board.rounds[0].minutes == kept


def test_create_when_initiatives_are_named_twice_then_each_is_there_once() -> None:
    room = Room(initiatives=["Het Nest", "het  nest", " ", "Hét Nest!", "Circa"])
    assert [i.name for i in room.board.initiatives.values()] == ["Het Nest", "Circa"]


@pytest.mark.parametrize("role", ["participant", "facilitator", "organiser"])
@pytest.mark.parametrize("kind", ["workshop.create", "participant.join"])
def test_system_command_when_a_person_gives_it_then_is_refused(
    cast: Cast, role: Any, kind: str
) -> None:
    data = {
        "workshop.create": ABOUT | {"plan": [IDEAS]},
        "participant.join": {"participant": "person-dirk", "initiative": "Circa"},
    }[kind]
    actor = Actor(role, cast.anna.id)
    assert cast.room.would(actor, kind, **data) == "refused command.not_allowed"
    assert not cast.room.would(SYSTEM, kind, **data).startswith("refused")


# Editing


def test_edit_when_nothing_differs_then_nothing_happens(cast: Cast) -> None:
    assert cast.room.would(FACILITATOR, "workshop.edit", **ABOUT) == "nothing"
    assert cast.room.would(FACILITATOR, "workshop.edit", **ABOUT, tables=2) == "workshop.edited"


def test_edit_when_done_then_the_plan_and_the_round_stay(cast: Cast) -> None:
    cast.room.open("ideas")
    before = cast.room.board.workshop
    cast.room.do(FACILITATOR, "workshop.edit", **ABOUT | {"title": "Anders"}, date="2017-01-21")
    after = cast.room.board.workshop
    assert (after.title, after.date) == ("Anders", "2017-01-21")
    assert (after.plan, after.current) == (before.plan, before.current)


def test_edit_when_there_are_ideas_then_anonymity_cannot_be_lifted(anonymous: Cast) -> None:
    room = anonymous.room
    named = ABOUT | {"tables": 3, "anonymous": False}
    assert room.would(FACILITATOR, "workshop.edit", **named) == "workshop.edited"
    room.open("ideas")
    room.do(anonymous.anna, "idea.add", text="Fonds")
    assert room.would(FACILITATOR, "workshop.edit", **named) == "refused workshop.anonymity_locked"
    renamed = named | {"anonymous": True, "title": "Anders"}
    assert room.would(FACILITATOR, "workshop.edit", **renamed) == "workshop.edited"


def test_message_when_shown_then_is_on_all_phones_until_taken_away(cast: Cast) -> None:
    room = cast.room
    room.do(FACILITATOR, "message.show", text=" Koffie  om drie uur ")
    for audience in (PROJECTOR, phones()):
        assert room.sees(audience)["workshop"]["this"]["message"] == "Koffie om drie uur"
    assert room.would(FACILITATOR, "message.show", text="Koffie om drie uur") == "nothing"
    assert room.would(FACILITATOR, "message.show", text="k" * 281) == "refused text.too_long"
    room.do(FACILITATOR, "message.show", text="")
    assert room.board.workshop.message == ""


# The end


def test_end_when_a_round_runs_then_closes_it(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.do(FACILITATOR, "workshop.end")
    assert room.board.workshop.state == "ended"
    assert room.round("ideas").status == "closed"
    assert room.would(FACILITATOR, "workshop.end") == "nothing"


def test_ended_when_a_participant_still_acts_then_is_refused_until_resumed(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    assert room.would(cast.anna, "idea.add", text="Film") == "idea.added"
    room.do(FACILITATOR, "workshop.end")
    for kind, data in (("idea.add", {"text": "Film"}), ("undo", {})):
        assert room.would(cast.anna, kind, **data) == "refused workshop.ended"
    assert room.would(FACILITATOR, "message.show", text="Dank") == "message.shown"
    room.do(FACILITATOR, "workshop.resume")
    assert room.would(FACILITATOR, "workshop.resume") == "nothing"
    room.open("ideas")
    assert room.would(cast.anna, "idea.add", text="Film") == "idea.added"


def test_join_when_the_workshop_has_ended_then_is_refused(cast: Cast) -> None:
    newcomer = {"participant": "person-dirk", "initiative": "Circa"}
    assert cast.room.would(SYSTEM, "participant.join", **newcomer) == "participant.joined"
    cast.room.do(FACILITATOR, "workshop.end")
    assert cast.room.would(SYSTEM, "participant.join", **newcomer) == "refused workshop.ended"
