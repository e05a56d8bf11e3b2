"""A participant's command and the state of its round."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR

COMMANDS_IN_ROUNDS: dict[str, tuple[str, dict[str, Any]]] = {
    "introduction.write": ("introductions", {"field": "who", "text": "Wij"}),
    "point.add": ("introductions", {"sort": "factor", "text": "Geld"}),
    "point.edit": ("introductions", {"point": "x", "text": "Geld"}),
    "point.withdraw": ("introductions", {"point": "x"}),
    "tap.set": ("introductions", {"point": "x", "sort": "recognise", "on": True}),
    "idea.edit": ("ideas", {"idea": "x", "text": "Geld"}),
    "idea.withdraw": ("ideas", {"idea": "x"}),
    "idea.place": ("clustering", {"idea": "x", "theme": ""}),
    "idea.same": ("clustering", {"idea": "x", "same_as": ""}),
    "theme.add": ("clustering", {"name": "Geld"}),
    "theme.rename": ("clustering", {"theme": "x", "name": "Geld"}),
    "theme.recolour": ("clustering", {"theme": "x", "colour": 1}),
    "theme.merge": ("clustering", {"theme": "x", "into": "y"}),
    "theme.split": ("clustering", {"theme": "x", "name": "Geld", "ideas": ["i"]}),
    "theme.drop": ("clustering", {"theme": "x"}),
    "dots.set": ("dots", {"theme": "x", "dots": 1}),
    "poll.answer": ("poll", {"theme": "x", "answer": "support"}),
    "card.take": ("elaboration", {"theme": "x"}),
    "card.hold": ("elaboration", {"card": "x", "field": "what"}),
    "card.write": ("elaboration", {"card": "x", "field": "what", "text": "Geld"}),
    "group.join": ("workgroups", {"group": "x", "role": "member"}),
    "checkout.give": ("checkout", {"mark": 5}),
}
AFTERWARDS = {
    "group.leave": ("workgroups", {"group": "x"}),
    "group.plan": ("workgroups", {"group": "x", "first_step": "Bellen"}),
}
STATES = {
    "refused round.not_open": [],
    "refused round.paused": ["open", "pause"],
    "refused round.closed": ["open", "close"],
}


@pytest.mark.parametrize("kind", sorted(COMMANDS_IN_ROUNDS))
@pytest.mark.parametrize("refused", sorted(STATES))
def test_participant_when_the_round_is_not_open_then_is_refused(
    cast: Cast, kind: str, refused: str
) -> None:
    room = cast.room
    round_kind, data = COMMANDS_IN_ROUNDS[kind]
    round = room.id(round_kind)
    for step in STATES[refused]:
        room.do(FACILITATOR, f"round.{step}", round=round)
    assert room.would(cast.anna, kind, round=round, **data) == refused
    room.do(FACILITATOR, "round.open", round=round)
    assert not room.would(cast.anna, kind, round=round, **data).startswith("refused round.")


@pytest.mark.parametrize("kind", sorted(AFTERWARDS))
def test_participant_when_it_may_be_done_afterwards_then_the_round_may_be_over(
    cast: Cast, kind: str
) -> None:
    room = cast.room
    round_kind, data = AFTERWARDS[kind]
    round = room.id(round_kind)
    assert room.would(cast.anna, kind, round=round, **data) == "refused round.not_open"
    for step in ("open", "pause", "open", "close"):
        room.do(FACILITATOR, f"round.{step}", round=round)
        assert "round." not in room.would(cast.anna, kind, round=round, **data)


@pytest.mark.parametrize("kind", sorted(COMMANDS_IN_ROUNDS | AFTERWARDS))
def test_round_command_when_the_round_is_of_another_kind_then_is_refused(
    cast: Cast, kind: str
) -> None:
    room = cast.room
    round_kind, data = (COMMANDS_IN_ROUNDS | AFTERWARDS)[kind]
    other = "checkout" if round_kind != "checkout" else "ideas"
    room.open(other)
    assert room.would(cast.anna, kind, round=room.id(other), **data) == "refused round.unknown"
    room.open(round_kind)
    assert room.would(cast.anna, kind, **data) != "refused round.unknown"
