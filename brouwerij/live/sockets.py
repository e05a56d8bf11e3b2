"""The events on the socket: hello and do come in, patch, mine and bye go out.

Who somebody is, is established at `hello` from the signed cookie and kept with the connection;
the session of Flask is not read after that. docs/protocol.md tells the wire to client writers.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import flask
import msgspec
from flask_socketio import disconnect, join_room, leave_room
from flask_socketio import rooms as joined
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from brouwerij import identity
from brouwerij.domain.commands import Actor, Command
from brouwerij.domain.entities import Participant
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Audience
from brouwerij.extensions import db, socketio
from brouwerij.live import rooms
from brouwerij.live.decisions import Result
from brouwerij.live.kettle import Kettle, audience_room, person_room
from brouwerij.store import workshops
from brouwerij.texts import sentence
from brouwerij.wire import MAX_COMMANDS, Asked, Bye, Hello, Outcome, PatchMessage, Problem, Refused

logger = logging.getLogger(__name__)

PER_SECOND = parse("60/second")
PER_MINUTE = parse("1200/minute")
"""How many commands one sender may give: well above any thumb, well below a flood."""
_limiter = FixedWindowRateLimiter(MemoryStorage())


@dataclass(frozen=True, slots=True)
class Connection:
    """Who is at the other end of a socket."""

    kettle: Kettle
    actor: Actor
    audience: Audience
    language: str

    @property
    def sender(self) -> str:
        """Under what the receipts of this sender are kept."""
        return self.actor.id if self.actor.role == "participant" else f"link{self.actor.id}"


_connections: dict[str, Connection] = {}


def emit(room: str, event: str, message: PatchMessage | Bye) -> None:
    """Send a message to every socket in a room."""
    socketio.emit(event, msgspec.to_builtins(message), to=room)


@socketio.on("disconnect")
def on_disconnect(reason: str = "") -> None:
    gone = _connections.pop(_sid(), None)
    if gone is None or gone.actor.role != "participant":
        return
    if not any(c.actor == gone.actor and c.kettle is gone.kettle for c in _connections.values()):
        gone.kettle.forget(gone.actor.id)


@socketio.on("hello")
def on_hello(payload: Any = None) -> Any:
    """Say who one is and up to where one holds the view; answered by what is missing."""
    try:
        hello = msgspec.convert(payload, Hello)
    except msgspec.ValidationError:
        return _refused(Refusal("command.malformed"), "nl")
    try:
        kettle = rooms.kettle(hello.code)
    except LookupError:
        return _refused(Refusal("workshop.unknown"), hello.language)
    actor = _actor(kettle, hello)
    if actor is None:
        return _refused(Refusal("participant.unknown"), hello.language)
    with kettle.lock:
        audience = _audience(kettle, hello, actor)
        participant = actor.id if actor.role == "participant" else ""
        _leave_rooms()
        join_room(audience_room(kettle.code, audience))
        if participant:
            join_room(person_room(kettle.code, participant))
        _connections[_sid()] = Connection(kettle, actor, audience, hello.language)
        held = hello.seq if hello.table == audience.table else 0
        welcome = kettle.welcome(audience, participant, held, hello.epoch)
        return msgspec.to_builtins(welcome)


@socketio.on("do")
def on_do(payload: Any = None) -> Any:
    """Decide a list of commands, in order; answered after they are stored."""
    connection = _connections.get(_sid())
    language = connection.language if connection else "nl"
    if not isinstance(payload, list) or not 0 < len(payload) <= MAX_COMMANDS:
        return [_outcome(Result("", refusal=Refusal("command.malformed")), language)]
    read = [_read(item) for item in payload]
    # By place, not by id: an id that is used twice has two outcomes.
    decided = iter(_decided(connection, [item for item in read if isinstance(item, Command)]))
    return [
        _outcome(next(decided) if isinstance(item, Command) else item, language) for item in read
    ]


def _decided(connection: Connection | None, commands: list[Command]) -> list[Result]:
    """As many results as there are commands, in their order."""
    if connection is None:
        return _all_refused(commands, "command.not_allowed")
    if not _within_limits(connection, len(commands)):
        return _all_refused(commands, "command.too_many")
    if not commands:
        return []
    return connection.kettle.submit(connection.actor, commands, connection.sender)


def _all_refused(commands: list[Command], code: str) -> list[Result]:
    return [Result(command.id, refusal=Refusal(code)) for command in commands]


def _read(item: Any) -> Command | Result:
    """A command, or the refusal of what is not one."""
    try:
        asked = msgspec.convert(item, Asked)
    except msgspec.ValidationError:
        id = item.get("id") if isinstance(item, dict) else ""
        return Result(id if isinstance(id, str) else "", refusal=Refusal("command.malformed"))
    return Command(asked.id, asked.kind, asked.data)


def _actor(kettle: Kettle, hello: Hello) -> Actor | None:
    """Who this browser is for the audience it asks, by its cookies."""
    cookies = flask.request.cookies
    if hello.audience == "participant":
        participant = identity.participant(cookies, kettle.code)
        known = participant and kettle.board.get(Participant, participant)
        return Actor("participant", participant) if participant and known else None
    link = identity.facilitator_link(cookies, kettle.code)
    if link is None or not workshops.valid_link(db.session(), kettle.id, link):
        return None
    return Actor("facilitator", str(link))


def _audience(kettle: Kettle, hello: Hello, actor: Actor) -> Audience:
    """The audience of a connection; a participant's includes the table they sit at."""
    person = kettle.board.get(Participant, actor.id) if actor.role == "participant" else None
    return Audience(hello.audience, person.table if person else 0)


def _leave_rooms() -> None:
    sid = _sid()
    for room in joined():
        if room != sid:
            leave_room(room)


def _within_limits(connection: Connection, commands: int) -> bool:
    key = (connection.kettle.code, connection.sender)
    second = _limiter.hit(PER_SECOND, *key, cost=max(1, commands))
    return second and _limiter.hit(PER_MINUTE, *key, cost=max(1, commands))


def revoked(code: str, link: int) -> None:
    """A facilitator link was taken back: those who came in by it are shown out."""
    actor = Actor("facilitator", str(link))
    for sid, connection in list(_connections.items()):
        if connection.kettle.code == code and connection.actor == actor:
            socketio.emit("bye", msgspec.to_builtins(Bye("revoked")), to=sid)
            disconnect(sid, namespace="/")


def _sid() -> str:
    return str(flask.request.sid)  # type: ignore[attr-defined]


def _outcome(result: Result, language: str) -> Any:
    error = _problem(result.refusal, language) if result.refusal else None
    return msgspec.to_builtins(Outcome(result.id, result.ok, result.seq, error))


def _problem(refusal: Refusal, language: str) -> Problem:
    return Problem(refusal.code, sentence(refusal.code, refusal.params, language))


def _refused(refusal: Refusal, language: str) -> Any:
    return msgspec.to_builtins(Refused(_problem(refusal, language)))
