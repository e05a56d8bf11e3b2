"""A copy of a workshop, to prepare the next one from: its plan comes along, its people do not."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, url_for

from brouwerij.domain import text
from brouwerij.i18n import gettext
from brouwerij.live import copies
from brouwerij.texts import refusal as said
from brouwerij.web import once, signed_in
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("copying", __name__)


@blueprint.post("/sessies/<code:code>/kopie")
@for_organisers
def copy(code: str) -> Any:
    """Make a workshop that is prepared as this one is, on a day that is still to be chosen."""
    kettle, owner = signed_in.own_workshop(code), signed_in.organiser()
    title = _titled(kettle.board.workshop.title)
    row, result = copies.make(
        kettle, owner.id if owner else None, id=once.command_id(), title=title, date=""
    )
    if result.refusal:
        flash(said(result.refusal.code, result.refusal.params), "wrong")
        return redirect(url_for("organiser.workshop", code=code), 303)
    if owner is None:
        signed_in.hold(row.code)
    flash(gettext("De kopie staat klaar, zonder deelnemers en ideeën. Kies een naam en een dag."))
    return redirect(url_for("organiser.about", code=row.code), 303)


def _titled(title: str) -> str:
    """The title of a copy; of a long one the end makes way."""
    mark = gettext("(kopie)")
    return f"{title[: text.NAME_LENGTH - len(mark) - 1]} {mark}"
