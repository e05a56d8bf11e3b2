"""What every workshop has, whatever rounds are in its plan.

An entity is immutable and lives on the board under its collection and id. The round kinds
declare their own entities in the same way (`domain/rounds/`). A field is never renamed or
given another meaning: old logs hold it.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, TypeVar

import msgspec
from msgspec import Meta

from brouwerij.domain.colours import Colour

RoundStatus = Literal["planned", "open", "paused", "closed"]
WorkshopState = Literal["open", "ended"]
Stage = Literal["soon", "now", "ended"]
PictureHash = Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?(?![\s\S])", title="sha256")]
"""The sha256 of a picture, in hexadecimal digits; "" for none."""


class Entity(msgspec.Struct, frozen=True, omit_defaults=True):
    """A thing on the board. `collection` is where it lives; `id` is unique in there.

    personal: fields in which people write of people, emptied when the time to keep them is over.
    """

    collection: ClassVar[str] = ""
    personal: ClassVar[tuple[str, ...]] = ()
    id: str

    @property
    def owner(self) -> str:
        """The participant whose own thing this is, who always sees it; "" for nobody's."""
        return ""

    @property
    def ref(self) -> Ref:
        return self.collection, self.id


Ref = tuple[str, str]
"""Where an entity lives: (collection, id)."""

COLLECTIONS: dict[str, type[Entity]] = {}
"""Every collection a board may hold, with the entity that lives in it."""

E = TypeVar("E", bound=type[Entity])


def collected(entity: E) -> E:
    """Register an entity class under its collection; a collection belongs to one class."""
    if not entity.collection or entity.collection in COLLECTIONS:
        raise ValueError(f"collection {entity.collection!r} is empty or taken")
    COLLECTIONS[entity.collection] = entity
    return entity


@collected
class Workshop(Entity, frozen=True, omit_defaults=True):
    """The one brainstorm this board is of; its id is always "this".

    plan: round ids in order. current: the round the room is in, "" before the first.
    tables: how many tables there are, 0 for none. message: what all phones show on top.
    due: when it should be over, by the plan that its first round began with; server ms, 0 before.
    retention: for how many days people's data is kept (domain/retention.py). ended_at, purged_at:
    when it ended and when that data was erased; server ms, 0 before.
    rehearsal: made to practise in, and wiped afterwards. accent, logo, logo_text: how it looks
    (domain/appearance.py).
    """

    collection: ClassVar[str] = "workshop"
    personal: ClassVar[tuple[str, ...]] = ("message",)
    title: str = ""
    question: str = ""
    date: str = ""
    language: str = "nl"
    anonymous: bool = False
    tables: int = 0
    state: WorkshopState = "open"
    plan: tuple[str, ...] = ()
    current: str = ""
    spotlight: str = ""
    message: str = ""
    due: int = 0
    rehearsal: bool = False
    retention: int = 90
    ended_at: int = 0
    purged_at: int = 0
    accent: Colour = ""
    logo: PictureHash = ""
    logo_text: str = ""

    @property
    def stage(self) -> Stage:
        """How far it is: before its first round, in the middle of it, or over."""
        if self.state == "ended":
            return "ended"
        return "now" if self.current else "soon"


@collected
class Round(Entity, frozen=True, omit_defaults=True):
    """One step of the plan.

    title: "" means the name of its kind. minutes: planned length. phase: one of the kind's
    phases. Times are milliseconds of server time since 1970; ends_at is 0 unless the timer
    runs, left is what a paused round has left. focus: what the room looks at now (an
    initiative, card or group), with its own speaking time in focus_ends_at.
    """

    collection: ClassVar[str] = "rounds"
    kind: str = ""
    title: str = ""
    minutes: int = 0
    settings: dict[str, Any] = {}
    status: RoundStatus = "planned"
    phase: str = ""
    opened_at: int = 0
    closed_at: int = 0
    ends_at: int = 0
    left: int = 0
    focus: str = ""
    focus_ends_at: int = 0


@collected
class Initiative(Entity, frozen=True, omit_defaults=True):
    """Where participants come from. It keeps its mark (two letters) and colour all afternoon."""

    collection: ClassVar[str] = "initiatives"
    name: str = ""
    mark: str = ""
    colour: int = 0


@collected
class Participant(Entity, frozen=True, omit_defaults=True):
    """A person in the workshop, without name: names are personal data and stay out of the log.

    table: 0 for none. helper: looks after guests. guest: takes part without a phone, through the
    participant `host`, "" for those who lead; number: which guest of the workshop, from 1.
    afterwards: was not there, and signed up for a working group by its link. forgotten: had all
    deleted that tells who they are (domain/rights.py), and can do nothing more here.
    """

    collection: ClassVar[str] = "participants"
    initiative: str = ""
    table: int = 0
    joined_at: int = 0
    guest: bool = False
    helper: bool = False
    host: str = ""
    number: int = 0
    afterwards: bool = False
    forgotten: bool = False

    @property
    def owner(self) -> str:
        return self.host or self.id


@collected
class Idea(Entity, frozen=True, omit_defaults=True):
    """One contribution in a few words.

    author: a participant, or "" when a facilitator wrote it down for somebody. writer: who wrote
    it for them, in logs from before guests were participants. same_as: the idea this one repeats.
    parked: came too late and waits in the parking lot. helped: entered by a helper for somebody
    without a phone. paper: the number of the paper card it was on, 0 for none. at: when it was
    written, server time in ms. behind: how many people besides its author said the same or
    seconded it (domain/seconds.py).
    """

    collection: ClassVar[str] = "ideas"
    round: str = ""
    text: str = ""
    author: str = ""
    writer: str = ""
    initiative: str = ""
    table: int = 0
    theme: str = ""
    same_as: str = ""
    hidden: bool = False
    parked: bool = False
    helped: bool = False
    paper: int = 0
    at: int = 0
    behind: int = 0

    @property
    def owner(self) -> str:
        return self.writer or self.author


@collected
class Theme(Entity, frozen=True, omit_defaults=True):
    """A named cluster of ideas; an idea points to its theme, not the other way round.

    merged_into: the theme this one went up in; what still arrives for it follows. merged_at:
    when that was, server time in ms.
    """

    collection: ClassVar[str] = "themes"
    name: str = ""
    colour: int = 0
    merged_into: str = ""
    merged_at: int = 0
    at: int = 0
