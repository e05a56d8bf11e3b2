"""The phone on the plan's page: every round of the plan, with nothing sent and nothing kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import LAPTOP, PHONE, Workshop

pytestmark = pytest.mark.browser

KEPT = """async () => [
  ...Object.keys(localStorage),
  ...(await indexedDB.databases()).map(({ name }) => name),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
]"""


def test_every_round_can_be_tried_on_the_plans_page_and_nothing_is_sent_or_kept(
    workshop: Callable[..., Workshop],
) -> None:
    made = workshop("ideeenbrouwerij", tables=3)
    page = made.screens.page(LAPTOP)
    lines: list[str] = []
    page.on("websocket", lambda line: lines.append(line.url))
    page.on("request", lambda sent: lines.append(sent.url) if is_live(sent) else None)
    page.on("console", lambda said: lines.append(said.text) if said.type == "error" else None)
    page.goto(made.path("organiser_url"))
    page.goto(f"/sessies/{made.code}/plan")
    page.get_by_label("Eigen naam").first.fill("Handen schudden")
    page.get_by_role("button", name="Bekijk op de telefoon").first.click()
    phone = page.frame_locator("iframe")
    expect(phone.get_by_text("Handen schudden · 1 van 8")).to_be_visible()
    for number, heading in enumerate(HEADINGS, 1):
        expect(phone.get_by_text(f"zo ziet ronde {number} eruit")).to_be_visible()
        expect(phone.get_by_role("heading", level=1, name=heading)).to_be_visible()
        try_out(page, number)
        if number < len(HEADINGS):
            phone.get_by_role("button", name="Volgende ronde").click()
    assert page.evaluate(KEPT) == []
    assert not lines
    page.get_by_role("button", name="Sluit").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name="Bekijk op de telefoon").first.click()
    phone.get_by_role("button", name="Volgende ronde").press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_label("Eigen naam").first).to_have_value("Handen schudden")
    page.set_viewport_size(PHONE["viewport"])
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Bekijk op de telefoon").first.click()
    expect(opened.value.get_by_text("Handen schudden · 1 van 8")).to_be_visible()


HEADINGS = (
    "Jullie kaart", "Hoe kunnen we elkaar versterken?", "Waar hoort dit bij?",
    "Waar wil je mee verder?", "", "Welk thema werken jullie uit?", "Wie gaat hiermee verder?",
    "Hoe was het voor jou?",
)  # fmt: skip
"""What each round of the plan asks; a poll's own heading is the theme it is about."""


def is_live(sent: Request) -> bool:
    return "socket.io" in sent.url


def try_out(page: Page, number: int) -> None:
    """Do what one would do in a round; the phone shows it as done."""
    phone = page.frame_locator("iframe")
    if number == 2:
        phone.get_by_role("textbox", name="Je idee").fill("Een eigen idee")
        phone.get_by_role("button", name="Breng in").click()
        idea = phone.get_by_role("listitem").filter(has_text="Een eigen idee")
        expect(idea.get_by_text("Bewaard")).to_be_visible()
        phone.get_by_role("textbox", name="Je idee").fill("Nog niet af")
    elif number == 4:
        phone.get_by_role("button", name="Kennis delen").first.click()
        expect(phone.get_by_text("Nog 1 stip")).to_be_visible()
