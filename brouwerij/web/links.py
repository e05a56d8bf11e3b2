"""The links by which somebody may lead a workshop: giving them out and taking them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for

from brouwerij import clock, identity
from brouwerij.domain import text
from brouwerij.extensions import db
from brouwerij.i18n import gettext
from brouwerij.live import sockets
from brouwerij.store import workshops
from brouwerij.store.gate import write
from brouwerij.web import once, signed_in
from brouwerij.web.addresses import public
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("links", __name__)


@dataclass(frozen=True, slots=True)
class Link:
    """A facilitator link as the organiser sees it."""

    id: int
    label: str
    address: str


def links_of(workshop: int) -> list[Link]:
    """The links of a workshop that still work, the oldest first."""
    return [
        Link(
            it.id,
            it.label,
            public("room.facilitator_link", token=identity.facilitator_token(it.id)),
        )
        for it in workshops.links(db.session(), workshop)
    ]


@blueprint.post("/sessies/<code:code>/links")
@for_organisers
def give(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    label = text.clean(request.form.get("label", ""))[: text.NAME_LENGTH]
    asked = once.command_id()
    write(lambda session: workshops.add_link(session, kettle.id, label, clock.now(), asked))
    flash(gettext("De link is gemaakt. Stuur hem alleen aan wie de middag leidt."))
    return redirect(url_for("organiser.workshop", code=code, _anchor="begeleiders"), 303)


@blueprint.post("/sessies/<code:code>/links/<int:id>/intrekken")
@for_organisers
def take_back(code: str, id: int) -> Any:
    """Revoke a link; who came in by it is shown out at once."""
    kettle = signed_in.own_workshop(code)
    if write(lambda session: workshops.revoke_link(session, kettle.id, id, clock.now())):
        sockets.revoked(code, id)
        flash(gettext("De link werkt niet meer."))
    return redirect(url_for("organiser.workshop", code=code, _anchor="begeleiders"), 303)
