"""Real browsers that look on while simulated people live through an afternoon."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from scripts import i18n
from tests.support import machine

SCREENS: dict[str, dict[str, Any]] = {
    "projector": {"viewport": {"width": 1920, "height": 1080}},
    "facilitator": {"viewport": {"width": 1280, "height": 800}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    },
}
WHERE = {"projector": "projector", "facilitator": "begeleiding", "phone": ""}
IDEAS = (
    "Samen één fonds waar startende groepen uit kunnen lenen",
    "Wethouders uitnodigen op werkbezoek",
)

Say = Callable[[str], str]
"""A Dutch text of the screen in the language that is spoken."""


def saying(language: str) -> Say:
    """A text that is not there, or not translated, is a mistake here: it would be waited for."""
    catalog = i18n.read("en")

    def say(text: str) -> str:
        found = catalog.get(text)
        if not found or not isinstance(found.string, str) or not found.string:
            raise LookupError(f"no text on the screen, or no English for it: {text}")
        return text if language == i18n.SOURCE_LANGUAGE else found.string

    return say


async def write_ideas(phone: Page, say: Say) -> None:
    for idea in IDEAS:
        await phone.get_by_role("textbox").last.fill(idea)
        await phone.get_by_role("button", name=say("Breng in")).click()
    await phone.get_by_role("textbox").last.fill("Elkaars statuten lenen, zodat niet iedereen")


async def carry(phone: Page, say: Say) -> None:
    await phone.get_by_text(say("Draag ik"), exact=True).click()
    await phone.get_by_text(say("Hier werk ik aan mee")).click()


async def have_the_next_idea(phone: Page, _say: Say) -> None:
    """The one that was shown may just have been placed by somebody else."""
    await phone.locator("main:not(:has(.target[aria-disabled=true]))").wait_for()


async def place_a_dot(phone: Page, _say: Say) -> None:
    await phone.locator(".dot-toggle").first.click()


async def look_back(phone: Page, _say: Say) -> None:
    await phone.get_by_role("radio", name="4").check()
    await phone.get_by_role("textbox").fill("Ik ga naar huis met een plan")


async def think_better(phone: Page, _say: Say) -> None:
    await phone.get_by_role("textbox").last.fill("")


ACTS: dict[str, Callable[[Page, Say], Awaitable[None]]] = {
    "ideas-open": write_ideas,
    "ideas-closed": think_better,
    "clustering-full": have_the_next_idea,
    "dots-open": place_a_dot,
    "poll-open": carry,
    "checkout-open": look_back,
}
"""What the person at the phone does at a moment."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The Chromium of this machine."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=machine.chromium(), args=list(machine.CHROMIUM_WORDS)
        )
        yield browser
        await browser.close()


class Onlookers:
    """A projector, a facilitator's page and a phone, in one language, by day or in the dark."""

    def __init__(self, browser: Browser, language: str = "nl", *, dark: bool = False) -> None:
        self.language, self.dark = language, dark
        self.pages: dict[str, Page] = {}
        self._browser = browser
        self._say = saying(language)

    async def come(self, address: str, code: str, cookie: str) -> None:
        """Open the screens of a workshop; the phone is still at the door. cookie: who leads."""
        name, _, value = cookie.partition("=")
        for screen, kind in SCREENS.items():
            context = await self._browser.new_context(
                **kind,
                locale=self.language,
                color_scheme="dark" if self.dark else "light",
                reduced_motion="reduce",  # what is looked at has come to rest
            )
            if screen != "phone":
                await context.add_cookies([{"name": name, "value": value, "url": address}])
            page = self.pages[screen] = await context.new_page()
            path = f"{address}/{code}/{WHERE[screen]}".rstrip("/")
            await page.goto(f"{path}?lang={self.language}")

    async def join(self, name: str) -> None:
        """Come in by the phone."""
        phone = self.pages["phone"]
        await phone.locator("#name").fill(name)
        await phone.locator("#initiative").fill("Roggeveenstraat")
        await phone.locator("form.join-form button").click()
        await phone.wait_for_url("**/mee")

    async def act(self, moment: str) -> None:
        """Take part a little, by the phone."""
        if moment in ACTS:
            await ACTS[moment](self.pages["phone"], self._say)
