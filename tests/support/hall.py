"""A workshop on a running server, with phones, a projector and somebody who leads it."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

import aiohttp

from brouwerij import identity
from brouwerij.live import rooms
from brouwerij.simulate.client import Client
from brouwerij.store import workshops
from brouwerij.wire import Outcome
from tests.support.server import Server

PLAN = (
    {"kind": "ideas", "settings": {"silent": True, "at_table": False}},
    {"kind": "clustering"},
    {"kind": "dots"},
    {"kind": "poll"},
    {"kind": "workgroups"},
)
IDEAS, CLUSTERING, DOTS, POLL, GROUPS = "r1", "r2", "r3", "r4", "r5"


class Phone(Client):
    """A client that keeps all that came in, as [event, payload]."""

    def __init__(
        self,
        address: str,
        code: str,
        audience: Literal["participant", "projector", "facilitator"],
        cookie: str,
    ) -> None:
        self.frames: list[tuple[str, Any]] = []
        super().__init__(
            address, code, audience, cookie, seen=lambda *frame: self.frames.append(frame)
        )

    def of(self, collection: str) -> dict[str, Any]:
        return self.view.entities.get(collection, {})

    def own(self, collection: str) -> dict[str, Any]:
        return self.mine.entities.get(collection, {})

    async def must(self, kind: str, **data: Any) -> Outcome:
        """Do something that has to be allowed."""
        outcome = await self.do(kind, **data)
        assert outcome.ok, outcome.error
        return outcome

    def heard(self, text: str) -> bool:
        """Whether a text was in anything that came in."""
        return any(text in repr(frame) for frame in self.frames)


class Hall:
    """A new workshop; everybody leaves at the end."""

    def __init__(
        self,
        server: Server,
        *,
        tables: int = 0,
        plan: Any = PLAN,
        phones: type[Phone] = Phone,
        **about: Any,
    ) -> None:
        """phones: what people bring."""
        self.server = server
        self._phones = phones
        self._about = {
            "title": "Proef",
            "question": "Hoe?",
            "tables": tables,
            "plan": plan,
            **about,
        }
        self._clients: list[Phone] = []
        self.code = ""
        self.id = 0
        self.link = 0

    async def __aenter__(self) -> Hall:
        with self.server.app.app_context():
            row, result = rooms.create(None, self._about)
            assert result.ok, result.refusal
            self.code, self.id = row.code, row.id
            from brouwerij.extensions import db

            self.link = workshops.links(db.session(), row.id)[0].id
        return self

    async def __aexit__(self, *exception: Any) -> None:
        await asyncio.gather(*(client.stop() for client in self._clients))

    @property
    def leader_cookie(self) -> str:
        with self.server.app.app_context():
            value = identity.facilitator_value(self.code, self.link)
        return f"{identity.facilitator_cookie(self.code)}={value}"

    async def leader(self) -> Phone:
        return await self._come_in("facilitator", self.leader_cookie)

    async def projector(self) -> Phone:
        return await self._come_in("projector", self.leader_cookie)

    async def phone(self, name: str, initiative: str = "CW Circa", *, at: str = "") -> Phone:
        """Somebody joins and opens their phone."""
        return await self._come_in("participant", await self.join(name, initiative), at)

    async def join(self, name: str, initiative: str = "CW Circa") -> str:
        """The cookie of somebody who joined."""
        url = f"{self.server.address}/api/workshops/{self.code}/participants"
        async with (
            aiohttp.ClientSession() as web,
            web.post(url, json={"name": name, "initiative": initiative}) as answer,
        ):
            assert answer.status == 201, await answer.text()
            return f"p_{self.code}={answer.cookies[f'p_{self.code}'].value}"

    def crowd(self, people: int) -> list[str]:
        """The cookies of so many who joined before the server looked at the workshop."""
        ids = [f"person-{number:04}" for number in range(people)]
        joining = [
            rooms.command(
                "participant.join", participant=id, name=f"Jo {id}", initiative="CW Circa"
            )
            for id in ids
        ]
        with self.server.app.app_context():
            assert all(r.ok for r in rooms.kettle(self.code).submit(rooms.SYSTEM, joining))
            return [f"p_{self.code}={identity.participant_value(self.code, id)}" for id in ids]

    async def enter(self, cookie: str) -> Phone:
        """Somebody who joined opens their phone."""
        return await self._come_in("participant", cookie)

    async def again(self, client: Phone, *, at: str = "") -> Phone:
        """The same browser on another connection, that holds nothing yet."""
        return await self._come_in(client._audience, client._cookie, at or client._address)

    async def _come_in(
        self,
        audience: Literal["participant", "projector", "facilitator"],
        cookie: str,
        at: str = "",
    ) -> Phone:
        client = self._phones(at or self.server.address, self.code, audience, cookie)
        self._clients.append(client)
        await client.start()
        return client


def sees(collection: str, id: str) -> Any:
    """A condition: that a client sees an entity."""
    return lambda client: id in client.view.entities.get(collection, {})
