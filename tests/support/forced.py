"""Whether what a colour tells is still told where the device gives all colours (forced colours)."""

from __future__ import annotations

from playwright.async_api import Page

MOMENTS = ("dots-open", "poll-open", "poll-full", "poll-results", "checkout-open", "checkout-full")
"""Of an afternoon: when all that is in PAIRS is on some screen."""
PAIRS = (
    # A phone: its progress, what is chosen, the dots that are placed, who carries it.
    (".rounds > [data-done]", ".rounds > :not([data-done])"),
    (".choice:has(:checked)", ".choice:not(:has(:checked))"),
    (".mark-row > label:has(:checked)", ".mark-row > label:not(:has(:checked))"),
    (".dot[data-on]", ".dot:not([data-on])"),
    (".verdict-bar > *", ".verdict-bar"),
    # The wall: its progress, who voted, and what the room carries.
    (".foot .chip[aria-current]", ".foot .chip:not([aria-current], [data-kind])"),
    (".foot .chip[data-kind=done]", ".foot .chip:not([aria-current], [data-kind])"),
    (".seats [data-on]", ".seats > :not([data-on])"),
    (".seats-bar > span", ".seats-bar"),
    (".bar > [data-initiative]", ".bar"),
    (".bar > [data-answer=live_with]", ".bar > [data-answer=object]"),
    # Who leads: the round of the moment.
    ("li.now", "li.run-line"),
)
"""What stands out, and what it stands out from."""
LOOK = """(pairs) => {
  const at = (it) => getComputedStyle(it);
  const drawn = ([style, width]) => style !== "none" && parseFloat(width) > 0;
  const edges = (it) => ["Top", "Right", "Bottom", "Left"]
    .map((side) => ["Style", "Width", "Color"].map((what) => at(it)[`border${side}${what}`]));
  const ring = (it) => [at(it).outlineStyle, at(it).outlineWidth, at(it).outlineColor];
  const seen = (it) => JSON.stringify([at(it).backgroundColor, at(it).backgroundImage,
    ...[ring(it), ...edges(it)].map((line) => drawn(line) && line)]);
  const shown = (it) => it.checkVisibility({ visibilityProperty: true });
  const first = (selector) => [...document.querySelectorAll(selector)].find(shown);
  const here = pairs.map((pair) => pair.map(first)).map((two) => two.every(Boolean) && two);
  const alike = here.filter((two) => two && seen(two[0]) === seen(two[1]));

  const had = document.activeElement;
  const bare = (it) => {
    it.focus({ focusVisible: true, preventScroll: true });
    const rings = [it, it.closest("label") ?? it].map(ring);
    return document.activeElement === it && !rings.some(drawn);
  };
  const targets = document.querySelectorAll("button, a, input, select, textarea, summary");
  const lost = [...targets].filter((it) => shown(it) && !it.disabled && bare(it));
  had.focus({ preventScroll: true });

  const told = (it) => it.outerHTML.slice(0, 100);
  const looks = alike.map(([it, other]) => `${told(it)} looks as ${told(other)}`);
  return [pairs.filter((_, n) => here[n]), [...looks, ...lost.map((it) => `no ring: ${told(it)}`)]];
}"""


class Forced:
    """Looks at screens in forced colours, and keeps which of the pairs it met."""

    def __init__(self) -> None:
        self._met: set[tuple[str, ...]] = set()

    async def look(self, page: Page) -> list[str]:
        """What can no longer be told apart, and what has no ring when it has the focus."""
        await page.emulate_media(forced_colors="active")
        met, said = await page.evaluate(LOOK, PAIRS)
        await page.emulate_media(forced_colors="none")
        self._met.update(map(tuple, met))
        return [f"forced colours: {line}" for line in said]

    def missed(self) -> list[str]:
        """The pairs that were on no screen, and so were not looked at."""
        missed = [pair for pair in PAIRS if pair not in self._met]
        return [f"forced colours: never on a screen: {pair}" for pair in missed]
