"""Simulated people who live through a workshop on a running server, over real sockets."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import aiohttp
import msgspec

from brouwerij.simulate.check import Converged, converged
from brouwerij.simulate.client import Client
from brouwerij.simulate.room import Person, Room, Watch, nobody, round_of, these
from brouwerij.simulate.script import SCRIPT

START_SECONDS = 20
QUIET_SECONDS = 0.4
"""For how long nothing may come in before a moment counts as quiet."""


class Timing(msgspec.Struct):
    """Milliseconds from the tap to the outcome."""

    p50: float
    p95: float
    p99: float


class Summary(msgspec.Struct):
    """How it went.

    acked: stored; refused: answered with a no; lost: never answered, or acked and not there.
    differing: re-sent on purpose and answered otherwise than the first time. carried: the themes
    that the last poll found carried, as the projector shows them.
    """

    people: int
    sent: int
    acked: int
    refused: int
    lost: int
    differing: int
    reconnected: int
    converged: bool
    carried: list[str]
    ack_ms: Timing
    seconds: float

    @property
    def well(self) -> bool:
        return self.converged and not self.lost and not self.differing


class Setting(msgspec.Struct, frozen=True):
    """What to simulate. cookie: the facilitator's, as in the header. pace: seconds per act."""

    address: str
    code: str
    cookie: str
    people: int = 50
    seed: int = 2017
    pace: float = 0.0
    end: bool = False


async def simulate(setting: Setting, say: Callable[[str], None], watch: Watch = nobody) -> Summary:
    """Live through every round of the workshop's plan. say: told how it goes, a line at a time.

    watch: awaited at every moment worth a look, while everything stands still.
    Raises ConnectionError when there is no server, NotWelcome when it does not know us.
    """
    began = time.monotonic()
    leader, projector = (
        Client(setting.address, setting.code, audience, setting.cookie)
        for audience in ("facilitator", "projector")
    )
    room = Room(leader, projector, [], setting.pace, say, watch)
    try:
        async with aiohttp.ClientSession(headers={"Accept-Language": "en"}) as web:
            await _server(web, setting.address)
            await leader.start()
            await projector.start()
            await come_in(web, setting, room)
        say(f"{len(room.people)} people came in")
        await watch("joined")
        for id in these(leader, "workshop")["this"]["plan"]:
            round = round_of(leader, id)
            await SCRIPT.get(round["kind"], _pass_by)(room, id)
            say(f"{round['kind']}: done")
        if setting.end:
            await leader.do("workshop.end")
            await watch("ended")
        await _quiet(room)
        found = await converged(room.clients)
        for line in found.differences:
            say(line)
        return _summary(room, found, time.monotonic() - began)
    finally:
        await asyncio.gather(*(client.stop() for client in room.clients))


async def _server(web: aiohttp.ClientSession, address: str) -> None:
    """Wait until the server answers. Raises ConnectionError."""
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            async with web.get(f"{address}/healthz") as answer:
                if answer.ok:
                    return
        except aiohttp.ClientError:
            pass
        if time.monotonic() > until:
            raise ConnectionError(f"there is no server on {address}")
        await asyncio.sleep(0.2)


async def _why_not(answer: aiohttp.ClientResponse) -> str:
    """Why nobody can join, as the server says it."""
    try:
        return str((await answer.json())["error"]["message"])
    except (aiohttp.ClientError, ValueError, LookupError, TypeError):
        return f"joining was answered with {answer.status}"


async def come_in(web: aiohttp.ClientSession, setting: Setting, room: Room) -> None:
    """Have all people take part, one after another. Raises ConnectionError when they cannot."""
    for number in range(setting.people):
        room.people.append(await _join(web, setting, number))


async def _join(web: aiohttp.ClientSession, setting: Setting, number: int) -> Person:
    """Take part by the API, and open the phone."""
    person = Person(number, setting.people, Client("", "", "participant", ""), 0, 0)
    newcomer = {"name": person.name, "initiative": person.origin.name}
    url = f"{setting.address}/api/workshops/{setting.code}/participants"
    async with web.post(url, json=newcomer) as answer:
        if answer.status != 201:
            raise ConnectionError(await _why_not(answer))
        name = f"p_{setting.code}"
        cookie = f"{name}={answer.cookies[name].value}"
    client = Client(setting.address, setting.code, "participant", cookie)
    await client.start()
    if setting.pace:
        await asyncio.sleep(setting.pace / 20)
    return Person(number, setting.people, client, setting.seed, setting.pace)


async def _pass_by(room: Room, round: str) -> None:
    await room.open(round)
    await room.close(round)


async def _quiet(room: Room) -> None:
    """Wait until all outboxes are empty and nothing comes in any more."""
    before: list[int] = []
    while True:
        here = [client.view.seq + client.mine.seq + client.hellos for client in room.clients]
        if here == before and not any(client.outbox for client in room.clients):
            return
        before = here
        await asyncio.sleep(QUIET_SECONDS)


def _summary(room: Room, found: Converged, seconds: float) -> Summary:
    sent = [
        s for client in room.clients for s in (*client.answered.values(), *client.outbox.values())
    ]
    outcomes = [s.outcome.result() for s in sent if s.outcome.done()]
    again = [pair for person in room.people for pair in person.again]
    return Summary(
        people=len(room.people),
        sent=len(sent),
        acked=sum(o.ok for o in outcomes),
        refused=sum(not o.ok for o in outcomes),
        lost=len(sent) - len(outcomes) + sum(_vanished(person) for person in room.people),
        differing=sum((a.ok, a.seq) != (b.ok, b.seq) for a, b in again),
        reconnected=sum(client.hellos - 1 for client in room.clients),
        converged=not found.differences,
        carried=_carried(room.projector),
        ack_ms=_timing([ms for client in room.clients for ms in client.latencies]),
        seconds=round(seconds, 2),
    )


def _vanished(person: Person) -> int:
    """How many ideas were acked, not withdrawn since, and are not there."""
    answered = person.client.answered.values()
    acked = {s.id: s for s in answered if s.outcome.result().ok}
    gone = {s.data["idea"] for s in acked.values() if s.kind == "idea.withdraw"}
    added = {id for id, s in acked.items() if s.kind == "idea.add"}
    return len(added - gone - person.client.mine.entities.get("ideas", {}).keys())


def _carried(projector: Client) -> list[str]:
    """The carried themes of the last poll whose results were opened, the most carried first."""
    themes = these(projector, "themes")
    for id in reversed(these(projector, "workshop")["this"]["plan"]):
        picture = these(projector, "pictures").get(id, {})
        if round_of(projector, id)["kind"] == "poll" and picture.get("results"):
            return [themes[r["theme"]]["name"] for r in picture["results"] if r["carried"]]
    return []


def _timing(seconds: list[float]) -> Timing:
    ordered = sorted(seconds) or [0.0]

    def at(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000, 1)

    return Timing(at(0.50), at(0.95), at(0.99))
