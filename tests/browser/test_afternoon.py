"""A whole afternoon in real browsers: an organiser, a projector and two phones."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from brouwerij import clock
from brouwerij.store import accounts
from brouwerij.store.gate import write
from tests.browser.conftest import LAPTOP, PHONE, WALL, Screens, enter, press, write_idea
from tests.support.server import Server

pytestmark = pytest.mark.browser

FUND = "Samen één fonds waar startende groepen uit kunnen lenen"
FILM = "Een korte film: drie groepen, drie verhalen"
PASSWORD = "een zin die je onthoudt"


def invitation(server: Server) -> str:
    with server.app.app_context():
        token = write(lambda session: accounts.invite(session, clock.now()))
    return f"/aanmelden/{token}"


def make_workshop(organiser: Page) -> str:
    """Sign up by the one-time link and make a workshop; its code."""
    organiser.get_by_label("E-mailadres").fill("greet@groenehof.example")
    organiser.get_by_label("Wachtwoord").fill(PASSWORD)
    organiser.get_by_role("button", name="Maak account").click()
    organiser.goto("/sessies/nieuw")
    organiser.get_by_label("Hoe heet de sessie?").fill("Cooplink, de eerste keer")
    organiser.get_by_label("Hoeveel tafels zijn er?").fill("1")
    organiser.get_by_role("button", name="Maak de sessie").click()
    expect(organiser).to_have_url(re.compile(r"/sessies/[A-Z0-9]{6}$"))
    return organiser.url.rsplit("/", 1)[1]


def asked(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


class Afternoon:
    """The screens of one afternoon, and the two who lead and take part."""

    def __init__(self, screens: Screens, wall: Page, anna: Page, bram: Page) -> None:
        self.screens, self.wall, self.anna, self.bram = screens, wall, anna, bram

    @property
    def phones(self) -> tuple[Page, Page]:
        return self.anna, self.bram

    def next_round(self, number: int) -> None:
        for phone in self.phones:
            expect(phone.get_by_text("Alles is bewaard")).to_be_visible()
        press(self.wall, "o")
        expect(self.wall.get_by_text(f"Ronde {number} van 8").first).to_be_visible()
        for phone in self.phones:
            expect(phone.get_by_text(f"{number} van 8")).to_be_visible()


def introductions(day: Afternoon) -> None:
    day.next_round(1)
    for phone, who in (
        (day.anna, "Dertig huizen rond een tuin"),
        (day.bram, "Een oude school vol mensen"),
    ):
        tap(phone, "Vul de kaart in")
        phone.get_by_role("textbox").first.fill(who)
        phone.get_by_role("textbox").first.blur()
    press(day.wall, "f")
    expect(day.wall.get_by_text("Dertig huizen rond een tuin")).to_be_visible()
    tap(day.bram, "Kijk mee")  # nobody is taken away from what they are writing
    expect(day.bram.get_by_text("Dertig huizen rond een tuin")).to_be_visible()


def ideas(day: Afternoon) -> None:
    day.next_round(2)
    write_idea(day.anna, FUND)
    write_idea(day.bram, FILM)
    expect(day.wall.get_by_role("banner")).to_contain_text("2 ideeën")
    expect(day.wall.get_by_text(FUND)).to_have_count(0)
    expect(day.bram.get_by_text(FUND)).to_have_count(0)
    press(day.wall, "r")
    expect(day.bram.get_by_text(FUND)).to_be_visible()
    expect(day.wall.get_by_text(FUND)).to_have_count(0)
    press(day.wall, "r")
    expect(day.wall.get_by_text(FUND)).to_be_visible()


def clustering(day: Afternoon) -> None:
    """Everybody has an order of their own, so each sorts the idea that they are shown."""
    day.next_round(3)
    for phone in day.phones:
        tap(phone, "Nieuw thema")
        shown = phone.locator(".sorted-idea").inner_text()
        name = "Film" if shown == FILM else "Coöperatieve financiering"
        phone.get_by_role("textbox").fill(name)
        phone.get_by_role("textbox").press("Enter")
        named = day.wall.get_by_role("heading", name=name)
        expect(day.wall.locator(".theme-field").filter(has=named)).to_contain_text(shown[:30])
    for phone in day.phones:
        asked(phone, "Alles heeft een plek")


def dots(day: Afternoon) -> None:
    day.next_round(4)
    for phone in day.phones:
        tap(phone, "Coöperatieve financiering")
    tap(day.anna, "Film")
    expect(day.wall.get_by_role("banner")).to_contain_text("2 van 2")
    press(day.wall, "c")
    expect(day.wall.get_by_text("De stemming is dicht")).to_be_visible()
    supporters = day.wall.get_by_role("main").get_by_text("2 mensen")
    expect(supporters).to_have_count(0)
    press(day.wall, "Enter")
    expect(supporters.first).to_be_visible()


def poll(day: Afternoon) -> None:
    day.next_round(5)
    for phone in day.phones:
        for _ in range(2):
            carries = "Film" not in phone.get_by_role("heading", level=1).inner_text()
            if carries:
                phone.get_by_label("Draag ik").check()
                phone.get_by_label("Hier werk ik aan mee").check()
            else:
                phone.get_by_label("Bezwaar, want").check()
                phone.get_by_role("textbox").fill("Ik wil niet in beeld")
            phone.get_by_role("button", name="Volgende").or_(
                phone.get_by_role("button", name="Overzicht")
            ).click()
        expect(phone.get_by_text("Alles is bewaard")).to_be_visible()
    expect(day.wall.get_by_role("banner")).to_contain_text("2 van 2")
    press(day.wall, "c")
    expect(day.wall.get_by_text("De peiling is dicht")).to_be_visible()
    unveil(day)


def unveil(day: Afternoon) -> None:
    """By keys alone, from the least supported: what is still to come is on no screen."""
    carried = [page.get_by_text("Door iedereen gedragen") for page in (day.wall, *day.phones)]
    support_map = day.wall.get_by_text("Draagt het, van iedereen →")
    press(day.wall, "Enter")
    for page in (day.wall, *day.phones):
        expect(page.get_by_text("Smal").first).to_be_visible()
    coming = [
        phone.get_by_role("main").get_by_text("We beginnen bij wat het minst gedragen wordt")
        for phone in day.phones
    ]
    for words in coming:
        expect(words).to_be_visible()
    for words in carried:
        expect(words).to_have_count(0)
    press(day.wall, "n")
    for words in carried:
        expect(words.first).to_be_visible()
    for words in coming:
        expect(words).to_have_count(0)
    press(day.wall, "PageUp")
    for words in carried:
        expect(words).to_have_count(0)
    press(day.wall, "k")
    expect(support_map).to_be_visible()
    press(day.wall, "Enter")
    expect(day.wall.get_by_role("row", name="Coöperatieve financiering")).to_contain_text("100%")
    press(day.wall, "k")
    expect(support_map).to_have_count(0)
    for words in carried:
        expect(words.first).to_be_visible()


def elaboration(day: Afternoon) -> None:
    day.next_round(6)
    day.anna.get_by_role("radio", name="Coöperatieve financiering").check(force=True)
    tap(day.anna, "Werk dit uit")
    day.anna.get_by_label("Wat gaan we doen").fill("Een fonds van ons allemaal")
    day.anna.get_by_label("Wat gaan we doen").blur()
    expect(day.bram.get_by_label("Wat gaan we doen")).to_have_value("Een fonds van ons allemaal")
    expect(day.wall.get_by_text("Een fonds van ons allemaal")).to_be_visible()


def workgroups(day: Afternoon) -> None:
    day.next_round(7)
    for phone, role, email in (
        (day.anna, "Ik wil trekker zijn", "anna@circa.example"),
        (day.bram, "Ik doe mee", "bram@sandwijck.example"),
    ):
        tap(phone, role)
        phone.get_by_label("E-mail").fill(email)
        tap(phone, "Meld me aan")
        expect(phone.get_by_label("De organisator mag")).to_be_focused()  # what is missing
        phone.get_by_label("De organisator mag").check()
        tap(phone, "Meld me aan")
        expect(phone.get_by_text("jij", exact=True)).to_be_visible()
    expect(day.wall.get_by_text("Anna").first).to_be_visible()
    expect(day.wall.get_by_text("anna@circa.example")).to_have_count(0)


def checkout(day: Afternoon) -> None:
    day.next_round(8)
    for phone in day.phones:
        phone.get_by_role("radio", name="5").check(force=True)  # which counts as it is
    expect(day.wall.get_by_role("main")).to_contain_text("2 van 2 mensen")
    day.phones[0].get_by_role("textbox").fill("Warm en nuttig")
    day.phones[0].get_by_role("button", name="Stuur").click()
    expect(day.phones[0].get_by_label("Wat je gaf")).to_contain_text("Warm en nuttig")
    press(day.wall, "x")
    expect(day.wall.get_by_text("Met deze onderwerpen gaan we aan de slag")).to_be_visible()
    for phone in day.phones:
        asked(phone, "Dank je wel")


def test_afternoon_from_sign_up_to_report(screens: Screens, server: Server):
    organiser = screens.page(LAPTOP)
    organiser.goto(invitation(server))
    code = make_workshop(organiser)
    wall = organiser.context.new_page()
    wall.set_viewport_size(WALL["viewport"])
    screens.watch(wall)
    wall.goto(f"/{code}/projector")
    phones = []
    for name, initiative in (("Anna", "CW Circa"), ("Bram", "Sandwijck")):
        phone = screens.page(PHONE)
        phone.goto(f"/{code}")
        enter(phone, name, initiative)
        expect(phone.get_by_text("Fijn dat je er bent")).to_be_visible()
        phones.append(phone)
    expect(wall.get_by_text("Sandwijck")).to_be_visible()

    day = Afternoon(screens, wall, *phones)
    introductions(day)
    ideas(day)
    clustering(day)
    dots(day)
    poll(day)
    elaboration(day)
    workgroups(day)
    checkout(day)

    report_tells(organiser, code)
    signs_up_afterwards(organiser, screens, code)


def signs_up_afterwards(organiser: Page, screens: Screens, code: str) -> None:
    """Somebody who was not there signs up by the link, without script, and reads the report."""
    organiser.goto(f"/{code}/begeleiding")
    organiser.get_by_role("link", name="Naar het verslag").click()
    organiser.get_by_role("link", name="Naar de werkgroepen").click()
    tap(organiser, "Maak de link")
    link = organiser.get_by_role("textbox", name="Link om je aan te melden").input_value()
    phone = screens.page(PHONE, java_script_enabled=False)
    phone.goto(link)
    phone.get_by_role("radio", name="Coöperatieve financiering").check()
    phone.get_by_label("Je naam").fill("Chris")
    phone.get_by_label("Van welk initiatief").fill("Het Nest")
    phone.get_by_label("E-mail").fill("chris@nest.example")
    phone.get_by_label("De organisator mag").check()
    tap(phone, "Meld me aan")
    asked(phone, "Jouw werkgroepen")
    expect(phone.get_by_role("textbox", name="Jouw persoonlijke link")).to_be_visible()
    organiser.goto(f"/sessies/{code}/verslag")
    organiser.get_by_role("radio", name="Voor de organisator").check(force=True)
    shown = organiser.frame_locator("#preview iframe").get_by_role("main")
    expect(shown).to_contain_text("chris@nest.example")
    organiser.get_by_role("radio", name="Word").check(force=True)
    with organiser.expect_download() as taken:
        organiser.get_by_role("link", name="Download als Word").click()
    document = Document(taken.value.path())
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"anna@circa.example", "chris@nest.example"} <= set(cells)
    expect(organiser.get_by_text("Het verslag is klaar").first).to_be_visible()

    tap(organiser, "Maak link")
    phone.goto(organiser.get_by_role("textbox", name="Link naar het verslag").input_value())
    expect(phone.get_by_role("main")).to_contain_text("Coöperatieve financiering")
    expect(phone.get_by_role("main")).not_to_contain_text("Chris")


def report_tells(organiser: Page, code: str) -> None:
    """The report on the screen and as files, for the organiser and for the participants."""
    organiser.goto(f"/sessies/{code}/verslag/lezen?edition=organiser")
    main = organiser.get_by_role("main")
    for text in (FUND, "Door iedereen gedragen", "Ik wil niet in beeld", "anna@circa.example"):
        expect(main).to_contain_text(text)
    organiser.goto(f"/sessies/{code}/verslag/lezen?edition=participants")
    expect(main).to_contain_text(FUND)
    expect(main).not_to_contain_text("anna@circa.example")

    tables = zipfile.ZipFile(
        io.BytesIO(download(organiser, f"/sessies/{code}/verslag.csv?edition=organiser"))
    )
    assert "Coöperatieve financiering" in tables.read("themas.csv").decode("utf-8-sig")


def download(page: Page, path: str) -> bytes:
    answer = page.request.get(path)
    assert answer.ok, answer.status
    return answer.body()
