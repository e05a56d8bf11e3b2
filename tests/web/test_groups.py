"""Signing up for working groups by a link, one's own groups, and what the organiser takes along."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask
from icalendar import Calendar

from brouwerij import clock, identity
from brouwerij.domain.board import Board
from brouwerij.domain.groups import Group, Signup
from brouwerij.web import limits
from tests.web.browser import Browser, Form, Page
from tests.web.conftest import Make

DORA = {
    "name": "Dora",
    "initiative": "De Hof",
    "email": "dora@hof.example",
    "consent": True,
    "role": "member",
}
DAY = 24 * 3600 * 1000


@dataclass(frozen=True)
class Groups:
    """A workshop with a working group for Kas and one for Film, of which signing up is open."""

    code: str
    kas: str
    film: str
    link: str


@pytest.fixture
def groups(
    make: Make, lead: Callable[..., None], board: Callable[[str], Board], organiser: Browser
) -> Groups:
    code = make("Landelijke dag", "ideeenbrouwerij")
    lead(code, "round.open", round=_round(board(code), "clustering"))
    for theme in ("Kas", "Film"):
        lead(code, "theme.add", round=_round(board(code), "clustering"), name=theme)
    lead(code, "round.open", round=_round(board(code), "workgroups"))
    kas, film = board(code).all(Group)
    form = organiser.open(f"/sessies/{code}/werkgroepen").form(
        f"/sessies/{code}/werkgroepen/aanmelden"
    )
    page = organiser.send(form)
    (link,) = re.findall(r'value="http://[^"/]+(/w/[^"]+)"', page.html)
    return Groups(code, kas, film, link)


def _round(board: Board, kind: str) -> str:
    return next(round.id for round in board.rounds if round.kind == kind)


def sign_up(browser: Browser, groups: Groups, **values: object) -> Page:
    form = browser.open(groups.link).form()
    return browser.send(form, **{"group": groups.kas, **DORA, **values})


def leave(browser: Browser, groups: Groups, group: str) -> Page:
    page = browser.open(f"/{groups.code}/mijn-groepen")
    return browser.send(page.form(f"/{groups.code}/mijn-groepen/{group}/uit"))


def test_somebody_who_was_not_there_signs_up_when_all_is_over(
    visitor: Browser, groups: Groups, lead: Callable[..., None], board: Callable[[str], Board]
):
    lead(groups.code, "workshop.end")
    page = sign_up(visitor, groups)
    assert (page.status, page.path) == (200, f"/{groups.code}/mijn-groepen")
    (signup,) = board(groups.code).all(Signup).values()
    assert (signup.group, signup.role) == (groups.kas, "member")
    assert board(groups.code).participants[signup.participant].afterwards
    assert "Je bent aangemeld bij “Kas”." in page.words
    assert "Dora" in page.words
    assert "dora@hof.example" in page.words
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"


def test_personal_link_brings_one_back_on_another_device_to_get_out(
    visitor: Browser, other_phone: Browser, groups: Groups, board: Callable[[str], Board]
):
    page = sign_up(visitor, groups)
    (personal,) = re.findall(r'value="http://[^"/]+(/[^"]+/hervat/[^"]+)"', page.html)
    assert other_phone.open(personal).path == f"/{groups.code}/mijn-groepen"
    gone = leave(other_phone, groups, groups.kas)
    assert "Je e-mail en telefoon zijn gewist." in gone.words
    assert not board(groups.code).all(Signup)
    assert "dora@hof.example" not in visitor.open(f"/{groups.code}/mijn-groepen").html


def test_same_form_sent_twice_makes_one_person(
    visitor: Browser, groups: Groups, board: Callable[[str], Board]
):
    form: Form = visitor.open(groups.link).form()
    for _ in range(2):
        visitor.client.delete_cookie(f"p_{groups.code}")
        visitor.send(form, group=groups.kas, **DORA)
    assert len(board(groups.code).all(Signup)) == 1


def test_somebody_known_here_signs_up_as_who_they_are(
    visitor: Browser, groups: Groups, board: Callable[[str], Board]
):
    sign_up(visitor, groups)
    form = visitor.open(groups.link).form()
    assert "initiative" not in form.names
    assert form.fields["email"] == "dora@hof.example"
    visitor.send(form, group=groups.film, role="lead")
    assert len({s.participant for s in board(groups.code).all(Signup).values()}) == 1
    assert set(board(groups.code).all(Group)) == {
        s.group for s in board(groups.code).all(Signup).values()
    }


WRONG = [
    ({"email": ""}, "name"),
    ({"email": "dora"}, "email"),
    ({"consent": False}, "consent"),
    ({"initiative": " "}, "initiative"),
    ({"group": "nothing-here"}, "group"),
]


@pytest.mark.parametrize(("values", "field"), WRONG)
def test_signing_up_when_something_is_wrong_says_where_and_keeps_the_rest(
    visitor: Browser, groups: Groups, values: dict[str, object], field: str
):
    page = sign_up(visitor, groups, **values)
    assert page.status == 422
    assert set(page.wrong) == {field}
    assert page.form().fields["name"] == "Dora"
    assert sign_up(visitor, groups).status == 200


def test_link_when_closed_or_past_its_day_or_made_up_signs_nobody_up(
    site: Flask, visitor: Browser, organiser: Browser, groups: Groups,
    board: Callable[[str], Board], monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    form = visitor.open(groups.link).form()
    assert visitor.open("/w/verzonnen").status == 404
    with site.app_context():
        other = identity.signup_token("XXXXXX")
    assert visitor.open(f"/w/{other}").status == 404

    now = clock.now()
    with monkeypatch.context() as later:
        later.setattr(clock, "now", lambda: now + 40 * DAY)
        assert visitor.open(groups.link).status == 410
        assert visitor.send(form, group=groups.kas, **DORA).status == 410
    assert visitor.open(groups.link).status == 200

    page = organiser.open(f"/sessies/{groups.code}/werkgroepen")
    page = organiser.send(page.form(f"/sessies/{groups.code}/werkgroepen/sluiten"))
    assert groups.link not in page.html
    page = visitor.open(groups.link)
    assert page.status == 410
    assert "Aanmelden kan niet meer" in page.words
    assert not board(groups.code).all(Signup)


def test_day_in_the_past_is_refused_at_its_field(organiser: Browser, groups: Groups):
    form = organiser.open(f"/sessies/{groups.code}/werkgroepen").form(
        f"/sessies/{groups.code}/werkgroepen/aanmelden"
    )
    page = organiser.send(form, until="2017-01-21")
    assert (page.status, set(page.wrong)) == (422, {"until"})


def test_one_address_signs_up_so_many_people_and_no_more(
    site: Flask, groups: Groups, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(limits, "SIGN_UPS", limits.parse("2/hour"))
    statuses = [sign_up(Browser(site), groups).status for _ in range(3)]
    assert statuses == [200, 200, 429]


def test_form_without_its_token_is_refused(
    visitor: Browser, groups: Groups, board: Callable[[str], Board]
):
    form = visitor.open(groups.link).form()
    del form.fields["csrf_token"]
    assert visitor.send(form, group=groups.kas, **DORA).status == 400
    assert not board(groups.code).all(Signup)


# One's own group


def test_group_sees_what_was_shared_with_it_and_no_more(site: Flask, groups: Groups):
    anna, dora, fred = Browser(site), Browser(site), Browser(site)
    sign_up(anna, groups, name="Anna", email="anna@hof.example", role="lead", share=True)
    sign_up(dora, groups)
    sign_up(fred, groups, name="Fred", email="fred@hof.example", role="follower")
    own = f"/{groups.code}/mijn-groepen"
    seen = dora.open(own).html
    assert "anna@hof.example" in seen
    assert "fred@hof.example" not in seen
    assert "dora@hof.example" not in anna.open(own).html
    assert "anna@hof.example" not in fred.open(own).html
    cards = anna.client.get(f"{own}/{groups.kas}.vcf")
    assert cards.mimetype == "text/vcard"
    assert cards.text.count("BEGIN:VCARD") == 1
    for path in (own, f"{own}/{groups.kas}.vcf", f"{own}/{groups.film}.vcf"):
        stranger = Browser(site).open(path)
        assert "anna@hof.example" not in stranger.html
    assert dora.client.get(f"{own}/{groups.film}.vcf").status_code == 404


def test_members_plan_their_meeting_and_take_it_along(
    site: Flask, groups: Groups, lead: Callable[..., None]
):
    dora, fred = Browser(site), Browser(site)
    sign_up(dora, groups)
    sign_up(fred, groups, name="Fred", role="follower")
    own = f"/{groups.code}/mijn-groepen"
    lead(groups.code, "workshop.end")
    assert dora.client.get(f"{own}/{groups.kas}.ics").status_code == 404
    form = dora.open(own).form(f"{own}/{groups.kas}/plan")
    page = dora.send(form, goal="Samen inkopen", date="2030-02-30")
    assert page.status == 422
    assert "Samen inkopen" in page.html
    dora.send(form, goal="Samen inkopen", first_step="Bellen", date="2030-03-11")
    (event,) = Calendar.from_ical(dora.client.get(f"{own}/{groups.kas}.ics").text).events
    assert event.start.isoformat() == "2030-03-11"

    assert not any("/plan" in form.action for form in fred.open(own).forms)
    form.fields["csrf_token"] = fred.page.forms[-1].fields["csrf_token"]
    assert fred.send(form, first_step="Iets anders").status == 422


# The organiser


def test_organiser_reaches_everybody_who_consented(
    site: Flask, organiser: Browser, stranger: Browser, groups: Groups
):
    sign_up(Browser(site), groups)
    sign_up(Browser(site), groups, name="Fred", email="fred@hof.example", role="lead")
    path = f"/sessies/{groups.code}/werkgroepen"
    page = organiser.open(path)
    assert {"dora@hof.example", "fred@hof.example"} <= set(page.words.split())
    mails = [href for href in page.links if href.startswith("mailto:?bcc=")]
    assert ["dora%40hof.example" in href for href in mails] == [True]
    assert organiser.client.get(f"{path}/{groups.kas}.vcf").text.count("BEGIN:VCARD") == 2
    assert organiser.client.get(f"{path}/{groups.kas}.ics").status_code == 404
    for file in ("", f"/{groups.kas}.vcf"):
        assert stranger.open(path + file).status == 404
        assert Browser(site).client.get(path + file).status_code == 303  # to sign in first
