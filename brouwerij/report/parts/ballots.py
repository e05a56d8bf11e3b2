"""What came of each ballot, and of the one that it repeats; nobody's own vote."""

from __future__ import annotations

from collections.abc import Mapping

from brouwerij.domain.electorate import electorate, helped
from brouwerij.domain.entities import Round, Theme
from brouwerij.domain.ranking import results
from brouwerij.domain.votes import Ballot, votes
from brouwerij.report.parts.support import tied_ranks
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import BallotFacts, BallotLine


def ballot(reading: Reading, round: Round) -> BallotFacts:
    put = reading.board.get(Ballot, round.id) or Ballot(round.id)
    people = electorate(reading.board, round.id)
    repeated = next((r for r in reading.told("ballot") if r.id == put.before), None)
    before = {line.theme: line for line in _lines(reading, repeated)} if repeated else {}
    voters = votes(reading.board, round.id).keys() & people.keys()
    return BallotFacts(
        title=round.title,
        method=put.method,
        voted=len(voters),
        people=len(people),
        lines=_lines(reading, round, before),
        helped=helped(reading.board, voters),
    )


def _lines(
    reading: Reading, round: Round, before: Mapping[str, BallotLine] | None = None
) -> tuple[BallotLine, ...]:
    found = results(reading.board, round)
    tied = tied_ranks(found, lambda result: result.rank)
    return tuple(
        BallotLine(
            theme=_name(reading, result.theme),
            rank=result.rank,
            tied=result.rank in tied,
            goes_on=result.goes_on,
            counts=tuple(result.counts),
            abstained=result.abstained,
            blank=result.blank,
            score=result.score,
            reasons=tuple(result.reasons),
            before=(before or {}).get(_name(reading, result.theme)),
        )
        for result in found
    )


def _name(reading: Reading, theme: str) -> str:
    known = reading.board.get(Theme, theme)
    return known.name if known else ""
