"""The report by a link that ends."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from brouwerij import clock
from brouwerij.domain.board import Board
from brouwerij.domain.groups import Group
from brouwerij.web import limits
from tests.web.browser import Browser, Form, Page
from tests.web.conftest import Make

DAY = 24 * 3600 * 1000


@pytest.fixture
def code(make: Make, lead: Callable[..., None]) -> str:
    code = make("Landelijke dag")
    lead(code, "message.show", text="Welkom")
    return code


def sharing(organiser: Browser, code: str) -> Form:
    return organiser.open(f"/sessies/{code}/verslag").form(f"/sessies/{code}/verslag/delen")


def share(organiser: Browser, code: str, **values: object) -> str:
    """Make a link: its path."""
    return shown(organiser.send(sharing(organiser, code), **values))[0]


def shown(page: Page) -> list[str]:
    return re.findall(r'value="http://[^"/]+(/verslag/[^"]+)"', page.html)


def test_anybody_reads_the_report_by_the_link_and_is_not_listed(
    organiser: Browser, visitor: Browser, code: str
):
    page = visitor.open(share(organiser, code))
    assert page.status == 200
    assert "Landelijke dag" in page.words
    assert page.headers["X-Robots-Tag"].startswith("noindex")
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert code not in page.html


def test_report_by_the_link_tells_what_changed_since_it_was_read(
    organiser: Browser, visitor: Browser, code: str, lead: Callable[..., None]
):
    path = share(organiser, code)
    assert "Nieuwe naam" not in visitor.open(path).words
    lead(code, "workshop.edit", title="Nieuwe naam", question="Hoe dan?")
    assert "Nieuwe naam" in visitor.open(path).words


def test_report_by_the_link_is_in_the_language_of_who_reads_it(
    organiser: Browser, visitor: Browser, phone: Browser, code: str
):
    path = share(organiser, code)
    assert "In het kort" in visitor.open(path).words
    assert "In short" in phone.open(f"{path}?lang=en").words
    assert "In het kort" in visitor.open(path).words


def test_link_is_shown_once_and_listed_without_its_address(organiser: Browser, code: str):
    path = share(organiser, code)
    again = organiser.open(f"/sessies/{code}/verslag")
    assert path not in again.html
    assert "Werkt tot en met" in again.words


def test_link_over_its_day_or_closed_says_so_plainly(
    organiser: Browser, visitor: Browser, code: str, monkeypatch: pytest.MonkeyPatch
):
    path = share(organiser, code)
    now = clock.now()
    with monkeypatch.context() as later:
        later.setattr(clock, "now", lambda: now + 61 * DAY)
        page = visitor.open(path)
        assert page.status == 410
        assert "niet meer te lezen" in page.words
    assert visitor.open(path).status == 200

    page = organiser.open(f"/sessies/{code}/verslag")
    (close,) = [form for form in page.forms if form.action.endswith("/sluiten")]
    page = organiser.send(close)
    assert "Werkt tot en met" not in page.words
    assert visitor.open(path).status == 410
    assert visitor.open("/verslag/verzonnen").status == 404


def test_edition_is_the_anonymous_one_unless_another_is_chosen(
    organiser: Browser, visitor: Browser, make: Make, lead: Callable[..., None],
    board: Callable[[str], Board], join: Callable[..., Page], phone: Browser,
):  # fmt: skip
    code = make("Landelijke dag", "ideeenbrouwerij")
    rounds = {round.kind: round.id for round in board(code).rounds}
    lead(code, "round.open", round=rounds["clustering"])
    lead(code, "theme.add", round=rounds["clustering"], name="Kas")
    lead(code, "round.open", round=rounds["workgroups"])
    (group,) = board(code).all(Group)
    desk = f"/sessies/{code}/werkgroepen"
    page = organiser.send(organiser.open(desk).form(f"{desk}/aanmelden"))
    (link,) = re.findall(r'value="http://[^"/]+(/w/[^"]+)"', page.html)
    form = phone.open(link).form()
    phone.send(
        form, group=group, name="Dorothea", initiative="Hof", phone="0612345678", consent=True
    )

    named = visitor.open(share(organiser, code, edition="participants"))
    assert "Dorothea" in named.words
    anonymous = visitor.open(share(organiser, code))
    assert "Kas" in anonymous.words
    for page in (named, anonymous):
        assert "0612345678" not in page.html
    assert "Dorothea" not in anonymous.html


@pytest.mark.parametrize("until", ["2017-01-21", "morgen", ""])
def test_day_that_cannot_be_is_refused_at_its_field(organiser: Browser, code: str, until: str):
    form = sharing(organiser, code)
    page = organiser.send(form, until=until)
    assert (page.status, set(page.wrong)) == (422, {"until"})


def test_organisers_edition_cannot_be_shared(organiser: Browser, code: str):
    form = sharing(organiser, code)
    assert organiser.send(form, edition="organiser").status == 400


def test_links_are_their_owner_s(
    organiser: Browser, stranger: Browser, visitor: Browser, code: str
):
    path = share(organiser, code)
    form = organiser.open(f"/sessies/{code}/verslag").forms[-1]
    form.fields["csrf_token"] = stranger.open("/sessies/nieuw").form().fields["csrf_token"]
    assert form.action.endswith("/sluiten")
    assert stranger.send(form).status == 404
    assert visitor.open(path).status == 200


def test_guessing_links_is_slowed_down(visitor: Browser, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "SHARED_REPORTS", limits.parse("2/minute"))
    statuses = [visitor.open(f"/verslag/gok{n}").status for n in range(3)]
    assert statuses == [404, 404, 429]
