"""A phone below every library: bytes over a socket."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.support.hall import Hall

TEXT = 0x81
"""First byte of a frame that is a whole message of text (RFC 6455, section 5.2)."""
MASK = bytes((1, 2, 3, 4))


def frame(first: int, data: bytes, mask: bytes = MASK) -> bytes:
    """A frame as a browser sends it (RFC 6455, section 5.2)."""
    if len(data) < 126:
        length = bytes((0x80 | len(data),))
    elif len(data) < 1 << 16:
        length = b"\xfe" + struct.pack("!H", len(data))
    else:
        length = b"\xff" + struct.pack("!Q", len(data))
    masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(data))
    return bytes((first,)) + length + mask + masked


class RawPhone:
    """A phone that says just what it is told to. What it does not read piles up at the server: its
    system takes a few kilobytes and no more."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    def send(self, text: str) -> None:
        self._writer.write(frame(TEXT, text.encode()))

    async def send_bytes(self, data: bytes) -> None:
        """Bytes as they are, and out of our hands before this is over."""
        self._writer.write(data)
        await self._writer.drain()

    async def receive(self) -> str:
        """The next frame of text; what answers a ping is passed over."""
        while True:
            first, length = await self._reader.readexactly(2)
            if length > 125:
                more = await self._reader.readexactly(2 if length == 126 else 8)
                length = int.from_bytes(more, "big")
            data = await self._reader.readexactly(length)
            if first == 0x81:
                return data.decode()

    async def is_shown_out(self) -> None:
        """Read until the server closed the connection, whatever else came before."""
        async with asyncio.timeout(20):
            try:
                while await self._reader.read(4096):
                    pass
            except ConnectionError:
                return

    async def hello(self, code: str, seq: int = 0, epoch: str = "") -> Any:
        said = {"code": code, "audience": "participant", "seq": seq, "epoch": epoch}
        self.send("421" + json.dumps(["hello", said]))
        while True:
            kind, body = await self.read()
            if kind == "43":
                return body[0]

    async def do(self, kind: str, ids: list[str], **data: Any) -> list[dict[str, Any]]:
        """Give a command under each of these ids, and the outcomes."""
        self.send(
            "422" + json.dumps(["do", [{"id": id, "kind": kind, "data": data} for id in ids]])
        )
        while True:
            packet, body = await self.read()
            if packet == "43":
                outcomes: list[dict[str, Any]] = body[0]
                return outcomes

    async def read(self) -> tuple[str, Any]:
        """The next thing that came: what kind of packet, and its data.

        Raises ConnectionError when that is the end, and TimeoutError when nothing comes.
        """
        async with asyncio.timeout(20):
            while True:
                text = await self.receive()
                if text == "2":
                    self.send("3")
                elif text == "1":
                    raise ConnectionError("shown out")
                else:
                    return text[:2], json.loads(text[2:].lstrip("0123456789"))


@asynccontextmanager
async def raw_phone(hall: Hall, cookie: str = "") -> AsyncIterator[RawPhone]:
    """One that is connected, and has not said hello. cookie: whose it is; "" for somebody new."""
    cookie = cookie or await hall.join("Slaper")
    small = socket.socket()
    small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    small.connect(("127.0.0.1", hall.server.port))
    reader, writer = await asyncio.open_connection(sock=small, limit=1024)
    writer.write(
        f"GET /socket.io/?EIO=4&transport=websocket&w={hall.code} HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{hall.server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
        f"Cookie: {cookie}\r\n\r\n".encode()
    )
    while (await reader.readline()).strip():
        pass
    phone = RawPhone(reader, writer)
    assert (await phone.receive()).startswith("0")
    phone.send("40")
    assert (await phone.receive()).startswith("40")
    try:
        yield phone
    finally:
        writer.transport.abort()
