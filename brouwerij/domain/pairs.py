"""The pairs in somebody's hands, in a ballot that asks which of two themes they want more."""

from __future__ import annotations

from collections.abc import Mapping

from brouwerij.domain.ballots import METHODS
from brouwerij.domain.board import Board
from brouwerij.domain.commands import settings_of
from brouwerij.domain.entities import Round
from brouwerij.domain.votes import Ballot, BallotSettings, Vote

HAND = 3
"""How many pairs somebody has before them, so that they can go on while the line is gone; ours."""


def filled(
    board: Board, round: Round, ballot: Ballot, person: str, mine: Mapping[str, Vote], more: int = 0
) -> list[Vote]:
    """What is dealt to somebody until their hand is full, or they had as many as they get.

    mine: what they hold and said, by what it is about. more: pairs that the room was dealt and
    that are not on the board yet. Nothing by a method without pairs.
    """
    had = [about for about, vote in mine.items() if vote.turn]
    left = settings_of(round, BallotSettings).pairs - len(had)
    wanted = min(HAND - sum(1 for vote in mine.values() if vote.open), left)
    return _dealt(ballot, person, had, len(board.all(Vote)) + more, wanted)


def _dealt(ballot: Ballot, person: str, had: list[str], number: int, pairs: int) -> list[Vote]:
    """So many pairs for somebody. number: how many the room was dealt before."""
    method = METHODS[ballot.method]
    dealt: list[Vote] = []
    while method.deals and len(dealt) < pairs:
        held = [*had, *(vote.about for vote in dealt)]
        pair = method.deals(ballot.themes, number + len(dealt), held)
        if pair is None:
            break
        id, turn = f"{ballot.id}:{person}:{pair}", len(held) + 1
        dealt.append(Vote(id, ballot.id, person, pair, turn=turn, open=True))
    return dealt
