"""Who was there: the initiatives with their people, by number; nobody by name."""

from __future__ import annotations

from collections import Counter

from brouwerij.report.reading import Reading
from brouwerij.report.shapes import Origin


def origins(reading: Reading) -> tuple[Origin, ...]:
    everyone = reading.board.present
    people = Counter(p.initiative for p in everyone)
    guests = Counter(p.initiative for p in everyone if p.guest)
    return tuple(
        Origin(
            name=initiative.name,
            mark=initiative.mark,
            colour=initiative.colour,
            people=people[initiative.id],
            guests=guests[initiative.id],
        )
        for initiative in reading.board.initiatives.values()
        if people[initiative.id]
    )
