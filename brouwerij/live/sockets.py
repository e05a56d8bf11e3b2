"""The events on the socket: hello, do, digest, writing, suggest, propose, alike and fits come in;
patch, mine, bye and presence go out.

Who somebody is, is established at `hello` from the signed cookie and kept with the connection;
the session of Flask is not read after that. docs/protocol.md tells the wire to client writers.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import msgspec
from flask import Flask, current_app
from socketio import Server

from brouwerij.domain.commands import MALFORMED, Actor, Command
from brouwerij.domain.entities import Participant
from brouwerij.domain.refusals import Refusal
from brouwerij.live import rooms
from brouwerij.live.connections import Connection, Key, audience_of, who_is
from brouwerij.live.decisions import Result
from brouwerij.live.door import Door
from brouwerij.live.frames import Message
from brouwerij.live.kettle import Kettle, audience_room, person_room
from brouwerij.live.lines import Caller, Lines
from brouwerij.live.pace import Paces
from brouwerij.live.presence import LOOKING, Attendance
from brouwerij.live.questions import QUESTIONS, Question
from brouwerij.live.suggestions import Suggestions
from brouwerij.texts import sentence
from brouwerij.wire import (
    MAX_COMMANDS,
    Asked,
    Bye,
    Hello,
    Outcome,
    PatchMessage,
    Presence,
    Problem,
    Refused,
    Welcome,
)

_KEY = "brouwerij_sockets"
_encode = msgspec.json.Encoder().encode

Results = list[Result]


@dataclass(eq=False)
class Sockets:
    """The sockets of one app, and who they belong to."""

    app: Flask
    server: Server
    straight: bool
    redis_url: str
    _connections: dict[str, Connection] = field(default_factory=dict)

    def __post_init__(self) -> None:
        behind = Message.event("bye", _encode(Bye("behind")))
        self.lines = Lines(self.server, behind, straight=self.straight)
        self.lines.on("hello", self._hello)
        self.lines.on("do", self._do, at_once=True)
        self.lines.on("digest", self._digest)
        self.lines.on("writing", self._writing)
        for question in QUESTIONS:
            self.lines.on(question.name, partial(self._ask, question))
        self.server.on("disconnect", self._gone)
        self.lines.in_time = Door(self.server, self._welcomed).allows
        self._paces = Paces()
        self._devices: Counter[Key] = Counter()
        self._suggestions = Suggestions()
        self._presence = Attendance(self.emit, self.redis_url)
        self.connected = self._presence.connected

    def emit(self, room: str, event: str, message: PatchMessage | Bye | Presence) -> None:
        """Send a message to every socket in a room."""
        self.lines.emit(room, event, message)

    def revoked(self, code: str, link: int) -> None:
        """A facilitator link was taken back: those who came in by it are shown out."""
        actor = Actor("facilitator", str(link))
        for sid, connection in list(self._connections.items()):
            if connection.kettle.code == code and connection.actor == actor:
                self.lines.tell(sid, Message.event("bye", _encode(Bye("revoked"))))
                self.server.disconnect(sid)

    def gone(self, code: str) -> None:
        """A workshop was taken away: everybody comes back, and hears that it is not there."""
        for sid, connection in list(self._connections.items()):
            if connection.kettle.code == code:
                self.server.disconnect(sid)

    def _welcomed(self, engine: str) -> bool:
        """Whether the connection with this Engine.IO sid said hello, and who it is is known."""
        return self.server.manager.sid_from_eio_sid(engine, "/") in self._connections

    def _gone(self, sid: str, reason: str = "") -> None:
        self.lines.leave(sid)
        gone = self._connections.pop(sid, None)
        if gone is None:
            return
        self._presence.went(gone.kettle.code, gone.participant)
        self._devices[gone.key] -= 1
        if not self._devices[gone.key]:
            del self._devices[gone.key]
            if gone.actor.role == "participant":
                gone.kettle.forget(gone.actor.id)

    def _hello(self, caller: Caller, payload: Any) -> None:
        """Say who one is and up to where one holds the view; answered by what is missing."""
        with self.app.app_context():
            caller.answer(_encode(self._welcome(caller.sid, payload)))
        connection = self._connections.get(caller.sid)
        if connection is not None and connection.audience in LOOKING:
            here = self._presence.now(connection.kettle.code)
            self.lines.tell(caller.sid, Message.event("presence", _encode(here)))

    def _welcome(self, sid: str, payload: Any) -> Any:
        try:
            hello = msgspec.convert(payload, Hello)
        except MALFORMED:
            return _refused(Refusal("command.malformed"), "nl")
        try:
            kettle = rooms.kettle(hello.code)
        except LookupError:
            return _refused(Refusal("workshop.unknown"), hello.language)
        cookies = self.server.get_environ(sid).get("HTTP_COOKIE", "")
        actor = who_is(cookies, kettle, hello)
        if actor is None:
            return _refused(Refusal("participant.unknown"), hello.language)
        with kettle.lock:
            if rooms.holds(kettle):
                return self._come_in(sid, kettle, actor, hello)
        return self._welcome(sid, payload)  # it was let go while we looked

    def _come_in(self, sid: str, kettle: Kettle, actor: Actor, hello: Hello) -> Welcome | None:
        """Know a connection from here on. Call it with the kettle's lock held."""
        if not self.server.manager.is_connected(sid, "/"):
            return None  # it went while we looked, and nobody would forget it
        audience = audience_of(kettle, hello, actor)
        participant = actor.id if actor.role == "participant" else ""
        joined = [audience_room(kettle.code, audience)]
        if participant:
            joined.append(person_room(kettle.code, participant))
        self.lines.enter(sid, joined)
        self._know(sid, Connection(kettle, actor, audience, hello.language))
        held = hello.seq if hello.table == audience.table else 0
        return kettle.welcome(audience, participant, held, hello.epoch)

    def _know(self, sid: str, connection: Connection) -> None:
        before = self._connections.get(sid)
        if before is not None:
            self._devices[before.key] -= 1
            self._presence.went(before.kettle.code, before.participant)
        self._connections[sid] = connection
        self._devices[connection.key] += 1
        kettle, participant = connection.kettle, connection.participant
        person = kettle.board.get(Participant, participant)
        self._presence.came(kettle.code, participant, person.initiative if person else "")

    def _do(self, caller: Caller, payload: Any) -> None:
        """Have a list of commands decided, in order; answered after they are stored."""
        connection = self._connections.get(caller.sid)
        language = connection.language if connection else "nl"
        if not isinstance(payload, list) or not 0 < len(payload) <= MAX_COMMANDS:
            malformed = Result("", refusal=Refusal("command.malformed"))
            caller.answer(_encode([self._outcome(malformed, language)]))
            return
        read = [_read(item) for item in payload]

        def answer(results: Results) -> None:
            # By place, not by id: an id that is used twice has two outcomes.
            decided = iter(results)
            outcomes = (next(decided) if isinstance(item, Command) else item for item in read)
            caller.answer(_encode([self._outcome(outcome, language) for outcome in outcomes]))

        commands = [item for item in read if isinstance(item, Command)]
        self._have_decided(connection, commands, answer)

    def _writing(self, caller: Caller, payload: Any) -> None:
        """Somebody is typing: only how many do so is told."""
        connection = self._connections.get(caller.sid)
        if connection and connection.participant and self._within_limits(connection, 1):
            self._presence.wrote(connection.kettle.code, connection.participant)
        caller.answer(b"null")

    def _digest(self, caller: Caller, payload: Any) -> None:
        """Say what this connection should hold by now, for a client that wants to be sure."""
        connection = self._admitted(caller)
        if connection is not None:
            with self.app.app_context(), connection.kettle.lock:
                digest = connection.kettle.digest(connection.audience, connection.participant)
            caller.answer(_encode(digest))

    def _ask(self, question: Question, caller: Caller, payload: Any) -> None:
        """What may belong together, of what this connection has in view."""
        connection = self._admitted(caller)
        if connection is None:
            return
        if question.for_who_leads and connection.participant:
            self._refuse(caller, "command.not_allowed", connection.language)
        else:
            self._suggestions.ask(question, connection.kettle, connection.audience, caller.answer)

    def _admitted(self, caller: Caller) -> Connection | None:
        """Who asks something, which counts as a command; None when they were told no."""
        connection = self._connections.get(caller.sid)
        if connection is None:
            self._refuse(caller, "command.not_allowed", "nl")
        elif not self._within_limits(connection, 1):
            self._refuse(caller, "command.too_many", connection.language)
        else:
            return connection
        return None

    def _refuse(self, caller: Caller, code: str, language: str) -> None:
        with self.app.app_context():
            caller.answer(_encode(_refused(Refusal(code), language)))

    def _have_decided(
        self,
        connection: Connection | None,
        commands: list[Command],
        answer: Callable[[Results], None],
    ) -> None:
        """Answer with as many results as there are commands, in their order."""
        if connection is None:
            answer(_all_refused(commands, "command.not_allowed"))
        elif not self._within_limits(connection, len(commands)):
            answer(_all_refused(commands, "command.too_many"))
        elif not commands:
            answer([])
        else:
            connection.kettle.offer(connection.actor, commands, connection.sender, answer)

    def _within_limits(self, connection: Connection, commands: int) -> bool:
        return self._paces.allow(connection.key, commands, time.monotonic())

    def _outcome(self, result: Result, language: str) -> Outcome:
        if result.refusal is None:
            return Outcome(result.id, True, result.seq)
        with self.app.app_context():
            return Outcome(result.id, False, result.seq, _problem(result.refusal, language))


def bind(app: Flask, server: Server, straight: bool, redis_url: str) -> Sockets:
    """Give an app its sockets. straight: whether frames are written straight (live/lines.py)."""
    app.extensions[_KEY] = Sockets(app, server, straight, redis_url)
    return cast(Sockets, app.extensions[_KEY])


def revoked(code: str, link: int) -> None:
    """A facilitator link of the current app was taken back."""
    cast(Sockets, current_app.extensions[_KEY]).revoked(code, link)


def gone(code: str) -> None:
    """A workshop of the current app was taken away."""
    cast(Sockets, current_app.extensions[_KEY]).gone(code)


def _all_refused(commands: list[Command], code: str) -> Results:
    return [Result(command.id, refusal=Refusal(code)) for command in commands]


def _read(item: Any) -> Command | Result:
    """A command, or the refusal of what is not one."""
    try:
        asked = msgspec.convert(item, Asked)
    except MALFORMED:
        id = item.get("id") if isinstance(item, dict) else ""
        return Result(id if isinstance(id, str) else "", refusal=Refusal("command.malformed"))
    return Command(asked.id, asked.kind, asked.data)


def _problem(refusal: Refusal, language: str) -> Problem:
    return Problem(refusal.code, sentence(refusal.code, refusal.params, language))


def _refused(refusal: Refusal, language: str) -> Refused:
    return Refused(_problem(refusal, language))
