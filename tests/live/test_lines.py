"""Writing straight to the sockets: what it leans on, the order of what arrives, and slow phones."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.extensions import socketio
from brouwerij.live.frames import Message, unmask
from brouwerij.live.lines import leaning
from tests.support.hall import IDEAS, Hall, sees
from tests.support.raw import raw_phone
from tests.support.server import Server, serving

WRITERS, TURNS = 10, 50
LONG = "lang " * 50


def test_everything_that_is_leaned_on_is_there(server: Server):
    """When this fails after an upgrade, everything goes the slow way until lines.py is mended."""
    assert server.app is not None
    assert leaning(socketio.server) == []


def test_what_is_gone_is_named():
    empty = SimpleNamespace(manager=SimpleNamespace(), eio=SimpleNamespace(_async={}))
    lacking = leaning(empty)  # type: ignore[arg-type]
    assert len(lacking) == 4
    assert all(words[0] for words in lacking)


@given(st.binary(max_size=300), st.tuples(*[st.integers(0, 255)] * 4), st.integers(0, 9))
def test_unmasking_is_exclusive_or_with_the_mask_turned(
    data: bytes, mask: tuple[int, ...], offset: int
):
    expected = bytes(byte ^ mask[(offset + at) % 4] for at, byte in enumerate(data))
    assert unmask(data, mask, offset=offset) == expected


@pytest.mark.parametrize("size", [0, 100, 200, 65_000, 70_000])
def test_frame_has_the_length_that_it_says(size: int):
    frame = Message.event("patch", b'"' + b"x" * size + b'"').frame
    short = frame[1]
    head = {126: 4, 127: 10}.get(short, 2)
    said = short if head == 2 else int.from_bytes(frame[2:head], "big")
    assert frame[0] == 0x81
    assert said == len(frame) - head
    assert frame[head:].startswith(b'42["patch",')


async def test_the_libraries_own_way_serves_too(tmp_path: Path):
    """What everything falls back to when an upgrade takes something away."""
    with serving(tmp_path / "instance", BROUWERIJ_STRAIGHT="0") as slow:
        async with Hall(slow) as hall:
            leader, anna = await hall.leader(), await hall.phone("Anna")
            await leader.must("round.open", round=IDEAS)
            idea = await anna.must("idea.add", round=IDEAS, text="Fonds")
            await leader.must("round.reveal", round=IDEAS, phase="room")
            await leader.until(sees("ideas", idea.id))


async def write_much(hall: Hall) -> int:
    """So much, in so many messages, that no buffer holds it; how many ideas there are then."""
    phones = [await hall.phone(f"Schrijver {number}") for number in range(WRITERS)]
    for turn in range(TURNS):
        sent = [phone.give("idea.add", round=IDEAS, text=f"{turn} " + LONG) for phone in phones]
        outcomes = await asyncio.gather(*(one.outcome for one in sent))
        assert all(outcome.ok for outcome in outcomes)
    return WRITERS * TURNS


async def test_phone_that_does_not_read_is_told_to_ask_again_and_then_sees_everything(
    server: Server,
):
    async with Hall(server) as hall:
        leader = await hall.leader()
        await leader.must("round.open", round=IDEAS)
        await leader.must("round.reveal", round=IDEAS, phase="room")
        async with raw_phone(hall) as slow:
            seen = await slow.hello(hall.code)
            at, epoch = seen["seq"], seen["epoch"]

            many = await write_much(hall)

            ideas: set[str] = set()
            while True:  # all that was sent comes in order, until it was too much
                kind, (event, body) = await slow.read()
                assert kind == "42"
                if event == "bye":
                    assert body == {"reason": "behind"}
                    break
                if event == "patch":
                    assert body["from"] <= at < body["to"]
                    at = body["to"]
                    ideas |= body["set"].get("ideas", {}).keys()
            assert len(ideas) < many  # the guard: something was indeed left out
            again = await slow.hello(hall.code, at, epoch)
            for patch in again["patches"]:
                ideas |= patch["set"].get("ideas", {}).keys()
            view = again["view"] or {"ideas": {}}
            assert len(ideas | view["ideas"].keys()) == many
