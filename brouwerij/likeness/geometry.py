"""Points on a sphere: what suggestions and proposals have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brouwerij.likeness import subjects

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Vectors

TRUST = 4
"""After how many texts the room's own middle counts as much as that of the subjects."""


def points(vectors: Vectors) -> Vectors:
    """Texts as unit points around what this room is about.

    vectors: shape (texts, 384). Every idea of a room is about its question; without taking that
    off, all are alike.
    """
    import numpy as np

    seen = subjects.look(vectors)
    return unit(seen - np.sum(seen, axis=0) / (len(seen) + TRUST))


def meanings(vectors: Vectors) -> Vectors:
    """Texts as unit points by all that they say, not only what about: shape unchanged.

    What all texts share is taken off here too; of a few, mostly what the subjects share.
    """
    import numpy as np

    middle = (np.sum(vectors, axis=0) + TRUST * subjects.middle()) / (len(vectors) + TRUST)
    return unit(vectors - middle)


def unit(rows: Vectors) -> Vectors:
    """Each row at length 1; a row of nothing stays nothing."""
    import numpy as np

    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.divide(rows, length, out=np.zeros_like(rows), where=length > 0)
