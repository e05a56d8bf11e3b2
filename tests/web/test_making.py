"""An organiser makes a workshop, and says what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from unittest.mock import patch

import pytest
from flask import Flask
from flask_babel import force_locale

from brouwerij.domain.board import Board
from brouwerij.domain.plans import TEMPLATES
from brouwerij.i18n import gettext
from brouwerij.live import rooms
from brouwerij.web import about_form
from tests.web.browser import Browser, Page
from tests.web.conftest import Make

See = Callable[[str], Board]
LONG = "w" * 281


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_workshop_made_from_a_template_has_its_rounds_and_tables(
    make: Make, board: See, template: str
):
    made, plan = board(make(template=template)), TEMPLATES[template]
    assert [(round.kind, round.minutes) for round in made.rounds] == [
        (round.kind, round.minutes) for round in plan.rounds
    ]
    assert made.workshop.tables == plan.tables


def test_templates_to_choose_from_are_those_there_are(newcomer: Browser):
    offered = newcomer.open("/sessies/nieuw").form().offered["template"]
    assert offered == list(TEMPLATES)


def test_workshop_is_made_as_it_was_filled_in(make: Make, board: See):
    code = make(
        "  Landelijke   dag ", "ideeenbrouwerij", question="Hoe versterken we elkaar?",
        date="2017-01-21", language="en", anonymous=True, tables="9",
        initiatives="CW Circa\r\n\r\n  De Warren \r\ncw circa\r\n",
    )  # fmt: skip
    it = board(code).workshop
    assert (it.title, it.question) == ("Landelijke dag", "Hoe versterken we elkaar?")
    assert (it.date, it.language, it.anonymous, it.tables) == ("2017-01-21", "en", True, 9)
    assert [i.name for i in board(code).initiatives.values()] == ["CW Circa", "De Warren"]


def test_tables_filled_in_as_none_beat_those_of_the_template(make: Make, board: See):
    assert board(make(template="ideeenbrouwerij", tables="0")).workshop.tables == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2017-01-21", "2017-01-21"),
        ("21-1-2017", "2017-01-21"),
        ("1/2/2017", "2017-02-01"),
        ("21 januari", "21 januari"),
        ("", ""),
    ],
)
def test_day_typed_day_first_is_turned_around(typed: str, kept: str):
    assert about_form.iso(typed) == kept


WRONG: list[tuple[dict[str, str], str]] = [
    ({"title": ""}, "title"),
    ({"title": "\u200b \u0007"}, "title"),
    ({"title": "t" * 81}, "title"),
    ({"question": "  "}, "question"),
    ({"question": LONG}, "question"),
    ({"date": "31-2-2017"}, "date"),
    ({"date": "morgen"}, "date"),
    ({"tables": "301"}, "tables"),
    ({"tables": "-1"}, "tables"),
    ({"tables": "zeven"}, "tables"),
]


@pytest.mark.parametrize(
    ("values", "field"),
    [*WRONG, ({"initiatives": "i" * 81}, "initiatives"),
     ({"initiatives": "\n".join(map(str, range(201)))}, "initiatives")],
)  # fmt: skip
def test_new_workshop_when_something_is_wrong_says_where_and_keeps_the_rest(
    organiser: Browser, values: dict[str, str], field: str
):
    filled = {"title": "Komt er niet", "question": "Hoe dan?", "template": "1-2-4-all", **values}
    page = organiser.send(organiser.open("/sessies/nieuw").form(), **filled, anonymous=True)
    assert page.status == 422
    assert (set(page.wrong), page.focus) == ({field}, field)
    kept = page.form().fields
    assert {name: kept[name] for name in filled} == filled
    assert kept["anonymous"] == "1"
    assert "Niets gevonden" in organiser.open("/sessies?zoek=komt+er+niet").words


def test_errors_are_tied_to_their_fields(organiser: Browser):
    page = organiser.send(organiser.open("/sessies/nieuw").form(), title="", question="")
    for field in ("title", "question"):
        attributes = page.attributes[field]
        assert attributes["aria-invalid"] == "true"
        assert f"{field}-error" in attributes["aria-describedby"].split()
    assert "aria-invalid" not in page.attributes["tables"]
    assert page.focus == "title"


def test_control_characters_and_overrides_are_taken_out(make: Make, board: See):
    it = board(make("Dag\u0000 van\u202e de\u0007 buurt")).workshop
    assert it.title == "Dag van de buurt"


def test_markup_in_a_title_is_text(make: Make, organiser: Browser):
    code = make("<script>alert(1)</script>", question='"><img src=x>')
    for path in (
        f"/sessies?zoek={code}",
        f"/sessies/{code}",
        f"/sessies/{code}/poster",
        f"/sessies/{code}/kaartjes",
        f"/{code}",
    ):
        page = organiser.open(path)
        assert "<script>alert" not in page.html
        assert "<img" not in page.html
    assert "&lt;script&gt;alert" in organiser.open(f"/sessies/{code}").html


def test_list_shows_how_far_each_is_and_opens_none(
    organiser: Browser, make: Make, lead: Callable[..., None], board: See
):
    code = make("Om te tonen", question="Wat staat er in de lijst?")
    was = organiser.open("/sessies?zoek=tonen").words
    lead(code, "round.open", round=board(code).rounds[0].id)
    with patch.object(rooms, "kettle", side_effect=AssertionError("a workshop was opened")):
        now = organiser.open("/sessies?zoek=tonen").words
    assert "Om te tonen Wat staat er in de lijst? Nog niet begonnen" in was
    assert "Om te tonen Wat staat er in de lijst? Nu bezig" in now


def test_list_shows_nothing_at_first_and_then_what_was_made(newcomer: Browser):
    page = newcomer.open("/sessies")
    assert page.links["/sessies/nieuw"] == "Maak je eerste sessie"
    form = newcomer.open("/sessies/nieuw").form()
    made = newcomer.send(form, title="Landelijke dag", date="2017-01-21").path
    page = newcomer.open("/sessies")
    assert page.links[made] == "Landelijke dag"
    assert page.links["/sessies/nieuw"] == "Nieuwe sessie"
    assert "zaterdag 21 januari 2017" in page.words
    assert made.removeprefix("/sessies/") in page.words


def test_list_puts_what_goes_on_first_and_what_ended_last(
    organiser: Browser, make: Make, lead: Callable[..., None]
):
    ended, now, soon = (make(f"Volgorde {n}") for n in (1, 2, 3))
    lead(ended, "workshop.end")
    lead(now, "round.open", round="r1")
    page = organiser.open("/sessies?zoek=volgorde")
    order = [path for path in page.links if path.removeprefix("/sessies/") in (now, soon, ended)]
    assert order == [f"/sessies/{code}" for code in (now, soon, ended)]
    for words in ("Nu bezig", "Nog niet begonnen", "Afgelopen"):
        assert words in page.words


def edit(organiser: Browser, code: str, **values: object) -> Page:
    return organiser.send(organiser.open(f"/sessies/{code}/gegevens").form(), **values)


def test_what_it_is_about_is_shown_as_it_is_and_changed(organiser: Browser, make: Make, board: See):
    code = make("Proef", date="2017-01-21", tables="4", language="en", anonymous=True)
    fields = organiser.open(f"/sessies/{code}/gegevens").form().fields
    shown = {name: fields[name] for name in ("title", "date", "tables", "language", "anonymous")}
    assert shown == {
        "title": "Proef", "date": "2017-01-21", "tables": "4", "language": "en", "anonymous": "1",
    }  # fmt: skip
    plan = board(code).workshop.plan
    page = edit(organiser, code, title="Echt", tables="", language="nl", anonymous=False)
    assert page.path == f"/sessies/{code}"
    assert "Bewaard." in page.words
    it = board(code).workshop
    assert (it.title, it.tables, it.language, it.anonymous) == ("Echt", 0, "nl", False)
    assert it.plan == plan


@pytest.mark.parametrize(("values", "field"), WRONG)
def test_what_it_is_about_when_something_is_wrong_says_where_and_changes_nothing(
    organiser: Browser, make: Make, board: See, values: dict[str, str], field: str
):
    code = make("Proef")
    before = board(code).seq
    page = edit(organiser, code, **{"title": "Anders", **values})
    assert (page.status, set(page.wrong)) == (422, {field})
    assert page.form().fields[field] == values[field]
    assert board(code).seq == before
    assert edit(organiser, code, title="Anders").status == 200
    assert board(code).workshop.title == "Anders"


def test_anonymity_after_the_first_idea_stays_and_says_so_at_its_field(
    organiser: Browser, make: Make, lead: Callable[..., None], board: See
):
    code = make(anonymous=True)
    lead(code, "round.open", round="r1")
    lead(code, "idea.add", round="r1", text="Samen één fonds")
    page = edit(organiser, code, anonymous=False)
    assert (page.status, set(page.wrong)) == (422, {"anonymous"})
    assert board(code).workshop.anonymous


def test_home_of_a_workshop_has_all_one_needs(organiser: Browser, make: Make):
    code = make("Landelijke dag", "ideeenbrouwerij")
    page = organiser.open(f"/sessies/{code}")
    assert {
        f"/{code}/projector", f"/{code}/begeleiding", f"/sessies/{code}/gegevens",
        f"/sessies/{code}/plan", f"/sessies/{code}/poster", f"/sessies/{code}/verslag",
        f"/sessies/{code}/werkgroepen", "/sessies",
    } <= set(page.links)  # fmt: skip
    assert re.search(
        rf'value="http://[^"/]+/{code}" aria-label="De link om mee te doen"', page.html
    )
    assert "2 uur" in page.words
    assert page.headers["Cache-Control"] == "no-store"


def test_home_of_a_workshop_that_ended_invites_nobody_any_more(
    organiser: Browser, make: Make, lead: Callable[..., None]
):
    code = make("Landelijke dag", "ideeenbrouwerij")
    assert f"/sessies/{code}/poster" in organiser.open(f"/sessies/{code}").links
    lead(code, "workshop.end")
    page = organiser.open(f"/sessies/{code}")
    assert "Nieuwe mensen komen er niet meer in." in page.words
    assert not {f"/sessies/{code}/poster", f"/sessies/{code}/kaartjes"} & set(page.links)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_poster_speaks_the_language_of_the_workshop(
    organiser: Browser, make: Make, site: Flask, language: str
):
    code = make("Buurtdag", language=language)
    with site.test_request_context(), force_locale(language):
        said = gettext("Richt je camera hierop en doe mee")
    page = organiser.open(f"/sessies/{code}/poster")
    assert page.language == "nl"
    assert f'data-theme="light" lang="{language}"' in page.html
    assert said in page.words
    assert code in page.words
    assert "<svg" in page.html


@pytest.mark.parametrize(("typed", "days"), [("", 90), ("30", 30), ("730", 730)])
def test_how_long_people_are_kept_is_chosen_and_told_to_who_joins(
    make: Make, board: See, site: Flask, typed: str, days: int
):
    code = make(retention=typed)
    assert board(code).workshop.retention == days
    assert f"wissen we {days} dagen na afloop" in Browser(site).open(f"/{code}").words


@pytest.mark.parametrize("typed", ["0", "731", "-1", "lang", "9" * 30])
def test_days_that_cannot_be_are_refused_at_their_field(organiser: Browser, typed: str):
    filled = {"title": "Komt er niet", "question": "Hoe dan?", "retention": typed}
    page = organiser.send(organiser.open("/sessies/nieuw").form(), **filled)
    assert (page.status, set(page.wrong)) == (422, {"retention"})
    assert page.wrong["retention"] == "Kies een aantal dagen van 1 tot 730."


def test_organiser_reads_when_people_are_erased_and_the_list_says_when_it_is_near(
    make: Make, organiser: Browser
):
    later = make("Wissen ver weg", date="2090-01-21")
    soon = make("Wissen dichtbij", retention="1")
    assert "Eén dag na afloop wissen we namen" in organiser.open(f"/sessies/{soon}").words
    assert "Op vrijdag 21 april 2090 wissen we namen" in organiser.open(f"/sessies/{later}").words
    assert organiser.open("/sessies?zoek=wissen").words.count("wissen we de namen") == 1


def test_privacy_page_says_what_is_kept(site: Flask):
    assert "Schrijf dus geen namen in je ideeën" in Browser(site).open("/privacy").words
