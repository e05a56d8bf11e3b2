"""Links by which somebody may lead a workshop, and the link of a workshop without an account."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import pytest
from flask import Flask

from brouwerij import identity
from brouwerij.domain.plans import SHORT_VOTE
from brouwerij.live import rooms
from tests.web.browser import Browser, Page
from tests.web.conftest import Make


@pytest.fixture
def code(make: Make) -> str:
    return make("Landelijke dag")


def links(page: Page) -> list[str]:
    """The paths of the facilitator links on the home of a workshop."""
    return re.findall(r'value="http://[^"/]+(/b/[^"]+)"', page.html)


def give(organiser: Browser, code: str, label: str) -> str:
    """Make a link for somebody: its path."""
    page = organiser.open(f"/sessies/{code}")
    return links(organiser.send(page.form(f"/sessies/{code}/links"), label=label))[-1]


def take_back(organiser: Browser, code: str, path: str) -> Page:
    page = organiser.open(f"/sessies/{code}")
    forms = [form for form in page.forms if form.action.endswith("/intrekken")]
    return organiser.send(forms[links(page).index(path)])


def test_link_that_was_given_lets_somebody_lead(organiser: Browser, visitor: Browser, code: str):
    assert visitor.open(f"/{code}/begeleiding").status == 403
    path = give(organiser, code, "Voor Anna")
    assert "Voor Anna" in organiser.page.words
    page = visitor.open(path)
    assert (page.status, page.path) == (200, f"/{code}/begeleiding")
    assert visitor.open(f"/{code}/projector").status == 200


def test_link_that_was_taken_back_lets_nobody_in_any_more(
    organiser: Browser, visitor: Browser, site: Flask, code: str
):
    for_anna, for_bert = give(organiser, code, "Anna"), give(organiser, code, "Bert")
    bert = Browser(site)
    visitor.open(for_anna)
    bert.open(for_bert)
    page = take_back(organiser, code, for_anna)
    assert "werkt niet meer" in page.words
    assert for_anna not in links(page)

    for path in (f"/{code}/begeleiding", f"/{code}/projector"):
        refused = visitor.open(path)
        assert refused.status == 403
        assert "voor wie begeleidt" in refused.words
    refused = visitor.open(for_anna)
    assert refused.status == 403
    assert "Deze link werkt niet meer" in refused.words
    assert bert.open(f"/{code}/begeleiding").status == 200


def test_organiser_leads_without_a_link(organiser: Browser, code: str):
    for path in links(organiser.open(f"/sessies/{code}")):
        take_back(organiser, code, path)
    assert not links(organiser.open(f"/sessies/{code}"))
    assert organiser.open(f"/{code}/projector").status == 200


def test_link_is_of_one_workshop(organiser: Browser, visitor: Browser, code: str, make: Make):
    other = make("Een andere dag")
    visitor.open(give(organiser, code, "Anna"))
    assert visitor.open(f"/{code}/projector").status == 200
    assert visitor.open(f"/{other}/projector").status == 403

    page = organiser.open(f"/sessies/{code}")
    of_code = next(form for form in page.forms if form.action.endswith("/intrekken"))
    of_code.action = of_code.action.replace(code, other)
    organiser.send(of_code)
    assert visitor.open(f"/{code}/projector").status == 200


def test_made_up_link_is_refused(visitor: Browser, organiser: Browser, code: str):
    good = give(organiser, code, "Anna")
    # Not its last letter, of which some bits count for nothing.
    for path in ("/b/x", "/b/MQ.x", good[:-2] + ("A" if good[-2] != "A" else "B") + good[-1]):
        assert visitor.open(path).status == 403
    assert visitor.open(good).status == 200


def test_label_is_made_clean_and_cut(organiser: Browser, code: str):
    give(organiser, code, "An\u0000na \u202e" + "x" * 100)
    assert f"Anna {'x' * 75}" in organiser.page.words
    assert "x" * 76 not in organiser.page.words


@pytest.fixture
def unowned(site: Flask) -> tuple[str, str]:
    """A workshop as the command line makes it: its code and its organiser's link."""
    data = {
        "title": "Van de opdrachtregel",
        "question": "Hoe?",
        "plan": msgspec.to_builtins(SHORT_VOTE.rounds),
    }
    with site.test_request_context():
        row, result = rooms.create(None, data)
        assert result.ok
        return row.code, f"/o/{identity.organiser_token(row.code)}"


PAGES = ("", "/gegevens", "/plan", "/poster", "/kaartjes", "/verslag")


def test_workshop_without_an_account_is_prepared_by_its_link(
    visitor: Browser, unowned: tuple[str, str]
):
    code, link = unowned
    assert visitor.open(f"/sessies/{code}").path == "/inloggen"
    assert visitor.open(link).path == f"/sessies/{code}"
    for path in PAGES:
        assert visitor.open(f"/sessies/{code}{path}").status == 200
    assert visitor.open(f"/{code}/projector").status == 200
    form = visitor.open(f"/sessies/{code}/gegevens").form()
    assert "Een eigen naam" in visitor.send(form, title="Een eigen naam").words


@pytest.mark.parametrize("path", PAGES[:-1])
def test_pages_of_a_workshop_without_an_account_lead_nowhere_one_may_not_go(
    visitor: Browser, organiser: Browser, unowned: tuple[str, str], make: Make, path: str
):
    code, link = unowned
    visitor.open(link)
    assert "/sessies" not in visitor.open(f"/sessies/{code}{path}").links
    own = make()
    assert "/sessies" in organiser.open(f"/sessies/{own}{path}").links


def test_link_of_a_workshop_without_an_account_opens_that_one_only_and_can_be_let_go(
    visitor: Browser, unowned: tuple[str, str], code: str
):
    unowned_code, link = unowned
    visitor.open(link)
    assert visitor.open(f"/sessies/{code}").path == "/inloggen"
    page = visitor.open(f"/sessies/{unowned_code}")
    visitor.send(page.form("/uitloggen"))
    assert visitor.open(f"/sessies/{unowned_code}").path == "/inloggen"


def test_made_up_link_of_an_organiser_is_not_there(
    visitor: Browser, organiser: Browser, code: str, site: Flask
):
    with site.test_request_context():
        facilitator = identity.facilitator_token(1)
    for token in ("x", facilitator):
        assert visitor.open(f"/o/{token}").status == 404
    assert visitor.open(f"/sessies/{code}").path == "/inloggen"


Open = Callable[[str], Page]


@pytest.mark.parametrize(
    "path",
    [*PAGES, "/verslag.docx", "/verslag/lezen", "/verslag.docx/voortgang"],
)
def test_workshop_of_another_organiser_is_not_there(
    organiser: Browser, stranger: Browser, code: str, path: str
):
    assert stranger.open(f"/sessies/{code}{path}").status == 404
    assert organiser.open(f"/sessies/{code}{path}").status == 200


@pytest.mark.parametrize("path", ["/links", "/gegevens", "/plan", "/plan/terug"])
def test_workshop_of_another_organiser_cannot_be_changed(
    organiser: Browser, stranger: Browser, code: str, path: str, make: Make
):
    """By the very forms of its own organiser, sent with the other's own token."""
    own = stranger.open("/sessies/nieuw").form().fields["csrf_token"]
    form = stranger.page.form()
    form.action, form.buttons = f"/sessies/{code}{path}", [("", "", "")]
    assert form.fields["csrf_token"] == own
    assert stranger.send(form, title="Gekaapt").status == 404
    assert "Landelijke dag" in organiser.open(f"/sessies/{code}").words


def test_workshop_of_another_organiser_is_not_led(organiser: Browser, stranger: Browser, code: str):
    assert stranger.open(f"/{code}/projector").status == 403
    assert organiser.open(f"/{code}/projector").status == 200
