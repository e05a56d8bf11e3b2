"""A form that is sent twice, as by a double tap without script, does what it asks once."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable

import pytest
from flask import Flask

from brouwerij.live import rooms
from brouwerij.store import workshops
from brouwerij.store.gate import write
from tests.web.browser import Browser, Form, Page
from tests.web.conftest import Make

Added = Callable[[], set[str]]


def form_at(browser: Browser, path: str, action: str = "") -> Form:
    return browser.open(path).form(action)


@pytest.fixture
def added(site: Flask) -> Callable[[], set[str]]:
    """The codes of the workshops that were made since this was called before."""
    known: set[str] = set()

    def since() -> set[str]:
        with site.app_context():
            all_of_them = {row.code for row in write(workshops.all_of_them)}
        new = all_of_them - known
        known.update(new)
        return new

    return since


def twice(browser: Browser, form: Form, **values: object) -> tuple[Page, Page]:
    return browser.send(form, **values), browser.send(form, **values)


def test_copy_is_made_once(organiser: Browser, make: Make, added: Added):
    code = make("Landelijke dag")
    form = form_at(organiser, f"/sessies/{code}", f"/sessies/{code}/kopie")
    added()
    first, second = twice(organiser, form)
    assert first.path == second.path
    assert "De kopie staat klaar" in second.words
    assert added() == {first.path.split("/")[2]}


def test_page_that_is_opened_again_makes_another_copy(organiser: Browser, make: Make, added: Added):
    code = make("Landelijke dag")
    added()
    for _ in range(2):
        organiser.send(form_at(organiser, f"/sessies/{code}", f"/sessies/{code}/kopie"))
    assert len(added()) == 2


def test_new_workshop_is_made_once_and_with_something_else_filled_in_it_is_another(
    organiser: Browser, added: Added
):
    form = form_at(organiser, "/sessies/nieuw")
    added()
    first, second = twice(organiser, form, title="Streekdag")
    assert first.path == second.path
    assert len(added()) == 1
    assert organiser.send(form, title="Andere dag").path != first.path
    assert len(added()) == 1


@pytest.mark.parametrize("file", ["verslag.json?edition=organiser", "archief.zip"])
def test_workshop_comes_back_from_a_file_once(
    organiser: Browser, make: Make, added: Added, file: str
):
    code = make("Landelijke dag")
    content = organiser.client.get(f"/sessies/{code}/{file}").data
    form = form_at(organiser, "/sessies/uit-bestand")
    added()
    first, second = (organiser.send(form, file=(io.BytesIO(content), file)) for _ in range(2))
    assert (first.status, first.path) == (second.status, second.path)
    assert added() == {first.path.split("/")[2]}


def test_link_to_lead_by_is_made_once(organiser: Browser, make: Make):
    code = make("Landelijke dag")
    before, form = organiser.open(f"/sessies/{code}"), organiser.page.form(f"/sessies/{code}/links")
    _, after = twice(organiser, form, label="Anna")
    assert after.html.count("/b/") == before.html.count("/b/") + 1


def test_link_to_read_the_report_by_is_made_once_and_shown_both_times(
    organiser: Browser, make: Make
):
    code = make("Landelijke dag")
    path = f"/sessies/{code}/verslag"
    first, second = twice(organiser, form_at(organiser, path, f"{path}/delen"))
    links = [re.findall(r"/verslag/[\w-]{20,}", page.html) for page in (first, second)]
    assert len(links[0]) == 1
    assert links[0] == links[1]
    assert second.words.count("Werkt tot en met") == 1


def test_template_is_kept_once(organiser: Browser, make: Make):
    code = make("Landelijke dag")
    first, second = twice(organiser, form_at(organiser, f"/sessies/{code}/sjabloon"))
    assert (first.path, second.path) == (f"/sessies/{code}", f"/sessies/{code}")
    assert "Bewaard." in second.words
    assert organiser.open("/sessies/sjablonen").html.count("Haal weg") == 1


def test_two_at_the_same_moment_make_one(site: Flask):
    start, made = threading.Barrier(2), []
    about = {"title": "Proef", "question": "Hoe?", "plan": [{"kind": "ideas", "minutes": 5}]}
    id = rooms.new_id()

    def tap() -> None:
        with site.app_context():
            start.wait()
            row, result = rooms.create(None, about, id=id)
            made.append((row.code, result.ok))

    taps = [threading.Thread(target=tap) for _ in range(2)]
    for one in taps:
        one.start()
    for one in taps:
        one.join()
    assert len(set(made)) == 1
    assert made[0][1]
    with site.app_context():
        row = write(lambda session: workshops.by_code(session, made[0][0]))
        assert row is not None
        assert len(write(lambda session: workshops.links(session, row.id))) == 1
