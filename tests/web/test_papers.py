"""Paper cards to print: how many, from which number, and what stands on them."""

from __future__ import annotations

import re

import pytest

from tests.web.browser import Browser, Page
from tests.web.conftest import Make


def numbers(page: Page) -> list[list[int]]:
    """The numbers of the cards on each sheet."""
    sheets = page.html.split('class="papers-sheet"')[1:]
    return [[int(n) for n in re.findall(r"</span>(\d+)</p>", sheet)] for sheet in sheets]


@pytest.mark.parametrize(
    ("asked", "sheets"),
    [
        ("?aantal=3", [[1, 2, 3]]),
        ("?aantal=9&van=41", [[41, 42, 43, 44, 45, 46, 47, 48], [49]]),
        ("?aantal=1&van=999", [[999]]),
        ("?aantal= 2 ", [[1, 2]]),
    ],
)
def test_cards_are_numbered_eight_on_a_sheet(
    organiser: Browser, make: Make, asked: str, sheets: list[list[int]]
):
    assert numbers(organiser.open(f"/sessies/{make()}/kaartjes{asked}")) == sheets


def test_cards_carry_title_and_question_in_the_language_of_the_workshop(
    organiser: Browser, make: Make
):
    code = make("Buurtdag", question="Wat willen wij?", language="en")
    page = organiser.open(f"/sessies/{code}/kaartjes")
    assert len([n for sheet in numbers(page) for n in sheet]) == 40
    assert page.html.count("Wat willen wij?") == 40
    assert 'data-theme="light" lang="en"' in page.html
    assert f"/sessies/{code}/kaartjes" in organiser.open(f"/sessies/{code}").links


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ("?aantal=0", "aantal", "van 1 tot en met 999"),
        ("?aantal=", "aantal", "van 1 tot en met 999"),
        ("?aantal=veel", "aantal", "van 1 tot en met 999"),
        ("?aantal=1000000000", "aantal", "van 1 tot en met 999"),
        ("?aantal=²", "aantal", "van 1 tot en met 999"),
        ("?van=-1", "van", "van 1 tot en met 999"),
        ("?van=x&aantal=0", "aantal", "van 1 tot en met 999"),
        ("?van=990&aantal=11", "aantal", "hoogstens 10"),
    ],
)
def test_number_that_cannot_be_says_so_at_its_field_and_keeps_what_was_typed(
    organiser: Browser, make: Make, asked: str, field: str, said: str
):
    page = organiser.open(f"/sessies/{make()}/kaartjes{asked}")
    assert page.status == 422
    assert said in page.words
    assert page.focus == field
    assert numbers(page) == []
