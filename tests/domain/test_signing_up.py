"""Signing up for a working group by the link: until when, who may, and what they leave behind."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.domain.commands import Contact
from brouwerij.domain.dates import day_at
from tests.domain.doors import NOT_ALLOWED
from tests.domain.pouring import Pouring, pouring
from tests.support.room import FACILITATOR, ORGANISER, PROJECTOR, STRANGER, SYSTEM

DAY = 24 * 3600 * 1000
CLOSED = "refused signup.closed"
DORA = {"name": "Dora", "email": "dora@hof.example", "consent": True, "initiative": "De Hof"}


@pytest.fixture
def pour() -> Pouring:
    return pouring()


def in_days(pour: Pouring, days: int) -> str:
    return day_at(pour.room.now + days * DAY)


@pytest.fixture
def ended(pour: Pouring) -> Pouring:
    """The workshop is over, and one can sign up for another week."""
    pour.room.lead("signup.open", until=in_days(pour, 7))
    pour.room.lead("workshop.end")
    return pour


def asked(pour: Pouring, **more: Any) -> dict[str, Any]:
    return {"participant": "person-dora", "group": pour.group, "role": "member"} | DORA | more


def heard(pour: Pouring, **more: Any) -> str:
    return pour.room.would(SYSTEM, "group.sign_up", **asked(pour, **more))


# Until when


@pytest.mark.parametrize(
    ("until", "outcome"),
    [
        (0, "signup.opened"),
        (30, "signup.opened"),
        (-1, "refused signup.past"),
        ("", "refused date.malformed"),
        ("morgen", "refused date.malformed"),
    ],
)
def test_open_when_the_day_is_so_then(pour: Pouring, until: int | str, outcome: str) -> None:
    day = in_days(pour, until) if isinstance(until, int) else until
    assert pour.room.would(ORGANISER, "signup.open", until=day) == outcome


def test_open_and_close_when_asked_again_then_nothing_happens(pour: Pouring) -> None:
    room, week = pour.room, in_days(pour, 7)
    assert room.would(FACILITATOR, "signup.close") == "nothing"
    room.lead("signup.open", until=week)
    assert room.would(FACILITATOR, "signup.open", until=week) == "nothing"
    assert room.would(FACILITATOR, "signup.open", until=in_days(pour, 8)) == "signup.opened"
    assert room.would(FACILITATOR, "signup.close") == "signup.closed"
    for kind in ("signup.open", "signup.close"):
        assert room.would(pour.cast.anna, kind, until=week) == NOT_ALLOWED


@pytest.mark.parametrize(
    ("days", "outcome"), [(0, "group.joined"), (7, "group.joined"), (8, CLOSED)]
)
def test_sign_up_when_so_many_days_went_by_then(ended: Pouring, days: int, outcome: str) -> None:
    ended.room.now += days * DAY
    assert heard(ended) == outcome


@given(opened=st.integers(0, 400), later=st.integers(0, 400), closed=st.booleans())
def test_sign_up_is_possible_until_the_day_and_not_a_day_longer(
    opened: int, later: int, closed: bool
) -> None:
    pour = pouring()
    pour.room.lead("signup.open", until=in_days(pour, opened))
    if closed:
        pour.room.lead("signup.close")
    pour.room.now += later * DAY
    assert heard(pour) == (CLOSED if closed or later > opened else "group.joined")


# Who


def test_sign_up_when_it_was_not_opened_then_is_refused(pour: Pouring) -> None:
    assert heard(pour) == CLOSED


def test_sign_up_is_asked_by_the_pages_only(ended: Pouring) -> None:
    for actor in (ended.cast.anna, FACILITATOR, ORGANISER, STRANGER):
        assert ended.room.would(actor, "group.sign_up", **asked(ended)) == NOT_ALLOWED


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({}, "group.joined"),
        ({"email": "", "phone": "06 1234 5678"}, "group.joined"),
        ({"email": ""}, "refused contact.missing"),
        ({"name": " \u200b"}, "refused contact.missing"),
        ({"consent": False}, "refused contact.consent_missing"),
        ({"email": "dora"}, "refused contact.malformed"),
        ({"initiative": ""}, "refused participant.initiative_missing"),
        ({"group": "nothing-here"}, "refused group.unknown"),
        ({"role": "boss"}, "refused command.malformed"),
    ],
)
def test_sign_up_of_somebody_new_when_they_say_this_then(
    ended: Pouring, more: dict[str, Any], outcome: str
) -> None:
    assert heard(ended, **more) == outcome


def test_sign_up_of_somebody_new_makes_them_a_person_who_was_not_there(ended: Pouring) -> None:
    room, before = ended.room, [person.id for person in ended.room.board.present]
    room.do(SYSTEM, "group.sign_up", **asked(ended, share=True))
    assert [s["name"] for s in room.sees(PROJECTOR)["signups"].values()] == ["Dora"]
    assert room.people["person-dora"].contact == Contact("Dora", DORA["email"], share=True)
    assert [person.id for person in room.board.present] == before
    dora = room.board.participants["person-dora"]
    assert room.board.initiatives[dora.initiative].name == "De Hof"

    room.lead("workshop.resume")
    room.open("poll")
    electors = {e.participant for e in room.board.collections["electors"].values()}
    assert "person-dora" not in electors
    assert set(before) <= electors


def test_sign_up_of_somebody_who_was_there_asks_nothing_again(ended: Pouring) -> None:
    anna = ended.cast.anna.id
    known = {"participant": anna, "name": "", "email": "", "initiative": "", "consent": False}
    assert heard(ended, **known) == "group.joined"
    ended.room.do(SYSTEM, "group.sign_up", **asked(ended, **known))
    assert heard(ended, **known) == "nothing"
    assert heard(ended, **known | {"role": "lead"}) == "group.joined"


def test_sign_up_when_the_group_is_full_then_following_is_left() -> None:
    pour = pouring(at_least=1, at_most=1)
    pour.join(pour.cast.anna)
    pour.room.lead("signup.open", until=in_days(pour, 7))
    assert heard(pour) == "refused group.full"
    assert heard(pour, role="follower") == "group.joined"


# Afterwards


def test_leave_when_signing_up_is_over_then_still_erases_how_to_reach_one(ended: Pouring) -> None:
    room = ended.room
    room.do(SYSTEM, "group.sign_up", **asked(ended))
    room.now += 100 * DAY
    dora = type(ended.cast.anna)("participant", "person-dora")
    room.do(dora, "group.leave", group=ended.group)
    assert room.people[dora.id].contact is None
    assert "signups" not in room.sees(PROJECTOR)
    assert room.would(dora, "checkout.give", mark=5) != "checkout.given"
