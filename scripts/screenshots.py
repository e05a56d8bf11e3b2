"""Take a picture of every moment of an afternoon, on every screen.

    python scripts/screenshots.py FOLDER [--language en] [--dark] [--people 50]

Simulated people live through a workshop on a server of its own; at every moment the projector, a
phone and the facilitator's page are photographed. The person at the phone takes part a little.
`--readme` also writes the pictures that README.md shows.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from brouwerij.cli._app import cookie_of_leader  # noqa: E402
from brouwerij.cli.workshop import create  # noqa: E402
from brouwerij.simulate import Setting, simulate  # noqa: E402
from scripts import i18n  # noqa: E402
from tests.support.server import Server, serving  # noqa: E402

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
SETTLE = 900
"""Milliseconds for what moves on a screen to come to rest before it is photographed."""
README = {"ideas-full": ("phone",), "poll-results": ("projector",)}
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


async def think_better(phone: Page, _say: Say) -> None:
    await phone.get_by_role("textbox").last.fill("")


ACTS: dict[str, Callable[[Page, Say], Awaitable[None]]] = {
    "ideas-open": write_ideas,
    "ideas-closed": think_better,
    "poll-open": carry,
}
"""What the person at the phone does at a moment, before the picture."""


class Photographer:
    """Opens the screens of a workshop, and takes their pictures."""

    def __init__(self, browser: Browser, server: Server, code: str, args: argparse.Namespace):
        self._browser, self._server, self._code, self._args = browser, server, code, args
        self._say = saying(args.language)
        self._pages: dict[str, Page] = {}
        self._taken = 0

    async def open(self, cookie: str) -> None:
        for name, screen in SCREENS.items():
            context = await self._browser.new_context(
                **screen,
                locale=self._args.language,
                color_scheme="dark" if self._args.dark else "light",
            )
            key, _, value = cookie.partition("=")
            if name != "phone":
                await context.add_cookies(
                    [{"name": key, "value": value, "url": self._server.address}]
                )
            page = self._pages[name] = await context.new_page()
            where = {"facilitator": "begeleiding", "phone": ""}.get(name, name)
            language = f"?lang={self._args.language}"
            await page.goto(f"{self._server.address}/{self._code}/{where}".rstrip("/") + language)

    async def join(self) -> None:
        phone = self._pages["phone"]
        await self._shoot("join", "phone")
        await phone.locator("#name").fill("Anna")
        await phone.locator("#initiative").fill("Roggeveenstraat")
        await phone.locator("form.join-form button").click()
        await phone.wait_for_url("**/mee")

    async def watch(self, moment: str) -> None:
        if moment.endswith("-focus") and self._taken and moment == self._last:
            return
        self._last = moment
        if moment in ACTS:
            await ACTS[moment](self._pages["phone"], self._say)
        await self._pages["projector"].wait_for_timeout(SETTLE)
        self._taken += 1
        for name in SCREENS:
            await self._shoot(moment, name)

    async def _shoot(self, moment: str, name: str) -> None:
        path = Path(self._args.folder) / f"{self._taken:02}-{moment}-{name}.png"
        await self._pages[name].screenshot(path=path)
        if self._args.readme and name in README.get(moment, ()):
            shutil.copy(path, ROOT / "docs" / "pictures" / f"{name}.png")

    _last = ""


async def photograph(server: Server, args: argparse.Namespace) -> None:
    with server.app.test_request_context():
        made = create(
            "ideeenbrouwerij", title="Cooplink", question="Hoe kunnen we elkaar versterken?"
        )
        if isinstance(made, str):
            sys.exit(made)
        code = made["code"]
        cookie = cookie_of_leader(code) or ""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=os.environ.get("BROUWERIJ_CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        photographer = Photographer(browser, server, code, args)
        await photographer.open(cookie)
        await photographer.join()
        setting = Setting(server.address, code, cookie, args.people, end=True)
        await simulate(setting, print, photographer.watch)
        await browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--language", default="nl", choices=("nl", "en"))
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--readme", action="store_true")
    args = parser.parse_args()
    Path(args.folder).mkdir(parents=True, exist_ok=True)
    (ROOT / "docs" / "pictures").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "instance") as server:
        asyncio.run(photograph(server, args))


if __name__ == "__main__":
    main()
