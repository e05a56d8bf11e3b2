"""People who fill the rounds of a rehearsal, as far as a person who leads opens them.

A process of its own, that the server starts: `python -m brouwerij.simulate.rehearsal`. It reads
one line of JSON, a Setting, and stops when its input ends or the rehearsal has lasted long enough.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from typing import Any

import aiohttp
import msgspec

from brouwerij.simulate import Setting, come_in
from brouwerij.simulate.client import Client
from brouwerij.simulate.room import Room, round_of, these
from brouwerij.simulate.script import SCRIPT
from brouwerij.wire import Outcome

LONGEST = 60 * 60
"""Seconds after which everybody leaves, whatever happens."""
HELPS = ("theme.", "undo")
"""What a helper of who leads does: the first themes, so that there is something to sort into."""
log = logging.getLogger(__name__)


class Following(Room):
    """A room that waits until a person opens, reveals and closes; it leads nothing itself."""

    _last = ""

    async def lead(self, kind: str, **data: Any) -> Outcome:
        """Make a theme; all else is for who rehearses."""
        if not kind.startswith(HELPS):
            return Outcome("", True)
        if kind == "undo":
            data = {"command": self._last}  # by name: the last step may be of who rehearses
        outcome = await super().lead(kind, **data)
        self._last = outcome.id
        return outcome

    async def open(self, round: str) -> None:
        await self._until(lambda c: round_of(c, round)["status"] == "open")

    async def reveal(self, round: str, phase: str) -> None:
        await self._until(lambda c: _reached(round_of(c, round), phase))

    async def close(self, round: str) -> None:
        await self._until(lambda c: round_of(c, round)["status"] == "closed")

    async def _until(self, condition: Callable[[Client], bool]) -> None:
        """Wait until it is so on the screen of who leads, for as long as that takes."""
        await self.leader.until(condition, LONGEST)


def _reached(round: dict[str, Any], phase: str) -> bool:
    """Whether a round came to a phase, or was closed before."""
    phases = round["phases"]
    return round["status"] == "closed" or phases.index(round["phase"]) >= phases.index(phase)


async def rehearse(setting: Setting) -> None:
    """Let people come in, and do their part in each round once it opens."""
    leader = Client(setting.address, setting.code, "facilitator", setting.cookie)
    room = Following(leader, leader, [], setting.pace, log.info)
    try:
        async with aiohttp.ClientSession(headers={"Accept-Language": "nl"}) as web:
            await leader.start()
            await come_in(web, setting, room)
        plan = these(leader, "workshop")["this"]["plan"]
        await asyncio.gather(*(_take_part(room, round) for round in plan))
        await asyncio.sleep(LONGEST)  # they stay in the room until it is over
    finally:
        await asyncio.gather(*(client.stop() for client in room.clients))


async def _take_part(room: Following, round: str) -> None:
    """Live through one round. Who rehearses may do anything, so that a part can come to nothing."""
    try:
        await SCRIPT[round_of(room.leader, round)["kind"]](room, round)
    except (LookupError, TimeoutError) as error:
        log.info("the people stopped in %s: %r", round, error)


async def _until_alone(setting: Setting) -> None:
    alone = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin, alone.set)
    people, waiting = asyncio.create_task(rehearse(setting)), asyncio.create_task(alone.wait())
    await asyncio.wait({people, waiting}, timeout=LONGEST, return_when=asyncio.FIRST_COMPLETED)
    people.cancel()
    await asyncio.gather(people, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(_until_alone(msgspec.json.decode(sys.stdin.buffer.readline(), type=Setting)))
