"""The report, for the organiser whose workshop it is: a page, and the files to take along."""

from __future__ import annotations

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    make_response,
    render_template,
    request,
)

from brouwerij import aio, clock
from brouwerij.extensions import db
from brouwerij.i18n import current_language
from brouwerij.i18n import gettext as _
from brouwerij.report import exporting, picture, words
from brouwerij.report.formats import FORMATS
from brouwerij.report.model import build
from brouwerij.report.paper import NotMade
from brouwerij.report.shapes import Edition, Report
from brouwerij.store import logos
from brouwerij.web import errors
from brouwerij.web.signed_in import for_organisers, own_workshop

blueprint = Blueprint("report", __name__)


@blueprint.get("/sessies/<code:code>/verslag")
@for_organisers
def page(code: str) -> str:
    """The report to read and to print; ?edition= says for whom."""
    report = _report(code)
    return render_template(
        "report/page.html",
        report=report,
        workshop=own_workshop(code).board.workshop,
        code=code,
        words=words,
        picture=picture,
        editions=list(Edition),
        downloads=downloads(),
    )


@blueprint.get("/sessies/<code:code>/verslag.<format>")
@for_organisers
def download(code: str, format: str) -> Response:
    """The report as a file, made beside the loop so that the phones do not wait for it."""
    if format not in FORMATS:
        abort(404)
    report = _report(code, exporting.maker(format))
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    try:
        made = aio.offload(exporting.render, app, report, format, current_language())
    except NotMade as why:
        return make_response(errors.page(503, _("Dit verslag is er nu niet"), str(why)))
    response = Response(made, content_type=FORMATS[format].content_type)
    name = exporting.file_name(report, format)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _report(code: str, make: exporting.Maker = build) -> Report:
    """The report of one of this organiser's workshops; to others it does not exist."""
    kettle = own_workshop(code)
    logo = logos.of(db.session(), kettle.id, kettle.board.workshop.logo)
    with kettle.lock:
        return make(kettle.board, kettle.people, _edition(), clock.now(), code, logo)


def _edition() -> Edition:
    try:
        return Edition(request.args.get("edition", Edition.ORGANISER.value))
    except ValueError:
        abort(404)


def downloads() -> list[tuple[str, str]]:
    """The formats there are, with what they are called."""
    labels = {
        "pdf": _("PDF"),
        "docx": _("Word"),
        "xlsx": _("Excel"),
        "csv": _("CSV voor een spreadsheet"),
        "html": _("Webpagina"),
        "md": _("Markdown"),
        "json": _("JSON, om later terug te zetten"),
    }
    named = [*labels, *(name for name in FORMATS if name not in labels)]
    return [(name, labels.get(name, name)) for name in named if name in FORMATS]
