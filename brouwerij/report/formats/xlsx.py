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
from brouwerij.report.shapes import Report
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
        sheets = Sheets(book)
        for table in tables(report):
            sheets.add(table)
    return file.getvalue()


class Sheets:
    """A book, with the looks that cells in it can have."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EFE6D6"}
        )
        self._looks = {
            kind: book.add_format({"valign": "top", **look}) for kind, look in LOOKS.items()
        }

    def add(self, table: Table) -> None:
        """A table as a sheet: its heading stays in view and can filter."""
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
