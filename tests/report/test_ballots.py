"""A ballot in the report: in every format, the vote before beside it, nothing too early."""

from __future__ import annotations

import pytest
from flask import Flask

from brouwerij.domain.ballots import METHODS
from brouwerij.domain.ballots.systemic import PASSIVE
from brouwerij.report.shapes import Edition
from tests.domain.balloting import Balloting, balloting
from tests.report.reading import exported, report_of, text_of

FORMATS = ("html", "docx", "csv")


@pytest.fixture
def twice() -> Balloting:
    """Consent with one objection, and once more on what was not accepted."""
    ballot = balloting("consent")
    cash, film, _ = ballot.themes
    ballot.vote(ballot.cast.anna, cash, 0, reason="Te duur")
    ballot.vote(ballot.cast.anna, film, 1)
    ballot.results()
    ballot.again(title="Nog eens")
    ballot.vote(ballot.cast.anna, cash, 1)
    return ballot


@pytest.mark.parametrize("format", FORMATS)
def test_ballot_when_told_then_is_in_every_format_with_its_reasons(
    app: Flask, twice: Balloting, format: str
) -> None:
    twice.results()
    said = text_of(exported(twice.room, format), format)
    for words in ("Consent", "Nog eens", "Te duur", "Geen bezwaar", "Vorige keer", "Kas"):
        assert words in said


@pytest.mark.parametrize(("edition", "told"), [(Edition.PARTICIPANTS, 1), (Edition.ORGANISER, 2)])
def test_ballot_when_closed_and_not_opened_then_only_the_organiser_reads_it(
    app: Flask, twice: Balloting, edition: Edition, told: int
) -> None:
    assert len(report_of(twice.room, Edition.ORGANISER).ballots) == 1
    twice.room.close()
    assert len(report_of(twice.room, edition).ballots) == told


@pytest.mark.parametrize("method", sorted(METHODS))
@pytest.mark.parametrize("format", FORMATS)
def test_ballot_when_it_is_by_any_method_then_can_be_told(
    app: Flask, method: str, format: str
) -> None:
    ballot = balloting(method)
    ballot.results()
    empty = text_of(exported(ballot.room, format), format)
    assert "Kas" in empty
    assert ("Laten zoals het is" in empty) == (PASSIVE in METHODS[method].asks(()))
