"""The list of workshops: seeking, filtering, paging, and putting away what is done with."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from brouwerij import clock
from brouwerij.domain.board import Board
from brouwerij.domain.plans import SHORT_VOTE
from brouwerij.extensions import db
from brouwerij.live import purging, rooms
from brouwerij.store import erasing, workshops
from brouwerij.store.gate import write
from brouwerij.store.models import ChangeRow, Organiser
from brouwerij.web.listing import FEW, PAGE
from tests.web.browser import Browser, Page
from tests.web.conftest import Make

DAY = 24 * 60 * 60 * 1000
ROUNDS = [{"kind": round.kind} for round in SHORT_VOTE.rounds]
Fill = Callable[..., list[str]]


def titles(page: Page) -> list[str]:
    """The titles of the workshops on a page, in order."""
    return re.findall(r'<h2 id="title-\w+"><a [^>]+><bdi>([^<]+)</bdi>', page.html)


def filters(page: Page) -> dict[str, int]:
    """The filters that are offered, with their counts."""
    found = [text.rpartition(" ") for path, text in page.links.items() if "toon=" in path]
    return {name: int(count) for name, _, count in found if count.isdecimal()}


@pytest.fixture
def someone(site: Flask) -> tuple[int, Browser]:
    """An organiser without workshops, signed in, and their id."""

    def sign_up(session: Session) -> int:
        made = Organiser(email=f"{rooms.new_id()}@x.example", password="h", created_at=1)
        session.add(made)
        session.flush()
        return made.id

    with site.app_context():
        id = write(sign_up)
    browser = Browser(site)
    with browser.client.session_transaction() as kept:
        kept["organiser"] = id
    return id, browser


@pytest.fixture
def fill(site: Flask, someone: tuple[int, Browser]) -> Fill:
    """Make workshops with these titles, the last one the newest; their codes."""

    def filled(*titles: str, question: str = "Hoe dan?") -> list[str]:
        about = {"question": question, "plan": ROUNDS}
        with site.app_context():
            return [rooms.create(someone[0], about | {"title": t})[0].code for t in titles]

    return filled


@pytest.fixture
def them(someone: tuple[int, Browser]) -> Browser:
    return someone[1]


def test_few_workshops_are_found_by_looking(them: Browser, fill: Fill):
    fill(*(f"Dag {n}" for n in range(FEW)))
    assert "Zoek" not in them.open("/sessies").words
    fill("Nog een")
    page = them.open("/sessies")
    assert "Zoek in naam, vraag of code" in page.words
    assert page.attributes["zoek"]["value"] == ""


def test_search_finds_words_of_title_and_question_however_they_are_typed(them: Browser, fill: Fill):
    codes = fill(
        "Dag van de wooncoöperaties", "Ledenvergadering", question="Hoe verdelen we één dag?"
    )
    fill(*"abcd", question="Wat nu?")
    form = them.open("/sessies").form()

    def found(words: str) -> list[str]:
        return titles(them.send(form, zoek=words))

    assert found("") == [*"dcba", "Ledenvergadering", "Dag van de wooncoöperaties"]
    assert found("  WOONCOOPERATIES dag ") == ["Dag van de wooncoöperaties"]
    assert found("een dag") == ["Ledenvergadering", "Dag van de wooncoöperaties"]
    assert found(f"{codes[1][:3].lower()}-{codes[1][3:]}") == ["Ledenvergadering"]
    assert found("100%_") == []


def test_search_says_how_many_were_found_and_what_to_do_when_none_was(them: Browser, fill: Fill):
    fill(*(f"Dag {n}" for n in range(FEW)), "Feest")
    page = them.open("/sessies?zoek=dag")
    assert "5 sessies gevonden voor “dag”" in page.words
    assert page.words.count("5 sessies gevonden voor") == 2, "in the title of the page too"
    page = them.open("/sessies?zoek=" + quote("<b>zeep & kist"))
    assert titles(page) == []
    assert "Niets gevonden voor “<b>zeep & kist”" in page.words
    assert "Zoek op een woord uit de naam" in page.words
    assert titles(them.open(next(p for p, t in page.links.items() if t == "Wis het zoeken")))


def test_filters_count_what_is_under_them_and_keep_what_was_sought(
    them: Browser, fill: Fill, lead: Callable[..., None]
):
    now, ended, *_, other = fill("Dag A", "Dag B", "Dag C", "Dag D", "Dag E", "Feest")
    lead(now, "round.open", round="r1")
    lead(ended, "workshop.end")
    lead(other, "workshop.end")
    page = them.open("/sessies?zoek=dag")
    assert page.links["/sessies?zoek=dag"] == "Alle 5"
    assert filters(page) == {"Nu bezig": 1, "Nog niet begonnen": 3, "Afgelopen": 1}
    page = them.open("/sessies?zoek=dag&toon=ended")
    assert titles(page) == ["Dag B"]
    assert 'aria-current="true">Afgelopen' in page.html
    assert titles(them.send(page.form(), zoek="")) == ["Feest", "Dag B"]
    page = them.open("/sessies?zoek=feest&toon=now")
    assert page.links["/sessies?zoek=feest"] == "Zoek in alle sessies (1)"


def test_pages_hold_twenty_each_and_every_workshop_once(
    them: Browser, fill: Fill, lead: Callable[..., None]
):
    made = [f"Nummer {n:02}" for n in range(2 * PAGE + 5)]
    codes = fill(*made)
    lead(codes[0], "round.open", round="r1")
    seen, page = [], them.open("/sessies")
    assert f"1 tot en met 20 van {len(made)} sessies" in page.words
    for _ in range(3):
        seen.append(titles(page))
        onward = [path for path, text in page.links.items() if text == "Volgende"]
        page = them.open(onward[0]) if onward else page
    assert [len(it) for it in seen] == [PAGE, PAGE, 5]
    assert list(chain(*seen)) == [made[0], *reversed(made[1:])]
    assert "Bladzijde 3 van 3" in page.words
    assert page.links["/sessies?blad=2"] == "Vorige"
    for odd, nearest in (("99", seen[2]), ("0", seen[0]), ("-3", seen[0]), ("x", seen[0])):
        assert titles(them.open(f"/sessies?blad={odd}&toon=iets")) == nearest


@contextmanager
def statements(site: Flask) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def note(connection, cursor, statement, *rest):  # type: ignore[no-untyped-def]
        asked.append(statement)

    with site.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def test_list_of_300_takes_no_more_statements_than_one_of_one(
    site: Flask, someone: tuple[int, Browser]
):
    id, them = someone

    def add(session: Session, number: int) -> None:
        for n in range(number):
            row = workshops.add(session, id, 1)
            row.title, row.head = f"Nummer {n}", 1
            change = {"seq": 1, "at": 1, "by": "", "command": "c", "kind": "k", "body": {}}
            session.add(ChangeRow(workshop_id=row.id, **change))

    counts = []
    for number in (1, 299):
        with site.app_context():
            write(lambda session, n=number: add(session, n))
        with statements(site) as asked:
            page = them.open("/sessies")
        counts.append(len([it for it in asked if "FROM workshops" in it]))
    assert "van 300 sessies" in page.words
    assert counts == [2, 2]


def test_put_away_leaves_the_list_until_it_is_taken_back(
    them: Browser, fill: Fill, board: Callable[[str], Board]
):
    _, code = fill("Blijft", "Klaar")
    before = board(code).seq
    page = them.send(them.open(f"/sessies/{code}").form(f"/sessies/{code}/opbergen"))
    assert "“Klaar” is opgeborgen" in page.words
    assert titles(page) == ["Blijft"]
    assert filters(page) == {"Nog niet begonnen": 1, "Opgeborgen": 1}
    undo = page.form(f"/sessies/{code}/terughalen")
    assert [words for _, _, words in undo.buttons] == ["Maak ongedaan"]
    assert titles(them.send(undo)) == ["Klaar", "Blijft"]

    them.send(them.open(f"/sessies/{code}").form(f"/sessies/{code}/opbergen"))
    assert titles(them.open("/sessies?zoek=klaar")) == []
    assert them.page.links["/sessies?zoek=klaar&toon=away"] == "Bekijk wat is opgeborgen (1)"
    page = them.open(f"/sessies/{code}")
    assert "Deze sessie is opgeborgen" in page.words
    assert f"/{code}/projector" in page.links, "all else still works"
    page = them.open("/sessies?toon=away")
    assert titles(page) == ["Klaar"]
    page = them.send(page.form(f"/sessies/{code}/terughalen"))
    assert "“Klaar” staat weer in de lijst" in page.words
    assert titles(page) == ["Klaar", "Blijft"]
    assert board(code).seq == before


def test_when_all_is_put_away_the_list_says_where_it_is(them: Browser, fill: Fill):
    [code] = fill("Klaar")
    page = them.send(them.open(f"/sessies/{code}").form(f"/sessies/{code}/opbergen"))
    assert "Al je sessies zijn opgeborgen" in page.words
    assert page.links["/sessies?toon=away"] == "Bekijk wat is opgeborgen (1)"


def test_only_whose_workshop_it_is_sees_it_and_puts_it_away(
    them: Browser, fill: Fill, stranger: Browser
):
    codes = fill("Van mij", *"abcdef")
    form = them.open(f"/sessies/{codes[0]}").form(f"/sessies/{codes[0]}/opbergen")
    form.fields["csrf_token"] = stranger.open("/sessies/nieuw").form().fields["csrf_token"]
    assert stranger.send(form).status == 404
    assert "Van mij" in them.open("/sessies").words
    for asked in ("/sessies?zoek=mij", f"/sessies?zoek={codes[0]}", "/sessies?toon=away"):
        assert "Van mij" not in stranger.open(asked).html


def test_people_of_what_was_put_away_are_erased_all_the_same(
    site: Flask, them: Browser, make: Make, organiser: Browser, board: Callable[[str], Board]
):
    code = make("Klaar", retention="1")
    organiser.send(organiser.open(f"/sessies/{code}").form(f"/sessies/{code}/opbergen"))
    with site.app_context():
        assert code not in [it.code for it in erasing.due(db.session(), clock.now())]
        assert code in [it.code for it in erasing.due(db.session(), clock.now() + 2 * DAY)]
        assert purging.purge(code)
    assert board(code).workshop.purged_at
    assert "zijn namen en contactgegevens gewist" in organiser.open(f"/sessies/{code}").words


def test_archive_of_what_was_put_away_comes_back_into_the_list(them: Browser, fill: Fill):
    [code] = fill("Klaar")
    them.send(them.open(f"/sessies/{code}").form(f"/sessies/{code}/opbergen"))
    file = them.client.get(f"/sessies/{code}/archief.zip").data
    form = them.open("/sessies/uit-bestand").form()
    made = them.send(form, file=(io.BytesIO(file), "klaar.zip"))
    assert made.status == 200, made.words
    assert made.path != f"/sessies/{code}"
    page = them.open("/sessies")
    assert list(page.links).count(made.path) == 1
    assert titles(page) == ["Klaar"]
