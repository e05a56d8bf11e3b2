"""When an idea settles on a theme and when it is contested, from what people chose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.domain.sorting import agreed, contested, enough


@pytest.mark.parametrize(
    ("chosen", "agree", "settles", "is_contested"),
    [
        ("", 2, "", False),
        ("a", 1, "a", False),
        ("a", 2, "", False),
        ("aa", 2, "a", False),
        ("ab", 2, "", False),
        ("aba", 2, "a", False),
        ("abc", 2, "", True),
        ("abca", 2, "", True),
        ("abcaa", 2, "a", False),
        ("aabb", 2, "", True),
        ("aaab", 3, "a", False),
        ("aabb", 3, "", False),
        ("aabbc", 3, "", True),
        ("aabbcc", 3, "", True),
    ],
)
def test_rule_when_people_chose_so_then(
    chosen: str, agree: int, settles: str, is_contested: bool
) -> None:
    assert agreed(chosen, agree) == settles
    assert contested(chosen, agree) == is_contested


JUDGED = st.lists(st.sampled_from("abc"), max_size=9)
AGREE = st.integers(1, 4)


@given(JUDGED, AGREE)
def test_rule_when_people_come_in_another_order_then_says_the_same(
    chosen: list[str], agree: int
) -> None:
    for other in (sorted(chosen), chosen[::-1]):
        assert agreed(other, agree) == agreed(chosen, agree)
        assert contested(other, agree) == contested(chosen, agree)


@given(JUDGED, AGREE)
def test_rule_when_it_settled_early_then_the_others_would_not_have_changed_it(
    chosen: list[str], agree: int
) -> None:
    """Of the people that it takes to be contested, the first who agree are most already."""
    judged = chosen[: enough(agree)]
    early = [agreed(judged[:n], agree) for n in range(1, len(judged) + 1)]
    first = next(filter(None, early), "")
    assert agreed(judged, agree) == first


@given(JUDGED, AGREE)
def test_rule_when_it_settles_then_enough_people_and_most_chose_that(
    chosen: list[str], agree: int
) -> None:
    theme = agreed(chosen, agree)
    if theme:
        assert chosen.count(theme) >= agree
        assert chosen.count(theme) > len(chosen) - chosen.count(theme)
    assert not (theme and contested(chosen, agree))
