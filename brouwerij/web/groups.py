"""The working groups for the organiser: signing up by a link, and what to send to each group."""

from __future__ import annotations

from typing import Any

from flask import (
    Blueprint,
    Response,
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
from brouwerij.domain.dates import day_at
from brouwerij.i18n import gettext
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.report import outreach, words
from brouwerij.report.model import build
from brouwerij.report.parts.groups import by_id
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import Edition, GroupLine, Report
from brouwerij.texts import refusal as said
from brouwerij.web import signed_in
from brouwerij.web.addresses import public
from brouwerij.web.group_files import attached, calendar_file, cards_file
from brouwerij.web.security import keep_secret
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("groups", __name__)

MONTH = 30 * 24 * 3600 * 1000
"""For how long signing up is proposed to stay open, in ms."""


@blueprint.get("/sessies/<code:code>/werkgroepen")
@for_organisers
def page(code: str) -> Any:
    return _page(signed_in.own_workshop(code), {})


def _page(kettle: Kettle, wrong: dict[str, str]) -> Any:
    now = clock.now()
    with kettle.lock:
        lines, report = _lines(kettle), _report(kettle)
        until = groups.desk(kettle.board).until
        opened = groups.takes_signups(kettle.board, now)
    shown = render_template(
        "groups/organiser.html",
        code=kettle.code,
        workshop=kettle.board.workshop,
        groups=lines,
        mails={id: outreach.mail(report, line) for id, line in lines.items()},
        opened=opened,
        until=until,
        proposed=request.form.get("until") or (until if opened else day_at(now + MONTH)),
        today=day_at(now),
        link=public("sign_up.page", token=identity.signup_token(kettle.code)),
        words=words,
        wrong=wrong,
    )
    return keep_secret(make_response(shown))


@blueprint.post("/sessies/<code:code>/werkgroepen/aanmelden")
@for_organisers
def open_desk(code: str) -> Any:
    """Let people sign up by the link until a day."""
    kettle = signed_in.own_workshop(code)
    asked = rooms.command("signup.open", until=request.form.get("until", ""))
    refused = kettle.submit(signed_in.as_organiser(), [asked])[0].refusal
    if refused is not None:
        return _page(kettle, {"until": said(refused.code, refused.params)}), 422
    flash(gettext("Aanmelden kan nu met de link."))
    return redirect(url_for("groups.page", code=code), 303)


@blueprint.post("/sessies/<code:code>/werkgroepen/sluiten")
@for_organisers
def close_desk(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    refused = kettle.submit(signed_in.as_organiser(), [rooms.command("signup.close")])[0].refusal
    said_so = said(refused.code, refused.params) if refused else gettext("Aanmelden is gesloten.")
    flash(said_so, "wrong" if refused else "message")
    return redirect(url_for("groups.page", code=code), 303)


@blueprint.get("/sessies/<code:code>/werkgroepen/<group>.vcf")
@for_organisers
def cards(code: str, group: str) -> Response:
    return attached(cards_file(_line(signed_in.own_workshop(code), group)))


@blueprint.get("/sessies/<code:code>/werkgroepen/<group>.ics")
@for_organisers
def meeting(code: str, group: str) -> Response:
    kettle = signed_in.own_workshop(code)
    line = _line(kettle, group)
    with kettle.lock:
        report = _report(kettle)
    return attached(calendar_file(report, line, group))


def _line(kettle: Kettle, group: str) -> GroupLine:
    with kettle.lock:
        return _lines(kettle).get(group) or abort(404)


def _lines(kettle: Kettle) -> dict[str, GroupLine]:
    return dict(by_id(Reading(kettle.board, kettle.people, Edition.ORGANISER)))


def _report(kettle: Kettle) -> Report:
    return build(kettle.board, kettle.people, Edition.ORGANISER, clock.now(), kettle.code)
