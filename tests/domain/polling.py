"""A room of seven before a poll over two themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from brouwerij.domain.commands import Actor
from tests.support.room import Room

NAMES = ("Anna", "Bram", "Chris", "Dirk", "Els", "Fatma", "Gijs")
"""The first four are of De Groene Hof, the others of Het Nest."""


@dataclass(frozen=True)
class Polling:
    """The poll is open for seven people, over Kas (with Geld that went up in it) and Film."""

    room: Room
    people: list[Actor]
    cash: str
    film: str
    merged: str

    @property
    def anna(self) -> Actor:
        return self.people[0]

    def say(self, who: Actor, theme: str, answer: str, **more: Any) -> None:
        if answer == "object":
            more = {"reason": "Te duur"} | more
        self.room.do(who, "poll.answer", theme=theme, answer=answer, **more)

    def say_all(self, theme: str, answers: str) -> None:
        """One letter a person: s(upport), l(ive with), o(bject), - for nothing."""
        words = {"s": "support", "l": "live_with", "o": "object"}
        for who, letter in zip(self.people, answers, strict=True):
            if letter != "-":
                self.say(who, theme, words[letter])

    def result(self, theme: str) -> dict[str, Any]:
        results = self.room.picture("poll")["results"]
        return next(result for result in results if result["theme"] == theme)

    def own(self, who: Actor) -> list[Any]:
        return list(self.room.own(who).get("poll_ballots", {}).values())


def polling(**rule: Any) -> Polling:
    """Seven people before two themes, with these settings of the rule."""
    room = Room([{"kind": "clustering"}, {"kind": "poll", "settings": {"rule": rule}}])
    people = [
        room.join(name, "De Groene Hof" if n < 4 else "Het Nest") for n, name in enumerate(NAMES)
    ]
    cash, film, merged = room.themes("Kas", "Film", "Geld")
    room.lead("theme.merge", theme=merged, into=cash)
    room.open("poll")
    return Polling(room, people, cash, film, merged)
