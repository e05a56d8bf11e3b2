"""Every format tells the same: what stands in the report stands in each of its files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from brouwerij.report import words
from brouwerij.report.formats import FORMATS
from brouwerij.report.shapes import Edition, IdeaLine, Report
from tests.report.reading import exported, report_of, text_of
from tests.support.room import Room

pytestmark = pytest.mark.usefixtures("app")


def content(report: Report) -> Iterator[str]:
    """All that a reader looks for: people's own words, and the words for the numbers."""
    yield report.title
    yield report.question
    yield from words.summary(report)
    yield from words.how_measured(report)
    for theme in report.themes:
        yield theme.name
        yield from _texts(theme.ideas)
        if theme.card:
            yield from filter(None, (theme.card.what, theme.card.first_step, theme.card.needs))
        if theme.support:
            found = theme.support
            yield words.verdict(found)
            yield from map(str, (found.people, found.support, found.live_with, found.object))
            yield from found.reasons
    yield from _texts((*report.loose, *report.parked))
    for one in report.introductions:
        yield from filter(None, (one.initiative, one.who, one.beautiful))
        yield from (point.text for point in (*one.factors, *one.bottlenecks))
    for group in report.groups:
        yield group.theme
        yield from filter(None, (group.goal, group.first_step, group.needs))
        for member in group.everyone:
            yield from filter(None, (member.name, member.initiative))
            yield from (member.reach.email, member.reach.phone) if member.reach else ()
    for origin in report.initiatives:
        yield origin.name
        yield str(origin.people)
    yield from (round.note for round in report.noted)
    yield from report.checkout.sentences if report.checkout else ()


def _texts(ideas: tuple[IdeaLine, ...]) -> Iterator[str]:
    for idea in ideas:
        yield from (line.text for line in (idea, *idea.same))


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("format", sorted(FORMATS.keys() - {"pdf"}))
def test_format_tells_all_that_the_report_holds(cooplink: Room, format: str, edition: Edition):
    told = " ".join(text_of(exported(cooplink, format, edition), format).split())
    looked_for = {" ".join(text.split()) for text in content(report_of(cooplink, edition))}
    assert len(looked_for) > 40
    assert sorted(text for text in looked_for if text not in told) == []
