"""The board: the state of one workshop, as the fold of its changes.

A change says what happened (its kind) and what is now true (entities set and dropped). So the
fold is one rule for every kind, a change can be turned back exactly, and what a patch has to
carry is known without looking further.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

import msgspec

from brouwerij.domain.entities import COLLECTIONS, Entity, Initiative, Participant, Ref, Round
from brouwerij.domain.entities import Workshop as WorkshopEntity

UNDO_DEPTH = 50
"""How many steps of one actor can be undone."""

T = TypeVar("T", bound=Entity)


class Change(msgspec.Struct, frozen=True):
    """What happened in one command.

    undoes: the seq of the change this one turns back. helped: a helper gave it for a guest.
    """

    kind: str
    set: tuple[Entity, ...] = ()
    drop: tuple[Ref, ...] = ()
    undoable: bool = False
    undoes: int = 0
    helped: bool = False


class Entry(msgspec.Struct, frozen=True):
    """A change with its place in the log. at: server time in ms; by: the actor's key."""

    seq: int
    at: int
    by: str
    command: str
    change: Change


class Step(msgspec.Struct, frozen=True):
    """What one change did: per entity touched, what stood there before and after.

    round: the one the room was in, "" for none. command: the id of what was asked. helped: a
    helper gave it for a guest.
    """

    seq: int
    command: str
    kind: str
    round: str
    before: tuple[tuple[Ref, Entity | None], ...]
    after: tuple[tuple[Ref, Entity | None], ...]
    helped: bool = False


class Board:
    """All entities of one workshop, and what each actor may still undo."""

    def __init__(self) -> None:
        self.seq = 0
        self.collections: dict[str, dict[str, Entity]] = {name: {} for name in COLLECTIONS}
        self.owned: defaultdict[str, set[Ref]] = defaultdict(set)
        self.steps: defaultdict[str, deque[Step]] = defaultdict(lambda: deque(maxlen=UNDO_DEPTH))

    def all(self, entity: type[T]) -> Mapping[str, T]:
        """Every entity of a class, by id, in order of creation."""
        return cast(Mapping[str, T], self.collections[entity.collection])

    def get(self, entity: type[T], id: str) -> T | None:
        return cast("T | None", self.collections[entity.collection].get(id))

    def at(self, ref: Ref) -> Entity | None:
        return self.collections[ref[0]].get(ref[1])

    @property
    def workshop(self) -> WorkshopEntity:
        """The workshop itself. Raises KeyError on an empty log."""
        return self.all(WorkshopEntity)["this"]

    @property
    def rounds(self) -> list[Round]:
        """The rounds in the order of the plan."""
        rounds = self.all(Round)
        return [rounds[id] for id in self.workshop.plan]

    @property
    def current(self) -> Round | None:
        return self.get(Round, self.workshop.current)

    @property
    def participants(self) -> Mapping[str, Participant]:
        return self.all(Participant)

    @property
    def present(self) -> list[Participant]:
        """Who takes part in the workshop itself; not who only signed up afterwards."""
        return [person for person in self.participants.values() if not person.afterwards]

    @property
    def initiatives(self) -> Mapping[str, Initiative]:
        return self.all(Initiative)

    def as_it_is(self) -> Board:
        """This board at this moment, for who reads it while this one goes on; nothing on it can be
        undone."""
        still = Board()
        still.seq = self.seq
        still.collections = {name: dict(those) for name, those in self.collections.items()}
        still.owned.update((owner, set(refs)) for owner, refs in self.owned.items())
        return still

    def apply(self, entry: Entry) -> Step:
        """Fold one entry in and return what it did, which `revert` can turn back.

        Raises ValueError when the entry is not the next one.
        """
        change, after = entry.change, self._next(entry)
        step = Step(
            seq=entry.seq,
            command=entry.command,
            kind=change.kind,
            round=self._current(),
            before=tuple((ref, self.at(ref)) for ref, _ in after),
            after=tuple(after),
            helped=change.helped,
        )
        self.put(after)
        self.seq = entry.seq
        if change.undoes:
            mine = self.steps[entry.by]
            self.steps[entry.by] = deque(
                (s for s in mine if s.seq != change.undoes), maxlen=UNDO_DEPTH
            )
        elif change.undoable:
            self.steps[entry.by].append(step)
        return step

    def absorb(self, entry: Entry) -> None:
        """The same for an entry of long ago, whose step only matters when it can be undone."""
        if entry.change.undoable or entry.change.undoes:
            self.apply(entry)
        else:
            self.put(self._next(entry))
            self.seq = entry.seq

    def _next(self, entry: Entry) -> list[tuple[Ref, Entity | None]]:
        """What is to stand where after an entry, which has to be the next one."""
        if entry.seq != self.seq + 1:
            raise ValueError(f"entry {entry.seq} does not follow {self.seq}")
        after: list[tuple[Ref, Entity | None]] = [(e.ref, e) for e in entry.change.set]
        after += [(ref, None) for ref in entry.change.drop]
        return after

    def _current(self) -> str:
        workshop = self.get(WorkshopEntity, "this")
        return workshop.current if workshop else ""

    def put(self, states: Iterable[tuple[Ref, Entity | None]]) -> None:
        """Have these stand where they say; None is nothing."""
        for ref, entity in states:
            collection, id = ref
            old = self.collections[collection].get(id)
            if old is not None and old.owner:
                self.owned[old.owner].discard(ref)
            if entity is None:
                self.collections[collection].pop(id, None)
            else:
                self.collections[collection][id] = entity
                if entity.owner:
                    self.owned[entity.owner].add(ref)


def fold(entries: Iterable[Entry], board: Board | None = None) -> Board:
    """The board that a log tells; board: what its beginning came to, which goes on.

    Raises ValueError on a gap in the numbers.
    """
    board = Board() if board is None else board
    for entry in entries:
        board.absorb(entry)
    return board


def change_to_body(change: Change) -> dict[str, Any]:
    """A change as the log stores it: plain JSON values."""
    body: dict[str, Any] = {}
    for entity in change.set:
        body.setdefault("set", {}).setdefault(entity.collection, []).append(
            msgspec.to_builtins(entity)
        )
    for collection, id in change.drop:
        body.setdefault("del", {}).setdefault(collection, []).append(id)
    if change.undoable:
        body["undoable"] = True
    if change.undoes:
        body["undoes"] = change.undoes
    if change.helped:
        body["helped"] = True
    return body


def change_from_body(kind: str, body: Mapping[str, Any]) -> Change:
    """The change of a stored body. Raises msgspec.ValidationError when it is damaged."""
    return Change(
        kind=kind,
        set=tuple(
            msgspec.convert(value, COLLECTIONS[collection])
            for collection, values in body.get("set", {}).items()
            for value in values
        ),
        drop=tuple((c, id) for c, ids in body.get("del", {}).items() for id in ids),
        undoable=body.get("undoable", False),
        undoes=body.get("undoes", 0),
        helped=body.get("helped", False),
    )
