"""A server that is killed or stopped in the middle: what was acked is there, once."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from brouwerij.simulate.client import Sent
from tests.support.hall import IDEAS, Hall, Phone
from tests.support.server import Server

PHONES, EACH, ENOUGH = 6, 56, 40
"""How many phones write how many ideas, and after how many acks the server goes."""


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


@pytest.mark.parametrize("end", [Server.kill, Server.stop], ids=["kill", "stop"])
async def test_end_during_a_burst_then_every_acked_command_is_there_once(
    own_server: Server, end: Callable[[Server], object]
):
    async with Hall(own_server) as hall:
        leader = await hall.leader()
        phones = [await hall.phone(f"Anna {number}") for number in range(PHONES)]
        await leader.must("round.open", round=IDEAS)
        sent = give_ideas(phones)
        await some_acked(sent)

        await asyncio.to_thread(end, own_server)
        before = acked(sent)
        stored = commands_in_log(own_server, hall.id)

        assert before <= stored.keys()
        assert {one.id for one in sent} - stored.keys(), "the control: it ended in the middle"

        await asyncio.to_thread(own_server.start)
        outcomes = await asyncio.gather(*(one.outcome for one in sent))

        assert all(outcome.ok for outcome in outcomes)
        stored = commands_in_log(own_server, hall.id)
        assert {stored[one.id] for one in sent} == {1}
        for phone in phones:
            fresh = await hall.again(phone)
            texts = Counter(idea["text"] for idea in fresh.own("ideas").values())
            assert texts == Counter(f"{phone.me} {number}" for number in range(EACH))


async def test_receipt_when_the_server_was_killed_then_gives_the_same_answer(own_server: Server):
    async with Hall(own_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        early = anna.give("idea.add", round=IDEAS, text="Te vroeg")
        assert (await early.outcome).error
        await leader.must("round.open", round=IDEAS)
        idea = anna.give("idea.add", round=IDEAS, text="Eén keer")
        await idea.outcome
        await leader.must("message.show", text="Koffie")

        own_server.kill()
        await asyncio.to_thread(own_server.start)
        await anna.until(lambda c: c.hellos == 2)
        again = await anna.ask("do", [early.asked(), idea.asked()])

        assert again[0]["error"]["code"] == "round.not_open"
        assert again[1] == {"id": idea.id, "ok": True, "seq": idea.outcome.result().seq}
        assert [i["text"] for i in anna.own("ideas").values()] == ["Eén keer"]


async def test_stop_when_nothing_is_under_way_then_is_calm(own_server: Server):
    async with Hall(own_server) as hall:
        anna = await hall.phone("Anna")
        assert await asyncio.to_thread(own_server.stop) == 0
        assert "Traceback" not in own_server.log
        await asyncio.to_thread(own_server.start)
        await anna.until(lambda c: c.hellos == 2)
