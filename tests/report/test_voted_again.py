"""The report of a room that voted twice: what it came to the time before is told with it."""

from __future__ import annotations

import pytest

from brouwerij.report import words
from brouwerij.report.shapes import Edition
from tests.domain.test_shown_before import Twice
from tests.report.reading import report_of

pytestmark = pytest.mark.usefixtures("app")


def test_poll_when_voted_again_then_tells_what_it_was_before():
    twice = Twice("poll")
    twice.vote(twice.first, 1)
    twice.show(twice.first)
    kas = next(t for t in report_of(twice.room, Edition.PARTICIPANTS).themes if t.name == "Kas")
    assert kas.support
    assert "De vorige keer" not in words.support_sentences(kas.support)
    twice.vote(twice.second, 3)
    twice.show(twice.second)
    kas = next(t for t in report_of(twice.room, Edition.PARTICIPANTS).themes if t.name == "Kas")
    assert kas.support
    said = words.support_sentences(kas.support)
    assert said.startswith("3 van de 3 mensen dragen dit")
    assert "De vorige keer: onvoldoende opkomst, 1 van 3, geen bezwaar." in said


def test_dots_when_given_again_then_tell_how_many_it_were_before():
    twice = Twice("dots")
    twice.vote(twice.first, 2)
    twice.show(twice.first)
    twice.vote(twice.second, 3)
    twice.show(twice.second)
    kas, film = report_of(twice.room, Edition.PARTICIPANTS).themes
    assert kas.dots
    assert film.dots
    assert words.dots_sentence(kas.dots).endswith("De vorige keer waren dat 2 mensen.")
    assert words.dots_sentence(film.dots).endswith("De vorige keer waren dat 0 mensen.")
