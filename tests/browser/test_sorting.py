"""Sorting together on phones: three thumbs and a keyboard; who leads decides where they differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from brouwerij.domain import plans
from brouwerij.domain.plans import PlannedRound, Template
from tests.browser.conftest import Workshop, press, write_idea

pytestmark = pytest.mark.browser

PARTY = "Elk jaar een feest waar alle groepen komen"
FUND = "Samen één fonds waar startende groepen uit kunnen lenen"
FILM = "Een korte film: drie groepen, drie verhalen"
TOGETHER = Template(
    "together",
    (
        PlannedRound("ideas", settings={"silent": False}),
        PlannedRound("clustering", settings={"together": True}),
    ),
)
Choose = Callable[[Page, str], None]


def thumb(phone: Page, name: str) -> None:
    phone.get_by_role("button", name=name).first.tap()


def keyboard(phone: Page, name: str) -> None:
    """Walk there with Tab, as who sees the focus ring does."""
    for _ in range(30):
        phone.keyboard.press("Tab")
        focused = phone.evaluate("document.activeElement.innerText ?? ''")
        if focused.startswith(name):
            return phone.keyboard.press("Enter")
    raise AssertionError(f"Tab never came to {name}")


def sort(phone: Page, choose: Choose, where: dict[str, str]) -> None:
    """Give every idea its theme, and pass over those that are not in `where`, to the last."""
    for _ in range(3):
        shown = phone.locator(".sorted-idea")
        idea = shown.inner_text()
        choose(phone, where.get(idea, "Sla over"))
        expect(phone.get_by_text(idea, exact=True)).to_have_count(0)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Jij bent klaar")


def test_ideas_when_phones_sort_together_then_settle_or_are_decided_by_who_leads(
    workshop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(plans.TEMPLATES, TOGETHER.name, TOGETHER)
    made = workshop(TOGETHER.name)
    wall, leader = made.projector(), made.facilitator()
    anna, bram, chris, dirk = (made.phone(name) for name in ("Anna", "Bram", "Chris", "Dirk"))
    press(wall, "o")
    for text in (PARTY, FUND, FILM):
        write_idea(anna, text)
        expect(wall.get_by_text(text)).to_be_visible()
    press(wall, "o")
    for name in ("Geld", "Beeld", "Verhalen"):
        leader.get_by_role("textbox", name="Nieuw thema").fill(name)
        leader.get_by_role("textbox", name="Nieuw thema").press("Enter")
        expect(wall.get_by_role("heading", name=name)).to_be_visible()

    sort(dirk, keyboard, {FILM: "Verhalen"})
    sort(chris, thumb, {FILM: "Beeld"})
    sort(bram, thumb, {FUND: "Geld"})
    thumb(bram, "Terug")  # the last one again, as if it had been a slip
    expect(bram.locator(".sorted-idea")).to_be_visible()
    last = bram.locator(".sorted-idea").inner_text()
    thumb(bram, "Geld" if last == FUND else "Sla over")
    expect(wall.locator(".loose")).to_contain_text("Nog los: 3")
    expect(leader.get_by_text("Hierover verschillen de meningen")).to_have_count(0)

    sort(anna, thumb, {FUND: "Geld", FILM: "Geld"})
    field = wall.locator(".theme-field").filter(has=wall.get_by_role("heading", name="Geld"))
    expect(field).to_contain_text(FUND[:30])
    expect(wall.locator(".loose li").first).to_contain_text(FILM[:30])
    expect(wall.locator(".loose li").first).to_contain_text("de meningen verschillen")
    first = leader.locator(".tray .fold").first
    expect(first).to_contain_text("Hierover verschillen de meningen")
    expect(first).to_contain_text(FILM)
    first.get_by_role("button", name="Beeld · 1 mens").click()
    field = wall.locator(".theme-field").filter(has=wall.get_by_role("heading", name="Beeld"))
    expect(field).to_contain_text(FILM[:30])
    expect(leader.get_by_text("Hierover verschillen de meningen")).to_have_count(0)
