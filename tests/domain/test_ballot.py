"""A ballot, whatever the method: who votes, taking back, hidden until opened, voting again."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from brouwerij.domain.ballots import METHODS, MethodName
from tests.domain.balloting import Balloting, balloting
from tests.domain.doors import Asked, commands_of, heard_from, heard_when, planned_too, undone
from tests.support.room import PROJECTOR, STAFF_VIEW, phones

NOT_ASKED, NO_SUCH = "refused ballot.not_asked", "refused ballot.no_such_answer"


@pytest.fixture
def ballot() -> Balloting:
    return balloting("gradients")


VOTE = Asked("ballot.voted", lambda b: {"about": b.themes[0], "value": 4}, "participants")


def test_every_method_that_can_be_set_is_there() -> None:
    assert set(METHODS) == set(get_args(MethodName))


def test_vote_when_each_role_asks_then_only_who_votes_is_heard(ballot: Balloting) -> None:
    assert heard_from(ballot.cast, "ballot.vote", VOTE.data(ballot)) == VOTE.by_role()


def test_vote_when_the_round_is_so_then_is_heard_or_not(ballot: Balloting) -> None:
    assert heard_when(ballot.cast, "ballot.vote", VOTE.data(ballot)) == VOTE.by_status()


def test_undo_when_a_vote_was_given_then_knows_nothing_of_it(ballot: Balloting) -> None:
    assert not undone(ballot.cast, "ballot.vote", VOTE, VOTE.data(ballot))


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        ({"value": 5}, "ballot.voted"),
        ({"abstain": True}, "ballot.voted"),
        ({"abstain": True, "value": 5}, "ballot.voted"),
        ({}, "nothing"),
        ({"value": 0}, NO_SUCH),
        ({"value": 6}, NO_SUCH),
        ({"value": "5"}, "refused command.malformed"),
        ({"value": 5, "about": "nothing-here"}, NOT_ASKED),
    ],
)
def test_vote_when_it_is_so_then(ballot: Balloting, data: dict[str, Any], outcome: str) -> None:
    assert ballot.would(ballot.cast.anna, **{"about": ballot.themes[0]} | data) == outcome


def test_vote_when_changed_then_only_the_last_one_stands(ballot: Balloting) -> None:
    anna, (cash, *_) = ballot.cast.anna, ballot.themes
    ballot.vote(anna, cash, 5)
    assert ballot.would(anna, cash, value=5) == "nothing"
    ballot.vote(anna, cash)
    assert ballot.own(anna) == {cash: None}
    ballot.vote(anna, cash, 1)
    assert ballot.own(anna) == {cash: 1}
    ballot.room.do(anna, "ballot.vote", about=cash)
    assert ballot.own(anna) == {}
    assert ballot.picture()["turnout"]["voted"] == 0


def test_vote_when_the_theme_went_up_in_another_then_is_for_the_survivor(
    ballot: Balloting,
) -> None:
    ballot.vote(ballot.cast.anna, ballot.merged, 5)
    assert ballot.own(ballot.cast.anna) == {ballot.themes[0]: 5}


def test_vote_when_there_are_two_rounds_then_each_has_its_own(ballot: Balloting) -> None:
    anna, (cash, *_), first = ballot.cast.anna, ballot.themes, ballot.round
    ballot.vote(anna, cash, 5)
    second = planned_too(ballot.room, "ballot")
    ballot.room.lead("round.open", round=second)
    assert ballot.would(anna, cash, value=1, round=first) == "refused round.closed"
    ballot.vote(anna, cash, 1)
    votes = ballot.room.own(anna)["votes"].values()
    assert {v["round"]: v["value"] for v in votes} == {first: 5, second: 1}


def test_turnout_when_somebody_abstains_then_counts_them(ballot: Balloting) -> None:
    ballot.vote(ballot.cast.anna, ballot.themes[0])
    assert ballot.picture()["turnout"]["voted"] == 1


@pytest.mark.parametrize("audience", [PROJECTOR, STAFF_VIEW, phones()])
def test_votes_when_not_opened_then_nobody_sees_what_they_come_to(
    ballot: Balloting, audience: Any
) -> None:
    ballot.vote(ballot.cast.anna, ballot.themes[0], 1)
    ballot.vote(ballot.cast.bram, ballot.themes[0], 5)

    def seen() -> Any:
        whole = ballot.room.sees(audience)
        assert "votes" not in whole
        return whole["pictures"][ballot.round]["results"]

    assert seen() is None
    ballot.room.close()
    assert seen() is None
    ballot.room.reveal("results")
    assert seen() is not None


def test_again_when_the_first_was_shown_then_stands_beside_the_second(ballot: Balloting) -> None:
    anna, (cash, film, land) = ballot.cast.anna, ballot.themes
    ballot.vote(anna, cash, 1)
    first = ballot.results()
    ballot.again()
    assert ballot.room.sees(phones())["ballots"][ballot.round]["themes"] == [cash, film, land]
    assert ballot.picture()["before"] is None
    ballot.vote(anna, cash, 5)
    second = ballot.results()
    before = {r["theme"]: r["counts"] for r in ballot.picture()["before"]}
    assert before == {theme: counts for theme, (_, _, counts, *_) in first.items()}
    assert (before[cash], second[cash][2]) == ([0, 0, 0, 0, 1], [1, 0, 0, 0, 0])


def test_again_when_the_first_was_never_shown_then_stays_hidden(ballot: Balloting) -> None:
    ballot.vote(ballot.cast.anna, ballot.themes[0], 1)
    ballot.again()
    ballot.results()
    assert ballot.picture()["before"] is None


def test_shortlist_when_themes_tie_with_the_last_then_they_go_on_too() -> None:
    ballot = balloting("gradients", shortlist=1)
    anna, (cash, film, land) = ballot.cast.anna, ballot.themes
    for theme, value in ((cash, 2), (film, 4), (land, 4)):
        ballot.vote(anna, theme, value)
    assert {t: r[:2] for t, r in ballot.results().items()} == {
        film: (1, True),
        land: (1, True),
        cash: (3, False),
    }


def test_shortlist_when_nobody_answered_a_theme_then_it_does_not_go_on(ballot: Balloting) -> None:
    ballot.vote(ballot.cast.anna, ballot.themes[1], 1)
    assert [t for t, r in ballot.results().items() if r[1]] == [ballot.themes[1]]
    assert commands_of("ballot") == {"ballot.vote", "ballot.raise", "ballot.amend"}
