"""A room in which ideas ferment: a few are written, two themes are there."""

from __future__ import annotations

from dataclasses import dataclass

from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, PROJECTOR, Room


@dataclass(frozen=True)
class Fermenting:
    """Clustering is open: Geld holds a fund and a bank, Beeld holds nothing, a film is loose."""

    cast: Cast
    fund: str
    bank: str
    film: str
    money: str
    image: str

    @property
    def room(self) -> Room:
        return self.cast.room

    def themes(self) -> dict[str, str]:
        """Where each idea is, as the room sees it."""
        return {id: i.get("theme", "") for id, i in self.room.sees(PROJECTOR)["ideas"].items()}

    def same(self) -> dict[str, str]:
        """Which idea repeats which, as the room sees it."""
        seen = self.room.sees(PROJECTOR)["ideas"].items()
        return {id: idea["same_as"] for id, idea in seen if "same_as" in idea}


def fermenting(cast: Cast) -> Fermenting:
    room = cast.room
    room.open("ideas")
    fund, bank, film = (room.do(cast.anna, "idea.add", text=t) for t in ("Fonds", "Bank", "Film"))
    room.open("clustering")
    return Fermenting(
        cast, fund, bank, film,
        money=room.do(FACILITATOR, "theme.add", name="Geld", ideas=[fund, bank]),
        image=room.do(FACILITATOR, "theme.add", name="Beeld"),
    )  # fmt: skip
