"""Guests and ideas: they sort and second like anybody, and write on paper cards with a number."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.commands import Actor
from brouwerij.domain.entities import Idea
from brouwerij.domain.refusals import Refusal
from tests.domain.conftest import Cast, seated
from tests.domain.fermenting import Fermenting, fermenting
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones

TOGETHER = (
    {"kind": "ideas", "settings": {"silent": False}},
    {"kind": "clustering", "settings": {"together": True}},
)


@pytest.fixture
def brew() -> Fermenting:
    """Themes Geld and Beeld; a film is loose, and the room sorts together."""
    return fermenting(seated(Room(TOGETHER)))


def behind(room: Room, idea: str) -> int:
    return int(room.sees(PROJECTOR)["ideas"][idea].get("behind", 0))


# Sorting


def test_sort_when_given_for_guests_then_two_of_them_settle_it_and_the_log_says_helped(
    brew: Fermenting,
) -> None:
    room, helper = brew.room, brew.room.helper(brew.cast.anna)
    ada, ben = room.guests(2, "Circa", helper)
    where = {"idea": brew.film, "theme": brew.image}
    room.do(helper, "idea.sort", **where, guest=ada.id)
    told = room.log[-1]
    assert (told.by, told.change.kind, told.change.helped) == (helper.id, "idea.sorted", True)
    assert {s["participant"] for s in room.own(helper)["sortings"].values()} == {ada.id}
    assert "sortings" not in room.own(brew.cast.bram)
    settled = room.do(helper, "idea.sort", **where, guest=ben.id)
    assert (room.log[-1].change.kind, brew.themes()[brew.film]) == ("idea.settled", brew.image)
    room.do(helper, "undo", command=settled)
    assert brew.themes()[brew.film] == ""
    room.do(helper, "undo")
    assert "sortings" not in room.own(helper)


# Being behind an idea


def test_second_when_given_for_a_guest_then_counts_as_one_person(cast: Cast) -> None:
    room, helper = cast.room, cast.room.helper(cast.anna)
    guest, other = room.guests(2, "Circa", helper)
    room.open("ideas")
    room.reveal("room")
    fund = room.do(helper, "idea.add", text="Eén fonds", guest=other.id)
    room.do(helper, "idea.second", idea=fund)
    given = room.do(helper, "idea.second", idea=fund, guest=guest.id)
    assert (behind(room, fund), room.log[-1].change.helped) == (2, True)
    assert room.would(helper, "idea.second", idea=fund, guest=other.id) == "refused idea.own"
    room.do(cast.bram, "idea.second", idea=fund)
    room.do(helper, "undo", command=given)  # also when others seconded it since
    assert behind(room, fund) == 2


# Paper cards


def enter(room: Room, number: int, text: str = "Een kas", **data: Any) -> str:
    return room.do(FACILITATOR, "idea.add", text=text, paper=number, **data)


def refused(room: Room, actor: Actor, number: int, **data: Any) -> tuple[str, dict[str, Any]]:
    """Why a card with this number would not come in."""
    decision = room.decide(actor, "idea.add", text="Nog een", paper=number, **data)
    assert isinstance(decision, Refusal)
    return decision.code, decision.params


def test_paper_when_entered_then_who_leads_sees_its_number_and_nobody_else(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.reveal("room")
    idea = enter(room, 7)
    assert room.sees(STAFF_VIEW)["ideas"][idea]["paper"] == 7
    for audience in (PROJECTOR, phones()):
        assert "paper" not in room.sees(audience)["ideas"][idea]


@pytest.mark.parametrize("number", [-1, 1000, "7", 1.5])
def test_paper_when_it_is_no_number_of_a_card_then_is_malformed(cast: Cast, number: Any) -> None:
    cast.room.open("ideas")
    assert refused(cast.room, FACILITATOR, number)[0] == "command.malformed"


def test_paper_when_it_is_ones_own_idea_then_is_refused(cast: Cast) -> None:
    cast.room.open("ideas")
    assert refused(cast.room, cast.anna, 7) == ("idea.paper_not_yours", {})


def test_paper_when_the_number_is_there_then_says_which_idea_has_it(cast: Cast) -> None:
    room = cast.room
    (guest,) = room.guests(1, "Circa")
    room.open("ideas")
    enter(room, 7, guest=guest.id)
    taken = ("idea.paper_taken", {"number": 7, "text": "Een kas"})
    assert refused(room, FACILITATOR, 7) == taken
    enter(room, 0)
    enter(room, 0)
    enter(room, 8)


def test_paper_when_another_helper_has_it_then_names_the_idea_once_it_is_shared(
    cast: Cast,
) -> None:
    room = cast.room
    anna, bram = room.helper(cast.anna), room.helper(cast.bram)
    (hers,), (his,) = room.guests(1, "Circa", anna), room.guests(1, "Circa", bram)
    room.open("ideas")
    room.do(anna, "idea.add", text="Een kas", paper=7, guest=hers.id)
    assert refused(room, anna, 7, guest=hers.id)[0] == "idea.paper_taken"
    assert refused(room, bram, 7, guest=his.id) == ("idea.paper_elsewhere", {"number": 7})
    room.reveal("room")
    assert refused(room, bram, 7, guest=his.id)[0] == "idea.paper_taken"


def test_paper_when_its_idea_was_withdrawn_then_is_free_and_undo_does_not_make_two(
    cast: Cast,
) -> None:
    room = cast.room
    (guest,) = room.guests(1, "Circa")
    room.open("ideas")
    idea = enter(room, 7, guest=guest.id)
    gone = room.do(FACILITATOR, "idea.withdraw", idea=idea, guest=guest.id)
    assert room.would(FACILITATOR, "undo", command=gone) == "undone"
    again = enter(room, 7, guest=guest.id)
    assert room.would(FACILITATOR, "undo", command=gone) == "refused undo.changed_since"
    room.do(FACILITATOR, "undo", command=again)
    room.do(FACILITATOR, "undo", command=gone)
    assert [it.paper for it in room.board.all(Idea).values()] == [7]
