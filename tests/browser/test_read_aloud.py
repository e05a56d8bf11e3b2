"""What a screen reader finds and says on the main screens; and nothing moves for who asks so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WALL, Workshop, press, write_idea

pytestmark = pytest.mark.browser

WRITING = """
- banner:
  - paragraph: Brouwen · 1 van 4
  - paragraph: Alles is bewaard
  - timer
  - button /Jij. Anna/
- main:
  - heading "Hoe kunnen we elkaar versterken?" [level=1]
  - paragraph: /Schrijf op wat in je opkomt/
  - list "Je ideeën":
    - listitem:
      - paragraph: Een fonds
      - button "Wijzig Een fonds"
  - textbox "Je idee"
  - button "Breng in" [disabled]
"""
POLL = """
- main:
  - paragraph: Thema 1 van 1
  - heading "Geld" [level=1]
  - group /Sta je hierachter/:
    - radio "Draag ik"
    - radio "Kan ermee leven"
    - radio "Bezwaar, want …"
    - checkbox "Hier werk ik aan mee"
  - button "Overzicht"
"""
LEADING = """
- main:
  - region "Draaiboek":
    - heading "Draaiboek" [level=2]
    - list:
      - listitem:
        - heading "Draagvlakpeiling" [level=3]
  - region "Bij de hand"
- status
"""
MOVING = """() => document.getAnimations()
  .filter((it) => it.playState === "running" && it.effect.getComputedTiming().activeDuration > 1)
  .map((it) => it.effect.target.outerHTML.slice(0, 80))"""


def said(phone: Page, words: str) -> None:
    expect(phone.get_by_role("status").filter(has_text=words)).to_have_count(1)


def test_screen_reader_finds_what_is_asked_and_hears_what_changes(
    workshop: Callable[..., Workshop],
):
    made = workshop()
    leader, anna = made.facilitator(), made.phone("Anna")
    wall = made.screens.page(WALL)
    wall.goto(made.path("facilitator_url"))
    wall.goto(f"/{made.code}/projector")
    leader.get_by_role("button", name="Start Brouwen").first.click()
    write_idea(anna, "Een fonds")
    expect(anna.locator("body")).to_match_aria_snapshot(WRITING)
    expect(wall.get_by_role("banner")).to_contain_text("1 idee")
    assert wall.evaluate(MOVING) == []

    for left in range(9, 0, -1):
        leader.get_by_role("button", name="−1 min").click()
        expect(anna.get_by_role("timer")).to_contain_text(f"{left - 1}:")
    said(anna, "Nog één minuut")
    anna.context.set_offline(True)
    said(anna, "Geen verbinding")
    anna.context.set_offline(False)

    press(wall, "r")
    expect(wall.get_by_text("Een fonds")).to_be_visible()
    assert wall.evaluate(MOVING) == []
    press(wall, "o")
    anna.get_by_role("button", name="Nieuw thema").click()
    anna.get_by_role("textbox").fill("Geld")
    anna.get_by_role("textbox").press("Enter")
    expect(anna.get_by_role("heading", level=1)).to_contain_text("Alles heeft een plek")
    expect(anna.get_by_text("Alles is bewaard")).to_be_visible()
    press(wall, "o")
    expect(anna.get_by_text("3 van 4")).to_be_visible()
    press(wall, "o")
    expect(anna.get_by_text("4 van 4")).to_be_visible()
    expect(anna.locator("body")).to_match_aria_snapshot(POLL)
    expect(leader.locator("body")).to_match_aria_snapshot(LEADING)
    anna.get_by_role("radio", name="Draag ik").check()
    press(wall, "c")
    said(anna, "Je stem is binnen")
    press(wall, "r")
    said(anna, "Wat dragen we samen?")
    assert wall.evaluate(MOVING) == []
