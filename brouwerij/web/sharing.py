"""The report by a link that ends: the organiser makes, sees and closes them; anybody reads by one.

The address of a link is shown once, when it is made: only a hash of it is kept.
"""

from __future__ import annotations

from typing import Any

from flask import (
    Blueprint,
    abort,
    copy_current_request_context,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)

from brouwerij import aio, clock
from brouwerij.domain.dates import day_at, is_date
from brouwerij.domain.entities import Workshop
from brouwerij.extensions import db
from brouwerij.i18n import gettext
from brouwerij.live import rooms
from brouwerij.report import picture, words
from brouwerij.report.model import build
from brouwerij.report.shapes import Edition, Report
from brouwerij.store import logos, shares
from brouwerij.store.gate import write
from brouwerij.store.models import WorkshopRow
from brouwerij.texts import refusal as said
from brouwerij.web import errors, limits, shared_links, signed_in
from brouwerij.web import report as report_page
from brouwerij.web.security import keep_secret
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("sharing", __name__)


@blueprint.get("/verslag/<token>")
def read(token: str) -> Any:
    """The report for whoever has the link. Search engines are told to stay away."""
    limits.allow(limits.SHARED_REPORTS)
    link = shares.by_token(db.session(), token[:80])
    if link is None:
        limits.failed(limits.SHARED_REPORTS)
        abort(404)
    row = db.session.get(WorkshopRow, link.workshop_id)
    if row is None or not shares.works(link, day_at(clock.now())):
        return _over()
    kettle = rooms.kettle(row.code)
    logo = logos.of(db.session(), kettle.id, kettle.board.workshop.logo)
    with kettle.lock:
        report = build(kettle.board, kettle.people, Edition(link.edition), clock.now(), logo=logo)
    page = aio.offload(copy_current_request_context(_page), report, kettle.board.workshop)
    return _unlisted(make_response(page))


def _page(report: Report, workshop: Workshop) -> str:
    return render_template(
        "report/shared.html", report=report, workshop=workshop, words=words, picture=picture
    )


def _over() -> Any:
    what = gettext("Dit verslag is niet meer te lezen met deze link")
    return _unlisted(
        make_response(errors.page(410, what, gettext("Vraag de organisator om een nieuwe.")))
    )


def _unlisted(response: Any) -> Any:
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return keep_secret(response)


@blueprint.post("/sessies/<code:code>/verslag/delen")
@for_organisers
def share(code: str) -> Any:
    """Make a link."""
    kettle = signed_in.own_workshop(code)
    until, edition = request.form.get("until", ""), request.form.get("edition", "")
    if edition not in [one.value for one in shared_links.EDITIONS]:
        abort(400)
    if not is_date(until):
        return report_page.shown(kettle, {"until": said("date.malformed", {})}), 422
    if until < day_at(clock.now()):
        return report_page.shown(kettle, {"until": said("signup.past", {})}), 422
    made_at = clock.now()
    session[shared_links.NEW] = write(
        lambda store: shares.share(store, kettle.id, edition, until, made_at)
    )
    return redirect(url_for("report.page", code=code, _anchor="delen"), 303)


@blueprint.post("/sessies/<code:code>/verslag/delen/<int:id>/sluiten")
@for_organisers
def close(code: str, id: int) -> Any:
    kettle = signed_in.own_workshop(code)
    if write(lambda store: shares.take_back(store, kettle.id, id, clock.now())):
        flash(gettext("De link werkt niet meer."))
    return redirect(url_for("report.page", code=code, _anchor="delen"), 303)
