"""Somebody who goes by all pages that are no live screens, errors in their forms included."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page

from tests.support.onlookers import SCREENS, saying

PASSWORD = "een zin die je onthoudt"
SEND = """() => {
  const form = document.querySelector("main form:not([data-choose])");
  form.noValidate = true;
  form.requestSubmit();
}"""
"""Sends the page's form as it stands, without the browser's own objections."""

Seen = AsyncIterator[tuple[str, Page]]


@dataclass(frozen=True)
class Walk:
    """A workshop that is still to come with its links, and the invitation of an organiser."""

    soon: dict[str, str]
    invitation: str


class Visitor:
    """A screen on which the pages are seen, in one language, by day or in the dark."""

    def __init__(
        self, browser: Browser, language: str, *, dark: bool = False, screen: str = "phone"
    ) -> None:
        self.language, self.dark, self.screen = language, dark, screen
        self._browser = browser
        self._say = saying(language)

    async def come(self, address: str) -> None:
        context = await self._browser.new_context(
            **SCREENS[self.screen],
            locale=self.language,
            color_scheme="dark" if self.dark else "light",
            base_url=address,
        )
        self._page = await context.new_page()
        await self._page.goto(f"/?lang={self.language}")

    async def pages(self, walk: Walk, over: dict[str, str]) -> Seen:
        """Each page with its name. over: a workshop that people lived through, with its links
        and one of its themes."""
        for names in (
            self._at_the_door(walk.soon["code"]),
            self._account(walk.invitation),
            self._preparing(walk.soon),
            self._afterwards(over),
        ):
            async for name in names:
                yield name, self._page

    async def _at_the_door(self, code: str) -> AsyncIterator[str]:
        yield "start"
        yield await self._go("start, code unknown", "/?code=QQQQQQ")
        yield await self._go("no such page", "/dit/is/er/niet")
        yield await self._go("not for you", f"/{code}/projector")
        yield await self._go("come back", f"/{code}/hervat")
        yield await self._send("come back, code unknown")
        yield await self._go("join", f"/{code}")
        yield await self._send("join, initiative missing")

    async def _account(self, invitation: str) -> AsyncIterator[str]:
        yield await self._go("sign up", f"/aanmelden/{invitation}")
        yield await self._send("sign up, nothing filled in")
        name = f"{self.language}.{self.screen}.{'dark' if self.dark else 'light'}"
        await self._page.locator("[name=email]").fill(f"{name}@groenehof.example")
        await self._page.locator("[name=password]").fill(PASSWORD)
        await self._send("signed up")
        yield await self._go("no workshops yet", "/sessies")
        yield await self._go("invitation used", f"/aanmelden/{invitation}")
        yield await self._go("new workshop", "/sessies/nieuw")
        yield await self._go("from a file", "/sessies/uit-bestand")
        yield await self._send("from a file, no file")
        async for name in self._workshops():
            yield name
        await self._page.context.clear_cookies(name="session")
        yield await self._go("sign in", "/inloggen")
        yield await self._send("sign in, wrong")

    async def _workshops(self) -> AsyncIterator[str]:
        """A list with one workshop in it, its plan as an own template, and the list without it."""
        await self._page.goto("/sessies/nieuw")
        await self._page.locator("[name=title]").fill("Landdag")
        await self._send("made")
        at = path(self._page.url)
        yield await self._go("workshops", "/sessies")
        yield await self._go("nothing found", "/sessies?zoek=zeepkist")
        await self._page.goto(f"{at}/sjabloon")
        await self._send("kept")
        yield await self._go("own templates", "/sessies/sjablonen")
        await self._page.goto(at)
        await self._page.locator("form[action$=opbergen] button").click()
        await self._page.wait_for_url("**/sessies")
        yield await self._go("put away", "/sessies?toon=away")

    async def _preparing(self, soon: dict[str, str]) -> AsyncIterator[str]:
        at = f"/sessies/{soon['code']}"
        yield await self._go("workshop", path(soon["organiser_url"]))
        yield await self._go("about", f"{at}/gegevens")
        yield await self._go("look", f"{at}/uiterlijk")
        yield await self._go("plan", f"{at}/plan")
        await self._page.goto(f"{at}/plan/telefoon/3")
        await self._page.locator("main h1").wait_for()
        yield "preview"
        yield await self._go("poster", f"{at}/poster")
        yield await self._go("paper cards", f"{at}/kaartjes")

    async def _afterwards(self, over: dict[str, str]) -> AsyncIterator[str]:
        at = f"/sessies/{over['code']}"
        yield await self._go("workshop that is over", path(over["organiser_url"]))
        yield await self._go("how a theme came to be", f"/{over['code']}/thema/{over['theme']}")
        for edition in ("organiser", "participants", "public"):
            yield await self._go(f"report, {edition}", f"{at}/verslag/lezen?edition={edition}")
        yield await self._go("report as tables", f"{at}/verslag?format=xlsx")
        yield await self._go("report to take along or share", f"{at}/verslag")
        yield await self._send("shared")
        shared = await self._page.locator("input[readonly]").first.input_value()
        yield await self._go("shared report", shared)
        yield await self._go("groups", f"{at}/werkgroepen")
        yield await self._send("groups, open to who was not there")
        desk = await self._page.locator("input[readonly]").first.input_value()
        yield await self._go("too late to join", f"/{over['code']}")
        yield await self._go("joining a group", desk)
        yield await self._send("joining a group, nothing filled in")
        await self._page.locator("[name=group]").first.check()
        for field, words in (
            ("name", "Chris"),
            ("initiative", "Het Nest"),
            ("phone", "0612345678"),
        ):
            await self._page.locator(f"[name={field}]").fill(words)
        await self._page.locator("[name=consent]").check()
        yield await self._send("own groups")
        yield await self._go("what is known of one", f"/{over['code']}/over-mij")
        yield await self._go("to be forgotten", f"/{over['code']}/over-mij/wissen")

    async def _go(self, name: str, address: str) -> str:
        await self._page.goto(address)
        return name

    async def _send(self, name: str) -> str:
        async with self._page.expect_navigation():
            await self._page.evaluate(SEND)
        return name


def path(link: str) -> str:
    """A link on this server, wherever that was made for."""
    return urlsplit(link).path
