"""Reading from the sockets without waking anybody for an ordinary message.

Stock, each connection has a greenlet that waits for its socket: a message costs it three reads, as
many times in and out of the poll, a timer and two switches. Here the hub calls us when a socket has
something; a whole message that can be handled at once is handled there and then, with one read. All
the rest (pieces of messages, pings and closings, what is not right) is left to the greenlet and to
eventlet's own reading, which finds before it what was read ahead. Under eventlet only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engineio.socket import Socket as EngineSocket
from socketio import Server

from brouwerij import aio
from brouwerij.live.frames import ordinary, unmask

MOST_AT_ONCE = 65_536
"""Bytes that are read from a socket in one go."""

Take = Callable[[EngineSocket, bytes], bool]
"""Handle a message at once, without waiting; False when it is not one for that."""


class ReadAhead:
    """A socket of eventlet's in front of which lies what was read from it already.

    closed: told when it is closed from this side.
    """

    def __init__(self, sock: Any, closed: Callable[[], None]) -> None:
        self.ahead = b""
        self.fd = sock.fd
        self.sendall, self.shutdown = sock.sendall, sock.shutdown
        self.settimeout, self.obsolete = sock.settimeout, sock._mark_as_closed
        self._sock = sock
        self._closed = closed

    def recv(self, size: int) -> bytes:
        if not self.ahead:
            return bytes(self._sock.recv(size))
        data, self.ahead = self.ahead[:size], self.ahead[size:]
        return data

    def close(self) -> None:
        self._sock.close()
        self._closed()


class Reader:
    """Reads the messages of one websocket. take: offered each ordinary one."""

    __slots__ = ("_ear", "_engine", "_sock", "_stock", "_take")

    def __init__(self, engine: EngineSocket, web: Any, take: Take) -> None:
        self._engine = engine
        self._take = take
        self._ear = aio.Ear(self._heard)
        self._stock = web.wait
        # We close a socket ourselves when a ping is not answered; nobody would wake us then.
        self._sock = web.socket = ReadAhead(web.socket, closed=self._ear.wake_soon)

    def wait(self) -> Any:
        """The next message that was not taken on its way, or None at the end."""
        if self._engine.upgraded and not self._left():
            self._ear.wait(self._sock.fd.fileno(), self._sock.obsolete)
        return self._stock()

    def _heard(self) -> bool:
        """Read and take what is there; whether stock has to go on with it."""
        try:
            data = self._sock.fd.recv(MOST_AT_ONCE)
        except BlockingIOError:
            return False
        except OSError:
            return True
        self._sock.ahead += data
        return not data or self._left()

    def _left(self) -> bool:
        """Take what was read ahead; whether there is more that has to be read as stock."""
        sock = self._sock
        while sock.ahead:
            message, size = ordinary(sock.ahead)
            if message is None or not self._take(self._engine, message):
                return True
            sock.ahead = sock.ahead[size:]
        return False


def read_ahead(server: Server, take: Take) -> None:
    """Have the websockets of a server read so, and each engine.io socket know its own, as `web`."""
    stock = server.eio._async["websocket"]
    if aio.mode() != "eventlet":
        return

    class Websocket(stock):  # type: ignore[misc, valid-type]
        def __init__(self, handler: Any, eio: Any) -> None:
            def remember(web: Any) -> Any:
                engine = handler.__self__
                type(web)._apply_mask = staticmethod(unmask)
                web.wait = Reader(engine, web, take).wait
                engine.web = web
                return handler(web)

            super().__init__(remember, eio)

        def __call__(self, environ: Any, start_response: Any) -> Any:
            # Compressing for each connection costs a hundred times the writing.
            environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
            return super().__call__(environ, start_response)

    server.eio._async = {**server.eio._async, "websocket": Websocket}
