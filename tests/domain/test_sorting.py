"""Sorting together: an idea goes where enough people agree, and who leads decides the rest."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.domain.commands import Actor
from brouwerij.domain.sorting import agreed
from tests.domain.conftest import Cast, seated
from tests.domain.doors import EMPTY, TOO_LONG, Asked, heard_from, heard_when, undone
from tests.domain.fermenting import Fermenting, fermenting
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones

PLAN = (
    {"kind": "ideas", "settings": {"silent": False}},
    {"kind": "clustering", "settings": {"together": True}},
    {"kind": "dots"},
)
SORT = Asked(
    "idea.sorted", lambda b: {"idea": b.film, "theme": b.image}, who="participants", undoable=True
)


@pytest.fixture
def brew() -> Fermenting:
    """Themes Geld (fund, bank) and Beeld, made by who leads; a film is loose."""
    return fermenting(seated(Room(PLAN)))


def sort(brew: Fermenting, who: str, theme: str = "", **more: Any) -> str:
    actor = getattr(brew.cast, who)
    return brew.room.do(actor, "idea.sort", **{"idea": brew.film, "theme": theme} | more)


def where(brew: Fermenting, idea: str = "") -> str:
    return brew.themes()[idea or brew.film]


# Who is heard


def test_sort_when_each_role_asks_then_only_participants_are_heard(brew: Fermenting) -> None:
    assert heard_from(brew.cast, "idea.sort", SORT.data(brew)) == SORT.by_role()


def test_sort_when_the_round_is_so_then_is_heard_or_not(brew: Fermenting) -> None:
    asked = heard_when(brew.cast, "idea.sort", SORT.data(brew))
    del asked["participant"]["planned"], asked["facilitator"]
    expected = SORT.by_status()["participant"]
    del expected["planned"]
    assert asked["participant"] == expected


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        ({"idea": "nothing-here"}, "refused idea.unknown"),
        ({"theme": "nothing-here"}, "refused theme.unknown"),
        ({"theme": "", "name": " "}, EMPTY),
        ({"theme": "", "name": "n" * 81}, TOO_LONG),
        ({"theme": "", "name": "n" * 80}, "idea.sorted"),
        ({"theme": ""}, "idea.sorted"),
    ],
)
def test_sort_when_it_says_so_then(brew: Fermenting, data: dict[str, Any], outcome: str) -> None:
    said = SORT.data(brew) | data
    assert brew.room.would(brew.cast.anna, "idea.sort", **said) == outcome


def test_sort_when_an_idea_is_hidden_then_is_refused(brew: Fermenting) -> None:
    brew.room.lead("idea.hide", idea=brew.film)
    said = brew.room.would(brew.cast.anna, "idea.sort", **SORT.data(brew))
    assert said == "refused idea.unknown"


def test_sort_when_ideas_are_placed_by_hand_then_is_refused(cast: Cast) -> None:
    by_hand = fermenting(cast)
    said = by_hand.room.would(cast.anna, "idea.sort", **SORT.data(by_hand))
    assert said == "refused idea.placed_by_hand"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("idea.place", lambda b: {"idea": b.film, "theme": b.image}),
        ("idea.same", lambda b: {"idea": b.film, "same_as": b.fund}),
        ("theme.add", lambda b: {"name": "Film", "ideas": [b.film]}),
        ("theme.merge", lambda b: {"theme": b.money, "into": b.image}),
        ("theme.split", lambda b: {"theme": b.money, "name": "Bank", "ideas": [b.bank]}),
        ("theme.drop", lambda b: {"theme": b.money}),
    ],
)
def test_hand_when_the_room_sorts_together_then_is_of_who_leads(
    brew: Fermenting, kind: str, data: Any
) -> None:
    said = brew.room.would(brew.cast.anna, kind, **data(brew))
    assert said == "refused idea.sorted_together"
    assert not brew.room.would(FACILITATOR, kind, **data(brew)).startswith("refused")


# Settling


@pytest.mark.parametrize("order", list(permutations(("anna", "bram", "chris"))))
def test_idea_when_two_of_three_agree_in_any_order_then_settles_with_what_says_the_same(
    brew: Fermenting, order: tuple[str, ...]
) -> None:
    room = brew.room
    room.lead("idea.place", idea=brew.bank, theme="")
    room.lead("idea.same", idea=brew.bank, same_as=brew.film)
    chosen = {"anna": brew.image, "bram": brew.money, "chris": brew.image}
    for who in order:
        sort(brew, who, chosen[who])
    assert where(brew) == where(brew, brew.bank) == brew.image
    assert "idea.settled" in [entry.change.kind for entry in room.log]


def test_idea_when_nobody_agrees_then_is_contested_and_who_leads_decides(brew: Fermenting) -> None:
    room = brew.room
    (third,) = room.themes("Verhalen")
    for who, theme in (("anna", brew.money), ("bram", brew.image), ("chris", third)):
        assert room.picture("clustering", STAFF_VIEW)["contested"] == {}
        sort(brew, who, theme)
    votes = dict.fromkeys(sorted((brew.money, brew.image, third)), 1)
    assert room.picture("clustering", STAFF_VIEW)["contested"] == {brew.film: votes}
    for audience in (PROJECTOR, phones()):
        assert room.picture("clustering", audience)["contested"] == {brew.film: {}}
    room.lead("idea.place", idea=brew.film, theme=third)
    assert where(brew) == third


def test_idea_when_two_name_the_same_theme_then_they_agree(brew: Fermenting) -> None:
    theme = sort(brew, "anna", name="Verhalen")
    assert brew.room.sees(PROJECTOR)["themes"][theme]["name"] == "Verhalen"
    sort(brew, "bram", name="  verhalen ")
    assert where(brew) == theme
    assert len(brew.room.sees(PROJECTOR)["themes"]) == 3


def test_idea_when_passed_over_then_is_judged_by_nobody(brew: Fermenting) -> None:
    sort(brew, "anna")
    assert brew.room.picture("clustering")["judged"] == {}
    sort(brew, "bram", brew.image)
    sort(brew, "chris", brew.image)
    assert where(brew) == brew.image


def test_person_when_they_judge_again_then_counts_once(brew: Fermenting) -> None:
    sort(brew, "anna", brew.image)
    assert brew.room.would(brew.cast.anna, "idea.sort", **SORT.data(brew)) == "nothing"
    sort(brew, "anna", brew.money)
    sort(brew, "anna", brew.image)
    assert brew.room.picture("clustering")["judged"] == {brew.film: 1}
    assert where(brew) == ""
    sort(brew, "bram", brew.image)
    assert where(brew) == brew.image


def test_idea_when_it_has_a_place_then_a_judgement_changes_nothing_but_a_name_is_kept(
    brew: Fermenting,
) -> None:
    room, late = brew.room, {"idea": brew.fund}
    assert room.would(brew.cast.anna, "idea.sort", **late, theme=brew.image) == "nothing"
    theme = room.do(brew.cast.anna, "idea.sort", **late, name="Sparen")
    assert room.sees(PROJECTOR)["themes"][theme]["name"] == "Sparen"
    assert where(brew, brew.fund) == brew.money


def test_judgement_when_its_theme_is_gone_then_counts_no_more(brew: Fermenting) -> None:
    sort(brew, "anna", brew.image)
    brew.room.lead("theme.drop", theme=brew.image)
    assert brew.room.picture("clustering")["judged"] == {}
    brew.room.lead("undo")
    assert brew.room.picture("clustering")["judged"] == {brew.film: 1}


def test_themes_when_merged_then_who_chose_one_agrees_with_who_chose_the_other(
    brew: Fermenting,
) -> None:
    sort(brew, "anna", brew.image)
    sort(brew, "bram", brew.money)
    before = brew.room.state()
    brew.room.lead("theme.merge", theme=brew.money, into=brew.image)
    assert where(brew) == brew.image
    brew.room.lead("undo")
    assert brew.room.state() == before


# Undo


def test_undo_when_a_judgement_is_turned_back_then_is_as_if_never_given(brew: Fermenting) -> None:
    assert undone(brew.cast, "idea.sort", SORT, SORT.data(brew))


@pytest.mark.parametrize("settling", ["theme", "name"])
def test_undo_when_the_judgement_settled_the_idea_then_it_is_loose_again(
    brew: Fermenting, settling: str
) -> None:
    theme = sort(brew, "anna", name="Verhalen")
    before = brew.room.state()
    sort(brew, "bram", **({"theme": theme} if settling == "theme" else {"name": "Verhalen"}))
    assert where(brew) == theme
    brew.room.do(brew.cast.bram, "undo")
    assert brew.room.state() == before


def test_undo_when_others_judged_since_then_takes_back_only_ones_own(brew: Fermenting) -> None:
    sort(brew, "anna", brew.image)
    sort(brew, "bram", brew.money)
    brew.room.do(brew.cast.anna, "undo")
    sort(brew, "chris", brew.money)
    assert where(brew) == brew.money


def test_undo_when_others_chose_the_theme_since_then_it_stays(brew: Fermenting) -> None:
    theme = sort(brew, "anna", name="Verhalen")
    sort(brew, "bram", theme=theme, idea=brew.film)
    assert brew.room.would(brew.cast.anna, "undo") == "refused undo.changed_since"


def test_undo_when_the_idea_settled_on_it_since_then_is_refused(brew: Fermenting) -> None:
    """Bram and Anna agree, so that she would take it from him too; Chris only took another view."""
    sort(brew, "chris", brew.money)
    sort(brew, "anna", brew.image)
    assert brew.room.would(brew.cast.anna, "undo") == "undone"
    sort(brew, "bram", brew.image)
    assert brew.room.would(brew.cast.anna, "undo") == "refused undo.changed_since"
    assert brew.room.would(brew.cast.chris, "undo") == "undone"
    brew.room.do(brew.cast.bram, "undo")
    assert brew.room.would(brew.cast.anna, "undo") == "undone"


# What is seen


def test_judgement_when_given_then_nobody_else_sees_more_than_how_many(brew: Fermenting) -> None:
    room = brew.room
    before = {audience: room.sees(audience) for audience in (PROJECTOR, STAFF_VIEW, phones())}
    sort(brew, "anna", brew.image)
    for audience, seen in before.items():
        now = room.sees(audience)
        assert now.pop("pictures")[room.id("clustering")] == {
            "judged": {brew.film: 1},
            "contested": {},
        }
        seen.pop("pictures")
        assert now == seen
    assert list(room.own(brew.cast.anna)["sortings"].values()) == [
        {
            "id": f"{room.id('clustering')}:{brew.film}:{brew.cast.anna.id}",
            "round": room.id("clustering"),
            "idea": brew.film,
            "participant": brew.cast.anna.id,
            "theme": brew.image,
        }
    ]
    assert "sortings" not in room.own(brew.cast.bram)


def test_round_when_ideas_are_placed_by_hand_then_has_no_picture(cast: Cast) -> None:
    assert fermenting(cast).room.picture("clustering") is None


ACTORS = ("anna", "bram", "chris")


@given(
    st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(("money", "image", "", "undo"))))
)
def test_sorting_when_done_and_undone_in_any_order_then_nobody_counts_twice(
    steps: list[tuple[str, str]],
) -> None:
    brew = fermenting(seated(Room(PLAN)))
    brew.room.board.steps.clear()
    said: dict[str, list[str]] = {who: [] for who in ACTORS}
    for who, what in steps:
        actor: Actor = getattr(brew.cast, who)
        if what == "undo":
            if brew.room.would(actor, "undo") == "undone":
                brew.room.do(actor, "undo")
                said[who].pop()
        elif where(brew) == "":
            theme = getattr(brew, what) if what else ""
            if brew.room.would(actor, "idea.sort", idea=brew.film, theme=theme) != "nothing":
                sort(brew, who, theme)
                said[who].append(theme)
    judged = [themes[-1] for themes in said.values() if themes and themes[-1]]
    assert where(brew) in ("", agreed(judged, 2))  # undo moves no idea but back
    counted = brew.room.picture("clustering")["judged"].get(brew.film, 0)
    assert counted == (0 if agreed(judged, 2) else len(judged))
