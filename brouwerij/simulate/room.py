"""The people in a simulated room: who they are, how they behave, and what they think."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Literal

from brouwerij.simulate.client import Client
from brouwerij.simulate.kept import Sent
from brouwerij.simulate.subjects import SUBJECTS, Subject
from brouwerij.simulate.words import INITIATIVES, NAMES, Introduced
from brouwerij.wire import Outcome

Answer = Literal["support", "live_with", "object"]

LEAST_BEAT = 0.02
"""Seconds between two acts of one person, however fast: nobody has more than one thumb."""
FEWEST_FOR_OBJECTIONS = 20
"""In a smaller room one objection is more than one in ten, and would turn a carried theme."""


def these(client: Client, collection: str) -> dict[str, dict[str, Any]]:
    """A collection as this client sees it."""
    return client.view.entities.get(collection, {})


def round_of(client: Client, id: str) -> dict[str, Any]:
    return these(client, "rounds").get(id, {})


def standing(client: Client) -> dict[str, str]:
    """Name -> id of the themes that did not go up in another."""
    themes = these(client, "themes").items()
    return {theme["name"]: id for id, theme in themes if not theme.get("merged_into")}


class Person:
    """A participant with a phone. number: from 0; of: how many there are.

    Every fourth loses the connection twice, in the middle of an act; every sixth sends what was
    answered once more, to see that the answer stays the same.
    """

    def __init__(self, number: int, of: int, client: Client, seed: int, pace: float) -> None:
        self.number, self.of = number, of
        self.client = client
        self.random = random.Random(f"{seed}:{number}")  # noqa: S311 - to repeat, not to hide
        self.again: list[tuple[Outcome, Outcome]] = []
        self._pace = pace
        self._acts = 0
        self._falls = set(self.random.sample(range(2, 16), 2)) if number % 4 == 1 else set()

    @property
    def origin(self) -> Introduced:
        return INITIATIVES[self.number % len(INITIATIVES)]

    @property
    def rank(self) -> int:
        """0 for the first of an initiative, 1 for the second."""
        return self.number // len(INITIATIVES)

    @property
    def alone(self) -> bool:
        """Whether nobody else of their initiative is there."""
        return self.of <= self.number + len(INITIATIVES) and self.rank == 0

    @property
    def name(self) -> str:
        turn, at = divmod(self.number, len(NAMES))
        return NAMES[at] + (f" {chr(64 + turn)}." if 0 < turn <= 26 else f" {turn}" if turn else "")

    @property
    def email(self) -> str:
        return f"{self.name.lower().replace(' ', '')}@voorbeeld.example"

    @property
    def favourite(self) -> Subject:
        """What this person would want to work on."""
        return SUBJECTS[self.number % len(SUBJECTS)]

    @property
    def initiative(self) -> str:
        """The id of where this person is from."""
        return str(these(self.client, "participants")[self.client.me]["initiative"])

    @property
    def table(self) -> int:
        me = self.client.mine.entities.get("me", {}).get(self.client.me, {})
        return int(me.get("table", 0))

    async def beat(self, share: float = 1.0) -> None:
        """Think for a moment."""
        await asyncio.sleep(max(LEAST_BEAT, self._pace * share * self.random.uniform(0.5, 1.5)))

    async def do(self, kind: str, **data: Any) -> Outcome:
        """One act, with whatever happens to phones in between."""
        self._acts += 1
        sent = self.client.give(kind, **data)
        if self._acts in self._falls:
            await asyncio.sleep(self.random.uniform(0, 0.02))
            self.client.cut(away=self.random.uniform(0.05, 0.5))
        outcome = await sent.outcome
        if self.number % 6 == 2 and self._acts % 3 == 0:
            await self._send_again(sent, outcome)
        return outcome

    async def _send_again(self, sent: Sent, first: Outcome) -> None:
        try:
            reply = await self.client.ask("do", [sent.asked()])
        except (ConnectionError, TimeoutError):
            return
        error = reply[0].get("error") or {}
        if error.get("code") != "command.too_many":
            second = Outcome(reply[0]["id"], reply[0]["ok"], reply[0].get("seq", 0))
            self.again.append((first, second))

    def answer(self, subject: Subject) -> Answer:
        """What this person says to a theme: the shares of the room, whatever the chance."""
        turn = SUBJECTS.index(subject)
        if subject.plan is None:
            place = (self.number + 11 * turn) % self.of
            if place >= self.of * (1 - subject.objection):
                return "object"
            return "support" if place < self.of * subject.support else "live_with"
        if subject.objection and self.of >= FEWEST_FOR_OBJECTIONS:
            every = round(1 / subject.objection)
            if (self.number + 7 * turn) % every == 0:
                return "object"
        together = math.ceil((self.of - self.number % len(INITIATIVES)) / len(INITIATIVES))
        place = (self.rank + 2 * turn) % together
        return "support" if place < math.ceil(subject.support * together) else "live_with"

    def favourites(self) -> list[Subject]:
        """The themes this person supports, what they like best first."""
        turn = self.number % len(SUBJECTS)
        rotated = [*SUBJECTS[turn:], *SUBJECTS[:turn]]
        return [subject for subject in rotated if self.answer(subject) == "support"]


async def nobody(moment: str) -> None:
    """Who watches when nobody does."""


Watch = Callable[[str], Awaitable[None]]
"""Awaited at every moment worth a look, by its name: ideas-open, ideas-room, poll-full …"""


class Room:
    """Everybody together. say: told how it goes. watch: see Watch."""

    def __init__(
        self,
        leader: Client,
        projector: Client,
        people: list[Person],
        pace: float,
        say: Callable[[str], None],
        watch: Watch = nobody,
    ) -> None:
        self.watch = watch
        self.leader, self.projector, self.people = leader, projector, people
        self.say = say
        self._pace = pace

    @property
    def clients(self) -> list[Client]:
        return [self.leader, self.projector, *(person.client for person in self.people)]

    async def lead(self, kind: str, **data: Any) -> Outcome:
        """The facilitator does something."""
        await asyncio.sleep(self._pace)
        outcome = await self.leader.do(kind, **data)
        if kind == "round.focus":
            await self._look(data["round"], "focus")
        return outcome

    async def _look(self, round: str, what: str) -> None:
        await self.watch(f"{round_of(self.leader, round)['kind']}-{what}")

    async def everyone(
        self, act: Callable[[Person], Awaitable[None]], people: Iterable[Person] | None = None
    ) -> None:
        """Everybody does their part, at the same time."""
        await asyncio.gather(*(act(p) for p in (self.people if people is None else people)))

    async def open(self, round: str) -> None:
        """Open a round, and wait until every phone shows it."""
        await self.lead("round.open", round=round)
        await self._all_see(round, "status", "open")

    async def reveal(self, round: str, phase: str) -> None:
        await self.lead("round.reveal", round=round, phase=phase)
        await self._all_see(round, "phase", phase)

    async def close(self, round: str) -> None:
        await self._look(round, "full")
        await self.lead("round.close", round=round)
        await self._all_see(round, "status", "closed")

    async def results(self, round: str) -> None:
        """Close a round and open what it came to."""
        await self.close(round)
        await self.reveal(round, round_of(self.leader, round)["phases"][-1])

    async def _all_see(self, round: str, field: str, value: str) -> None:
        await asyncio.gather(
            *(
                client.until(lambda c: round_of(c, round).get(field) == value)
                for client in self.clients
            )
        )
        await self._look(round, value)

    async def settled(self, condition: Callable[[Client], bool]) -> None:
        """Wait until something is so on every screen."""
        await asyncio.gather(*(client.until(condition) for client in self.clients))
