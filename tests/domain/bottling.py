"""A room that fills cards at three tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from brouwerij.domain.commands import Actor
from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, PROJECTOR, Room

PLAN = [{"kind": "clustering"}, {"kind": "elaboration"}]


@dataclass(frozen=True)
class Bottling:
    """The round is open; Kas is taken by table 1 (Anna, Chris), Film by none, Later has no card."""

    cast: Cast
    cash: str
    film: str
    later: str

    @property
    def room(self) -> Room:
        return self.cast.room

    def card(self, theme: str) -> str:
        return f"{self.room.id('elaboration')}:{theme}"

    def seen(self, theme: str) -> dict[str, Any]:
        """A card as the projector shows it."""
        seen = self.room.sees(PROJECTOR)["cards"][self.card(theme)]
        assert isinstance(seen, dict)
        return seen

    def would(self, who: Actor, text: str = "Samen", field: str = "what") -> str:
        """What writing on the card of Kas would come to."""
        return self.room.would(who, "card.write", card=self.card(self.cash), field=field, text=text)

    def hold(self, who: Actor, on: bool = True, field: str = "what") -> None:
        self.room.do(who, "card.hold", card=self.card(self.cash), field=field, on=on)


def bottled(cast: Cast) -> Bottling:
    room = cast.room
    cash, film = room.themes("Kas", "Film")
    room.open("elaboration")
    later = room.do(FACILITATOR, "theme.add", round=room.id("clustering"), name="Later")
    room.do(cast.anna, "card.take", theme=cash)
    return Bottling(cast, cash, film, later)
