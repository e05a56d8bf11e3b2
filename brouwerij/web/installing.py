"""What lets a phone keep Brouwerij: its service worker, and the manifest for the home screen."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, jsonify, send_from_directory, url_for

from brouwerij.web import home, join
from brouwerij.web.assets import Manifest

blueprint = Blueprint("installing", __name__)

FOAM = "#fbf6ec"
SVG, PNG = "image/svg+xml", "image/png"
ICONS = (
    ("brouwerij.svg", "any", SVG, "any"),
    ("app.svg", "any", SVG, "maskable"),
    ("app-180.png", "180x180", PNG, "any"),
    ("app-192.png", "192x192", PNG, "any"),
    ("app-192.png", "192x192", PNG, "maskable"),
    ("app-512.png", "512x512", PNG, "any"),
    ("app-512.png", "512x512", PNG, "maskable"),
)
"""File, sizes, type and purpose; what is drawn in app.svg stays within a mask of any shape."""


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
            {
                "src": url_for("static", filename=f"icons/{name}"),
                "sizes": sizes,
                "type": kind,
                "purpose": purpose,
            }
            for name, sizes, kind, purpose in ICONS
        ],
    )
    response.mimetype = "application/manifest+json"
    return response
