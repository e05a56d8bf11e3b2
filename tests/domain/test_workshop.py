"""Making a workshop, its plan, and who takes part."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.board import Board
from brouwerij.domain.commands import Actor, Command
from brouwerij.domain.engine import decide
from brouwerij.domain.entities import Initiative, Participant
from brouwerij.domain.plans import TEMPLATES
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, ORGANISER, PROJECTOR, STRANGER, SYSTEM, Room, phones

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


# The envelope


def test_decide_when_the_kind_is_unknown_then_says_which_in_clean_text(cast: Cast) -> None:
    refused = cast.room.decide(cast.anna, "idea.\ud800\x00explode")
    assert refused == Refusal("command.unknown", {"kind": "idea.explode"})


def test_decide_when_the_actor_never_came_in_then_there_is_no_such_participant(cast: Cast) -> None:
    cast.room.open("clustering")
    assert cast.room.would(STRANGER, "theme.add", name="Film") == "refused participant.unknown"
    assert cast.room.would(cast.anna, "theme.add", name="Film") == "theme.added"


@pytest.mark.parametrize(
    "data", [{"text": 3}, {"text": None}, {}, {"text": "a", "more": 1}, {"text": ["a"]}]
)
def test_decide_when_data_has_another_shape_then_is_malformed(
    cast: Cast, data: dict[str, Any]
) -> None:
    assert cast.room.would(FACILITATOR, "message.show", **data) == "refused command.malformed"
    assert cast.room.would(FACILITATOR, "message.show", text="a") == "message.shown"


STAFF_ONLY: dict[str, dict[str, Any]] = {
    "workshop.edit": ABOUT | {"title": "Anders"},
    "plan.set": {"rounds": [IDEAS]},
    "workshop.end": {},
    "message.show": {"text": "Koffie"},
    "participant.help": {"participant": "person-anna", "helper": True},
}


@pytest.mark.parametrize("kind", sorted(STAFF_ONLY))
def test_leading_when_a_participant_tries_then_is_refused(cast: Cast, kind: str) -> None:
    data = STAFF_ONLY[kind]
    assert cast.room.would(cast.anna, kind, **data) == "refused command.not_allowed"
    assert not cast.room.would(FACILITATOR, kind, **data).startswith("refused")
    assert not cast.room.would(ORGANISER, kind, **data).startswith("refused")


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


# The plan


def planned(room: Room, **fields: dict[str, Any]) -> list[dict[str, Any]]:
    """The plan as it stands, with fields of some kinds replaced."""
    return [
        {"id": r.id, "kind": r.kind, "minutes": r.minutes, "settings": r.settings}
        | fields.get(r.kind, {})
        for r in room.board.rounds
    ]


def test_plan_when_set_as_it_stands_then_nothing_happens(cast: Cast) -> None:
    assert cast.room.would(FACILITATOR, "plan.set", rounds=planned(cast.room)) == "nothing"


def test_plan_when_rounds_move_go_and_come_then_known_ones_keep_their_id(cast: Cast) -> None:
    room = cast.room
    rounds = planned(room)
    room.do(FACILITATOR, "plan.set", rounds=[rounds[2], {"kind": "checkout"}, rounds[1]])
    assert [r.kind for r in room.board.rounds] == ["clustering", "checkout", "ideas"]
    assert [r.id for r in room.board.rounds] == ["r3", "r9", "r2"]
    assert set(room.board.collections["rounds"]) == {"r3", "r9", "r2"}


def test_plan_when_a_round_was_opened_then_it_stays_what_it_is(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    without = [r for r in planned(room) if r["kind"] != "ideas"]
    other = planned(room, ideas={"kind": "checkout", "settings": {}})
    assert room.would(FACILITATOR, "plan.set", rounds=without) == "refused plan.round_started"
    assert room.would(FACILITATOR, "plan.set", rounds=other) == "refused plan.round_started"
    others = [r for r in planned(room) if r["kind"] != "clustering"]
    assert room.would(FACILITATOR, "plan.set", rounds=others) == "plan.set"


def test_plan_when_a_round_was_opened_then_only_its_name_and_minutes_change(cast: Cast) -> None:
    room = cast.room
    room.open("dots")
    fields = {"title": "Stippen", "minutes": 3, "settings": {"dots": 9}}
    room.do(FACILITATOR, "plan.set", rounds=planned(room, dots=fields, poll=fields))
    dots, poll = room.round("dots"), room.round("poll")
    assert (dots.title, dots.minutes, dots.settings["dots"]) == ("Stippen", 3, 2)
    assert (poll.title, poll.minutes) == ("Stippen", 3)


def test_plan_when_one_round_is_named_twice_then_the_second_is_a_new_one(cast: Cast) -> None:
    room = cast.room
    twice = {"id": "r2", "kind": "ideas"}
    room.do(FACILITATOR, "plan.set", rounds=[twice, twice | {"title": "Nog eens"}])
    assert [(r.id, r.title) for r in room.board.rounds] == [("r2", ""), ("r9", "Nog eens")]
    assert room.would(FACILITATOR, "undo") == "undone"


@pytest.mark.parametrize("rounds", [[], [{"kind": "dans"}], [{"kind": "dots", "settings": {
    "per_theme": 0}}]])  # fmt: skip
def test_plan_when_it_cannot_be_held_then_is_refused(
    cast: Cast, rounds: list[dict[str, Any]]
) -> None:
    assert cast.room.would(FACILITATOR, "plan.set", rounds=rounds).startswith("refused plan.")
    assert cast.room.would(FACILITATOR, "plan.set", rounds=[IDEAS]) == "plan.set"


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


# Coming in


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
