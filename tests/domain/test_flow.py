"""Driving the rounds: who may, their time, one at a time, and what the room looks at."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, MINUTE, ORGANISER, SECOND, START

DRIVING: dict[str, dict[str, Any]] = {
    "round.open": {},
    "round.pause": {},
    "round.close": {},
    "round.extend": {},
    "round.reveal": {},
    "round.focus": {"focus": ""},
    "round.back": {},
}


@pytest.mark.parametrize("kind", sorted(DRIVING))
def test_driving_when_a_participant_tries_then_is_refused(cast: Cast, kind: str) -> None:
    room, data = cast.room, DRIVING[kind]
    room.open("introductions")
    room.open("ideas")
    assert room.would(cast.anna, kind, **data) == "refused command.not_allowed"
    assert not room.would(FACILITATOR, kind, **data).startswith("refused")
    assert not room.would(ORGANISER, kind, **data).startswith("refused")


@pytest.mark.parametrize("kind", sorted(set(DRIVING) - {"round.back"}))
def test_driving_when_there_is_no_such_round_then_is_refused(cast: Cast, kind: str) -> None:
    cast.room.open("ideas")
    refused = cast.room.would(FACILITATOR, kind, **DRIVING[kind], round="r99")
    assert refused == "refused round.unknown"
    assert not cast.room.would(FACILITATOR, kind, **DRIVING[kind]).startswith("refused")


@pytest.mark.parametrize(
    ("status", "kind", "outcome"),
    [
        ("planned", "round.open", "round.opened"),
        ("planned", "round.pause", "refused round.not_open"),
        ("planned", "round.close", "refused round.not_open"),
        ("planned", "round.extend", "refused round.not_open"),
        ("planned", "round.reveal", "refused round.not_open"),
        ("planned", "round.focus", "refused round.not_open"),
        ("open", "round.open", "nothing"),
        ("open", "round.pause", "round.paused"),
        ("open", "round.close", "round.closed"),
        ("open", "round.extend", "round.extended"),
        ("open", "round.reveal", "round.revealed"),
        ("open", "round.focus", "round.focused"),
        ("paused", "round.open", "round.opened"),
        ("paused", "round.pause", "nothing"),
        ("paused", "round.close", "round.closed"),
        ("paused", "round.extend", "round.extended"),
        ("paused", "round.reveal", "round.revealed"),
        ("paused", "round.focus", "round.focused"),
        ("closed", "round.open", "round.opened"),
        ("closed", "round.pause", "refused round.closed"),
        ("closed", "round.close", "nothing"),
        ("closed", "round.extend", "refused round.closed"),
        ("closed", "round.reveal", "round.revealed"),
        ("closed", "round.focus", "round.focused"),
    ],
)
def test_driving_when_the_round_is_so_then(
    cast: Cast, status: str, kind: str, outcome: str
) -> None:
    room = cast.room
    round = room.id("ideas")
    steps = {"planned": [], "open": ["open"], "paused": ["open", "pause"],
             "closed": ["open", "close"]}[status]  # fmt: skip
    for step in steps:
        room.do(FACILITATOR, f"round.{step}", round=round)
    data = {"focus": "x"} if kind == "round.focus" else {}
    assert room.would(FACILITATOR, kind, round=round, **data) == outcome


# Time


def test_open_when_planned_then_runs_its_minutes(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    ideas = room.round("ideas")
    assert (ideas.opened_at, ideas.ends_at) == (START, START + ideas.minutes * MINUTE)


def test_pause_when_time_is_left_then_going_on_gives_it_back(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.wait(4 * MINUTE)
    room.do(FACILITATOR, "round.pause")
    assert (room.round("ideas").ends_at, room.round("ideas").left) == (0, 6 * MINUTE)
    room.wait(30 * MINUTE)
    room.open("ideas")
    assert (room.round("ideas").ends_at, room.round("ideas").left) == (room.now + 6 * MINUTE, 0)


def test_reopen_when_time_was_up_then_gets_two_minutes(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.wait(20 * MINUTE)
    room.close()
    room.open("ideas")
    assert room.round("ideas").ends_at == room.now + 2 * MINUTE
    assert room.round("ideas").opened_at == START


@pytest.mark.parametrize(
    ("waited", "minutes", "left"), [(4, 2, 8), (4, -2, 4), (4, -60, 0), (15, 3, 3), (15, -3, 0)]
)
def test_extend_when_running_then_counts_from_the_end_or_from_now(
    cast: Cast, waited: int, minutes: int, left: int
) -> None:
    room = cast.room
    room.open("ideas")
    room.wait(waited * MINUTE)
    room.do(FACILITATOR, "round.extend", minutes=minutes)
    assert room.round("ideas").ends_at == room.now + left * MINUTE


@pytest.mark.parametrize(("minutes", "left"), [(2, 8), (-2, 4), (-30, 0)])
def test_extend_when_paused_then_changes_what_is_left(cast: Cast, minutes: int, left: int) -> None:
    room = cast.room
    room.open("ideas")
    room.wait(4 * MINUTE)
    room.do(FACILITATOR, "round.pause")
    room.do(FACILITATOR, "round.extend", minutes=minutes)
    assert room.round("ideas").left == left * MINUTE


@pytest.mark.parametrize("minutes", [61, -61, 1.5, "1"])
def test_extend_when_it_is_no_number_of_minutes_then_is_malformed(cast: Cast, minutes: Any) -> None:
    cast.room.open("ideas")
    refused = cast.room.would(FACILITATOR, "round.extend", minutes=minutes)
    assert refused == "refused command.malformed"
    assert cast.room.would(FACILITATOR, "round.extend", minutes=60) == "round.extended"


# One round at a time


def test_open_when_another_runs_then_that_one_closes(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.wait(4 * MINUTE)
    room.open("clustering")
    assert room.board.workshop.current == room.id("clustering")
    assert (room.round("ideas").status, room.round("ideas").left) == ("closed", 6 * MINUTE)
    assert [r.kind for r in room.board.rounds if r.status in ("open", "paused")] == ["clustering"]


def test_back_when_there_was_a_round_before_then_reopens_it(cast: Cast) -> None:
    room = cast.room
    room.open("introductions")
    room.open("clustering")
    room.do(FACILITATOR, "round.back")
    assert room.board.workshop.current == room.id("introductions")
    assert room.round("clustering").status == "closed"
    assert room.round("ideas").status == "planned"


def test_back_when_it_is_the_first_then_is_refused(cast: Cast) -> None:
    room = cast.room
    assert room.would(FACILITATOR, "round.back") == "refused round.first"
    room.open("introductions")
    assert room.would(FACILITATOR, "round.back") == "refused round.first"
    room.open("ideas")
    assert room.would(FACILITATOR, "round.back") == "round.opened"


# Focus


def test_focus_when_the_round_goes_to_its_next_phase_then_its_speaking_time_is_over(
    cast: Cast,
) -> None:
    room = cast.room
    room.open("introductions")
    room.do(FACILITATOR, "round.focus", focus="initiative-1", seconds=90)
    room.do(FACILITATOR, "round.reveal")
    assert room.round("introductions").focus_ends_at == 0


def test_focus_when_given_seconds_then_has_its_own_time(cast: Cast) -> None:
    room = cast.room
    room.open("introductions")
    room.do(FACILITATOR, "round.focus", focus="initiative-1", seconds=90)
    round = room.round("introductions")
    assert (round.focus, round.focus_ends_at) == ("initiative-1", room.now + 90 * SECOND)
    room.do(FACILITATOR, "round.focus", focus="", seconds=90)
    assert (room.round("introductions").focus, room.round("introductions").focus_ends_at) == ("", 0)


def test_focus_when_the_round_closes_then_is_gone(cast: Cast) -> None:
    room = cast.room
    room.open("introductions")
    room.do(FACILITATOR, "round.focus", focus="initiative-1", seconds=90)
    room.close()
    assert (room.round("introductions").focus, room.round("introductions").focus_ends_at) == ("", 0)


def test_focus_when_it_cannot_be_stored_then_is_cleaned(cast: Cast) -> None:
    room = cast.room
    room.open("introductions")
    room.do(FACILITATOR, "round.focus", focus="a\ud800\x00b" + "c" * 200)
    assert room.round("introductions").focus == "ab" + "c" * 78


def test_focus_when_it_is_the_same_then_nothing_happens(cast: Cast) -> None:
    room = cast.room
    room.open("introductions")
    assert room.would(FACILITATOR, "round.focus", focus="") == "nothing"
    assert room.would(FACILITATOR, "round.focus", focus="a") == "round.focused"
