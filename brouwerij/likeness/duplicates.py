"""The same idea said twice: pairs for a person to judge, never merged by itself.

Works on letters alone; with an embedding it also finds the same said in other words. What may be
each other's contrary ("meer auto's", "minder auto's") is never offered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brouwerij.likeness.words import opposed, trigrams

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Embedding

BY_LETTERS = 0.6
"""From this overlap of letters (Dice, 0 to 1) two texts look the same."""
BY_MEANING = 0.45
"""From this cosine, the room's own middle taken off, two texts seem to say the same."""


@dataclass(frozen=True)
class Pair:
    """Two ideas that may say the same, by their places (one < other), and how alike they are."""

    one: int
    other: int
    likeness: float


def duplicates(ideas: Sequence[str], embedding: Embedding | None = None) -> list[Pair]:
    """The pairs of ideas that may say the same, the most alike first."""
    found = _alike_by_letters(ideas)
    if embedding is not None:
        for pair, likeness in _alike_by_meaning(ideas, embedding):
            found[pair] = max(likeness, found.get(pair, 0.0))
    pairs = (Pair(a, b, round(n, 3)) for (a, b), n in found.items())
    kept = (p for p in pairs if not opposed(ideas[p.one], ideas[p.other]))
    return sorted(kept, key=lambda p: (-p.likeness, p.one, p.other))


def _alike_by_letters(ideas: Sequence[str]) -> dict[tuple[int, int], float]:
    grams = [trigrams(idea) for idea in ideas]
    found = {}
    for (a, b), shared in _shared(grams):
        likeness = 2 * shared / (len(grams[a]) + len(grams[b]))
        if likeness >= BY_LETTERS:
            found[a, b] = likeness
    return found


def _shared(grams: Sequence[frozenset[str]]) -> Iterable[tuple[tuple[int, int], int]]:
    """How many trigrams each two texts share, of those that share any."""
    holding: dict[str, list[int]] = defaultdict(list)
    for b, mine in enumerate(grams):
        counts = Counter(a for gram in mine for a in holding[gram])
        for a, shared in counts.items():
            yield (a, b), shared
        for gram in mine:
            holding[gram].append(b)


def _alike_by_meaning(
    ideas: Sequence[str], embedding: Embedding
) -> Iterable[tuple[tuple[int, int], float]]:
    import numpy as np

    from brouwerij.likeness.geometry import meanings

    if len(ideas) < 2:
        return
    where = meanings(embedding.vectors(ideas))
    like = where @ where.T
    for a, b in zip(*np.nonzero(np.triu(like >= BY_MEANING, 1)), strict=True):
        yield (int(a), int(b)), min(float(like[a, b]), 1.0)
