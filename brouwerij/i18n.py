"""Which language a request speaks, and the functions that translate.

The source text of every message is Dutch, so a missing translation shows Dutch and Dutch needs no
catalogue. Gathering and compiling the catalogues is done by scripts/i18n.py, not here.
"""

from pathlib import Path

from babel import Locale
from flask import Flask, Response, current_app, has_request_context, request
from flask_babel import Babel, get_locale, gettext, lazy_gettext, lazy_ngettext, ngettext

__all__ = ["N_", "_", "gettext", "init_i18n", "lazy_gettext", "lazy_ngettext", "ngettext", "region"]

DEFAULT_LANGUAGE = "nl"
LANGUAGES = {"nl": "Nederlands", "en": "English"}
BRITISH = Locale("en", "GB")
COOKIE = "lang"
COOKIE_AGE = 365 * 24 * 60 * 60  # seconds

_ = gettext


def N_(text: str) -> str:
    """Mark a text for translation where it is written; whoever shows it calls gettext."""
    return text


def init_i18n(app: Flask) -> None:
    """Let the app answer in the visitor's language, and remember a choice made with ?lang=."""
    Babel(
        app,
        default_locale=DEFAULT_LANGUAGE,
        default_translation_directories=str(Path(__file__).with_name("locale")),
        locale_selector=choose_language,
    )
    app.after_request(_remember_choice)
    app.jinja_env.globals["language"] = current_language
    app.jinja_env.globals["languages"] = LANGUAGES


def choose_language() -> str:
    """The language asked for in the address, else chosen before, else the browser's, else ours."""
    ours: str = current_app.config.get("LANGUAGE", DEFAULT_LANGUAGE)
    if not has_request_context():
        return ours
    return (
        _asked_for()
        or _known(request.cookies.get(COOKIE))
        or request.accept_languages.best_match(list(LANGUAGES))
        or ours
    )


def current_language() -> str:
    """The language now spoken, as the two letters of <html lang>."""
    locale = get_locale()
    return locale.language if locale else DEFAULT_LANGUAGE


def region() -> Locale | str:
    """Where days and lists are said as here: English is British, as plain "en" is American."""
    locale = get_locale()
    return (BRITISH if locale.language == "en" else locale) if locale else DEFAULT_LANGUAGE


def _asked_for() -> str | None:
    return _known(request.args.get("lang"))


def _known(language: str | None) -> str | None:
    return language if language in LANGUAGES else None


def _remember_choice(response: Response) -> Response:
    if chosen := _asked_for():
        response.set_cookie(
            COOKIE, chosen, max_age=COOKIE_AGE, samesite="Lax", secure=request.is_secure
        )
    if response.mimetype == "text/html":
        response.vary.add("Accept-Language")
    return response
