"""What keeps people from using a page, as far as a browser can tell; a look is a list of lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.async_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

LOOK = """async (tags) => {
  const ending = (it) => it.effect.getComputedTiming().endTime !== Infinity;
  const moving = document.getAnimations().filter(ending);
  await Promise.all(moving.map((it) => it.finished.catch(() => {})));
  // None of these rules reads style sheets as files, and of what is found only the html is told.
  const only = { resultTypes: ["violations"], preload: { assets: ["media"] }, selectors: false };
  const { violations } = await axe.run({ runOnly: tags, ...only });
  const told = ({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`);
  return violations.flatMap(told);
}"""

LEAST = 44
"""CSS pixels of a target each way."""
SMALL = """(least) => {
  const targets = "a, button, input, select, textarea, summary, [tabindex='0']";
  const box = (it) => (it.matches("input") && it.closest("label")) || it;
  const inText = (it) => it.matches("a") && getComputedStyle(it).display === "inline";
  return [...document.querySelectorAll(targets)]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.type !== "hidden")
    .filter((it) => !it.closest(".visually-hidden, .skip-link, [aria-hidden=true]"))
    .filter((it) => !inText(it))
    .map((it) => [it, box(it).getBoundingClientRect()])
    .filter(([, { width, height }]) => Math.min(width, height) < least - 0.5)
    .map(([it, { width, height }]) => [width, height, it.outerHTML.slice(0, 120)].join(" "));
}"""

NARROW = 320
"""CSS pixels: what 1280 are at 400 %, WCAG 1.4.10."""
WIDE = 360
"""CSS pixels of a small phone, where text is made twice as large."""
BEYOND = """() => {
  const wide = document.documentElement.clientWidth;
  const own = "[readonly], [type=file]"; // these let one roll, or shorten what they show
  const clips = (it, how) => how.test(getComputedStyle(it).overflowX);
  const rolls = (it) => it && (clips(it, /auto|scroll/) || rolls(it.parentElement));
  const lost = (it) => it.getBoundingClientRect().right > wide + 1 && !rolls(it.parentElement);
  const full = (it) => it.scrollWidth > it.clientWidth + 1 && clips(it, /hidden|clip/);
  const cut = (it) => full(it) && !it.matches(own);
  const unread = ".visually-hidden, [aria-hidden=true], svg";
  return [...document.body.querySelectorAll("*")]
    .filter((it) => it.checkVisibility() && !it.closest(unread))
    .filter((it) => lost(it) || cut(it))
    .map((it) => it.outerHTML.slice(0, 120));
}"""
LARGE = "(size) => document.documentElement.style.setProperty('font-size', size)"


async def on_phone(page: Page) -> list[str]:
    """All that is to be looked at on a phone."""
    return [*await axe(page), *await small(page), *await beyond(page)]


async def axe(page: Page) -> list[str]:
    """What axe has to say of a page as it stands."""
    if not await page.evaluate("() => 'axe' in window"):
        await page.evaluate(f"() => {{ {AXE.read_text()} }}")
    said: list[str] = await page.evaluate(LOOK, RULES)
    return said


async def small(page: Page) -> list[str]:
    """Targets that are too small for a thumb; links within a sentence may be."""
    found: list[str] = await page.evaluate(SMALL, LEAST)
    return [f"small: {line}" for line in found]


async def beyond(page: Page) -> list[str]:
    """What falls off the edge on a narrow screen, and with text twice as large."""
    usual: Any = page.viewport_size
    said: list[str] = []
    for width, size in ((NARROW, ""), (WIDE, "200%")):
        await page.set_viewport_size({"width": width, "height": 640})
        await page.evaluate(LARGE, size)
        found: list[str] = await page.evaluate(BEYOND)
        said += [f"beyond {width} px {size}: {line}" for line in found]
    await page.evaluate(LARGE, "")
    await page.set_viewport_size(usual)
    return said
