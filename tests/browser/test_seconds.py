"""The same idea said twice: found while typing, and put together by who leads with one key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from brouwerij.domain import plans
from tests.browser.conftest import Workshop, press, write_idea
from tests.browser.test_sorting import TOGETHER

pytestmark = pytest.mark.browser

FUND = "Samen één fonds waar startende groepen uit kunnen lenen"
AGAIN = "Eén fonds samen, waar startende groepen uit lenen"


def test_idea_when_it_is_there_already_then_one_is_behind_it_or_they_are_put_together(
    workshop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(plans.TEMPLATES, TOGETHER.name, TOGETHER)
    made = workshop(TOGETHER.name)
    wall, leader = made.projector(), made.facilitator()
    anna, bram, chris = (made.phone(name) for name in ("Anna", "Bram", "Chris"))
    press(wall, "o")
    write_idea(anna, FUND)
    expect(bram.get_by_text(FUND)).to_be_visible()
    bram.get_by_role("textbox", name="Je idee").fill("samen een fonds waar groepen")
    offered = bram.locator(".alike-idea")
    expect(offered).to_contain_text(FUND)
    offered.get_by_role("button", name="Dat bedoel ik ook").tap()
    expect(bram.get_by_role("textbox", name="Je idee")).to_have_value("")
    expect(anna.get_by_text("1 ander bedoelt dit ook")).to_be_attached()
    expect(wall.locator(".bubble .behind")).to_have_text("+11 ander bedoelt dit ook")

    write_idea(chris, AGAIN)
    expect(wall.get_by_text(AGAIN)).to_be_visible()
    press(wall, "o")
    pair = leader.locator(".fold").filter(has_text="Misschien hetzelfde idee")
    expect(pair).to_contain_text(AGAIN)
    pair.get_by_role("button", name="Zet samen").press("Enter")
    expect(pair).to_have_count(0)
    expect(wall.locator(".loose")).to_contain_text("Nog los: 1")
    expect(wall.locator(".loose .behind")).to_contain_text("+2")
    expect(anna.get_by_text("Ook zo gezegd")).to_contain_text(AGAIN)
