"""One connection of a simulated phone: asking over it, and hearing that it went."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import Any

import socketio
from socketio.exceptions import SocketIOError


class Line:
    """A connection that is made once; who comes back takes another."""

    def __init__(self) -> None:
        self.socket = socketio.AsyncClient(reconnection=False)
        self._waiting: set[asyncio.Future[Any]] = set()

    async def ask(self, event: str, payload: Any, seconds: float) -> Any:
        """Send an event and wait for the answer. Raises TimeoutError, ConnectionError."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def answered(*args: Any) -> None:
            if not answer.done():
                answer.set_result(args[0] if args else None)

        self._waiting.add(answer)
        try:
            await self.socket.emit(event, payload, callback=answered)
            async with asyncio.timeout(seconds):
                return await answer
        except SocketIOError as error:
            raise ConnectionError(str(error)) from error
        finally:
            self._waiting.discard(answer)

    def cut(self) -> None:
        """Lose it without a goodbye."""
        wire = self.socket.eio.ws.get_extra_info("socket")
        with contextlib.suppress(OSError):
            wire.shutdown(socket.SHUT_RDWR)

    async def leave(self) -> None:
        """End it, if it was ever made."""
        with contextlib.suppress(ConnectionError, SocketIOError, OSError):
            await self.socket.disconnect()

    def lost(self) -> None:
        """It went: nobody waits for an answer over it any longer."""
        for answer in self._waiting:
            if not answer.done():
                answer.set_exception(ConnectionError("the connection went"))
