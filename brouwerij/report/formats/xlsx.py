"""Excel: a sheet per kind of thing, with columns that are numbers, shares and days where they are.

What people wrote is text, whatever it begins with.
"""

from __future__ import annotations

import datetime
import io
from typing import Any

import xlsxwriter

from brouwerij.report import words
from brouwerij.report.formats import Format, register
from brouwerij.report.shapes import Logo, Report
from brouwerij.report.tables import Cell, Row, Share, Table, tables

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
LOOKS: dict[type, dict[str, Any]] = {
    str: {"text_wrap": True},
    int: {"num_format": "0"},
    float: {"num_format": "0.0"},
    Share: {"num_format": "0.0%"},
    datetime.date: {"num_format": "dd-mm-yyyy", "align": "left"},
    datetime.datetime: {"num_format": "dd-mm-yyyy hh:mm", "align": "left"},
}
"""How a cell of each kind looks."""
WIDEST, NARROWEST = 60, 8
"""Of a column, in characters; longer text goes on below in its cell."""
LOGO = (260, 110)
"""The width and height of the room for a logo, in pixels."""
PALE = {"bg_color": "#EFE6D6"}
"""A heading without an accent."""
LONGEST = 32_767
"""How many characters a cell of Excel holds."""


def render(report: Report) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        book.set_properties(
            {
                "title": _text(report.title),
                "subject": _text(report.question),
                "created": words.moment(report.made_at).replace(tzinfo=None),
            }
        )
        sheets = Sheets(book, report.appearance.ink)
        for number, table in enumerate(tables(report)):
            sheet = sheets.add(table)
            if number == 0 and report.appearance.logo:
                _put_logo(sheet, len(table.rows[0]), report.appearance.logo)
    return file.getvalue()


def _put_logo(sheet: Any, columns: int, logo: Logo) -> None:
    """The logo beside a table of so many columns."""
    sheet.set_column(columns, columns, NARROWEST / 2)
    share = min(1, *(room / own for room, own in zip(LOGO, logo.size, strict=True)))
    options = {
        "image_data": io.BytesIO(logo.png),
        "description": _text(logo.text),
        "x_scale": share,
        "y_scale": share,
        "x_offset": 4,
        "y_offset": 4,
    }
    sheet.insert_image(1, columns + 1, "logo.png", options)


class Sheets:
    """A book, with the looks that cells in it can have. accent: of headings, RRGGBB, or ""."""

    def __init__(self, book: Any, accent: str) -> None:
        self._book = book
        colours = {"bg_color": f"#{accent}", "font_color": "#FFFFFF"} if accent else PALE
        self._head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, **colours}
        )
        self._looks = {
            kind: book.add_format({"valign": "top", **look}) for kind, look in LOOKS.items()
        }

    def add(self, table: Table) -> Any:
        """A table as a sheet, which it returns: its heading stays in view and can filter."""
        sheet = self._book.add_worksheet(table.title)
        heading, *rows = table.rows
        for column, head in enumerate(heading):
            sheet.write_string(0, column, head, self._head)
            sheet.set_column(column, column, _width([row[column] for row in table.rows]))
        for number, row in enumerate(rows, start=1):
            self._write(sheet, number, row)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(rows)), len(heading) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def _write(self, sheet: Any, number: int, row: Row) -> None:
        for column, cell in enumerate(row):
            look = self._looks[type(cell)]
            match cell:
                case "":
                    continue
                case str():
                    sheet.write_string(number, column, _text(cell), look)
                case datetime.datetime():
                    sheet.write_datetime(number, column, cell.replace(tzinfo=None), look)
                case datetime.date():
                    sheet.write_datetime(number, column, cell, look)
                case _:
                    sheet.write_number(number, column, cell, look)


def _text(text: str) -> str:
    """The text as a cell can hold it."""
    return text.encode("utf-8", "replace").decode()[:LONGEST]


def _width(cells: list[Cell]) -> int:
    """As wide as what is in a column, within bounds."""
    return max(NARROWEST, min(WIDEST, max(map(_length, cells)) + 2))


def _length(cell: Cell) -> int:
    return len(str(cell)) if isinstance(cell, str | int) else 16


FORMAT = register(Format("xlsx", CONTENT_TYPE, "xlsx", render))
