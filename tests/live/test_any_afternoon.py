"""Random commands by random people, over real sockets to a real server."""

from __future__ import annotations

import asyncio
from collections import Counter
from random import Random

import pytest

from brouwerij.domain.commands import Actor
from brouwerij.live import rooms
from brouwerij.simulate import client
from brouwerij.simulate.client import Sent
from tests.domain.afternoon import Afternoon
from tests.support.checker import violations
from tests.support.hall import Hall, Phone
from tests.support.room import PLAN
from tests.support.server import Server
from tests.support.witness import Book, Witness, gather

PEOPLE, TURNS, AT_ONCE = 5, 6, 10
"""People; turns in each round; commands in a turn."""
TABLES = 2


class Driven:
    """An afternoon whose commands go to a server; its board is read back after each turn.

    All commands of a turn are made for the board before it, so that most come late: the others of
    that turn came between.
    """

    def __init__(self, hall: Hall, seed: int, *, anonymous: bool) -> None:
        self.hall, self.random = hall, Random(seed)
        self.afternoon = Afternoon(tables=TABLES, anonymous=anonymous)
        self.came_to: Counter[str] = Counter()

    async def begin(self) -> None:
        cookies = self.hall.crowd(PEOPLE)
        self.leader = await self.hall.leader()
        self.people = {p.me: p for p in [await self.hall.enter(cookie) for cookie in cookies]}
        self.devices = [await self.hall.again(phone) for phone in list(self.people.values())[:2]]
        self.all = [
            self.leader,
            await self.hall.projector(),
            *self.people.values(),
            *self.devices,
        ]
        self.read_back()

    def read_back(self) -> None:
        self.afternoon.room.board = Book(self.hall).board

    async def turn(self) -> None:
        """Some commands at once; a few are sent twice, and a few people drop out in between."""
        sent = [one for _ in range(AT_ONCE) if (one := self.one())]
        for one, phone in sent:
            if self.random.random() < 0.1:
                phone.cut()
            if self.random.random() < 0.2:
                phone.once_more(one)
        for outcome in await asyncio.gather(*(one.outcome for one, _ in sent)):
            self.came_to[outcome.error.code if outcome.error else "done"] += 1
        self.read_back()

    def one(self) -> tuple[Sent, Witness] | None:
        """One command of somebody; what the system or an organiser asks comes from elsewhere."""
        random = Random(self.random.random())
        kind = self.afternoon.kind(random)
        actor, data = self.afternoon.actor(kind, random), self.afternoon.data(kind, random)
        phone = self._phone(actor, random)
        if phone is None:
            self._elsewhere(actor, kind, data)
            return None
        assert isinstance(phone, Witness)
        return phone.give(kind, **data), phone

    def _phone(self, actor: Actor, random: Random) -> Phone | None:
        if actor.role == "facilitator":
            return self.leader
        devices = [phone for phone in self.all if phone.me and phone.me == actor.id]
        return random.choice(devices) if devices else None

    def _elsewhere(self, actor: Actor, kind: str, data: dict[str, object]) -> None:
        """Another process does it over the same database, as the command line does."""
        with self.hall.server.app.app_context():
            result = rooms.kettle(self.hall.code).submit(actor, [rooms.command(kind, **data)])[0]
        self.came_to[result.refusal.code if result.refusal else "done elsewhere"] += 1

    async def hold(self) -> None:
        """Every round of the plan in turn, whatever others opened in between."""
        for round in self.afternoon.room.board.rounds:
            await self.leader.do("round.open", round=round.id)
            if round.kind == "clustering":
                for name in ("Een kas", "Een film", "Een tuin"):
                    await self.leader.do("theme.add", round=round.id, name=name)
            self.read_back()
            for _ in range(TURNS):
                await self.turn()
        await self.leader.must("message.show", text="Tot ziens")  # with all that others wrote


@pytest.mark.parametrize("seed", [0, 3])
async def test_afternoon_whatever_is_asked_then_every_promise_is_kept(
    server: Server, seed: int, monkeypatch: pytest.MonkeyPatch
):
    """G1, G2, G3, G4 and G6, over commands of every kind."""
    monkeypatch.setattr(client, "FIRST_BACKOFF", 0.02)
    monkeypatch.setattr(client, "LONGEST_BACKOFF", 0.1)
    anonymous = seed % 2 == 1
    async with Hall(server, phones=Witness, plan=PLAN, tables=TABLES, anonymous=anonymous) as hall:
        driven = Driven(hall, seed, anonymous=anonymous)
        await driven.begin()
        await driven.hold()
        evidence = await gather(hall, driven.all, newcomers=driven.all)
        assert violations(evidence) == []
        assert driven.came_to["done"] > 100, driven.came_to
        assert len(driven.came_to) > 8, "the control: much was refused, for many reasons"
        assert len({entry.change.kind for entry in evidence.log}) > 15
