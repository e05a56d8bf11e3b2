"""What a broken or an ill-meaning client does: it is refused, and nobody else notices.

Each fault goes on beside a phone and a facilitator who go on working. What the server holds is read
from the system before and after, with a bound that a leak of one connection a time would break.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from brouwerij.live.pace import PER_MINUTE
from tests.support.hall import IDEAS, Hall, sees
from tests.support.raw import TEXT, RawPhone, frame, raw_phone
from tests.support.server import Server
from tests.support.wire import asked

BINARY, PIECE, CONTINUED = 0x82, 0x01, 0x00
MEGABYTE = 1 << 20
BOUND = 10 * MEGABYTE
"""What the server may hold more after a fault that went on for long."""


def memory(server: Server) -> int:
    """Bytes of memory that the server holds."""
    pages = Path(f"/proc/{server.pid}/statm").read_text().split()[1]
    return int(pages) * 4096


def text(data: str) -> bytes:
    return frame(TEXT, data.encode())


@asynccontextmanager
async def others_go_on(server: Server) -> AsyncIterator[Hall]:
    """A hall in which somebody else's ideas are taken and shown before, during and after."""
    async with Hall(server) as hall:
        leader, bram = await hall.leader(), await hall.phone("Bram")
        await leader.must("round.open", round=IDEAS)
        await leader.must("round.reveal", round=IDEAS, phase="room")

        async def write(text: str) -> None:
            idea = await bram.must("idea.add", round=IDEAS, text=text)
            await leader.until(sees("ideas", idea.id))

        async def write_on() -> None:
            number = 0
            while True:
                await write(f"Tijdens {number}")
                number += 1

        await write("Ervoor")
        meanwhile = asyncio.create_task(write_on())
        try:
            yield hall
        finally:
            meanwhile.cancel()
            ended = await asyncio.gather(meanwhile, return_exceptions=True)
        assert isinstance(ended[0], asyncio.CancelledError), ended
        await write("Erna")
        assert bram.hellos == leader.hellos == 1


SHOWN_OUT = {
    "no frame": b"GET / HTTP/1.1\r\n\r\n",
    "unknown opcode": frame(0x83, b"x"),
    "not masked": b"\x81\x03abc",
    "the end of nothing": frame(0x80, b"x"),
    "a long ping": frame(0x89, b"x" * 200),
    "reserved bits": frame(0xF1, b"x"),
    "a length that lies": b"\x81\xff" + struct.pack("!Q", 1 << 62) + bytes(4),
    "not text": frame(TEXT, b"4\xff\xfe"),
    "binary": frame(BINARY, b"42"),
    "nothing": frame(TEXT, b""),
    "unknown packet": text("9"),
    "unknown message": text("47"),
    "broken JSON": text("42["),
    "no list": text('42{"do": 1}'),
    "no name": text("42[1]"),
    "huge number": text("42" + "9" * 300 + '["do",[]]'),
    "parts to come": text('451-["do",{"_placeholder":true,"num":0}]'),
    "many parts to come": text('45999999999-["do",1]'),
    "nested": text("42" + "[" * 10_000),
    "an answer to nothing": text("4399[1]"),
}


async def test_what_is_no_packet_of_ours_costs_that_connection_and_no_other(server: Server):
    async with others_go_on(server) as hall:
        for name, data in SHOWN_OUT.items():
            async with raw_phone(hall) as phone:
                await phone.hello(hall.code)
                logged = len(server.log)
                await phone.send_bytes(data)
                try:
                    await phone.is_shown_out()
                except TimeoutError:
                    pytest.fail(f"{name}: the connection stayed open")
                told = server.log[logged:]
                assert "Traceback" not in told, name
                assert told.count("\n") <= 3, name


NO_POSTS = (b"x", b"9", b"d=", b"\xff\xfe", b"\x1e", b"4\x1e" * 17, b"4" + b"[" * 5000)
"""What a connection that polls may post and is no packet."""


async def test_what_is_posted_and_is_no_packet_is_a_bad_request(server: Server):
    async def post(web: aiohttp.ClientSession, hall: Hall, data: bytes) -> int:
        url = f"{server.address}/socket.io/?EIO=4&transport=polling&w={hall.code}"
        async with web.get(url) as answer:
            sid = (await answer.text()).split('"sid":"')[1].split('"')[0]
        async with web.post(f"{url}&sid={sid}", data=data) as answer:
            return answer.status

    async with others_go_on(server) as hall, aiohttp.ClientSession() as web:
        logged = len(server.log)
        assert [await post(web, hall, data) for data in NO_POSTS] == [400] * len(NO_POSTS)
        told = server.log[logged:]
        assert "Traceback" not in told
        assert told.count("\n") <= len(NO_POSTS)


NOT_COMMANDS: tuple[Any, ...] = (
    None,
    7,
    "x",
    [],
    {"id": 5},
    {"id": "te-kort", "kind": "idea.add", "data": {}},
    {"id": "x" * 1000, "kind": "idea.add", "data": {}},
    {"id": "geen-soort-0001", "kind": 5, "data": {}},
    {"id": "geen-soort-0002", "kind": "idea.nooit", "data": {}},
    {"id": "geen-data-00001", "kind": "idea.add", "data": []},
    {"id": "geen-data-00002", "kind": "idea.add", "data": {"round": IDEAS, "text": None}},
    {"id": "geen-data-00003", "kind": "idea.add", "data": {"round": [], "text": "x"}},
    {"id": "geen-data-00004", "kind": "idea.add", "data": {str(n): n for n in range(3000)}},
)


async def test_what_is_no_command_is_refused_with_a_code_and_the_connection_stays(server: Server):
    async with others_go_on(server) as hall:
        anna = await hall.phone("Anna")
        for item in NOT_COMMANDS:
            reply = (await anna.ask("do", [item]))[0]
            assert reply["ok"] is False, item
            assert reply["error"]["code"] in ("command.malformed", "command.unknown"), reply
        for payload in (None, 5, {}, [], ["x"] * 1000):
            reply = (await anna.ask("do", payload))[0]
            assert reply["error"]["code"] == "command.malformed", payload
        await anna.must("idea.add", round=IDEAS, text="En toch")
        assert anna.hellos == 1


@pytest.mark.parametrize("said", ["NaN", "Infinity", "1e999", r'"\ud800"'])
async def test_numbers_and_letters_that_are_none_are_not_stored(server: Server, said: str):
    """Python reads NaN and half a letter where JSON has none."""
    asked_for = '{"id":"vreemd-000001","kind":"idea.add","data":{"round":"r1","text":' + said + "}}"
    async with others_go_on(server) as hall, raw_phone(hall) as phone:
        await phone.hello(hall.code)
        phone.send(f'427["do",[{asked_for}]]')
        with contextlib.suppress(ConnectionError):  # to be shown out is right too
            assert await answers(phone, 1) == ["command.malformed"]


async def test_ten_megabytes_are_not_taken_in(server: Server):
    """In one frame, in pieces, and by polling; the server holds no more of it afterwards."""
    much = b"x" * (10 * MEGABYTE)
    pieces = [frame(PIECE, much[:60_000]), *[frame(CONTINUED, much[:60_000])] * 170]

    async def three_ways(hall: Hall) -> None:
        for parts in ([frame(TEXT, much)], pieces):
            async with raw_phone(hall) as phone:
                await phone.hello(hall.code)
                try:
                    for part in parts:
                        await phone.send_bytes(part)
                except ConnectionError:
                    continue  # closed in the middle of it, as it should be
                await phone.is_shown_out()
        url = f"{server.address}/socket.io/?EIO=4&transport=polling&w={hall.code}"
        async with aiohttp.ClientSession() as web:
            async with web.get(url) as answer:
                sid = (await answer.text()).split('"sid":"')[1].split('"')[0]
            try:
                async with web.post(f"{url}&sid={sid}", data=io.BytesIO(much)) as answer:
                    assert answer.status == 400
            except aiohttp.ClientError:
                pass  # it was cut off while sending

    async with others_go_on(server) as hall:
        await three_ways(hall)
        before = memory(server)
        for _ in range(2):
            await three_ways(hall)
        assert memory(server) - before < BOUND


async def test_thousand_commands_a_second_are_answered_slower_and_refused(server: Server):
    async with others_go_on(server) as hall:
        async with raw_phone(hall) as phone:
            await phone.hello(hall.code)
            for number in range(1000):
                phone.send(flood(number))
            codes = await answers(phone, 300)
        assert codes[0] == ""
        assert set(codes[-50:]) <= {"", "command.too_many"}
        assert codes.count("") <= PER_MINUTE


def flood(number: int) -> str:
    item = '{"id":"vloed-%08d","kind":"idea.add","data":{"round":"%s","text":"%d"}}'
    return f'42{number}["do",[{item % (number, IDEAS, number)}]]'


async def answers(phone: RawPhone, number: int) -> list[str]:
    """The codes of the first so many answers; "" where it was done."""
    codes = []
    while len(codes) < number:
        kind, body = await phone.read()
        if kind == "43":
            outcome = body[0][0]
            codes.append("" if outcome["ok"] else outcome["error"]["code"])
    return codes


async def ask_on(phone: RawPhone) -> None:
    while True:
        await phone.send_bytes(text('421["digest",{}]') * 200)


async def test_who_asks_and_never_reads_takes_no_memory(server: Server):
    """Asked without end; the server reads more slowly, or shows them out."""

    async def ask_much(hall: Hall) -> None:
        async with raw_phone(hall) as phone:
            await phone.hello(hall.code)
            with pytest.raises((ConnectionError, TimeoutError)):
                await asyncio.wait_for(ask_on(phone), 1.5)

    async with others_go_on(server) as hall:
        await ask_much(hall)
        before = memory(server)
        await ask_much(hall)
        assert memory(server) - before < BOUND


async def test_who_comes_and_goes_all_the_time_leaves_nothing_behind(server: Server):
    """A connection costs some 58 kB: two hundred and fifty that stayed would break the bound."""

    async def come_and_go(hall: Hall, times: int) -> None:
        for _ in range(times):
            async with raw_phone(hall, cookie) as phone:
                await phone.hello(hall.code)

    async with others_go_on(server) as hall:
        cookie = await hall.join("Anna")
        await come_and_go(hall, 50)
        before, open_before = memory(server), len(list(Path(f"/proc/{server.pid}/fd").iterdir()))
        await come_and_go(hall, 250)
        async with asyncio.timeout(20):
            while len(list(Path(f"/proc/{server.pid}/fd").iterdir())) > open_before + 5:
                await asyncio.sleep(0.05)
        assert memory(server) - before < BOUND


async def test_control_an_unknown_event_is_no_reason_to_show_anybody_out(server: Server):
    async with others_go_on(server) as hall:
        async with raw_phone(hall) as phone:
            await phone.hello(hall.code)
            phone.send('42["nooit",1]')
            phone.send(flood(1))
            assert await answers(phone, 1) == [""]
        anna = await hall.phone("Anna")
        assert (await anna.ask("do", [asked("idea.add", round=IDEAS, text="Dag")]))[0]["ok"]
