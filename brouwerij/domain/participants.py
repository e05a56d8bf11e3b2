"""Commands about who takes part: coming in, sitting down, one's name and helping others."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from msgspec import Meta

from brouwerij.domain import text
from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    EVERYONE,
    NOTHING,
    STAFF,
    SYSTEM,
    Context,
    Data,
    Decision,
    PersonUpdate,
    changed,
    command,
    replace,
)
from brouwerij.domain.entities import Entity, Participant
from brouwerij.domain.initiatives import initiative_of
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.workshop import MAX_TABLES, Tables


class JoinWorkshop(Data, frozen=True, forbid_unknown_fields=True):
    """Who comes in. initiative: its name as picked or typed. table: 0 to be dealt one."""

    participant: str
    initiative: str
    name: str = ""
    table: Tables = 0


@command("participant.join", JoinWorkshop, roles=SYSTEM)
def join(ctx: Context, data: JoinWorkshop) -> Decision | Refusal:
    """Take part. An initiative is found again however it is written, or added."""
    board, workshop = ctx.board, ctx.board.workshop
    if workshop.state == "ended":
        return Refusal("workshop.ended")
    if data.participant in board.participants:
        return NOTHING
    name = text.optional(data.name, text.NAME_LENGTH)
    if isinstance(name, Refusal):
        return name
    origin = initiative_of(data.initiative, board.initiatives.values(), ctx.id)
    if isinstance(origin, Refusal):
        return origin
    if data.table > workshop.tables:
        return Refusal("table.unknown")
    initiative, is_new = origin
    participant = Participant(
        id=data.participant,
        initiative=initiative.id,
        table=data.table or _deal_table(board),
        joined_at=ctx.now,
    )
    return changed(
        "participant.joined",
        *([initiative] if is_new else []),
        participant,
        *admitted(board, participant),
        people=(PersonUpdate(participant.id, name="" if workshop.anonymous else name),),
    )


def admitted(board: Board, participant: Participant) -> list[Entity]:
    """What the rounds that are under way have ready for somebody who comes in now."""
    under_way = (round for round in board.rounds if round.status in ("open", "paused"))
    return [it for r in under_way for it in KINDS[r.kind].joins(board, r, participant)]


class Sit(Data, frozen=True, forbid_unknown_fields=True):
    table: Annotated[int, Meta(ge=1, le=MAX_TABLES)]
    participant: str = ""


@command("participant.sit", Sit, roles=EVERYONE)
def sit(ctx: Context, data: Sit) -> Decision | Refusal:
    """Move to another table: oneself, or anyone when one leads the workshop."""
    person = _person(ctx, data.participant)
    if isinstance(person, Refusal):
        return person
    if data.table > ctx.board.workshop.tables:
        return Refusal("table.unknown")
    if person.table == data.table:
        return NOTHING
    return changed("participant.seated", replace(person, table=data.table))


class Rename(Data, frozen=True, forbid_unknown_fields=True):
    name: str


@command("participant.rename", Rename, roles=frozenset(("participant",)), afterwards=True)
def rename(ctx: Context, data: Rename) -> Decision | Refusal:
    """Correct one's own name. The log notes that it happened, not the name.

    An anonymous workshop keeps no names.
    """
    person = _person(ctx, "")
    if isinstance(person, Refusal):
        return person
    if ctx.board.workshop.anonymous:
        return NOTHING
    name = text.optional(data.name, text.NAME_LENGTH)
    if isinstance(name, Refusal):
        return name
    return changed("participant.renamed", person, people=(PersonUpdate(person.id, name=name),))


class MakeHelper(Data, frozen=True, forbid_unknown_fields=True):
    participant: str
    helper: bool


@command("participant.help", MakeHelper, roles=STAFF, undoable=True)
def make_helper(ctx: Context, data: MakeHelper) -> Decision | Refusal:
    """Let a participant look after people without a phone, or no longer."""
    person = _person(ctx, data.participant)
    if isinstance(person, Refusal):
        return person
    if person.helper == data.helper:
        return NOTHING
    return changed("participant.helps", replace(person, helper=data.helper))


def _person(ctx: Context, id: str) -> Participant | Refusal:
    """The participant meant: oneself, or for those who lead the one named."""
    named = id if ctx.actor.role != "participant" else ctx.actor.id
    return ctx.board.get(Participant, named) or Refusal("participant.unknown")


def _deal_table(board: Board) -> int:
    """The table with the fewest people, the lowest number first; 0 without tables."""
    if not board.workshop.tables:
        return 0
    seated = Counter(p.table for p in board.participants.values())
    return min(range(1, board.workshop.tables + 1), key=lambda table: (seated[table], table))
