"""A snapshot: a whole board as bytes, so that a long log need not be folded from its beginning.

It holds nothing that the log does not tell: what stands on the board, in its order, and what each
actor may still undo.
"""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple, Union

import msgspec

from brouwerij.domain import engine as engine  # every collection has to be known below
from brouwerij.domain.board import UNDO_DEPTH, Board, Step
from brouwerij.domain.entities import COLLECTIONS, Entity, Ref

FOLD = 1
"""Goes up when the same log comes to fold into another board, or into other steps."""


class Still(NamedTuple):
    """A board as it was at one moment. What it holds never changes, whatever the board does."""

    seq: int
    entities: list[Entity]
    steps: dict[str, tuple[Step, ...]]


class _KeptStep(msgspec.Struct, array_like=True, gc=False):
    """A step; before, after: where in the list of states they are."""

    seq: int
    command: str
    kind: str
    round: str
    before: list[int]
    after: list[int]
    helped: bool = False


def _state(collection: str, entity: type[Entity]) -> type[msgspec.Struct]:
    """What stands at one place of a collection, None for nothing."""
    return msgspec.defstruct(
        f"State_{collection}",
        [("id", str), ("entity", entity | None)],
        namespace={"collection": collection},
        tag=collection,
        array_like=True,
        gc=False,
    )


_STATES = {collection: _state(collection, entity) for collection, entity in COLLECTIONS.items()}
_ANY_STATE: Any = Union[tuple(_STATES.values())]  # noqa: UP007
_KEPT: Any = tuple[
    int,  # seq
    int,  # how many of the states are what stands on the board; the others are in steps only
    list[_ANY_STATE],
    dict[str, list[_KeptStep]],
]
_decoder = msgspec.json.Decoder(_KEPT)


def _format() -> str:
    told = [FOLD, UNDO_DEPTH, msgspec.json.schema(_KEPT)]
    body = msgspec.json.encode(told, order="deterministic")
    return hashlib.blake2b(body, digest_size=16).hexdigest()


FORMAT = _format()
"""Which snapshots this program can read: it follows from the shapes of all entities."""


def still(board: Board) -> Still:
    """The board as it is now, to be encoded while it goes on."""
    return Still(
        board.seq,
        [entity for entities in board.collections.values() for entity in entities.values()],
        {actor: tuple(steps) for actor, steps in board.steps.items()},
    )


def encode(still: Still) -> bytes:
    """A board as JSON. What several steps touched, or still stands, is in it once."""
    places: dict[int | Ref, int] = {}
    states: list[tuple[str, str, Entity | None]] = []

    def place(state: tuple[Ref, Entity | None]) -> int:
        ref, entity = state
        at = places.setdefault(ref if entity is None else id(entity), len(states))
        if at == len(states):
            states.append((*ref, entity))
        return at

    for entity in still.entities:
        place((entity.ref, entity))

    def placed(step: Step) -> tuple[list[int], list[int]]:
        return [*map(place, step.before)], [*map(place, step.after)]

    steps = {
        actor: [(s.seq, s.command, s.kind, s.round, *placed(s), s.helped) for s in of_actor]
        for actor, of_actor in still.steps.items()
    }
    return msgspec.json.encode((still.seq, len(still.entities), states, steps))


def decode(body: bytes) -> Board:
    """The board of a snapshot. Raises msgspec.DecodeError when it is none of this format."""
    seq, standing, kept, steps = _decoder.decode(body)
    states = [((state.collection, state.id), state.entity) for state in kept]
    board = Board()
    board.seq = seq
    board.put(states[:standing])
    for actor, of_actor in steps.items():
        board.steps[actor].extend(
            Step(
                step.seq,
                step.command,
                step.kind,
                step.round,
                tuple(states[at] for at in step.before),
                tuple(states[at] for at in step.after),
                step.helped,
            )
            for step in of_actor
        )
    return board
