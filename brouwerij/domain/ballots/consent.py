"""Consent: a proposal passes when nobody has a reasoned objection to it.

Source: consent decision making as sociocracy has it (Endenburg, Sociocracy: the organization of
decision-making, 1998). Consent is no enthusiasm: "no objection" is enough. An objection is a gift
to the proposal, so it comes with its reason, and the proposal is amended and asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from brouwerij.domain.ballots import Ballots, Count, Method, answers_to, in_order, register, tally

NO_OBJECTION, OBJECTION = 1, 0


def count(themes: Sequence[str], ballots: Ballots) -> Count:
    """Fewest objections first. A theme that nobody answered has not passed."""
    counted = {
        theme: tally(
            answers_to(theme, ballots),
            (NO_OBJECTION, OBJECTION),
            lambda given: Fraction(-given.count(OBJECTION)),
        )
        for theme in themes
    }
    passed = frozenset(theme for theme, found in counted.items() if found.score == 0)
    return Count(in_order(counted), counted, passed)


METHOD = register(
    Method(
        "consent",
        (NO_OBJECTION, OBJECTION),
        count,
        joined=min,  # who objects to a part objects to the whole
        reasoned=frozenset({OBJECTION}),
        amends=True,
    )
)
