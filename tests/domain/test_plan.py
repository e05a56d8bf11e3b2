"""The plan of a workshop, and what may still change of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, MINUTE, Room

IDEAS = {"kind": "ideas"}


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
    assert [r.id for r in room.board.rounds] == ["r3", "r10", "r2"]
    assert set(room.board.collections["rounds"]) == {"r3", "r10", "r2"}


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


def test_minutes_when_a_round_is_to_come_then_they_change_and_can_be_undone(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    assert room.would(FACILITATOR, "plan.minutes", round="r3", minutes=0) == (
        "refused command.malformed"
    )
    asked = room.do(FACILITATOR, "plan.minutes", round="r3", minutes=7)
    assert room.round("clustering").minutes == 7
    assert room.would(FACILITATOR, "plan.minutes", round="r3", minutes=7) == "nothing"
    room.do(FACILITATOR, "undo", command=asked)
    assert room.round("clustering").minutes == 10


def test_minutes_when_the_round_began_then_they_are_not_planned_any_more(cast: Cast) -> None:
    cast.room.open("ideas")
    refused = cast.room.would(FACILITATOR, "plan.minutes", round="r2", minutes=7)
    assert refused == "refused plan.round_started"


def test_due_when_the_first_round_opens_then_it_follows_from_the_plan_and_stays(cast: Cast) -> None:
    room = cast.room
    assert room.board.workshop.due == 0
    room.open("ideas")  # the second of nine rounds of ten minutes
    due = room.now + 80 * MINUTE
    room.wait(25 * MINUTE)
    room.do(FACILITATOR, "plan.minutes", round="r3", minutes=1)
    room.open("clustering")
    assert room.board.workshop.due == due


def test_plan_when_one_round_is_named_twice_then_the_second_is_a_new_one(cast: Cast) -> None:
    room = cast.room
    twice = {"id": "r2", "kind": "ideas"}
    room.do(FACILITATOR, "plan.set", rounds=[twice, twice | {"title": "Nog eens"}])
    assert [(r.id, r.title) for r in room.board.rounds] == [("r2", ""), ("r10", "Nog eens")]
    assert room.would(FACILITATOR, "undo") == "undone"


@pytest.mark.parametrize("rounds", [[], [{"kind": "dans"}], [{"kind": "dots", "settings": {
    "per_theme": 0}}]])  # fmt: skip
def test_plan_when_it_cannot_be_held_then_is_refused(
    cast: Cast, rounds: list[dict[str, Any]]
) -> None:
    assert cast.room.would(FACILITATOR, "plan.set", rounds=rounds).startswith("refused plan.")
    assert cast.room.would(FACILITATOR, "plan.set", rounds=[IDEAS]) == "plan.set"
