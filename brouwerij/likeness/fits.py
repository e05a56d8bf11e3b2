"""Whose success may be another's way out: success factors beside what others need.

Works on letters alone; with an embedding it finds what is about the same in other words. What one
denies and the other has ("geen bank", "een bank die meedoet") is just what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brouwerij.likeness.words import trigrams

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Embedding, Vectors

BY_LETTERS = 0.3
"""From this overlap of letters (Dice, 0 to 1) a factor may fit a need."""
BY_MEANING = 0.2
"""From this likeness in what they are about and what they say (-1 to 1) it may too."""
MOST = 3
"""How many factors are offered for a need."""


@dataclass(frozen=True, slots=True)
class Told:
    """A success factor or a need. of: whose it is."""

    text: str
    of: str


def fits(
    factors: Sequence[Told], needs: Sequence[Told], embedding: Embedding | None = None
) -> list[tuple[int, int]]:
    """The factors that may help with a need of somebody else, as places in both, likeliest first.

    For a need those that suit it best, at most `MOST`.
    """
    found: list[tuple[float, int, int]] = []
    for need, row in enumerate(_likeness(factors, needs, embedding)):
        others = [
            (-like, factor, need)
            for factor, like in enumerate(row)
            if factors[factor].of != needs[need].of
            and like >= (BY_LETTERS if embedding is None else BY_MEANING)
        ]
        found += sorted(others)[:MOST]
    return [(factor, need) for _, factor, need in sorted(found)]


def _likeness(
    factors: Sequence[Told], needs: Sequence[Told], embedding: Embedding | None
) -> Iterable[Sequence[float]]:
    """How alike they are: for each need a number per factor."""
    has, lacks = [it.text for it in factors], [it.text for it in needs]
    if embedding is None or not has or not lacks:
        return [[_overlap(trigrams(one), trigrams(other)) for other in has] for one in lacks]
    likeness: list[list[float]] = _by_meaning(
        embedding.vectors(lacks), embedding.vectors(has)
    ).tolist()
    return likeness


def _by_meaning(needs: Vectors, factors: Vectors) -> Vectors:
    """Half what they are about, half all that they say: shape (needs, factors).

    Needs complain and factors boast, so each has a middle of its own, which is taken off.
    """
    from brouwerij.likeness.geometry import meanings, points

    about = points(needs) @ points(factors).T
    said = meanings(needs) @ meanings(factors).T
    both: Vectors = (about + said) / 2
    return both


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The overlap of two sets (Dice), from 0 to 1; of nothing it is none."""
    return 2 * len(one & other) / max(1, len(one) + len(other))
