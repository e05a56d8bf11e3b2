"""What a run has to leave behind: every view equal to the server's, every command stored once.

The generator keeps a running mark of all bytes that each client saw, and writes down those of the
first. Equal marks mean equal views; what the first saw, applied as docs/protocol.md tells, is held
against the view that the server gives to somebody who comes in anew.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from bench.generate import Result
from bench.halls import Hall
from bench.sides import Serving
from brouwerij.simulate.client import Client
from brouwerij.simulate.kept import Store
from brouwerij.wire import PatchMessage, Welcome


def of_the_server(server: Serving, code: str, cookie: str, journal: Path) -> Iterator[str]:
    """What is wrong with the first client's view, while the server is still there."""
    held = replay(journal)
    seq, fresh = asyncio.run(_fresh_view(server, code, cookie))
    if held.canonical() != fresh:
        yield f"the view at {held.seq} is not the server's at {seq}"


def of_the_log(folder: Path, hall: Hall, result: Result) -> Iterator[str]:
    """What is wrong with the log and the receipts of a run of votes, when the server is gone."""
    for table, only in (("changes", "kind = 'dots.set'"), ("receipts", "actor like 'phone-%'")):
        stored, acked = count(folder, table, only, hall), result["acked"]
        unsure = 0 if result["finished"] else result["unanswered"]
        if not acked <= stored <= acked + unsure:
            yield f"{acked} votes acked, {stored} {table} stored"


def count(folder: Path, table: str, only: str, hall: Hall) -> int:
    """How many rows of a table a workshop has. only: a condition in SQL, a constant of ours."""
    connection = sqlite3.connect(folder / "brouwerij.sqlite")
    query = f"select count(*) from {table} where workshop_id = ? and {only}"  # noqa: S608
    try:
        return int(connection.execute(query, (hall.id,)).fetchone()[0])
    finally:
        connection.close()


def of_the_generator(result: Result) -> Iterator[str]:
    """What the generator counted that may not be."""
    for name in ("doubled", "disordered", "dead"):
        if result[name]:
            yield f"{name}: {result[name]} {result['dead_because']}".rstrip()
    if not result["finished"]:
        return  # it was left while it was still at work, so not all is there
    if result["behind"]:
        yield f"behind: {result['behind']} clients do not have the last patch"
    if result.get("other_views"):
        yield f"unequal: {result['other_views']} clients saw something else than the others"
    if result.get("unanswered"):
        yield f"lost: {result['unanswered']} votes without an answer"


def replay(journal: Path) -> Store:
    """What a client holds that saw all this: its welcome, and every patch in order.

    Patches that came before the welcome are applied behind it.
    """
    store = Store()
    early: list[PatchMessage] = []
    for line in journal.read_text().splitlines():
        told = json.loads(line)
        if isinstance(told[0], dict):
            welcome = msgspec.convert(told[0], Welcome)
            store.become(welcome.seq, welcome.view or {})
            for message in early:
                store.take(message)
            early = []
        elif store.seq:
            store.take(msgspec.convert(told[1], PatchMessage))
        else:
            early.append(msgspec.convert(told[1], PatchMessage))
    return store


async def _fresh_view(server: Serving, code: str, cookie: str) -> tuple[int, bytes]:
    client = Client(server.address, code, "participant", cookie)
    await client.start()
    try:
        return client.view.seq, client.view.canonical()
    finally:
        await client.stop()
