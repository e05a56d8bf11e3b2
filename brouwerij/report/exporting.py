"""A report as a file, for the pages and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Flask, current_app
from flask_babel import force_locale

from brouwerij.domain.board import Board
from brouwerij.domain.views import Person
from brouwerij.report import formats
from brouwerij.report.model import build, with_narrower
from brouwerij.report.shapes import Edition, Report

formats.discover()

Maker = Callable[[Board, Mapping[str, Person], Edition, int, str, bytes], Report]
"""Makes a report, as `build` does."""


def export(
    board: Board,
    people: Mapping[str, Person],
    format: str,
    edition: Edition,
    language: str,
    now: int,
    code: str,
    logo: bytes = b"",
) -> bytes:
    """The report of a board as a file. Needs an app context.

    format: the name of one of `formats.FORMATS`, else KeyError. language: "nl" or "en".
    now: server time in ms. logo: the picture that the board names, nothing for none.
    """
    report = maker(format)(board, people, edition, now, code, logo)
    return render(current_app._get_current_object(), report, format, language)  # type: ignore[attr-defined]


def maker(format: str) -> Maker:
    """What makes the report of a board with all that a file of this format holds."""
    return with_narrower if formats.FORMATS[format].with_narrower else build


def render(app: Flask, report: Report, format: str, language: str) -> bytes:
    """A report as a file, in an app context of its own: it may run in another thread."""
    with app.app_context(), force_locale(language):
        return formats.FORMATS[format].render(report)


def file_name(report: Report, format: str) -> str:
    """What to call the file: brouwerij-CODE-2017-01-21-participants.docx."""
    parts = ["brouwerij", report.code.lower(), report.date, report.edition.value]
    return "-".join(filter(None, parts)) + "." + formats.FORMATS[format].extension
