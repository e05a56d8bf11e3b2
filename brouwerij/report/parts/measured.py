"""How many took part in a ballot, and by which rule it was counted; not what came of it."""

from __future__ import annotations

from brouwerij.domain.commands import settings_of
from brouwerij.domain.electorate import electorate
from brouwerij.domain.entities import Round
from brouwerij.domain.rounds.voting import dots, poll
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import DotFacts, PollFacts


def poll_facts(reading: Reading, round: Round) -> PollFacts | None:
    asked = reading.board.get(poll.Poll, round.id)
    if asked is None:
        return None
    people = electorate(reading.board, round.id)
    voters = {
        b.participant
        for b in reading.board.all(poll.PollBallot).values()
        if b.round == round.id and b.answer
    }
    return PollFacts(voted=len(voters & people.keys()), people=len(people), rule=asked.rule)


def dot_facts(reading: Reading, round: Round) -> DotFacts:
    people = electorate(reading.board, round.id)
    voters = {
        b.participant
        for b in reading.board.all(dots.DotBallot).values()
        if b.round == round.id and b.dots
    }
    return DotFacts(
        voted=len(voters & people.keys()),
        people=len(people),
        budget=dots.budget(reading.board, round),
        per_theme=settings_of(round, dots.DotSettings).per_theme,
    )
