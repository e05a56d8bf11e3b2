"""Kennismaken: who taps what on a point."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.conftest import Cast, seated
from tests.domain.meeting import Meeting, met
from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return met(cast)


@pytest.mark.parametrize(
    ("who", "point", "sort", "outcome"),
    [
        ("anna", "bottleneck", "help", "tap.set"),
        ("anna", "bottleneck", "recognise", "tap.set"),
        ("chris", "factor", "recognise", "tap.set"),
        ("chris", "factor", "help", "refused point.help_on_factor"),
        ("anna", "factor", "recognise", "refused point.own"),
        ("bram", "factor", "recognise", "refused point.own"),
        ("chris", "bottleneck", "help", "refused point.own"),
        ("anna", "bottleneck", "applaud", "refused command.malformed"),
    ],
)
def test_tap_when_set_on_a_point_then(
    meeting: Meeting, who: str, point: str, sort: str, outcome: str
) -> None:
    data = {"point": getattr(meeting, point), "sort": sort, "on": True}
    assert meeting.room.would(getattr(meeting.cast, who), "tap.set", **data) == outcome


def test_tap_when_seen_then_whose_it_is_knows_its_owner_only(meeting: Meeting) -> None:
    room, anna = meeting.room, meeting.cast.anna
    room.do(anna, "tap.set", point=meeting.bottleneck, sort="help", on=True)
    assert len(room.own(anna)["taps"]) == 1
    for audience in EVERYBODY:
        assert "taps" not in room.sees(audience)
        heard = {"recognised": 0, "helpers": [meeting.hof]}
        assert room.picture("introductions", audience)["points"] == {meeting.bottleneck: heard}


taps = st.tuples(
    st.sampled_from(["anna", "bram"]), st.sampled_from(["help", "recognise"]), st.booleans()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(taps, max_size=12))
def test_taps_when_set_and_taken_back_in_any_order_then_the_last_word_of_each_counts(
    said: list[tuple[str, str, bool]],
) -> None:
    meeting = met(seated(Room()))
    room = meeting.room
    last: dict[tuple[str, str], bool] = {}
    for who, sort, on in said:
        data = {"point": meeting.bottleneck, "sort": sort, "on": on}
        there = last.get((who, sort), False)
        outcome = "nothing" if there == on else "tap.set" if on else "tap.cleared"
        assert room.would(getattr(meeting.cast, who), "tap.set", **data) == outcome
        room.do(getattr(meeting.cast, who), "tap.set", **data)
        last[who, sort] = on
    recognised = sum(on for (_, sort), on in last.items() if sort == "recognise")
    helped = any(on for (_, sort), on in last.items() if sort == "help")
    heard = {"recognised": recognised, "helpers": [meeting.hof] if helped else []}
    expected = {meeting.bottleneck: heard} if recognised or helped else {}
    assert room.picture("introductions")["points"] == expected
