"""How the initiatives introduced themselves, and how their points were heard."""

from __future__ import annotations

from collections.abc import Mapping

from brouwerij.domain.entities import Initiative
from brouwerij.domain.points import Point, PointHeard, Tap, heard
from brouwerij.domain.rounds.introductions import KIND, Introduction
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import IntroductionLine, PointLine


def introduced(reading: Reading) -> tuple[IntroductionLine, ...]:
    rounds = {r.id for r in reading.board.rounds if r.kind == KIND.name}
    taps = heard(tap for tap in reading.board.all(Tap).values() if tap.round in rounds)
    lines = (
        _introduction(reading, initiative, rounds, taps)
        for initiative in reading.board.initiatives.values()
    )
    return tuple(i for i in lines if i.who or i.beautiful or i.factors or i.bottlenecks)


def _introduction(
    reading: Reading,
    initiative: Initiative,
    rounds: set[str],
    taps: Mapping[str, PointHeard],
) -> IntroductionLine:
    cards = [
        card
        for card in reading.board.all(Introduction).values()
        if card.initiative == initiative.id and card.round in rounds
    ]
    points: dict[str, list[PointLine]] = {"factor": [], "bottleneck": []}
    for point in reading.board.all(Point).values():
        if point.initiative == initiative.id and point.round in rounds:
            known = taps.get(point.id, PointHeard(0, []))
            helpers = tuple(filter(None, map(reading.name, known.helpers)))
            points[point.sort].append(
                PointLine(text=point.text, recognised=known.recognised, helpers=helpers)
            )
    return IntroductionLine(
        initiative=initiative.name,
        mark=initiative.mark,
        colour=initiative.colour,
        who=" ".join(card.who for card in cards if card.who),
        beautiful=" ".join(card.beautiful for card in cards if card.beautiful),
        factors=_most_recognised(points["factor"]),
        bottlenecks=_most_recognised(points["bottleneck"]),
    )


def _most_recognised(points: list[PointLine]) -> tuple[PointLine, ...]:
    return tuple(sorted(points, key=lambda point: -point.recognised))
