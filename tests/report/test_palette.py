"""The colours of pictures outside our pages are those of the style sheets by day."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brouwerij.report import palette

CSS = Path(__file__).parents[2] / "static" / "css"
NAMED = (
    "INK", "SOFT", "PAPER", "FOAM", "SAND", "COPPER", "HOP", "HOP_PALE", "PLUM", "PLUM_PALE",
)  # fmt: skip
"""Those that have a name in tokens.css too."""


@pytest.fixture(scope="module")
def by_day() -> dict[str, str]:
    """What each token is by day, as RRGGBB: what the first block of the sheet says."""
    block, _, _ = (CSS / "tokens.css").read_text().partition("@media (prefers-color-scheme: dark)")
    return {name: hex.upper() for name, hex in re.findall(r"--([a-z0-9-]+): #(\w{6});", block)}


@pytest.mark.parametrize("name", NAMED)
def test_a_colour_of_pictures_is_the_token_of_that_name(name: str, by_day: dict[str, str]):
    assert getattr(palette, name) == by_day[name.lower().replace("_", "-")]


def test_the_colours_of_initiatives_are_the_tokens_in_their_order(by_day: dict[str, str]):
    tokens = [hex for name, hex in by_day.items() if re.fullmatch(r"initiative-\d+", name)]
    assert list(palette.INITIATIVES) == tokens
