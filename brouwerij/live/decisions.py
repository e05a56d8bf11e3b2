"""What waits for a tick, and its transaction: the log's tail, receipts, decisions, writing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from brouwerij.domain.board import Board, Entry, Step
from brouwerij.domain.commands import Actor, Command, PersonUpdate
from brouwerij.domain.engine import decide
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.retention import PURGED
from brouwerij.domain.views import Person
from brouwerij.store import erasing, log, people, workshops

_canonical = msgspec.json.Encoder(order="deterministic")


class Result(msgspec.Struct, frozen=True):
    """What became of a command: stored up to `seq`, or refused."""

    id: str
    seq: int = 0
    refusal: Refusal | None = None

    @classmethod
    def retry(cls, id: str) -> Result:
        """Nothing was stored: the sender keeps it and sends it again."""
        return cls(id, refusal=Refusal("command.retry"))

    @property
    def ok(self) -> bool:
        return self.refusal is None


Answer = Callable[[list[Result]], None]
"""Told what became of commands, once, in their order. It must not wait."""


@dataclass(eq=False, slots=True)
class Waiting:
    """Commands of one sender that wait for a tick. sender: under what its receipts are kept."""

    actor: Actor
    sender: str
    commands: list[Command]
    answer: Answer


class Deciding:
    """Decides a batch on a board inside a transaction. When that fails, the board is spoilt."""

    def __init__(self, workshop: int, board: Board, known: dict[str, Person], now: int) -> None:
        self.results: dict[Waiting, list[Result]] = {}
        self.steps: list[Step] = []
        self.added: list[Entry] = []
        self.renamed: set[str] = set()
        self._workshop = workshop
        self._board = board
        self._people = known
        self._now = now
        self._receipts: dict[tuple[str, str], dict[str, Any]] = {}
        self._updates: list[PersonUpdate] = []

    def run(self, session: Session, batch: Sequence[Waiting]) -> None:
        """Decide the batch in order and write it. Raises what the database raises."""
        connection = session.connection()
        if log.lock(connection, self._workshop) > self._board.seq:
            self._read_tail(session)
        pairs = [(w.sender, command.id) for w in batch for command in w.commands]
        known = log.receipts(connection, self._workshop, pairs)
        self._receipts = {
            pair: {"digest": row.digest, "seq": row.seq, "error": row.error, "params": row.params}
            for pair, row in known.items()
        }
        for waiting in batch:
            allowed = self._may_act(session, waiting)
            self.results[waiting] = [
                self._decide(waiting, command)
                if allowed
                else Result(command.id, refusal=Refusal("command.not_allowed"))
                for command in waiting.commands
            ]
        log.append(connection, self._workshop, self.added)
        new = [pair for pair in self._receipts if pair not in known]
        log.write_receipts(
            connection,
            [
                {"workshop_id": self._workshop, "actor": pair[0], "command": pair[1]}
                | self._receipts[pair]
                for pair in new
            ],
        )
        if self._updates:
            people.save(session, self._workshop, self._updates, self._now)
            self._refresh(session, {update.participant for update in self._updates})
        if any(entry.change.kind == PURGED for entry in self.added):
            erasing.erase(session, self._workshop, self._board.workshop.logo)

    @property
    def purged(self) -> bool:
        """Whether people were erased: what is held of them in memory has to go too."""
        return any(step.kind == PURGED for step in self.steps)

    def _read_tail(self, session: Session) -> None:
        """What other processes added since; names may have come with it."""
        for entry in log.entries(session.connection(), self._workshop, after=self._board.seq):
            self.steps.append(self._board.apply(entry))
        touched = {
            ref[1] for step in self.steps for ref, _ in step.after if ref[0] == "participants"
        }
        self._refresh(session, touched)

    def _refresh(self, session: Session, participants: set[str]) -> None:
        for participant in participants:  # who had themselves forgotten has nothing left
            self._people.pop(participant, None)
        self._people.update(people.some(session, self._workshop, participants))
        self.renamed |= participants

    def _may_act(self, session: Session, waiting: Waiting) -> bool:
        """Whether the sender still may: a facilitator link can be revoked at any moment."""
        if waiting.actor.role != "facilitator":
            return True
        return workshops.valid_link(session, self._workshop, int(waiting.actor.id))

    def _decide(self, waiting: Waiting, command: Command) -> Result:
        pair, digest = (waiting.sender, command.id), _digest(command)
        receipt = self._receipts.get(pair)
        if receipt is not None:
            return _replay(command.id, receipt, digest)
        result = self._outcome(waiting.actor, command)
        error, params = (result.refusal.code, result.refusal.params) if result.refusal else ("", {})
        self._receipts[pair] = {
            "digest": digest,
            "seq": result.seq,
            "error": error,
            "params": params,
        }
        return result

    def _outcome(self, actor: Actor, command: Command) -> Result:
        decision = decide(self._board, command, actor, self._now)
        if isinstance(decision, Refusal):
            return Result(command.id, refusal=decision)
        if decision.change is not None:
            entry = Entry(self._board.seq + 1, self._now, actor.key, command.id, decision.change)
            self.steps.append(self._board.apply(entry))
            self.added.append(entry)
        self._updates.extend(decision.people)
        return Result(command.id, seq=self._board.seq)


def _digest(command: Command) -> str:
    body = _canonical.encode([command.kind, command.data])
    return hashlib.blake2b(body, digest_size=16).hexdigest()


def _replay(id: str, receipt: dict[str, Any], digest: str) -> Result:
    """The same answer as the first time; another command under the same id is refused."""
    if receipt["digest"] != digest:
        return Result(id, refusal=Refusal("command.id_reused"))
    if receipt["error"]:
        return Result(id, refusal=Refusal(receipt["error"], receipt["params"]))
    return Result(id, seq=receipt["seq"])
