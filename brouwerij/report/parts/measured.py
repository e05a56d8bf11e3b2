"""How many took part in a ballot, and by which rule it was counted; not what came of it."""

from __future__ import annotations

from brouwerij.domain import polls, slates
from brouwerij.domain.commands import settings_of
from brouwerij.domain.electorate import electorate, helped
from brouwerij.domain.entities import Round, Theme
from brouwerij.domain.rounds.voting import dots
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import DotFacts, PollFacts, Slate


def poll_facts(reading: Reading, round: Round) -> PollFacts | None:
    given = polls.votes(reading.board, round)
    if given is None:
        return None
    voters = {voter for theme in given.by_theme for voter in given.answers(theme)}
    return PollFacts(
        voted=len(voters & given.people.keys()),
        people=len(given.people),
        rule=given.poll.rule,
        opinions=given.poll.groups == "opinions" and not given.too_few,
        too_few=given.too_few,
        helped=helped(reading.board, voters & given.people.keys()),
        slate=_slate(reading, given),
    )


def _slate(reading: Reading, given: polls.Votes) -> Slate | None:
    found = slates.slate(given, polls.measured(given))
    if not found.chosen:
        return None
    chosen, extra, missing = (
        tuple(known.name for theme in themes if (known := reading.board.get(Theme, theme)))
        for themes in (found.chosen, found.extra, found.missing)
    )
    return Slate(
        chosen=chosen, covered=found.covered, people=found.people, extra=extra, missing=missing
    )


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
        helped=helped(reading.board, voters & people.keys()),
    )
