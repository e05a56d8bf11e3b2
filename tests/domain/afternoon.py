"""A random afternoon: what people may ask of a board as it stands, sensible or not quite."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Sequence, Set
from functools import cache
from random import Random
from typing import Any

from brouwerij.domain import strengthening
from brouwerij.domain.commands import COMMANDS, Actor
from brouwerij.domain.entities import Idea
from brouwerij.domain.groups import Signup
from brouwerij.domain.votes import Ballot
from tests.support.room import FACILITATOR, ORGANISER, PLAN, SYSTEM, Room

EMAIL, PHONE = "iemand@planter.example", "06 1234 5678"
WORDS = ("Een kas", "Samen één fonds", "  film\x00 ", "Wij 🌱", "Grond", "Beeld", "", "z" * 300)
NEVER = frozenset(("workshop.create", "workshop.end", "workshop.purge", "participant.forget"))
"""Never given here, or there would be little of an afternoon."""

POOLS = {
    "idea": "ideas", "same_as": "ideas", "ideas": "ideas", "theme": "themes", "into": "themes",
    "point": "points", "card": "cards", "group": "groups", "initiative": "initiatives",
    "initiatives": "initiatives", "participant": "participants",
    "focus": "themes", "about": "themes", "factor": "points", "need": "points",
    "offer": "initiatives",
}  # fmt: skip
"""From which collection a field of a command names something."""
TEXTS: dict[str, tuple[str, ...]] = {
    "email": ("", EMAIL), "phone": ("", PHONE), "date": ("", "2017-01-21", "morgen"),
    "phase": ("", "", "results", "room"), "until": ("2099-12-31", "2000-01-01"),
    "accent": ("", "#a8481a", "rood"), "logo": ("", "a1" * 32),
}  # fmt: skip


class Afternoon:
    """A room that goes on by itself, a number at a time: the same numbers, the same afternoon."""

    def __init__(self, *, tables: int, anonymous: bool, agree: int = 0) -> None:
        """agree: how many settle an idea that is sorted together; 0 to sort by hand."""
        settings = {"together": True, "agree": agree} if agree else {}
        plan = [r | {"settings": settings} if r["kind"] == "clustering" else r for r in PLAN]
        self.room = Room(plan, tables=tables, anonymous=anonymous)
        self.last: tuple[Actor, str, dict[str, Any]] | None = None
        for name, initiative in (("Anna", "Hof"), ("Bram", "Hof"), ("Chris", "Nest")):
            self.room.join(name, initiative)
        self.room.guests(2, "Hof")

    def step(self, number: int) -> str:
        """Give one command, or the last one again with no for yes; returns what it came to."""
        random = Random(number)
        if self.last is not None and random.random() < 0.15:
            actor, kind, data = self.last
            data = {f: not v if isinstance(v, bool) else v for f, v in data.items()}
        else:
            kind = self.kind(random)
            actor, data = self.actor(kind, random), self.data(kind, random)
        self.last = actor, kind, data
        outcome = self.room.would(actor, kind, **data)
        if not outcome.startswith("refused"):
            self.room.do(actor, kind, **data)
        self.room.wait(random.choice((0, 100, 50_000)))
        return outcome

    def kind(self, random: Random) -> str:
        """Mostly something that belongs to the current round; opening one when none is open."""
        current = self.room.board.current
        if (current is None or current.status != "open") and random.random() < 0.5:
            return "round.open"
        if self._parked() and random.random() < 0.1:
            return "idea.admit"
        here = [n for n, c in COMMANDS.items() if current and c.round_kind == current.kind]
        if here and random.random() < 0.75:
            return random.choice(here)
        return random.choice(sorted(COMMANDS.keys() - NEVER))

    def actor(self, kind: str, random: Random) -> Actor:
        """Somebody who may give it at times."""
        persons = self.room.board.participants.values()
        people = [Actor("participant", p.id) for p in persons if not p.guest]
        actors = {"participant": people, "facilitator": [FACILITATOR], "organiser": [ORGANISER]}
        signed = [
            Actor("participant", it.participant) for it in self.room.board.all(Signup).values()
        ]
        if kind == "contact.correct" and signed:
            return random.choice(signed)
        role = random.choice(sorted(COMMANDS[kind].roles))
        return random.choice(actors.get(role, [SYSTEM]))

    def data(self, kind: str, random: Random) -> dict[str, Any]:
        """What it asks for, mostly about things that are there."""
        declared = COMMANDS[kind]
        hints = hints_of(declared.data)
        if kind == "participant.join":
            return {
                "participant": f"person-{random.randrange(9)}",
                "initiative": "Bos",
                "name": "Jo",
            }
        data = {field: self._value(field, hint, random) for field, hint in hints.items()}
        if kind == "idea.admit" and (parked := self._parked()):
            data["idea"] = random.choice(parked)
        if kind.endswith(".raise"):
            data["initiative"] = next(iter(self.room.board.initiatives))  # where guests are from
        if declared.round_kind == "ballot":
            data |= self._put_to_the_vote(data.keys() & {"theme", "about"}, random)
        if "round" in data:
            data["round"] = self._round(declared.round_kind, random)
        if kind.startswith("wish."):
            data |= self._on_the_map(random)
        if kind == "wish.give":
            data |= {"name": "Jo", "email": EMAIL, "consent": True}
        return data

    def _parked(self) -> list[str]:
        return [idea.id for idea in self.room.board.all(Idea).values() if idea.parked]

    def _on_the_map(self, random: Random) -> dict[str, str]:
        """A need and who can help with it, when there is one."""
        found = strengthening.needs(self.room.board, {self.room.id("introductions")})
        pairs = [{"need": need.point, "offer": id} for need in found for id in need.helpers]
        return random.choice(pairs) if pairs else {}

    def _put_to_the_vote(self, fields: Set[str], random: Random) -> dict[str, str]:
        """What the ballot asks about, for these fields; as they are before there is one."""
        ballot = self.room.board.get(Ballot, self.room.id("ballot"))
        asked = ballot.themes if ballot else ()
        return {field: random.choice(asked) for field in sorted(fields) if asked}

    def _round(self, kind: str, random: Random) -> str:
        """The round of that kind; for what drives the rounds mostly the current one."""
        if kind:
            return self.room.id(kind)
        if random.random() < 0.7 and self.room.board.workshop.current:
            return self.room.board.workshop.current
        return random.choice(self.room.board.workshop.plan)

    def _value(self, field: str, hint: Any, random: Random) -> Any:
        if field in ("plan", "rounds"):
            planned = [{"kind": round.kind, "id": round.id} for round in self.room.board.rounds]
            return random.sample(planned, len(planned))
        if field == "names":
            return random.choice(([], ["Ada"]))
        if field == "guest":
            guests = [p.id for p in self.room.board.participants.values() if p.guest]
            return random.choice(guests) if guests and random.random() < 0.2 else ""
        if field in POOLS:
            pool = list(self.room.board.collections[POOLS[field]])
            named = [
                random.choice(pool) if pool and random.random() < 0.9 else "" for _ in range(2)
            ]
            return named if field in ("ideas", "initiatives") else named[0]
        if typing.get_origin(hint) is typing.Annotated:
            hint = typing.get_args(hint)[0]
        if typing.get_origin(hint) is typing.Literal:
            return random.choice(typing.get_args(hint))
        if hint is bool:
            return random.random() < 0.6
        if hint in (int, int | None):
            return random.randrange(4)
        return random.choice(TEXTS.get(field, WORDS))


@cache
def hints_of(shape: type) -> dict[str, Any]:
    """The types of the fields of a command."""
    return typing.get_type_hints(shape, include_extras=True)


def going_on(numbers: Sequence[int]) -> Iterator[Afternoon]:
    """An afternoon of these numbers, as it is after each; the rounds are opened in turn."""
    first = numbers[0]
    agree = (1, 2, 0, 0, 0)[first % 5]
    afternoon = Afternoon(tables=first % 4, anonymous=first % 3 == 0, agree=agree)
    rounds = [round.id for round in afternoon.room.board.rounds]
    yield afternoon
    for count, number in enumerate(numbers):
        due = count * len(rounds) // len(numbers)
        if due != (count - 1) * len(rounds) // len(numbers):
            afternoon.room.lead("round.open", round=rounds[due])
        afternoon.step(number)
        yield afternoon


def whole(seed: int, commands: int) -> Afternoon:
    """The end of an afternoon of so many commands."""
    random = Random(seed)
    *_, afternoon = going_on([random.randrange(2**32) for _ in range(commands)])
    return afternoon
