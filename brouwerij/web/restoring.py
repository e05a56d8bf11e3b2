"""A workshop from its report: the file that was downloaded as JSON, brought back."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Flask, current_app, redirect, render_template, request, url_for

from brouwerij import aio
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.told import RestoreWorkshop
from brouwerij.i18n import gettext as _
from brouwerij.live import rooms
from brouwerij.report.restoring import wanted
from brouwerij.texts import refusal as said
from brouwerij.web import signed_in
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("restoring", __name__)

LARGEST = 16 * 1024 * 1024
"""Of a file, in bytes: some ten times a report of 2,000 ideas."""


@blueprint.url_value_preprocessor
def make_room(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Let the file in before anything reads the form."""
    request.max_content_length = LARGEST


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
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    asked = aio.offload(_wanted, app, content)
    if isinstance(asked, Refusal):
        return _page({"file": said(asked.code, asked.params)}), 422
    row, _result = rooms.create(signed_in.me().id, msgspec.to_builtins(asked), "workshop.restore")
    return redirect(url_for("organiser.workshop", code=row.code), 303)


def _wanted(app: Flask, content: bytes) -> RestoreWorkshop | Refusal:
    """Read beside the loop, so that the phones do not wait for it."""
    with app.app_context():
        return wanted(content)


def _page(wrong: dict[str, str]) -> str:
    return render_template("organiser/restore.html", wrong=wrong)
