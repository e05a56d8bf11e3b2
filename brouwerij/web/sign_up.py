"""/w/TOKEN: sign up for a working group by a link, also for who was not there, and afterwards.

A plain page: no account, no script. Until when it works is on the board; `decide` sees to it.
"""

from __future__ import annotations

from typing import Any

from flask import (
    Blueprint,
    abort,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)

from brouwerij import clock, identity
from brouwerij.domain import groups
from brouwerij.domain.entities import Theme
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Person
from brouwerij.i18n import gettext
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.report import words
from brouwerij.report.parts.groups import by_id
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import Edition
from brouwerij.texts import refusal as said
from brouwerij.web import errors, join, limits
from brouwerij.web.security import keep_secret

blueprint = Blueprint("sign_up", __name__)

FIELDS = {
    "group.full": "group",
    "group.unknown": "group",
    "contact.missing": "name",
    "contact.malformed": "email",
    "contact.consent_missing": "consent",
    "participant.initiative_missing": "initiative",
}
"""At which field of the form a refusal is shown; the others stand above it."""


@blueprint.get("/w/<token>")
def page(token: str) -> Any:
    kettle = _open(token)
    return _form(kettle, {}) if kettle else _over()


@blueprint.post("/w/<token>")
def send(token: str) -> Any:
    """Sign up. The ticket makes the same form sent twice the same person."""
    kettle = _open(token)
    if kettle is None:
        return _over()
    known = join.who(kettle)
    me = known or join.participant_of(request.form.get("ticket", ""), kettle.code)
    if me is None:
        abort(400)
    if known is None:
        limits.allow(limits.SIGN_UPS, kettle.code)
    refused = _sign_up(kettle, me)
    if refused is not None:
        wrong = {FIELDS.get(refused.code, ""): said(refused.code, refused.params)}
        return _form(kettle, wrong, me), 503 if refused.code == "command.retry" else 422
    if known is None:
        limits.failed(limits.SIGN_UPS, kettle.code)
    flash(_done(kettle, request.form["group"]))
    response = redirect(url_for("own_groups.page", code=kettle.code), 303)
    identity.give_participant(response, kettle.code, me)  # type: ignore[arg-type]
    return response


def _done(kettle: Kettle, group: str) -> str:
    board = kettle.board
    theme = board.all(Theme)[board.all(groups.Group)[group].theme].name
    return gettext(
        "Je bent aangemeld bij “%(theme)s”. Bewaar de persoonlijke link die onderaan staat.",
        theme=theme,
    )


def _open(token: str) -> Kettle | None:
    """The workshop for which one can sign up by this link; None when that is over."""
    code = identity.code_of_signup(token)
    kettle = join.find(code) if code else None
    if kettle is None:
        abort(404)
    return kettle if groups.takes_signups(kettle.board, clock.now()) else None


def _over() -> Any:
    what = gettext("Aanmelden kan niet meer")
    return errors.page(410, what, gettext("Wil je toch meedoen? Vraag het de organisator."))


def _sign_up(kettle: Kettle, participant: str) -> Refusal | None:
    form = request.form
    group = kettle.board.get(groups.Group, form.get("group", ""))
    if group is None:
        return Refusal("group.unknown")
    asked = rooms.command(
        "group.sign_up",
        round=group.round,
        group=group.id,
        role=form.get("role", ""),
        participant=participant,
        initiative=form.get("initiative", ""),
        name=form.get("name", ""),
        email=form.get("email", ""),
        phone=form.get("phone", ""),
        consent="consent" in form,
        share="share" in form,
    )
    return kettle.submit(rooms.SYSTEM, [asked])[0].refusal


def _form(kettle: Kettle, wrong: dict[str, str], me: str = "") -> Any:
    known = join.who(kettle)
    with kettle.lock:
        shown = by_id(Reading(kettle.board, kettle.people, Edition.PARTICIPANTS))
        person = kettle.people.get(known or "", Person())
        initiatives = list(kettle.board.initiatives.values())
        until = groups.desk(kettle.board).until
    page = render_template(
        "groups/sign_up.html",
        workshop=kettle.board.workshop,
        groups=shown,
        initiatives=[] if known else initiatives,
        new=known is None,
        until=until,
        values=request.form or _known(person),
        ticket=join.ticket(kettle.code, me),
        wrong=wrong,
        words=words,
    )
    return keep_secret(make_response(page))


def _known(person: Person) -> dict[str, Any]:
    """What the form starts with: what somebody gave before."""
    given = person.contact
    if given is None:
        return {"name": person.name}
    return {
        "name": given.name,
        "email": given.email,
        "phone": given.phone,
        "consent": True,
        "share": given.share,
    }
