"""The PDF: tagged, with bookmarks, and with the words of the others. One is made for all tests."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from itertools import pairwise

import page
import pypdf
import pytest
from flask import Flask
from pypdf.generic import ArrayObject, DictionaryObject

from brouwerij.domain.board import Change
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Idea
from brouwerij.i18n import init_i18n
from brouwerij.report import beside, exporting, paper, progress
from brouwerij.report.shapes import Edition
from brouwerij.store.logos import hash_of
from brouwerij.web.assets import init_assets
from tests.report.conftest import PLAN, TEMPLATES, held
from tests.report.reading import exported, report_of
from tests.report.test_appearance import LOGO
from tests.support.room import ORGANISER, Room

pytestmark = pytest.mark.timeout(250)  # it gives way to all other work

LONG, EMOJI, HEBREW = "Woonbeweging" * 80, "Feest 🎉👩‍🌾", "שלום לכולם"
TRICK = "gewoon\u202etxt.exe"
DRAWN = {"/Figure"}
A4_WIDTH = 595
"""In points."""


@pytest.fixture(scope="module")
def steps() -> list[progress.Step]:
    """How far the making said it was."""
    return []


@pytest.fixture(scope="module")
def made(typesetter: Flask, steps: list[progress.Step]) -> pypdf.PdfReader:
    """The afternoon, with ideas that are hard to set."""
    with typesetter.app_context(), progress.heard(steps.append):
        return pypdf.PdfReader(io.BytesIO(exported(_hard(), "pdf", Edition.ORGANISER, logo=LOGO)))


@pytest.fixture(scope="module")
def bare(typesetter: Flask) -> pypdf.PdfReader:
    """Nobody came, and there is no round, as of a report that was brought back without them."""
    report = replace(report_of(Room(PLAN)), rounds=())
    return pypdf.PdfReader(io.BytesIO(exporting.render(typesetter, report, "pdf", "nl")))


@pytest.fixture(scope="module")
def typesetter() -> Flask:
    pytest.importorskip("weasyprint", exc_type=OSError, reason="Pango is not here")
    static = TEMPLATES.parent / "static"
    app = Flask("report", template_folder=str(TEMPLATES), static_folder=str(static))
    init_i18n(app)
    init_assets(app)
    return app


def _hard() -> Room:
    room = held(Room(PLAN, question="Hoe kunnen we elkaar versterken?", date="2017-01-21"))
    hard = (LONG, EMOJI, HEBREW, TRICK)
    ideas = tuple(
        Idea(f"hard{n}", round=room.id("ideas"), text=text) for n, text in enumerate(hard)
    )
    room.put(Change("idea.added", set=ideas))
    room.do(ORGANISER, "appearance.set", logo=hash_of(LOGO), logo_text="Cooplink in letters")
    return room


def words(made: pypdf.PdfReader) -> str:
    return " ".join(map(words_on, made.pages))


def words_on(leaf: pypdf.PageObject) -> str:
    # pypdf reads the two bytes of a character one by one where a font has more than 255.
    return " ".join(leaf.extract_text().replace("\0", "").split())


def elements(made: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """All of the structure tree, in reading order."""
    waiting = [made.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if not isinstance(element, DictionaryObject):
            continue
        yield element
        inner = element.get("/K", ArrayObject())
        waiting.extend(reversed(inner if isinstance(inner, ArrayObject) else [inner]))


def test_pdf_tells_the_afternoon(made: pypdf.PdfReader):
    said = words(made)
    for word in ("Coöperatieve financiering", "Greet Groeier", "Dan beslissen anderen", "Warm"):
        assert word in said


def test_pdf_sets_long_words_emoji_and_text_from_right_to_left(made: pypdf.PdfReader):
    said = words(made)
    assert "Feest" in said
    assert LONG in said.replace(" ", "")
    assert set("שלום") <= set(said)
    assert "gewoon" in said


def test_pdf_sets_text_from_right_to_left_at_the_right(made: pypdf.PdfReader):
    begins: dict[str, float] = {}

    def hear(text: str, drawn: list[float], within: list[float], *_: object) -> None:
        for word in ("Feest", HEBREW.split()[-1]):
            if word in text:
                begins.setdefault(word, drawn[0] * within[4] + drawn[4])

    for leaf in made.pages:
        leaf.extract_text(visitor_text=hear)
    latin, hebrew = begins.values()
    assert latin < A4_WIDTH / 2 < hebrew


def test_pdf_is_tagged_and_says_its_title_and_language(made: pypdf.PdfReader):
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata is not None
    assert made.metadata.title == "Cooplink"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("report", ["made", "bare"])
def test_pdf_keeps_to_what_can_be_checked_of_pdf_ua(report: str, request: pytest.FixtureRequest):
    """ISO 14289-1, by rules that are checked against the corpus of veraPDF."""
    read: pypdf.PdfReader = request.getfixturevalue(report)
    checked = page.validate_pdf_bytes(read.stream.getvalue())
    assert not checked.failures, "\n".join(map(str, checked.failures))


def test_pdf_has_headings_that_skip_no_level_and_words_for_every_drawing(made: pypdf.PdfReader):
    found = list(elements(made))
    kinds = [element.get("/S") for element in found]
    levels = [int(kind[2]) for kind in kinds if kind and kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    drawings = [element for element in found if element.get("/S") in DRAWN]
    assert len(drawings) == 5, "the logo, three bars and the map"
    assert drawings[0]["/Alt"] == "Cooplink in letters"
    assert all(drawing.get("/Alt") for drawing in drawings)


def test_pdf_has_bookmarks_and_a_contents_list_with_pages(made: pypdf.PdfReader):
    [whole] = [entry for entry in made.outline if not isinstance(entry, list)]
    chapters = next(entry for entry in made.outline if isinstance(entry, list))
    assert whole["/Title"] == "Cooplink"
    begins = {
        entry["/Title"]: made.get_destination_page_number(entry) + 1
        for entry in chapters
        if not isinstance(entry, list)
    }
    assert (begins.pop("Inhoud"), begins["Wat dragen we samen?"]) == (1, 2)
    first = words_on(made.pages[0])
    assert all(f"{name} {number}" in first for name, number in begins.items())


def test_pdf_has_its_title_above_and_its_number_below_each_page(made: pypdf.PdfReader):
    last = words_on(made.pages[-1])
    assert "Cooplink" in last
    assert f"{len(made.pages)} / {len(made.pages)}" in last


def test_pdf_while_it_is_made_then_says_at_which_page_it_is(
    made: pypdf.PdfReader, steps: list[progress.Step]
):
    last = len(made.pages)
    assert steps[0] == ("pages", 1, 0)
    assert max(step.done for step in steps) >= last
    assert steps[-1].what == "file"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (3, "Pango"),
        (4, "te groot"),
        (-signal.SIGKILL, "te groot"),
        (-signal.SIGALRM, "te druk"),
        (1, "logboek"),
    ],
)
@pytest.mark.usefixtures("app")
def test_pdf_when_it_cannot_be_made_then_says_why_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, code: int, told: str
):
    pytest.importorskip("weasyprint", exc_type=OSError)
    monkeypatch.setattr(beside, "run", lambda *_: beside.Ended(code, b"", ""))
    with pytest.raises(paper.NotMade, match=told):
        paper.pdf("<p>Een verslag</p>")


@pytest.mark.usefixtures("app")
def test_pdf_when_weasyprint_is_not_installed_then_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(paper.NotMade, match="Installeer"):
        paper.pdf("<p>Een verslag</p>")
