"""The support map: where dots stand, and that their numbers can be told apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.domain.support.chart import DOT, HEIGHT, TAG_HEIGHT, WIDTH, Box, Placed, Spot, spots


def on_map(*at: tuple[float, float]) -> list[Spot]:
    return spots([Placed(n, x, y, False) for n, (x, y) in enumerate(at, start=1)])


def label(spot: Spot) -> Box:
    half, tall = spot.width / 2, TAG_HEIGHT / 2
    return Box(spot.tag_x - half, spot.tag_y - tall, spot.tag_x + half, spot.tag_y + tall)


def dot(spot: Spot) -> Box:
    return Box(spot.x - DOT, spot.y - DOT, spot.x + DOT, spot.y + DOT)


@pytest.mark.parametrize(
    ("share", "place"),
    [((0, 0), (0, 0)), ((1, 1), (WIDTH, HEIGHT)), ((0.5, 0.25), (WIDTH / 2, HEIGHT / 4))],
)
def test_dot_when_a_theme_has_these_shares_then_stands_there(
    share: tuple[float, float], place: tuple[float, float]
) -> None:
    (spot,) = on_map(share)
    assert (spot.x, spot.y) == place


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([1], "1"), ([2, 1], "1, 2"), ([3, 1, 2], "1–3"), ([1, 2, 3, 7, 9, 10], "1–3, 7, 9, 10")],
)
def test_numbers_when_themes_share_a_place_then_are_one_label(
    numbers: list[int], text: str
) -> None:
    (spot,) = spots([Placed(number, 0.5, 0.5, True) for number in numbers])
    assert (spot.text, spot.numbers) == (text, tuple(sorted(numbers)))


def test_dots_when_only_one_of_two_in_a_place_is_carried_then_stay_apart() -> None:
    found = spots([Placed(1, 0.6, 0.3, True), Placed(2, 0.6, 0.3, False)])
    assert [(spot.text, spot.solid) for spot in found] == [("1", True), ("2", False)]


def test_labels_when_twelve_themes_crowd_a_corner_then_none_covers_another() -> None:
    found = on_map(*((0.5 + n / 100, 0.4 + n % 3 / 100) for n in range(12)))
    pairs = combinations(map(label, found), 2)
    assert not any(one.shared(other) > 1e-6 for one, other in pairs)


@given(
    st.lists(
        st.tuples(st.integers(0, 20).map(lambda n: n / 20), st.integers(0, 8).map(lambda n: n / 8)),
        max_size=12,
        unique=True,
    )
)
def test_labels_when_themes_stand_anywhere_then_are_inside_and_clear_of_each_other(
    at: list[tuple[float, float]],
) -> None:
    found = on_map(*at)
    for spot in found:
        box = label(spot)
        assert box.left >= 0
        assert box.right <= WIDTH
        assert box.low >= 0
        assert box.high <= HEIGHT
        assert not any(box.shared(dot(other)) > 1e-6 for other in found)
    assert not any(a.shared(b) > 1e-6 for a, b in combinations(map(label, found), 2))
