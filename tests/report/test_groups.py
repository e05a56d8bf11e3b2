"""Whose support the report looks at apart, when a poll was by opinion group."""

from __future__ import annotations

import pytest

from brouwerij.report import words
from brouwerij.report.model import build
from brouwerij.report.shapes import Edition, Report
from tests.domain.test_poll_groups import polled

pytestmark = pytest.mark.usefixtures("app")


def report(people: int) -> Report:
    room, _ = polled(people, "opinions")
    return build(room.board, room.people, Edition.PARTICIPANTS, room.now, "GROEP1")


def test_report_of_opinion_groups_names_them_by_number_and_says_what_they_are():
    made = report(30)
    found = next(found for theme, found in made.measured if theme.name == "Thema 1")
    assert [words.segment_name(s) for s in found.segments] == ["Meningsgroep 1", "Meningsgroep 2"]
    assert [words.segment_mark(s) for s in found.segments] == ["M1", "M2"]
    assert sorted(s.support for s in found.segments) == [0, 15]
    assert "is dat een meningsgroep" in " ".join(words.how_measured(made))


def test_report_when_there_were_too_few_for_opinion_groups_says_so():
    made = report(29)
    found = next(found for theme, found in made.measured if theme.name == "Thema 1")
    assert [words.segment_name(s) for s in found.segments] == ["Hof", "Nest"]
    assert "te weinig stemmers of thema’s" in " ".join(words.how_measured(made))
