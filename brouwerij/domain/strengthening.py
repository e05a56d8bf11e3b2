"""The strengthening map: what initiatives need, and which others can help them with it.

Who can help said so with a tap, or wrote a success factor of which who leads confirmed that it
fits. Who wants to be introduced to whom is each person's own; it shows when both sides asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import ClassVar

import msgspec

from brouwerij.domain.board import Board
from brouwerij.domain.commands import Contact, PersonUpdate, replace
from brouwerij.domain.entities import Entity, Ref, collected
from brouwerij.domain.points import Point, Tap


@collected
class Match(Entity, frozen=True, omit_defaults=True):
    """A success factor that fits a need of another initiative; its id is FACTOR:NEED."""

    collection: ClassVar[str] = "matches"
    round: str = ""
    factor: str = ""
    need: str = ""


@collected
class Wish(Entity, frozen=True, omit_defaults=True):
    """Somebody who wants to be introduced; the id is NEED:OFFER:PERSON.

    need: the bottleneck it is about. offer: the initiative that can help. initiative: the side
    this person is on. met: who asked the same on the other side, by participant.
    """

    collection: ClassVar[str] = "wishes"
    round: str = ""
    need: str = ""
    offer: str = ""
    participant: str = ""
    initiative: str = ""
    met: tuple[str, ...] = ()

    @property
    def owner(self) -> str:
        return self.participant

    @property
    def helps(self) -> bool:
        return self.initiative == self.offer


class Need(msgspec.Struct, frozen=True):
    """A bottleneck on the map. heard: how many initiatives know it, its own included.

    helpers: the initiatives that can help. factors: their success factors that fit, by point.
    """

    point: str
    heard: int
    helpers: list[str]
    factors: list[str]


def needs(board: Board, rounds: Collection[str]) -> list[Need]:
    """The bottlenecks of some rounds, those heard most first.

    What as many initiatives know goes by how many people do, and then by when it was written. The
    order in which people tapped changes nothing.
    """
    knowing: defaultdict[str, set[str]] = defaultdict(set)
    people: defaultdict[str, int] = defaultdict(int)
    helping: defaultdict[str, set[str]] = defaultdict(set)
    fitting: defaultdict[str, list[str]] = defaultdict(list)
    points = board.all(Point)
    for tap in board.all(Tap).values():
        if tap.sort == "help":
            helping[tap.point].add(tap.initiative)
        else:
            knowing[tap.point].add(tap.initiative)
            people[tap.point] += 1
    fits = (match for match in board.all(Match).values() if match.factor in points)
    for match in sorted(fits, key=lambda match: match.id):
        helping[match.need].add(points[match.factor].initiative)
        fitting[match.need].append(match.factor)
    bottlenecks = [p for p in points.values() if p.sort == "bottleneck" and p.round in rounds]
    bottlenecks.sort(key=lambda p: (-len(knowing[p.id]), -people[p.id], p.at, p.id))
    return [
        Need(p.id, 1 + len(knowing[p.id]), sorted(helping[p.id]), fitting[p.id])
        for p in bottlenecks
    ]


def can_help(board: Board, need: Point, offer: str) -> bool:
    """Whether the map has an initiative as a helper of a need."""
    return any(n.point == need.id and offer in n.helpers for n in needs(board, {need.round}))


def wishes_of(board: Board, participant: str) -> list[Wish]:
    return [wish for wish in board.all(Wish).values() if wish.participant == participant]


def other_side(board: Board, wish: Wish) -> str:
    """The initiative that somebody wants to meet."""
    return board.all(Point)[wish.need].initiative if wish.helps else wish.offer


def opposite(board: Board, wish: Wish) -> list[Wish]:
    """Who asked on the other side to be introduced for the same."""
    return [
        other
        for other in board.all(Wish).values()
        if (other.need, other.offer) == (wish.need, wish.offer) and other.helps != wish.helps
    ]


def alone(board: Board, wishes: Collection[Wish]) -> list[Wish]:
    """Those on the other side of wishes that go: they met who gave these no more."""
    met = {other.id: other for wish in wishes for other in opposite(board, wish)}
    gone = {wish.participant for wish in wishes}
    return [replace(it, met=tuple(id for id in it.met if id not in gone)) for it in met.values()]


def introduced(board: Board, round: str) -> int:
    """How often people of both sides were introduced to each other in a round."""
    met = (wish for wish in board.all(Wish).values() if wish.round == round and wish.met)
    return len({(wish.need, wish.offer) for wish in met})


def erased(board: Board, gone: Iterable[Wish]) -> tuple[PersonUpdate, ...]:
    """What goes of contact details with these wishes: all of whoever has no other wish left."""
    ids = {wish.id for wish in gone}
    people = {wish.participant for wish in board.all(Wish).values() if wish.id in ids}
    left = {wish.participant for wish in board.all(Wish).values() if wish.id not in ids}
    return tuple(PersonUpdate(id, introduced=Contact()) for id in sorted(people - left))


def about(board: Board, point: str) -> tuple[list[Ref], list[Wish]]:
    """The matches and the wishes that a point is in."""
    matches = [m.ref for m in board.all(Match).values() if point in (m.factor, m.need)]
    return matches, [wish for wish in board.all(Wish).values() if wish.need == point]
