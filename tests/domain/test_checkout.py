"""Afronden: a mark and a sentence of each, told together and without whose."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.conftest import Cast, seated
from tests.domain.doors import (
    DISGUISED,
    TOO_LONG,
    Asked,
    Door,
    commands_of,
    every_door,
    planned_too,
)
from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)
ALLOWED = {
    "checkout.give": Asked(
        "checkout.given", lambda cast: {"mark": 4, "sentence": "Fijn"}, "participants"
    )
}


@pytest.fixture
def leaving(cast: Cast) -> Cast:
    """Three people, and the last round open."""
    cast.room.open("checkout")
    return cast


def test_commands_of_this_round_are_all_asked_here() -> None:
    assert set(ALLOWED) == commands_of("checkout")


@every_door(ALLOWED)
def test_command_when_asked_is_heard_as_said(leaving: Cast, kind: str, door: Door) -> None:
    door(leaving, kind, ALLOWED[kind], ALLOWED[kind].data(leaving))


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        ({"mark": 1}, "checkout.given"),
        ({"mark": 5, "sentence": "i" * 280}, "checkout.given"),
        ({"mark": 5, "sentence": "i" * 281}, TOO_LONG),
        ({"mark": 0}, "refused command.malformed"),
        ({"mark": 6}, "refused command.malformed"),
        ({"mark": 3.5}, "refused command.malformed"),
        ({"mark": True}, "refused command.malformed"),
        ({"sentence": "Fijn"}, "refused command.malformed"),
    ],
)
def test_give_when_mark_and_sentence_are_so_then(
    leaving: Cast, data: dict[str, Any], outcome: str
) -> None:
    assert leaving.room.would(leaving.anna, "checkout.give", **data) == outcome


def test_give_when_changed_then_only_the_last_one_counts(leaving: Cast) -> None:
    room, anna = leaving.room, leaving.anna
    room.do(anna, "checkout.give", mark=2, sentence="Mwah")
    room.do(anna, "checkout.give", mark=5, sentence=DISGUISED)
    assert room.would(anna, "checkout.give", mark=5, sentence=" de kas ") == "nothing"
    (own,) = room.own(anna)["checkouts"].values()
    assert (own["mark"], own["sentence"]) == (5, "de kas")
    room.reveal("results")
    result = {"marks": [0, 0, 0, 0, 1], "mean": 5.0, "sentences": ["de kas"]}
    assert room.picture("checkout") == {"voted": 1, "people": 3, "result": result}


def test_give_when_there_are_two_of_these_rounds_then_each_counts_its_own(leaving: Cast) -> None:
    room, anna = leaving.room, leaving.anna
    room.do(anna, "checkout.give", mark=2)
    second = planned_too(room, "checkout")
    room.lead("round.open", round=second)
    room.do(anna, "checkout.give", mark=5)
    room.reveal("results")
    pictures = room.sees(PROJECTOR)["pictures"]
    assert (pictures[second]["voted"], pictures[second]["result"]["mean"]) == (1, 5.0)
    assert pictures[room.id("checkout")] == {"voted": 1, "people": 3, "result": None}


def test_marks_when_not_opened_yet_then_only_their_number_is_seen(leaving: Cast) -> None:
    room = leaving.room
    room.do(leaving.anna, "checkout.give", mark=1, sentence="Gepland geheim")
    room.do(leaving.bram, "checkout.give", mark=5)
    for audience in EVERYBODY:
        assert room.picture("checkout", audience) == {"voted": 2, "people": 3, "result": None}
        assert "Gepland geheim" not in repr(room.sees(audience))
        assert "checkouts" not in room.sees(audience)
    room.reveal("results")
    assert all("Gepland geheim" in repr(room.sees(audience)) for audience in EVERYBODY)
    assert "checkouts" not in room.own(leaving.chris)


marks = st.lists(st.none() | st.integers(1, 5), min_size=3, max_size=3)


@settings(max_examples=30, deadline=None)
@given(marks, st.permutations(["anna", "bram", "chris"]))
def test_result_when_given_in_any_order_then_is_the_sum_without_whose(
    given_marks: list[int | None], order: list[str]
) -> None:
    cast = seated(Room())
    room = cast.room
    room.open("checkout")
    for who, mark in zip(order, given_marks, strict=True):
        if mark:
            room.do(getattr(cast, who), "checkout.give", mark=mark, sentence=f"Een {mark}")
    room.results()
    said = sorted(mark for mark in given_marks if mark)
    picture = room.picture("checkout")
    assert picture["result"] == {
        "marks": [said.count(mark) for mark in range(1, 6)],
        "mean": sum(said) / len(said) if said else 0.0,
        "sentences": [f"Een {mark}" for mark in said],
    }
    assert picture["voted"] == len(said)
    assert "person-" not in repr(picture)
