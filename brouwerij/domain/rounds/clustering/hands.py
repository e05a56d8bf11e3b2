"""Placing by hand: ideas into themes, and themes made, named, merged and split.

The last one to move an idea wins.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from brouwerij.domain import outcome, sorting, text
from brouwerij.domain.clustering import THEME_COLOURS, by_hand, new_theme, settings_here, visible
from brouwerij.domain.commands import (
    NOTHING,
    Context,
    Decision,
    RoundData,
    changed,
    command,
    replace,
)
from brouwerij.domain.electorate import was_opened
from brouwerij.domain.entities import Entity, Idea, Theme
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.seconds import recounted
from brouwerij.domain.themes import ideas_of, same_as, surviving
from brouwerij.domain.views import Lens, Seen, shows


class PlaceIdea(RoundData, frozen=True, forbid_unknown_fields=True):
    """theme: "" makes the idea loose again."""

    idea: str
    theme: str


@by_hand("idea.place", PlaceIdea)
def place(ctx: Context, data: PlaceIdea) -> Decision | Refusal:
    """Put an idea into a theme, with those that say the same."""
    idea = visible(ctx, data.idea)
    if isinstance(idea, Refusal):
        return idea
    theme = surviving(ctx.board, data.theme)
    if data.theme and theme is None:
        return Refusal("theme.unknown")
    target = theme.id if theme else ""
    moved = [replace(i, theme=target) for i in same_as(ctx.board, idea) if i.theme != target]
    return changed("idea.placed", *moved) if moved else NOTHING


class AddTheme(RoundData, frozen=True, forbid_unknown_fields=True):
    """ideas: what goes into it at once."""

    name: str
    ideas: Annotated[tuple[str, ...], Meta(max_length=500)] = ()


@by_hand("theme.add", AddTheme)
def add_theme(ctx: Context, data: AddTheme) -> Decision | Refusal:
    """Make a theme, if one likes with ideas in it."""
    theme = new_theme(ctx, data.name)
    if isinstance(theme, Refusal):
        return theme
    moved = _moved(ctx, data.ideas, theme.id)
    return moved if isinstance(moved, Refusal) else changed("theme.added", theme, *moved)


class RenameTheme(RoundData, frozen=True, forbid_unknown_fields=True):
    theme: str
    name: str


@command("theme.rename", RenameTheme, round_kind="clustering", undoable=True)
def rename(ctx: Context, data: RenameTheme) -> Decision | Refusal:
    """Give a theme another name."""
    theme = surviving(ctx.board, data.theme)
    if theme is None:
        return Refusal("theme.unknown")
    name = text.required(data.name, text.NAME_LENGTH)
    if isinstance(name, Refusal):
        return name
    return changed("theme.renamed", replace(theme, name=name)) if name != theme.name else NOTHING


class RecolourTheme(RoundData, frozen=True, forbid_unknown_fields=True):
    theme: str
    colour: Annotated[int, Meta(ge=0, lt=THEME_COLOURS)]


@command("theme.recolour", RecolourTheme, round_kind="clustering", undoable=True)
def recolour(ctx: Context, data: RecolourTheme) -> Decision | Refusal:
    """Give a theme another colour."""
    theme = surviving(ctx.board, data.theme)
    if theme is None:
        return Refusal("theme.unknown")
    if theme.colour == data.colour:
        return NOTHING
    return changed("theme.recoloured", replace(theme, colour=data.colour))


class MergeThemes(RoundData, frozen=True, forbid_unknown_fields=True):
    theme: str
    into: str


@by_hand("theme.merge", MergeThemes)
def merge(ctx: Context, data: MergeThemes) -> Decision | Refusal:
    """Let one theme go up in another, with all its ideas and what people voted on it."""
    theme, into = surviving(ctx.board, data.theme), surviving(ctx.board, data.into)
    if theme is None or into is None:
        return Refusal("theme.unknown")
    if theme.id == into.id:
        return Refusal("theme.with_itself")
    ballots = outcome.merged_ballots(ctx.board, theme.id, into.id)
    if ballots is None:
        return Refusal("theme.voted_on")
    moved: list[Entity] = [replace(i, theme=into.id) for i in ideas_of(ctx.board, theme.id)]
    gone = replace(theme, merged_into=into.id, merged_at=ctx.now)
    rule, round = settings_here(ctx), ctx.this_round.id
    if rule.together:
        moved += sorting.settled_by_merging(ctx.board, round, theme.id, into.id, rule.agree)
    return changed("theme.merged", gone, *moved, *ballots.ballots, drop=tuple(ballots.gone))


class SplitTheme(RoundData, frozen=True, forbid_unknown_fields=True):
    """ideas: those that leave the theme for a new one with this name."""

    theme: str
    name: str
    ideas: Annotated[tuple[str, ...], Meta(min_length=1, max_length=500)]


@by_hand("theme.split", SplitTheme)
def split(ctx: Context, data: SplitTheme) -> Decision | Refusal:
    """Make a theme of its own of some ideas in a theme."""
    theme = surviving(ctx.board, data.theme)
    if theme is None:
        return Refusal("theme.unknown")
    if was_opened(ctx.board):
        return Refusal("theme.voted_on")
    added = new_theme(ctx, data.name)
    if isinstance(added, Refusal):
        return added
    moved = _moved(ctx, data.ideas, added.id)
    if isinstance(moved, Refusal):
        return moved
    if not set(data.ideas) <= {idea.id for idea in ideas_of(ctx.board, theme.id)}:
        return Refusal("idea.unknown")
    return changed("theme.split", added, *moved)


class DropTheme(RoundData, frozen=True, forbid_unknown_fields=True):
    theme: str


@by_hand("theme.drop", DropTheme)
def drop(ctx: Context, data: DropTheme) -> Decision | Refusal:
    """Take a theme away; its ideas are loose again."""
    theme = ctx.board.get(Theme, data.theme)
    if theme is None or theme.merged_into:
        return Refusal("theme.unknown")
    if was_opened(ctx.board):
        return Refusal("theme.voted_on")
    loose = [replace(i, theme="") for i in ideas_of(ctx.board, theme.id)]
    gone = [t.ref for t in ctx.board.all(Theme).values() if surviving(ctx.board, t.id) == theme]
    return changed("theme.dropped", *loose, drop=tuple(gone))


class SameIdea(RoundData, frozen=True, forbid_unknown_fields=True):
    """same_as: the idea that this one repeats; "" when it is its own after all."""

    idea: str
    same_as: str


@by_hand("idea.same", SameIdea)
def same(ctx: Context, data: SameIdea) -> Decision | Refusal:
    """Mark an idea as the same as another, and put it with it. No text is lost."""
    idea = visible(ctx, data.idea)
    if isinstance(idea, Refusal):
        return idea
    if not data.same_as:
        alone = recounted(ctx.board, [replace(idea, same_as="")])
        return changed("idea.unmatched", *alone) if idea.same_as else NOTHING
    other = visible(ctx, data.same_as)
    if isinstance(other, Refusal):
        return other
    first = ctx.board.get(Idea, other.same_as) or other
    if first.id == idea.id:
        return Refusal("idea.same_as_itself")
    followers = [i for i in ctx.board.all(Idea).values() if i.same_as == idea.id]
    joined = [replace(i, same_as=first.id, theme=first.theme) for i in (idea, *followers)]
    if joined[0] == idea:
        return NOTHING
    return changed("idea.matched", *recounted(ctx.board, joined))


def _moved(ctx: Context, ids: tuple[str, ...], theme: str) -> list[Entity] | Refusal:
    """These ideas in a theme, with those that say the same."""
    moved: dict[str, Entity] = {}
    for id in ids:
        idea = visible(ctx, id)
        if isinstance(idea, Refusal):
            return idea
        moved |= {i.id: replace(i, theme=theme) for i in same_as(ctx.board, idea)}
    return list(moved.values())


class ThemeSeen(Seen, frozen=True):
    name: str
    colour: int = 0
    merged_into: str = ""
    at: int = 0


@shows(Theme)
def _theme(lens: Lens, it: Theme) -> ThemeSeen:
    return ThemeSeen(it.name, it.colour, it.merged_into, it.at)
