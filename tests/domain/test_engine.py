"""The engine as a whole: it answers whatever is asked, and the log tells all that happened."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.board import Board, Change, Entry, change_from_body, change_to_body, fold
from brouwerij.domain.commands import COMMANDS, Actor, Command, replace
from brouwerij.domain.electorate import Elector
from brouwerij.domain.engine import decide
from brouwerij.domain.entities import Idea, Theme
from brouwerij.domain.polls import PollBallot
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds.voting.dots import DotBallot
from tests.domain.afternoon import NEVER, Afternoon, going_on, whole
from tests.support.room import FACILITATOR, ORGANISER, STRANGER, SYSTEM, Room

NUMBERS = st.lists(st.integers(0, 2**16), min_size=48, max_size=80)


def canonical(board: Board) -> bytes:
    """All that is on a board, in the order in which it came, as it would be stored."""
    state = {name: list(entities.values()) for name, entities in board.collections.items()}
    return msgspec.json.encode(state)


def read_again(entry: Entry) -> Entry:
    """An entry as it comes back from where it was stored."""
    stored = msgspec.json.encode(change_to_body(entry.change))
    change = change_from_body(entry.change.kind, msgspec.json.decode(stored))
    return msgspec.structs.replace(entry, change=change)


@settings(max_examples=30, deadline=None)
@given(NUMBERS)
def test_log_when_stored_and_read_again_then_tells_the_same_board(numbers: list[int]) -> None:
    *_, afternoon = going_on(numbers)
    board, log = afternoon.room.board, afternoon.room.log
    again = fold(read_again(entry) for entry in log)
    assert canonical(again) == canonical(fold(log)) == canonical(board)
    assert again.seq == board.seq == len(log)
    assert {who: refs for who, refs in again.owned.items() if refs} == {
        who: refs for who, refs in board.owned.items() if refs
    }
    assert {who: [s.seq for s in steps] for who, steps in again.steps.items()} == {
        who: [s.seq for s in steps] for who, steps in board.steps.items()
    }


@settings(max_examples=30, deadline=None)
@given(NUMBERS)
def test_change_when_stored_and_read_again_then_is_the_same(numbers: list[int]) -> None:
    *_, afternoon = going_on(numbers)
    for entry in afternoon.room.log:
        change, again = entry.change, read_again(entry).change
        assert sorted(again.set, key=lambda e: e.ref) == sorted(change.set, key=lambda e: e.ref)
        assert sorted(again.drop) == sorted(change.drop)
        assert (again.kind, again.undoable, again.undoes) == (
            change.kind, change.undoable, change.undoes,
        )  # fmt: skip
        assert len({entity.ref for entity in change.set} | set(change.drop)) == len(
            change.set
        ) + len(change.drop)


@settings(max_examples=30, deadline=None)
@given(NUMBERS)
def test_board_when_anything_happened_then_nothing_on_it_hangs_in_the_air(
    numbers: list[int],
) -> None:
    for afternoon in going_on(numbers):
        board = afternoon.room.board
        themes, ideas = board.all(Theme), board.all(Idea)
        for idea in ideas.values():
            assert not idea.theme or not themes[idea.theme].merged_into
            assert not idea.same_as or not ideas[idea.same_as].same_as
        assert all(not t.merged_into or t.merged_into in themes for t in themes.values())
        votes = [*board.all(DotBallot).values(), *board.all(PollBallot).values()]
        assert all(f"{vote.round}:{vote.participant}" in board.all(Elector) for vote in votes)


# Whatever is asked


def busy(seed: int) -> Afternoon:
    """An afternoon at its end, with every round open at once; asking changes nothing of it."""
    afternoon = whole(seed, 400)
    rounds = afternoon.room.board.rounds
    afternoon.room.put(Change("x", set=tuple(replace(r, status="open") for r in rounds)))
    return afternoon


BUSY = [busy(seed) for seed in range(12)]
"""Afternoons of which each has what another may lack, such as tables or a working group."""
TOO_LATE = {"theme.merge", "theme.split", "theme.drop", "plan.minutes"}
"""Refused whatever one says, for people voted on the themes and every round was opened."""
TOO_EARLY = {"poll.unveil"}
"""Refused while the round is open, as all are here."""
ELSEWHERE = {"workshop.restore"}
"""Given with what a report tells, which no words of an afternoon come near."""
IDS = sorted({id for it in BUSY for held in it.room.board.collections.values() for id in held})
ACTORS = (STRANGER, FACILITATOR, ORGANISER, SYSTEM)
words = st.text(max_size=5) | st.sampled_from(
    ["\ud800", "\x00", "a" * 2000, "this", "1/0", "0/1", "٣/5", *IDS]
)
scalar = (
    st.none()
    | st.booleans()
    | st.integers(-3, 60)
    | st.sampled_from([2**63, -(2**70), 10**30])
    | st.floats()
    | words
)
anything = st.recursive(
    scalar,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Afternoon, Actor, str, dict[str, Any]]:
    """A command such as people give, in which up to two fields can be anything."""
    afternoon = draw(st.sampled_from(BUSY))
    kind, random = draw(st.sampled_from(sorted(COMMANDS))), Random(draw(st.integers(0, 2**16)))
    fields = COMMANDS[kind].data.__struct_fields__
    actor, data = afternoon.actor(kind, random), afternoon.data(kind, random)
    for _ in range(draw(st.sampled_from([0, 1, 1, 1, 2])) if fields else 0):
        data[draw(st.sampled_from(fields))] = draw(words | anything)
    if draw(st.integers(0, 9)) == 9:
        data[draw(st.text(max_size=4))] = draw(anything)
    return afternoon, draw(st.sampled_from([actor] * 8 + [*ACTORS])), kind, data


@settings(max_examples=800, deadline=None)
@given(asked())
def test_decide_when_asked_anything_then_answers_and_changes_nothing_itself(
    command: tuple[Afternoon, Actor, str, dict[str, Any]],
) -> None:
    afternoon, actor, kind, data = command
    board = afternoon.room.board
    before = canonical(board)
    decision = decide(board, Command("command-fuzz", kind, data), actor, afternoon.room.now)
    assert canonical(board) == before
    if isinstance(decision, Refusal):
        msgspec.json.encode(decision)
    elif decision.change is not None and actor.role != "system":
        msgspec.json.encode(change_to_body(decision.change))


HALF = "\ud800"
"""Half a character, which JSON can carry and UTF-8 cannot."""


@pytest.mark.parametrize(
    ("kind", "data", "code"),
    [
        ("workshop.edit", {"title": "a", "question": "b", "language": HALF}, "command.malformed"),
        ("workshop.edit", {"title": "a", "question": "b", HALF: 1}, "command.malformed"),
        ("plan.set", {"rounds": [{"kind": HALF}]}, "plan.kind_unknown"),
        ("plan.set", {"rounds": [{"kind": "poll", HALF: 1}]}, "command.malformed"),
        (
            "plan.set",
            {"rounds": [{"kind": "poll", "settings": {"rule": {"turnout": HALF}}}]},
            "plan.settings_malformed",
        ),
        (
            "plan.set",
            {"rounds": [{"kind": "poll", "settings": {HALF: 1}}]},
            "plan.settings_malformed",
        ),
    ],
)
def test_decide_when_a_key_or_choice_is_half_a_character_then_is_refused(
    kind: str, data: dict[str, Any], code: str
) -> None:
    assert Room().would(FACILITATOR, kind, **data) == f"refused {code}"


@pytest.mark.parametrize("kind", sorted(COMMANDS.keys() - NEVER - TOO_LATE - TOO_EARLY - ELSEWHERE))
def test_decide_when_nothing_is_made_odd_then_most_kinds_come_to_something(kind: str) -> None:
    """The guard of the test above: what it starts from is heard at times."""
    for afternoon, number in product(BUSY, range(100)):
        random = Random(number)
        actor, data = afternoon.actor(kind, random), afternoon.data(kind, random)
        if not afternoon.room.would(actor, kind, **data).startswith("refused"):
            return
    raise AssertionError(f"{kind} is always refused")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60) | st.just("\ud800"), st.sampled_from(ACTORS))
def test_decide_when_there_is_no_such_kind_then_says_so(kind: str, actor: Actor) -> None:
    refusal = decide(
        BUSY[0].room.board, Command("command-fuzz", f"no.{kind}"), actor, BUSY[0].room.now
    )
    assert isinstance(refusal, Refusal)
    assert refusal.code == "command.unknown"
    msgspec.json.encode(refusal)
