"""How the afternoon went: who was there, the rounds, the introductions and the check-out."""

from __future__ import annotations

from typing import Any

import msgspec

from brouwerij.report.shapes.base import Shape


class Origin(Shape, frozen=True):
    """An initiative with how many came from it; colour counts from 0, mark is two letters."""

    name: str
    mark: str
    colour: int
    people: int = 0
    guests: int = 0


class RoundLine(Shape, frozen=True):
    """A round as planned and as it went. Times are ms of server time, 0 when it was not opened.

    settings: as docs/settings.md lists them for its kind. phase: how much of it the room saw.
    note: of those who led; the organiser's edition only.
    """

    kind: str
    title: str
    minutes: int
    settings: dict[str, Any] = msgspec.field(default_factory=dict)
    phase: str = ""
    opened_at: int = 0
    closed_at: int = 0
    note: str = ""

    @property
    def held(self) -> bool:
        return self.opened_at > 0

    @property
    def took(self) -> int:
        """How many minutes it was open, at least 1; 0 when it was not opened or not closed."""
        if not self.held or self.closed_at <= self.opened_at:
            return 0
        return max(1, round((self.closed_at - self.opened_at) / 60_000))


class PointLine(Shape, frozen=True):
    """A success factor or bottleneck. helpers: the names of the initiatives that can help."""

    text: str
    recognised: int = 0
    helpers: tuple[str, ...] = ()


class IntroductionLine(Shape, frozen=True):
    """An initiative as it introduced itself; the most recognised points first."""

    initiative: str
    mark: str
    colour: int
    who: str = ""
    beautiful: str = ""
    factors: tuple[PointLine, ...] = ()
    bottlenecks: tuple[PointLine, ...] = ()


class FitLine(Shape, frozen=True):
    """A success factor that fits a need, and whose it is."""

    initiative: str
    text: str


class NeedLine(Shape, frozen=True):
    """A bottleneck on the strengthening map. heard: how many initiatives know it, its own included.

    helpers: the names of the initiatives that can help. factors: theirs that fit.
    """

    text: str
    initiative: str
    heard: int = 1
    helpers: tuple[str, ...] = ()
    factors: tuple[FitLine, ...] = ()


class CheckoutLine(Shape, frozen=True):
    """The end. marks: how many gave 1, 2, 3, 4 and 5."""

    marks: tuple[int, ...]
    mean: float
    sentences: tuple[str, ...]

    @property
    def given(self) -> int:
        return sum(self.marks)
