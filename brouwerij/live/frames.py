"""Messages as bytes: Socket.IO's encoding within Engine.IO's within a websocket frame."""

from __future__ import annotations

import struct
from typing import Any

from engineio import packet as eio_packet

_NORMAL_TEXT = 0x81
"""First byte of a websocket frame that is a whole message of text (RFC 6455, section 5.2)."""

_MASKED = 0x80
"""Set in the second byte of a frame that is masked, as all that come from a browser are."""


class Message:
    """A message, encoded and framed once for all who get it. payload: as Socket.IO encodes it."""

    __slots__ = ("_packet", "frame", "payload")

    def __init__(self, payload: bytes) -> None:
        self.payload = payload
        self.frame = _frame(b"4" + payload)
        self._packet: Any = None

    @classmethod
    def event(cls, name: str, body: bytes) -> Message:
        """An event with its data as JSON."""
        return cls(b'2["' + name.encode() + b'",' + body + b"]")

    @classmethod
    def ack(cls, id: int, body: bytes) -> Message:
        """The answer to the event with this number."""
        return cls(b"3" + str(id).encode() + b"[" + body + b"]")

    @property
    def packet(self) -> Any:
        """The same for the library's own way; it keeps the encoded text."""
        if self._packet is None:
            self._packet = eio_packet.Packet(eio_packet.MESSAGE, self.payload.decode())
        return self._packet


def _frame(data: bytes) -> bytes:
    length = len(data)
    if length < 126:
        return struct.pack("!BB", _NORMAL_TEXT, length) + data
    if length < 1 << 16:
        return struct.pack("!BBH", _NORMAL_TEXT, 126, length) + data
    return struct.pack("!BBQ", _NORMAL_TEXT, 127, length) + data


def ordinary(data: bytes) -> tuple[bytes | None, int]:
    """The first message in what a browser sent, unmasked, and its length with its head.

    None for what is not a whole, unbroken message of text below 64 kB. (RFC 6455, section 5.2)
    """
    if len(data) < 6 or data[0] != _NORMAL_TEXT or data[1] < _MASKED:
        return None, 0
    length, head = data[1] - _MASKED, 6
    if length == 126:
        length, head = int.from_bytes(data[2:4], "big"), 8
    if length == 127 or len(data) < head + length:
        return None, 0
    end = head + length
    return unmask(data[head:end], tuple(data[head - 4 : head])), end


def unmask(data: bytes, mask: tuple[int, ...], length: int | None = None, offset: int = 0) -> bytes:
    """What eventlet does a byte at a time, some thirty times as fast (RFC 6455, section 5.3).

    mask: four numbers, of which the one at `offset` modulo four comes first.
    """
    size = len(data) if length is None else length
    turned = bytes(mask[(offset + at) % 4] for at in range(4))
    key = (turned * (size // 4 + 1))[:size]
    number = int.from_bytes(data[:size], "big") ^ int.from_bytes(key, "big")
    return number.to_bytes(size, "big")
