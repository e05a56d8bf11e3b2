"""A workshop as a file, and from one: its archive, or the report that was downloaded as JSON."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)

from brouwerij import aio, clock
from brouwerij.domain.refusals import Refusal
from brouwerij.extensions import db
from brouwerij.i18n import gettext as _
from brouwerij.live import rooms
from brouwerij.report.restoring import Wanted, wanted
from brouwerij.store import archive, workshops
from brouwerij.store.gate import writer
from brouwerij.texts import refusal as said
from brouwerij.web import once, signed_in
from brouwerij.web.group_files import File, attached
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("restoring", __name__)

LARGEST = 16 * 1024 * 1024
"""Of a report, in bytes: some ten times one of 2,000 ideas."""


@blueprint.url_value_preprocessor
def make_room(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Let the file in before anything reads the form."""
    request.max_content_length = archive.LARGEST


@blueprint.get("/sessies/uit-bestand")
@for_organisers
def choose() -> str:
    return _page({})


@blueprint.post("/sessies/uit-bestand")
@for_organisers
def make() -> Any:
    file = request.files.get("file")
    content = file.read() if file else b""
    if not content:
        return _page({"file": _("Kies eerst een bestand.")}), 422
    if archive.looks_like(content):
        return _bring_back(content)
    if len(content) > LARGEST:
        abort(413)
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    asked = aio.offload(_wanted, app, content)
    if isinstance(asked, Refusal):
        return _page({"file": said(asked.code, asked.params)}), 422
    data = msgspec.to_builtins(asked.command)
    row, _result = rooms.create(
        signed_in.me().id, data, "workshop.restore", id=once.command_id(content), logo=asked.logo
    )
    return redirect(url_for("organiser.workshop", code=row.code), 303)


def _bring_back(content: bytes) -> Any:
    """Make a workshop of an archive."""
    found = aio.offload(archive.read, content)
    made: archive.Restored | Refusal = (
        found
        if isinstance(found, Refusal)
        else archive.restored(
            writer(), found, signed_in.me().id, clock.now(), once.command_id(content)
        )
    )
    if isinstance(made, Refusal):
        return _page({"file": said(made.code, made.params)}), 422
    row, was = made
    flash(
        _("De sessie is terug, met dezelfde code. Maak zelf nieuwe links om te begeleiden.")
        if row.code == was
        else _(
            "De sessie is terug. De oude code %(code)s is hier in gebruik; dit is de nieuwe code.",
            code=was,
        )
    )
    return redirect(url_for("organiser.workshop", code=row.code), 303)


@blueprint.get("/sessies/<code:code>/archief.zip")
@for_organisers
def download(code: str) -> Response:
    """The whole workshop as a file, its people included."""
    row = workshops.owned(db.session(), signed_in.me().id, code)
    if row is None:
        abort(404)
    content = archive.written(db.session(), row, clock.now(), people=True)
    return attached(File(content, "application/zip", f"{row.code}.brouwerij.zip"))


def _wanted(app: Flask, content: bytes) -> Wanted | Refusal:
    """Read beside the loop, so that the phones do not wait for it."""
    with app.app_context():
        return wanted(content)


def _page(wrong: dict[str, str]) -> str:
    return render_template("organiser/restore.html", wrong=wrong)
