"""Names for proposed themes, from the ideas' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from brouwerij.likeness.geometry import points
from brouwerij.likeness.words import STOP, words

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Embedding

CANDIDATES = 8
"""Words of a group that are looked at; each costs the embedding a sentence."""
WORDS = 2
SHORTEST = 3
STEM = 4
"""Words that begin with the same letters are taken for one."""
LONGEST = 40
AND = {"nl": "en", "en": "and"}


def names(embedding: Embedding, groups: Sequence[Sequence[str]], lang: str) -> list[str]:
    """A name per group of texts: two of its words, no word in two names where that can be.

    Words count that come more than once, are frequent in the group and not elsewhere, and of
    those the ones that lie nearest to its middle. A group without is called by its first text.
    """
    taken: set[str] = set()
    found = []
    for group, telling in zip(groups, _telling(groups, lang), strict=True):
        free = [word for word in telling if word not in taken]
        chosen = _unlike(_central(embedding, group, free))[:WORDS]
        taken.update(chosen)
        found.append(f" {AND[lang]} ".join(chosen) or _short(group[0]))
    return [name[:1].upper() + name[1:] for name in found]


def _telling(groups: Sequence[Sequence[str]], lang: str) -> list[list[str]]:
    """Per group the words that set it apart, the most telling first."""
    counts = [
        Counter(word for text in group for word in set(words(text)) if _names(word, lang))
        for group in groups
    ]
    total = sum(counts, Counter())
    sizes = [len(group) for group in groups]
    return [
        sorted(
            count,
            key=lambda w: (
                count[w] == 1,
                -count[w] * log(1 + sum(sizes) * count[w] / total[w] / size),
                w,
            ),
        )[:CANDIDATES]
        for count, size in zip(counts, sizes, strict=True)
    ]


def _names(word: str, lang: str) -> bool:
    return len(word) >= SHORTEST and word not in STOP[lang]


def _central(embedding: Embedding, group: Sequence[str], candidates: list[str]) -> list[str]:
    """The candidates, the nearest to the middle of the group first."""
    import numpy as np

    if not candidates:
        return []
    vectors = embedding.vectors([*candidates, *group])
    where = points(vectors)
    near = where[: len(candidates)] @ where[len(candidates) :].mean(0)
    return [candidates[i] for i in np.argsort(-near, kind="stable")]


def _unlike(candidates: Sequence[str]) -> list[str]:
    """The candidates without those that begin like one before them: huur, huurders."""
    first: dict[str, str] = {}
    for word in candidates:
        first.setdefault(word[:STEM], word)
    return list(first.values())


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
