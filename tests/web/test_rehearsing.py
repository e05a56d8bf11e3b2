"""An organiser practises in a copy of a workshop; nothing of it is left, and the workshop stays."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, inspect, select

from brouwerij import clock
from brouwerij.domain.board import Board
from brouwerij.extensions import db
from brouwerij.live import rehearsals
from brouwerij.store import workshops
from brouwerij.store.models import WorkshopRow
from tests.web.browser import Browser, Form
from tests.web.conftest import Make

LISTENS = "import sys; sys.stdin.read()"


@pytest.fixture
def crowds(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The people that were let in: processes that only wait until they may go."""
    let_in: list[subprocess.Popen[bytes]] = []

    def crowd(setting: bytes) -> subprocess.Popen[bytes]:
        let_in.append(subprocess.Popen([sys.executable, "-c", LISTENS], stdin=subprocess.PIPE))
        return let_in[-1]

    monkeypatch.setattr(rehearsals, "_let_in", crowd)
    return let_in


def rehearsal_of(code: str) -> WorkshopRow | None:
    row = workshops.by_code(db.session(), code)
    assert row is not None
    return workshops.rehearsal_of(db.session(), row.id)


def rows_of(workshop: int) -> int:
    """How many rows of any table belong to a workshop."""
    tables = [it for it in db.metadata.sorted_tables if "workshop_id" in it.c]
    assert {it.name for it in tables} < set(inspect(db.engine).get_table_names())
    counts = [
        select(func.count()).select_from(t).where(t.c.workshop_id == workshop) for t in tables
    ]
    return sum(db.session.scalar(count) or 0 for count in counts)


def test_rehearsal_is_a_copy_of_the_plan_and_leaves_nothing_behind(
    site: Flask,
    organiser: Browser,
    make: Make,
    board: Callable[[str], Board],
    crowds: list[subprocess.Popen[bytes]],
):
    code = make("Landelijke dag")
    before = board(code)
    begin = organiser.open(f"/sessies/{code}").form(action=f"/sessies/{code}/oefenen")
    for _ in range(2):  # a second tap finds the same one
        page = organiser.send(begin)
    with site.app_context():
        row = rehearsal_of(code)
        assert row is not None
        assert rows_of(row.id) > 0
    copy = board(row.code)
    assert copy.workshop.rehearsal
    assert copy.workshop.title == "Oefening: Landelijke dag"
    assert [(r.kind, r.minutes) for r in copy.rounds] == [
        (r.kind, r.minutes) for r in before.rounds
    ]
    assert row.code in page.words
    assert "Niets gevonden" in organiser.open("/sessies?zoek=oefening").words
    assert "Dit is een oefening" in organiser.open(f"/{row.code}/begeleiding").words

    page = organiser.send(page.form(action=f"/sessies/{code}/oefenen/stop"))
    assert "De oefening is gewist" in page.words
    assert [crowd.poll() for crowd in crowds] == [0]
    with site.app_context():
        assert rehearsal_of(code) is None
        assert rows_of(row.id) == 0
        assert workshops.by_code(db.session(), row.code) is None
    assert board(code).workshop == before.workshop
    assert board(code).seq == before.seq


def test_what_is_said_of_a_rehearsal_stands_where_one_arrives(
    organiser: Browser, make: Make, crowds: list[subprocess.Popen[bytes]], lead: Callable[..., None]
):
    home = f"/sessies/{make('Landelijke dag')}"

    def arrives(form: Form) -> str:
        return organiser.client.post(form.action, data=form.fields).location or ""

    begin = organiser.open(home).form(f"{home}/oefenen")
    assert arrives(begin) == f"{home}#oefenen"
    assert arrives(organiser.open(home).form(f"{home}/oefenen/stop")) == home
    assert "De oefening is gewist" in organiser.open(home).words
    lead(home.rpartition("/")[2], "round.open", round="r1")
    assert arrives(begin) == home
    assert "Oefenen kan tot de middag begint." in organiser.open(home).words
    assert [crowd.poll() for crowd in crowds] == [0]


def test_rehearsal_ends_by_itself_after_an_hour(
    site: Flask,
    organiser: Browser,
    make: Make,
    crowds: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
):
    code = make("Landelijke dag")
    organiser.send(organiser.open(f"/sessies/{code}").form(action=f"/sessies/{code}/oefenen"))
    now = clock.now()
    with site.app_context():
        rehearsals.end_old()
        assert rehearsal_of(code) is not None
        monkeypatch.setattr(clock, "now", lambda: now + rehearsals.LASTS + 1)
        rehearsals.end_old()
        db.session.rollback()
        assert rehearsal_of(code) is None
    assert [crowd.poll() for crowd in crowds] == [0]


def test_rehearsal_is_for_whose_workshop_it_is(
    site: Flask, organiser: Browser, stranger: Browser, make: Make
):
    code = make("Landelijke dag")
    form = organiser.open(f"/sessies/{code}").form(action=f"/sessies/{code}/oefenen")
    form.fields["csrf_token"] = stranger.open("/sessies/nieuw").form().fields["csrf_token"]
    assert stranger.send(form).status == 404
    with site.app_context():
        assert rehearsal_of(code) is None
