"""The report, for the organiser whose workshop it is: choosing one, and reading it.

What takes long is done beside the loop, so that the phones do not wait for it.
"""

from __future__ import annotations

from flask import (
    Blueprint,
    Response,
    copy_current_request_context,
    current_app,
    make_response,
    render_template,
    request,
)
from flask_babel import force_locale

from brouwerij import aio
from brouwerij.live.kettle import Kettle
from brouwerij.report import picture, words
from brouwerij.report.formats import FORMATS
from brouwerij.report.shapes import Report
from brouwerij.web import report_choice, report_files, report_preview, shared_links
from brouwerij.web.report_choice import Choice, chosen
from brouwerij.web.security import keep_secret, may_be_framed
from brouwerij.web.signed_in import for_organisers, own_workshop

blueprint = Blueprint("report", __name__)


@blueprint.get("/sessies/<code:code>/verslag")
@for_organisers
def page(code: str) -> Response:
    """Choose a report, see how it will read, and take it along or share it."""
    return shown(own_workshop(code), {})


def shown(kettle: Kettle, wrong: dict[str, str]) -> Response:
    """That page. wrong: what is the matter in the form that makes a link, by field."""
    choice = chosen(kettle.board.workshop.language)
    made = render_template(
        "export/page.html",
        code=kettle.code,
        workshop=kettle.board.workshop,
        choice=choice,
        named=report_choice.named(choice),
        slow=FORMATS[choice.format].slow,
        editions=report_choice.editions(),
        languages_of_report=report_choice.languages(),
        formats=report_choice.formats(),
        preview=_preview(kettle, choice),
        makings=report_files.on_their_way(kettle),
        wrong=wrong,
        **shared_links.links(kettle),
    )
    return keep_secret(make_response(made))


def _preview(kettle: Kettle, choice: Choice) -> report_preview.Preview:
    if not report_preview.reads(choice.format):
        return report_preview.Preview()
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    report = report_files.report_of(kettle, choice)
    return aio.offload(report_preview.preview, app, report, choice.format, choice.language)


@blueprint.get("/sessies/<code:code>/verslag/lezen")
@for_organisers
def read(code: str) -> Response:
    """The report to read and to print, and to show small on the page where one chooses."""
    kettle = own_workshop(code)
    choice = chosen(kettle.board.workshop.language, "html")
    report = report_files.report_of(kettle, choice)
    written = aio.offload(copy_current_request_context(_read), report, kettle, choice)
    return may_be_framed(make_response(written))


def _read(report: Report, kettle: Kettle, choice: Choice) -> str:
    with force_locale(choice.language):
        return render_template(
            "report/page.html",
            report=report,
            workshop=kettle.board.workshop,
            code=kettle.code,
            query=choice.query,
            bare="bare" in request.args,
            words=words,
            picture=picture,
        )
