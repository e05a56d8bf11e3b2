"""Bottelen: tables take themes and fill a card field by field."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.bottling import PLAN, Bottling, bottled
from tests.domain.conftest import seated
from tests.domain.doors import (
    DISGUISED,
    TOO_LONG,
    Asked,
    Door,
    commands_of,
    every_door,
    planned_too,
)
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(1), phones(2), PROJECTOR, STAFF_VIEW)
FIELDS = ("what", "why", "first_step", "who", "needs")
OTHER_TABLE, NO_CARD = "refused card.other_table", "refused card.unknown"


@pytest.fixture
def bottling() -> Bottling:
    return bottled(seated(Room(PLAN, tables=3)))


ALLOWED = {
    "card.take": Asked("card.taken", lambda b: {"theme": b.film, "table": 1}, undoable=True),
    "card.hold": Asked("field.held", lambda b: {"card": b.card(b.cash), "field": "why"}),
    "card.write": Asked(
        "card.written", lambda b: {"card": b.card(b.cash), "field": "why", "text": "Omdat"}
    ),
}


def test_commands_of_this_round_are_all_asked_here() -> None:
    assert set(ALLOWED) == commands_of("elaboration")


@every_door(ALLOWED)
def test_command_when_asked_is_heard_as_said(bottling: Bottling, kind: str, door: Door) -> None:
    door(bottling.cast, kind, ALLOWED[kind], ALLOWED[kind].data(bottling))


# Taking a theme


def test_cards_when_the_round_opens_then_are_there_for_every_theme_that_goes_on() -> None:
    cast = seated(Room(PLAN, tables=3))
    cash, film = cast.room.themes("Kas", "Film")
    cast.room.open("elaboration")
    cards = cast.room.sees(PROJECTOR)["cards"]
    assert [card["theme"] for card in cards.values()] == [cash, film]
    assert not any("table" in card for card in cards.values())


@pytest.mark.parametrize(
    ("who", "theme", "table", "outcome"),
    [
        ("anna", "film", 0, "card.taken"),
        ("anna", "later", 0, "card.taken"),
        ("anna", "cash", 0, "nothing"),
        ("chris", "cash", 0, "nothing"),
        ("bram", "cash", 0, "refused card.theme_taken"),
        ("bram", "nothing", 0, "refused theme.unknown"),
        ("leader", "cash", 2, "card.taken"),
        ("leader", "cash", 0, "card.taken"),
        ("leader", "cash", 1, "nothing"),
        ("leader", "cash", 4, "refused table.unknown"),
        ("leader", "cash", -1, "refused table.unknown"),
        ("leader", "film", -(2**70), "refused table.unknown"),
        ("leader", "cash", 1.5, "refused command.malformed"),
    ],
)
def test_take_when_the_theme_and_table_are_so_then(
    bottling: Bottling, who: str, theme: str, table: Any, outcome: str
) -> None:
    actor = getattr(bottling.cast, who, FACILITATOR)
    data = {"theme": getattr(bottling, theme, "nothing-here"), "table": table}
    assert bottling.room.would(actor, "card.take", **data) == outcome


def test_take_when_a_participant_names_a_table_then_it_is_their_own(bottling: Bottling) -> None:
    bottling.room.do(bottling.cast.bram, "card.take", theme=bottling.film, table=3)
    assert bottling.seen(bottling.film)["table"] == 2


def test_take_when_the_theme_went_up_in_another_then_is_the_survivors(bottling: Bottling) -> None:
    room = bottling.room
    merge = {"theme": bottling.later, "into": bottling.cash}
    room.do(FACILITATOR, "theme.merge", round=room.id("clustering"), **merge)
    taken = room.would(bottling.cast.bram, "card.take", theme=bottling.later)
    assert taken == "refused card.theme_taken"
    assert room.would(bottling.cast.anna, "card.take", theme=bottling.later) == "nothing"


def test_take_when_there_are_no_tables_then_anyone_writes() -> None:
    bottling = bottled(seated(Room(PLAN)))
    assert "table" not in bottling.seen(bottling.cash)
    assert bottling.would(bottling.cast.bram) == "card.written"


# Writing


@pytest.mark.parametrize("field", FIELDS)
def test_write_when_done_then_everybody_sees_it_cleaned(bottling: Bottling, field: str) -> None:
    before = bottling.seen(bottling.cash)
    data = {"card": bottling.card(bottling.cash), "field": field}
    bottling.room.do(bottling.cast.anna, "card.write", **data, text=DISGUISED)
    for audience in EVERYBODY:
        seen = bottling.room.sees(audience)["cards"][bottling.card(bottling.cash)]
        assert seen == before | {field: "de kas"}
    assert bottling.would(bottling.cast.anna, " de kas", field) == "nothing"
    bottling.room.do(bottling.cast.anna, "card.write", **data, text="")
    assert bottling.seen(bottling.cash) == before


@pytest.mark.parametrize(
    ("text", "outcome"), [("", "nothing"), ("i" * 1000, "card.written"), ("i" * 1001, TOO_LONG)]
)
def test_write_when_the_text_is_so_then(bottling: Bottling, text: str, outcome: str) -> None:
    assert bottling.would(bottling.cast.anna, text) == outcome


def test_write_when_the_field_is_none_of_the_card_then_is_malformed(bottling: Bottling) -> None:
    assert bottling.would(bottling.cast.anna, field="table") == "refused command.malformed"
    assert bottling.would(bottling.cast.anna) == "card.written"


@pytest.mark.parametrize("kind", ["card.hold", "card.write"])
def test_card_when_it_is_another_tables_then_only_who_leads_may(
    bottling: Bottling, kind: str
) -> None:
    data, outcome = ALLOWED[kind].data(bottling), ALLOWED[kind].outcome
    room = bottling.room
    assert room.would(bottling.cast.bram, kind, **data) == OTHER_TABLE
    for actor in (bottling.cast.anna, bottling.cast.chris, FACILITATOR):
        assert room.would(actor, kind, **data) == outcome
    free = data | {"card": bottling.card(bottling.film)}
    assert room.would(bottling.cast.bram, kind, **free) == outcome
    room.do(bottling.cast.bram, "participant.sit", table=1)
    assert room.would(bottling.cast.bram, kind, **data) == outcome


@pytest.mark.parametrize("kind", ["card.hold", "card.write"])
def test_card_when_it_is_unknown_or_of_another_round_then_is_refused(
    bottling: Bottling, kind: str
) -> None:
    room, anna = bottling.room, bottling.cast.anna
    data = ALLOWED[kind].data(bottling)
    assert room.would(anna, kind, **data | {"card": "nothing-here"}) == NO_CARD
    room.lead("round.open", round=planned_too(room, "elaboration"))
    assert room.would(anna, kind, **data) == NO_CARD
    room.open("elaboration")
    assert room.would(anna, kind, **data) == ALLOWED[kind].outcome
