"""What a client keeps: what it sees, in a store, and what it sent, in its outbox; no connection."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec

from brouwerij.wire import Outcome, PatchMessage, canonical

Entities = dict[str, dict[str, Any]]


class Store:
    """Entities by collection and id, true up to a position in the log."""

    def __init__(self) -> None:
        self.seq = 0
        self.entities: Entities = {}

    def become(self, seq: int, entities: Entities) -> None:
        self.seq, self.entities = seq, entities

    def take(self, message: PatchMessage) -> bool:
        """Apply a message, or pass it over when it is old; False when one before it was missed."""
        if message.to <= self.seq:
            return True
        if message.since > self.seq:
            return False
        for name, ids in message.delete.items():
            for id in ids:
                self.entities.get(name, {}).pop(id, None)
        for name, entities in message.set.items():
            self.entities.setdefault(name, {}).update(entities)
        self.seq = message.to
        return True

    def canonical(self) -> bytes:
        """The same bytes for the same entities."""
        return canonical(self.entities)


class Sent(msgspec.Struct):
    """A command in the outbox. given: when, in seconds of a clock that only runs on."""

    id: str
    kind: str
    data: dict[str, Any]
    given: float
    outcome: asyncio.Future[Outcome]

    def asked(self) -> dict[str, Any]:
        return {"id": self.id, "kind": self.kind, "data": self.data}
