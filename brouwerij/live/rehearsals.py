"""Rehearsals: copies of workshops to practise in, with made-up people, that are wiped afterwards.

A rehearsal is a workshop of its own, so nothing in it can touch the one that is rehearsed. The
people are a process of their own (brouwerij/simulate/rehearsal.py): they are asyncio, the server
may not be. They leave when their input ends, and so with the server too, however it stops.
"""

from __future__ import annotations

import subprocess
import sys
from typing import cast

import msgspec
from flask import Flask, current_app

from brouwerij import aio, clock, identity
from brouwerij.live import copies, rooms, sockets
from brouwerij.live.kettle import Kettle
from brouwerij.store import workshops
from brouwerij.store.gate import write
from brouwerij.store.models import WorkshopRow

LASTS = 60 * 60 * 1000
"""After how many ms a rehearsal ends by itself."""
MOST = 4
"""How many rehearsals have people in them at once; each is a process of some 80 MB."""
PEOPLE, PACE = 12, 3.0
"""How many people come, and the seconds one takes for an act."""
LOOK_SECONDS = 60.0
GOODBYE_SECONDS = 5
_KEY = "brouwerij_rehearsals"

Crowd = subprocess.Popen[bytes]


def start(original: Kettle, organiser: int | None, title: str, address: str) -> str | None:
    """The code of a workshop's rehearsal: the one that goes on, or a new one with people in it.

    address: where this machine reaches its own server. None when there are too many rehearsals.
    """
    known = write(lambda session: workshops.rehearsal_of(session, original.id))
    if known is not None:
        return known.code
    if sum(crowd.poll() is None for crowd in _crowds().values()) >= MOST:
        return None
    row, result = copies.make(
        original, organiser, rehearses=original.id, title=title, rehearsal=True
    )
    if result.refusal:
        raise ValueError(f"a copy of {original.code} was refused: {result.refusal.code}")
    _crowds()[row.code] = aio.offload(_let_in, _setting(row, address))
    return row.code


def _setting(row: WorkshopRow, address: str) -> bytes:
    """What the people have to know, as brouwerij/simulate reads it."""
    [link, *_] = write(lambda session: workshops.links(session, row.id))
    cookie = identity.facilitator_cookie(row.code), identity.facilitator_value(row.code, link.id)
    return msgspec.json.encode(
        {
            "address": address,
            "code": row.code,
            "cookie": "=".join(cookie),
            "people": PEOPLE,
            "pace": PACE,
        }
    )


def _let_in(setting: bytes) -> Crowd:
    people = [sys.executable, "-m", "brouwerij.simulate.rehearsal"]
    crowd = subprocess.Popen(people, stdin=subprocess.PIPE, bufsize=0)  # noqa: S603
    if crowd.stdin is not None:
        crowd.stdin.write(setting + b"\n")
    return crowd


def end(row: WorkshopRow) -> None:
    """Wipe a rehearsal with everything in it; its people leave."""
    crowd = _crowds().pop(row.code, None)
    if crowd is not None:
        aio.offload(_send_home, crowd)
    rooms.remove(row)
    sockets.gone(row.code)


def _send_home(crowd: Crowd) -> None:
    if crowd.stdin is not None:
        crowd.stdin.close()
    try:
        crowd.wait(GOODBYE_SECONDS)
    except subprocess.TimeoutExpired:
        crowd.kill()
        crowd.wait()


def end_old() -> None:
    """Wipe the rehearsals that have lasted long enough."""
    before = clock.now() - LASTS
    for row in write(lambda session: workshops.rehearsals(session, before)):
        end(row)


def keep_ending(app: Flask) -> None:
    """Have rehearsals end by themselves from here on."""

    def look() -> None:
        while True:
            aio.sleep(LOOK_SECONDS)
            with app.app_context():
                end_old()

    aio.spawn(look)


def _crowds() -> dict[str, Crowd]:
    """The people in the rehearsals of this process, by join code."""
    return cast(dict[str, Crowd], current_app.extensions.setdefault(_KEY, {}))
