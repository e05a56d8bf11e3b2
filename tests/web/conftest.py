"""The web pages of an app with an instance of its own, and the people who visit them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import flask_migrate
import pytest
from argon2 import PasswordHasher
from flask import Flask

from brouwerij import clock, create_app
from brouwerij.config import ROOT, from_environment
from brouwerij.domain.board import Board
from brouwerij.domain.commands import Actor
from brouwerij.extensions import db
from brouwerij.live import rooms
from brouwerij.store import accounts
from brouwerij.store.gate import write, writer
from tests.web.browser import Browser, Page

PASSWORD = "vier woorden achter elkaar"
FACILITATOR = Actor("organiser", "1")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One app for all these tests; every test makes its own people and workshops in it."""
    instance = tmp_path_factory.mktemp("web") / "instance"
    instance.mkdir()
    app = create_app(from_environment({"BROUWERIJ_INSTANCE": str(instance)}))
    with app.app_context():
        flask_migrate.upgrade(directory=str(ROOT / "migrations"))
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    writer(app).close()


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[None]:
    """Passwords hashed in no time; tests/store/test_accounts.py proves them as they are hashed."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(accounts, "_hasher", quick)
        yield


@pytest.fixture
def visitor(site: Flask) -> Browser:
    """Somebody who was never here before."""
    return Browser(site)


@pytest.fixture
def phone(site: Flask) -> Browser:
    return Browser(site)


@pytest.fixture
def other_phone(site: Flask) -> Browser:
    return Browser(site)


@pytest.fixture(scope="session")
def invite(site: Flask) -> Callable[[], str]:
    """Make a link to sign up with: its path."""

    def made() -> str:
        with site.app_context():
            return "/aanmelden/" + write(lambda session: accounts.invite(session, clock.now()))

    return made


@pytest.fixture
def newcomer(site: Flask, invite: Callable[[], str]) -> Browser:
    """An organiser with a new account, without workshops."""
    return _signed_up(site, invite())


@pytest.fixture(scope="session")
def accounts_of_all(site: Flask, invite: Callable[[], str]) -> tuple[str, str]:
    """The session cookies of two organisers; hashing a password takes too long to do it often."""
    organiser, stranger = (_signed_up(site, invite()).cookie("session") for _ in range(2))
    assert organiser
    assert stranger
    return organiser, stranger


@pytest.fixture
def organiser(site: Flask, accounts_of_all: tuple[str, str]) -> Browser:
    """Somebody with an account, signed in."""
    return _signed_in(site, accounts_of_all[0])


@pytest.fixture
def stranger(site: Flask, accounts_of_all: tuple[str, str]) -> Browser:
    """Another organiser."""
    return _signed_in(site, accounts_of_all[1])


def _signed_up(site: Flask, path: str) -> Browser:
    browser = Browser(site)
    email = f"{path[-12:].lower()}@voorbeeld.nl"
    page = browser.send(browser.open(path).form(), email=email, password=PASSWORD)
    assert page.path == "/sessies", page.words
    return browser


def _signed_in(site: Flask, cookie: str) -> Browser:
    browser = Browser(site)
    browser.client.set_cookie("session", cookie)
    return browser


Make = Callable[..., str]


@pytest.fixture
def make(organiser: Browser) -> Make:
    """Make a workshop by the form: its code. What is left out is as the form has it."""

    def made(title: str = "Proef", template: str = "korte-stemming", **values: object) -> str:
        form = organiser.open("/sessies/nieuw").form()
        page = organiser.send(form, title=title, template=template, **values)
        assert page.status == 200, page.words
        return page.path.removeprefix("/sessies/")

    return made


@pytest.fixture
def board(site: Flask) -> Callable[[str], Board]:
    """The board of a workshop, to see what became of what was sent."""

    def of(code: str) -> Board:
        with site.app_context():
            return rooms.kettle(code).board

    return of


@pytest.fixture
def lead(site: Flask) -> Callable[..., None]:
    """Do something as whoever leads the workshop; it has to be allowed."""

    def do(code: str, kind: str, **data: object) -> None:
        with site.app_context():
            asked = rooms.command(kind, **data)
            result = rooms.kettle(code).submit(FACILITATOR, [asked])[0]
        assert result.ok, result.refusal

    return do


@pytest.fixture
def join(site: Flask) -> Callable[..., Page]:
    """Come in by the form of a workshop with a browser."""

    def come_in(browser: Browser, code: str, **values: object) -> Page:
        form = browser.open(f"/{code}").form()
        return browser.send(form, **values)

    return come_in
