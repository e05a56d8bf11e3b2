"""Merging themes while people vote: everybody counts once, and turning it back is exact."""

from __future__ import annotations

from itertools import product

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.commands import Actor
from tests.domain.dotting import Dotting, dotting
from tests.support.room import FACILITATOR, SECOND, Room


def merge(dots: Dotting, theme: str, into: str) -> str:
    """Merge two themes a second after what was done before."""
    dots.room.wait(SECOND)
    return dots.room.lead("theme.merge", round=dots.room.id("clustering"), theme=theme, into=into)


def stored(room: Room) -> bytes:
    """All ballots and themes, byte for byte as a log would hold them."""
    kept = {name: dict(room.board.collections[name]) for name in ("dot_ballots", "themes", "ideas")}
    return msgspec.json.encode(kept, order="sorted")


def left(room: Room, who: Actor, budget: int) -> int:
    """How many dots somebody can still give."""
    ballots = room.own(who).get("dot_ballots", {}).values()
    return budget - sum(sum(ballot.get("dots", {}).values()) for ballot in ballots)


def test_merge_when_people_voted_takes_the_union_and_hands_back_what_is_over() -> None:
    dots = dotting(dots=3)
    anna, bram, chris = dots.cast.anna, dots.cast.bram, dots.cast.chris
    for who, theme in [(anna, dots.cash), (anna, dots.film), (bram, dots.film), (chris, dots.land)]:
        dots.give(who, theme)
    merge(dots, dots.film, dots.cash)
    assert [left(dots.room, who, 3) for who in (anna, bram, chris)] == [2, 2, 2]
    told = [b.get("returned", 0) for b in dots.room.own(anna)["dot_ballots"].values()]
    dots.give(anna, dots.land)
    after = [b.get("returned", 0) for b in dots.room.own(anna)["dot_ballots"].values()]
    assert (told, after) == ([1], [0])
    dots.room.results()
    assert dots.results() == {
        dots.cash: (1, 2, 2, True),
        dots.land: (1, 2, 2, True),
    }


def test_merge_when_turned_back_gives_every_ballot_back_and_keeps_later_ones() -> None:
    dots = dotting(dots=3, per_theme=2)
    anna, bram, chris = dots.cast.anna, dots.cast.bram, dots.cast.chris
    dots.give(anna, dots.cash, 2)
    dots.give(anna, dots.film)
    dots.give(bram, dots.film, 2)
    before = stored(dots.room)
    merge(dots, dots.film, dots.cash)
    assert stored(dots.room) != before
    assert dots.room.would(FACILITATOR, "undo") == "undone"
    dots.give(chris, dots.cash)
    dots.room.lead("undo")
    dots.give(chris, dots.cash, 0)
    chris_ballot = dots.room.board.collections["dot_ballots"].pop(
        f"{dots.room.id('dots')}:{chris.id}"
    )
    assert chris_ballot is not None
    assert stored(dots.room) == before


def test_merge_when_somebody_spent_what_came_back_cannot_be_turned_back() -> None:
    dots = dotting(dots=2)
    anna = dots.cast.anna
    dots.give(anna, dots.cash)
    dots.give(anna, dots.film)
    merge(dots, dots.film, dots.cash)
    dots.give(anna, dots.land)
    assert dots.room.would(FACILITATOR, "undo") == "refused undo.changed_since"


def test_merge_from_before_the_ballot_cannot_be_turned_back_while_people_vote() -> None:
    dots = dotting()
    assert dots.room.would(FACILITATOR, "undo") == "undone"  # the opening itself
    merged = next(s for s in dots.room.board.steps["staff"] if s.kind == "theme.merged")
    again = dots.room.would(FACILITATOR, "undo", command=merged.command)
    assert again == "refused theme.voted_on"


def test_merge_once_a_poll_was_opened_is_neither_made_nor_turned_back() -> None:
    """An answer, with its reason, was to that theme and no other."""
    room = Room([{"kind": "clustering"}, {"kind": "dots"}, {"kind": "poll"}])
    room.join("Anna", "Hof")
    cash, film, land = room.themes("Kas", "Film", "Grond")
    room.open("dots")
    room.wait(SECOND)
    merged = room.lead("theme.merge", round=room.id("clustering"), theme=film, into=cash)
    another = {"round": room.id("clustering"), "theme": land, "into": cash}
    assert room.would(FACILITATOR, "theme.merge", **another) == "theme.merged"
    assert room.would(FACILITATOR, "undo", command=merged) == "undone"
    room.results()
    room.open("poll")
    assert room.would(FACILITATOR, "theme.merge", **another) == "refused theme.voted_on"
    assert room.would(FACILITATOR, "undo", command=merged) == "refused theme.voted_on"


given_dots = st.fixed_dictionaries(
    {who: st.tuples(*[st.integers(0, 2)] * 3) for who in ("anna", "bram", "chris")}
)


@settings(max_examples=60, deadline=None)
@given(given_dots, st.integers(1, 2), st.sampled_from([(0, 1), (1, 0), (2, 0), (1, 2)]))
def test_merge_of_any_ballots_counts_everybody_once_and_undo_restores_every_byte(
    given_dots: dict[str, tuple[int, ...]], per_theme: int, which: tuple[int, int]
) -> None:
    dots = dotting(dots=6, per_theme=per_theme)
    themes = [dots.cash, dots.film, dots.land]
    for (who, numbers), (at, theme) in product(given_dots.items(), enumerate(themes)):
        if number := min(numbers[at], per_theme):
            dots.give(getattr(dots.cast, who), theme, number)
    gone, into = which
    union = {who for who, numbers in given_dots.items() if numbers[gone] or numbers[into]}
    before = stored(dots.room)
    merged = merge(dots, themes[gone], themes[into])
    for who, numbers in given_dots.items():
        both = min(numbers[gone], per_theme) + min(numbers[into], per_theme)
        ballots = dots.room.own(getattr(dots.cast, who)).get("dot_ballots", {}).values()
        now = [ballot.get("dots", {}).get(themes[into], 0) for ballot in ballots]
        assert sum(now) == min(both, per_theme)
    dots.room.results()
    assert dots.results()[themes[into]][1] == len(union)
    dots.room.lead("undo", command=merged)
    assert stored(dots.room) == before
