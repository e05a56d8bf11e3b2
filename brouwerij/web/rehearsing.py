"""Practising with made-up people before the afternoon, in a copy of the workshop."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, flash, redirect, url_for

from brouwerij.domain import text
from brouwerij.extensions import db
from brouwerij.i18n import gettext
from brouwerij.live import rehearsals
from brouwerij.server import local_address
from brouwerij.store import workshops
from brouwerij.web import signed_in
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("rehearsing", __name__)


@blueprint.post("/sessies/<code:code>/oefenen")
@for_organisers
def begin(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    workshop, owner = kettle.board.workshop, signed_in.organiser()
    if workshop.stage != "soon" or workshop.rehearsal:
        flash(gettext("Oefenen kan tot de middag begint."), "wrong")
        return _back(code)
    title = gettext("Oefening: %(title)s", title=workshop.title)[: text.NAME_LENGTH]
    address = local_address(current_app.config["BROUWERIJ"])
    rehearsal = rehearsals.start(kettle, owner.id if owner else None, title, address)
    if rehearsal is None:
        flash(gettext("Er wordt hier nu al veel geoefend. Probeer het straks nog eens."), "wrong")
        return _back(code)
    signed_in.hold(rehearsal)
    return _back(code, "oefenen")


@blueprint.post("/sessies/<code:code>/oefenen/stop")
@for_organisers
def stop(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    rehearsal = workshops.rehearsal_of(db.session(), kettle.id)
    if rehearsal is not None:
        rehearsals.end(rehearsal)
    flash(gettext("De oefening is gewist. Je sessie staat er zoals hij was."))
    return _back(code)


def _back(code: str, place: str | None = None) -> Any:
    """To the workshop: at a place on its page, or at the top, where what was said stands."""
    return redirect(url_for("organiser.workshop", code=code, _anchor=place), 303)
