"""Putting a workshop away, out of the list, and taking it back. Nothing of it changes or goes."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, flash, redirect, url_for

from brouwerij import clock
from brouwerij.extensions import db
from brouwerij.i18n import gettext
from brouwerij.store import workshops
from brouwerij.store.gate import write
from brouwerij.store.models import WorkshopRow
from brouwerij.web import signed_in
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("shelf", __name__)


@blueprint.post("/sessies/<code:code>/opbergen")
@for_organisers
def put_away(code: str) -> Any:
    row = _own(code)
    write(lambda session: workshops.put_away(session, row.id, clock.now()))
    said = gettext("“%(title)s” is opgeborgen. Je vindt hem onder Opgeborgen.", title=row.title)
    flash(said, f"undo:{url_for('shelf.take_back', code=code)}")
    return redirect(url_for("organiser.workshops"), 303)


@blueprint.post("/sessies/<code:code>/terughalen")
@for_organisers
def take_back(code: str) -> Any:
    row = _own(code)
    write(lambda session: workshops.put_away(session, row.id, 0))
    flash(gettext("“%(title)s” staat weer in de lijst.", title=row.title))
    return redirect(url_for("organiser.workshops"), 303)


def _own(code: str) -> WorkshopRow:
    """The workshop of whoever is signed in; a link to it is not enough, for it has no list."""
    row = workshops.owned(db.session(), signed_in.me().id, code)
    return row if row is not None else abort(404)
