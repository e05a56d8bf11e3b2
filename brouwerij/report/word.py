"""A Word document as the report needs it: real styles, tables that read well, bars of cells.

Knows how a page looks, nothing of what a report says; that is formats/docx.py. What python-docx
has no call for is in ooxml.py.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from brouwerij.report.ooxml import (
    COPPER,
    INK,
    SOFT,
    borders,
    describe,
    field,
    font,
    plain,
    row_property,
    shade,
    small,
    write,
)

HEADINGS = {
    "Title": (28, INK),
    "Heading 1": (17, COPPER),
    "Heading 2": (13, INK),
    "Heading 3": (11, SOFT),
}
"""Size in points and colour of each style of heading."""
WIDTH = 16.6
"""How wide the text is, in cm: A4 without its margins."""
MARGIN = 2.2
MOST_PARTS = 30
"""Parts of a bar; Word takes at most 63 columns in a table."""
ROOM_FOR_MARK = 0.75
"""How many cm a part needs to have its mark written in it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar. size: in whatever unit the whole bar has; mark: what is written in it."""

    size: int
    colour: str
    mark: str = ""


class Page:
    """A document being written from top to bottom."""

    def __init__(self, title: str, subject: str, language: str, made: datetime.datetime) -> None:
        self.document: Document = docx.Document()
        self._lay_out()
        self._style(language)
        about = self.document.core_properties
        about.title, about.subject, about.language = (
            plain(title)[:255],
            plain(subject)[:255],
            language,
        )
        about.author = about.last_modified_by = "Brouwerij"
        about.comments = about.keywords = ""
        about.created = about.modified = made.replace(tzinfo=None)

    def _lay_out(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(MARGIN)
        section.top_margin, section.bottom_margin = Cm(2), Cm(2)

    def _style(self, language: str) -> None:
        styles: Any = self.document.styles
        defaults = (
            styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        )
        spoken = defaults.find(qn("w:lang"))
        if spoken is None:
            spoken = OxmlElement("w:lang")
            defaults.append(spoken)
        spoken.set(qn("w:val"), language)
        normal = styles["Normal"]
        font(normal, 11, INK)
        normal.paragraph_format.space_after = Pt(6)
        normal.paragraph_format.line_spacing = 1.15
        for name, (size, colour) in HEADINGS.items():
            font(styles[name], size, colour)
            styles[name].paragraph_format.keep_with_next = True
        styles["Heading 1"].paragraph_format.space_before = Pt(22)
        styles["Heading 2"].paragraph_format.space_before = Pt(14)
        for name in ("Title", "Heading 1"):
            styles[name].paragraph_format.space_after = Pt(6)
        border = styles["Title"].element.pPr.find(qn("w:pBdr"))
        if border is not None:
            styles["Title"].element.pPr.remove(border)
        styles["List Bullet"].paragraph_format.space_after = Pt(2)

    def bytes(self) -> bytes:
        packed = io.BytesIO()
        self.document.save(packed)
        return packed.getvalue()

    def title(self, text: str) -> None:
        self.document.add_heading(plain(text), 0)

    def heading(self, text: str, level: int = 1) -> None:
        self.document.add_heading(plain(text), level)

    def text(
        self, text: str, *, lead: str = "", soft: bool = False, large: bool = False
    ) -> Paragraph:
        """A paragraph; lead: what it starts with in bold."""
        paragraph = self.document.add_paragraph()
        if lead:
            paragraph.add_run(plain(lead) + " ").bold = True
        run = paragraph.add_run(plain(text))
        if soft:
            run.font.color.rgb = RGBColor.from_string(SOFT)
        if large:
            run.font.size = Pt(14)
        return paragraph

    def keep(self, paragraph: Paragraph) -> None:
        """Keep a paragraph on the page of what follows it."""
        paragraph.paragraph_format.keep_with_next = True

    def bullet(self, text: str, note: str = "", *, lead: str = "", deeper: bool = False) -> None:
        """A line of a list, with a softer note after it; deeper: under the line before."""
        paragraph = self.document.add_paragraph(style="List Bullet 2" if deeper else "List Bullet")
        if lead:
            paragraph.add_run(plain(lead) + " ").bold = True
        paragraph.add_run(plain(text))
        if note:
            run = paragraph.add_run(f"  {plain(note)}")
            run.font.color.rgb = RGBColor.from_string(SOFT)
            run.font.size = Pt(9.5)

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> Table:
        """A table with a heading row that comes back on every page. widths: relative."""
        table = self.document.add_table(rows=1, cols=len(heads))
        table.autofit = False
        borders(table)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            write(cell, head, bold=True, colour=SOFT)
        row_property(table.rows[0], "w:cantSplit")
        row_property(table.rows[0], "w:tblHeader")
        for row in rows:
            added = table.add_row()
            row_property(added, "w:cantSplit")
            for cell, value in zip(added.cells, row, strict=True):
                write(cell, value)
        for column, width in enumerate(widths):
            for row_ in table.rows:
                row_.cells[column].width = Cm(WIDTH * width / sum(widths))
            table.columns[column].width = Cm(WIDTH * width / sum(widths))
        self._gap()
        return table

    def bar(self, parts: Sequence[Part], label: str) -> None:
        """One bar over the width of the page, with a part for each; label: it in words."""
        drawn = _fewer([part for part in parts if part.size])
        whole = sum(part.size for part in drawn)
        if not whole:
            return
        table = self.document.add_table(rows=1, cols=len(drawn))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        describe(table, label)
        row = table.rows[0]
        row.height, row.height_rule = Cm(0.62), WD_ROW_HEIGHT_RULE.EXACTLY
        for cell, part, column in zip(row.cells, drawn, table.columns, strict=True):
            width = WIDTH * part.size / whole
            cell.width = column.width = Cm(width)
            shade(cell, part.colour)
            write(
                cell,
                part.mark if width >= ROOM_FOR_MARK else "",
                bold=True,
                colour="FFFFFF",
                size=8.5,
            )
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            cell.paragraphs[0].paragraph_format.space_before = Pt(2)
            self.keep(cell.paragraphs[0])
        self._gap()

    def _gap(self) -> None:
        gap = self.document.add_paragraph()
        gap.paragraph_format.space_after = Pt(0)
        gap.paragraph_format.line_spacing = Pt(8)

    def footer(self, text: str, of: str) -> None:
        """At the foot of every page: a text, and "1 of 7" with `of` between the numbers."""
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        small(paragraph.add_run(f"{plain(text)} · "))
        field(paragraph, "PAGE")
        small(paragraph.add_run(f" {plain(of)} "))
        field(paragraph, "NUMPAGES")


def _fewer(parts: list[Part]) -> list[Part]:
    """At most MOST_PARTS parts: the smallest of those with a mark become one without."""
    marked = sorted((p for p in parts if p.mark), key=lambda p: p.size)
    gone = marked[: max(0, len(parts) - MOST_PARTS + 1)] if len(parts) > MOST_PARTS else []
    if not gone:
        return parts
    kept = [part for part in parts if part not in gone]
    first_plain = next((n for n, part in enumerate(kept) if not part.mark), len(kept))
    together = Part(sum(p.size for p in gone), SOFT)
    return [*kept[:first_plain], together, *kept[first_plain:]]
