"""The kettles of this process, by join code, and making a new workshop through one."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any, cast

from flask import Flask, current_app
from sqlalchemy.orm import Session

from brouwerij import aio, clock
from brouwerij.domain.commands import Actor, Command
from brouwerij.live import poke
from brouwerij.live.decisions import Result
from brouwerij.live.kettle import Emit, Kettle
from brouwerij.store import logos, workshops
from brouwerij.store.gate import writer
from brouwerij.store.models import WorkshopRow

SYSTEM = Actor("system")
ANSWER_SECONDS = 0.3
"""How long the last answers get to leave the sockets."""
SWEEP_SECONDS = 60.0
"""The time between two looks at which kettles are idle."""
_KEY = "brouwerij_rooms"
logger = logging.getLogger(__name__)


class Rooms:
    """Kettles, brought in from the store when somebody first asks for them, and let go when they
    are idle. Who asked for one can count on it for `idle` seconds, without holding anything."""

    def __init__(
        self,
        app: Flask,
        emit: Emit,
        redis_url: str,
        *,
        connected: Callable[[str], bool],
        idle: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """connected: whether anybody is connected to the workshop with this code. idle: after how
        many seconds without anybody a kettle is let go. clock: the time in seconds."""
        self._app = app
        self._emit = emit
        self._connected = connected
        self._idle = idle
        self._clock = clock
        self._kettles: dict[str, Kettle] = {}
        self._lock = threading.Lock()
        self._bringing_in = threading.Lock()
        self._poke = poke.start(redis_url, self.catch_up) if redis_url else None

    def kettle(self, code: str) -> Kettle:
        """The kettle of a workshop. Raises LookupError when there is no such code."""
        known = self._known(code)
        if known is not None:
            known.mend()
            return known
        with self._bringing_in:
            return self._known(code) or self._bring_in(code)

    def _known(self, code: str) -> Kettle | None:
        with self._lock:
            known = self._kettles.get(code)
            if known is not None:
                known.asked = self._clock()
            return known

    def _bring_in(self, code: str) -> Kettle:
        source = writer(self._app)
        row = source.run(lambda session: workshops.by_code(session, code))
        if row is None or row.code != code:
            raise LookupError(code)
        kettle = Kettle(row.id, row.code, row.epoch, source, self._emit)
        if self._poke is not None:
            tell = self._poke
            kettle.after_commit = lambda seq: tell(code)
        with self._lock:
            self._kettles[code] = kettle
            kettle.asked = self._clock()
        if self._poke is not None:
            kettle.catch_up()  # a poke that came after the log was read found no kettle to tell
        return kettle

    def holds(self, kettle: Kettle) -> bool:
        """Whether this kettle was not let go. With its lock held that stays so."""
        return self._kettles.get(kettle.code) is kettle

    def drop(self, code: str) -> None:
        """Forget a kettle whose workshop goes."""
        with self._lock:
            known = self._kettles.pop(code, None)
        if known is not None:
            known.close()

    def sweep(self) -> None:
        """Let go of the kettles that have been idle long enough."""
        for kettle in list(self._kettles.values()):
            if kettle.lock.acquire(blocking=False):  # somebody who has it is using it
                try:
                    self._look_at(kettle)
                finally:
                    kettle.lock.release()

    def _look_at(self, kettle: Kettle) -> None:
        """Let a kettle go if it is idle. Its lock is held, so nobody connects to it meanwhile."""
        with self._lock:
            now = self._clock()
            if self._connected(kettle.code):
                kettle.asked = now
            elif now - kettle.asked >= self._idle and kettle.let_go():
                self._kettles.pop(kettle.code, None)
                logger.debug("%s is idle and was let go", kettle.code)

    def keep_sweeping(self) -> None:
        """Sweep now and then, for as long as the process runs."""
        while True:
            aio.sleep(SWEEP_SECONDS)
            self.sweep()

    def catch_up(self, code: str) -> None:
        """Another process changed this workshop; nothing to do when nobody here looks at it."""
        known = self._kettles.get(code)
        if known is not None:
            known.catch_up()

    def look_again(self) -> None:
        """Take in what others wrote without a poke: a command-line tool without Redis."""
        for kettle in list(self._kettles.values()):
            kettle.catch_up()

    def close(self, seconds: float) -> None:
        """Take no more commands, and wait until those under way are answered."""
        until = time.monotonic() + seconds
        kettles = list(self._kettles.values())
        for kettle in kettles:
            kettle.close()
        while any(kettle.busy for kettle in kettles) and time.monotonic() < until:
            aio.sleep(0.02)
        aio.sleep(ANSWER_SECONDS)


def close(app: Flask, seconds: float) -> None:
    """Have the app's kettles finish what is under way, for at most so many seconds."""
    cast(Rooms, app.extensions[_KEY]).close(seconds)


def keep_sweeping(app: Flask) -> None:
    """Have idle kettles of the app let go from here on."""
    aio.spawn(cast(Rooms, app.extensions[_KEY]).keep_sweeping)


def bind(
    app: Flask, emit: Emit, redis_url: str, *, connected: Callable[[str], bool], idle: float
) -> None:
    """Give an app its kettles; `Rooms` tells what the rest is."""
    app.extensions[_KEY] = Rooms(app, emit, redis_url, connected=connected, idle=idle)


def kettle(code: str) -> Kettle:
    """The kettle of a workshop in the current app. Raises LookupError for an unknown code."""
    return _rooms().kettle(code)


def holds(kettle: Kettle) -> bool:
    """Whether a kettle of the current app was not let go. With its lock held that stays so."""
    return _rooms().holds(kettle)


def look_again() -> None:
    """Have the kettles of the current app take in what others wrote without a poke."""
    _rooms().look_again()


def _rooms() -> Rooms:
    return cast(Rooms, current_app.extensions[_KEY])


def remove(row: WorkshopRow) -> None:
    """Take a workshop away with everything in it; who was connected finds that it is not there."""
    _rooms().drop(row.code)
    writer().run(lambda session: workshops.remove(session, row.id))


def new_id() -> str:
    """An id for a command of our own."""
    return secrets.token_urlsafe(16)


def command(kind: str, **data: Any) -> Command:
    return Command(new_id(), kind, data)


def create(
    organiser: int | None,
    data: dict[str, Any],
    kind: str = "workshop.create",
    *,
    id: str = "",
    rehearses: int | None = None,
    logo: bytes = b"",
) -> tuple[WorkshopRow, Result]:
    """Make a workshop for an organiser; data as the command of this kind takes it.

    id: of the command, a new one by default; given again it leads to the workshop that it made.
    rehearses: the id of the workshop that it is a rehearsal of. logo: the picture that data names,
    to be kept with it; nothing for none.

    When the command is refused the result says why, and no workshop is left behind.
    """
    asked = Command(id or new_id(), kind, data)
    source = writer()
    row = source.run(partial(_add, organiser, asked.id, rehearses, logo))
    if row.head:
        return row, Result(asked.id, row.head)
    result = kettle(row.code).submit(SYSTEM, [asked])[0]
    if not result.ok:
        remove(row)
    return row, result


def _add(
    organiser: int | None, command: str, rehearses: int | None, logo: bytes, session: Session
) -> WorkshopRow:
    row = workshops.add(session, organiser, clock.now(), rehearses, command)
    if logo:
        logos.keep(session, row.id, logo)
    return row
