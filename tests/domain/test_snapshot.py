"""A snapshot and what came since are the same board as the whole log, and go on as the same."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain import snapshot
from brouwerij.domain.board import Board, Entry, change_from_body, change_to_body, fold
from brouwerij.domain.commands import Actor, Command
from brouwerij.domain.engine import decide
from brouwerij.domain.entities import Theme
from tests.domain.afternoon import Afternoon, going_on, whole
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, SYSTEM

NUMBERS = st.lists(st.integers(0, 2**16), min_size=48, max_size=80)
LATER = 1_485_100_000_000


def whole_of(board: Board) -> bytes:
    """All of a board, in its order, with what everybody owns and may undo."""
    return msgspec.json.encode(
        {
            "seq": board.seq,
            "stands": {name: list(held.items()) for name, held in board.collections.items()},
            "owned": {who: sorted(refs) for who, refs in sorted(board.owned.items()) if refs},
            "steps": {who: list(steps) for who, steps in sorted(board.steps.items()) if steps},
        }
    )


def stored(afternoon: Afternoon) -> list[Entry]:
    """The log as it comes back from where it was stored."""
    return [
        msgspec.structs.replace(entry, change=change_from_body(entry.change.kind, body))
        for entry in afternoon.room.log
        for body in [msgspec.json.decode(msgspec.json.encode(change_to_body(entry.change)))]
    ]


def kept(board: Board) -> Board:
    """A board as it comes back from a snapshot."""
    return snapshot.decode(snapshot.encode(snapshot.still(board)))


def undone_by_everybody(board: Board) -> list[tuple[str, bytes]]:
    """What undo comes to for everybody who did something, for each of their commands."""
    return [
        (who, msgspec.json.encode(decide(board, asked, actor_of(who), LATER)))
        for who, steps in sorted(board.steps.items())
        for asked in [Command("c-undo", "undo", {"command": s.command}) for s in steps]
    ]


def actor_of(key: str) -> Actor:
    return {actor.key: actor for actor in (FACILITATOR, SYSTEM)}.get(key, Actor("participant", key))


@settings(max_examples=30, deadline=None)
@given(NUMBERS, st.data())
def test_board_when_kept_at_any_moment_then_goes_on_as_the_folded_one(
    numbers: list[int], data: st.DataObject
) -> None:
    *_, afternoon = going_on(numbers)
    log = stored(afternoon)
    at = data.draw(st.integers(0, len(log)))
    folded = fold(log)
    again = fold(log[at:], kept(fold(log[:at])))
    assert whole_of(again) == whole_of(folded)
    assert undone_by_everybody(again) == undone_by_everybody(folded)


def test_board_of_a_whole_afternoon_when_kept_after_every_change_then_is_the_same() -> None:
    log = stored(whole(7, 400))
    board = Board()
    again = Board()
    for entry in log:
        board.absorb(entry)
        again = kept(again)
        again.absorb(entry)
        assert whole_of(again) == whole_of(board)
    answers = undone_by_everybody(again)
    assert answers == undone_by_everybody(board)
    can = [b'"undone"' in answer for _, answer in answers]
    assert any(can), "the control: some can be undone"
    assert not all(can), "and some cannot"


def test_live_board_when_kept_then_has_all_that_it_had() -> None:
    board = whole(7, 400).room.board
    assert whole_of(kept(board)) == whole_of(board)


def test_still_when_the_board_goes_on_then_stays_as_it_was(cast: Cast) -> None:
    (theme,) = cast.room.themes("Een kas")
    still, before = snapshot.still(cast.room.board), whole_of(cast.room.board)
    cast.room.lead("undo")
    cast.room.themes("Een film")
    cast.room.join("Dirk", "Het Nest")
    assert cast.room.board.get(Theme, theme) is None
    assert whole_of(snapshot.decode(snapshot.encode(still))) == before


def test_board_as_it_is_when_the_board_goes_on_then_stays_as_it_was(cast: Cast) -> None:
    cast.room.themes("Een kas")
    board = cast.room.board
    still, stood = board.as_it_is(), whole_of(board)
    before = whole_of(still)
    assert msgspec.json.decode(before) == msgspec.json.decode(stood) | {"steps": {}}
    cast.room.themes("Een film")
    cast.room.join("Dirk", "Het Nest")
    assert whole_of(still) == before
    assert whole_of(board) != stood


def test_kept_board_then_shares_what_it_holds_twice(cast: Cast) -> None:
    """What stands on the board and in somebody's steps is one entity, as after folding."""
    (theme,) = cast.room.themes("Een kas")
    board = kept(cast.room.board)
    assert board.steps[FACILITATOR.key][-1].after[0][1] is board.all(Theme)[theme]


@pytest.mark.parametrize("body", [b"", b"{}", b"[1,0,[],{}", b'[1,0,[["nothing","x",null]],{}]'])
def test_decode_when_it_is_no_snapshot_then_says_so(body: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        snapshot.decode(body)
