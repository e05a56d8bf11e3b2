"""The report by a link that ends: the organiser makes, sees and closes them; anybody reads by one.

The address of a link is shown once, when it is made: only a hash of it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
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
from brouwerij.domain.commands import replace
from brouwerij.domain.dates import day_at, is_date
from brouwerij.domain.entities import Workshop
from brouwerij.extensions import db
from brouwerij.i18n import current_language, gettext
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.report import picture, words
from brouwerij.report.shapes import Edition, Report
from brouwerij.store import shares
from brouwerij.store.gate import write
from brouwerij.store.models import WorkshopRow
from brouwerij.texts import refusal as said
from brouwerij.web import errors, limits, once, report_now, shared_links, signed_in
from brouwerij.web import report as report_page
from brouwerij.web.kept_pages import kept_pages
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
    today = day_at(clock.now())
    row = db.session.get(WorkshopRow, link.workshop_id)
    if row is None or not shares.works(link, today):
        return _over()
    kettle, edition = rooms.kettle(row.code), Edition(link.edition)
    db.session.remove()  # waiting for its turn takes no connection
    page = kept_pages().page(
        kettle.board,
        kind=(edition, current_language()),
        of=(kettle.board.seq, today),
        make=lambda: _page(kettle, edition),
    )
    return _unlisted(make_response(page))


def _page(kettle: Kettle, edition: Edition) -> str:
    told = report_now.telling(kettle, edition)
    return aio.offload(copy_current_request_context(_written), told, kettle.board.workshop)


def _written(told: Callable[[], Report], workshop: Workshop) -> str:
    return render_template(
        "report/shared.html",
        report=replace(told(), code=""),  # who may read it may not come in by it
        workshop=workshop,
        words=words,
        picture=picture,
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
    """Make a link. Sent twice, the form makes one, whose address is still to be shown."""
    kettle = signed_in.own_workshop(code)
    until, edition = request.form.get("until", ""), request.form.get("edition", "")
    if edition not in [one.value for one in shared_links.EDITIONS]:
        abort(400)
    if not is_date(until):
        return report_page.shown(kettle, {"until": said("date.malformed", {})}), 422
    if until < day_at(clock.now()):
        return report_page.shown(kettle, {"until": said("signup.past", {})}), 422
    token, made_at = once.token(), clock.now()
    write(lambda store: shares.share(store, kettle.id, token, edition, until, made_at))
    session[shared_links.NEW] = token
    return redirect(url_for("report.page", code=code, _anchor="delen"), 303)


@blueprint.post("/sessies/<code:code>/verslag/delen/<int:id>/sluiten")
@for_organisers
def close(code: str, id: int) -> Any:
    kettle = signed_in.own_workshop(code)
    if write(lambda store: shares.take_back(store, kettle.id, id, clock.now())):
        flash(gettext("De link werkt niet meer."))
    return redirect(url_for("report.page", code=code, _anchor="delen"), 303)
