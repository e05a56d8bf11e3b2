"""Kennismaken: initiatives say who they are, tap what they know, and find who can help them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from brouwerij.simulate.room import Person, Room, these
from brouwerij.simulate.words import MONEY, POINTS, Point

KNOWS, ALSO = 0.6, 0.05
"""How many recognise what their initiative gets stuck on too, and how many of the others do."""
ASKS = (0.8, 0.3)
"""How often the first and the second of an initiative ask to be introduced."""


async def introductions(room: Room, round: str) -> None:
    async def write(person: Person) -> None:
        """The first of an initiative writes who they are, the second what goes well."""
        await person.beat()
        if person.rank == 0:
            await _write_card(person, round)
        if person.rank == (0 if person.alone else 1):
            for factor in person.origin.factors:
                await person.do("point.add", round=round, sort="factor", text=factor.text)

    async def tap(person: Person) -> None:
        for id, point in _of_others(person):
            for sort in _taps(person, _told(point), point["sort"]):
                await person.beat(0.3)
                await person.do("tap.set", round=round, point=id, sort=sort, on=True)

    await room.open(round)
    await room.everyone(write)
    for id in these(room.leader, "initiatives"):
        await room.lead("round.focus", round=round, focus=id, seconds=120)
    await room.everyone(tap)
    await _confirm(room, round)
    await room.reveal(round, "map")
    await room.everyone(lambda person: _ask(person, round))
    await room.close(round)


async def _write_card(person: Person, round: str) -> None:
    origin = person.origin
    for field, text in (("who", origin.who), ("beautiful", origin.beautiful)):
        await person.do("introduction.write", round=round, field=field, text=text)
    for bottleneck in origin.bottlenecks:
        await person.do("point.add", round=round, sort="bottleneck", text=bottleneck.text)


def _of_others(person: Person) -> list[tuple[str, dict[str, Any]]]:
    points = these(person.client, "points").items()
    return [(id, point) for id, point in points if point["initiative"] != person.initiative]


def _taps(person: Person, point: Point, sort: str) -> Iterable[str]:
    """What somebody taps on a point of another initiative."""
    origin = person.origin
    known = point.about in (*origin.knows, *(own.about for own in origin.bottlenecks))
    likely = 1.0 if point.about == MONEY else KNOWS if known else ALSO
    if person.random.random() < likely:
        yield "recognise"
    if sort == "bottleneck" and person.rank == 0 and point.about in origin.helps:
        yield "help"


async def _confirm(room: Room, round: str) -> None:
    """Who leads puts on the map which success factors fit a need, of who did not say so."""
    points = these(room.leader, "points")
    factors = [(id, it) for id, it in points.items() if it["sort"] == "factor"]
    for need in these(room.leader, "pictures")[round]["needs"]:
        lacks = points[need["point"]]
        there, about = {lacks["initiative"], *need["helpers"]}, _told(lacks).about
        for factor, has in factors:
            if about and _told(has).about == about and has["initiative"] not in there:
                await room.lead("match.set", round=round, factor=factor, need=need["point"])


def _told(point: dict[str, Any]) -> Point:
    """A point as we know it; one that somebody else wrote is about nothing that we know."""
    return POINTS.get(point["text"], Point(point["text"]))


async def _ask(person: Person, round: str) -> None:
    """The first two of each initiative ask to meet most of whom they need or can help."""
    points, own = these(person.client, "points"), person.initiative
    about = {"name": person.name, "email": person.email, "consent": True}
    for need in these(person.client, "pictures")[round]["needs"] if person.rank < len(ASKS) else ():
        point, helpers = need["point"], need["helpers"]
        offers = helpers if points[point]["initiative"] == own else {own} & set(helpers)
        for offer in offers:
            if person.random.random() < ASKS[person.rank]:
                await person.beat(0.3)
                await person.do("wish.give", round=round, need=point, offer=offer, **about)
