"""python -m bench.arriving: how soon a phone can be used on a slow line.

The line and the phone are those that Lighthouse takes for a mid-range phone on Slow 4G: 150 ms
there and back, 1.6 Mbit/s down, 750 kbit/s up, a processor four times as slow
(https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md). A phone is ready when
what it is asked for can be filled in. Each comes for the first time, with nothing kept.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playwright.async_api import Browser, Page

from tests.support.hall import IDEAS, Hall
from tests.support.onlookers import SCREENS, chromium
from tests.support.server import serving

TIMES = 7
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER = 4
FIELD = "textarea:enabled"
MOMENTS = ("door", "first round", "back again")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "instance") as server:
        async with (
            Hall(server, initiatives=["CW Circa", "Het Nest"]) as hall,
            chromium() as browser,
        ):
            leader = await hall.leader()
            await leader.must("round.open", round=IDEAS)
            address = f"{server.address}/{hall.code}"
            moments = [await arrive(browser, address, f"Anna {n}") for n in range(TIMES)]
    print(f"| moment | ready after, ms: median of {TIMES} | longest |\n|---|---|---|")
    for moment, took in zip(MOMENTS, zip(*moments, strict=True), strict=True):
        print(f"| {moment} | {median(took):.0f} | {max(took):.0f} |")


async def arrive(browser: Browser, address: str, name: str) -> list[float]:
    """Milliseconds until each of the moments can be used."""
    context = await browser.new_context(**SCREENS["phone"], locale="nl-NL")
    page = await context.new_page()
    await slow_down(page)
    took = [await ready(page, "#name", lambda: page.goto(address, wait_until="commit"))]
    await page.fill("#name", name)
    await page.get_by_label("CW Circa").check()
    took.append(await ready(page, FIELD, lambda: page.click("form.join-form button")))
    took.append(await ready(page, FIELD, lambda: page.reload(wait_until="commit")))
    await context.close()
    return took


async def slow_down(page: Page) -> None:
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("Network.enable")
    await devtools.send("Network.emulateNetworkConditions", LINE)
    await devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


async def ready(page: Page, field: str, go: Callable[[], Awaitable[Any]]) -> float:
    """Milliseconds from going somewhere until a field is there to be filled in."""
    began = perf_counter()
    await go()
    await page.wait_for_selector(field)
    return (perf_counter() - began) * 1000


if __name__ == "__main__":
    asyncio.run(main())
