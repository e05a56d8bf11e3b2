"""Opinion groups: voters who answer alike, found in the ballots as Polis finds them.

Principal components of the ballots, k-means over them for 2 to 5 groups, and the number of
groups with the best silhouette. Nothing in it goes by chance, by names or by the order of voters.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Ballots = NDArray[np.int8]
"""Voters × themes: 1 in favour, 0 neither (pass, can live with it), -1 against, or UNSEEN."""
Points = NDArray[np.float64]
Labels = NDArray[np.intp]

UNSEEN = 2
"""No answer."""
LEAST_VOTERS, LEAST_THEMES = 30, 10
"""With fewer of either, groups say more about chance than about opinions; ours."""
ENOUGH_ANSWERS = 7
"""Whoever gave fewer is in no group, as in Polis, unless there are fewer themes."""
MOST_GROUPS = 5
BASE_POINTS = 100
"""Into how many points the voters are drawn together before they are grouped, as in Polis."""
STEPS = 30
"""How often k-means may move its centres; in a room it rests long before."""
DECIMALS = 9
"""Of a position: what the order of adding up can change is rounded away."""
BLOCK = 4096
"""Voters that are worked on at once, so that a large conversation needs little memory."""


def too_few(voters: int, themes: int) -> bool:
    """Whether there are too few voters or themes to find opinion groups."""
    return voters < LEAST_VOTERS or themes < LEAST_THEMES


def opinion_groups(ballots: Ballots) -> Labels | None:
    """The opinion group of every voter: 0 for the largest, and so on; -1 for none.

    None when too few voters gave enough answers, or there are too few themes. Voters who are all
    of one mind are one group.
    Source: Polis, math/src/polismath/math/{conversation,pca,clusters}.clj; Small et al. 2021,
    doi 10.6035/recerca.5516. Polis takes the first voters as the first centres and lets groups
    change slowly while people vote; here the start is spread evenly, and there is one moment.
    """
    voters, themes = ballots.shape
    answers = (ballots != UNSEEN).sum(axis=1)
    grouped = answers >= min(ENOUGH_ANSWERS, themes)
    if too_few(int(grouped.sum()), themes):
        return None
    positions = project(ballots)[grouped]
    points, point_of, weights = np.unique(
        positions, axis=0, return_inverse=True, return_counts=True
    )
    base_of = _base(points, weights)
    base, base_weights = _centres(points, weights, base_of)
    found = np.full(voters, -1, dtype=np.intp)
    found[grouped] = _largest_first(_best(base, base_weights)[base_of][point_of.reshape(-1)])
    return found


def project(ballots: Ballots) -> Points:
    """Where every voter stands on the first two principal components.

    What was not answered counts as the theme's mean, so that it pulls nobody anywhere, and the
    position of who answered little is stretched by √(themes / answers), as Polis does.
    """
    themes = ballots.shape[1]
    mean = _means(ballots)
    spread = np.zeros((themes, themes))
    for _, deviations in _deviations(ballots, mean):
        spread += deviations.T @ deviations
    axes = np.linalg.eigh(spread)[1][:, :-3:-1]
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), range(axes.shape[1])])
    return np.concatenate(
        [
            np.round(deviations @ axes * np.sqrt(themes / answers)[:, None], DECIMALS) + 0.0
            for answers, deviations in _deviations(ballots, mean)
        ]
    )


def _means(ballots: Ballots) -> Points:
    total, seen = np.zeros(ballots.shape[1]), np.zeros(ballots.shape[1])
    for block in _blocks(ballots):
        known = block != UNSEEN
        seen += known.sum(axis=0)
        total += np.where(known, block, 0).sum(axis=0)
    return total / np.maximum(seen, 1)


def _deviations(ballots: Ballots, mean: Points) -> Iterator[tuple[NDArray[np.intp], Points]]:
    """By block how many answers each voter gave, at least 1, and how far each is off the mean."""
    for block in _blocks(ballots):
        known = block != UNSEEN
        yield np.maximum(known.sum(axis=1), 1), np.where(known, block - mean, 0.0)


def _blocks(ballots: Ballots) -> Iterator[Ballots]:
    for start in range(0, max(len(ballots), 1), BLOCK):
        yield ballots[start : start + BLOCK]


def _base(points: Points, weights: Labels) -> Labels:
    """The base point of every point: itself when there are few."""
    if len(points) <= BASE_POINTS:
        return np.arange(len(points))
    return _k_means(points, weights, _grid(points, weights))


def _grid(points: Points, weights: Labels) -> Labels:
    """A first division: ten slices along the first axis, each cut in ten along the second."""
    side = round(BASE_POINTS**0.5)
    slices = _slices(points, weights, 0, side)
    cells = np.zeros(len(points), dtype=np.intp)
    for at in range(side):
        here = np.flatnonzero(slices == at)
        cells[here] = at * side + _slices(points[here], weights[here], 1, side)
    return cells


def _slices(points: Points, weights: Labels, axis: int, k: int) -> Labels:
    """Divide points into k slices along an axis, with as many voters each as can be."""
    order = np.lexsort((points[:, 1 - axis], points[:, axis]))
    middles = np.cumsum(weights[order]) - weights[order] / 2
    found = np.zeros(len(points), dtype=np.intp)
    found[order] = np.minimum(middles * k // max(int(weights.sum()), 1), k - 1).astype(np.intp)
    return found


def _best(base: Points, weights: Labels) -> Labels:
    """The group of every base point, with the number of groups of the best silhouette."""
    most = min(MOST_GROUPS, 2 + len(base) // 12, len(base))
    choices = [_grouping(base, weights, k) for k in range(2, most + 1)]
    if not choices:
        return np.zeros(len(base), dtype=np.intp)
    return max(choices, key=lambda groups: round(silhouette(base, groups), DECIMALS))


def _grouping(base: Points, weights: Labels, k: int) -> Labels:
    """The tightest of the divisions in k that k-means finds from three starts."""
    starts = [_slices(base, weights, 0, k), _slices(base, weights, 1, k), _far_apart(base, k)]
    found = [_k_means(base, weights, start) for start in starts]
    return min(found, key=lambda groups: round(_looseness(base, weights, groups), DECIMALS))


def _far_apart(points: Points, k: int) -> Labels:
    """A first division by points that are each as far as can be from those before."""
    chosen = [int(_distances(points, points.mean(axis=0, keepdims=True))[:, 0].argmax())]
    while len(chosen) < k:
        chosen.append(int(_distances(points, points[chosen]).min(axis=1).argmax()))
    return _nearest(points, points[chosen])


def _k_means(points: Points, weights: Labels, groups: Labels) -> Labels:
    """Lloyd's k-means from a first division; a tie goes to the first centre."""
    for _ in range(STEPS):
        centres, _ = _centres(points, weights, groups)
        moved = _nearest(points, centres)
        if np.array_equal(moved, groups):
            break
        groups = moved
    return np.unique(groups, return_inverse=True)[1].reshape(-1)


def _centres(points: Points, weights: Labels, groups: Labels) -> tuple[Points, Labels]:
    """The weighted mean and the weight of every group that has points."""
    used, at = np.unique(groups, return_inverse=True)
    total = np.bincount(at.reshape(-1), weights, minlength=len(used))
    sums = [np.bincount(at.reshape(-1), weights * of, minlength=len(used)) for of in points.T]
    return np.stack(sums, axis=1) / total[:, None], total.astype(np.intp)


def _distances(points: Points, centres: Points) -> Points:
    """The distance of every point to every centre."""
    return np.hypot(*(points[:, None, axis] - centres[None, :, axis] for axis in (0, 1)))


def _nearest(points: Points, centres: Points) -> Labels:
    """The nearest centre of every point: |p - c|² less the |p|² that all centres share."""
    nearest: Labels = ((centres**2).sum(axis=1) - 2 * points @ centres.T).argmin(axis=1)
    return nearest


def _looseness(points: Points, weights: Labels, groups: Labels) -> float:
    """What k-means makes small: the squared distances to the groups' centres, weighted."""
    centres, _ = _centres(points, weights, groups)
    return float((weights * ((points - centres[groups]) ** 2).sum(axis=1)).sum())


def silhouette(points: Points, groups: Labels) -> float:
    """How much nearer points are to their own group than to the next, from -1 to 1.

    A point that is alone in its group counts as 0. Source: Rousseeuw 1987.
    """
    sizes = np.bincount(groups)
    if len(sizes) < 2:
        return -1.0
    sums = np.stack(
        [_distances(points, points[groups == g]).sum(axis=1) for g in range(len(sizes))]
    )
    own_size, rows = sizes[groups], np.arange(len(points))
    own = sums[groups, rows] / np.maximum(own_size - 1, 1)
    others = sums / sizes[:, None]
    others[groups, rows] = np.inf
    nearest = others.min(axis=0)
    widest = np.maximum(own, nearest)
    scores = np.where((own_size > 1) & (widest > 0), nearest - own, 0.0)
    return float(np.mean(scores / np.where(widest > 0, widest, 1.0)))


def _largest_first(groups: Labels) -> Labels:
    """The same groups, numbered from the largest; equal ones keep their order."""
    order = np.argsort(-np.bincount(groups), kind="stable")
    number = np.empty_like(order)
    number[order] = np.arange(len(order))
    return number[groups]
