"""Gisten: ideas into themes, by many hands. What holds in any order is in test_clustering_hands."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.commands import Actor, Command
from brouwerij.domain.engine import decide
from brouwerij.domain.refusals import Refusal
from tests.domain.conftest import Cast
from tests.domain.doors import DISGUISED, EMPTY, TOO_LONG, Asked, Door, commands_of, every_door
from tests.domain.fermenting import Fermenting, fermenting
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, phones

NO_IDEA, NO_THEME = "refused idea.unknown", "refused theme.unknown"


@pytest.fixture
def brew(cast: Cast) -> Fermenting:
    return fermenting(cast)


ALLOWED = {
    "idea.place": Asked("idea.placed", lambda b: {"idea": b.film, "theme": b.image}, undoable=True),
    "idea.same": Asked(
        "idea.matched", lambda b: {"idea": b.film, "same_as": b.fund}, undoable=True
    ),
    "theme.add": Asked("theme.added", lambda b: {"name": "Film"}, undoable=True),
    "theme.rename": Asked(
        "theme.renamed", lambda b: {"theme": b.money, "name": "Kas"}, undoable=True
    ),
    "theme.recolour": Asked(
        "theme.recoloured", lambda b: {"theme": b.money, "colour": 11}, undoable=True
    ),
    "theme.merge": Asked(
        "theme.merged", lambda b: {"theme": b.money, "into": b.image}, undoable=True
    ),
    "theme.split": Asked(
        "theme.split",
        lambda b: {"theme": b.money, "name": "Banken", "ideas": [b.bank]},
        undoable=True,
    ),
    "theme.drop": Asked("theme.dropped", lambda b: {"theme": b.money}, undoable=True),
}


def test_commands_of_this_round_are_all_asked_here() -> None:
    """But for sorting together, which has a room of its own in test_sorting."""
    assert set(ALLOWED) | {"idea.sort"} == commands_of("clustering")


@every_door(ALLOWED)
def test_command_when_asked_is_heard_as_said(brew: Fermenting, kind: str, door: Door) -> None:
    door(brew.cast, kind, ALLOWED[kind], ALLOWED[kind].data(brew))


@pytest.mark.parametrize("kind", ["idea.place", "idea.same", "theme.rename", "theme.recolour"])
def test_command_when_it_is_so_already_then_nothing_happens(brew: Fermenting, kind: str) -> None:
    data = ALLOWED[kind].data(brew)
    brew.room.do(brew.cast.anna, kind, **data)
    assert brew.room.would(brew.cast.bram, kind, **data) == "nothing"


@pytest.mark.parametrize(
    ("kind", "data", "refused"),
    [
        ("idea.place", {"idea": "nothing-here"}, NO_IDEA),
        ("idea.place", {"theme": "nothing-here"}, NO_THEME),
        ("idea.same", {"idea": "nothing-here"}, NO_IDEA),
        ("idea.same", {"same_as": "nothing-here"}, NO_IDEA),
        ("theme.add", {"ideas": ["nothing-here"]}, NO_IDEA),
        ("theme.rename", {"theme": "nothing-here"}, NO_THEME),
        ("theme.recolour", {"theme": "nothing-here"}, NO_THEME),
        ("theme.recolour", {"colour": 12}, "refused command.malformed"),
        ("theme.recolour", {"colour": -1}, "refused command.malformed"),
        ("theme.merge", {"theme": "nothing-here"}, NO_THEME),
        ("theme.merge", {"into": "nothing-here"}, NO_THEME),
        ("theme.split", {"theme": "nothing-here"}, NO_THEME),
        ("theme.split", {"ideas": ["nothing-here"]}, NO_IDEA),
        ("theme.split", {"ideas": []}, "refused command.malformed"),
        ("theme.drop", {"theme": "nothing-here"}, NO_THEME),
    ],
)
def test_command_when_it_names_what_is_not_there_then_is_refused(
    brew: Fermenting, kind: str, data: dict[str, Any], refused: str
) -> None:
    good = ALLOWED[kind].data(brew)
    assert brew.room.would(brew.cast.anna, kind, **good | data) == refused
    assert brew.room.would(brew.cast.anna, kind, **good) == ALLOWED[kind].outcome


@pytest.mark.parametrize("kind", ["theme.add", "theme.rename", "theme.split"])
@pytest.mark.parametrize(
    ("name", "refused"),
    [("", EMPTY), ("\x00 \u200b", EMPTY), ("n" * 81, TOO_LONG), ("n" * 80, "")],
)
def test_name_when_it_is_so_then(brew: Fermenting, kind: str, name: str, refused: str) -> None:
    data = ALLOWED[kind].data(brew) | {"name": name}
    assert brew.room.would(brew.cast.anna, kind, **data) == (refused or ALLOWED[kind].outcome)


@pytest.mark.parametrize("kind", ["theme.add", "theme.rename", "theme.split"])
def test_name_when_it_is_disguised_then_is_cleaned(brew: Fermenting, kind: str) -> None:
    brew.room.do(brew.cast.anna, kind, **ALLOWED[kind].data(brew) | {"name": DISGUISED})
    assert "de kas" in [theme["name"] for theme in brew.room.sees(PROJECTOR)["themes"].values()]


# Placing


def test_place_when_two_move_an_idea_then_the_last_wins(brew: Fermenting) -> None:
    room = brew.room
    room.do(brew.cast.anna, "idea.place", idea=brew.film, theme=brew.money)
    room.do(brew.cast.bram, "idea.place", idea=brew.film, theme=brew.image)
    assert brew.themes()[brew.film] == brew.image
    room.do(brew.cast.anna, "idea.place", idea=brew.film, theme="")
    assert brew.themes()[brew.film] == ""


@pytest.mark.parametrize("late", ["hidden", "parked"])
@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("idea.place", "idea"),
        ("idea.same", "idea"),
        ("idea.same", "same_as"),
        ("theme.add", "ideas"),
    ],
)
def test_idea_when_hidden_or_parked_then_no_participant_moves_it(
    brew: Fermenting, late: str, kind: str, field: str
) -> None:
    room, anna = brew.room, brew.cast.anna
    if late == "hidden":
        unseen = brew.film
        room.lead("idea.hide", idea=unseen)
    else:
        unseen = room.do(anna, "idea.add", round=room.id("ideas"), text="Te laat")
    data = ALLOWED[kind].data(brew) | {"idea": brew.bank, field: unseen}
    data = {"name": "Film", "ideas": [brew.bank, unseen]} if kind == "theme.add" else data
    assert room.would(anna, kind, **data) == NO_IDEA
    who_leads = room.would(FACILITATOR, kind, **data)
    assert who_leads == (ALLOWED[kind].outcome if late == "hidden" else NO_IDEA)
    back = {"idea": unseen} | ({"hidden": False} if late == "hidden" else {})
    room.lead("idea.hide" if late == "hidden" else "idea.admit", **back)
    assert room.would(anna, kind, **data) == ALLOWED[kind].outcome


# Themes


def test_theme_when_added_then_everybody_sees_it_with_its_ideas(brew: Fermenting) -> None:
    room = brew.room
    theme = room.do(brew.cast.anna, "theme.add", name="Bank", ideas=[brew.bank, brew.film])
    assert brew.themes() == {brew.fund: brew.money, brew.bank: theme, brew.film: theme}
    for audience in (phones(), PROJECTOR, STAFF_VIEW):
        assert room.sees(audience)["themes"][theme] == {"name": "Bank", "colour": 2, "at": room.now}


def test_theme_when_the_id_is_taken_then_the_first_stays(brew: Fermenting) -> None:
    room = brew.room
    data = {"round": room.id("clustering"), "name": "Anders"}
    again = decide(room.board, Command(brew.money, "theme.add", data), brew.cast.anna, room.now)
    assert again == Refusal("idea.id_taken")


def test_themes_when_there_are_more_than_colours_then_they_come_round_again(
    brew: Fermenting,
) -> None:
    brew.room.themes(*(f"Thema {n}" for n in range(11)))
    colours = [t.get("colour", 0) for t in brew.room.sees(PROJECTOR)["themes"].values()]
    assert colours == [*range(12), 0]


def test_merge_when_done_then_ideas_and_what_still_arrives_are_in_the_survivor(
    brew: Fermenting,
) -> None:
    room, anna = brew.room, brew.cast.anna
    (last,) = room.themes("Alles")
    room.do(anna, "theme.merge", theme=brew.money, into=brew.image)
    room.do(brew.cast.bram, "theme.merge", theme=brew.image, into=last)
    assert brew.themes() == {brew.fund: last, brew.bank: last, brew.film: ""}
    assert room.sees(PROJECTOR)["themes"][brew.money]["merged_into"] == brew.image
    room.do(anna, "idea.place", idea=brew.film, theme=brew.money)
    assert set(brew.themes().values()) == {last}
    room.do(anna, "theme.rename", theme=brew.money, name="Samen")
    assert room.sees(PROJECTOR)["themes"][last]["name"] == "Samen"
    assert room.would(anna, "idea.place", idea=brew.film, theme=brew.image) == "nothing"


@pytest.mark.parametrize(
    ("one", "other"), [("money", "money"), ("money", "image"), ("image", "money")]
)
def test_merge_when_both_are_the_same_in_the_end_then_is_refused(
    brew: Fermenting, one: str, other: str
) -> None:
    room, anna = brew.room, brew.cast.anna
    merge = {"theme": getattr(brew, one), "into": getattr(brew, other)}
    if one != other:
        assert room.would(anna, "theme.merge", **merge) == "theme.merged"
        room.do(anna, "theme.merge", theme=brew.image, into=brew.money)
    assert room.would(anna, "theme.merge", **merge) == "refused theme.with_itself"


def test_split_when_done_then_only_the_named_ideas_go(brew: Fermenting) -> None:
    theme = brew.room.do(
        brew.cast.anna, "theme.split", theme=brew.money, name="Banken", ideas=[brew.bank] * 2
    )
    assert brew.themes() == {brew.fund: brew.money, brew.bank: theme, brew.film: ""}


def test_split_when_an_idea_is_not_in_the_theme_then_is_refused(brew: Fermenting) -> None:
    split = {"theme": brew.money, "name": "Nieuw", "ideas": [brew.bank, brew.film]}
    assert brew.room.would(brew.cast.anna, "theme.split", **split) == NO_IDEA
    brew.room.do(brew.cast.anna, "idea.place", idea=brew.film, theme=brew.money)
    assert brew.room.would(brew.cast.anna, "theme.split", **split) == "theme.split"


def test_drop_when_done_then_its_ideas_are_loose_and_all_that_went_up_in_it_is_gone(
    brew: Fermenting,
) -> None:
    room = brew.room
    (last,) = room.themes("Alles")
    room.lead("theme.merge", theme=brew.money, into=brew.image)
    room.lead("theme.merge", theme=brew.image, into=last)
    assert room.would(brew.cast.anna, "theme.drop", theme=brew.money) == NO_THEME
    room.do(brew.cast.anna, "theme.drop", theme=last)
    assert set(brew.themes().values()) == {""}
    assert "themes" not in room.sees(PROJECTOR)


@pytest.mark.parametrize(
    ("ballot", "kind"),
    [
        ("dots", "theme.split"),
        ("dots", "theme.drop"),
        ("poll", "theme.merge"),
        ("poll", "theme.split"),
        ("poll", "theme.drop"),
    ],
)
def test_theme_when_a_ballot_was_opened_then_neither_goes_nor_splits(
    brew: Fermenting, ballot: str, kind: str
) -> None:
    room, data = brew.room, ALLOWED[kind].data(brew)
    room.open(ballot)
    room.results()
    room.open("clustering")
    actors: list[Actor] = [brew.cast.anna, FACILITATOR]
    for actor in actors:
        assert room.would(actor, kind, **data) == "refused theme.voted_on"
    for other in ("idea.place", "theme.add", "theme.rename", "theme.recolour", "idea.same"):
        assert (
            room.would(brew.cast.anna, other, **ALLOWED[other].data(brew)) == ALLOWED[other].outcome
        )


@pytest.mark.parametrize("moved", ["fund", "bank"])
@pytest.mark.parametrize("by", ["idea.place", "theme.add"])
def test_idea_when_moved_then_takes_what_says_the_same_along(
    brew: Fermenting, moved: str, by: str
) -> None:
    room, anna = brew.room, brew.cast.anna
    room.do(anna, "idea.same", idea=brew.bank, same_as=brew.fund)
    if by == "idea.place":
        room.do(anna, by, idea=getattr(brew, moved), theme=brew.image)
        there = brew.image
    else:
        there = room.do(anna, by, name="Anders", ideas=[getattr(brew, moved)])
    assert [brew.themes()[idea] for idea in (brew.fund, brew.bank)] == [there, there]
    room.do(anna, "undo")
    assert [brew.themes()[idea] for idea in (brew.fund, brew.bank)] == [brew.money, brew.money]
