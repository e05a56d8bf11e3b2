"""Objections in the report: who says the same is counted, not repeated."""

from __future__ import annotations

import pytest

from brouwerij.report import words
from brouwerij.report.shapes.reasons import Reason, each_once
from tests.report.reading import report_of
from tests.support.room import Room


@pytest.mark.parametrize("again", ["Te duur", "te duur", "Te  duur.", " Te duur!"])
def test_reason_when_given_again_in_other_signs_then_is_counted_in_the_words_of_the_first(
    again: str,
):
    assert each_once(["Te duur", again]) == (Reason(text="Te duur", times=2),)


def test_reasons_when_they_differ_then_stay_apart_with_what_most_gave_first():
    given = ["Te duur", "Te ver weg", "Niet te duur", "Te ver weg"]
    assert each_once(given) == (
        Reason(text="Te ver weg", times=2), Reason(text="Te duur"), Reason(text="Niet te duur"),
    )  # fmt: skip


@pytest.mark.usefixtures("app")
def test_report_counts_the_same_objection_and_keeps_each_that_was_given(cooplink: Room):
    [divided] = [found for _, found in report_of(cooplink).measured if found.reasons]
    [objection] = divided.objections
    assert divided.reasons == ("Dan beslissen anderen",) * 2
    assert words.times(objection) == "2 keer gezegd"
