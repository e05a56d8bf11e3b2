"""A phone without a screen: a complete client of the wire, as docs/protocol.md tells it.

It keeps what it sees in a store, and every command in an outbox until the answer came; those are in
kept.py; one connection is in line.py. It knows no rule of the method.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import secrets
import time
from collections.abc import Callable
from typing import Any, Literal

import msgspec
from socketio.exceptions import SocketIOError

from brouwerij.simulate.kept import Sent, Store
from brouwerij.simulate.line import Line
from brouwerij.wire import (
    MAX_COMMANDS,
    Outcome,
    PatchMessage,
    Presence,
    Refused,
    Welcome,
    digest_of,
)

ANSWER_SECONDS = 4.0
"""How long to wait for an answer before the same is sent again."""
HELLO_SECONDS = 15.0
FIRST_BACKOFF, LONGEST_BACKOFF = 0.3, 5.0
"""Seconds before coming back, doubled each time and drawn at random up to there."""
NOT_STORED = ("command.retry", "command.too_many")
"""Refusals after which the same command is sent again."""


class NotWelcome(Exception):
    """The hello was refused; the text is the code."""


class Client:
    """Somebody's browser: comes in, comes back when the connection goes, and loses nothing.

    cookie: as in the header. seen: called with the event and the payload of all that comes in.
    """

    def __init__(
        self,
        address: str,
        code: str,
        audience: Literal["participant", "projector", "facilitator"],
        cookie: str,
        *,
        seen: Callable[[str, Any], None] = lambda event, payload: None,
    ) -> None:
        self.view, self.mine = Store(), Store()
        self.epoch = ""
        self.me = ""
        self.bye = ""
        self.presence: Presence | None = None
        self.hellos = 0
        self.outbox: dict[str, Sent] = {}
        self.answered: dict[str, Sent] = {}
        self.latencies: list[float] = []
        self._address, self._code, self._audience = address, code, audience
        self._cookie, self._seen = cookie, seen
        self._line = Line()
        self._table = 0  # whose view this is; who moved hears of it before they have the other
        self._open = False
        self._greeting = False
        self._held: list[tuple[Store, PatchMessage]] = []
        self._behind = False
        self._stir = asyncio.Event()
        self._news = asyncio.Event()
        self._life: asyncio.Task[None] | None = None
        self._away = 0.0

    # For those who use it

    async def start(self) -> None:
        """Come in, and stay in until `stop`. Raises NotWelcome."""
        self._life = asyncio.create_task(self._live())
        ready = asyncio.create_task(self.until(lambda client: client.hellos > 0))
        await asyncio.wait({self._life, ready}, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if self._life.done():
            await self._life

    async def stop(self) -> None:
        """Leave for good."""
        if self._life is not None:
            self._life.cancel()
            with contextlib.suppress(asyncio.CancelledError, NotWelcome):
                await self._life
        await self._leave()

    def twin(self) -> Client:
        """The same browser on a new connection, that holds nothing yet."""
        return Client(self._address, self._code, self._audience, self._cookie)

    @property
    def digest(self) -> str:
        """Of all that this client holds, to compare with what the server says it should."""
        return digest_of(self.view.canonical(), self.mine.canonical())

    def cut(self, away: float = 0.0) -> None:
        """Lose the connection without a goodbye, and stay away for some seconds."""
        self._away = away
        if self._open:
            self._line.cut()

    def give(self, kind: str, *, id: str = "", **data: Any) -> Sent:
        """Put a command in the outbox; its outcome comes when it comes."""
        id = id or secrets.token_urlsafe(16)
        outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.outbox[id] = Sent(id, kind, data, time.monotonic(), outcome)
        self._stir.set()
        return self.outbox[id]

    async def do(self, kind: str, **data: Any) -> Outcome:
        """Give a command and wait for its outcome."""
        return await self.give(kind, **data).outcome

    async def write(self) -> None:
        """Say that somebody is typing here; nothing comes back."""
        await self._line.socket.emit("writing")

    async def until(self, condition: Callable[[Client], bool], seconds: float = 60) -> None:
        """Wait until something is so. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not condition(self):
                self._news.clear()
                await self._news.wait()

    async def ask(self, event: str, payload: Any, seconds: float = ANSWER_SECONDS) -> Any:
        """Send one event as it is and wait for the answer. Raises TimeoutError, ConnectionError."""
        reply = await self._line.ask(event, payload, seconds)
        self._seen(event, reply)
        return reply

    # Coming in and coming back

    async def _live(self) -> None:
        tries = 0
        while not self.bye:
            try:
                await self._come_in()
                tries = 0
                while self._open:
                    await self._work()
            except (ConnectionError, TimeoutError, SocketIOError):
                tries += 1
            finally:
                await self._leave()
            longest = min(LONGEST_BACKOFF, FIRST_BACKOFF * 2**tries)
            away, self._away = self._away, 0.0
            await asyncio.sleep(away + random.uniform(0, longest))  # noqa: S311 - not a secret

    async def _come_in(self) -> None:
        line = self._line = Line()
        connection = line.socket
        connection.on("patch", lambda payload: self._take(self.view, "patch", payload))
        connection.on("mine", lambda payload: self._take(self.mine, "mine", payload))
        connection.on("bye", self._on_bye)
        connection.on("presence", self._on_presence)
        connection.on("disconnect", lambda *_: self._on_lost(line))
        await connection.connect(
            f"{self._address}/?w={self._code}",
            headers={"Cookie": self._cookie},
            transports=["websocket"],
            wait_timeout=HELLO_SECONDS,
        )
        self._open = True
        await self._hello()

    async def _leave(self) -> None:
        self._open = False
        await self._line.leave()

    async def _hello(self) -> None:
        """Ask for what is missing. Patches that come before the answer are applied behind it."""
        self._greeting, self._behind = True, False
        hello = {
            "code": self._code,
            "audience": self._audience,
            "seq": self.view.seq,
            "epoch": self.epoch,
            "table": self._table,
        }
        try:
            reply = await self.ask("hello", hello, HELLO_SECONDS)
            if not reply["ok"]:
                raise NotWelcome(msgspec.convert(reply, Refused).error.code)
            self._welcomed(msgspec.convert(reply, Welcome))
        finally:
            self._greeting = False
            held, self._held = self._held, []
        for store, message in held:
            self._apply(store, message)
        self.hellos += 1
        self._news.set()

    def _welcomed(self, welcome: Welcome) -> None:
        if welcome.view is not None:
            self.view.become(welcome.seq, welcome.view)
        elif not all(self.view.take(message) for message in welcome.patches):
            self._behind = True  # cannot be, and asking again mends it
        self.view.seq = welcome.seq
        self.mine.become(welcome.seq, welcome.mine)
        if self.epoch and welcome.epoch != self.epoch:
            self.outbox = {**self.answered, **self.outbox}
        self.epoch, self.me = welcome.epoch, welcome.me
        me = self.mine.entities.get("me", {}).get(self.me, {})
        self._table = int(me.get("table", 0))

    # What comes in

    def _take(self, store: Store, event: str, payload: Any) -> None:
        self._seen(event, payload)
        message = msgspec.convert(payload, PatchMessage)
        if self._greeting:
            self._held.append((store, message))
        else:
            self._apply(store, message)

    def _apply(self, store: Store, message: PatchMessage) -> None:
        if not store.take(message):
            self._behind = True
            self._stir.set()
        self._news.set()

    def _on_presence(self, payload: Any) -> None:
        self._seen("presence", payload)
        self.presence = msgspec.convert(payload, Presence)
        self._news.set()

    def _on_bye(self, payload: Any) -> None:
        self._seen("bye", payload)
        if payload["reason"] in ("moved", "behind"):
            if payload["reason"] == "moved":
                self.view.seq = 0
            self._behind = True
            self._stir.set()
        else:
            self.bye = payload["reason"]
        self._news.set()

    def _on_lost(self, line: Line) -> None:
        if line is not self._line:
            return
        self._open = False
        line.lost()
        self._stir.set()
        self._news.set()

    # What goes out

    async def _work(self) -> None:
        """The next thing there is to do: catch up, or send what waits."""
        if self._behind:
            await self._hello()
        elif self.outbox:
            await self._flush()
        else:
            self._stir.clear()
            await self._stir.wait()

    async def _flush(self) -> None:
        batch = list(self.outbox.values())[:MAX_COMMANDS]
        reply = await self.ask("do", [sent.asked() for sent in batch])
        outcomes = msgspec.convert(reply, list[Outcome])
        for sent, outcome in zip(batch, outcomes, strict=True):
            if outcome.error is not None and outcome.error.code in NOT_STORED:
                continue
            self._settle(sent, outcome)
        if any(sent.id in self.outbox for sent in batch):
            await asyncio.sleep(random.uniform(0.2, 1.0))  # noqa: S311 - not a secret

    def _settle(self, sent: Sent, outcome: Outcome) -> None:
        del self.outbox[sent.id]
        self.answered[sent.id] = sent
        if not sent.outcome.done():
            self.latencies.append(time.monotonic() - sent.given)
            sent.outcome.set_result(outcome)
        self._news.set()
