"""The files of the report, to take along; a slow one is told of while it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    json,
    make_response,
    request,
    url_for,
)
from flask_babel import force_locale

from brouwerij import aio
from brouwerij.extensions import db
from brouwerij.i18n import current_language
from brouwerij.i18n import gettext as _
from brouwerij.live.kettle import Kettle
from brouwerij.report import exporting
from brouwerij.report.formats import FORMATS
from brouwerij.report.paper import NotMade
from brouwerij.report.shapes import Report
from brouwerij.web import errors, making_words, report_choice, report_now
from brouwerij.web.making import Making, Order, makings
from brouwerij.web.report_choice import Choice, chosen
from brouwerij.web.security import keep_secret
from brouwerij.web.signed_in import for_organisers, own_workshop

blueprint = Blueprint("report_files", __name__)

PACE = 0.5
"""Seconds between two lines that say how far it is; they keep the connection open too."""


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
        making = _making(kettle, choice)
    except NotMade as why:
        lines = iter((json.dumps({"said": str(why), "failed": True}),))
    else:
        app = current_app._get_current_object()  # type: ignore[attr-defined]
        lines = _lines(app, current_language(), making, _addresses(making.order))
    response = Response(lines, content_type="application/x-ndjson")
    response.headers["X-Accel-Buffering"] = "no"  # nginx would keep the lines until the end
    return keep_secret(response)


def _lines(app: Flask, language: str, making: Making, addresses: dict[str, str]) -> Iterator[str]:
    """Until it ended. No context is held between two lines: others are served meanwhile."""

    def line() -> str:
        with app.app_context(), force_locale(language):
            return json.dumps(_state(making) | addresses) + "\n"

    yield line()
    while not making.ended.wait(PACE):
        yield line()
    yield line()


def on_their_way(kettle: Kettle) -> list[dict[str, Any]]:
    """The slow reports of a workshop that are made now, and those that still tell how it is."""
    seq = kettle.board.seq
    made = makings().of(kettle.code)
    shown = [it for it in made if it.order.seq == seq or not it.ended.is_set()]
    latest = {it.order._replace(seq=seq): it for it in shown}
    return [
        report_choice.named(Choice(order.edition, order.language, order.format))
        | _state(making)
        | _addresses(making.order)
        for order, making in latest.items()
    ]


def _state(making: Making) -> dict[str, Any]:
    """How far it is. done, total: as a Step has them."""
    step = making.step
    return {
        "said": making_words.said(making, makings().ahead(making)),
        "done": step.done if step else 0,
        "total": step.total if step else 0,
        "ended": making.ended.is_set(),
        "failed": making.why is not None,
    }


def _addresses(order: Order) -> dict[str, str]:
    """Where this very report is, and where one hears how far it is."""
    query = Choice(order.edition, order.language, order.format).query
    here: dict[str, Any] = {"code": order.code, "format": order.format, "at": order.seq, **query}
    return {
        "file": url_for("report_files.download", **here),
        "progress": url_for("report_files.progress", **here),
    }


def _file(kettle: Kettle, choice: Choice) -> tuple[str, bytes]:
    """What to call the file, and what is in it. Raises NotMade."""
    if FORMATS[choice.format].slow:
        return _making(kettle, choice).wait()
    report = report_of(kettle, choice)
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
        making = makings().known(then) or makings().ask(now, _telling(kettle, choice))
    db.session.remove()  # waiting for it takes no connection
    return making


def report_of(kettle: Kettle, choice: Choice) -> Report:
    """The report as it now is, with all that a file of the chosen format holds."""
    return aio.offload(_telling(kettle, choice))


def _telling(kettle: Kettle, choice: Choice) -> Callable[[], Report]:
    return report_now.telling(kettle, choice.edition, exporting.maker(choice.format))
