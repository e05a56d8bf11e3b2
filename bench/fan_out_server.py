"""Brouwerij as it is served, and one event more: "go" broadcasts a message to a workshop's phones.

Only the bench serves this. "go" is handled as `do` is, and the message goes the way of every patch,
by `Sockets.emit` to the room of an audience. What it leaves out is what comes before, deciding and
committing, which the vote runs measure.
"""

from __future__ import annotations

import json
import os
from typing import Any, cast

from brouwerij import aio

aio.patch()

from brouwerij.cli._app import ready_app  # noqa: E402 - patching comes before all else
from brouwerij.cli.serve import listener_of, serve  # noqa: E402
from brouwerij.domain.views import Audience  # noqa: E402
from brouwerij.live import pace  # noqa: E402
from brouwerij.live.kettle import audience_room  # noqa: E402
from brouwerij.live.sockets import Sockets  # noqa: E402
from brouwerij.wire import PatchMessage  # noqa: E402


class Broadcast:
    """Sends the same content again and again, under the next position."""

    def __init__(self, sockets: Sockets, code: str, content: dict[str, Any], base: int) -> None:
        self._emit = sockets.emit
        self._room = audience_room(code, Audience("participant"))
        self._content = content
        self._at = base

    def __call__(self, *said: Any) -> None:
        message = PatchMessage(since=self._at, to=self._at + 1, set=self._content)
        self._at += 1
        self._emit(self._room, "patch", message)


def main() -> int:
    # One connection asks for all broadcasts, far more often than a person may.
    pace.PER_SECOND = pace.PER_MINUTE = 1_000_000_000
    settings = os.environ
    content = json.loads(settings["BENCH_SET"])
    app = ready_app()
    sockets = cast(Sockets, app.extensions["brouwerij_sockets"])
    broadcast = Broadcast(sockets, settings["BENCH_CODE"], content, int(settings["BENCH_BASE"]))
    sockets.lines.on("go", broadcast, at_once=True)
    listener = listener_of(app)
    return serve(app, listener) if listener else 1


if __name__ == "__main__":
    raise SystemExit(main())
