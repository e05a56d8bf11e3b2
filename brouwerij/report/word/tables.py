"""Tables of a Word document: a heading row that comes back on every page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table

from brouwerij.report.word.elements import element, plain, say, styled
from brouwerij.report.word.styles import (
    CELL,
    HEAD,
    KEY_NUMBER,
    NOTE,
    NUMBER,
    NUMBER_HEAD,
    TABLE,
    WIDTH,
)

MOST_TOGETHER = 10
"""Rows that stay on one page with their heading."""


def add_table(
    document: Document,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    about: str,
    numbers: Collection[int] = (),
) -> None:
    """A table as wide as the text.

    widths: relative. about: what it tells, for who has it read aloud. numbers: the columns with
    numbers only, from 0.
    """
    table = _laid_out(document, 1 + len(rows), [WIDTH * width / sum(widths) for width in widths])
    table._tbl.tblPr.style = TABLE
    table._tbl.tblPr.append(element("w:tblCaption", val=plain(about)))
    heading, *others = table._tbl.tr_lst
    heading.get_or_add_trPr().append(element("w:tblHeader"))
    for column, (cell, head) in enumerate(zip(heading.tc_lst, heads, strict=True)):
        say(styled(cell.p_lst[0], NUMBER_HEAD if column in numbers else HEAD), head)
    if len(rows) <= MOST_TOGETHER:
        _keep_together(table)
    for row, texts in zip(others, rows, strict=True):
        for column, (cell, text) in enumerate(zip(row.tc_lst, texts, strict=True)):
            say(styled(cell.p_lst[0], NUMBER if column in numbers else CELL), text)


def add_key_numbers(document: Document, numbers: Sequence[tuple[str, str]]) -> None:
    """Numbers side by side, each large above what it counts."""
    table = _laid_out(document, 1, [WIDTH / len(numbers)] * len(numbers))
    flush = [element(f"w:{side}", w="0", type="dxa") for side in ("left", "right")]
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(element("w:tblCellMar", *flush))
    for cell, (number, label) in zip(table._tbl.tr_lst[0].tc_lst, numbers, strict=True):
        say(styled(cell.p_lst[0], KEY_NUMBER), number)
        say(styled(cell.add_p(), NOTE), label)


def _keep_together(table: Table) -> None:
    for row in table._tbl.tr_lst[:-1]:
        for cell in row.tc_lst:
            cell.p_lst[0].get_or_add_pPr().keepNext_val = True


def _laid_out(document: Document, rows: int, widths: Sequence[float]) -> Table:
    """An empty table whose rows stay whole. widths: in cm."""
    table = document.add_table(rows, len(widths))
    table.autofit = False
    sizes = [Cm(width) for width in widths]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(element("w:cantSplit"))
        cells: Any = row.tc_lst
        for cell, size in zip(cells, sizes, strict=True):
            cell.width = size
    return table
