"""Reading frames: however they are cut, every command is handled once and in its order."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.live.frames import ordinary
from tests.support.hall import IDEAS, Hall
from tests.support.raw import TEXT, RawPhone, frame, raw_phone
from tests.support.server import Server

CONTINUED, PING = 0x80, 0x89
LAST_OF_THREE = (0x01, 0x00, 0x80)


@given(
    st.lists(st.text(max_size=200).map(str.encode), max_size=5), st.binary(min_size=4, max_size=4)
)
def test_messages_are_read_one_after_another_and_never_before_they_are_whole(
    messages: list[bytes], mask: bytes
):
    data = b"".join(frame(TEXT, message, mask) for message in messages)
    read, rest = [], data
    for cut in range(len(data)):
        assert ordinary(data[:cut])[0] in (None, *messages[:1])
    while rest:
        message, size = ordinary(rest)
        assert message is not None
        read.append(message)
        rest = rest[size:]
    assert read == messages


@pytest.mark.parametrize(
    "data",
    [
        b"",
        frame(TEXT, b"x")[:-1],
        frame(0x01, b"a piece"),
        frame(CONTINUED, b"its end"),
        frame(PING, b"2"),
        frame(0x88, b""),
        frame(0xC1, b"compressed"),
        b"\x81\x01x",
        frame(TEXT, b"x" * (1 << 16)),
    ],
    ids=["nothing", "cut", "piece", "end", "ping", "close", "bits", "unmasked", "large"],
)
def test_what_is_not_an_ordinary_message_is_left_alone(data: bytes):
    assert ordinary(data) == (None, 0)


def idea(number: int) -> bytes:
    asked = {
        "id": f"gelezen-{number:08}",
        "kind": "idea.add",
        "data": {"round": IDEAS, "text": f"Idee {number}"},
    }
    return f'42{number}["do",{json.dumps([asked])}]'.encode()


def mixed() -> tuple[bytes, int]:
    """Commands whole and in pieces with a ping between, as one stream; how many they are."""
    first, second, third, fourth, fifth, sixth = (idea(number) for number in range(10, 16))
    pieces = zip(LAST_OF_THREE, (fourth[:9], fourth[9:30], fourth[30:]), strict=True)
    broken = [frame(kind, piece) for kind, piece in pieces]
    stream = [
        frame(TEXT, first),
        frame(TEXT, second),
        frame(PING, b"nog daar"),
        frame(TEXT, third),
        broken[0],
        frame(PING, b""),
        *broken[1:],
        frame(TEXT, fifth),
        frame(TEXT, sixth),
    ]
    return b"".join(stream), 6


def cuts(stream: bytes, every: int) -> Iterable[bytes]:
    return (stream[at : at + every] for at in range(0, len(stream), every))


@pytest.mark.parametrize("every", [1, 7, 100, 100_000])
async def test_commands_are_answered_in_order_however_their_bytes_are_cut(
    server: Server, every: int
):
    async with Hall(server) as hall:
        leader = await hall.leader()
        await leader.must("round.open", round=IDEAS)
        async with raw_phone(hall) as phone:
            await phone.hello(hall.code)
            stream, number = mixed()
            for part in cuts(stream, every):
                await phone.send_bytes(part)
            answered = await answers(phone, number)
    assert [id for id, _ in answered] == list(range(10, 10 + number))
    assert all(outcome["ok"] for _, outcome in answered)
    seqs = [outcome["seq"] for _, outcome in answered]
    assert seqs == sorted(set(seqs))


async def answers(phone: RawPhone, number: int) -> list[tuple[int, dict[str, object]]]:
    """The first so many answers, each with the number of what it answers."""
    found: list[tuple[int, dict[str, object]]] = []
    async with asyncio.timeout(20):
        while len(found) < number:
            text = await phone.receive()
            if text.startswith("43"):
                id, body = text[2:].split("[", 1)
                found.append((int(id), json.loads("[" + body)[0][0]))
    return found
