"""Proeven with dots: a shortlist by people, and nothing told too early."""

from __future__ import annotations

import msgspec
import pytest

from brouwerij.domain.views import View
from tests.domain.conftest import Cast
from tests.domain.dotting import Dotting, dotting
from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)


@pytest.fixture
def vote() -> Dotting:
    return dotting()


# The shortlist


def test_shortlist_when_few_give_many_then_goes_by_people_and_not_by_dots() -> None:
    vote = dotting(dots=5, per_theme=5, shortlist=1)
    vote.give(vote.cast.anna, vote.cash, 5)
    vote.give(vote.cast.bram, vote.film)
    vote.give(vote.cast.chris, vote.film)
    vote.room.results()
    assert vote.results() == {
        vote.film: (1, 2, 2, True),
        vote.cash: (2, 1, 5, False),
        vote.land: (3, 0, 0, False),
    }


def test_shortlist_when_themes_are_tied_with_the_last_place_then_they_come_along() -> None:
    vote = dotting(shortlist=2)
    vote.give(vote.cast.anna, vote.cash)
    vote.give(vote.cast.bram, vote.cash)
    vote.give(vote.cast.bram, vote.film)
    vote.give(vote.cast.chris, vote.land)
    vote.room.results()
    assert vote.results() == {
        vote.cash: (1, 2, 2, True),
        vote.film: (2, 1, 1, True),
        vote.land: (2, 1, 1, True),
    }


@pytest.mark.parametrize("voted", [True, False])
def test_shortlist_when_nobody_voted_then_all_themes_go_on(cast: Cast, voted: bool) -> None:
    room = cast.room
    cash, film = room.themes("Kas", "Film")
    room.open("dots")
    if voted:
        room.do(cast.anna, "dots.set", theme=film, dots=1)
    room.open("poll")
    assert room.sees(PROJECTOR)["polls"][room.id("poll")]["themes"] == (
        [film] if voted else [cash, film]
    )


# Nothing is told before the results are opened


def told(room: Room) -> list[View]:
    """All that each audience sees now."""
    return [room.sees(audience) for audience in EVERYBODY]


def test_views_when_people_vote_otherwise_then_are_the_same_until_results_are_opened() -> None:
    """Two rooms in which the same people vote, for other themes and with other numbers."""
    one, other = dotting(per_theme=2), dotting(per_theme=2)
    for vote, themes in ((one, ("cash", "cash")), (other, ("film", "land"))):
        vote.give(vote.cast.anna, getattr(vote, themes[0]))
        vote.give(vote.cast.chris, getattr(vote, themes[1]), 2 if vote is other else 1)
    for step in (lambda r: None, lambda r: r.lead("round.pause"), lambda r: r.close()):
        for vote in (one, other):
            step(vote.room)
        assert told(one.room) == told(other.room)
    for vote in (one, other):
        vote.room.reveal("results")
    assert all(a != b for a, b in zip(told(one.room), told(other.room), strict=True))


def test_view_when_people_voted_then_holds_no_ballot_and_only_the_turnout(vote: Dotting) -> None:
    nobody = [vote.room.picture("dots", audience) for audience in EVERYBODY]
    vote.give(vote.cast.anna, vote.cash)
    vote.give(vote.cast.chris, vote.film)
    vote.give(vote.cast.chris, vote.film, 0)
    hof, nest = list(vote.room.board.initiatives)
    turnout = {"voted": 1, "people": 3, "initiatives": {hof: (1, 2), nest: (0, 1)}}
    for audience, before in zip(EVERYBODY, nobody, strict=True):
        assert vote.room.picture("dots", audience) == before | {"turnout": turnout}
        assert before["results"] is None
        seen = vote.room.sees(audience)
        assert "dot_ballots" not in seen
        assert "electors" not in seen


def test_ballot_when_seen_then_is_its_owners_only(vote: Dotting) -> None:
    vote.give(vote.cast.anna, vote.cash)
    assert "dot_ballots" in vote.room.own(vote.cast.anna)
    assert "dot_ballots" not in vote.room.own(vote.cast.bram)


def test_results_when_opened_then_tell_no_names_and_reopening_hides_them(vote: Dotting) -> None:
    room = vote.room
    vote.give(vote.cast.anna, vote.cash)
    room.results()
    assert len(vote.results()) == 3
    for audience in EVERYBODY:
        shown = msgspec.json.encode(room.picture("dots", audience)).decode()
        assert vote.cash in shown
        assert "person-" not in shown
    room.open("dots")
    assert all(room.picture("dots", audience)["results"] is None for audience in EVERYBODY)
    assert vote.room.own(vote.cast.anna)["dot_ballots"]
