"""What lets a phone keep Brouwerij: its service worker, and the manifest for the home screen."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, jsonify, send_from_directory, url_for

from brouwerij.web import home, join
from brouwerij.web.assets import Manifest

blueprint = Blueprint("installing", __name__)

FOAM = "#fbf6ec"


@blueprint.get("/sw.js")
def worker() -> Response:
    """From the root, since a service worker looks after what is below its own address only."""
    manifest: Manifest = current_app.extensions["assets"]
    static = current_app.static_folder or "static"
    response = send_from_directory(static, manifest.file("worker.js"))
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/<code:code>/app.webmanifest")
def web_manifest(code: str) -> Any:
    """A workshop as an app: it opens on the page of whoever is in it."""
    kettle = join.find(code)
    if kettle is None:
        return home.unknown(code)
    icons = {
        "brouwerij.svg": {"sizes": "any", "type": "image/svg+xml", "purpose": "any"},
        "app.svg": {"sizes": "any", "type": "image/svg+xml", "purpose": "maskable"},
        "app-180.png": {"sizes": "180x180", "type": "image/png", "purpose": "any"},
    }
    response = jsonify(
        id=url_for("room.phone", code=code),
        start_url=url_for("room.phone", code=code),
        scope=url_for("home.start"),
        name=kettle.board.workshop.title or "Brouwerij",
        short_name="Brouwerij",
        lang=kettle.board.workshop.language,
        display="standalone",
        background_color=FOAM,
        theme_color=FOAM,
        icons=[
            {"src": url_for("static", filename=f"icons/{name}"), **about}
            for name, about in icons.items()
        ],
    )
    response.mimetype = "application/manifest+json"
    return response
