"""The scale of five: the typical judgement, worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.domain.ballots.gradients import typical
from tests.domain.counting import counted


@pytest.mark.parametrize(
    ("given", "score"),
    [
        ([5], Fraction(5)),
        ([1], Fraction(1)),
        ([5, 5, 4], 5 - Fraction(1, 3)),
        ([5, 4, 4], 4 + Fraction(1, 3)),
        ([5, 4, 3], Fraction(4)),
        ([5, 4, 2, 1], 2 + Fraction(2 - 1, 4)),  # of two in the middle, the lower
        ([5, 5, 1, 1], 1 + Fraction(2, 4)),
        ([3, 3, 3, 1], 3 - Fraction(1, 4)),
    ],
)
def test_typical_when_worked_out_by_hand(given: list[int], score: Fraction) -> None:
    assert typical(given) == score


@pytest.mark.parametrize(
    ("answers", "places"),
    [
        ({"kas": [5, 5, 5], "film": [5, 5, 1]}, [["kas"], ["film"]]),
        ({"kas": [5, 5, 1], "film": [4, 4, 4]}, [["kas"], ["film"]]),
        ({"kas": [5, 1, 1], "film": [3, 3, 3]}, [["film"], ["kas"]]),
        ({"kas": [4, 2, 3], "film": [3, "", ""]}, [["kas", "film"]]),
        ({"kas": [1, 1, 1], "film": [None, None, ""]}, [["kas"], ["film"]]),
    ],
)
def test_places_when_worked_out_by_hand(answers: Any, places: list[list[str]]) -> None:
    found = counted("gradients", answers)
    assert [sorted(place) for place in found.places] == [sorted(place) for place in places]


def test_counts_when_told_then_are_per_answer_from_the_highest() -> None:
    found = counted("gradients", {"kas": [5, 5, 4, 1, None, ""]}).counted["kas"]
    assert (found.counts, found.abstained) == ((2, 1, 0, 0, 1), 1)


answers = st.lists(st.integers(1, 5), min_size=1, max_size=9)


@given(answers, st.data())
def test_typical_when_somebody_goes_further_then_is_never_lower(
    given: list[int], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(given) - 1))
    raised = [*given[:at], data.draw(st.integers(given[at], 5)), *given[at + 1 :]]
    assert typical(raised) >= typical(given)
