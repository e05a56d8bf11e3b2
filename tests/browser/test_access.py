"""Nothing that axe finds, on any screen at any moment of an afternoon and on every page beside it:
WCAG 2.2 A and AA. On a phone every target is large enough and nothing falls off the edge. In forced
colours what is chosen, focused, done or filled still stands out.

By day in Dutch and in the dark in English, so that each word and each colour is looked at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from itertools import chain

import pytest
from playwright.async_api import Page

from brouwerij import clock
from brouwerij.cli._app import cookie_of_leader
from brouwerij.cli.workshop import create
from brouwerij.domain.entities import Theme
from brouwerij.live import rooms
from brouwerij.simulate import Setting, simulate
from brouwerij.store import accounts
from brouwerij.store.gate import write
from tests.support.access import axe, on_phone
from tests.support.apart import apart
from tests.support.forced import MOMENTS, Forced
from tests.support.onlookers import Onlookers, chromium
from tests.support.server import Server
from tests.support.visitor import Visitor, Walk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PEOPLE = 7
Look = Coroutine[None, None, list[str]]


def looks(who: Onlookers | Visitor, screen: str = "phone") -> Callable[[Page], Look]:
    """How a screen is looked at. Sizes are the same in the dark, and Dutch words are the longer."""
    return axe if who.dark or screen != "phone" else on_phone


async def look(onlookers: list[Onlookers], moment: str) -> list[str]:
    async def at(looking: Onlookers, screen: str, page: Page) -> list[str]:
        said = await looks(looking, screen)(page)
        return [f"{moment}, {screen} in {looking.language}: {line}" for line in said]

    found = await asyncio.gather(
        *(at(looking, *shown) for looking in onlookers for shown in looking.pages.items())
    )
    return list(chain(*found))


async def afternoon(address: str, code: str, cookie: str) -> list[str]:
    """Live through all of it; what was found on the way."""
    said: list[str] = []
    forced = Forced()
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
            if moment in MOMENTS:
                for page in onlookers[0].pages.values():
                    said.extend(await forced.look(page))

        setting = Setting(address, code, cookie, PEOPLE, end=True)
        await simulate(setting, lambda line: None, watch)
    return said + forced.missed()


def workshop(server: Server, **about: str | list[str]) -> tuple[dict[str, str], str]:
    """A new workshop with its links, and the cookie of who leads it."""
    with server.app.test_request_context():
        made = create("ideeenbrouwerij", title="Cooplink", question="Hoe verder?", **about)
        assert isinstance(made, dict), made
        return made, cookie_of_leader(made["code"]) or ""


def test_screens_at_every_moment_keep_nobody_out(server: Server):
    made, cookie = workshop(server)
    said = apart(asyncio.run, afternoon(server.address, made["code"], cookie))
    assert not said, "\n".join(sorted(set(said)))


async def visits(address: str, over: dict[str, str], walks: list[Walk]) -> list[str]:
    """Go by the pages of a workshop that people lived through, and of one that is still to come."""
    async with chromium() as browser:

        async def visit(language: str, walk: Walk) -> list[str]:
            visitor = Visitor(browser, language, dark=language == "en")
            await visitor.come(address)
            return [
                f"{name} in {language}: {line}"
                async for name, page in visitor.pages(walk, over)
                for line in await looks(visitor)(page)
            ]

        return list(chain(*await asyncio.gather(*map(visit, ("nl", "en"), walks))))


def test_pages_beside_the_screens_keep_nobody_out(server: Server):
    over, cookie = workshop(server)
    lived = Setting(server.address, over["code"], cookie, PEOPLE, end=True)
    apart(asyncio.run, simulate(lived, lambda line: None))
    soon, _ = workshop(server, initiatives=["CW Circa", "Sandwijck"])
    with server.app.app_context():
        kettle = rooms.kettle(over["code"])
        kettle.catch_up()
        over["theme"] = next(iter(kettle.board.all(Theme)))
        walks = [
            Walk(soon, write(lambda session: accounts.invite(session, clock.now())))
            for _ in range(2)
        ]
    said = apart(asyncio.run, visits(server.address, over, walks))
    assert not said, "\n".join(sorted(set(said)))
