"""What is too much or not allowed any more is refused, and nobody else notices."""

from __future__ import annotations

import asyncio
import re
import time

import aiohttp
import pytest

from brouwerij import clock, identity
from brouwerij.live.pace import PER_MINUTE, PER_SECOND
from brouwerij.simulate.client import NotWelcome
from brouwerij.store import workshops
from brouwerij.store.gate import write
from tests.support.hall import IDEAS, Hall
from tests.support.raw import raw_phone
from tests.support.server import Server
from tests.support.wire import asked

FRAME = 64 * 1024


async def test_text_that_is_far_too_long_is_refused_and_the_socket_stays_open(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)

        outcome = await anna.do("idea.add", round=IDEAS, text="x" * (FRAME - 1000))

        assert outcome.error is not None
        assert outcome.error.code == "text.too_long"
        await anna.must("idea.add", round=IDEAS, text="Dit past")
        assert anna.hellos == 1


async def test_frame_that_is_too_large_costs_that_connection_and_no_other(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna, bram = await hall.leader(), await hall.phone("Anna"), await hall.phone("Bram")
        await leader.must("round.open", round=IDEAS)

        with pytest.raises((ConnectionError, TimeoutError)):
            await anna.ask("do", [asked("idea.add", round=IDEAS, text="x" * 4 * FRAME)])

        await anna.until(lambda c: c.hellos == 2)
        await anna.must("idea.add", round=IDEAS, text="Dit past")
        await bram.must("idea.add", round=IDEAS, text="En dit ook")
        assert bram.hellos == 1


async def test_commands_that_come_too_fast_are_not_stored_and_are_taken_later(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna, bram = await hall.leader(), await hall.phone("Anna"), await hall.phone("Bram")
        await leader.must("round.open", round=IDEAS)
        replies: list[dict[str, object]] = []
        while not (refused := [reply for reply in replies if not reply["ok"]]):
            commands = [asked("idea.add", round=IDEAS, text=f"Idee {n}") for n in range(16)]
            replies += await anna.ask("do", commands)

        assert {reply["error"]["code"] for reply in refused} == {"command.too_many"}
        assert len(replies) <= PER_MINUTE + 16
        await bram.must("idea.add", round=IDEAS, text="Mij raakt dat niet")

        outcome = await anna.do("idea.add", round=IDEAS, text="Even later")
        assert outcome.ok
        stored = len(replies) - len(refused)
        assert len((await hall.again(anna)).own("ideas")) == stored + 1


async def test_coming_back_gives_nobody_a_new_pace(server: Server):
    async with Hall(server) as hall:
        leader = await hall.leader()
        await leader.must("round.open", round=IDEAS)
        cookie, began, taken = await hall.join("Anna"), int(time.monotonic()), 0
        for turn in range(6):
            async with raw_phone(hall, cookie) as phone:
                await phone.hello(hall.code)
                replies: list[dict[str, object]] = []
                while all(reply["ok"] for reply in replies):
                    ids = [f"{turn}-{len(replies) + n:08}" for n in range(16)]
                    replies += await phone.do("idea.add", ids, round=IDEAS, text="Vlug")
                taken += sum(bool(reply["ok"]) for reply in replies)

        assert taken <= PER_SECOND * (int(time.monotonic()) - began + 1)


async def test_command_before_hello_is_refused(any_server: Server):
    import socketio

    async with Hall(any_server) as hall:
        cookie = await hall.join("Anna")
        early = socketio.AsyncClient(reconnection=False)
        await early.connect(
            f"{any_server.address}/?w={hall.code}",
            headers={"Cookie": cookie},
            transports=["websocket"],
        )
        reply = await early.call("do", [asked("idea.add", round=IDEAS, text="Wie ben ik?")])
        await early.disconnect()
        assert reply[0]["error"]["code"] == "command.not_allowed"


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
async def test_connection_from_another_website_is_refused(any_server: Server, origin: str):
    async with Hall(any_server) as hall, aiohttp.ClientSession() as web:
        url = f"{any_server.address}/socket.io/?EIO=4&transport=polling&w={hall.code}"
        async with web.get(url, headers={"Origin": origin}) as answer:
            assert answer.status == 400
        async with web.get(url, headers={"Origin": any_server.address}) as answer:
            assert answer.status == 200, "the control: our own pages get in"


async def test_facilitator_link_when_revoked_then_leads_no_more(any_server: Server):
    """Taken back by another process: nobody is told, and the next command is refused."""
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("message.show", text="Nog wel")
        with any_server.app.app_context():
            token = identity.facilitator_token(hall.link)
            assert write(lambda s: workshops.revoke_link(s, hall.id, hall.link, clock.now()))

        outcome = await leader.do("message.show", text="Niet meer")

        assert outcome.error is not None
        assert outcome.error.code == "command.not_allowed"
        with pytest.raises(NotWelcome, match=r"participant\.unknown"):
            await hall.leader()
        async with (
            aiohttp.ClientSession() as web,
            web.get(f"{any_server.address}/b/{token}", allow_redirects=False) as answer,
        ):
            assert answer.status == 403
        assert anna.of("workshop")["this"]["message"] == "Nog wel"


async def test_facilitator_link_when_the_organiser_takes_it_back_then_who_leads_is_shown_out(
    any_server: Server,
):
    async with Hall(any_server) as hall:
        leader = await hall.leader()
        with any_server.app.app_context():
            token = identity.organiser_token(hall.code)
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as web:
            async with web.get(f"{any_server.address}/o/{token}") as answer:
                page = await answer.text()
            csrf = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
            assert csrf, page
            url = f"{any_server.address}/sessies/{hall.code}/links/{hall.link}/intrekken"
            async with web.post(url, data={"csrf_token": csrf[1]}) as answer:
                assert answer.status == 200

        async with asyncio.timeout(10):
            await leader.until(lambda c: c.bye == "revoked")
        with pytest.raises(NotWelcome):
            await hall.leader()


async def test_link_that_may_end_on_the_projector_does(any_server: Server):
    async with Hall(any_server) as hall, aiohttp.ClientSession() as web:
        with any_server.app.app_context():
            link = f"{any_server.address}/b/{identity.facilitator_token(hall.link)}"
        for way, page in (
            ("", "begeleiding"),
            ("?op=projector", "projector"),
            ("?op=x", "begeleiding"),
        ):
            async with web.get(link + way, allow_redirects=False) as answer:
                assert answer.headers["Location"] == f"/{hall.code}/{page}"
                assert f"f_{hall.code}" in answer.cookies
