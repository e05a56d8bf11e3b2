"""Finding one's way among themes that may have gone up in each other."""

from __future__ import annotations

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Idea, Theme


def surviving(board: Board, id: str) -> Theme | None:
    """The theme with this id, or the one it went up in."""
    theme = board.get(Theme, id)
    while theme is not None and theme.merged_into:
        theme = board.get(Theme, theme.merged_into)
    return theme


def standing(board: Board) -> list[Theme]:
    """The themes that did not go up in another, in order of creation."""
    return [theme for theme in board.all(Theme).values() if not theme.merged_into]


def ideas_of(board: Board, theme: str) -> list[Idea]:
    """The ideas that were placed in a theme."""
    return [idea for idea in board.all(Idea).values() if idea.theme == theme]


def same_as(board: Board, idea: Idea) -> list[Idea]:
    """An idea with all that say the same, the one they repeat first."""
    first = board.get(Idea, idea.same_as) or idea
    return [first, *(i for i in board.all(Idea).values() if i.same_as == first.id)]
