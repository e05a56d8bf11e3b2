"""Erasing people, on both databases: what was planted is in no table and no file afterwards."""

from __future__ import annotations

import datetime
from itertools import count
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest
from flask import Flask
from sqlalchemy import MetaData, select, update

from brouwerij import clock
from brouwerij.cli import purge as command
from brouwerij.domain.board import fold
from brouwerij.domain.commands import Actor, Contact
from brouwerij.domain.dates import day_at
from brouwerij.domain.views import Audience
from brouwerij.extensions import db
from brouwerij.live import purging, rooms
from brouwerij.live.kettle import Kettle
from brouwerij.report.exporting import export
from brouwerij.report.shapes import Edition
from brouwerij.store import erasing, log, shares, snapshots, workshops
from brouwerij.store.gate import writer
from brouwerij.store.models import FacilitatorLink, SnapshotRow, WorkshopRow
from brouwerij.store.snapshots import Snapshots
from tests.domain.test_snapshot import whole_of

DAY = 24 * 60 * 60 * 1000
LEADER = Actor("organiser", "1")
ANNA, BRAM = Actor("participant", "person-anna-01"), Actor("participant", "person-bram-01")
NUMBERS = count(101)


def planted() -> dict[str, str]:
    """What has to go, another for each workshop: they share a database."""
    n = next(NUMBERS)
    return {
        "name": f"Geplante Bram {n}",
        "renamed": f"Geplante Anneke {n}",
        "guest": f"Geplante Gerda {n}",
        "contact": f"Geplante Bakker {n}",
        "email": f"geplant{n}@tuin.example",
        "phone": f"06 13579{n}",
        "introduced": f"Geplante Kennis {n}",
        "reachable": f"kennis{n}@tuin.example",
        "note": f"Geplante notitie over Wies {n}",
        "message": f"Geplant bericht voor Bas {n}",
        "first_who": f"Geplante Piet en {n}",
        "who": f"Geplante Jan en Mies {n}",
        "label": f"Geplante Begeleider {n}",
        "refused": f"geplant-bij-vergissing{n}@",
    }


STAYS = {"idea": "Een gebleven kas", "theme": "Gebleven thema", "goal": "Gebleven doel"}
KINDS = ("introductions", "ideas", "clustering", "elaboration", "workgroups")
PLAN = [{"kind": kind} for kind in KINDS]
MEET, IDEAS, CLUSTER, ELABORATE, GROUPS = (f"r{n}" for n in range(1, 6))


class Lived:
    """A workshop that was lived through in an app, with something planted wherever people write."""

    def __init__(self, app: Flask) -> None:
        about = {
            "title": "Gebleven titel",
            "question": "Hoe?",
            "plan": PLAN,
            "retention": 30,
            "tables": 2,
        }
        row, result = rooms.create(None, about)
        assert result.ok, result.refusal
        self.app, self.code, self.id = app, row.code, row.id
        self.kettle: Kettle = rooms.kettle(row.code)
        self.goes = planted()
        self.live()

    def do(self, actor: Actor, kind: str, **data: Any) -> str:
        asked = rooms.command(kind, **data)
        [result] = self.kettle.submit(actor, [asked])
        assert result.ok, (kind, result.refusal)
        return asked.id

    def live(self) -> None:
        for who, name, origin in ((ANNA, "Anna", "Hof"), (BRAM, self.goes["name"], "Nest")):
            data = {"participant": who.id, "name": name, "initiative": origin}
            self.do(rooms.SYSTEM, "participant.join", **data)
        self.do(ANNA, "participant.rename", name=self.goes["renamed"])
        self.do(LEADER, "guest.add", initiative="Hof", names=[self.goes["guest"]])
        self.do(LEADER, "message.show", text=self.goes["message"])
        self.do(LEADER, "note.write", round=MEET, text=self.goes["note"])
        self.meet()
        self.do(LEADER, "round.open", round=IDEAS)
        self.do(ANNA, "idea.add", round=IDEAS, text=STAYS["idea"])
        self.do(LEADER, "round.open", round=CLUSTER)
        theme = self.do(LEADER, "theme.add", round=CLUSTER, name=STAYS["theme"])
        self.work_out(theme)
        self.sign_up(theme)
        source = writer()
        source.run(lambda s: workshops.add_link(s, self.id, self.goes["label"], clock.now()))
        self.report_link = source.run(
            lambda s: shares.share(s, self.id, "public", "2099-12-31", clock.now())
        )
        self.do(LEADER, "workshop.end")

    def meet(self) -> None:
        self.do(LEADER, "round.open", round=MEET)
        need = self.do(BRAM, "point.add", round=MEET, sort="bottleneck", text="Geen grond")
        self.do(ANNA, "tap.set", round=MEET, point=need, sort="help", on=True)
        self.do(
            BRAM, "wish.give", round=MEET, need=need, offer=self.initiative(ANNA), consent=True,
            name=self.goes["introduced"], email=self.goes["reachable"],
        )  # fmt: skip

    def initiative(self, actor: Actor) -> str:
        return self.kettle.board.participants[actor.id].initiative

    def work_out(self, theme: str) -> None:
        self.do(LEADER, "round.open", round=ELABORATE)
        self.do(LEADER, "card.take", round=ELABORATE, theme=theme, table=1)
        for who in (self.goes["first_who"], self.goes["who"]):
            card = f"{ELABORATE}:{theme}"
            self.do(LEADER, "card.write", round=ELABORATE, card=card, field="who", text=who)

    def sign_up(self, theme: str) -> None:
        self.do(LEADER, "round.open", round=GROUPS)
        group = f"{GROUPS}:{theme}"
        self.do(
            LEADER, "group.plan", round=GROUPS, group=group, goal=STAYS["goal"], first_step="Bellen"
        )
        wrong = rooms.command(
            "group.join", round=GROUPS, group=group, role="lead", consent=True, share=True,
            name=self.goes["contact"], email=self.goes["refused"],
        )  # fmt: skip
        assert not self.kettle.submit(ANNA, [wrong])[0].ok
        self.do(
            ANNA, "group.join", round=GROUPS, group=group, role="lead", consent=True, share=True,
            name=self.goes["contact"], email=self.goes["email"], phone=self.goes["phone"],
        )  # fmt: skip

    def report(self, edition: Edition) -> bytes:
        """The report as a file in which all that is told stands as it was written."""
        return export(self.kettle.board, self.kettle.people, "md", edition, "nl", 0, self.code)

    def ended_days_ago(self, days: int) -> None:
        """Have it be so long ago that it ended."""
        at = clock.now() - days * DAY
        of_it = update(WorkshopRow).where(WorkshopRow.id == self.id)
        writer().run(lambda s: s.execute(of_it.values(ended_at=at)))


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
