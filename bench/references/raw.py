"""The limit: raw sends from CPython. One prebuilt frame per broadcast, straight to every socket.

It speaks just enough websocket to be connected to. Whatever a client says means "broadcast".
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import select
import socket
from collections.abc import Callable

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
MASKED_GO = 6 + len('42["go"]')
"""Bytes of the frame that a client says "go" with: head, mask and text."""


def upgrade(request: bytes) -> bytes:
    """The answer to a request for a websocket (RFC 6455, section 4.2.2)."""
    key = request.partition(b"Sec-WebSocket-Key: ")[2].partition(b"\r\n")[0]
    accept = base64.b64encode(hashlib.sha1(key + GUID, usedforsecurity=False).digest())
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
    )


def frame(text: bytes) -> bytes:
    if len(text) < 126:
        return bytes((0x81, len(text))) + text
    return bytes((0x81, 126)) + len(text).to_bytes(2, "big") + text


class Limit:
    """A listening socket, and everybody who is connected."""

    def __init__(self, port: int, content: object, base: int) -> None:
        self._content = json.dumps(content, separators=(",", ":"))
        self._at = base
        self._epoll = select.epoll()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=4096)
        self._epoll.register(self._listener, select.EPOLLIN)
        self._open: dict[int, socket.socket] = {}
        self._sends: dict[int, Callable[[bytes], int]] = {}

    def serve(self) -> None:
        while True:
            for fd, _ in self._epoll.poll():
                if fd == self._listener.fileno():
                    self._accept()
                else:
                    self._read(fd)

    def _accept(self) -> None:
        connection, _ = self._listener.accept()
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._open[connection.fileno()] = connection
        self._epoll.register(connection, select.EPOLLIN)

    def _read(self, fd: int) -> None:
        connection = self._open[fd]
        said = connection.recv(4096)
        if not said:
            self._sends.pop(fd, None)
            self._open.pop(fd).close()
        elif fd not in self._sends:
            connection.send(upgrade(said))
            self._sends[fd] = connection.send
        else:
            for _ in range(len(said) // MASKED_GO):
                self._broadcast()

    def _broadcast(self) -> None:
        head = f'42["patch",{{"from":{self._at},"to":{self._at + 1},"set":'
        self._at += 1
        made = frame(f'{head}{self._content},"del":{{}}}}]'.encode())
        for send in self._sends.values():
            send(made)


if __name__ == "__main__":
    settings = os.environ
    content = json.loads(settings["BENCH_SET"])
    Limit(int(settings["BENCH_PORT"]), content, int(settings["BENCH_BASE"])).serve()
