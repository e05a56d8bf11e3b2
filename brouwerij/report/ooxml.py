"""The elements of a Word document for which python-docx has no call; no page is laid out here."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FONT = "Calibri"
INK, SOFT, COPPER, SAND, FOAM = "2A1B12", "6B5648", "A8481A", "E3D7C3", "FBF6EC"

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """The text without what XML cannot hold, and without overrides of the reading direction."""
    return _DIRECTION.sub("", _ILLEGAL.sub("", text))


def font(style: Any, size: float, colour: str) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for attribute in list(fonts.attrib):  # a theme's font would win from the one that is named
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]


def small(run: Any) -> None:
    run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(SOFT)


def field(paragraph: Paragraph, instruction: str) -> None:
    """A number that Word fills in itself."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run()
        small(run)
        if kind == "":
            code = OxmlElement("w:instrText")
            code.text = instruction
            run._r.append(code)
        elif kind == "1":
            run.text = "1"
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def write(
    cell: _Cell, text: str, *, bold: bool = False, colour: str = INK, size: float = 9.5
) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(plain(text))
    run.bold, run.font.size = bold, Pt(size)
    run.font.color.rgb = RGBColor.from_string(colour)


def shade(cell: _Cell, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def row_property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def borders(table: Table) -> None:
    """A hairline under each row, nothing else."""
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", SAND)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    _before_look(table, borders)
    padding = OxmlElement("w:tblCellMar")
    for side, width in (("top", "50"), ("left", "0"), ("bottom", "50"), ("right", "140")):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), width)
        edge.set(qn("w:type"), "dxa")
        padding.append(edge)
    _before_look(table, padding)


def describe(table: Table, label: str) -> None:
    """No space in the cells of a bar, and its words for who has it read aloud."""
    padding = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        padding.append(edge)
    _before_look(table, padding)
    described = OxmlElement("w:tblDescription")
    described.set(qn("w:val"), plain(label))
    table._tbl.tblPr.append(described)


def _before_look(table: Table, element: Any) -> None:
    """Put a property where the schema wants it: before w:tblLook, which is the last."""
    properties: Any = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(element)
    else:
        look.addprevious(element)
