"""The report, for the organiser whose workshop it is: choosing one, reading it, taking it along.

What takes long is done beside the loop, so that the phones do not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import (
    Blueprint,
    Response,
    copy_current_request_context,
    current_app,
    json,
    make_response,
    render_template,
    request,
    stream_with_context,
    url_for,
)
from flask_babel import force_locale

from brouwerij import aio, clock
from brouwerij.extensions import db
from brouwerij.i18n import gettext as _
from brouwerij.live.kettle import Kettle
from brouwerij.report import exporting, picture, words
from brouwerij.report.formats import FORMATS
from brouwerij.report.paper import NotMade
from brouwerij.report.shapes import Report
from brouwerij.store import logos
from brouwerij.web import errors, making_words, report_choice, report_preview, shared_links
from brouwerij.web.making import Making, Order, makings
from brouwerij.web.report_choice import Choice, chosen
from brouwerij.web.security import keep_secret, may_be_framed
from brouwerij.web.signed_in import for_organisers, own_workshop

blueprint = Blueprint("report", __name__)

PACE = 0.5
"""Seconds between two lines that say how far it is; they keep the connection open too."""


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
        makings=[_told(making) for making in makings().of(kettle.code)],
        wrong=wrong,
        **shared_links.links(kettle),
    )
    return keep_secret(make_response(made))


def _preview(kettle: Kettle, choice: Choice) -> report_preview.Preview:
    if not report_preview.reads(choice.format):
        return report_preview.Preview()
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    report = _report(kettle, choice)
    return aio.offload(report_preview.preview, app, report, choice.format, choice.language)


@blueprint.get("/sessies/<code:code>/verslag/lezen")
@for_organisers
def read(code: str) -> Response:
    """The report to read and to print, and to show small on the page where one chooses."""
    kettle = own_workshop(code)
    choice = chosen(kettle.board.workshop.language, "html")
    report = _report(kettle, choice)
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


@blueprint.get("/sessies/<code:code>/verslag.<format>")
@for_organisers
def download(code: str, format: str) -> Response:
    """The report as a file; a slow one when it is ready."""
    kettle = own_workshop(code)
    choice = chosen(kettle.board.workshop.language, format)
    try:
        name, made = _file(kettle, choice)
    except NotMade as why:
        return make_response(errors.page(503, _("Dit verslag is er nu niet"), str(why)))
    response = Response(made, content_type=FORMATS[format].content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/sessies/<code:code>/verslag.<format>/voortgang")
@for_organisers
def progress(code: str, format: str) -> Response:
    """A line of JSON time and again, of how far a slow report is; the last says that it ended."""
    kettle = own_workshop(code)
    choice = chosen(kettle.board.workshop.language, format)
    try:
        lines = stream_with_context(_lines(_making(kettle, choice)))
    except NotMade as why:
        lines = iter((_line({"said": str(why), "failed": True}),))
    response = Response(lines, content_type="application/x-ndjson")
    response.headers["X-Accel-Buffering"] = "no"  # nginx would keep the lines until the end
    return keep_secret(response)


def _lines(making: Making) -> Iterator[str]:
    while not making.ended.is_set():
        yield _line(_told(making))
        making.ended.wait(PACE)
    yield _line(_told(making))


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told) + "\n"


def _told(making: Making) -> dict[str, Any]:
    """What a page says of a report on its way. done, total: as a Step has them."""
    order = making.order
    choice = Choice(order.edition, order.language, order.format)
    here: dict[str, Any] = {
        "code": order.code,
        "format": order.format,
        "at": order.seq,
        **choice.query,
    }
    return {
        **report_choice.named(choice),
        "said": making_words.said(making, makings().ahead(making)),
        "done": making.step.done if making.step else 0,
        "total": making.step.total if making.step else 0,
        "ended": making.ended.is_set(),
        "failed": making.why is not None,
        "file": url_for("report.download", **here),
        "progress": url_for("report.progress", **here),
    }


def _file(kettle: Kettle, choice: Choice) -> tuple[str, bytes]:
    """What to call the file, and what is in it. Raises NotMade."""
    if FORMATS[choice.format].slow:
        making = _making(kettle, choice)
        return making.name, making.wait()
    report = _report(kettle, choice)
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    made = aio.offload(exporting.render, app, report, choice.format, choice.language)
    return exporting.file_name(report, choice.format), made


def _making(kettle: Kettle, choice: Choice) -> Making:
    """The slow report that is asked for: the one that was made then, or one of how it is now.

    Raises NotMade.
    """
    with kettle.lock:
        now = Order(kettle.code, kettle.epoch, kettle.board.seq, *choice)
        then = now._replace(seq=request.args.get("at", now.seq, int))
        making = makings().known(then) or makings().ask(now, lambda: _report(kettle, choice))
    db.session.remove()  # waiting for it takes no connection
    return making


def _report(kettle: Kettle, choice: Choice) -> Report:
    logo = logos.of(db.session(), kettle.id, kettle.board.workshop.logo)
    make = exporting.maker(choice.format)
    with kettle.lock:
        return make(kettle.board, kettle.people, choice.edition, clock.now(), kettle.code, logo)
