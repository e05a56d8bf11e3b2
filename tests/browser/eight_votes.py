"""How eight people vote in every way there is."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import press
from tests.browser.eight import HANS, Afternoon

AMENDED = "Een fonds met een grens van duizend euro"


def dots(day: Afternoon) -> None:
    """Six dots on one theme and three on the other, of seven people."""
    day.opens("Stippen")
    for number, phone in enumerate(day.phones[:HANS]):
        for theme, givers in (("Geld", range(6)), ("Eten", range(4, 7))):
            if number in givers:
                day.push(phone.get_by_role("button", name=theme, exact=True), number)
    expect(day.wall.get_by_role("banner")).to_contain_text("7 van 8")
    press(day.wall, "c")
    press(day.wall, "r")
    day.tells("Geld", "6 mensen")
    day.tells("Eten", "3 mensen")


def walk(day: Afternoon, themes: tuple[str, ...], answer: Callable[[Page, int, str], None]) -> None:
    """Everybody goes through the themes, in an order of their own, to their answers together."""
    for number, phone in enumerate(day.phones):
        heading = phone.get_by_role("heading", level=1)
        left = set(themes)
        while left:
            expect(heading).to_have_text(re.compile("|".join(left)))
            theme = next(name for name in left if name in heading.inner_text())
            answer(phone, number, theme)
            left.remove(theme)
            onward = phone.get_by_role("button", name="Volgende" if left else "Overzicht")
            day.push(onward, number)


def poll(day: Afternoon) -> None:
    """Two of the seven who answer can live with money, one has an objection to it."""
    day.opens("peiling")

    def answer(phone: Page, number: int, theme: str) -> None:
        if number == HANS:
            return
        if (number, theme) == (0, "Geld"):
            object_to(phone, "Te duur")
        else:
            mild = theme == "Geld" and number in (2, 3)
            day.push(phone.get_by_label("Kan ermee leven" if mild else "Draag ik"), number)

    walk(day, ("Geld", "Eten"), answer)
    expect(day.wall.get_by_role("banner")).to_contain_text("7 van 8")
    press(day.wall, "c")
    press(day.wall, "r")
    row = day.wall.get_by_role("row")
    expect(row.filter(has_text="Geld")).to_have_text(re.compile(r"Geld\D+421"))
    press(day.wall, "n")
    expect(row.filter(has_text="Eten")).to_have_text(re.compile(r"Eten\D+700"))


def object_to(phone: Page, reason: str) -> None:
    phone.get_by_role("radio", name="Bezwaar, want").click()
    phone.get_by_label("Wat is je bezwaar?").fill(reason)
    phone.get_by_label("Wat is je bezwaar?").press("Enter")


def gradients(day: Afternoon) -> None:
    def answer(phone: Page, number: int, theme: str) -> None:
        said = "Nee, dit houd ik tegen" if number in (5, 6) else "Voor, met een kanttekening"
        choose(day, phone, number, "Van harte voor" if theme == "Eten" else said)

    walk(day, ("Geld", "Eten"), answer)


def systemic(day: Afternoon) -> None:
    resistance = {"Eten": "0: geen weerstand", "Laten zoals het is": "10: onverdraaglijk"}

    def answer(phone: Page, number: int, theme: str) -> None:
        on_money = "Weerstand 9" if number in (4, 5, 6) else "Weerstand 2"
        choose(day, phone, number, resistance.get(theme, on_money))

    walk(day, ("Geld", "Eten", "Laten zoals het is"), answer)


def choose(day: Afternoon, phone: Page, number: int, answer: str) -> None:
    """One of the answers; Hans abstains."""
    name = "Ik onthoud me" if number == HANS else answer
    day.push(phone.get_by_role("radio", name=name), number)


def ranked(day: Afternoon) -> None:
    """Five want money first and the garden then; two want the garden alone."""
    for number, phone in enumerate(day.phones[:HANS]):
        order = ("Geld", "Eten") if number < 5 else ("Eten",)
        for theme, place in zip(order, ("Eerste keus", "Tweede keus"), strict=False):
            group = phone.get_by_role("group", name=theme)
            day.push(group.get_by_role("button", name=place), number)
    abstain(day)


def pairwise(day: Afternoon) -> None:
    for number, phone in enumerate(day.phones[:HANS]):
        wanted = "Geld" if number < 3 else "Eten"
        day.push(phone.get_by_role("button", name=wanted, exact=True), number)
        expect(phone.get_by_text("Dat was alles.")).to_be_visible()
    abstain(day)


def abstain(day: Afternoon) -> None:
    day.push(day.phones[HANS].get_by_role("checkbox", name="Ik onthoud me"), HANS)


def objecting(day: Afternoon) -> None:
    def answer(phone: Page, number: int, theme: str) -> None:
        if theme == "Geld" and number in (0, 2):
            object_to(phone, "Te duur")
        else:
            choose(day, phone, number, "Geen bezwaar")

    walk(day, ("Geld", "Eten"), answer)


def agreeing(day: Afternoon) -> None:
    """The second round: only the proposal with objections, as it was amended."""

    def answer(phone: Page, number: int, theme: str) -> None:
        expect(phone.get_by_text(AMENDED)).to_be_visible()
        choose(day, phone, number, "Geen bezwaar")

    walk(day, ("Geld",), answer)


def ballot(day: Afternoon, ask: Callable[[Afternoon], None], told: dict[str, str]) -> None:
    """All vote; nothing of it shows until it is opened, and then the wall and a phone tell it."""
    press(day.wall, "o")
    expect(day.wall.get_by_text("0 van 8 mensen hebben gestemd.")).to_be_visible()
    ask(day)
    expect(day.wall.get_by_text("8 van 8 mensen hebben gestemd.")).to_be_visible()
    for came_to in told.values():
        assert came_to not in day.wall.content()
    press(day.wall, "c")
    press(day.wall, "r")
    for theme, came_to in told.items():
        day.tells(theme, came_to)
        expect(day.anna.get_by_text(came_to).first).to_be_visible()


def amending(day: Afternoon) -> None:
    form = day.leader.locator("form.amend")
    expect(form).to_contain_text("Te duur")
    form.get_by_label("Zo luidt het voorstel nu").fill(AMENDED)
    form.get_by_role("button", name="Bewaar").click()
    expect(form.get_by_role("button", name="Bewaar")).to_be_disabled()
