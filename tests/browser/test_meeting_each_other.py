"""Two initiatives find each other on the map, and only who asked on both sides sees the other."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Workshop, press

pytestmark = pytest.mark.browser

HOF, NEST = "De Groene Hof", "Het Nest"
BANK, HANDS = "Geen bank die ons kent", "Te weinig handen"
ANNA, CHRIS = "anna@hof.example", "06 12345678"


def write_bottleneck(phone: Page, text: str) -> None:
    phone.get_by_role("button", name="Knelpunten").click()
    phone.get_by_role("textbox", name="Een knelpunt").fill(text)
    phone.get_by_role("button", name="Zet erbij").click()
    phone.get_by_role("button", name="Naar de kaart").click()


def offer_help(phone: Page, other: str) -> None:
    phone.get_by_role("button", name=other).click()
    tap = phone.get_by_role("button", name="Hier kunnen wij mee helpen")
    tap.click()
    expect(tap).to_have_attribute("aria-pressed", "true")


def card(phone: Page, side: str) -> Locator:
    """The other initiative, under "Jullie kunnen helpen" or "Jullie kunnen terecht bij"."""
    heading = phone.get_by_role("heading", name=side)
    return phone.locator("section").filter(has=heading).locator("li")


def ask(card: Locator, field: str, address: str) -> None:
    """Ask to meet, with how one is reached; one's name is filled in already."""
    card.get_by_role("button", name="Breng ons in contact").click()
    card.get_by_label(field).fill(address)
    card.get_by_role("checkbox").check()
    card.get_by_role("button", name="Breng ons in contact").click()


def test_two_initiatives_when_both_ask_then_see_each_other_and_nobody_else_does_until_one_stops(
    workshop: Callable[..., Workshop],
) -> None:
    made = workshop("ideeenbrouwerij")
    wall = made.projector()
    press(wall, "o")
    anna, chris, other = (
        made.phone(*who) for who in (("Anna", HOF), ("Chris", NEST), ("Olga", NEST))
    )
    write_bottleneck(anna, BANK)
    write_bottleneck(chris, HANDS)
    offer_help(anna, NEST)
    offer_help(chris, HOF)
    press(wall, "k")

    for phone, theirs, mine in ((anna, HANDS, BANK), (chris, BANK, HANDS)):
        expect(card(phone, "Jullie kunnen helpen")).to_contain_text(theirs)
        expect(phone.get_by_role("listitem").filter(has_text=mine)).to_have_count(0)
        expect(phone.get_by_text(mine)).to_be_visible()
    expect(wall.get_by_role("row", name=re.compile(rf"{BANK}.*{HOF}.*{NEST}"))).to_have_count(1)

    by_anna, by_chris = card(anna, "Jullie kunnen terecht bij"), card(chris, "Jullie kunnen helpen")
    ask(by_anna, "E-mail", "anna")
    expect(by_anna.get_by_role("alert")).to_be_visible()
    expect(by_anna.get_by_label("Je naam")).to_have_value("Anna")
    by_anna.get_by_label("E-mail").fill(ANNA)
    by_anna.get_by_role("button", name="Breng ons in contact").click()
    expect(by_anna).to_contain_text(f"Zodra iemand van {NEST} het ook wil")
    ask(by_chris, "telefoon", CHRIS)

    expect(by_chris.get_by_role("link", name=ANNA)).to_be_visible()
    expect(by_anna.get_by_role("link", name=CHRIS)).to_be_visible()
    expect(wall.get_by_text("Er is al 1 contact gelegd.")).to_be_visible()
    for page in (wall, other):
        assert not re.search(f"{ANNA}|{CHRIS}", page.content())

    by_anna.get_by_role("button", name="Toch geen contact").click()
    expect(by_chris).to_contain_text(f"Zodra iemand van {HOF} het ook wil")
    for phone in (anna, chris):
        assert not re.search(f"{ANNA}|{CHRIS}", phone.content())
