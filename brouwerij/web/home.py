"""/: type the code that is on the screen."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from brouwerij.extensions import db
from brouwerij.store import workshops
from brouwerij.store.people import tidy_code
from brouwerij.web import limits

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def start() -> str | Response | tuple[str, int]:
    typed = request.args.get("code", "").strip()[:40]
    if not typed:
        return render_template("home/start.html", typed="", unknown=False)
    code = tidy_code(typed)
    if (
        len(code) == workshops.JOIN_CODE_LENGTH
        and code.isascii()
        and workshops.by_code(db.session(), code)
    ):
        return redirect(url_for("join.page", code=code))
    return unknown(typed)


def unknown(typed: str) -> tuple[str, int]:
    """The start page again, for a code that is nobody's."""
    limits.wrong_code()
    return render_template("home/start.html", typed=typed, unknown=True), 404
