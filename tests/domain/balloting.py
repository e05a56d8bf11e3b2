"""A room of three before a ballot over three themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from brouwerij.domain.commands import Actor
from tests.domain.conftest import Cast, seated
from tests.support.room import PROJECTOR, Room


@dataclass(frozen=True)
class Balloting:
    """The ballot is open, over Kas (with Geld that went up in it), Film and Grond."""

    cast: Cast
    themes: tuple[str, str, str]
    merged: str

    @property
    def room(self) -> Room:
        return self.cast.room

    @property
    def round(self) -> str:
        return self.room.board.workshop.current

    def vote(self, who: Actor, about: str, value: int | None = None, **more: Any) -> None:
        """An answer; without one an abstention."""
        given = {"abstain": True} if value is None else {"value": value}
        self.room.do(who, "ballot.vote", about=about, **given, **more)

    def would(self, who: Actor, about: str, **data: Any) -> str:
        return self.room.would(who, "ballot.vote", about=about, **data)

    def own(self, who: Actor) -> dict[str, Any]:
        """What was asked -> one's own answer, None for an abstention."""
        votes = self.room.own(who).get("votes", {}).values()
        mine = (vote for vote in votes if vote["round"] == self.round)
        return {vote.get("about", ""): vote.get("value") for vote in mine}

    def picture(self) -> Any:
        return self.room.sees(PROJECTOR)["pictures"][self.round]

    def results(self) -> dict[str, tuple[Any, ...]]:
        """Theme -> rank, whether it goes on, counts, abstained and blank, in the order shown."""
        self.room.results()
        fields = ("rank", "goes_on", "counts", "abstained", "blank")
        return {r["theme"]: tuple(r[f] for f in fields) for r in self.picture()["results"]}

    def again(self, **settings: Any) -> str:
        """Vote once more, by the same method; returns the round's id."""
        board = self.room.board
        kept = [{"kind": r.kind, "id": r.id, "settings": r.settings} for r in board.rounds]
        self.room.lead("plan.set", rounds=[*kept, kept[-1] | {"id": ""} | settings])
        id = self.room.board.rounds[-1].id
        self.room.lead("round.open", round=id)
        return id


def balloting(method: str, **settings: Any) -> Balloting:
    """Anna, Bram and Chris before three themes, with this method and these settings."""
    plan = [{"kind": "clustering"}, {"kind": "ballot", "settings": {"method": method} | settings}]
    cast = seated(Room(plan))
    cash, film, land, merged = cast.room.themes("Kas", "Film", "Grond", "Geld")
    cast.room.lead("theme.merge", theme=merged, into=cash)
    cast.room.open("ballot")
    return Balloting(cast, (cash, film, land), merged)
