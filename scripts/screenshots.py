"""Take a picture of every moment of an afternoon and every page beside it, by day and in the dark.

    python scripts/screenshots.py FOLDER [--language nl en] [--light light dark] [--people 50]

Simulated people live through a workshop on a server of its own; at every moment the projector, a
phone and the facilitator's page are photographed in each language and light, and afterwards the
pages on a phone and a laptop. `--docs` also writes the pictures of README.md and docs/screens.md.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.async_api import Browser, Page  # noqa: E402

from brouwerij import clock  # noqa: E402
from brouwerij.cli._app import cookie_of_leader  # noqa: E402
from brouwerij.cli.workshop import create  # noqa: E402
from brouwerij.domain.entities import Theme  # noqa: E402
from brouwerij.live import rooms  # noqa: E402
from brouwerij.simulate import Setting, simulate  # noqa: E402
from brouwerij.store import accounts  # noqa: E402
from brouwerij.store.gate import write  # noqa: E402
from tests.support.onlookers import Onlookers, chromium  # noqa: E402
from tests.support.server import Server, serving  # noqa: E402
from tests.support.visitor import Visitor, Walk  # noqa: E402

SETTLE = 900
"""Milliseconds for what moves on a screen to come to rest before it is photographed."""
PICTURES = ROOT / "docs" / "pictures"
SHOWN = re.findall(
    r"pictures/([a-z-]+)-(phone|projector|facilitator|laptop)\.jpg",
    " ".join((ROOT / page).read_text() for page in ("README.md", "docs/screens.md")),
)
"""Moments and screens that our pages show, in Dutch and by day."""
VISITORS = ("Anna", "Bram", "Chris", "Dewi")
"""Who holds the phone, in each language and light."""
BESIDE = {"phone": "phone", "laptop": "facilitator"}
"""On what the pages beside the screens are photographed, with the screen that it has."""


class Photographer:
    """Takes the pictures. Their names tell moment, screen, light and language."""

    def __init__(self, onlookers: list[Onlookers], args: argparse.Namespace) -> None:
        self._onlookers, self._args = onlookers, args
        self._taken = 0
        self._last = ""

    async def at_the_door(self) -> None:
        for looking, visitor in zip(self._onlookers, VISITORS, strict=False):
            await self._shoot("join", "phone", looking, looking.pages["phone"])
            await looking.join(visitor)

    async def watch(self, moment: str) -> None:
        if moment.endswith("-focus") and moment == self._last:
            return
        self._last = moment
        for looking in self._onlookers:
            await looking.act(moment)
        await self._onlookers[0].pages["projector"].wait_for_timeout(SETTLE)
        self._taken += 1
        for looking in self._onlookers:
            for screen, page in looking.pages.items():
                await self._shoot(moment, screen, looking, page)

    async def pages(self, browser: Browser, server: Server, over: dict[str, str]) -> None:
        """All pages beside the screens. over: the workshop that people lived through."""
        for looking in self._onlookers:
            for kind, screen in BESIDE.items():
                visitor = Visitor(browser, looking.language, dark=looking.dark, screen=screen)
                await visitor.come(server.address)
                async for name, page in visitor.pages(ahead(server), over):
                    moment = re.sub("[^a-z]+", "-", name)
                    await self._shoot(moment, kind, looking, page, full_page=True)

    async def _shoot(
        self, moment: str, screen: str, looking: Onlookers, page: Page, *, full_page: bool = False
    ) -> None:
        light = "dark" if looking.dark else "light"
        name = f"{self._taken:02}-{moment}-{screen}-{light}-{looking.language}.png"
        await page.screenshot(path=Path(self._args.folder) / name, full_page=full_page)
        if self._args.docs and looking is self._onlookers[0] and (moment, screen) in SHOWN:
            picture = PICTURES / f"{moment}-{screen}.jpg"
            await page.screenshot(path=picture, quality=70, scale="css")


def new_workshop(server: Server) -> dict[str, str]:
    with server.app.test_request_context():
        made = create(
            "ideeenbrouwerij", title="Cooplink", question="Hoe kunnen we elkaar versterken?"
        )
    if isinstance(made, str):
        sys.exit(made)
    return made


def ahead(server: Server) -> Walk:
    """What a visitor goes by before the afternoon."""
    soon = new_workshop(server)
    with server.app.app_context():
        return Walk(soon, write(lambda session: accounts.invite(session, clock.now())))


def first_theme(server: Server, code: str) -> str:
    with server.app.app_context():
        kettle = rooms.kettle(code)
        kettle.catch_up()
        return next(iter(kettle.board.all(Theme)))


async def photograph(server: Server, args: argparse.Namespace) -> None:
    made = new_workshop(server)
    code = made["code"]
    with server.app.app_context():
        cookie = cookie_of_leader(code) or ""
    async with chromium() as browser:
        onlookers = [
            Onlookers(browser, language, dark=light == "dark")
            for language in args.language
            for light in args.light
        ]
        for looking in onlookers:
            await looking.come(server.address, code, cookie)
        photographer = Photographer(onlookers, args)
        await photographer.at_the_door()
        setting = Setting(server.address, code, cookie, args.people, end=True)
        await simulate(setting, print, photographer.watch)
        await photographer.pages(browser, server, made | {"theme": first_theme(server, code)})


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--language", nargs="+", default=["nl", "en"], choices=("nl", "en"))
    parser.add_argument("--light", nargs="+", default=["light", "dark"], choices=("light", "dark"))
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--docs", action="store_true")
    args = parser.parse_args()
    Path(args.folder).mkdir(parents=True, exist_ok=True)
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "instance") as server:
        asyncio.run(photograph(server, args))


if __name__ == "__main__":
    main()
