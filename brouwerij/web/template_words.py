"""What templates may say: the names of rounds, days in words, minutes in words."""

from __future__ import annotations

import datetime

from babel.dates import format_date
from flask import Flask, url_for

from brouwerij import texts
from brouwerij.i18n import gettext, ngettext, region
from brouwerij.web.addresses import this_page


def init_words(app: Flask) -> None:
    app.jinja_env.globals.update(
        round_name=texts.round_name, day=day, duration=duration, in_language=in_language
    )


def day(iso: str) -> str:
    """A date in full (zaterdag 21 januari 2017), "" for none."""
    if not iso:
        return ""
    return format_date(datetime.date.fromisoformat(iso), "full", locale=region())


def duration(minutes: int) -> str:
    """How long in words: 2 uur en 5 minuten."""
    hours, rest = divmod(minutes, 60)
    parts = [ngettext("%(num)s uur", "%(num)s uur", hours)] if hours else []
    if rest or not hours:
        parts.append(ngettext("%(num)s minuut", "%(num)s minuten", rest))
    if len(parts) == 1:
        return parts[0]
    return gettext("%(hours)s en %(minutes)s", hours=parts[0], minutes=parts[1])


def in_language(language: str) -> str:
    """This page in another language, or the start page when there is no such page to ask for."""
    return this_page(lang=language) or url_for("home.start", lang=language)
