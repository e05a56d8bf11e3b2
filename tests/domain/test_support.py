"""The measure of broad support: cases worked out by hand, and a real conversation."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

import pytest

from brouwerij.domain.support import (
    Answer,
    Rule,
    Tally,
    Verdict,
    coverage,
    default_dots,
    equal_shares,
    group_aware_consensus,
    is_vanguard,
    measure,
    order,
    rank_by_supporters,
    shortlist,
    tally_dots,
    wilson,
)
from tests.domain.conversations import CONVERSATION

YES, LIVE, NO = Answer.SUPPORT, Answer.LIVE_WITH, Answer.OBJECT


def room(sizes: dict[str, int]) -> dict[str, str]:
    """An electorate with so many people from each initiative."""
    return {f"{name}{n}": name for name, size in sizes.items() for n in range(size)}


def answers(electorate: dict[str, str], words: str) -> dict[str, Answer]:
    """Answers in the order of the electorate: y, l, n, or . for blank."""
    meaning = {"y": YES, "l": LIVE, "n": NO}
    return {v: meaning[w] for v, w in zip(electorate, words, strict=True) if w != "."}


# Dots


@pytest.mark.parametrize(
    ("dots", "effective"),
    [([5], 1.0), ([1] * 5, 5.0), ([5, 1, 1], 49 / 27), ([2, 1, 1, 1], 25 / 7), ([], 0.0)],
)
def test_effective_supporters_when_dots_are_stacked_are_fewer(
    dots: list[int], effective: float
) -> None:
    ballots = {f"p{n}": {"t": number} for n, number in enumerate(dots)}
    tally = tally_dots(ballots, ["t"])["t"]
    assert tally.effective == pytest.approx(effective)
    assert tally.concentration == pytest.approx(effective / len(dots) if dots else 0.0)
    assert tally.supporters == len(dots)
    assert tally.dots == sum(dots)


def test_ranking_when_six_stack_thirty_dots_puts_twenty_four_people_first() -> None:
    stacked = {f"a{n}": {"loud": 5} for n in range(6)}
    broad = {f"b{n}": {"broad": 1} for n in range(24)}
    tallies = tally_dots(stacked | broad, ["loud", "broad"])
    assert tallies["loud"].dots > tallies["broad"].dots
    assert rank_by_supporters(tallies) == [["broad"], ["loud"]]


def test_ranking_when_equal_keeps_the_tie_in_the_given_order() -> None:
    tallies = tally_dots({"p": {"b": 1, "a": 3}, "q": {"c": 1}}, ["a", "b", "c", "d"])
    assert rank_by_supporters(tallies) == [["a", "b", "c"], ["d"]]


def test_shortlist_when_tied_with_the_last_takes_all_of_them_and_never_the_unsupported() -> None:
    tallies = tally_dots({"p": {"a": 1, "b": 1}, "q": {"a": 1, "c": 1}}, ["a", "b", "c", "d"])
    assert shortlist(tallies, 2) == ["a", "b", "c"]
    assert shortlist(tallies, 1) == ["a"]
    assert shortlist(tallies, 9) == ["a", "b", "c"]


@pytest.mark.parametrize(("themes", "dots"), [(0, 2), (5, 2), (12, 3), (16, 4), (40, 5)])
def test_default_dots_are_a_quarter_of_the_themes_between_two_and_five(
    themes: int, dots: int
) -> None:
    assert default_dots(themes) == dots


# The poll

TEN = room({"Aa": 5, "Bb": 5})


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("yyyyyyyyyy", Verdict.EVERYONE),
        ("yyylyyylyy", Verdict.EVERYONE),
        ("yyylyyyly.", Verdict.BROAD),  # T = 9/10 < 19/20
        ("yyyyyyyyyn", Verdict.BROAD),  # an open objection, one of ten
        ("yyyyyyyynn", Verdict.DIVIDED),  # objections 2/10 > 1/10
        ("yyyyyl....", Verdict.DIVIDED),  # nobody of the second initiative supports it
        ("yyylly.l..", Verdict.DIVIDED),  # support 4/10, but M = 1/5 < 1/4
        ("yyllyyllll", Verdict.DIVIDED),  # B = 4/10 and M = 1/5
        ("yylllyylll", Verdict.PARTLY),  # B = 4/10 and M = 2/5
        ("yllllylll.", Verdict.NARROW),
        ("yyyyy.....", Verdict.LOW_TURNOUT),
        ("..........", Verdict.LOW_TURNOUT),
    ],
)
def test_verdict_of_ten_people_from_two_initiatives(words: str, verdict: Verdict) -> None:
    assert measure(answers(TEN, words), TEN, Rule()).verdict is verdict


def test_measure_of_a_mixed_room_counts_what_was_worked_out_by_hand() -> None:
    found = measure(answers(TEN, "yyylnyyl.."), TEN, Rule(), energy={"Aa0", "Bb0", "stranger"})
    assert (found.support, found.live_with, found.object) == (5, 2, 1)
    assert found.energy == 2
    assert found.turnout == pytest.approx(8 / 10)
    assert found.breadth == pytest.approx(5 / 10)
    assert found.tolerance == pytest.approx(7 / 10)
    assert found.objection == pytest.approx(1 / 8)
    assert (found.weakest, found.weakest_segment) == (pytest.approx(2 / 5), "Bb")
    assert found.bridge == pytest.approx(((3.5 / 6) * (2.5 / 6)) ** 0.5)
    assert found.interval == pytest.approx(wilson(5, 8))
    assert found.segments["Aa"].object == 1


def test_measure_when_an_objection_was_resolved_no_longer_counts_it_as_open() -> None:
    given = answers(TEN, "yyyyyyyynn")
    assert measure(given, TEN, Rule()).verdict is Verdict.DIVIDED
    met = measure(given, TEN, Rule(), resolved={"Bb3"})
    assert met.verdict is Verdict.BROAD
    assert (met.object, met.open_objections) == (2, 1)


def test_measure_when_a_stranger_answers_does_not_count_them() -> None:
    given = answers(TEN, "yyyyyyyyyy")
    assert measure(given | {"stranger": NO}, TEN, Rule()) == measure(given, TEN, Rule())


def test_measure_of_an_empty_room_is_low_turnout_and_divides_by_nothing() -> None:
    found = measure({}, {}, Rule())
    assert found.verdict is Verdict.LOW_TURNOUT
    assert (found.turnout, found.breadth, found.bridge, found.interval) == (0, 0, 0, None)


def test_segments_when_small_are_put_together_and_count_as_one() -> None:
    electorate = room({"Aa": 5, "Bb": 2, "Cc": 1})
    found = measure(answers(electorate, "yyyyyy.."), electorate, Rule())
    assert {name: one.size for name, one in found.segments.items()} == {"": 3, "Aa": 5}
    assert (found.weakest_segment, found.weakest) == ("", pytest.approx(1 / 3))
    assert found.verdict is Verdict.BROAD


def test_rule_when_stricter_changes_the_verdict() -> None:
    given = answers(TEN, "yyyyyyllll")
    assert measure(given, TEN, Rule()).verdict is Verdict.DIVIDED  # M = 1/5
    assert measure(given, TEN, Rule(weakest="1/5")).verdict is Verdict.EVERYONE
    assert measure(given, TEN, Rule(weakest="1/5", everyone_breadth="3/4")).verdict is Verdict.BROAD


def test_order_puts_the_verdict_first_and_leaves_ties_tied() -> None:
    results = {
        name: measure(answers(TEN, words), TEN, Rule())
        for name, words in {
            "narrow": "yllllylll.",
            "all": "yyyyyyyyyy",
            "same": "yyyyyyyyyy",
            "broad": "yyyyyyyyyn",
        }.items()
    }
    assert order(results, {}) == [["all", "same"], ["broad"], ["narrow"]]
    assert order(results, {"same": 3}) == [["same"], ["all"], ["broad"], ["narrow"]]


def test_vanguard_is_what_is_not_carried_but_has_people_who_want_to_begin() -> None:
    narrow, carried = answers(TEN, "yllllylll."), answers(TEN, "yyyyyyyyyy")
    assert is_vanguard(measure(narrow, TEN, Rule(), energy={"Aa0", "Aa1"}))
    assert not is_vanguard(measure(narrow, TEN, Rule(), energy={"Aa0"}))
    assert not is_vanguard(measure(carried, TEN, Rule(), energy={"Aa0", "Aa1"}))


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(0, 10, 0.0, 0.1411), (5, 10, 0.3122, 0.6878), (10, 10, 0.8589, 1.0)],
)
def test_wilson_is_what_was_worked_out_by_hand_and_stays_within_zero_and_one(
    successes: int, n: int, low: float, high: float
) -> None:
    assert wilson(successes, n) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(("successes", "n"), [(1, 0), (3, 2), (-1, 2)])
def test_wilson_of_an_impossible_share_is_refused(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="interval"):
        wilson(successes, n)


# Consensus between groups, and a set of themes


def test_group_aware_consensus_multiplies_what_each_group_leans() -> None:
    assert group_aware_consensus({"a": Tally(8, 10), "b": Tally(1, 4)}) == pytest.approx(
        (9 / 12) * (2 / 6)
    )
    assert group_aware_consensus({}) == 1.0


def test_equal_shares_gives_a_smaller_part_of_the_room_its_themes() -> None:
    many, few = [f"m{n}" for n in range(30)], [f"f{n}" for n in range(20)]
    supporters = {f"A{n}": many for n in range(1, 6)} | {f"B{n}": few for n in range(1, 6)}
    chosen = equal_shares(supporters, many + few, 5)
    assert chosen == ["A1", "A2", "A3", "B1", "B2"]
    assert coverage(chosen, supporters, 50) == 1
    assert coverage(["A1", "A2"], supporters, 50) == Fraction(3, 5)


@pytest.mark.parametrize(("voters", "k"), [([], 3), (["v"], 0)])
def test_equal_shares_without_voters_or_places_is_empty(voters: list[str], k: int) -> None:
    assert equal_shares({"A": ["v"]}, voters, k) == []


# A real conversation (Polis, CC BY 4.0): agree, pass, disagree as the three answers


def _statements() -> Iterator[tuple[dict[str, Answer], dict[str, str]]]:
    """Per statement the answers and the electorate: those in a group who saw it."""
    with CONVERSATION.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["group-id"]]
    for column in [name for name in rows[0] if name.isdigit()]:
        seen = {row["participant"]: row for row in rows if row[column]}
        given = {voter: Answer(int(row[column])) for voter, row in seen.items()}
        yield given, {voter: row["group-id"] for voter, row in seen.items()}


@pytest.mark.skipif(not CONVERSATION.exists(), reason="the conversation's data is not here")
def test_verdicts_of_a_real_conversation_stay_as_they_were_counted() -> None:
    found = Counter(
        measure(given, groups, Rule()).verdict
        for given, groups in _statements()
        if len(groups) >= 10
    )
    assert found == {
        Verdict.EVERYONE: 4, Verdict.BROAD: 28, Verdict.DIVIDED: 70, Verdict.NARROW: 20,
    }  # fmt: skip
