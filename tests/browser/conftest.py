"""A workshop with real browsers in it: a projector, phones, and who prepares it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from brouwerij.domain.plans import TEMPLATES
from tests.support.server import Server

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}
WALL: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}


class Screens:
    """Browsers of people who do not know of each other. Errors on any page fail the test."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.errors: list[str] = []

    def page(self, kind: dict[str, Any], **more: Any) -> Page:
        """A page in a browser of its own, where nothing moves unless asked for."""
        settings = {**kind, "locale": "nl-NL", "reduced_motion": "reduce", **more}
        context = self._browser.new_context(**settings, base_url=self.server.address)
        self._contexts.append(context)
        page = context.new_page()
        self.watch(page)
        return page

    def watch(self, page: Page) -> Page:
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()


class Workshop:
    """A workshop made on the command line's way, with its screens."""

    def __init__(self, screens: Screens, template: str, **about: Any) -> None:
        from brouwerij.cli.workshop import create

        self.screens = screens
        with screens.server.app.test_request_context():
            about = {"title": "Cooplink", "question": "Hoe kunnen we elkaar versterken?", **about}
            made = create(template, **about)
        assert isinstance(made, dict), made
        self.made = made
        self.code = made["code"]

    def path(self, link: str) -> str:
        """The path of one of the links that came with it."""
        return re.sub(r"^https?://[^/]+", "", self.made[link])

    def projector(self) -> Page:
        """The wall, by the facilitator's link."""
        page = self.screens.page(WALL)
        page.goto(self.path("facilitator_url"))
        page.goto(f"/{self.code}/projector")
        expect(page.get_by_text(self.code).first).to_be_visible()
        return page

    def facilitator(self) -> Page:
        """The page of who leads, on a device of its own."""
        page = self.screens.page(LAPTOP)
        page.goto(self.path("facilitator_url"))
        return page

    def phone(self, name: str, initiative: str = "CW Circa", **more: Any) -> Page:
        """Somebody who joins by the page, and is in."""
        page = self.screens.page(PHONE, **more)
        page.goto(f"/{self.code}")
        enter(page, name, initiative)
        return page


def enter(page: Page, name: str, initiative: str) -> None:
    """Fill in the page to join."""
    page.get_by_label("Hoe heet je?").fill(name)
    picked = page.get_by_role("radio", name=initiative, exact=True)
    if picked.count():
        picked.check()
    elif page.get_by_role("radio", name="Een ander initiatief").count():
        page.get_by_role("radio", name="Een ander initiatief").check()
        page.get_by_label("Hoe heet het?").fill(initiative)
    else:
        page.get_by_label("Van welk initiatief kom je?").fill(initiative)
    page.get_by_role("button", name="Doe mee").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def press(wall: Page, key: str) -> None:
    """A key on the projector, where nothing has the focus."""
    wall.locator("body").press(key)


def write_idea(phone: Page, text: str) -> None:
    phone.get_by_role("textbox", name="Je idee").fill(text)
    phone.get_by_role("button", name="Breng in").click()


def tap_twice(phone: Page, name: str) -> None:
    """As a nervous thumb does: at one place, without looking at what comes up there."""
    button = phone.get_by_role("button", name=name).first
    button.scroll_into_view_if_needed()
    place = button.bounding_box()
    assert place is not None
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    phone.touchscreen.tap(x, y)
    phone.touchscreen.tap(x, y)


@pytest.fixture
def screens(browser: Browser, server: Server) -> Iterator[Screens]:
    opened = Screens(browser, server)
    yield opened
    opened.close()
    assert not opened.errors, opened.errors


@pytest.fixture
def workshop(screens: Screens) -> Callable[..., Workshop]:
    """Makes a workshop: workshop("korte-stemming", tables=0)."""

    def make(template: str = "korte-stemming", **about: Any) -> Workshop:
        assert template in TEMPLATES
        return Workshop(screens, template, **about)

    return make
