"""Meaning what somebody else's idea says, instead of writing it again."""

from __future__ import annotations

from brouwerij.domain.commands import NOTHING, Context, Decision, ForGuest, changed, command
from brouwerij.domain.entities import Idea
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.seconds import Second, recounted
from brouwerij.domain.views import Audience, Lens, see


class SecondIdea(ForGuest, frozen=True, forbid_unknown_fields=True):
    """on: whether one means it; said twice it still counts once."""

    idea: str
    on: bool = True


@command("idea.second", SecondIdea, round_kind="ideas", roles=frozenset(("participant",)))
def second(ctx: Context, data: SecondIdea) -> Decision | Refusal:
    """Say that one means what another's idea says, or take that back."""
    idea, me = ctx.board.get(Idea, data.idea), ctx.board.participants[ctx.actor.id]
    sight = Lens(ctx.board, {}, Audience("participant", me.table))
    if idea is None or idea.round != ctx.this_round.id or see(sight, idea.ref) is None:
        return Refusal("idea.unknown")
    if me.id in (idea.author, idea.writer):
        return Refusal("idea.own")
    given = Second(f"{idea.id}:{me.id}", idea.round, idea.id, me.id)
    if (ctx.board.get(Second, given.id) is not None) == data.on:
        return NOTHING
    if data.on:
        return changed("idea.seconded", given, *recounted(ctx.board, [idea], added=[given]))
    alone = recounted(ctx.board, [idea], gone=[given.id])
    return changed("idea.unseconded", *alone, drop=(given.ref,))
