"""A server that is killed or stopped in the middle: what was acked is there, once."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from brouwerij.simulate import client
from brouwerij.simulate.kept import Sent
from tests.support.hall import IDEAS, Hall, Phone
from tests.support.server import Server, serving

PHONES, EACH, ENOUGH = 6, 56, 40
"""How many phones write how many ideas, and after how many acks the server goes."""


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that the tests here end and start again, with phones that come back soon."""
    folder = tmp_path_factory.mktemp("victim") / "instance"
    with pytest.MonkeyPatch.context() as patched, serving(folder) as running:
        patched.setattr(client, "LONGEST_BACKOFF", 0.3)
        yield running


def commands_in_log(server: Server, workshop: int) -> Counter[str]:
    """How often each command is in the log, read from the file itself."""
    path = Path(server.settings["BROUWERIJ_INSTANCE"]) / "brouwerij.sqlite"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        query = "SELECT command FROM changes WHERE workshop_id = ?"
        return Counter(command for (command,) in connection.execute(query, (workshop,)))


def give_ideas(phones: list[Phone]) -> list[Sent]:
    return [
        phone.give("idea.add", round=IDEAS, text=f"{phone.me} {number}")
        for number in range(EACH)
        for phone in phones
    ]


async def some_acked(sent: list[Sent]) -> None:
    for number, outcome in enumerate(asyncio.as_completed([one.outcome for one in sent])):
        await outcome
        if number == ENOUGH:
            return


def acked(sent: list[Sent]) -> set[str]:
    return {one.id for one in sent if one.outcome.done() and one.outcome.result().ok}


async def burst(hall: Hall) -> tuple[list[Phone], list[Sent]]:
    """Phones that are in the middle of writing down their ideas."""
    leader = await hall.leader()
    phones = [await hall.phone(f"Anna {number}") for number in range(PHONES)]
    await leader.must("round.open", round=IDEAS)
    sent = give_ideas(phones)
    await some_acked(sent)
    return phones, sent


async def everything_is_there_once(hall: Hall, phones: list[Phone], sent: list[Sent]) -> None:
    outcomes = await asyncio.gather(*(one.outcome for one in sent))
    assert all(outcome.ok for outcome in outcomes)
    stored = commands_in_log(hall.server, hall.id)
    assert {stored[one.id] for one in sent} == {1}
    for phone in phones:
        fresh = await hall.again(phone)
        texts = Counter(idea["text"] for idea in fresh.own("ideas").values())
        assert texts == Counter(f"{phone.me} {number}" for number in range(EACH))


async def test_kill_during_a_burst_then_every_acked_command_is_there_once(victim: Server):
    async with Hall(victim) as hall:
        phones, sent = await burst(hall)

        victim.kill()
        stored = commands_in_log(victim, hall.id)
        assert acked(sent) <= stored.keys()
        assert {one.id for one in sent} - stored.keys(), "the control: it ended in the middle"

        await asyncio.to_thread(victim.start)
        await everything_is_there_once(hall, phones, sent)


async def test_stop_during_a_burst_then_every_acked_command_is_there_once(victim: Server):
    async with Hall(victim) as hall:
        phones, sent = await burst(hall)

        assert await asyncio.to_thread(victim.stop) == 0
        assert "Traceback" not in victim.log
        assert acked(sent) <= commands_in_log(victim, hall.id).keys()

        await asyncio.to_thread(victim.start)
        await everything_is_there_once(hall, phones, sent)


async def test_receipt_when_the_server_was_killed_then_gives_the_same_answer(victim: Server):
    async with Hall(victim) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        early = anna.give("idea.add", round=IDEAS, text="Te vroeg")
        assert (await early.outcome).error
        await leader.must("round.open", round=IDEAS)
        idea = anna.give("idea.add", round=IDEAS, text="Eén keer")
        await idea.outcome
        await leader.must("message.show", text="Koffie")

        victim.kill()
        await asyncio.to_thread(victim.start)
        await anna.until(lambda c: c.hellos == 2)
        again = await anna.ask("do", [early.asked(), idea.asked()])

        assert again[0]["error"]["code"] == "round.not_open"
        assert again[1] == {"id": idea.id, "ok": True, "seq": idea.outcome.result().seq}
        assert [i["text"] for i in anna.own("ideas").values()] == ["Eén keer"]
