"""Systemic consensus: everybody says how much resistance they feel, and the least resistance wins.

Source: systemisches Konsensieren, Visotschnig and Schrotta, Das SK-Prinzip (2005). Leaving things
as they are, the passive solution, is asked about too: only what meets less resistance is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from brouwerij.domain.ballots import Ballots, Count, Method, answers_to, in_order, register, tally

MOST = 10
VALUES = tuple(range(MOST + 1))
"""From no resistance (0) to unbearable (10)."""
PASSIVE = "passive"
"""What is asked besides the themes: to leave things as they are."""


def asks(themes: Sequence[str]) -> tuple[str, ...]:
    return (*themes, PASSIVE)


def acceptance(given: Sequence[int]) -> Fraction:
    """10 less the mean resistance of at least one answer, so between 0 and 10."""
    return MOST - Fraction(sum(given), len(given))


def count(themes: Sequence[str], ballots: Ballots) -> Count:
    """The passive solution has its place among the themes; without it nothing is accepted."""
    counted = {
        about: tally(answers_to(about, ballots), VALUES, acceptance) for about in asks(themes)
    }
    passive = counted[PASSIVE].score
    accepted = frozenset(
        theme
        for theme in themes
        if (score := counted[theme].score) is not None and passive is not None and score > passive
    )
    return Count(in_order(counted), counted, accepted)


METHOD = register(Method("systemic", VALUES, count, max, asks))
"""Themes that become one meet the resistance of the one that met most of it."""
