"""The open connections, and writing to them straight.

python-socketio gives every recipient of a broadcast a packet in a queue, a timer, a switch to its
writer and a frame of its own. Here a message is encoded and framed once, and the frame is written
to each socket as it is. When that cannot be (the connection polls, something is queued before it,
the socket is full) the message goes the library's own way, so that what is sent to a connection
always arrives in the order in which it was sent.

What this leans on in python-socketio, python-engineio and eventlet is named in `leaning`, which a
test holds against the versions that are installed. When something of it is gone, everything goes
the library's own way.
"""

from __future__ import annotations

import contextlib
import inspect
import logging
import re
import threading
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from engineio.exceptions import SocketIsClosedError
from engineio.socket import Socket as EngineSocket
from socketio import Server

from brouwerij import aio
from brouwerij.live.frames import Message
from brouwerij.live.reading import read_ahead

logger = logging.getLogger(__name__)

MOST_WAITING = 16
"""How many messages may wait for a slow connection before it is told to come and ask again."""
PATIENCE = 20
"""Seconds that the library's own way waits for an answer of ours."""

_EVENT = re.compile(rb'42(?P<id>\d{0,15})\["(?P<name>[a-z]+)",')
"""How an event starts, as Socket.IO writes it within Engine.IO's message."""

Handler = Callable[["Caller", Any], None]


class Line:
    """One connection. behind: it was told to ask again, and gets no patches until it does."""

    __slots__ = ("_send", "_server", "_web", "behind", "engine", "rooms", "sid")

    def __init__(self, server: Server, sid: str, engine: EngineSocket) -> None:
        self.sid = sid
        self.engine = engine
        self.rooms: tuple[str, ...] = ()
        self.behind = False
        self._server = server
        self._web: Any = None
        self._send: Callable[[bytes], int]

    def write(self, message: Message) -> bool:
        """Send a message, after everything that was sent before it; whether it waits for that."""
        if self._straight(message.frame):
            return False
        with contextlib.suppress(SocketIsClosedError):
            self._server.eio.send_packet(self.engine.sid, message.packet)
        return True

    @property
    def waiting(self) -> int:
        """How many messages wait to be sent."""
        return int(self.engine.queue.qsize())

    def _straight(self, frame: bytes) -> bool:
        """Write a frame to the socket now, or False when others come first.

        The lock is held while a frame is half written, and asked for by a writer that has packets
        in hand: free and unasked for, with an empty queue, means that nothing is under way.
        """
        if self._web is None and not self._found_web():
            return False
        engine, web = self.engine, self._web
        if engine.closed or engine.queue.queue or web._sendlock.balance != 1:
            return False
        try:
            sent = self._send(frame)
        except BlockingIOError:
            return False
        except OSError:
            return True  # it is gone, and whoever reads from it will say so
        if sent < len(frame):
            web._sendlock.acquire(blocking=False)
            aio.spawn(_finish, web, frame[sent:])
        return True

    def _found_web(self) -> bool:
        """Whether it talks by a websocket by now, which it keeps doing from then on."""
        engine = self.engine
        if not engine.upgraded or engine.upgrading or not hasattr(engine, "web"):
            return False
        self._web, self._send = engine.web, engine.web.socket.fd.send
        return True


def _finish(web: Any, rest: bytes) -> None:
    """Write the rest of a frame when the socket takes it, with the lock held since the first."""
    try:
        web.socket.sendall(rest)
    except OSError:
        logger.debug("a connection went away in the middle of a frame")
    finally:
        web._sendlock.release()


class Caller:
    """Who sent an event. answer: what they get back, as JSON; once, now or later."""

    __slots__ = ("_answer", "sid")

    def __init__(self, sid: str, answer: Callable[[bytes], None]) -> None:
        self.sid = sid
        self._answer = answer

    def answer(self, body: bytes) -> None:
        self._answer(body)


class Lines:
    """All connections of this process, in rooms of our own.

    in_time: whether a connection, by its Engine.IO sid, is to be answered at once or read slowly.
    """

    def __init__(self, server: Server, fallen_behind: Message, *, straight: bool = True) -> None:
        """fallen_behind: what a connection is told that cannot keep up. straight: False to go the
        library's own way all the time."""
        self.in_time: Callable[[str], bool] = lambda sid: True
        self._server = server
        self._fallen_behind = fallen_behind
        self._lines: dict[str, Line] = {}
        self._rooms: dict[str, dict[str, Line]] = {}
        self._handlers: dict[str, Handler] = {}
        self._at_once: dict[bytes, Handler] = {}
        self._lock = threading.Lock()
        lacking = leaning(server)
        if lacking:
            logger.error("writing to phones the slow way, since %s", "; ".join(lacking))
        self.straight = straight and not lacking
        if self.straight:
            read_ahead(server, self._take)
            self._stock_event = server._handle_event
            server._handle_event = self._on_event

    def on(self, event: str, handler: Handler, *, at_once: bool = False) -> None:
        """Have an event handled; the handler answers when it likes.

        at_once: it never waits, not even for a lock, and is called as the event is read.
        """
        self._handlers[event] = handler
        if at_once:
            self._at_once[event.encode()] = handler
        if not self.straight:
            self._server.on(event, self._waiting(handler))

    def enter(self, sid: str, rooms: Iterable[str]) -> None:
        """Put a connection in these rooms, and in no other."""
        engine = self._engine(sid)
        if engine is None:
            return
        with self._lock:
            self._leave(sid)
            line = self._lines.setdefault(sid, Line(self._server, sid, engine))
            line.rooms = tuple(rooms)
            line.behind = False
            for room in line.rooms:
                self._rooms.setdefault(room, {})[sid] = line

    def leave(self, sid: str) -> None:
        """Forget a connection that is gone."""
        with self._lock:
            self._leave(sid)
            self._lines.pop(sid, None)

    def emit(self, room: str, event: str, data: Any) -> None:
        """Send an event to everybody in a room; its data is encoded once."""
        members = self._rooms.get(room)
        if not members:
            return
        message = Message.event(event, msgspec.json.encode(data))
        for line in list(members.values()):
            if not line.behind and line.write(message) and line.waiting > MOST_WAITING:
                line.behind = True
                line.write(self._fallen_behind)

    def tell(self, sid: str, message: Message) -> None:
        """Send one connection a message."""
        engine = self._engine(sid)
        if engine is not None:
            (self._lines.get(sid) or Line(self._server, sid, engine)).write(message)

    def _leave(self, sid: str) -> None:
        line = self._lines.get(sid)
        for room in line.rooms if line else ():
            members = self._rooms.get(room, {})
            members.pop(sid, None)
            if not members:
                self._rooms.pop(room, None)

    def _engine(self, sid: str) -> EngineSocket | None:
        return self._server.eio.sockets.get(self._server.manager.eio_sid_from_sid(sid, "/"))

    def _take(self, engine: EngineSocket, message: bytes) -> bool:
        """Handle an event that is handled at once, straight from the bytes of its message."""
        event = _EVENT.match(message)
        handler = self._at_once.get(event["name"]) if event else None
        sid = self._server.manager.sid_from_eio_sid(engine.sid, "/") if handler else None
        if event is None or handler is None or sid is None or not self.in_time(engine.sid):
            return False
        try:
            payload = msgspec.json.decode(message[event.end() : -1])
        except msgspec.DecodeError:
            return False
        try:
            handler(self._caller(sid, int(event["id"]) if event["id"] else None), payload)
        except Exception:
            logger.exception("an event was not handled")
        return True

    def _on_event(self, eio_sid: str, namespace: str | None, id: int | None, data: Any) -> None:
        """In place of python-socketio's own: no background task, no context, no waiting."""
        handler = self._handlers.get(data[0]) if isinstance(data[0], str) else None
        sid = self._server.manager.sid_from_eio_sid(eio_sid, "/")
        if handler is None or namespace not in (None, "/") or sid is None:
            self._stock_event(eio_sid, namespace, id, data)
            return
        handler(self._caller(sid, id), data[1] if len(data) > 1 else None)

    def _caller(self, sid: str, id: int | None) -> Caller:
        """Who sent an event. id: the number under which they want its answer."""

        def answer(body: bytes) -> None:
            if id is not None:
                self.tell(sid, Message.ack(id, body))

        return Caller(sid, answer)

    def _waiting(self, handler: Handler) -> Callable[..., Any]:
        """A handler as python-socketio knows them: what it returns is the answer."""

        def handle(sid: str, payload: Any = None) -> Any:
            answered, box = threading.Event(), []

            def answer(body: bytes) -> None:
                box.append(msgspec.json.decode(body))
                answered.set()

            handler(Caller(sid, answer), payload)
            answered.wait(PATIENCE)
            return box[0] if box else None

        return handle


def leaning(server: Server) -> list[str]:
    """What this module leans on and does not find, in words; nothing when all is there."""
    wanted = {
        "socketio.Server has no _handle_event(eio_sid, namespace, id, data)": lambda: (
            list(inspect.signature(type(server)._handle_event).parameters)
            == ["self", "eio_sid", "namespace", "id", "data"]
        ),
        "its manager does not tell sids": lambda: (
            callable(server.manager.eio_sid_from_sid) and callable(server.manager.sid_from_eio_sid)
        ),
        "engineio.Server keeps no sockets": lambda: isinstance(server.eio.sockets, dict),
        "engineio.Server has no websocket driver to replace": lambda: (
            "websocket" in server.eio._async
        ),
        "engineio's Socket does not handle a websocket by a method of its own": lambda: (
            list(inspect.signature(EngineSocket._websocket_handler).parameters) == ["self", "ws"]
        ),
        **aio.leaning(),
    }
    return [words for words, there in wanted.items() if not _holds(there)]


def _holds(there: Callable[[], bool]) -> bool:
    try:
        return there()
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
