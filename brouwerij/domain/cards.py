"""The card a table fills in for a theme, and what later rounds read on it."""

from __future__ import annotations

from typing import ClassVar

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Entity, collected


@collected
class Card(Entity, frozen=True, omit_defaults=True):
    """The plan for one theme; its id is ROUND:THEME. table: who fills it, 0 for anyone."""

    collection: ClassVar[str] = "cards"
    personal: ClassVar[tuple[str, ...]] = ("who",)
    round: str = ""
    theme: str = ""
    table: int = 0
    what: str = ""
    why: str = ""
    first_step: str = ""
    who: str = ""
    needs: str = ""


def card_of(board: Board, theme: str) -> Card:
    """The last card on which something was written for a theme; an empty one without any."""
    filled = (c for c in board.all(Card).values() if c.theme == theme and _is_filled(c))
    return next(reversed(list(filled)), Card("", theme=theme))


def _is_filled(card: Card) -> bool:
    return any((card.what, card.why, card.first_step, card.who, card.needs))
