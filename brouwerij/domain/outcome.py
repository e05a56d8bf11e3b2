"""What the rounds so far came to: which themes go on, and which the room carries."""

from __future__ import annotations

from brouwerij.domain.board import Board
from brouwerij.domain.electorate import opened_rounds
from brouwerij.domain.entities import Entity, Ref
from brouwerij.domain.rounds import KINDS, Judged, Merged
from brouwerij.domain.themes import standing


def shortlist(board: Board) -> list[str]:
    """The theme ids that go on to the poll: of the last round that made a shortlist, else all."""
    for round in reversed(board.rounds):
        shortlists = KINDS[round.kind].shortlists
        if shortlists and round.status != "planned" and (listed := shortlists(board, round)):
            return listed
    return [theme.id for theme in standing(board)]


def supporters(board: Board) -> dict[str, int]:
    """Theme -> how many people were for it in the last round that counted them; {} without one."""
    for round in reversed(board.rounds):
        counts = KINDS[round.kind].supporters
        if counts and round.status != "planned":
            return counts(board, round)
    return {}


def merged_ballots(board: Board, theme: str, into: str) -> Merged | None:
    """What becomes of all ballots once one theme goes up in another; None when some forbid it."""
    ballots: list[Entity] = []
    gone: list[Ref] = []
    for round in opened_rounds(board):
        merges = KINDS[round.kind].merges
        if merges is None:
            return None
        merged = merges(board, round, theme, into)
        ballots += merged.ballots
        gone += merged.gone
    return Merged(ballots, gone)


def judged(board: Board) -> list[Judged]:
    """How broadly each theme is carried by the last poll, most carried first; [] without one."""
    for round in reversed(board.rounds):
        judges = KINDS[round.kind].judges
        if judges and round.status != "planned":
            return judges(board, round)
    return []


def carried(board: Board) -> list[str]:
    """The theme ids the room carries, the most carried first; without a poll the shortlist."""
    verdicts = judged(board)
    if not verdicts:
        return shortlist(board)
    return [verdict.theme for verdict in verdicts if verdict.carried]
