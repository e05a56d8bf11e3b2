"""What a person sees, or a program reads, when something goes wrong."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, Response, jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from brouwerij.i18n import N_, gettext

logger = logging.getLogger(__name__)

SAID: dict[int, tuple[str, str]] = {
    400: (
        N_("Dit konden we niet lezen"),
        N_("Ga een stap terug, ververs de pagina en probeer het nog een keer."),
    ),
    403: (
        N_("Deze pagina is voor wie begeleidt"),
        N_("Vraag de organisator om de link voor begeleiders en open die op dit apparaat."),
    ),
    404: (
        N_("Deze pagina is er niet"),
        N_("Kijk het adres nog eens na. Heb je een code? Vul hem hier in."),
    ),
    405: (N_("Dit kan hier niet"), N_("Ga een stap terug en probeer het met de knop.")),
    409: (N_("Dit kan niet meer"), N_("Ververs de pagina om te zien hoe het er nu voor staat.")),
    410: (N_("Deze link werkt niet meer"), N_("Vraag de organisator om een nieuwe.")),
    413: (N_("Dit is te groot"), N_("Maak het kleiner en probeer het nog een keer.")),
    415: (N_("Dit konden we niet lezen"), N_("Stuur de gegevens als JSON.")),
    429: (
        N_("Even rustig aan"),
        N_("Dit ging te vaak mis. Wacht een minuut en probeer het dan nog een keer."),
    ),
    500: (
        N_("Er ging iets mis bij ons"),
        N_("Wat bewaard was, is er nog. Probeer het zo nog een keer."),
    ),
    503: (N_("Even geen verbinding"), N_("Probeer het zo nog een keer.")),
}
"""Per status: what is the matter, and what to do."""

CODES = {400: "malformed", 403: "forbidden", 404: "unknown", 415: "json_only", 429: "too_many"}


def init_errors(app: Flask) -> None:
    app.register_error_handler(HTTPException, _expected)
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(Exception, _unexpected)


def _expected(error: HTTPException) -> Any:
    if error.response is not None or (error.code or 500) < 400:
        return error
    return say(error.code or 500)


def _form_expired(error: CSRFError) -> Any:
    return page(
        400,
        gettext("Deze pagina stond te lang open"),
        gettext(
            "Ga een stap terug, ververs de pagina en probeer het nog een keer. Sta cookies toe."
        ),
    )


def _unexpected(error: Exception) -> Any:
    logger.exception("%s %s failed", request.method, request.endpoint)
    return say(500)


def say(status: int) -> Any:
    """The answer of this status, as a page or as JSON."""
    what, to_do = SAID.get(status, SAID[400 if status < 500 else 500])
    if request.path.startswith("/api/"):
        return problem(status, f"http.{CODES.get(status, status)}", gettext(to_do))
    return page(status, gettext(what), gettext(to_do))


def page(status: int, what: str, to_do: str) -> tuple[str, int]:
    """A page that says what is the matter and what to do."""
    shown = render_template("errors/page.html", status=status, what=what, to_do=to_do)
    return shown, status


def problem(status: int, code: str, message: str) -> tuple[Response, int]:
    """An answer of the API that something was not done, and why."""
    return jsonify(error={"code": code, "message": message}), status
