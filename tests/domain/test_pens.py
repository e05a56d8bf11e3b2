"""Bottelen: one pen to a field, for as long as somebody writes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.cards import Card
from brouwerij.domain.rounds.elaboration import HOLD_FOR
from tests.domain.bottling import PLAN, Bottling, bottled
from tests.domain.conftest import seated
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(1), phones(2), PROJECTOR, STAFF_VIEW)
HELD = "refused card.held"


@pytest.fixture
def bottling() -> Bottling:
    return bottled(seated(Room(PLAN, tables=3)))


@pytest.mark.parametrize("start", ["card.hold", "card.write"])
def test_field_when_somebody_writes_then_nobody_else_does_for_a_while(
    bottling: Bottling, start: str
) -> None:
    room, anna, chris = bottling.room, bottling.cast.anna, bottling.cast.chris
    data = {"card": bottling.card(bottling.cash), "field": "what"}
    room.do(anna, start, **data, **({"text": "Een kas"} if start == "card.write" else {}))
    for other in (chris, FACILITATOR):
        assert bottling.would(other) == HELD
        assert room.would(other, "card.hold", **data) == HELD
        assert bottling.would(other, field="why") == "card.written"
    assert bottling.would(anna) == "card.written"
    room.wait(HOLD_FOR - 1)
    assert bottling.would(chris) == HELD
    room.wait(1)
    assert bottling.would(chris) == "card.written"
    assert room.would(chris, "card.hold", **data) == "field.held"


def test_hold_when_one_goes_on_writing_then_lasts_from_the_last_sign(bottling: Bottling) -> None:
    bottling.hold(bottling.cast.anna)
    bottling.room.wait(HOLD_FOR - 1)
    bottling.hold(bottling.cast.anna)
    bottling.room.wait(HOLD_FOR - 1)
    assert bottling.would(bottling.cast.chris) == HELD


def test_hold_when_let_go_then_another_may_at_once(bottling: Bottling) -> None:
    room, chris = bottling.room, bottling.cast.chris
    bottling.hold(bottling.cast.anna)
    let_go = {"card": bottling.card(bottling.cash), "field": "what", "on": False}
    assert room.would(chris, "card.hold", **let_go) == "nothing"
    bottling.hold(bottling.cast.anna, on=False)
    assert room.log[-1].change.kind == "field.released"
    assert room.would(bottling.cast.anna, "card.hold", **let_go) == "nothing"
    assert bottling.would(chris) == "card.written"


def test_hold_when_expired_then_another_clears_it(bottling: Bottling) -> None:
    bottling.hold(bottling.cast.anna)
    bottling.room.wait(HOLD_FOR)
    bottling.hold(bottling.cast.chris, on=False)
    assert "holds" not in bottling.room.sees(PROJECTOR)


@pytest.mark.parametrize("anonymous", [True, False])
def test_hold_when_seen_then_says_who_unless_the_workshop_is_anonymous(anonymous: bool) -> None:
    bottling = bottled(seated(Room(PLAN, tables=3, anonymous=anonymous)))
    bottling.hold(bottling.cast.anna)
    until = bottling.room.now + HOLD_FOR
    hold = {"card": bottling.card(bottling.cash), "field": "what", "until": until}
    hold |= {} if anonymous else {"participant": bottling.cast.anna.id}
    for audience in EVERYBODY:
        assert list(bottling.room.sees(audience)["holds"].values()) == [hold]


move = st.tuples(
    st.sampled_from(["anna", "chris", "leader"]),
    st.sampled_from(["write", "hold", "release"]),
    st.sampled_from([0, 1, HOLD_FOR // 2, HOLD_FOR]),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(move, max_size=15))
def test_text_when_several_write_at_once_then_is_never_lost_under_anothers(
    moves: list[tuple[str, str, int]],
) -> None:
    """A field takes another hand's words only when the hold of the one before is over."""
    bottling = bottled(seated(Room(PLAN, tables=3)))
    holder, until, words = "", 0, ""
    for n, (name, act, wait) in enumerate(moves):
        bottling.room.wait(wait)
        who = getattr(bottling.cast, name, FACILITATOR)
        now, free = bottling.room.now, holder in ("", name) or until <= bottling.room.now
        if act == "release":
            bottling.hold(who, on=False)
            holder = "" if free else holder
        elif not free:
            assert bottling.would(who, f"Zin {n}") == HELD
        else:
            data = {"card": bottling.card(bottling.cash), "field": "what"}
            words = f"Zin {n}" if act == "write" else words
            text = {"text": words} if act == "write" else {}
            bottling.room.do(who, f"card.{act}", **data, **text)
            holder, until = name, now + HOLD_FOR
        card = bottling.room.board.all(Card)[bottling.card(bottling.cash)]
        assert card.what == words


def test_text_when_the_field_changed_since_it_was_seen_then_is_not_written_over() -> None:
    """A hold runs out; what was written in the dark must not take a later sentence away."""
    bottling = bottled(seated(Room(PLAN, tables=3)))
    room, anna = bottling.room, bottling.cast.anna
    field = {"card": bottling.card(bottling.cash), "field": "what"}
    room.do(FACILITATOR, "card.write", **field, text="Later geschreven")
    room.wait(HOLD_FOR)
    late = {**field, "text": "In de tunnel geschreven"}
    assert room.would(anna, "card.write", **late, base="") == "refused text.changed_since"
    assert room.would(anna, "card.write", **late, base="Later geschreven") == "card.written"
    assert room.would(anna, "card.write", **late) == "card.written"
