"""What a phone needs to keep Brouwerij: a service worker, and a manifest for its home screen."""

from __future__ import annotations

import re

from flask import Flask

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
    assert re.search("any.*maskable", " ".join(icon["purpose"] for icon in manifest["icons"]))


def test_manifest_of_no_workshop_is_not_there(site: Flask):
    assert site.test_client().get("/ZZZZZZ/app.webmanifest").status_code == 404
