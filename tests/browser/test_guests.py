"""Nobody without a phone is left out: guests, entered by thumb and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Workshop, press, write_idea

pytestmark = pytest.mark.browser


def by_keys(page: Page, name: str) -> None:
    """Press the button of this name without a mouse."""
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    page.keyboard.press("Enter")


def unfold(page: Page, name: str) -> None:
    """Open a part of the page that is folded, by keyboard."""
    fold = page.locator("summary", has_text=name).first
    fold.focus()
    page.keyboard.press("Enter")


def test_guests_take_part_by_a_helpers_thumb_and_by_a_show_of_hands(
    workshop: Callable[..., Workshop],
):
    made = workshop()
    wall, anna, leader = made.projector(), made.phone("Anna"), made.facilitator()
    unfold(leader, "Mensen en helpers")
    leader.get_by_role("checkbox", name="helper").focus()
    leader.keyboard.press("Space")
    press(wall, "Enter")
    expect(anna.get_by_role("textbox", name="Je idee")).to_be_visible()

    anna.get_by_text("Gasten erbij").tap()
    expect(anna.get_by_label("Van welk initiatief")).to_be_visible()
    anna.get_by_label("Van welk initiatief").fill("De Warren")
    anna.get_by_label("Of hun namen").fill("Ada, Ben")
    anna.get_by_role("button", name="Voeg 2 gasten toe").tap()
    expect(anna.get_by_label("Voor wie vul je nu in?")).to_be_visible()
    for idea in ("Een kas", "Een fonds"):
        anna.get_by_role("button", name="Volgende gast").tap()
        expect(anna.get_by_text("Een kas")).to_have_count(0)
        write_idea(anna, idea)
        expect(anna.get_by_role("list", name="Je ideeën")).to_contain_text(idea)
    anna.get_by_label("Voor wie vul je nu in?").select_option("Voor mezelf")
    expect(anna.get_by_text("Een fonds")).to_have_count(0)

    press(wall, "c")
    press(wall, "o")
    expect(leader.get_by_role("textbox", name="Nieuw thema")).to_be_visible()
    unfold(leader, "Gasten zonder telefoon")
    leader.get_by_role("textbox", name="Nieuw thema").fill("Samen geld")
    leader.keyboard.press("Enter")
    expect(leader.get_by_role("button", name="Samen geld 0 ideeën")).to_be_visible()
    press(wall, "o")
    expect(wall.get_by_text("Ronde 3 van 4")).to_be_visible()

    for guest in ("Ada", "Ben"):
        anna.get_by_role("button", name="Volgende gast").tap()
        expect(anna.get_by_label("Voor wie vul je nu in?")).to_contain_text(guest)
        dot = anna.locator(".dot-theme button").last
        dot.tap()
    expect(leader.get_by_text("Opkomst: 2 van 3")).to_be_visible()

    anna.get_by_text("Gasten erbij").tap()
    expect(anna.get_by_label("Van welk initiatief")).to_be_visible()
    anna.get_by_label("Van welk initiatief").fill("Circa")
    anna.get_by_role("button", name="Voeg 1 gast toe").tap()
    anna.get_by_role("button", name="Maak ongedaan: 1 gast erbij").tap()
    expect(leader.get_by_text("Opkomst: 2 van 3")).to_be_visible()

    unfold(leader, "Gasten erbij")
    leader.get_by_label("Van welk initiatief").fill("De Warren")
    leader.get_by_label("Hoeveel gasten").fill("3")
    by_keys(leader, "Voeg 3 gasten toe")
    unfold(leader, "Handen tellen")
    expect(leader.get_by_text("hoogstens 3")).to_be_visible()
    leader.get_by_label("Samen geld").fill("2")
    leader.keyboard.press("Enter")
    expect(leader.get_by_text("Opkomst: 4 van 6")).to_be_visible()
    expect(leader.get_by_text("hoogstens 1")).to_be_visible()
    by_keys(leader, "Maak ongedaan: 2 handen voor Samen geld")
    expect(leader.get_by_text("Opkomst: 2 van 6")).to_be_visible()
