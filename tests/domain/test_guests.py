"""People without a phone: who lets them in, and who acts for them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.conftest import Cast
from tests.domain.dotting import Dotting, dotting
from tests.domain.polling import Polling, polling
from tests.support.room import (
    FACILITATOR,
    ORGANISER,
    PROJECTOR,
    STAFF_VIEW,
    STRANGER,
    SYSTEM,
    phones,
)


@pytest.fixture
def vote() -> Dotting:
    return dotting()


@pytest.fixture
def poll() -> Polling:
    return polling()


# Coming in


def test_add_when_each_role_asks_then_helpers_and_leaders_may(cast: Cast) -> None:
    room, data = cast.room, {"initiative": "Circa", "number": 2}
    helper = room.helper(cast.anna)
    outcomes = {
        FACILITATOR: "guest.added",
        ORGANISER: "guest.added",
        helper: "guest.added",
        cast.bram: "refused command.not_allowed",
        STRANGER: "refused participant.unknown",
        SYSTEM: "refused command.not_allowed",
    }
    assert {who: room.would(who, "guest.add", **data) for who in outcomes} == outcomes


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"initiative": " "}, "participant.initiative_missing"),
        ({"initiative": "i" * 81}, "text.too_long"),
        ({"names": ["n" * 81]}, "text.too_long"),
        ({"number": 0}, "command.malformed"),
        ({"number": 101}, "command.malformed"),
        ({"names": ["n"] * 101}, "command.malformed"),
    ],
)
def test_add_when_something_is_wrong_then_says_what(
    cast: Cast, fields: dict[str, Any], code: str
) -> None:
    guests = {"initiative": "Circa", "number": 2}
    assert cast.room.would(FACILITATOR, "guest.add", **guests | fields) == f"refused {code}"


def test_add_when_done_twice_then_numbers_go_on_and_the_initiative_is_one(cast: Cast) -> None:
    room = cast.room
    guests = room.guests(2, "Circa") + room.guests(1, " círca ")
    assert [room.person(guest).number for guest in guests] == [1, 2, 3]
    assert len({room.person(guest).initiative for guest in guests}) == 1
    assert all(room.person(guest).guest for guest in guests)


def test_add_when_a_helper_does_then_guests_sit_at_their_table(at_tables: Cast) -> None:
    room, helper = at_tables.room, at_tables.room.helper(at_tables.bram)
    (guest,) = room.guests(1, "Circa", helper)
    assert (room.person(guest).host, room.person(guest).table) == (helper.id, 2)


def test_names_when_given_then_are_personal_data_and_not_in_an_anonymous_workshop(
    cast: Cast, anonymous: Cast
) -> None:
    for room, name in ((cast.room, "Ada"), (anonymous.room, "")):
        (guest,) = room.guests(1, "Circa", name="Ada")
        assert room.sees(STAFF_VIEW)["participants"][guest.id]["number"] == 1
        assert room.sees(STAFF_VIEW)["participants"][guest.id].get("name", "") == name
        assert "Ada" not in str(room.log)


def test_add_when_undone_then_nobody_came(cast: Cast) -> None:
    room, before = cast.room, cast.room.state()
    room.guests(3, "Circa")
    room.do(FACILITATOR, "undo")
    assert room.state() == before


def test_add_when_a_guest_did_something_then_is_not_undone(cast: Cast) -> None:
    room = cast.room
    id = room.do(FACILITATOR, "guest.add", initiative="Circa")
    room.open("ideas")
    room.do(FACILITATOR, "idea.add", text="Fonds", guest=f"{id}-1")
    assert room.would(FACILITATOR, "undo", command=id) == "refused undo.changed_since"


# Who acts for whom


def test_helping_when_each_asks_for_a_guest_then_only_their_helper_and_who_leads(
    vote: Dotting,
) -> None:
    room, cast = vote.room, vote.cast
    helper, other = room.helper(cast.anna), room.helper(cast.bram)
    (guest,) = room.guests(1, "Circa", helper)
    outcomes = {
        helper: "dots.set",
        FACILITATOR: "dots.set",
        ORGANISER: "dots.set",
        other: "refused guest.not_yours",
        cast.chris: "refused guest.not_yours",
        STRANGER: "refused guest.not_yours",
        SYSTEM: "refused command.not_allowed",
    }
    dot = {"theme": vote.cash, "dots": 1, "guest": guest.id}
    assert {who: room.would(who, "dots.set", **dot) for who in outcomes} == outcomes
    room.lead("participant.help", participant=helper.id, helper=False)
    assert room.would(helper, "dots.set", **dot) == "refused guest.not_yours"


@pytest.mark.parametrize("guest", ["person-bram", "nobody", "\ud800"])
def test_helping_when_it_is_no_guest_then_is_refused(vote: Dotting, guest: str) -> None:
    helper = vote.room.helper(vote.cast.anna)
    dot = {"theme": vote.cash, "dots": 1, "guest": guest}
    for actor in (helper, FACILITATOR):
        assert vote.room.would(actor, "dots.set", **dot) == "refused guest.unknown"


@pytest.mark.parametrize("guest", [3, True, ["a"], {}])
def test_helping_when_the_guest_is_no_text_then_is_malformed(vote: Dotting, guest: Any) -> None:
    asked = {"theme": vote.cash, "dots": 1, "guest": guest}
    assert vote.room.would(vote.cast.anna, "dots.set", **asked) == "refused command.malformed"


@pytest.mark.parametrize("helper_is", ["participant", "facilitator"])
def test_voting_when_for_a_guest_then_counts_as_one_person_and_says_by_whom(
    vote: Dotting, helper_is: str
) -> None:
    room = vote.room
    helper = room.helper(vote.cast.anna) if helper_is == "participant" else FACILITATOR
    before = room.picture("dots")["turnout"]
    (guest,) = room.guests(1, "Het Nest", helper)
    room.do(helper, "dots.set", theme=vote.cash, dots=1, guest=guest.id)
    told = room.log[-1]
    assert (told.by, told.change.helped, told.change.undoable) == (helper.key, True, True)
    vote.give(vote.cast.bram, vote.cash)
    assert not room.log[-1].change.helped
    now = room.picture("dots")["turnout"]
    assert (now["voted"], now["people"]) == (before["voted"] + 2, before["people"] + 1)
    room.results()
    assert vote.results()[vote.cash][1:3] == (2, 2)


def test_voting_when_the_round_is_not_open_then_who_leads_cannot_either(vote: Dotting) -> None:
    room = vote.room
    (guest,) = room.guests(1, "Circa")
    dot = {"theme": vote.cash, "dots": 1, "guest": guest.id}
    hands = {"theme": vote.cash, "initiative": room.person(guest).initiative, "hands": 1}
    room.do(FACILITATOR, "dots.set", **dot)
    for step, code in (("pause", "paused"), ("close", "closed")):
        room.lead(f"round.{step}")
        assert room.would(FACILITATOR, "dots.set", **dot | {"dots": 0}) == f"refused round.{code}"
        assert room.would(FACILITATOR, "dots.raise", **hands) == f"refused round.{code}"
    cast_vote = next(step.command for step in room.board.steps["staff"] if step.kind == "dots.set")
    assert room.would(FACILITATOR, "undo", command=cast_vote) == "refused round.closed"


def test_guest_when_let_in_while_the_ballot_is_open_then_may_vote(poll: Polling) -> None:
    (guest,) = poll.room.guests(1, "Circa")
    answer = {"theme": poll.cash, "answer": "support", "guest": guest.id}
    assert poll.room.would(FACILITATOR, "poll.answer", **answer) == "poll.answered"
    assert poll.room.picture("poll")["turnout"]["people"] == 8


def test_ballots_when_of_a_guest_then_helper_and_leader_see_them_and_no_other(
    vote: Dotting,
) -> None:
    room, cast = vote.room, vote.cast
    helper, other = room.helper(cast.anna), room.helper(cast.bram)
    (guest,) = room.guests(1, "Circa", helper)
    room.do(helper, "dots.set", theme=vote.cash, dots=1, guest=guest.id)
    vote.give(cast.chris, vote.film)
    theirs = f"{room.id('dots')}:{guest.id}"
    assert set(room.own(helper)["dot_ballots"]) == {theirs}
    assert "dot_ballots" not in room.own(other)
    assert set(room.sees(STAFF_VIEW)["dot_ballots"]) == {theirs}
    for audience in (PROJECTOR, phones(), phones(1)):
        assert "dot_ballots" not in room.sees(audience)
