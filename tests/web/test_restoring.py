"""An organiser brings a report back as a workshop, by the file that was downloaded."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from brouwerij.domain.board import Board
from tests.web.browser import Browser, Page
from tests.web.conftest import Make


def sent(browser: Browser, content: bytes) -> Page:
    form = browser.open("/sessies/uit-bestand").form()
    return browser.send(form, file=(io.BytesIO(content), "verslag.json"))


def test_report_as_json_makes_a_workshop_again(
    organiser: Browser, make: Make, board: Callable[[str], Board]
):
    code = make("Landelijke dag")
    file = organiser.client.get(f"/sessies/{code}/verslag.json?edition=organiser").data
    page = sent(organiser, file)
    assert page.status == 200, page.words
    made = board(page.path.removeprefix("/sessies/")).workshop
    assert (made.title, made.state) == ("Landelijke dag", "ended")
    assert page.path != f"/sessies/{code}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Kies eerst een bestand"),
        (b"PK", "Dit is geen archief van Brouwerij"),
        (b"GIF89a", "Dit is geen verslag van Brouwerij"),
        (b'{"brouwerij": "report", "version": 9}', "een andere versie van Brouwerij"),
    ],
)
def test_file_that_is_no_report_says_what_to_do(organiser: Browser, content: bytes, said: str):
    page = sent(organiser, content)
    assert page.status == 422
    assert said in page.words


def test_archive_brings_the_whole_workshop_back_beside_the_old_one(
    organiser: Browser, phone: Browser, join: Callable[..., Page], make: Make,
    board: Callable[[str], Board],
):  # fmt: skip
    code = make("Landelijke dag")
    join(phone, code, name="Anna", initiative="De Hof")
    answer = organiser.client.get(f"/sessies/{code}/archief.zip")
    assert answer.headers["Cache-Control"] == "no-store"
    page = sent(organiser, answer.data)
    made = page.path.removeprefix("/sessies/")
    assert made != code
    assert f"De oude code {code} is hier in gebruik" in page.words
    assert board(made).participants == board(code).participants


def test_archive_is_for_whoever_owns_the_workshop(
    organiser: Browser, stranger: Browser, make: Make
):
    code = make("Landelijke dag")
    assert organiser.client.get(f"/sessies/{code}/archief.zip").status_code == 200
    assert stranger.client.get(f"/sessies/{code}/archief.zip").status_code == 404
