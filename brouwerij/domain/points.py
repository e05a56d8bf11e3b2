"""What initiatives shared at the introductions, and how the others heard it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

import msgspec

from brouwerij.domain.entities import Entity, collected

PointSort = Literal["factor", "bottleneck"]
TapSort = Literal["recognise", "help"]


@collected
class Point(Entity, frozen=True, omit_defaults=True):
    """A success factor or bottleneck of an initiative."""

    collection: ClassVar[str] = "points"
    round: str = ""
    initiative: str = ""
    sort: PointSort = "factor"
    text: str = ""
    at: int = 0


@collected
class Tap(Entity, frozen=True, omit_defaults=True):
    """One person's "recognised" or "we can help" on a point; id POINT:PERSON:SORT."""

    collection: ClassVar[str] = "taps"
    round: str = ""
    point: str = ""
    participant: str = ""
    initiative: str = ""
    sort: TapSort = "recognise"

    @property
    def owner(self) -> str:
        return self.participant


class PointHeard(msgspec.Struct, frozen=True):
    """recognised: how many people know it. helpers: the initiatives that can help."""

    recognised: int
    helpers: list[str]


def heard(taps: Iterable[Tap]) -> dict[str, PointHeard]:
    """How each point was heard; points nobody tapped are left out."""
    recognised: dict[str, int] = {}
    helpers: dict[str, dict[str, None]] = {}
    for tap in taps:
        if tap.sort == "recognise":
            recognised[tap.point] = recognised.get(tap.point, 0) + 1
        else:
            helpers.setdefault(tap.point, {})[tap.initiative] = None
    return {
        point: PointHeard(recognised.get(point, 0), list(helpers.get(point, ())))
        for point in recognised.keys() | helpers.keys()
    }
