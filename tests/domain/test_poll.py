"""Proeven with the poll: everyone answers every theme; the verdict is the measure of support."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain import support
from brouwerij.domain.polls import ANSWERS
from tests.domain.conftest import Cast
from tests.domain.doors import (
    DISGUISED,
    TOO_LONG,
    Asked,
    commands_of,
    heard_from,
    heard_when,
    planned_too,
    undone,
)
from tests.domain.polling import Polling, polling
from tests.support.room import PROJECTOR, phones


@pytest.fixture
def poll() -> Polling:
    return polling()


GIVE = Asked("poll.answered", lambda p: {"theme": p.cash, "answer": "support"}, "participants")


def cast_of(poll: Polling) -> Cast:
    return Cast(poll.room, *poll.people[:3])


def test_commands_of_this_round_are_all_asked_here() -> None:
    # hands: test_guests.py; showing the results step by step: test_unveiling.py
    assert commands_of("poll") == {"poll.answer", "poll.raise", "poll.unveil"}


def test_answer_when_each_role_asks_then_only_who_votes_is_heard(poll: Polling) -> None:
    assert heard_from(cast_of(poll), "poll.answer", GIVE.data(poll)) == GIVE.by_role()


def test_answer_when_the_round_is_so_then_is_heard_or_not(poll: Polling) -> None:
    assert heard_when(cast_of(poll), "poll.answer", GIVE.data(poll)) == GIVE.by_status()


def test_undo_when_an_answer_was_given_then_knows_nothing_of_it(poll: Polling) -> None:
    assert not undone(cast_of(poll), "poll.answer", GIVE, GIVE.data(poll))


# Answering


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        ({"answer": "support"}, "poll.answered"),
        ({"answer": "live_with"}, "poll.answered"),
        ({"answer": "object", "reason": "Te duur"}, "poll.answered"),
        ({"answer": "object", "reason": "i" * 280}, "poll.answered"),
        ({"answer": "object"}, "refused poll.reason_missing"),
        ({"answer": "object", "reason": " \x00\u200b"}, "refused poll.reason_missing"),
        ({"answer": "object", "reason": "i" * 281}, TOO_LONG),
        ({"answer": "support", "reason": "i" * 281}, "poll.answered"),
        ({"answer": ""}, "poll.answered"),
        ({"answer": "maybe"}, "refused command.malformed"),
        ({}, "refused command.malformed"),
        ({"answer": "support", "theme": "nothing-here"}, "refused theme.unknown"),
    ],
)
def test_answer_when_it_is_so_then(poll: Polling, data: dict[str, Any], outcome: str) -> None:
    asked = {"theme": poll.cash} | data
    assert poll.room.would(poll.anna, "poll.answer", **asked) == outcome


def test_answer_when_changed_then_only_the_last_one_stands(poll: Polling) -> None:
    poll.say(poll.anna, poll.cash, "object", reason=DISGUISED)
    assert [(b["answer"], b["reason"]) for b in poll.own(poll.anna)] == [("object", "de kas")]
    poll.say(poll.anna, poll.cash, "support", reason="Te duur")
    assert [(b["answer"], b.get("reason")) for b in poll.own(poll.anna)] == [("support", None)]
    again = {"theme": poll.cash, "answer": "support"}
    assert poll.room.would(poll.anna, "poll.answer", **again) == "nothing"
    poll.say(poll.anna, poll.cash, "")
    poll.room.results()
    result = poll.result(poll.cash)
    assert (result["support"], result["object"], result["reasons"]) == (0, 0, [])
    assert poll.room.picture("poll")["turnout"]["voted"] == 0


def test_answer_when_the_theme_went_up_in_another_then_is_for_the_survivor(poll: Polling) -> None:
    poll.say(poll.anna, poll.merged, "support")
    assert [ballot["theme"] for ballot in poll.own(poll.anna)] == [poll.cash]


def test_answer_when_the_theme_came_after_the_opening_then_is_not_listed(poll: Polling) -> None:
    (late,) = poll.room.themes("Later")
    poll.room.open("poll")
    asked = {"theme": late, "answer": "support"}
    assert poll.room.would(poll.anna, "poll.answer", **asked) == "refused poll.theme_not_listed"
    assert [poll.cash, poll.film] == poll.room.sees(phones())["polls"]["r2"]["themes"]


def test_answer_when_there_are_two_polls_then_each_has_its_own(poll: Polling) -> None:
    poll.say(poll.anna, poll.cash, "support")
    second = planned_too(poll.room, "poll")
    poll.room.lead("round.open", round=second)
    poll.say(poll.anna, poll.cash, "object")
    given = {ballot["round"]: ballot["answer"] for ballot in poll.own(poll.anna)}
    assert given == {"r2": "support", second: "object"}


def test_energy_when_given_then_counts_apart_from_the_answer(poll: Polling) -> None:
    poll.say(poll.people[0], poll.cash, "object", energy=True)
    poll.say(poll.people[1], poll.cash, "", energy=True)
    poll.say(poll.people[2], poll.cash, "support")
    assert poll.room.picture("poll")["turnout"]["voted"] == 3
    poll.room.results()
    result = poll.result(poll.cash)
    assert [result[k] for k in ("energy", "support", "object", "live_with")] == [2, 1, 1, 0]


# The verdict


@pytest.mark.parametrize(
    ("answers", "energetic", "verdict", "carried", "vanguard"),
    [
        ("ssslsll", 0, "broad", True, False),
        ("sssslsl", 7, "everyone", True, False),
        ("sssso-s", 7, "divided", False, True),
        ("llslsll", 1, "narrow", False, False),
        ("llslsll", 2, "narrow", False, True),
        ("ssss---", 2, "low_turnout", False, True),
        ("sllslsl", 0, "partly", False, False),
    ],
)
def test_verdict_when_people_answer_so_then(
    answers: str, energetic: int, verdict: str, carried: bool, vanguard: bool
) -> None:
    poll = polling()
    words = {"s": "support", "l": "live_with", "o": "object", "-": ""}
    for n, (who, letter) in enumerate(zip(poll.people, answers, strict=True)):
        if letter != "-" or n < energetic:
            poll.say(who, poll.cash, words[letter], energy=n < energetic)
    poll.room.results()
    result = poll.result(poll.cash)
    found = (result["verdict"], result["carried"], result["vanguard"])
    assert found == (verdict, carried, vanguard)


given_answer = st.tuples(st.sampled_from(["", "support", "live_with", "object"]), st.booleans())


@settings(max_examples=50, deadline=None)
@given(st.lists(given_answer, min_size=7, max_size=7))
def test_result_when_people_answered_in_any_way_then_is_the_measure(
    said: list[tuple[str, bool]],
) -> None:
    poll = polling()
    for who, (answer, energy) in zip(poll.people, said, strict=True):
        poll.say(who, poll.film, answer, energy=energy)
    poll.room.results()
    result = poll.result(poll.film)
    hof, nest = poll.room.board.initiatives
    home = {who.id: hof if n < 4 else nest for n, who in enumerate(poll.people)}
    voices = dict(zip(home, said, strict=True))
    found = support.measure(
        {who: ANSWERS[answer] for who, (answer, _) in voices.items() if answer},
        home,
        support.Rule(),
        energy=[who for who, (_, energy) in voices.items() if energy],
    )
    for field in ("support", "live_with", "object", "energy", "turnout", "breadth", "tolerance",
                  "weakest", "bridge"):  # fmt: skip
        assert result[field] == getattr(found, field)
    assert (result["verdict"], result["people"]) == (found.verdict.value, 7)
    assert (result["carried"], result["vanguard"]) == (
        found.verdict.carried, support.is_vanguard(found),
    )  # fmt: skip
    assert result["segments"] == {
        name: msgspec.to_builtins(segment) for name, segment in found.segments.items()
    }


def test_rule_when_the_plan_is_edited_after_opening_then_stays_as_it_was() -> None:
    poll = polling(turnout="1/7")
    room = poll.room
    poll.say(poll.anna, poll.cash, "support")
    rounds = [{"kind": r.kind, "id": r.id, "settings": {}} for r in room.board.rounds]
    room.lead("plan.set", rounds=[rounds[0], rounds[1] | {"minutes": 99}])
    room.results()
    assert room.sees(PROJECTOR)["polls"]["r2"]["rule"]["turnout"] == "1/7"
    assert poll.result(poll.cash)["verdict"] == "narrow"
    strict = polling()
    strict.say(strict.anna, strict.cash, "support")
    strict.room.results()
    assert strict.result(strict.cash)["verdict"] == "low_turnout"


@pytest.mark.parametrize(
    ("cash", "film", "order"),
    [
        ("sssssss", "sssslsl", ["cash", "film"]),
        ("llslsll", "sllslsl", ["film", "cash"]),
        ("sllslsl", "sllsosl", ["cash", "film"]),
        ("ssss---", "llslsll", ["film", "cash"]),
    ],
)
def test_themes_when_measured_then_come_most_carried_first(
    poll: Polling, cash: str, film: str, order: list[str]
) -> None:
    poll.say_all(poll.cash, cash)
    poll.say_all(poll.film, film)
    poll.room.results()
    results = poll.room.picture("poll")["results"]
    ranked = [(result["theme"], result["rank"]) for result in results]
    assert ranked == [(getattr(poll, order[0]), 1), (getattr(poll, order[1]), 2)]


def test_themes_when_equally_carried_then_are_tied(poll: Polling) -> None:
    poll.say_all(poll.cash, "ssllsll")
    poll.say_all(poll.film, "llsslls")
    poll.room.results()
    results = poll.room.picture("poll")["results"]
    assert [result["rank"] for result in results] == [1, 1]
