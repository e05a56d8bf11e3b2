"""Opinion groups: found where they were put, the same in any order, and not among too few."""

from __future__ import annotations

import csv
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.support.opinions import (
    UNSEEN,
    Ballots,
    opinion_groups,
    project,
    silhouette,
    too_few,
)
from tests.domain.conversations import CONVERSATION, agreement

OPPOSED = ([1, 1, 1, -1, -1, -1], [-1, -1, -1, 1, 1, 1])
"""What two opposed minds answer to the first half and the second half of the themes."""
APART = ([1, 1, -1, -1, -1, -1], [-1, -1, 1, 1, -1, -1], [-1, -1, -1, -1, 1, 1])


def room(
    minds: tuple[list[int], ...], sizes: list[int], *, noise: float = 0.0, unseen: float = 0.0
) -> tuple[Ballots, list[int]]:
    """So many voters of each mind, each answer given twice over, and whose mind each has."""
    chance = np.random.default_rng(2017)
    ballots = np.repeat(np.array(minds, dtype=np.int8), 3, axis=1)
    mind = [number for number, size in enumerate(sizes) for _ in range(size)]
    given_ballots = ballots[mind]
    given_ballots[chance.random(given_ballots.shape) < noise] = 0
    given_ballots[chance.random(given_ballots.shape) < unseen] = UNSEEN
    return given_ballots, mind


def found(ballots: Ballots) -> list[int]:
    groups = opinion_groups(ballots)
    assert groups is not None
    return [int(group) for group in groups]


@pytest.mark.parametrize(
    ("minds", "sizes", "noise", "unseen"),
    [
        (OPPOSED, [20, 20], 0.0, 0.0),
        (OPPOSED, [45, 15], 0.2, 0.0),
        (OPPOSED, [45, 15], 0.1, 0.4),
        (APART, [20, 20, 20], 0.1, 0.0),
        (APART, [60, 40, 20], 0.1, 0.3),
        (APART, [600, 400, 200], 0.1, 0.3),
    ],
)
def test_groups_when_minds_differ_then_are_those_minds(
    minds: tuple[list[int], ...], sizes: list[int], noise: float, unseen: float
) -> None:
    ballots, mind = room(minds, sizes, noise=noise, unseen=unseen)
    assert agreement(found(ballots), mind) > (0.9 if unseen else 0.999)


def test_groups_when_sizes_differ_then_the_largest_is_the_first() -> None:
    ballots, mind = room(OPPOSED, [12, 30])
    assert found(ballots) == [1 - number for number in mind]


def test_groups_when_all_are_of_one_mind_then_are_one() -> None:
    assert set(found(room(OPPOSED[:1], [40])[0])) == {0}


def test_group_when_somebody_answered_little_then_is_none() -> None:
    ballots, _ = room(OPPOSED, [20, 20])
    ballots[0, 6:] = UNSEEN
    ballots[1, 7:] = UNSEEN
    groups = found(ballots)
    assert groups[0] == -1
    assert groups[1] == groups[2]


@pytest.mark.parametrize(
    ("voters", "themes", "too"), [(30, 10, False), (29, 10, True), (30, 9, True), (0, 0, True)]
)
def test_groups_when_voters_or_themes_are_too_few_then_there_are_none(
    voters: int, themes: int, too: bool
) -> None:
    ballots = np.ones((voters, themes), dtype=np.int8)
    ballots[: voters // 2] = -1
    assert too_few(voters, themes) is too
    assert (opinion_groups(ballots) is None) is too


@settings(max_examples=25, deadline=None)
@given(
    st.randoms(use_true_random=False), st.sampled_from([(OPPOSED, [25, 20]), (APART, [70, 60, 9])])
)
def test_groups_when_voters_and_themes_come_in_another_order_then_are_the_same(
    random, minds_and_sizes
) -> None:
    ballots, _ = room(*minds_and_sizes, noise=0.3, unseen=0.2)
    voters, themes = list(range(ballots.shape[0])), list(range(ballots.shape[1]))
    random.shuffle(voters)
    random.shuffle(themes)
    before, after = found(ballots), found(ballots[voters][:, themes])
    assert [before[voter] for voter in voters] == after


def test_position_of_who_answered_little_is_stretched_and_of_who_did_not_answer_is_the_middle() -> (
    None
):
    ballots, _ = room(OPPOSED, [20, 20])
    ballots[0] = UNSEEN
    ballots[1, 4:] = UNSEEN
    positions = project(ballots)
    assert positions[0].tolist() == [0.0, 0.0]
    assert abs(positions[1, 0]) > abs(positions[2, 0]) * (4 / 18)


def test_silhouette_of_two_pairs_is_what_was_worked_out_by_hand() -> None:
    """On a line at 0, 1, 4 and 5: own 1 away, the others 4½, 3½, 3½ and 4½ on average."""
    points = np.array([[0.0, 0.0], [1.0, 0.0], [4.0, 0.0], [5.0, 0.0]])
    pairs = silhouette(points, np.array([0, 0, 1, 1]))
    assert pairs == pytest.approx((2 * 3.5 / 4.5 + 2 * 2.5 / 3.5) / 4)
    assert silhouette(points, np.array([0, 0, 0, 1])) < pairs


@pytest.mark.skipif(not CONVERSATION.exists(), reason="the conversation's data is not here")
def test_first_axis_of_a_real_conversation_tells_the_groups_of_polis_apart() -> None:
    """A voter of one of Polis's groups nearly always stands beyond one of the other."""
    with CONVERSATION.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    statements = [name for name in rows[0] if name.isdigit()]
    ballots = np.array(
        [[int(row[name] or UNSEEN) for name in statements] for row in rows], dtype=np.int8
    )
    first = project(ballots)[:, 0]
    sides = [[x for x, row in zip(first, rows, strict=True) if row["group-id"] == g] for g in "01"]
    beyond = [x < y for x, y in product(*sides)]
    assert len(sides[0]) > len(sides[1]) > 0
    assert sum(beyond) / len(beyond) > 0.95
