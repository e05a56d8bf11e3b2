"""How large a working group may be, what it starts with, and who is in many of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.conftest import seated
from tests.domain.pouring import Pouring, pouring
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones

MALFORMED = "refused plan.settings_malformed"


@pytest.mark.parametrize(
    ("settings", "outcome"),
    [
        ({}, "plan.set"),
        ({"at_least": 1, "at_most": 1}, "plan.set"),
        ({"at_least": 9, "at_most": 0}, "plan.set"),
        ({"at_least": 3, "at_most": 2}, MALFORMED),
        ({"at_least": 0}, MALFORMED),
        ({"at_most": -1}, MALFORMED),
        ({"warn_from": -1}, MALFORMED),
    ],
)
def test_settings_when_a_group_must_have_more_than_it_may_then_are_refused(
    settings: dict[str, int], outcome: str
) -> None:
    rounds = [{"kind": "workgroups", "settings": settings}, {"kind": "ideas"}]
    assert Room([{"kind": "ideas"}]).would(FACILITATOR, "plan.set", rounds=rounds) == outcome


@pytest.mark.parametrize("at_most", [0, 1, 2, 3])
def test_join_when_a_group_is_full_then_only_following_is_left(at_most: int) -> None:
    pour = pouring(at_least=1, at_most=at_most)
    anna, bram, chris = pour.cast.anna, pour.cast.bram, pour.cast.chris
    pour.join(anna, role="follower")  # who follows takes no place
    for number, who in enumerate((bram, chris, anna)):
        full = 0 < at_most <= number
        for role in ("lead", "member"):
            heard = pour.room.would(who, "group.join", group=pour.group, role=role)
            assert heard == ("refused group.full" if full else "group.joined")
        pour.join(who, role="follower" if full else "member")


def test_join_when_full_then_those_in_it_may_change_their_part_and_a_leaver_makes_room() -> None:
    pour = pouring(at_least=1, at_most=1)
    room, anna, bram = pour.room, pour.cast.anna, pour.cast.bram
    pour.join(anna)
    pour.join(anna, role="lead")
    assert room.would(bram, "group.join", group=pour.group, role="member") == "refused group.full"
    pour.join(anna, role="follower")
    pour.join(bram)
    assert room.would(anna, "group.join", group=pour.group, role="lead") == "refused group.full"
    room.do(bram, "group.leave", group=pour.group)
    pour.join(anna, role="lead")


CARD = {"what": "Samen inkopen", "first_step": "Bellen met de gemeente", "needs": "Een zaal"}


@pytest.fixture
def worked_out() -> Pouring:
    """A table worked out Kas; nobody wrote on the card of Film."""
    cast = seated(Room([{"kind": "clustering"}, {"kind": "elaboration"}, {"kind": "workgroups"}]))
    room = cast.room
    cash, film = room.themes("Kas", "Film")
    room.open("elaboration")
    for field, words in CARD.items():
        room.lead("card.write", card=f"{room.id('elaboration')}:{cash}", field=field, text=words)
    room.open("workgroups")
    return Pouring(cast, cash, film)


def test_group_when_it_starts_then_has_what_its_table_wrote(worked_out: Pouring) -> None:
    room = worked_out.room
    groups = room.sees(PROJECTOR)["groups"]
    seen = groups[worked_out.group]
    written = {"goal": CARD["what"], "first_step": CARD["first_step"], "needs": CARD["needs"]}
    assert {field: seen[field] for field in written} == written
    assert set(groups[f"{room.id('workgroups')}:{worked_out.film}"]) == {"round", "theme"}

    room.lead("group.stop", group=worked_out.group)
    room.lead("group.start", theme=worked_out.cash)
    assert room.sees(PROJECTOR)["groups"][worked_out.group] == seen


# Many groups


def picture(pour: Pouring) -> Any:
    return pour.room.picture("workgroups", STAFF_VIEW)


@pytest.mark.parametrize(("warn_from", "told"), [(0, []), (1, [2, 1]), (2, [2]), (3, [])])
def test_picture_when_people_are_in_many_groups_then_tells_who_leads(
    warn_from: int, told: list[int]
) -> None:
    pour = pouring(warn_from=warn_from)
    pour.room.lead("group.start", theme=pour.film)
    other = f"{pour.room.id('workgroups')}:{pour.film}"
    pour.join(pour.cast.bram)
    for group in (pour.group, other):
        pour.join(pour.cast.anna, group=group, role="lead")
        pour.join(pour.cast.chris, group=group, role="follower")
    shown = picture(pour)["stretched"]
    assert [one["groups"] for one in shown] == told
    assert [one["name"] for one in shown] == ["Anna", "Bram"][: len(told)]


def test_picture_when_a_theme_has_energy_and_is_not_carried_then_is_named(cast: Any) -> None:
    pour = pouring()
    assert picture(pour)["eager"] == []
    for audience in (PROJECTOR, phones()):
        assert pour.room.picture("workgroups", audience) is None

    eager = seated(Room([{"kind": "clustering"}, {"kind": "poll"}, {"kind": "workgroups"}]))
    room = eager.room
    _cash, film = room.themes("Kas", "Film")
    room.open("poll")
    for who, answer in ((eager.anna, "support"), (eager.bram, "object"), (eager.chris, "object")):
        reason = {"reason": "Te duur"} if answer == "object" else {}
        room.do(who, "poll.answer", theme=film, answer=answer, energy=True, **reason)
    room.open("workgroups")
    assert room.picture("workgroups", STAFF_VIEW)["eager"] == [film]
