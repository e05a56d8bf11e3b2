"""What comes in, before anybody looks at what it says.

Only packets of our wire come in, and no faster than somebody can be answered: who sends another
thing is shown out, who sends too much is read more slowly. So is who connects and never says hello,
and who lets answers pile up without taking them. The libraries themselves would wait for binary
parts without end, log a page for every packet that cannot be read, and read on.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial
from types import MethodType
from typing import Any

from engineio.exceptions import EngineIOError
from engineio.socket import Socket as EngineSocket
from socketio import Server
from socketio import packet as sio_packet

from brouwerij import aio
from brouwerij.live.closed import Closed
from brouwerij.live.pace import Pace

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
"""How often it is looked who has to go."""
STRANGER_SECONDS = 60.0
"""How long somebody may be connected without a hello that was answered by a welcome."""
MOST_UNTAKEN = 256
"""How many messages may wait for a connection."""
PAUSE = 0.05
"""Seconds before the next message is read of who sends more than their pace."""
CONTROL = ("1", "2probe", "3", "5")
"""Engine.IO packets that a client sends, beside messages: close, probe, pong, upgrade."""
MESSAGES = ("40", "41", "42")
"""How messages start: Socket.IO's connect, disconnect and event. We use no binary and no acks."""


class Malformed(Exception):
    """It is no packet of our wire."""


class Packet(sio_packet.Packet):
    """A Socket.IO packet, of a kind that a client sends us. Raises Malformed when it is not."""

    def decode(self, encoded_packet: Any) -> Any:
        try:
            attachments = super().decode(encoded_packet)
        except (ValueError, TypeError, RecursionError) as error:
            raise Malformed(str(error)) from error
        if self.packet_type == sio_packet.EVENT:
            named = isinstance(self.data, list) and self.data and isinstance(self.data[0], str)
        else:
            named = self.packet_type in (sio_packet.CONNECT, sio_packet.DISCONNECT)
        if attachments or not named:
            raise Malformed("it is no event of ours")
        return attachments


class Door:
    """Stands before the sockets of a server."""

    def __init__(self, server: Server, known: Callable[[str], bool]) -> None:
        """known: whether the connection with this Engine.IO sid was welcomed."""
        self._sockets = server.eio.sockets
        self._known = known
        self._paces: dict[str, Pace] = {}
        self._since: dict[str, float] = {}
        self._addresses: dict[str, str] = {}
        self._closed = Closed()
        self._stock = dict(server.eio.handlers)
        self._looking = False
        server.eio.on("connect", self._come)
        server.eio.on("message", self._say)
        server.eio.on("disconnect", self._go)
        server.eio.disconnect = self._disconnect
        _read_through(server, self._read)

    def _come(self, sid: str, environ: Any) -> Any:
        self._paces[sid], self._since[sid] = Pace(), time.monotonic()
        self._addresses[sid] = environ.get("REMOTE_ADDR", "")
        engine = self._sockets[sid]
        engine.handle_post_request = partial(self._post, engine, engine.handle_post_request)
        if not self._looking:
            self._looking = True
            aio.spawn(self._look_around)
        return self._stock["connect"](sid, environ)

    def _say(self, sid: str, data: Any) -> None:
        engine = self._sockets.get(sid)
        if engine is None or engine.closed:
            return
        if not engine.upgraded:
            self._slow_down(sid)
        try:
            self._stock["message"](sid, data)
        except Malformed as error:
            self._show_out(engine, f"it sent what is no packet ({error})")
        except Exception:
            logger.exception("an event could not be handled")
            self._show_out(engine, "its event could not be handled")

    def _post(self, engine: EngineSocket, take: Callable[[Any], None], environ: Any) -> None:
        """Take what was posted. engine.io answers this error, and no other, with a bad request."""
        try:
            take(environ)
        except (ValueError, LookupError, RecursionError) as error:
            self._show_out(engine, "it posted what is no packet")
            raise EngineIOError from error

    def _go(self, sid: str, reason: str) -> None:
        self._paces.pop(sid, None)
        self._since.pop(sid, None)
        self._addresses.pop(sid, None)
        self._stock["disconnect"](sid, reason)

    def _disconnect(self, sid: str) -> None:
        """In place of engine.io's own, which waits until the client took all that it was sent."""
        engine = self._sockets.get(sid)
        if engine is not None:
            engine.close(wait=False)

    def _read(self, engine: EngineSocket, wait: Callable[[], Any]) -> Any:
        """The next packet of a websocket; None, as when it is gone, for what is none."""
        self._slow_down(engine.sid)
        try:
            data = wait()
        except Exception as error:  # of many kinds, and each means that nothing more comes
            logger.debug("a connection ended: %s", error)
            return None
        if data is None or engine.closed:
            return None
        if isinstance(data, str) and (data in CONTROL or data.startswith(MESSAGES)):
            return data
        self._show_out(engine, "it sent what is no packet")
        return None

    def allows(self, sid: str) -> bool:
        """Whether a connection keeps to its pace with one message more, which counts only then."""
        pace = self._paces.get(sid)
        return pace is None or pace.allows(1, time.monotonic())

    def _slow_down(self, sid: str) -> None:
        if not self.allows(sid):
            aio.sleep(PAUSE)

    def _look_around(self) -> None:
        while True:
            aio.sleep(LOOK_SECONDS)
            self.look(time.monotonic())

    def look(self, now: float) -> None:
        """Show out who has to go. now: in seconds, on the clock of the system."""
        for sid, engine in list(self._sockets.items()):
            if engine.queue.qsize() > MOST_UNTAKEN:
                self._show_out(engine, "it does not take what it is sent")
            elif now - self._since.get(sid, now) > STRANGER_SECONDS and not self._known(sid):
                self._show_out(engine, "it never said hello")
        self._closed.look(now)

    def _show_out(self, engine: EngineSocket, why: str) -> None:
        """Close a connection, without waiting until it has read everything."""
        self._closed.tell(self._addresses.get(engine.sid, ""), why, time.monotonic())
        engine.close(wait=False)


def _read_through(server: Server, read: Callable[[EngineSocket, Callable[[], Any]], Any]) -> None:
    """Have engine.io get from its websockets what `read` makes of it."""
    stock = server.eio._async["websocket"]

    class Guarded(stock):  # type: ignore[misc, valid-type]
        def __init__(self, handler: Any, eio: Any) -> None:
            def handle(engine: EngineSocket, web: Any) -> Any:
                wait = web.wait
                web.wait = lambda: read(engine, wait)
                return handler(web)

            super().__init__(MethodType(handle, handler.__self__), eio)

    server.eio._async = {**server.eio._async, "websocket": Guarded}
