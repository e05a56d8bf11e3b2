"""What all commands of a clustering round share: its settings, and finding and making things."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Annotated, TypeVar

from msgspec import Meta

from brouwerij.domain import text
from brouwerij.domain.commands import Context, Decision, RoundData, command, settings_of
from brouwerij.domain.entities import Idea, Theme
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import Settings

THEME_COLOURS = 12
"""How many colours the screens know for themes; then they come round again."""


class ClusteringSettings(Settings, frozen=True, kw_only=True):
    """together: several people judge each idea. agree: how many settle where it belongs."""

    together: bool = False
    agree: Annotated[int, Meta(ge=1, le=10)] = 2


D = TypeVar("D", bound=RoundData)
Handler = Callable[[Context, D], Decision | Refusal]


def by_hand(name: str, data: type[D]) -> Callable[[Handler[D]], Handler[D]]:
    """Declare a command that moves ideas by hand, which only who leads does when the room sorts
    together."""

    def declare(handler: Handler[D]) -> Handler[D]:
        @wraps(handler)
        def guarded(ctx: Context, data: D) -> Decision | Refusal:
            if ctx.actor.role == "participant" and settings_here(ctx).together:
                return Refusal("idea.sorted_together")
            return handler(ctx, data)

        return command(name, data, round_kind="clustering", undoable=True)(guarded)

    return declare


def settings_here(ctx: Context) -> ClusteringSettings:
    return settings_of(ctx.this_round, ClusteringSettings)


def visible(ctx: Context, id: str) -> Idea | Refusal:
    idea = ctx.board.get(Idea, id)
    if idea is None or idea.parked or (idea.hidden and ctx.actor.role == "participant"):
        return Refusal("idea.unknown")
    return idea


def new_theme(ctx: Context, name: str) -> Theme | Refusal:
    tidy = text.required(name, text.NAME_LENGTH)
    if isinstance(tidy, Refusal):
        return tidy
    themes = ctx.board.all(Theme)
    if ctx.id in themes:
        return Refusal("idea.id_taken")
    return Theme(id=ctx.id, name=tidy, colour=len(themes) % THEME_COLOURS, at=ctx.now)
