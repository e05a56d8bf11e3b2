"""The page of the report: what one chooses, how it will read, and a slow one while it is made."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator

import pytest

from brouwerij.report import beside
from brouwerij.report.paper import NotMade
from brouwerij.report.progress import Step, tell
from brouwerij.report.shapes import Report
from brouwerij.web import apart, making
from tests.web.browser import Browser, Page
from tests.web.conftest import Make

Lead = Callable[..., None]


@pytest.fixture
def code(make: Make, lead: Lead) -> str:
    code = make("Landelijke dag")
    lead(code, "message.show", text="Welkom")
    return code


def frame_of(page: Page) -> str:
    return page.html.partition('<iframe class="export-shown" src="')[2].partition('"')[0]


def test_page_explains_what_one_can_choose_and_shows_the_report(organiser: Browser, code: str):
    page = organiser.open(f"/sessies/{code}/verslag")
    form = page.form()
    assert form.offered["edition"] == ["public", "participants", "organiser"]
    assert form.fields["edition"] == "participants"
    assert {"pdf", "docx", "xlsx", "csv", "html", "md", "json"} == set(form.offered["format"])
    for told in ("Er staan geen namen in", "zonder e-mail en telefoon", "Om af te drukken"):
        assert told in page.words
    assert f"/sessies/{code}/werkgroepen" in page.links
    shown = organiser.open(frame_of(page).replace("&amp;", "&"))
    assert "Landelijke dag" in shown.words
    assert "Dit verslag is voor wie erbij was" in shown.words


def test_only_the_report_itself_may_be_framed_and_by_our_own_pages_only(
    organiser: Browser, code: str
):
    def policy(path: str) -> str:
        return organiser.open(path).headers["Content-Security-Policy"]

    assert "frame-ancestors 'self'" in policy(f"/sessies/{code}/verslag/lezen")
    assert "frame-ancestors 'none'" in policy(f"/sessies/{code}/verslag")


@pytest.mark.parametrize(
    ("format", "shown"),
    [
        ("xlsx", ("tabellen. Dit zijn", "Samenvatting", "Titel", "5 rijen")),
        ("csv", ("tabellen. Dit zijn", "Samenvatting", "Titel", "5 rijen")),
        ("md", ("# Landelijke dag",)),
        ("json", ('"brouwerij": "report"',)),
    ],
)
def test_preview_of_tables_and_texts_shows_how_they_begin(
    organiser: Browser, code: str, format: str, shown: tuple[str, ...]
):
    page = organiser.open(f"/sessies/{code}/verslag?format={format}")
    for words in shown:
        assert words in page.words
    assert frame_of(page) == ""


def test_report_is_in_the_language_that_is_chosen_and_the_page_in_one_s_own(
    organiser: Browser, code: str
):
    page = organiser.open(f"/sessies/{code}/verslag?format=md&language=en&edition=organiser")
    assert "Zo wordt het" in page.words
    assert "This report is only for you as the organiser" in page.words
    assert "This report is" in organiser.open(f"/sessies/{code}/verslag/lezen?language=en").words


@pytest.mark.parametrize("query", ["edition=secret", "language=fr", "format=papyrus"])
def test_what_there_is_not_is_not_found(organiser: Browser, code: str, query: str):
    assert organiser.open(f"/sessies/{code}/verslag?{query}").status == 404


class Press:
    """Makes the slow reports in the place of a process, as slowly as a test asks."""

    def __init__(self) -> None:
        self.made: list[Report] = []
        self.begun = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.go_on.set()
        self.breaks: Exception | None = None

    def render(self, report: Report, format: str, language: str) -> bytes:
        tell(Step("chapters", 3, 13))
        self.begun.release()
        self.go_on.wait()
        if self.breaks:
            raise self.breaks
        self.made.append(report)
        return f"{report.title} {len(self.made)}".encode()

    def wait(self) -> None:
        """Until one more has begun."""
        assert self.begun.acquire(timeout=10)


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    press = Press()
    monkeypatch.setattr(apart, "render", press.render)
    yield press
    press.go_on.set()


def follow(browser: Browser, path: str) -> Iterator[dict[str, str]]:
    """What is told of a report on its way."""
    answer = browser.client.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    for line in answer.iter_encoded():
        yield json.loads(line)


def test_slow_report_says_how_far_it_is_and_is_there_for_who_comes_back(
    organiser: Browser, code: str, press: Press
):
    press.go_on.clear()
    lines = follow(organiser, f"/sessies/{code}/verslag.docx/voortgang")
    next(lines)
    press.wait()
    assert next(lines)["said"] == "We schrijven deel 3 van 13."
    page = organiser.open(f"/sessies/{code}/verslag")
    assert "We schrijven deel 3 van 13." in page.words
    press.go_on.set()
    *_, last = lines
    assert (last["said"], last["failed"]) == ("Het verslag is klaar.", False)
    assert "Het verslag is klaar." in organiser.open(f"/sessies/{code}/verslag").words
    assert organiser.client.get(last["file"]).data == b"Landelijke dag 1"
    assert organiser.client.get(f"/sessies/{code}/verslag.docx").data == b"Landelijke dag 1"


def test_report_of_what_changed_since_is_made_anew_and_the_earlier_one_is_still_there(
    organiser: Browser, code: str, press: Press, lead: Lead
):
    *_, last = follow(organiser, f"/sessies/{code}/verslag.docx/voortgang")
    lead(code, "message.show", text="Dank je wel")
    assert organiser.client.get(f"/sessies/{code}/verslag.docx").data == b"Landelijke dag 2"
    assert organiser.client.get(last["file"]).data == b"Landelijke dag 1"


def test_third_report_waits_for_a_turn_and_is_told_so(organiser: Browser, code: str, press: Press):
    press.go_on.clear()
    at = f"/sessies/{code}/verslag.docx/voortgang"
    editions = ("public", "participants", "organiser")
    going = [follow(organiser, f"{at}?edition={edition}") for edition in editions]
    for lines in going[:2]:
        next(lines)
        press.wait()
    assert next(going[2])["said"] == (
        "Er worden al twee verslagen gemaakt. Hierna is dit verslag aan de beurt."
    )
    press.go_on.set()
    assert {[*lines][-1]["said"] for lines in going} == {"Het verslag is klaar."}


@pytest.mark.parametrize(
    ("error", "told"),
    [(NotMade("Het is te groot."), "Het is te groot."), (ValueError("boom"), "in het logboek")],
)
def test_report_that_cannot_be_made_says_why_and_can_be_asked_for_again(
    organiser: Browser, code: str, press: Press, error: Exception, told: str,
    caplog: pytest.LogCaptureFixture,
):  # fmt: skip
    press.breaks = error
    page = organiser.open(f"/sessies/{code}/verslag.docx")
    assert page.status == 503
    assert told in page.words
    assert ("boom" in caplog.text) == isinstance(error, ValueError)
    *_, last = follow(organiser, f"/sessies/{code}/verslag.docx/voortgang")
    assert last["failed"]
    press.breaks = None
    assert organiser.client.get(f"/sessies/{code}/verslag.docx").status_code == 200


def test_when_too_many_wait_then_who_comes_is_asked_to_come_later(
    organiser: Browser, code: str, press: Press, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(making, "MOST_WAITING", 0)
    page = organiser.open(f"/sessies/{code}/verslag.docx")
    assert page.status == 503
    assert "over een paar minuten" in page.words
    [line] = follow(organiser, f"/sessies/{code}/verslag.docx/voortgang")
    assert line["failed"]


@pytest.mark.parametrize(("code_", "told"), [(4, "te groot"), (-14, "te druk"), (1, "logboek")])
def test_process_that_fails_says_why_and_what_to_do(
    organiser: Browser, code: str, monkeypatch: pytest.MonkeyPatch, code_: int, told: str,
    caplog: pytest.LogCaptureFixture,
):  # fmt: skip
    monkeypatch.setattr(beside, "run", lambda *_: beside.Ended(code_, b"", "Traceback"))
    page = organiser.open(f"/sessies/{code}/verslag.docx")
    assert told in page.words
    assert "Traceback" in caplog.text
