"""/CODE/mijn-groepen: the working groups one is in, whom one can reach there, and getting out."""

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

from brouwerij import clock
from brouwerij.domain.groups import Group, GroupRole, Signup
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Person
from brouwerij.i18n import gettext
from brouwerij.live.kettle import Kettle
from brouwerij.report import outreach, words
from brouwerij.report.model import build
from brouwerij.report.parts.groups import own as own_lines
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import Edition, GroupLine, Report
from brouwerij.texts import refusal as said
from brouwerij.web import join, own
from brouwerij.web.addresses import public
from brouwerij.web.group_files import attached, calendar_file, cards_file
from brouwerij.web.security import keep_secret

blueprint = Blueprint("own_groups", __name__)


@blueprint.get("/<code:code>/mijn-groepen")
@own.page
def page(kettle: Kettle, me: str) -> Any:
    return _page(kettle, me, {})


def _page(kettle: Kettle, me: str, wrong: dict[str, str], at: str = "") -> Any:
    """wrong: what is the matter, by field, in the form of the group `at`."""
    with kettle.lock:
        lines, roles, report = _own(kettle, me), _roles(kettle, me), _report(kettle)
        code = kettle.people.get(me, Person()).resume_code
    shown = render_template(
        "groups/own.html",
        code=kettle.code,
        workshop=kettle.board.workshop,
        groups=lines,
        roles=roles,
        mails={id: outreach.mail(report, line) for id, line in lines.items()},
        personal=public("join.resume_by_link", code=kettle.code, resume_code=code) if code else "",
        words=words,
        wrong=wrong,
        at=at,
        values=request.form,
    )
    return keep_secret(make_response(shown))


@blueprint.post("/<code:code>/mijn-groepen/<group>/uit")
def leave(code: str, group: str) -> Any:
    """Get out of a group; out of the last one, all that says how to reach one is erased."""
    kettle, me = join.who_asks(code)
    refused = _ask(kettle, me, group, "group.leave")
    if refused is not None:
        flash(said(refused.code, refused.params), "wrong")
    elif not _roles(kettle, me):
        flash(gettext("Je zit in geen groep meer. Je e-mail en telefoon zijn gewist."))
    else:
        flash(gettext("Je zit niet meer in deze groep."))
    return redirect(url_for("own_groups.page", code=code), 303)


@blueprint.post("/<code:code>/mijn-groepen/<group>/plan")
def plan(code: str, group: str) -> Any:
    """Note what the group is to do, what comes first, when, and what it needs."""
    kettle, me = join.who_asks(code)
    fields = ("goal", "first_step", "date", "needs")
    written = {field: request.form.get(field, "") for field in fields}
    refused = _ask(kettle, me, group, "group.plan", **written)
    if refused is None:
        flash(gettext("Bewaard."))
        return redirect(url_for("own_groups.page", code=code), 303)
    at = "date" if refused.code == "date.malformed" else ""
    return _page(kettle, me, {at: said(refused.code, refused.params)}, group), 422


@blueprint.get("/<code:code>/mijn-groepen/<group>.vcf")
def cards(code: str, group: str) -> Response:
    """Address cards of those in the group who let the group have them."""
    kettle, me = join.who_asks(code)
    return attached(cards_file(_line(kettle, me, group)))


@blueprint.get("/<code:code>/mijn-groepen/<group>.ics")
def meeting(code: str, group: str) -> Response:
    kettle, me = join.who_asks(code)
    line = _line(kettle, me, group)
    with kettle.lock:
        report = _report(kettle)
    return attached(calendar_file(report, line, group))


def _ask(kettle: Kettle, me: str, group: str, kind: str, **data: str) -> Refusal | None:
    known = kettle.board.get(Group, group)
    if known is None:
        return Refusal("group.unknown")
    return own.ask(kettle, me, kind, round=known.round, group=known.id, **data)


def _line(kettle: Kettle, me: str, group: str) -> GroupLine:
    with kettle.lock:
        return _own(kettle, me).get(group) or abort(404)


def _own(kettle: Kettle, me: str) -> dict[str, GroupLine]:
    reading = Reading(kettle.board, kettle.people, Edition.PARTICIPANTS)
    return dict(own_lines(reading, me))


def _roles(kettle: Kettle, me: str) -> dict[str, GroupRole]:
    signups = kettle.board.all(Signup).values()
    return {signup.group: signup.role for signup in signups if signup.participant == me}


def _report(kettle: Kettle) -> Report:
    return build(kettle.board, kettle.people, Edition.PARTICIPANTS, clock.now(), kettle.code)
