"""Merging two themes of a ballot: everybody's answers are joined, and turning it back is exact."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.ballots import METHODS
from brouwerij.domain.commands import Actor
from tests.domain.balloting import Balloting, balloting
from tests.support.room import PROJECTOR, SECOND, STAFF_VIEW, Room


def merge(ballot: Balloting, theme: str, into: str) -> str:
    """Merge two themes a second after what was done before."""
    room = ballot.room
    room.wait(SECOND)
    return room.lead("theme.merge", round=room.id("clustering"), theme=theme, into=into)


def stored(ballot: Balloting) -> bytes:
    """All that is put to the vote and said, byte for byte as a log would hold it."""
    names = ("ballots", "votes", "amendments", "themes")
    kept = {name: dict(ballot.room.board.collections[name]) for name in names}
    return msgspec.json.encode(kept, order="sorted")


ABSTAINS, BLANK = None, ""


@pytest.mark.parametrize(
    ("method", "one", "other", "joined"),
    [
        ("gradients", 4, 2, 4),
        ("gradients", 2, 4, 4),
        ("gradients", 5, 1, 1),
        ("gradients", ABSTAINS, 3, 3),
        ("gradients", ABSTAINS, ABSTAINS, ABSTAINS),
        ("gradients", ABSTAINS, BLANK, ABSTAINS),
        ("gradients", BLANK, 2, 2),
        ("gradients", BLANK, BLANK, BLANK),
        ("consent", 1, 0, 0),
        ("consent", 0, 1, 0),
        ("consent", 1, ABSTAINS, 1),
        ("systemic", 3, 8, 8),
        ("systemic", 0, BLANK, 0),
        ("ranked", 1, 3, 1),
        ("ranked", 3, 2, 2),
        ("ranked", BLANK, 3, 3),
    ],
)
def test_merge_when_somebody_said_this_of_the_two_then_says_that_of_one(
    method: str, one: Any, other: Any, joined: Any
) -> None:
    ballot = balloting(method)
    anna, (cash, film, land) = ballot.cast.anna, ballot.themes
    for theme, value in ((cash, one), (film, other)):
        if value != BLANK:
            ballot.vote(anna, theme, value, reason="Te duur")
    merge(ballot, film, cash)
    assert ballot.own(anna) == ({} if joined == BLANK else {cash: joined})
    assert ballot.room.sees(PROJECTOR)["ballots"][ballot.round]["themes"] == [cash, land]


def test_merge_when_both_were_objected_to_then_both_reasons_stand() -> None:
    ballot = balloting("consent")
    anna, bram, (cash, film, _) = ballot.cast.anna, ballot.cast.bram, ballot.themes
    ballot.vote(anna, cash, 0, reason="Te duur")
    ballot.vote(anna, film, 0, reason="Te laat")
    ballot.vote(bram, film, 0, reason="Te laat")
    merge(ballot, film, cash)
    ballot.room.results()
    (found,) = [r for r in ballot.picture()["results"] if r["theme"] == cash]
    assert found["reasons"] == ["Te duur / Te laat", "Te laat"]


def test_merge_when_two_choices_become_one_then_a_place_is_free_again() -> None:
    ballot = balloting("ranked")
    anna, (cash, film, land) = ballot.cast.anna, ballot.themes
    for place, theme in enumerate((film, cash, land), start=1):
        ballot.vote(anna, theme, place)
    merge(ballot, film, cash)
    assert ballot.own(anna) == {cash: 1, land: 3}
    ballot.vote(anna, land, 2)
    assert ballot.results() == {
        cash: (1, True, [1, 0, 0], 0, 2),
        land: (2, True, [0, 1, 0], 0, 2),
    }


def test_merge_when_only_the_one_that_goes_was_asked_then_the_other_takes_its_place() -> None:
    ballot = balloting("consent")
    anna, (cash, film, _) = ballot.cast.anna, ballot.themes
    for theme in (cash, film):
        for who in (anna, ballot.cast.bram, ballot.cast.chris):
            ballot.vote(who, theme, int(theme == film), reason="Te duur")
    ballot.results()
    ballot.room.lead("ballot.amend", theme=cash, text="Een kleine kas")
    ballot.again()
    ballot.vote(anna, cash, 1)
    merge(ballot, cash, film)
    seen = ballot.room.sees(STAFF_VIEW)["ballots"][ballot.round]
    assert (seen["themes"][0], seen["amended"]) == (film, {film: "Een kleine kas"})
    assert ballot.own(anna) == {film: 1}


def test_merge_when_a_proposal_was_amended_then_its_text_is_asked_next_time() -> None:
    ballot = balloting("consent")
    cash, film, _ = ballot.themes
    ballot.room.close()
    ballot.room.lead("ballot.amend", theme=film, text="Een korte film")
    merge(ballot, film, cash)
    ballot.again()
    assert ballot.room.sees(PROJECTOR)["ballots"][ballot.round]["amended"] == {
        cash: "Een korte film"
    }


def test_merge_when_made_then_an_answer_to_a_pair_under_way_goes_to_the_survivor() -> None:
    ballot = balloting("pairwise")
    anna, (cash, film, _) = ballot.cast.anna, ballot.themes
    merge(ballot, film, cash)
    (kept,) = ballot.own(anna)
    ballot.vote(anna, kept.replace(cash, film), 1)
    assert ballot.own(anna) == {kept: 1}
    assert ballot.would(anna, f"{cash}:{film}", value=1) == "refused ballot.not_asked"


@pytest.mark.parametrize(("one", "other", "joined"), [(1, 1, 1), (1, -1, 0), (0, -1, -1)])
def test_merge_when_pairs_become_one_then_their_answers_are_joined(
    one: int, other: int, joined: int
) -> None:
    ballot = balloting("pairwise")
    anna, (cash, film, land) = ballot.cast.anna, ballot.themes
    for pair in list(ballot.own(anna)):
        if land in pair:
            sign = 1 if pair.endswith(land) else -1
            ballot.vote(anna, pair, sign * (one if cash in pair else other))
    merge(ballot, film, cash)
    ((pair, value),) = ballot.own(anna).items()
    assert (1 if pair.endswith(land) else -1) * value == joined


def test_hand_when_pairs_went_in_a_merge_then_is_full_again_and_no_pair_comes_twice() -> None:
    plan = [{"kind": "clustering"}, {"kind": "ballot", "settings": {"method": "pairwise"}}]
    room = Room(plan)
    anna = room.join("Anna", "Hof")
    themes = room.themes(*"ABCDE")
    room.open("ballot")
    room.wait(SECOND)
    for theme in themes[1:3]:
        room.lead("theme.merge", round=room.id("clustering"), theme=theme, into=themes[0])
    had = list[frozenset[str]]()
    while open := [v for v in room.own(anna)["votes"].values() if v.get("open")]:
        had.append(frozenset(open[0]["about"].split(":")))
        room.do(anna, "ballot.vote", about=open[0]["about"], value=1)
    left = (themes[0], themes[3], themes[4])
    assert sorted(map(sorted, had)) == sorted(sorted(pair) for pair in combinations(left, 2))
    turns = [vote["turn"] for vote in room.own(anna)["votes"].values()]
    assert sorted(turns) == list(range(1, len(turns) + 1))


PEOPLE = ("anna", "bram", "chris")
METHOD = st.sampled_from(sorted(METHODS))
SAID = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.integers(0, 5), st.integers(0, 11)), max_size=12
)  # who, about what of all that is theirs to answer, and which answer; the last one abstains


def say(ballot: Balloting, who: Actor, at: int, answer: int) -> None:
    """One of the answers there are, to one of the things that are asked; nothing if it may not."""
    method = METHODS[ballot.room.board.at(("ballots", ballot.round)).method]  # type: ignore[union-attr]
    asked = sorted({*method.asks(ballot.themes), *ballot.own(who)})
    about = asked[at % len(asked)]
    answers: list[dict[str, Any]] = [{"value": v, "reason": "Te duur"} for v in method.values]
    data = [*answers, {"abstain": True}][answer % (len(answers) + 1)]
    if not ballot.would(who, about, **data).startswith("refused"):
        ballot.room.do(who, "ballot.vote", about=about, **data)


@settings(max_examples=150, deadline=None)
@given(METHOD, SAID, st.sampled_from(list(permutations(range(3), 2))))
def test_merge_of_any_votes_keeps_every_person_and_undo_restores_every_byte(
    method: str, said: list[tuple[str, int, int]], which: tuple[int, int]
) -> None:
    ballot = balloting(method)
    for name, at, answer in said:
        say(ballot, getattr(ballot.cast, name), at, answer)
    gone, into = (ballot.themes[at] for at in which)
    before = stored(ballot)
    theirs = {name: ballot.own(getattr(ballot.cast, name)) for name in PEOPLE}
    merged = merge(ballot, gone, into)
    for name, mine in theirs.items():
        now = ballot.own(getattr(ballot.cast, name))
        assert not [about for about in now if gone in about.split(":")]
        if method != "pairwise":
            assert (into in now) == (gone in mine or into in mine)
            others = set(mine) - {gone, into}
            assert {about: now[about] for about in others} == {a: mine[a] for a in others}
    places = [v for v in ballot.own(ballot.cast.anna).values() if v]
    assert method != "ranked" or len(places) == len(set(places))
    ballot.room.lead("undo", command=merged)
    assert stored(ballot) == before
