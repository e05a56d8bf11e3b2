"""Which report one chooses: for whom, in which language and as what, each with what it is for."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import abort, request

from brouwerij.i18n import LANGUAGES
from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.formats import FORMATS
from brouwerij.report.shapes import Edition


class Choice(NamedTuple):
    """format: the name of one of FORMATS."""

    edition: Edition
    language: str
    format: str

    @property
    def query(self) -> dict[str, str]:
        """What stands in the address of such a report, beside its format."""
        return {"edition": self.edition.value, "language": self.language}


class Option(NamedTuple):
    """One answer of a choice. told: what it is for, in a sentence."""

    value: str
    name: str
    told: str = ""

    @property
    def choice(self) -> tuple[str, str]:
        """As a field of a form offers it."""
        return self.value, self.name


def chosen(language: str, format: str = "") -> Choice:
    """What the address asks for; 404 for what there is not.

    language: of the report, by default. format: when it does not stand in the query.
    """
    asked = request.args
    try:
        edition = Edition(asked.get("edition", Edition.PARTICIPANTS.value))
    except ValueError:
        abort(404)
    found = Choice(edition, asked.get("language", language), format or asked.get("format", "pdf"))
    if found.language not in LANGUAGES or found.format not in FORMATS:
        abort(404)
    return found


def editions() -> list[Option]:
    told = {
        Edition.PUBLIC: _(
            "Om rond te sturen of op een website te zetten. Er staan geen namen in, en niet van"
            " welk initiatief een idee kwam."
        ),
        Edition.PARTICIPANTS: _(
            "Voor wie erbij was. Met de namen in de werkgroepen, zonder e-mail en telefoon."
        ),
        Edition.ORGANISER: _(
            "Alleen voor jou. Ook met e-mail en telefoon van wie zich aanmeldde, verborgen en late"
            " ideeën, en je notities."
        ),
    }
    return [Option(edition.value, words.edition(edition), told[edition]) for edition in Edition]


def languages() -> list[Option]:
    return [Option(short, name) for short, name in LANGUAGES.items()]


def formats() -> list[Option]:
    """The formats there are; one that is not known here by its name alone, at the end."""
    told: dict[str, tuple[str, str]] = {
        "pdf": (_("PDF"), _("Om af te drukken of door te sturen.")),
        "docx": (_("Word"), _("Om zelf in verder te schrijven.")),
        "html": (_("Webpagina"), _("Om in een browser te lezen, ook zonder internet.")),
        "xlsx": (_("Excel"), _("Om te sorteren, te filteren en te tellen.")),
        "csv": (_("CSV"), _("Losse tabellen in een zip, voor andere programma’s.")),
        "md": (_("Markdown"), _("Platte tekst, voor een website of wiki.")),
        "json": (_("JSON"), _("Om later terug te zetten, en voor wie zelf iets bouwt.")),
    }
    known = [Option(name, *said) for name, said in told.items() if name in FORMATS]
    return known + [Option(name, name) for name in FORMATS if name not in told]


def named(choice: Choice) -> dict[str, Any]:
    """What a choice is called, in parts."""
    names = {option.value: option.name for option in formats()}
    return {
        "format": names[choice.format],
        "edition": words.edition(choice.edition),
        "language": LANGUAGES[choice.language],
    }
