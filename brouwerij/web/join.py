"""/CODE: come in. Who one is goes into a signed cookie; the phone's own page is /CODE/mee."""

from __future__ import annotations

import secrets
from typing import Any

from flask import (
    Blueprint,
    abort,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from brouwerij import identity
from brouwerij.domain import text
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Person
from brouwerij.extensions import db
from brouwerij.i18n import gettext
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.store import people
from brouwerij.texts import refusal as said
from brouwerij.web import home, limits
from brouwerij.web.security import keep_secret

blueprint = Blueprint("join", __name__)

FIELDS = {"participant.initiative_missing": "initiative", "table.unknown": "table"}
"""At which field of the form a refusal is shown; see `_field` for what is not here."""
OWN_PAGES = {"over-mij": "mine.page", "mijn-groepen": "own_groups.page"}
"""The pages that ask for the personal code, by what their address ends in."""
MOST_CARDS = 12
"""With more initiatives than this they are a list to type from, not cards."""

Page = str | Response | tuple[str, int]


@blueprint.get("/<code:code>")
def page(code: str) -> Page:
    kettle = find(code)
    if kettle is None:
        return home.unknown(code)
    if who(kettle):
        return redirect(url_for("room.phone", code=code))
    if kettle.board.workshop.state == "ended":
        return render_template("join/ended.html", workshop=kettle.board.workshop, code=code)
    response = make_response(form(kettle, ticket=ticket(code)))
    response.headers["Cache-Control"] = "no-store"  # every newcomer has a ticket of their own
    return response


@blueprint.post("/<code:code>")
def enter(code: str) -> Page:
    """Take part. The ticket makes the same form sent twice the same person."""
    kettle = find(code)
    if kettle is None:
        return home.unknown(code)
    if who(kettle):  # from another tab: the same phone is the same person
        return redirect(url_for("room.phone", code=code), 303)
    participant = participant_of(request.form.get("ticket", ""), code) or new_participant()
    told = answers(request.form)
    refused = join(kettle, participant, told)
    if refused is None:
        response = redirect(url_for("room.phone", code=code), 303)
        identity.give_participant(response, code, participant)  # type: ignore[arg-type]
        return response
    if refused.code == "workshop.ended":
        return redirect(url_for("join.page", code=code), 303)
    status = 503 if refused.code == "command.retry" else 422
    wrong = {_field(refused, told): said(refused.code, refused.params)}
    return form(kettle, ticket=ticket(code, participant), wrong=wrong), status


@blueprint.route("/<code:code>/hervat", methods=["GET", "POST"])
def resume(code: str) -> Page:
    """Come back on another phone, with the personal code that the first one shows."""
    kettle = find(code)
    if kettle is None:
        return home.unknown(code)
    if request.method == "GET":
        return render_template("join/resume.html", code=code, typed="", wrong=False)
    return _come_back(kettle, request.form.get("resume_code", ""))


@blueprint.get("/<code:code>/hervat/<resume_code>")
def resume_by_link(code: str, resume_code: str) -> Page:
    """The same by a link; somebody who is already in by another name is asked first."""
    kettle = find(code)
    if kettle is None:
        return home.unknown(code)
    me = who(kettle)
    if me and kettle.people.get(me, Person()).resume_code != resume_code:
        return render_template("join/resume.html", code=code, typed=resume_code, wrong=False)
    return _come_back(kettle, resume_code)


def _come_back(kettle: Kettle, typed: str) -> Page:
    limits.allow(limits.RESUME_CODES, kettle.code)
    found = people.by_resume_code(db.session(), kettle.id, typed[:40])
    if found is None or found not in kettle.board.participants:
        limits.failed(limits.RESUME_CODES, kettle.code)
        shown = render_template("join/resume.html", code=kettle.code, typed=typed[:40], wrong=True)
        return shown, 404
    there = not kettle.board.participants[found].afterwards
    usual = "room.phone" if there else "own_groups.page"
    page = OWN_PAGES.get(request.args.get("naar", ""), usual)
    response = redirect(url_for(page, code=kettle.code), 303)
    identity.give_participant(response, kettle.code, found)  # type: ignore[arg-type]
    return keep_secret(response)  # type: ignore[arg-type]


def find(code: str) -> Kettle | None:
    """The workshop with this code."""
    try:
        kettle = rooms.kettle(code)
    except LookupError:
        return None
    return kettle if kettle.board.seq else None


def who(kettle: Kettle) -> str | None:
    """The participant that this browser is in a workshop."""
    id = identity.participant(request.cookies, kettle.code)
    return id if id and kettle.knows(id) else None


def who_asks(code: str) -> tuple[Kettle, str]:
    """The workshop with this code and the participant that this browser is; 404 for others."""
    kettle = find(code)
    me = who(kettle) if kettle else None
    if kettle is None or me is None:
        abort(404)
    return kettle, me


def new_participant() -> str:
    return secrets.token_urlsafe(12)


def join(kettle: Kettle, participant: str, data: dict[str, Any]) -> Refusal | None:
    """Have somebody take part; the refusal when they cannot."""
    asked = rooms.command("participant.join", participant=participant, **data)
    return kettle.submit(rooms.SYSTEM, [asked])[0].refusal


def answers(form: Any) -> dict[str, Any]:
    """What the form says of who comes in. What was typed counts when no initiative was picked."""
    picked, typed = form.get("initiative", ""), form.get("other", "").strip()
    table = form.get("table", "")
    return {
        "name": form.get("name", ""),
        "initiative": typed if typed and not picked else picked,
        "table": int(table) if table.isdecimal() and len(table) < 4 else 0,
    }


def _field(refused: Refusal, told: dict[str, Any]) -> str:
    """The field of the form that a refusal is about; "" for the form as a whole."""
    if refused.code == "text.too_long":
        long = isinstance(text.optional(told["name"], text.NAME_LENGTH), Refusal)
        return "name" if long else "initiative"
    return FIELDS.get(refused.code, "")


def form(kettle: Kettle, ticket: str, wrong: dict[str, str] | None = None) -> str:
    workshop = kettle.board.workshop
    with kettle.lock:
        initiatives = list(kettle.board.initiatives.values())
    return render_template(
        "join/form.html",
        code=kettle.code,
        workshop=workshop,
        initiatives=initiatives,
        as_cards=len(initiatives) <= MOST_CARDS,
        tables=_tables(workshop.tables),
        values=request.form,
        ticket=ticket,
        wrong=wrong or {},
    )


def _tables(number: int) -> list[tuple[int, str]]:
    """The tables to choose from, the first of which deals one."""
    tables = range(1, number + 1)
    named = [(table, gettext("Tafel %(number)s", number=table)) for table in tables]
    return [(0, gettext("Deel mij in")), *named]


def _tickets() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="brouwerij.ticket")


def ticket(code: str, participant: str = "") -> str:
    """A new participant's id, signed, so that nobody can ask for another's."""
    return str(_tickets().dumps([code, participant or new_participant()]))


def participant_of(ticket: str, code: str) -> str | None:
    """The participant that a ticket was made for; None for a made-up one."""
    try:
        for_code, participant = _tickets().loads(ticket)
    except (BadSignature, ValueError, TypeError):
        return None
    return participant if for_code == code and isinstance(participant, str) else None
