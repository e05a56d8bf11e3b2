"""In which existing theme does a loose idea fit? Suggested, never applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brouwerij.likeness.geometry import points, unit

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Embedding, Vectors

TITLE = 1.5
"""A title says as much as one and a half placed ideas."""
LOOSE = 0.4
"""What a loose idea adds to the theme that it seems to fit, in placed ideas."""
SHARPNESS = 12.0
"""How much more a loose idea counts for the nearest theme than for the others."""
ROUNDS = 4


@dataclass(frozen=True)
class Sorted:
    """A theme as the room made it so far: its title and the ideas placed in it."""

    title: str
    ideas: tuple[str, ...] = ()


def themes_for(
    embedding: Embedding, ideas: Sequence[str], themes: Sequence[Sorted], top: int = 3
) -> list[list[int]]:
    """For each loose idea the `top` themes that suit it best, as places in `themes`, best first.

    Each theme has a centre, of its title and its placed ideas. The loose ideas then pull at the
    centres they are near to, and the centres are taken again (soft k-means on the sphere, seeded
    by what people did): so a theme of one title learns words from ideas nobody placed yet.
    The more the room places, the less that matters.
    """
    if not ideas or not themes:
        return [[] for _ in ideas]
    import numpy as np

    placed = [(text, i) for i, theme in enumerate(themes) for text in theme.ideas]
    every = points(embedding.vectors([*ideas, *(text for text, _ in placed)]))
    loose, fixed = every[: len(ideas)], every[len(ideas) :]
    known = TITLE * points(embedding.vectors([theme.title for theme in themes]))
    np.add.at(known, [i for _, i in placed], fixed)
    fit = _fit(loose, known)
    return [list(map(int, row[:top])) for row in np.argsort(-fit, axis=1, kind="stable")]


def _fit(loose: Vectors, known: Vectors) -> Vectors:
    """How well each loose idea suits each theme: shape (ideas, themes)."""
    import numpy as np

    fit = loose @ unit(known).T
    for _ in range(ROUNDS):
        share = np.exp(SHARPNESS * (fit - fit.max(1, keepdims=True)))
        share /= share.sum(1, keepdims=True)
        fit = loose @ unit(known + LOOSE * share.T @ loose).T
    return fit
