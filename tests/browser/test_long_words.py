"""A word of 280 letters, a name that fills a line: every screen stays whole around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Workshop, press, write_idea

pytestmark = pytest.mark.browser
Make = Callable[..., Workshop]

WORD = ("Wooncoöperatiefinancieringsmogelijkheden" * 7)[:280]
GROUP = "Wooncoöperatie De Ontzettendlangenamenvereniging in Amsterdam Oost en Noord"

STICKING_OUT = """(within) => {
  const room = (document.querySelector(within) ?? document.documentElement).getBoundingClientRect();
  return [...document.querySelectorAll(`${within} *`)].filter((one) => {
    const box = one.getBoundingClientRect();
    const shown = box.width > 1 && one.checkVisibility({ opacityProperty: true });
    return shown && (box.right > room.right + 1 || box.left < room.left - 1);
  }).map((one) => `${one.tagName}.${one.className}`);
}"""


def sticking_out(page: Page, within: str = "body") -> list[str]:
    """What is wider than what it stands in."""
    found: list[str] = page.evaluate(STICKING_OUT, within)
    return found


def test_facilitators_page_when_an_idea_is_one_long_word_stays_within_its_width(workshop: Make):
    made = workshop(initiatives=[GROUP])
    leader, anna = made.facilitator(), made.phone("Anna", GROUP)
    leader.get_by_role("button", name="Start Brouwen").first.click()
    write_idea(anna, WORD)
    leader.get_by_role("button", name="Deel met de zaal").click()
    leader.get_by_text("Alle ideeën", exact=True).click()
    expect(leader.get_by_text(WORD)).to_be_visible()
    assert sticking_out(leader) == []

    leader.get_by_role("button", name="Sluit Brouwen").click()
    leader.get_by_role("button", name="Start Gisten").first.click()
    expect(leader.get_by_text("1 los idee")).to_be_visible()
    assert sticking_out(leader) == []


def test_sheet_on_a_phone_when_an_idea_is_one_long_word_can_be_closed(workshop: Make):
    made = workshop(initiatives=[GROUP])
    wall, anna = made.projector(), made.phone("Anna", GROUP)
    press(wall, "Enter")
    write_idea(anna, WORD)
    expect(wall.get_by_role("banner")).to_contain_text("1 idee")
    press(wall, "o")
    anna.get_by_role("button", name="Nieuw thema").click()
    anna.get_by_role("textbox").fill("Geld")
    anna.get_by_role("textbox").press("Enter")
    anna.get_by_role("button", name="Bekijk de thema’s").click()
    anna.get_by_role("button", name="Geld").click()
    anna.get_by_role("button", name=WORD).click()
    expect(anna.get_by_role("dialog")).to_be_visible()
    assert sticking_out(anna, "dialog[open]") == []


def test_turnout_on_the_projector_when_a_name_is_long_stays_in_its_card(workshop: Make):
    made = workshop(initiatives=[GROUP])
    wall, anna = made.projector(), made.phone("Anna", GROUP)
    press(wall, "Enter")
    write_idea(anna, "Samen een fonds beginnen")
    expect(wall.get_by_role("banner")).to_contain_text("1 idee")
    press(wall, "o")
    anna.get_by_role("button", name="Nieuw thema").click()
    anna.get_by_role("textbox").fill("Geld")
    anna.get_by_role("textbox").press("Enter")
    expect(wall.get_by_role("heading", name="Geld")).to_be_visible()
    press(wall, "o")
    expect(wall.get_by_text("0 van 1", exact=True)).to_be_visible()
    assert sticking_out(wall, ".turnout li") == []
