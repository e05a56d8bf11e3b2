"""python -m bench.frames: how smoothly the projector moves, by the browser's performance trace.

Ideas come in while 300 are on the wall: blank ones in the silence, then with words, then finding
their themes. A frame's work is what the main thread did for it: scripts, styles, layout and
paint. It fits in 60 frames a second when it stays under 16.7 ms; what a graphics card does comes
after it, and a machine without one draws fewer frames than it says here.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import quantiles
from typing import Any

from playwright.async_api import CDPSession, Page

from bench.book import say
from tests.support.hall import CLUSTERING, IDEAS, Hall, Phone
from tests.support.onlookers import SCREENS, chromium
from tests.support.server import serving

MANY, SECONDS, EVERY = 300, 5.0, 0.15
"""Ideas on the wall; how long each scene is watched; seconds between two that come in."""
FRAME = 1000 / 60
"""Milliseconds."""
TRACE = "devtools.timeline,disabled-by-default-devtools.timeline.frame,toplevel"
WORDS = ["samen", "een", "fonds", "beginnen", "waar", "wie", "net", "start", "uit", "lenen", "kan"]


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "instance") as server:
        async with Hall(server) as hall, chromium() as browser:
            phones = [await hall.enter(cookie) for cookie in hall.crowd(MANY // 10)]
            leader = await hall.leader()
            await leader.must("round.open", round=IDEAS)
            for turn in range(10):
                await asyncio.gather(*(bring_in(phone, turn) for phone in phones))
            context = await browser.new_context(**SCREENS["projector"])
            name, _, value = hall.leader_cookie.partition("=")
            await context.add_cookies([{"name": name, "value": value, "url": server.address}])
            wall = await context.new_page()
            await wall.goto(f"{server.address}/{hall.code}/projector")
            await wall.wait_for_selector(".bubble")
            print(
                "| scene | frames a second | work of a frame, ms: p50 | p95 | p99 | over 16.7 ms |"
            )
            print("|---|---|---|---|---|---|")
            await scene("blank, in the silence", wall, lambda n: bring_in(phones[n % 9], n))
            await leader.must("round.reveal", round=IDEAS, phase="room")
            await scene("with words", wall, lambda n: bring_in(phones[n % 9], n))
            await leader.must("round.close", round=IDEAS)
            await sort(leader, wall)


async def bring_in(phone: Phone, turn: int) -> None:
    start = (turn * 7) % len(WORDS)
    text = " ".join((WORDS[start:] + WORDS)[: 4 + turn % 8])
    await phone.must("idea.add", round=IDEAS, text=f"{text} {turn}")


async def sort(leader: Phone, wall: Page) -> None:
    """Ideas find their themes, one after another."""
    await leader.must("round.open", round=CLUSTERING)
    for name in ("Geld", "Samenleven", "Beeldvorming", "Techniek", "Stad", "Bestuur"):
        await leader.must("theme.add", round=CLUSTERING, name=name, ideas=[])
    await leader.until(lambda client: len(client.view.entities.get("themes", {})) == 6)
    ideas, themes = list(leader.of("ideas")), list(leader.of("themes"))
    await wall.wait_for_selector(".theme-field")

    async def place(n: int) -> None:
        theme = themes[n % len(themes)]
        await leader.must("idea.place", round=CLUSTERING, idea=ideas[n], theme=theme)

    await scene("finding themes", wall, place)


async def scene(title: str, wall: Page, move: Callable[[int], Awaitable[None]]) -> None:
    """Watch the wall while something comes in all the time, and print what it took."""
    trace = await wall.context.new_cdp_session(wall)
    events: list[dict[str, Any]] = []
    trace.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    await trace.send("Tracing.start", {"categories": TRACE, "transferMode": "ReportEvents"})
    frames = await asyncio.gather(count_frames(wall), keep_moving(move))
    await stop(trace)
    work = sorted(work_of_frames(events))
    cuts = quantiles(work, n=100)
    over = sum(ms > FRAME for ms in work) / len(work)
    print(
        f"| {title} | {frames[0] / SECONDS:.0f} "
        f"| {cuts[49]:.1f} | {cuts[94]:.1f} | {cuts[98]:.1f} | {over:.1%} |"
    )


async def count_frames(wall: Page) -> int:
    """How many frames the page could draw in the time of a scene."""
    counted: int = await wall.evaluate(
        """(ms) => new Promise((done) => {
          let frames = 0;
          const end = performance.now() + ms;
          const draw = (now) => {
            if (now >= end) return done(frames);
            frames++;
            requestAnimationFrame(draw);
          };
          requestAnimationFrame(draw);
        })""",
        SECONDS * 1000,
    )
    return counted


async def keep_moving(move: Callable[[int], Awaitable[None]]) -> None:
    for n in range(int(SECONDS / EVERY)):
        await asyncio.gather(move(n), asyncio.sleep(EVERY))


async def stop(trace: CDPSession) -> None:
    complete = asyncio.get_running_loop().create_future()
    trace.once("Tracing.tracingComplete", lambda _: complete.set_result(None))
    await trace.send("Tracing.end")
    await complete


def work_of_frames(events: list[dict[str, Any]]) -> list[float]:
    """Milliseconds of the page's main thread from the start of one frame to that of the next."""
    starts: dict[tuple[int, int], list[float]] = {}
    tasks: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for event in events:
        thread = event["pid"], event["tid"]
        if event["name"] == "BeginMainThreadFrame":
            starts.setdefault(thread, []).append(event["ts"])
        elif event["name"].endswith("RunTask") and event.get("dur"):
            tasks.setdefault(thread, []).append((event["ts"], event["dur"]))
    main = max(starts, key=lambda thread: len(starts[thread]))
    edges = sorted(starts[main])
    work = [0.0] * (len(edges) - 1)
    at = 0
    for began, took in sorted(tasks.get(main, [])):
        while at < len(work) - 1 and began >= edges[at + 1]:
            at += 1
        work[at] += took / 1000
    return work


if __name__ == "__main__":
    say(json.dumps({"ideas": MANY, "seconds": SECONDS}))
    asyncio.run(main())
