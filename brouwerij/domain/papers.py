"""Paper cards: ideas that somebody without a phone wrote on a card with a printed number.

A helper enters them with that number, so that the paper is found back and no card comes in twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Entity, Idea, Ref, Round
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Audience, Lens, see

MOST_PAPERS = 999
"""How many cards a workshop has at most."""

PaperNumber = Annotated[int, Meta(ge=0, le=MOST_PAPERS)]


def why_not(board: Board, idea: Idea, number: int) -> Refusal | None:
    """Why this idea cannot be that of a card; None when it can. number: 0 for no card.

    The idea that has the card already is named to who entered it and to who sees it anyhow.
    """
    if number == 0:
        return None
    if not idea.helped:
        return Refusal("idea.paper_not_yours")
    has = next((it for it in board.all(Idea).values() if it.paper == number), None)
    if has is None:
        return None
    if _knows(board, idea, has):
        return Refusal("idea.paper_taken", {"number": number, "text": has.text})
    return Refusal("idea.paper_elsewhere", {"number": number})


def _knows(board: Board, idea: Idea, has: Idea) -> bool:
    """Whether who enters an idea may know another: it has the same helper, or the room sees it."""
    room = Lens(board, {}, Audience("participant", idea.table))
    same = _helper(board, idea.author) == _helper(board, has.author)
    return same or see(room, has.ref) is not None


def _helper(board: Board, author: str) -> str:
    """The helper of whose idea it is, "" for those who lead."""
    return board.participants[author].host if author else ""


def stands(board: Board, round: Round, coming: Mapping[Ref, Entity | None]) -> bool:
    """Whether no other idea has the card of one that comes back."""
    back = [it for it in coming.values() if isinstance(it, Idea) and it.paper]
    taken = {it.paper for it in board.all(Idea).values() if it.ref not in coming}
    return not any(it.paper in taken for it in back)
