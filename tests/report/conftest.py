"""The rooms that reports are made of, and an app to say them in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import flask_babel
import pytest
from babel.support import NullTranslations
from flask import Flask

from brouwerij.i18n import init_i18n
from brouwerij.report.drawing import Drawing
from tests.support.room import MINUTE, Room

NOTE = "Onder ons: Wies sprak nog niet"
TEMPLATES = Path(__file__).parents[2] / "templates"
PLAN = [
    {"kind": "introductions", "minutes": 20},
    {"kind": "ideas", "minutes": 15, "settings": {"silent": True}},
    {"kind": "clustering", "minutes": 10},
    {"kind": "dots", "minutes": 8, "settings": {"dots": 2, "shortlist": 3}},
    {"kind": "poll", "minutes": 10},
    {"kind": "elaboration", "minutes": 25},
    {"kind": "workgroups", "minutes": 15},
    {"kind": "checkout", "minutes": 5},
]


@pytest.fixture(scope="session")
def pages() -> Flask:
    """The app that keeps the templates it compiled, for all tests."""
    app = Flask("report", template_folder=str(TEMPLATES))
    init_i18n(app)
    return app


@pytest.fixture
def app(pages: Flask) -> Iterator[Flask]:
    with pages.app_context():
        yield pages


@pytest.fixture(scope="session", autouse=True)
def drawn_once() -> Iterator[None]:
    """The same drawing is put into dots once: many tests make the same report."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Drawing, "png", cache(Drawing.png))
        yield


class Marked(NullTranslations):
    """A language in which every text of ours is itself, between marks."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return f"⟦{singular if number == 1 else plural}⟧"

    ugettext, ungettext = gettext, ngettext


@pytest.fixture
def marked_english(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """English as a language of marks, so that what it says does not depend on the catalogue."""
    usual = flask_babel.Domain.get_translations

    def translations(domain: flask_babel.Domain) -> object:
        english = str(flask_babel.get_locale()) == "en"
        return Marked() if english else usual(domain)

    monkeypatch.setattr(flask_babel.Domain, "get_translations", translations)


@pytest.fixture
def cooplink() -> Room:
    """Ten people of four initiatives, through all rounds."""
    return held(Room(PLAN, question="Hoe kunnen we elkaar versterken?", date="2017-01-21"))


def held(room: Room) -> Room:
    """The afternoon in which financing is carried, a board is divided over, and a film is not."""
    grow = [room.join(f"Groeier {n}", "De Groene Hof") for n in range(4)]
    nest = [room.join(f"Nestor {n}", "Het Nest") for n in range(3)]
    wait = [room.join("Wies", "Wachterliefde"), room.join("Wout", "Wachterliefde")]
    (last,) = room.guests(1, "Ademtocht", name="Ada")
    everyone = [*grow, *nest, *wait, last]

    room.open("introductions")
    room.do(grow[0], "introduction.write", field="who", text="Dertig huizen rond een tuin")
    room.do(grow[0], "introduction.write", field="beautiful", text="Iedereen heeft een sleutel")
    room.do(grow[0], "point.add", sort="factor", text="Een vaste maandagavond")
    stuck = room.do(nest[0], "point.add", sort="bottleneck", text="Het pand kopen lukt niet")
    for person in (*grow, wait[0]):
        room.do(person, "tap.set", point=stuck, sort="recognise", on=True)
    room.do(grow[0], "tap.set", point=stuck, sort="help", on=True)
    room.lead("note.write", text=NOTE)
    room.wait(22 * MINUTE)

    room.open("ideas")
    fund = room.do(grow[0], "idea.add", text="Samen een fonds beginnen")
    also = room.do(nest[0], "idea.add", text="Eén pot voor alle leningen")
    film = room.do(nest[1], "idea.add", text="Een film over hoe wij wonen")
    board = room.do(wait[0], "idea.add", text="Een bestuur dat voor ons spreekt")
    room.do(wait[1], "idea.add", text="Een jaarlijks feest")
    rude = room.do(last, "idea.add", text="Dat hoort hier niet")
    room.lead("idea.hide", idea=rude)
    room.wait(15 * MINUTE)
    room.reveal()
    room.close()
    room.do(nest[2], "idea.add", text="Een laat idee")

    room.open("clustering")
    financing = room.lead("theme.add", name="Coöperatieve financiering", ideas=[fund])
    films = room.lead("theme.add", name="Film", ideas=[film])
    speaking = room.lead("theme.add", name="Een gezamenlijk bestuur", ideas=[board])
    room.lead("idea.same", idea=also, same_as=fund)
    room.wait(10 * MINUTE)

    room.open("dots")
    for person in everyone[:8]:
        room.do(person, "dots.set", theme=financing, dots=1)
    for person in everyone[4:9]:
        room.do(person, "dots.set", theme=speaking, dots=1)
    room.do(last, "dots.set", theme=films, dots=1)
    room.wait(7 * MINUTE)
    room.results()

    room.open("poll")
    for person in everyone:
        energy = person in grow[:2]
        room.do(person, "poll.answer", theme=financing, answer="support", energy=energy)
    for person in (*grow, nest[0]):
        room.do(person, "poll.answer", theme=speaking, answer="support")
    for person in nest[1:]:
        room.do(
            person, "poll.answer", theme=speaking, answer="object", reason="Dan beslissen anderen"
        )
    for person in wait:
        room.do(person, "poll.answer", theme=speaking, answer="live_with", energy=True)
    room.do(grow[0], "poll.answer", theme=films, answer="support")
    for person in everyone[1:8]:
        room.do(person, "poll.answer", theme=films, answer="live_with")
    room.wait(9 * MINUTE)
    room.results()

    room.open("elaboration")
    card = f"{room.id('elaboration')}:{financing}"
    room.do(grow[0], "card.write", card=card, field="what", text="Een fonds van ons allemaal")
    room.do(grow[0], "card.write", card=card, field="first_step", text="Met de bank praten")
    room.wait(25 * MINUTE)

    room.open("workgroups")
    group = f"{room.id('workgroups')}:{financing}"
    room.do(
        grow[0], "group.join", group=group, role="lead", name="Greet Groeier",
        email="greet@groenehof.example", phone="06 1234 5678", consent=True, share=True,
    )  # fmt: skip
    room.do(nest[0], "group.join", group=group, role="member")
    room.do(wait[0], "group.join", group=group, role="follower")
    room.do(grow[0], "group.plan", group=group, first_step="Statuten lezen", date="2017-02-14")
    room.lead("group.start", theme=films)
    room.wait(15 * MINUTE)

    room.open("checkout")
    for mark, person in zip((4, 5, 5), everyone, strict=False):
        room.do(person, "checkout.give", mark=mark, sentence="Warm" if mark == 4 else "")
    room.wait(5 * MINUTE)
    room.results()
    return room


def everywhere(text: str) -> Room:
    """An afternoon in which everything that people write is this."""
    room = Room(PLAN, title=text, question=text)
    anna = room.join(text, text)
    room.open("introductions")
    room.do(anna, "introduction.write", field="who", text=text)
    room.do(anna, "point.add", sort="factor", text=text)
    room.open("ideas")
    room.do(anna, "idea.add", text=text)
    room.reveal()
    [theme] = room.themes(text)
    room.open("poll")
    room.do(anna, "poll.answer", theme=theme, answer="object", reason=text)
    room.results()
    room.open("elaboration")
    room.open("workgroups")
    room.lead("group.start", theme=theme)
    group = f"{room.id('workgroups')}:{theme}"
    room.do(anna, "group.join", group=group, role="lead", name=text, consent=True)
    room.do(anna, "group.plan", group=group, first_step=text)
    room.open("checkout")
    room.do(anna, "checkout.give", mark=1, sentence=text)
    room.results()
    return room
