"""Two workers on one PostgreSQL, with a Redis to poke each other: one workshop, either door."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.support.hall import IDEAS, Hall, sees
from tests.support.machine import Postgres
from tests.support.server import Server, serving

pytestmark = pytest.mark.wire
SECRET = "two workers have to know each other's cookies"
EACH = 20


@dataclass(frozen=True)
class Workers:
    """One and two poke each other by Redis; deaf has the same database and no Redis."""

    one: Server
    two: Server
    deaf: Server


@pytest.fixture(scope="module")
def workers(
    tmp_path_factory: pytest.TempPathFactory, postgres: Postgres, redis_url: str
) -> Iterator[Workers]:
    folder = tmp_path_factory.mktemp("workers")
    shared = {"DATABASE_URL": postgres.database(), "SECRET_KEY": SECRET}
    poked = {**shared, "REDIS_URL": redis_url}
    with (
        serving(folder / "one", **poked) as one,
        serving(folder / "two", **poked) as two,
        serving(folder / "deaf", **shared) as deaf,
    ):
        yield Workers(one, two, deaf)


async def test_what_happens_at_one_worker_is_seen_at_the_other(workers: Workers):
    async with Hall(workers.one) as hall:
        leader = await hall.leader()
        anna = await hall.phone("Anna", at=workers.two.address)
        await leader.until(sees("participants", anna.me))

        await leader.must("round.open", round=IDEAS)
        await anna.until(lambda c: c.of("rounds")[IDEAS]["status"] == "open")
        idea = await anna.must("idea.add", round=IDEAS, text="Over en weer")
        await leader.must("round.reveal", round=IDEAS, phase="room")

        for client in (leader, anna):
            await client.until(sees("ideas", idea.id))
            assert client.hellos == 1


async def test_name_given_at_one_worker_is_known_at_the_other(workers: Workers):
    async with Hall(workers.one) as hall:
        bram = await hall.phone("Bram", at=workers.two.address)
        anna = await hall.phone("Anna")
        await anna.must("participant.rename", name="Anneke")
        await bram.until(lambda c: c.of("participants")[anna.me].get("name") == "Anneke")


async def test_people_at_both_workers_are_counted_together(workers: Workers):
    async with Hall(workers.one) as hall:
        wall = await hall.projector()
        await hall.phone("Anna")
        await hall.phone("Bram", at=workers.two.address)
        await hall.phone("Chris", at=workers.deaf.address)
        await wall.until(lambda c: c.presence is not None and c.presence.here == 2)


async def test_both_workers_at_once_then_nothing_is_lost_or_doubled(workers: Workers):
    async with Hall(workers.one) as hall:
        leader = await hall.leader()
        phones = [
            await hall.phone(f"Anna {number}", at=worker.address)
            for number, worker in enumerate((workers.one, workers.two) * 2)
        ]
        await leader.must("round.open", round=IDEAS)
        opened = (await leader.must("round.reveal", round=IDEAS, phase="room")).seq
        sent = [
            phone.give("idea.add", round=IDEAS, text=f"{number}")
            for number in range(EACH)
            for phone in phones
        ]
        outcomes = await asyncio.gather(*(one.outcome for one in sent))

        assert all(outcome.ok for outcome in outcomes)
        last = max(outcome.seq for outcome in outcomes)
        assert last - opened == len(sent)
        for client in (leader, *phones):
            await client.until(lambda c: len(c.of("ideas")) == len(sent))
            fresh = await hall.again(client)
            assert client.view.canonical() == fresh.view.canonical()


async def test_command_sent_again_to_the_other_worker_takes_effect_once(workers: Workers):
    async with Hall(workers.one) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        idea = anna.give("idea.add", round=IDEAS, text="Eén keer")
        first = await idea.outcome

        there = await hall.again(anna, at=workers.two.address)
        again = await there.ask("do", [idea.asked()])

        assert again == [{"id": idea.id, "ok": True, "seq": first.seq}]
        assert [i["text"] for i in there.own("ideas").values()] == ["Eén keer"]


async def test_worker_that_hears_no_poke_sees_the_log_at_the_next_command(workers: Workers):
    async with Hall(workers.one) as hall:
        leader = await hall.leader()
        anna = await hall.phone("Anna", at=workers.deaf.address)
        bram = await hall.phone("Bram", at=workers.two.address)
        await leader.must("round.open", round=IDEAS)
        await bram.until(lambda c: c.of("rounds")[IDEAS]["status"] == "open")
        assert anna.of("rounds")[IDEAS]["status"] == "planned", "the control: it was not poked"

        await anna.must("idea.add", round=IDEAS, text="De ronde is open")
        await anna.until(lambda c: c.of("rounds")[IDEAS]["status"] == "open")


async def test_who_joined_at_one_worker_may_come_in_where_no_poke_was_heard(workers: Workers):
    async with Hall(workers.one) as hall:
        await hall.phone("Anna", at=workers.deaf.address)
        bram = await hall.phone("Bram", at=workers.deaf.address)
        assert bram.hellos == 1
