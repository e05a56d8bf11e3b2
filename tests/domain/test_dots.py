"""Proeven with dots: who sets them, and how many."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.rounds.voting.dots import DotBallot
from tests.domain.conftest import seated
from tests.domain.doors import Asked, commands_of, heard_from, heard_when, planned_too, undone
from tests.domain.dotting import Dotting, dotting
from tests.support.room import Room

OVER_BUDGET, OVER_LIMIT = "refused dots.over_budget", "refused dots.over_theme_limit"


@pytest.fixture
def vote() -> Dotting:
    return dotting()


SET = Asked("dots.set", lambda v: {"theme": v.cash, "dots": 1}, "participants")


def test_commands_of_this_round_are_all_asked_here() -> None:
    assert commands_of("dots") == {"dots.set", "dots.raise"}  # hands: test_guests.py


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
