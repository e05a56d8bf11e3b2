"""Voting again: what the last vote of the same kind came to stays beside the new result."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)
SETTINGS = {"dots": {"dots": 1}, "poll": {}}


class Twice:
    """A room of three that votes twice on Kas and Film, with dots or in a poll."""

    def __init__(self, kind: str) -> None:
        again = {"kind": kind, "settings": SETTINGS[kind]}
        self.room = Room([{"kind": "clustering"}, again, again])
        self.kind = kind
        self.people = [self.room.join(name, "Het Nest") for name in ("Anna", "Bram", "Chris")]
        self.cash, self.film = self.room.themes("Kas", "Film")
        self.first, self.second = (r.id for r in self.room.board.rounds[1:])

    def vote(self, round: str, supporters: int) -> None:
        """So many are for Kas in a round that is opened for it, and its results are shown."""
        self.room.lead("round.open", round=round)
        for person in self.people[:supporters]:
            given = {"dots": {"dots": 1}, "poll": {"answer": "support"}}[self.kind]
            kind = {"dots": "dots.set", "poll": "poll.answer"}[self.kind]
            self.room.do(person, kind, round=round, theme=self.cash, **given)
        self.room.lead("round.close", round=round)

    def show(self, round: str) -> None:
        self.room.lead("round.reveal", round=round, phase="results")

    def before(self, audience: Any, round: str) -> dict[str, int]:
        """Theme -> supporters in the vote before, as an audience sees it beside the new result."""
        field = {"dots": "supporters", "poll": "support"}[self.kind]
        seen = self.room.sees(audience)["pictures"][round]["before"]
        return {result["theme"]: result[field] for result in seen}


@pytest.mark.parametrize("kind", ["dots", "poll"])
def test_results_when_voted_again_then_stand_beside_those_of_the_time_before(kind: str) -> None:
    twice = Twice(kind)
    twice.vote(twice.first, 1)
    twice.show(twice.first)
    twice.vote(twice.second, 3)
    assert all(twice.before(who, twice.second) == {} for who in EVERYBODY), "it is secret still"
    twice.show(twice.second)
    for who in EVERYBODY:
        assert twice.before(who, twice.second)[twice.cash] == 1
        assert twice.before(who, twice.first) == {}


@pytest.mark.parametrize("kind", ["dots", "poll"])
def test_results_when_those_before_were_never_shown_then_tell_nothing_of_them(kind: str) -> None:
    twice = Twice(kind)
    twice.vote(twice.first, 1)
    twice.vote(twice.second, 3)
    twice.show(twice.second)
    assert all(twice.before(who, twice.second) == {} for who in EVERYBODY)


def test_poll_shown_place_by_place_tells_of_the_last_one_only_for_what_is_shown() -> None:
    twice = Twice("poll")
    twice.vote(twice.first, 1)
    twice.show(twice.first)
    twice.vote(twice.second, 3)
    twice.room.lead("poll.unveil", round=twice.second, places=1)
    assert twice.before(PROJECTOR, twice.second) == {twice.film: 0}
