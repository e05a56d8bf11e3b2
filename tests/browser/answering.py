"""How somebody answers each way of voting by the screen; `push` presses a control."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

NAMES = ("Grond", "Kas")

Press = Callable[[Any], None]


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


ASKED: dict[str, Callable[[Page, Press], None]] = {
    "gradients": each_theme(gradients),
    "systemic": systemic,
    "ranked": ranked,
    "pairwise": pairwise,
    "consent": each_theme(consent),
}
"""How each method is answered. Consent is last: it leaves one theme."""
