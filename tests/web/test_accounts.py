"""Organisers sign up by a link that works once, and sign in and out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from brouwerij.extensions import db
from brouwerij.store.models import Organiser
from brouwerij.web import signed_in
from tests.web.browser import Browser, Page
from tests.web.conftest import PASSWORD


@pytest.fixture
def invitation(invite: Callable[[], str]) -> str:
    return invite()


def sign_in(browser: Browser, email: str, password: str) -> Page:
    return browser.send(browser.open("/inloggen").form(), email=email, password=password)


def sign_out(browser: Browser) -> Page:
    return browser.send(browser.page.form("/uitloggen"))


def accounts(site: Flask) -> int:
    with site.app_context():
        return db.session.scalar(select(func.count()).select_from(Organiser)) or 0


def test_sign_up_link_works_once(visitor: Browser, invitation: str, site: Flask):
    email = f"eerste-{invitation[-6:].lower()}@voorbeeld.nl"
    late = Browser(site)
    late.open(invitation)
    before = accounts(site)
    form = visitor.open(invitation).form()
    assert visitor.send(form, email=email, password=PASSWORD).path == "/sessies"
    assert accounts(site) == before + 1

    sent_late = late.send(late.page.form(), email=f"2{email}", password=PASSWORD)
    for page in (sent_late, Browser(site).open(invitation)):
        assert page.status == 404
        assert "werkt niet meer" in page.words
    assert accounts(site) == before + 1


def test_sign_up_form_that_is_sent_twice_makes_one_account_and_goes_in(
    visitor: Browser, invitation: str, site: Flask
):
    form = visitor.open(invitation).form()
    cookie, before = visitor.cookie("session"), accounts(site)
    assert cookie
    for _ in range(2):  # a double tap: nothing has come back before the second
        visitor.client.set_cookie("session", cookie)
        email = f"twee-{invitation[-6:].lower()}@voorbeeld.nl"
        assert visitor.send(form, email=email, password=PASSWORD).path == "/sessies"
    assert accounts(site) == before + 1


def test_sign_up_keeps_an_argon2_hash_and_not_the_password(
    visitor: Browser, invitation: str, site: Flask
):
    email = f"hash-{invitation[-6:].lower()}@voorbeeld.nl"
    visitor.send(visitor.open(invitation).form(), email=f" {email.upper()} ", password=PASSWORD)
    with site.app_context():
        kept = db.session.scalar(select(Organiser).where(Organiser.email == email))
        assert kept is not None
        assert kept.password.startswith("$argon2id$")
        assert PASSWORD not in kept.password


@pytest.mark.parametrize(
    ("email", "password", "wrong"),
    [
        ("geen adres", PASSWORD, {"email"}),
        ("a@b", PASSWORD, {"email"}),
        ("@voorbeeld.nl", PASSWORD, {"email"}),
        ("a" * 250 + "@voorbeeld.nl", PASSWORD, {"email"}),
        ("anna@voorbeeld.nl", "kort", {"password"}),
        ("anna@voorbeeld.nl", "x" * 201, {"password"}),
        ("", "", {"email", "password"}),
    ],
)
def test_sign_up_when_something_is_wrong_says_where_and_keeps_the_link(
    visitor: Browser, invitation: str, email: str, password: str, wrong: set[str]
):
    page = visitor.send(visitor.open(invitation).form(), email=email, password=password)
    assert page.status == 422
    assert set(page.wrong) == wrong
    assert page.focus == ("email" if "email" in wrong else "password")
    assert page.form().fields["email"] == email
    assert page.form().fields["password"] == ""
    assert visitor.open(invitation).status == 200


def test_sign_up_with_a_known_address_is_refused_and_the_link_still_works(
    newcomer: Browser, visitor: Browser, invitation: str, site: Flask
):
    form = visitor.open(invitation).form()
    page = visitor.send(form, email=email_of(newcomer, site), password=PASSWORD)
    assert (page.status, set(page.wrong)) == (422, {"email"})
    assert visitor.open(invitation).status == 200


def email_of(browser: Browser, site: Flask) -> str:
    with browser.client.session_transaction() as session:
        id = session[signed_in.KEY]
    with site.app_context():
        found = db.session.get(Organiser, id)
        assert found is not None
        return found.email


def test_sign_in_with_the_right_password_and_not_with_another(
    newcomer: Browser, site: Flask, visitor: Browser
):
    email = email_of(newcomer, site)
    assert sign_in(visitor, email, PASSWORD + "x").status == 422
    assert sign_in(visitor, email.upper(), PASSWORD).path == "/sessies"


def test_sign_in_when_wrong_says_the_same_of_a_known_and_an_unknown_address(
    newcomer: Browser, site: Flask
):
    known = sign_in(Browser(site), email_of(newcomer, site), "een ander wachtwoord")
    unknown = sign_in(Browser(site), "niemand@voorbeeld.nl", "een ander wachtwoord")
    assert known.status == unknown.status == 422
    assert known.words == unknown.words
    assert "horen niet bij elkaar" in known.words


def test_sign_in_too_often_wrong_for_one_address_waits_and_others_do_not(
    newcomer: Browser, stranger: Browser, site: Flask, visitor: Browser
):
    email = email_of(newcomer, site)
    tries = [sign_in(visitor, email, f"gok nummer {n}").status for n in range(11)]
    assert tries == [422] * 10 + [429]
    assert sign_in(visitor, email, PASSWORD).status == 429
    assert sign_in(visitor, email_of(stranger, site), PASSWORD).path == "/sessies"


def test_sign_out_shows_the_sessions_to_nobody(newcomer: Browser):
    assert newcomer.open("/sessies").path == "/sessies"
    sign_out(newcomer)
    assert newcomer.open("/sessies").path == "/inloggen"


def test_sign_in_goes_on_to_the_page_one_came_for(newcomer: Browser, site: Flask):
    email = email_of(newcomer, site)
    visitor = Browser(site)
    page = visitor.open("/sessies/nieuw")
    assert page.path == "/inloggen"
    assert visitor.send(page.form(), email=email, password=PASSWORD).path == "/sessies/nieuw"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "sessies", "/a\nb", ""],
)
def test_sign_in_goes_nowhere_outside_this_site(elsewhere: str, site: Flask):
    with site.test_request_context():
        assert signed_in.safe_return(elsewhere) is None
        assert signed_in.safe_return("/sessies/ABC234/plan") == "/sessies/ABC234/plan"


def test_form_without_its_token_is_refused(visitor: Browser):
    form = visitor.open("/inloggen").form()
    token = form.fields.pop("csrf_token")
    assert token
    page = visitor.send(form, email="a@voorbeeld.nl", password=PASSWORD)
    assert page.status == 400
    assert "te lang open" in page.words
