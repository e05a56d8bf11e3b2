"""Who may vote: everyone in the room as the ballot opens, and who comes in until it closes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from brouwerij.domain.commands import Actor
from brouwerij.domain.electorate import Elector
from tests.domain.conftest import Cast, seated
from tests.domain.doors import planned_too
from tests.support.room import FACILITATOR, ORGANISER, PROJECTOR, Room

VOTES: dict[str, tuple[str, dict[str, Any]]] = {
    "dots": ("dots.set", {"dots": 1}),
    "poll": ("poll.answer", {"answer": "support"}),
}


@dataclass(frozen=True)
class Balloting:
    """A ballot of some kind is open over one theme."""

    cast: Cast
    kind: str
    theme: str

    @property
    def room(self) -> Room:
        return self.cast.room

    def would(self, who: Actor) -> str:
        command, data = VOTES[self.kind]
        return self.room.would(
            who, command, **data, theme=self.theme, round=self.room.id(self.kind)
        )

    def vote(self, who: Actor) -> None:
        command, data = VOTES[self.kind]
        self.room.do(who, command, **data, theme=self.theme)

    def turnout(self) -> tuple[int, int]:
        """How many voted of how many who may, as the projector shows it."""
        turnout = self.room.picture(self.kind)["turnout"]
        return turnout["voted"], turnout["people"]


@pytest.fixture(params=sorted(VOTES))
def ballot(request: pytest.FixtureRequest) -> Balloting:
    kind = request.param
    cast = seated(Room([{"kind": "clustering"}, {"kind": kind}]))
    (theme,) = cast.room.themes("Kas")
    cast.room.open(kind)
    return Balloting(cast, kind, theme)


def test_electorate_when_the_ballot_opens_then_is_everyone_in_the_room(ballot: Balloting) -> None:
    assert ballot.turnout() == (0, 3)
    for who in (ballot.cast.anna, ballot.cast.bram, ballot.cast.chris):
        ballot.vote(who)
    assert ballot.turnout() == (3, 3)


@pytest.mark.parametrize("leader", [FACILITATOR, ORGANISER])
def test_electorate_when_somebody_leads_then_they_have_no_vote(
    ballot: Balloting, leader: Actor
) -> None:
    assert ballot.would(leader) == "refused command.not_allowed"
    assert not ballot.would(ballot.cast.anna).startswith("refused")


@pytest.mark.parametrize("status", ["open", "paused", "closed", "left", "results"])
def test_newcomer_when_the_ballot_is_so_then_votes_as_soon_as_it_runs(
    ballot: Balloting, status: str
) -> None:
    room = ballot.room
    if status == "paused":
        room.lead("round.pause")
    elif status == "closed":
        room.close()
    elif status == "left":
        room.lead("round.open", round=planned_too(room, "checkout"))
    elif status == "results":
        room.results()
    dirk = room.join("Dirk", "Het Nest")
    counted_at_once = status in ("open", "paused")
    assert ballot.turnout() == (0, 4 if counted_at_once else 3)
    if status != "open":
        assert ballot.would(dirk).startswith("refused round.")
    if status == "left":
        room.lead("round.back")
    elif status != "open":
        room.open(ballot.kind)
    ballot.vote(dirk)
    assert ballot.turnout() == (1, 4)


def test_reopening_when_nobody_came_in_then_adds_no_elector(ballot: Balloting) -> None:
    before = dict(ballot.room.board.all(Elector))
    ballot.room.close()
    ballot.room.open(ballot.kind)
    assert ballot.room.board.all(Elector) == before
    assert not any(isinstance(entity, Elector) for entity in ballot.room.log[-1].change.set)


def test_undo_reopening_when_a_newcomer_voted_since_then_is_refused(ballot: Balloting) -> None:
    """Their vote would stay behind without a voter."""
    room = ballot.room
    room.close()
    dirk = room.join("Dirk", "Het Nest")
    room.open(ballot.kind)
    assert room.would(FACILITATOR, "undo") == "undone"
    ballot.vote(ballot.cast.anna)
    assert room.would(FACILITATOR, "undo") == "undone"
    ballot.vote(dirk)
    assert room.would(FACILITATOR, "undo") == "refused undo.changed_since"


def test_electorate_when_seen_then_is_numbers_only(ballot: Balloting) -> None:
    ballot.vote(ballot.cast.anna)
    hof, nest = ballot.room.board.initiatives
    turnout = {"voted": 1, "people": 3, "initiatives": {hof: (1, 2), nest: (0, 1)}}
    assert ballot.room.picture(ballot.kind)["turnout"] == turnout
    assert "electors" not in ballot.room.sees(PROJECTOR)
