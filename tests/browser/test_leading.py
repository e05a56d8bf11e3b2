"""Leading a workshop: from the projector by keys alone, and from a second device."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, Workshop, press, write_idea

pytestmark = pytest.mark.browser
Make = Callable[..., Workshop]


@pytest.fixture
def made(workshop: Make) -> Workshop:
    return workshop()


def shows(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible()


def test_question_mark_lists_every_key(made: Workshop):
    wall = made.projector()
    press(wall, "?")
    keys = wall.get_by_role("region", name="Toetsen")
    expect(keys).to_be_visible()
    for word in ("Zet stil", "1 minuut erbij", "Bericht aan iedereen", "Maak de laatste stap"):
        expect(keys).to_contain_text(word)
    press(wall, "Escape")
    expect(keys).not_to_be_visible()


def test_keys_drive_a_round_from_opening_to_reopening(made: Workshop):
    wall, anna = made.projector(), made.phone("Anna")
    press(wall, "Enter")
    shows(wall, "Ronde 1 van 4")
    write_idea(anna, "Samen een fonds beginnen")

    press(wall, "p")
    shows(wall, "De ronde staat even stil")
    expect(anna.get_by_role("textbox")).to_have_count(0)
    press(wall, "p")
    expect(wall.get_by_text("De ronde staat even stil")).to_have_count(0)
    press(wall, "r")
    shows(wall, "Gedeeld met de zaal")
    shows(wall, "Samen een fonds beginnen")
    press(wall, "c")
    shows(wall, "Ronde voorbij")
    press(wall, "O")
    shows(wall, "Brouwen is heropend")
    expect(wall.get_by_role("timer")).to_be_visible()
    press(wall, "u")
    shows(wall, "Ronde voorbij")
    press(wall, "o")
    shows(wall, "Ronde 2 van 4")
    press(wall, "b")
    shows(wall, "Ronde 1 van 4")


def test_run_sheet_stops_counting_when_the_session_has_ended(made: Workshop):
    wall, remote = made.projector(), made.facilitator()
    press(wall, "Enter")
    shows(remote, "van 30 minuten gebruikt")
    press(wall, "x")
    shows(remote, "Heropen de sessie")
    shows(remote, "De werkgroepen en het verslag staan klaar voor de organisator.")
    expect(remote.get_by_role("link", name="Naar het verslag")).to_have_count(0)
    expect(remote.get_by_text("van 30 minuten gebruikt")).to_have_count(0)


def test_screens_that_lead_say_who_is_here_and_how_many_write(made: Workshop):
    wall, remote = made.projector(), made.facilitator()
    anna, bram = made.phone("Anna"), made.phone("Bram", "De Warren")
    press(wall, "Enter")
    expect(wall.get_by_role("contentinfo")).to_contain_text("2 mensen hier")
    anna.get_by_role("textbox", name="Je idee").press_sequentially("Samen")
    expect(wall.get_by_role("contentinfo")).to_contain_text("2 mensen hier · 1 schrijft")
    shows(remote, "2 mensen hier · 1 schrijft")
    remote.get_by_text("Wie er nu zijn").click()
    circa = remote.get_by_role("listitem").filter(has_text="CW Circa")
    expect(circa.get_by_text("1 hier")).to_be_visible()
    expect(bram.get_by_text("schrijft")).to_have_count(0)


def test_one_more_minute_is_on_every_screen(made: Workshop):
    wall, anna = made.projector(), made.phone("Anna")
    press(wall, "Enter")
    expect(anna.get_by_role("timer")).to_contain_text("9:")
    press(wall, "+")
    expect(anna.get_by_role("timer")).to_contain_text("10:")
    expect(wall.get_by_role("timer")).to_contain_text("10:")


def test_spotlight_and_hiding_by_arrow_keys(made: Workshop):
    wall, anna, bram = made.projector(), made.phone("Anna"), made.phone("Bram", "Sandwijck")
    press(wall, "Enter")
    write_idea(anna, "Samen een fonds beginnen")
    write_idea(bram, "Dit hoort hier niet")
    press(wall, "r")
    shows(wall, "Dit hoort hier niet")

    press(wall, "s")
    press(wall, "Enter")
    expect(wall.locator("[data-scene=spotlight]")).to_be_visible()
    large = wall.locator("[data-scene=spotlight] main").inner_text()
    press(wall, "h")

    expect(wall.locator("[data-scene=spotlight]")).to_have_count(0)
    hidden = "Dit hoort hier niet" if "Dit hoort" in large else "Samen een fonds beginnen"
    expect(wall.get_by_text(hidden)).to_have_count(0)


def test_message_stands_on_every_phone_until_it_is_taken_away(made: Workshop):
    wall, anna = made.projector(), made.phone("Anna")
    press(wall, "m")
    wall.get_by_role("textbox").fill("De koffie staat klaar")
    wall.get_by_role("textbox").press("Enter")
    shows(anna, "De koffie staat klaar")
    wall.mouse.move(900, 1050)  # the controls come up
    expect(wall.locator(".drawer[data-up] .shelf")).to_be_visible()
    message, notice = wall.locator(".message"), wall.locator(".edge-notice")
    expect(notice).to_contain_text("Het bericht staat op alle schermen")
    above, below = message.bounding_box(), notice.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    press(wall, "u")
    expect(anna.get_by_text("De koffie staat klaar")).to_have_count(0)


def test_keys_without_a_line_are_not_said_to_be_done(made: Workshop):
    wall, anna = made.projector(), made.phone("Anna")
    press(wall, "Enter")
    expect(anna.get_by_role("textbox", name="Je idee")).to_be_visible()
    wall.context.set_offline(True)
    shows(wall, "Geen verbinding")
    press(wall, "p")
    expect(wall.locator(".edge-notice")).not_to_contain_text("staat even stil")

    wall.context.set_offline(False)

    shows(wall, "De ronde staat even stil")
    expect(wall.get_by_text("Geen verbinding")).to_have_count(0)


def test_screens_whose_link_is_taken_back_say_so(made: Workshop):
    wall, remote = made.projector(), made.facilitator()
    press(wall, "Enter")
    shows(remote, "Deel met de zaal")
    organiser = made.screens.page(LAPTOP)
    organiser.goto(made.path("organiser_url"))
    organiser.get_by_text("Trek deze link in").click()
    organiser.get_by_role("button", name="Trek in").click()

    for screen in (wall, remote):
        shows(screen, "Deze link werkt niet meer")
        expect(screen.get_by_text("Geen verbinding")).to_have_count(0)


def test_initiatives_are_counted_and_said_to_write_when_somebody_is_there(workshop: Make):
    made = workshop("ideeenbrouwerij", initiatives=["CW Circa", "Sandwijck"])
    wall, anna = made.projector(), made.phone("Anna")
    press(wall, "Enter")
    card = wall.get_by_role("listitem").filter(has_text="Sandwijck")
    expect(card).to_contain_text("nog niemand binnen")
    expect(card).not_to_contain_text("schrijft nog")
    expect(anna.get_by_role("button", name="Sandwijck")).to_contain_text("nog niemand binnen")
    press(wall, "o")
    expect(wall.get_by_role("banner")).to_contain_text("1 initiatief")


def test_second_device_leads_while_the_projector_shows_the_public_picture(made: Workshop):
    wall, remote, anna = made.projector(), made.facilitator(), made.phone("Anna")
    remote.get_by_role("button", name="Start Brouwen").first.click()
    shows(wall, "Ronde 1 van 4")
    write_idea(anna, "Samen een fonds beginnen")
    remote.get_by_role("button", name="Deel met de zaal").click()
    shows(wall, "Samen een fonds beginnen")
    remote.get_by_text("Alle ideeën", exact=True).click()
    remote.get_by_role("button", name="Verberg").click()
    expect(wall.get_by_text("Samen een fonds beginnen")).to_have_count(0)
    remote.get_by_role("button", name="Maak ongedaan").click()
    shows(wall, "Samen een fonds beginnen")


def test_idea_of_somebody_without_a_phone_is_written_down_by_who_leads(made: Workshop):
    wall, remote = made.projector(), made.facilitator()
    remote.get_by_role("button", name="Start Brouwen").first.click()
    remote.get_by_label("Het idee").fill("Van opa, op papier")
    remote.get_by_role("button", name="Breng in").click()
    remote.get_by_role("button", name="Deel met de zaal").click()
    shows(wall, "Van opa, op papier")


def test_themes_show_as_many_ideas_as_there_is_room_for(made: Workshop):
    wall, remote, anna = made.projector(), made.facilitator(), made.phone("Anna")
    press(wall, "Enter")
    written = ["Een fonds", "Een film", "Statuten", "Een gids", "Een feest"]
    for text in written:
        write_idea(anna, text)
    expect(wall.get_by_role("banner")).to_contain_text("5 ideeën")
    press(wall, "o")
    for name in ("Geld", "Verhaal", "Elkaar"):
        remote.get_by_role("textbox", name="Nieuw thema").fill(name)
        remote.get_by_role("textbox", name="Nieuw thema").press("Enter")
        shows(wall, name)
    for left in range(5, 0, -1):
        expect(anna.get_by_text(f"Nog los: {left}")).to_be_visible()
        anna.get_by_role("button", name="Elkaar").click()
    field = wall.locator(".theme-field").filter(has_text="Elkaar")
    for text in written:
        expect(field.get_by_text(text, exact=True)).to_be_visible()


def test_drag_puts_a_loose_idea_in_a_theme(made: Workshop):
    wall, anna = made.projector(), made.phone("Anna")
    remote = made.facilitator()
    press(wall, "Enter")
    write_idea(anna, "Samen een fonds beginnen")
    shows(wall, "1 idee")
    press(wall, "o")
    shows(wall, "Ronde 2 van 4")
    remote.get_by_role("textbox", name="Nieuw thema").fill("Financiering")
    remote.get_by_role("textbox", name="Nieuw thema").press("Enter")
    field = wall.locator(".theme-field").filter(has_text="Financiering")
    expect(field).to_contain_text("0 ideeën")

    source = wall.get_by_role("button", name="Samen een fonds beginnen")
    source.hover()  # once it has come to rest
    start, end = source.bounding_box(), field.bounding_box()
    assert start is not None
    assert end is not None
    wall.mouse.down()
    x, y = end["x"] + end["width"] / 2, end["y"] + end["height"] / 2
    wall.mouse.move(x, y, steps=12)
    dragged = wall.locator("[data-dnd-dragging]").bounding_box()
    assert dragged is not None
    assert dragged["x"] <= x <= dragged["x"] + dragged["width"]
    assert dragged["y"] <= y <= dragged["y"] + dragged["height"]
    assert dragged["width"] == pytest.approx(start["width"], abs=2)
    wall.mouse.up()

    expect(field).to_contain_text("1 idee")
    expect(wall.get_by_text("Draggable item")).to_have_count(0)


BELL = """
OscillatorNode.prototype.start = () => { window.rung = (window.rung ?? 0) + 1; };
OscillatorNode.prototype.stop = () => undefined;
"""
RUNG = "async () => { while (!window.rung) await new Promise(requestAnimationFrame); }"


def test_bell_rings_when_time_is_up_once_somebody_put_it_on(made: Workshop):
    wall, leader = made.projector(), made.facilitator()
    wall.add_init_script(BELL)
    wall.reload()
    shows(wall, made.code)
    press(wall, "g")
    shows(wall, "De bel gaat als de tijd om is")
    wall.evaluate("window.rung = 0")  # putting it on lets it be heard
    press(wall, "Enter")
    for left in range(9, 0, -1):
        leader.get_by_role("button", name="−1 min").click()
        expect(wall.get_by_role("timer")).to_contain_text(f"{left - 1}:")
    leader.get_by_role("button", name="−1 min").click()
    shows(wall, "Tijd om")
    wall.evaluate(RUNG)
