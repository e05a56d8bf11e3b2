"""A copy of a workshop: what comes along, and what does not."""

from __future__ import annotations

import io
from collections.abc import Callable

from flask import Flask

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Idea
from brouwerij.extensions import db
from brouwerij.live import rooms
from brouwerij.store import logos, workshops
from brouwerij.store.gate import write
from tests.web.browser import Browser, Page
from tests.web.conftest import Make
from tests.web.test_appearance import png

See = Callable[[str], Board]


def copied(browser: Browser, code: str) -> Page:
    """Press the button, and be at the form of the copy."""
    return browser.send(browser.open(f"/sessies/{code}").form(f"/sessies/{code}/kopie"))


def code_of(page: Page) -> str:
    return page.path.split("/")[2]


def test_copy_has_the_plan_and_none_of_the_people_and_what_they_said(
    organiser: Browser, phone: Browser, make: Make, join: Callable[..., Page],
    lead: Callable[..., None], board: See,
):  # fmt: skip
    about = {"question": "Hoe verder?", "language": "en", "anonymous": True, "retention": "30"}
    code = make("Landelijke dag", tables="4", date="2017-01-21", initiatives="CW Circa", **about)
    join(phone, code, initiative="CW Circa")
    lead(code, "round.open", round="r1")
    lead(code, "idea.add", round="r1", text="Samen één fonds")
    before = board(code)

    page = copied(organiser, code)

    assert "De kopie staat klaar" in page.words
    assert page.path.endswith("/gegevens"), "its name and day are the next thing to choose"
    made = board(code_of(page))
    it = made.workshop
    assert (it.title, it.date, it.stage) == ("Landelijke dag (kopie)", "", "soon")
    assert (it.question, it.language, it.anonymous) == ("Hoe verder?", "en", True)
    assert (it.tables, it.retention) == (4, 30)
    assert [i.name for i in made.initiatives.values()] == ["CW Circa"]
    assert [(r.kind, r.minutes, r.settings, r.status) for r in made.rounds] == [
        (r.kind, r.minutes, r.settings, "planned") for r in before.rounds
    ]
    assert before.participants
    assert not made.participants
    assert before.all(Idea)
    assert not made.all(Idea)
    assert code_of(page) != code
    assert board(code).seq == before.seq


def test_copy_of_a_long_title_keeps_saying_that_it_is_one(
    organiser: Browser, make: Make, board: See
):
    page = copied(organiser, make("w" * 80))
    assert board(code_of(page)).workshop.title == "w" * 72 + " (kopie)"


def test_copy_keeps_its_logo_when_the_first_one_goes(
    site: Flask, organiser: Browser, make: Make, board: See
):
    code = make("Het Nest")
    form = organiser.open(f"/sessies/{code}/uiterlijk").form()
    organiser.send(form, file=(io.BytesIO(png()), "logo.png"), accent="#2f6b3c")
    made = code_of(copied(organiser, code))
    look = board(made).workshop
    assert look.logo
    assert look.accent == "#2f6b3c"
    with site.app_context():
        row = workshops.by_code(db.session(), code)
        assert row is not None
        rooms.remove(row)
        assert write(lambda session: logos.by_hash(session, look.logo))


def test_who_has_only_the_link_of_a_workshop_may_copy_it_and_prepare_the_copy(
    site: Flask, visitor: Browser, board: See
):
    with site.test_request_context():
        about = {"title": "Van de regel", "question": "Hoe?", "plan": [{"kind": "ideas"}]}
        row, _ = rooms.create(None, about)
    with visitor.client.session_transaction() as kept:
        kept["held"] = [row.code]
    page = copied(visitor, row.code)
    assert page.status == 200
    assert "eigen sjabloon" not in visitor.open(f"/sessies/{row.code}").words, (
        "that needs an account"
    )
    assert visitor.open(f"/sessies/{code_of(page)}").status == 200
    assert visitor.open(f"/sessies/{row.code}/sjabloon").status == 403


def test_copy_is_for_whose_workshop_it_is(organiser: Browser, stranger: Browser, make: Make):
    code = make("Van mij")
    form = organiser.open(f"/sessies/{code}").form(f"/sessies/{code}/kopie")
    form.fields["csrf_token"] = stranger.open("/sessies/nieuw").form().fields["csrf_token"]
    assert stranger.send(form).status == 404
    assert "Van mij" not in stranger.open("/sessies").words
