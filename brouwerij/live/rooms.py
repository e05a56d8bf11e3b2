"""The kettles of this process, by join code, and making a new workshop through one."""

from __future__ import annotations

import secrets
import threading
import time
from typing import Any, cast

from flask import Flask, current_app

from brouwerij import aio, clock
from brouwerij.domain.commands import Actor, Command
from brouwerij.live import poke
from brouwerij.live.decisions import Result
from brouwerij.live.kettle import Emit, Kettle
from brouwerij.store import workshops
from brouwerij.store.gate import writer
from brouwerij.store.models import WorkshopRow

SYSTEM = Actor("system")
ANSWER_SECONDS = 0.3
"""How long the last answers get to leave the sockets."""
_KEY = "brouwerij_rooms"


class Rooms:
    """Kettles, brought in from the store when somebody first asks for them."""

    def __init__(self, app: Flask, emit: Emit, redis_url: str) -> None:
        self._app = app
        self._emit = emit
        self._kettles: dict[str, Kettle] = {}
        self._lock = threading.Lock()
        self._poke = poke.start(redis_url, self.catch_up) if redis_url else None

    def kettle(self, code: str) -> Kettle:
        """The kettle of a workshop. Raises LookupError when there is no such code."""
        known = self._kettles.get(code)
        if known is not None:
            known.mend()
            return known
        with self._lock:
            if code not in self._kettles:
                self._kettles[code] = self._bring_in(code)
            return self._kettles[code]

    def _bring_in(self, code: str) -> Kettle:
        source = writer(self._app)
        row = source.run(lambda session: workshops.by_code(session, code))
        if row is None or row.code != code:
            raise LookupError(code)
        kettle = Kettle(row.id, row.code, row.epoch, source, self._emit)
        if self._poke is not None:
            tell = self._poke
            kettle.after_commit = lambda seq: tell(code)
        return kettle

    def catch_up(self, code: str) -> None:
        """Another process changed this workshop; nothing to do when nobody here looks at it."""
        known = self._kettles.get(code)
        if known is not None:
            known.catch_up()

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


def bind(app: Flask, emit: Emit, redis_url: str) -> None:
    app.extensions[_KEY] = Rooms(app, emit, redis_url)


def kettle(code: str) -> Kettle:
    """The kettle of a workshop in the current app. Raises LookupError for an unknown code."""
    return cast(Rooms, current_app.extensions[_KEY]).kettle(code)


def new_id() -> str:
    """An id for a command of our own."""
    return secrets.token_urlsafe(16)


def command(kind: str, **data: Any) -> Command:
    return Command(new_id(), kind, data)


def create(organiser: int | None, data: dict[str, Any]) -> tuple[WorkshopRow, Result]:
    """Make a workshop for an organiser; data as the command workshop.create takes it.

    When the command is refused the result says why, and no workshop is left behind.
    """
    asked = Command(new_id(), "workshop.create", data)
    source = writer()
    row = source.run(lambda session: workshops.add(session, organiser, clock.now()))
    result = kettle(row.code).submit(SYSTEM, [asked])[0]
    if not result.ok:
        source.run(lambda session: workshops.remove(session, row.id))
        cast(Rooms, current_app.extensions[_KEY])._kettles.pop(row.code, None)
    return row, result
