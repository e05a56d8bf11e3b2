"""A long log: how long until a workshop is open, and what coming back costs, against its length."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.book import Book, say
from bench.halls import DOTS, IDEAS, Hall, give, lead, make
from bench.sides import BROUWERIJ, Serving, serving
from brouwerij.domain.commands import Actor, Command
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.simulate.client import Client

PHONES = 100
IDEAS_PER_CHANGE = 0.03
"""3,000 ideas in 100,000 changes; the rest are edits of them."""
AT_ONCE = 500
"""Commands in one transaction while a log is made."""
MISSED, RESUMES = 10, 30
"""Changes that somebody missed who comes back, and how often that is measured."""


def measure(book: Book, lengths: tuple[int, ...], runs: int) -> None:
    """Open each workshop in a server that was just started, and come back to it."""
    halls = {length: _make(length) for length in lengths}
    for number in range(runs):
        for length, hall in halls.items():
            opened, resumed, whole = _run(hall)
            folded, _, _ = _run(hall, _without_snapshot)
            book.add("log_open", length, "brouwerij", opened, "s")
            book.add("log_open_folded", length, "brouwerij", folded, "s")
            book.add("log_resume", length, "brouwerij", resumed * 1e3, "ms")
            book.add("log_whole_view", length, "brouwerij", whole * 1e3, "ms")
            say(f"log of {length} {number + 1}/{runs}: open {opened:.2f} s, folded {folded:.2f} s")


def _run(
    hall: Hall, before: Callable[[Path], None] = lambda folder: None
) -> tuple[float, float, float]:
    """before: what is done to the stopped instance first."""
    with hall.copy() as folder:
        before(folder)
        with serving(BROUWERIJ, folder, 16) as server:
            return asyncio.run(_come_and_come_back(server, hall))


def _without_snapshot(folder: Path) -> None:
    """Have the whole log folded."""
    with closing(sqlite3.connect(folder / "brouwerij.sqlite")) as connection, connection:
        connection.execute("DELETE FROM snapshots")


async def _come_and_come_back(server: Serving, hall: Hall) -> tuple[float, float, float]:
    """Seconds until the first welcome, of a resume after a few changes, and of a whole view."""
    one, other = (Timed(server.address, hall.code, cookie) for cookie in hall.cookies(2))
    await one.start()
    opened = one.took[0]
    await other.start()
    held = other.view.seq
    for number in range(MISSED):
        await one.do("dots.set", round=DOTS, theme=hall.theme, dots=1 - number % 2)
    resumed = await other.greet_again(held)
    assert resumed["view"] is None, "coming back gave the whole view"
    assert resumed["patches"], "coming back gave no patches"
    other.took.clear()
    for _ in range(RESUMES):
        await other.greet_again(held)
    resuming = statistics.median(other.took)
    other.took.clear()
    for _ in range(5):
        await other.greet_again(0)
    whole = statistics.median(other.took)
    await asyncio.gather(one.stop(), other.stop())
    return opened, resuming, whole


class Timed(Client):
    """A phone that knows how many seconds each hello took."""

    def __init__(self, address: str, code: str, cookie: str) -> None:
        super().__init__(address, code, "participant", cookie)
        self.took: list[float] = []

    async def ask(self, event: str, payload: Any, seconds: float = 60) -> Any:
        began = time.perf_counter()
        reply = await super().ask(event, payload, seconds)
        if event == "hello":
            self.took.append(time.perf_counter() - began)
        return reply

    async def greet_again(self, seq: int) -> Any:
        """Say hello as somebody who holds the view up to there."""
        hello = {"code": self._code, "audience": "participant", "seq": seq, "epoch": self.epoch}
        return await self.ask("hello", hello)


def _make(length: int) -> Hall:
    """A workshop whose log is about as long as asked, with every idea shared and dots open."""

    def fill(kettle: Kettle, people: list[str]) -> None:
        lead(kettle, "round.open", round=IDEAS)
        _fill(kettle, people, length)

    return make(f"log-{length}", PHONES, fill)


def _fill(kettle: Kettle, people: list[str], length: int) -> None:
    """Ideas, and edits of them in turn, until the log is long enough."""
    ideas = [rooms.new_id() for _ in range(int(length * IDEAS_PER_CHANGE))]
    asked = [_idea(number, id) for number, id in enumerate(ideas)]
    left = length - kettle.board.seq - len(asked) - 20
    edits = (_edit(number, id) for number, id in zip(range(left), itertools.cycle(ideas)))
    by_person: dict[int, list[Command]] = {}
    for number, command in enumerate(itertools.chain(asked, edits)):
        by_person.setdefault(number % len(ideas) % len(people), []).append(command)
    for number, commands in by_person.items():
        for some in _slices(commands):
            give(kettle, Actor("participant", people[number]), *some)


def _idea(number: int, id: str) -> Command:
    text = f"Idee {number}: samen een fonds voor wat niemand alleen kan betalen"
    return Command(id, "idea.add", {"round": IDEAS, "text": text})


def _edit(number: int, idea: str) -> Command:
    text = f"Idee in versie {number}: samen een fonds voor wat niemand alleen kan"
    return rooms.command("idea.edit", round=IDEAS, idea=idea, text=text)


def _slices(commands: list[Command]) -> Iterator[Iterable[Command]]:
    for start in range(0, len(commands), AT_ONCE):
        yield commands[start : start + AT_ONCE]
