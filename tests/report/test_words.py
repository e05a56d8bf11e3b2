"""The sentences of the report: days, lists and counts, as each language says them."""

from __future__ import annotations

import pytest
from flask_babel import force_locale

from brouwerij.domain.support import Rule
from brouwerij.report import words
from brouwerij.report.shapes import Edition, PollFacts, Report, Segment, Slate
from brouwerij.web import template_words

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.parametrize(
    ("language", "date", "weekday", "names"),
    [
        ("nl", "21 januari 2017", "zaterdag 21 januari 2017", "Anna, Bob en Cor"),
        ("en", "21 January 2017", "Saturday, 21 January 2017", "Anna, Bob and Cor"),
    ],
)
def test_days_and_lists_are_said_as_in_europe(language: str, date: str, weekday: str, names: str):
    with force_locale(language):
        assert words.day("2017-01-21") == date
        assert words.day_of(1_485_000_000_000) == date
        assert template_words.day("2017-01-21") == weekday
        assert words.listed(["Anna", "Bob", "Cor"]) == names


@pytest.mark.parametrize(
    ("support", "people", "said"),
    [
        (1, 8, "1 van 8 draagt dit"),
        (5, 8, "5 van 8 dragen dit"),
        (0, 8, "0 van 8 dragen dit"),
        (1, 1, "1 van 1 draagt dit"),
    ],
)
def test_how_an_initiative_answered_counts_who_carries_it(support: int, people: int, said: str):
    segment = Segment(
        name="Het Nest", mark="Ne", colour=0, people=people, support=support, live_with=0, object=0
    )
    assert words.segment_line(segment) == said


def test_summary_tells_for_how_many_there_is_something_and_what_an_equal_share_would_choose():
    slate = Slate(chosen=("Kas", "Film"), covered=43, people=50, extra=("Koor",), missing=("Film",))
    said = " ".join(words.summary(with_slate(slate)))
    assert "43 van de 50 mensen dragen hier minstens één van; voor 7 mensen zit er niets" in said
    assert "(Method of Equal Shares), dan kwam Koor erbij in plaats van Film." in said
    agreed = " ".join(words.summary(with_slate(Slate(chosen=("Kas",), covered=50, people=50))))
    assert "50 van de 50 mensen dragen hier minstens één van." in agreed
    assert "Equal Shares" not in agreed
    assert "Equal Shares" not in " ".join(words.summary(with_slate(None)))


def with_slate(slate: Slate | None) -> Report:
    return Report(
        edition=Edition.PARTICIPANTS,
        code="ABCDEF",
        title="",
        question="",
        date="",
        made_at=0,
        anonymous=False,
        poll=PollFacts(voted=50, people=50, rule=Rule(), slate=slate),
    )
