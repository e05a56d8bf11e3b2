"""Sorting together: a person's own judgement of where an idea belongs, and what they come to."""

from __future__ import annotations

import msgspec

from brouwerij.domain import sorting
from brouwerij.domain.clustering import ClusteringSettings, new_theme, settings_here, visible
from brouwerij.domain.commands import (
    NOTHING,
    Context,
    Decision,
    ForGuest,
    changed,
    command,
    settings_of,
)
from brouwerij.domain.entities import Idea, Round, Theme
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, register
from brouwerij.domain.sorting import Sorting
from brouwerij.domain.themes import surviving
from brouwerij.domain.views import Lens


class SortIdea(ForGuest, frozen=True, forbid_unknown_fields=True):
    """theme: where it belongs; name: of a theme that is not there yet. Both "" pass it over."""

    idea: str
    theme: str = ""
    name: str = ""


@command(
    "idea.sort", SortIdea, round_kind="clustering", roles=frozenset(("participant",)), undoable=True
)
def sort(ctx: Context, data: SortIdea) -> Decision | Refusal:
    """Say where an idea belongs, when the room sorts together; it settles where enough agree."""
    idea, rule = visible(ctx, data.idea), settings_here(ctx)
    if not rule.together:
        return Refusal("idea.placed_by_hand")
    if isinstance(idea, Refusal):
        return idea
    theme = _meant(ctx, data)
    if isinstance(theme, Refusal):
        return theme
    added = [theme] if theme and theme.id not in ctx.board.all(Theme) else []
    first, me, round = ctx.board.get(Idea, idea.same_as) or idea, ctx.actor.id, ctx.this_round.id
    if first.theme:
        return changed("theme.added", *added) if added else NOTHING
    given = Sorting(f"{round}:{first.id}:{me}", round, first.id, me, theme.id if theme else "")
    if given == ctx.board.get(Sorting, given.id):
        return NOTHING
    settled = sorting.settled_by(ctx.board, given, rule.agree)
    return changed("idea.settled" if settled else "idea.sorted", *added, *(settled or [given]))


def _meant(ctx: Context, data: SortIdea) -> Theme | Refusal | None:
    """The theme that is chosen or named; None when the idea is passed over."""
    if data.theme:
        return surviving(ctx.board, data.theme) or Refusal("theme.unknown")
    if not data.name:
        return None
    added = new_theme(ctx, data.name)
    return added if isinstance(added, Refusal) else sorting.named(ctx.board, added.name) or added


class SortingPicture(msgspec.Struct, frozen=True):
    """judged: of the ideas that some people judged and that did not settle, how many did.

    contested: those that enough people judged without agreeing; who leads sees how many chose
    which theme, the most first.
    """

    judged: dict[str, int]
    contested: dict[str, dict[str, int]]


def _picture(lens: Lens, round: Round) -> SortingPicture | None:
    rule = settings_of(round, ClusteringSettings)
    if not rule.together:
        return None
    judged, contested = sorting.counted(sorting.judgements(lens.board, round.id), rule.agree)
    return SortingPicture(judged, contested if lens.staff else {id: {} for id in contested})


KIND = register(RoundKind("clustering", ClusteringSettings, picture=_picture, one_picture=False))
