"""The strengthening map: what initiatives need and which others can help."""

from __future__ import annotations

from collections.abc import Mapping

from brouwerij.domain import strengthening
from brouwerij.domain.points import Point
from brouwerij.domain.rounds.introductions import KIND
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import FitLine, NeedLine


def needs(reading: Reading) -> tuple[NeedLine, ...]:
    """What is needed, that heard most first. Who asked to be introduced is in no report."""
    rounds = {round.id for round in reading.board.rounds if round.kind == KIND.name}
    found = strengthening.needs(reading.board, rounds)
    return tuple(_need(reading, reading.board.all(Point), need) for need in found)


def _need(reading: Reading, points: Mapping[str, Point], need: strengthening.Need) -> NeedLine:
    fitting = [points[id] for id in need.factors]
    return NeedLine(
        text=points[need.point].text,
        initiative=reading.name(points[need.point].initiative),
        heard=need.heard,
        helpers=tuple(filter(None, map(reading.name, need.helpers))),
        factors=tuple(
            FitLine(initiative=reading.name(it.initiative), text=it.text) for it in fitting
        ),
    )
