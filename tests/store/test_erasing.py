"""Erasing people, on both databases: what was planted is in no table and no file afterwards."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest
from flask import Flask
from sqlalchemy import MetaData, select

from brouwerij import clock
from brouwerij.cli import purge as command
from brouwerij.domain.board import fold
from brouwerij.domain.commands import Contact
from brouwerij.domain.dates import day_at
from brouwerij.domain.views import Audience
from brouwerij.extensions import db
from brouwerij.live import purging, rooms
from brouwerij.live.kettle import Kettle
from brouwerij.report.shapes import Edition
from brouwerij.store import erasing, log, shares, snapshots
from brouwerij.store.gate import writer
from brouwerij.store.models import FacilitatorLink, SnapshotRow
from brouwerij.store.snapshots import Snapshots
from tests.domain.test_snapshot import whole_of
from tests.store.lived import (
    ANNA,
    DAY,
    LEADER,
    STAYS,
    Lived,
)


@pytest.fixture
def lived(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Such a workshop, with a snapshot of its board as it was."""
    with app.test_request_context():
        made = Lived(app)
        monkeypatch.setattr(snapshots, "EVERY", 1)
        monkeypatch.setattr("brouwerij.aio.spawn", lambda work, *args: work(*args))
        Snapshots(writer(), made.id).keep(made.kettle.board)
        monkeypatch.undo()
        yield made


def stored(app: Flask) -> str:
    """All that is in the database, table by table; of SQLite also the bytes of its files."""
    db.session.remove()
    kept = MetaData()
    with db.engine.connect() as connection:
        kept.reflect(connection)
        rows = [repr(row) for t in kept.sorted_tables for row in connection.execute(select(t))]
    return "\n".join(rows)


def files(app: Flask) -> bytes:
    """The bytes of the database's files; none where somebody else keeps them."""
    url = db.engine.url
    if url.get_backend_name() != "sqlite":
        return b""
    return b"".join(path.read_bytes() for path in Path(url.database or "").parent.glob("*.db*"))


def found(planted: dict[str, str], text: str | bytes) -> set[str]:
    """Which of what was planted is in a text."""
    said = text if isinstance(text, bytes) else text.encode()
    return {name for name, what in planted.items() if what.encode() in said}


def test_purge_then_nothing_of_people_is_stored_and_the_outcome_is_as_it_was(
    app: Flask, lived: Lived
):
    assert found(lived.goes, stored(app)) == lived.goes.keys() - {"refused"}, "the control"
    public, own = lived.report(Edition.PUBLIC), lived.report(Edition.ORGANISER)
    assert {"phone", "who", "note"} <= found(lived.goes, own), "the control"

    assert purging.purge(lived.code)

    assert found(lived.goes, stored(app)) == set()
    assert found(STAYS, stored(app)) == STAYS.keys()
    assert lived.report(Edition.PUBLIC) == public
    assert found(lived.goes, lived.report(Edition.ORGANISER)) == set()
    assert writer().leave_no_trace()
    assert found(lived.goes, files(app)) == set()
    assert shares.by_token(db.session(), lived.report_link) is not None


def test_purge_then_the_log_tells_the_board_that_is_live(app: Flask, lived: Lived):
    purging.purge(lived.code)
    told = writer().run(lambda s: fold(log.entries(s.connection(), lived.id)))
    assert whole_of(told) == whole_of(lived.kettle.board)
    assert lived.kettle.people == {}
    [*_, last] = writer().run(lambda s: list(log.entries(s.connection(), lived.id)))
    assert last.change.kind == "workshop.purged"


def test_purge_then_who_looks_on_holds_no_names_and_nobody_can_add_any(lived: Lived):
    sent: list[str] = []
    lived.kettle._emit = lambda room, event, message: sent.append(repr(message))
    leader = Audience("facilitator")
    with lived.kettle.lock:
        before = lived.kettle.welcome(leader, "", 0, "")
        lived.kettle.welcome(Audience("participant"), ANNA.id, 0, "")
    assert found(lived.goes, bytes(cast(msgspec.Raw, before.view)))

    purging.purge(lived.code)

    assert any("participants" in message for message in sent), "the control: names went away"
    assert not found(lived.goes, "".join(sent))
    with lived.kettle.lock:
        behind = lived.kettle.welcome(leader, "", before.seq - 3, lived.kettle.epoch)
        assert not found(lived.goes, repr((behind, lived.kettle.sees(leader))))
    for actor, kind, data in (
        (ANNA, "participant.rename", {"name": "Anna"}),
        (LEADER, "workshop.resume", {}),
        (LEADER, "undo", {}),
        (rooms.SYSTEM, "workshop.purge", {}),
    ):
        [result] = lived.kettle.submit(actor, [rooms.command(kind, **data)])
        assert result.refusal is not None
        assert result.refusal.code == "workshop.purged"


def test_purge_at_another_worker_then_this_one_drops_what_it_holds(lived: Lived):
    source = writer()
    other = Kettle(lived.id, lived.code, lived.kettle.epoch, source, lambda *sent: None)
    assert other.people[ANNA.id].contact == Contact(
        lived.goes["contact"], lived.goes["email"], lived.goes["phone"], share=True
    )

    purging.purge(lived.code)
    other.catch_up()

    assert other.people == {}
    assert whole_of(other.board) == whole_of(lived.kettle.board)


def test_due_only_when_its_days_are_over(app: Flask, lived: Lived):
    for days, is_due in ((29, False), (30, True)):
        lived.ended_days_ago(days)
        due = writer().run(lambda s: erasing.due(s, clock.now()))
        assert (lived.code in {it.code for it in due}) == is_due
    assert lived.code in purging.purge_due()
    assert found(lived.goes, stored(app)) == set()
    assert purging.purge_due() == []


def test_due_when_nobody_ended_it_then_counts_from_what_happened_last(app: Flask):
    with app.test_request_context():
        about = {"title": "t", "question": "q", "plan": [{"kind": "ideas"}], "date": "2017-01-21"}
        row, _ = rooms.create(None, about)
        [it] = erasing.kept(db.session(), row.code)
        db.session.remove()
    today = datetime.date.fromisoformat(day_at(clock.now()))
    assert it.on == (today + datetime.timedelta(90)).isoformat()


def test_a_snapshot_that_was_on_its_way_is_not_kept(lived: Lived, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(snapshots, "EVERY", 1)
    waiting: list[Any] = []
    monkeypatch.setattr("brouwerij.store.snapshots.aio.spawn", lambda *work: waiting.append(work))
    Snapshots(writer(), lived.id).keep(lived.kettle.board)
    monkeypatch.undo()
    purging.purge(lived.code)
    for work, *args in waiting:
        work(*args)
    query = select(SnapshotRow.seq).where(SnapshotRow.workshop_id == lived.id)
    assert writer().run(lambda s: s.execute(query).all()) == []


def test_command_says_what_would_be_done_and_does_it_when_asked(
    app: Flask, lived: Lived, capsys: pytest.CaptureFixture[str]
):
    before = stored(app)

    def said(*, now: bool, dry: bool) -> tuple[int, str]:
        code = command._purge(lived.code, now=now, dry=dry, as_json=False)
        return code, capsys.readouterr().out

    on = day_at(clock.now() + 30 * DAY)
    for now, dry, what in ((False, True, f"on {on}"), (True, True, "due now"), (False, False, on)):
        code, told = said(now=now, dry=dry)
        assert (code, what in told, stored(app) == before) == (0, True, True), (now, dry)
    assert said(now=True, dry=False)[1].split() == [lived.code, "erased", "Gebleven", "titel"]
    assert found(lived.goes, stored(app)) == set()


def test_links_of_who_leads_stay_without_the_names_of_who_has_them(lived: Lived):
    purging.purge(lived.code)
    query = select(FacilitatorLink.label).where(FacilitatorLink.workshop_id == lived.id)
    assert writer().run(lambda s: list(s.scalars(query))) == ["", ""]
