"""What a phone loads before it shows anything stays small: venue Wi-Fi is slow."""

import gzip
from pathlib import Path

import pytest

from brouwerij.domain import engine as engine
from brouwerij.domain.rounds import KINDS
from brouwerij.web.assets import Manifest

STATIC = Path(__file__).parents[2] / "static"
START, FIRST_SCREEN = 50 * 1024, 60 * 1024
"""Bytes after gzip, of script and style together."""


def loaded(*scripts: str) -> int:
    """The size of the phone's style and these scripts with all that they import at once."""
    manifest = Manifest(STATIC / "dist" / "manifest.json")
    paths = {manifest.file("phone.css")}
    for script in scripts:
        paths |= {manifest.file(script), *manifest.imports(script)}
    return sum(len(gzip.compress((STATIC / path).read_bytes())) for path in paths)


def test_phone_when_no_round_is_open_then_loads_little():
    assert 10 * 1024 < loaded("phone.js") <= START


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_phone_when_it_opens_in_a_round_then_loads_little_more(kind: str):
    assert loaded("phone.js") < loaded("phone.js", f"phone/{kind}.js") <= FIRST_SCREEN
