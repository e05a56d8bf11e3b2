"""What the themes of a ballot came to, by whatever method, and which of them go on."""

from __future__ import annotations

import msgspec

from brouwerij.domain import ballots, electorate
from brouwerij.domain.ballots import METHODS
from brouwerij.domain.board import Board
from brouwerij.domain.commands import replace, settings_of
from brouwerij.domain.entities import Round
from brouwerij.domain.votes import Ballot, BallotSettings, votes


class BallotResult(msgspec.Struct, frozen=True):
    """What a theme came to. Themes with the same rank are tied. counts: how many gave each of the
    method's answers, in its order; blank: how many of the electorate did not answer; goes_on:
    whether the next rounds are about it; score: what it is ranked by, in the method's own measure,
    None when nobody answered; reasons: in alphabetical order, never whose."""

    theme: str
    rank: int
    goes_on: bool
    counts: list[int]
    abstained: int
    blank: int
    score: float | None
    reasons: list[str]


def results(board: Board, round: Round) -> list[BallotResult]:
    """Every theme of a ballot with what it came to, the most wanted first."""
    ballot = board.get(Ballot, round.id)
    if ballot is None:
        return []
    given = votes(board, round.id)
    counted = METHODS[ballot.method].count(ballot.themes, given)
    going = _going_on(counted, settings_of(round, BallotSettings).shortlist)
    method = METHODS[ballot.method]
    people = len(electorate.electorate(board, round.id)) if method.per_person else 0
    ranked: list[BallotResult] = []
    for tied in counted.places:
        rank = len(ranked) + 1
        for theme in tied:
            found = _result(theme, rank, theme in going, counted.counted[theme], people)
            reasons = sorted(answer.reason for answer in ballots.answers_to(theme, given))
            ranked.append(replace(found, reasons=[reason for reason in reasons if reason]))
    return ranked


def _result(
    theme: str, rank: int, goes_on: bool, found: ballots.Counted, people: int
) -> BallotResult:
    return BallotResult(
        theme=theme,
        rank=rank,
        goes_on=goes_on,
        counts=list(found.counts),
        abstained=found.abstained,
        blank=max(0, people - sum(found.counts) - found.abstained),
        score=None if found.score is None else float(found.score),
        reasons=[],
    )


def _going_on(counted: ballots.Count, shortlist: int) -> frozenset[str]:
    """What the method accepts, else the first of its ranking with all that tie with the last."""
    if counted.accepted is not None:
        return counted.accepted
    going: list[str] = []
    for tied in counted.places:
        if len(going) >= shortlist or counted.counted[tied[0]].score is None:
            break
        going += tied
    return frozenset(going)


def shortlist(board: Board, round: Round) -> list[str]:
    """What goes on; also what was accepted before and not asked again."""
    ballot = board.get(Ballot, round.id)
    earlier = board.get(Round, ballot.before) if ballot else None
    again = set(ballot.themes) if ballot else set()
    kept = [theme for theme in shortlist(board, earlier) if theme not in again] if earlier else []
    return kept + [result.theme for result in results(board, round) if result.goes_on]
