"""Driving the rounds: open, pause, close, reveal, focus and back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, MINUTE, ORGANISER, PROJECTOR, SECOND, START, Room

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


# Phases


@pytest.mark.parametrize(
    ("silent", "at_table", "tables", "phases"),
    [
        (True, True, 3, ["alone", "table", "room"]),
        (True, True, 0, ["alone", "room"]),
        (True, False, 3, ["alone", "room"]),
        (False, True, 3, ["table", "room"]),
        (False, False, 0, ["room"]),
    ],
)
def test_phases_when_settings_differ_then_are_passed_in_order(
    silent: bool, at_table: bool, tables: int, phases: list[str]
) -> None:
    settings = {"silent": silent, "at_table": at_table}
    room = Room([{"kind": "ideas", "settings": settings}], tables=tables)
    room.open("ideas")
    assert room.sees(PROJECTOR)["rounds"]["r1"]["phases"] == phases
    passed = [room.round("ideas").phase]
    for _ in phases[1:]:
        room.reveal()
        passed.append(room.round("ideas").phase)
    assert passed == phases
    assert room.would(FACILITATOR, "round.reveal") == "refused round.last_phase"


def test_reveal_when_a_phase_is_named_then_goes_there_and_back(at_tables: Cast) -> None:
    room = at_tables.room
    room.open("ideas")
    room.reveal("room")
    assert room.round("ideas").phase == "room"
    assert room.would(FACILITATOR, "round.reveal", phase="room") == "nothing"
    assert room.would(FACILITATOR, "round.reveal", phase="roof") == "refused command.malformed"
    room.reveal("alone")
    assert room.round("ideas").phase == "alone"


def test_reveal_when_the_tables_went_away_then_goes_to_the_room(at_tables: Cast) -> None:
    room = at_tables.room
    room.open("ideas")
    room.reveal("table")
    room.do(FACILITATOR, "workshop.edit", title="Cooplink", question="Hoe?", tables=0)
    assert room.would(FACILITATOR, "round.reveal", phase="alone") == "round.revealed"
    room.reveal()
    assert room.round("ideas").phase == "room"


@pytest.mark.parametrize("kind", ["dots", "poll"])
def test_results_when_the_ballot_is_open_then_stay_closed(cast: Cast, kind: str) -> None:
    room = cast.room
    room.open(kind)
    assert room.would(FACILITATOR, "round.reveal") == "refused round.still_open"
    room.do(FACILITATOR, "round.pause")
    assert room.would(FACILITATOR, "round.reveal") == "refused round.still_open"
    room.close()
    assert room.would(FACILITATOR, "round.reveal") == "round.revealed"


@pytest.mark.parametrize("kind", ["dots", "poll"])
def test_reopen_when_results_were_shown_then_hides_them(cast: Cast, kind: str) -> None:
    room = cast.room
    room.open(kind)
    room.results()
    assert room.picture(kind)["results"] is not None
    room.open(kind)
    assert room.round(kind).phase == "voting"
    assert room.picture(kind)["results"] is None


def test_reopen_when_ideas_were_shown_then_they_stay_shown(cast: Cast) -> None:
    room = cast.room
    room.open("ideas")
    room.do(cast.anna, "idea.add", text="Fonds")
    room.reveal("room")
    room.close()
    room.open("ideas")
    assert room.ideas(PROJECTOR) == ["Fonds"]


# Focus


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


# A participant's command and the state of its round


COMMANDS_IN_ROUNDS: dict[str, tuple[str, dict[str, Any]]] = {
    "introduction.write": ("introductions", {"field": "who", "text": "Wij"}),
    "point.add": ("introductions", {"sort": "factor", "text": "Geld"}),
    "point.edit": ("introductions", {"point": "x", "text": "Geld"}),
    "point.withdraw": ("introductions", {"point": "x"}),
    "tap.set": ("introductions", {"point": "x", "sort": "recognise", "on": True}),
    "idea.edit": ("ideas", {"idea": "x", "text": "Geld"}),
    "idea.withdraw": ("ideas", {"idea": "x"}),
    "idea.place": ("clustering", {"idea": "x", "theme": ""}),
    "idea.same": ("clustering", {"idea": "x", "same_as": ""}),
    "theme.add": ("clustering", {"name": "Geld"}),
    "theme.rename": ("clustering", {"theme": "x", "name": "Geld"}),
    "theme.recolour": ("clustering", {"theme": "x", "colour": 1}),
    "theme.merge": ("clustering", {"theme": "x", "into": "y"}),
    "theme.split": ("clustering", {"theme": "x", "name": "Geld", "ideas": ["i"]}),
    "theme.drop": ("clustering", {"theme": "x"}),
    "dots.set": ("dots", {"theme": "x", "dots": 1}),
    "poll.answer": ("poll", {"theme": "x", "answer": "support"}),
    "card.take": ("elaboration", {"theme": "x"}),
    "card.hold": ("elaboration", {"card": "x", "field": "what"}),
    "card.write": ("elaboration", {"card": "x", "field": "what", "text": "Geld"}),
    "group.join": ("workgroups", {"group": "x", "role": "member"}),
    "group.leave": ("workgroups", {"group": "x"}),
    "group.plan": ("workgroups", {"group": "x", "first_step": "Bellen"}),
    "checkout.give": ("checkout", {"mark": 5}),
}
STATES = {
    "refused round.not_open": [],
    "refused round.paused": ["open", "pause"],
    "refused round.closed": ["open", "close"],
}


@pytest.mark.parametrize("kind", sorted(COMMANDS_IN_ROUNDS))
@pytest.mark.parametrize("refused", sorted(STATES))
def test_participant_when_the_round_is_not_open_then_is_refused(
    cast: Cast, kind: str, refused: str
) -> None:
    room = cast.room
    round_kind, data = COMMANDS_IN_ROUNDS[kind]
    round = room.id(round_kind)
    for step in STATES[refused]:
        room.do(FACILITATOR, f"round.{step}", round=round)
    assert room.would(cast.anna, kind, round=round, **data) == refused
    room.do(FACILITATOR, "round.open", round=round)
    assert not room.would(cast.anna, kind, round=round, **data).startswith("refused round.")


@pytest.mark.parametrize("kind", sorted(COMMANDS_IN_ROUNDS))
def test_round_command_when_the_round_is_of_another_kind_then_is_refused(
    cast: Cast, kind: str
) -> None:
    room = cast.room
    round_kind, data = COMMANDS_IN_ROUNDS[kind]
    other = "checkout" if round_kind != "checkout" else "ideas"
    room.open(other)
    assert room.would(cast.anna, kind, round=room.id(other), **data) == "refused round.unknown"
    room.open(round_kind)
    assert room.would(cast.anna, kind, **data) != "refused round.unknown"
