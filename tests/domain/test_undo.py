"""Undo: one's last step exactly, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.board import UNDO_DEPTH, Change, fold
from brouwerij.domain.commands import COMMANDS
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, ORGANISER, PROJECTOR, Room

CHANGED, NOTHING = "refused undo.changed_since", "refused undo.nothing"


def brewed(cast: Cast, *texts: str) -> list[str]:
    """Ideas of Anna that everybody sees, and the clustering round open."""
    cast.room.open("ideas")
    ideas = [cast.room.do(cast.anna, "idea.add", text=text) for text in texts]
    cast.room.reveal("room")
    cast.room.open("clustering")
    return ideas


def test_undo_when_nothing_was_done_then_is_refused(cast: Cast) -> None:
    cast.room.open("clustering")
    assert cast.room.would(cast.anna, "undo") == NOTHING
    cast.room.do(cast.anna, "theme.add", name="Film")
    assert cast.room.would(cast.anna, "undo") == "undone"
    assert cast.room.would(cast.bram, "undo") == NOTHING


def test_undo_when_done_for_every_step_then_each_state_comes_back_exactly(cast: Cast) -> None:
    room = cast.room
    one, two, three = brewed(cast, "Fonds", "Bank", "Film")
    money = room.do(cast.bram, "theme.add", name="Geld")
    states = [room.state()]

    def step(kind: str, **data: Any) -> str:
        id = room.do(cast.anna, kind, **data)
        assert room.state() != states[-1], kind
        states.append(room.state())
        return id

    step("idea.place", idea=one, theme=money)
    image = step("theme.add", name="Beeld", ideas=[two, three])
    step("theme.rename", theme=money, name="Samen geld")
    step("theme.recolour", theme=money, colour=7)
    step("idea.same", idea=two, same_as=one)
    step("theme.split", theme=money, name="Banken", ideas=[two])
    step("theme.merge", theme=money, into=image)
    step("theme.drop", theme=image)
    while len(states) > 1:
        assert room.state() == states.pop()
        room.do(cast.anna, "undo")
    assert room.state() == states[0]
    assert room.would(cast.anna, "undo") == NOTHING


def test_undo_when_one_leads_then_facilitator_and_organiser_undo_as_one(cast: Cast) -> None:
    room = cast.room
    room.do(FACILITATOR, "message.show", text="Koffie")
    assert room.would(cast.anna, "undo") == NOTHING
    room.do(ORGANISER, "undo")
    assert room.board.workshop.message == ""


def test_undo_when_a_round_was_opened_by_mistake_then_the_one_before_runs_on(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    before = room.state()
    room.open("dots")
    assert room.board.collections["electors"]
    room.do(FACILITATOR, "undo")
    assert room.state() == before
    assert room.round("ideas").status == "open"


@pytest.mark.parametrize("kind", sorted(name for name, kind in COMMANDS.items() if kind.undoable))
def test_undoable_command_when_declared_then_is_one_that_people_give(kind: str) -> None:
    assert "system" not in COMMANDS[kind].roles


def test_undo_when_done_then_the_change_says_which_it_turned_back(cast: Cast) -> None:
    room = cast.room
    room.do(FACILITATOR, "message.show", text="Koffie")
    seq = room.board.seq
    assert room.log[-1].change.undoable
    room.do(FACILITATOR, "undo")
    assert room.log[-1].change.undoes == seq
    assert not room.log[-1].change.undoable


def test_undo_when_the_log_is_read_again_then_is_known_as_before(cast: Cast) -> None:
    room = cast.room
    for text in ("een", "twee", "drie"):
        room.do(FACILITATOR, "message.show", text=text)
    room.do(FACILITATOR, "undo")
    again = fold(room.log)
    assert again.steps == room.board.steps
    assert [step.kind for step in again.steps["staff"]] == ["message.shown", "message.shown"]


def test_undo_when_more_was_done_than_is_kept_then_ends_there(cast: Cast) -> None:
    room = cast.room
    for number in range(UNDO_DEPTH + 5):
        room.do(FACILITATOR, "message.show", text=f"Bericht {number}")
    for _ in range(UNDO_DEPTH):
        room.do(FACILITATOR, "undo")
    assert room.would(FACILITATOR, "undo") == NOTHING
    assert room.board.workshop.message == "Bericht 4"


# Somebody built on it since


def test_undo_when_somebody_changed_the_same_since_then_is_refused(cast: Cast) -> None:
    room = cast.room
    (idea,) = brewed(cast, "Fonds")
    money, film = room.themes("Geld", "Film")
    room.do(cast.anna, "idea.place", idea=idea, theme=money)
    assert room.would(cast.anna, "undo") == "undone"
    room.do(cast.bram, "idea.place", idea=idea, theme=film)
    assert room.would(cast.anna, "undo") == CHANGED
    room.do(cast.bram, "undo")
    assert room.would(cast.anna, "undo") == "undone"


def test_undo_theme_when_somebody_put_an_idea_in_since_then_is_refused(cast: Cast) -> None:
    room = cast.room
    (idea,) = brewed(cast, "Fonds")
    theme = room.do(cast.anna, "theme.add", name="Geld")
    assert room.would(cast.anna, "undo") == "undone"
    room.do(cast.bram, "idea.place", idea=idea, theme=theme)
    assert room.would(cast.anna, "undo") == CHANGED


def test_undo_theme_when_another_went_up_in_it_since_then_is_refused(cast: Cast) -> None:
    room = cast.room
    (film,) = room.themes("Film")
    theme = room.do(cast.anna, "theme.add", name="Beeld")
    room.do(cast.bram, "theme.merge", theme=film, into=theme)
    assert room.would(cast.anna, "undo") == CHANGED
    room.do(cast.bram, "undo")
    assert room.would(cast.anna, "undo") == "undone"


@pytest.mark.parametrize("gone", ["theme.drop", "theme.merge"])
def test_undo_place_when_the_theme_it_came_from_is_gone_then_is_refused(
    cast: Cast, gone: str
) -> None:
    room = cast.room
    (idea,) = brewed(cast, "Fonds")
    money, film = room.themes("Geld", "Film")
    room.do(cast.bram, "idea.place", idea=idea, theme=money)
    room.do(cast.anna, "idea.place", idea=idea, theme=film)
    assert room.would(cast.anna, "undo") == "undone"
    room.do(cast.chris, gone, theme=money, **({"into": film} if gone == "theme.merge" else {}))
    assert room.would(cast.anna, "undo") == CHANGED


def test_undo_start_when_people_signed_up_since_then_is_refused(cast: Cast) -> None:
    room = cast.room
    (theme,) = room.themes("Film")
    room.open("workgroups")
    room.do(FACILITATOR, "group.stop", group=f"{room.id('workgroups')}:{theme}")
    room.do(FACILITATOR, "group.start", theme=theme)
    assert room.would(FACILITATOR, "undo") == "undone"
    room.do(cast.anna, "group.join", group=f"{room.id('workgroups')}:{theme}", role="lead")
    assert room.would(FACILITATOR, "undo") == CHANGED


def test_undo_open_when_ideas_were_written_since_then_is_refused(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    assert room.would(FACILITATOR, "undo") == "undone"
    room.do(cast.anna, "idea.add", text="Fonds")
    assert room.would(FACILITATOR, "undo") == CHANGED


def test_undo_open_when_people_voted_since_then_is_refused(cast: Cast) -> None:
    room = cast.room
    theme, _ = room.themes("Geld", "Film")
    room.open("dots")
    assert room.would(FACILITATOR, "undo") == "undone"
    room.do(cast.anna, "dots.set", theme=theme, dots=1)
    assert room.would(FACILITATOR, "undo") == CHANGED


def test_undo_card_when_somebody_writes_on_it_then_is_refused(cast: Cast) -> None:
    room = cast.room
    room.open("elaboration")
    (theme,) = room.themes("Film")
    room.open("elaboration")
    room.do(cast.anna, "card.take", theme=theme)
    assert room.would(cast.anna, "undo") == "undone"
    room.do(cast.bram, "card.hold", card=f"{room.id('elaboration')}:{theme}", field="what")
    assert room.would(cast.anna, "undo") == CHANGED


# The rules hold for undo as well


def test_undo_when_the_round_is_paused_or_closed_then_a_participant_cannot(cast: Cast) -> None:
    room = cast.room
    room.open("clustering")
    room.do(cast.anna, "theme.add", name="Film")
    assert room.would(cast.anna, "undo") == "undone"
    room.do(FACILITATOR, "round.pause")
    assert room.would(cast.anna, "undo") == "refused round.paused"
    room.close()
    assert room.would(cast.anna, "undo") == "refused round.closed"
    room.open("clustering")
    assert room.would(cast.anna, "undo") == "undone"


def test_undo_when_it_was_done_in_an_earlier_round_then_a_participant_cannot(cast: Cast) -> None:
    room = cast.room
    room.open("clustering")
    room.do(cast.anna, "theme.add", name="Film")
    assert room.would(cast.anna, "undo") == "undone"
    room.open("dots")
    assert room.would(cast.anna, "undo") == NOTHING


def test_undo_when_it_would_lift_anonymity_then_is_refused(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.reveal("room")
    about = {"title": "Cooplink", "question": "Hoe?"}
    room.do(FACILITATOR, "workshop.edit", **about, anonymous=True)
    assert room.would(FACILITATOR, "undo") == "undone"
    room.do(cast.anna, "idea.add", text="Fonds")
    assert room.would(FACILITATOR, "undo") == "refused workshop.anonymity_locked"
    assert "author" not in next(iter(room.sees(PROJECTOR)["ideas"].values()))


@pytest.mark.parametrize("kind", ["theme.add", "theme.rename"])
def test_undo_when_people_vote_then_no_theme_comes_or_goes(cast: Cast, kind: str) -> None:
    room = cast.room
    (film,) = room.themes("Film")
    room.open("dots")
    if kind == "theme.add":
        room.do(FACILITATOR, kind, round=room.id("clustering"), name="Geld")
        assert room.would(FACILITATOR, "undo") == "refused theme.voted_on"
    else:
        room.do(FACILITATOR, kind, round=room.id("clustering"), theme=film, name="Beeld")
        assert room.would(FACILITATOR, "undo") == "undone"


# The fold


def test_fold_when_a_number_is_missing_then_raises(cast: Cast) -> None:
    assert fold(cast.room.log).seq == cast.room.board.seq
    with pytest.raises(ValueError, match="does not follow"):
        fold(cast.room.log[:2] + cast.room.log[3:])


def test_owned_when_a_thing_changes_hands_or_goes_then_follows(cast: Cast) -> None:
    room: Room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    assert ("ideas", idea) in room.board.owned[cast.anna.id]
    room.put(Change("x", drop=(("ideas", idea),)))
    assert ("ideas", idea) not in room.board.owned[cast.anna.id]


def test_undo_when_it_names_a_step_then_turns_that_one_back_and_no_other(cast: Cast) -> None:
    """Two who lead undo as one, so a screen says which of the steps it means."""
    room = cast.room
    room.open("ideas")
    idea = room.do(cast.anna, "idea.add", text="Fonds")
    mine = room.do(FACILITATOR, "idea.hide", idea=idea)
    theirs = room.do(FACILITATOR, "message.show", text="Koffie")
    assert room.would(FACILITATOR, "undo", command="command-of-nobody") == "refused undo.nothing"
    room.do(FACILITATOR, "undo", command=mine)
    assert room.own(cast.anna)["ideas"][idea].get("hidden", False) is False
    assert room.board.workshop.message == "Koffie"
    assert room.would(FACILITATOR, "undo", command=mine) == "refused undo.nothing"
    assert room.would(FACILITATOR, "undo", command=theirs) == "undone"
