"""Which of these two: pairs are dealt evenly, none twice, and counted by the share won."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from brouwerij.domain.ballots import METHODS, WHOLE, Answer
from brouwerij.domain.ballots.pairwise import all_pairs, deal
from brouwerij.domain.commands import Actor
from tests.domain.balloting import Balloting, balloting
from tests.support.room import FACILITATOR

THEMES = [f"thema-{n}" for n in range(9)]


def hand(ballot: Balloting, who: Actor) -> list[str]:
    votes = ballot.room.own(who).get("votes", {}).values()
    in_turn = sorted(votes, key=lambda vote: vote.get("turn", 0))
    return [vote.get("about", "") for vote in in_turn if vote.get("open")]


@pytest.mark.parametrize("number", [2, 3, 6, 9])
def test_pairs_when_all_are_made_then_every_two_meet_once(number: int) -> None:
    met = [frozenset(pair.split(":")) for pair in all_pairs(THEMES[:number])]
    assert len(met) == len(set(met)) == number * (number - 1) // 2
    assert all(len(pair) == 2 for pair in met)


@pytest.mark.parametrize("dealt", [4, 9, 18, 30])
def test_deal_when_the_room_goes_on_then_themes_have_about_as_many_turns(dealt: int) -> None:
    pairs = [deal(THEMES, n, ()) for n in range(dealt)]
    turns = Counter(theme for pair in pairs for theme in str(pair).split(":"))
    assert max(turns.values()) - min(turns.get(theme, 0) for theme in THEMES) <= 2


def test_deal_when_somebody_had_some_then_none_comes_twice() -> None:
    had: list[str] = []
    while (pair := deal(THEMES[:4], 3, had)) is not None:
        had.append(pair)
    assert sorted(had) == sorted(all_pairs(THEMES[:4]))


def test_deal_when_there_are_no_two_themes_then_is_none() -> None:
    assert deal(THEMES[:1], 0, ()) is deal((), 0, ()) is None


def test_count_when_worked_out_by_hand_then_is_the_share_won() -> None:
    ballots = {
        "anna": {"a:b": Answer(1), "b:c": Answer(0), "a:c": Answer()},
        "bram": {"b:a": Answer(-1), WHOLE: Answer()},
        "chris": {"c:a": Answer(1), "a:weg": Answer(1)},
    }
    found = METHODS["pairwise"].count(["a", "b", "c"], ballots)
    scores = {theme: it.score for theme, it in found.counted.items()}
    assert scores == {"a": Fraction(2, 3), "b": Fraction(1, 6), "c": Fraction(3, 4)}
    assert found.counted["a"].counts == (2, 0, 1)
    assert [it.abstained for it in found.counted.values()] == [2, 1, 2]
    assert found.places == [["c"], ["a"], ["b"]]


@pytest.fixture
def ballot() -> Balloting:
    return balloting("pairwise", pairs=2)


def test_hand_when_a_pair_is_answered_then_another_comes_up_to_the_limit() -> None:
    ballot = balloting("pairwise", pairs=3)
    anna = ballot.cast.anna
    assert len(hand(ballot, anna)) == 3
    for pair in hand(ballot, anna):
        ballot.vote(anna, pair, 1)
    assert hand(ballot, anna) == []
    assert len(ballot.own(anna)) == 3


def test_answer_when_taken_back_then_the_pair_is_open_again(ballot: Balloting) -> None:
    anna = ballot.cast.anna
    first, second = hand(ballot, anna)
    ballot.vote(anna, first, 1)
    ballot.room.do(anna, "ballot.vote", about=first)
    assert set(hand(ballot, anna)) == {first, second}
    assert ballot.picture()["turnout"]["voted"] == 0


def test_pair_when_it_was_not_dealt_to_somebody_then_is_refused(ballot: Balloting) -> None:
    anna = ballot.cast.anna
    others = set(all_pairs(ballot.themes)) - set(hand(ballot, anna))
    assert ballot.would(anna, others.pop(), value=1) == "refused ballot.not_asked"
    assert ballot.would(anna, ballot.themes[0], value=1) == "refused ballot.not_asked"


def test_abstaining_when_it_is_from_all_then_the_pairs_are_open_again(ballot: Balloting) -> None:
    anna = ballot.cast.anna
    first, _ = hand(ballot, anna)
    ballot.vote(anna, first, 1)
    ballot.vote(anna, WHOLE)
    assert len(hand(ballot, anna)) == 2
    assert ballot.picture()["turnout"]["voted"] == 1


def test_join_when_the_ballot_is_open_then_pairs_are_dealt(ballot: Balloting) -> None:
    dirk = ballot.room.join("Dirk", "Het Nest")
    assert len(hand(ballot, dirk)) == 2
    ballot.room.close()
    els = ballot.room.join("Els", "Het Nest")
    assert hand(ballot, els) == []
    ballot.room.open("ballot")
    assert len(hand(ballot, els)) == 2


def test_opening_when_nobody_answered_yet_then_can_be_undone(ballot: Balloting) -> None:
    assert ballot.room.would(FACILITATOR, "undo") == "undone"
    ballot.vote(ballot.cast.anna, hand(ballot, ballot.cast.anna)[0], 1)
    assert ballot.room.would(FACILITATOR, "undo") == "refused undo.changed_since"
