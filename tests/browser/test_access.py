"""Nothing that axe finds, on any screen at any moment of an afternoon: WCAG 2.2 A and AA.

By day in Dutch and in the dark in English, so that each word and each colour is looked at once.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Page

from brouwerij.cli._app import cookie_of_leader
from brouwerij.cli.workshop import create
from brouwerij.simulate import Setting, simulate
from tests.support.apart import apart
from tests.support.onlookers import Onlookers, chromium
from tests.support.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PEOPLE = 7
LOOK = """async (tags) => {
  const ending = (it) => it.effect.getComputedTiming().endTime !== Infinity;
  const moving = document.getAnimations().filter(ending);
  await Promise.all(moving.map((it) => it.finished.catch(() => {})));
  const { violations } = await axe.run({ runOnly: tags });
  const told = ({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`);
  return violations.flatMap(told);
}"""


async def found(page: Page) -> list[str]:
    """What axe has to say of a page as it stands."""
    if not await page.evaluate("() => 'axe' in window"):
        await page.evaluate(f"() => {{ {AXE.read_text()} }}")
    said: list[str] = await page.evaluate(LOOK, RULES)
    return said


async def look(onlookers: list[Onlookers], moment: str) -> list[str]:
    return [
        f"{moment}, {screen} in {looking.language}: {line}"
        for looking in onlookers
        for screen, page in looking.pages.items()
        for line in await found(page)
    ]


async def afternoon(address: str, code: str, cookie: str) -> list[str]:
    """Live through all of it; what was found on the way."""
    said: list[str] = []
    async with chromium() as browser:
        onlookers = [Onlookers(browser, "nl"), Onlookers(browser, "en", dark=True)]
        for looking in onlookers:
            await looking.come(address, code, cookie)
        said += await look(onlookers, "door")
        for looking, name in zip(onlookers, ("Anna", "Bram"), strict=True):
            await looking.join(name)

        async def watch(moment: str) -> None:
            if moment.endswith("-focus"):
                return
            for looking in onlookers:
                await looking.act(moment)
            said.extend(await look(onlookers, moment))

        setting = Setting(address, code, cookie, PEOPLE, end=True)
        await simulate(setting, lambda line: None, watch)
    return said


def test_screens_at_every_moment_have_nothing_that_axe_finds(server: Server):
    with server.app.test_request_context():
        made = create("ideeenbrouwerij", title="Cooplink", question="Hoe verder?")
        assert isinstance(made, dict), made
        code, cookie = made["code"], cookie_of_leader(made["code"])
    said = apart(asyncio.run, afternoon(server.address, code, cookie or ""))
    assert not said, "\n".join(sorted(set(said)))
