"""Leading with a phone in the hand, making up for lost time, noting, and practising beforehand."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, WALL, Workshop, tap_twice

pytestmark = pytest.mark.browser
COMING_IN = 30_000  # ms, for a process to start and twelve people to join


def remote_of(page: Page) -> Page:
    """What is within reach of the thumb is on the screen, whole, without scrolling."""
    remote = page.get_by_role("region", name="Nu")
    expect(
        remote.get_by_role("button", name=re.compile("^(Start|Deel|Sluit|Toon)"))
    ).to_be_in_viewport(ratio=1)
    return page


def test_remote_leads_makes_up_for_lost_time_and_keeps_a_note(workshop: Callable[..., Workshop]):
    made = workshop()
    page = made.screens.page(PHONE)
    page.goto(made.path("facilitator_url"))
    tap_twice(remote_of(page), "Start Brouwen")
    expect(remote_of(page).get_by_role("button", name="Deel met de zaal")).to_be_visible()
    expect(page.get_by_role("button", name="Terug naar de vorige ronde")).to_have_count(0)
    for _ in range(3):
        page.get_by_role("button", name="+1 min").click()
    shorter = page.get_by_role("button", name="Haal 2 minuten van Gisten af")
    shorter.click()
    expect(page.get_by_text("8 min", exact=True)).to_be_visible()
    page.get_by_role("button", name="Maak ongedaan: Gisten duurt nu").click()
    expect(shorter).to_be_visible()

    page.get_by_text("Notitie erbij").first.click()
    page.get_by_role("textbox", name="Notitie bij Brouwen").fill("Eerst Wies het woord geven")
    page.get_by_role("textbox", name="Notitie bij Brouwen").blur()
    expect(page.get_by_text("Bewaard", exact=True)).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    remote_of(page).reload()
    expect(page.get_by_text("Notitie: Eerst Wies het woord geven")).to_be_visible()


def test_rehearsal_has_people_in_it_says_so_on_every_screen_and_is_wiped(
    workshop: Callable[..., Workshop],
):
    made = workshop()
    desk = made.screens.page(LAPTOP)
    desk.goto(made.path("organiser_url"))
    desk.get_by_role("button", name="Begin een oefening").click()
    leading = desk.get_by_role("link", name="Leid de oefening").get_attribute("href") or ""
    code = re.sub(r"^/(\w+)/.*", r"\1", leading)
    screens = [desk.context.new_page() for _ in range(2)]
    for screen, name, kind in zip(
        screens, ("begeleiding", "projector"), (PHONE, WALL), strict=True
    ):
        screen.set_viewport_size(kind["viewport"])
        screen.goto(f"/{code}/{name}")
        expect(screen.get_by_text("Dit is een oefening")).to_be_in_viewport(ratio=1)
    remote, wall = screens
    expect(remote.get_by_text("12 mensen hier")).to_be_visible(timeout=COMING_IN)
    remote.get_by_role("button", name="Start Brouwen").first.click()
    expect(wall.get_by_text(re.compile("[1-9] ideeën")).first).to_be_visible(timeout=COMING_IN)

    desk.get_by_role("button", name="Stop en wis de oefening").click()
    expect(desk.get_by_text("De oefening is gewist")).to_be_visible()
    for screen in screens:
        expect(screen.get_by_text("Deze code kennen we niet")).to_be_visible()
    desk.goto(f"/{code}/projector")
    expect(desk.get_by_text("Dit is een oefening")).to_have_count(0)
