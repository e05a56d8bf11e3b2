"""An accent colour can be read wherever it comes, and stays what was chosen where it can."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.domain.colours import (
    BY_DAY,
    BY_NIGHT,
    READABLE,
    Colour,
    contrast,
    luminance,
    shades,
    typed,
)

TOKENS = Path(__file__).parents[2] / "static" / "css" / "tokens.css"
COPPER, COPPER_NIGHT = "#a8481a", "#f0935a"
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#a8481a", "#a8481a"),
        (" A8481A ", "#a8481a"),
        ("#FA0", "#ffaa00"),
        ("", None),
        ("#a8481", None),
        ("rood", None),
        ("#a8481a;}body{display:none", None),
        ("#a8481a\n}", None),
        ("#１２３４５６", None),
    ],
)
def test_typed_when_people_write_a_colour_then_it_is_read_or_it_is_none(text: str, colour: object):
    assert typed(text) == colour


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ("#a8481a", True),
        ("#A8481A", False),
        ("#a8481a\n", False),
        ("\n", False),
        ("#a8481a;}", False),
    ],
)
def test_a_colour_that_is_kept_is_one_or_nothing_and_no_more(text: str, fits: bool):
    try:
        assert msgspec.convert(text, Colour) == text
    except msgspec.ValidationError:
        assert not fits
    else:
        assert fits


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the well-known grey that just fails, and the one after it
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.00),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, found: float):
    assert contrast(one, other) == pytest.approx(found, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("accent", "day", "night"),
    [
        (COPPER, COPPER, "#ff763b"),
        (COPPER_NIGHT, "#9b5d37", COPPER_NIGHT),
        ("#000000", "#000000", "#9f9f9f"),
        ("#ffffff", "#6c6c6c", "#ffffff"),
        ("#ffff00", "#707000", "#ffff00"),
        ("#003366", "#003366", "#649eff"),
    ],
)
def test_shades_when_an_accent_cannot_be_read_then_it_is_darker_by_day_or_lighter_by_night(
    accent: str, day: str, night: str
):
    found = shades(accent)
    assert (found.day, found.night) == (day, night)


@given(colours)
def test_shades_of_any_colour_can_be_read_on_every_ground_and_have_text_upon_them(accent: str):
    found = shades(accent)
    for ground in BY_DAY:
        assert contrast(found.day, ground) >= READABLE
        assert contrast(found.day_firm, ground) >= READABLE
    for ground in BY_NIGHT:
        assert contrast(found.night, ground) >= READABLE
        assert contrast(found.night_firm, ground) >= READABLE


@given(colours)
def test_shades_of_any_colour_are_itself_or_only_just_within_what_can_be_read(accent: str):
    found = shades(accent)
    assert found.day == accent or min(contrast(found.day, g) for g in BY_DAY) < READABLE + 0.2
    assert found.night == accent or min(contrast(found.night, g) for g in BY_NIGHT) < READABLE + 0.2
    assert luminance(found.day) <= luminance(accent) <= luminance(found.night)
    assert accent in (found.day, found.night) or found.day != found.night


@given(st.text())
def test_shades_of_what_is_no_colour_are_refused(text: str):
    if typed(text) != text:
        with pytest.raises(ValueError, match="is no colour"):
            shades(text)


def test_the_grounds_are_those_of_the_style_sheets():
    sheet = TOKENS.read_text()
    named = dict(re.findall(r"--([a-z-]+): (#\w{6});", sheet))
    by_day = ("paper", "foam", "barley-pale", "hop-pale", "plum-pale")
    by_night = ("kettle", "malt", "hop-night-ground", "plum-night-ground", "barley-night-ground")
    assert [named[name] for name in by_day] == list(BY_DAY)
    assert [named[name] for name in by_night] == list(BY_NIGHT)
