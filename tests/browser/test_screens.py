"""Each round's screen is a script of its own: there before the Wi-Fi goes, or asked for again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import WebSocketRoute, expect

from brouwerij.domain import plans
from brouwerij.domain.plans import PlannedRound, Template
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
window.woken = false;
navigator.wakeLock.request = async () => {
  await undefined;
  if (!window.woken) {
    window.woken = true;
    document.dispatchEvent(new Event("visibilitychange"));
  }
  window.held += 1;
  return { released: false, release: async () => (window.held -= 1) };
};
"""
"""Counts the locks. The phone is woken while the first is asked for, and so asks for another."""

HELD = """async (count) => {
  while (window.held !== count) await new Promise(requestAnimationFrame);
}"""
"""Waits until so many locks are held."""


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


WATCH = """() => {
  window.lost = false;
  const look = () => {
    window.lost ||= !document.querySelector("input:checked");
    requestAnimationFrame(look);
  };
  look();
}"""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def test_answer_stays_put_between_what_all_see_and_what_is_ones_own(
    workshop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
):
    """The two come in one after the other; on a busy phone some frames are drawn in between."""
    ballot = PlannedRound("ballot", settings={"method": "consent"})
    plan = Template("at-once", (PlannedRound("clustering"), ballot))
    monkeypatch.setitem(plans.TEMPLATES, plan.name, plan)
    made = workshop(plan.name)
    wall, leader, phone = made.projector(), made.facilitator(), made.screens.page(PHONE)
    lines: list[WebSocketRoute] = []
    held: list[str | bytes] = []

    def come_in(line: WebSocketRoute) -> None:
        def pass_on(message: str | bytes) -> None:
            own = str(message).startswith('42["mine"')
            held.append(message) if own else line.send(message)

        lines.append(line)
        line.connect_to_server().on_message(pass_on)

    phone.route_web_socket(re.compile("socket.io"), come_in)
    phone.goto(f"/{made.code}")
    enter(phone, "Anna", "CW Circa")
    press(wall, "o")
    leader.get_by_role("textbox", name="Nieuw thema").fill("Grond")
    leader.keyboard.press("Enter")
    expect(wall.get_by_text("Grond").first).to_be_visible()
    press(wall, "o")
    held.clear()
    phone.get_by_role("radio", name="Geen bezwaar").check()
    phone.evaluate(WATCH)
    while not held:
        phone.evaluate(TWO_FRAMES)
    phone.evaluate(TWO_FRAMES)
    for message in held:
        lines[-1].send(message)
    phone.evaluate(TWO_FRAMES)
    assert phone.evaluate("window.lost") is False
