"""Every way of voting by the screen: two thumbs and a keyboard, hidden until it is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from brouwerij.domain import plans
from brouwerij.domain.ballots import METHODS
from brouwerij.domain.plans import PlannedRound, Template
from tests.browser.conftest import Workshop, press

pytestmark = pytest.mark.browser

NAMES = ("Grond", "Kas")


def test_ballots_when_phones_vote_by_every_method_then_the_wall_tells_what_they_come_to(
    workshop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds = [PlannedRound("ballot", settings={"method": method}) for method in ASKED]
    every = Template("all-methods", (PlannedRound("clustering"), *rounds))
    monkeypatch.setitem(plans.TEMPLATES, every.name, every)
    made = workshop(every.name)
    wall, anna, bram = made.projector(), made.phone("Anna"), made.phone("Bram")
    leader = made.facilitator()
    press(wall, "o")
    for name in NAMES:
        leader.get_by_role("textbox", name="Nieuw thema").fill(name)
        leader.get_by_role("textbox", name="Nieuw thema").press("Enter")
        expect(wall.get_by_text(name).first).to_be_visible()
    for method, (ask, told) in ASKED.items():
        press(wall, "o")
        ask(anna, lambda it: it.click())
        ask(bram, by_keyboard)
        expect(wall.get_by_text("2 van 2 mensen hebben gestemd.")).to_be_visible()
        assert told not in wall.content(), method
        press(wall, "c")
        press(wall, "r")
        expect(wall.get_by_text(told).first).to_be_visible()
        expect(anna.get_by_role("heading", level=1, name="De uitslag")).to_be_visible()
        expect(anna.get_by_text(told).first).to_be_visible()


Press = Callable[[Any], None]


def by_keyboard(control: Any) -> None:
    control.focus()
    control.press("Space")


def each_theme(answer: Callable[[Page, Press, str], None]) -> Callable[[Page, Press], None]:
    """Go through the themes, each answered in the same way, to one's answers together."""

    def ask(phone: Page, push: Press) -> None:
        for _ in NAMES:
            heading = phone.get_by_role("heading", level=1)
            name = heading.filter(has_text="Grond").or_(heading.filter(has_text="Kas")).inner_text()
            answer(phone, push, name)
            expect(phone.get_by_text("Bewaard", exact=True)).to_be_visible()
            push(
                phone.get_by_role("button", name="Volgende").or_(
                    phone.get_by_role("button", name="Overzicht")
                )
            )
            expect(heading).not_to_have_text(name)

    return ask


def gradients(phone: Page, push: Press, name: str) -> None:
    push(phone.get_by_role("radio", name="Voor, met een kanttekening"))


def consent(phone: Page, push: Press, name: str) -> None:
    if name == "Grond":
        push(phone.get_by_role("radio", name="Geen bezwaar"))
        return
    push(phone.get_by_role("radio", name="Bezwaar, want …"))
    phone.get_by_label("Wat is je bezwaar?").fill("Te duur")
    phone.get_by_label("Wat is je bezwaar?").press("Enter")


def systemic(phone: Page, push: Press) -> None:
    each_theme(lambda page, push, name: push(page.get_by_role("radio", name="Weerstand 2")))(
        phone, push
    )
    push(phone.get_by_role("radio", name="10: onverdraaglijk"))
    expect(phone.get_by_text("Bewaard", exact=True)).to_be_visible()


def ranked(phone: Page, push: Press) -> None:
    grond = phone.get_by_role("group", name="Grond")
    push(grond.get_by_role("button", name="Tweede keus"))
    push(phone.get_by_role("group", name="Kas").get_by_role("button", name="Tweede keus"))
    push(grond.get_by_role("button", name="Eerste keus"))
    expect(phone.get_by_role("listitem").filter(has_text="Grond").last).to_be_visible()
    expect(phone.get_by_text("Bewaard", exact=True)).to_be_visible()


def pairwise(phone: Page, push: Press) -> None:
    push(phone.get_by_role("button", name="Grond", exact=True))
    expect(phone.get_by_text("Dat was alles.")).to_be_visible()
    expect(phone.get_by_text("Bewaard", exact=True)).to_be_visible()


ASKED: dict[str, tuple[Callable[[Page, Press], None], str]] = {
    "gradients": (each_theme(gradients), "2 staan erachter"),
    "systemic": (systemic, "weerstand 2 van 10"),
    "ranked": (ranked, "2 keer eerste, 0 keer tweede"),
    "pairwise": (pairwise, "won 100% van 2 vergelijkingen"),
    "consent": (each_theme(consent), "2 bezwaren"),
}
"""How each method is answered, and what the wall and the phones say of it afterwards. Consent is
last: it leaves one theme."""


def test_methods_are_all_asked_here() -> None:
    assert set(ASKED) == set(METHODS)
