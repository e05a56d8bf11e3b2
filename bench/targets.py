"""What is to be reached. Ratios within one run may gate; absolute figures are told only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bench.book import Book


@dataclass(frozen=True)
class Goal:
    """A figure beside what it has to be.

    value, need: of the same unit. ratio: whether both were measured in this run, so that it may
    gate. more: whether more is better.
    """

    what: str
    value: float
    need: float
    ratio: bool
    more: bool

    @property
    def reached(self) -> bool:
        return self.value >= self.need if self.more else self.value <= self.need

    @property
    def share(self) -> float:
        """How far above the goal it is: 1 or more when it is reached."""
        if self.more:
            return self.value / self.need
        return self.need / self.value if self.value else float("inf")


OURS = "brouwerij"
FAN_OUT = (
    (50, "node_socketio", 0.6),
    *((n, side, need) for n in (500, 2000) for side, need in
      (("node_socketio", 1.4), ("tutorial", 3.3), ("raw", 0.6))),
)  # fmt: skip
"""Clients, beside which side, and how many times its deliveries a second."""
ABSOLUTE = (
    ("ack_p99", 2000, 25.0, False),
    ("staleness_p99", 2000, 125.0, False),
    ("server_share", 2000, 0.5, False),
    ("staleness_p99", 500, 25.0, False),
    ("ack_p50", 50, 1.5, False),
    ("staleness_p50", 50, 3.0, False),
    ("ack_p99", 5000, 300.0, False),
    ("votes_ceiling", 500, 5000.0, True),
    ("memory_per_connection", 2000, 62.0, False),
    ("join_storm", 1000, 3.0, False),
    ("log_open", 100_000, 1.0, False),
)
"""Figure, clients (for the log: changes), need, and whether more is better."""
GROWTH = (2000, 200, 1.5)
"""CPU per vote at so many clients is at most so many times that at so many."""
RESUME_GROWTH = 2.0
"""Coming back to the longest log takes at most so many times as long as to the shortest."""


def goals(book: Book) -> Iterator[Goal]:
    """Every goal of which this run has the figures."""
    for clients, side, need in FAN_OUT:
        ours = book.of("deliveries_per_s", clients, OURS)
        theirs = book.of("deliveries_per_s", clients, side)
        if ours is not None and theirs:
            yield Goal(f"fan-out to {clients}, times {side}", ours / theirs, need, True, True)
    yield from _growth(book)
    for name, clients, need, more in ABSOLUTE:
        value = book.of(name, clients, OURS)
        if value is not None:
            yield Goal(f"{name} at {clients:,}", value, need, False, more)


def _growth(book: Book) -> Iterator[Goal]:
    many, few, need = GROWTH
    at_many, at_few = (book.of("cpu_per_vote", n, OURS) for n in (many, few))
    if at_many and at_few:
        yield Goal(f"CPU per vote, {many} : {few}", at_many / at_few, need, True, False)
    sizes = book.sizes("log_resume", OURS)
    first, last = (
        (book.of("log_resume", n, OURS) for n in (sizes[0], sizes[-1])) if sizes else (0, 0)
    )
    if first and last and len(sizes) > 1:
        yield Goal(
            f"resuming, {sizes[-1]:,} : {sizes[0]:,}", last / first, RESUME_GROWTH, True, False
        )
