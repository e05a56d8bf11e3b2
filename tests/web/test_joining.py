"""Coming in on a phone: once, under one name, from some initiative."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Participant
from brouwerij.live import rooms
from brouwerij.web.join import MOST_CARDS
from tests.web.browser import Browser, Page
from tests.web.conftest import Make

See = Callable[[str], Board]
Join = Callable[..., Page]
INITIATIVES = "CW Circa\nDe Warren"


@pytest.fixture
def code(make: Make) -> str:
    return make(initiatives=INITIATIVES)


def people(board: Board) -> list[Participant]:
    return list(board.participants.values())


def origin(board: Board, person: Participant) -> str:
    return board.initiatives[person.initiative].name


def name_of(site: Flask, code: str, person: Participant) -> str:
    with site.app_context():
        return rooms.kettle(code).people[person.id].name


def resume_code(site: Flask, code: str, person: Participant) -> str:
    with site.app_context():
        return rooms.kettle(code).people[person.id].resume_code


def test_joining_leads_to_the_phone_page_as_who_one_said(
    phone: Browser, join: Join, board: See, site: Flask, code: str
):
    page = join(phone, code, name="Anna", initiative="De Warren")
    assert (page.status, page.path) == (200, f"/{code}/mee")
    (anna,) = people(board(code))
    assert (name_of(site, code, anna), origin(board(code), anna)) == ("Anna", "De Warren")


def test_cookie_is_kept_from_scripts_and_other_sites(phone: Browser, code: str):
    form = phone.open(f"/{code}").form()
    data = {**form.fields, "initiative": "De Warren"}
    answer = phone.client.post(f"/{code}", data=data)
    (cookie,) = [c for c in answer.headers.getlist("Set-Cookie") if c.startswith(f"p_{code}=")]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_same_phone_is_the_same_person(phone: Browser, join: Join, board: See, code: str):
    first = phone.open(f"/{code}").form()
    second_tab = phone.open(f"/{code}").form()
    phone.send(first, name="Anna", initiative="De Warren")
    assert phone.open(f"/{code}").path == f"/{code}/mee"
    page = phone.send(second_tab, name="Anna", initiative="De Warren")
    assert page.path == f"/{code}/mee"
    assert len(people(board(code))) == 1


def test_same_form_sent_twice_is_one_person(
    phone: Browser, other_phone: Browser, join: Join, board: See, code: str
):
    """The second tap leaves before the first answer has brought its cookie."""
    form = phone.open(f"/{code}").form()
    phone.send(form, name="Anna", initiative="De Warren")
    phone.client.delete_cookie(f"p_{code}")
    assert phone.send(form, name="Anna", initiative="De Warren").path == f"/{code}/mee"
    assert len(people(board(code))) == 1
    join(other_phone, code, name="Bert", initiative="De Warren")
    assert len(people(board(code))) == 2


@pytest.mark.parametrize("ticket", ["", "made-up", "WyJBQkMyMzQiLCAieCJd.AAAA"])
def test_ticket_that_is_not_ours_makes_a_new_person(
    phone: Browser, board: See, code: str, ticket: str
):
    form = phone.open(f"/{code}").form()
    phone.send(form, name="Anna", initiative="De Warren", ticket=ticket)
    assert len(people(board(code))) == 1


def test_ticket_of_another_workshop_makes_a_new_person(
    phone: Browser, make: Make, board: See, code: str
):
    other = make("Ander", initiatives=INITIATIVES)
    ticket = phone.open(f"/{other}").form().fields["ticket"]
    phone.send(phone.page.form(), initiative="De Warren")
    (there,) = people(board(other))
    phone.send(phone.open(f"/{code}").form(), initiative="De Warren", ticket=ticket)
    (here,) = people(board(code))
    assert here.id != there.id


def come_back(browser: Browser, code: str, typed: str) -> Page:
    return browser.send(browser.open(f"/{code}/hervat").form(), resume_code=typed)


def test_personal_code_brings_one_back_on_another_phone(
    phone: Browser, other_phone: Browser, join: Join, board: See, site: Flask, code: str
):
    join(phone, code, name="Anna", initiative="De Warren")
    (anna,) = people(board(code))
    personal = resume_code(site, code, anna)
    assert come_back(other_phone, code, "NIEMAND2").status == 404
    page = come_back(other_phone, code, f" {personal[:4].lower()}-{personal[4:].lower()} ")
    assert page.path == f"/{code}/mee"
    assert len(people(board(code))) == 1


def test_personal_link_brings_one_back_and_asks_who_is_in_by_another_name(
    phone: Browser, other_phone: Browser, join: Join, board: See, site: Flask, code: str
):
    join(phone, code, name="Anna", initiative="De Warren")
    (anna,) = people(board(code))
    link = f"/{code}/hervat/{resume_code(site, code, anna)}"
    join(other_phone, code, name="Bert", initiative="CW Circa")
    asked = other_phone.open(link)
    assert asked.path == link
    assert asked.form(f"/{code}/hervat").fields["resume_code"] == resume_code(site, code, anna)
    for browser in (Browser(site), phone):
        assert browser.open(link).path == f"/{code}/mee"


def test_personal_code_counts_in_its_own_workshop_only(
    phone: Browser, other_phone: Browser, join: Join, board: See, site: Flask, make: Make, code: str
):
    join(phone, code, name="Anna", initiative="De Warren")
    (anna,) = people(board(code))
    personal = resume_code(site, code, anna)
    assert come_back(other_phone, make("Ander"), personal).status == 404
    assert come_back(other_phone, code, personal).status == 200


def test_guessing_personal_codes_stops_after_thirty(site: Flask, code: str, make: Make):
    guesser = Browser(site)
    form = guesser.open(f"/{code}/hervat").form()
    tries = [guesser.send(form, resume_code=f"GOK{n:05}").status for n in range(31)]
    assert tries == [404] * 30 + [429]
    assert come_back(guesser, make("Ander"), "GOK00000").status == 404


@pytest.mark.parametrize(
    ("initiative", "other", "found"),
    [
        ("De Warren", "", "De Warren"),
        ("", "Groene Gemeenschap", "Groene Gemeenschap"),
        ("", "  de   WARREN ", "De Warren"),
        ("", "dé warren", "De Warren"),
        ("De Warren", "Groene Gemeenschap", "De Warren"),
    ],
)
def test_initiative_is_the_one_picked_or_else_typed(
    phone: Browser, join: Join, board: See, code: str, initiative: str, other: str, found: str
):
    join(phone, code, initiative=initiative, other=other)
    (person,) = people(board(code))
    assert origin(board(code), person) == found
    names = [i.name for i in board(code).initiatives.values()]
    assert len(names) == (3 if found == "Groene Gemeenschap" else 2)


def test_initiative_that_was_typed_can_be_picked_by_the_next(
    phone: Browser, other_phone: Browser, join: Join, board: See, code: str
):
    join(phone, code, initiative="", other="Groene Gemeenschap")
    form = other_phone.open(f"/{code}").form()
    assert form.offered["initiative"] == ["CW Circa", "De Warren", "Groene Gemeenschap", ""]


@pytest.mark.parametrize(
    ("number", "field"), [(0, "text"), (MOST_CARDS, "cards"), (MOST_CARDS + 1, "text")]
)
def test_initiatives_are_cards_as_long_as_they_are_few(
    phone: Browser, join: Join, make: Make, board: See, number: int, field: str
):
    code = make(initiatives="\n".join(f"Groep {n}" for n in range(number)))
    form = phone.open(f"/{code}").form()
    assert ("initiative" in form.offered) == (field == "cards")
    assert phone.page.html.count('<option value="Groep') == (number if field == "text" else 0)
    phone.send(form, initiative="Groep 0")
    assert [origin(board(code), p) for p in people(board(code))] == ["Groep 0"]


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"initiative": "", "other": ""}, "initiative", "initiative"),
    ({"initiative": "", "other": " \u200b\u0007 "}, "initiative", "other"),
    ({"initiative": "", "other": "w" * 81}, "initiative", "other"),
    ({"initiative": "De Warren", "name": "n" * 81}, "name", "name"),
    ({"initiative": "De Warren", "table": "8"}, "table", "table"),
]


@pytest.mark.parametrize(("values", "field", "focus"), WRONG)
def test_joining_when_something_is_wrong_says_where_and_keeps_the_rest(
    phone: Browser, make: Make, board: See, values: dict[str, Any], field: str, focus: str
):
    code = make(initiatives=INITIATIVES, tables="7")
    form = phone.open(f"/{code}").form()
    page = phone.send(form, **{"name": "Anna", **values})
    assert page.status == 422
    assert (set(page.wrong), page.focus) == ({field}, focus)
    assert not people(board(code))
    again = page.form()
    if "name" not in values:
        assert again.fields["name"] == "Anna"
    assert phone.send(again, name="Anna", initiative="De Warren", table="0").status == 200
    assert len(people(board(code))) == 1


def test_name_is_made_clean(phone: Browser, join: Join, board: See, site: Flask, code: str):
    join(phone, code, name="An\u0000na\u202e  de\u200b\tWit ", initiative="De Warren")
    (anna,) = people(board(code))
    assert name_of(site, code, anna) == "Anna de Wit"


def test_newcomers_are_dealt_the_emptiest_table_or_sit_where_they_say(
    site: Flask, join: Join, make: Make, board: See
):
    code = make(initiatives=INITIATIVES, tables="3")
    for table in ("2", "0", "0", "0", "zeven"):
        join(Browser(site), code, initiative="De Warren", table=table)
    assert [person.table for person in people(board(code))] == [2, 1, 3, 1, 2]


def test_workshop_without_tables_asks_for_none(phone: Browser, code: str, make: Make):
    assert "table" not in phone.open(f"/{code}").form().names
    assert "table" in phone.open(f"/{make(tables='2')}").form().names


def test_anonymous_workshop_asks_no_name_and_keeps_none(
    phone: Browser, make: Make, board: See, site: Flask
):
    code = make(initiatives=INITIATIVES, anonymous=True)
    form = phone.open(f"/{code}").form()
    assert "name" not in form.names
    assert "anoniem" in phone.page.words
    form.fields["name"] = "Toch Anna"
    phone.send(form, initiative="De Warren")
    (anna,) = people(board(code))
    assert name_of(site, code, anna) == ""


def test_ended_workshop_takes_nobody_new_and_knows_who_was_there(
    phone: Browser, other_phone: Browser, join: Join, board: See, lead: Callable[..., None],
    code: str,
):  # fmt: skip
    late = other_phone.open(f"/{code}").form()
    join(phone, code, name="Anna", initiative="De Warren")
    lead(code, "workshop.end")
    for page in (other_phone.open(f"/{code}"), other_phone.send(late, initiative="De Warren")):
        assert (page.status, page.path) == (200, f"/{code}")
        assert "Deze sessie is afgelopen" in page.words
    assert len(people(board(code))) == 1
    assert phone.open(f"/{code}").path == f"/{code}/mee"


def test_code_is_found_however_it_is_typed(visitor: Browser, code: str):
    typed = (f"{code[:3]}-{code[3:]}", code.lower(), f" {code[:3]} {code[3:].lower()} ")
    for it in typed:
        page = visitor.send(visitor.open("/").form(), code=it)
        assert page.path == f"/{code}"
        assert page.forms


def test_phone_page_of_who_is_not_in_yet_asks_to_join(visitor: Browser, code: str):
    assert visitor.open(f"/{code}/mee").path == f"/{code}"
