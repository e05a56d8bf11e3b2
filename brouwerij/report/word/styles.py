"""The styles of a Word document: who edits it changes one of these, and all that has it follows."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from brouwerij.report.palette import COPPER, FOAM, INK, SAND, SOFT
from brouwerij.report.word.elements import element, set_in

FONT = "Calibri"
WIDTH = 16.6
"""How wide the text is, in cm: A4 without its margins."""
MARGIN = 2.2

TABLE, CELL, HEAD, NOTE, KIND = (
    "Report Table", "Table Text", "Table Heading", "Note", "Report Kind",
)  # fmt: skip
FIGURE = "Figure"
CONTENTS = ("toc 1", "toc 2")

_LOOKS = {
    "Title": (30, INK, 2, 6),
    "Subtitle": (15, INK, 0, 8),
    "Heading 1": (18, COPPER, 24, 6),
    "Heading 2": (13.5, INK, 16, 4),
    "Heading 3": (11, SOFT, 10, 2),
    "TOC Heading": (13.5, INK, 22, 4),
    "Caption": (9.5, SOFT, 2, 10),
    "Header": (9, SOFT, 0, 0),
    "Footer": (9, SOFT, 0, 0),
    KIND: (11, COPPER, 0, 0),
    NOTE: (10, SOFT, 0, 6),
    CELL: (9.5, INK, 0, 0),
    HEAD: (9.5, SOFT, 0, 0),
    FIGURE: (11, INK, 4, 0),
    CONTENTS[0]: (11, INK, 4, 0),
    CONTENTS[1]: (10, SOFT, 0, 0),
}
"""Of each style of paragraph: its size in points, its colour, and the room before and after it."""
_BOLD = {"Title", "Heading 1", "Heading 2", "Heading 3", "TOC Heading", "Caption", KIND, HEAD}
_KEPT = {"Title", "Heading 1", "Heading 2", "Heading 3", "TOC Heading", KIND, FIGURE, HEAD}
"""With what follows them, on one page."""


def dress(document: Document, language: str) -> None:
    """Give a new document its paper, its language (as nl-NL) and its styles."""
    _paper(document)
    _speak(document, language)
    styles: Any = document.styles
    normal = styles["Normal"]
    _letters(normal, 11, INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name in (KIND, NOTE, CELL, HEAD, FIGURE, *CONTENTS):
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in CONTENTS)
        made.base_style = normal
    for name, look in _LOOKS.items():
        _look(styles[name], *look)
    for bullet in ("List Bullet", "List Bullet 2"):
        styles[bullet].paragraph_format.space_after = Pt(2)
    note = styles["Subtle Emphasis"].font
    note.italic, note.size, note.color.rgb = False, Pt(9.5), RGBColor.from_string(SOFT)
    styles["Title"].element.pPr.remove(styles["Title"].element.pPr.find(qn("w:pBdr")))
    styles["Subtitle"].element.pPr.remove(styles["Subtitle"].element.pPr.find(qn("w:numPr")))
    styles["Subtitle"].font.italic = False
    for level, name in enumerate(CONTENTS):
        _contents_line(styles[name].paragraph_format, Cm(0.5 * level))
    tabs = styles["Header"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _table(styles)


def _paper(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # of Word 2013 and later, without the word in its title


def _speak(document: Document, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    set_in(defaults.find(qn("w:rPrDefault")).find(qn("w:rPr")), "w:lang", val=language)
    set_in(document.settings.element, "w:themeFontLang", val=language)


def _look(style: Any, size: float, colour: str, before: float, after: float) -> None:
    _letters(style, size, colour)
    style.font.bold = style.name in _BOLD
    style.quick_style, style.hidden = True, False
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    paragraph.keep_with_next = style.name in _KEPT


def _letters(style: Any, size: float, colour: str) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for attribute in list(fonts.attrib):  # a theme's font would win from the one that is named
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    fonts.set(qn("w:cs"), FONT)
    set_in(style.element.rPr, "w:szCs", val=str(round(2 * size)))


def _contents_line(line: Any, indent: Cm) -> None:
    line.left_indent = indent
    line.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _table(styles: Any) -> None:
    """A hairline under each row, and a heading row that stands out."""
    table = styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    table.base_style = styles["Normal Table"]
    lines = [_line(side) for side in ("bottom", "insideH")]
    room = [_room(side, width) for side, width in zip(_SIDES, (55, 80, 55, 80), strict=True)]
    table.element.append(
        element("w:tblPr", element("w:tblBorders", *lines), element("w:tblCellMar", *room))
    )
    ground = element("w:shd", val="clear", color="auto", fill=FOAM)
    heading = element("w:tblStylePr", element("w:tcPr", ground), type="firstRow")
    table.element.append(heading)


_SIDES = ("top", "left", "bottom", "right")


def _line(side: str) -> Any:
    return element(f"w:{side}", val="single", sz="4", space="0", color=SAND)


def _room(side: str, width: int) -> Any:
    return element(f"w:{side}", w=str(width), type="dxa")
