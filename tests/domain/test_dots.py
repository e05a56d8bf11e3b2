"""Proeven with dots: a budget for each, a shortlist by people, and nothing told too early."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.commands import Actor
from brouwerij.domain.rounds.voting.dots import DotBallot
from brouwerij.domain.views import View
from tests.domain.conftest import Cast, seated
from tests.domain.doors import Asked, commands_of, heard_from, heard_when, planned_too, undone
from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)
OVER_BUDGET, OVER_LIMIT = "refused dots.over_budget", "refused dots.over_theme_limit"


@dataclass(frozen=True)
class Dotting:
    """The ballot is open, with four themes (three, and Geld that went up in Kas)."""

    cast: Cast
    cash: str
    film: str
    land: str
    merged: str

    @property
    def room(self) -> Room:
        return self.cast.room

    def give(self, who: Actor, theme: str, dots: int = 1) -> None:
        self.room.do(who, "dots.set", theme=theme, dots=dots)

    def results(self) -> dict[str, tuple[int, int, int, bool]]:
        """Theme -> rank, supporters, dots and whether it goes on, as the projector shows them."""
        return {
            r["theme"]: (r["rank"], r["supporters"], r["dots"], r["shortlisted"])
            for r in self.room.picture("dots")["results"]
        }


def dotting(**dots: Any) -> Dotting:
    """Anna, Bram and Chris before three themes, with these settings of the round."""
    plan = [{"kind": "clustering"}, {"kind": "dots", "settings": {"dots": 2} | dots}]
    cast = seated(Room(plan))
    cash, film, land, merged = cast.room.themes("Kas", "Film", "Grond", "Geld")
    cast.room.lead("theme.merge", theme=merged, into=cash)
    cast.room.open("dots")
    return Dotting(cast, cash, film, land, merged)


@pytest.fixture
def vote() -> Dotting:
    return dotting()


SET = Asked("dots.set", lambda v: {"theme": v.cash, "dots": 1}, "participants")


def test_commands_of_this_round_are_all_asked_here() -> None:
    assert commands_of("dots") == {"dots.set"}


def test_set_when_each_role_asks_then_only_who_votes_is_heard(vote: Dotting) -> None:
    assert heard_from(vote.cast, "dots.set", SET.data(vote)) == SET.by_role()


def test_set_when_the_round_is_so_then_is_heard_or_not(vote: Dotting) -> None:
    assert heard_when(vote.cast, "dots.set", SET.data(vote)) == SET.by_status()


def test_undo_when_dots_were_set_then_knows_nothing_of_them(vote: Dotting) -> None:
    assert not undone(vote.cast, "dots.set", SET, SET.data(vote))


# Setting dots


@pytest.mark.parametrize(
    ("settings", "theme", "dots", "outcome"),
    [
        ({}, "cash", 1, "dots.set"),
        ({}, "cash", 0, "nothing"),
        ({}, "cash", 2, OVER_LIMIT),
        ({}, "cash", -1, "refused command.malformed"),
        ({}, "cash", 51, "refused command.malformed"),
        ({}, "cash", "1", "refused command.malformed"),
        ({}, "nothing", 1, "refused theme.unknown"),
        ({"per_theme": 3}, "cash", 2, "dots.set"),
        ({"per_theme": 3}, "cash", 3, OVER_BUDGET),
        ({"per_theme": 3}, "cash", 4, OVER_LIMIT),
    ],
)
def test_set_when_the_number_is_so_then(
    settings: dict[str, Any], theme: str, dots: Any, outcome: str
) -> None:
    vote = dotting(**settings)
    theme = getattr(vote, theme, "nothing-here")
    assert vote.room.would(vote.cast.anna, "dots.set", theme=theme, dots=dots) == outcome


def test_set_when_none_are_left_then_one_has_to_come_off_first(vote: Dotting) -> None:
    room, anna = vote.room, vote.cast.anna
    vote.give(anna, vote.cash)
    vote.give(anna, vote.film)
    assert room.would(anna, "dots.set", theme=vote.land, dots=1) == OVER_BUDGET
    vote.give(anna, vote.film, 0)
    vote.give(anna, vote.land)
    (ballot,) = room.own(anna)["dot_ballots"].values()
    assert ballot["dots"] == {vote.cash: 1, vote.land: 1}


def test_set_when_said_again_then_nothing_happens(vote: Dotting) -> None:
    vote.give(vote.cast.anna, vote.cash)
    assert vote.room.would(vote.cast.anna, "dots.set", theme=vote.cash, dots=1) == "nothing"


def test_set_when_the_theme_went_up_in_another_then_the_dots_are_the_survivors(
    vote: Dotting,
) -> None:
    vote.give(vote.cast.anna, vote.merged)
    (ballot,) = vote.room.own(vote.cast.anna)["dot_ballots"].values()
    assert ballot["dots"] == {vote.cash: 1}
    assert vote.room.would(vote.cast.anna, "dots.set", theme=vote.cash, dots=1) == "nothing"


def test_set_when_a_ballot_of_another_round_is_named_then_each_keeps_its_own(
    vote: Dotting,
) -> None:
    room, anna = vote.room, vote.cast.anna
    vote.give(anna, vote.cash)
    vote.give(anna, vote.film)
    second = planned_too(room, "dots")
    room.lead("round.open", round=second)
    late = {"round": room.id("dots"), "theme": vote.film, "dots": 0}
    assert room.would(anna, "dots.set", **late) == "refused round.closed"
    vote.give(anna, vote.land)
    given = {ballot["round"]: ballot["dots"] for ballot in room.own(anna)["dot_ballots"].values()}
    assert given == {room.id("dots"): {vote.cash: 1, vote.film: 1}, second: {vote.land: 1}}


@pytest.mark.parametrize(("themes", "budget"), [(1, 2), (8, 2), (12, 3), (20, 5), (40, 5)])
def test_budget_when_not_set_then_is_a_quarter_of_the_themes(themes: int, budget: int) -> None:
    room = seated(Room([{"kind": "clustering"}, {"kind": "dots"}])).room
    room.themes(*(f"Thema {n}" for n in range(themes)))
    room.open("dots")
    assert room.picture("dots")["budget"] == budget


def test_plan_when_edited_while_the_ballot_is_open_then_the_budget_stays(vote: Dotting) -> None:
    room = vote.room
    rounds = [{"kind": r.kind, "id": r.id, "settings": {"dots": 9}} for r in room.board.rounds]
    before = room.picture("dots")
    room.lead("plan.set", rounds=[rounds[0] | {"settings": {}}, rounds[1]])
    assert room.picture("dots") == before
    assert before["budget"] == 2


said = st.tuples(
    st.sampled_from(["anna", "bram"]),
    st.sampled_from(["cash", "film", "land", "merged"]),
    st.integers(0, 4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(said, max_size=14), st.integers(1, 5), st.integers(1, 3))
def test_dots_when_set_in_any_order_then_never_exceed_budget_or_limit(
    commands: list[tuple[str, str, int]], dots: int, per_theme: int
) -> None:
    vote = dotting(dots=dots, per_theme=per_theme)
    room, have = vote.room, {"anna": dict[str, int](), "bram": dict[str, int]()}
    for who, name, number in commands:
        theme = getattr(vote, name if name != "merged" else "cash")
        wished = have[who] | {theme: number}
        if number > per_theme:
            outcome = OVER_LIMIT
        elif have[who].get(theme, 0) == number:
            outcome = "nothing"
        else:
            outcome = OVER_BUDGET if sum(wished.values()) > dots else "dots.set"
        data = {"theme": getattr(vote, name), "dots": number}
        assert room.would(getattr(vote.cast, who), "dots.set", **data) == outcome
        if not outcome.startswith("refused"):
            room.do(getattr(vote.cast, who), "dots.set", **data)
            have[who] = wished
    for ballot in room.board.all(DotBallot).values():
        assert sum(ballot.dots.values()) <= dots
        assert all(0 < n <= per_theme for n in ballot.dots.values())
    room.results()
    counted = {theme: dots for theme, (_, _, dots, _) in vote.results().items()}
    for theme in (vote.cash, vote.film, vote.land):
        assert counted[theme] == sum(mine.get(theme, 0) for mine in have.values())


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
