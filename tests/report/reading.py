"""Reading a report back as a person would: the words of a Word document, a zip of CSV, a page."""

from __future__ import annotations

import csv
import html
import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt

from brouwerij.report.exporting import export
from brouwerij.report.model import build
from brouwerij.report.shapes import Edition, Report
from tests.support.room import Room

GOLDEN = Path(__file__).parent / "golden"
CODE = "ABCDEF"


def report_of(room: Room, edition: Edition = Edition.PARTICIPANTS) -> Report:
    return build(room.board, room.people, edition, room.now, CODE)


def exported(
    room: Room,
    format: str,
    edition: Edition = Edition.PARTICIPANTS,
    language: str = "nl",
    logo: bytes = b"",
) -> bytes:
    """The file; needs an app context."""
    return export(room.board, room.people, format, edition, language, room.now, CODE, logo)


def text_of(file: bytes, format: str) -> str:
    """All words of an exported file."""
    readers: dict[str, Any] = {
        "docx": word_text, "csv": csv_text, "html": page_text, "xlsx": excel_text,
        "md": markdown_text, "json": json_text,
    }  # fmt: skip
    return str(readers[format](file))


def word_text(file: bytes) -> str:
    """A line per paragraph or row; headings have their level in # before them."""
    return "\n".join(
        line
        for part in docx.Document(io.BytesIO(file)).iter_inner_content()
        for line in ([_paragraph(part)] if isinstance(part, Paragraph) else _rows(part))
        if line.strip()
    )


def _paragraph(paragraph: Paragraph) -> str:
    style = paragraph.style.name if paragraph.style else ""
    level = re.fullmatch(r"Heading (\d)", style or "")
    mark = "#" * int(level[1]) + " " if level else "- " if "List" in (style or "") else ""
    return mark + paragraph.text


def _rows(table: Table) -> list[str]:
    return [" | ".join(cell.text for cell in row.cells) for row in table.rows]


def sheets(file: bytes) -> dict[str, list[list[str]]]:
    """The rows of every file in the zip, as a spreadsheet in Dutch reads them."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {
            name: list(
                csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig")), delimiter=";")
            )
            for name in archive.namelist()
        }


def csv_text(file: bytes) -> str:
    return "\n".join(
        "\n".join([f"# {name}", *(" ; ".join(row) for row in rows)])
        for name, rows in sheets(file).items()
    )


def excel(file: bytes) -> dict[str, list[list[Any]]]:
    """The cells of every sheet; the empty ones are None."""
    book = openpyxl.load_workbook(io.BytesIO(file))
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book}


def excel_text(file: bytes) -> str:
    return "\n".join(
        "\n".join([f"# {title}", *(" ; ".join(_shown(cell) for cell in row) for row in rows)])
        for title, rows in excel(file).items()
    )


def _shown(cell: Any) -> str:
    return "" if cell is None else str(cell)


def markdown_text(file: bytes) -> str:
    """What a reader of Markdown shows: CommonMark with the tables of GitHub."""
    return page_text(MarkdownIt("commonmark").enable("table").render(file.decode()).encode())


def json_text(file: bytes) -> str:
    """All values in it, a line each."""

    def values(of: Any) -> Iterator[str]:
        if isinstance(of, dict | list):
            for inner in of.values() if isinstance(of, dict) else of:
                yield from values(inner)
        else:
            yield str(of)

    return "\n".join(values(json.loads(file)))


def told(file: bytes) -> dict[str, Any]:
    """What a JSON tells, whatever the workshop's code and whenever it was made."""
    plain = json.loads(file)
    reports = [plain["report"], *plain["report"]["narrower"]]
    return plain | {"report": [r | {"code": "", "made_at": 0, "narrower": []} for r in reports]}


def page_text(file: bytes) -> str:
    bare = re.sub(r"<style>.*?</style>", "", file.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def is_golden(text: str, name: str) -> bool:
    """Whether a text is as the file that was looked at. GOLDEN=write writes that file anew."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text + "\n", "utf-8")
    return path.read_text("utf-8") == text + "\n"
