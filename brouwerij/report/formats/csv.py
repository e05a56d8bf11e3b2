"""CSV for spreadsheets: a zip with one file per kind of thing.

As Excel in Dutch reads it without asking: semicolons, UTF-8 with its mark, everything quoted. No
cell starts a formula.
"""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable

from brouwerij.report import words
from brouwerij.report.formats import Format, register
from brouwerij.report.shapes import Report
from brouwerij.report.tables import Cell, Row, Share, tables

FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠")
"""What makes a spreadsheet take a cell for a formula (OWASP ASVS 5, 1.2.10)."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time on every file in the zip, so that the same report is the same bytes."""


def csv_safe(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would take it for a formula."""
    start = text.lstrip(" \u00a0")[:1]
    return f"'{text}" if start in FORMULA_STARTS and start else text


def render(report: Report) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables(report):
            archive.writestr(zipfile.ZipInfo(table.file, FIRST_DAY), sheet(table.rows))
    return packed.getvalue()


def sheet(rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def _cell(cell: Cell) -> str:
    match cell:
        case str():
            return csv_safe(cell)
        case Share():
            return words.share(cell)
        case float():
            return words.decimal(cell)
        case datetime.datetime():
            return f"{cell:%H:%M}"
    return str(cell)


FORMAT = register(Format("csv", "application/zip", "zip", render))
