"""Phones that keep their whole story, and gathering the evidence for the checker."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import select

from brouwerij.domain.board import Board, Entry, fold
from brouwerij.domain.commands import Command
from brouwerij.domain.entities import Participant
from brouwerij.domain.views import Audience, Lens, Person, mine, view
from brouwerij.extensions import db
from brouwerij.simulate.client import Sent
from brouwerij.store import log, people
from brouwerij.store.models import ReceiptRow, WorkshopRow
from brouwerij.wire import Digest, canonical, digest_of
from tests.support.checker import Evidence, Screen, Story
from tests.support.hall import Hall, Phone

TRIES, PAUSE = 20, 0.05
"""How often a client may be asked whether it sees the right thing, and seconds in between."""
LOOKS = 3
"""How often a client is compared with a newcomer."""
AT_ONCE = 40
_same: dict[bytes, bytes] = {}
"""Every frame once, since a whole room is sent the same."""


class Witness(Phone):
    """A phone that keeps what it gave, and as JSON what it was sent."""

    def __init__(
        self,
        address: str,
        code: str,
        audience: Literal["participant", "projector", "facilitator"],
        cookie: str,
    ) -> None:
        super().__init__(address, code, audience, cookie)
        self.given: dict[str, Sent] = {}
        self.story: list[tuple[str, bytes]] = []
        self.compared: list[tuple[str, str]] = []
        self._seen = self._keep

    def _keep(self, event: str, payload: Any) -> None:
        raw = msgspec.json.encode(payload)
        self.story.append((event, _same.setdefault(raw, raw)))

    def give(self, kind: str, *, id: str = "", **data: Any) -> Sent:
        sent = super().give(kind, id=id, **data)
        self.given[sent.id] = sent
        return sent

    def once_more(self, sent: Sent) -> None:
        """Send a command again, as after an answer that got lost."""
        self.outbox[sent.id] = sent
        self._stir.set()

    async def settled(self) -> None:
        """Wait until everything was answered, and this is connected."""
        await self.until(lambda c: not c.outbox and c._open and not (c._greeting or c._behind))

    async def compare(self) -> tuple[str, str]:
        """The digest of what this holds and the server's, at the moment in which that comes in."""
        both: asyncio.Future[tuple[str, str]] = asyncio.get_running_loop().create_future()

        def answered(reply: Any) -> None:
            if not both.done():
                both.set_result((self.digest, msgspec.convert(reply, Digest).digest))

        async with asyncio.timeout(4):
            await self._line.socket.emit("digest", None, callback=answered)
            return await both

    async def compared_well(self) -> tuple[str, str]:
        """The same once it sees the right thing, or after it had every chance to."""
        holds, should = "", "no answer"
        for _ in range(TRIES):
            await self.settled()
            with contextlib.suppress(TimeoutError):  # a line that went away meanwhile
                holds, should = await self.compare()
                if holds == should:
                    break
            await asyncio.sleep(PAUSE)
        return holds, should


async def gather(
    hall: Hall,
    clients: Iterable[Phone],
    *,
    newcomers: Sequence[Phone] = (),
    secrets: dict[str, set[str]] | None = None,
) -> Evidence:
    """All that the checker wants to know. newcomers: whose newcomer's eyes are to be had."""
    witnesses = [client for client in clients if isinstance(client, Witness)]
    turns = asyncio.Semaphore(AT_ONCE)

    async def looked_at(client: Witness) -> tuple[str, str, str]:
        """Again when a newcomer saw something else: it may have come in between the two looks."""
        async with turns:
            for _ in range(LOOKS):
                holds, should = await client.compared_well()
                fresh = await _fresh(client) if client in newcomers else ""
                if fresh in ("", holds):
                    break
            return holds, should, fresh

    looks = await asyncio.gather(*map(looked_at, witnesses))
    book = Book(hall)
    screens = [
        Screen(_sender(hall, client), holds, should, fresh, book.digest(client))
        for client, (holds, should, fresh) in zip(witnesses, looks, strict=True)
    ]
    stories = [_story(hall, client) for client in witnesses]
    return Evidence(stories, book.log, book.head, book.receipts, screens, secrets or {})


async def _fresh(client: Phone) -> str:
    fresh = client.twin()
    await fresh.start()
    digest = fresh.digest
    await fresh.stop()
    return digest


def _sender(hall: Hall, client: Phone) -> str:
    return client.me or f"link{hall.link}"


def _story(hall: Hall, client: Witness) -> Story:
    given = {sent.id: Command(sent.id, sent.kind, sent.data) for sent in client.given.values()}
    return Story(_sender(hall, client), client._audience, given, client.story)


class Book:
    """What the database holds of a workshop, and the board that its log tells."""

    log: list[Entry]
    receipts: dict[tuple[str, str], tuple[int, str]]
    people: dict[str, Person]
    board: Board

    def __init__(self, hall: Hall) -> None:
        with hall.server.app.app_context():
            session = db.session()
            self.log = list(log.entries(session.connection(), hall.id))
            rows = session.scalars(select(ReceiptRow).where(ReceiptRow.workshop_id == hall.id))
            self.receipts = {(r.actor, r.command): (r.seq, r.error) for r in rows}
            self.people = people.load(session, hall.id)
            self.head = session.get_one(WorkshopRow, hall.id).head
        self.board = fold(self.log)
        self._views: dict[Audience, bytes] = {}

    def digest(self, client: Phone) -> str:
        """Of what a client should see of this board."""
        person = self.board.get(Participant, client.me)
        audience = Audience(client._audience, person.table if person else 0)
        if audience not in self._views:
            self._views[audience] = canonical(view(Lens(self.board, self.people, audience)))
        own = mine(self.board, self.people, client.me) if client.me else {}
        return digest_of(self._views[audience], canonical(own))
