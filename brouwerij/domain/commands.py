"""What people ask for: the envelope, who may ask it when, and the dispatch to `decide`.

A module that owns a command declares it with `@command`; its handler gets a `Context` and the
checked data and gives a `Decision` (one change, or none when nothing changes) or a `Refusal`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import msgspec

from brouwerij.domain import changes
from brouwerij.domain.board import Board, Change
from brouwerij.domain.entities import Entity, Participant, Ref, Round
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.text import clean

Role = Literal["participant", "facilitator", "organiser", "system"]

EVERYONE: frozenset[Role] = frozenset(("participant", "facilitator", "organiser"))
STAFF: frozenset[Role] = frozenset(("facilitator", "organiser"))
SYSTEM: frozenset[Role] = frozenset(("system",))

ID_PATTERN = r"^[A-Za-z0-9_-]{8,40}\Z"
MALFORMED = (msgspec.ValidationError, UnicodeEncodeError)
"""What converting a client's data raises: of another shape, or a key or choice that is no text."""


class Actor(msgspec.Struct, frozen=True):
    """Who asks. id: a participant's id, or a facilitator's or organiser's; "" for the system."""

    role: Role
    id: str = ""

    @property
    def key(self) -> str:
        """Under what the log and the undo list know them; facilitators undo as one."""
        return self.id if self.role == "participant" else self.role_key

    @property
    def role_key(self) -> str:
        return "staff" if self.role in STAFF else "system"


class Command(msgspec.Struct, frozen=True):
    """What travels: an id made by the sender, a kind and its data."""

    id: str
    kind: str
    data: dict[str, Any] = {}


class Contact(msgspec.Struct, frozen=True):
    """How to reach somebody, and what they said it may be used for."""

    name: str = ""
    email: str = ""
    phone: str = ""
    share: bool = False


class PersonUpdate(msgspec.Struct, frozen=True):
    """Personal data that goes with a change but never into the log. None leaves it as it was.

    introduced: how to reach them for who asked to be introduced, and for nothing else. forget: all
    of it goes, the code to come back with too.
    """

    participant: str
    name: str | None = None
    contact: Contact | None = None
    introduced: Contact | None = None
    forget: bool = False


class Decision(msgspec.Struct, frozen=True):
    """What a command comes to: a change or nothing, and personal data to keep beside it."""

    change: Change | None = None
    people: tuple[PersonUpdate, ...] = ()


NOTHING = Decision()


def changed(
    kind: str,
    *entities: Entity,
    drop: tuple[Ref, ...] = (),
    people: tuple[PersonUpdate, ...] = (),
    helped: bool = False,
) -> Decision:
    """The decision that `entities` are now as given and those in `drop` are gone.

    helped: these are ballots of guests, whoever asked.

    Raises ValueError for a kind that is not declared in domain/changes.py.
    """
    if kind not in changes.KINDS:
        raise ValueError(f"unknown kind of change {kind}")
    return Decision(Change(kind, set=entities, drop=drop, helped=helped), people)


@dataclass(frozen=True, slots=True)
class Context:
    """All that a handler may look at. now: server time in ms; id: the command's id."""

    board: Board
    actor: Actor
    now: int
    id: str
    round: Round | None = None

    @property
    def this_round(self) -> Round:
        """The round that a round's command is about; `decide` has checked that it is there."""
        if self.round is None:
            raise LookupError("this command is about no round")
        return self.round


class Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data of a command; keys nobody asked for are refused."""


class RoundData(Data, frozen=True, forbid_unknown_fields=True):
    """The data of a round's command: always names the round it was made in."""

    round: str


class ForGuest(RoundData, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data of a command that a helper may give for a guest.

    guest: for whom, "" for oneself. Who may is decided in `decide`; to a handler the guest asked.
    """

    guest: str = ""


Handler = Callable[[Context, Any], "Decision | Refusal"]


@dataclass(frozen=True, slots=True)
class CommandKind:
    """A kind of command: its data, who may give it, in what round, and whether undo knows it.

    round_kind: the kind of round it belongs to, "" for one of the workshop itself. late: the
    handler itself decides what becomes of a command that comes after the round was closed.
    afterwards: participants may give it whatever became of the round, even when the workshop ended.
    """

    name: str
    data: type[Data]
    handler: Handler
    roles: frozenset[Role]
    round_kind: str
    undoable: bool
    late: bool
    afterwards: bool


COMMANDS: dict[str, CommandKind] = {}
"""Every kind of command there is."""

D = TypeVar("D", bound=Data)


def command(
    name: str,
    data: type[D],
    *,
    roles: frozenset[Role] = EVERYONE,
    round_kind: str = "",
    undoable: bool = False,
    late: bool = False,
    afterwards: bool = False,
) -> Callable[
    [Callable[[Context, D], Decision | Refusal]], Callable[[Context, D], Decision | Refusal]
]:
    """Declare the handler of a kind of command. Raises ValueError when the name is taken."""
    if name in COMMANDS:
        raise ValueError(f"command {name} is declared twice")

    def declare(
        handler: Callable[[Context, D], Decision | Refusal],
    ) -> Callable[[Context, D], Decision | Refusal]:
        COMMANDS[name] = CommandKind(
            name, data, handler, roles, round_kind, undoable, late, afterwards
        )
        return handler

    return declare


def decide(board: Board, asked: Command, actor: Actor, now: int) -> Decision | Refusal:
    """What becomes of a command, by the rules of the method. Changes nothing itself.

    now: server time in ms. Never raises for what a client can send.
    """
    kind = COMMANDS.get(asked.kind)
    if kind is None:
        return Refusal("command.unknown", {"kind": clean(asked.kind)[:40]})
    if board.seq > 0 and board.workshop.purged_at:
        return Refusal("workshop.purged")
    asker = _asker(board, kind, asked, actor)
    if isinstance(asker, Refusal):
        return asker
    try:
        data = msgspec.convert(asked.data, kind.data)
    except MALFORMED:
        return Refusal("command.malformed")
    ended = board.seq > 0 and board.workshop.state == "ended"
    if ended and asker.role == "participant" and not kind.afterwards:
        return Refusal("workshop.ended")
    round = None
    if isinstance(data, RoundData):
        found = _round_for(board, kind, data.round, asker)
        if isinstance(found, Refusal):
            return found
        round = found
    outcome = kind.handler(Context(board, asker, now, asked.id, round), data)
    if isinstance(outcome, Refusal) or outcome.change is None:
        return outcome
    helped = outcome.change.helped or asker is not actor
    if not (kind.undoable or helped):
        return outcome
    return replace(outcome, change=replace(outcome.change, undoable=True, helped=helped))


def _asker(board: Board, kind: CommandKind, asked: Command, actor: Actor) -> Actor | Refusal:
    """Whom a command comes from: the actor, or the guest that they give it for and may help."""
    id = asked.data.get("guest") if issubclass(kind.data, ForGuest) else None
    if id and isinstance(id, str) and actor.role in EVERYONE:
        guest = board.get(Participant, id)
        if guest is None or not guest.guest:
            return Refusal("guest.unknown")
        mine = helps(board, actor, guest)
        return Actor("participant", id) if mine else Refusal("guest.not_yours")
    if actor.role not in kind.roles:
        return Refusal("command.not_allowed")
    if actor.role == "participant" and not knows(board, actor.id):
        return Refusal("participant.unknown")
    return actor


def knows(board: Board, participant: str) -> bool:
    """Whether somebody takes part; not who had themselves forgotten."""
    known = board.get(Participant, participant)
    return known is not None and not known.forgotten


def helps(board: Board, actor: Actor, guest: Participant) -> bool:
    """Whether somebody may give commands for a guest: their helper, and all who lead."""
    if actor.role in STAFF:
        return True
    helper = board.get(Participant, actor.id) if actor.role == "participant" else None
    return helper is not None and helper.helper and guest.host == helper.id


def _round_for(board: Board, kind: CommandKind, id: str, actor: Actor) -> Round | Refusal:
    """The round a command is for, when this actor may act in it now."""
    round = board.get(Round, id)
    if round is None or (kind.round_kind and round.kind != kind.round_kind):
        return Refusal("round.unknown")
    if not kind.round_kind or kind.late:
        return round
    if round.status == "planned":
        return Refusal("round.not_open")
    if actor.role == "participant" and round.status != "open" and not kind.afterwards:
        return Refusal(f"round.{round.status}")
    return round


def settings_of(round: Round, settings: type[S]) -> S:
    """A round's settings as its kind's own type; unknown ones are passed over."""
    return msgspec.convert(round.settings, settings)


S = TypeVar("S", bound=msgspec.Struct)


def replace(entity: X, **fields: Any) -> X:
    """The entity with some fields changed."""
    return msgspec.structs.replace(entity, **fields)


X = TypeVar("X", bound=msgspec.Struct)
