"""The kettle when the database fails: nothing is answered with yes that is not stored."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from brouwerij.domain.commands import Actor, Command
from brouwerij.domain.snapshot import Still
from brouwerij.domain.views import Audience
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.store import log, snapshots
from brouwerij.store.snapshots import Snapshots
from tests.domain.test_snapshot import whole_of
from tests.store.conftest import an_app
from tests.support.server import let_go

LEADER = Actor("facilitator", "1")
PLAN = [{"kind": "ideas", "settings": {"silent": False}}]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    made = an_app(str(tmp_path))
    with made.app_context():
        yield made
    let_go(made)


@pytest.fixture
def kettle(app: Flask) -> Kettle:
    """A workshop with its one round open, Anna in it, and a projector that looks on."""
    row, made = rooms.create(None, {"title": "Proef", "question": "Hoe?", "plan": PLAN})
    assert made.ok
    found = rooms.kettle(row.code)
    joined = {"participant": "anna", "name": "Anna", "initiative": "CW Circa"}
    commands = [(rooms.SYSTEM, "participant.join", joined), (LEADER, "round.open", {"round": "r1"})]
    for actor, kind, data in commands:
        assert found.submit(actor, [rooms.command(kind, **data)])[0].ok
    with found.lock:
        found.welcome(Audience("projector"), "", 0, "")
    return found


@pytest.fixture
def sent(kettle: Kettle, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, Any]]:
    """What the kettle sends out from here on."""
    out: list[tuple[str, str, Any]] = []
    monkeypatch.setattr(kettle, "_emit", lambda *message: out.append(message))
    return out


def idea(text: str) -> Command:
    return rooms.command("idea.add", round="r1", text=text)


ANNA = Actor("participant", "anna")


def fail(*_: Any) -> None:
    raise OperationalError("the disk is full", None, Exception("the disk is full"))


def told(kettle: Kettle, sent: list[Any]) -> list[Any]:
    """What was sent out of all ticks that were answered."""
    with kettle.lock:
        return [message for _, event, message in sent if event == "patch"]


@pytest.mark.parametrize(
    "broken",
    [("append",), ("write_receipts",), ("lock",), ("append", "entries")],
    ids=["changes", "receipts", "lock", "reading back too"],
)
def test_tick_when_the_database_fails_then_nothing_happened(
    kettle: Kettle, sent: list[Any], monkeypatch: pytest.MonkeyPatch, broken: tuple[str, ...]
):
    head, rename = kettle.board.seq, Command("c-rename", "participant.rename", {"name": "Anneke"})
    with monkeypatch.context() as patched:
        for name in broken:
            patched.setattr(log, name, fail)
        for _ in range(2):
            results = kettle.submit(ANNA, [one := idea("Eén fonds"), rename])
            assert [r.refusal and r.refusal.code for r in results] == ["command.retry"] * 2
    assert told(kettle, sent) == []

    again = kettle.submit(ANNA, [one, rename])

    assert [(result.ok, result.seq) for result in again] == [(True, head + 1), (True, head + 2)]
    assert kettle.people["anna"].name == "Anneke"
    message = told(kettle, sent)[-1]
    assert (message.since, message.to) == (head, head + 2)
    assert list(message.set["ideas"]) == [one.id]
    kettle.reload()
    assert list(kettle.board.collections["ideas"]) == [one.id]


def test_welcome_when_the_database_failed_then_shows_nothing_that_is_not_stored(
    kettle: Kettle, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patched:
        for name in ("append", "entries"):
            patched.setattr(log, name, fail)
        kettle.submit(ANNA, [idea("Niet bewaard")])
        with kettle.lock, pytest.raises(OperationalError):
            kettle.welcome(Audience("facilitator"), "", 0, "")
    with kettle.lock:
        shown = msgspec.json.encode(kettle.welcome(Audience("facilitator"), "", 0, ""))
        assert "workshop" in msgspec.json.decode(shown)["view"]
        assert "ideas" not in msgspec.json.decode(shown)["view"]


def test_screens_when_the_board_was_read_back_then_hear_what_others_wrote(
    kettle: Kettle, sent: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = an_app(str(tmp_path))
    with other.app_context():
        assert rooms.kettle(kettle.code).submit(ANNA, [theirs := idea("Van elders")])[0].ok
    let_go(other)
    with monkeypatch.context() as patched:
        patched.setattr(log, "append", fail)
        kettle.submit(ANNA, [idea("Niet bewaard")])

    assert [list(message.set["ideas"]) for message in told(kettle, sent)] == [[theirs.id]]


def test_tick_when_another_process_wrote_then_takes_that_in_first(
    app: Flask, kettle: Kettle, tmp_path: Path
):
    """As a command-line tool does beside a running server."""
    other = an_app(str(tmp_path))
    with other.app_context():
        assert rooms.kettle(kettle.code).submit(ANNA, [idea("Van elders")])[0].ok
    let_go(other)

    result = kettle.submit(ANNA, [idea("Van hier")])[0]

    assert result.seq == kettle.board.seq
    texts = [i.text for i in kettle.board.collections["ideas"].values()]  # type: ignore[attr-defined]
    assert texts == ["Van elders", "Van hier"]


def test_kettle_when_closed_then_takes_no_more(kettle: Kettle):
    kettle.close()
    result = kettle.submit(ANNA, [idea("Te laat")])[0]
    assert result.refusal is not None
    assert result.refusal.code == "command.retry"
    assert not kettle.board.collections["ideas"]


def test_kettle_after_many_changes_then_opens_from_a_snapshot_as_the_same(
    kettle: Kettle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    written, read, write, entries = threading.Event(), [], Snapshots._write, log.entries

    def noting(self: Snapshots, still: Still) -> None:
        write(self, still)
        written.set()

    def reading(connection: Any, workshop: int, after: int = 0) -> Any:
        read.append(after)
        return entries(connection, workshop, after)

    monkeypatch.setattr(snapshots, "EVERY", kettle.board.seq + 3)
    monkeypatch.setattr(Snapshots, "_write", noting)
    monkeypatch.setattr(log, "entries", reading)
    for text in ("Koffie", "Thee", "Soep"):
        assert kettle.submit(LEADER, [rooms.command("message.show", text=text)])[0].ok
    assert written.wait(10)
    at = kettle.board.seq
    assert kettle.submit(ANNA, [idea("Erna")])[0].ok

    other = an_app(str(tmp_path))
    with other.app_context():
        opened = rooms.kettle(kettle.code)
        assert read == [at]
        assert opened.people == kettle.people
        assert whole_of(opened.board) == whole_of(kettle.board)
        assert opened.submit(LEADER, [rooms.command("undo")])[0].ok
        assert opened.board.workshop.message == "Thee"
    let_go(other)


def test_create_when_refused_then_leaves_no_workshop_behind(app: Flask):
    row, result = rooms.create(None, {"title": "", "question": "Hoe?", "plan": PLAN})
    assert not result.ok
    with pytest.raises(LookupError):
        rooms.kettle(row.code)
