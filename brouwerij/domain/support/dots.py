"""Dots: they make a shortlist, ranked by how many people, never by how many dots.

With K dots over T themes even random spreading caps a theme at K / T of the people, so dots
measure priority and not support.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec


class DotTally(msgspec.Struct, frozen=True):
    """The dots of one theme.

    supporters: people with at least one dot on it (S). dots: all dots (D). effective: how many
    people it would take with equal dots, (Σd)² / Σd², between 1 and S. concentration:
    effective / S in (0, 1], 0 without dots; low when few people gave most.
    """

    supporters: int
    dots: int
    effective: float
    concentration: float


def tally_dots(
    ballots: Mapping[str, Mapping[str, int]], themes: Sequence[str]
) -> dict[str, DotTally]:
    """The tally of every theme, in the given order.

    ballots: person -> theme -> dots, none negative; dots on other themes are passed over.
    Source of `effective`: the effective number of parties, Laakso and Taagepera 1979.
    """
    given: dict[str, list[int]] = {theme: [] for theme in themes}
    for dots in ballots.values():
        for theme, number in dots.items():
            if number > 0 and theme in given:
                given[theme].append(number)
    return {theme: _tally(numbers) for theme, numbers in given.items()}


def _tally(numbers: list[int]) -> DotTally:
    if not numbers:
        return DotTally(0, 0, 0.0, 0.0)
    effective = Fraction(sum(numbers) ** 2, sum(n * n for n in numbers))
    return DotTally(len(numbers), sum(numbers), float(effective), float(effective / len(numbers)))


def rank_by_supporters(tallies: Mapping[str, DotTally]) -> list[list[str]]:
    """The themes by number of supporters, most first; ties share a place, in the given order."""
    places: dict[int, list[str]] = {}
    for theme, tally in tallies.items():
        places.setdefault(tally.supporters, []).append(theme)
    return [places[supporters] for supporters in sorted(places, reverse=True)]


def shortlist(tallies: Mapping[str, DotTally], size: int) -> list[str]:
    """The `size` themes with most supporters; who is tied with the last comes along.

    A theme without any supporter is never on it.
    """
    listed: list[str] = []
    for tied in rank_by_supporters(tallies):
        if len(listed) >= size or not tallies[tied[0]].supporters:
            break
        listed += tied
    return listed


def default_dots(themes: int) -> int:
    """Dots per person: a quarter of the themes, at least 2 and at most 5. Our own default."""
    return min(5, max(2, round(themes / 4)))
