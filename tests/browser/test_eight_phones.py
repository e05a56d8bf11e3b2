"""Eight phones sort, merge and vote in every way there is; the wall tells what they gave."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from brouwerij.domain import plans
from brouwerij.domain.ballots import METHODS
from brouwerij.domain.plans import PlannedRound, Template
from brouwerij.likeness.embedding import load
from tests.browser.conftest import Workshop, press, write_idea
from tests.browser.eight import BRAM, HANS, Afternoon
from tests.browser.eight_votes import (
    agreeing,
    amending,
    ballot,
    dots,
    gradients,
    objecting,
    pairwise,
    poll,
    ranked,
    systemic,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

MONEY = (
    "Samen geld sparen in een fonds",
    "Een fonds om geld uit te lenen",
    "Goedkoop geld lenen bij elkaar",
)
GARDEN, WEEKLY = "Samen eten koken in de tuin", "Elke week samen eten"
AGAIN = "Samen eten koken in de tuin!"
BALLOTS = ("gradients", "systemic", "ranked", "pairwise", "consent", "consent")
AFTERNOON = Template(
    "eight-phones",
    (
        PlannedRound("ideas", settings={"silent": False}),
        PlannedRound("clustering", settings={"together": True, "agree": 4}),
        PlannedRound("dots"),
        PlannedRound("poll"),
        *(PlannedRound("ballot", settings={"method": method}) for method in BALLOTS),
    ),
)


def test_afternoon_when_eight_phones_sort_merge_and_vote_then_the_wall_tells_what_they_gave(
    workshop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(plans.TEMPLATES, AFTERNOON.name, AFTERNOON)
    day = Afternoon(workshop(AFTERNOON.name))
    assert set(BALLOTS) == set(METHODS)
    ideas(day)
    the_same_twice(day)
    proposal(day)
    sorting(day)
    merging(day)
    dots(day)
    poll(day)
    ballot(
        day,
        gradients,
        {"Geld": "5 staan erachter, 2 houden het tegen", "Eten": "7 staan erachter"},
    )
    ballot(
        day,
        systemic,
        {"Geld": "weerstand 5 van 10", "Eten": "Aangenomen: weerstand 0 van 10"},
    )
    ballot(
        day,
        ranked,
        {"Geld": "5 keer eerste, 0 keer tweede", "Eten": "2 keer eerste, 5 keer tweede"},
    )
    ballot(
        day,
        pairwise,
        {"Geld": "won 42% van 7 vergelijkingen", "Eten": "won 57% van 7 vergelijkingen"},
    )
    ballot(
        day,
        objecting,
        {"Geld": "5 zonder bezwaar, 2 bezwaren", "Eten": "Aangenomen: 7 zonder bezwaar"},
    )
    amending(day)
    ballot(day, agreeing, {"Geld": "Aangenomen: 7 zonder bezwaar"})


def ideas(day: Afternoon) -> None:
    """Somebody finds what they wanted to say on the board, and is behind it too."""
    press(day.wall, "o")
    for text in (*MONEY, GARDEN, WEEKLY):
        write_idea(day.anna, text)
        expect(day.wall.get_by_text(text)).to_be_visible()
    day.bram.get_by_role("textbox", name="Je idee").fill("samen eten koken in de")
    offered = day.bram.locator(".alike-idea").filter(has_text=GARDEN)
    day.push(offered.get_by_role("button", name="Dat bedoel ik ook"), BRAM)
    expect(day.bram.get_by_role("textbox", name="Je idee")).to_have_value("")
    expect(day.anna.get_by_text("1 ander bedoelt dit ook")).to_be_attached()
    expect(day.wall.locator(".bubble .behind")).to_have_text("+11 ander bedoelt dit ook")
    write_idea(day.chris, AGAIN)
    expect(day.wall.get_by_text(AGAIN, exact=True)).to_be_visible()


def the_same_twice(day: Afternoon) -> None:
    """One key puts a likely duplicate with the other: all who mean it, and both their words."""
    press(day.wall, "o")
    expect(day.wall.locator(".loose")).to_contain_text("Nog los: 6")
    pair = day.leader.locator(".fold").filter(has_text="Misschien hetzelfde idee")
    expect(pair).to_contain_text(AGAIN)
    day.leader.keyboard.press("j")
    expect(day.wall.locator(".loose")).to_contain_text("Nog los: 5")
    expect(day.wall.locator(".loose .behind")).to_contain_text("+2")


def proposal(day: Afternoon) -> None:
    """A theme of a proposal is taken over by keyboard, another taken back; else made by hand."""
    leader, loose = day.leader, day.wall.locator(".loose")
    if load() is None:
        for text in MONEY:
            leader.get_by_role("checkbox", name=text).check()
        name_theme(leader, "Nieuw thema hiervan", "Geld")
        expect(loose).to_contain_text("Nog los: 2")
    else:
        expect(leader.get_by_role("button", name="Stel thema’s voor")).to_be_visible()
        leader.keyboard.press("t")
        expect(leader.get_by_role("heading", name="Voorstel: 2 thema’s")).to_be_focused()
        expect(loose).to_contain_text("Nog los: 5")
        tab_to(leader, "Naam")
        leader.keyboard.press("Control+a")
        leader.keyboard.type("Geld")
        tab_to(leader, "Neem over")
        leader.keyboard.press("Enter")
        expect(loose).to_contain_text("Nog los: 2")
        tab_to(leader, "Neem alles over")
        leader.keyboard.press("Enter")
        expect(loose).to_contain_text("Alles heeft een plek")
        tab_to(leader, "Maak ongedaan")
        leader.keyboard.press("Enter")
        expect(loose).to_contain_text("Nog los: 2")
    expect(field(day, "Geld")).to_contain_text(MONEY[0])
    for name in ("Eten", "Tuin"):
        name_theme(leader, "Nieuw thema", name)
        expect(day.wall.get_by_role("heading", name=name)).to_be_visible()
    if load():
        may_fit = day.anna.locator(".target").filter(has_text="past misschien")
        for screen in (may_fit, day.wall.locator(".fitting")):
            expect(screen.first).to_be_visible(timeout=15_000)


def name_theme(leader: Page, label: str, name: str) -> None:
    leader.get_by_role("textbox", name=label, exact=True).fill(name)
    leader.get_by_role("textbox", name=label, exact=True).press("Enter")


def tab_to(page: Page, name: str) -> None:
    """Walk on with Tab until the focus is on what has this name."""
    said = "document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText"
    for _ in range(80):
        page.keyboard.press("Tab")
        if str(page.evaluate(said)).startswith(name):
            return
    raise AssertionError(f"Tab never came to {name}")


def field(day: Afternoon, theme: str) -> Locator:
    named = day.wall.get_by_role("heading", name=theme)
    return day.wall.locator(".theme-field").filter(has=named)


PLACED = {
    WEEKLY: ("Tuin", "Sla over", "Tuin", "Sla over", "Eten", "Eten", "Eten", "Eten"),
    GARDEN: ("Eten", "Tuin", "Geld", "Eten", "Tuin", "Geld", "Eten", "Tuin"),
}
"""Where each says that an idea belongs: of one four agree, most of the six who judged it."""


def sorting(day: Afternoon) -> None:
    """One idea settles with the last who says so; where they differ, who leads decides."""
    for number, phone in enumerate(day.phones):
        if number == HANS:
            expect(day.wall.locator(".loose")).to_contain_text("Nog los: 2")
        for _ in PLACED:
            idea = phone.locator(".sorted-idea bdi").inner_text()
            target = phone.get_by_role("button", name=PLACED[idea][number]).first
            day.push(target, number)
            expect(phone.get_by_text(idea, exact=True)).to_have_count(0)
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Jij bent klaar")
    expect(field(day, "Eten")).to_contain_text(WEEKLY)
    expect(day.wall.locator(".loose li").first).to_contain_text("de meningen verschillen")
    first = day.leader.locator(".tray .fold").first
    expect(first).to_contain_text("Hierover verschillen de meningen")
    expect(first).to_contain_text(GARDEN)
    expect(first.get_by_role("button", name="Geld · 2 mensen")).to_be_visible()
    first.get_by_role("button", name="Tuin · 3 mensen").click()
    expect(field(day, "Tuin")).to_contain_text(GARDEN)
    expect(day.leader.get_by_text("Hierover verschillen de meningen")).to_have_count(0)


def merging(day: Afternoon) -> None:
    day.leader.locator(".theme-name").filter(has_text="Tuin").click()
    day.leader.get_by_label("Voeg samen met").select_option("Eten")
    expect(field(day, "Tuin")).to_have_count(0)
    expect(field(day, "Eten")).to_contain_text(GARDEN)
