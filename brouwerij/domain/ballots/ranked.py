"""The first three: everybody puts the three themes they want most in order.

Counted by the method of Schulze (2011, Social Choice and Welfare 36), a Condorcet method: a theme
that most people put above every other one wins. Points for places (Borda) would have to say what a
theme is worth that somebody left out, and likes that it has twins; this asks neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from brouwerij.domain.ballots import WHOLE, Ballots, Count, Counted, Method, register

PLACES = (1, 2, 3)
LAST = len(PLACES) + 1
"""Where a theme stands that somebody left out: below those they chose, beside the others."""

Pair = tuple[str, str]


def asks(themes: Sequence[str]) -> tuple[str, ...]:
    return (*themes, WHOLE)


def count(themes: Sequence[str], ballots: Ballots) -> Count:
    given = [
        {theme: a.value for theme in themes if (a := mine.get(theme)) and a.value is not None}
        for mine in ballots.values()
    ]
    abstained = sum(1 for mine in ballots.values() if WHOLE in mine)
    beats = stronger(themes, prefers(themes, given))
    counted = {}
    for theme in themes:
        chosen = [mine[theme] for mine in given if theme in mine]
        beaten = sum(1 for other in themes if (theme, other) in beats)
        counted[theme] = Counted(
            counts=tuple(chosen.count(place) for place in PLACES),
            abstained=abstained,
            score=Fraction(beaten) if chosen else None,
        )
    return Count(in_places(themes, beats), counted)


def prefers(themes: Sequence[str], given: Sequence[Mapping[str, int]]) -> dict[Pair, int]:
    """(a, b) -> how many people put a above b."""
    return {
        (a, b): sum(1 for mine in given if mine.get(a, LAST) < mine.get(b, LAST))
        for a, b in permutations(themes, 2)
    }


def stronger(themes: Sequence[str], above: Mapping[Pair, int]) -> set[Pair]:
    """(a, b) for which the strongest path from a to b is stronger than the one back.

    A path is as strong as its weakest step; a step is a majority, as strong as it has people.
    """
    path = {(a, b): n if n > above[b, a] else 0 for (a, b), n in above.items()}
    for via in themes:
        for a, b in permutations([theme for theme in themes if theme != via], 2):
            path[a, b] = max(path[a, b], min(path[a, via], path[via, b]))
    return {(a, b) for (a, b), strength in path.items() if strength > path[b, a]}


def in_places(themes: Sequence[str], beats: set[Pair]) -> list[list[str]]:
    """Those that nobody beats, then those that nobody beats of what is left, and so on."""
    places: list[list[str]] = []
    left = list(themes)
    while left:
        place = [theme for theme in left if not any((other, theme) in beats for other in left)]
        places.append(place)
        left = [theme for theme in left if theme not in place]
    return places


METHOD = register(Method("ranked", PLACES, count, min, asks, once=True))
"""Themes that become one stand in the better of their places; the other is one's own again."""
