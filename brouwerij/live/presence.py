"""Who is here and how many are writing: counted in memory, told to who looks, kept nowhere.

It is no part of the log, the views or the digests. A message that gets lost harms nothing, since
the next one is whole. A worker counts the connections it has itself; with Redis the workers tell
each other what they count, and without it a screen shows the people of its own worker only.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from brouwerij import aio
from brouwerij.domain.views import Audience
from brouwerij.live import poke
from brouwerij.live.kettle import audience_room
from brouwerij.wire import Headcount, Presence

CHANNEL = "brouwerij.presence"
LOOKING = (Audience("projector", 0), Audience("facilitator", 0))
"""The audiences that are told."""

SWEEP_SECONDS = 2.0
"""The least time between two messages of a workshop."""
GRACE_SECONDS = 10.0
"""How long somebody without a connection still counts as here: bad Wi-Fi does not flicker."""
AWAY_SECONDS = 600.0
"""Who is away longer has left, and is not counted any more."""
WRITING_SECONDS = 8.0
"""How long somebody counts as writing after they said so; a phone says so every five seconds."""
SILENT_SECONDS = 3 * SWEEP_SECONDS
"""Another worker that says nothing for so long is gone, and its people with it."""

Emit = Callable[[str, str, Presence], None]
"""Send an event with a message to all sockets in a room."""


@dataclass(slots=True)
class Seat:
    """A person, on however many devices. left: when the last one went."""

    initiative: str
    devices: int = 0
    left: float = 0.0
    wrote: float = float("-inf")

    def here(self, now: float) -> bool:
        return self.devices > 0 or now - self.left < GRACE_SECONDS

    def writing(self, now: float) -> bool:
        return now - self.wrote < WRITING_SECONDS

    def settled(self, now: float) -> bool:
        """Whether this person counts the same until they do something."""
        return not self.writing(now) and (self.devices > 0 or not self.here(now))


@dataclass(eq=False, slots=True)
class Crowd:
    """Who of one workshop is connected to this worker. Times are in seconds, on any one clock."""

    lookers: int = 0
    sweeping: bool = False
    _seats: dict[str, Seat] = field(default_factory=dict)
    _elsewhere: dict[str, tuple[float, Presence]] = field(default_factory=dict)
    _told: Presence = field(default_factory=lambda: _sum([]))

    def came(self, participant: str, initiative: str) -> None:
        """A device of this person connected; "" for a screen that only looks."""
        if not participant:
            self.lookers += 1
            return
        seat = self._seats.setdefault(participant, Seat(initiative))
        seat.initiative = initiative
        seat.devices += 1

    def went(self, participant: str, now: float) -> None:
        """A device that came is gone."""
        if not participant:
            self.lookers -= 1
            return
        seat = self._seats[participant]
        seat.devices -= 1
        seat.left = now

    def wrote(self, participant: str, now: float) -> None:
        """This person, who is here, is typing."""
        self._seats[participant].wrote = now

    def heard(self, worker: str, counted: Presence, now: float) -> None:
        """Another worker says whom it has."""
        self._elsewhere[worker] = (now, counted)

    def own(self, now: float) -> Presence:
        """Whom this worker has."""
        here: Counter[str] = Counter()
        away: Counter[str] = Counter()
        writing = 0
        for participant, seat in list(self._seats.items()):
            if seat.here(now):
                here[seat.initiative] += 1
                writing += seat.writing(now)
            elif now - seat.left < AWAY_SECONDS:
                away[seat.initiative] += 1
            else:
                del self._seats[participant]
        of = {one: Headcount(here[one], away[one]) for one in {**here, **away}}
        return Presence(here.total(), away.total(), writing, of)

    def whole(self, now: float) -> Presence:
        """Whom all workers have that said something lately."""
        for worker, (at, _) in list(self._elsewhere.items()):
            if now - at >= SILENT_SECONDS:
                del self._elsewhere[worker]
        return _sum([self.own(now), *(counted for _, counted in self._elsewhere.values())])

    def news(self, now: float) -> Presence | None:
        """What to tell who looks, if it is something else than the last time."""
        counted = self.whole(now)
        if counted == self._told:
            return None
        self._told = counted
        return counted

    @property
    def connected(self) -> bool:
        """Whether anybody of this workshop is connected to this worker."""
        return self.lookers > 0 or any(seat.devices for seat in self._seats.values())

    def settled(self, now: float) -> bool:
        """Whether nothing changes until somebody does something."""
        return all(seat.settled(now) for seat in self._seats.values())


def _sum(counts: Iterable[Presence]) -> Presence:
    total = Presence(0, 0, 0, {})
    for counted in counts:
        total.here += counted.here
        total.away += counted.away
        total.writing += counted.writing
        for initiative, headcount in counted.initiatives.items():
            of = total.initiatives.setdefault(initiative, Headcount(0, 0))
            of.here += headcount.here
            of.away += headcount.away
    return total


class Told(msgspec.Struct):
    """What a worker tells the others of one workshop."""

    worker: str
    code: str
    counted: Presence


class Attendance:
    """The crowds of this process, by join code. Who looks is told by one sweep per workshop, which
    runs only while something changes."""

    def __init__(
        self, emit: Emit, redis_url: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """redis_url: "" for a worker on its own. clock: the time in seconds."""
        self._emit = emit
        self._clock = clock
        self._crowds: dict[str, Crowd] = {}
        self._lock = threading.Lock()
        self._worker = secrets.token_hex(8)
        self._tell = poke.start(redis_url, self._heard, CHANNEL) if redis_url else None

    def came(self, code: str, participant: str, initiative: str) -> None:
        """Somebody said hello; participant: "" for a screen that only looks."""
        with self._lock:
            crowd = self._crowds.setdefault(code, Crowd())
            crowd.came(participant, initiative)
            self._stir(code, crowd)

    def went(self, code: str, participant: str) -> None:
        """The connection of somebody who came is gone."""
        with self._lock:
            crowd = self._crowds[code]
            crowd.went(participant, self._clock())
            self._stir(code, crowd)

    def wrote(self, code: str, participant: str) -> None:
        """Somebody who is here is typing."""
        with self._lock:
            crowd = self._crowds[code]
            crowd.wrote(participant, self._clock())
            self._stir(code, crowd)

    def connected(self, code: str) -> bool:
        """Whether anybody of this workshop is connected to this worker."""
        with self._lock:
            crowd = self._crowds.get(code)
            return crowd is not None and crowd.connected

    def now(self, code: str) -> Presence:
        """How it is, for a screen that came to look."""
        with self._lock:
            return self._crowds[code].whole(self._clock())

    def _stir(self, code: str, crowd: Crowd) -> None:
        """Something changed: see to it that it is swept."""
        if not crowd.sweeping:
            crowd.sweeping = True
            aio.spawn(self._keep_sweeping, code, crowd)

    def _keep_sweeping(self, code: str, crowd: Crowd) -> None:
        while self._sweep(code, crowd):
            aio.sleep(SWEEP_SECONDS)

    def _sweep(self, code: str, crowd: Crowd) -> bool:
        """Tell what is new; whether there is to be another sweep."""
        with self._lock:
            now = self._clock()
            news = crowd.news(now)
            again = news is not None or not crowd.settled(now)
            again = again or (self._tell is not None and crowd.connected)
            crowd.sweeping = again
            if not again and not crowd.connected:
                del self._crowds[code]
            told = Told(self._worker, code, crowd.own(now)) if self._tell is not None else None
        if news is not None:
            for audience in LOOKING:
                self._emit(audience_room(code, audience), "presence", news)
        if self._tell is not None:
            self._tell(msgspec.json.encode(told).decode())
        return again

    def _heard(self, message: str) -> None:
        """Another worker tells whom it has; of no use when nobody here looks at that workshop."""
        try:
            told = msgspec.json.decode(message, type=Told)
        except msgspec.MsgspecError:
            return  # a worker of another version
        with self._lock:
            crowd = self._crowds.get(told.code)
            if crowd is not None and told.worker != self._worker:
                crowd.heard(told.worker, told.counted, self._clock())
