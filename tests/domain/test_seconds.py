"""“Dat bedoel ik ook”: one's support for another's idea, counted once however things are merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brouwerij.domain.commands import Actor
from tests.domain.conftest import Cast, seated
from tests.domain.doors import Asked, heard_from, heard_when
from tests.support.room import FACILITATOR, PROJECTOR, Room

SECOND = Asked("idea.seconded", lambda it: {"idea": it.fund}, who="participants")


@dataclass(frozen=True)
class Said:
    """Bram wrote the fund, Chris the bank; everybody sees them."""

    cast: Cast
    fund: str
    bank: str

    @property
    def room(self) -> Room:
        return self.cast.room

    def second(self, who: Actor, idea: str, on: bool = True) -> str:
        return self.room.do(who, "idea.second", idea=idea, on=on)

    def behind(self, idea: str) -> int:
        seen = self.room.sees(PROJECTOR)["ideas"][idea]
        return int(seen.get("behind", 0))


def said(cast: Cast) -> Said:
    room = cast.room
    room.open("ideas")
    room.reveal("room")
    return Said(
        cast,
        fund=room.do(cast.bram, "idea.add", text="Eén fonds"),
        bank=room.do(cast.chris, "idea.add", text="Een bank"),
    )


@pytest.fixture
def it(cast: Cast) -> Said:
    return said(cast)


def test_second_when_each_role_asks_then_only_participants_are_heard(it: Said) -> None:
    assert heard_from(it.cast, "idea.second", SECOND.data(it)) == SECOND.by_role()


def test_second_when_the_round_is_so_then_is_heard_or_not(it: Said) -> None:
    heard = heard_when(it.cast, "idea.second", SECOND.data(it))["participant"]
    expected = SECOND.by_status()["participant"]
    assert {s: heard[s] for s in heard if s != "planned"} == {
        s: expected[s] for s in expected if s != "planned"
    }


@pytest.mark.parametrize(
    ("who", "data", "outcome"),
    [
        ("bram", {}, "refused idea.own"),
        ("anna", {"idea": "nothing-here"}, "refused idea.unknown"),
        ("anna", {"on": False}, "nothing"),
    ],
)
def test_second_when_it_cannot_be_then(
    it: Said, who: str, data: dict[str, Any], outcome: str
) -> None:
    asked = SECOND.data(it) | data
    assert it.room.would(getattr(it.cast, who), "idea.second", **asked) == outcome


def test_second_when_given_twice_then_counts_once_and_can_be_taken_back(it: Said) -> None:
    it.second(it.cast.anna, it.fund)
    assert it.room.would(it.cast.anna, "idea.second", idea=it.fund) == "nothing"
    assert it.behind(it.fund) == 1
    it.second(it.cast.chris, it.fund)
    assert it.behind(it.fund) == 2
    it.second(it.cast.anna, it.fund, on=False)
    assert it.behind(it.fund) == 1


@pytest.mark.parametrize("phase", ["alone", "table"])
def test_second_when_one_cannot_see_the_idea_then_is_refused(at_tables: Cast, phase: str) -> None:
    room = at_tables.room
    room.open("ideas")
    idea = room.do(at_tables.chris, "idea.add", text="Eén fonds")
    for _ in range(phase == "table"):
        room.reveal("table")
    unseen = room.would(at_tables.bram, "idea.second", idea=idea)
    at_my_table = room.would(at_tables.anna, "idea.second", idea=idea)
    assert unseen == "refused idea.unknown"
    assert at_my_table == ("idea.seconded" if phase == "table" else "refused idea.unknown")


def test_second_when_somebody_else_looks_then_sees_how_many_and_not_who(it: Said) -> None:
    it.second(it.cast.anna, it.fund)
    assert "seconds" not in it.room.sees(PROJECTOR)
    assert "seconds" not in it.room.own(it.cast.bram)
    assert list(it.room.own(it.cast.anna)["seconds"]) == [f"{it.fund}:{it.cast.anna.id}"]


# Merging


def test_ideas_when_merged_then_everybody_is_behind_the_first_once(it: Said) -> None:
    room, cast = it.room, it.cast
    it.second(cast.anna, it.fund)
    it.second(cast.anna, it.bank)
    room.open("clustering")
    before = room.state()
    room.lead("idea.same", idea=it.bank, same_as=it.fund)
    assert it.behind(it.fund) == 2  # Anna, who seconded both, and Chris, who wrote the other
    assert it.behind(it.bank) == 1
    assert sorted(room.ideas(PROJECTOR)) == ["Een bank", "Eén fonds"]
    room.lead("idea.same", idea=it.bank, same_as="")
    assert (it.behind(it.fund), it.behind(it.bank)) == (1, 1)
    room.lead("undo")
    room.lead("undo")
    assert room.state() == before


def test_idea_when_withdrawn_then_who_seconded_it_is_behind_the_first_no_more(it: Said) -> None:
    room, cast = it.room, it.cast
    it.second(cast.anna, it.bank)
    room.open("clustering")
    room.lead("idea.same", idea=it.bank, same_as=it.fund)
    assert it.behind(it.fund) == 2
    room.open("ideas")
    room.do(cast.chris, "idea.withdraw", idea=it.bank)
    assert it.behind(it.fund) == 0
    assert not room.board.collections["seconds"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("anna", "bram", "chris", "guest")),
        st.sampled_from(("second", "back", "match", "part", "undo")),
        st.booleans(),
    ),
    max_size=12,
)


@given(STEPS)
@example(
    [
        ("anna", "second", False),
        ("anna", "match", False),
        ("anna", "second", True),
        ("anna", "undo", False),
    ]
)
def test_behind_when_things_are_done_in_any_order_then_is_the_union_of_people(
    steps: list[tuple[str, str, bool]],
) -> None:
    it = said(seated(Room()))
    clustering = it.room.open("clustering")
    ideas = it.room.open("ideas")
    (guest,) = it.room.guests(1, "Circa")
    for who, what, first in steps:
        actor = FACILITATOR if who == "guest" else getattr(it.cast, who)
        one, other = (it.fund, it.bank) if first else (it.bank, it.fund)
        asks: dict[str, tuple[str, dict[str, Any]]] = {
            "second": ("idea.second", {"round": ideas, "idea": one}),
            "back": ("idea.second", {"round": ideas, "idea": one, "on": False}),
            "match": ("idea.same", {"round": clustering, "idea": one, "same_as": other}),
            "part": ("idea.same", {"round": clustering, "idea": one, "same_as": ""}),
            "undo": ("undo", {}),
        }
        kind, data = asks[what]
        who_asks = actor if kind == "idea.second" else FACILITATOR
        if kind == "idea.second" and who == "guest":
            data["guest"] = guest.id
        if not it.room.would(who_asks, kind, **data).startswith("refused"):
            it.room.do(who_asks, kind, **data)
    board = it.room.state()
    authors = {it.fund: it.cast.bram.id, it.bank: it.cast.chris.id}
    for id, idea in board["ideas"].items():
        group = {id, *(i for i, one in board["ideas"].items() if one.get("same_as") == id)}
        people = {authors[i] for i in group}
        people |= {
            s["participant"] for s in board.get("seconds", {}).values() if s["idea"] in group
        }
        assert idea.get("behind", 0) == len(people - {authors[id]})
