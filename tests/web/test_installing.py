"""What a phone needs to keep Brouwerij: a service worker, and a manifest for its home screen."""

from __future__ import annotations

import struct

import pytest
from flask import Flask

from scripts import icons
from tests.web.conftest import Make


def test_worker_comes_from_the_root_and_is_asked_for_again(site: Flask):
    with site.test_client().get("/sw.js") as answer:
        assert answer.mimetype == "text/javascript"
        assert answer.headers["Cache-Control"] == "no-cache"
        assert "addEventListener" in answer.text


def test_manifest_opens_the_workshop_with_icons_that_are_there(site: Flask, make: Make):
    code = make("Landelijke dag")
    client = site.test_client()

    manifest = client.get(f"/{code}/app.webmanifest").get_json()

    assert manifest["name"] == "Landelijke dag"
    assert manifest["start_url"] == f"/{code}/mee"
    for icon in manifest["icons"]:
        with client.get(icon["src"]) as answer:
            assert (answer.status_code, answer.mimetype) == (200, icon["type"])
            if icon["type"] == "image/png":
                assert icon["sizes"] == "{}x{}".format(*struct.unpack(">II", answer.data[16:24]))
    there = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]}
    wanted = {(size, use) for size in ("192x192", "512x512") for use in ("any", "maskable")}
    assert wanted <= there


@pytest.mark.parametrize("size", icons.SIZES)
def test_icon_is_what_the_drawing_shows(size: int):
    assert icons.path(size).read_bytes() == icons.drawn(size)


def test_manifest_of_no_workshop_is_not_there(site: Flask):
    assert site.test_client().get("/ZZZZZZ/app.webmanifest").status_code == 404
