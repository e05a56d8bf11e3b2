"""Each round's screen is a script of its own: there before the Wi-Fi goes, or asked for again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Workshop, enter, press

pytestmark = pytest.mark.browser

SCRIPTS = "**/dist/phone/*.js"


def test_round_when_its_script_did_not_come_then_is_shown_as_soon_as_it_does(
    workshop: Callable[..., Workshop],
) -> None:
    made = workshop()
    wall = made.projector()
    phone = made.screens.page(PHONE, service_workers="block")
    phone.route(SCRIPTS, lambda route: route.abort())
    phone.goto(f"/{made.code}")
    enter(phone, "Anna", "CW Circa")
    press(wall, "o")
    expect(phone.get_by_text("Dit scherm komt zodra er weer verbinding is.")).to_be_visible()
    phone.unroute(SCRIPTS)
    expect(phone.get_by_role("textbox", name="Je idee")).to_be_visible()
    expect(phone.get_by_role("heading", level=1)).to_be_focused()


def test_round_when_the_scripts_cannot_be_fetched_any_more_then_is_there_already(
    workshop: Callable[..., Workshop],
) -> None:
    made = workshop()
    wall = made.projector()
    fetched: set[str] = set()
    phone = made.screens.page(PHONE, service_workers="block")
    phone.on("requestfinished", lambda request: fetched.add(request.url.rpartition("/")[2]))
    phone.goto(f"/{made.code}")
    with phone.expect_event(
        "requestfinished", lambda request: "/workgroups-" in request.url
    ):  # the last of all
        enter(phone, "Anna", "CW Circa")
    assert any(name.startswith("clustering-") for name in fetched)
    phone.context.route(SCRIPTS, lambda route: route.abort())
    press(wall, "o")
    expect(phone.get_by_role("textbox", name="Je idee")).to_be_visible()


WAKE_LOCK = """
window.held = 0;
navigator.wakeLock.request = async () => {
  window.held += 1;
  return { released: false, release: async () => (window.held -= 1) };
};
"""


HELD = """async (count) => {
  while (window.held !== count) await new Promise(requestAnimationFrame);
}"""


def test_screen_of_a_phone_stays_on_while_a_round_is_open(workshop: Callable[..., Workshop]):
    made = workshop()
    wall = made.projector()
    phone = made.screens.page(PHONE)
    phone.add_init_script(WAKE_LOCK)
    phone.goto(f"/{made.code}")
    enter(phone, "Anna", "CW Circa")
    assert phone.evaluate("window.held") == 0
    press(wall, "o")
    phone.evaluate(HELD, 1)
    press(wall, "c")
    phone.evaluate(HELD, 0)
