"""The report as one page that needs nothing else."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from brouwerij.report.shapes import Edition
from tests.report.conftest import PLAN, everywhere
from tests.report.reading import exported, page_text
from tests.support.room import Room

pytestmark = pytest.mark.usefixtures("app")


def page(room: Room, edition: Edition = Edition.PARTICIPANTS, language: str = "nl") -> str:
    return exported(room, "html", edition, language).decode()


def test_page_asks_nothing_of_the_network(cooplink: Room):
    written = page(cooplink)
    assert not re.search(r"<(script|link|img|iframe)\b", written)
    asked = re.findall(r"""(?:src|href|url\()=?["']?([^"'\s)>]+)""", written)
    assert [target for target in asked if not target.startswith(("#", "data:"))] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_page_says_in_which_language_it_is(cooplink: Room, language: str):
    assert f'<html lang="{language}"' in page(cooplink, language=language)


def test_page_when_people_write_markup_then_shows_it_as_text():
    hostile = "<img src=x onerror=alert(1)>"
    room = Room(PLAN, title=hostile, question=hostile)
    anna = room.join(hostile, hostile)
    room.open("ideas")
    room.do(anna, "idea.add", text=hostile)
    room.reveal()
    written = page(room)
    assert "<img" not in written
    assert page_text(written.encode()).count(hostile) >= 3


@pytest.mark.parametrize(
    ("typed", "direction"),
    [("שלום 2017", "rtl"), ("«مرحبا» Cooplink", "rtl"), ("Cooplink مرحبا", "ltr"), ("2017", "ltr")],
)
def test_page_reads_what_people_wrote_from_the_side_of_its_first_letter(typed: str, direction: str):
    written = page(everywhere(typed))
    found = set(re.findall(rf'dir="(\w+)">{re.escape(typed)}', written))
    assert found == {direction}
    assert 'dir="auto"' not in written


def test_page_has_one_title_and_headings_that_skip_no_level(cooplink: Room):
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", page(cooplink))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_page_says_of_each_bar_what_it_shows(cooplink: Room):
    """For who does not see it."""
    written = page(cooplink)
    bars = re.findall(r"<svg\b[^>]*>", written)
    assert bars
    assert all(
        "aria-label" in bar or "aria-hidden" in bar or "aria-labelledby" in bar for bar in bars
    )


def test_page_when_there_was_a_poll_then_draws_its_map_and_tells_it_in_a_table(cooplink: Room):
    written = page(cooplink)
    assert re.search(r'<svg role="img" aria-label="[^"]*Film: van iedereen draagt 10% het', written)
    assert len(re.findall(r"<circle ", written)) == 3
    assert "3 Film 10% 0%" in page_text(written.encode())
