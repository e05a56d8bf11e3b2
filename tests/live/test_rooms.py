"""Workshops that nobody uses leave memory, and are as they were when somebody comes back."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask import Flask

from brouwerij import aio, identity
from brouwerij.cli import serve
from brouwerij.domain.commands import Actor, Command
from brouwerij.domain.views import Audience
from brouwerij.extensions import socketio
from brouwerij.live import poke, rooms
from brouwerij.live.kettle import Kettle
from brouwerij.live.lines import Caller
from brouwerij.live.rooms import Rooms
from tests.store.conftest import an_app
from tests.support.server import let_go

ANNA, LEADER = Actor("participant", "anna"), Actor("facilitator", "1")
IDLE = 15 * 60.0
PLAN = [{"kind": "ideas", "settings": {"silent": False}}]


class Clock:
    """The time, which goes on when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    made = an_app(str(tmp_path))
    with made.app_context():
        yield made
    let_go(made)


@pytest.fixture
def time(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(app.extensions["brouwerij_rooms"], "_clock", clock)
    return clock


@pytest.fixture
def sweep_after(app: Flask, time: Clock) -> Callable[[float], None]:
    """Have so many seconds go by, and then look which kettles are idle."""

    def sweep(seconds: float) -> None:
        time.now += seconds
        app.extensions["brouwerij_rooms"].sweep()

    return sweep


@pytest.fixture
def code(app: Flask, time: Clock) -> str:
    """A workshop with its one round open and Anna in it."""
    row, made = rooms.create(None, {"title": "Proef", "question": "Hoe?", "plan": PLAN})
    assert made.ok
    joined = {"participant": "anna", "name": "Anna", "initiative": "CW Circa"}
    give(row.code, rooms.SYSTEM, rooms.command("participant.join", **joined))
    give(row.code, LEADER, rooms.command("round.open", round="r1"))
    return row.code


def give(code: str, actor: Actor, asked: Command) -> None:
    assert rooms.kettle(code).submit(actor, [asked])[0].ok


def idea(text: str) -> Command:
    return rooms.command("idea.add", round="r1", text=text)


def settled(kettle: Kettle) -> weakref.ref[Kettle]:
    """A kettle that has shown all it has, by a reference that does not hold it."""
    while kettle.busy:
        aio.sleep(0.001)
    return weakref.ref(kettle)


def gone(kettle: weakref.ref[Kettle]) -> bool:
    gc.collect()
    return kettle() is None


class Phone:
    """Anna's phone, in the same process."""

    def __init__(self, app: Flask, code: str) -> None:
        value = identity.participant_value(code, "anna")
        cookie = f"{identity.participant_cookie(code)}={value}"
        self._code = code
        self._sockets = app.extensions["brouwerij_sockets"]
        self._line = socketio.test_client(app, headers={"Cookie": cookie})

    def hello(self, **holds: Any) -> Any:
        sid = self._sockets.server.manager.sid_from_eio_sid(self._line.eio_sid, "/")
        answers: list[bytes] = []
        asked = {"code": self._code, "audience": "participant", **holds}
        self._sockets._hello(Caller(sid, answers.append), asked)
        return msgspec.json.decode(answers[0])

    def leave(self) -> None:
        self._line.disconnect()


def welcome(kettle: Kettle, seq: int = 0, epoch: str = "") -> Any:
    with kettle.lock:
        shown = kettle.welcome(Audience("participant"), "anna", seq, epoch)
    return msgspec.json.decode(msgspec.json.encode(shown))


def test_idle_kettle_when_swept_then_is_garbage(code, sweep_after):
    kettle = settled(rooms.kettle(code))
    sweep_after(IDLE - 1)
    assert not gone(kettle)
    sweep_after(1)
    assert gone(kettle)


def test_kettle_when_asked_for_then_stays_as_long_again(code, sweep_after):
    kettle = settled(rooms.kettle(code))
    sweep_after(IDLE - 1)
    rooms.kettle(code)
    sweep_after(IDLE - 1)
    assert not gone(kettle)


def test_many_workshops_when_nobody_uses_them_then_take_no_memory(code, sweep_after):
    opened = []
    for _ in range(20):
        row, _ = rooms.create(None, {"title": "Proef", "question": "Hoe?", "plan": PLAN})
        opened.append(settled(rooms.kettle(row.code)))
    sweep_after(IDLE)
    assert all(gone(kettle) for kettle in opened)


def test_phone_that_comes_back_to_a_workshop_that_was_let_go_then_misses_nothing(
    app, code, sweep_after
):
    give(code, ANNA, idea("Van vroeger"))
    phone = Phone(app, code)
    first = phone.hello()
    phone.leave()
    was = settled(rooms.kettle(code))
    sweep_after(IDLE)
    assert gone(was)

    phone = Phone(app, code)
    again = phone.hello(seq=first["seq"], epoch=first["epoch"])
    assert (again["view"], again["patches"]) == (None, [])
    assert (again["epoch"], again["seq"], again["mine"]) == (
        first["epoch"],
        first["seq"],
        first["mine"],
    )
    fresh = phone.hello()
    assert fresh["view"] == first["view"]
    phone.leave()


def test_phone_that_missed_something_before_it_was_let_go_then_gets_the_whole_view(
    code, sweep_after
):
    held = welcome(rooms.kettle(code))
    give(code, ANNA, missed := idea("Gemist"))
    settled(rooms.kettle(code))
    sweep_after(IDLE)

    again = welcome(rooms.kettle(code), held["seq"], held["epoch"])

    assert missed.id in again["view"]["ideas"]
    assert missed.id in again["mine"]["ideas"]


def test_command_that_is_sent_again_after_the_kettle_went_then_took_effect_once(code, sweep_after):
    asked = idea("Eén keer")
    first = rooms.kettle(code).submit(ANNA, [asked])
    settled(rooms.kettle(code))
    sweep_after(IDLE)

    assert rooms.kettle(code).submit(ANNA, [asked]) == first
    assert len(rooms.kettle(code).board.collections["ideas"]) == 1


def test_kettle_when_somebody_is_connected_then_stays_and_so_a_while_after(app, code, sweep_after):
    phone = Phone(app, code)
    phone.hello()
    kettle = settled(rooms.kettle(code))
    sweep_after(2 * IDLE)
    assert not gone(kettle)
    phone.leave()
    sweep_after(IDLE - 1)
    assert not gone(kettle), "bad Wi-Fi would cost the whole room its patches"
    sweep_after(1)
    assert gone(kettle)


def test_kettle_when_commands_are_under_way_then_stays(code, sweep_after):
    kettle = rooms.kettle(code)
    answers: list[Any] = []
    with kettle.lock:
        kettle.offer(ANNA, [idea("Onderweg")], "anna", answers.append)
        assert kettle.busy
        sweep_after(2 * IDLE)
    assert rooms.holds(kettle)
    settled(kettle)
    assert answers[0][0].ok
    sweep_after(0)
    assert not rooms.holds(kettle)


def test_kettle_that_was_let_go_then_tells_who_still_has_it_to_try_again(code, sweep_after):
    kettle = rooms.kettle(code)
    settled(kettle)
    sweep_after(IDLE)
    refused = kettle.submit(ANNA, [asked := idea("Te laat")])[0].refusal
    assert refused is not None
    assert refused.code == "command.retry"
    give(code, ANNA, asked)


def test_hello_when_the_kettle_goes_meanwhile_then_comes_in_at_the_new_one(
    app, code, sweep_after, monkeypatch
):
    settled(rooms.kettle(code))
    found, handed = rooms.kettle, []

    def hand_out(asked: str) -> Kettle:
        kettle = found(asked)
        handed.append(kettle)
        if len(handed) == 1:
            sweep_after(IDLE)
        return kettle

    monkeypatch.setattr(rooms, "kettle", hand_out)
    phone = Phone(app, code)
    welcomed = phone.hello()

    assert welcomed["me"] == "anna"
    assert len(handed) == 2
    assert not rooms.holds(handed[0])
    assert rooms.holds(handed[1])
    sweep_after(2 * IDLE)
    assert rooms.holds(handed[1]), "it knows that Anna is connected"
    phone.leave()


def test_poke_while_a_kettle_is_brought_in_then_is_not_lost(tmp_path, code, app, monkeypatch):
    listening: list[Callable[[str], None]] = []

    def start(url: str, poked: Callable[[str], None], *_: str) -> Callable[[str], None]:
        listening.append(poked)
        return lambda code: None

    monkeypatch.setattr(poke, "start", start)
    worker = Rooms(
        app, lambda *_: None, "redis://", connected=lambda code: False, idle=IDLE, clock=Clock()
    )
    read = Kettle.reload

    def read_and_then_others_write(kettle: Kettle) -> None:
        read(kettle)
        give(code, ANNA, idea("Van elders"))
        listening[0](code)

    monkeypatch.setattr(Kettle, "reload", read_and_then_others_write)
    ideas = worker.kettle(code).board.collections["ideas"].values()
    assert [one.text for one in ideas] == ["Van elders"]


def test_server_when_it_serves_then_sweeps(app, code, monkeypatch):
    class Swept(Exception):
        pass

    def sweep(_: Rooms) -> None:
        raise Swept

    beside: list[Callable[[], None]] = []
    monkeypatch.setattr(Rooms, "sweep", sweep)
    monkeypatch.setattr(aio, "spawn", beside.append)
    monkeypatch.setattr(aio, "sleep", lambda seconds: None)
    monkeypatch.setattr(aio, "serve", lambda *_, **__: None)
    monkeypatch.setattr(serve, "spare_the_collector", lambda: None)
    serve.serve(app, None)  # type: ignore[arg-type]
    with pytest.raises(Swept):
        beside[0]()
