"""Proeven with the poll: what is told of it when, and of whom."""

from __future__ import annotations

import msgspec
import pytest

from brouwerij.domain.board import Change
from brouwerij.domain.entities import Initiative
from tests.domain.polling import Polling, polling
from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)


@pytest.fixture
def poll() -> Polling:
    return polling()


def told(room: Room) -> list[str]:
    """All that each audience sees now, as it travels."""
    return [
        msgspec.json.encode(room.sees(audience), order="sorted").decode() for audience in EVERYBODY
    ]


def test_views_when_people_answer_otherwise_then_are_the_same_until_results_are_opened() -> None:
    """Two rooms in which the same people answer, otherwise."""
    one, other = polling(), polling()
    for poll, cash, film in ((one, "sssllo-", "ooosss-"), (other, "lloosss", "-------")):
        poll.say_all(poll.cash, cash)
        poll.say_all(poll.film, film)
    one.say(one.people[6], one.film, "object", reason="Geplant bezwaar", energy=True)
    for step in ("round.pause", "round.close"):
        for poll in (one, other):
            poll.room.lead(step)
        assert told(one.room) == told(other.room)
        assert not any("Geplant" in seen or "poll_ballots" in seen for seen in told(one.room))
    for poll in (one, other):
        poll.room.reveal("results")
    assert all(a != b for a, b in zip(told(one.room), told(other.room), strict=True))
    assert all("Geplant bezwaar" in seen for seen in told(one.room))


def test_results_when_reopened_then_are_gone_until_opened_again(poll: Polling) -> None:
    room = poll.room
    poll.say_all(poll.cash, "sssllo-")
    room.results()
    shown = room.picture("poll")["results"]
    room.open("poll")
    assert all(room.picture("poll", audience)["results"] is None for audience in EVERYBODY)
    room.results()
    assert room.picture("poll")["results"] == shown


def test_results_when_the_last_phase_is_left_then_are_gone_too(poll: Polling) -> None:
    poll.room.results()
    assert poll.room.picture("poll")["results"]
    poll.room.reveal("voting")
    assert poll.room.picture("poll")["results"] is None


def test_ballots_when_seen_then_are_their_owners_only(poll: Polling) -> None:
    poll.say(poll.anna, poll.cash, "object", reason="Te duur")
    poll.room.results()
    assert [ballot["reason"] for ballot in poll.own(poll.anna)] == ["Te duur"]
    assert poll.own(poll.people[1]) == []
    assert not any("poll_ballots" in poll.room.sees(audience) for audience in EVERYBODY)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_reasons_when_shown_then_say_neither_whose_nor_when(
    poll: Polling, order: tuple[int, ...]
) -> None:
    reasons = ("Te duur", "Geen tijd", "Te duur")
    for n in order:
        poll.say(poll.people[n], poll.cash, "object", reason=reasons[n])
    poll.room.results()
    assert poll.result(poll.cash)["reasons"] == ["Geen tijd", "Te duur", "Te duur"]
    assert not any("person-" in repr(poll.room.picture("poll", audience)) for audience in EVERYBODY)


def test_segments_when_an_elector_goes_over_to_another_initiative_then_stay_as_they_came(
    poll: Polling,
) -> None:
    room = poll.room
    poll.say(poll.anna, poll.cash, "support")
    hof, nest = room.board.all(Initiative)
    anna = room.board.participants[poll.anna.id]
    moved = msgspec.structs.replace(anna, initiative=nest)
    room.put(Change("participant.joined", set=(moved,)))
    room.results()
    answered = {"size": 4, "support": 1, "live_with": 0, "object": 0}
    silent = {"size": 3, "support": 0, "live_with": 0, "object": 0}
    assert poll.result(poll.cash)["segments"] == {hof: answered, nest: silent}
    assert room.sees(PROJECTOR)["participants"][poll.anna.id]["initiative"] == nest


def test_segments_when_somebody_comes_in_late_then_count_from_then_on(poll: Polling) -> None:
    hans = poll.room.join("Hans", "Het Nest")
    poll.say(hans, poll.cash, "live_with")
    poll.room.results()
    result = poll.result(poll.cash)
    _, nest = poll.room.board.all(Initiative)
    four = {"size": 4, "support": 0, "live_with": 1, "object": 0}
    assert (result["people"], result["segments"][nest]) == (8, four)


def test_segments_when_initiatives_are_small_then_are_shown_together(poll: Polling) -> None:
    """With one person in it, an initiative's answer would be that person's."""
    hans, ines = poll.room.join("Hans", "Boswijk"), poll.room.join("Ines", "Zonnedak")
    poll.say(hans, poll.cash, "live_with")
    poll.say(ines, poll.cash, "support")
    poll.room.results()
    segments = poll.result(poll.cash)["segments"]
    assert segments[""] == {"size": 2, "support": 1, "live_with": 1, "object": 0}
    alone = {poll.room.board.participants[one.id].initiative for one in (hans, ines)}
    assert not alone & segments.keys()


def test_order_when_two_are_equally_carried_then_goes_by_who_had_a_dot_on_them() -> None:
    room = Room([{"kind": "clustering"}, {"kind": "dots"}, {"kind": "poll"}])
    anna, bram = room.join("Anna", "De Groene Hof"), room.join("Bram", "De Groene Hof")
    cash, film = room.themes("Kas", "Film")
    room.open("dots")
    for who in (anna, bram):
        room.do(who, "dots.set", theme=film, dots=1)
    room.do(anna, "dots.set", theme=cash, dots=1)
    room.results()
    room.open("poll")
    for theme in (cash, film):
        room.do(anna, "poll.answer", theme=theme, answer="support")
    room.results()
    ranked = [(r["theme"], r["rank"]) for r in room.picture("poll")["results"]]
    assert ranked == [(film, 1), (cash, 2)]
