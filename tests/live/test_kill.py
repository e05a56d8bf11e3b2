"""A room in full swing whose server is killed over and over: nothing is lost, nothing doubled."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from brouwerij.extensions import db
from brouwerij.simulate import client
from brouwerij.store.models import ReceiptRow
from tests.support import checker
from tests.support.checker import violations
from tests.support.hall import IDEAS, Hall, Phone
from tests.support.server import Server, close_app
from tests.support.witness import Witness, gather

# What a client of the library leaves behind when its server dies in the middle of a handshake.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed connection:ResourceWarning")

PEOPLE, KILLS = 200, 20
AT_ONCE = 25
"""How many phones may be connecting at the same time."""
LONGEST = 20.0
"""Seconds in which something has to come of a room in full swing."""
DIES = "die-after-commit"


class Relay:
    """Servers over one database, of which one serves at a time: the next one takes over.

    breaks: what each of them breaks, in turn.
    """

    def __init__(self, instance: Path, breaks: Sequence[str]) -> None:
        instance.mkdir()
        self._coming = [Server(instance, BROUWERIJ_BREAK=promise) for promise in breaks]
        self._gone: list[Server] = []

    async def next(self) -> Server:
        server = self._coming.pop(0)
        self._gone.append(server)
        await asyncio.to_thread(server.start)
        return server

    def close(self) -> None:
        for server in self._gone:
            server.kill()
            close_app(server)


class Busy(Witness):
    """A phone that goes to the server that is there, and waits for one when there is none."""

    up: asyncio.Event
    turns: asyncio.Semaphore

    async def _come_in(self) -> None:
        await self.up.wait()
        async with self.turns:
            await super()._come_in()


class Burst:
    """Everybody writes as fast as they are answered, and sends some commands once more."""

    def __init__(self, hall: Hall, relay: Relay) -> None:
        Busy.up, Busy.turns = asyncio.Event(), asyncio.Semaphore(AT_ONCE)
        Busy.up.set()
        self.hall, self.relay, self.server = hall, relay, hall.server
        self.everybody: list[Phone] = []
        self.acks = self.doubtful = 0
        self._over = False
        self._acked = asyncio.Condition()

    async def begin(self, people: int) -> None:
        cookies = self.hall.crowd(people)
        leader = await self.hall.leader()
        await leader.must("round.open", round=IDEAS)
        phones = await asyncio.gather(*(self.hall.enter(cookie) for cookie in cookies))
        self.everybody = [leader, *phones]
        self._writers = [
            asyncio.create_task(self._write(phone, Random(number)))
            for number, phone in enumerate(phones)
        ]

    async def _write(self, phone: Phone, random: Random) -> None:
        assert isinstance(phone, Witness)
        ideas: list[str] = []
        while not self._over:
            words = f"{random.random()}"
            if ideas and random.random() < 0.8:
                idea = random.choice(ideas)
                sent = phone.give("idea.edit", round=IDEAS, idea=idea, text=words)
            else:
                sent = phone.give("idea.add", round=IDEAS, text=words)
            if (await sent.outcome).ok and sent.kind == "idea.add":
                ideas.append(sent.id)
            if random.random() < 0.1:
                phone.once_more(random.choice(list(phone.given.values())))
            async with self._acked:
                self.acks += 1
                self._acked.notify_all()

    async def kill(self, seed: int) -> None:
        """Have the server die at a moment of this seed, and the next one take over."""
        if self.server.settings["BROUWERIJ_BREAK"] == DIES:
            await asyncio.to_thread(self.server.ended, LONGEST)
            assert "Traceback" not in self.server.log
        else:
            random = Random(seed)
            await self._more(random.randint(1, 2 * len(self.everybody)))
            await asyncio.sleep(random.uniform(0, 0.02))
            self.server.kill()
        Busy.up.clear()
        self.doubtful += self._stored_without_an_ack()
        self.server = await self.relay.next()
        for phone in self.everybody:
            phone._address = self.server.address
        Busy.up.set()

    async def _more(self, acks: int) -> None:
        """Wait for so many more answers."""
        until = self.acks + acks
        async with asyncio.timeout(LONGEST), self._acked:
            await self._acked.wait_for(lambda: self.acks >= until)

    def _stored_without_an_ack(self) -> int:
        waiting = [
            id
            for phone in self.everybody
            for id, sent in phone.outbox.items()
            if not sent.outcome.done()
        ]
        query = select(ReceiptRow.command).where(
            ReceiptRow.workshop_id == self.hall.id, ReceiptRow.command.in_(waiting)
        )
        with self.hall.server.app.app_context():
            return len(db.session.scalars(query).all())

    async def end(self) -> list[checker.Violation]:
        """Let everybody finish, and look."""
        self._over = True
        async with asyncio.timeout(LONGEST):
            await asyncio.gather(*self._writers)
        evidence = await gather(self.hall, self.everybody, newcomers=self.everybody[::20])
        print(
            f"{len(self.everybody)} clients, {self.acks} commands answered, "
            f"{len(evidence.log)} changes, {self.doubtful} stored when their ack was lost"
        )
        return violations(evidence)


@asynccontextmanager
async def bursting(folder: Path, people: int, breaks: Sequence[str]) -> AsyncIterator[Burst]:
    """A room in full swing, whose phones come back soon. breaks: as for Relay."""
    with pytest.MonkeyPatch.context() as patched:
        relay = Relay(folder / "instance", breaks)
        patched.setattr(client, "LONGEST_BACKOFF", 0.2)
        patched.setattr(client, "HELLO_SECONDS", 2.0)
        try:
            async with Hall(await relay.next(), phones=Busy) as hall:
                burst = Burst(hall, relay)
                await burst.begin(people)
                yield burst
        finally:
            relay.close()


async def test_kill_over_and_over_then_every_acked_command_is_there_once(tmp_path: Path):
    """G1: two hundred clients, twenty kills, some between a commit and its acks."""
    breaks = ["", *(DIES if seed % 3 == 0 else "" for seed in range(1, KILLS)), ""]
    async with bursting(tmp_path, PEOPLE, breaks) as burst:
        for seed in range(KILLS):
            await burst.kill(seed)
        assert await burst.end() == []
        assert burst.doubtful > KILLS, "the control: acks were lost"


async def test_ack_when_it_comes_before_the_commit_then_is_noticed(tmp_path: Path):
    """The control of G1: what was acked was not yet stored when the server was killed."""
    async with bursting(tmp_path, 10, ["early-ack", ""]) as burst:
        await burst.kill(1)
        assert checker.LOST in checker.names(await burst.end())
