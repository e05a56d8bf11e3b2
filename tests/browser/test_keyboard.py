"""A whole afternoon without a mouse or a finger: Tab, Enter, Space and arrows, and one always sees
where one is. What is pressed goes to what has the focus, as with a keyboard on the table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from brouwerij.domain import plans
from brouwerij.domain.ballots import METHODS
from brouwerij.domain.plans import PlannedRound, Template
from tests.browser.answering import ASKED
from tests.browser.conftest import LAPTOP, Workshop, press

pytestmark = pytest.mark.browser

FURTHEST = 60
"""Presses of Tab that lead anywhere on these short pages."""
IS_HERE = "(it) => it === document.activeElement"
RING = """(it) => [it, it.closest("label")].some(
  (one) => one && getComputedStyle(one).outlineStyle !== "none",
)"""

OLDER = "HTMLElement.prototype.checkVisibility = undefined"
"""Makes the browser one that cannot say what is visible, as Safari before 17.4."""
AS_IT_IS = "delete HTMLElement.prototype.checkVisibility"

IDEA, OTHER = "Samen een fonds beginnen", "Een film maken"


def reach(page: Page, place: Locator) -> None:
    """Go to a place by Tab, from wherever one is; it shows that one is there."""
    expect(place).to_be_enabled()
    for _ in range(FURTHEST):
        if place.evaluate(IS_HERE):
            break
        page.keyboard.press("Tab")
    expect(place).to_be_focused()
    assert place.evaluate(RING), place


def is_somewhere(page: Page) -> None:
    """What had the focus may have gone; it is not lost."""
    expect(page.locator(":focus")).to_have_count(1)


def use(page: Page, name: str) -> None:
    reach(page, page.get_by_role("button", name=name).first)
    page.keyboard.press("Enter")


def write(page: Page, name: str, text: str) -> None:
    reach(page, page.get_by_role("textbox", name=name).first)
    page.keyboard.type(text)


def choose(page: Page, wanted: Locator) -> None:
    """Pick one of several: Tab goes to the group, arrows go along it."""
    group = page.locator(f"[name='{wanted.get_attribute('name')}']")
    picked = group.and_(page.locator(":checked"))
    reach(page, picked if picked.count() else group.first)
    page.keyboard.press("Space")
    for _ in range(group.count()):
        if wanted.evaluate(IS_HERE):
            break
        page.keyboard.press("ArrowDown")
    expect(wanted).to_be_checked()


def tick(page: Page, name: str) -> None:
    box = page.get_by_role("checkbox", name=name).first
    reach(page, box)
    page.keyboard.press("Space")
    expect(box).to_be_checked()


def push(control: Locator) -> None:
    """What the ways of voting ask to be pressed."""
    page = control.page
    if control.get_attribute("type") == "radio":
        choose(page, control)
    else:
        reach(page, control)
        page.keyboard.press("Enter")


class Day:
    """Anna at a keyboard, and the wall, which is led by keys."""

    def __init__(self, wall: Page, anna: Page, rounds: int) -> None:
        self.wall, self.anna, self._rounds = wall, anna, rounds
        self._number = 0

    def next_round(self) -> None:
        """The focus comes along to what is asked now. What was done has to be there before it."""
        self._number += 1
        expect(self.anna.get_by_text("Alles is bewaard")).to_be_visible()
        press(self.wall, "o")
        expect(self.anna.get_by_text(f"{self._number} van {self._rounds}")).to_be_visible()
        expect(self.anna.get_by_role("heading", level=1)).to_be_focused()


def join(page: Page, code: str) -> None:
    page.goto(f"/{code}")
    write(page, "Hoe heet je?", "Anna")
    choose(page, page.get_by_role("radio", name="CW Circa"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fijn dat je er bent")


def ideas(day: Day) -> None:
    anna = day.anna
    for text in ("Samen een fonsd", OTHER, "Dit kan weg"):
        write(anna, "Je idee", text)
        use(anna, "Breng in")
        expect(anna.get_by_role("textbox", name="Je idee")).to_be_focused()
    use(anna, "Wijzig Samen een fonsd")
    reach(anna, anna.get_by_role("textbox", name="Je idee").first)
    anna.keyboard.press("ControlOrMeta+a")
    anna.keyboard.type(IDEA)
    anna.keyboard.press("Enter")
    expect(anna.get_by_role("button", name=f"Wijzig {IDEA}")).to_be_focused()
    use(anna, "Wijzig Dit kan weg")
    anna.evaluate(OLDER)
    use(anna, "Haal weg")
    expect(anna.get_by_role("button", name="Wijzig")).to_have_count(2)
    is_somewhere(anna)
    anna.evaluate(AS_IT_IS)


def sorting(day: Day) -> None:
    anna = day.anna
    for _ in range(2):
        use(anna, "Nieuw thema")
        shown = anna.locator(".sorted-idea").inner_text()
        expect(anna.locator("input:focus, textarea:focus")).to_have_count(1)
        anna.keyboard.type("Kas" if shown == OTHER else "Grond")
        anna.keyboard.press("Enter")
        expect(anna.locator(".sorted-idea").filter(has_text=shown)).to_have_count(0)
    expect(anna.get_by_role("heading", level=1)).to_contain_text("Alles heeft een plek")
    is_somewhere(anna)


def voting(day: Day) -> None:
    assert set(ASKED) == set(METHODS)
    for ask in ASKED.values():
        day.next_round()
        ask(day.anna, push)
        press(day.wall, "c")
        press(day.wall, "r")
        expect(day.anna.get_by_role("heading", level=1, name="De uitslag")).to_be_visible()


def dots(day: Day) -> None:
    use(day.anna, "Grond")
    expect(day.anna.get_by_role("button", name="Grond", pressed=True)).to_be_focused()


def poll(day: Day) -> None:
    """Consent has left one theme: one objects to it with a reason, and thinks better of it."""
    anna = day.anna
    saved = anna.get_by_text("Bewaard", exact=True)
    choose(anna, anna.get_by_role("radio", name="Bezwaar, want"))
    write(anna, "Wat is je bezwaar?", "Ik wil niet in beeld")
    anna.keyboard.press("Enter")
    expect(saved).to_be_visible()
    choose(anna, anna.get_by_role("radio", name="Draag ik"))
    tick(anna, "Hier werk ik aan mee")
    expect(saved).to_be_visible()
    push(anna.get_by_role("button", name="Overzicht"))
    expect(anna.get_by_role("heading", level=1, name="Je antwoorden")).to_be_focused()
    press(day.wall, "c")
    press(day.wall, "r")
    expect(anna.get_by_role("status").filter(has_text="Wat dragen we samen?")).to_have_count(1)


def card(day: Day) -> None:
    use(day.anna, "Grond")
    write(day.anna, "Wat gaan we doen", "Een fonds van ons allemaal")
    day.anna.keyboard.press("Tab")
    expect(day.wall.get_by_text("Een fonds van ons allemaal")).to_be_visible()


def group(day: Day) -> None:
    use(day.anna, "Ik wil trekker zijn")
    write(day.anna, "E-mail", "anna@circa.example")
    tick(day.anna, "De organisator mag")
    use(day.anna, "Meld me aan")
    expect(day.anna.get_by_text("jij", exact=True)).to_be_visible()
    is_somewhere(day.anna)


def checkout(day: Day) -> None:
    choose(day.anna, day.anna.get_by_role("radio", name="4"))
    write(day.anna, "Wat neem je mee?", "Warm en nuttig")
    use(day.anna, "Stuur")
    expect(day.wall.get_by_text("van 1 mens")).to_be_visible()
    press(day.wall, "x")
    expect(day.anna.get_by_role("heading", level=1)).to_contain_text("Dank je wel")
    expect(day.anna.get_by_role("heading", level=1)).to_be_focused()


STEPS = {
    "ideas": ideas,
    "clustering": sorting,
    "dots": dots,
    "poll": poll,
    "elaboration": card,
    "workgroups": group,
    "checkout": checkout,
}


def test_participant_does_everything_by_keyboard(
    workshop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
):
    votes = [PlannedRound("ballot", settings={"method": method}) for method in ASKED]
    first, *others = [PlannedRound(kind) for kind in STEPS]
    plan = Template("by-keyboard", (first, others[0], *votes, *others[1:]))
    monkeypatch.setitem(plans.TEMPLATES, plan.name, plan)
    made = workshop(plan.name, initiatives=["CW Circa", "Sandwijck"])
    wall, anna = made.projector(), made.screens.page(LAPTOP)
    join(anna, made.code)
    day = Day(wall, anna, len(plan.rounds))
    for kind, step in STEPS.items():
        if kind == "dots":
            voting(day)
        day.next_round()
        step(day)


def test_facilitator_leads_by_keyboard(workshop: Callable[..., Workshop]):
    made = workshop()
    leader = made.facilitator()
    use(leader, "Start Brouwen")
    expect(leader.get_by_role("button", name="Zet stil")).to_be_visible()
    is_somewhere(leader)
    write(leader, "Het idee", "Van opa, op papier")
    use(leader, "Breng in")
    use(leader, "Deel met de zaal")
    reach(leader, leader.locator("summary", has_text="Alle ideeën"))
    leader.keyboard.press("Enter")
    use(leader, "Verberg")
    expect(leader.get_by_role("status").filter(has_text="verborgen")).to_have_count(1)
    is_somewhere(leader)
    use(leader, "Maak ongedaan")
    expect(leader.get_by_role("button", name="Verberg")).to_be_visible()
    use(leader, "Sluit Brouwen")
    use(leader, "Start Gisten")
    write(leader, "Nieuw thema", "Geld")
    leader.keyboard.press("Enter")
    expect(leader.get_by_role("main")).to_contain_text("Geld")
    is_somewhere(leader)
