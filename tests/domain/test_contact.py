"""How to reach who signed up: only with consent, never in the log, gone with the last group."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.board import change_to_body
from brouwerij.domain.commands import Contact
from tests.domain.doors import TOO_LONG
from tests.domain.pouring import Pouring, pouring
from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

DETAILS = {"name": "Anna Planter", "email": "anna@planter.example", "phone": "06 1234 5678"}
MARKERS = re.compile(r"Planter|planter\.example|1234")
NO_CONSENT, MALFORMED = "refused contact.consent_missing", "refused contact.malformed"


@pytest.fixture
def pour() -> Pouring:
    return pouring()


def second_group(pour: Pouring) -> str:
    pour.room.lead("group.start", theme=pour.film)
    return f"{pour.room.id('workgroups')}:{pour.film}"


def stored(room: Room) -> str:
    """The log as it is stored."""
    entries = [[e.by, e.command, change_to_body(e.change)] for e in room.log]
    return msgspec.json.encode(entries).decode()


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        ({}, "group.joined"),
        ({"consent": True}, "group.joined"),
        (DETAILS, NO_CONSENT),
        ({"name": "Anna"}, NO_CONSENT),
        ({"email": "anna@planter.example"}, NO_CONSENT),
        ({"phone": "06 1234 5678"}, NO_CONSENT),
        (DETAILS | {"consent": True}, "group.joined"),
        ({"consent": True, "name": "n" * 80}, "group.joined"),
        ({"consent": True, "name": "n" * 81}, TOO_LONG),
        ({"consent": True, "email": "n" * 70 + "@planter.example"}, TOO_LONG),
        ({"consent": True, "email": "anna"}, MALFORMED),
        ({"consent": True, "email": "anna@planter"}, MALFORMED),
        ({"consent": True, "email": "an na@planter.example"}, MALFORMED),
        ({"consent": True, "email": "a@b@planter.example"}, MALFORMED),
        ({"consent": True, "phone": "+31 (6) 12.34-5678"}, "group.joined"),
        ({"consent": True, "phone": "12345"}, MALFORMED),
        ({"consent": True, "phone": "bel Anna maar"}, MALFORMED),
        ({"consent": True, "phone": "1" * 26}, MALFORMED),
    ],
)
def test_join_when_details_are_so_then(pour: Pouring, data: dict[str, Any], outcome: str) -> None:
    join = {"group": pour.group, "role": "member"}
    assert pour.room.would(pour.cast.anna, "group.join", **join, **data) == outcome


@pytest.mark.parametrize("share", [True, False])
def test_details_when_given_then_only_their_owner_sees_them(pour: Pouring, share: bool) -> None:
    room, anna = pour.room, pour.cast.anna
    pour.join(anna, **DETAILS, consent=True, share=share)
    pour.join(pour.cast.bram)
    me = room.own(anna)["me"][anna.id]
    assert me["contact"] == DETAILS | {"share": share}
    for audience in (phones(), phones(1), PROJECTOR, STAFF_VIEW):
        seen = room.sees(audience)
        assert "Anna Planter" in repr(seen["signups"])  # one signs up by name
        assert not MARKERS.search(repr(seen).replace("Anna Planter", ""))
    assert not MARKERS.search(repr(room.own(pour.cast.bram)))


def test_details_when_given_changed_and_erased_then_are_never_in_the_log(pour: Pouring) -> None:
    room, anna = pour.room, pour.cast.anna
    pour.join(anna, **DETAILS, consent=True)
    assert room.people[anna.id].contact == Contact(**DETAILS)
    pour.join(anna, role="lead", email="elders@planter.example", consent=True)
    room.do(anna, "group.leave", group=pour.group)
    assert [e.change.kind for e in room.log[-3:]] == ["group.joined", "group.joined", "group.left"]
    assert not MARKERS.search(stored(room))
    assert anna.id in stored(room)


def test_details_when_another_role_is_taken_without_them_then_stay(pour: Pouring) -> None:
    room, anna = pour.room, pour.cast.anna
    pour.join(anna, **DETAILS, consent=True)
    pour.join(anna, role="lead")
    assert room.people[anna.id].contact == Contact(**DETAILS)
    pour.join(anna, role="lead", **DETAILS | {"phone": ""}, consent=True)
    assert room.people[anna.id].contact == Contact(**DETAILS | {"phone": ""})


def test_details_when_one_leaves_the_last_group_then_are_erased(pour: Pouring) -> None:
    room, anna, other = pour.room, pour.cast.anna, second_group(pour)
    pour.join(anna, **DETAILS, consent=True)
    pour.join(anna, group=other)
    pour.join(pour.cast.bram, **DETAILS | {"name": "Bram Planter"}, consent=True)
    room.do(anna, "group.leave", group=pour.group)
    assert room.people[anna.id].contact == Contact(**DETAILS)
    room.do(anna, "group.leave", group=other)
    assert room.people[anna.id].contact is None
    assert room.own(anna)["me"][anna.id]["contact"] is None
    assert room.people[pour.cast.bram.id].contact is not None


ASKED = pouring()
"""One room to ask in; asking changes nothing."""
texts = st.sampled_from(["", "Planter", "anna@planter.example", "06 1234 5678", "\x00", "x" * 81])


@settings(max_examples=60, deadline=None)
@given(name=texts, email=texts, phone=texts, consent=st.booleans(), share=st.booleans())
def test_join_when_details_are_anything_then_none_is_kept_without_consent_or_logged(
    **data: Any,
) -> None:
    join = {"group": ASKED.group, "role": "lead"} | data
    decision = ASKED.room.decide(ASKED.cast.anna, "group.join", **join)
    change, kept = getattr(decision, "change", None), getattr(decision, "people", ())
    assert not kept or (change and data["consent"])
    if change is not None:
        assert not MARKERS.search(msgspec.json.encode(change_to_body(change)).decode())
