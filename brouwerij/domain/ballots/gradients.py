"""A scale of five, from "with all my heart" to "this I stop": it shows where agreement is thin.

Source of the scale: gradients of agreement, Kaner et al., Facilitator's Guide to Participatory
Decision-Making (1996), with five of the eight steps. Ranked by typical judgement: the median,
raised by the share above it and lowered by the share below it (Fabre 2021, Social Choice and
Welfare 56). It asks no distance between the steps, and one extreme answer does not shift it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from brouwerij.domain.ballots import Ballots, Count, Method, answers_to, in_order, register, tally

VALUES = (5, 4, 3, 2, 1)
"""From with all my heart (5) by neutral (3) to this I stop (1)."""
STOP = VALUES[-1]


def typical(given: Sequence[int]) -> Fraction:
    """The typical judgement of at least one answer: the lower median α, plus the share of answers
    above it, minus the share below it."""
    median = sorted(given)[(len(given) - 1) // 2]
    above = sum(1 for value in given if value > median)
    below = sum(1 for value in given if value < median)
    return median + Fraction(above - below, len(given))


def count(themes: Sequence[str], ballots: Ballots) -> Count:
    counted = {theme: tally(answers_to(theme, ballots), VALUES, typical) for theme in themes}
    return Count(in_order(counted), counted)


def joined(one: int, other: int) -> int:
    """Who stops one of two stops what they became; else the answer that is most in favour, so that
    all who were for either are for it."""
    return STOP if STOP in (one, other) else max(one, other)


METHOD = register(Method("gradients", VALUES, count, joined))
