"""A first proposal of themes: raw material for the people who sort, never applied by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brouwerij.likeness.geometry import points, unit
from brouwerij.likeness.naming import names

if TYPE_CHECKING:
    import numpy as np

    from brouwerij.likeness.embedding import Embedding, Vectors

FEWEST, MOST = 2, 12
"""Themes when nobody says how many: what a room can still oversee."""
NEIGHBOURS = 15
SMOOTHINGS = 2
STARTS = 20
TURNS = 50
SEED = 2017


@dataclass(frozen=True)
class Proposal:
    """A proposed theme: a name from the words of its ideas, and their places in what was given."""

    name: str
    ideas: tuple[int, ...]


def propose(
    embedding: Embedding, ideas: Sequence[str], k: int | None = None, lang: str = "nl"
) -> list[Proposal]:
    """Ideas in k groups, the largest first; the same ideas always give the same groups.

    k: how many; with None it follows from the number of ideas. There are never more groups than
    different ideas. lang: whose words say nothing in a name, "nl" or "en".

    Each idea first moves towards its nearest neighbours, so that what is linked by steps in
    between comes together; then k-means on the sphere, the best of some seeded starts.
    """
    different = list(dict.fromkeys(ideas))
    if not different:
        return []
    count = min(k or how_many(len(different)), len(different))
    where = points(embedding.vectors(different))
    label = dict(zip(different, spherical(smoothed(where, count), count), strict=True))
    groups: dict[int, list[int]] = {}
    for i, text in enumerate(ideas):
        groups.setdefault(int(label[text]), []).append(i)
    largest_first = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    texts = [[ideas[i] for i in group] for group in largest_first]
    named = names(embedding, texts, lang)
    return [Proposal(n, tuple(g)) for n, g in zip(named, largest_first, strict=True)]


def how_many(ideas: int) -> int:
    """How many themes to propose: the square root of half the ideas, from 2 to 12.

    Source of the rule of thumb: K. V. Mardia et al., Multivariate Analysis (1979), p. 365.
    """
    return max(FEWEST, min(MOST, round((ideas / 2) ** 0.5)))


def smoothed(where: Vectors, k: int) -> Vectors:
    """Points moved towards their neighbours, twice: shape unchanged."""
    import numpy as np

    near = min(NEIGHBOURS, max(3, len(where) // k), len(where) - 1)
    if near < 1:
        return where
    like = where @ where.T
    np.fill_diagonal(like, -np.inf)
    nearest = np.argsort(-like, axis=1, kind="stable")[:, :near]
    links = np.zeros_like(like)
    np.put_along_axis(links, nearest, np.maximum(np.take_along_axis(like, nearest, 1), 0.01), 1)
    links += links.T
    degree = np.sqrt(links.sum(1))
    links /= degree[:, None] * degree
    moved = where
    for _ in range(SMOOTHINGS):
        moved = unit((where + unit(links @ moved)) / 2)
    return moved


def spherical(where: Vectors, k: int) -> np.ndarray:
    """A label from 0 to k - 1 per point, k-means by angle; every label is used."""
    import numpy as np

    chance = np.random.default_rng(SEED)
    runs = (_run(where, _spread(where, k, chance)) for _ in range(STARTS))
    return max(runs, key=lambda run: run[0])[1]


def _spread(where: Vectors, k: int, chance: np.random.Generator) -> Vectors:
    """k points far apart (k-means++: the further from those taken, the more likely)."""
    import numpy as np

    taken = [int(chance.integers(len(where)))]
    far = np.full(len(where), np.inf)
    while len(taken) < k:
        far = np.minimum(far, np.maximum(1 - where @ where[taken[-1]], 0))
        far[taken] = 0
        weight = far + 1e-9
        weight[taken] = 0
        taken.append(int(chance.choice(len(where), p=weight / weight.sum())))
    return where[taken]


def _run(where: Vectors, centres: Vectors) -> tuple[float, np.ndarray]:
    """How tight it got, and the labels."""
    import numpy as np

    label = np.full(len(where), -1)
    fit = _cosines(where, centres)
    for _ in range(TURNS):
        new = _nobody_left_out(fit)
        if (new == label).all():
            break
        label = new
        sums = np.zeros_like(centres)
        np.add.at(sums, label, where)
        fit = _cosines(where, unit(sums))
    return float(fit[np.arange(len(where)), label].sum()), label


def _cosines(where: Vectors, centres: Vectors) -> Vectors:
    """Shape (points, centres). Without BLAS: its threads cost small products ten times as much."""
    import numpy as np

    return np.einsum("pd,cd->pc", where, centres)


def _nobody_left_out(fit: Vectors) -> np.ndarray:
    """The best label of each point; a label without points takes the worst fitting one."""
    import numpy as np

    label = fit.argmax(1)
    for empty in np.setdiff1d(np.arange(fit.shape[1]), label):
        alone = np.bincount(label, minlength=fit.shape[1])[label] == 1
        best = np.where(alone, np.inf, fit[np.arange(len(fit)), label])
        label[int(best.argmin())] = empty
    return label
