"""Whether everybody sees the same: each client against a newcomer with the same eyes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from brouwerij.simulate.client import Client
from brouwerij.simulate.kept import Store

AT_ONCE = 10


@dataclass
class Converged:
    """differences: a line for each client whose view is not what it should be; none is good."""

    differences: list[str] = field(default_factory=list)


async def converged(clients: list[Client]) -> Converged:
    """Compare every client with a new connection for the same person and audience."""
    found, turn = Converged(), asyncio.Semaphore(AT_ONCE)

    async def compare(client: Client) -> None:
        async with turn:
            fresh = client.twin()
            await fresh.start()
            for what, mine, theirs in (
                ("view", client.view, fresh.view),
                ("own things", client.mine, fresh.mine),
            ):
                if mine.canonical() != theirs.canonical():
                    where = ", ".join(difference(mine, theirs))
                    found.differences.append(f"{client.me or 'the leader'}: {what}: {where}")
            await fresh.stop()

    await asyncio.gather(*(compare(client) for client in clients))
    return found


def difference(one: Store, other: Store) -> list[str]:
    """Where two stores differ, as collection/id."""
    return [
        f"{name}/{id}"
        for name in sorted(one.entities.keys() | other.entities.keys())
        for id in sorted(one.entities.get(name, {}).keys() | other.entities.get(name, {}).keys())
        if one.entities.get(name, {}).get(id) != other.entities.get(name, {}).get(id)
    ]
