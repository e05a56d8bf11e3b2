"""What goes out patch by patch is what a newcomer would be shown, for every audience."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from brouwerij.domain.board import Board, Step
from brouwerij.domain.views import Audience, Lens, View, view
from brouwerij.live.outlook import Outlook
from tests.report.conftest import PLAN, held
from tests.support.room import FACILITATOR, Room

AUDIENCES = (
    Audience("projector"),
    Audience("facilitator"),
    Audience("participant"),
    Audience("participant", 1),
    Audience("participant", 2),
)


class Screens:
    """A screen per audience that only hears patches, beside a board that gets every change."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._board = Board()
        self._board.apply(room.log[0])
        self._outlook = Outlook(self._board, room.people)
        self._shown = {
            audience: self._outlook.since(audience, 0)[0] or {} for audience in AUDIENCES
        }

    def follow(self) -> Iterator[tuple[str, Audience, View, View]]:
        """After every change: what each screen shows, and what a newcomer would see."""
        for entry in self._room.log[1:]:
            self._hear([self._board.apply(entry)])
            for audience in AUDIENCES:
                fresh = view(Lens(self._board, self._room.people, audience))
                yield entry.change.kind, audience, _filled(self._shown[audience]), fresh

    def _hear(self, steps: list[Step]) -> None:
        for audience, message in self._outlook.patches(steps, set()):
            shown = self._shown[audience]
            for name, entities in message.set.items():
                shown.setdefault(name, {}).update(entities)
            for name, ids in message.delete.items():
                for id in ids:
                    del shown[name][id]


def _filled(shown: View) -> View:
    return {name: entities for name, entities in shown.items() if entities}


def test_patches_when_an_afternoon_is_held_then_every_screen_is_as_if_new():
    room = held(Room(PLAN))
    kinds = set()
    for kind, audience, shown, fresh in Screens(room).follow():
        assert shown == fresh, (kind, audience)
        kinds.add(kind)
    assert len(kinds) > 15


def _late(room: Room) -> None:
    anna = room.join("Anna", "CW Circa")
    ideas = room.open("ideas")
    room.open("clustering")
    late = room.do(anna, "idea.add", round=ideas, text="Uit de tunnel")
    room.do(FACILITATOR, "idea.admit", idea=late)
    room.do(FACILITATOR, "idea.hide", idea=late)


def _more_themes_than_were_voted_on(room: Room) -> None:
    room.themes("Geld", "Beeld")
    clustering = room.id("clustering")
    room.open("dots")
    room.open("poll")
    for number in range(12):
        room.lead("theme.add", round=clustering, name=f"Nog {number}")


def _newcomer_after_the_checkout(room: Room) -> None:
    room.join("Anna", "CW Circa")
    room.open("checkout")
    room.open("ideas")
    room.join("Bram", "Sandwijck")


@pytest.mark.parametrize(
    "afternoon", [_late, _more_themes_than_were_voted_on, _newcomer_after_the_checkout]
)
def test_patches_when_something_of_an_earlier_round_changes_then_its_picture_does_too(
    afternoon: Any,
):
    room = Room([{"kind": round["kind"]} for round in PLAN])
    afternoon(room)
    for kind, audience, shown, fresh in Screens(room).follow():
        assert shown == fresh, (kind, audience)
