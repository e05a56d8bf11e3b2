"""Gisten by many hands: what holds in whatever order people place, merge, match and undo."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from brouwerij.domain.board import fold
from brouwerij.domain.commands import Actor
from brouwerij.domain.entities import Idea, Theme
from tests.domain.conftest import Cast, seated
from tests.domain.fermenting import Fermenting, fermenting
from tests.support.room import FACILITATOR, PROJECTOR, Room


@pytest.fixture
def brew(cast: Cast) -> Fermenting:
    return fermenting(cast)


# Ideas that say the same


def test_same_when_marked_then_stands_with_the_other_and_keeps_its_text(brew: Fermenting) -> None:
    room = brew.room
    room.do(brew.cast.anna, "idea.same", idea=brew.film, same_as=brew.fund)
    assert brew.same() == {brew.film: brew.fund}
    assert brew.themes()[brew.film] == brew.money
    assert sorted(room.ideas(PROJECTOR)) == ["Bank", "Film", "Fonds"]
    room.do(brew.cast.bram, "idea.same", idea=brew.film, same_as="")
    assert room.log[-1].change.kind == "idea.unmatched"
    assert (brew.same(), brew.themes()[brew.film]) == ({}, brew.money)
    assert room.would(brew.cast.bram, "idea.same", idea=brew.film, same_as="") == "nothing"


@pytest.mark.parametrize("second", [("bank", "fund"), ("fund", "bank")])
def test_same_when_it_would_make_a_chain_then_all_repeat_the_first(
    brew: Fermenting, second: tuple[str, str]
) -> None:
    """Film repeats the fund; then the bank repeats the film, or the fund repeats the bank."""
    room, anna = brew.room, brew.cast.anna
    idea, other = (getattr(brew, name) for name in second)
    room.do(anna, "idea.same", idea=brew.film, same_as=brew.fund)
    room.do(anna, "idea.same", idea=idea, same_as=brew.film if second[0] == "bank" else other)
    assert set(brew.same().values()) == {other}
    assert set(brew.same()) == {brew.fund, brew.bank, brew.film} - {other}


def test_same_when_it_would_be_the_same_as_itself_then_is_refused(brew: Fermenting) -> None:
    room, anna = brew.room, brew.cast.anna
    itself = "refused idea.same_as_itself"
    assert room.would(anna, "idea.same", idea=brew.film, same_as=brew.film) == itself
    room.do(anna, "idea.same", idea=brew.film, same_as=brew.fund)
    assert room.would(anna, "idea.same", idea=brew.fund, same_as=brew.film) == itself


@pytest.mark.parametrize("since", [("fund", "bank"), ("fund", "film"), ("bank", "film")])
def test_undo_same_when_it_would_make_a_chain_since_then_is_refused(
    brew: Fermenting, since: tuple[str, str]
) -> None:
    """Anna parts film and fund; then the fund repeats another, or another repeats the film."""
    room, anna = brew.room, brew.cast.anna
    room.do(brew.cast.bram, "idea.same", idea=brew.film, same_as=brew.fund)
    room.do(anna, "idea.same", idea=brew.film, same_as="")
    assert room.would(anna, "undo") == "undone"
    idea, other = (getattr(brew, name) for name in since)
    room.do(brew.cast.bram, "idea.same", idea=idea, same_as=other)
    assert room.would(anna, "undo") == "refused undo.changed_since"


# Any order


WHO = st.sampled_from(["anna", "leader"])
WHICH = st.integers(0, 4)
"""Which of the ideas or themes there are; counted round when there are fewer. Few, so that hands
meet."""


class Hands(RuleBasedStateMachine):
    """Anna and the facilitator cluster at once; neither knows what the other does."""

    def __init__(self) -> None:
        super().__init__()
        self.brew = fermenting(seated(Room()))
        self.room = self.brew.room
        self.texts = sorted(self.room.ideas(PROJECTOR))
        self.room.board.steps.clear()  # undo reaches no further back than the clustering

    def who(self, name: str) -> Actor:
        return FACILITATOR if name == "leader" else getattr(self.brew.cast, name)

    def idea(self, which: int) -> str:
        ideas = list(self.room.board.all(Idea))
        return ideas[which % len(ideas)]

    def theme(self, which: int) -> str:
        """A theme, perhaps one that went up in another; "" for none."""
        themes = ["", *self.room.board.all(Theme)]
        return themes[which % len(themes)]

    def give(self, who: str, kind: str, **data: object) -> None:
        """Ask it, and take a refusal for an answer."""
        if not self.room.would(self.who(who), kind, **data).startswith("refused"):
            self.room.do(self.who(who), kind, **data)

    @rule(who=WHO, idea=WHICH, other=WHICH)
    def match(self, who: str, idea: int, other: int) -> None:
        self.give(who, "idea.same", idea=self.idea(idea), same_as=self.idea(other))

    @rule(who=WHO, idea=WHICH)
    def part(self, who: str, idea: int) -> None:
        self.give(who, "idea.same", idea=self.idea(idea), same_as="")

    @rule(who=WHO, idea=WHICH, theme=WHICH)
    def place(self, who: str, idea: int, theme: int) -> None:
        self.give(who, "idea.place", idea=self.idea(idea), theme=self.theme(theme))

    @rule(who=WHO, ideas=st.lists(WHICH, max_size=3))
    def add(self, who: str, ideas: list[int]) -> None:
        self.give(who, "theme.add", name="Nieuw", ideas=[self.idea(idea) for idea in ideas])

    @rule(who=WHO, theme=WHICH, into=WHICH)
    def merge(self, who: str, theme: int, into: int) -> None:
        self.give(who, "theme.merge", theme=self.theme(theme), into=self.theme(into))

    @rule(who=WHO, theme=WHICH, ideas=st.lists(WHICH, min_size=1, max_size=2))
    def split(self, who: str, theme: int, ideas: list[int]) -> None:
        chosen = [self.idea(idea) for idea in ideas]
        self.give(who, "theme.split", theme=self.theme(theme), name="Deel", ideas=chosen)

    @rule(who=WHO, theme=WHICH)
    def drop(self, who: str, theme: int) -> None:
        self.give(who, "theme.drop", theme=self.theme(theme))

    @rule(idea=WHICH, hidden=st.booleans())
    def hide(self, idea: int, hidden: bool) -> None:
        self.give("leader", "idea.hide", idea=self.idea(idea), hidden=hidden)

    @rule(who=WHO)
    def undo(self, who: str) -> None:
        self.give(who, "undo")

    @invariant()
    def every_idea_is_in_at_most_one_standing_theme(self) -> None:
        themes = self.room.board.all(Theme)
        for idea in self.room.board.all(Idea).values():
            assert not idea.theme or not themes[idea.theme].merged_into

    @invariant()
    def who_went_up_in_a_theme_leads_to_one_that_stands(self) -> None:
        themes = self.room.board.all(Theme)
        for theme in themes.values():
            passed = set()
            while theme.merged_into:
                assert theme.id not in passed, "round in a circle"
                passed.add(theme.id)
                theme = themes[theme.merged_into]

    @invariant()
    def what_repeats_an_idea_repeats_one_that_repeats_none(self) -> None:
        ideas = self.room.board.all(Idea)
        for idea in ideas.values():
            assert not idea.same_as or not ideas[idea.same_as].same_as

    @invariant()
    def no_text_is_lost(self) -> None:
        assert sorted(idea.text for idea in self.room.board.all(Idea).values()) == self.texts

    def teardown(self) -> None:
        assert fold(self.room.log).collections == self.room.board.collections


Hands.TestCase.settings = settings(max_examples=100, stateful_step_count=20, deadline=None)
TestHands = Hands.TestCase


STEP = st.tuples(st.sampled_from(["match", "match", "part", "undo"]), WHO, WHICH, WHICH)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, min_size=20, max_size=20))
def test_matching_when_done_and_undone_in_any_order_then_never_makes_a_chain(
    steps: list[tuple[str, str, int, int]],
) -> None:
    """What the machine does too, with fewer things to do and so more of them at once."""
    hands = Hands()
    for kind, who, idea, other in steps:
        if kind == "match":
            hands.match(who, idea, other)
        elif kind == "part":
            hands.part(who, idea)
        else:
            hands.undo(who)
        hands.what_repeats_an_idea_repeats_one_that_repeats_none()


def test_hands_when_they_act_then_something_happens() -> None:
    """The guard of the machine above: what it asks is heard, so there is something to hold."""
    hands = Hands()
    hands.place("anna", idea=2, theme=1)
    hands.match("leader", idea=1, other=2)
    hands.merge("leader", theme=1, into=2)
    hands.undo("anna")
    hands.undo("leader")
    kinds = [entry.change.kind for entry in hands.room.log[-4:]]
    assert kinds == ["idea.placed", "idea.matched", "theme.merged", "undone"]
