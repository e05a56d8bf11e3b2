"""The support map: where themes stand by breadth and weakest group, and where their numbers fit.

Everything is in units of a field of WIDTH by HEIGHT, x to the right and y upwards, so that every
screen and the report draw the same. Nothing in it goes by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, product

import msgspec

WIDTH, HEIGHT = 100.0, 64.0
DOT = 1.1
"""The radius of a dot."""
TAG_HEIGHT, TAG_SIDES, CHARACTER = 5.6, 2.4, 2.7
"""Of a number's label: its height, what it is wide beside its text, and what a character takes."""
GAP = 0.7
"""Between a label and the dot it belongs to, at the nearest."""
FARTHER = 3.0
"""How much farther from its dot a label goes at a time while there is no room."""
STEPS = 8


class Spot(msgspec.Struct, frozen=True):
    """One place on the map with the numbers of the themes that share it, joined as text.

    x, y: the dot. tag_x, tag_y: the middle of the label, width wide and TAG_HEIGHT high. solid:
    whether the themes there are carried.
    """

    numbers: tuple[int, ...]
    text: str
    x: float
    y: float
    tag_x: float
    tag_y: float
    width: float
    solid: bool


class Box(msgspec.Struct, frozen=True):
    left: float
    low: float
    right: float
    high: float

    def shared(self, other: Box) -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.high, other.high) - max(self.low, other.low)
        return max(0.0, wide) * max(0.0, tall)


FIELD = Box(0, 0, WIDTH, HEIGHT)


class Placed(msgspec.Struct, frozen=True):
    """A theme to put on the map. breadth, weakest: shares of 1; carried: draws it solid."""

    number: int
    breadth: float
    weakest: float
    carried: bool


def spots(themes: Sequence[Placed]) -> list[Spot]:
    """The themes on the map, those in one place as one spot, in the order they were given.

    A label takes the nearest free place beside its dot, the highest and rightmost of those equally
    near first, clear of all dots and of the labels before it; when nothing is free, the place
    where it covers least.
    """
    together: dict[tuple[float, float, bool], list[int]] = {}
    for theme in themes:
        at = round(theme.breadth * WIDTH, 2), round(theme.weakest * HEIGHT, 2), theme.carried
        together.setdefault(at, []).append(theme.number)
    taken = [_around(x, y, DOT, DOT) for x, y, _ in together]
    placed: list[Spot] = []
    for (x, y, solid), numbers in together.items():
        text = _runs(numbers)
        width = round(TAG_SIDES + CHARACTER * len(text), 2)
        tag_x, tag_y = _free(x, y, width, taken)
        taken.append(_around(tag_x, tag_y, width / 2, TAG_HEIGHT / 2))
        placed.append(Spot(tuple(sorted(numbers)), text, x, y, tag_x, tag_y, width, solid))
    return placed


def _runs(numbers: Sequence[int]) -> str:
    """Numbers as people write them: 1–3, 7."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _around(x: float, y: float, wide: float, tall: float) -> Box:
    return Box(x - wide, y - tall, x + wide, y + tall)


def _free(x: float, y: float, width: float, taken: Sequence[Box]) -> tuple[float, float]:
    best, least = (x, y), float("inf")
    for at_x, at_y in _candidates(x, y, width):
        box = _around(at_x, at_y, width / 2, TAG_HEIGHT / 2)
        area = width * TAG_HEIGHT
        covered = sum(box.shared(other) for other in taken) + area - box.shared(FIELD)
        if covered < 1e-6:
            return at_x, at_y
        if covered < least:
            best, least = (at_x, at_y), covered
    return best


def _candidates(x: float, y: float, width: float) -> Iterator[tuple[float, float]]:
    """Places around a dot: right, above, below and left of it, then askew, then farther away."""
    sides = sorted(product((1, 0, -1), repeat=2), key=lambda side: abs(side[0]) + abs(side[1]))
    for step in range(STEPS):
        far = DOT + GAP + step * FARTHER
        for right, up in sides:
            if right or up:
                yield (
                    round(x + right * (far + width / 2), 2),
                    round(y + up * (far + TAG_HEIGHT / 2), 2),
                )
