"""The strengthening map, and people who meet when both sides ask for it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Entity
from brouwerij.domain.points import Point, Tap
from brouwerij.domain.strengthening import Match, Wish, needs
from tests.domain.conftest import Cast
from tests.domain.meeting import Meeting, met, offering, wishing
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)
ANNA = {"name": "Anna Bakker", "email": "anna@hof.example", "consent": True}
CHRIS = {"name": "Chris de Wit", "phone": "06 12345678", "consent": True}


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return met(cast)


# The map


def board_of(*entities: Entity) -> Board:
    board = Board()
    for entity in entities:
        board.collections.setdefault(entity.collection, {})[entity.id] = entity
    return board


def bottleneck(id: str, initiative: str = "own", at: int = 0) -> Point:
    return Point(id, "r1", initiative, "bottleneck", id, at)


def tap(point: str, person: str, initiative: str, sort: Any = "recognise") -> Tap:
    return Tap(f"{point}:{person}:{sort}", "r1", point, person, initiative, sort)


def in_order(board: Board) -> list[tuple[str, int]]:
    return [(need.point, need.heard) for need in needs(board, {"r1"})]


@pytest.mark.parametrize(
    ("told", "order"),
    [
        ([], [("a", 1), ("b", 1)]),
        ([tap("b", "p", "x")], [("b", 2), ("a", 1)]),
        # two of one initiative count as one that knows it, and break a tie
        ([tap("a", "p", "x"), tap("b", "p", "x"), tap("b", "q", "x")], [("b", 2), ("a", 2)]),
        ([tap("b", "p", "x"), tap("b", "q", "x"), tap("a", "p", "x"), tap("a", "q", "y")],
         [("a", 3), ("b", 2)]),
        # who can help did not say that they know it
        ([tap("b", "p", "x", "help")], [("a", 1), ("b", 1)]),
    ],
)  # fmt: skip
def test_needs_when_heard_so_then_those_heard_most_come_first(
    told: list[Tap], order: list[tuple[str, int]]
) -> None:
    assert in_order(board_of(bottleneck("b", at=2), bottleneck("a", at=1), *told)) == order


def test_needs_when_a_factor_was_confirmed_then_its_initiative_can_help_beside_who_said_so() -> (
    None
):
    factor = Point("f", "r1", "z", "factor")
    told = [factor, Match("f:a", "r1", "f", "a"), tap("a", "p", "x", "help")]
    (need,) = needs(board_of(bottleneck("a"), *told), {"r1"})
    assert (need.helpers, need.factors) == (["x", "z"], ["f"])
    assert needs(board_of(bottleneck("a"), *told), {"r2"}) == []


taps = st.lists(
    st.builds(
        lambda point, person, sort: tap(point, person, {"p": "x", "q": "y"}.get(person, "x"), sort),
        st.sampled_from("abc"),
        st.sampled_from("pqr"),
        st.sampled_from(["recognise", "help"]),
    ),
    max_size=12,
    unique_by=lambda it: it.id,
)


@settings(max_examples=60, deadline=None)
@given(taps, st.randoms())
def test_needs_when_tapped_in_another_order_then_the_map_is_the_same(
    told: list[Tap], random: Any
) -> None:
    points = [bottleneck(id) for id in "abc"]
    board = board_of(*points, *told)
    random.shuffle(points)
    random.shuffle(told)
    assert needs(board_of(*points, *told), {"r1"}) == needs(board, {"r1"})
    for need in needs(board, {"r1"}):
        assert 1 <= need.heard <= 3


def test_map_when_drawn_then_names_initiatives_and_no_people(meeting: Meeting) -> None:
    offering(meeting)
    for audience in EVERYBODY:
        picture = meeting.room.picture("introductions", audience)
        expected = {
            "point": meeting.bottleneck, "heard": 1, "helpers": [meeting.hof], "factors": [],
        }  # fmt: skip
        assert picture["needs"] == [expected]
        assert "person-" not in msgspec.json.encode(picture).decode()


@pytest.mark.parametrize(
    ("factor", "need", "outcome"),
    [
        ("factor", "bottleneck", "match.set"),
        ("bottleneck", "factor", "refused point.unknown"),
        ("factor", "factor", "refused point.unknown"),
        ("factor", "nowhere", "refused point.unknown"),
        ("same", "bottleneck", "refused match.own"),
    ],
)
def test_match_when_confirmed_for_two_points_then(
    meeting: Meeting, factor: str, need: str, outcome: str
) -> None:
    same = meeting.room.do(meeting.cast.chris, "point.add", sort="factor", text="Ook wij")
    ids = {"factor": meeting.factor, "bottleneck": meeting.bottleneck, "same": same}
    said = {"factor": ids[factor], "need": ids.get(need, need)}
    assert meeting.room.would(FACILITATOR, "match.set", **said) == outcome


def test_match_when_undone_or_its_factor_goes_then_helps_no_more(meeting: Meeting) -> None:
    room = meeting.room

    def helpers() -> list[str]:
        (need,) = room.picture("introductions")["needs"]
        return need["helpers"]

    said = {"factor": meeting.factor, "need": meeting.bottleneck}
    room.lead("match.set", **said)
    assert helpers() == [meeting.hof]
    room.lead("undo")
    assert helpers() == []
    room.lead("match.set", **said)
    room.lead("match.set", on=False, **said)
    room.do(meeting.cast.bram, "point.withdraw", point=meeting.factor)
    room.lead("undo")  # what fitted is no more
    assert helpers() == []


# Meeting each other


def asked(meeting: Meeting) -> dict[str, str]:
    offering(meeting)
    return {"need": meeting.bottleneck, "offer": meeting.hof}


def who_met(meeting: Meeting, who: str) -> list[str]:
    mine = meeting.room.own(getattr(meeting.cast, who)).get("wishes", {})
    return [met["name"] for wish in mine.values() for met in wish["met"]]


def test_wish_when_both_sides_asked_then_they_see_each_other_until_one_takes_it_back(
    meeting: Meeting,
) -> None:
    room, about = meeting.room, asked(meeting)
    room.do(meeting.cast.anna, "wish.give", **about, **ANNA)
    assert (who_met(meeting, "anna"), who_met(meeting, "chris")) == ([], [])
    room.do(meeting.cast.chris, "wish.give", **about, **CHRIS)
    assert who_met(meeting, "anna") == ["Chris de Wit"]
    assert who_met(meeting, "chris") == ["Anna Bakker"]
    assert room.picture("introductions")["introduced"] == 1
    assert who_met(meeting, "bram") == []

    room.do(meeting.cast.anna, "wish.give", **about, **ANNA | {"name": "Anna B"})
    assert who_met(meeting, "chris") == ["Anna B"]

    room.lead("workshop.end")
    room.do(meeting.cast.anna, "wish.withdraw", **about)
    assert (who_met(meeting, "anna"), who_met(meeting, "chris")) == ([], [])
    assert room.people[meeting.cast.anna.id].introduced is None
    assert room.people[meeting.cast.chris.id].introduced is not None
    assert room.picture("introductions")["introduced"] == 0


def test_wish_when_two_of_one_side_ask_then_they_do_not_meet(meeting: Meeting) -> None:
    about = asked(meeting)
    for who in ("anna", "bram"):
        meeting.room.do(getattr(meeting.cast, who), "wish.give", **about, **ANNA)
        assert who_met(meeting, who) == []


def test_wish_when_the_need_goes_then_so_do_the_details(meeting: Meeting) -> None:
    room, about = meeting.room, asked(meeting)
    room.do(meeting.cast.anna, "wish.give", **about, **ANNA)
    room.do(meeting.cast.chris, "wish.give", **about, **CHRIS)
    room.do(meeting.cast.chris, "point.withdraw", point=meeting.bottleneck)
    for who in (meeting.cast.anna, meeting.cast.chris):
        assert "wishes" not in room.own(who)
        assert room.people[who.id].introduced is None


@pytest.mark.parametrize(
    ("who", "said", "outcome"),
    [
        ("anna", {}, "wish.given"),
        ("chris", {}, "wish.given"),
        ("dilan", {}, "refused wish.other_initiative"),
        ("anna", {"consent": False}, "refused contact.consent_missing"),
        ("anna", {"email": ""}, "refused contact.missing"),
        ("anna", {"name": ""}, "refused contact.missing"),
        ("anna", {"name": "", "email": ""}, "refused contact.missing"),
        ("anna", {"email": "geen adres"}, "refused contact.malformed"),
        ("anna", {"offer": "i-nobody"}, "refused wish.no_match"),
        ("anna", {"need": "nowhere"}, "refused wish.no_match"),
    ],
)
def test_wish_when_somebody_says_so_then(
    meeting: Meeting, who: str, said: dict[str, Any], outcome: str
) -> None:
    data = asked(meeting) | ANNA | said
    actor = getattr(meeting.cast, who, None) or meeting.room.join("Dilan", "Elders")
    assert meeting.room.would(actor, "wish.give", **data) == outcome


def test_wish_when_given_again_without_details_then_those_known_are_kept(meeting: Meeting) -> None:
    about = asked(meeting)
    meeting.room.do(meeting.cast.anna, "wish.give", **about, **ANNA)
    assert meeting.room.would(meeting.cast.anna, "wish.give", **about) == "nothing"
    other = meeting.room.do(meeting.cast.chris, "point.add", sort="bottleneck", text="Geen tijd")
    meeting.room.do(meeting.cast.anna, "tap.set", point=other, sort="help", on=True)
    second = {"need": other, "offer": meeting.hof}
    assert meeting.room.would(meeting.cast.anna, "wish.give", **second) == "wish.given"


def test_wish_when_it_is_in_the_log_then_no_name_or_address_is(meeting: Meeting) -> None:
    about = asked(meeting)
    meeting.room.do(meeting.cast.anna, "wish.give", **about, **ANNA)
    meeting.room.do(meeting.cast.chris, "wish.give", **about, **CHRIS)
    told = msgspec.json.encode([meeting.room.sees(audience) for audience in EVERYBODY])
    written = msgspec.json.encode([entry.change for entry in meeting.room.log])
    for marker in (b"anna@hof.example", b"Chris de Wit", b"06 12345678"):
        assert marker not in told + written
    assert b'"wishes"' not in told


def test_wish_when_its_pair_left_the_map_then_stays_until_it_is_taken_back(
    meeting: Meeting,
) -> None:
    room, cast = meeting.room, meeting.cast
    wish = wishing(meeting)
    room.do(cast.bram, "tap.set", point=meeting.bottleneck, sort="help", on=False)
    assert [it.participant for it in room.board.all(Wish).values()] == [cast.anna.id]
    room.do(cast.anna, "wish.give", **wish, **ANNA | {"email": "nieuw@hof.example"})
    introduced = room.people[cast.anna.id].introduced
    assert introduced is not None
    assert introduced.email == "nieuw@hof.example"
    room.do(cast.anna, "wish.withdraw", **wish)
    assert not room.board.all(Wish)
