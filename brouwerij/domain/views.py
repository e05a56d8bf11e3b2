"""What each audience may see of a board: an allow-list, entity by entity.

An entity goes out only through the function that its module declares with `@shows`, so what has
none is seen by nobody. Every person sees their own things besides (`mine`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeVar

import msgspec

from brouwerij.domain.board import Board
from brouwerij.domain.commands import Contact
from brouwerij.domain.entities import (
    COLLECTIONS,
    Entity,
    Initiative,
    Participant,
    Ref,
    Round,
    Workshop,
)
from brouwerij.domain.rounds import KINDS

AudienceRole = Literal["participant", "projector", "facilitator"]
View = dict[str, dict[str, Any]]
"""Collection -> id -> what is seen, as plain JSON values."""


class Audience(NamedTuple):
    """Who looks: a role, and for participants the table they sit at (0 for none)."""

    role: AudienceRole
    table: int = 0


class Person(msgspec.Struct):
    """The personal data of a participant, from its own table. introduced: how somebody reaches
    them to whom they were introduced, and for nothing else."""

    name: str = ""
    contact: Contact | None = None
    resume_code: str = ""
    introduced: Contact | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """A board as one audience looks at it."""

    board: Board
    people: Mapping[str, Person]
    audience: Audience

    @property
    def staff(self) -> bool:
        return self.audience.role == "facilitator"

    def name(self, participant: str) -> str:
        """A participant's name, "" in an anonymous workshop or when they gave none."""
        if self.board.workshop.anonymous:
            return ""
        person = self.people.get(participant)
        return person.name if person else ""


E = TypeVar("E", bound=Entity)
Shown = Callable[[Lens, Any], "msgspec.Struct | None"]
_SHOWN: dict[type[Entity], Shown] = {}


def shows(
    entity: type[E],
) -> Callable[
    [Callable[[Lens, E], msgspec.Struct | None]], Callable[[Lens, E], msgspec.Struct | None]
]:
    """Declare what of an entity an audience sees; None when it sees nothing of it."""

    def declare(
        show: Callable[[Lens, E], msgspec.Struct | None],
    ) -> Callable[[Lens, E], msgspec.Struct | None]:
        _SHOWN[entity] = show
        return show

    return declare


ShownToOwner = Callable[[Board, Mapping[str, Person], Any], msgspec.Struct]
_SHOWN_TO_OWNER: dict[type[Entity], ShownToOwner] = {}


def shows_owner(entity: type[E]) -> Callable[[ShownToOwner], ShownToOwner]:
    """Declare what its owner sees of an entity, where that is not what it holds."""

    def declare(show: ShownToOwner) -> ShownToOwner:
        _SHOWN_TO_OWNER[entity] = show
        return show

    return declare


def see(lens: Lens, ref: Ref) -> Any | None:
    """One entity as the audience sees it, as plain JSON values; None for nothing."""
    entity = lens.board.at(ref)
    show = _SHOWN.get(COLLECTIONS[ref[0]])
    if entity is None or show is None:
        return None
    seen = show(lens, entity)
    return None if seen is None else msgspec.to_builtins(seen)


def view(lens: Lens) -> View:
    """Everything an audience may see, including the picture of every round that has begun."""
    whole: View = {}
    for name, entities in lens.board.collections.items():
        seen = {id: what for id in entities if (what := see(lens, (name, id))) is not None}
        if seen:
            whole[name] = seen
    pictures = {r.id: p for r in lens.board.rounds if (p := picture(lens, r)) is not None}
    if pictures:
        whole["pictures"] = pictures
    return whole


def picture(lens: Lens, round: Round) -> Any | None:
    """What is derived of a round for an audience (turnout, tallies once opened), or None."""
    if round.status == "planned":
        return None
    seen = KINDS[round.kind].picture(lens, round)
    return None if seen is None else msgspec.to_builtins(seen)


def mine(board: Board, people: Mapping[str, Person], participant: str) -> View:
    """A person's own things and those of their guests, whole, whatever the round shows others."""
    return own_patch(board, people, participant, own_refs(board, participant)).set


def own_refs(board: Board, participant: str) -> set[Ref]:
    """Where somebody's own things are, and those of their guests."""
    own = board.owned.get(participant, set())
    guests = [id for name, id in own if name == Participant.collection and id != participant]
    return own.union(*(board.owned.get(guest, set()) for guest in guests))


def reader(board: Board, participant: str) -> str:
    """Who sees somebody's own things as theirs: they, or for a guest the helper."""
    known = board.get(Participant, participant)
    return known.host if known is not None and known.host else participant


def own_patch(
    board: Board, people: Mapping[str, Person], participant: str, touched: Iterable[Ref]
) -> Patch:
    """What somebody's own things are now, of those that were touched."""
    put: View = {}
    gone: dict[str, list[str]] = {}
    for name, id in sorted(touched):
        entity = board.at((name, id))
        if isinstance(entity, Participant):
            if id == participant:
                put["me"] = {id: _me(entity, people)}
        elif entity is not None and reader(board, entity.owner) == participant:
            show = _SHOWN_TO_OWNER.get(type(entity))
            seen = show(board, people, entity) if show else entity
            put.setdefault(name, {})[id] = msgspec.to_builtins(seen)
        elif name != Participant.collection:
            gone.setdefault(name, []).append(id)
    return Patch(put, gone)


def _me(me: Participant, people: Mapping[str, Person]) -> Any:
    person = people.get(me.id, Person())
    seen = MeSeen(
        name=person.name,
        initiative=me.initiative,
        table=me.table,
        helper=me.helper,
        resume_code=person.resume_code,
        contact=person.contact,
    )
    return msgspec.to_builtins(seen)


class Patch(msgspec.Struct, frozen=True):
    """What changed in a view: whole entities set, and ids of those no longer seen."""

    set: View
    delete: dict[str, list[str]]

    def __bool__(self) -> bool:
        return bool(self.set or self.delete)


def difference(old: View, new: View) -> Patch:
    """The patch that makes `new` of `old`."""
    changed: View = {}
    gone: dict[str, list[str]] = {}
    for name in old.keys() | new.keys():
        before, after = old.get(name, {}), new.get(name, {})
        put = {id: what for id, what in after.items() if before.get(id) != what}
        left = [id for id in before if id not in after]
        if put:
            changed[name] = put
        if left:
            gone[name] = left
    return Patch(changed, gone)


class Seen(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an audience sees of an entity; left-out fields have their default."""


class WorkshopSeen(msgspec.Struct, frozen=True):
    title: str
    question: str
    date: str
    language: str
    anonymous: bool
    tables: int
    state: str
    plan: list[str]
    current: str
    spotlight: str
    message: str
    due: int


class RoundSeen(msgspec.Struct, frozen=True):
    """phases: all it goes through; phase: where it is now. Times are server ms, 0 for none."""

    kind: str
    title: str
    minutes: int
    settings: dict[str, Any]
    status: str
    phase: str
    phases: list[str]
    opened_at: int
    ends_at: int
    left: int
    focus: str
    focus_ends_at: int


class InitiativeSeen(Seen, frozen=True):
    name: str
    mark: str
    colour: int


class ParticipantSeen(Seen, frozen=True):
    initiative: str = ""
    table: int = 0
    name: str = ""
    guest: bool = False
    helper: bool = False
    host: str = ""
    number: int = 0


class MeSeen(msgspec.Struct, frozen=True):
    name: str
    initiative: str
    table: int
    helper: bool
    resume_code: str
    contact: Contact | None


@shows(Workshop)
def _workshop(lens: Lens, it: Workshop) -> WorkshopSeen:
    spotlit = see(lens, ("ideas", it.spotlight)) if it.spotlight else None
    return WorkshopSeen(
        it.title, it.question, it.date, it.language, it.anonymous, it.tables, it.state,
        list(it.plan), it.current, it.spotlight if spotlit else "", it.message, it.due,
    )  # fmt: skip


@shows(Round)
def _round(lens: Lens, it: Round) -> RoundSeen:
    phases = KINDS[it.kind].phases_of(it, lens.board.workshop.tables > 0)
    return RoundSeen(
        it.kind, it.title, it.minutes, it.settings, it.status, it.phase, list(phases),
        it.opened_at, it.ends_at, it.left, it.focus, it.focus_ends_at,
    )  # fmt: skip


@shows(Initiative)
def _initiative(lens: Lens, it: Initiative) -> InitiativeSeen:
    return InitiativeSeen(it.name, it.mark, it.colour)


@shows(Participant)
def _participant(lens: Lens, it: Participant) -> ParticipantSeen:
    return ParticipantSeen(
        it.initiative, it.table, lens.name(it.id), it.guest, it.helper, it.host, it.number
    )
