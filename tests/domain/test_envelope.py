"""What is refused before a command is looked into: its kind, its shape, who gives it."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.refusals import Refusal
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, ORGANISER, STRANGER

IDEAS = {"kind": "ideas"}
ABOUT: dict[str, Any] = {"title": "Cooplink", "question": "Hoe versterken wij elkaar?"}


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
    "plan.minutes": {"round": "r1", "minutes": 7},
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
