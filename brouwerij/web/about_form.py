"""What a workshop is about, as a form: from fields to commands, and what is wrong by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from brouwerij.domain import text
from brouwerij.domain.dates import is_date
from brouwerij.domain.entities import Workshop
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.workshop import MAX_RETENTION, MAX_TABLES
from brouwerij.i18n import gettext
from brouwerij.texts import refusal as said

MOST_INITIATIVES = 200
DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")

Wrong = dict[str, str]
"""What is the matter, by field; under "" what is about the whole form."""
Form = Mapping[str, str]


def of(workshop: Workshop) -> dict[str, Any]:
    """The form of a workshop as it is."""
    return {**msgspec.to_builtins(workshop), "language": workshop.language,
            "tables": str(workshop.tables or ""), "retention": str(workshop.retention)}  # fmt: skip


def read(form: Form, tables: int = 0) -> tuple[dict[str, Any], Wrong]:
    """What was filled in, as the commands take it. tables: how many when the field is empty."""
    title, question = (text.clean(form.get(field, "")) for field in ("title", "question"))
    date = iso(form.get("date", "").strip())
    number = _number(form.get("tables", "").strip(), tables, MAX_TABLES)
    days = _number(form.get("retention", "").strip(), Workshop(id="").retention, MAX_RETENTION)
    about = {
        "title": title,
        "question": question,
        "date": date,
        "language": "en" if form.get("language") == "en" else "nl",
        "anonymous": bool(form.get("anonymous")),
        "tables": number,
        "retention": days,
    }
    no_question = gettext("Schrijf op welke vraag de zaal gaat beantwoorden.")
    checked = {
        "title": wrong_text(title, text.NAME_LENGTH, gettext("Geef de sessie een naam.")),
        "question": wrong_text(question, text.LINE_LENGTH, no_question),
        "date": said("date.malformed", {}) if date and not is_date(date) else "",
        "tables": gettext("Kies een aantal van 0 tot %(num)s.", num=MAX_TABLES)
        if number > MAX_TABLES
        else "",
        "retention": ""
        if 0 < days <= MAX_RETENTION
        else gettext("Kies een aantal dagen van 1 tot %(num)s.", num=MAX_RETENTION),
    }
    return about, {field: what for field, what in checked.items() if what}


def read_initiatives(form: Form) -> tuple[list[str], Wrong]:
    """The initiatives, one a line."""
    lines = form.get("initiatives", "").splitlines()
    names = [name for line in lines if (name := text.clean(line))]
    if len(names) > MOST_INITIATIVES:
        much = gettext("Dit zijn er %(found)s. Er passen %(num)s initiatieven in een sessie.",
                       found=len(names), num=MOST_INITIATIVES)  # fmt: skip
        return names, {"initiatives": much}
    long = next((name for name in names if len(name) > text.NAME_LENGTH), None)
    if long is None:
        return names, {}
    return names, {
        "initiatives": gettext(
            "“%(name)s…” is te lang. Een naam heeft hoogstens %(num)s tekens.",
            name=long[:30],
            num=text.NAME_LENGTH,
        )
    }


def iso(typed: str) -> str:
    """A day as a date field sends it; one typed day first (21-1-2017) is turned around."""
    found = DAY_FIRST.fullmatch(typed)
    if found is None:
        return typed
    day, month, year = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}"


def _number(typed: str, default: int, most: int) -> int:
    """The number that was typed, the default for none; one too many for what is no such number."""
    if not typed:
        return default
    return int(typed) if typed.isdecimal() and len(typed) < 5 else most + 1


def wrong_text(typed: str, length: int, missing: str) -> str:
    """What is wrong with a text that has to be there; "" when nothing is."""
    checked = text.required(typed, length)
    if not isinstance(checked, Refusal):
        return ""
    return missing if checked.code == "text.empty" else said(checked.code, checked.params)
