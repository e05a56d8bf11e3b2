"""The book of a run: every figure that was measured, what went wrong, and what was marked."""

from __future__ import annotations

import math
import statistics
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

Key = tuple[str, int, str]
"""Name, clients, side."""


@dataclass(frozen=True)
class Figure:
    """The median of a figure over its runs, with the least and the most."""

    name: str
    clients: int
    side: str
    unit: str
    value: float
    min: float
    max: float
    runs: int
    marks: tuple[str, ...] = ()


@dataclass
class Book:
    """Figures by name, number of clients and side."""

    faults: list[str] = field(default_factory=list)
    _values: dict[Key, list[float]] = field(default_factory=dict)
    _units: dict[str, str] = field(default_factory=dict)
    _marks: dict[Key, dict[str, int]] = field(default_factory=dict)

    def add(self, name: str, clients: int, side: str, value: float | None, unit: str) -> None:
        """Write down one run's figure; None for one that has no value."""
        if value is None or value < 0:
            return
        self._units[name] = unit
        self._values.setdefault((name, clients, side), []).append(value)

    def mark(self, name: str, clients: int, side: str, mark: str) -> None:
        """Say something of a figure that its reader has to know."""
        marks = self._marks.setdefault((name, clients, side), {})
        marks[mark] = marks.get(mark, 0) + 1

    def fault(self, text: str) -> None:
        """Something was lost, doubled, out of order or not equal: the run fails."""
        self.faults.append(text)
        say(f"FAULT: {text}")

    @property
    def figures(self) -> list[Figure]:
        """All of them, in the order in which they were first written."""
        return [self._figure(key) for key in self._values]

    def of(self, name: str, clients: int, side: str) -> float | None:
        """The median of a figure; None when it was not measured."""
        values = self._values.get((name, clients, side))
        return statistics.median(values) if values else None

    def sizes(self, name: str, side: str) -> list[int]:
        """For which numbers of clients a figure was measured."""
        return sorted(
            n for (known, n, of), _ in self._values.items() if (known, of) == (name, side)
        )

    def exponent(self, name: str, side: str) -> float | None:
        """k in cost ~ clients^k: the slope of the least squares line through the logarithms."""
        points = [(n, self.of(name, n, side)) for n in self.sizes(name, side)]
        return slope((n, value) for n, value in points if value)

    def _figure(self, key: Key) -> Figure:
        values = self._values[key]
        marks = tuple(f"{m} ×{n}" for m, n in self._marks.get(key, {}).items())
        return Figure(
            *key, self._units[key[0]], statistics.median(values), min(values), max(values),
            len(values), marks,
        )  # fmt: skip


def slope(points: Iterable[tuple[float, float]]) -> float | None:
    """The slope of log y over log x; None for fewer than three points."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    if len(logs) < 3:
        return None
    return statistics.linear_regression(*zip(*logs, strict=True)).slope


def say(text: str) -> None:
    """Tell how far it is, beside the table."""
    print(text, file=sys.stderr, flush=True)
