"""What a poll holds: what was put to the vote, everybody's answers, and what they come to.

The round that asks is rounds/voting/poll.py; the measure of broad support is in support/.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

import msgspec

from brouwerij.domain import electorate, outcome, support
from brouwerij.domain.board import Board
from brouwerij.domain.entities import Entity, Round, collected

AnswerWord = Literal["", "support", "live_with", "object"]
Groups = Literal["initiatives", "opinions"]

ANSWERS = {
    "support": support.Answer.SUPPORT,
    "live_with": support.Answer.LIVE_WITH,
    "object": support.Answer.OBJECT,
}


@collected
class Poll(Entity, frozen=True, omit_defaults=True):
    """What was put to the vote, by which rule; its id is the round's.

    unveiled: how many places of the results were shown so far, from the least supported, of what
    was closed at unveiled_at. Closing again begins anew.
    """

    collection: ClassVar[str] = "polls"
    themes: tuple[str, ...] = ()
    groups: Groups = "initiatives"
    rule: support.Rule = support.Rule()
    unveiled: int = 0
    unveiled_at: int = 0


@collected
class PollBallot(Entity, frozen=True, omit_defaults=True):
    """One person's answer to one theme; the id is ROUND:PERSON:THEME.

    energy: wants to work on it.
    """

    collection: ClassVar[str] = "poll_ballots"
    round: str = ""
    participant: str = ""
    theme: str = ""
    answer: AnswerWord = ""
    reason: str = ""
    energy: bool = False

    @property
    def owner(self) -> str:
        return self.participant


class SegmentResult(msgspec.Struct, frozen=True):
    size: int
    support: int
    live_with: int
    object: int


class PollResult(msgspec.Struct, frozen=True):
    """A theme's result. Shares are of 1. segments: by initiative, as people came from them, or by
    opinion group "1", "2", …; those with few people together under "", so that nobody's answer
    can be read off. reasons: of the objections, in alphabetical order, never whose."""

    theme: str
    rank: int
    verdict: str
    carried: bool
    vanguard: bool
    people: int
    support: int
    live_with: int
    object: int
    energy: int
    turnout: float
    breadth: float
    tolerance: float
    weakest: float
    bridge: float
    segments: dict[str, SegmentResult]
    reasons: list[str]


class Votes(msgspec.Struct, frozen=True):
    """All that was answered in a poll. by_theme: theme -> ballots; people: voter -> initiative;
    groups: voter -> the group that they count in."""

    poll: Poll
    by_theme: dict[str, list[PollBallot]]
    people: dict[str, str]
    groups: dict[str, str]
    too_few: bool

    def answers(self, theme: str) -> dict[str, support.Answer]:
        return _answers(self.by_theme[theme])


def _answers(ballots: Iterable[PollBallot]) -> dict[str, support.Answer]:
    return {b.participant: ANSWERS[b.answer] for b in ballots if b.answer}


def votes(board: Board, round: Round) -> Votes | None:
    """What was answered in a poll so far; None before it opens."""
    poll = board.get(Poll, round.id)
    if poll is None:
        return None
    ballots = [b for b in board.all(PollBallot).values() if b.round == round.id]
    return votes_in(poll, ballots, electorate.electorate(board, round.id))


def votes_in(poll: Poll, ballots: Iterable[PollBallot], people: dict[str, str]) -> Votes:
    """The ballots of a poll by theme, and in which group each of the people counts."""
    by_theme: dict[str, list[PollBallot]] = {theme: [] for theme in poll.themes}
    for ballot in ballots:
        if ballot.theme in by_theme:
            by_theme[ballot.theme].append(ballot)
    if poll.groups == "initiatives":
        return Votes(poll, by_theme, people, people, False)
    given = {theme: _answers(found) for theme, found in by_theme.items()}
    opinions = support.opinions_in(given, people)
    return Votes(poll, by_theme, people, people if opinions is None else opinions, opinions is None)


def measured(votes: Votes) -> dict[str, support.ThemeSupport]:
    """The measure of every theme, in the order they were put to the vote."""
    return {
        theme: support.measure(
            votes.answers(theme),
            votes.people,
            votes.poll.rule,
            energy=[b.participant for b in given if b.energy],
            segment_of=votes.groups,
        )
        for theme, given in votes.by_theme.items()
    }


def results(board: Board, round: Round) -> list[PollResult]:
    """Every theme of a poll with its verdict, the most carried first."""
    given = votes(board, round)
    if given is None:
        return []
    found = measured(given)
    ranked: list[PollResult] = []
    before = outcome.supporters(board)
    for tied in support.order(found, {theme: before.get(theme, 0) for theme in found}):
        rank = len(ranked) + 1
        ranked += [_result(theme, rank, found[theme], given.by_theme[theme]) for theme in tied]
    return ranked


def unveiled(board: Board, round: Round) -> list[PollResult]:
    """The results that may be seen, the most carried first: all once they are opened, else the
    places shown so far, from the least supported. Tied themes share a place."""
    if round.phase == "results":
        return results(board, round)
    poll = board.get(Poll, round.id)
    if poll is None or round.status != "closed" or poll.unveiled_at != round.closed_at:
        return []
    found = results(board, round)
    seen = sorted({result.rank for result in found}, reverse=True)[: poll.unveiled]
    return [result for result in found if result.rank in seen]


def chart(shown: Iterable[PollResult], first: int = 1) -> list[support.Spot]:
    """The support map of some results, numbered from `first` in their order."""
    numbered = [
        support.Placed(number, result.breadth, result.weakest, result.carried)
        for number, result in enumerate(shown, start=first)
    ]
    return support.spots(numbered[::-1])


def _result(
    theme: str, rank: int, found: support.ThemeSupport, ballots: list[PollBallot]
) -> PollResult:
    return PollResult(
        theme=theme,
        rank=rank,
        verdict=found.verdict.value,
        carried=found.verdict.carried,
        vanguard=support.is_vanguard(found),
        people=found.electorate,
        support=found.support,
        live_with=found.live_with,
        object=found.object,
        energy=found.energy,
        turnout=found.turnout,
        breadth=found.breadth,
        tolerance=found.tolerance,
        weakest=found.weakest,
        bridge=found.bridge,
        segments={
            name: SegmentResult(*msgspec.structs.astuple(counts))
            for name, counts in found.segments.items()
        },
        reasons=sorted(b.reason for b in ballots if b.answer == "object"),
    )
