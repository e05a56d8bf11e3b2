"""A room that signs up: the poll carried Kas, not Film."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from brouwerij.domain.commands import Actor
from tests.domain.conftest import Cast, seated
from tests.support.room import Room


@dataclass(frozen=True)
class Pouring:
    """The working groups are open; group is that of Kas, which everybody carries."""

    cast: Cast
    cash: str
    film: str

    @property
    def room(self) -> Room:
        return self.cast.room

    @property
    def group(self) -> str:
        return f"{self.room.id('workgroups')}:{self.cash}"

    def join(self, who: Actor, *, group: str = "", role: str = "member", **contact: Any) -> None:
        self.room.do(who, "group.join", group=group or self.group, role=role, **contact)


def pouring(*, anonymous: bool = False, **settings: int) -> Pouring:
    pour = {"kind": "workgroups", "settings": settings}
    plan = [{"kind": "clustering"}, {"kind": "poll"}, pour]
    cast = seated(Room(plan, anonymous=anonymous))
    cash, film = cast.room.themes("Kas", "Film")
    cast.room.open("poll")
    for who in (cast.anna, cast.bram, cast.chris):
        cast.room.do(who, "poll.answer", theme=cash, answer="support")
    cast.room.open("workgroups")
    return Pouring(cast, cash, film)
