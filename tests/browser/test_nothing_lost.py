"""What somebody typed on a phone is theirs: bad Wi-Fi, a closed tab and a closed round included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from shutil import copytree, rmtree
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Workshop, press, write_idea

pytestmark = pytest.mark.browser
Make = Callable[..., Workshop]


@pytest.fixture
def room(workshop: Make) -> tuple[Workshop, Page, Page]:
    """Brouwen is open: the workshop, its projector and Anna's phone."""
    made = workshop()
    wall, anna = made.projector(), made.phone("Anna")
    press(wall, "Enter")
    expect(anna.get_by_role("textbox", name="Je idee")).to_be_visible()
    return made, wall, anna


def card(phone: Page, text: str) -> object:
    return phone.get_by_role("listitem").filter(has_text=text)


def test_idea_written_without_connection_is_kept_and_arrives_later(
    room: tuple[Workshop, Page, Page],
):
    _, wall, anna = room
    anna.context.set_offline(True)
    write_idea(anna, "Uit de tunnel")
    expect(card(anna, "Uit de tunnel")).to_contain_text("Op je telefoon bewaard")
    expect(anna.get_by_text("Geen verbinding. We bewaren het hier")).to_be_visible()

    anna.context.set_offline(False)

    expect(card(anna, "Uit de tunnel")).to_contain_text("Bewaard")
    expect(anna.get_by_text("Alles is bewaard")).to_be_visible()
    expect(wall.get_by_role("banner")).to_contain_text("1 idee")


def test_idea_written_without_connection_survives_closing_the_tab(
    room: tuple[Workshop, Page, Page],
):
    made, wall, anna = room
    anna.context.set_offline(True)
    write_idea(anna, "Uit een dode hoek")
    expect(card(anna, "Uit een dode hoek")).to_contain_text("Op je telefoon bewaard")
    again = made.screens.watch(anna.context.new_page())
    anna.close()

    anna_context_online(again)
    again.goto(f"/{made.code}")

    expect(card(again, "Uit een dode hoek")).to_contain_text("Bewaard")
    expect(wall.get_by_role("banner")).to_contain_text("1 idee")


KEPT = """async () => {
  const kept = await caches.open("brouwerij-phone");
  const pages = async () => (await kept.keys()).filter(({ url }) => url.endsWith("/mee"));
  while (!(await pages()).length) await new Promise(requestAnimationFrame);
}"""
"""Waits until the service worker has kept the page."""


def test_page_opens_without_connection_with_what_was_written(room: tuple[Workshop, Page, Page]):
    made, wall, anna = room
    anna.evaluate(KEPT)
    anna.context.set_offline(True)
    write_idea(anna, "Zonder bereik")
    expect(card(anna, "Zonder bereik")).to_contain_text("Op je telefoon bewaard")

    anna.goto(f"/{made.code}")

    expect(anna.get_by_role("heading", level=1)).to_be_visible()
    anna.context.set_offline(False)
    expect(card(anna, "Zonder bereik")).to_contain_text("Bewaard")
    expect(wall.get_by_role("banner")).to_contain_text("1 idee")


def test_page_opens_without_connection_with_what_others_did_until_it_was_left(
    room: tuple[Workshop, Page, Page],
):
    made, wall, anna = room
    anna.evaluate(KEPT)
    press(wall, "r")
    write_idea(made.phone("Bram", "Sandwijck"), "Van een ander")
    expect(anna.get_by_text("Van een ander")).to_be_visible()
    anna.context.set_offline(True)

    anna.goto(f"/{made.code}")

    expect(anna.get_by_text("Van een ander")).to_be_visible()


def anna_context_online(page: Page) -> None:
    page.context.set_offline(False)


def test_half_a_sentence_survives_a_reload(room: tuple[Workshop, Page, Page]):
    _, _, anna = room
    anna.get_by_role("textbox", name="Je idee").fill("Elkaars statuten lenen, zodat")
    anna.reload()
    expect(anna.get_by_role("textbox", name="Je idee")).to_have_value(
        "Elkaars statuten lenen, zodat"
    )


def test_half_a_sentence_when_the_round_passes_can_still_be_sent(
    room: tuple[Workshop, Page, Page],
):
    made, wall, anna = room
    leader = made.facilitator()
    anna.get_by_role("textbox", name="Je idee").fill("Nog net een goed idee")
    press(wall, "o")
    expect(anna.get_by_role("heading", level=1)).not_to_contain_text("Hoe kunnen we")

    anna.get_by_role("button", name="Stuur alsnog").click()

    expect(leader.get_by_text("Te laat ingebracht")).to_be_visible()
    expect(leader.get_by_text("Nog net een goed idee")).to_be_visible()


class Proxy(BaseHTTPRequestHandler):
    """What stands before a server that is gone."""

    def do_GET(self) -> None:
        self.send_error(HTTPStatus.BAD_GATEWAY)

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def only_the_proxy(port: int) -> Iterator[None]:
    with ThreadingHTTPServer(("127.0.0.1", port), Proxy) as proxy:
        Thread(target=proxy.serve_forever).start()
        yield
        proxy.shutdown()


def test_server_that_dies_and_comes_back_loses_nothing_on_the_phone(browser, own_server, tmp_path):
    from tests.browser.conftest import Screens

    instance, backup = tmp_path / "instance", tmp_path / "backup"
    screens = Screens(browser, own_server)
    made = Workshop(screens, "korte-stemming")
    wall, anna = made.projector(), made.phone("Anna")
    press(wall, "Enter")
    write_idea(anna, "Vóór de klap")
    expect(card(anna, "Vóór de klap")).to_contain_text("Bewaard")
    anna.evaluate(KEPT)
    own_server.kill()
    copytree(instance, backup)
    write_idea(anna, "Na de klap")
    expect(card(anna, "Na de klap")).to_contain_text("Op je telefoon bewaard")
    with only_the_proxy(own_server.port):
        anna.reload()
        expect(card(anna, "Na de klap")).to_contain_text("Op je telefoon bewaard")

    own_server.start()

    expect(card(anna, "Na de klap")).to_contain_text("Bewaard", timeout=20_000)
    expect(anna.get_by_text("Alles is bewaard")).to_be_visible()
    expect(wall.get_by_role("banner")).to_contain_text("2 ideeën", timeout=20_000)

    own_server.kill()
    rmtree(instance)
    copytree(backup, instance)
    own_server.start()
    anna.reload()

    expect(card(anna, "Na de klap")).to_contain_text("Bewaard", timeout=20_000)
    expect(wall.get_by_role("banner")).to_contain_text("2 ideeën", timeout=20_000)
    expect(anna.get_by_text("Alles is bewaard")).to_be_visible()
    screens.close()
    assert not screens.errors
