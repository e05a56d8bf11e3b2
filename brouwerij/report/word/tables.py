"""Tables of a Word document: a heading row that comes back on every page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Length, Pt
from docx.table import Table, _Cell

from brouwerij.report.word.elements import element, from_right, plain
from brouwerij.report.word.styles import CELL, HEAD, KIND, NOTE, TABLE, WIDTH


def add_table(
    document: Document,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    about: str,
    numbers: Collection[int] = (),
) -> None:
    """A table as wide as the text. widths: relative. about: what it tells, for who has it read
    aloud. numbers: the columns with numbers only, from 0."""
    table = _laid_out(document, 1 + len(rows), [WIDTH * width / sum(widths) for width in widths])
    table.style = TABLE
    described = element("w:tblCaption", val=plain(about))
    table._tbl.tblPr.append(described)
    for number, (row, texts) in enumerate(zip(table._tbl.tr_lst, (heads, *rows), strict=True)):
        properties = row.get_or_add_trPr()
        properties.append(element("w:cantSplit"))
        if number == 0:
            properties.append(element("w:tblHeader"))
        for column, (cell, text) in enumerate(zip(row.tc_lst, texts, strict=True)):
            _write(_Cell(cell, table), text, HEAD if number == 0 else CELL, column in numbers)


def add_figures(document: Document, figures: Sequence[tuple[str, str]]) -> None:
    """Numbers side by side, each large above what it counts."""
    table = _laid_out(document, 1, [WIDTH / len(figures)] * len(figures))
    for cell, (number, label) in zip(table.rows[0].cells, figures, strict=True):
        _write(cell, number, KIND)
        cell.paragraphs[0].runs[0].font.size = Pt(24)
        cell.add_paragraph(plain(label), NOTE)


def _laid_out(document: Document, rows: int, widths: Sequence[float]) -> Table:
    table = document.add_table(rows, len(widths))
    table.autofit = False
    sizes: list[Length] = [Cm(width) for width in widths]
    for column, width in zip(table.columns, sizes, strict=True):
        column.width = width
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, sizes, strict=True):
            cell.width = width
    return table


def _write(cell: _Cell, text: str, style: str, number: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    run: Any = paragraph.add_run(plain(text))
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if from_right(text):
        run.font.rtl = True
        paragraph._p.get_or_add_pPr().append(element("w:bidi"))
