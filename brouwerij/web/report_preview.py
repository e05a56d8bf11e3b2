"""What a file of the report will look like, made small: its tables, or its first lines.

What is laid out as pages is shown as the web page, which tells the same.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from flask import Flask
from flask_babel import force_locale

from brouwerij.report import exporting, words
from brouwerij.report.shapes import Report
from brouwerij.report.tables import Cell, Share, Table, tables

ROWS = 3
"""Of a table."""
LONGEST_CELL = 80
"""In characters."""
LINES = 40
LONGEST_TEXT = 4000
"""In characters: the JSON of a large afternoon has long lines."""
IN_TABLES = ("xlsx", "csv")
IN_LINES = ("md", "json")


class Sheet(NamedTuple):
    """A table made small. many: how many rows it has below its heading."""

    title: str
    many: int
    heading: list[str]
    rows: list[list[str]]


class Preview(NamedTuple):
    """Tables, or the start of a text, or neither: then it is the page that is shown."""

    sheets: tuple[Sheet, ...] = ()
    text: str = ""


def preview(app: Flask, report: Report, format: str, language: str) -> Preview:
    """What to show of a format; not on the event loop."""
    if format in IN_TABLES:
        with app.app_context(), force_locale(language):
            return Preview(sheets=tuple(map(_sheet, tables(report))))
    if format in IN_LINES:
        return Preview(text=_start(exporting.render(app, report, format, language)))
    return Preview()


def reads(format: str) -> bool:
    """Whether a preview of this format has to read the report."""
    return format in (*IN_TABLES, *IN_LINES)


def _sheet(table: Table) -> Sheet:
    heading, *rows = ([_said(cell) for cell in row] for row in table.rows)
    return Sheet(table.title, len(rows), heading, rows[:ROWS])


def _said(cell: Cell) -> str:
    match cell:
        case Share():
            return words.share(cell)
        case float():
            return words.decimal(cell)
        case datetime.datetime():
            return f"{cell:%H:%M}"
        case datetime.date():
            return f"{cell:%d-%m-%Y}"
    text = str(cell)
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"


def _start(file: bytes) -> str:
    text = file[: 4 * LONGEST_TEXT].decode("utf-8", "ignore")
    return "\n".join(text.splitlines()[:LINES])[:LONGEST_TEXT]
