"""Promises broken on purpose, so that a test can prove that it would notice.

For tests of the tests only: nothing imports this but a server that was started with
BROUWERIJ_BREAK, which only listens to its own machine. Each break puts a piece of the engine in
another's place; the engine itself knows nothing of them. docs/guarantees.md tells which promise
each one breaks.
"""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import msgspec
from sqlalchemy.orm import Session

from brouwerij import aio, clock
from brouwerij.domain.board import Change
from brouwerij.domain.commands import Decision
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds.voting.dots import DotBallot
from brouwerij.domain.views import Lens, View
from brouwerij.live import decisions, outlook
from brouwerij.live.decisions import Deciding, Result, Waiting
from brouwerij.live.kettle import Kettle
from brouwerij.live.sockets import Sockets
from brouwerij.store import log
from brouwerij.wire import Bye, PatchMessage, Presence

EVERY = 4
"""Of so many patches to a room, or changes in the log, one is spoilt."""
BEFORE_COMMIT = 0.3
"""Seconds between an early answer and the commit."""
COMMITS = 12
"""How many commits a server lives that dies of one."""


def apply(promises: Iterable[str]) -> None:
    """Break these promises in this process, for good."""
    for promise in promises:
        BREAKS[promise]()


def _of(place: Any, name: str) -> Callable[..., Any]:
    """A piece of the engine. Raises AttributeError when it has another name by now."""
    return cast(Callable[..., Any], getattr(place, name))


def _put(place: Any, name: str, piece: Callable[..., Any]) -> None:
    """Put a piece in another's place. Raises AttributeError when there is none."""
    _of(place, name)
    setattr(place, name, piece)


def _no_receipts() -> None:
    """What was answered before is not looked up, nor kept."""
    _put(log, "receipts", lambda connection, workshop, commands: {})
    _put(log, "write_receipts", lambda connection, rows: None)


def _early_ack() -> None:
    """The senders have their answers some time before what they asked is committed."""
    stock = Kettle._tick

    def tick(self: Kettle, batch: list[Waiting]) -> bool:
        trial = Deciding(self.id, self.board, self.people, clock.now())

        def not_for_good(session: Session) -> None:
            trial.run(session, batch)
            session.rollback()

        self._writer.run(not_for_good)
        self.reload()
        for waiting in batch:
            waiting.answer(trial.results[waiting])
            waiting.answer = _hear_no_more
        aio.sleep(BEFORE_COMMIT)
        return stock(self, batch)

    _put(Kettle, "_tick", tick)


def _hear_no_more(results: list[Result]) -> None:
    """Who was answered already."""


def _no_filter() -> None:
    """Everybody is shown the whole board, and everybody's personal data."""
    stock = _of(outlook, "view")

    def see(lens: Lens, ref: tuple[str, str]) -> Any:
        entity = lens.board.at(ref)
        shown = None if entity is None else msgspec.to_builtins(entity)
        if shown is not None and ref[0] == "participants" and ref[1] in lens.people:
            shown["person"] = msgspec.to_builtins(lens.people[ref[1]])
        return shown

    def view(lens: Lens) -> View:
        whole: View = {
            name: {id: see(lens, (name, id)) for id in entities}
            for name, entities in lens.board.collections.items()
        }
        return whole | {"pictures": stock(lens).get("pictures", {})}

    _put(outlook, "see", see)
    _put(outlook, "view", view)


def _lost_patch() -> None:
    """A patch in so many is not sent, and the next one pretends to follow what was sent."""
    owed: dict[str, int] = {}
    count = itertools.count(1)

    def spoil(stock: Callable[..., None], room: str, event: str, message: PatchMessage) -> None:
        since = owed.pop(room, message.since)
        if next(count) % EVERY == 0:
            owed[room] = since
        else:
            stock(room, event, msgspec.structs.replace(message, since=since))

    _spoil_patches(spoil)


def _repeated_patch() -> None:
    """A patch in so many is sent twice."""
    count = itertools.count(1)

    def spoil(stock: Callable[..., None], room: str, event: str, message: PatchMessage) -> None:
        for _ in range(2 if next(count) % EVERY == 0 else 1):
            stock(room, event, message)

    _spoil_patches(spoil)


def _spoil_patches(spoil: Callable[[Callable[..., None], str, str, PatchMessage], None]) -> None:
    stock = Sockets.emit

    def emit(self: Sockets, room: str, event: str, message: PatchMessage | Bye | Presence) -> None:
        if isinstance(message, PatchMessage):
            spoil(lambda *sent: stock(self, *sent), room, event, message)
        else:
            stock(self, room, event, message)

    _put(Sockets, "emit", emit)


def _over_budget() -> None:
    """A dot is taken also from who has none left."""
    stock = _of(decisions, "decide")

    def decide(board: Any, command: Any, actor: Any, now: int) -> Any:
        decision = stock(board, command, actor, now)
        if isinstance(decision, Refusal) and decision.code == "dots.over_budget":
            id, data = f"{command.data['round']}:{actor.id}", command.data
            had = board.get(DotBallot, id)
            dots = had.dots | {data["theme"]: data["dots"]}
            ballot = msgspec.structs.replace(had, dots=dots)
            return Decision(Change("dots.set", set=(ballot,)))
        return decision

    _put(decisions, "decide", decide)


def _half_logged() -> None:
    """Of a change in so many, the log lacks an entity that is on the live board."""
    stock = _of(log, "append")

    def append(connection: Any, workshop: int, added: Sequence[Any]) -> None:
        stock(connection, workshop, [_halved(e) if e.seq % EVERY == 0 else e for e in added])

    _put(log, "append", append)


def _halved(entry: Any) -> Any:
    change = msgspec.structs.replace(entry.change, set=entry.change.set[:-1])
    return msgspec.structs.replace(entry, change=change)


def _die_after_commit() -> None:
    """Not a promise: the process is killed between a commit and the first answer."""
    stock = Kettle._tick
    left = itertools.count(COMMITS, -1)

    def tick(self: Kettle, batch: list[Waiting]) -> bool:
        if batch and next(left) <= 0:
            batch[0].answer = lambda results: os.kill(os.getpid(), signal.SIGKILL)
        return stock(self, batch)

    _put(Kettle, "_tick", tick)


BREAKS: dict[str, Callable[[], None]] = {
    "no-receipts": _no_receipts,
    "early-ack": _early_ack,
    "no-filter": _no_filter,
    "lost-patch": _lost_patch,
    "repeated-patch": _repeated_patch,
    "over-budget": _over_budget,
    "half-logged": _half_logged,
    "die-after-commit": _die_after_commit,
}
