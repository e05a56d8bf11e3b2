"""What holds for every room: raising an answer never harms, nobody weighs more than another."""

from __future__ import annotations

from itertools import combinations_with_replacement, product

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.support import (
    Answer,
    Rule,
    Verdict,
    equal_shares,
    measure,
    rank_by_supporters,
    shortlist,
    tally_dots,
)

YES, LIVE, NO = Answer.SUPPORT, Answer.LIVE_WITH, Answer.OBJECT
RAISES = [(None, YES), (NO, LIVE), (NO, YES), (LIVE, YES)]
"""Every step towards support; blank to objection may lift the turnout, so it is no such step."""


def verdict_rank(answers: tuple[Answer | None, ...], electorate: dict[str, str]) -> int:
    given_answers = {v: a for v, a in zip(electorate, answers, strict=True) if a is not None}
    return measure(given_answers, electorate, Rule()).verdict.rank


def test_raising_one_answer_never_lowers_the_verdict_in_any_small_room() -> None:
    checked = 0
    for size in (4, 5, 6):
        electorate = {f"p{n}": "Aa" if n < 3 else "Bb" for n in range(size)}
        rooms = list(product((None, NO, LIVE, YES), repeat=size))
        rank = {room: verdict_rank(room, electorate) for room in rooms}
        for room in rooms:
            for who, (low, high) in product(range(size), RAISES):
                if room[who] is low:
                    raised = (*room[:who], high, *room[who + 1 :])
                    assert rank[raised] <= rank[room], (room, who, high)
                    checked += 1
    assert checked > 20_000


def test_raising_one_answer_never_lowers_the_verdict_below_divided_whatever_groups_it_makes() -> (
    None
):
    """Opinion groups may move with an answer: every way to divide the room, before and after."""
    size = 6
    electorate = {f"p{n}": "" for n in range(size)}
    divisions = [
        dict(zip(electorate, ("a", *groups), strict=True))
        for groups in product("ab", repeat=size - 1)
    ]
    fell = 0
    for room in set(combinations_with_replacement((None, NO, LIVE, YES), size)):
        before = grouped_ranks(room, electorate, divisions)
        for who, (low, high) in product(range(size), RAISES):
            if room[who] is low:
                raised = (*room[:who], high, *room[who + 1 :])
                after = grouped_ranks(raised, electorate, divisions)
                assert max(after) <= max(min(before), Verdict.DIVIDED.rank), (room, who, high)
                fell += max(after) > min(before)
    assert fell, "the control: within that bound it can fall"


def grouped_ranks(
    room: tuple[Answer | None, ...],
    electorate: dict[str, str],
    divisions: list[dict[str, str]],
) -> set[int]:
    """The ranks that the verdict can have, by how the room is divided."""
    answers = {v: a for v, a in zip(electorate, room, strict=True) if a is not None}
    return {
        measure(answers, electorate, Rule(segment_min=1), segment_of=division).verdict.rank
        for division in divisions
    }


answer = st.sampled_from([None, YES, LIVE, NO])


@st.composite
def rooms(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, Answer]]:
    sizes = draw(st.lists(st.integers(1, 9), min_size=1, max_size=6))
    electorate = {f"{s}-{n}": f"S{s}" for s, size in enumerate(sizes) for n in range(size)}
    given_answers = {v: a for v in electorate if (a := draw(answer)) is not None}
    return electorate, given_answers


@settings(max_examples=200, deadline=None)
@given(rooms(), st.randoms(use_true_random=False))
def test_the_measure_is_the_same_in_whatever_order_people_come(room, random) -> None:
    electorate, given_answers = room
    shuffled = list(electorate)
    random.shuffle(shuffled)
    again = measure(
        {v: given_answers[v] for v in shuffled if v in given_answers},
        {v: electorate[v] for v in shuffled},
        Rule(),
    )
    assert again == measure(given_answers, electorate, Rule())


@settings(max_examples=200, deadline=None)
@given(rooms(), st.data())
def test_raising_an_answer_in_a_larger_room_never_lowers_the_verdict(room, data) -> None:
    electorate, given_answers = room
    who = data.draw(st.sampled_from(sorted(electorate)))
    now = given_answers.get(who)
    for low, high in RAISES:
        if now is low:
            raised = measure(given_answers | {who: high}, electorate, Rule())
            assert raised.verdict.rank <= measure(given_answers, electorate, Rule()).verdict.rank


@settings(max_examples=200, deadline=None)
@given(rooms())
def test_the_rule_survives_being_stored(room) -> None:
    rule = msgspec.json.decode(msgspec.json.encode(Rule()), type=Rule)
    electorate, given_answers = room
    assert measure(given_answers, electorate, rule) == measure(given_answers, electorate, Rule())


ballots = st.dictionaries(
    st.sampled_from([f"p{n}" for n in range(8)]),
    st.dictionaries(st.sampled_from("abcde"), st.integers(0, 3), max_size=5),
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(ballots, st.sampled_from("abcde"))
def test_one_more_dot_of_a_supporter_never_moves_a_theme(given_ballots, theme) -> None:
    themes = list("abcde")
    before = tally_dots(given_ballots, themes)
    supporters = [p for p, dots in given_ballots.items() if dots.get(theme, 0) > 0]
    for person in supporters:
        dots = given_ballots[person]
        more = given_ballots | {person: dots | {theme: dots[theme] + 1}}
        after = tally_dots(more, themes)
        assert after[theme].supporters == before[theme].supporters
        assert after[theme].dots == before[theme].dots + 1
        assert rank_by_supporters(after) == rank_by_supporters(before)


@settings(max_examples=200, deadline=None)
@given(ballots, st.integers(1, 5))
def test_a_shortlist_never_leaves_out_who_has_more_supporters(given_ballots, size) -> None:
    tallies = tally_dots(given_ballots, list("abcde"))
    listed = shortlist(tallies, size)
    left_out = [t for t in tallies if t not in listed and tallies[t].supporters]
    assert all(tallies[a].supporters > tallies[b].supporters for a in listed for b in left_out)
    assert len(listed) >= min(size, sum(1 for t in tallies.values() if t.supporters))


@settings(max_examples=100, deadline=None)
@given(ballots, st.integers(0, 5))
def test_equal_shares_never_buys_more_than_asked_nor_one_twice(given_ballots, k) -> None:
    supporters = {
        theme: [p for p, dots in given_ballots.items() if dots.get(theme)] for theme in "abcde"
    }
    chosen = equal_shares(supporters, list(given_ballots), k)
    assert len(chosen) == len(set(chosen)) <= k
    assert all(supporters[theme] for theme in chosen)
