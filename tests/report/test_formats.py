"""What holds for every format, edition and language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import pytest
from flask import Flask

from brouwerij.domain.commands import replace
from brouwerij.i18n import LANGUAGES
from brouwerij.report import exporting
from brouwerij.report.formats import FORMATS
from brouwerij.report.shapes import Edition
from tests.report.conftest import PLAN, held
from tests.report.reading import exported, report_of, text_of
from tests.support.room import Room

pytestmark = pytest.mark.usefixtures("app")
each_format = pytest.mark.parametrize("format", sorted(FORMATS))
each_edition = pytest.mark.parametrize("edition", list(Edition))
each_language = pytest.mark.parametrize("language", sorted(LANGUAGES))

Told = Callable[[str, Edition, str], str]
EMAIL, NUMBER = "greet@groenehof.example", "06 1234 5678"
HOSTILE = "<script>alert(1)</script> & =1+1 «Éé» 💶"


@pytest.fixture(autouse=True)
def untypeset(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF as the page that it is made of: making one takes seconds, so test_pdf.py makes one."""
    monkeypatch.setattr(
        "brouwerij.report.formats.pdf.pdf", lambda page: page.encode("utf-8", "replace")
    )


def said(
    room: Room, format: str, edition: Edition = Edition.PARTICIPANTS, language: str = "nl"
) -> str:
    file = exported(room, format, edition, language)
    return text_of(file, "html" if format == "pdf" else format)


@pytest.fixture(scope="module")
def told() -> Told:
    """What a report says of the afternoon; each is made once."""
    room = held(Room(PLAN, question="Hoe kunnen we elkaar versterken?", date="2017-01-21"))
    return cache(partial(said, room))


@each_format
@each_edition
@each_language
def test_report_tells_themes_and_groups(told: Told, format: str, edition: Edition, language: str):
    text = told(format, edition, language)
    for word in (
        "Coöperatieve financiering",
        "Een gezamenlijk bestuur",
        "Samen een fonds beginnen",
        "Het pand kopen lukt niet",
        "Statuten lezen",
        "Een fonds van ons allemaal",
        "Warm",
    ):
        assert word in text


@each_format
@each_language
def test_contact_details_stand_in_the_organiser_s_edition_only(
    told: Told, format: str, language: str
):
    for edition in Edition:
        text = told(format, edition, language)
        assert (EMAIL in text) == (edition is Edition.ORGANISER)
        assert (NUMBER in text) == (edition is Edition.ORGANISER)
        assert ("Dat hoort hier niet" in text) == (edition is Edition.ORGANISER)
        assert ("Een laat idee" in text) == (edition is Edition.ORGANISER)


@each_format
def test_names_stand_in_every_edition_but_the_public_s(told: Told, format: str):
    for edition in Edition:
        text = told(format, edition, "nl")
        for name in ("Greet Groeier", "Nestor 0", "Wies"):
            assert (name in text) == (edition is not Edition.PUBLIC), (edition, name)


@each_format
@each_edition
def test_what_was_divided_and_why_is_told(told: Told, format: str, edition: Edition):
    text = told(format, edition, "nl")
    assert "Verdeeld" in text
    assert "Dan beslissen anderen" in text, "the objection itself"


@pytest.mark.parametrize("format", sorted(FORMATS.keys() - {"json"}))
@pytest.mark.usefixtures("marked_english")
def test_report_is_in_the_language_asked(cooplink: Room, format: str):
    english, dutch = (said(cooplink, format, language=language) for language in ("en", "nl"))
    for ours in ("Kan ermee leven", "Kennismaken", "Succesfactor", "Verdeeld"):
        assert f"⟦{ours}" in english
        assert ours in dutch
    assert "⟦" not in dutch


@each_format
@pytest.mark.usefixtures("marked_english")
def test_report_leaves_what_people_wrote_as_it_is(cooplink: Room, format: str):
    english = said(cooplink, format, language="en")
    for theirs in ("Coöperatieve financiering", "Een jaarlijks feest", "De Groene Hof"):
        assert theirs in english
        assert f"⟦{theirs}⟧" not in english


@each_format
@each_edition
def test_report_of_a_workshop_in_which_nothing_happened_yet_can_be_made(
    format: str, edition: Edition
):
    assert "Cooplink" in said(Room(PLAN), format, edition)


@each_format
def test_report_when_people_write_markup_then_it_is_words(format: str):
    room = Room(PLAN)
    anna = room.join(HOSTILE, HOSTILE)
    room.open("ideas")
    room.do(anna, "idea.add", text=HOSTILE)
    room.reveal()
    room.themes(HOSTILE)
    assert HOSTILE in said(room, format)


@each_format
def test_report_when_an_old_log_holds_odd_characters_then_it_can_be_made(format: str):
    """Texts are cleaned at the door now; a log from before may hold what was not."""
    from brouwerij.domain.board import Change
    from brouwerij.domain.entities import Idea, Theme

    room = Room(PLAN)
    room.open("ideas")
    room.reveal()
    odd = "a\x00b\x0bc\ud800d\ufffee"
    entities = (Theme("t1", name=odd), Idea("i1", round=room.id("ideas"), text=odd, theme="t1"))
    room.put(Change("theme.added", set=entities))
    assert said(room, format)


@each_format
def test_same_board_gives_the_same_words(format: str):
    one, two = (held(Room(PLAN)) for _ in range(2))
    assert said(one, format, Edition.ORGANISER) == said(two, format, Edition.ORGANISER)
    assert report_of(one, Edition.ORGANISER) == report_of(two, Edition.ORGANISER)


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "md"])
def test_report_without_rounds_says_so_in_place_of_an_empty_table(app: Flask, format: str):
    """As of a report that was brought back without them."""
    report = replace(report_of(Room(PLAN)), rounds=())
    file = exporting.render(app, report, format, "nl")
    text = text_of(file, "html" if format == "pdf" else format)
    assert "Er waren geen rondes." in text
    assert "Gehouden" not in text
