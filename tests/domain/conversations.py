"""Where the real conversation is, and how two divisions of the same people are compared."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from math import comb
from pathlib import Path

DATA = Path(os.environ.get("BROUWERIJ_DATA", Path(__file__).parents[3] / "shared" / "data"))
CONVERSATION = DATA / "polis-affordable-housing" / "participants-votes.csv"
"""Polis, affordable housing, CC BY 4.0; not in the project, so a test skips without it."""


def agreement(one: Sequence[object], other: Sequence[object]) -> float:
    """The adjusted Rand index of two divisions of the same people: 1 the same, 0 as by chance.

    Source: Hubert and Arabie 1985.
    """

    def pairs(groups: Sequence[object]) -> int:
        return sum(comb(size, 2) for size in Counter(groups).values())

    together = pairs(list(zip(one, other, strict=True)))
    expected = pairs(one) * pairs(other) / comb(len(one), 2)
    return (together - expected) / ((pairs(one) + pairs(other)) / 2 - expected)
