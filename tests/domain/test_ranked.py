"""The first three: three places to give, counted by the method of Schulze."""

from __future__ import annotations

import pytest

from brouwerij.domain.ballots import METHODS, WHOLE, Answer
from brouwerij.domain.ballots.ranked import in_places, stronger
from tests.domain.balloting import Balloting, balloting


@pytest.fixture
def ballot() -> Balloting:
    return balloting("ranked")


def places(orders: dict[str, int], themes: str) -> list[str]:
    """Orders such as "abc" with how many people gave them -> the places, each its themes sorted."""
    people = [order for order, number in orders.items() for _ in range(number)]
    ballots = {
        f"person-{n}": {theme: Answer(place) for place, theme in enumerate(order, 1)}
        for n, order in enumerate(people)
    }
    found = METHODS["ranked"].count(list(themes), ballots)
    return ["".join(sorted(place)) for place in found.places]


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ({"abc": 2, "bac": 1}, ["a", "b", "c"]),
        ({"ab": 1, "ba": 1}, ["ab", "c"]),
        ({"a": 1}, ["a", "bc"]),
        # By points a wins (3·3 + 2·1 = 11 to b's 2·3 + 2·3 = 12 it does not); head to head b loses.
        ({"abc": 3, "bca": 2}, ["a", "b", "c"]),
        # A circle: 5 put a above b, 4 b above c, 3 c above a; the weakest step gives way.
        ({"abc": 3, "bca": 1, "cab": 2}, ["a", "b", "c"]),
        ({"abc": 1, "bca": 1, "cab": 1}, ["abc"]),
    ],
)
def test_places_when_worked_out_by_hand(orders: dict[str, int], expected: list[str]) -> None:
    assert places(orders, "abc") == expected


def test_stronger_when_as_in_the_example_that_schulze_gives_then_is_his_order() -> None:
    """Schulze 2011, section 3.1 (example 1): 21 voters, a, c and d circle; the order is d a c b."""
    voters = {"acdb": 8, "badc": 2, "cdba": 4, "dbac": 4, "dcba": 3}
    above = {
        (x, y): sum(n for order, n in voters.items() if order.index(x) < order.index(y))
        for x in "abcd"
        for y in "abcd"
        if x != y
    }
    assert in_places("abcd", stronger("abcd", above)) == [["d"], ["a"], ["c"], ["b"]]


def test_place_when_another_theme_had_it_then_they_change_places(ballot: Balloting) -> None:
    anna, (cash, film, land) = ballot.cast.anna, ballot.themes
    ballot.vote(anna, cash, 1)
    ballot.vote(anna, film, 2)
    ballot.vote(anna, film, 1)
    assert ballot.own(anna) == {film: 1, cash: 2}
    ballot.vote(anna, land, 2)
    assert ballot.own(anna) == {film: 1, land: 2}


def test_places_when_there_are_three_then_nobody_gives_a_fourth(ballot: Balloting) -> None:
    assert ballot.would(ballot.cast.anna, ballot.themes[0], value=4) == (
        "refused ballot.no_such_answer"
    )


def test_abstaining_when_it_is_from_all_then_takes_the_rest_back_and_is_counted(
    ballot: Balloting,
) -> None:
    anna, (cash, *_) = ballot.cast.anna, ballot.themes
    ballot.vote(anna, cash, 1)
    ballot.vote(anna, WHOLE)
    assert ballot.own(anna) == {WHOLE: None}
    assert ballot.picture()["turnout"]["voted"] == 1
    ballot.vote(anna, cash, 1)
    assert ballot.own(anna) == {cash: 1}
    assert ballot.would(anna, cash, abstain=True) == "refused ballot.not_asked"
    assert ballot.would(anna, WHOLE, value=1) == "refused ballot.no_such_answer"
    ballot.vote(ballot.cast.bram, WHOLE)
    assert ballot.results()[cash][3] == 1
