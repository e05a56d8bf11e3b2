"""What each audience sees: only what is declared, and every patch makes the new view of the old."""

from __future__ import annotations

from typing import ClassVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain import changes, views
from brouwerij.domain.board import Change, change_to_body
from brouwerij.domain.commands import Actor
from brouwerij.domain.entities import COLLECTIONS, Entity
from brouwerij.domain.views import Patch, View, difference
from tests.domain.afternoon import EMAIL, PHONE, Afternoon, going_on, whole
from tests.domain.conftest import Cast
from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

AUDIENCES = (phones(), phones(1), phones(2), PROJECTOR, STAFF_VIEW)
HIDDEN = {"taps", "wishes", "dot_ballots", "poll_ballots", "votes", "checkouts", "electors"}
"""What nobody sees of another; who leads only sees ballots of guests, whom they help."""
NEVER_RANDOM = {
    "participant.forgotten",
    "workshop.ended",
    "workshop.purged",
    "workshop.restored",
    "workshop.resumed",
}
NUMBERS = st.lists(st.integers(0, 2**16), min_size=48, max_size=80)


class Secret(Entity, frozen=True):
    """Something of which nobody said who may see it."""

    collection: ClassVar[str] = "secrets"
    text: str = ""


def patched(old: View, patch: Patch) -> View:
    """What a client makes of a view and a patch."""
    new = {name: dict(entities) for name, entities in old.items()}
    for name, entities in patch.set.items():
        new.setdefault(name, {}).update(entities)
    for name, ids in patch.delete.items():
        for id in ids:
            del new[name][id]
    return {name: entities for name, entities in new.items() if entities}


def all_views(room: Room) -> dict[str, View]:
    """What each audience and each person sees now."""
    own = {id: room.own(Actor("participant", id)) for id in room.board.participants}
    return own | {str(audience): room.sees(audience) for audience in AUDIENCES}


@pytest.fixture(scope="module")
def afternoons() -> list[Room]:
    """Enough of them for all that can happen."""
    return [whole(seed, 640).room for seed in range(40)]


def test_afternoons_when_they_are_random_then_all_that_can_happen_does(
    afternoons: list[Room],
) -> None:
    """The guard of all that is proven on random afternoons."""
    happened = {entry.change.kind for room in afternoons for entry in room.log}
    assert set(changes.KINDS) - happened == NEVER_RANDOM


def test_entity_when_nothing_says_who_sees_it_then_nobody_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(COLLECTIONS, "secrets", Secret)
    room = Room()
    room.put(Change("x", set=(Secret("secret-1", "Gepland geheim"),)))
    for audience in AUDIENCES:
        assert "secrets" not in room.sees(audience)
        assert "Gepland geheim" not in repr(room.sees(audience))
    monkeypatch.setattr(views, "_SHOWN", dict(views._SHOWN))
    views.shows(Secret)(lambda lens, secret: secret)
    for audience in AUDIENCES:
        assert room.sees(audience)["secrets"]["secret-1"]["text"] == "Gepland geheim"


@pytest.mark.parametrize("collection", sorted(HIDDEN))
def test_collection_when_it_is_ones_own_then_others_never_see_it(
    afternoons: list[Room], collection: str
) -> None:
    assert any(room.board.collections[collection] for room in afternoons)
    for room in afternoons:
        guests = {p.id for p in room.board.participants.values() if p.guest}
        for audience in AUDIENCES:
            seen = room.sees(audience).get(collection, {}).values()
            assert {it["participant"] for it in seen} <= (
                guests if audience.role == "facilitator" else set()
            )


def test_own_view_when_others_did_things_then_holds_nothing_of_theirs(cast: Cast) -> None:
    room = cast.room
    theme, _ = room.themes("Kas", "Film")
    room.open("dots")
    room.do(cast.anna, "dots.set", theme=theme, dots=1)
    assert set(room.own(cast.anna)) == {"me", "dot_ballots"}
    assert set(room.own(cast.bram)) == {"me"}
    assert room.own(Actor("participant", "person-nobody")) == {}


@settings(max_examples=25, deadline=None)
@given(NUMBERS)
def test_patches_when_applied_all_afternoon_then_make_each_new_view_of_the_old(
    numbers: list[int],
) -> None:
    before: dict[str, View] = {}
    for afternoon in going_on(numbers):
        now = all_views(afternoon.room)
        for who, view in now.items():
            patch = difference(before.get(who, {}), view)
            assert patched(before.get(who, {}), patch) == view
            assert bool(patch) == (view != before.get(who, {}))
        before = now


@settings(max_examples=15, deadline=None)
@given(NUMBERS)
def test_contact_details_when_given_in_an_afternoon_then_are_in_no_view_but_ones_own(
    numbers: list[int],
) -> None:
    *_, afternoon = going_on(numbers)
    room = signed_up(afternoon)
    log = msgspec.json.encode([change_to_body(entry.change) for entry in room.log]).decode()
    for seen in (log, *(repr(room.sees(audience)) for audience in AUDIENCES)):
        assert EMAIL not in seen
        assert PHONE not in seen
    owners = {id for id, seen in all_views(room).items() if EMAIL in repr(seen)}
    contacts = {id for id, person in room.people.items() if person.contact}
    assert owners == {id for id in contacts if EMAIL in repr(room.people[id].contact)} != set()


def signed_up(afternoon: Afternoon) -> Room:
    """The afternoon's room, in which at least one person left an address at the end."""
    room = afternoon.room
    dirk = room.join("Dirk", "Boswijk")
    (theme,) = room.themes("Kas")
    room.open("workgroups")
    group = f"{room.id('workgroups')}:{theme}"
    if not room.board.collections["groups"].get(group):
        room.lead("group.start", theme=theme)
    room.do(dirk, "group.join", group=group, role="lead", email=EMAIL, phone=PHONE, consent=True)
    return room
