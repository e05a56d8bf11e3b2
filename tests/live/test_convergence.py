"""Whatever happens to a connection, in the end everybody sees what a newcomer sees."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from brouwerij.simulate import client
from brouwerij.simulate.client import Store
from brouwerij.wire import PatchMessage
from tests.support import checker
from tests.support.checker import violations
from tests.support.hall import IDEAS, Hall
from tests.support.server import Server
from tests.support.witness import Witness, gather

PLAN = ({"kind": "ideas", "settings": {"silent": True, "at_table": True}},)
TABLES, PEOPLE, LATE, TURNS = 3, 24, 6, 60


@pytest.fixture(autouse=True)
def soon_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "FIRST_BACKOFF", 0.02)
    monkeypatch.setattr(client, "LONGEST_BACKOFF", 0.2)


class Forgetful(Witness):
    """A phone that loses some of the patches that reach it, as a bad client would."""

    loses: Random | None = None
    share = 0.2

    def _take(self, store: Store, event: str, payload: Any) -> None:
        if self.loses is None or self.loses.random() > self.share:
            super()._take(store, event, payload)


class Deaf(Forgetful):
    """One that does not notice that it missed something."""

    def _apply(self, store: Store, message: PatchMessage) -> None:
        store.take(message)
        self._news.set()


class Mixed:
    """A room at tables in which people write, move, drop out, come late and miss patches."""

    def __init__(self, hall: Hall, seed: int) -> None:
        self.hall, self.random = hall, Random(seed)
        self.happened: set[str] = set()

    async def begin(self) -> None:
        self._cookies = self.hall.crowd(PEOPLE + LATE)
        self.leader = await self.hall.leader()
        here = [await self.hall.enter(cookie) for cookie in self._cookies[:PEOPLE]]
        self.phones = [*here, *[await self.hall.again(phone) for phone in here[:3]]]
        for phone in self.phones[::4]:
            assert isinstance(phone, Forgetful)
            phone.loses = Random(self.random.random())
        self.all = [self.leader, await self.hall.projector(), *self.phones]

    async def turn(self) -> None:
        """One thing happens to somebody, while the others go on."""
        things = (self.write, self.write, self.cut, self.move, self.late, self.resend)
        does = self.random.choice(things)
        self.happened.add(does.__name__)
        await does()

    async def write(self) -> None:
        """Some write at once; the turn goes on when one of them was answered."""
        writers = self.random.sample(self.phones, 6)
        for phone in writers:
            phone.give("idea.add", round=IDEAS, text=f"Iets {self.random.random()}")
        await writers[0].until(lambda c: not c.outbox)

    async def cut(self) -> None:
        for phone in self.random.sample(self.all, 3):
            phone.cut(away=self.random.choice((0.0, 0.05)))

    async def move(self) -> None:
        person, table = self.random.choice(self.phones).me, self.random.randint(1, TABLES)
        await self.leader.must("participant.sit", participant=person, table=table)

    async def late(self) -> None:
        here = {phone._cookie for phone in self.phones}
        for cookie in [c for c in self._cookies if c not in here][:1]:
            phone = await self.hall.enter(cookie)
            self.phones.append(phone)
            self.all.append(phone)

    async def resend(self) -> None:
        phone = self.random.choice([p for p in self.all if isinstance(p, Witness) and p.given])
        phone.once_more(self.random.choice(list(phone.given.values())))


@pytest.mark.parametrize("seed", range(3))
async def test_screens_after_any_mix_of_interruptions_are_as_a_newcomers(server: Server, seed: int):
    """G2 and G3: who was cut off, moved, came late or lost patches sees the right thing."""
    async with Hall(server, phones=Forgetful, tables=TABLES, plan=PLAN) as hall:
        mixed = Mixed(hall, seed)
        await mixed.begin()
        await mixed.leader.must("round.open", round=IDEAS)
        for turn in range(TURNS):
            if turn == TURNS // 3:
                await mixed.leader.must("round.reveal", round=IDEAS, phase="table")
            await mixed.turn()
        for phone in mixed.phones:
            phone.loses = None  # type: ignore[attr-defined]
        await mixed.leader.must("message.show", text="Koffie")  # so that every gap shows
        for phone in mixed.phones:
            await phone.must("idea.add", round=IDEAS, text="Tot slot")
        evidence = await gather(hall, mixed.all, newcomers=mixed.all)
        assert violations(evidence) == []
        assert len(mixed.happened) == 5, "the control: everything happened"
        assert sum(phone.hellos for phone in mixed.phones) > 2 * len(mixed.phones)


async def test_client_when_it_misses_patches_and_never_asks_then_is_noticed(server: Server):
    """The control of G3, and of the test above."""
    async with Hall(server, phones=Deaf, plan=PLAN) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        assert isinstance(anna, Deaf)
        anna.loses, anna.share = Random(0), 1.0
        await leader.must("message.show", text="Koffie")
        await leader.ask("digest", None)
        anna.loses = None
        await leader.must("round.close", round=IDEAS)

        evidence = await gather(hall, [leader, anna])

        assert checker.names(violations(evidence)) == {checker.GAP, checker.VIEW}
