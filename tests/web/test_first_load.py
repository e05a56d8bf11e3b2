"""What a phone loads before it shows anything stays small: venue Wi-Fi is slow."""

import pytest
from flask import Flask

from brouwerij.domain import engine as engine
from brouwerij.domain.rounds import KINDS
from brouwerij.web.assets import asset_addresses

START, FIRST_SCREEN = 50 * 1024, 60 * 1024
"""Bytes that come over the line, of script and style together."""


def loaded(site: Flask, *scripts: str) -> int:
    """The size of the phone's style and these scripts with all that they import at once."""
    with site.test_request_context():
        addresses = {
            address for name in ("phone.css", *scripts) for address in asset_addresses(name)
        }
    sent = 0
    for address in addresses:
        with site.test_client().get(address, headers={"Accept-Encoding": "gzip"}) as answer:
            sent += len(answer.data)
    return sent


def test_phone_when_no_round_is_open_then_loads_little(site: Flask):
    assert 10 * 1024 < loaded(site, "phone.js") <= START


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_phone_when_it_opens_in_a_round_then_loads_little_more(site: Flask, kind: str):
    assert loaded(site, "phone.js") < loaded(site, "phone.js", f"phone/{kind}.js") <= FIRST_SCREEN
