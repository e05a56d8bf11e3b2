"""The page for a workshop's logo and colour, and where those are seen."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from PIL import Image

from brouwerij import images
from brouwerij.config import ROOT
from brouwerij.domain.board import Board
from brouwerij.extensions import db
from brouwerij.live import purging
from brouwerij.store import logos
from tests.web.browser import Browser, Page
from tests.web.conftest import Make

YELLOW, READABLE_YELLOW = "#ffff00", "#707000"
FEWER = 100_000
"""Bytes of a file in the place of two million, for which the test client leaves files open."""
CSS = ROOT / "static" / "css"
PROGRAM = b"MZ\x90\x00" + bytes(400)


def png(colour: str = "#2f6b3c", size: tuple[int, int] = (1200, 300)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def code(make: Make) -> str:
    return make(title="Het Nest")


@pytest.fixture
def set_look(organiser: Browser, code: str) -> Callable[..., Page]:
    """Fill in the page and save it. file: what is in the file that is chosen."""

    def do(file: bytes | None = None, name: str = "logo.png", **values: Any) -> Page:
        form = organiser.open(f"/sessies/{code}/uiterlijk").form()
        sent = {"file": (io.BytesIO(file), name)} if file is not None else {}
        return organiser.send(form, **values, **sent)

    return do


def test_page_when_a_logo_and_a_colour_are_chosen_then_they_are_kept_and_shown(
    set_look: Callable[..., Page], organiser: Browser, board: Callable[[str], Board], code: str
):
    page = set_look(png(), accent="FF0", logo_text="Wooncoöperatie Het Nest")
    assert "Bewaard." in page.words
    now = board(code).workshop
    assert (now.accent, now.logo_text) == (YELLOW, "Wooncoöperatie Het Nest")
    assert page.form().fields["accent"] == YELLOW
    assert READABLE_YELLOW in page.words
    assert page.html.count(f'src="/logo/{now.logo}.png"') == 2
    assert page.form().fields["logo"] == now.logo
    set_look(accent="#00a0ff")
    assert board(code).workshop.logo == now.logo, "what was not chosen anew stays"


def test_page_when_nothing_is_chosen_then_names_the_colours_of_the_style_sheet(
    organiser: Browser, code: str
):
    tokens = dict(re.findall(r"--([a-z-]+): (#\w{6});", (CSS / "tokens.css").read_text()))
    words = organiser.open(f"/sessies/{code}/uiterlijk").words
    assert tokens["copper"] in words
    assert tokens["copper-night"] in words


def test_logo_comes_small_at_an_address_that_a_browser_may_keep(
    set_look: Callable[..., Page], visitor: Browser, board: Callable[[str], Board], code: str
):
    set_look(png())
    logo = board(code).workshop.logo
    got = visitor.client.get(f"/logo/{logo}.png")
    assert got.content_type == "image/png"
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in got.headers["Cache-Control"]
    assert logos.hash_of(got.data) == logo
    assert Image.open(io.BytesIO(got.data)).size == (800, 200)
    assert visitor.open(f"/logo/{logo[:-1]}0{logo[-1]}.png").status == 404
    assert visitor.open(f"/logo/{'0' * 64}.png").status == 404


def test_style_of_an_accent_has_only_colours_and_only_for_a_colour(visitor: Browser):
    got = visitor.client.get("/accent/ffff00.css")
    assert got.content_type == "text/css; charset=utf-8"
    assert f"--accent:{READABLE_YELLOW}" in got.text
    assert set(re.findall(r":(#\w+)", got.text)) <= {READABLE_YELLOW, "#616100", YELLOW, "#ffff89"}
    for wrong in ("ffff0", "FFFF00", "zzzzzz", "ffff00%0A", "ff0", "}%20body%7B", "%23ffff00"):
        assert visitor.client.get(f"/accent/{wrong}.css").status_code == 404


@pytest.mark.parametrize(
    ("file", "name", "said"),
    [
        (PROGRAM, "logo.png", "geen plaatje dat we kunnen lezen"),
        (b"<svg xmlns='x'><script>alert(1)</script></svg>", "logo.svg", "Sla het logo op als PNG"),
        (bytes(FEWER + 1), "logo.png", "hoogstens 2 MB"),
        (png(size=(4001, 2)), "logo.png", "hoogstens 4000 beeldpunten"),
        (png("white"), "logo.png", "Op wit papier zie je niets"),
    ],
    ids=["program", "svg", "large", "wide", "white"],
)
def test_page_when_the_file_is_no_logo_then_says_why_and_keeps_the_rest(
    set_look: Callable[..., Page],
    board: Callable[[str], Board],
    code: str,
    monkeypatch: pytest.MonkeyPatch,
    file: bytes,
    name: str,
    said: str,
):
    monkeypatch.setattr(images, "LARGEST", FEWER)
    set_look(png())
    before = board(code).workshop
    page = set_look(file, name, accent="#00A0FF", logo_text="Het Nest")
    assert page.status == 422
    assert said in page.wrong["file"]
    assert page.focus == "file"
    kept = page.form().fields
    assert (kept["accent"], kept["logo_text"], kept["logo"]) == (
        "#00a0ff", "Het Nest", before.logo,
    )  # fmt: skip
    assert board(code).workshop == before


def test_page_when_only_the_colour_is_wrong_then_the_logo_need_not_be_chosen_again(
    set_look: Callable[..., Page], organiser: Browser, board: Callable[[str], Board], code: str
):
    page = set_look(png(), accent="red;}body{display:none", logo_text="t" * 81)
    assert page.status == 422
    assert set(page.wrong) == {"accent", "logo_text"}
    assert "red;" in page.form().fields["accent"]
    assert "display:none" not in page.html.partition("<body")[0]
    again = organiser.send(page.form(), accent="#a8481a", logo_text="Het Nest")
    assert again.status == 200
    logo = board(code).workshop.logo
    assert logo == page.form().fields["logo"] != ""


def test_page_when_the_logo_is_taken_away_then_it_can_be_brought_back(
    set_look: Callable[..., Page], organiser: Browser, board: Callable[[str], Board], code: str
):
    set_look(png(), accent="#00a0ff")
    before = board(code).workshop
    page = set_look(remove=True, accent="")
    assert (board(code).workshop.logo, board(code).workshop.accent) == ("", "")
    [back] = [form for form in page.forms if "/uiterlijk/terug/" in form.action]
    page = organiser.send(back)
    assert "weer zoals het was" in page.words
    assert board(code).workshop == before
    page = organiser.send(back)
    assert board(code).workshop == before, "a second time it is told that it cannot be"
    assert 'data-kind="against"' in page.html


def test_page_when_a_logo_of_another_workshop_is_named_then_it_gets_none(
    set_look: Callable[..., Page], make: Make, board: Callable[[str], Board], code: str,
    organiser: Browser,
):  # fmt: skip
    set_look(png())
    other = make(title="Elders")
    form = organiser.open(f"/sessies/{other}/uiterlijk").form()
    form.fields["logo"] = board(code).workshop.logo
    organiser.send(form)
    assert board(other).workshop.logo == ""


def test_page_of_another_organiser_is_not_there(
    stranger: Browser, visitor: Browser, code: str, set_look: Callable[..., Page]
):
    assert stranger.open(f"/sessies/{code}/uiterlijk").status == 404
    assert visitor.open(f"/sessies/{code}/uiterlijk").path == "/inloggen"
    assert set_look().status == 200


SEEN = (
    "/{code}",
    "/sessies/{code}/poster",
    "/sessies/{code}/kaartjes",
    "/sessies/{code}/verslag/lezen",
)


@pytest.mark.parametrize("where", SEEN)
def test_pages_wear_the_logo_and_the_accent_and_nothing_when_there_is_none(
    where: str, set_look: Callable[..., Page], organiser: Browser, board: Any, code: str
):
    bare = organiser.open(where.format(code=code)).html
    assert "/logo/" not in bare
    assert "/accent/" not in bare
    set_look(png(), accent=YELLOW, logo_text='"><script>x</script>')
    page = organiser.open(where.format(code=code)).html
    assert f"/logo/{board(code).workshop.logo}.png" in page
    assert '<link rel="stylesheet" href="/accent/ffff00.css">' in page
    assert "data-accent" in page
    assert "<script>x" not in page


def test_projector_has_the_logo_for_who_comes_in(
    set_look: Callable[..., Page], organiser: Browser, board: Any, code: str
):
    assert '"logo": null' in organiser.open(f"/{code}/projector").html
    set_look(png(), logo_text="Het Nest")
    logo = board(code).workshop.logo
    page = organiser.open(f"/{code}/projector").html
    assert f'"logo": {{"address": "/logo/{logo}.png", "text": "Het Nest"}}' in page


def test_report_as_a_file_has_the_logo_in_it(
    set_look: Callable[..., Page], organiser: Browser, code: str
):
    set_look(png())
    page = organiser.client.get(f"/sessies/{code}/verslag.html").text
    assert 'src="data:image/png;base64,' in page
    assert "/logo/" not in page


def test_purge_when_people_are_erased_then_the_logo_stays_and_what_it_replaced_is_gone(
    set_look: Callable[..., Page], site: Flask, visitor: Browser, board: Any, code: str
):
    set_look(png("#123456"))
    first = board(code).workshop.logo
    set_look(png("#7a2e4d"))
    second = board(code).workshop.logo
    assert visitor.client.get(f"/logo/{first}.png").status_code == 200
    with site.app_context():
        assert purging.purge(code)
        db.session.remove()
    assert visitor.client.get(f"/logo/{second}.png").status_code == 200
    assert visitor.client.get(f"/logo/{first}.png").status_code == 404
