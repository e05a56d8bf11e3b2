"""What the small script adds, and that the pages do without it; in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from playwright.sync_api import Browser, Page, expect

from brouwerij import identity
from brouwerij.domain.plans import BREWERY
from brouwerij.live import rooms
from tests.support.server import Server

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 360, "height": 640}
LAPTOP = {"width": 1280, "height": 800}
LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappijenoverlegvergaderingen"


@pytest.fixture
def code(server: Server) -> str:
    data = {
        "title": f"{LONG} noord",
        "question": f"Wat doen we met {LONG}?",
        "tables": 4,
        "plan": msgspec.to_builtins(BREWERY.rounds),
        "initiatives": ["CW Circa", "De Warren", LONG],
    }
    with server.app.test_request_context():
        row, result = rooms.create(None, data)
        assert result.ok, result.refusal
        return row.code


@pytest.fixture
def organiser_link(server: Server, code: str) -> str:
    with server.app.app_context():
        return f"{server.address}/o/{identity.organiser_token(code)}"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="nl-NL", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone_without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="nl-NL", java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_another_initiative_is_named_at_once_when_tapped(server: Server, code: str, phone: Page):
    phone.goto(f"{server.address}/{code}")
    name = phone.get_by_label("Hoe heet het?")
    expect(name).to_be_hidden()
    phone.get_by_label("Een ander initiatief").click()
    expect(name).to_be_focused()
    phone.get_by_label("CW Circa").click()
    expect(name).to_be_hidden()


def test_keys_walk_through_the_initiatives_without_being_sent_elsewhere(
    server: Server, code: str, phone: Page
):
    phone.goto(f"{server.address}/{code}")
    phone.get_by_label(LONG).focus()
    phone.keyboard.press("ArrowDown")
    other = phone.get_by_label("Een ander initiatief")
    expect(other).to_be_checked()
    expect(other).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.get_by_label("Hoe heet het?")).to_be_focused()


def test_joining_needs_no_script(server: Server, code: str, phone_without_script: Page):
    page = phone_without_script
    page.goto(f"{server.address}/{code}")
    page.get_by_label("Hoe heet je?").fill("Anna")
    page.get_by_label("Een ander initiatief").click()
    page.get_by_label("Hoe heet het?").fill("Groene Gemeenschap")
    page.get_by_role("button", name="Doe mee").click()
    page.wait_for_url(f"**/{code}/mee")


def test_action_of_the_join_page_is_in_view_at_once(server: Server, code: str, phone: Page):
    phone.set_viewport_size(NARROW)
    phone.goto(f"{server.address}/{code}")
    expect(phone.get_by_role("button", name="Doe mee")).to_be_in_viewport(ratio=1)


def test_address_is_copied_and_the_button_says_so(
    server: Server, code: str, organiser_link: str, phone: Page
):
    """Without a clipboard to write to, as over plain http, selecting and copying still works."""
    phone.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    phone.goto(organiser_link)
    button = phone.get_by_role("button", name="Kopieer De link om mee te doen")
    button.click()
    expect(phone.get_by_role("status")).to_have_text("Gekopieerd")
    phone.get_by_label("Nieuwe link voor").focus()
    phone.keyboard.press("Control+V")
    expect(phone.get_by_label("Nieuwe link voor")).to_have_value(f"{server.address}/{code}")


def test_buttons_that_need_script_are_not_there_without_it(
    organiser_link: str, phone: Page, phone_without_script: Page
):
    for page, shown in ((phone, True), (phone_without_script, False)):
        page.goto(organiser_link)
        copy = page.get_by_role("button", name="Kopieer")
        assert (copy.count() > 0) == shown
        page.goto(f"{page.url}/poster")
        assert (page.get_by_role("button", name="Druk af").count() > 0) == shown


def test_form_that_is_under_way_is_not_sent_again(server: Server, code: str, phone: Page):
    phone.goto(f"{server.address}/{code}")
    phone.get_by_label("CW Circa").check()
    phone.evaluate("""() => {
        window.sent = 0;
        window.addEventListener("submit", (event) => {
            if (!event.defaultPrevented) window.sent += 1;
            event.preventDefault(); // the page stays, as it does while the answer is under way
        });
    }""")
    for _ in range(2):
        phone.get_by_role("button", name="Doe mee").click()
    assert phone.evaluate("window.sent") == 1


@pytest.mark.parametrize(
    "path",
    ["/{code}", "/sessies/{code}", "/sessies/{code}/gegevens", "/sessies/{code}/plan",
     "/sessies/{code}/poster", "/", "/inloggen", "/nergens/te/vinden", "/{code}/hervat"],
)  # fmt: skip
def test_page_fits_a_narrow_phone_whatever_words_are_in_it(
    server: Server, code: str, organiser_link: str, phone: Page, path: str
):
    phone.set_viewport_size(NARROW)
    phone.goto(organiser_link)
    phone.goto(server.address + path.format(code=code))
    phone.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    assert phone.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_settings_of_a_round_are_shown_whole(organiser_link: str, phone: Page):
    phone.set_viewport_size(LAPTOP)
    phone.goto(organiser_link)
    phone.goto(f"{phone.url}/plan")
    cut = phone.evaluate("""() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
      const boxes = [...document.querySelectorAll(".settings .choice")];
      return boxes.map((box) => [box.textContent.trim(), box.scrollHeight - box.clientHeight]);
    }""")
    assert len(cut) > 3
    assert [words for words, too_high in cut if too_high > 0] == []


def test_poster_is_one_sheet_of_paper(organiser_link: str, phone: Page):
    phone.goto(organiser_link)
    phone.goto(f"{phone.url}/poster")
    printed = phone.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed
    phone.emulate_media(media="print")
    expect(phone.get_by_role("button", name="Druk af")).to_be_hidden()
    expect(phone.get_by_role("article")).to_be_visible()
