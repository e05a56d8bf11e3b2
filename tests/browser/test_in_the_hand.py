"""What phones do in a hand: double taps, the back button, turning, sleeping, a second tab."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.conftest import PHONE, Workshop, enter, press, tap_twice, write_idea

pytestmark = pytest.mark.browser
Make = Callable[..., Workshop]

HALF = "Elkaars statuten lenen, zodat"


@pytest.fixture
def room(workshop: Make) -> tuple[Workshop, Page, Page]:
    """Brouwen is open: the workshop, its projector and Anna's phone."""
    made = workshop()
    wall, anna = made.projector(), made.phone("Anna")
    press(wall, "Enter")
    expect(anna.get_by_role("textbox", name="Je idee")).to_be_visible()
    return made, wall, anna


def field(phone: Page):
    return phone.get_by_role("textbox", name="Je idee")


def test_double_taps_count_once(room: tuple[Workshop, Page, Page]):
    made, wall, anna = room
    bram = made.phone("Bram", "Sandwijck")
    for text in ("Een fonds", "Een film"):
        write_idea(anna, text)
    field(anna).fill("Een feest")
    tap_twice(anna, "Breng in")
    expect(wall.get_by_role("banner")).to_contain_text("3 ideeën")
    press(wall, "r")
    tap_twice(bram, "Dat bedoel ik ook")
    expect(bram.get_by_role("button", pressed=True)).to_have_count(1)
    press(wall, "o")
    expect(wall.get_by_text("Ronde 2 van 4").first).to_be_visible()
    anna.get_by_role("button", name="Nieuw thema").tap()
    anna.get_by_role("textbox").fill("Geld")
    tap_twice(anna, "Maak thema")
    expect(anna.get_by_text("Nog los: 2")).to_be_visible()
    tap_twice(anna, "Geld")
    expect(anna.get_by_text("Nog los: 1")).to_be_visible()
    anna.get_by_role("button", name="Geld").click()
    expect(anna.get_by_role("heading", level=1)).to_contain_text("Alles heeft een plek")


def test_back_button_and_turning_the_phone_leave_half_a_sentence(
    room: tuple[Workshop, Page, Page],
):
    _, _, anna = room
    field(anna).fill(HALF)
    anna.go_back()
    expect(field(anna)).to_have_value(HALF)
    anna.go_forward()
    expect(field(anna)).to_have_value(HALF)
    field(anna).focus()

    anna.set_viewport_size({"width": 844, "height": 390})

    expect(field(anna)).to_be_focused()
    expect(field(anna)).to_have_value(HALF)
    expect(field(anna)).to_be_in_viewport(ratio=1)
    expect(anna.get_by_role("button", name="Breng in")).to_be_in_viewport(ratio=1)
    expect(anna.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)


def test_two_tabs_of_one_person_hold_the_same(room: tuple[Workshop, Page, Page]):
    made, wall, anna = room
    other = made.screens.watch(anna.context.new_page())
    other.goto(f"/{made.code}")
    field(anna).fill(HALF)
    expect(field(other)).to_have_value(HALF)
    field(other).fill(f"{HALF} niet iedereen opnieuw begint")
    other.get_by_role("button", name="Breng in").click()
    expect(field(anna)).to_have_value("")
    for tab in (anna, other):
        expect(tab.get_by_role("list", name="Je ideeën").get_by_role("listitem")).to_have_count(1)
    expect(wall.get_by_role("banner")).to_contain_text("1 idee")


def test_phone_that_slept_through_a_change_of_network_is_where_the_room_is(
    room: tuple[Workshop, Page, Page],
):
    _, wall, anna = room
    field(anna).fill(HALF)
    lifecycle = anna.context.new_cdp_session(anna)
    lifecycle.send("Page.setWebLifecycleState", {"state": "frozen"})
    anna.context.set_offline(True)
    press(wall, "o")
    expect(wall.get_by_text("Ronde 2 van 4").first).to_be_visible()
    anna.context.set_offline(False)
    lifecycle.send("Page.setWebLifecycleState", {"state": "active"})

    expect(anna.get_by_text("2 van 4")).to_be_visible()
    expect(anna.get_by_role("region", name="Nog niet verstuurd")).to_contain_text(HALF)


def test_who_is_moved_while_coming_in_has_the_view_of_the_other_table(workshop: Make):
    made = workshop(question="Wat doen we samen?")
    anna = made.screens.page(PHONE)
    answers: list[str] = []

    def moved_in_between(line: WebSocketRoute) -> None:
        """The answer to the first hello is of a table where something else is asked."""

        def back(message: str | bytes) -> None:
            if str(message).startswith("43") and not any("Iets" in one for one in answers):
                line.send('42["bye",{"reason":"moved"}]')
                message = str(message).replace("Wat doen we samen?", "Iets anders")
            answers.append(str(message))
            line.send(message)

        line.connect_to_server().on_message(back)

    anna.route_web_socket("**/socket.io/**", moved_in_between)
    anna.goto(f"/{made.code}")
    enter(anna, "Anna", "CW Circa")

    expect(anna.get_by_text("Wat doen we samen?")).to_be_visible()
    assert any("Iets anders" in answer for answer in answers)


WATCH = """() => {
  window.shifted = 0;
  window.told = [];
  const noted = (entries) => entries.forEach(({ value }) => (window.shifted += value));
  new PerformanceObserver((list) => noted(list.getEntries())).observe({ type: "layout-shift" });
  const live = (it) => (it.nodeType === 1 ? it : it.parentElement)
    ?.closest("[role=status], [role=alert], [aria-live]");
  new MutationObserver((changes) => {
    const words = changes.map(({ target }) => live(target)?.textContent);
    window.told.push(...words.filter(Boolean));
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""
SHIFT = 0.05
"""What shifts of itself on a page that people call steady (web.dev, half of "good")."""


def test_what_others_do_neither_moves_the_page_nor_is_read_aloud(
    room: tuple[Workshop, Page, Page],
):
    made, wall, anna = room
    bram = made.phone("Bram", "Sandwijck")
    for n in range(8):
        write_idea(bram, f"Een eerste idee, nummer {n}")
    press(wall, "r")
    expect(anna.get_by_text("nummer 7")).to_be_visible()
    field(anna).fill(HALF)
    anna.evaluate(WATCH)
    where = anna.evaluate("scrollY")
    for n in range(20):
        write_idea(bram, f"Nog een plan, {n}")
    expect(anna.get_by_text("Nog een plan, 19")).to_be_attached()
    assert anna.evaluate("told") == []
    assert anna.evaluate("shifted") < SHIFT
    assert anna.evaluate("scrollY") == where
    expect(field(anna)).to_be_focused()
    expect(field(anna)).to_be_in_viewport(ratio=1)

    press(wall, "c")

    expect(anna.get_by_role("status").filter(has_text="Deze ronde is voorbij")).to_have_count(1)
    assert anna.evaluate("told.length") == 1

    press(wall, "o")
    bram.get_by_role("button", name="Nieuw thema").click()
    bram.get_by_role("textbox").fill("Geld")
    bram.get_by_role("textbox").press("Enter")
    expect(wall.get_by_role("heading", name="Geld")).to_be_visible()
    press(wall, "o")
    expect(anna.get_by_text("3 van 4")).to_be_visible()
    press(wall, "o")
    leader = made.facilitator()
    expect(leader.get_by_role("heading", name="Draagvlakpeiling")).to_be_visible()
    expect(anna.get_by_role("radio", name="Draag ik")).to_be_visible()
    for page in (wall, leader):
        page.evaluate(WATCH)
    anna.evaluate("window.told.length = window.shifted = 0")
    for _ in range(6):
        bram.get_by_role("radio", name="Draag ik").check()
        expect(wall.get_by_role("banner")).to_contain_text("1 van 2")
        bram.get_by_role("button", name="Toch geen antwoord").click()
        expect(wall.get_by_role("banner")).to_contain_text("0 van 2")
    for page in (wall, leader, anna):
        assert page.evaluate("told") == []
    assert anna.evaluate("shifted") < SHIFT
