"""Who is heard, and when: one command asked by every role and in every state of its round."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

import pytest

from brouwerij.domain.commands import COMMANDS
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, ORGANISER, STRANGER, SYSTEM, Room

NOT_ALLOWED = "refused command.not_allowed"
TOO_LONG, EMPTY = "refused text.too_long", "refused text.empty"
DISGUISED = " \x00 de\u202e  kas\u200b\x07\n"
"""The words "de kas" with control characters and what turns or hides text."""

Outcomes = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """A command that a scene allows, and what it comes to. data: made of the scene's ids.

    afterwards: participants may still give it when the round or the workshop is over.
    """

    outcome: str
    data: Callable[[Any], dict[str, Any]]
    who: Literal["everyone", "participants", "leaders"] = "everyone"
    undoable: bool = False
    afterwards: bool = False

    def by_role(self) -> Outcomes:
        leaders = NOT_ALLOWED if self.who == "participants" else self.outcome
        below = self.who == "leaders"
        return {
            "participant": NOT_ALLOWED if below else self.outcome,
            "facilitator": leaders,
            "organiser": leaders,
            "stranger": NOT_ALLOWED if below else "refused participant.unknown",
            "system": NOT_ALLOWED,
        }

    def by_status(self) -> dict[str, Outcomes]:
        """What a participant and the facilitator get to hear in each state of the round."""
        participant = {
            "planned": "refused round.not_open",
            "open": self.outcome,
            "paused": "refused round.paused",
            "closed": "refused round.closed",
            "ended": "refused workshop.ended",
        }
        if self.afterwards:
            participant = dict.fromkeys(participant, self.outcome)
            participant["planned"] = "refused round.not_open"
        facilitator = dict.fromkeys(participant, self.outcome)
        facilitator["planned"] = "refused round.not_open"
        refused = dict.fromkeys(participant, NOT_ALLOWED)
        return {
            "participant": refused if self.who == "leaders" else participant,
            "facilitator": refused if self.who == "participants" else facilitator,
        }


def commands_of(round_kind: str) -> set[str]:
    """The kinds of command that belong to a kind of round."""
    return {name for name, command in COMMANDS.items() if command.round_kind == round_kind}


def heard_from(cast: Cast, kind: str, data: dict[str, Any]) -> Outcomes:
    """What the command comes to for each who could ask it."""
    roles = {
        "participant": cast.anna,
        "facilitator": FACILITATOR,
        "organiser": ORGANISER,
        "stranger": STRANGER,
        "system": SYSTEM,
    }
    return {role: cast.room.would(actor, kind, **data) for role, actor in roles.items()}


def heard_when(cast: Cast, kind: str, data: dict[str, Any]) -> dict[str, Outcomes]:
    """What the command comes to as its round is planned, open, paused, closed, the day over."""
    room, actors = cast.room, {"participant": cast.anna, "facilitator": FACILITATOR}
    round = room.board.workshop.current
    heard: dict[str, Outcomes] = {role: {} for role in actors}

    def ask(status: str, round: str) -> None:
        for role, actor in actors.items():
            heard[role][status] = room.would(actor, kind, **data | {"round": round})

    ask("planned", planned_too(room, COMMANDS[kind].round_kind))
    ask("open", round)
    room.lead("round.pause")
    ask("paused", round)
    room.close()
    ask("closed", round)
    room.lead("workshop.end")
    ask("ended", round)
    return heard


def planned_too(room: Room, kind: str) -> str:
    """Another round of this kind at the end of the plan, not opened yet; returns its id."""
    rounds = [
        {"kind": r.kind, "id": r.id, "title": r.title, "minutes": r.minutes, "settings": r.settings}
        for r in room.board.rounds
    ]
    room.lead("plan.set", rounds=[*rounds, {"kind": kind}])
    return room.board.rounds[-1].id


def undone(cast: Cast, kind: str, asked: Asked, data: dict[str, Any]) -> bool:
    """Whether undo takes the command back exactly; otherwise it has to say there is nothing."""
    room = cast.room
    actor = FACILITATOR if asked.who == "leaders" else cast.anna
    before = room.state()
    room.board.steps.clear()  # so that there is nothing else to undo
    room.do(actor, kind, **data)
    assert room.state() != before
    if room.would(actor, "undo") == "refused undo.nothing":
        return False
    room.do(actor, "undo")
    assert room.state() == before
    return True


Door = Callable[[Cast, str, Asked, dict[str, Any]], None]


def by_every_role(cast: Cast, kind: str, asked: Asked, data: dict[str, Any]) -> None:
    assert heard_from(cast, kind, data) == asked.by_role()


def in_every_state(cast: Cast, kind: str, asked: Asked, data: dict[str, Any]) -> None:
    assert heard_when(cast, kind, data) == asked.by_status()


def and_back(cast: Cast, kind: str, asked: Asked, data: dict[str, Any]) -> None:
    assert undone(cast, kind, asked, data) == asked.undoable


def every_door(allowed: Mapping[str, Asked]) -> pytest.MarkDecorator:
    """For a test that asks each of these commands by every role, in every state, and back."""
    doors = product(sorted(allowed), (by_every_role, in_every_state, and_back))
    return pytest.mark.parametrize(
        ("kind", "door"),
        [pytest.param(kind, door, id=f"{kind}-{door.__name__}") for kind, door in doors],
    )
