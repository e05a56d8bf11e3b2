"""Who is shown out at the door, and what is told of it, without a server."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from brouwerij.live.closed import Closed
from brouwerij.live.door import STRANGER_SECONDS, Door


def test_who_never_says_hello_is_shown_out_after_a_while():
    gone: list[str] = []

    def engine(sid: str, waiting: int = 0) -> Any:
        return SimpleNamespace(
            sid=sid,
            queue=SimpleNamespace(qsize=lambda: waiting),
            close=lambda wait: gone.append(sid),
            handle_post_request=lambda environ: None,
        )

    handlers = dict.fromkeys(("connect", "message", "disconnect"), lambda *args: None)
    eio = SimpleNamespace(
        sockets={
            "stranger": engine("stranger"),
            "known": engine("known"),
            "full": engine("full", 999),
        },
        handlers=handlers,
        on=handlers.__setitem__,
        _async={"websocket": object},
    )
    door = Door(SimpleNamespace(eio=eio), lambda sid: sid == "known")  # type: ignore[arg-type]
    door._looking = True
    for sid in ("stranger", "known"):
        handlers["connect"](sid, {})
    came = door._since["stranger"]

    door.look(came + STRANGER_SECONDS - 1)
    assert gone == ["full"]
    door.look(came + STRANGER_SECONDS + 1)
    assert gone == ["full", "stranger", "full"]


def test_closed_when_somebody_comes_back_all_the_time_then_it_is_a_line_a_minute(caplog: Any):
    closed = Closed()
    for second in range(100):
        closed.tell("192.0.2.1", "it never said hello", second)
        closed.look(second)
    closed.tell("192.0.2.2", "it sent what is no packet", 100)
    closed.look(200)
    assert [record.getMessage() for record in caplog.records] == [
        "a connection was closed: it never said hello",
        "59 more connections were closed in that minute, from 1 address",
        "a connection was closed: it never said hello",
        "a connection was closed: it sent what is no packet",
        "39 more connections were closed in that minute, from 1 address",
    ]
