"""A room that puts dots on themes, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from brouwerij.domain.commands import Actor
from tests.domain.conftest import Cast, seated
from tests.support.room import Room


@dataclass(frozen=True)
class Dotting:
    """The ballot is open, with four themes (three, and Geld that went up in Kas)."""

    cast: Cast
    cash: str
    film: str
    land: str
    merged: str

    @property
    def room(self) -> Room:
        return self.cast.room

    def give(self, who: Actor, theme: str, dots: int = 1) -> None:
        self.room.do(who, "dots.set", theme=theme, dots=dots)

    def results(self) -> dict[str, tuple[int, int, int, bool]]:
        """Theme -> rank, supporters, dots and whether it goes on, as the projector shows them."""
        return {
            r["theme"]: (r["rank"], r["supporters"], r["dots"], r["shortlisted"])
            for r in self.room.picture("dots")["results"]
        }


def dotting(**dots: Any) -> Dotting:
    """Anna, Bram and Chris before three themes, with these settings of the round."""
    plan = [{"kind": "clustering"}, {"kind": "dots", "settings": {"dots": 2} | dots}]
    cast = seated(Room(plan))
    cash, film, land, merged = cast.room.themes("Kas", "Film", "Grond", "Geld")
    cast.room.lead("theme.merge", theme=merged, into=cash)
    cast.room.open("dots")
    return Dotting(cast, cash, film, land, merged)
