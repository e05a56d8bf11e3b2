"""A theme's history, read back from the log."""

from __future__ import annotations

import msgspec
import pytest

from brouwerij.domain.history import Moment, history
from tests.domain.conftest import Cast, seated
from tests.domain.fermenting import Fermenting, fermenting
from tests.support.room import Room


@pytest.fixture
def brew(cast: Cast) -> Fermenting:
    return fermenting(cast)


def told(brew: Fermenting, theme: str) -> list[Moment]:
    """The history without the times."""
    found = history(brew.room.log, theme)
    return [msgspec.structs.replace(moment, at=0) for moment in found]


def test_history_when_much_happened_then_tells_it_in_order(brew: Fermenting) -> None:
    room, anna = brew.room, brew.cast.anna
    room.do(anna, "idea.place", idea=brew.film, theme=brew.money)
    room.do(anna, "undo")
    room.do(anna, "theme.rename", theme=brew.money, name="Kas")
    room.do(anna, "theme.recolour", theme=brew.money, colour=3)
    room.do(anna, "theme.split", theme=brew.money, name="Banken", ideas=[brew.bank])
    room.do(anna, "theme.merge", theme=brew.money, into=brew.image)
    assert told(brew, brew.money) == [
        Moment(at=0, name="Geld", came=("Fonds", "Bank")),
        Moment(at=0, came=("Film",)),
        Moment(at=0, left=("Film",), undone=True),
        Moment(at=0, name="Kas"),
        Moment(at=0, left=("Bank",)),
        Moment(at=0, left=("Fonds",), into="Beeld"),
    ]
    assert told(brew, brew.image) == [
        Moment(at=0, name="Beeld"),
        Moment(at=0, came=("Fonds",), absorbed=("Kas",)),
    ]


def test_history_when_the_theme_was_dropped_and_put_back_then_tells_both(brew: Fermenting) -> None:
    brew.room.lead("theme.drop", theme=brew.money)
    brew.room.lead("undo")
    assert told(brew, brew.money)[1:] == [
        Moment(at=0, left=("Fonds", "Bank"), gone=True),
        Moment(at=0, name="Geld", came=("Fonds", "Bank"), undone=True),
    ]


def test_history_when_there_never_was_such_a_theme_then_is_empty(brew: Fermenting) -> None:
    assert history(brew.room.log, "nothing-here") == []


def test_history_when_an_idea_was_edited_or_withdrawn_then_tells_what_is_left(
    brew: Fermenting,
) -> None:
    room, anna = brew.room, brew.cast.anna
    room.open("ideas")
    room.do(anna, "idea.edit", idea=brew.fund, text="Eén fonds")
    room.do(anna, "idea.withdraw", idea=brew.bank)
    assert told(brew, brew.money) == [Moment(at=0, name="Geld", came=("Eén fonds",))]


def test_history_when_enough_people_agreed_then_says_so() -> None:
    together = {"kind": "clustering", "settings": {"together": True}}
    brew = fermenting(seated(Room([{"kind": "ideas"}, together])))
    for who in (brew.cast.anna, brew.cast.bram):
        brew.room.do(who, "idea.sort", idea=brew.film, theme=brew.image)
    assert told(brew, brew.image)[1:] == [Moment(at=0, came=("Film",), agreed=True)]
