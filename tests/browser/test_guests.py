"""Nobody without a phone is left out: guests, entered by thumb and by keyboard.

A thumb clicks here: touches as quick as a test gives them would count as one.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from brouwerij.domain import plans
from brouwerij.domain.plans import PlannedRound, Template
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

    anna.get_by_text("Gasten erbij").click()
    expect(anna.get_by_label("Van welk initiatief")).to_be_visible()
    anna.get_by_label("Van welk initiatief").fill("De Warren")
    anna.get_by_label("Of hun namen").fill("Ada, Ben")
    anna.get_by_role("button", name="Voeg 2 gasten toe").click()
    expect(anna.get_by_label("Voor wie vul je nu in?")).to_be_visible()
    for idea in ("Een kas", "Een fonds"):
        anna.get_by_role("button", name="Volgende gast").click()
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
        anna.get_by_role("button", name="Volgende gast").click()
        expect(anna.get_by_label("Voor wie vul je nu in?")).to_contain_text(guest)
        dot = anna.locator(".dot-theme button").last
        dot.click()
    expect(leader.get_by_text("Opkomst: 2 van 3")).to_be_visible()

    anna.get_by_text("Gasten erbij").click()
    expect(anna.get_by_label("Van welk initiatief")).to_be_visible()
    anna.get_by_label("Van welk initiatief").fill("Circa")
    anna.get_by_role("button", name="Voeg 1 gast toe").click()
    anna.get_by_role("button", name="Maak ongedaan: 1 gast erbij").click()
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


def test_guests_write_on_cards_sort_and_vote_by_any_method_through_a_helpers_phone(
    workshop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
):
    ballots = [PlannedRound("ballot", settings={"method": m}) for m in ("consent", "ranked")]
    ideas = PlannedRound("ideas", settings={"silent": False})
    together = PlannedRound("clustering", settings={"together": True})
    plan = Template("guests", (ideas, together, *ballots))
    monkeypatch.setitem(plans.TEMPLATES, plan.name, plan)
    made = workshop(plan.name)
    wall, anna, leader = made.projector(), made.phone("Anna"), made.facilitator()
    unfold(leader, "Mensen en helpers")
    leader.get_by_role("checkbox", name="helper").check()
    press(wall, "Enter")
    anna.get_by_text("Gasten erbij").click()
    anna.get_by_label("Van welk initiatief").fill("De Warren")
    anna.get_by_label("Hoeveel gasten").fill("5")
    anna.get_by_role("button", name="Voeg 5 gasten toe").click()

    find, whom = anna.get_by_role("searchbox"), anna.get_by_label("Voor wie vul je nu in?")
    find.fill("5")
    expect(whom.locator("option:checked")).to_contain_text("Gast 5")
    anna.get_by_label("Nummer op het kaartje").fill("7")
    write_idea(anna, "Een kas")
    expect(anna.get_by_role("list", name="Je ideeën")).to_contain_text("Kaartje 7")
    find.fill("2")
    anna.get_by_label("Nummer op het kaartje").fill("7")
    write_idea(anna, "Een fonds")
    expect(anna.get_by_text("Kaartje 7 staat er al, met het idee “Een kas”.")).to_be_visible()
    anna.get_by_role("button", name="Pas aan").click()
    expect(anna.get_by_role("textbox", name="Je idee")).to_have_value("Een fonds")
    anna.get_by_label("Nummer op het kaartje").fill("8")
    anna.get_by_role("button", name="Breng in").click()
    whom.select_option("Voor mezelf")
    anna.get_by_role("button", name="Dat bedoel ik ook").first.click()
    anna.get_by_role("button", name="Volgende gast").click()
    expect(anna.get_by_role("button", name="Dat bedoel jij ook")).to_have_count(0)
    unfold(leader, "Alle ideeën")
    leader.get_by_label("Zoek een idee").fill("kaartje 8")
    expect(leader.get_by_role("listitem").filter(has_text="Een fonds")).to_be_visible()

    press(wall, "o")
    expect(leader.get_by_role("textbox", name="Nieuw thema")).to_be_visible()
    leader.get_by_role("textbox", name="Nieuw thema").fill("Grond")
    leader.keyboard.press("Enter")
    for guest in ("Gast 1", "Gast 2"):
        whom.select_option(label=f"{guest} · De Warren")
        for left in (2, 1):
            expect(anna.get_by_text(f"Voor jou: {left}")).to_be_visible()
            anna.get_by_role("button", name="Grond").click()
    expect(leader.get_by_role("button", name="Grond 2 ideeën")).to_be_visible()

    press(wall, "o")
    whom.select_option(label="Gast 1 · De Warren")
    anna.get_by_role("radio", name="Geen bezwaar").check()
    anna.get_by_role("button", name="Overzicht").click()
    anna.get_by_role("button", name="Volgende gast").last.click()
    expect(whom.locator("option:checked")).to_contain_text("Gast 2")
    anna.get_by_text("Handen tellen").click()
    expect(anna.get_by_text("hoogstens 4")).to_be_visible()
    anna.get_by_label("Grond", exact=True).fill("3")
    anna.get_by_role("button", name="Tel Grond").click()
    expect(leader.get_by_text("Opkomst: 4 van 6")).to_be_visible()

    press(wall, "o")
    expect(anna.get_by_role("button", name="Eerste keus")).to_be_visible()
    expect(anna.get_by_text("Handen tellen")).to_have_count(0)
    anna.get_by_role("button", name="Eerste keus").click()
    expect(leader.get_by_text("Opkomst: 1 van 6")).to_be_visible()
