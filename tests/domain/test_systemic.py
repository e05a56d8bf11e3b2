"""Systemic consensus: the least resistance, and less than leaving things as they are."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from brouwerij.domain import outcome
from brouwerij.domain.ballots.systemic import PASSIVE
from tests.domain.balloting import balloting
from tests.domain.counting import counted


@pytest.mark.parametrize(
    ("answers", "places", "accepted"),
    [
        (
            {"kas": [0, 2], "film": [9, 9], PASSIVE: [5, 5]},
            ["kas", PASSIVE, "film"],
            "kas",
        ),
        (
            {"kas": [0, 0, 10], "film": [3], PASSIVE: [10]},
            ["film", "kas", PASSIVE],
            "film kas",
        ),
        ({"kas": [4, 6], "film": [6], PASSIVE: [5, 5]}, ["kas passive", "film"], ""),
        ({"kas": [0, 0, 0], "film": [1], PASSIVE: [None]}, ["kas", "film", PASSIVE], ""),
        ({"kas": [None], "film": [1], PASSIVE: [5]}, ["film", PASSIVE, "kas"], "film"),
    ],
)
def test_count_when_worked_out_by_hand(answers: Any, places: list[str], accepted: str) -> None:
    found = counted("systemic", answers, "kas", "film")
    assert [sorted(place) for place in found.places] == [sorted(p.split()) for p in places]
    assert found.accepted == set(accepted.split())


def test_score_when_three_of_four_answered_then_is_of_those() -> None:
    found = counted("systemic", {"kas": [0, 1, 7, None], PASSIVE: [10]}, "kas").counted["kas"]
    assert found.score == 10 - Fraction(8, 3)
    assert (found.counts[0], found.counts[7], found.abstained) == (1, 1, 1)


def test_passive_when_it_wins_then_nothing_goes_on_and_it_is_no_theme() -> None:
    ballot = balloting("systemic")
    for who in (ballot.cast.anna, ballot.cast.bram):
        ballot.vote(who, ballot.themes[0], 6)
        ballot.vote(who, PASSIVE, 2)
    results = ballot.results()
    assert next(iter(results)) == PASSIVE
    assert not any(goes_on for _, goes_on, *_ in results.values())
    ballot = balloting("systemic")
    ballot.vote(ballot.cast.anna, ballot.themes[0], 6)
    ballot.vote(ballot.cast.anna, PASSIVE, 7)
    ballot.results()
    assert outcome.shortlist(ballot.room.board) == [ballot.themes[0]]
