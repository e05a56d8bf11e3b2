"""The logo of a workshop and the style of its accent colour, at addresses that never change."""

from __future__ import annotations

from flask import Blueprint, Response, abort

from brouwerij.domain import colours
from brouwerij.extensions import db
from brouwerij.report import accent as accents
from brouwerij.store import logos
from brouwerij.web.assets import FOREVER

blueprint = Blueprint("appearance_files", __name__)

A_DAY = "public, max-age=86400"
"""For what the same address may give otherwise in a next version of the program."""


@blueprint.get("/logo/<hash>.png")
def logo(hash: str) -> Response:
    """A logo. Who knows its hash has seen it: no page of its workshop is needed."""
    png = logos.by_hash(db.session(), hash[:64])
    if not png:
        abort(404)
    return Response(png, content_type="image/png", headers={"Cache-Control": FOREVER})


@blueprint.get("/accent/<digits>.css")
def accent(digits: str) -> Response:
    """The style of an accent, by its six hexadecimal digits."""
    colour = colours.typed(digits)
    if colour != f"#{digits}":
        abort(404)
    style = accents.style(colour)
    return Response(style, content_type="text/css; charset=utf-8", headers={"Cache-Control": A_DAY})
