"""What people may have done with what is known of them: corrected, or deleted, at any time.

Both work when the workshop has ended, until its people are erased. Like all that is personal, what
is written goes beside the change and never into the log.
"""

from __future__ import annotations

from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    NOTHING,
    Contact,
    Context,
    Data,
    Decision,
    PersonUpdate,
    Role,
    changed,
    command,
    replace,
)
from brouwerij.domain.contacts import contact_of
from brouwerij.domain.entities import Entity, Idea, Participant, Ref
from brouwerij.domain.groups import Signup
from brouwerij.domain.initiatives import initiative_of
from brouwerij.domain.points import Point, Tap
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.seconds import recounted, seconds_of
from brouwerij.domain.strengthening import alone, erased, wishes_of

ONESELF: frozenset[Role] = frozenset(("participant",))


class CorrectContact(Data, frozen=True, forbid_unknown_fields=True):
    """How one's working groups reach one. All left empty: nothing is kept of it any more.

    share: the others in the group may see it.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    share: bool = False


@command("contact.correct", CorrectContact, roles=ONESELF, afterwards=True)
def correct(ctx: Context, data: CorrectContact) -> Decision | Refusal:
    """Correct how one's working groups reach one; who is in none has nothing kept of it."""
    me = ctx.board.participants[ctx.actor.id]
    if not _signups(ctx.board, me):
        return NOTHING
    contact = contact_of(data.name, data.email, data.phone, data.share, consent=True)
    if isinstance(contact, Refusal):
        return contact
    update = PersonUpdate(me.id, contact=contact or Contact())
    return changed("participant.corrected", me, people=(update,))


class CorrectInitiative(Data, frozen=True, forbid_unknown_fields=True):
    """initiative: as picked or typed."""

    initiative: str


@command("initiative.correct", CorrectInitiative, roles=ONESELF, afterwards=True)
def correct_initiative(ctx: Context, data: CorrectInitiative) -> Decision | Refusal:
    """Say that one comes from another initiative; it is found again however written, or added.

    One's ideas and taps go along; the wishes one had for the other are taken back. Who could vote
    in a round that was opened before stays counted as it was.
    """
    board, me = ctx.board, ctx.board.participants[ctx.actor.id]
    origin = initiative_of(data.initiative, board.initiatives.values(), ctx.id)
    if isinstance(origin, Refusal):
        return origin
    initiative, is_new = origin
    if initiative.id == me.initiative:
        return NOTHING
    own = [it for it in board.all(Idea).values() if it.author == me.id]
    taps = [it for it in board.all(Tap).values() if it.participant == me.id]
    on_own = [it for it in taps if board.all(Point)[it.point].initiative == initiative.id]
    wishes = wishes_of(board, me.id)
    return changed(
        "participant.moved",
        *([initiative] if is_new else []),
        replace(me, initiative=initiative.id),
        *(replace(it, initiative=initiative.id) for it in (*own, *taps) if it not in on_own),
        *alone(board, wishes),
        drop=tuple(it.ref for it in (*on_own, *wishes)),
        people=erased(board, wishes),
    )


class Forget(Data, frozen=True, forbid_unknown_fields=True):
    """ideas: whether one's ideas go too, which they can as long as the workshop has not ended."""

    ideas: bool = False


@command("participant.forget", Forget, roles=ONESELF, afterwards=True)
def forget(ctx: Context, data: Forget) -> Decision | Refusal:
    """Have all deleted that tells who one is; what one said stays, as somebody's.

    One leaves one's groups and takes back one's wishes; ballots stay counts. One's guests go to
    who leads.
    """
    board, me = ctx.board, ctx.board.participants[ctx.actor.id]
    withdraws = data.ideas and board.workshop.state != "ended"
    ideas = [i for i in board.all(Idea).values() if withdraws and i.author == me.id]
    without, gone_with = _without_ideas(board, ideas)
    guests = [replace(g, host="") for g in board.participants.values() if g.host == me.id]
    wishes = wishes_of(board, me.id)
    drop = [*gone_with, *(it.ref for it in (*_signups(board, me), *wishes))]
    forgotten = replace(me, forgotten=True, helper=False)
    return changed(
        "participant.forgotten",
        forgotten,
        *guests,
        *alone(board, wishes),
        *without,
        drop=tuple(drop),
        people=(PersonUpdate(me.id, forget=True),),
    )


def _signups(board: Board, me: Participant) -> list[Signup]:
    return [it for it in board.all(Signup).values() if it.participant == me.id]


def _without_ideas(board: Board, ideas: list[Idea]) -> tuple[list[Entity], list[Ref]]:
    """What is otherwise on the board without these ideas, and what goes with them."""
    gone = {idea.id for idea in ideas}
    seconds = [second for idea in ideas for second in seconds_of(board, idea.id)]
    others = [i for i in board.all(Idea).values() if i.id not in gone]
    alone = [replace(i, same_as="") for i in others if i.same_as in gone]
    firsts = [i for i in others if any(idea.same_as == i.id for idea in ideas)]
    moved = [*alone, *(first for first in firsts if first.id not in {i.id for i in alone})]
    left: list[Entity] = list(
        recounted(board, moved, gone=[*gone, *(second.id for second in seconds)])
    )
    if board.workshop.spotlight in gone:
        left.append(replace(board.workshop, spotlight=""))
    return left, [it.ref for it in (*ideas, *seconds)]
