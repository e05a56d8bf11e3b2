"""Guests: people who take part without a phone, each a participant of their own.

A helper looks after them: one who leads, or a participant who was allowed to. What the helper
enters for a guest counts as the guest's own (`ForGuest` in commands.py). A show of hands becomes
the ballots of single guests, so that whatever counts ballots counts persons.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from msgspec import Meta

from brouwerij.domain import text
from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    STAFF,
    Actor,
    Context,
    Data,
    Decision,
    PersonUpdate,
    RoundData,
    changed,
    command,
    helps,
)
from brouwerij.domain.electorate import electorate
from brouwerij.domain.entities import Entity, Participant
from brouwerij.domain.initiatives import initiative_of
from brouwerij.domain.participants import admitted
from brouwerij.domain.refusals import Refusal

MAX_GUESTS = 100
"""How many guests come in at once."""


class AddGuests(Data, frozen=True, forbid_unknown_fields=True):
    """initiative: as picked or typed. names: of the guests, when they gave them; else `number`."""

    initiative: str
    number: Annotated[int, Meta(ge=1, le=MAX_GUESTS)] = 1
    names: Annotated[tuple[str, ...], Meta(max_length=MAX_GUESTS)] = ()


@command("guest.add", AddGuests, undoable=True)
def add(ctx: Context, data: AddGuests) -> Decision | Refusal:
    """Let people without a phone take part, numbered, with the one who asks as their helper."""
    board, helper = ctx.board, _helper(ctx)
    if isinstance(helper, Refusal):
        return helper
    names = [text.optional(name, text.NAME_LENGTH) for name in data.names]
    wrong = next((name for name in names if isinstance(name, Refusal)), None)
    if wrong is not None:
        return wrong
    origin = initiative_of(data.initiative, board.initiatives.values(), ctx.id)
    if isinstance(origin, Refusal):
        return origin
    initiative, is_new = origin
    before = max((p.number for p in board.participants.values()), default=0)
    guests = [
        Participant(
            id=f"{ctx.id}-{n}",
            initiative=initiative.id,
            table=helper.table if helper else 0,
            joined_at=ctx.now,
            guest=True,
            host=helper.id if helper else "",
            number=before + n,
        )
        for n in range(1, (len(names) or data.number) + 1)
    ]
    added: list[Entity] = [initiative] if is_new else []
    for guest in guests:
        added += [guest, *admitted(board, guest)]
    told = zip(guests, names, strict=False) if not board.workshop.anonymous else ()
    people = tuple(PersonUpdate(guest.id, name=str(name)) for guest, name in told if name)
    return changed("guest.added", *added, people=people)


def _helper(ctx: Context) -> Participant | Refusal | None:
    """The participant who looks after guests; None for those who lead."""
    if ctx.actor.role in STAFF:
        return None
    me = ctx.board.get(Participant, ctx.actor.id)
    return me if me is not None and me.helper else Refusal("command.not_allowed")


class ShowOfHands(RoundData, frozen=True, forbid_unknown_fields=True):
    """hands: how many more guests of an initiative raise their hand for a theme."""

    theme: str
    initiative: str
    hands: Annotated[int, Meta(ge=1, le=MAX_GUESTS)]


def raised(
    ctx: Context, data: ShowOfHands, left: Callable[[str], int]
) -> list[Participant] | Refusal:
    """The guests whose hands these are. left: how many answers a guest still has, 0 for none here.

    Who has the most left comes first, then the first guests: taking the most first never runs
    out while the hands could be those of people who keep to their budget (Gale and Ryser, 1957).
    """
    round, helper = ctx.this_round, _helper(ctx)
    if isinstance(helper, Refusal):
        return helper
    if round.status != "open":
        return Refusal(f"round.{round.status}")
    electors = electorate(ctx.board, round.id)
    guests = [g for g in guests_of(ctx.board, ctx.actor) if electors.get(g.id) == data.initiative]
    able = {guest.id: left(guest.id) for guest in guests}
    free = [guest for guest in guests if able[guest.id] > 0]
    if data.hands > len(free):
        return Refusal("hands.too_many", {"limit": len(free)})
    return sorted(free, key=lambda guest: (-able[guest.id], guest.number))[: data.hands]


def guests_of(board: Board, actor: Actor) -> list[Participant]:
    """The guests that somebody may help, in the order of their numbers."""
    guests = (p for p in board.participants.values() if p.guest and helps(board, actor, p))
    return sorted(guests, key=lambda guest: guest.number)
