"""What holds for every method of counting: whoever asks in whatever order, ties and abstentions."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.ballots import METHODS, Answer, discover
from brouwerij.domain.ballots.pairwise import all_pairs
from tests.domain.counting import any_ballots

discover()
THEMES = ("kas", "film", "grond", "dak")


def asked_by(method: str) -> tuple[str, ...]:
    """All that people can have answered."""
    dealt = all_pairs(THEMES) if METHODS[method].deals else []
    return (*METHODS[method].asks(THEMES), *dealt)


@pytest.mark.parametrize("method", sorted(METHODS))
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_count_when_people_and_themes_are_shuffled_then_is_the_same(
    method: str, data: st.DataObject
) -> None:
    given = data.draw(any_ballots(method, asked_by(method)))
    random = Random(data.draw(st.integers(0, 999)))
    people, themes = random.sample(list(given), len(given)), random.sample(THEMES, len(THEMES))
    before = METHODS[method].count(THEMES, given)
    after = METHODS[method].count(themes, {person: given[person] for person in people})
    assert after.counted == before.counted
    assert after.accepted == before.accepted
    assert [set(place) for place in after.places] == [set(place) for place in before.places]


@pytest.mark.parametrize("method", sorted(METHODS))
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_count_when_somebody_abstains_from_all_then_only_that_is_counted(
    method: str, data: st.DataObject
) -> None:
    asked = asked_by(method)
    given = data.draw(any_ballots(method, asked))
    before = METHODS[method].count(THEMES, given)
    more = METHODS[method].count(THEMES, given | {"h": {on: Answer() for on in asked}})
    assert more.places == before.places
    assert more.accepted == before.accepted
    for theme, found in more.counted.items():
        assert found.counts == before.counted[theme].counts
        assert found.abstained > before.counted[theme].abstained


@pytest.mark.parametrize("method", sorted(METHODS))
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_places_when_counted_then_hold_every_theme_once(method: str, data: st.DataObject) -> None:
    found = METHODS[method].count(THEMES, data.draw(any_ballots(method, asked_by(method))))
    placed = [theme for place in found.places for theme in place]
    assert sorted(theme for theme in placed if theme in THEMES) == sorted(THEMES)
    assert len(set(placed)) == len(placed)
    assert all(place for place in found.places)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_count_when_nobody_answered_then_all_are_tied(method: str) -> None:
    found = METHODS[method].count(THEMES, {})
    (place,) = found.places
    assert set(THEMES) <= set(place)
    assert not found.accepted
